package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// rest closes the report: what is counted, what has no news, and what the
// record cannot see.
func (w *writer) rest() []Sentence {
	var all []Sentence
	if s, ok := w.countLine(); ok {
		all = append(all, s)
	}
	if s, ok := w.quietLine(); ok {
		all = append(all, s)
	}
	if s, ok := w.unseenLine(); ok {
		all = append(all, s)
	}
	if w.o.Form.Silence {
		all = append(all, Sentence{Text: silenceRule, Computed: []Computed{{silenceRule, "the reader hears of exceptions only"}}, Reason: "silence must have a meaning"})
	}
	return all
}

// tally counts what is not spelled out, by kind and then by project.
type tally struct {
	kind     rapport.Kind
	n        int
	projects []projectTally
}

type projectTally struct {
	project *rapport.Project
	n       int
}

func tallies(points []Point) []tally {
	var all []tally
	for _, p := range points {
		i := slices.IndexFunc(all, func(t tally) bool { return t.kind == p.Entry.Kind })
		if i < 0 {
			i = len(all)
			all = append(all, tally{kind: p.Entry.Kind})
		}
		all[i].n++
		j := slices.IndexFunc(all[i].projects, func(t projectTally) bool { return t.project.ID == p.Project.ID })
		if j < 0 {
			j = len(all[i].projects)
			all[i].projects = append(all[i].projects, projectTally{project: p.Project})
		}
		all[i].projects[j].n++
	}
	for _, t := range all {
		slices.SortFunc(t.projects, func(a, b projectTally) int {
			return cmp.Or(
				compareTruth(a.project.ID == 0, b.project.ID == 0),
				cmp.Compare(b.n, a.n),
				cmp.Compare(a.project.Title, b.project.Title),
				cmp.Compare(a.project.ID, b.project.ID),
			)
		})
	}
	slices.SortFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(tallyOrder(a.kind), tallyOrder(b.kind)), cmp.Compare(a.kind, b.kind))
	})
	return all
}

// tallyOrder puts what matters most to the reader first.
func tallyOrder(k rapport.Kind) int {
	switch k {
	case rapport.Challenge:
		return 0
	case rapport.HeadsUp:
		return 1
	case rapport.Question:
		return 2
	case rapport.Commitment:
		return 3
	case rapport.Accomplishment:
		return 4
	case rapport.Progress:
		return 5
	}
	return 6
}

// countLine says what is not spelled out: "5 more, all progress: 3 on Checkout
// and 2 on Search."
func (w *writer) countLine() (Sentence, bool) {
	points := w.o.Counted
	if len(points) == 0 {
		return Sentence{}, false
	}
	s := Sentence{Reason: "what does not fit the length is counted, not dropped"}
	for _, p := range points {
		s.Entries = append(s.Entries, p.entries()...)
	}
	all := tallies(points)
	s.Text = strconv.Itoa(len(points)) + " more"
	if w.o.Form.Terse || w.o.Form.Silence || w.o.Form.Lights {
		w.tersely(&s, points)
		return s, true
	}
	if len(all) > 1 {
		var kinds []string
		for _, t := range all {
			kinds = append(kinds, strconv.Itoa(t.n)+" "+kindNoun(t.kind, t.n)+w.where(t.projects, t.n, " (", ")"))
		}
		s.Text += ": " + list(kinds) + "."
	} else {
		t := all[0]
		s.Text += ", "
		if t.n > 1 {
			s.Text += "all "
		}
		s.Text += kindNoun(t.kind, t.n)
		if len(t.projects) > 1 {
			s.Text += ":"
		}
		s.Text += w.where(t.projects, t.n, " ", "") + "."
	}
	s.Computed = []Computed{{s.Text, "a count of entries by kind and project"}}
	w.mentionAnnex(&s)
	return s, true
}

