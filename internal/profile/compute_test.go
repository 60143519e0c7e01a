package profile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
)

const today rapport.Day = "2026-11-20"

// item makes evidence of so many days ago.
func item(ago int, grade Grade, about, value string) Item {
	return Item{Ref: fmt.Sprintf("%s-%s-%d", grade, value, ago), Day: today.Add(-ago), Grade: grade, About: about, Value: value}
}

func copied(ago int, value string) Item {
	i := item(ago, Fact, "intake", value)
	i.InheritedFrom = "maren"
	return i
}

func TestCompute(t *testing.T) {
	t.Parallel()
	fact := func(ago int, value string) Item { return item(ago, Fact, "intake", value) }
	seen := func(ago int, value string) Item { return item(ago, Observation, "intake", value) }
	guess := func(ago int, value string) Item { return item(ago, Assumption, "intake", value) }
	confirmed := copied(90, "reader")
	confirmed.Confirmed = true
	tests := []struct {
		name     string
		evidence []Item
		changed  []rapport.Day
		want     string // value state grade flags
		reason   string
	}{
		{"nothing is unknown", nil, nil, " unknown", "nothing said"},
		{"one statement makes a value", []Item{fact(5, "reader")}, nil, "reader known fact", "said so on 2026-11-15"},
		{"two observations make none", []Item{seen(5, "reader"), seen(3, "reader")}, nil, " unknown", "2 observations for reader; 3 make"},
		{"three observations make a value", []Item{seen(9, "reader"), seen(5, "reader"), seen(3, "reader")}, nil, "reader known observation", "3 observations, the last on 2026-11-17"},
		{"the same line is counted once", []Item{seen(9, "reader"), seen(9, "reader"), seen(9, "reader")}, nil, " unknown", "one observation"},
		{"the newest statement counts", []Item{fact(5, "reader"), fact(50, "listener")}, nil, "reader known fact", "before that, from 2026-10-01, it was listener"},
		{"two statements of one moment divide", []Item{fact(5, "reader"), fact(5, "listener")}, nil, " unknown", "name different values"},
		{"a statement stands against many observations, in doubt", []Item{fact(50, "reader"), seen(9, "listener"), seen(8, "listener"), seen(7, "listener"), seen(6, "visual"), seen(5, "listener")}, nil, "reader assumed fact doubt", "5 observations since then point to something else, most of them to listener"},
		{"two observations against it are listed only", []Item{fact(50, "reader"), seen(9, "listener"), seen(8, "listener")}, nil, "reader known fact", "too few for a doubt"},
		{"what was seen before they said so is no contradiction", []Item{fact(5, "reader"), seen(9, "listener"), seen(8, "listener"), seen(7, "listener")}, nil, "reader known fact", "said so"},
		{"old observations raise no doubt", []Item{fact(500, "reader"), seen(209, "listener"), seen(208, "listener"), seen(207, "listener")}, nil, "reader assumed fact again", "still holds"},
		{"observations of two kinds divide", []Item{seen(9, "listener"), seen(8, "listener"), seen(7, "listener"), seen(6, "reader"), seen(5, "reader"), seen(4, "reader")}, nil, " unknown", "point both to"},
		{"clearly more observations win", []Item{seen(300, "listener"), seen(290, "listener"), seen(280, "listener"), seen(6, "reader"), seen(5, "reader"), seen(4, "reader"), seen(3, "reader")}, nil, "reader known observation", "4 observations"},
		{"observations fade", []Item{seen(400, "listener"), seen(390, "listener"), seen(5, "listener")}, nil, " unknown", "one observation for listener"},
		{"a guess is assumed", []Item{guess(5, "reader")}, nil, "reader assumed assumption", "you suppose so"},
		{"three observations stop a guess", []Item{guess(50, "reader"), seen(9, "listener"), seen(8, "listener"), seen(7, "listener")}, nil, " unknown", "where reader was supposed"},
		{"four observations replace it", []Item{guess(50, "reader"), seen(9, "listener"), seen(8, "listener"), seen(7, "listener"), seen(6, "listener")}, nil, "listener known observation", "4 observations"},
		{"what is copied is inherited", []Item{copied(5, "reader")}, nil, "reader assumed assumption from maren until 2026-12-15", "copied from maren"},
		{"on the last day it still holds", []Item{copied(29, "reader")}, nil, "reader assumed assumption from maren until 2026-11-21", "ends on"},
		{"after thirty days it ends", []Item{copied(30, "reader")}, nil, " unknown", "reader, copied from maren, ended on 2026-11-20"},
		{"own evidence keeps it", []Item{copied(40, "reader"), seen(15, "reader")}, nil, "reader assumed assumption from maren until 2026-12-05", "copied"},
		{"own evidence for something else does not", []Item{copied(40, "reader"), seen(15, "listener")}, nil, " unknown", "ended"},
		{"confirmed it is the user's word", []Item{confirmed}, nil, "reader assumed assumption", "you suppose so"},
		{"own words go before what is copied", []Item{copied(5, "reader"), fact(20, "visual")}, nil, "visual known fact", "said so"},
		{"a reorganisation asks again", []Item{fact(50, "reader")}, []rapport.Day{"2026-10-15"}, "reader assumed fact again", "older than the reorganisation"},
		{"newer evidence answers it", []Item{fact(50, "reader"), seen(2, "reader")}, []rapport.Day{"2026-10-15"}, "reader known fact", "said so"},
		{"a coming reorganisation changes nothing yet", []Item{fact(50, "reader")}, []rapport.Day{"2026-12-15"}, "reader known fact", "said so"},
		{"an old statement is to be asked again", []Item{fact(361, "reader")}, nil, "reader assumed fact again", "nothing for it in the last 360 days"},
		{"what is still to come is not known", []Item{fact(-1, "reader")}, nil, " unknown", "nothing said"},
		{"free words are read", []Item{{Ref: "a", Day: today, Grade: Fact, About: "medium", Value: "written report"}}, nil, "reader known fact", "said so"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := Compute(tt.evidence, tt.changed, today).Finding(Intake)
			got := strings.TrimRight(fmt.Sprintf("%s %s %s", f.Value, f.State, f.Grade), " ")
			if f.InheritedFrom != "" {
				got += fmt.Sprintf(" from %s until %s", f.InheritedFrom, f.ExpiresOn)
			}
			if f.InDoubt {
				got += " doubt"
			}
			if f.ToReconfirm {
				got += " again"
			}
			if got != tt.want || !strings.Contains(f.Reason, tt.reason) {
				t.Errorf("got %q because %q\nwant %q because of %q", got, f.Reason, tt.want, tt.reason)
			}
		})
	}
}

