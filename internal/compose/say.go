package compose

import (
	"strings"

	"rapport"
)

// begin starts the sentence of a point.
func (w *writer) begin(p Point) Sentence {
	return Sentence{Entries: p.entries(), Reason: p.Reason}
}

// words returns an entry's own words, shortened at the end of a sentence where
// they are long, and how many sentences were left.
func (w *writer) words(e *rapport.Entry) (text string, left int) {
	if w.isMine(e) {
		return e.Text, 0
	}
	return shorten(w.plain(e), w.o.Budget.Line)
}

// plain returns an entry's words, without those that only make a claim sound
// larger where the form asks for figures.
func (w *writer) plain(e *rapport.Entry) string {
	f := w.o.Form
	if f.Claims != Measured && !f.Gaps || hasFigure(e.Outcome) || w.isMine(e) {
		return e.Text
	}
	return withoutBoosters(e.Text)
}

// isMine reports whether the user fixed the words of an entry.
func (w *writer) isMine(e *rapport.Entry) bool {
	return len(w.o.Pins) > 0 && w.o.pinned(Point{Item: Item{Entry: e}}).Mine
}

// outcome returns what an entry says of its result, shortened as its words
// are, and how many sentences were left. It is empty where the words say it
// already, and where it has no sentence short enough to quote.
func (w *writer) outcome(e *rapport.Entry) (text string, left int) {
	text, left = shorten(e.Outcome, w.o.Budget.Line)
	if f := w.o.Form; f.Claims == Measured || f.Gaps {
		text = withoutBoosters(text)
	}
	if w.isMine(e) {
		text, left = e.Outcome, 0
	}
	switch {
	case text == "" || containsFold(e.Text, bare(text)):
		return "", 0
	case w.o.Budget.isTooLong(text):
		return "", left + 1
	}
	return text, left
}

// addOutcome adds the result of an entry as a sentence of its own.
func (w *writer) addOutcome(s *Sentence, e *rapport.Entry) {
	if outcome, _ := w.outcome(e); outcome != "" {
		s.Text += " " + stopped(capital(outcome))
	}
}

// quotable reports whether an entry has a sentence short enough to quote.
func (w *writer) quotable(p Point) bool {
	text, _ := w.words(p.Entry)
	return !w.o.Budget.isTooLong(text)
}

// isTooLong reports whether text is longer than a report can quote even though
// it is one sentence.
func (b Budget) isTooLong(text string) bool {
	return len(text) >= b.Line && countWords(text) > 2*b.Line
}

// say puts a point into words for its part of the report.
func (w *writer) say(p Point, role Role) Sentence {
	s := w.begin(p)
	e := p.Entry
	text, _ := w.words(e)
	day := shortDay(e.Due, w.o.Today)
	switch role {
	case Differs:
		if part, _ := w.part(Differs); w.common(part) != "" {
			text = capital(text)
		} else if title := w.prefix(p); title != "" {
			s.Text = introduce(title, text)
			s.Computed = append(s.Computed, Computed{title, "the title of the project"})
		} else {
			text = capital(text)
		}
		if w.o.Form.OneBlock && e.Kind == rapport.Challenge && unanswered(e) && s.Text == "" {
			s.Text = earlyWarning
		}
		w.tell(&s, p, text, role)
	case Work:
		if isSettled(e, w.o.Today) {
			on := shortDay(e.Closed, w.o.Today)
			s.Text = settledWord(e.Kind) + " on " + on + ": "
			s.Computed = append(s.Computed, Computed{on, "the day on which it was settled"})
			s.Text += w.claim(text, e)
			break
		}
		s.Text = kindPrefix(e.Kind)
		if w.o.Form.Steps && e.Kind == rapport.Progress {
			s.Text = inProgress
		}
		if s.Text == "" {
			text = capital(text)
		}
		w.tell(&s, p, text, role)
		w.gap(&s, p)
	case StillOpen:
		told := w.toldOn(e)
		s.Text = capital(bare(text))
		if told != "" {
			s.Text += " (told on " + told + ")"
			s.Computed = append(s.Computed, Computed{told, "the day on which the reader was told"})
		}
		s.Text = stopped(s.Text)
		w.addOutcome(&s, e)
		w.answer(&s, p, role)
	case Needs:
		if w.o.Form.Asks == Recommended {
			w.put(&s, p, text)
		} else {
			w.ask(&s, p, text)
			w.choice(&s, p)
		}
		w.addOutcome(&s, e)
	case Topics:
		s.Text = stopped(capital(text))
		if p.Choice.Theirs {
			s.Text = youAskedFor + stopped(text)
		}
	default:
		s.Text = capital(text)
		switch {
		case e.Due == "":
			s.Text = w.claim(s.Text, e)
		case e.Due < w.o.Today:
			s.Text = bare(s.Text) + " (it was for " + day + ")."
			w.addOutcome(&s, e)
			s.Computed = append(s.Computed, Computed{day, "the day of the promise"})
		default:
			s.Text = byDay(s.Text, day, e.Due)
			w.addOutcome(&s, e)
			s.Computed = append(s.Computed, Computed{day, "the day of the promise"})
		}
	}
	w.finish(&s, p)
	return s
}

