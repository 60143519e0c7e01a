package compose

import (
	"strconv"
	"strings"

	"rapport"
)

// This file holds every connecting word of a report in English, and what the
// package must know of English to place it. Another language is another file
// like this one.

// Headings.
const (
	headingWork      = "What I worked on"
	headingOther     = "Other work"
	headingStillOpen = "Still open"
	headingNeeds     = "What I need from you"
	headingMine      = "I promised"
	headingTheirs    = "You promised"
	headingBoth      = "We agreed"
	headingOthers    = "Promised by others"
	headingNext      = "Next"
	headingTopics    = "For our talk"
	headingRest      = "For completeness"
)

// Fixed sentences and phrases.
const (
	anyBoss = "your boss"

	noTroubleNoNeed = "No problem, surprise or question to report."
	noTrouble       = "No problem or surprise to report."
	nothingNewOff   = "Nothing new is off course; what you know of and is not settled stands under “" + headingStillOpen + "”."
	gitLead         = "Git shows what changed, not what is at risk."
	recordLead      = "My record shows what changed, not what is at risk."
	nothingRecorded = "Nothing recorded"
	fromGit         = "This is what git shows; "
	fromRecord      = "This is what my record shows; "
	notInIt         = " not in it."

	noAnswer        = "No answer yet."
	noAnswerToEach  = "No answer yet to either."
	noAnswerToAny   = "No answer yet to any of them."
	problemPrefix   = "Problem: "
	headsUpPrefix   = "For you to know: "
	ideaPrefix      = "Idea: "
	feedbackPrefix  = "Feedback: "
	stillOpenPrefix = "Still open"

	outPrefix     = "out: "
	countedPrefix = "counted: "
)

// settledWord says that a matter of a kind has ended.
func settledWord(k rapport.Kind) string {
	switch k {
	case rapport.Challenge:
		return "Solved"
	case rapport.Question:
		return "Answered"
	case rapport.Commitment:
		return "Promise kept"
	}
	return "Settled"
}

func heading(r Role) string {
	switch r {
	case StillOpen:
		return headingStillOpen
	case Needs:
		return headingNeeds
	case Mine:
		return headingMine
	case Theirs:
		return headingTheirs
	case Both:
		return headingBoth
	case Others:
		return headingOthers
	case Next:
		return headingNext
	case Topics:
		return headingTopics
	}
	return ""
}

// word names a record that is no entry.
func (n Noun) word() string {
	switch n {
	case AnAgendaItem:
		return "topic"
	case AnAdvice:
		return "question for advice"
	}
	return string(n)
}

// kindNoun names n entries of a kind.
func kindNoun(k rapport.Kind, n int) string {
	noun := string(k)
	switch k {
	case rapport.Progress:
		return "progress"
	case rapport.FeedbackReceived:
		return "feedback"
	case rapport.Challenge:
		noun = "problem"
	case rapport.Commitment:
		noun = "promise"
	}
	if n != 1 {
		noun += "s"
	}
	return noun
}

// number writes n in words up to ten.
func number(n int) string {
	switch n {
	case 0:
		return "no"
	case 1:
		return "one"
	case 2:
		return "two"
	case 3:
		return "three"
	case 4:
		return "four"
	case 5:
		return "five"
	case 6:
		return "six"
	case 7:
		return "seven"
	case 8:
		return "eight"
	case 9:
		return "nine"
	case 10:
		return "ten"
	}
	return strconv.Itoa(n)
}

