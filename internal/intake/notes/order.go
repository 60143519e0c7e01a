package notes

import (
	"fmt"
	"sort"

	"rapport"
	"rapport/internal/when"
)

// part is what stands below one dated heading.
type part struct {
	// line is that of the heading and last the last line before the next one.
	line, last int
	// raw is the heading as written, level its level.
	raw   string
	level int
	form  dateForm
	// within is the month or year of a heading above, if there is one.
	within rapport.Period
	// from and day are the first and the last day, once known.
	from, day rapport.Day
	// why says why the part is left out; ahead that it is still to come.
	why   string
	ahead bool
	// private says that the heading itself stands below a private one.
	private bool
	// afterPrivate says that private lines stand right before it.
	afterPrivate bool
}

// soon is how many days ahead a heading may lie and be a meeting prepared
// rather than a slip.
const soon = 45

// astray is how many days a dated heading may lie outside its neighbours before
// its year is taken for a slip.
const astray = 180

// resolve gives every part its day, or says why it has none.
func (r *reader) resolve() {
	dated := make([]int, 0, len(r.parts))
	for i := range r.parts {
		p := &r.parts[i]
		if p.why = p.form.why; p.why != "" {
			continue
		}
		dated = append(dated, i)
	}
	newest := r.newestFirst(dated)
	if !newest {
		for i, j := 0, len(dated)-1; i < j; i, j = i+1, j-1 {
			dated[i], dated[j] = dated[j], dated[i]
		}
	}
	// From here on dated runs from the newest to the oldest.
	r.settleYears(dated)
	r.settleOthers(dated)
	for i := range r.parts {
		r.parts[i].checkWeekday()
	}
	r.out.Style.OldestFirst = !newest
}

// checkWeekday leaves a part out whose weekday is not that of its day.
func (p *part) checkWeekday() {
	if p.why == "" && p.form.weekday >= 0 && p.from == p.day && int(p.from.Weekday()) != p.form.weekday {
		p.why = fmt.Sprintf("%s is a %s, not a %s", p.from.Time().Format("2 January 2006"), p.from.Weekday(), weekdayName(p.form.weekday))
	}
}

// newestFirst reports in which order the dates run: by the shorter way round
// the year between neighbours, since the year itself is often left out.
func (r *reader) newestFirst(dated []int) bool {
	back := 0
	var last rapport.Day
	lastYear := false
	for _, i := range dated {
		f := r.parts[i].form
		d := r.readDate(f.phrase, r.o.Today).FirstDay()
		if d == "" {
			continue
		}
		if last != "" {
			n := last.Sub(d)
			if !f.year || !lastYear {
				n = ((n+182)%365+365)%365 - 182
			}
			switch {
			case n > 0:
				back++
			case n < 0:
				back--
			}
		}
		last, lastYear = d, f.year
	}
	return back >= 0
}

// settleYears dates the headings that name their year, and finds those whose
// year is a slip: they lie ahead, or far outside the order of the others.
func (r *reader) settleYears(dated []int) {
	var kept []int
	for _, i := range dated {
		p := &r.parts[i]
		if !p.form.year {
			continue
		}
		r.settle(p, r.readDate(p.form.phrase, r.o.Today))
		if p.from > r.o.Today {
			r.aheadOf(p)
		}
		if p.why == "" {
			kept = append(kept, i)
		}
	}
	inOrder := r.longestOrder(kept)
	for n, i := range kept {
		p := &r.parts[i]
		if inOrder[n] {
			continue
		}
		for m := n - 1; m >= 0; m-- { // the nearest newer one that is in order
			if inOrder[m] {
				if q := r.parts[kept[m]]; p.from.Sub(q.from) > astray {
					p.why = fmt.Sprintf("%s does not fit below %s: is the year right?", p.from, q.from)
				}
				break
			}
		}
		for m := n + 1; m < len(kept) && p.why == ""; m++ {
			if inOrder[m] {
				if q := r.parts[kept[m]]; q.from.Sub(p.from) > astray {
					p.why = fmt.Sprintf("%s does not fit beside %s: is the year right?", p.from, q.from)
				}
				break
			}
		}
	}
}

// longestOrder marks the members of a longest run of headings whose days never
// rise.
func (r *reader) longestOrder(kept []int) []bool {
	tails := []int{} // places in kept
	before := make([]int, len(kept))
	day := func(n int) rapport.Day { return r.parts[kept[n]].from }
	for n := range kept {
		at := sort.Search(len(tails), func(m int) bool { return day(tails[m]) < day(n) })
		before[n] = -1
		if at > 0 {
			before[n] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, n)
		} else {
			tails[at] = n
		}
	}
	in := make([]bool, len(kept))
	if len(tails) > 0 {
		for n := tails[len(tails)-1]; n >= 0; n = before[n] {
			in[n] = true
		}
	}
	return in
}

