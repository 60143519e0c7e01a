package compose

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"time"

	"rapport"
)

func TestWhyNotSaysWhyAnEntryIsOut(t *testing.T) {
	t.Parallel()
	l := newLife("Ines", "Dana Whitlock", "2026-11-16", "2026-11-20", "2026-11-20")
	l.project(1, "Checkout", 0)
	l.m.Projects = append(l.m.Projects, rapport.Project{ID: 2, Title: "Audit", Boss: 2})
	tests := []struct {
		name string
		id   rapport.EntryID
		want string
	}{
		{
			"told before", l.log("2026-11-17", rapport.Progress, 1, "tables moved", told("2026-11-18", rapport.ByReport)),
			"out: already told Dana, since Wed 18 Nov, by report",
		},
		{
			"known from others", l.log("2026-11-17", rapport.HeadsUp, 1, "road closed", told("2026-11-18", rapport.ByThirdParty)),
			"out: Dana knows already, since Wed 18 Nov, from somebody else",
		},
		{
			"before the period", l.log("2026-11-09", rapport.Progress, 1, "shelves up"),
			"out: it is from before the period, on Mon 9 Nov",
		},
		{"after the period", l.log("2026-11-24", rapport.Progress, 1, "shelves painted"), "out: its day is not in the period"},
		{
			"for another boss", l.log("2026-11-17", rapport.Question, 1, "who signs", concerns(2)),
			"out: it is addressed to another boss, not to Dana",
		},
		{
			"on another boss's project", l.log("2026-11-17", rapport.Progress, 2, "sampled the invoices"),
			"out: its project is another boss's and it serves no goal of Dana",
		},
		{
			"an idea kept to oneself", l.log("2026-11-17", rapport.Idea, 1, "paint it blue"),
			"out: the idea was neither addressed to Dana nor raised",
		},
		{
			"an idea with an answer", l.log("2026-11-17", rapport.Idea, 1, "paint it red", concerns(1), func(e *rapport.Entry) { e.BossSaid = "later" }),
			"out: the idea has its answer: later",
		},
		{
			"feedback from the boss", l.log("2026-11-17", rapport.FeedbackReceived, 1, "Dana: shorter slides"),
			"out: feedback from Dana is not repeated to Dana",
		},
		{
			"feedback about no project", l.log("2026-11-17", rapport.FeedbackReceived, 0, "I speak too fast"),
			"out: the feedback is about no project; it is kept for your review",
		},
		{"removed", l.log("2026-11-17", rapport.Progress, 1, "typo", func(e *rapport.Entry) { e.Removed = 5 }), "out: it was removed"},
		{"nothing but space", l.log("2026-11-17", rapport.Progress, 1, " \t"), "out: nothing is written in it"},
	}
	in := l.log("2026-11-17", rapport.Progress, 1, "carts rebuilt")
	s := Select(l.m)
	r := Compose(l.m, Neutral)
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got, ok := s.WhyNot(tc.id)
			if !ok || got != tc.want {
				t.Errorf("WhyNot = %q, %v, want %q", got, ok, tc.want)
			}
			if again, ok := r.WhyNot(tc.id); !ok || again != got {
				t.Errorf("the report says %q, %v", again, ok)
			}
		})
	}
	for _, id := range []rapport.EntryID{in, 999} {
		if why, ok := s.WhyNot(id); ok {
			t.Errorf("WhyNot(%d) = %q, want none", id, why)
		}
	}
}

func TestMergingLosesNothing(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name           string
		earlier, later string
		merged         bool
	}{
		{"a counter that moved on", "packing the loan objects, crate 3 of 8", "packed the loan objects, crate 5 of 8", true},
		{"a share that moved on", "stock take 40% done", "stock take 70% done", true},
		{"the same line twice", "called the supplier", "called the supplier", true},
		{"a beginning and an end", "started on the fire plan", "fire plan sent to the inspector", true},
		{"two points of one audit", "closed audit point 4", "closed audit point 7", false},
		{"two wards", "trained the Riverside ward", "trained the Harbour ward", false},
		{"counters of two wholes", "crate 3 of 8", "crate 3 of 9", false},
		{"the later says less", "fire plan sent to the inspector", "fire plan", false},
		{"a measurement is no counter", "error rate 0.7%", "error rate 0.9%", false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
			l.log("2026-11-17", rapport.Progress, 0, tc.earlier)
			l.log("2026-11-18", rapport.Progress, 0, tc.later)
			r := Compose(l.m, Neutral)
			if got := len(r.Sections[1].Items) == 1; got != tc.merged {
				t.Errorf("merged = %v, want %v\n%s", got, tc.merged, r.Markdown())
			}
			if len(r.Facts) != 2 {
				t.Errorf("%d facts, want both", len(r.Facts))
			}
		})
	}
}

