package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// The bounds of an agenda (B16, P77).
const (
	topicsOfMine = 3
	plateMinutes = 2
	openMinutes  = 3
	usualMinutes = 30
)

// Meeting is the talk that an agenda is for.
type Meeting struct {
	// Begins says when, in words; empty where none is known.
	Begins string
	// Minutes is its length; zero stands for the usual half hour.
	Minutes int
}

// topic is a matter for the talk: a question with the problem it is about, or
// something to tell.
type topic struct {
	points  []Point
	kind    rapport.AgendaType
	minutes int
}

func (t topic) isBad() bool {
	return slices.ContainsFunc(t.points, func(p Point) bool { return isTrouble(p.Item) && len(p.Goals) > 0 })
}

func (t topic) isTrouble() bool {
	return slices.ContainsFunc(t.points, func(p Point) bool { return isTrouble(p.Item) })
}

// due is the first day on which one of its matters is due.
func (t topic) due() rapport.Day {
	first := rapport.Day("9")
	for _, p := range t.points {
		if p.Entry.Due != "" {
			first = min(first, p.Entry.Due)
		}
	}
	return first
}

// Agenda renders an outline, which is the selection of the report, as the
// topics of a talk: at most three of the user's with their sort, minutes and
// question, what the reader asked for, room for more of theirs, and two minutes
// for what is on their plate. What has no room is counted; the report has it.
func Agenda(o Outline, m Meeting) Report {
	f := o.Form
	if m.Minutes == 0 {
		m.Minutes = usualMinutes
	}
	is := func(v profile.Value) bool { return f.Style.Value(v.Of()) == v }
	if is(profile.Scarce) {
		m.Minutes = min(m.Minutes, 15)
	}
	topics, theirs, rest := topicsOf(o)
	for i := range topics {
		topics[i].minutes = minutesOf(f, topics[i])
	}
	slices.SortStableFunc(topics, func(a, b topic) int { return byStyle(f, a, b) })
	if len(topics) > topicsOfMine {
		// Bad news on a goal is not what waits.
		if i := slices.IndexFunc(topics, topic.isBad); i >= topicsOfMine {
			bad := topics[i]
			topics = slices.Insert(slices.Delete(topics, i, i+1), topicsOfMine-1, bad)
		}
		for _, t := range topics[topicsOfMine:] {
			rest = append(rest, t.points...)
		}
		topics = topics[:topicsOfMine]
	}
	shown := o
	shown.Parts, shown.Counted = nil, nil
	for _, t := range topics {
		shown.Parts = append(shown.Parts, Part{Role: t.points[0].Role, Points: t.points})
	}
	if len(theirs) > 0 {
		shown.Parts = append(shown.Parts, Part{Role: Topics, Points: theirs})
	}
	for _, p := range append(rest, o.Counted...) {
		p.Reason = countedPrefix + "three topics are enough for one talk; " + p.Reason
		shown.Counted = append(shown.Counted, p)
	}
	shown.Budget = Budget{Line: 40}
	w := newWriter(shown)
	w.oneNeed = nil
	r := Report{Boss: o.Boss.ID, Period: o.Period, Form: f, Moves: o.Moves, Standings: o.Standings, Doubts: o.Doubts}
	r.Title = agendaTitle(o, m)
	r.Sections = w.topicSections(topics, theirs, m)
	if f.Talk {
		r.Talk, r.Confirm = w.talk()
	} else if f.Fixed {
		_, r.Confirm = w.talk()
		w.said = map[rapport.EntryID]bool{}
	}
	r.Words = length(r.Sections)
	r.Facts, r.Out = w.facts()
	for i := range r.Facts {
		if r.Facts[i].Place == InAnnex {
			r.Facts[i].Place = InCount // the report is the annex of an agenda
		}
	}
	return r
}

func agendaTitle(o Outline, m Meeting) Sentence {
	title := "Agenda"
	if o.Boss.Name != "" {
		title += " with " + o.Boss.Name
	}
	if m.Begins != "" {
		title += ", " + m.Begins
	}
	return Sentence{Text: title, Computed: []Computed{{title, "the reader's name and the time of the talk"}}}
}

