package compose

import (
	"cmp"
	"fmt"
	"slices"

	"rapport/internal/profile"
)

// candidate is a point that asks for room.
type candidate struct {
	part, point int
	// band is 0 for what the reader must hear: troubles and questions.
	band int
	// ordinal counts within the part, so that each project gets its first
	// line before any gets its second.
	ordinal int
	// turn comes before the bands where few things are spelled out: the opening
	// lines, one trouble, one question and one piece of work come before more
	// of any.
	turn int
	// words is its length once measured.
	words int
}

// Fit cuts an outline to its budget: what does not fit moves to Counted with
// the reason. Bad news and questions come first and may fill up to the cap;
// the rest fills up to the target and to so many lines, each part in turn. An
// outline that fits comes back as it was.
func Fit(o Outline) Outline {
	w := newWriter(o)
	fixed := w.fixedWords()
	var asking []candidate
	keep := make([][]bool, len(o.Parts))
	// Most of a long record has no room. Its points are not put into words
	// just to be counted: the sum ends where it is surely too long.
	total := fixed
	first := map[Role]bool{}
	for i, part := range o.Parts {
		keep[i] = make([]bool, len(part.Points))
		for j, p := range part.Points {
			c := candidate{part: i, point: j, ordinal: j, band: bandOf(part.Role, p)}
			switch {
			case w.o.pinned(p).First, part.Lead && (part.Role == Needs || o.Budget.Items == 0):
				c.band = 0
			case part.Lead:
				// In a short form bad news comes before a good line.
			case o.Budget.Items == 0:
			case part.Role == Work && (first[Work] || isTrouble(p.Item)), part.Role != Differs && part.Role != Needs && part.Role != Work:
				c.turn = 2
			case first[part.Role]:
				c.turn = 1
			}
			first[part.Role] = first[part.Role] || c.turn == 0
			if total <= o.Budget.Target {
				w.measure(&c)
				total += c.words
			}
			asking = append(asking, c)
		}
	}
	full := total <= o.Budget.Target
	slices.SortStableFunc(asking, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.turn, b.turn), cmp.Compare(a.band, b.band), cmp.Compare(a.ordinal, b.ordinal), cmp.Compare(a.part, b.part))
	})
	if o.Budget.Hard {
		return o.squeezed(asking, keep)
	}
	var accepted []candidate
	used, lines := fixed, 0
	for _, c := range asking {
		limit := o.Budget.Target
		if c.band == 0 {
			limit = o.Budget.Cap
		} else if lines++; lines > o.Budget.Lines {
			continue
		}
		w.measure(&c)
		if !w.quotable(o.Parts[c.part].Points[c.point]) || !full && used+c.words > limit-countReserve {
			continue
		}
		used += c.words
		keep[c.part][c.point] = true
		accepted = append(accepted, c)
	}
	if len(accepted) == 0 && len(asking) > 0 && w.quotable(o.Parts[asking[0].part].Points[asking[0].point]) {
		keep[asking[0].part][asking[0].point] = true
		accepted = asking[:1]
	}
	// The first count leaves out what joins the points; the second does not.
	for {
		fitted := o.keeping(keep, true)
		limit := o.Budget.Cap
		if len(accepted) > 0 && accepted[len(accepted)-1].band > 0 {
			limit = o.Budget.Target
		}
		if len(accepted) <= 1 {
			return fitted
		}
		over := newWriter(fitted).length() - limit
		if over <= 0 {
			return fitted
		}
		for over > 0 && len(accepted) > 1 {
			last := accepted[len(accepted)-1]
			accepted = accepted[:len(accepted)-1]
			keep[last.part][last.point] = false
			over -= last.words
			if last.band > 0 && accepted[len(accepted)-1].band == 0 {
				break // what is left may fill up to the cap
			}
		}
	}
}

// squeezed spells out as many as fit under a hard cap, one by one in the order
// in which they ask, each measured with all that then stands around it. What is
// too long for its turn makes room for the next.
func (o Outline) squeezed(asking []candidate, keep [][]bool) Outline {
	w := newWriter(o)
	kept, tried, skipped := 0, 0, false
	for _, c := range asking {
		if kept == o.Budget.Items || tried == mostTried {
			break
		}
		p := o.Parts[c.part].Points[c.point]
		isBad := isTrouble(p.Item) && len(p.Goals) > 0
		// Nothing but questions passes bad news on a goal that has no room.
		if skipped && !isBad && o.Parts[c.part].Role != Needs {
			continue
		}
		if !w.quotable(p) {
			skipped = skipped || isBad
			continue
		}
		tried++
		keep[c.part][c.point] = true
		if newWriter(o.keeping(keep, false)).length() <= o.Budget.Cap {
			kept++
			continue
		}
		keep[c.part][c.point] = false
		skipped = skipped || isBad
	}
	return o.keeping(keep, true)
}

// mostTried bounds how many lines are tried for a short form: when so many did
// not fit, hardly another will.
const mostTried = 10

// measure counts the words of a candidate, once.
func (w *writer) measure(c *candidate) {
	if c.words > 0 {
		return
	}
	part := w.o.Parts[c.part]
	c.words = countWords(w.say(part.Points[c.point], part.Role).Text)
	if c.point == 0 {
		c.words += w.overhead(part)
	}
}

// countReserve is the room held back for the count line.
const countReserve = 20

func bandOf(role Role, p Point) int {
	if role == Differs || role == Needs || isTrouble(p.Item) {
		return 0
	}
	return 1
}

// keeping returns the outline with the points that are kept, the others
// counted, and no part that has none left. The reasons are put into words only
// where the outline is more than a trial.
func (o Outline) keeping(keep [][]bool, explain bool) Outline {
	parts := o.Parts
	o.Parts = make([]Part, 0, len(parts))
	o.Counted = slices.Grow(slices.Clip(o.Counted), count(keep, false))
	why := fmt.Sprintf("%sbeyond %d words or %d lines; ", countedPrefix, o.Budget.Target, o.Budget.Lines)
	for i, part := range parts {
		points := part.Points
		part.Points = make([]Point, 0, count(keep[i:i+1], true))
		for j, p := range points {
			if keep[i][j] {
				part.Points = append(part.Points, p)
				continue
			}
			if !explain {
				o.Counted = append(o.Counted, p)
				continue
			}
			if text, _ := shorten(p.Entry.Text, o.Budget.Line); o.Budget.isTooLong(text) {
				p.Reason = fmt.Sprintf("%sits first sentence alone has %d words; %s", countedPrefix, countWords(text), p.Reason)
			} else {
				p.Reason = why + p.Reason
			}
			o.Counted = append(o.Counted, p)
		}
		if len(part.Points) > 0 || part.Role == Differs && (o.Form.Style != (profile.Style{}) || len(o.Pins) > 0) {
			o.Parts = append(o.Parts, part) // the bottom line keeps its place
		}
	}
	return o
}

// count returns how many of the decisions are as said.
func count(decisions [][]bool, said bool) int {
	n := 0
	for _, of := range decisions {
		for _, d := range of {
			if d == said {
				n++
			}
		}
	}
	return n
}
