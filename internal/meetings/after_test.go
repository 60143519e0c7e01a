package meetings_test

import (
	"fmt"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/meetings"
	"rapport/internal/people"
	"rapport/internal/store"
)

func TestATalkIsTakenDownInOneGo(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		booked := w.book(t, "@fiona today 10:00 minutes:30")
		topic := w.add(t, "headset budget").Item
		c, err := w.After(ctx, "@fiona 25m", fmt.Sprintf(`meeting: purpose:development

decided: the pilot starts monday, in-writing
fiona: ask finance about headsets by:fri
they: intro to Leeds
me: send the shift plan by thursday hours:3
told: stop the survey
feedback: reports are too long kind:change about:reports
saw: asked for the table first dim:evidence
plate: audit of the call centre until:"10 dec"
theirs: rota for January minutes:5
raised: %d ten in December
notes: she looked tired
   and left early
shared: numbers go to finance
next: 10 dec 10:00
`, topic.Number))
		if err != nil {
			t.Fatal(err)
		}
		if c.Meeting.ID != booked.ID || c.Was != rapport.Booked || c.Meeting.Minutes.Value != 25 || c.Meeting.Purpose != rapport.ForDevelopment {
			t.Errorf("the talk: %+v, was %s", c.Meeting, c.Was)
		}
		if d := c.Decisions[0]; d.Text != "the pilot starts monday" || !d.RecordedInWriting.IsYes() || d.Meeting != booked.ID {
			t.Errorf("the decision: %+v", d)
		}
		if len(c.Promises) != 3 || c.Promises[0].Due != "2026-11-20" || c.Promises[1].Due != "" || c.Promises[2].DueNow != "2026-11-19" ||
			!c.Promises[2].IsMine() || c.Promises[2].Hours.Value != 3 || c.Promises[2].State != rapport.StateOpen {
			t.Errorf("the promises: %+v", c.Promises)
		}
		if c.Observations != 1 || c.Pressures != 1 || c.Notes != 1 || c.Shared != 1 || len(c.Theirs) != 1 || len(c.Raised) != 1 || c.Next == nil || len(c.Instructions) != 1 {
			t.Errorf("%+v", c)
		}
		if f := c.Feedback[0]; f.Kind != rapport.Change || f.About != "reports" || f.Sender.Boss == 0 {
			t.Errorf("the feedback: %+v", f)
		}
		if err := w.DB.Read(ctx, func(tx *store.Tx) error {
			saw, err := store.Observations.List(ctx, tx, w.User.ID, store.FactFilter{})
			if err != nil || len(saw) != 1 || saw[0].Dim != "evidence" || saw[0].Text != rapport.Private("asked for the table first") {
				t.Errorf("what was seen: %d, %v", len(saw), err)
			}
			plate, err := store.BossPressures.List(ctx, tx, w.User.ID, store.FactFilter{})
			if err != nil || len(plate) != 1 || plate[0].Until != "2026-12-10" || plate[0].From != "2026-11-18" {
				t.Errorf("the plate: %d, %v", len(plate), err)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		want := `Wed 18 Nov. Decided: the pilot starts monday
You: ask finance about headsets by Fri 20 Nov; intro to Leeds
I: send the shift plan by Thu 19 Nov`
		if got := strings.Join(c.Confirmation("2026-11-18").Lines(), "\n"); got != want {
			t.Errorf("confirmation:\n%s\nwant:\n%s", got, want)
		}
	})
}

func TestAllOfATalkOrNothing(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		other := "boss Sam"
		if _, err := w.people.AddBoss(t.Context(), "Sam Reed", people.BossChange{}); err != nil {
			t.Fatal(other, err)
		}
		theirs, err := w.AddItem(t.Context(), "a topic @sam", false)
		if err != nil {
			t.Fatal(err)
		}
		for text, words := range map[string]string{
			"decided: go\nwe talked about canary":         "line 2: the line does not begin with a kind",
			"decided: go\n\nme:":                          "line 3: nothing stands behind me:",
			"decided: go\nme: plan by:asap":               "line 2: by:asap is not a date",
			"decided: go\nme: plan hours:many":            "line 2: hours:many",
			"decided: go @sam":                            "line 1: the talk was with @fiona",
			"decided: go +pilot":                          "line 1: a decision has no place for +pilot",
			"told: stop +nowhere":                         "line 1: there is no project +nowhere",
			"decided: go\nraised: the budget":             "line 2: the number of the topic is missing",
			"raised: 999 yes":                             "line 1: there is nothing with number 999",
			fmt.Sprintf("raised: %d", theirs.Item.Number): "a topic for @sam",
			"plate: canary until:canary":                  "line 1: what stands behind until: is not a day",
			"saw: dim:detail":                             "line 1: nothing stands there besides marks",
			"feedback: fine kind:canary-kind":             "line 1",
			"next: yesterday 10:00":                       "line 1: ",
			"meeting: on:tomorrow\ndecided: go":           "still ahead",
			"":                                            "nothing was said",
			"meeting: 30m":                                "nothing was said",
		} {
			_, err := w.After(t.Context(), "@fiona", text)
			if err == nil || !strings.Contains(err.Error(), words) || rapport.HintOf(err) == "" {
				t.Errorf("%q: %v, hint %q; want %q", text, err, rapport.HintOf(err), words)
			}
			if strings.HasPrefix(text, "plate") && strings.Contains(err.Error()+rapport.HintOf(err), "canary") {
				t.Errorf("a private line is quoted: %v", err)
			}
		}
		o := w.overview(t)
		decisions, _, err := w.Decisions(t.Context(), "", rapport.Period{}, 0)
		if err != nil || len(o.Meetings) != 0 || len(decisions) != 0 {
			t.Errorf("something of a refused talk was kept: %v, %v, %v", o.Meetings, decisions, err)
		}
	})
}

