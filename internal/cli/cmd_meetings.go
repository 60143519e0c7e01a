package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/meetings"
)

type meetingsOptions struct{ boss, since string }

func newMeetings(sh *shell) *cobra.Command {
	var o meetingsOptions
	cmd := &cobra.Command{
		Use:   "meetings [@BOSS]",
		Short: "What became of your conversations with a boss",
		Long: `Meetings lists what was held, cancelled, missed and booked, with how long it took and who
began it, and counts: how long ago the last contact of each sort was, the minutes of
contact a month, and what fell through in the last eight weeks. They are counts and dated
facts; there is no score.`,
		Example: `  rapport meetings @dana
  rapport meetings @dana --since october
  rapport meetings conversations @dana`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.boss = strings.Join(args, "")
			return runMeetings(cmd.Context(), sh, o)
		},
		ValidArgsFunction: sh.completeBoss,
	}
	cmd.Flags().StringVar(&o.since, "since", "", "from this `day` on: 30d, october, 2026-11-03; else twelve weeks")
	cmd.AddCommand(newConversations(sh))
	return cmd
}

func runMeetings(ctx context.Context, sh *shell, o meetingsOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	var from rapport.Day
	if o.since != "" {
		period, err := s.Period(o.since)
		if err != nil {
			return err
		}
		from = period.From
	}
	v, err := s.Meetings.Overview(ctx, bossArg(o.boss), from)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("meetings", s.overviewShape(v))
	}
	if len(v.Meetings) == 0 {
		sh.sayf("no meeting with @%s since %s; record one: rapport met @%s 30m", v.Boss.Slug, shortDay(v.From), v.Boss.Slug)
	}
	p := sh.outPaint()
	rows := make([][]string, 0, len(v.Meetings))
	for _, m := range v.Meetings {
		rows = append(rows, meetingRow(s, v, m, p))
	}
	sh.table(rows)
	if len(rows) > 0 {
		sh.printf("\n")
	}
	sh.table(s.overviewRows(v))
	for _, m := range v.Unsaid {
		d := s.meetingShape(m, v.Boss.Slug).Day
		sh.sayf("%d was booked for %s, and what became of it is not said: rapport met @%s on:%s, or cancelled, or missed",
			m.Number, shortDay(d), v.Boss.Slug, d)
	}
	return nil
}

// meetingRow is a meeting on a line of a table.
func meetingRow(s *Session, v meetings.Overview, m rapport.Meeting, p paint) []string {
	status := string(m.Status)
	if who := v.Who(m.By); who != "" {
		status += " " + strings.TrimPrefix(byWords(m.Status), "begun ") + " " + who
		if m.Status == rapport.Held || m.Status == rapport.Booked {
			status = string(m.Status) + ", " + byWords(m.Status) + " " + who
		}
	}
	switch m.Status {
	case rapport.Booked:
		status = p.cyan(status)
	case rapport.Cancelled, rapport.Missed:
		status = p.yellow(status)
	}
	minutes := ""
	if m.Minutes.Said && (m.Status == rapport.Held || m.Status == rapport.Booked) {
		minutes = fmt.Sprintf("%d min", int(m.Minutes.Value))
	}
	var about []string
	if m.Purpose != "" {
		about = append(about, "for "+string(m.Purpose))
	}
	if m.Conversation != "" {
		about = append(about, m.Conversation)
	}
	for _, text := range []string{m.Title, m.Why} {
		if text != "" {
			about = append(about, "“"+text+"”")
		}
	}
	if !m.MovedFrom.IsZero() {
		about = append(about, "moved from "+m.MovedFrom.Time().In(s.People.Now().Location()).Format("Mon 2 Jan 15:04"))
	}
	return []string{p.dim(itoa(int(m.Number))), s.meetingTime(m), string(m.Kind), status, minutes, p.dim(strings.Join(about, ", "))}
}

// overviewRows are the summary: counts with their dates.
func (s *Session) overviewRows(v meetings.Overview) [][]string {
	rows := [][]string{
		{"last contact", sinceWords(v.Neglect.Contact, true)},
		{"last one-on-one", sinceWords(v.Neglect.OneOnOne, false)},
		{"last report", sinceWords(v.Neglect.Report, false)},
		{"last question or ask", sinceWords(v.Neglect.Question, true)},
	}
	rhythm := "none agreed"
	if v.Rhythm.Found {
		rhythm = v.Rhythm.Words
	}
	rows = append(rows, []string{"rhythm", rhythm}, []string{"next", nextWords(v.Next)})
	fell := "none"
	if len(v.FellThrough) > 0 {
		fell = strings.Join(v.FellWords(), ", ")
	}
	rows = append(rows, []string{"fell through, 8 weeks", fell})
	for i, m := range v.Months {
		head := ""
		if i == 0 {
			head = "contact a month"
		}
		if m.Meetings > 0 || i == 0 {
			rows = append(rows, []string{head, monthWords(m)})
		}
	}
	return rows
}

// sinceWords says how long ago something was.
func sinceWords(since meetings.Since, how bool) string {
	if since.Day == "" {
		return "none on record"
	}
	text := agoWords(since.Days) + ", " + shortDay(since.Day)
	if how {
		text += " (" + since.How + ")"
	}
	return text
}

func agoWords(days int) string {
	switch days {
	case 0:
		return "today"
	case 1:
		return "yesterday"
	}
	return fmt.Sprintf("%d days ago", days)
}

func nextWords(n meetings.Next) string {
	if n.At.IsZero() {
		return "none booked"
	}
	text := n.At.Format("Mon 2 Jan 15:04")
	if n.Booked != 0 {
		return text + fmt.Sprintf(" (booked, %d)", n.Booked)
	}
	return text + " (by the rhythm)"
}

