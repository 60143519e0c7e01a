package compose

import (
	"slices"
	"time"

	"rapport"
	"rapport/internal/profile"
)

// DraftKind is a short text for a boss, besides the report.
type DraftKind string

// The kinds.
const (
	// Warning tells of one problem early, with or without a way out (P67).
	Warning DraftKind = "warning"
	// Request asks one thing in the way that the reader decides (P49).
	Request DraftKind = "ask"
	// TalkRequest asks for a talk, with two times in both working days (P26).
	TalkRequest DraftKind = "talk"
	// FeedbackRequest asks for one thing to change about one piece of work
	// (P33).
	FeedbackRequest DraftKind = "feedback"
	// ShortNote says in a few lines where things stand, unasked (P63).
	ShortNote DraftKind = "note"
)

// DraftKinds lists the kinds.
var DraftKinds = [...]DraftKind{Warning, Request, TalkRequest, FeedbackRequest, ShortNote}

// Draft writes a short text about one record of an outline; the zero id is the
// one that comes first. About is the side of the work for a feedback request;
// slots are the times for a talk request.
func Draft(kind DraftKind, o Outline, id rapport.EntryID, about string, slots []Slot) (Report, error) {
	o.Budget = Budget{Line: 60}
	o.Form.Plain, o.Form.Talk, o.Form.Annex, o.Form.Terse = true, false, NoAnnex, false
	w := newWriter(o)
	w.oneNeed = nil
	r := Report{Boss: o.Boss.ID, Period: o.Period, Form: o.Form}
	fits := func(p Point) bool { return true }
	switch kind {
	case Warning:
		fits = func(p Point) bool { return isTroubleKind(p.Entry.Kind) }
	case Request:
		fits = func(p Point) bool { return p.Role == Needs }
	case FeedbackRequest:
		fits = Point.isWork
	}
	p, found := w.pick(id, fits)
	switch {
	case kind == TalkRequest:
		r.Title = computedLine(subjectTalk, "what is asked for")
		r.Sections = []Section{w.talkRequest(slots)}
	case !found:
		return r, rapport.Errorf(rapport.NotFound, "there is nothing in the record that a draft of the kind %s can be about", kind).
			WithHint("give the number of one, or write it down first: rapport log")
	case kind == Warning:
		r.Title = w.subject(subjectWarning, p)
		r.Sections = []Section{w.warning(p)}
	case kind == Request:
		r.Title = w.subject(subjectAsk, p)
		r.Sections = []Section{w.request(p)}
	case kind == FeedbackRequest:
		r.Title = w.subject(subjectFeedback, p)
		r.Sections = []Section{w.feedbackRequest(p, about)}
	}
	if found && kind != TalkRequest {
		for _, f := range [...]Item{p.Item} {
			r.Facts = append(r.Facts, factOf(f, InBody, p.Reason))
		}
	}
	r.Words = length(r.Sections)
	return r, nil
}

func computedLine(text, from string) Sentence {
	return Sentence{Text: text, Computed: []Computed{{text, from}}}
}

// pick finds the point with an id, or the first that fits.
func (w *writer) pick(id rapport.EntryID, fits func(Point) bool) (Point, bool) {
	for _, p := range w.everything() {
		if id == 0 && fits(p) || id != 0 && slices.Contains(p.entries(), id) && fits(p) {
			return p, true
		}
	}
	return Point{}, false
}

// subject is the line that a mail opens with.
func (w *writer) subject(word string, p Point) Sentence {
	s := Sentence{Text: word, Entries: p.entries(), Computed: []Computed{{word, "the kind of draft"}}}
	if title := p.Project.Title; title != "" {
		s.Text += ": " + title
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	}
	return s
}

// warning tells of a problem. A way out is told where there is one, and never
// asked for: a warning without an answer is better than none.
func (w *writer) warning(p Point) Section {
	line := w.begin(p)
	text, _ := w.words(p.Entry)
	if title := w.prefix(p); title != "" {
		line.Text = introduce(title, text)
		line.Computed = append(line.Computed, Computed{title, "the title of the project"})
	} else {
		text = capital(text)
	}
	w.tell(&line, p, text, Work)
	w.finish(&line, p)
	s := Section{Intro: []Sentence{computedLine(wantYouToKnow, "what an early warning opens with"), line}}
	if g, ok := namedGoal(p.Goals); ok {
		s.Intro = append(s.Intro, Sentence{Text: touches(g), Entries: p.entries(), Computed: []Computed{{g.Title, "the title of a goal"}}})
	}
	if unanswered(p.Entry) && p.Entry.Due == "" {
		s.Intro = append(s.Intro, computedLine(willComeBack+toFillIn+".", "that the record has no day; fill it in"))
	}
	return s
}

