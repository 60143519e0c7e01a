package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapport"
)

// clinic is a small set of goals of a clinic's manager.
func clinic() []Goal {
	return []Goal{
		{ID: 1, Slug: "waiting", Title: "Waiting time under 20 minutes"},
		{ID: 2, Slug: "records", Title: "Electronic Patient Record for every clinic"},
		{ID: 3, Slug: "vaccines", Title: "Vaccinate nine in ten over-65s"},
		{ID: 4, Slug: "cost", Title: "Cut agency spending"},
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		work   Work
		want   rapport.GoalID // 0 for none
		reason string
	}{
		{"a rare shared word links", Work{Text: "agency invoices down to 4,000"}, 4, "shares 'agency' with Cut agency spending"},
		{"a derived form is the same word", Work{Text: "flu vaccination tent in the market square"}, 3, "shares 'vaccination' with Vaccinate nine in ten over-65s"},
		{"an acronym meets what it stands for", Work{Text: "EPR training for two teams"}, 2, "shares 'epr' with Electronic Patient Record for every clinic"},
		{"an identifier is taken apart", Work{Text: "fixed vaccineReminder for leap days"}, 3, "shares 'vaccine' with Vaccinate nine in ten over-65s"},
		{"the outcome speaks too", Work{Text: "new rota", Outcome: "agency shifts from 9 to 2"}, 4, "shares 'agency' with Cut agency spending"},
		{"a word of the family links where nothing else has it", Work{Text: "queue at the desk gone by nine"}, 1, "'queue' is close to 'waiting time' in Waiting time under 20 minutes"},
		{"the project's goal stands above words", Work{Text: "agency contract read", Project: "epr-rollout", ProjectGoal: 2}, 2, "project epr-rollout"},
		{"what is said of any work does not link", Work{Text: "new team meeting every week"}, 0, ""},
		{"nothing shared is no link", Work{Text: "painted the bicycle shed"}, 0, ""},
		{"no text is no link", Work{}, 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			links := Links(tt.work, clinic(), nil)
			got, reason := rapport.GoalID(0), ""
			if len(links) > 0 && links[0].Confidence >= Threshold {
				got, reason = links[0].Goal, links[0].Reason
			}
			if got != tt.want || reason != tt.reason {
				t.Errorf("got goal %d (%s), want %d (%s); all: %+v", got, reason, tt.want, tt.reason, links)
			}
		})
	}
}

func TestAnAcronymMeetsNeighboursOnly(t *testing.T) {
	t.Parallel()
	goals := []Goal{{ID: 1, Title: "QZ in every harbour"}}
	if got := confidenceIn(1, "quayside zinc delivered", goals); got < Threshold {
		t.Errorf("neighbours: confidence is %d, want a link", got)
	}
	if got := confidenceIn(1, "quayside painted with the zinc", goals); got != 0 {
		t.Errorf("words that stand apart: confidence is %d, want none", got)
	}
}

func TestTwoGoalsWithTheSameClaimMakeAQuestion(t *testing.T) {
	t.Parallel()
	goals := []Goal{{ID: 1, Title: "Harbour cranes inspected"}, {ID: 2, Title: "Harbour pilots trained"}}
	links := Links(Work{Text: "harbour fence painted"}, goals, nil)
	if len(links) != 2 || links[0].Confidence >= Threshold || links[1].Confidence >= Threshold {
		t.Errorf("got %+v, want two candidates below %d", links, Threshold)
	}
}

