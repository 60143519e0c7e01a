package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/meetings"
)

type agendaOptions struct{ boss, format, out string }

func newAgenda(sh *shell) *cobra.Command {
	var o agendaOptions
	cmd := &cobra.Command{
		Use:   "agenda [@BOSS]",
		Short: "What the next one-on-one is about",
		Long: `Agenda shows the topics of the next one-on-one: theirs, and at most three of yours; the
rest waits. What was not raised is carried over by itself. Two minutes are kept for what is
on their plate, and one place is open for the boss. Below stands what could go on it.

With --format md or text it is a page to hand over, which holds nothing private.`,
		Example: `  rapport agenda @dana
  rapport agenda add "wave 2 scanners" @dana type:decide minutes:5
  rapport agenda add 41
  rapport agenda theirs "rota for January" @dana
  rapport agenda raised 52 "yes, from January on"
  rapport agenda @dana --format md --out agenda.md`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.boss = strings.Join(args, "")
			return runAgenda(cmd.Context(), sh, o)
		},
		ValidArgsFunction: sh.completeBoss,
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "", "`form` to hand over: md or text; or json")
	f.StringVarP(&o.out, "out", "o", "", "write it to a `file`")
	cmd.AddCommand(newAgendaAdd(sh), newAgendaTheirs(sh), newAgendaRaised(sh), newAgendaDrop(sh))
	return cmd
}

func runAgenda(ctx context.Context, sh *shell, o agendaOptions) error {
	switch o.format {
	case "json":
		sh.asJSON = true
	case "", "md", "text":
	default:
		return rapport.Errorf(rapport.Invalid, "%q is not a form of an agenda", o.format).WithHint("the forms are md, text and json")
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	a, err := s.Meetings.Agenda(ctx, bossArg(o.boss))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("agenda", agendaShape(a))
	}
	if o.format == "" && o.out != "" {
		o.format = "md"
	}
	if o.format == "" {
		sh.showAgenda(a)
		return nil
	}
	text := a.Handout().Markdown()
	if o.format == "text" {
		text = a.Handout().Text()
	}
	if o.out == "" {
		sh.printf("%s", text)
		return nil
	}
	if err := writeFile(filepath.Join(sh.env.Dir, o.out), o.out, text); err != nil {
		return err
	}
	sh.sayf("written to %s; nothing was sent", o.out)
	return nil
}

// showAgenda prints the user's own view.
func (sh *shell) showAgenda(a meetings.Agenda) {
	p := sh.outPaint()
	head := "One-on-one with " + a.Boss.Name
	if !a.Next.At.IsZero() {
		head += ", " + nextWords(a.Next)
	}
	sh.printf("%s\n", p.bold(head))
	rows := [][]string{{"", "What is on their plate", "", p.dim("2 min"), ""}}
	for _, t := range a.Theirs {
		rows = append(rows, topicRow(t, p))
	}
	for _, t := range a.Mine {
		rows = append(rows, topicRow(t, p))
	}
	rows = append(rows, []string{"", "Their own topics", "", p.dim("open"), ""})
	sh.table(rows)
	sh.printf("%s\n", p.dim(lengthWords(a)))
	if len(a.Waits) > 0 {
		sh.printf("\nwaits, since three of yours stand on it:\n")
		rows = rows[:0]
		for _, t := range a.Waits {
			rows = append(rows, topicRow(t, p))
		}
		sh.table(rows)
	}
	if len(a.Offers) > 0 {
		sh.printf("\ncould go on it with: rapport agenda add NUMBER\n")
		rows = rows[:0]
		for _, o := range a.Offers {
			due := ""
			if o.Due != "" {
				due = "due " + shortDay(o.Due)
			}
			rows = append(rows, []string{p.dim(itoa(int(o.Number))), o.Text, p.dim(o.Why), p.dim(due)})
		}
		sh.table(rows)
	}
	for _, say := range a.Says {
		sh.sayf("%s", sh.errPaint().yellow(say))
	}
	if len(a.Theirs)+len(a.Mine) == 0 {
		sh.sayf(`no topic stands on it yet: rapport agenda add "your topic" @%s type:decide minutes:5`, a.Boss.Slug)
	}
}

func topicRow(t meetings.Topic, p paint) []string {
	minutes := ""
	if t.Minutes.Said {
		minutes = fmt.Sprintf("%d min", int(t.Minutes.Value))
	}
	var about []string
	if t.Theirs {
		about = append(about, "theirs")
	}
	if t.Carried > 0 {
		about = append(about, "carried over "+timesWords(t.Carried))
	}
	return []string{p.dim(itoa(int(t.Number))), t.Text, wantWords(t.Type), p.dim(minutes), p.dim(strings.Join(about, ", "))}
}

func wantWords(t rapport.AgendaType) string {
	if t == "" {
		return ""
	}
	return "to " + string(t)
}

func timesWords(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// lengthWords sums the minutes against the length of the talk.
func lengthWords(a meetings.Agenda) string {
	text := fmt.Sprintf("%d of %d minutes", a.Minutes, a.Length)
	if a.LengthBy == "usual" {
		text += " (its length was not said; 30 is usual)"
	}
	if a.Unsaid > 0 {
		text += fmt.Sprintf(", %s without minutes", counted(a.Unsaid, "topic", "topics"))
	}
	if over := a.Over(); over > 0 {
		text += fmt.Sprintf(": %d too many, so something has to wait", over)
	}
	return text
}

func newAgendaAdd(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `add "TOPIC" [@BOSS] [type:decide|advise|inform] [minutes:5]`,
		Short: "Put a topic of yours on it, in words or by the number of what is on record",
		Example: `  rapport agenda add "wave 2 scanners" @dana type:decide minutes:5
  rapport agenda add 41`,
		Args: argsBetween(1, -1),
	}, func(ctx context.Context) error {
		return sh.agendaAct(ctx, "on the agenda", func(s *Session) (meetings.Added, error) { return s.Meetings.AddItem(ctx, o.text(), false) })
	})
}

