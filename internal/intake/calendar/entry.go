package calendar

import (
	"encoding/hex"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"rapport"
)

// window is what [Options] ask for, settled.
type window struct {
	from, until time.Time
	zone        *time.Location
}

// entry is one VEVENT, read and not yet followed through time.
type entry struct {
	// event holds all that its meetings have in common.
	event Event
	// start is the wall time of its zone, of the day for whole days.
	start time.Time
	clock clock
	// length is how long it lasts: days for whole days.
	length span
	date   bool
	stamp  rapport.Instant // DTSTAMP

	rule     *rule
	ruleLine int
	// extra are RDATEs, without are EXDATEs.
	extra, without []listed

	// recurrence is the meeting that this entry changes; future says that it
	// changes all later ones too.
	recurrence listed
	future     bool
}

// listed is a time in a list, with the length that a period gives it.
type listed struct {
	moment
	clock  clock
	length span
	period bool
}

// isOverride reports whether the entry changes a meeting of a series.
func (e *entry) isOverride() bool { return !e.recurrence.wall.IsZero() }

// repeats reports whether the entry stands for more than one meeting.
func (e *entry) repeats() bool { return e.rule != nil || len(e.extra) > 0 }

// newer reports whether e replaces other, an entry for the same meeting.
func (e *entry) newer(other *entry) bool {
	if e.event.Sequence != other.event.Sequence {
		return e.event.Sequence > other.event.Sequence
	}
	if a, b := max(e.event.Modified, e.stamp), max(other.event.Modified, other.stamp); a != b {
		return a > b
	}
	return false
}

// entryReader reads the events of one sheet.
type entryReader struct {
	sheet  sheet
	clocks *clocks
	window window
	warn   func(line int, text, hint string)
	name   string // of the calendar
	cancel bool   // METHOD:CANCEL
}

