package meetings

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
)

// agreed is the rhythm of one-on-ones with a boss as it is used.
type agreed struct {
	when.Rhythm
	record rapport.Rhythm
	// found says that one was agreed, be it only when needed.
	found bool
	// zone is the one in which its time is kept.
	zone    *time.Location
	minutes int
}

// next returns its first times from a moment on.
func (r agreed) next(from time.Time, n int) []time.Time {
	if !r.found {
		return nil
	}
	return r.Next(r.zone, r.record.Day(), from, n)
}

// rhythmWith reads the rhythm that was agreed last with a boss.
func (s *Service) rhythmWith(ctx context.Context, tx *store.Tx, boss rapport.Boss) (r agreed, err error) {
	r.zone = s.zone()
	all, err := store.Rhythms.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID, Limit: 1})
	if err != nil || len(all) == 0 {
		return r, err
	}
	r.record, r.found = all[0], true
	// Words that an older journal brought and nobody can read are no rhythm.
	var unread error
	if r.Rhythm, unread = when.ParseRhythm(r.record.Every, s.Clock(when.Meeting)); unread != nil {
		return agreed{zone: s.zone()}, nil //nolint:nilerr // nobody can read it, so it is none
	}
	if r.record.Time != "" {
		r.Time = r.record.Time
	}
	if r.record.From != "" {
		r.From = r.record.From
	}
	if zone := zoneNamed(cmp.Or(r.record.Zone, r.Zone)); zone != nil {
		r.zone = zone
	}
	r.Zone = r.record.Zone
	if r.minutes = r.Minutes; r.record.Minutes.Said {
		r.minutes = int(r.record.Minutes.Value)
	}
	return r, nil
}

// Agreed is what was agreed about one-on-ones with a boss, and what follows.
type Agreed struct {
	Boss   rapport.Boss
	Rhythm rapport.Rhythm
	// Found says that something was agreed; Words says it for people.
	Found bool
	Words string
	// Dates are the next ones.
	Dates []Date
	Says  []string
}

// Date is one time of a rhythm, on the clocks of both sides.
type Date struct {
	// Mine is in the user's zone, Theirs in the boss's; zero where their zone
	// is not known.
	Mine, Theirs time.Time
	// Marks say where a clock change moves the hour, and where the time lies
	// outside of working hours.
	Marks []string
}

// SetRhythm records what was agreed about one-on-ones, as typed: "@dana every
// two weeks on thursday 16:00 tz:Europe/London minutes:30", or "@dana none" for
// only when needed.
func (s *Service) SetRhythm(ctx context.Context, text string) (a Agreed, err error) {
	return a, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		line, err := s.sentence(text, "tz", "minutes", "from")
		if err != nil {
			return err
		}
		if err := hasNoPlace(line, "a rhythm", placeless{goal: true, project: true, due: true}); err != nil {
			return err
		}
		boss, err := desk.Boss(names, line)
		if err != nil {
			return err
		}
		r, err := s.rhythmOf(line.Text, line.Said)
		if err != nil {
			return err
		}
		r.Boss = boss.ID
		if r.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Rhythms, &r)
		if err != nil {
			return err
		}
		if a, err = s.agreedWith(ctx, tx, boss); err != nil {
			return err
		}
		return s.Remember(ctx, tx, "agreed a rhythm with "+boss.Name, step)
	})
}

// rhythmOf makes a rhythm of its words and marks.
func (s *Service) rhythmOf(words string, said map[string]string) (r rapport.Rhythm, err error) {
	read, err := when.ParseRhythm(words, s.Clock(when.Meeting))
	if err != nil {
		return r, err
	}
	r = rapport.Rhythm{Every: read.Rule, Time: read.Time, Zone: read.Zone, From: read.From}
	if read.Rule == "" {
		r.Every = "none"
	}
	if zone := said["tz"]; zone != "" {
		if r.Zone != "" && r.Zone != zone {
			return r, rapport.Errorf(rapport.Invalid, "the rhythm names two zones, %s and tz:%s", r.Zone, zone).WithHint("keep one")
		}
		if zoneNamed(zone) == nil || strings.EqualFold(zone, "local") {
			return r, rapport.Errorf(rapport.Invalid, "nobody knows a zone %q", rapport.OneLine(zone)).WithHint("write its name, such as tz:Europe/London")
		}
		r.Zone = zone
	}
	if read.Minutes > 0 {
		r.Minutes = rapport.AmountOf(float64(read.Minutes))
	}
	if text := said["minutes"]; text != "" {
		if r.Minutes, err = minutesOf(text); err != nil {
			return r, err
		}
	}
	if text := said["from"]; text != "" {
		a, err := s.dayOrError(text, true)
		if err != nil {
			return r, err
		}
		r.From = a.Day
	}
	if r.Every == "none" && (r.Time != "" || r.Zone != "") {
		return r, rapport.Errorf(rapport.Invalid, "no rhythm has no time").WithHint("rapport rhythm @boss none")
	}
	if r.Zone == "" {
		// The user's own clock counts; its zone is named, so that it stays
		// that one when the user moves.
		r.Zone = s.User.Zone
	}
	return r, nil
}