func TestWhatSpeaksAgainstAValueIsShownFirst(t *testing.T) {
	t.Parallel()
	f := Compute([]Item{item(9, Observation, "intake", "listener"), item(5, Fact, "intake", "reader"), item(50, Fact, "intake", "reader"), item(2, Observation, "intake", "visual")}, nil, today).Finding(Intake)
	var got []string
	for _, c := range f.Evidence {
		got = append(got, fmt.Sprintf("%s %s %t", c.Day, c.Value, c.Contradicts))
	}
	want := []string{"2026-11-18 visual true", "2026-11-11 listener true", "2026-11-15 reader false", "2026-10-01 reader false"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f.Since != "2026-10-01" || f.LastEvidence != "2026-11-15" {
		t.Errorf("since %s, last %s", f.Since, f.LastEvidence)
	}
}

func TestReplacedSaysWhatHeldAndWhen(t *testing.T) {
	t.Parallel()
	f := Compute([]Item{item(90, Fact, "detail", "deep"), item(80, Fact, "detail", "deep"), item(40, Fact, "detail", "drivers"), item(4, Fact, "detail", "headline")}, nil, today).Finding(Detail)
	want := []Replaced{
		{Value: Drivers, Said: today.Add(-40), Until: today.Add(-4), Ref: "fact-drivers-40"},
		{Value: Deep, Said: today.Add(-90), Until: today.Add(-40), Ref: "fact-deep-90"},
	}
	if diff := cmp.Diff(want, f.Replaced); diff != "" {
		t.Error(diff)
	}
}

func TestFreePreferencesAndExpectations(t *testing.T) {
	t.Parallel()
	p := Compute([]Item{
		item(9, Fact, "deadline", "two days before the board"), item(5, Fact, "Deadline", "three days before the board"),
		item(5, Fact, "feedback", "in writing"), item(5, Fact, "length", "two pages"), item(5, Fact, "file format", "spreadsheet, not PDF"),
		item(5, Observation, "coffee", "takes it black"), item(5, Fact, "intake", "numbers"),
	}, []rapport.Day{today.Add(-2)}, today)
	var words []string
	for _, free := range p.Free {
		words = append(words, fmt.Sprintf("%s: %s (%d, %t)", free.About, free.Text, free.Older, free.ToReconfirm))
	}
	want := []string{"deadline: three days before the board (1, true)", "feedback: in writing (0, true)", "file format: spreadsheet, not PDF (0, true)", "intake: numbers (0, true)", "length: two pages (0, true)"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Error(diff)
	}
	e := p.Expectations()
	if len(e[Deadline]) != 1 || len(e[Depth]) != 1 || len(e[Format]) != 1 || p.Unread != 1 {
		t.Errorf("expectations %v, unread %d", e, p.Unread)
	}
	if known, assumed, unknown := p.Counts(); known != 0 || assumed != 0 || unknown != 8 {
		t.Errorf("counts %d %d %d", known, assumed, unknown)
	}
}

// evidence draws any evidence, of all grades and some days.
func evidence() *rapid.Generator[[]Item] {
	one := rapid.Custom(func(t *rapid.T) Item {
		v := rapid.SampledFrom(Values(rapid.SampledFrom(Dimensions[:2]).Draw(t, "dimension"))).Draw(t, "value")
		i := Item{
			Ref: fmt.Sprint(rapid.IntRange(0, 1<<30).Draw(t, "ref")), Day: today.Add(-rapid.SampledFrom([]int{0, 1, 20, 31, 100, 179, 200, 359, 361, 800}).Draw(t, "ago")),
			About: string(v.Of()), Value: string(v), Grade: rapid.SampledFrom([]Grade{Observation, Observation, Observation, Observation, Fact, Assumption}).Draw(t, "grade"),
		}
		if rapid.IntRange(0, 6).Draw(t, "copied") == 0 {
			i.InheritedFrom, i.Confirmed = "maren", rapid.Bool().Draw(t, "confirmed")
		}
		return i
	})
	return rapid.SliceOfN(one, 0, 14)
}

// rivals draws evidence that is about to tip: some observations for each of
// three values, a guess and a copied value at times.
func rivals() *rapid.Generator[[]Item] {
	return rapid.Custom(func(t *rapid.T) []Item {
		var items []Item
		add := func(i Item) { i.Ref = fmt.Sprint(len(items)); items = append(items, i) }
		for _, v := range Values(Intake) {
			for range rapid.IntRange(0, 5).Draw(t, "observations") {
				add(item(rapid.IntRange(0, 380).Draw(t, "ago"), Observation, "intake", string(v)))
			}
		}
		if rapid.IntRange(0, 3).Draw(t, "guessed") == 0 {
			add(item(rapid.IntRange(0, 380).Draw(t, "ago"), Assumption, "intake", "reader"))
		}
		if rapid.IntRange(0, 3).Draw(t, "copied") == 0 {
			add(copied(rapid.IntRange(0, 35).Draw(t, "ago"), "listener"))
		}
		return items
	})
}

func TestOneObservationNeverFlipsAValue(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before := rivals().Draw(t, "evidence")
		v := rapid.SampledFrom(Values(Intake)).Draw(t, "seen")
		more := append(slices.Clone(before), Item{Ref: "new", Day: today.Add(-rapid.IntRange(0, 700).Draw(t, "ago")), About: string(v.Of()), Value: string(v), Grade: Observation})
		a, b := Compute(before, nil, today).Style(), Compute(more, nil, today).Style()
		for i := range a {
			if a[i] != Unknown && b[i] != Unknown && a[i] != b[i] {
				t.Fatalf("one observation of %s turned %s into %s", v, a[i], b[i])
			}
		}
	})
}