func newEntryReader(s sheet, w window, warn func(line int, text, hint string)) *entryReader {
	return &entryReader{
		sheet: s, clocks: newClocks(s, w, warn), window: w, warn: warn,
		name:   rapport.OneLine(firstOf(s.property("X-WR-CALNAME"), s.property("NAME"))),
		cancel: strings.EqualFold(s.property("METHOD"), "CANCEL"),
	}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// read reads one event, or says what is wrong with it.
func (r *entryReader) read(b block) (*entry, error) {
	d, err := b.decode(&r.clocks.parser, r.warn)
	if err != nil {
		return nil, err
	}
	e := &entry{event: Event{
		UID:         strings.TrimSpace(d.value("UID")),
		Summary:     rapport.OneLine(shorten(d.text("SUMMARY"), maxDescription)),
		Description: shorten(d.text("DESCRIPTION"), maxDescription),
		Location:    rapport.OneLine(shorten(d.text("LOCATION"), maxDescription)),
		Calendar:    r.name, File: r.sheet.file, Line: b.begin,
		Fate: Planned,
	}}
	if n, err := strconv.Atoi(strings.TrimSpace(d.value("SEQUENCE"))); err == nil {
		e.event.Sequence = n
	}
	e.event.Modified, e.stamp = instantOf(d.value("LAST-MODIFIED")), instantOf(d.value("DTSTAMP"))
	if p := d.props.Get("RECURRENCE-ID"); p != nil {
		m, err := momentOf(*p, p.Value)
		if err != nil {
			return nil, faultf(d.lineOf("RECURRENCE-ID", 0), "RECURRENCE-ID: %v", err)
		}
		e.recurrence = listed{moment: m, clock: r.clockOf(m, d.lineOf("RECURRENCE-ID", 0))}
		e.future = strings.EqualFold(p.Params.Get("RANGE"), "THISANDFUTURE")
	}
	if err := r.times(e, d); err != nil {
		return nil, err
	}
	if err := r.repetition(e, d); err != nil {
		return nil, err
	}
	r.status(e, d)
	r.people(e, d)
	if e.event.UID == "" {
		// Without an identity of its own, what it says is one.
		h := fnv.New64a()
		h.Write([]byte(e.start.Format(time.RFC3339) + "\x00" + e.event.Summary))
		e.event.UID = "without-uid-" + hex.EncodeToString(h.Sum(nil))
	}
	return e, nil
}

func instantOf(text string) rapport.Instant {
	m, err := parseMoment(strings.TrimSpace(text))
	if err != nil || m.date {
		return 0
	}
	return rapport.InstantOf(m.wall)
}

// clockOf returns the zone that a moment was written in.
func (r *entryReader) clockOf(m moment, line int) clock {
	switch {
	case m.utc:
		return clock{"UTC", time.UTC}
	case m.date:
		return clock{r.window.zone.String(), r.window.zone}
	}
	return r.clocks.of(m.zone, line)
}

// times reads start and length.
func (r *entryReader) times(e *entry, d decoded) error {
	p := d.props.Get("DTSTART")
	switch {
	case p == nil && e.isOverride():
		e.start, e.clock, e.date = e.recurrence.wall, e.recurrence.clock, e.recurrence.date
	case p == nil:
		return faultf(d.begin, "the event has no DTSTART, so that nobody knows when it is")
	default:
		m, err := momentOf(*p, p.Value)
		if err != nil {
			return faultf(d.lineOf("DTSTART", 0), "DTSTART: %v", err)
		}
		e.start, e.clock, e.date = m.wall, r.clockOf(m, d.lineOf("DTSTART", 0)), m.date
	}
	if e.date {
		e.length = span{days: 1}
	}
	if err := r.length(e, d); err != nil {
		return err
	}
	if !e.date && strings.EqualFold(d.value("X-MICROSOFT-CDO-ALLDAYEVENT"), "TRUE") {
		r.wholeDays(e)
	}
	return nil
}

// length reads DTEND or DURATION.
func (r *entryReader) length(e *entry, d decoded) error {
	if text := d.value("DURATION"); text != "" && d.props.Get("DTEND") == nil {
		length, err := parseSpan(text)
		if err != nil {
			return faultf(d.lineOf("DURATION", 0), "DURATION: %v", err)
		}
		if e.date {
			length = span{days: max(length.days+int(length.clock/(24*time.Hour)), 1)}
		}
		e.length = length
		return nil
	}
	p := d.props.Get("DTEND")
	if p == nil {
		return nil
	}
	line := d.lineOf("DTEND", 0)
	m, err := momentOf(*p, p.Value)
	if err != nil {
		return faultf(line, "DTEND: %v", err)
	}
	if e.date {
		end := m.wall
		if !m.date { // the end of days as a time
			end = wallOf(wallTime(m.wall, r.clockOf(m, line).zone).In(r.window.zone)).Add(24*time.Hour - time.Second).Truncate(24 * time.Hour)
		}
		e.length.days = max(int(end.Sub(e.start)/(24*time.Hour)), 1)
		if e.length.days > maxDays {
			return faultf(line, "the event lasts longer than %d years", maxDays/366)
		}
		return nil
	}
	endClock := r.clockOf(m, line)
	if m.date {
		endClock = e.clock
	}
	length := wallTime(m.wall, endClock.zone).Sub(wallTime(e.start, e.clock.zone))
	switch {
	case length < 0:
		r.warn(line, "the event ends before it begins; the end was left out", "")
	case length > maxDays*24*time.Hour:
		return faultf(line, "the event lasts longer than %d years", maxDays/366)
	default:
		e.length = span{clock: length}
	}
	return nil
}

// wholeDays makes days of midnights, as Exchange writes them.
func (r *entryReader) wholeDays(e *entry) {
	start := wallTime(e.start, e.clock.zone)
	if e.clock.zone == time.UTC && start.In(r.clocks.floating.zone).Hour() == 0 {
		start = start.In(r.clocks.floating.zone)
	}
	days := e.length.days + int((e.length.clock+12*time.Hour)/(24*time.Hour))
	e.start, e.date = wallOf(start).Truncate(24*time.Hour), true
	e.clock = clock{r.window.zone.String(), r.window.zone}
	e.length = span{days: max(days, 1)}
}

// repetition reads RRULE, RDATE and EXDATE.
func (r *entryReader) repetition(e *entry, d decoded) error {
	if e.isOverride() {
		return nil // what repeats is the series
	}
	rules := d.props.Values("RRULE")
	if len(rules) > 1 {
		r.warn(d.lineOf("RRULE", 1), "an event with several rules follows the first only", "")
	}
	if len(rules) > 0 && strings.TrimSpace(rules[0].Value) != "" {
		e.ruleLine = d.lineOf("RRULE", 0)
		rule, err := parseRule(rules[0].Value)
		if err != nil {
			r.warn(e.ruleLine, err.Error()+"; only the first meeting was read", "")
		} else {
			e.rule = rule
			r.limit(e)
		}
	}
	for _, list := range [...]struct {
		name string
		into *[]listed
	}{{"RDATE", &e.extra}, {"EXDATE", &e.without}} {
		for i, p := range d.props.Values(list.name) {
			for value := range splitList(p.Value) {
				l, err := r.listed(p, value, d.lineOf(list.name, i))
				if err != nil {
					r.warn(d.lineOf(list.name, i), list.name+": "+err.Error()+"; it was left out", "")
					continue
				}
				*list.into = append(*list.into, l)
			}
		}
	}
	return nil
}

// splitList yields the values of a list that are not empty.
func splitList(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for value := range strings.SplitSeq(text, ",") {
			if value = strings.TrimSpace(value); value != "" && !yield(value) {
				return
			}
		}
	}
}