// topicsOf makes topics of an outline: a question takes the problem of the same
// project with it.
func topicsOf(o Outline) (topics []topic, theirs, rest []Point) {
	byProject := map[rapport.ProjectID]int{}
	var troubles, open, work []Point
	for _, part := range o.Parts {
		for _, p := range part.Points {
			switch {
			case p.Role == Topics && p.Choice != nil && p.Choice.Theirs:
				theirs = append(theirs, p)
			case p.Role == Needs:
				t := topic{points: []Point{p}, kind: rapport.Decide}
				if p.Choice != nil && p.Choice.Type == rapport.Advise {
					t.kind = rapport.Advise
				}
				if o.Form.Asks == Unhurried {
					t.kind = rapport.Inform
				}
				if _, taken := byProject[p.Project.ID]; !taken && p.Project.ID != 0 {
					byProject[p.Project.ID] = len(topics)
				}
				topics = append(topics, t)
			case isTrouble(p.Item):
				troubles = append(troubles, p)
			case p.Role == Topics, p.Role == StillOpen, p.Role == Theirs && p.Entry.Due != "" && p.Entry.Due <= o.Today:
				open = append(open, p)
			case p.Role == Work:
				work = append(work, p)
			default:
				rest = append(rest, p)
			}
		}
	}
	for _, p := range troubles {
		if i, ok := byProject[p.Project.ID]; ok && p.Project.ID != 0 && len(topics[i].points) == 1 {
			topics[i].points = append(topics[i].points, p)
			continue
		}
		kind := rapport.Inform
		if unanswered(p.Entry) {
			kind = rapport.Advise
		}
		topics = append(topics, topic{points: []Point{p}, kind: kind})
	}
	for _, p := range open {
		if i := slices.IndexFunc(topics, func(t topic) bool { return sameMatter(t.points[0], p) }); i >= 0 && len(topics[i].points) < 3 {
			topics[i].points = append(topics[i].points, p)
			continue
		}
		topics = append(topics, topic{points: []Point{p}, kind: rapport.Inform})
	}
	// What went well needs a topic only where there is room.
	if len(work) > 0 && len(topics) < topicsOfMine && o.Form.Style.Value(profile.Involvement) != profile.Exceptions {
		topics = append(topics, topic{points: work[:1:1], kind: rapport.Inform})
		work = work[1:]
	}
	return topics, theirs, append(rest, work...)
}

// sameMatter reports whether two points speak of one thing: most of the words
// of the shorter stand in the other.
func sameMatter(a, b Point) bool {
	x := gistOf(appendTokens(nil, strings.ToLower(a.Entry.Text)))
	y := gistOf(appendTokens(nil, strings.ToLower(b.Entry.Text)))
	shared := 0
	for _, w := range x.words {
		if slices.Contains(y.words, w) {
			shared++
		}
	}
	return shared >= 2 && 2*shared >= min(len(x.words), len(y.words))
}

// minutesOf is how long a topic takes: what the user said, else by what is
// wanted and how the reader decides.
func minutesOf(f Form, t topic) int {
	for _, p := range t.points {
		if p.Choice != nil && p.Choice.Minutes > 0 {
			return p.Choice.Minutes
		}
	}
	short := f.Style.Value(profile.Availability) == profile.Scarce
	switch {
	case t.kind == rapport.Decide && (f.Asks == Recommended || short):
		return 3
	case t.kind == rapport.Decide && f.Asks == Alternatives:
		return 10
	case t.kind == rapport.Decide && f.Asks == Argued:
		return 12 // disagreement is expected
	case f.Style.Value(profile.Detail) == profile.Headline:
		return 5
	case t.kind == rapport.Decide:
		return 8
	case t.kind == rapport.Advise && !short:
		return 6
	}
	return 3
}

// byStyle orders topics: what is to be decided first, and bad news on a goal
// before other things, unless the reader wants it otherwise.
func byStyle(f Form, a, b topic) int {
	kind := func(t topic) int {
		switch {
		case t.kind == rapport.Decide:
			return 0
		case t.kind == rapport.Advise, t.isTrouble():
			return 1
		}
		return 2
	}
	risks := f.Style.Value(profile.Evidence) == profile.Risk || f.Style.Value(profile.News) == profile.NoSurprise
	switch {
	case f.Style.Value(profile.Availability) == profile.Scarce:
		return cmp.Or(cmp.Compare(a.due(), b.due()), cmp.Compare(kind(a), kind(b)))
	case risks:
		return cmp.Or(compareTruth(!a.isTrouble(), !b.isTrouble()), compareTruth(!a.isBad(), !b.isBad()), cmp.Compare(kind(a), kind(b)))
	case f.Claims == Measured:
		off := func(t topic) bool {
			return t.isTrouble() && slices.ContainsFunc(t.points, Point.hasFigure)
		}
		return cmp.Or(compareTruth(!off(a), !off(b)), cmp.Compare(kind(a), kind(b)), compareTruth(!a.isBad(), !b.isBad()))
	}
	return cmp.Or(cmp.Compare(kind(a), kind(b)), compareTruth(!a.isBad(), !b.isBad()), compareTruth(!a.isTrouble(), !b.isTrouble()), cmp.Compare(a.due(), b.due()))
}

