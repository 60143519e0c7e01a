package ics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// zone is a time zone in use, with the time that events need it for.
type zone struct {
	name        string
	location    *time.Location
	first, last time.Time
}

const (
	// ahead is how long after the last event a zone stays right, in years, for
	// whoever moves the event; further for a series that may have no end.
	ahead       = 5
	aheadSeries = 20
	// sample is how many years show a yearly pattern: after 28 the weekdays
	// come round, so that every day a rule can fall on is seen.
	sample = 28
)

// cover widens the time that the zone is needed for.
func (z *zone) cover(e Event) {
	end := max(e.End, e.Start).Time()
	years := ahead
	if e.Rule != "" {
		years = aheadSeries
	}
	end = end.AddDate(years, 0, 0)
	if z.first.IsZero() || e.Start.Time().Before(z.first) {
		z.first = e.Start.Time()
	}
	if end.After(z.last) {
		z.last = end
	}
}

// onset is a change of a zone's clock.
type onset struct {
	at       time.Time
	from, to int // seconds east of UTC
	name     string
	daylight bool
}

// wall is what the clock before the change would show.
func (o onset) wall() time.Time { return o.at.UTC().Add(time.Duration(o.from) * time.Second) }

// kind is what the onsets of one part of a VTIMEZONE have in common.
type kind struct {
	from, to int
	name     string
	daylight bool
	month    time.Month
	clock    time.Duration // of the wall time, since midnight
}

func (o onset) kind() kind {
	w := o.wall()
	return kind{o.from, o.to, o.name, o.daylight, w.Month(), w.Sub(w.Truncate(24 * time.Hour))}
}

// onsets lists the changes from the one in force at the first event on: those
// that are needed, and those behind, which show the pattern.
func (z *zone) onsets() (needed, behind []onset) {
	// A day earlier, as the first event may end up a day earlier elsewhere.
	at := z.first.Add(-24 * time.Hour).In(z.location)
	start, end := at.ZoneBounds()
	if !start.IsZero() {
		needed = append(needed, onsetAt(start))
	}
	stop := max(z.last.Year(), z.first.Year()) + sample
	for !end.IsZero() && end.Year() <= stop {
		o := onsetAt(end)
		end = nextBound(end)
		if o.from == o.to {
			continue // a new name only
		}
		if o.at.After(z.last) {
			behind = append(behind, o)
		} else {
			needed = append(needed, o)
		}
	}
	return needed, behind
}

// nextBound returns the end of the stretch that begins at t. Near the end of
// some leap years the standard library gives t itself; what is behind is found
// from a day later.
func nextBound(t time.Time) time.Time {
	probe := t
	for {
		_, end := probe.ZoneBounds()
		if end.IsZero() || end.After(t) {
			return end
		}
		probe = probe.Add(24 * time.Hour)
	}
}

// onsetAt describes the change at an instant in its zone. Summer time is the
// part of the year with the greater offset, also where a country's law sees it
// the other way round, as in Ireland.
func onsetAt(t time.Time) onset {
	before := t.Add(-time.Second)
	_, from := before.Zone()
	name, to := t.Zone()
	return onset{at: t, from: from, to: to, name: name, daylight: to > from && (t.IsDST() || before.IsDST())}
}

// zone writes a VTIMEZONE.
func (w *writer) zone(z *zone) {
	w.line("BEGIN", "VTIMEZONE")
	w.line("TZID", z.name)
	w.line("X-LIC-LOCATION", z.name)
	needed, behind := z.onsets()
	if len(needed) == 0 || !coversStart(needed, z) {
		// No change lies before the first event.
		name, offset := z.first.Add(-24 * time.Hour).In(z.location).Zone()
		w.part(kind{from: offset, to: offset, name: name}, []time.Time{time.Date(min(1970, z.first.Year()-1), 1, 1, 0, 0, 0, 0, time.UTC)}, "")
	}
	for _, p := range parts(needed, behind) {
		w.part(p.kind, p.walls, p.rule)
	}
	w.line("END", "VTIMEZONE")
}

func coversStart(needed []onset, z *zone) bool {
	return !needed[0].at.After(z.first.Add(-24 * time.Hour))
}

// part is a STANDARD or DAYLIGHT part of a zone.
type part struct {
	kind
	walls []time.Time
	rule  string
}

// parts groups onsets: those that follow one yearly pattern become a rule, all
// others a list.
func parts(needed, behind []onset) []part {
	var kinds []kind
	byKind := map[kind][]onset{}
	for _, o := range needed {
		k := o.kind()
		if byKind[k] == nil {
			kinds = append(kinds, k)
		}
		byKind[k] = append(byKind[k], o)
	}
	later := map[kind][]onset{}
	for _, o := range behind {
		later[o.kind()] = append(later[o.kind()], o)
	}
	var found, lists []part
	for _, k := range kinds {
		// The onsets that a rule without end explains are the last ones.
		own := byKind[k]
		all := append(slices.Clone(own), later[k]...)
		from, by := pattern(all)
		if from < len(own) && len(later[k]) >= sample-2 {
			p := part{kind: k, walls: []time.Time{own[from].wall()}, rule: "FREQ=YEARLY;BYMONTH=" + fmt.Sprint(int(k.month)) + ";" + by}
			found = append(found, p)
			own = own[:from]
		}
		lists = append(lists, listed(k, own)...)
	}
	found = append(found, merged(lists)...)
	slices.SortStableFunc(found, func(a, b part) int { return a.walls[0].Compare(b.walls[0]) })
	return found
}

