package app

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/intake/calendar"
)

// calendarReader reads calendars for the intake: it translates between the
// package that knows them and the feature that knows the store.
type calendarReader struct{}

func (calendarReader) Place(location string) (intake.Place, error) {
	location = strings.TrimSpace(location)
	if !calendar.IsAddress(location) {
		path, err := filepath.Abs(location)
		if err != nil {
			return intake.Place{}, rapport.Errorf(rapport.Invalid, "%q is no path: %w", location, err).WithHint("name an .ics file, a folder of them, or the calendar's address")
		}
		return intake.Place{Location: path, Title: filepath.Base(path)}, nil
	}
	u, err := url.Parse(location)
	if err != nil || u.Host == "" {
		return intake.Place{}, rapport.Errorf(rapport.Invalid, "this is not an address that can be read").
			WithHint("copy the calendar's address again; it begins with https:// and usually ends in .ics")
	}
	return intake.Place{Location: location, Title: u.Hostname()}, nil
}

// leastSure is the confidence below which nobody is asked about a series.
const leastSure = 40

func (calendarReader) Read(ctx context.Context, location string, w intake.CalendarWindow) (f intake.CalendarFound, err error) {
	read, err := calendar.Read(ctx, location, calendar.ReadOptions{})
	if err != nil {
		return f, err
	}
	result, err := calendar.Events(read.Files, calendar.Options{From: w.From, Until: w.Until, Zone: w.From.Location()})
	if err != nil {
		return f, err
	}
	f.Incomplete = result.Incomplete || len(read.Warnings) > 0
	for _, warning := range append(read.Warnings, result.Warnings...) {
		text := warning.String()
		if warning.Hint != "" {
			text += "; " + warning.Hint
		}
		f.Warnings = append(f.Warnings, text)
	}
	bosses := make([]calendar.Person, len(w.Bosses))
	for i, b := range w.Bosses {
		bosses[i] = calendar.Person{Slug: b.Slug, Name: b.Name, Email: b.Email}
	}
	me := append(append([]string{}, w.User.Emails...), w.User.Names...)
	if w.User.Name != "" {
		me = append(me, w.User.Name)
	}
	f.Present = make(map[string]bool, len(result.Events))
	for _, e := range result.Events {
		f.Present[eventKey(e)] = true
	}
	for _, o := range calendar.OneOnOnes(result.Events, bosses, me) {
		if o.Confidence >= leastSure {
			f.Series = append(f.Series, foundSeries(o))
		}
	}
	for _, off := range calendar.Leave(result.Events, bosses, me) {
		if !off.Part {
			f.DaysOff = append(f.DaysOff, foundDaysOff(off, false))
		}
	}
	for _, off := range calendar.PublicHolidays(result.Events) {
		f.DaysOff = append(f.DaysOff, foundDaysOff(off, true))
	}
	return f, nil
}

// eventKey names a meeting as the record does.
func eventKey(e calendar.Event) string {
	if e.Original.IsZero() {
		return e.UID
	}
	return e.UID + "/" + e.Original.At.Time().Format("20060102T150405Z")
}

func foundSeries(o calendar.OneOnOne) intake.FoundSeries {
	uid := strings.TrimSuffix(o.Key, " "+string(o.Boss))
	s := intake.FoundSeries{UID: uid, Boss: o.Boss, Title: o.Title, Confidence: o.Confidence, Reason: o.Reason}
	if o.Series != nil {
		s.Rule, s.Rhythm = o.Series.Rule, o.Series.Rhythm
	}
	for _, m := range o.Meetings {
		if s.From == "" && o.Series != nil && m.Series != nil && m.Series.UID == o.Series.UID && m.Series.Rule == o.Series.Rule && m.Fate != calendar.Moved {
			s.From = m.First
		}
		s.Meetings = append(s.Meetings, intake.FoundMeeting{
			Key: eventKey(m.Event), Title: m.Summary, Start: m.Start, Minutes: int(m.Length().Minutes()), Zone: m.Zone, Off: m.Off() || m.Declined,
		})
	}
	return s
}

func foundDaysOff(off calendar.DayOff, holiday bool) intake.FoundDaysOff {
	return intake.FoundDaysOff{
		Key: eventKey(off.Event), Text: off.Summary, From: off.First, Until: off.Last, Holiday: holiday, Confidence: off.Confidence, Reason: off.Reason,
	}
}
