package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
)

type importCalendarOptions struct {
	adopt []string
	since string
	yes   bool
}

func newImportCalendar(sh *shell) *cobra.Command {
	var o importCalendarOptions
	cmd := &cobra.Command{
		Use:   "calendar [PLACE...]",
		Short: "Find one-on-ones, leave and holidays in a calendar",
		Long: `Calendar reads an .ics file, a folder of them, or the address of a calendar, and finds your
one-on-ones, your leave and public holidays. A series counts once you take it over; from
then on reading again books, moves and cancels its meetings, and asks what became of those
that are over. Without a place it reads again those that you named before. An address is
asked only when you run this.`,
		Example: `  rapport import calendar ~/work.ics
  rapport import calendar https://calendar.example.org/private/me.ics --adopt all
  rapport import calendar`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runImportCalendar(cmd.Context(), sh, args, o) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.adopt, "adopt", nil, "take the series with this `UID` over as one-on-ones, or all; may be repeated")
	f.StringVar(&o.since, "since", "", "look back to this `day`; else twelve weeks")
	f.BoolVarP(&o.yes, "yes", "y", false, "accept the leave, the holidays and the past meetings that are proposed")
	return cmd
}

func runImportCalendar(ctx context.Context, sh *shell, args []string, o importCalendarOptions) error {
	var since rapport.Day
	places := args
	var readings []intake.CalendarReading
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		if o.since != "" {
			if since, err = s.Day(o.since, false); err != nil {
				return err
			}
		}
		if len(args) == 0 {
			if places, err = sh.remembered(ctx, s, "calendar"); err != nil {
				return err
			}
		}
		readings = readings[:0]
		for _, place := range places {
			r, err := s.Intake.ReadCalendar(ctx, sh.place(place), since)
			if err != nil {
				return err
			}
			readings = append(readings, r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	var all []intake.CalendarTaken
	for _, r := range readings {
		t, err := sh.takeCalendar(ctx, s, r, o)
		if err != nil {
			return err
		}
		all = append(all, t)
	}
	if sh.asJSON {
		return sh.object("calendars", calendarShapes(all))
	}
	return nil
}

// remembered lists the places of a kind that were read before.
func (sh *shell) remembered(ctx context.Context, s *Session, kind string) (places []string, err error) {
	_, sources, err := s.Intake.Inbox(ctx)
	if err != nil {
		return nil, err
	}
	for _, source := range sources {
		if source.Kind == kind && source.Removed == 0 {
			places = append(places, source.Location)
		}
	}
	if len(places) == 0 {
		return nil, rapport.Errorf(rapport.NotFound, "no %s is remembered yet", kind).WithHint("name one: rapport import %s PLACE", kind)
	}
	return places, nil
}

// place makes a path that was typed absolute; an address stays.
func (sh *shell) place(typed string) string {
	if strings.Contains(typed, "://") {
		return typed
	}
	return sh.path(typed)
}

// takeCalendar asks what has to be asked about a calendar, takes it in, and says
// what came of it.
func (sh *shell) takeCalendar(ctx context.Context, s *Session, r intake.CalendarReading, o importCalendarOptions) (t intake.CalendarTaken, err error) {
	d := intake.CalendarDecisions{Accept: o.yes}
	for _, uid := range o.adopt {
		if uid == "all" {
			d.AdoptAll = true
			continue
		}
		d.Adopt = append(d.Adopt, uid)
	}
	if sh.env.Asks && !sh.asJSON && !d.AdoptAll {
		if err := sh.askSeries(ctx, s, r, &d); err != nil {
			return t, err
		}
	}
	if t, err = s.Intake.TakeCalendar(ctx, r, d); err != nil {
		return t, err
	}
	if o.yes {
		if err := sh.acceptMeetings(ctx, s, t); err != nil {
			return t, err
		}
	}
	if !sh.asJSON {
		sh.sayCalendar(t, r, o)
	}
	return t, nil
}

// acceptMeetings accepts the past meetings that a calendar proposes.
func (sh *shell) acceptMeetings(ctx context.Context, s *Session, t intake.CalendarTaken) error {
	var numbers []rapport.Number
	for _, p := range t.New {
		if p.Becomes == rapport.AsMeeting && p.State == rapport.Open {
			numbers = append(numbers, p.Number)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	_, err := s.Intake.Accept(ctx, numbers...)
	return err
}

// askSeries asks about each series that waits for a decision, and about days off.
func (sh *shell) askSeries(ctx context.Context, s *Session, r intake.CalendarReading, d *intake.CalendarDecisions) error {
	waiting, daysOff, err := s.Intake.Undecided(ctx, r)
	if err != nil {
		return err
	}
	for _, p := range waiting {
		sh.sayf("%s: %s", p.Text, p.Reason)
		answer, err := sh.choose(fmt.Sprintf("adopt “%s”, %s, as the one-on-one with @%s?", p.Text, seriesWords(p), r.Names.Boss(p.Boss).Slug), "yes", "no", "later")
		if err != nil {
			return err
		}
		switch answer {
		case "yes":
			d.Adopt = append(d.Adopt, p.UID)
		case "no":
			d.Refuse = append(d.Refuse, p.UID)
		}
	}
	if len(daysOff) == 0 || d.Accept {
		return nil
	}
	for _, p := range daysOff {
		sh.sayUnder("  "+daysWords(p)+"  ", p.Text)
	}
	answer, err := sh.choose(intake.Counts(daysOff)+": are these days on which you do not work?", "yes", "no", "later")
	d.Accept, d.Pass = answer == "yes", answer == "no"
	return err
}

// seriesWords says when a series takes place, such as "weekly on Thursday 16:00
// Europe/London".
func seriesWords(p rapport.Proposal) string {
	at := p.Start.Time()
	if zone, err := time.LoadLocation(p.Zone); err == nil && p.Zone != "" {
		at = at.In(zone)
	}
	words := p.Value
	if words == "weekly" {
		words = "every " + at.Weekday().String()
	} else {
		words += " on " + at.Weekday().String()
	}
	words += " " + at.Format("15:04")
	if p.Zone != "" {
		words += " " + p.Zone
	}
	return words
}

func daysWords(p rapport.Proposal) string {
	if p.Until != "" {
		return shortDay(p.From) + " to " + shortDay(p.Until)
	}
	return shortDay(p.From)
}

// sayCalendar says what came of a calendar.
func (sh *shell) sayCalendar(t intake.CalendarTaken, r intake.CalendarReading, o importCalendarOptions) {
	title := t.Source.Title
	for i, warning := range t.Warnings {
		if i == mostSkipped {
			sh.sayf("and %d more of that kind", len(t.Warnings)-i)
			break
		}
		sh.sayf("%s: %s", title, warning)
	}
	for _, p := range t.Adopted {
		sh.sayf("adopted “%s”, %s, as the one-on-one with @%s", p.Text, seriesWords(p), t.Names.Boss(p.Boss).Slug)
	}
	sh.sayMeetings("booked", t.Booked, t.Names)
	sh.sayMeetings("moved", t.Moved, t.Names)
	sh.sayMeetings("called off", t.CalledOff, t.Names)
	sh.sayMeetings("no longer there, taken away", t.Gone, t.Names)
	waiting := t.New
	if o.yes {
		waiting = nil
	}
	if len(waiting) > 0 {
		sh.sayf("%s: %s proposed", title, intake.Counts(waiting))
	}
	if n := len(t.Changed); n > 0 {
		sh.sayf("%s: %s changed there", title, counted(n, "proposal", "proposals"))
	}
	if len(t.New)+len(t.Changed)+len(t.Adopted)+len(t.Booked)+len(t.Moved)+len(t.CalledOff)+len(t.Gone) == 0 {
		sh.sayf("%s: nothing new", title)
	}
	for _, p := range t.Series {
		sh.sayf("“%s”, %s, looks like the one-on-one with @%s: %s", p.Text, seriesWords(p), t.Names.Boss(p.Boss).Slug, p.Reason)
		sh.sayf("  to take it over: rapport import calendar %s --adopt %s", shellWord(shownPlace(t.Source)), shellWord(p.UID))
	}
	if len(r.Names.Bosses) == 0 {
		sh.sayf("no boss is on record, so no one-on-one can be found: rapport boss add \"Dana Weber\" --email dana@example.org")
	}
	if len(waiting) > 0 {
		sh.sayf("look at them: rapport inbox")
	}
}

// shownPlace is a place as it may be shown: of an address, which is often a
// secret, only the host.
func shownPlace(s rapport.Source) string {
	if scheme, _, isAddress := strings.Cut(s.Location, "://"); isAddress {
		return scheme + "://" + s.Title + "/…"
	}
	return s.Location
}

func (sh *shell) sayMeetings(what string, meetings []rapport.Meeting, names journal.Names) {
	if len(meetings) == 0 {
		return
	}
	days := make([]string, 0, len(meetings))
	for i, m := range meetings {
		if i == 6 {
			days = append(days, "…")
			break
		}
		days = append(days, m.Begins().Time().Format("Mon 2 Jan 15:04")+" @"+string(names.Boss(m.Boss).Slug))
	}
	sh.sayf("%s %s: %s", counted(len(meetings), "meeting", "meetings"), what, strings.Join(days, ", "))
}

// followUp reads the calendars again whose series were just accepted, so that
// their meetings are booked at once. Where a calendar cannot be read now, the
// meetings come with the next reading.
func (sh *shell) followUp(ctx context.Context, s *Session, accepted []intake.Accepted) {
	done := map[rapport.SourceID]bool{}
	_, sources, err := s.Intake.Inbox(ctx)
	if err != nil {
		return
	}
	for _, a := range accepted {
		if a.Proposal.Becomes != rapport.AsSeries || done[a.Proposal.Source] {
			continue
		}
		done[a.Proposal.Source] = true
		for _, source := range sources {
			if source.ID != a.Proposal.Source {
				continue
			}
			r, err := s.Intake.ReadCalendar(ctx, source.Location, "")
			if err == nil {
				var t intake.CalendarTaken
				if t, err = s.Intake.TakeCalendar(ctx, r, intake.CalendarDecisions{}); err == nil {
					sh.sayMeetings("booked", t.Booked, t.Names)
				}
			}
			var known *rapport.Error
			if errors.As(err, &known) {
				sh.sayf("%s: %v; its meetings come with the next reading: rapport import calendar", source.Title, known)
			}
		}
	}
}

type calendarJSON struct {
	Source    sourceJSON     `json:"source"`
	New       []proposalJSON `json:"new"`
	Changed   []proposalJSON `json:"changed"`
	Series    []proposalJSON `json:"series"`
	Adopted   []proposalJSON `json:"adopted"`
	Booked    []bookedJSON   `json:"booked"`
	Moved     []bookedJSON   `json:"moved"`
	CalledOff []bookedJSON   `json:"called_off"`
	Gone      []bookedJSON   `json:"gone"`
	Warnings  []string       `json:"warnings"`
}

type bookedJSON struct {
	Number rapport.Number `json:"number"`
	Boss   rapport.Slug   `json:"boss"`
	Start  string         `json:"start"`
	Status string         `json:"status"`
}

func calendarShapes(all []intake.CalendarTaken) []calendarJSON {
	shapes := []calendarJSON{}
	for _, t := range all {
		booked := func(meetings []rapport.Meeting) []bookedJSON {
			list := []bookedJSON{}
			for _, m := range meetings {
				list = append(list, bookedJSON{m.Number, t.Names.Boss(m.Boss).Slug, stampText(m.Begins()), string(m.Status)})
			}
			return list
		}
		source := sourceShape(t.Source)
		source.Location = shownPlace(t.Source)
		shapes = append(shapes, calendarJSON{
			Source: source, New: proposalShapes(t.New, t.Names), Changed: proposalShapes(t.Changed, t.Names), Series: proposalShapes(t.Series, t.Names),
			Adopted: proposalShapes(t.Adopted, t.Names), Booked: booked(t.Booked), Moved: booked(t.Moved), CalledOff: booked(t.CalledOff), Gone: booked(t.Gone),
			Warnings: nonNil(t.Warnings),
		})
	}
	return shapes
}
