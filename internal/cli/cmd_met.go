package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/meetings"
)

// typedOptions are the words of a command that takes one typed line.
type typedOptions struct{ words []string }

func (o typedOptions) text() string { return strings.Join(o.words, " ") }

// typed makes a command whose arguments are one line of the quick grammar. A
// line may begin with a sign, as "- 30m" does, and no flag is meant by it.
func (o *typedOptions) typed(cmd *cobra.Command, run func(context.Context) error) *cobra.Command {
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		o.words = args
		return run(cmd.Context())
	}
	return cmd
}

func newMet(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `met [@BOSS] [30m] [on:DAY] [kind:1:1|ad-hoc|chat|review]`,
		Short: "Record a conversation that was held",
		Long: `Met records that you talked: today, or on the day you say. A one-on-one that was booked
for that day becomes held. With by: you say who began it, with purpose: whether it was for
development or for evaluation, with conversation: which of the five conversations it was.

What came of a talk is taken down with "rapport after".`,
		Example: `  rapport met @dana 30m
  rapport met @dana 10m yesterday kind:chat by:dana
  rapport met @dana on:2026-11-03 minutes:45 purpose:evaluation`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		return sh.meeting(ctx, func(s *Session) (meetings.Done, error) { return s.Meetings.Met(ctx, o.text()) })
	})
}

func newBook(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `book [@BOSS] "DAY TIME" [minutes:30]`,
		Short: "Record a conversation that is to be held",
		Long: `Book records when you will talk. It sends nothing. A day without a time takes the time
of the agreed rhythm.`,
		Example: `  rapport book @dana "thu 16:00" minutes:30
  rapport book @dana "3 dec 9:00" kind:review purpose:evaluation`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		return sh.meeting(ctx, func(s *Session) (meetings.Done, error) { return s.Meetings.Book(ctx, o.text()) })
	})
}

func newCancelled(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `cancelled [@BOSS] [on:DAY] [by:WHO] ["why"]`,
		Short: "Record that a conversation was cancelled, and by whom",
		Long: `Cancelled records a fact, not a reproach: the next one-on-one that was booked or that the
rhythm promises, or the one on the day you say, is not held.`,
		Example: `  rapport cancelled @dana by:dana "travelling"
  rapport cancelled @dana on:thu by:me`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		return sh.meeting(ctx, func(s *Session) (meetings.Done, error) { return s.Meetings.Cancelled(ctx, o.text()) })
	})
}

func newMissed(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:               `missed [@BOSS] [on:DAY] [by:WHO] ["why"]`,
		Short:             "Record that a conversation was not held although nobody cancelled it",
		Example:           `  rapport missed @dana on:yesterday "clocks went back, I was an hour early"`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		return sh.meeting(ctx, func(s *Session) (meetings.Done, error) { return s.Meetings.Missed(ctx, o.text()) })
	})
}

func newMoved(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `moved [NUMBER | @BOSS] "DAY TIME" [by:WHO]`,
		Short: "Record that a conversation moved to another time",
		Example: `  rapport moved 41 "fri 10:00"
  rapport moved @dana "fri 10:00" by:dana`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		return sh.meeting(ctx, func(s *Session) (meetings.Done, error) { return s.Meetings.Moved(ctx, o.text()) })
	})
}

// meeting runs an act on a meeting and says what was understood.
func (sh *shell) meeting(ctx context.Context, act func(*Session) (meetings.Done, error)) error {
	var done meetings.Done
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		done, err = act(s)
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("meeting", s.meetingShape(done.Meeting, done.Boss.Slug), "was", done.Was, "says", nonNil(done.Says))
	}
	sh.printf("%d\n", done.Meeting.Number)
	sh.echoMeeting(s, done)
	return nil
}

