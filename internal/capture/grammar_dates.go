package capture

import (
	"strings"

	"rapport"
	"rapport/internal/when"
)

// date reads the value of on: or by: into day. after are the words behind it.
func (p *lineParser) date(day *rapport.Day, said *string, name string, v value, after []string) error {
	if *said != "" {
		return rapport.Errorf(rapport.Invalid, "the line gives two dates with %s:, %q and %q", name, *said, v.text).
			WithHint(`keep one, or write %s\: for the word`, name)
	}
	clock := p.clock
	clock.Context = when.Log
	if name == "by" {
		clock.Context = when.Due
	}
	answer := when.Parse(v.text, clock)
	if longer, ok := longerDate(v, after, clock, answer); ok {
		return rapport.Errorf(rapport.Invalid, "%s:%s is followed by more of a date", name, v.text).
			WithHint("a date with spaces takes quotes: %s:%q", name, longer)
	}
	if answer.Kind == when.None {
		return rapport.Errorf(rapport.Invalid, "%s:%s is not a date: %s", name, v.text, answer.Why).
			WithHint(`write a day such as %s:%s or %s:"3 nov", or %s\:%s to keep the words`, name, exampleDay(name, clock), name, name, v.text)
	}
	if name == "by" {
		*day, *said = answer.LastDay(), v.text
		return nil
	}
	if answer.FirstDay() > clock.Today() {
		return rapport.Errorf(rapport.Invalid, "on:%s is %s, which is still ahead", v.text, answer).
			WithHint("the log looks back; write by:%s for the day something is due", quoted(v.text))
	}
	*said = v.text
	p.worked(answer)
	return nil
}

func exampleDay(name string, clock when.Clock) rapport.Day {
	if name == "by" {
		return clock.Today().Add(7)
	}
	return clock.Today().Add(-1)
}

// longestTail is how many words behind an unquoted date are tried as more of it.
const longestTail = 3

// longerDate reports whether an unquoted date and the words behind it make
// another date: nobody can say which of the two was meant.
func longerDate(v value, after []string, clock when.Clock, short when.Answer) (string, bool) {
	if v.quoted {
		return "", false
	}
	text := v.text
	for i, word := range after {
		if i == longestTail {
			break
		}
		text += " " + word
		if a := when.Parse(text, clock); a.Kind != when.None && a != short {
			return text, true
		}
	}
	return "", false
}

// worked records when the work was. Of a stretch of days it is the last
// working day that is not ahead.
func (p *lineParser) worked(answer when.Answer) {
	p.line.On = answer.LastDay()
	switch answer.Kind {
	case when.DateTime:
		p.line.At = answer.Time
	case when.Range:
		p.line.On = lastWorkday(answer, p.clock)
	}
}

func lastWorkday(answer when.Answer, clock when.Clock) rapport.Day {
	last := min(answer.LastDay(), clock.Today())
	for d := last; d >= answer.FirstDay(); d = d.Add(-1) {
		if clock.Week.Has(d.Weekday()) && (clock.Off == nil || !clock.Off(d)) {
			return d
		}
		if last.Sub(d) > 30 {
			break
		}
	}
	return last
}

// trailing takes a date off the end of the line, or of the text before the
// arrow. At the end of a promise or a question, "by friday" is the day it is
// due.
func (p *lineParser) trailing() {
	if p.line.OnSaid == "" && !p.trailingDay(&p.outcome) {
		p.trailingDay(&p.text)
	}
	if p.line.DueSaid == "" && endsDue(p.line.Kind) {
		p.trailingDue(&p.text)
	}
}

// endsDue reports whether "by friday" at the end of a line of this kind is the
// day it is due; in "closed the books by friday" it is a part of the sentence.
func endsDue(kind rapport.Kind) bool { return kind == rapport.Commitment || kind == rapport.Question }