func TestObservationsNeverChangeWhatWasSaid(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		items := append(evidence().Draw(t, "evidence"), Item{Ref: "said", Day: today, At: 1, About: "intake", Value: "visual", Grade: Fact})
		for range rapid.IntRange(0, 9).Draw(t, "more") {
			items = append(items, Item{Ref: fmt.Sprint(len(items)), Day: today, About: "intake", Value: "reader", Grade: Observation})
		}
		if f := Compute(items, nil, today).Finding(Intake); f.Value != Visual {
			t.Fatalf("they said visual, and observations made it %q: %s", f.Value, f.Reason)
		}
	})
}

func TestTheOrderOfEvidenceDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		items := evidence().Draw(t, "evidence")
		changed := []rapport.Day{today.Add(-30), today.Add(-150)}
		want := Compute(items, changed, today)
		mixed := slices.Clone(items)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		slices.Reverse(changed)
		if diff := cmp.Diff(want, Compute(mixed, changed, today), cmp.Comparer(func(a, b rapport.PrivateText) bool { return a == b })); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestEveryFindingHasAReasonThatHoldsNothingPrivate(t *testing.T) {
	t.Parallel()
	const canary = "canary-of-the-corridor"
	rapid.Check(t, func(t *rapid.T) {
		items := evidence().Draw(t, "evidence")
		for i := range items {
			if items[i].Grade == Observation {
				items[i].Private, items[i].Text = rapport.Private(canary), canary
			}
		}
		items = append(items, Item{Ref: "y", Day: today, About: "medium", Value: "a written report, " + canary, Grade: Observation})
		items = append(items, Item{Ref: "x", Day: today, About: "mood", Value: canary, Grade: Observation, Private: rapport.Private(canary)})
		p := Compute(items, []rapport.Day{today.Add(-30)}, today)
		for i, f := range p.Findings {
			if f.Dimension != Dimensions[i] || f.Reason == "" {
				t.Fatalf("finding %d is of %q and gives the reason %q", i, f.Dimension, f.Reason)
			}
			if (f.Value == Unknown) != (f.State == NotKnown) || f.InDoubt && f.State == Known {
				t.Fatalf("%+v contradicts itself", f)
			}
		}
		if out := fmt.Sprintf("%v %+v %#v", p, p, p.Expectations()); strings.Contains(out, canary) {
			t.Fatalf("an observation leaks: %s", out)
		}
	})
}

func TestReadObservation(t *testing.T) {
	t.Parallel()
	tests := []struct {
		about, text string
		want        Value
	}{
		{"", "asked for the figures behind the delay", Numbers},
		{"", "asked what could go wrong before anything else", Risk},
		{"detail", "went into every detail of the annex", Deep},
		{"", "was late and in a foul mood", Unknown},
		{"intake", "asked for the figures behind the delay", Unknown},
	}
	for _, tt := range tests {
		_, v, ok := ReadObservation(tt.about, rapport.Private(tt.text))
		if v != tt.want || ok != (v != Unknown) {
			t.Errorf("ReadObservation(%q, %q) = %q", tt.about, tt.text, v)
		}
	}
}
