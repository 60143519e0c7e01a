package coach_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/coach"
)

// canary stands in every private text of a random record.
const canary = "canary-of-the-private-room"

// randomDay is the day around which random records lie.
const randomDay = rapport.Day("2026-06-15")

var randomTexts = []string{
	"", "April rota", "the April rota is late", "approve the second till", "Please make notes shorter", "fine", "x",
	"two people resign in May", "budget cut by 4 percent", "the vendor will not be ready in time", "drop the April rota, do the audit first",
	"change the April rota this week", "self-review due 2026-07-10", "on leave 3-14 august", "what are the goals?", "ünïcødé 漢字 🙂", "only when needed",
	"everything is on track", "rota rota rota", "1 2 3", "if the audit is clean, a word on the rota",
}

// randomRecord draws a record with all nouns, around randomDay, some of it in
// the future of any moment that is asked about.
func randomRecord(t *rapid.T) coach.Record {
	g := &randomizer{t: t, at: rapport.InstantOf(randomDay.Noon(time.UTC))}
	var r coach.Record
	for i := range rapid.IntRange(0, 3).Draw(t, "bosses") {
		b := rapport.Boss{
			ID: rapport.BossID(i + 1), Record: g.record(), Slug: rapport.Slug(fmt.Sprintf("boss%d", i)), Name: fmt.Sprintf("Boss %d", i),
			Relation: pick(g, rapport.Solid, rapport.Dotted, rapport.ProjectLine), Zone: pick(g, "", "Europe/London", "America/Mexico_City", "no/where"),
			Hours: pick(g, "", "08:30-17:30", "nonsense"), Evaluates: pick(g, rapport.NotSaid, rapport.Yes),
		}
		if g.yes() {
			b.Left = g.record().At
		}
		r.Names.Bosses = append(r.Names.Bosses, b)
	}
	for i := range g.some() {
		r.Names.Goals = append(r.Names.Goals, rapport.Goal{
			ID: rapport.GoalID(i + 1), Record: g.record(), Boss: g.boss(), Slug: rapport.Slug(fmt.Sprint("g", i)), Title: g.text(), Confirmed: g.yes(), Due: g.day(), Closed: g.day(),
		})
	}
	for i := range g.some() * 2 {
		e := rapport.Entry{
			ID: rapport.EntryID(i + 1), Record: g.record(), Kind: pick(g, rapport.Kinds[:]...), Text: g.text(), Outcome: g.text(), Due: g.day(), Closed: g.day(),
			ToldSaid: pick(g, rapport.No, rapport.Yes), Asked: pick(g, rapport.NotSaid, rapport.No, rapport.Yes), OwnError: pick(g, rapport.NotSaid, rapport.Yes),
			Helpers: []string{"Jana"}, BossSaid: pick(g, "", "yes", "later", "no"), Raised: pick(g, rapport.NotSaid, rapport.No, rapport.Yes),
		}
		e.Day = rapport.DayOf(e.At.Time())
		if g.yes() {
			e.Told = []rapport.Told{{Boss: g.boss(), Since: g.record().At}}
		}
		if len(r.Names.Goals) > 0 && g.yes() {
			e.Links = []rapport.Link{{Goal: rapport.GoalID(1 + rapid.IntRange(0, len(r.Names.Goals)-1).Draw(t, "goal")), By: pick(g, rapport.Said, rapport.Guessed, rapport.Refused), Confidence: 60}}
		}
		r.Entries = append(r.Entries, e)
	}
	g.relation(&r)
	g.growth(&r)
	r.First = rapport.StampOf(randomDay.Add(-200).Noon(time.UTC))
	return r
}

