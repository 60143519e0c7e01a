package coach

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapport"
	"rapport/internal/when"
)

// deriveDates works out the day and the kind of what stands in the calendar.
func (f *Facts) deriveDates() {
	for _, c := range f.Calendar {
		d := Date{CalendarFact: c, On: c.Date, End: c.Until, Sort: c.Kind}
		if d.On == "" {
			if d.On, d.End = f.dayIn(c.Text, c.At); d.On == "" {
				f.derived("a date", "none could be read in the line", c.Line)
				continue
			}
			d.Read = true
			f.derived("the date "+string(d.On), "read in the words of the line", c.Line)
		}
		if d.Sort == "" {
			if d.Sort = sortOf(c.Text); d.Sort == "" {
				d.Sort = rapport.Deadline
			}
			d.Read = true
			f.derived("the kind "+string(d.Sort), "read in the words of the line", c.Line)
		}
		d.End = max(d.End, d.On)
		d.Boss = f.bossIn(c.Text)
		f.Dates = append(f.Dates, d)
	}
	for _, h := range f.Heard {
		if sortOf(h.Text) != rapport.Review {
			continue
		}
		if on, end := f.dayIn(h.Text, h.At); on != "" {
			d := Date{On: on, End: max(on, end), Sort: rapport.Review, Read: true, Boss: h.Boss}
			d.Record, d.Text = h.Record, h.Text
			f.Dates = append(f.Dates, d)
			f.derived("the review on "+string(on), "read in what you heard", h.Line)
		}
	}
	slices.SortStableFunc(f.Dates, func(a, b Date) int { return cmp.Compare(a.On, b.On) })
}

// dayIn reads the date that a text holds, as it was meant when it was written.
// Of several the most exact one counts, then the longest expression.
func (f *Facts) dayIn(text string, at rapport.Stamp) (on, end rapport.Day) {
	const longest, most = 5, 40
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == '(' || r == ')' })
	words = words[:min(len(words), most)]
	clock := when.Clock{Now: at.Time(), Locale: f.User.Locale, Week: f.User.WorkDays, Context: when.Due}
	best := -1
	for i := range words {
		for n := min(longest, len(words)-i); n > 0; n-- {
			phrase := strings.TrimRight(strings.Join(words[i:i+n], " "), ".!?:")
			if !mayBeDate(words, i, phrase) {
				continue
			}
			a := when.Parse(phrase, clock)
			if a.Kind == when.None {
				continue
			}
			exact := 10 - min(9, a.LastDay().Sub(a.FirstDay()))
			if score := exact*10 + n; score > best {
				best, on, end = score, a.FirstDay(), a.LastDay()
			}
			break
		}
	}
	return on, end
}

// mayBeDate reports whether a phrase is worth reading as a date: it holds a
// digit, or stands behind a word that dates stand behind.
func mayBeDate(words []string, at int, phrase string) bool {
	if strings.ContainsAny(phrase, "0123456789") {
		return strings.ContainsFunc(phrase, unicode.IsLetter) || strings.Contains(phrase, "-") || strings.Contains(phrase, "/") || strings.Contains(phrase, ".")
	}
	if at == 0 {
		return false
	}
	switch strings.ToLower(words[at-1]) {
	case "by", "on", "in", "until", "till", "due", "from", "ends", "closes", "opens", "starts", "begins":
		return true
	}
	return false
}

// sortOf reads the kind of a dated fact in its words.
func sortOf(text string) rapport.CalendarKind {
	has := func(stems ...string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }), func(word string) bool {
			return slices.ContainsFunc(stems, func(s string) bool { return word == s || len(s) > 4 && strings.HasPrefix(word, s) })
		})
	}
	switch {
	case has("leave", "vacation", "holiday", "holidays", "sabbatical", "off"):
		return rapport.Leave
	case has("review", "reviews", "appraisal", "evaluation", "assessment", "calibration", "rating", "ratings"):
		return rapport.Review
	case has("deadline", "due", "close", "closes", "submission", "submit", "expires", "expiry", "cutoff"):
		return rapport.Deadline
	case has("audit", "inspection", "board", "peak", "launch", "visit", "visits", "budget", "exam", "exams", "election", "strike", "season"):
		return rapport.Pressure
	}
	return ""
}

// bossIn returns the boss that a text names by slug or first name, zero where
// it names none.
func (f *Facts) bossIn(text string) rapport.BossID {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		slug := rapport.ParseSlug(word)
		for _, b := range f.Names.Bosses {
			if slug != "" && (slug == b.Slug || slug == rapport.FirstWord(b.Name)) {
				return b.ID
			}
		}
	}
	return 0
}