// tell adds a line with its outcome and, as its kind needs it, the day of a
// promise or the day of an answer.
func (w *writer) tell(s *Sentence, p Point, text string, role Role) {
	if p.Entry.Kind == rapport.Commitment {
		day := shortDay(p.Entry.Due, w.o.Today)
		s.Text += bare(text) + " (I promised it for " + day + ")."
		s.Computed = append(s.Computed, Computed{day, "the day of the promise"})
		w.addOutcome(s, p.Entry)
		return
	}
	s.Text += w.claim(text, p.Entry)
	w.answer(s, p, role)
}

func kindPrefix(k rapport.Kind) string {
	switch k {
	case rapport.Challenge:
		return problemPrefix
	case rapport.HeadsUp:
		return headsUpPrefix
	case rapport.Idea:
		return ideaPrefix
	case rapport.FeedbackReceived:
		return feedbackPrefix
	}
	return ""
}

// prefix is the title that introduces a trouble in the bottom line: that of
// its project, unless it is a guess or the text names it.
func (w *writer) prefix(p Point) string {
	title := p.Project.Title
	if title == "" || !p.Entry.ProjectBy.Holds() {
		return ""
	}
	for word := range strings.FieldsSeq(title) {
		if len(word) >= tellingWord && containsFold(p.Entry.Text, word) {
			return ""
		}
	}
	return title
}

// tellingWord is the length in bytes from which a word of a title tells the
// reader which project is meant.
const tellingWord = 5

// common is the project that all troubles of the bottom line are on, where
// their lead can say it once.
func (w *writer) common(part Part) string {
	if len(part.Points) < 2 {
		return ""
	}
	title := w.prefix(part.Points[0])
	for _, p := range part.Points[1:] {
		if w.prefix(p) != title {
			return ""
		}
	}
	return title
}

// joinedWords is how long a line may be to take its outcome after a colon.
const joinedWords = 20

// claim joins a line and its outcome: "text: outcome." where the line is short
// and has no colon of its own, else two sentences.
func (w *writer) claim(text string, e *rapport.Entry) string {
	outcome, _ := w.outcome(e)
	switch {
	case outcome == "":
		return stopped(text)
	case ended(bare(text)) || strings.Contains(text, ": ") || len(sentences(outcome)) > 1 || len(sentences(text)) > 1 || countWords(text) > joinedWords || isTroubleKind(e.Kind):
		return stopped(text) + " " + stopped(capital(outcome))
	}
	return bare(text) + ": " + stopped(outcome)
}

func isTroubleKind(k rapport.Kind) bool { return k == rapport.Challenge || k == rapport.HeadsUp }

// answer adds to a trouble when the user comes back on it, or plainly that
// there is no answer.
func (w *writer) answer(s *Sentence, p Point, role Role) {
	e := p.Entry
	if e.Kind != rapport.Challenge {
		return
	}
	open := unanswered(e)
	if e.Due == "" {
		if open && role != StillOpen && !(role == Differs && w.saidTogether()) {
			s.Text += " " + noAnswer
		}
		return
	}
	day := shortDay(e.Due, w.o.Today)
	s.Computed = append(s.Computed, Computed{day, "the day on which the answer is due"})
	switch {
	case e.Due < w.o.Today && open:
		s.Text += " An answer was due on " + day + "; none yet."
	case e.Due < w.o.Today:
		s.Text += " It was due on " + day + "."
	case open:
		s.Text += " No answer yet; back on " + day + "."
	default:
		s.Text += " Back on " + day + "."
	}
}

// saidTogether reports whether one sentence says of the whole bottom line that
// there is no answer.
func (w *writer) saidTogether() bool {
	part, ok := w.part(Differs)
	return ok && allUnanswered(part.Points)
}

// ask puts a question with its day.
func (w *writer) ask(s *Sentence, p Point, text string) {
	e := p.Entry
	if p.Known {
		s.Text = stillOpenPrefix
		if told := w.toldOn(e); told != "" {
			s.Text += " since " + told
			s.Computed = append(s.Computed, Computed{told, "the day on which the reader was told"})
		}
		s.Text += ": "
	} else if title := w.prefix(p); title != "" {
		s.Text = introduce(title, text)
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	} else {
		text = capital(text)
	}
	text = asQuestion(text)
	if e.Due == "" {
		s.Text += text
		return
	}
	day := shortDay(e.Due, w.o.Today)
	s.Computed = append(s.Computed, Computed{day, "the day on which the answer is due"})
	if e.Due < w.o.Today {
		s.Text += stopped(text) + " I needed it by " + day + "."
		return
	}
	s.Text += byDay(text, day, e.Due)
}

// toldOn returns the first day on which the reader knew of the entry.
func (w *writer) toldOn(e *rapport.Entry) string {
	first := rapport.Day("")
	for _, t := range e.Told {
		if t.Boss != w.o.Boss.ID || t.Since.IsZero() {
			continue
		}
		if d := rapport.DayOf(t.Since.Time()); first == "" || d < first {
			first = d
		}
	}
	if first == "" {
		return ""
	}
	return shortDay(first, w.o.Today)
}

// finish adds to a point what was left of a long entry and the credit of those
// who helped.
func (w *writer) finish(s *Sentence, p Point) {
	_, left := w.words(p.Entry)
	_, leftOfOutcome := w.outcome(p.Entry)
	if left += leftOfOutcome; left > 0 {
		w.more(s, left)
	}
	w.credit(s, p)
}

// namedHelpers is how many helpers one point names before it counts.
const namedHelpers = 5
