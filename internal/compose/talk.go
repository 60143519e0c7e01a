package compose

import (
	"slices"
	"strings"

	"rapport"
)

// The length of a talk track, in sentences.
const (
	leastSpoken = 5
	mostSpoken  = 7
)

// talk is what the user says: five to seven sentences that open with what went
// well or with one case, then name what differs, and end with the question; and
// the three lines to send after the talk.
func (w *writer) talk() (track, confirm []Sentence) {
	points := w.everything()
	find := func(ok func(Point) bool) []Point {
		var found []Point
		for _, p := range points {
			if ok(p) {
				found = append(found, p)
			}
		}
		return found
	}
	good := find(func(p Point) bool { return p.isWork() && !isTrouble(p.Item) && p.Role == Work })
	bad := find(func(p Point) bool { return isTrouble(p.Item) })
	needs := find(func(p Point) bool { return p.Role == Needs })
	other := find(func(p Point) bool {
		return p.Role == StillOpen || p.Role == Mine || p.Role == Theirs || p.Role == Both || p.Role == Next
	})
	slices.SortStableFunc(good, func(a, b Point) int {
		return compareTruth(a.Entry.Outcome == "" && !a.hasFigure(), b.Entry.Outcome == "" && !b.hasFigure())
	})
	if w.o.Form.Lead == LeadCase {
		if i, ok := bestOf(good, caseScore); ok {
			good = append([]Point{good[i]}, slices.Delete(slices.Clone(good), i, i+1)...)
		}
	}

	ending := w.closing(needs)
	room := mostSpoken - len(ending)
	say := func(p Point, most int) {
		lines := w.spokenLines(p)
		most = min(most, room-len(track))
		if most <= 0 {
			return
		}
		track = append(track, lines[:min(most, len(lines))]...)
		w.said[p.Entry.ID] = true
	}
	if len(good) > 0 {
		most := 3
		if len(bad) > 0 {
			most = 2
		}
		say(good[0], most)
	}
	for i, p := range bad {
		if i < headlines {
			say(p, 3-min(i, 2))
		}
	}
	for _, p := range slices.Concat(bad[min(headlines, len(bad)):], other, good[min(1, len(good)):]) {
		if len(track)+len(ending) >= leastSpoken {
			break
		}
		say(p, 1)
	}
	if len(points) == 0 {
		track = append(track, w.nothing())
	}
	for _, filler := range [...]string{nothingToAsk, onYourPlate, hearMore, anythingToAdd} {
		if len(track)+len(ending) >= leastSpoken {
			break
		}
		if filler == nothingToAsk && len(needs) > 0 {
			continue
		}
		ending = append(ending, Sentence{Text: filler, Computed: []Computed{{filler, "what a talk has room for"}}})
	}
	if len(track)+len(ending) < leastSpoken {
		track = slices.Insert(track, 0, Sentence{Text: whereWorkStands, Computed: []Computed{{whereWorkStands, "what a talk opens with"}}})
	}
	return append(track, ending...), w.confirmation(needs, other)
}

// everything returns all points, those of the body first.
func (w *writer) everything() []Point {
	var points []Point
	for _, part := range w.o.Parts {
		points = append(points, part.Points...)
	}
	return append(points, w.o.Counted...)
}

// closing is the end of a talk: the first question.
func (w *writer) closing(needs []Point) []Sentence {
	if len(needs) == 0 {
		return nil
	}
	p := needs[0]
	w.said[p.Entry.ID] = true
	var lines []Sentence
	if prefer := preferred(p); prefer != "" {
		lines = append(lines, Sentence{Text: preferPrefix + stopped(prefer), Entries: p.entries(), Reason: p.Reason})
	}
	all := clauses(p.Entry.Text)
	question := Sentence{Text: asQuestion(capital(all[len(all)-1])), Entries: p.entries(), Reason: p.Reason + "; the question closes the talk"}
	if len(all) > 1 {
		lines = append(lines, Sentence{Text: stopped(capital(all[len(all)-2])), Entries: p.entries(), Reason: p.Reason})
	}
	return append(lines, question)
}

