package align

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"rapport"
)

var (
	sampleFile = flag.String("sample", "", "score a further labelled file")
	listErrors = flag.String("errors", "", "list the errors of a set: dev, held, dev2, held2 or sample")
)

// labelled is one line of a labelled file.
type labelled struct {
	ID, Split, Context, Text string
	Goals                    []struct{ ID, Title string }
	Links                    []string
	AlsoAcceptable           []string `json:"also_acceptable"`
	Difficulty               string
	Shared                   int `json:"shared_words_with_right_goal"`
}

func readLabelled(tb testing.TB, path string) []labelled {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []labelled
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var l labelled
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			tb.Fatal(err)
		}
		out = append(out, l)
	}
	if err := in.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

// goalsOf gives the goals of a line the ids 1, 2, 3 … in their order. Only
// their titles speak: a user may have chosen no telling slugs.
func (l labelled) goalsOf() []Goal {
	var goals []Goal
	for i, g := range l.Goals {
		goals = append(goals, Goal{ID: rapport.GoalID(i + 1), Title: g.Title})
	}
	return goals
}

// answer returns the label of the best link, or "" for none.
func (l labelled) answer(goals []Goal) (string, []rapport.Link) {
	links := Links(Work{Text: l.Text}, goals, nil)
	if len(links) == 0 || links[0].Confidence < Threshold {
		return "", links
	}
	return l.Goals[links[0].Goal-1].ID, links
}

// score counts as examples/README.md of the labelled sets does.
type score struct{ right, rightOf, sharedRight, sharedOf, wrong, falseLinks, noneOf, orphaned, orphanOf int }

func (s *score) add(l labelled) (good bool, links []rapport.Link) {
	goals := l.goalsOf()
	got, links := l.answer(goals)
	if len(l.Links) == 0 {
		s.noneOf++
		if got != "" {
			s.falseLinks++
		}
		return got == "", links
	}
	ok := got != "" && (slices.Contains(l.Links, got) || slices.Contains(l.AlsoAcceptable, got))
	s.rightOf++
	if l.Shared > 0 {
		s.sharedOf++
	}
	if ok {
		s.right++
		if l.Shared > 0 {
			s.sharedRight++
		}
	} else if got != "" {
		s.wrong++
	}
	// Without its right goal the line serves nothing.
	s.orphanOf++
	rest := slices.DeleteFunc(goals, func(g Goal) bool { return slices.Contains(l.Links, l.Goals[g.ID-1].ID) })
	if got, _ := l.answer(rest); got != "" {
		s.orphaned++
	}
	return ok, links
}

