package journal_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
	wire "rapport/internal/wire/journal"
)

// factBodies makes an empty body of each type of facts.
func factBodies() []wire.Body {
	event := func(kind rapport.PromiseEventKind) wire.Body {
		return &wire.CommitmentEvent{PromiseEvent: rapport.PromiseEvent{Kind: kind}}
	}
	return []wire.Body{
		&wire.Ask{}, &wire.AdviceSheet{}, &wire.Commitment{}, event(rapport.PromiseDone), event(rapport.PromiseMissed), event(rapport.PromiseMoved),
		event(rapport.PromiseWithdrawn), event(rapport.PromiseReopened), &wire.Meeting{}, &wire.Rhythm{}, &wire.AgendaItem{}, &wire.Decision{},
		&wire.Instruction{}, &wire.FeedbackAsk{}, &wire.Feedback{}, &wire.BossPref{}, &wire.CopyPrefs{}, &wire.Agreement{}, &wire.Criterion{},
		&wire.Skill{}, &wire.Stakeholder{}, &wire.Contact{}, &wire.Pitch{}, &wire.OfferHelp{}, &wire.Help{}, &wire.TeamDate{},
		&wire.Reorganisation{}, &wire.Role{}, &wire.Message{Message: rapport.Message{State: rapport.Draft}},
		&wire.Message{Message: rapport.Message{State: rapport.Sent}}, &wire.BossPing{}, &wire.Surprise{}, &wire.Heard{}, &wire.EventPublic{},
		&wire.Mapping{}, &wire.NudgeMark{}, &wire.Reply{}, &wire.Observation{}, &wire.BossPressure{}, &wire.HumanFact{}, &wire.Reaction{}, &wire.Hardship{}, &wire.CareerGoal{},
		&wire.Rate{}, &wire.Hours{}, &wire.Reflection{}, &wire.Disclosure{},
	}
}

func TestAllTypesAreDrawn(t *testing.T) {
	types := []string{
		"add_boss", "boss_left", "boss_goal", "project", "log", "report_draft", "report_sent", "note_private", "calendar", "user", "source",
		"proposal", "correction",
	}
	for _, body := range factBodies() {
		types = append(types, body.Type())
	}
	slices.Sort(types)
	if !slices.Equal(types, wire.Types()) {
		t.Errorf("the properties draw %q, the format has %q", types, wire.Types())
	}
}

// anyone is a person as a line may name them: the user, a boss of the file, a
// stranger by a word that could be one, or by a name.
func (m maker) anyone() string {
	return pick(m, "person", "me", "dana", "kim", "lee", "Lee Ode", "Dana")
}

// lines are the ids of lines that facts may name, by the field that does so.
var factLines = map[string][]rapport.LineID{
	"Meeting": {"f-meeting", ""}, "Ask": {"f-ask", ""}, "Feedback.Ask": {"f-feedback_ask", ""}, "Same": {"f-feedback", ""},
	"Ref": {"f-commitment", "f-nowhere", "", ""}, "Reply.To": {"f-ask", "f-meeting", ""},
}