// listed cuts onsets of a kind that no endless rule explains into runs of
// years with a pattern, which become rules that end, and lists.
func listed(k kind, own []onset) []part {
	var found []part
	for len(own) > 0 {
		n := len(own)
		for n > 0 {
			if from, by := pattern(own[:n]); from == 0 && by != "" && n >= 4 {
				last := own[n-1]
				rule := "FREQ=YEARLY;BYMONTH=" + fmt.Sprint(int(k.month)) + ";" + by + ";UNTIL=" + last.at.UTC().Format(utcForm)
				found = append(found, part{kind: k, walls: []time.Time{own[0].wall()}, rule: rule})
				break
			}
			n--
		}
		if n == 0 {
			found = append(found, part{kind: k, walls: []time.Time{own[0].wall()}})
			n = 1
		}
		own = own[n:]
	}
	return found
}

// merged puts lists together whose parts differ in month and hour only, which
// a list says itself.
func merged(parts []part) []part {
	var kept []part
	places := map[kind]int{}
	for _, p := range parts {
		if p.rule != "" {
			kept = append(kept, p)
			continue
		}
		k := kind{from: p.from, to: p.to, name: p.name, daylight: p.daylight}
		if i, ok := places[k]; ok {
			kept[i].walls = append(kept[i].walls, p.walls...)
			continue
		}
		places[k] = len(kept)
		kept = append(kept, p)
	}
	for i := range kept {
		slices.SortFunc(kept[i].walls, func(a, b time.Time) int { return a.Compare(b) })
	}
	return kept
}

// pattern finds from which onset on all follow one rule of the month, once in
// each year, and that rule.
func pattern(onsets []onset) (from int, by string) {
	from = len(onsets)
	for i := len(onsets) - 1; i >= 0; i-- {
		if i+1 < len(onsets) && onsets[i].wall().Year() != onsets[i+1].wall().Year()-1 {
			break
		}
		rule, possible := ruleFor(onsets[i:])
		if !possible {
			break
		}
		if rule != "" {
			from, by = i, rule
		}
	}
	return from, by
}

// ruleFor returns the part of an RRULE that puts each of the onsets, all of
// one month, where it is: the last or n-th weekday of the month, a weekday on
// or after a day, or the same day each year. It is empty while too few onsets
// show which days a weekday may fall on, and not possible where none fits.
func ruleFor(onsets []onset) (rule string, possible bool) {
	first := onsets[0].wall()
	weekday, day := first.Weekday(), first.Day()
	sameWeekday, sameDay, last := true, true, true
	lowest, highest := day, day
	for _, o := range onsets {
		w := o.wall()
		sameWeekday = sameWeekday && w.Weekday() == weekday
		sameDay = sameDay && w.Day() == day
		last = last && w.AddDate(0, 0, 7).Month() != w.Month()
		lowest, highest = min(lowest, w.Day()), max(highest, w.Day())
	}
	name := [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}[weekday]
	switch {
	case sameDay && len(onsets) > 1:
		return fmt.Sprintf("BYMONTHDAY=%d", day), true
	case !sameWeekday || highest-lowest > 6:
		return "", false
	case last:
		return "BYDAY=-1" + name, true
	case (lowest-1)/7 == (highest-1)/7:
		return fmt.Sprintf("BYDAY=%d%s", (lowest-1)/7+1, name), true
	case highest-lowest < 6:
		return "", true
	}
	days := make([]string, 0, 7)
	for d := lowest; d <= highest; d++ {
		days = append(days, fmt.Sprint(d))
	}
	return "BYDAY=" + name + ";BYMONTHDAY=" + strings.Join(days, ","), true
}

// part writes a STANDARD or DAYLIGHT part.
func (w *writer) part(k kind, walls []time.Time, rule string) {
	name := "STANDARD"
	if k.daylight {
		name = "DAYLIGHT"
	}
	w.line("BEGIN", name)
	w.line("TZOFFSETFROM", offset(k.from))
	w.line("TZOFFSETTO", offset(k.to))
	w.text("TZNAME", cmp.Or(k.name, "LMT"))
	w.line("DTSTART", walls[0].Format(localForm))
	if rule != "" {
		w.line("RRULE", rule)
	}
	for _, wall := range walls[1:] {
		w.line("RDATE", wall.Format(localForm))
	}
	w.line("END", name)
}

// offset writes seconds east of UTC.
func offset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}