func newAgendaTheirs(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:     `theirs "TOPIC" [@BOSS]`,
		Short:   "Put a topic on it that the boss asked for",
		Example: `  rapport agenda theirs "rota for January" @dana`,
		Args:    argsBetween(1, -1),
	}, func(ctx context.Context) error {
		return sh.agendaAct(ctx, "on the agenda, theirs", func(s *Session) (meetings.Added, error) { return s.Meetings.AddItem(ctx, o.text(), true) })
	})
}

func newAgendaRaised(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `raised NUMBER ["RESULT"]`,
		Short:   "Say that a topic was talked about, and what came of it",
		Example: `  rapport agenda raised 52 "yes, from January on"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := numberArg(args[0])
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			return sh.agendaAct(ctx, "raised", func(s *Session) (meetings.Added, error) {
				return s.Meetings.Raised(ctx, n, strings.Join(args[1:], " "))
			})
		},
	}
}

func newAgendaDrop(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "drop NUMBER",
		Short:   "Let a topic go",
		Example: "  rapport agenda drop 52",
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := numberArg(args[0])
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			return sh.agendaAct(ctx, "dropped", func(s *Session) (meetings.Added, error) { return s.Meetings.Drop(ctx, n) })
		},
	}
}

// agendaAct runs an act on an agenda and says what was understood.
func (sh *shell) agendaAct(ctx context.Context, what string, act func(*Session) (meetings.Added, error)) error {
	var a meetings.Added
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		a, err = act(s)
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("item", topicShape(meetings.Topic{AgendaItem: a.Item}), "boss", a.Boss.Slug, "waits", a.Waits, "says", nonNil(a.Says))
	}
	p := sh.errPaint()
	sh.printf("%d\n", a.Item.Number)
	sh.sayf("%s %s, with @%s", p.bold(itoa(int(a.Item.Number))), what, a.Boss.Slug)
	text := clipped(a.Item.Text)
	if want := wantWords(a.Item.Type); want != "" {
		text += ", " + want
	}
	if a.Item.Minutes.Said {
		text += ", " + minuteWords(a.Item.Minutes)
	}
	sh.sayf("   %s%s", text, arrow(a.Item.Result))
	if a.Waits {
		sh.sayf("   it waits: three topics of yours stand before it")
	}
	for _, say := range a.Says {
		sh.sayf("   %s", p.yellow(say))
	}
	sh.sayf("   %s", p.dim(fmt.Sprintf("wrong? rapport edit %d, or rapport undo", a.Item.Number)))
	return nil
}

type topicJSON struct {
	Number    rapport.Number     `json:"number"`
	Text      string             `json:"text"`
	Theirs    bool               `json:"theirs,omitempty"`
	Type      rapport.AgendaType `json:"type,omitempty"`
	Minutes   *float64           `json:"minutes,omitempty"`
	Purpose   rapport.Purpose    `json:"purpose,omitempty"`
	Carried   int                `json:"carried,omitempty"`
	RaisedOn  rapport.Day        `json:"raised,omitempty"`
	DroppedOn rapport.Day        `json:"dropped,omitempty"`
	Result    string             `json:"result,omitempty"`
}

func topicShape(t meetings.Topic) topicJSON {
	shape := topicJSON{
		Number: t.Number, Text: t.Text, Theirs: t.Theirs, Type: t.Type, Purpose: t.Purpose, Carried: t.Carried,
		RaisedOn: t.RaisedOn, DroppedOn: t.DroppedOn, Result: t.Result,
	}
	if t.Minutes.Said {
		shape.Minutes = &t.Minutes.Value
	}
	return shape
}

func topicShapes(all []meetings.Topic) []topicJSON {
	shapes := make([]topicJSON, len(all))
	for i, t := range all {
		shapes[i] = topicShape(t)
	}
	return shapes
}

type offerJSON struct {
	Number rapport.Number     `json:"number"`
	Text   string             `json:"text"`
	Why    string             `json:"why"`
	Type   rapport.AgendaType `json:"type,omitempty"`
	Due    rapport.Day        `json:"due,omitempty"`
}

type agendaJSON struct {
	Boss     rapport.Slug    `json:"boss"`
	Next     *nextJSON       `json:"next,omitempty"`
	Theirs   []topicJSON     `json:"theirs"`
	Mine     []topicJSON     `json:"mine"`
	Waits    []topicJSON     `json:"waits"`
	Minutes  int             `json:"minutes"`
	Unsaid   int             `json:"unsaid,omitempty"`
	Length   int             `json:"length"`
	LengthBy string          `json:"length_by"`
	Purpose  rapport.Purpose `json:"purpose,omitempty"`
	Says     []string        `json:"says"`
	Offers   []offerJSON     `json:"could_go_on_it"`
}

func agendaShape(a meetings.Agenda) agendaJSON {
	shape := agendaJSON{
		Boss: a.Boss.Slug, Next: nextShape(a.Next), Theirs: topicShapes(a.Theirs), Mine: topicShapes(a.Mine), Waits: topicShapes(a.Waits),
		Minutes: a.Minutes, Unsaid: a.Unsaid, Length: a.Length, LengthBy: a.LengthBy, Purpose: a.Purpose, Says: nonNil(a.Says),
		Offers: make([]offerJSON, len(a.Offers)),
	}
	for i, o := range a.Offers {
		shape.Offers[i] = offerJSON{o.Number, o.Text, o.Why, o.Type, o.Due}
	}
	return shape
}