// topicSections puts the topics into sentences.
func (w *writer) topicSections(topics []topic, theirs []Point, m Meeting) []Section {
	f := w.o.Form
	var all []Section
	total := plateMinutes + openMinutes
	plate := Sentence{Text: onYourPlate + " (" + counted(plateMinutes, "minute") + ")", Reason: "both sides bring something (P72, P77)"}
	plate.Computed = []Computed{{plate.Text, "two minutes of every talk"}}
	if f.Joint || f.Style.Value(profile.Decision) == profile.Consults {
		all = append(all, Section{Title: headingFirst, Items: []Sentence{plate}})
	}
	mine := Section{Role: Topics, Title: headingMyTopics, Numbered: true}
	for _, t := range topics {
		total += t.minutes
		mine.Items = append(mine.Items, w.topicLine(t))
	}
	decides := slices.ContainsFunc(topics, func(t topic) bool { return t.kind == rapport.Decide })
	if f.Silence && !decides {
		mine.Intro = append(mine.Intro, Sentence{Text: noTalkNeeded, Computed: []Computed{{noTalkNeeded, "that nothing is to be decided"}}})
	}
	if len(topics) == 0 {
		mine.Intro = append(mine.Intro, Sentence{Text: noTopics, Computed: []Computed{{noTopics, "that nothing new is to be told or asked"}}})
	}
	all = append(all, mine)
	yours := Section{Role: Topics, Title: headingYourTopics}
	for _, p := range theirs {
		s := w.begin(p)
		text, _ := w.words(p.Entry)
		s.Text = stopped(capital(text))
		if p.Entry.Day < w.o.Period.From {
			since := shortDay(p.Entry.Day, w.o.Today)
			s.Text += " (carried over since " + since + ")"
			s.Computed = append(s.Computed, Computed{since, "the day on which it was asked for"})
		}
		total += max(3, p.Choice.Minutes)
		yours.Items = append(yours.Items, s)
	}
	add := Sentence{Text: pleaseAdd + " (" + counted(openMinutes, "minute") + ")", Reason: "the reader's own topics belong on it (P29)"}
	add.Computed = []Computed{{add.Text, "room kept on every agenda"}}
	yours.Items = append(yours.Items, add)
	if len(all) == 1 {
		yours.Items = append(yours.Items, plate)
	}
	if f.Knows {
		asked := Sentence{Text: mayBeAsked, Computed: []Computed{{mayBeAsked, "a standing topic for one who wants no surprise"}}}
		yours.Items = append(yours.Items, asked)
	}
	all = append(all, yours)
	if f.Style.Value(profile.Detail) == profile.Deep {
		total += 10
	}
	if n := len(w.o.Counted); n > 0 {
		line, _ := w.countLine()
		line.Text = strconv.Itoa(n) + waitsInReport
		line.Computed = []Computed{{line.Text, "the count of what has no room on the agenda"}}
		all = append(all, Section{Outro: []Sentence{line}})
	}
	sum := strconv.Itoa(total) + " of " + strconv.Itoa(m.Minutes) + " minutes."
	all = append(all, Section{Outro: []Sentence{{Text: sum, Computed: []Computed{{sum, "the minutes of all topics, and the length of the talk"}}}}})
	return all
}

// topicLine is a topic with its sort, its minutes and what is wanted.
func (w *writer) topicLine(t topic) Sentence {
	head := topicWord(t.kind) + " (" + strconv.Itoa(t.minutes) + " min): "
	var line Sentence
	for i, p := range t.points {
		var s Sentence
		switch {
		case p.Role == Needs:
			s = w.say(p, Needs)
			if w.o.Form.Asks != Plainly {
				s = w.begin(p)
				text, _ := w.words(p.Entry)
				w.question(&s, p, text)
				w.choice(&s, p)
			}
		case p.Role == Work && !isTrouble(p.Item):
			s = w.lead(p)
		case isTrouble(p.Item):
			s = w.say(p, Differs)
		default:
			s = w.say(p, p.Role)
		}
		if i == 0 {
			line = s
			continue
		}
		switch p.Role {
		case Theirs:
			line.Text += " " + youPromised + s.Text
		case StillOpen:
			line.Text += " " + stillUnsettled + s.Text
		default:
			line.Text += " " + aboutPrefix + s.Text
		}
		line.Entries = append(line.Entries, s.Entries...)
		line.Computed = append(line.Computed, s.Computed...)
	}
	line.Text = head + line.Text
	line.Computed = append(line.Computed, Computed{head, "the sort of topic and its minutes"})
	return line
}
