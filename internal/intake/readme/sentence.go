package readme

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is one sentence of a text, or one item of a list.
type sentence struct {
	// quote is the sentence as it stands, on one line.
	quote string
	line  int
	// text is what is read: without marks, with the stem of its list before
	// it, and with what is quoted in it taken out.
	text    string
	words   []string
	heading string
	stem    string
	item    bool
	// leisure says that it stands where the author tells of life outside work.
	leisure bool
}

// maxSentences bounds the work done for one text.
const maxSentences = 2000

// sentencesOf returns the sentences of a text in order. What somebody else
// says, in a block of its own, is left out.
func sentencesOf(blocks []block) []sentence {
	var all []sentence
	for _, b := range blocks {
		if b.quoted {
			continue
		}
		text := strings.Join(b.lines, "\n")
		at, leisure := 0, isLeisure(b.heading)
		for _, end := range ends(text) {
			piece := text[at:end]
			line := b.line + strings.Count(text[:at+len(piece)-len(strings.TrimLeft(piece, " \n\t"))], "\n")
			at = end
			quote := strings.Join(strings.Fields(piece), " ")
			if quote == "" {
				continue
			}
			if at == end && end-len(piece) == 0 && isRunIn(quote) {
				b.heading = strings.TrimRight(bare(quote), ".:")
				continue
			}
			s := sentence{quote: quote, line: line, heading: b.heading, stem: bare(b.stem), item: b.item}
			s.text = unquoted(bare(quote))
			if s.stem != "" {
				s.text = s.stem + " " + lowerFirst(s.text)
			}
			s.words = wordsOf(s.text)
			leisure = leisure || isLeisure(s.text)
			s.leisure = leisure
			if len(s.words) > 0 && len(all) < maxSentences {
				all = append(all, s)
			}
		}
	}
	return all
}

// ends returns where the sentences of text end.
func ends(text string) []int {
	var out []int
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		end := i + 1
		for end < len(text) && strings.IndexByte(".!?)\"'*_", text[end]) >= 0 {
			end++
		}
		for strings.HasPrefix(text[end:], "”") || strings.HasPrefix(text[end:], "’") {
			end += len("”")
		}
		if end < len(text) && text[end] != ' ' && text[end] != '\n' && text[end] != '\t' {
			i = end - 1
			continue
		}
		if c == '.' && end < len(text) && isAbbreviation(text[:i], text[end:]) {
			continue
		}
		out = append(out, end)
		i = end - 1
	}
	if len(out) == 0 || out[len(out)-1] < len(text) {
		out = append(out, len(text))
	}
	return out
}

// isAbbreviation reports whether the full stop between before and after ends a
// short form and not a sentence.
func isAbbreviation(before, after string) bool {
	word := before[strings.LastIndexAny(before, " \n\t(")+1:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \n\t"))
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "eg", "ie", "approx", "capt", "sgt", "ca", "fig", "sr", "jr", "hon", "rev":
		return strings.ToLower(word) != "no" || unicode.IsDigit(next)
	case "etc", "a.m", "p.m", "am", "pm", "inc", "ltd", "co", "min", "hrs", "dept", "est":
		return !unicode.IsUpper(next)
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && r != 'I' // an initial
}

// unquoted takes out what stands between quotation marks, unless it is a word
// or two: somebody else said it, or it is an example.
func unquoted(text string) string {
	for _, marks := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}} {
		from := 0
		for {
			i := strings.Index(text[from:], marks[0])
			if i < 0 {
				break
			}
			i += from
			j := strings.Index(text[i+len(marks[0]):], marks[1])
			end := len(text)
			if j >= 0 {
				end = i + len(marks[0]) + j + len(marks[1])
			}
			inner := strings.Trim(text[i:end], "“”\"«»„")
			if len(strings.Fields(inner)) <= 2 && j >= 0 {
				from = end
				continue
			}
			text = text[:i] + " … " + text[end:]
			from = i + len(" … ")
		}
	}
	return text
}

func lowerFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	if size < len(text) && unicode.IsUpper(r) && unicode.IsLower(second) {
		return string(unicode.ToLower(r)) + text[size:]
	}
	return text
}

// wordsOf returns the words of a text in lower case, with their apostrophes.
// Commas and stronger pauses come as words of their own.
func wordsOf(text string) []string {
	var words []string
	for _, field := range strings.Fields(strings.ReplaceAll(text, "’", "'")) {
		lead := strings.TrimLeftFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		word := strings.TrimRightFunc(lead, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if word == "" {
			if field != "" && strings.ContainsAny(field, "—–-;:") {
				words = append(words, ",")
			}
			continue
		}
		if strings.HasPrefix(field, "(") {
			words = append(words, ",")
		}
		words = append(words, strings.ToLower(word))
		switch tail := lead[len(word):]; {
		case strings.ContainsAny(tail, ",;:)") || strings.Contains(tail, "—"):
			words = append(words, ",")
		}
	}
	return words
}

// isRunIn reports whether the first sentence of a paragraph is a heading in
// bold: "**Feedback.** I write mine down."
func isRunIn(quote string) bool {
	inner, ok := strings.CutPrefix(quote, "**")
	if !ok || len(strings.Fields(inner)) > 5 {
		return false
	}
	inner, ok = strings.CutSuffix(inner, "**")
	return ok && !strings.Contains(inner, "**")
}

// isLeisure reports whether a heading or a sentence speaks of life outside
// work; the rest of its paragraph does, too.
func isLeisure(text string) bool {
	text = " " + strings.Join(wordsOf(text), " ") + " "
	for _, phrase := range [...]string{
		" outside work ", " outside of work ", " free time ", " spare time ", " not working ", " away from work ", " hobby ", " hobbies ", " fun fact ", " fun facts ", " at home i ", " beyond work ", " off work ", " private life ", " life outside ", " when i'm not at work ", " after work i ", " on weekends i ", " at weekends i ",
	} {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}