func (g *randomizer) relation(r *coach.Record) {
	for range g.some() {
		r.Reports = append(r.Reports, rapport.Report{Record: g.record(), Boss: g.boss(), State: pick(g, rapport.Draft, rapport.Sent), Text: g.text()})
		r.Messages = append(r.Messages, rapport.Message{Fact: g.fact(), Boss: g.boss(), State: pick(g, rapport.Draft, rapport.Sent), Text: g.text()})
		r.Meetings = append(r.Meetings, rapport.Meeting{
			Fact: g.fact(), Boss: g.boss(), Kind: pick(g, rapport.OneOnOne, rapport.AdHoc, rapport.Chat, rapport.ReviewTalk),
			Status: pick(g, rapport.Booked, rapport.Held, rapport.Cancelled, rapport.Missed), By: g.person(), Notes: rapport.Private(canary), Start: pick(g, rapport.Stamp{}, g.record().At),
			Conversation: pick(g, "", "style"),
		})
		r.Rhythms = append(r.Rhythms, rapport.Rhythm{Fact: g.fact(), Boss: g.boss(), Every: pick(g, "weekly", "none", "FREQ=WEEKLY;INTERVAL=0", "every 99 fortnights", "")})
		r.Asks = append(r.Asks, rapport.Ask{Fact: g.fact(), Boss: g.boss(), Text: g.text(), Due: g.day(), Answered: pick(g, rapport.NotSaid, rapport.No, rapport.Yes), AnsweredOn: g.day()})
		p := rapport.Promise{Fact: g.fact(), By: g.person(), To: g.person(), Text: g.text(), Due: g.day(), Hours: rapport.AmountOf(float64(rapid.IntRange(0, 90).Draw(g.t, "hours")))}
		r.Promises = append(r.Promises, p.After(nil))
		r.FeedbackAsks = append(r.FeedbackAsks, rapport.FeedbackAsk{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Feedback = append(r.Feedback, rapport.Feedback{Fact: g.fact(), Sender: g.person(), Text: g.text(), Kind: pick(g, "", rapport.Praise, rapport.Change)})
		r.Pings = append(r.Pings, rapport.Ping{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Surprises = append(r.Surprises, rapport.Surprise{Fact: g.fact(), Boss: g.boss(), Text: g.text(), To: g.person()})
		r.Heard = append(r.Heard, rapport.Heard{Fact: g.fact(), Text: g.text()})
		r.Public = append(r.Public, rapport.PublicEvent{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Instructions = append(r.Instructions, rapport.Instruction{Fact: g.fact(), Boss: g.boss(), Text: g.text(), DoneOn: g.day()})
		r.Decisions = append(r.Decisions, rapport.Decision{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Preferences = append(r.Preferences, rapport.Preference{Fact: g.fact(), Boss: g.boss(), Dim: pick(g, "intake", "news", "contact"), Value: pick(g, "reader", "no-surprise", "only when needed")})
		r.Copies = append(r.Copies, rapport.PreferenceCopy{Fact: g.fact(), From: g.boss(), To: g.boss()})
		r.Reorgs = append(r.Reorgs, rapport.Reorganisation{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Roles = append(r.Roles, rapport.RoleChange{Fact: g.fact(), Text: g.text(), NewManager: pick(g, rapport.NotSaid, rapport.Yes), Tight: pick(g, rapport.NotSaid, rapport.Yes)})
		r.Calendar = append(r.Calendar, rapport.CalendarFact{Record: g.record(), Text: g.text(), Date: g.day(), Until: g.day(), Kind: pick(g, "", rapport.Leave, rapport.Review, rapport.Pressure)})
		r.Agreements = append(r.Agreements, rapport.Agreement{Fact: g.fact(), Boss: g.boss(), Text: g.text(), Pace: pick(g, "live", "weekly")})
	}
}

func (g *randomizer) growth(r *coach.Record) {
	secret := rapport.Private(canary + " opens in july, I fear illness and cannot sleep")
	for range g.some() {
		r.Skills = append(r.Skills, rapport.Skill{Fact: g.fact(), Boss: g.boss(), Text: g.text(), Due: g.day()})
		r.Stakeholders = append(r.Stakeholders, rapport.Stakeholder{Fact: g.fact(), Name: "Noor", SuggestedBy: g.person()})
		r.Contacts = append(r.Contacts, rapport.Contact{Fact: g.fact(), Name: "Noor", With: pick(g, rapport.SkipLevel, rapport.HumanResources), Told: g.boss(), ToldOn: g.day(), OnCareer: rapport.Yes, Protected: pick(g, rapport.PrivateText{}, secret)})
		r.Pitches = append(r.Pitches, rapport.Pitch{Fact: g.fact(), Boss: g.boss(), Text: g.text()})
		r.Offers = append(r.Offers, rapport.HelpOffer{Fact: g.fact(), Boss: g.boss(), Task: g.text(), Outcome: pick(g, "", "declined", "accepted")})
		r.TeamDates = append(r.TeamDates, rapport.TeamDate{Fact: g.fact(), Text: g.text(), Due: g.day()})
		r.Observations = append(r.Observations, rapport.Observation{Fact: g.fact(), Boss: g.boss(), Text: secret})
		r.Pressures = append(r.Pressures, rapport.BossPressure{Fact: g.fact(), Boss: g.boss(), Text: secret, Until: g.day()})
		r.HumanFacts = append(r.HumanFacts, rapport.HumanFact{Fact: g.fact(), Boss: g.boss(), Text: secret, SaidOn: g.day(), On: g.day()})
		r.Reactions = append(r.Reactions, rapport.Reaction{Fact: g.fact(), Boss: g.boss(), To: secret, Sign: pick(g, rapport.TakenWell, rapport.TakenBadly)})
		r.Hardships = append(r.Hardships, rapport.Hardship{Fact: g.fact(), Boss: g.boss(), Text: secret})
		r.Careers = append(r.Careers, rapport.CareerGoal{Fact: g.fact(), Text: secret, SharedOn: g.day(), State: pick(g, "", rapport.CareerSaid)})
		r.Ratings = append(r.Ratings, rapport.Rating{Fact: g.fact(), Item: secret, Value: rapport.AmountOf(2)})
		r.Hours = append(r.Hours, rapport.WeekHours{Fact: g.fact(), Hours: rapport.AmountOf(float64(rapid.IntRange(0, 90).Draw(g.t, "week")))})
		r.Reflections = append(r.Reflections, rapport.Reflection{Fact: g.fact(), Topic: pick(g, "stay-or-go", "other"), Text: secret})
		r.Disclosures = append(r.Disclosures, rapport.Disclosure{Fact: g.fact(), Boss: g.boss(), Item: secret, Risk: secret, Doing: secret, Help: secret})
		r.Notes = append(r.Notes, rapport.PrivateNote{Record: g.record(), Text: secret})
	}
}

// randomizer draws the parts of a record.
type randomizer struct {
	t  *rapid.T
	at rapport.Instant
	n  int64
}

func (g *randomizer) record() rapport.Record {
	g.n++
	hours := rapid.IntRange(-200*24, 60*24).Draw(g.t, "hours")
	return rapport.Record{Number: rapport.Number(g.n), Line: rapport.LineID(fmt.Sprintf("line-%d", g.n)), At: rapport.StampOf(g.at.Time().Add(time.Duration(hours) * time.Hour))}
}

func (g *randomizer) fact() rapport.Fact {
	r := g.record()
	return rapport.Fact{ID: rapport.FactID(g.n), Record: r}
}

func (g *randomizer) some() int    { return rapid.IntRange(0, 4).Draw(g.t, "how many") }
func (g *randomizer) yes() bool    { return rapid.Bool().Draw(g.t, "yes") }
func (g *randomizer) text() string { return rapid.SampledFrom(randomTexts).Draw(g.t, "text") }

func (g *randomizer) boss() rapport.BossID {
	return rapport.BossID(rapid.IntRange(0, 4).Draw(g.t, "boss"))
}

func (g *randomizer) person() rapport.Person {
	if g.yes() {
		return rapport.Myself()
	}
	return rapport.Person{Boss: g.boss()}
}

func (g *randomizer) day() rapport.Day {
	if g.yes() {
		return ""
	}
	return randomDay.Add(rapid.IntRange(-150, 90).Draw(g.t, "day"))
}

func pick[T any](g *randomizer, from ...T) T { return rapid.SampledFrom(from).Draw(g.t, "pick") }
