package capture

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rapport"
	"rapport/internal/when"
)

// Line is what one typed line says. It never holds a guess: what the line
// does not say is zero.
type Line struct {
	// Kind is the kind the line begins with; empty where it says none.
	Kind     rapport.Kind
	KindSaid bool
	// Private says that the line is nobody else's business: it becomes a
	// private note and never an entry. Only its day is read; everything else
	// stays in Text.
	Private bool
	Text    string
	// Outcome is what stands behind the arrow.
	Outcome string
	Project rapport.Slug
	Goals   []rapport.Slug
	Bosses  []rapport.Slug
	// On is the day of the work and Due the day something is due; empty where
	// the line does not say it.
	On, Due rapport.Day
	// At is the instant of the work where the line gives a clock time too.
	At time.Time
	// OnSaid and DueSaid are the words that were understood as On and Due.
	OnSaid, DueSaid string
	// Said holds what stands behind the further marks of [ParseFact], by name.
	Said map[string]string
}

// ParseLine reads one line as typed. The clock's context does not matter: the
// day of the work is looked for in the past, the day something is due ahead.
func ParseLine(text string, clock when.Clock) (Line, error) {
	return (&lineParser{clock: clock, kinds: true}).parse(text)
}

// ParseFact reads a line of another quick command than log: the same grammar
// without the kinds, and with further marks such as dim:evidence or hours:4
// whose names the command knows.
func ParseFact(text string, clock when.Clock, marks ...string) (Line, error) {
	return (&lineParser{clock: clock, further: marks}).parse(text)
}

func (p *lineParser) parse(text string) (Line, error) {
	text = rapport.OneLine(text)
	if text == "" {
		return Line{}, rapport.Errorf(rapport.Invalid, "there is nothing to write down").
			WithHint("write what you did, such as: won: waiting time down from 40 to 25 minutes +ward")
	}
	words, err := splitLine(text, p.further)
	if err != nil {
		return Line{}, err
	}
	if p.kinds {
		words = p.kind(words)
	}
	if err := p.marks(words); err != nil {
		return Line{}, err
	}
	p.trailing()
	p.line.Text, p.line.Outcome = sentenceOf(p.text), sentenceOf(p.outcome)
	if p.line.Text == "" {
		return Line{}, rapport.Errorf(rapport.Invalid, "there is nothing to write down besides marks").
			WithHint("write what you did, such as: won: checkout p99 840 to 520 ms +checkout yesterday")
	}
	return p.line, nil
}

// lineParser collects what the words of a line say.
type lineParser struct {
	clock when.Clock
	// kinds says that the line may begin with a kind; further are the names of
	// marks beyond on:, by: and for:.
	kinds   bool
	further []string
	line    Line
	// text and outcome are what is left for people to read.
	text, outcome []piece
	// arrow says that the outcome has begun.
	arrow bool
}

// piece is a word of the text, or a +project or @boss that may have to stay
// in the text as a word.
type piece struct {
	word string
	// mark is '+' or '@' for a mark, else zero.
	mark byte
	// fixed words are never read as part of a date.
	fixed bool
}

// kind takes the kind word off the front.
func (p *lineParser) kind(words []string) []string {
	if len(words) == 0 {
		return words
	}
	name, rest, found := strings.Cut(words[0], ":")
	if !found || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") {
		return words
	}
	kind, private, ok := kindWord(strings.ToLower(name))
	if !ok {
		return words
	}
	p.line.Kind, p.line.Private, p.line.KindSaid = kind, private, !private
	if rest == "" {
		return words[1:]
	}
	return append([]string{rest}, words[1:]...)
}

// kindWord returns what a word before the first colon means.
func kindWord(word string) (kind rapport.Kind, private, ok bool) {
	switch word {
	case "did":
		return rapport.Progress, false, true
	case "won":
		return rapport.Accomplishment, false, true
	case "stuck":
		return rapport.Challenge, false, true
	case "idea":
		return rapport.Idea, false, true
	case "ask":
		return rapport.Question, false, true
	case "fyi":
		return rapport.HeadsUp, false, true
	case "promise":
		return rapport.Commitment, false, true
	case "heard":
		return rapport.FeedbackReceived, false, true
	case "private":
		return "", true, true
	}
	for _, k := range rapport.Kinds {
		if string(k) == word {
			return k, false, true
		}
	}
	return "", false, false
}

// KindNamed returns the kind that a word of the grammar names, such as won or
// accomplishment.
func KindNamed(word string) (rapport.Kind, bool) {
	kind, private, ok := kindWord(strings.ToLower(strings.TrimSpace(word)))
	return kind, ok && !private
}

