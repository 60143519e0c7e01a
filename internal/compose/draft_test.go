package compose

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
)

func TestADraftInventsNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, style := genWhole(t), genStyle(t)
		kind := rapid.SampledFrom(DraftKinds[:4]).Draw(t, "kind")
		r, err := Draft(kind, Adapt(Tried(style))(Plan(Select(m))), 0, "the 3rd page", nil)
		if rapport.CodeOf(err) == rapport.NotFound {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		said := saidOf(m)
		for _, line := range r.Explain() {
			var known []string
			for _, id := range line.Entries {
				known = append(known, digits(said[id])...)
			}
			for _, c := range line.Computed {
				known = append(known, digits(c.Text)...)
			}
			for _, d := range digits(line.Text) {
				if !slices.Contains(known, d) {
					t.Fatalf("%s, %v: %q has %s, which stands nowhere", kind, style, line.Text, d)
				}
			}
		}
	})
}

func TestAWarningNeedsNoSolution(t *testing.T) {
	t.Parallel()
	l := newLife("Jo", "Maren Holt", "2026-11-16", "2026-11-20", "2026-11-20")
	id := l.log("2026-11-19", rapport.Challenge, 0, "the second printer is broken")
	r, err := Draft(Warning, Neutral(Plan(Select(l.m))), id, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"I want you to hear this early.", "The second printer is broken. No answer yet.", "I come back to you on …"} {
		if !strings.Contains(r.Markdown(), want) {
			t.Errorf("missing %q:\n%s", want, r.Markdown())
		}
	}
}

func TestSlotsLieInsideBothWorkingDays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		mine := Side{Zone: time.FixedZone("mine", rapid.IntRange(-11, 13).Draw(t, "mine")*3600)}
		theirs := Side{Zone: time.FixedZone("theirs", rapid.IntRange(-11, 13).Draw(t, "theirs")*3600), Hours: "08:30-17:30"}
		now := time.Date(2026, 11, 20, rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0, 0, mine.Zone)
		slots := Slots(now, mine, theirs, 20, 2, nil)
		for _, s := range slots {
			clock := func(x time.Time) int { return x.Hour()*60 + x.Minute() }
			if clock(s.Mine) < 9*60 || clock(s.Mine)+20 > 17*60 || clock(s.Theirs) < 8*60+30 || clock(s.Theirs)+20 > 17*60+30 {
				t.Fatalf("a slot outside of the working days: %s", s)
			}
			if !s.Mine.After(now) || !mine.works(rapport.DayOf(s.Mine)) || !theirs.works(rapport.DayOf(s.Theirs)) {
				t.Fatalf("a slot on no working day: %s", s)
			}
		}
		if len(slots) == 2 && rapport.DayOf(slots[0].Theirs) == rapport.DayOf(slots[1].Theirs) {
			t.Fatalf("both slots are on one day: %v", slots)
		}
	})
}