func TestFiveHundredEntriesInAWeekGiveAMinuteOfReading(t *testing.T) {
	t.Parallel()
	r := Compose(crowd(500), Neutral)
	if r.Words > NeutralBudget().Target || r.Words < NeutralBudget().Target/2 {
		t.Errorf("%d words\n%s", r.Words, r.Markdown())
	}
	if len(r.Facts) != 500 {
		t.Errorf("%d facts, want 500", len(r.Facts))
	}
	for _, title := range []string{"## Area 1\n", "## Area 2\n", "## Area 3\n", "## Area 4\n"} {
		if !strings.Contains(r.Markdown(), title) {
			t.Errorf("a project got no line: %s", title)
		}
	}
}

func TestBadNewsOnAGoalComesFirst(t *testing.T) {
	t.Parallel()
	l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
	l.goal(1, "No late parcels", true)
	for i := range 6 {
		l.log("2026-11-19", rapport.Challenge, 0, fmt.Sprintf("lamp %d is out", i), due("2026-11-21"))
	}
	bad := l.log("2026-11-16", rapport.Challenge, 0, "carrier strike announced", serves(1))
	if got := Compose(l.m, Neutral).Facts[0].Entry; got != bad {
		t.Errorf("entry %d is first, want %d", got, bad)
	}
}

func TestTheCalmLineIsNeverGreenerThanTheLog(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name      string
		change    func(*life)
		want, not string
	}{
		{"an old trouble is open", func(l *life) {
			l.log("2026-11-03", rapport.Challenge, 0, "dock 4 has no light", told("2026-11-04", rapport.ByReport))
		}, "Nothing new is off course", "No problem"},
		{"git cannot see troubles", func(l *life) { l.m.Unseen = []string{"meetings"} }, "My record shows what changed, not what is at risk.", "No problem"},
		{"a project is past its day", func(l *life) {
			l.m.Projects = []rapport.Project{{ID: 1, Title: "Lease", Due: "2026-11-13"}}
		}, "The date for Lease, Fri 13 Nov, has passed.", "No problem"},
		{
			"a question is open", func(l *life) { l.log("2026-11-18", rapport.Question, 0, "who signs") },
			"No problem or surprise to report. I need one thing from you: who signs?", "or question",
		},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
			l.log("2026-11-17", rapport.Progress, 0, "carts rebuilt")
			tc.change(l)
			md := Compose(l.m, Neutral).Markdown()
			if !strings.Contains(md, tc.want) || strings.Contains(md, tc.not) {
				t.Errorf("want %q and not %q in\n%s", tc.want, tc.not, md)
			}
		})
	}
}

func TestAGoalIsSaidOnlyOfWhatServesIt(t *testing.T) {
	t.Parallel()
	l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
	l.goal(1, "No late parcels", true)
	l.goal(2, "Fewer returns", false)
	l.project(1, "Returns desk", 2)
	l.log("2026-11-17", rapport.Progress, 1, "desk moved to the gate", serves(1))
	l.log("2026-11-18", rapport.Progress, 1, "labels reprinted")
	l.log("2026-11-18", rapport.Progress, 1, "bins emptied", func(e *rapport.Entry) { e.ProjectBy = rapport.Guessed })
	md := Compose(l.m, Neutral).Markdown()
	for _, want := range []string{
		"- Desk moved to the gate. For your goal “No late parcels”. Towards “Fewer returns”, as I understand your goals.\n",
		"- Labels reprinted. Towards “Fewer returns”, as I understand your goals.\n",
		"- Bins emptied.\n",
	} {
		if !strings.Contains(md, want) {
			t.Errorf("want %q in\n%s", want, md)
		}
	}
}

func TestAnEntryGivenTwiceIsToldOnce(t *testing.T) {
	t.Parallel()
	l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
	l.log("2026-11-17", rapport.Challenge, 0, "dock 4 has no light")
	once := Compose(l.m, Neutral)
	l.m.Entries = append(l.m.Entries, l.m.Entries[0])
	if twice := Compose(l.m, Neutral); once.Markdown() != twice.Markdown() || len(twice.Facts) != 1 {
		t.Errorf("told twice:\n%s", twice.Markdown())
	}
}

func TestWidthOfScripts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"abc": 3, "é": 1, "e\u0301": 1, "倉庫": 4, "🚚": 2, "👩‍⚕️": 2, "👷🏽‍♀️": 2, "מל": 2, "a\u200Fb": 2,
	} {
		if got := textWidth(text); got != want {
			t.Errorf("textWidth(%q) = %d, want %d", text, got, want)
		}
	}
}