// echoMeeting says what was understood of a meeting.
func (sh *shell) echoMeeting(s *Session, done meetings.Done) {
	m, p := done.Meeting, sh.errPaint()
	said := ""
	if done.OnSaid != "" {
		said = " (“" + done.OnSaid + "”)"
	}
	sh.sayf("%s %s with @%s, %s%s", p.bold(itoa(int(m.Number))), meetingWords(m), done.Boss.Slug, s.meetingTime(m), said)
	var about []string
	if who := s.Meetings.Who(done.Boss, m.By); who != "" {
		about = append(about, byWords(m.Status)+" "+who)
	}
	if m.Minutes.Said {
		about = append(about, minuteWords(m.Minutes))
	}
	if m.Purpose != "" {
		about = append(about, "for "+string(m.Purpose))
	}
	if m.Conversation != "" {
		about = append(about, "about "+m.Conversation)
	}
	if !m.MovedFrom.IsZero() && m.Status == rapport.Booked {
		about = append(about, "moved from "+m.MovedFrom.Time().In(s.People.Now().Location()).Format("Mon 2 Jan 15:04"))
	}
	if text := strings.Trim(m.Title+"; "+m.Why, "; "); text != "" {
		about = append(about, "“"+clipped(text)+"”")
	}
	if len(about) > 0 {
		sh.sayf("   %s", strings.Join(about, ", "))
	}
	for _, say := range done.Says {
		sh.sayf("   %s", p.yellow(say))
	}
	if m.Status == rapport.Held && !m.Minutes.Said {
		sh.sayf("   %s", p.dim("how long? rapport edit "+itoa(int(m.Number))+" minutes:30"))
	}
	sh.sayf("   %s", p.dim("wrong? rapport undo"))
}

// meetingWords says what a meeting is and what became of it.
func meetingWords(m rapport.Meeting) string { return string(m.Kind) + " " + string(m.Status) }

// byWords says what the one behind by: did.
func byWords(status rapport.MeetingStatus) string {
	switch status {
	case rapport.Held, rapport.Booked:
		return "begun by"
	}
	return "by"
}

func minuteWords(a rapport.Amount) string {
	return counted(int(a.Value), "minute", "minutes")
}

// meetingTime says when a meeting was or is, on the user's clock; the time of
// day only where it is known.
func (s *Session) meetingTime(m rapport.Meeting) string {
	at := m.Begins().Time().In(s.People.Now().Location())
	if m.Start.IsZero() {
		return at.Format("Mon 2 Jan 2006")
	}
	return at.Format("Mon 2 Jan 2006 15:04")
}

type meetingJSON struct {
	Number       rapport.Number        `json:"number"`
	Boss         rapport.Slug          `json:"boss"`
	Day          rapport.Day           `json:"day"`
	Begins       string                `json:"begins,omitempty"`
	Kind         rapport.MeetingKind   `json:"kind"`
	Status       rapport.MeetingStatus `json:"status"`
	By           string                `json:"by,omitempty"`
	Minutes      *float64              `json:"minutes,omitempty"`
	Purpose      rapport.Purpose       `json:"purpose,omitempty"`
	Conversation string                `json:"conversation,omitempty"`
	Title        string                `json:"title,omitempty"`
	Why          string                `json:"why,omitempty"`
	MovedFrom    string                `json:"moved_from,omitempty"`
}

// meetingShape is a meeting without its private notes.
func (s *Session) meetingShape(m rapport.Meeting, boss rapport.Slug) meetingJSON {
	at := m.Begins().Time().In(s.People.Now().Location())
	shape := meetingJSON{
		Number: m.Number, Boss: boss, Day: rapport.DayOf(at), Kind: m.Kind, Status: m.Status,
		By: personShape(m.By, boss), Purpose: m.Purpose, Conversation: m.Conversation, Title: m.Title, Why: m.Why,
	}
	if !m.Start.IsZero() {
		shape.Begins = stampText(rapport.StampOf(at))
	}
	if m.Minutes.Said {
		shape.Minutes = &m.Minutes.Value
	}
	if !m.MovedFrom.IsZero() {
		shape.MovedFrom = stampText(m.MovedFrom)
	}
	return shape
}

// personShape names me, the boss by their slug, and anybody else by name.
func personShape(p rapport.Person, boss rapport.Slug) string {
	if p.Boss != 0 {
		return string(boss)
	}
	return p.Name
}