func share(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (s score) log(t *testing.T, name string) {
	t.Logf("%-6s top-1 %.2f (%d of %d), where words are shared %.2f (%d of %d), wrong instead of none %.2f; false links %.2f (%d of %d), with the right goal taken away %.2f",
		name, share(s.right, s.rightOf), s.right, s.rightOf, share(s.sharedRight, s.sharedOf), s.sharedRight, s.sharedOf,
		share(s.wrong, s.rightOf), share(s.falseLinks, s.noneOf), s.falseLinks, s.noneOf, share(s.orphaned, s.orphanOf))
}

func scoreOf(t *testing.T, name string, lines []labelled) score {
	var s score
	for _, l := range lines {
		good, links := s.add(l)
		if !good && *listErrors == name {
			t.Logf("%s %q: want %v", l.ID, l.Text, l.Links)
			for _, k := range links {
				t.Logf("    %3d %s: %s", k.Confidence, l.Goals[k.Goal-1].ID, k.Reason)
			}
		}
	}
	s.log(t, name)
	return s
}

// TestLinksReachTheTargetsOnLabelledWork scores invented work of 54 trades, in
// two files written one after the other. Errors were looked at in the dev
// splits only; of the trades held back only the figures were watched. What to
// expect of unseen work is below all of them: the lines were invented by the
// same people as the lexicon. A set of another author is nearer to the truth;
// -sample names its file. Half of the lines in the second file that serve
// nothing share a word with a goal on purpose, far more than in real work.
func TestLinksReachTheTargetsOnLabelledWork(t *testing.T) {
	for _, want := range []struct {
		name, file, split        string
		top1, shared, falseLinks float64
	}{
		{"dev", "testdata/links.jsonl", "dev", 0.60, 0.85, 0.10},
		{"held", "testdata/links.jsonl", "held", 0.55, 0.72, 0.05},
		{"dev2", "testdata/links2.jsonl", "dev", 0.47, 0.85, 0.15},
		{"held2", "testdata/links2.jsonl", "held", 0.55, 0.85, 0.25},
	} {
		lines := slices.DeleteFunc(readLabelled(t, want.file), func(l labelled) bool { return l.Split != want.split })
		s := scoreOf(t, want.name, lines)
		if got := share(s.right, s.rightOf); got < want.top1 {
			t.Errorf("%s: top-1 is %.2f, want at least %.2f", want.name, got, want.top1)
		}
		if got := share(s.sharedRight, s.sharedOf); got < want.shared {
			t.Errorf("%s: top-1 where words are shared is %.2f, want at least %.2f", want.name, got, want.shared)
		}
		if got := share(s.falseLinks, s.noneOf); got > want.falseLinks {
			t.Errorf("%s: share of false links is %.2f, want at most %.2f", want.name, got, want.falseLinks)
		}
	}
	if *sampleFile != "" {
		scoreOf(t, "sample", readLabelled(t, *sampleFile))
	}
}

// TestWhatWasConfirmedHelps gives each line all others of its trade as already
// confirmed, or refused where they serve nothing.
func TestWhatWasConfirmedHelps(t *testing.T) {
	trades := map[string][]labelled{}
	for _, l := range readLabelled(t, "testdata/links.jsonl") {
		trades[l.Context] = append(trades[l.Context], l)
	}
	var cold, warm, of, coldFalse, warmFalse, noneOf int
	for _, lines := range trades {
		for i, l := range lines {
			goals := l.goalsOf()
			want := rapport.GoalID(0)
			if len(l.Links) > 0 {
				want = l.idOf(l.Links[0])
			}
			var seen []Seen
			for j, other := range lines {
				s := Seen{Text: other.Text, Day: rapport.NewDay(2026, 1, j+1)}
				if i == j {
					continue
				}
				if len(other.Links) > 0 {
					s.Goals = []rapport.GoalID{other.idOf(other.Links[0])}
				} else {
					for _, g := range goals {
						s.Refused = append(s.Refused, g.ID)
					}
				}
				seen = append(seen, s)
			}
			before, after := best(Links(Work{Text: l.Text}, goals, nil)), best(Links(Work{Text: l.Text}, goals, seen))
			if want == 0 {
				noneOf++
				coldFalse += count(before != 0)
				warmFalse += count(after != 0)
			} else {
				of++
				cold += count(before == want)
				warm += count(after == want)
			}
		}
	}
	t.Logf("top-1 %.2f before and %.2f after learning, false links %.2f and %.2f",
		share(cold, of), share(warm, of), share(coldFalse, noneOf), share(warmFalse, noneOf))
	if warm < cold {
		t.Errorf("learning leaves %d right answers of %d", warm, cold)
	}
	if share(warmFalse, noneOf) > 0.15 {
		t.Errorf("learning makes %d false links of %d", warmFalse, coldFalse)
	}
}

// idOf returns the id that goalsOf gives to a goal.
func (l labelled) idOf(id string) rapport.GoalID {
	for i, g := range l.Goals {
		if g.ID == id {
			return rapport.GoalID(i + 1)
		}
	}
	return 0
}

// best returns the goal of the first link, or 0 where it is only a question.
func best(links []rapport.Link) rapport.GoalID {
	if len(links) == 0 || links[0].Confidence < Threshold {
		return 0
	}
	return links[0].Goal
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