// fill draws values for all fields of a body, or of a noun, that the format
// takes. Where names words, it may be of a field alone or behind its type.
func (m maker) fill(v reflect.Value, where string, ids func(where string, kind reflect.Type) int64) {
	field := where[strings.LastIndexByte(where, '.')+1:]
	switch set := v.Addr().Interface().(type) {
	case *rapport.Fact:
		set.Removed = m.removed()
		return
	case *rapport.PrivateText:
		*set = rapport.Private(m.text() + pick(m, "rest", "", "\n\tx"))
		return
	case *rapport.Day:
		if *set = m.day(); where == "HumanFact.SaidOn" {
			*set = "2026-02-03"
		}
		return
	case *rapport.Stamp:
		*set = pick(m, "another time", rapport.Stamp{}, m.stamp(48, 60))
		return
	case *rapport.Truth:
		*set = m.truth()
		return
	case *rapport.Amount:
		if *set = rapport.AmountOf(pick(m, "amount", 0, 1, 2.5, -3, 1e15, 0.1)); where != "Rating.Value" && where != "WeekHours.Hours" && m.chance("not said") {
			*set = rapport.Amount{}
		}
		return
	case *rapport.Person:
		*set = pick(m, "person", rapport.Person{}, rapport.Myself(), rapport.Person{Name: "lee"}, rapport.Person{Boss: rapport.BossID(ids(where, reflect.TypeFor[rapport.BossID]()))})
		if needed := []string{"Promise.By", "Promise.To", "Help.By", "Help.To", "PreferenceCopy.By", "Feedback.Sender", "Reply.By"}; set.IsZero() && slices.Contains(needed, where) {
			*set = rapport.Myself()
		}
		return
	case *rapport.LineID:
		choices, ok := factLines[where]
		if !ok {
			choices = factLines[field]
		}
		*set = pick(m, "line", append(slices.Clone(choices), "")...)
		return
	case *rapport.Slug:
		choices := []rapport.Slug{"dana", "kim"}
		switch field {
		case "Goal":
			choices = []rapport.Slug{"wait", "cost", ""}
		case "Project":
			choices = []rapport.Slug{"desk", "chat", ""}
		case "Boss", "Told":
			if slices.Contains([]string{"Skill", "Contact", "Pitch", "Reorganisation", "Heard", "Mapping", "Reflection"}, strings.TrimSuffix(where, "."+field)) {
				choices = append(choices, "")
			}
		}
		*set = pick(m, field, choices...)
		return
	case *rapport.Standing:
		return // it follows from what happened
	case *rapport.PromiseEventKind, *rapport.ReportState:
		return // the type of the line
	}
	if v.Kind() == reflect.String && v.Type() != reflect.TypeFor[string]() {
		v.SetString(m.word(where, v.Type()))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		m.fillFields(v, ids)
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(m.T, "length")
		if field == "SharedWith" && n == 0 && m.chance("said that nobody knows") {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range n {
			if v.Type().Elem() == reflect.TypeFor[rapport.Day]() {
				v.Index(i).SetString(pick(m, "day", "2026-01-31", "2024-02-29"))
				continue
			}
			m.fill(v.Index(i), "Element.Boss", ids)
		}
	case reflect.Bool:
		v.SetBool(m.chance(field))
	case reflect.String:
		switch {
		case where == "Preference.Value" || where == "BossPref.Value":
			v.SetString(pick(m, "value", "1", "2.50", "-3e4"))
		case field == "By" || field == "To" || field == "Sender" || field == "SuggestedBy":
			v.SetString(m.anyone())
		case field == "Week":
			v.SetString(pick(m, "week", "2026-W53", "2026-W01"))
		case field == "Text" || field == "Shared":
			v.SetString(m.text())
		default:
			v.SetString(m.maybe())
		}
	case reflect.Int64:
		v.SetInt(ids(where, v.Type()))
	default:
		panic("a fact has a field that cannot be drawn: " + where)
	}
}

// fillFields fills the fields of a struct that no outer field hides.
func (m maker) fillFields(v reflect.Value, ids func(string, reflect.Type) int64) {
	for i := range v.NumField() {
		m.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, ids)
	}
}

// word draws one of the words that the format allows.
func (m maker) word(where string, t reflect.Type) string {
	few := map[reflect.Type][]string{
		reflect.TypeFor[rapport.Currency](): {"", "information", "advice"}, reflect.TypeFor[rapport.MeetingKind](): {"1:1", "review"},
		reflect.TypeFor[rapport.MeetingStatus](): {"held", "booked"}, reflect.TypeFor[rapport.Purpose](): {"", "development"},
		reflect.TypeFor[rapport.AgendaType](): {"", "decide"}, reflect.TypeFor[rapport.Sign](): {"good", "bad"},
		reflect.TypeFor[rapport.Cause](): {"clash", "elsewhere"}, reflect.TypeFor[rapport.Aspect](): {"", "blind-spot"},
		reflect.TypeFor[rapport.Introduction](): {"", "made"}, reflect.TypeFor[rapport.ContactWith](): {"", "hr"},
		reflect.TypeFor[rapport.FeedbackKind](): {"", "praise"}, reflect.TypeFor[rapport.Grade](): {"", "fact", "hunch"},
		reflect.TypeFor[rapport.CareerState](): {"", "supported", "on the list"}, reflect.TypeFor[rapport.NudgeMarkKind](): {"snoozed", "muted"},
	}[t]
	if few == nil {
		panic("no words are known for " + where)
	}
	return pick(m, where, few...)
}

// anyFacts draws lines of all types of facts, some of them missing.
func anyFacts(m maker, entries []rapport.LineID) (bodies []wire.Body, ids map[wire.Body]rapport.LineID) {
	ids = map[wire.Body]rapport.LineID{}
	for _, body := range factBodies() {
		needed := slices.Contains([]string{"meeting", "ask", "feedback_ask", "feedback"}, body.Type())
		if !needed && m.chance("left out") {
			continue
		}
		m.fillFields(reflect.ValueOf(body).Elem(), func(string, reflect.Type) int64 { return 0 })
		switch b := body.(type) {
		case *wire.CommitmentEvent:
			if b.Text = pick(m, "part", "a", "Été", " done ", "nothing like it", ""); b.Text == "" && b.Ref == "" {
				b.Ref = "f-nowhere"
			}
		case *wire.BossPref:
			if !b.IsNumber {
				b.Value = m.text()
			}
		case *wire.AgendaItem:
			b.Entry = pick(m, "entry", append(entries, "")...)
		case *wire.FeedbackAsk:
			b.Entry = pick(m, "entry", append(entries, "")...)
		case *wire.Pitch:
			b.Entry = pick(m, "entry", append(entries, "")...)
		}
		ids[body] = rapport.LineID("f-" + body.Type())
		bodies = append(bodies, body)
	}
	return bodies, ids
}