// request asks in the way that the reader decides, with what it is good for and
// what the user may not see.
func (w *writer) request(p Point) Section {
	w.o.Form.AskFirst = false
	s := w.asked(Part{Role: Needs, Points: []Point{p}, Lead: true})
	if w.o.Form.Asks == Plainly {
		s = Section{Role: Needs, Intro: []Sentence{w.say(p, Needs)}}
	}
	add := func(text string, computed ...Computed) {
		s.Outro = append(s.Outro, Sentence{Text: text, Entries: p.entries(), Computed: computed})
	}
	if c := p.Choice; c != nil && c.Purpose != "" {
		add(purposePrefix + stopped(c.Purpose))
	}
	if g, ok := namedGoal(p.Goals); ok {
		text := "It is for " + quoted(g.Title) + "."
		add(text, Computed{text, "the goal that it helps"})
	}
	switch {
	case w.o.Form.Asks == Argued: // asked already
	case p.Choice != nil && p.Choice.Unseen != "":
		add(maySeePrefix + stopped(p.Choice.Unseen))
	default:
		add(doNotSee, Computed{doNotSee, "the reader knows the organisation (P49)"})
	}
	return s
}

// feedbackRequest asks for one change in one side of one piece of work (P33,
// B5): advice is asked for, because it is given more freely than a verdict.
func (w *writer) feedbackRequest(p Point, about string) Section {
	day := shortDay(p.Entry.Day, w.o.Today)
	text, _ := w.words(p.Entry)
	line := w.begin(p)
	line.Text = "It is about this, of " + day + ": " + stopped(text)
	line.Computed = []Computed{{day, "the day of the entry"}}
	question := Sentence{Entries: p.entries(), Text: oneChange}
	if about = rapport.OneLine(about); about != "" {
		question.Text = "What is the one thing that you would have done differently in " + bare(about) + "?"
		question.Computed = []Computed{{about, "what you asked about"}}
	} else {
		question.Computed = []Computed{{oneChange, "one thing can be answered"}}
	}
	return Section{Intro: []Sentence{computedLine(askAdvice, "what the request opens with"), line, question, computedLine(twoMinutes, "a small request is answered")}}
}

// talkRequest asks for a talk about the first matters, at two times.
func (w *writer) talkRequest(slots []Slot) Section {
	s := Section{Intro: []Sentence{computedLine(couldWeTalk, "what is asked for")}}
	n := 0
	for _, p := range w.everything() {
		if n == 2 || p.Role != Needs && !isTrouble(p.Item) {
			continue
		}
		n++
		item := w.say(p, p.Role)
		s.Items = append(s.Items, item)
	}
	if n > 0 {
		s.Intro = append(s.Intro, computedLine(itIsAbout, "the first matters of the selection"))
	}
	if len(slots) == 0 {
		s.Outro = append(s.Outro, computedLine(whenSuits, "that no time lies in both working days"))
		return s
	}
	var times []string
	for _, slot := range slots {
		times = append(times, slot.String())
	}
	text := "Inside both our days: " + times[0]
	if len(times) > 1 {
		text += ", or " + times[1]
	}
	text += ". " + whichSuits
	s.Outro = append(s.Outro, computedLine(text, "times at which both sides work and nothing is booked"))
	return s
}

// Slot is a time for a talk on both clocks.
type Slot struct{ Mine, Theirs time.Time }

// String says it on their clock, with mine where that differs.
func (s Slot) String() string {
	text := s.Theirs.Format("Mon 2 Jan 15:04")
	if mine := s.Mine.Format("15:04"); mine != s.Theirs.Format("15:04") {
		text += " (" + mine + " for me)"
	}
	return text
}

// Slots finds n times for a talk of so many minutes, on different days, at
// which both sides work and nothing is taken; the first is on the next day at
// the earliest.
func Slots(now time.Time, mine, theirs Side, minutes, n int, taken func(rapport.Day) bool) []Slot {
	if mine.Zone == nil {
		mine.Zone = now.Location()
	}
	if theirs.Zone == nil {
		theirs.Zone = mine.Zone
	}
	myBegin, myEnd := mine.hours()
	begin, end := theirs.hours()
	var slots []Slot
	day := rapport.DayOf(now.In(theirs.Zone))
	for range 21 {
		day = day.Add(1)
		if len(slots) == n {
			break
		}
		if !theirs.works(day) {
			continue
		}
		// Not on the stroke of their beginning, nor at the very end.
		for minute := begin + 30; minute+minutes <= end; minute += 30 {
			at := theirs.at(day, minute)
			my := at.In(mine.Zone)
			myMinute := my.Hour()*60 + my.Minute()
			if d := rapport.DayOf(my); !mine.works(d) || taken != nil && taken(d) || myMinute < myBegin || myMinute+minutes > myEnd {
				continue
			}
			slots = append(slots, Slot{Mine: my, Theirs: at})
			break
		}
	}
	return slots
}

// ShortForm is the style of a note that goes unasked: what is known of the
// reader, in a length for the phone.
func ShortForm(k Known) Known {
	for i, d := range profile.Dimensions {
		if d == profile.Availability && k.Style[i] != profile.Remote {
			k.Style[i], k.Why[i] = profile.Scarce, "a short note"
		}
		if d == profile.Detail {
			k.Style[i], k.Why[i] = profile.Headline, "a short note"
		}
		if d == profile.Intake && k.Style[i] == profile.Listener {
			k.Style[i] = profile.Unknown
		}
	}
	return k
}