func TestWorkThatNamesTwoGoalsServesBoth(t *testing.T) {
	t.Parallel()
	goals := []Goal{{ID: 1, Title: "Cranes inspected"}, {ID: 2, Title: "Pilots trained"}, {ID: 3, Title: "Clean quay"}}
	links := Links(Work{Text: "crane inspection done, pilots' training booked"}, goals, nil)
	var got []rapport.GoalID
	for _, l := range links {
		if l.Confidence >= Threshold {
			got = append(got, l.Goal)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, []rapport.GoalID{1, 2}) {
		t.Errorf("got %+v, want goals 1 and 2", links)
	}
}

func TestGoalsOfTwoBossesDoNotCompete(t *testing.T) {
	t.Parallel()
	goals := []Goal{
		{ID: 1, Boss: 1, Title: "Harbour cranes inspected"},
		{ID: 2, Boss: 1, Title: "Clean quay"},
		{ID: 3, Boss: 2, Title: "Inspect all cranes"},
	}
	links := Links(Work{Text: "crane 4 inspected"}, goals, nil)
	sure := slices.DeleteFunc(slices.Clone(links), func(l rapport.Link) bool { return l.Confidence < Threshold })
	if len(sure) != 2 || sure[0].Goal == 2 || sure[1].Goal == 2 {
		t.Errorf("got %+v, want goals 1 and 3", links)
	}
}

func TestSeen(t *testing.T) {
	t.Parallel()
	confirmed := func(day, text string, goal rapport.GoalID) Seen {
		return Seen{Text: text, Day: rapport.Day(day), Goals: []rapport.GoalID{goal}}
	}
	refused := func(day, text string, goal rapport.GoalID) Seen {
		return Seen{Text: text, Day: rapport.Day(day), Refused: []rapport.GoalID{goal}}
	}
	for _, tt := range []struct {
		name   string
		text   string
		seen   []Seen
		want   rapport.GoalID
		reason string
	}{
		{
			"the same text is what it was", "tray audit, bay 4",
			[]Seen{confirmed("2026-11-03", "Tray audit: bay 4", 1)},
			1, "like the entry you confirmed on 3 Nov",
		},
		{
			"the same routine with another number", "tray audit, 12 of 14 complete",
			[]Seen{confirmed("2026-11-03", "tray audit, 9 of 14 complete", 1)},
			1, "like the entry you confirmed on 3 Nov",
		},
		{
			"a name seen again and again", "Medisoft export broken again",
			[]Seen{
				confirmed("2026-10-01", "Medisoft demo", 2), confirmed("2026-10-05", "asked Medisoft for a price", 2),
				confirmed("2026-10-09", "Medisoft contract on Lena's desk", 2),
			},
			2, "like the entry you confirmed on 5 Oct",
		},
		{
			"a refused text is not proposed again", "agency newsletter read",
			[]Seen{refused("2026-11-03", "agency newsletter read", 4)},
			0, "",
		},
		{
			"what is like a refused text is pushed down", "agency newsletter read by the team",
			[]Seen{refused("2026-11-03", "agency newsletter read", 4)},
			0, "",
		},
		{
			"the last word counts", "tray audit, bay 4",
			[]Seen{confirmed("2026-11-03", "tray audit, bay 4", 1), refused("2026-11-05", "tray audit, bay 4", 1)},
			0, "",
		},
		{
			"several years are told apart", "tray audit, bay 4",
			[]Seen{confirmed("2025-11-03", "tray audit, bay 4", 1), confirmed("2026-01-05", "cake", 2)},
			1, "like the entry you confirmed on 3 Nov 2025",
		},
		{
			"a day is not needed", "tray audit, bay 4",
			[]Seen{confirmed("", "tray audit, bay 4", 1)},
			1, "like the entry you confirmed before",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			links := Links(Work{Text: tt.text}, clinic(), tt.seen)
			got, reason := rapport.GoalID(0), ""
			if len(links) > 0 && links[0].Confidence >= Threshold {
				got, reason = links[0].Goal, links[0].Reason
			}
			if got != tt.want || reason != tt.reason {
				t.Errorf("got goal %d (%s), want %d (%s); all: %+v", got, reason, tt.want, tt.reason, links)
			}
		})
	}
}

// line draws a line of work from words of several trades.
func line() *rapid.Generator[string] {
	words := []string{
		"waiting", "queue", "EPR", "record", "vaccine", "agency", "spend", "new", "the", "rota", "budget", "p99", "crane",
		"JobReadyPods", "audit", "invoice", "Zürich", "résumé", "42", "17025", "check", "list", "checklist", ",", "don't",
	}
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 0, 12), func(w []string) string { return strings.Join(w, " ") })
}

func TestTheOrderOfGoalsChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		work := Work{Text: line().Draw(t, "text"), ProjectGoal: rapport.GoalID(rapid.IntRange(0, 5).Draw(t, "project"))}
		seen := drawSeen(t)
		shuffled := rapid.Permutation(clinic()).Draw(t, "goals")
		one, two := Links(work, clinic(), seen), Links(work, shuffled, seen)
		if !slices.Equal(one, two) {
			t.Fatalf("got %+v, and in another order %+v", one, two)
		}
	})
}

