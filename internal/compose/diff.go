package compose

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// Change says what of a report stands elsewhere than in another form of it.
type Change struct {
	// Entry is the record; zero for a change of the whole form.
	Entry  rapport.EntryID
	Number rapport.Number
	Noun   Noun
	// Text begins with the words of the record.
	Text string
	// From and To are places, such as "3rd in the body" and "annex".
	From, To string
	// Why is the reason in words.
	Why string
}

// String puts a change on a line.
func (c Change) String() string {
	if c.Entry == 0 {
		return c.Text
	}
	return fmt.Sprintf("%s %d, %s: %s, was %s (%s)", c.Noun.word(), c.Number, quoted(c.Text), c.To, c.From, c.Why)
}

// Diff lists what moved between two forms of one selection: first what a style
// decided about the whole, then every record that stands in another place, in
// the order of the fitted form. Nothing is ever in one form and not in the
// other.
func Diff(neutral, fitted Report) []Change {
	var all []Change
	for _, m := range fitted.Moves {
		all = append(all, Change{Text: m.String(), Why: m.Why})
	}
	before := places(neutral)
	after := places(fitted)
	for _, f := range fitted.Facts {
		from, to := before[f.Entry], after[f.Entry]
		if from == to {
			continue
		}
		why := f.Reason
		if f.Place == InBody {
			why = movedWhy(f.Reason)
			if why == "" {
				why = orderWhy(fitted)
			}
		}
		all = append(all, Change{Entry: f.Entry, Number: f.Number, Noun: f.Noun, Text: f.Text, From: from, To: to, Why: why})
	}
	return all
}

// places puts the place of each record into words.
func places(r Report) map[rapport.EntryID]string {
	all := make(map[rapport.EntryID]string, len(r.Facts))
	rank := 0
	for _, f := range r.Facts {
		place := f.Place
		switch f.Place {
		case InBody:
			rank++
			place = ordinal(rank) + " in the body"
		case InCount:
			place = "only counted"
		case InTalk:
			place = "in the talk track"
		case InAnnex:
			place = "in the annex"
		}
		all[f.Entry] = place
	}
	return all
}

func ordinal(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, ending)
}

// movedWhy returns what an adaptation added to a reason.
func movedWhy(reason string) string {
	parts := strings.Split(reason, "; ")
	for _, start := range [...]string{"moved up", "the question comes first", "true progress comes first", "one concrete case", "it is what comes next", "you fixed"} {
		i := slices.IndexFunc(parts, func(p string) bool { return strings.HasPrefix(p, start) })
		if i >= 0 {
			return parts[i]
		}
	}
	return ""
}

// orderWhy is the decision about the order of the whole.
func orderWhy(r Report) string {
	var whys []string
	for _, m := range r.Moves {
		if m.Yields || !changesOrder(m.What) {
			continue
		}
		whys = append(whys, string(m.Value))
	}
	whys = slices.Compact(whys)
	if len(whys) == 0 {
		return "others before it moved"
	}
	return "the order that goes with " + list(whys)
}

func changesOrder(what string) bool {
	for _, w := range [...]string{"first", "last", "question", "block", "order", "counted", "items", "words", "ends with", "full", "opens"} {
		if strings.Contains(what, w) {
			return true
		}
	}
	return false
}