// listed reads one value of a list: a date, a time, or a period.
func (r *entryReader) listed(p ical.Prop, value string, line int) (l listed, err error) {
	from, to, period := strings.Cut(value, "/")
	if l.moment, err = momentOf(p, from); err != nil {
		return l, err
	}
	l.clock = r.clockOf(l.moment, line)
	if !period {
		return l, nil
	}
	l.period = true
	if strings.HasPrefix(strings.ToUpper(to), "P") {
		l.length, err = parseSpan(to)
		return l, err
	}
	end, err := momentOf(p, to)
	if err != nil {
		return l, err
	}
	l.length.clock = max(wallTime(end.wall, r.clockOf(end, line).zone).Sub(wallTime(l.wall, l.clock.zone)), 0)
	return l, nil
}

// limit settles the UNTIL of a rule as the last wall time of the series.
func (r *entryReader) limit(e *entry) {
	stop, has := e.rule.until()
	switch {
	case !has:
	case e.date:
		e.rule.end = r.dayOf(listed{moment: stop, clock: r.clockOf(stop, e.ruleLine)})
	case stop.date:
		e.rule.end = stop.wall.Add(24*time.Hour - time.Second)
	case stop.utc:
		e.rule.end = wallOf(stop.wall.In(e.clock.zone))
	default:
		e.rule.end = stop.wall
	}
}

// dayOf returns the day that a moment means in a series of whole days. Some
// programs write it as midnight in UTC, some as midnight of their own.
func (r *entryReader) dayOf(l listed) time.Time {
	if l.utc && l.wall.Hour()+l.wall.Minute() > 0 {
		return wallOf(l.wall.In(r.clocks.floating.zone)).Truncate(24 * time.Hour)
	}
	return l.wall.Truncate(24 * time.Hour)
}

// status reads what the event says of itself and of the time it takes.
func (r *entryReader) status(e *entry, d decoded) {
	ev := &e.event
	switch strings.ToUpper(strings.TrimSpace(d.value("STATUS"))) {
	case "CANCELLED", "CANCELED":
		ev.Status = Cancelled
	case "TENTATIVE":
		ev.Status = Tentative
	default:
		ev.Status = Confirmed
	}
	if r.cancel || saysCancelled(ev.Summary) {
		ev.Status = Cancelled
	}
	if ev.Status == Cancelled {
		ev.Fate = CalledOff
	}
	ev.Free = strings.EqualFold(strings.TrimSpace(d.value("TRANSP")), "TRANSPARENT")
	busy := strings.ToUpper(strings.TrimSpace(firstOf(d.value("X-MICROSOFT-CDO-BUSYSTATUS"), d.value("X-MICROSOFT-CDO-INTENDEDSTATUS"))))
	switch busy {
	case "OOF":
		ev.Away, ev.Free = true, false
	case "FREE":
		ev.Free = true
	}
	for _, p := range d.props.Values("CATEGORIES") {
		for category := range splitList(strings.ReplaceAll(p.Value, `\,`, ";")) {
			if c := rapport.OneLine(unescape(category)); c != "" && len(ev.Categories) < 20 {
				ev.Categories = append(ev.Categories, shorten(c, 100))
			}
		}
	}
}
