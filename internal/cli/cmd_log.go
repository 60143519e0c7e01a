package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

type logOptions struct {
	words     []string
	kind      string
	project   string
	goals     []string
	bosses    []string
	outcome   string
	on, by    string
	url       string
	helpers   []string
	isPrivate bool
}

func newLog(sh *shell) *cobra.Command {
	var o logOptions
	cmd := &cobra.Command{
		Use:   `log ["[KIND:] words [-> outcome] [+project] [for:goal] [@boss] [date]" | -]`,
		Short: "Write down what you did",
		Long: `Log writes one line of work down and says on stderr what it understood.

A line may begin with its kind: did won stuck idea ask fyi promise heard private.
+project, for:goal, @boss and a date may stand in it; -> begins the outcome, by:DATE
is the day something is due, and a backslash keeps a word as it is (\+, \@, \->).
Without words the editor opens; with - lines are read from stdin, all or none.
Private thoughts belong into the editor or stdin, where no shell remembers them.
"rapport help grammar" shows all of it.`,
		Example: `  rapport log "won: checkout p99 840 to 520 ms +checkout @dana yesterday"
  rapport log "stuck: second scanner is broken by:fri"
  rapport log 'promise: rota for January by:"end of month" @dana'
  rapport log - < lines.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runLog(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.kind, "kind", "k", "", "`kind` of the entry, such as won or heads-up")
	f.StringVarP(&o.project, "project", "p", "", "`project` it belongs to")
	f.StringArrayVar(&o.goals, "for", nil, "`goal` it serves; may be repeated")
	f.StringArrayVarP(&o.bosses, "boss", "b", nil, "`boss` it concerns; may be repeated")
	f.StringVar(&o.outcome, "outcome", "", "`what` changed for whom, with its number")
	f.StringVar(&o.on, "on", "", "`day` of the work")
	f.StringVar(&o.by, "by", "", "`day` it is due")
	f.StringVar(&o.url, "url", "", "`address` of the evidence")
	f.StringArrayVar(&o.helpers, "with", nil, "`name` of somebody who shares the credit; may be repeated")
	f.BoolVar(&o.isPrivate, "private", false, "keep it as a private note")
	sh.completeFlags(cmd, "kind", "project", "for", "boss")
	return cmd
}

func runLog(ctx context.Context, sh *shell, o logOptions) error {
	input, err := o.input()
	if err != nil {
		return err
	}
	switch {
	case len(o.words) == 1 && o.words[0] == "-":
		return logLines(ctx, sh, o, input)
	case len(o.words) == 0:
		return logFromEditor(ctx, sh, input)
	}
	input.Text = strings.Join(o.words, " ")
	return logAll(ctx, sh, []journal.LogInput{input}, nil)
}

func (o logOptions) input() (in journal.LogInput, err error) {
	in = journal.LogInput{
		Project: projectArg(o.project), Goals: slugArgs(o.goals, goalArg), Bosses: slugArgs(o.bosses, bossArg),
		Outcome: o.outcome, On: o.on, By: o.by, URL: o.url, Helpers: o.helpers, Private: o.isPrivate,
	}
	if o.kind != "" {
		in.Kind, err = kindArg(o.kind)
	}
	return in, err
}

// logLines reads many lines from stdin; either all are written down or none.
func logLines(ctx context.Context, sh *shell, o logOptions, common journal.LogInput) error {
	text, err := sh.readAll()
	if err != nil {
		return err
	}
	inputs, places := splitLines(text, common)
	if len(inputs) == 0 {
		return rapport.Errorf(rapport.Invalid, "there is no line to write down").WithHint("give one line each: printf 'won: …\\ndid: …\\n' | rapport log -")
	}
	return logAll(ctx, sh, inputs, places)
}

// splitLines makes an input of each line that is not empty, and remembers
// which line it was.
func splitLines(text string, common journal.LogInput) (inputs []journal.LogInput, places []int) {
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		in := common
		in.Text = line
		inputs, places = append(inputs, in), append(places, i+1)
	}
	return inputs, places
}

const logTemplate = `
# Write what you did, one thing a line. Lines that begin with # are ignored;
# leave it as it is to write nothing down.
#
#   won: waiting time down from 40 to 25 minutes -> two more visits a day +ward @dana yesterday
#
# Kinds: did won stuck idea ask fyi promise heard private (or none: it is guessed)
# +project  for:goal  @boss  -> outcome  on:DATE  by:DATE
`

func logFromEditor(ctx context.Context, sh *shell, common journal.LogInput) error {
	if !sh.env.Asks {
		return rapport.Errorf(rapport.Invalid, "there is nothing to write down").
			WithHint(`rapport log "what you did", or lines on stdin with: rapport log -`)
	}
	// An interrupt typed into the editor belongs to the editor.
	ctx = context.WithoutCancel(ctx)
	text, err := sh.edit(ctx, logTemplate, "log.txt")
	if err != nil {
		return err
	}
	written := withoutComments(text)
	inputs, places := splitLines(written, common)
	if text == logTemplate || len(inputs) == 0 {
		return rapport.Errorf(rapport.Invalid, "nothing was written, so nothing is logged").
			WithHint("write a line above the comments and save it")
	}
	if err := logAll(ctx, sh, inputs, places); err != nil {
		return keepWritten(err, written, "rapport log")
	}
	return nil
}

// keepWritten saves what was typed into the editor from an error and says
// where it is, and with which command it can be given again.
func keepWritten(failed error, written, command string) error {
	var e *rapport.Error
	if !errors.As(failed, &e) {
		return failed
	}
	f, err := os.CreateTemp("", strings.Join(strings.Fields(command)[:2], "-")+"-*.txt")
	if err != nil {
		return failed
	}
	_, err = f.WriteString(written)
	if err := errors.Join(err, f.Close()); err != nil {
		return failed
	}
	return e.WithHint("%s\nwhat you wrote is kept; put it right, then: %s - < %s", e.Hint, command, f.Name())
}

func logAll(ctx context.Context, sh *shell, inputs []journal.LogInput, places []int) error {
	var logged []journal.Logged
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		logged, err = s.Journal.Log(ctx, inputs...)
		return err
	})
	if err != nil {
		return onLine(err, places)
	}
	if sh.asJSON {
		return sh.object("logged", loggedShapes(logged))
	}
	for _, one := range logged {
		sh.printf("%d\n", one.Entry.Number)
	}
	sh.echoAll(logged)
	return nil
}

// echoAll says what was understood of some lines; of many only how many
// guesses there are to look at.
func (sh *shell) echoAll(logged []journal.Logged) {
	const most = 10
	if len(logged) <= most {
		for _, one := range logged {
			sh.echo(one)
		}
		return
	}
	guesses := 0
	for _, one := range logged {
		if !one.Note && one.Entry.KindBy == rapport.Guessed {
			guesses++
		}
	}
	sh.sayf("%s written down; the kind of %d is guessed", counted(len(logged), "line", "lines"), guesses)
	sh.sayf("   look at them: rapport list -n %d; put one right: rapport edit NUMBER --kind KIND", len(logged))
}

// onLine puts the number of the line as typed into an error that counts only
// the lines that are not empty.
func onLine(err error, places []int) error {
	var e *rapport.Error
	n := 0
	if len(places) == 0 || !errors.As(err, &e) {
		return err
	}
	if _, scan := fmt.Sscanf(e.Place, "line %d", &n); scan != nil {
		n = 1
	}
	if n < 1 || n > len(places) {
		return err
	}
	return e.WithPlace("line %d", places[n-1])
}

// echo says what was understood of a line, what of it was guessed, and how to
// put it right.
func (sh *shell) echo(one journal.Logged) {
	e, p := one.Entry, sh.errPaint()
	day := shortDay(e.Day)
	if one.OnSaid != "" {
		day += " (“" + one.OnSaid + "”)"
	}
	if one.Note {
		sh.sayf("%s %s, %s", p.bold(fmt.Sprint(e.Number)), "private note", day)
		return
	}
	kind := kindWords(e)
	if e.KindBy == rapport.Guessed {
		kind += p.dim(" (guessed" + because(one.KindWhy) + ")")
	}
	sh.sayf("%s %s, %s", p.bold(fmt.Sprint(e.Number)), kind, day)
	sh.sayf("   %s", clipped(e.Text+arrow(e.Outcome)))
	var about []string
	if one.Project.ID != 0 {
		about = append(about, p.cyan("+"+string(one.Project.Slug))+note(p, one.NewProject, "new project", e.ProjectBy == rapport.Guessed, ""))
	}
	for _, b := range one.Bosses {
		about = append(about, p.cyan("@"+string(b.Slug))+note(p, one.NewBoss, "new boss "+b.Name, false, ""))
	}
	for i, g := range one.Goals {
		l := e.Links[i]
		about = append(about, p.cyan("for:"+string(g.Slug))+note(p, false, "", l.By == rapport.Guessed, l.Reason))
	}
	if e.Due != "" {
		about = append(about, "due "+shortDay(e.Due))
	}
	if len(about) > 0 {
		sh.sayf("   %s", strings.Join(about, "  "))
	}
	sh.sayf("   %s", p.dim("wrong? "+correction(one)))
}

// clipped cuts a text that is too long to be echoed.
func clipped(text string) string {
	const most = 400
	runes := 0
	for i := range text {
		if runes == most {
			return text[:i] + "…"
		}
		runes++
	}
	return text
}

// note says in brackets that something is new or guessed.
func note(p paint, isNew bool, what string, guessed bool, why string) string {
	switch {
	case isNew:
		return p.dim(" (" + what + ")")
	case guessed:
		return p.dim(" (guessed" + because(why) + ")")
	}
	return ""
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + why
}

// correction is the command that puts right what is likeliest to be wrong.
func correction(one journal.Logged) string {
	n := one.Entry.Number
	switch {
	case one.Entry.KindBy == rapport.Guessed:
		return fmt.Sprintf("rapport edit %d --kind %s", n, otherKind(one.Entry.Kind))
	case len(one.Entry.Links) > 0 && one.Entry.Links[0].By == rapport.Guessed:
		return fmt.Sprintf("rapport edit %d --for GOAL, or --no-goal", n)
	case one.NewProject || one.NewBoss:
		return "rapport undo"
	}
	return fmt.Sprintf("rapport edit %d, or rapport undo", n)
}

// otherKind is an example of a kind that it is not.
func otherKind(k rapport.Kind) string {
	if k == rapport.Idea {
		return "question"
	}
	return "idea"
}

type loggedJSON struct {
	entryJSON
	Private    bool   `json:"private,omitempty"`
	KindWhy    string `json:"kind_why,omitempty"`
	NewProject bool   `json:"new_project,omitempty"`
	NewBoss    bool   `json:"new_boss,omitempty"`
	OnSaid     string `json:"on_said,omitempty"`
	BySaid     string `json:"by_said,omitempty"`
}

func loggedShapes(logged []journal.Logged) []loggedJSON {
	shapes := make([]loggedJSON, len(logged))
	for i, one := range logged {
		names := journal.Names{Bosses: one.Bosses, Goals: one.Goals, Projects: []rapport.Project{one.Project}}
		shapes[i] = loggedJSON{entryShape(one.Entry, names), one.Note, one.KindWhy, one.NewProject, one.NewBoss, one.OnSaid, one.BySaid}
	}
	return shapes
}

// inputLimit bounds what is read from stdin.
const inputLimit = 64 << 20

// readAll reads stdin.
func (sh *shell) readAll() (string, error) {
	var b bytes.Buffer
	if _, err := io.Copy(&b, io.LimitReader(sh.in, inputLimit+1)); err != nil {
		if errors.Is(err, errInterrupted) {
			return "", err
		}
		return "", rapport.Errorf(rapport.Unavailable, "the input cannot be read: %w", err)
	}
	if b.Len() > inputLimit {
		return "", rapport.Errorf(rapport.Invalid, "the input is longer than 64 MB").WithHint("give it in parts")
	}
	return b.String(), nil
}

// withoutComments drops the lines that begin with #.
func withoutComments(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}