// monthWords says the contact of one month: minutes, how often, who began.
func monthWords(m meetings.Month) string {
	text := fmt.Sprintf("%s  %d min in %s", m.Month, m.Minutes, counted(m.Meetings, "conversation", "conversations"))
	if m.Unsaid > 0 {
		text += fmt.Sprintf(", %d without minutes", m.Unsaid)
	}
	if m.Mine+m.Theirs > 0 {
		text += fmt.Sprintf("; begun by you %d, by them %d", m.Mine, m.Theirs)
	}
	return text
}

type sinceJSON struct {
	Day  rapport.Day `json:"day"`
	Days int         `json:"days"`
	How  string      `json:"how"`
}

type neglectJSON struct {
	Contact  *sinceJSON  `json:"contact,omitempty"`
	OneOnOne *sinceJSON  `json:"one_on_one,omitempty"`
	Report   *sinceJSON  `json:"report,omitempty"`
	Question *sinceJSON  `json:"question,omitempty"`
	With     rapport.Day `json:"with"`
}

type nextJSON struct {
	Begins string         `json:"begins"`
	Number rapport.Number `json:"number,omitempty"`
	Booked bool           `json:"booked"`
}

type monthJSON struct {
	Month    string `json:"month"`
	Meetings int    `json:"meetings"`
	Minutes  int    `json:"minutes"`
	Unsaid   int    `json:"unsaid,omitempty"`
	Mine     int    `json:"begun_by_me,omitempty"`
	Theirs   int    `json:"begun_by_them,omitempty"`
}

type fellJSON struct {
	Status rapport.MeetingStatus `json:"status"`
	By     string                `json:"by,omitempty"`
	Count  int                   `json:"count"`
}

type overviewJSON struct {
	Boss        rapport.Slug  `json:"boss"`
	From        rapport.Day   `json:"from"`
	Meetings    []meetingJSON `json:"list"`
	Neglect     neglectJSON   `json:"last"`
	Rhythm      string        `json:"rhythm,omitempty"`
	Next        *nextJSON     `json:"next,omitempty"`
	Months      []monthJSON   `json:"months"`
	FellThrough []fellJSON    `json:"fell_through"`
}

func (s *Session) overviewShape(v meetings.Overview) overviewJSON {
	o := overviewJSON{Boss: v.Boss.Slug, From: v.From, Meetings: []meetingJSON{}, Neglect: neglectShape(v.Neglect), Rhythm: v.Rhythm.Words, Next: nextShape(v.Next), FellThrough: []fellJSON{}}
	for _, m := range v.Meetings {
		o.Meetings = append(o.Meetings, s.meetingShape(m, v.Boss.Slug))
	}
	for _, m := range v.Months {
		o.Months = append(o.Months, monthJSON(m))
	}
	for _, f := range v.FellThrough {
		o.FellThrough = append(o.FellThrough, fellJSON{f.Status, personShape(f.By, v.Boss.Slug), f.Count})
	}
	return o
}

func neglectShape(n meetings.Neglect) neglectJSON {
	one := func(s meetings.Since) *sinceJSON {
		if s.Day == "" {
			return nil
		}
		return &sinceJSON{s.Day, s.Days, s.How}
	}
	return neglectJSON{one(n.Contact), one(n.OneOnOne), one(n.Report), one(n.Question), n.With}
}

func nextShape(n meetings.Next) *nextJSON {
	if n.At.IsZero() {
		return nil
	}
	return &nextJSON{stampText(rapport.StampOf(n.At)), n.Booked, n.Booked != 0}
}

func newConversations(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "conversations [@BOSS]",
		Short: "The five conversations with a new boss, and when they were held",
		Long: `Five conversations belong into the first three months with a new boss: the situation,
what is expected, the resources for it, the style of working, and your development. Say
which one it was with conversation:, when you record or book a meeting.`,
		Example: `  rapport meetings conversations @dana
  rapport met @dana 40m conversation:expectations`,
		Args:              argsBetween(0, 1),
		RunE:              func(cmd *cobra.Command, args []string) error { return runConversations(cmd.Context(), sh, args) },
		ValidArgsFunction: sh.completeBoss,
	}
}

func runConversations(ctx context.Context, sh *shell, args []string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	boss, five, err := s.Meetings.Conversations(ctx, bossArg(strings.Join(args, "")))
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]conversationJSON, len(five))
		for i, c := range five {
			shapes[i] = conversationJSON(c)
		}
		return sh.object("conversations", shapes, "boss", boss.Slug)
	}
	today, p := rapport.DayOf(s.People.Now()), sh.outPaint()
	rows := make([][]string, len(five))
	for i, c := range five {
		due := "by " + shortDay(c.By)
		if c.From != "" {
			due = "from " + shortDay(c.From) + " " + due
		}
		state := p.dim("not yet")
		switch {
		case c.HeldOn != "":
			state = p.green(fmt.Sprintf("held %s (%d)", shortDay(c.HeldOn), c.Number))
		case c.Booked != "":
			state = p.cyan("booked for " + shortDay(c.Booked))
		case c.By < today:
			state = p.yellow("not yet, since " + counted(today.Sub(c.By), "day", "days"))
		}
		rows[i] = []string{c.Name, due, state, p.dim(c.About)}
	}
	sh.table(rows)
	return nil
}

type conversationJSON struct {
	Name   string         `json:"conversation"`
	About  string         `json:"about"`
	From   rapport.Day    `json:"from,omitempty"`
	By     rapport.Day    `json:"by"`
	HeldOn rapport.Day    `json:"held,omitempty"`
	Booked rapport.Day    `json:"booked,omitempty"`
	Number rapport.Number `json:"number,omitempty"`
}