// standings says of all promises where they stand, and of all that happened
// which promise it was about, in words that are the same in every store.
func standings(t tester, s *journal.Service) string {
	t.Helper()
	var out []string
	if err := s.DB.Read(context.Background(), func(tx *store.Tx) error {
		out = nil
		refs, err := tx.PromiseRecords(context.Background(), s.User.ID, store.RecordRef{}, 10_000)
		if err != nil {
			return err
		}
		var promises, events []rapport.FactID
		for _, ref := range refs {
			if ref.Noun == store.PromiseNoun {
				promises = append(promises, rapport.FactID(ref.ID))
			} else {
				events = append(events, rapport.FactID(ref.ID))
			}
		}
		made, err := store.Promises.ByID(context.Background(), tx, s.User.ID, promises)
		if err != nil {
			return err
		}
		happened, err := store.PromiseEvents.ByID(context.Background(), tx, s.User.ID, events)
		names := map[rapport.FactID]rapport.LineID{}
		for _, p := range made {
			names[p.ID] = p.Line
			var own []rapport.PromiseEvent
			for _, e := range happened {
				if e.Promise == p.ID {
					own = append(own, e)
				}
			}
			if want := p.After(own).Standing; p.Standing != want {
				t.Fatalf("the promise %s stands at %+v; after its events it should at %+v", p.Line, p.Standing, want)
			}
			out = append(out, fmt.Sprintf("%s stands at %+v", p.Line, p.Standing))
		}
		for _, e := range happened {
			out = append(out, fmt.Sprintf("%s is about %q", e.Line, names[e.Promise]))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestPromisesStandWhateverTheOrder imports the same lines about promises in
// two orders, in one file or two, and elsewhere from an export.
func TestPromisesStandWhateverTheOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		here := &desks{db: open()}
		there := &desks{db: storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})}
		rapid.Check(t, func(t *rapid.T) {
			if here.enough() {
				return
			}
			m := maker{t}
			texts := []string{"send the rota for March", "send the rota", "the rota for ward 4", "budget", "Überblick"}
			parts := []string{"rota", "send the rota", "ward 4", "für", "überblick", "budget ", "ud", ""}
			lines := []string{dana + "\n"}
			n := rapid.IntRange(1, 14).Draw(t, "lines")
			hours := rapid.Permutation([]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}).Draw(t, "hours")
			for i := range n {
				var body wire.Body
				if m.chance("a promise") {
					body = &wire.Commitment{
						Promise: rapport.Promise{Fact: rapport.Fact{Record: rapport.Record{Removed: pick(m, "removed", 0, 0, 0, rapport.InstantOf(time.Date(2026, 3, 28, 7, 30, 0, 0, time.UTC)))}}, Text: pick(m, "text", texts...), Due: pick[rapport.Day](m, "due", "", "2026-03-27", "2026-04-01")},
						By:      pick(m, "by", "me", "dana"), To: "dana",
					}
				} else {
					e := &wire.CommitmentEvent{
						PromiseEvent: rapport.PromiseEvent{
							Kind: pick(m, "kind", rapport.PromiseDone, rapport.PromiseMissed, rapport.PromiseMoved, rapport.PromiseWithdrawn, rapport.PromiseReopened),
							Text: pick(m, "part", parts...), Late: m.truth(), Due: pick[rapport.Day](m, "moved to", "", "2026-04-09"),
						},
						By: pick(m, "by", "", "me", "dana"),
					}
					if e.Removed = pick(m, "removed", 0, 0, 0, rapport.Instant(1)); e.Text == "" || m.chance("by reference") {
						e.Ref = rapport.LineID(fmt.Sprintf("l%d", rapid.IntRange(0, 14).Draw(t, "ref")))
					}
					body = e
				}
				at := rapport.StampOf(time.Date(2026, 3, 28, hours[i], 0, 0, 0, time.UTC))
				lines = append(lines, string(wire.Encode(wire.Line{ID: rapport.LineID(fmt.Sprintf("l%d", i)), T: at, Body: body}))+"\n")
			}
			first, other := here.next(t), here.next(t)
			imported(t, first, strings.Join(lines, ""))
			shuffled := rapid.Permutation(lines).Draw(t, "order")
			cut := rapid.IntRange(0, len(lines)-1).Draw(t, "cut")
			imported(t, other, dana+"\n"+strings.Join(shuffled[:cut], ""))
			imported(t, other, dana+"\n"+strings.Join(shuffled[cut:], ""))
			differ(t, "in another order", standings(t, other), standings(t, first))
			differ(t, "the journal in another order", export(t, other), export(t, first))
			survives(t, first, there.next(t))
		})
	})
}
