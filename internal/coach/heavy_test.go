package coach_test

import (
	"fmt"
	"testing"
	"time"

	"rapport"
	"rapport/internal/coach"
)

// heavy is the most that is ever gathered: the limits of what is read, all
// reached, with matters that wait in every noun.
func heavy(now time.Time) coach.Record {
	words := [...]string{"pallet", "invoice", "scanner", "roster", "shelf", "customer", "return", "label", "count", "training", "delivery", "gate", "forklift", "season", "price", "damage"}
	text := func(i int) string {
		return fmt.Sprintf("%s %s for the %s at %s %d", words[i%16], words[(i/3)%16], words[(i/7)%16], words[(i/11)%16], i%40)
	}
	id := int64(0)
	at := func(days int) rapport.Record {
		id++
		return rapport.Record{Line: rapport.LineID(fmt.Sprint("l", id)), At: rapport.StampOf(now.AddDate(0, 0, -days))}
	}
	fact := func(days int) rapport.Fact { return rapport.Fact{ID: rapport.FactID(id + 1), Record: at(days)} }
	r := coach.Record{User: rapport.User{Name: "Ada"}, First: rapport.StampOf(now.AddDate(-3, 0, 0)), LastEntry: rapport.DayOf(now)}
	for b := range 3 {
		boss := rapport.BossID(b + 1)
		r.Names.Bosses = append(r.Names.Bosses, rapport.Boss{ID: boss, Record: at(700), Slug: rapport.Slug(fmt.Sprint("boss", b)), Name: fmt.Sprint("Boss ", b), Relation: rapport.Solid, Zone: "Asia/Tokyo", Hours: "09:00-17:00"})
		for g := range 5 {
			r.Names.Goals = append(r.Names.Goals, rapport.Goal{ID: rapport.GoalID(b*5 + g + 1), Record: at(600), Boss: boss, Slug: rapport.Slug(fmt.Sprint("g", b, g)), Title: text(b*5 + g), Confirmed: true})
		}
	}
	kinds := rapport.Kinds
	for i := range 1100 {
		e := rapport.Entry{ID: rapport.EntryID(i + 1), Record: at(i / 6), Text: text(i), Kind: kinds[i%len(kinds)], ToldSaid: rapport.Yes, OwnError: rapport.TruthOf(i%50 == 0), Helpers: []string{"Bela Toth"}}
		e.Day = rapport.DayOf(e.At.Time())
		e.Links = []rapport.Link{{Goal: rapport.GoalID(i%15 + 1), By: rapport.Said}}
		r.Entries = append(r.Entries, e)
	}
	for i := range 400 {
		boss := rapport.BossID(i%3 + 1)
		r.Asks = append(r.Asks, rapport.Ask{Fact: fact(i), Boss: boss, Text: text(i), Currency: rapport.Currencies[i%6]})
		r.Meetings = append(r.Meetings, rapport.Meeting{Fact: fact(i), Boss: boss, Kind: rapport.OneOnOne, Status: rapport.Held})
		r.Promises = append(r.Promises, rapport.Promise{Fact: fact(i), By: rapport.Myself(), To: rapport.Person{Boss: boss}, Text: text(i), Standing: rapport.Standing{State: rapport.StateOpen}})
		r.Feedback = append(r.Feedback, rapport.Feedback{Fact: fact(i), Sender: rapport.Person{Boss: boss}, Text: text(i), Kind: rapport.Change})
		r.Observations = append(r.Observations, rapport.Observation{Fact: fact(i), Boss: boss, Text: rapport.Private("asked for the " + text(i))})
		r.Reactions = append(r.Reactions, rapport.Reaction{Fact: fact(i), Boss: boss, To: rapport.Private(text(i)), Sign: rapport.TakenWell})
		r.Public = append(r.Public, rapport.PublicEvent{Fact: fact(i), Boss: boss, Text: text(i)})
		r.Pings = append(r.Pings, rapport.Ping{Fact: fact(i), Boss: boss, Text: text(i)})
	}
	for i := range 60 {
		boss := rapport.BossID(i%3 + 1)
		r.Notes = append(r.Notes, rapport.PrivateNote{ID: rapport.NoteID(i + 1), Record: at(i), Day: rapport.DayOf(now.AddDate(0, 0, -i)), Text: rapport.Private("thought on the " + text(i))})
		r.Preferences = append(r.Preferences, rapport.Preference{Fact: fact(300), Boss: boss, Dim: "report", Value: "short and " + text(i)})
		r.Stakeholders = append(r.Stakeholders, rapport.Stakeholder{Fact: fact(100), Name: fmt.Sprint("Name", i, " Kern"), SuggestedBy: rapport.Person{Boss: boss}})
		r.HumanFacts = append(r.HumanFacts, rapport.HumanFact{Fact: fact(90), Boss: boss, Text: rapport.Private(fmt.Sprint("race on ", i%28+1, " May")), SaidOn: rapport.DayOf(now)})
		r.Messages = append(r.Messages, rapport.Message{Fact: fact(i), Boss: boss, State: rapport.Draft, Text: text(i) + ". It cannot go on."})
	}
	return r
}

// BenchmarkConsultHeavy asks all rules about the most that is ever gathered.
func BenchmarkConsultHeavy(b *testing.B) {
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	facts := coach.Derive(heavy(now), now, coach.Limits{})
	b.ResetTimer()
	for b.Loop() {
		coach.Consult(facts)
	}
}

// BenchmarkRules asks each rule by itself about the same.
func BenchmarkRules(b *testing.B) {
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	facts := coach.Derive(heavy(now), now, coach.Limits{})
	for _, r := range coach.Rules() {
		b.Run(r.ID, func(b *testing.B) {
			for b.Loop() {
				coach.Consult(facts, r)
			}
		})
	}
}