// list joins names as a sentence does.
func list(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// introduce puts the title of a project before a line.
func introduce(title, text string) string {
	if strings.Contains(text, ": ") {
		return title + ", "
	}
	return title + ": "
}

func quoted(text string) string { return "“" + text + "”" }

func counted(n int, noun string) string {
	if n == 1 {
		return number(n) + " " + noun
	}
	return number(n) + " " + noun + "s"
}

// shortDay writes a day as Fri 4 Dec, with the year where it is not that of
// today.
func shortDay(d, today rapport.Day) string {
	if d == "" {
		return ""
	}
	t := d.Time()
	switch {
	case t.IsZero():
		return string(d)
	case today.Time().Year() != t.Year():
		return t.Format("Mon 2 Jan 2006")
	}
	return t.Format("Mon 2 Jan")
}

// periodWords writes a period with its year, such as Mon 16 to Fri 20 Nov
// 2026.
func periodWords(p rapport.Period) string {
	until := p.Until.Time().Format("Mon 2 Jan 2006")
	if p.Until.Time().IsZero() {
		until = string(p.Until)
	}
	from, end := p.From.Time(), p.Until.Time()
	switch {
	case p.From == p.Until:
		return until
	case p.From == "":
		return "up to " + until
	case from.IsZero() || from.Year() != end.Year():
		return longDay(p.From) + " to " + until
	case from.Month() != end.Month():
		return from.Format("Mon 2 Jan") + " to " + until
	}
	return from.Format("Mon 2") + " to " + until
}

func longDay(d rapport.Day) string {
	if d.Time().IsZero() {
		return string(d)
	}
	return d.Time().Format("Mon 2 Jan 2006")
}

// readingTime writes seconds as a reader would say them.
func readingTime(seconds int) string {
	if seconds < 90 {
		return "About " + strconv.Itoa(seconds) + " seconds to read."
	}
	return "About " + counted((seconds+30)/60, "minute") + " to read."
}

// goalWords names the goals that a stretch of work is for. One that the boss
// never named is owned as the user's reading.
func goalWords(goals []*rapport.Goal) string {
	var said, taken []string
	for _, g := range goals {
		title := quoted(g.Title)
		if g.Confirmed {
			said = append(said, title)
		} else {
			taken = append(taken, title)
		}
	}
	var parts []string
	switch len(said) {
	case 0:
	case 1:
		parts = append(parts, "For your goal "+said[0]+".")
	default:
		parts = append(parts, "For your goals "+list(said)+".")
	}
	if len(taken) > 0 {
		parts = append(parts, "Towards "+list(taken)+", as I understand your goals.")
	}
	return strings.Join(parts, " ")
}

// goalHeading is the heading of work that is for a goal and in no project.
func goalHeading(g *rapport.Goal) string {
	if g.Confirmed {
		return "For your goal " + quoted(g.Title)
	}
	return "Towards " + quoted(g.Title) + ", as I understand your goals"
}

// touches says which goal a trouble stands in the way of.
func touches(g *rapport.Goal) string {
	if g.Confirmed {
		return "It touches your goal " + quoted(g.Title) + "."
	}
	return "It touches " + quoted(g.Title) + ", as I understand your goals."
}

// byDay adds a day to a line. A line that names the weekday itself gets the
// date alone.
func byDay(text, day string, d rapport.Day) string {
	if containsFold(text, day) {
		return stopped(text)
	}
	if ended(bare(text)) || len(sentences(text)) > 1 {
		return stopped(text) + " By " + day + "."
	}
	weekday := d.Weekday().String()
	if d.Time().IsZero() {
		return bare(text) + ", by " + day + "."
	}
	if hasWord(text, weekday) || hasWord(text, weekday[:3]) {
		_, date, _ := strings.Cut(day, " ")
		return bare(text) + " (" + date + ")."
	}
	if hasWord(text, "tomorrow") || hasWord(text, "today") || containsFold(text, "next week") || containsFold(text, "end of") {
		return bare(text) + " (" + day + ")."
	}
	return bare(text) + ", by " + day + "."
}

// asQuestion closes a question with its mark; a request stays a sentence.
func asQuestion(text string) string {
	text = strings.TrimRight(text, " ,;:")
	if ended(text) || text == "" {
		return text
	}
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return r == ':' || r == ',' || r == ';' || r == '.' }) {
		if word, _, _ := strings.Cut(strings.TrimSpace(clause), " "); isQuestionWord(strings.ToLower(word)) {
			return text + "?"
		}
	}
	return stopped(text)
}

func isQuestionWord(w string) bool {
	switch w {
	case "who", "whom", "whose", "what", "what's", "when", "where", "why", "how", "which",
		"can", "could", "may", "might", "shall", "should", "will", "would",
		"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "am", "any":
		return true
	}
	return false
}

// saysPlan reports whether a line of progress is written as a plan.
func saysPlan(text string) bool {
	text = strings.ToLower(text[:min(len(text), 12)])
	for _, start := range [...]string{"next:", "next week", "next step", "next up", "tomorrow", "plan:", "plan to ", "plan is ", "will ", "todo"} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}