// settle gives a part the days of an answer.
func (r *reader) settle(p *part, a when.Answer) {
	if a.Kind == when.None {
		p.why = a.Why
		return
	}
	p.from, p.day = a.FirstDay(), a.LastDay()
	if a.Kind == when.Range {
		for p.day > p.from && !r.now.Week.Has(p.day.Weekday()) {
			p.day = p.day.Add(-1)
		}
		p.day = max(p.from, min(p.day, r.o.Today))
	}
	if !p.within.Contains(p.from) && !p.within.Contains(a.LastDay()) {
		p.why = fmt.Sprintf("%s does not lie in the month or year of the heading above", p.from)
	}
}

// aheadOf leaves out a part that is still to come.
func (r *reader) aheadOf(p *part) {
	p.why = fmt.Sprintf("%s is still ahead; it is read once the day has come", p.from)
	p.ahead = true
	if p.from.Sub(r.o.Today) > soon {
		p.why, p.ahead = fmt.Sprintf("%s lies far ahead: is the year right?", p.from), false
	}
}

// slack is how many days a heading without a year may break the order.
const slack = 14

// settleOthers dates the headings without a year, walking from the newest: each
// has the latest year that the newer ones allow.
func (r *reader) settleOthers(dated []int) {
	ref, first := r.o.Today, true
	for n, i := range dated {
		p := &r.parts[i]
		if p.form.year {
			if p.why == "" {
				ref, first = p.from, false
			}
			continue
		}
		from := min(ref.Add(slack), r.o.Today)
		if p.within.Until != "" {
			from = min(from, p.within.Until)
		}
		if seen := r.seenIn(i, from); seen != "" {
			from = seen
		} else if first && p.within.Until == "" && r.comesSoon(p, dated[n+1:]) {
			p.from = r.readDate(p.form.phrase, r.o.Today.Add(soon)).FirstDay()
			p.day = p.from
			p.why, p.ahead = fmt.Sprintf("%s without a year is still ahead; write the year if an earlier one is meant", p.from.Time().Format("2 January")), true
			continue
		}
		r.settle(p, r.readDate(p.form.phrase, from))
		if p.why != "" {
			continue
		}
		if older := r.nextYear(dated[n+1:]); older != "" && older.Sub(p.from) > slack*2 {
			p.why = fmt.Sprintf("no year puts this between its neighbours: the next is %s", older)
			continue
		}
		ref, first = p.from, false
	}
}

// nextYear returns the first day that is known among older headings.
func (r *reader) nextYear(older []int) rapport.Day {
	for n, i := range older {
		if n > 200 {
			break // far enough to be sure, and no more than that for each
		}
		if p := r.parts[i]; p.form.year && p.why == "" {
			return p.from
		}
	}
	return ""
}

// nearly is how many days ahead a heading without a year and a weekday may lie
// and be a meeting prepared, rather than one of last year.
const nearly = 14

// comesSoon reports whether a heading without a year, with nothing newer above
// it, is for a meeting that is still to come. A weekday tells; without one it is
// taken for near, unless the headings before it show that the file ended a year
// ago.
func (r *reader) comesSoon(p *part, older []int) bool {
	next := r.readDate(p.form.phrase, r.o.Today.Add(soon))
	d := next.FirstDay()
	if d <= r.o.Today {
		return false
	}
	if w := p.form.weekday; w >= 0 && next.Kind == when.Date {
		past := r.readDate(p.form.phrase, r.o.Today).FirstDay()
		if ahead, behind := int(d.Weekday()) == w, past != "" && int(past.Weekday()) == w; ahead != behind {
			return ahead
		}
	}
	if d.Sub(r.o.Today) > nearly {
		return false
	}
	if anchor := r.nextYear(older); anchor != "" && r.o.Today.Sub(anchor) > astray {
		return false
	}
	if len(older) > 0 {
		before := r.readDate(r.parts[older[0]].form.phrase, r.o.Today.Add(nearly)).FirstDay()
		return before <= r.o.Today
	}
	return true
}

// seenIn returns the day to look back from so that a part gets the year in which
// what stands in it was read before; empty where it was not.
func (r *reader) seenIn(i int, from rapport.Day) rapport.Day {
	if r.o.Seen == nil {
		return ""
	}
	for back := range 4 {
		ref := from.Add(-365 * back)
		d := r.readDate(r.parts[i].form.phrase, ref).FirstDay()
		if d == "" {
			continue
		}
		for n := range r.found {
			f := &r.found[n]
			if f.part == i && r.o.Seen(keyOf(d, f.class(), f.identity(), 1)) {
				return ref
			}
		}
	}
	return ""
}