// marks reads every word: a mark, an arrow, or text.
func (p *lineParser) marks(words []string) error {
	for i, word := range words {
		if plain, escaped := unescape(word, p.further); escaped {
			p.add(piece{word: plain, fixed: true})
			continue
		}
		if !p.line.Private && !p.arrow && len(p.text) > 0 && isArrow(word) && !betweenNumbers(words, i) {
			p.arrow = true
			if rest := trimArrow(word); rest != "" {
				p.add(piece{word: rest})
			}
			continue
		}
		taken, err := p.mark(words, i)
		if err != nil {
			return err
		}
		if !taken {
			p.add(piece{word: word})
		}
	}
	return nil
}

// mark reads the word at i where it is a mark, and reports whether it was.
func (p *lineParser) mark(words []string, i int) (bool, error) {
	word := words[i]
	if name, value, ok := valued(word, p.further); ok {
		switch {
		case slices.Contains(p.further, name):
			if p.line.Said == nil {
				p.line.Said = map[string]string{}
			}
			if had, twice := p.line.Said[name]; twice {
				return false, rapport.Errorf(rapport.Invalid, "the line says %s: twice, %q and %q", name, had, value.text).
					WithHint(`keep one, or write %s\: for the word`, name)
			}
			p.line.Said[name] = value.text
			return true, nil
		case name == "on":
			return true, p.date(&p.line.On, &p.line.OnSaid, name, value, words[i+1:])
		case p.line.Private:
			return false, nil
		case name == "by":
			return true, p.date(&p.line.Due, &p.line.DueSaid, name, value, words[i+1:])
		}
		slug := rapport.ParseSlug(value.text)
		if slug == "" {
			return false, nil
		}
		if !slices.Contains(p.line.Goals, slug) {
			p.line.Goals = append(p.line.Goals, slug)
		}
		return true, nil
	}
	if p.line.Private {
		return false, nil
	}
	slug, ok := sluggedMark(word)
	if !ok {
		return false, nil
	}
	switch {
	case word[0] == '@':
		if !slices.Contains(p.line.Bosses, slug) {
			p.line.Bosses = append(p.line.Bosses, slug)
		}
	case p.line.Project != "" && p.line.Project != slug:
		return false, rapport.Errorf(rapport.Invalid, "the line names two projects, +%s and +%s", p.line.Project, slug).
			WithHint(`keep the one it belongs to and write the other as \+%s, or log two lines`, slug)
	default:
		p.line.Project = slug
	}
	p.add(piece{word: word[1:], mark: word[0]})
	return true, nil
}

func (p *lineParser) add(w piece) {
	if p.arrow {
		p.outcome = append(p.outcome, w)
		return
	}
	p.text = append(p.text, w)
}

// sluggedMark returns the slug of +project or @boss. The sign must stand
// before a letter, and nothing but the closing marks of a sentence may follow
// the name; everything else is text.
func sluggedMark(word string) (rapport.Slug, bool) {
	if len(word) < 2 || word[0] != '+' && word[0] != '@' {
		return "", false
	}
	name := strings.TrimRight(word[1:], ".,;:!?)")
	first, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsLetter(first) {
		return "", false
	}
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_' && r != '.' {
			return "", false
		}
	}
	return rapport.ParseSlug(name), true
}

func isArrow(word string) bool {
	return strings.HasPrefix(word, "->") || strings.HasPrefix(word, "→")
}

func trimArrow(word string) string {
	if rest, ok := strings.CutPrefix(word, "->"); ok {
		return rest
	}
	return strings.TrimPrefix(word, "→")
}

// betweenNumbers reports whether the arrow at i says that a number changed,
// as in "840 -> 520 ms", which is text and no outcome.
func betweenNumbers(words []string, i int) bool {
	return i > 0 && i+1 < len(words) && trimArrow(words[i]) == "" && isNumeric(words[i-1]) && isNumeric(words[i+1])
}

// isNumeric reports whether a word is a number, perhaps with a sign, a
// currency or a unit on it.
func isNumeric(word string) bool {
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			return true
		case unicode.IsLetter(r) || r == '\\':
			return false
		}
	}
	return false
}

// sentenceOf joins the pieces. A mark stays as a word in the middle of a
// sentence and behind a word that cannot end one.
func sentenceOf(pieces []piece) string {
	last := -1
	for i, w := range pieces {
		if w.mark == 0 {
			last = i
		}
	}
	var words []string
	for i, w := range pieces {
		if w.mark != 0 && (len(words) == 0 || i > last && !needsObject(words[len(words)-1])) {
			continue
		}
		words = append(words, w.word)
	}
	return strings.Join(words, " ")
}

// needsObject reports whether a sentence cannot end with the word.
func needsObject(word string) bool {
	switch strings.ToLower(word) {
	case "with", "for", "to", "from", "of", "at", "via", "and", "or", "about", "into", "onto", "between", "against",
		"the", "a", "an", "our", "my", "their", "his", "her",
		"asked", "told", "met", "thanked", "informed", "reminded", "briefed":
		return true
	}
	return false
}