// hasAnswer reports whether a trouble is written with what is done about it.
// In doubt it is: "no answer yet" must never contradict the user's words.
func hasAnswer(text string) bool {
	if len(sentences(text)) > 1 || strings.ContainsAny(text, ",;–—") || strings.Contains(text, " - ") {
		return true // a second clause may well be the answer
	}
	for field := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == ':' || r == '.' || r == '(' || r == ')'
	}) {
		switch field {
		case "option", "options", "propose", "proposal", "suggest", "recommend", "would", "will", "plan",
			"planned", "asked", "could", "meanwhile", "workaround", "instead", "trying", "try", "fix",
			"fixed", "fixing", "back", "until", "solved", "agreed", "booked", "ordered", "i'll", "we'll",
			"answer", "or", "so", "moved", "replaced", "borrowed", "rented", "escalated", "covering":
			return true
		}
	}
	return false
}

func hasWord(text, word string) bool {
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == ':' || r == '.' || r == '(' || r == ')' || r == '?' || r == '!'
	}) {
		if strings.EqualFold(field, word) {
			return true
		}
	}
	return false
}

// isAbbreviation reports whether a full stop after w does not end a sentence.
func isAbbreviation(w string) bool {
	if len([]rune(w)) <= 1 || strings.ContainsRune(w, '.') {
		return true
	}
	switch strings.ToLower(w) {
	case "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "vs", "ca", "approx", "etc", "eg", "ie",
		"inc", "ltd", "co", "dept", "fig", "vol", "sec", "min", "max", "art", "para", "pp", "ed":
		return true
	}
	return false
}

// isStateOrSmallWord reports whether w says how far a matter is, or is too
// small to tell two matters apart.
func isStateOrSmallWord(w string) bool {
	switch w {
	case "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "with", "by", "from", "is", "are",
		"was", "now", "all", "it", "we", "i", "my", "our",
		"start", "started", "starting", "begin", "began", "begun", "beginning", "continue", "continued",
		"continuing", "work", "worked", "working", "still", "half", "halfway", "almost", "nearly", "more",
		"further", "again", "ongoing", "underway":
		return true
	}
	return false
}

// saidBy reports whether a line begins with what a person said, announced or
// decided: news of theirs, not news to them.
func saidBy(text, name string) bool {
	first, rest, _ := strings.Cut(text, " ")
	verb, _, _ := strings.Cut(rest, " ")
	given, _, _ := strings.Cut(name, " ")
	if given == "" || !strings.EqualFold(strings.Trim(first, ",:"), given) {
		return false
	}
	return isSayingVerb(strings.ToLower(verb))
}

func isSayingVerb(verb string) bool {
	switch verb {
	case "said", "says", "told", "tells", "mentioned", "mentions", "announced", "announces", "decided", "decides",
		"confirmed", "confirms", "wants", "wanted", "asked", "asks", "agreed", "agrees", "promised", "promises",
		"thinks", "thought", "warned", "warns", "wrote", "writes", "reported", "reports":
		return true
	}
	return false
}

// quotesPerson reports whether a line hands on what a person said, wherever
// the line says so: "heard from Dana", "according to Dana", "Dana's view",
// "… because Dana says".
func quotesPerson(text, name string) bool {
	given, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	if given == "" || !containsFold(text, given) {
		return false
	}
	fields := strings.Fields(strings.ToLower(text))
	given = strings.ToLower(given)
	for i, f := range fields {
		word := strings.Trim(f, ".,:;!?()\"“”'")
		owner := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if owner != given {
			continue
		}
		before := ""
		if i > 0 {
			before = fields[i-1]
		}
		if before == "from" && i > 1 {
			switch strings.Trim(fields[i-2], ".,:;") {
			case "heard", "know", "learned", "learnt", "word", "feedback", "message", "mail", "email":
				return true
			}
		}
		if before == "to" && i > 1 && fields[i-2] == "according" || before == "per" {
			return true
		}
		if i+1 == len(fields) {
			continue
		}
		next := strings.Trim(fields[i+1], ".,:;!?()\"“”'")
		if word != owner { // possessive
			switch next {
			case "view", "opinion", "words", "comment", "feedback", "advice", "view:", "criticism", "worry", "reaction":
				return true
			}
			continue
		}
		if isSayingVerb(next) || strings.HasSuffix(f, ":") {
			return true
		}
	}
	return false
}