// tersely counts without naming projects: "7 more, all on plan." where that is
// so, else by kind.
func (w *writer) tersely(s *Sentence, points []Point) {
	if !slices.ContainsFunc(points, func(p Point) bool { return !w.isOnPlan(p) }) {
		s.Text += ", " + onPlan
		if len(points) > 1 {
			s.Text = strconv.Itoa(len(points)) + " more, all " + onPlan
		}
	} else {
		var kinds []string
		add := func(n int, one, many string) {
			switch n {
			case 0:
			case 1:
				kinds = append(kinds, "1 "+one)
			default:
				kinds = append(kinds, strconv.Itoa(n)+" "+many)
			}
		}
		off, questions := 0, 0
		for _, p := range points {
			switch {
			case isTrouble(p.Item):
				off++
			case p.Role == Needs:
				questions++
			}
		}
		add(off, "off course", "off course")
		add(questions, "question", "questions")
		if len(kinds) > 0 {
			add(len(points)-off-questions, "other", "others")
			s.Text += ": " + list(kinds)
		}
	}
	s.Text += "."
	s.Computed = []Computed{{s.Text, "a count of entries by kind"}}
	w.mentionAnnex(s)
}

// isOnPlan reports whether a point is work that nothing stands against: neither
// a trouble nor a question, and in no project that is off plan.
func (w *writer) isOnPlan(p Point) bool {
	if !p.isWork() && p.Role != Next && p.Role != Mine && p.Role != Both && p.Role != Others || isTrouble(p.Item) {
		return false
	}
	if p.Entry.Due != "" && p.Entry.Due < w.o.Today {
		return false
	}
	return !slices.ContainsFunc(w.o.Standings, func(s Standing) bool { return s.Project.ID == p.Project.ID && s.Colour != Green })
}

// mentionAnnex says where what is counted is spelled out.
func (w *writer) mentionAnnex(s *Sentence) {
	var mention string
	switch w.o.Form.Annex {
	case Attached:
		mention = annexFollows
	case Offered:
		mention = annexOnDemand
		if w.o.Form.Terse {
			mention = annexShort
		}
	default:
		return
	}
	s.Text += " " + mention
	s.Computed = append(s.Computed, Computed{mention, "where the rest is spelled out"})
}

// where says how many of a tally belong to which project; nothing where none
// belongs to any.
func (w *writer) where(projects []projectTally, n int, before, after string) string {
	if len(projects) == 1 {
		title := projects[0].project.Title
		if title == "" {
			return ""
		}
		return before + "on " + title + after
	}
	var names []string
	rest := n
	for i, t := range projects {
		title := t.project.Title
		switch {
		case i == namedProjects && len(projects) > namedProjects+1:
			names = append(names, strconv.Itoa(rest)+" elsewhere")
			return before + list(names) + after
		case title == "":
			names = append(names, strconv.Itoa(t.n)+" on no project")
		default:
			names = append(names, strconv.Itoa(t.n)+" on "+title)
		}
		rest -= t.n
	}
	if len(names) == 2 {
		return before + strings.Join(names, " and ") + after
	}
	return before + strings.Join(names, ", ") + after
}

// quietNamed is how many projects without news are named before the rest are
// counted.
const quietNamed = 6

func (w *writer) quietLine() (Sentence, bool) {
	n := len(w.o.Quiet)
	if n == 0 {
		return Sentence{}, false
	}
	s := Sentence{Reason: "a current project without news is named and counted"}
	if w.o.Form.Terse {
		s.Text = "No news on " + counted(n, "project") + "."
		s.Computed = []Computed{{s.Text, "the count of current projects that no entry of the period belongs to"}}
		return s, true
	}
	var names []string
	for i, p := range w.o.Quiet {
		if i == quietNamed && n > quietNamed+1 {
			names = append(names, strconv.Itoa(n-i)+" others")
			break
		}
		name := p.Title
		if p.Status == "paused" {
			name += " (paused)"
		}
		names = append(names, name)
	}
	if n == 1 {
		s.Text = "No news on " + names[0] + "."
	} else {
		s.Text = "No news on " + number(n) + " projects: " + list(names) + "."
	}
	s.Computed = []Computed{{s.Text, "the current projects that no entry of the period belongs to"}}
	return s, true
}

func (w *writer) unseenLine() (Sentence, bool) {
	var names []string
	for _, u := range w.o.Unseen {
		if u = rapport.OneLine(u); u != "" {
			names = append(names, u)
		}
	}
	if len(names) == 0 {
		return Sentence{}, false
	}
	lead := fromRecord
	if w.o.FromGit {
		lead = fromGit
	}
	verb := " are"
	if len(names) == 1 && !strings.HasSuffix(names[0], "s") {
		verb = " is"
	}
	text := lead + list(names) + verb + notInIt
	return Sentence{Text: text, Computed: []Computed{{text, "what the sources of the record cannot see"}}, Reason: "a report says what it cannot see"}, true
}