func TestAConfirmationNamesWhatWasAgreedAndNoMore(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		c, err := w.After(t.Context(), "@fiona", "saw: canary\nnotes: canary\nplate: canary\ntheirs: rota\nfeedback: well done kind:praise\nshared: canary")
		if err != nil {
			t.Fatal(err)
		}
		if lines := c.Confirmation(w.Today()).Lines(); len(lines) != 0 {
			t.Errorf("confirms %q", lines)
		}
		if all := fmt.Sprintf("%+v", c.Confirmation(w.Today())); strings.Contains(all, "canary") {
			t.Error(all)
		}
	})
}

func TestArgumentsAreCutIntoMeetingAndLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ args, about, text string }{
		{"@dana|30m|on:yesterday|decided: go|they: ask by:fri", "@dana 30m on:yesterday", "decided: go\nthey: ask by:fri"},
		{"decided: go|@dana|on:fri", "@dana on:fri", "decided: go"},
		{"@dana|dana: ask finance", "@dana", "dana: ask finance"},
		{"@dana|decided: go|nonsense", "@dana", "decided: go\nnonsense"},
		{"@dana|kind:chat", "@dana kind:chat", ""},
	} {
		about, text := meetings.SplitAfter(strings.Split(c.args, "|"))
		if about != c.about || text != c.text {
			t.Errorf("%q: %q and %q", c.args, about, text)
		}
	}
}

func TestDecisionsAndInstructionsAreListed(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		d, boss, err := w.Decided(ctx, "@fiona scanners come in january on:2026-11-03 in-writing")
		if err != nil || d.Text != "scanners come in january" || d.Day() != "2026-11-03" || boss.Slug != "fiona" || !d.RecordedInWriting.IsYes() {
			t.Errorf("%+v, %v", d, err)
		}
		if again, _, err := w.Decided(ctx, "the pilot starts friday"); err != nil || again.Text != "the pilot starts friday" || again.Day() != w.Today() {
			t.Errorf("%+v, %v", again, err)
		}
		i, _, err := w.Instructed(ctx, "stop the survey")
		if err != nil || i.State() != rapport.StateOpen {
			t.Fatalf("%+v, %v", i, err)
		}
		_, _, err = w.InstructionDone(ctx, i.Number, "2026-11-01")
		refused(t, err, rapport.Invalid, "not between")
		if done, _, err := w.InstructionDone(ctx, i.Number, ""); err != nil || done.DoneOn != w.Today() {
			t.Errorf("%+v, %v", done, err)
		}
		open, _, err := w.Instructions(ctx, "fiona", rapport.Period{}, true, 0)
		if err != nil || len(open) != 0 {
			t.Errorf("open: %v, %v", open, err)
		}
		_, _, err = w.Decided(ctx, strings.Repeat("x", 10<<10))
		if err != nil {
			t.Errorf("a long decision: %v", err)
		}
		_, _, err = w.Decided(ctx, "\x00\x1b")
		refused(t, err, rapport.Invalid, "nothing to write down")
	})
}