// As returns the line as one of a kind that it does not say itself, which
// somebody guessed from its text: at the end of a promise or a question,
// "by friday" then is the day it is due. A line that says its kind stays as it
// is.
func (l Line) As(kind rapport.Kind, clock when.Clock) Line {
	if l.KindSaid || l.Private {
		return l
	}
	l.Kind = kind
	if l.DueSaid != "" || !endsDue(kind) {
		return l
	}
	p := lineParser{clock: clock, line: l}
	for word := range strings.FieldsSeq(l.Text) {
		p.add(piece{word: word})
	}
	p.trailingDue(&p.text)
	p.line.Text = sentenceOf(p.text)
	return p.line
}

// trailingDay takes the day of the work off one of the two texts and reports
// whether there was one.
func (p *lineParser) trailingDay(pieces *[]piece) bool {
	before, tail := plainTail(*pieces)
	if len(tail) == 0 {
		return false
	}
	clock := p.clock
	clock.Context = when.Log
	rest, answer, ok := when.Trailing(strings.Join(append(before, tail...), " "), clock)
	left := strings.Fields(rest)
	if !ok || answer.FirstDay() > clock.Today() || len(left) < len(before) {
		return false
	}
	left = left[len(before):]
	if p.mayBeAhead(left, tail[len(left):]) {
		return false
	}
	p.line.OnSaid = strings.Join(tail[len(left):], " ")
	p.worked(answer)
	cut(pieces, len(tail), left)
	return true
}

// mayBeAhead reports whether a weekday alone at the end of a line that is not
// about work done may be the next one: "stuck: no parts, the vendor delivers
// tuesday". In doubt it stays in the sentence.
func (p *lineParser) mayBeAhead(left, date []string) bool {
	switch p.line.Kind {
	case rapport.Challenge, rapport.HeadsUp, rapport.Question, rapport.Idea, rapport.Commitment:
	default:
		return false
	}
	if len(date) != 1 || len(left) == 0 {
		return false
	}
	verb := left[len(left)-1]
	return len(verb) > 3 && strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") && !strings.EqualFold(date[0], "yesterday") && !strings.EqualFold(date[0], "today")
}

// trailingDue takes the day something is due off the text.
func (p *lineParser) trailingDue(pieces *[]piece) {
	before, tail := plainTail(*pieces)
	clock := p.clock
	clock.Context = when.Due
	for i := len(tail) - 2; i >= 0; i-- {
		switch strings.ToLower(tail[i]) {
		case "by", "before", "until":
		default:
			continue
		}
		answer := when.Parse(strings.Join(tail[i+1:], " "), clock)
		if answer.Kind == when.None || len(before)+i == 0 {
			return
		}
		p.line.Due, p.line.DueSaid = answer.LastDay(), strings.Join(tail[i:], " ")
		cut(pieces, len(tail), tail[:i])
		return
	}
}

// cut shortens the last n plain words to those left before a date, from whose
// last a comma may have gone.
func cut(pieces *[]piece, n int, left []string) {
	end := lastPlain(*pieces)
	kept := (*pieces)[: end-n : end-n]
	for _, word := range left {
		kept = append(kept, piece{word: word})
	}
	*pieces = append(kept, (*pieces)[end:]...)
}

// tailWords is how many words at the end of a line can be a date.
const tailWords = 10

// plainTail returns the words at the end that may be a date, and the few
// before them that may not because a mark stands among them or they are
// escaped. Marks behind the last word do not count.
func plainTail(pieces []piece) (before, tail []string) {
	end := lastPlain(pieces)
	start := max(0, end-tailWords)
	for _, w := range pieces[start:end] {
		tail = append(tail, w.word)
		if w.mark != 0 || w.fixed {
			before = append(before, tail...)
			tail = nil
		}
	}
	return before, tail
}

// lastPlain returns where the marks at the end begin.
func lastPlain(pieces []piece) int {
	end := len(pieces)
	for end > 0 && pieces[end-1].mark != 0 {
		end--
	}
	return end
}

// quoted puts quotes around words with spaces.
func quoted(text string) string {
	if strings.Contains(text, " ") {
		return `"` + text + `"`
	}
	return text
}