func TestAnUnrelatedGoalCreatesNoLinkToItself(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		work := Work{Text: line().Draw(t, "text")}
		goals := append(clinic(), Goal{ID: 9, Title: "Zygote xylophone quokka"})
		for _, l := range Links(work, goals, drawSeen(t)) {
			if l.Goal == 9 {
				t.Fatalf("linked to what it has nothing to do with: %+v", l)
			}
		}
	})
}

func TestWhatWasConfirmedForTheSameTextComesFirst(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := line().Draw(t, "text")
		goal := rapport.GoalID(rapid.IntRange(1, 4).Draw(t, "goal"))
		seen := append(drawSeen(t), Seen{Text: text, Day: "2027-01-01", Goals: []rapport.GoalID{goal}})
		links := Links(Work{Text: text, ProjectGoal: 1}, clinic(), seen)
		first := slices.IndexFunc(links, func(l rapport.Link) bool { return l.Goal == goal })
		if first < 0 || links[first].Confidence != links[0].Confidence {
			t.Fatalf("goal %d is not among the best: %+v", goal, links)
		}
	})
}

func TestLinksAreGuessesInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		links := Links(Work{Text: line().Draw(t, "text")}, clinic(), drawSeen(t))
		if len(links) > maxLinks {
			t.Fatalf("%d links", len(links))
		}
		for i, l := range links {
			switch {
			case l.By != rapport.Guessed, l.Confidence < floor, l.Confidence >= 100, l.Reason == "":
				t.Fatalf("link %d: %+v", i, l)
			case i > 0 && l.Confidence > links[i-1].Confidence:
				t.Fatalf("not best first: %+v", links)
			}
		}
	})
}

func drawSeen(t *rapid.T) []Seen {
	var seen []Seen
	for i := range rapid.IntRange(0, 5).Draw(t, "seen") {
		s := Seen{Text: line().Draw(t, "seen text"), Day: rapport.NewDay(2026, 3, 1+i)}
		id := rapport.GoalID(rapid.IntRange(1, 4).Draw(t, "seen goal"))
		if rapid.Bool().Draw(t, "refused") {
			s.Refused = append(s.Refused, id)
		} else {
			s.Goals = append(s.Goals, id)
		}
		seen = append(seen, s)
	}
	return seen
}

func FuzzLinks(f *testing.F) {
	f.Add("won: checkout p99 840 to 520 ms", "Checkout p99 under 600 ms", "cart cached")
	f.Add("JobReadyPods HTTPServers iPhone", "Track ready Pods", "\xff\xfe\x00")
	f.Add("仕事の報告", "報告を早く", "’’'")
	f.Add("I’m İstanbul ǅ ﬁ", "ⅷ ① 𝔘", strings.Repeat("a-", 5000))
	f.Fuzz(func(t *testing.T, text, title, before string) {
		goals := []Goal{{ID: 1, Title: title, Slug: rapport.ParseSlug(before)}, {ID: 2, Title: before, Words: []string{text}}, {ID: 3}}
		seen := []Seen{{Text: before, Day: rapport.Day(title), Goals: []rapport.GoalID{1}, Refused: []rapport.GoalID{2}}}
		work := Work{Text: text, Outcome: title}
		one, two := Links(work, goals, seen), Links(work, goals, seen)
		if !slices.Equal(one, two) {
			t.Fatalf("got %+v, and then %+v", one, two)
		}
		for _, l := range one {
			if l.Confidence < floor || l.Confidence > certain {
				t.Fatalf("confidence %d", l.Confidence)
			}
		}
	})
}

func BenchmarkLinks(b *testing.B) {
	var goals []Goal
	for i := range 12 {
		g := clinic()[i%4]
		g.ID = rapport.GoalID(i + 1)
		goals = append(goals, g)
	}
	var seen []Seen
	for i := range 300 {
		seen = append(seen, Seen{
			Text:  fmt.Sprintf("looked through the waiting list of clinic %d with the agency and rang %d patients about it", i, i*3),
			Day:   rapport.NewDay(2026, 1, i),
			Goals: []rapport.GoalID{rapport.GoalID(i%12 + 1)},
		})
	}
	work := Work{Text: "rang the agency about the waiting list of the eye clinic and cut two shifts", Outcome: "queue down from 40 to 22 minutes"}
	for b.Loop() {
		Links(work, goals, seen)
	}
}
