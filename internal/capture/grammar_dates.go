package capture

import (
	"slices"
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
			WithHint(`write a day such as %s:%s or %s:"3 nov", or %s\:%s to keep the words`, name, example(name, clock), name, name, v.text)
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

func example(name string, clock when.Clock) rapport.Day {
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
// arrow. What is ahead is the due day of a promise or a question; in any
// other line it stays in the text.
func (p *lineParser) trailing() {
	if p.line.OnSaid == "" && !p.trailingOf(&p.outcome) {
		p.trailingOf(&p.text)
	}
}

// trailingOf does so for one of the two texts and reports whether it did.
func (p *lineParser) trailingOf(pieces *[]piece) bool {
	start, tail := plainTail(*pieces)
	if len(tail) == 0 {
		return false
	}
	clock := p.clock
	clock.Context = when.Log
	rest, answer, ok := when.Trailing(strings.Join(tail, " "), clock)
	if !ok || rest == "" && start == 0 {
		return false
	}
	left := strings.Fields(rest)
	said := tail[min(len(left), len(tail)):]
	if before := lastWord(left, *pieces, start); needsDate(before) || answer.FirstDay() > clock.Today() {
		return p.trailingDue(pieces, start, left, said, before)
	}
	p.line.OnSaid = strings.Join(said, " ")
	p.worked(answer)
	cut(pieces, start, left)
	return true
}

// trailingDue reads the end of a promise or a question as the day it is due.
func (p *lineParser) trailingDue(pieces *[]piece, start int, left, said []string, before string) bool {
	if p.line.Kind != rapport.Commitment && p.line.Kind != rapport.Question || p.line.DueSaid != "" {
		return false
	}
	switch strings.ToLower(before) {
	case "by", "before", "until":
		said = append([]string{before}, said...)
		left = left[:max(len(left)-1, 0)]
	default:
		if needsDate(before) {
			return false
		}
	}
	clock := p.clock
	clock.Context = when.Due
	answer := when.Parse(strings.Join(said, " "), clock)
	if answer.Kind == when.None || len(left) == 0 && start == 0 {
		return false
	}
	p.line.Due, p.line.DueSaid = answer.LastDay(), strings.Join(said, " ")
	cut(pieces, start, left)
	return true
}

// cut shortens the plain words from start on to those left before the date,
// from whose last a comma may have gone.
func cut(pieces *[]piece, start int, left []string) {
	kept := (*pieces)[:start:start]
	for i, w := range (*pieces)[start:] {
		switch {
		case w.mark != 0:
			kept = append(kept, w)
		case i < len(left):
			kept = append(kept, piece{word: left[i]})
		}
	}
	*pieces = kept
}

// tailWords is how many words at the end of a line can be a date.
const tailWords = 10

// plainTail returns the words at the end that may be a date and where they
// start; marks behind them do not count.
func plainTail(pieces []piece) (start int, words []string) {
	end := len(pieces)
	for end > 0 && pieces[end-1].mark != 0 {
		end--
	}
	start = end
	for start > 0 && end-start < tailWords && pieces[start-1].mark == 0 && !pieces[start-1].fixed {
		start--
		words = append(words, pieces[start].word)
	}
	slices.Reverse(words)
	return start, words
}

// lastWord returns the word before a date.
func lastWord(left []string, pieces []piece, start int) string {
	switch {
	case len(left) > 0:
		return left[len(left)-1]
	case start > 0:
		return pieces[start-1].word
	}
	return ""
}

// needsDate reports whether the word makes the date behind it a part of the
// sentence: "moved to friday", "the rota for monday".
func needsDate(word string) bool {
	switch strings.ToLower(word) {
	case "by", "before", "until", "till", "to", "for", "from", "after", "since", "of", "than", "per", "every", "each",
		"and", "or", "the", "a", "an", "between", "through", "due", "not", "is", "was", "as", "-", "–":
		return true
	}
	return false
}

// quoted puts quotes around words with spaces.
func quoted(text string) string {
	if strings.Contains(text, " ") {
		return `"` + text + `"`
	}
	return text
}
