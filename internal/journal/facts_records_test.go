package journal_test

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"rapport"
	"rapport/internal/store"
)

// factMaker makes facts of one noun as the program's own use-cases could.
type factMaker struct {
	noun store.Noun
	make func(ctx context.Context, tx *store.Tx, m maker, record rapport.Record, ids func(string, reflect.Type) int64) (rapport.FactID, error)
}

func makes[T any, P interface {
	*T
	Head() *rapport.Fact
}](table store.Facts[T, P], finish ...func(m maker, fact P)) factMaker {
	return factMaker{table.Noun(), func(ctx context.Context, tx *store.Tx, m maker, record rapport.Record, ids func(string, reflect.Type) int64) (rapport.FactID, error) {
		fact := P(new(T))
		m.fillFields(reflect.ValueOf(fact).Elem(), ids)
		for _, f := range finish {
			f(m, fact)
		}
		fact.Head().Record = record
		err := table.Insert(ctx, tx, fact)
		return fact.Head().ID, err
	}}
}

// factMakers lists all nouns, those that others point to first.
func factMakers() []factMaker {
	return []factMaker{
		makes(store.Meetings), makes(store.Asks), makes(store.FeedbackAsks), makes(store.Feedbacks),
		makes(store.Promises, func(_ maker, p *rapport.Promise) { *p = p.After(nil) }),
		makes(store.PromiseEvents, func(m maker, e *rapport.PromiseEvent) {
			e.Kind = pick(m, "what happened", rapport.PromiseDone, rapport.PromiseMissed, rapport.PromiseMoved, rapport.PromiseWithdrawn, rapport.PromiseReopened)
			e.Text, e.Ref = "", "" // the program knows which
		}),
		makes(store.AdviceSheets), makes(store.Rhythms), makes(store.AgendaItems), makes(store.Decisions), makes(store.Instructions),
		makes(store.Skills), makes(store.Stakeholders), makes(store.Contacts), makes(store.Criteria), makes(store.Pitches),
		makes(store.HelpOffers), makes(store.Helps), makes(store.TeamDates),
		makes(store.Preferences, func(m maker, p *rapport.Preference) {
			if !p.IsNumber {
				p.Value = m.text()
			}
		}),
		makes(store.PreferenceCopies), makes(store.Reorganisations), makes(store.Agreements), makes(store.RoleChanges),
		makes(store.Messages, func(m maker, msg *rapport.Message) { msg.State = pick(m, "state", rapport.Draft, rapport.Sent) }),
		makes(store.Pings), makes(store.Surprises), makes(store.HeardThings), makes(store.PublicEvents), makes(store.Mappings), makes(store.Replies),
		makes(store.Observations), makes(store.BossPressures), makes(store.HumanFacts), makes(store.Reactions), makes(store.Hardships),
		makes(store.CareerGoals, func(_ maker, g *rapport.CareerGoal) { g.SharedSaid = g.SharedSaid || g.SharedWith != nil }),
		makes(store.Ratings), makes(store.HoursWorked), makes(store.Reflections), makes(store.Disclosures), makes(store.NudgeMarks),
	}
}

func TestAllNounsAreMade(t *testing.T) {
	made := map[store.Noun]bool{}
	for _, f := range factMakers() {
		made[f.noun] = true
	}
	for _, noun := range store.FactNouns() {
		if !made[noun] {
			t.Errorf("no property makes a %s", noun)
		}
	}
}

// fillFacts puts facts of all nouns into the store. Each points to others of
// the noun that it should point to.
func fillFacts(ctx context.Context, m maker, tx *store.Tx, record func(from, until int) rapport.Record, owner rapport.UserID, bosses []rapport.BossID, goals []rapport.GoalID, projects []rapport.ProjectID, entries []rapport.EntryID) error {
	made := map[store.Noun][]rapport.FactID{}
	settle := map[rapport.FactID]bool{}
	optional := map[string]bool{
		"Skill.Boss": true, "Contact.Told": true, "Pitch.Boss": true, "Reorganisation.Boss": true, "Heard.Boss": true, "Mapping.Boss": true, "Reflection.Boss": true,
	}
	ids := func(where string, kind reflect.Type) int64 {
		switch kind {
		case reflect.TypeFor[rapport.BossID]():
			if optional[where] && m.chance("no boss") {
				return 0
			}
			return int64(pick(m, where, bosses...))
		case reflect.TypeFor[rapport.GoalID]():
			return int64(pick(m, where, append(goals, 0)...))
		case reflect.TypeFor[rapport.ProjectID]():
			return int64(pick(m, where, append(projects, 0)...))
		case reflect.TypeFor[rapport.EntryID]():
			return int64(pick(m, where, append(entries, 0)...))
		case reflect.TypeFor[rapport.RecordID](): // to whatever there is
			to := []rapport.FactID{0}
			for _, noun := range [...]store.Noun{store.AskNoun, store.DecisionNoun} {
				to = append(to, made[noun]...)
			}
			for _, e := range entries {
				to = append(to, rapport.FactID(e))
			}
			return int64(pick(m, where, to...))
		case reflect.TypeFor[rapport.FactID]():
			noun, ok := map[string]store.Noun{
				"Ask.Meeting": store.MeetingNoun, "Promise.Meeting": store.MeetingNoun, "AgendaItem.Meeting": store.MeetingNoun, "Decision.Meeting": store.MeetingNoun,
				"AgendaItem.Ask": store.AskNoun, "Feedback.Ask": store.FeedbackAskNoun, "Feedback.Same": store.FeedbackNoun, "PromiseEvent.Promise": store.PromiseNoun,
			}[where]
			if !ok {
				panic("nobody knows to what " + where + " points")
			}
			id := pick(m, where, append(made[noun], 0)...)
			if where == "PromiseEvent.Promise" {
				id = pick(m, where, made[noun]...)
				settle[id] = true
			}
			return int64(id)
		}
		panic("an id of a kind that cannot be drawn: " + where)
	}
	for _, f := range factMakers() {
		for range pick(m, "how many", 1, 0, 2) {
			if f.noun == store.PromiseEventNoun && len(made[store.PromiseNoun]) == 0 {
				continue
			}
			id, err := f.make(ctx, tx, m, record(0, 9), ids)
			if err != nil {
				return fmt.Errorf("a %s: %w", f.noun, err)
			}
			made[f.noun] = append(made[f.noun], id)
		}
	}
	for id := range settle {
		if err := tx.SettlePromise(ctx, owner, id); err != nil {
			return err
		}
	}
	return nil
}