// crowd is a week with n entries in four projects.
func crowd(n int) Material {
	l := newLife("Ines Baker", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
	l.goal(1, "No late parcels", true)
	for id := rapport.ProjectID(1); id <= 4; id++ {
		l.project(id, fmt.Sprintf("Area %d", id), rapport.GoalID(id%2))
	}
	nouns := []string{"dock", "lamp", "rota", "label", "scanner", "gate", "shelf", "lorry", "route", "crate"}
	verbs := []string{"checked", "moved", "repaired", "counted", "ordered", "closed", "painted"}
	for i := range n {
		kind := rapport.Progress
		switch {
		case i%100 == 7:
			kind = rapport.Challenge
		case i%9 == 0:
			kind = rapport.Accomplishment
		}
		text := fmt.Sprintf("%s the %s in hall %d with the %s team", verbs[i%len(verbs)], nouns[i%len(nouns)], i, nouns[(i/7)%len(nouns)])
		l.log(rapport.NewDay(2026, time.November, 16+i%5), kind, rapport.ProjectID(i%5), text)
	}
	return l.m
}

func BenchmarkCompose200(b *testing.B) {
	m := crowd(200)
	b.ReportAllocs()
	for b.Loop() {
		Compose(m, Neutral).Markdown()
	}
}

func BenchmarkCompose5000(b *testing.B) {
	m := crowd(5000)
	b.ReportAllocs()
	for b.Loop() {
		Compose(m, Neutral).Markdown()
	}
}

func FuzzRenderings(f *testing.F) {
	for _, seed := range []string{
		"# head", "1. one", "* star", "| a | b |", "<script>alert(1)</script>", "[x](javascript:alert(1))", "`rm`", "--- ---",
		"&lt;b&gt; &#60;", "a_b _c_ ~~d~~", "\\*x\\*", "> said", "+ plus", "12) twelve", "===", "line\n# two", "2026. Then",
		"-", "#", "![x](y)", "ends with \\", "👩‍⚕️ x", "\u202Eabc",
	} {
		f.Add(seed, "")
		f.Add("text", seed)
	}
	f.Fuzz(func(t *testing.T, text, result string) {
		l := newLife(text, result, "2026-11-16", "2026-11-20", "2026-11-20")
		l.project(1, text, 1)
		l.goal(1, result, true)
		l.log("2026-11-17", rapport.Accomplishment, 1, text, outcome(result), helpers(text))
		l.log("2026-11-17", rapport.Challenge, 1, result, due("2026-11-27"))
		l.log("2026-11-17", rapport.Question, 0, text)
		r := Compose(l.m, Neutral)
		for line := range strings.Lines(r.Markdown()) {
			checkMarkdownLine(t, line)
		}
		page := r.HTML()
		for _, line := range r.Explain() {
			if strings.Contains(line.Text, "<") && !strings.Contains(page, html.EscapeString(line.Text)) {
				t.Errorf("%q is not escaped", line.Text)
			}
		}
		if strings.Contains(strings.ToLower(page), "<script") || strings.Contains(page, "<b>") {
			t.Errorf("markup of the user's in the page")
		}
		r.Text(20)
	})
}

// checkMarkdownLine fails if a line holds markup that the renderer did not
// put there.
func checkMarkdownLine(t *testing.T, line string) {
	t.Helper()
	line = strings.TrimSuffix(line, "\n")
	for _, own := range []string{"# ", "## ", "- ", "1. ", "2. "} {
		if rest, ok := strings.CutPrefix(line, own); ok {
			line = rest
			break
		}
	}
	if line == "" {
		return
	}
	if blockStart(line) > 0 {
		t.Errorf("a line of the user's opens a block: %q", line)
	}
	escaped := false
	for i := range len(line) {
		c := line[i]
		if escaped {
			escaped = false
			continue
		}
		switch c {
		case '\\':
			escaped = true
		case '`', '*', '[', ']', '<', '|', '~':
			t.Errorf("unescaped %q in %q", c, line)
		case '&':
			if isEntity(line[i:]) {
				t.Errorf("a character reference in %q", line)
			}
		}
	}
	if escaped {
		t.Errorf("a hard break at the end of %q", line)
	}
}

func TestSettledMattersAreNoTrouble(t *testing.T) {
	settled := func(id rapport.EntryID, kind rapport.Kind, day, closed rapport.Day, text string) rapport.Entry {
		return rapport.Entry{ID: id, Day: day, Kind: kind, Text: text, Closed: closed}
	}
	r := Compose(Material{
		Today: "2026-11-20", Period: rapport.Period{From: "2026-11-16", Until: "2026-11-20"},
		Entries: []rapport.Entry{
			settled(1, rapport.Challenge, "2026-11-17", "2026-11-19", "the cold room stood at nine degrees"),
			settled(2, rapport.Commitment, "2026-11-16", "2026-11-18", "send the rota for Christmas"),
			settled(3, rapport.Question, "2026-10-30", "2026-11-02", "may we order the second oven"),
			settled(4, rapport.Challenge, "2026-11-18", "2026-12-01", "two cooks are ill"),
		},
	}, Neutral)
	text := r.Markdown()
	for _, want := range []string{"Solved on Thu 19 Nov: the cold room", "Promise kept on Wed 18 Nov: send the rota", "two cooks are ill"} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "second oven") || strings.Contains(text, "Two things") {
		t.Errorf("a settled matter still troubles:\n%s", text)
	}
	if why, out := r.WhyNot(3); !out || !strings.Contains(why, "settled") {
		t.Errorf("why not: %q, %t", why, out)
	}
}
