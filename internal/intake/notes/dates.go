package notes

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"rapport"
	"rapport/internal/when"
)

// dateForm is what a heading says of its day, before its year is known.
type dateForm struct {
	// phrase is the date in English, without its weekday.
	phrase string
	// weekday is the one named, from Sunday; -1 for none.
	weekday int
	// before and behind are the words around the date, as written.
	before, behind string
	// written is the date itself, as written.
	written string
	// year says that the heading names its year.
	year bool
	// week says that it names a stretch of days.
	week bool
	// group says that it names a whole month or year, which dates nothing but
	// what stands below it.
	group bool
	// why says why it is no date although it is meant as one.
	why string
}

// isDate reports whether the whole of a text is a date, or meant as one.
func (r *reader) isDate(raw string) bool {
	if !mayDate(raw) {
		return false
	}
	text := words(raw)
	pieces := cutPieces(text)
	if len(pieces) == 0 || len(pieces) > mostWords {
		return false
	}
	if f, ok := r.dateAt(text, pieces); ok {
		return !f.group && f.before == "" && f.behind == ""
	}
	f, ok := r.slipIn(text, pieces)
	return ok && f.before == "" && f.behind == ""
}

// mayDate is a cheap first look: a date has a digit near its start and is short.
func mayDate(raw string) bool {
	return len(raw) <= 160 && strings.ContainsAny(raw, "0123456789") && !strings.Contains(raw, `\`)
}

// mostWords is how many words a date has at most, such as "week of Monday, 9
// November 2026".
const mostWords = 7

// dateIn finds the date that a heading is for. It reports true also where one
// was meant and cannot be read; then why is set.
func (r *reader) dateIn(raw string) (dateForm, bool) {
	if !mayDate(raw) {
		return dateForm{}, false
	}
	text := words(raw)
	pieces := cutPieces(text)
	if len(pieces) > 24 {
		return dateForm{}, false
	}
	var slip *dateForm
	for n := min(mostWords, len(pieces)); n > 0; n-- {
		for i := 0; i+n <= len(pieces); i++ {
			f, ok := r.dateAt(text, pieces[i:i+n])
			if ok && f.why != "" && strings.HasSuffix(f.why, "is no year") {
				return f, true
			}
			if ok && f.why == "" {
				return f, true
			}
			if vague := ok && strings.Contains(f.why, "not understood"); ok && (slip == nil || !vague && strings.Contains(slip.why, "not understood")) {
				slip = &f // the one whose reason says most
			}
		}
	}
	if slip != nil {
		return *slip, true
	}
	return r.slipIn(text, pieces)
}

// piece is a word of a heading with its place.
type piece struct{ start, end int }

func cutPieces(text string) []piece {
	var out []piece
	start := -1
	for i, c := range text + " " {
		if unicode.IsSpace(c) || c == '(' || c == ')' || c == '[' || c == ']' || c == '|' || c == ',' || c == ';' {
			if start >= 0 {
				out = append(out, piece{start, i})
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// dateAt reads the pieces as one date.
func (r *reader) dateAt(text string, pieces []piece) (dateForm, bool) {
	start, end := pieces[0].start, pieces[len(pieces)-1].end
	f := dateForm{weekday: -1, written: strings.TrimRight(text[start:end], ":;,-–—·/ ")}
	end = start + len(f.written)
	if first := strings.TrimLeft(f.written, "(["); first == "" || !isWord([]rune(first)[0]) {
		return f, false
	}
	phrase, named, digits := r.translated(f.written, &f.weekday)
	if !digits || !named && !numericDate(phrase) {
		return f, false
	}
	if !onlyDate(phrase) {
		return f, false
	}
	f.phrase = phrase
	f.before, f.behind = strings.TrimSpace(text[:start]), strings.TrimSpace(text[end:])
	if !r.headsWith(f, named) {
		return f, false
	}
	if next, _, _ := strings.Cut(strings.TrimLeft(f.behind, ", "), " "); named && len(next) == 4 && (next[0] == '2' || next[0] == '1') && strings.ContainsFunc(next, unicode.IsLetter) && !strings.ContainsAny(next, "hm:") {
		f.why = "“" + next + "” is no year"
		return f, true
	}
	a := r.readDate(phrase, r.o.Today)
	switch {
	case a.Kind == when.None && f.weekday >= 0 && len(pieces) == 1:
		return f, false
	case a.Kind == when.None:
		if f.before != "" || f.behind != "" && !named || !meant(phrase) {
			return f, false
		}
		f.why = a.Why
		return f, true
	case a.Kind == when.Range && a.End.Sub(a.Day) > 7:
		f.group = f.before == "" && f.behind == "" || strings.HasPrefix(f.before, "—")
		f.year = true
		return f, f.group
	}
	early := r.readDate(phrase, r.o.Today.Add(-6*366))
	f.week = a.Kind == when.Range
	f.year = early.Kind != when.None && early.FirstDay() == a.FirstDay()
	return f, true
}

// readDate reads a date looking back from a day.
func (r *reader) readDate(phrase string, from rapport.Day) when.Answer {
	return when.Parse(phrase, r.clock(from, when.Log))
}

// translated puts a date into English and takes its weekday out. Named says
// that a month or a week is named, digits that there is one at all.
func (r *reader) translated(written string, weekday *int) (phrase string, named, digits bool) {
	var out []string
	for _, w := range strings.Fields(strings.ReplaceAll(written, ",", " ")) {
		bare := strings.ToLower(strings.Trim(w, ".:()"))
		if strings.ContainsAny(w, "0123456789") {
			digits = true
			lower := strings.ToLower(w)
			for _, prefix := range [...]string{"kw", "cw", "wk", "w"} {
				if rest, ok := strings.CutPrefix(lower, prefix); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
					named = true
				}
			}
			if strings.Contains(lower, "-w") {
				named = true
			}
			for _, f := range fields(w) {
				named = named || isMonth(strings.TrimLeft(f, "0123456789")) && f != ""
			}
			out = append(out, w)
			continue
		}
		if d, ok := weekdayNamed(bare); ok {
			*weekday = d
			continue
		}
		switch bare {
		case "week", "kw", "cw", "w/c", "wc", "w/e":
			if strings.HasSuffix(w, ":") {
				return "", false, false // "KW: 1." is what Katrin Wolf says
			}
			named = true
			out = append(out, bare)
			continue
		case "woche", "semaine", "semana", "kalenderwoche":
			named = true
			out = append(out, "week")
			continue
		case "vom", "du", "del", "ab":
			out = append(out, "of")
			continue
		case "de", "der", "den", "le", "el", "am":
			continue
		case "er", "1er":
			continue
		}
		if isMonth(bare) {
			named = true
			bare = english(bare)
		} else if d := strings.Trim(bare, "-–—"); d == "" {
			bare = "-"
		}
		out = append(out, bare)
	}
	return strings.Join(out, " "), named, digits
}

// numericDate reports whether a phrase is written like a date in numbers, or
// is a year alone.
func numericDate(phrase string) bool {
	phrase, _, _ = strings.Cut(phrase, " ")
	if len(phrase) > 11 && (phrase[10] == 'T' || phrase[10] == 't') {
		phrase = phrase[:10]
	}
	if len(phrase) == 4 && strings.Trim(phrase, "0123456789") == "" {
		return phrase >= "1990" && phrase <= "2099"
	}
	if len(phrase) == 8 && strings.Trim(phrase, "0123456789") == "" {
		return phrase[:2] == "20" || phrase[:2] == "19"
	}
	parts := strings.FieldsFunc(phrase, func(r rune) bool { return r == '.' || r == '/' || r == '-' })
	if len(parts) < 2 || strings.Trim(phrase, "0123456789./-–") != "" {
		return false
	}
	if len(parts) == 2 && strings.Contains(phrase, "-") {
		return len(parts[0]) == 4 // 2026-11, but not 9-5
	}
	return len(parts) <= 3 || strings.Contains(phrase, "–") || strings.Contains(phrase, "-")
}

// meant reports whether a phrase that is no date was surely meant as one.
func meant(phrase string) bool {
	for _, w := range strings.Fields(phrase) {
		if isMonth(strings.TrimRight(w, ".")) || w == "kw" || w == "week" || w == "cw" {
			return true
		}
	}
	parts := strings.FieldsFunc(phrase, func(r rune) bool { return r == '.' || r == '/' || r == '-' })
	for _, p := range parts {
		if len(p) == 4 && len(parts) > 1 {
			return true
		}
	}
	if len(parts) == 2 {
		a, errA := strconv.Atoi(parts[0])
		b, errB := strconv.Atoi(parts[1])
		if errA != nil || errB != nil || max(a, b) > 39 || min(a, b) > 19 {
			return false // "50/50"
		}
	}
	return len(parts) == 3 || len(parts) == 2 && strings.HasSuffix(phrase, ".") || len(parts) == 2 && strings.Contains(phrase, "/")
}

// onlyDate reports whether a phrase holds nothing but what dates are made of.
func onlyDate(phrase string) bool {
	for _, w := range strings.Fields(phrase) {
		switch w = strings.Trim(w, ".,"); {
		case w != "" && w[0] >= '0' && w[0] <= '9', isMonth(w), w == "week", w == "kw", w == "cw", w == "w/c", w == "wc", w == "of", w == "-", w == "–", w == "to", w == "at", w == "uhr", strings.HasPrefix(w, "kw"), strings.HasPrefix(w, "w"):
		default:
			return false
		}
	}
	return true
}

// likesTo reports whether the name of a month is as often another word.
func likesTo(w string) bool {
	return w == "may" || w == "march" || w == "mar" || w == "mai" || w == "mars"
}

// headsWith reports whether the words around a date leave it the day of the
// heading: "1:1 Dana, 17 Nov", "17.11. - budget", but not "Deadline 12 Dec".
func (r *reader) headsWith(f dateForm, named bool) bool {
	before := strings.TrimSpace(strings.TrimRight(f.before, "([|"))
	cut := before == "" || endsInSeparator(before)
	for _, w := range fields(before) {
		if !r.meetingWord(w) {
			if !cut || dueWord(w) {
				return false
			}
			if m, _, known := r.meaningOf(before); known && m != General {
				return false
			}
		}
	}
	if f.behind == "" || before == "" && (named || strings.Count(f.phrase, "-")+strings.Count(f.phrase, ".")+strings.Count(f.phrase, "/") > 1) {
		return true
	}
	behind, _ := strings.CutPrefix(f.behind, ")")
	behind = strings.TrimSpace(behind)
	if behind == "" || startsInSeparator(behind) {
		return true
	}
	for _, w := range fields(behind) {
		if !r.meetingWord(w) {
			return false
		}
	}
	return true
}

func endsInSeparator(text string) bool {
	return strings.HasSuffix(text, "-") || strings.HasSuffix(text, "–") || strings.HasSuffix(text, "—") ||
		strings.HasSuffix(text, ":") || strings.HasSuffix(text, ",") || strings.HasSuffix(text, "|") || strings.HasSuffix(text, "·")
}

func startsInSeparator(text string) bool {
	return strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—") || strings.HasPrefix(text, ":") ||
		strings.HasPrefix(text, ",") || strings.HasPrefix(text, "|") || strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[") || strings.HasPrefix(text, "·")
}

// dueWord reports whether a word before a date makes it a day something is due.
func dueWord(w string) bool {
	switch w {
	case "until", "till", "by", "due", "deadline", "before", "after", "since", "bis", "frist", "fällig", "seit", "ab", "avant", "après", "hasta", "antes":
		return true
	}
	return false
}

// meetingWord reports whether a word says no more than that people met.
func (r *reader) meetingWord(w string) bool {
	if _, ok := weekdayNamed(w); ok {
		return true
	}
	if strings.Trim(w, "0123456789") == "" || r.known.has(w) {
		return true
	}
	switch w {
	case "1on1", "o3", "one", "on", "ones", "meeting", "meet", "met", "catch", "catchup", "up", "check", "in", "checkin", "sync", "notes", "note",
		"with", "the", "for", "and", "week", "of", "from", "weekly", "biweekly", "monthly", "call", "chat", "talk", "supervision", "day", "date", "log", "at", "am", "pm", "h",
		"jour", "fixe", "jf", "gespräch", "termin", "treffen", "mit", "vom", "den", "woche", "notizen", "uhr", "und",
		"réunion", "point", "avec", "du", "le", "la", "semaine", "entretien", "reunión", "con", "el", "del", "semana", "de",
		"boss", "chef", "chefin", "zoom", "teams", "phone", "remote", "office", "video", "call's", "cw", "kw":
		return true
	}
	return false
}

// slipIn finds a date with a slip in it: a day that no month has is found by
// dateAt already; here is a month that is nearly one beside a number.
func (r *reader) slipIn(text string, pieces []piece) (dateForm, bool) {
	for i, p := range pieces {
		w := strings.ToLower(strings.Trim(text[p.start:p.end], ".,:-"))
		month := isMonth(english(w))
		if !likeMonth(w) && !month {
			continue
		}
		for _, j := range [...]int{i - 1, i + 1} {
			if j < 0 || j >= len(pieces) {
				continue
			}
			n := strings.TrimRight(strings.ToLower(text[pieces[j].start:pieces[j].end]), ".,:thndrs")
			if len(n) == 0 || len(n) > 4 || strings.Trim(n, "0123456789") != "" {
				continue
			}
			first, last := pieces[min(i, j)], pieces[max(i, j)]
			f := dateForm{weekday: -1, before: strings.TrimSpace(text[:first.start]), behind: strings.TrimSpace(text[last.end:]), written: text[first.start:last.end]}
			if !r.headsWith(dateForm{before: f.before}, true) || f.before == "" && likesTo(w) && f.behind != "" {
				continue
			}
			f.why = "“" + text[p.start:p.end] + "” is no month"
			if month {
				f.why = r.readDate(strings.ToLower(f.written), r.o.Today).Why
			}
			if f.why == "" {
				continue
			}
			return f, true
		}
	}
	return dateForm{}, false
}

// weekdayName returns the English name of a weekday.
func weekdayName(n int) string { return time.Weekday(n).String() }