// Rhythm shows what was agreed with a boss.
func (s *Service) Rhythm(ctx context.Context, boss rapport.Slug) (a Agreed, err error) {
	return a, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		a, err = s.agreedWith(ctx, tx, b)
		return err
	})
}

// shown is how many of the next times of a rhythm are shown.
const shown = 5

func (s *Service) agreedWith(ctx context.Context, tx *store.Tx, boss rapport.Boss) (a Agreed, err error) {
	r, err := s.rhythmWith(ctx, tx, boss)
	if err != nil {
		return a, err
	}
	a = Agreed{Boss: boss, Rhythm: r.record, Found: r.found}
	if !r.found {
		return a, nil
	}
	a.Words = s.rhythmWords(r)
	leave, err := tx.Calendar(ctx, s.User.ID, rapport.Leave, s.Today())
	if err != nil {
		return a, err
	}
	a.Dates = s.dates(r, boss, leave)
	if r.Rule != "" && !r.HasDay() {
		a.Says = append(a.Says, `no day was agreed, so none is shown; with a day: rapport rhythm @`+string(boss.Slug)+` "`+r.Words()+` on thursday 16:00"`)
	}
	return a, nil
}

// rhythmWords says a rhythm with its zone and length.
func (s *Service) rhythmWords(r agreed) string {
	words := r.Words()
	if r.Time != "" && r.zone.String() != s.zone().String() {
		words += " " + r.zone.String()
	}
	if r.minutes > 0 {
		words += fmt.Sprintf(", %d minutes", r.minutes)
	}
	if r.From > s.Today() {
		words += ", from " + shortDay(r.From)
	}
	return words
}

// dates are the next times of a rhythm with what is odd about them.
func (s *Service) dates(r agreed, boss rapport.Boss, leave []rapport.CalendarFact) []Date {
	// The one before shows where a clock change moved the first.
	before := r.next(s.Now().AddDate(0, 0, -2*max(7, r.Days())), 1)
	times := r.next(s.Now(), shown)
	theirs := zoneNamed(boss.Zone)
	dates := make([]Date, 0, len(times))
	var last Date
	if len(before) > 0 {
		last = s.onBoth(before[0], theirs)
	}
	for _, at := range times {
		d := s.onBoth(at, theirs)
		if r.Time != "" {
			d.Marks = append(d.Marks, moves(last, d)...)
			d.Marks = append(d.Marks, s.outside(at, boss)...)
		}
		if fact, ok := onLeave(leave, rapport.DayOf(d.Mine)); ok {
			d.Marks = append(d.Marks, "you are away ("+fact.Text+")")
		}
		dates, last = append(dates, d), d
	}
	return dates
}

func (s *Service) onBoth(at time.Time, theirs *time.Location) Date {
	d := Date{Mine: at.In(s.zone())}
	if theirs != nil {
		d.Theirs = at.In(theirs)
	}
	return d
}

// moves says on whose clock the hour of a series changes.
func moves(last, d Date) (marks []string) {
	if last.Mine.IsZero() {
		return nil
	}
	const clock = "15:04"
	if was, is := last.Mine.Format(clock), d.Mine.Format(clock); was != is {
		marks = append(marks, fmt.Sprintf("from %s on %s for you instead of %s: a clock change", d.Mine.Format("2 Jan"), is, was))
	}
	if d.Theirs.IsZero() {
		return marks
	}
	if was, is := last.Theirs.Format(clock), d.Theirs.Format(clock); was != is {
		marks = append(marks, fmt.Sprintf("from %s on %s for them instead of %s: a clock change", d.Theirs.Format("2 Jan"), is, was))
	}
	return marks
}

// outside says where a time lies outside of the working hours of either side.
func (s *Service) outside(at time.Time, boss rapport.Boss) (says []string) {
	mine := at.In(s.zone())
	if !s.User.WorkDays.Has(mine.Weekday()) {
		says = append(says, mine.Weekday().String()+" is no working day of yours")
	}
	theirs := zoneNamed(boss.Zone)
	if theirs == nil {
		theirs = s.zone() // nobody said that they live by another clock
	}
	from, until, ok := strings.Cut(boss.Hours, "-")
	if clock := at.In(theirs).Format("15:04"); ok && (clock < from || clock >= until) {
		says = append(says, fmt.Sprintf("%s is outside of their hours, %s", clock, boss.Hours))
	}
	return says
}

// onLeave finds the leave that a day falls into.
func onLeave(leave []rapport.CalendarFact, d rapport.Day) (rapport.CalendarFact, bool) {
	for _, fact := range leave {
		if fact.Date != "" && d >= fact.Date && d <= max(fact.Date, fact.Until) {
			return fact, true
		}
	}
	return rapport.CalendarFact{}, false
}