// spokenLines puts a point into sentences that can be said, with one number
// each where the words allow it.
func (w *writer) spokenLines(p Point) []Sentence {
	var lines []Sentence
	add := func(text string, computed ...Computed) {
		lines = append(lines, Sentence{Text: stopped(capital(text)), Entries: p.entries(), Computed: computed, Reason: p.Reason})
	}
	e := p.Entry
	plain := w.plain(e)
	all := clauses(plain)
	if e.Outcome != "" && !containsFold(e.Text, bare(e.Outcome)) {
		all = append(all, clauses(e.Outcome)...)
	}
	for _, c := range all {
		add(c)
	}
	if title := w.prefix(p); title != "" && len(lines) > 0 {
		lines[0].Text = introduce(title, all[0]) + stopped(all[0])
		lines[0].Computed = append(lines[0].Computed, Computed{title, "the title of the project"})
	}
	if e.Kind == rapport.Commitment && e.Due != "" {
		day := shortDay(e.Due, w.o.Today)
		last := &lines[len(lines)-1]
		if e.Due < w.o.Today {
			last.Text = bare(last.Text) + " (it was for " + day + ")."
		} else {
			last.Text = byDay(bare(last.Text), day, e.Due)
		}
		last.Computed = append(last.Computed, Computed{day, "the day of the promise"})
	}
	if unanswered(e) && e.Due == "" && !isSettled(e, w.o.Today) {
		add(noAnswer, Computed{noAnswer, "that the entry has neither an option nor a day"})
	}
	if len(e.Helpers) > 0 && !namesPerson(plain, e.Helpers[0]) {
		credit := list(e.Helpers[:min(len(e.Helpers), 2)])
		add(withPrefix+credit, Computed{credit, "the helpers that the entry names"})
	}
	return lines
}

// clauses splits a line where a speaker may stop: at the end of a sentence, and
// inside one that has more than one number at a semicolon, a colon, or a comma
// before a word that joins.
func clauses(text string) []string {
	var all []string
	for _, sentence := range sentences(text) {
		all = append(all, splitFigures(bare(sentence), ended(sentence), sentence)...)
	}
	if len(all) == 0 {
		return []string{text}
	}
	return all
}

func splitFigures(bareText string, isEnded bool, whole string) []string {
	if countFigures(bareText) < 2 {
		if isEnded {
			return []string{whole}
		}
		return []string{bareText}
	}
	for _, mark := range [...]string{"; ", ": ", ", but ", ", and ", ", so ", ", while ", ", then ", " – ", " — "} {
		at := strings.Index(bareText, mark)
		if at <= 0 {
			continue
		}
		first, second := bareText[:at], strings.TrimLeft(bareText[at:], ",;:–— ")
		return append(splitFigures(first, false, first), splitFigures(second, false, second)...)
	}
	return []string{bareText}
}

// confirmation is what is sent after the talk: what was talked about, what was
// decided, who does what. What only the talk can say is left open.
func (w *writer) confirmation(needs, promises []Point) []Sentence {
	first := Sentence{Text: thankYou, Computed: []Computed{{thankYou, "what a confirmation opens with"}}}
	second := Sentence{Text: nothingDecided, Computed: []Computed{{nothingDecided, "that no question stood open"}}}
	if len(needs) > 0 {
		text, _ := shorten(needs[0].Entry.Text, confirmWords)
		second = Sentence{Text: decidedPrefix + asQuestion(bare(text)) + " " + toFillIn, Entries: needs[0].entries()}
	}
	third := Sentence{}
	for _, p := range promises {
		prefix := ""
		switch p.Role {
		case Mine, Both:
			prefix = iDoPrefix
		case Theirs:
			prefix = youDoPrefix
		}
		if prefix == "" || containsFold(third.Text, prefix) {
			continue
		}
		text, _ := shorten(p.Entry.Text, confirmWords)
		line := prefix + bare(text)
		if p.Entry.Due != "" {
			day := shortDay(p.Entry.Due, w.o.Today)
			line = byDay(line, day, p.Entry.Due)
			third.Computed = append(third.Computed, Computed{day, "the day of the promise"})
		}
		third.Text = strings.TrimSpace(third.Text + " " + stopped(line))
		third.Entries = append(third.Entries, p.entries()...)
	}
	if third.Text == "" {
		third = Sentence{Text: noPromises, Computed: []Computed{{noPromises, "that no promise is due"}}}
	}
	return []Sentence{first, second, third}
}

// confirmWords is how long a matter may be in a confirmation.
const confirmWords = 25
