package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

type editOptions struct {
	text                   []string
	kind, project, outcome string
	on, by, url            string
	goals, bosses, helpers []string
	noGoal                 bool
	promisedBy             []string
	told, via              string
	done                   string
	open                   bool
	// set reports whether a flag was given.
	set func(name string) bool
}

func newEdit(sh *shell) *cobra.Command {
	var o editOptions
	cmd := &cobra.Command{
		Use:   `edit NUMBER ["new text" | -]`,
		Short: "Put an entry right; a guess that was wrong once is learnt",
		Long: `Edit changes an entry. With new words it replaces the text, with - it reads them from
stdin, with flags it changes the rest, and with neither it opens the text in your editor.
Of an ask, a promise, a meeting and everything else that is no entry it changes fields by
name, field:value, or opens all of them in the editor.
Putting a guessed kind or goal right teaches the program how you mean lines like this.

--done settles a challenge, a question or a promise, today or on the day that follows;
--open opens it again. A private note changes in the editor or from stdin only, where no
shell remembers it.`,
		Example: `  rapport edit 12 --kind idea
  rapport edit 12 "checkout p99 down from 840 to 520 ms" --for speed
  rapport edit 12 --told @dana --via chat
  rapport edit 12 --done yesterday
  rapport edit 31 due:friday channel:mail`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.text, o.set = args[1:], cmd.Flags().Changed
			return runEdit(cmd.Context(), sh, args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.kind, "kind", "k", "", "`kind` of the entry, such as won or heads-up")
	f.StringVarP(&o.project, "project", "p", "", "`project` it belongs to; empty for none")
	f.StringArrayVar(&o.goals, "for", nil, "`goal` it serves, all of them; may be repeated")
	f.BoolVar(&o.noGoal, "no-goal", false, "it serves no goal")
	f.StringArrayVarP(&o.bosses, "boss", "b", nil, "`boss` it concerns, all of them; may be repeated")
	f.StringVar(&o.outcome, "outcome", "", "`what` changed for whom, with its number")
	f.StringVar(&o.on, "on", "", "`day` of the work")
	f.StringVar(&o.by, "by", "", "`day` it is due; empty for none")
	f.StringVar(&o.url, "url", "", "`address` of the evidence")
	f.StringArrayVar(&o.helpers, "with", nil, "`name` of somebody who shares the credit, all of them")
	f.StringArrayVar(&o.promisedBy, "promised-by", nil, "`who` promised: me, boss or other")
	f.StringVar(&o.done, "done", "", "it is settled, today or on this `day`")
	f.Lookup("done").NoOptDefVal = today
	f.BoolVar(&o.open, "open", false, "it is open again")
	f.StringVar(&o.told, "told", "", "this `boss` knows of it")
	f.StringVar(&o.via, "via", "", "how they were told: meeting, message, or the `way` in your words")
	sh.completeFlags(cmd, "kind", "project", "for", "boss", "told")
	return cmd
}

// today is the day that --done means without a day of its own.
const today = "today"

func runEdit(ctx context.Context, sh *shell, number string, o editOptions) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	shown, names, err := s.Journal.Show(ctx, n)
	if err != nil {
		return err
	}
	if o.done == today && len(o.text) == 1 && isDay(s, o.text[0]) {
		o.done, o.text = o.text[0], nil // "--done yesterday"
	}
	if shown.Fact != nil || shown.Private != nil {
		return editFact(ctx, sh, s, shown, o)
	}
	change, err := o.change()
	if err != nil {
		return err
	}
	if shown.Note != nil {
		return editNote(ctx, sh, s, *shown.Note, o, change)
	}
	switch {
	case o.fromStdin():
		text, err := sh.readAll()
		if err != nil {
			return err
		}
		change.Text = &text
	case change == (journal.EntryChange{}):
		if change.Text, err = sh.editText(ctx, shown); err != nil {
			return err
		}
	}
	done, err := s.Journal.Edit(ctx, n, change)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("entry", entryShape(done.Entry, names), "learnt", nonNil(done.Learnt))
	}
	for _, line := range entryLines([]rapport.Entry{done.Entry}, names, sh.errPaint(), sh.env.ErrWidth) {
		sh.sayf("%s", line)
	}
	for _, learnt := range done.Learnt {
		sh.sayf("   learnt: %s", learnt)
	}
	return nil
}

// isDay reports whether words are a day and nothing else.
func isDay(s *Session, text string) bool {
	_, err := s.Day(text, false)
	return err == nil
}

// fromStdin reports whether the new words stand in the input.
func (o editOptions) fromStdin() bool { return len(o.text) == 1 && o.text[0] == "-" }

// editNote replaces the words of a private note: by those of the editor or of
// stdin, never by any that a shell would remember.
func editNote(ctx context.Context, sh *shell, s *Session, note rapport.PrivateNote, o editOptions, change journal.EntryChange) error {
	var text string
	var err error
	switch own := ownNote(note).Text; {
	case o.fromStdin():
		text, err = sh.readAll()
	case change != (journal.EntryChange{}) || !sh.env.Asks:
		return rapport.Errorf(rapport.Invalid, "%d is a private note, and only its words can change, in the editor or from stdin", note.Number).
			WithHint("rapport edit %d in a terminal, or: rapport edit %d - < FILE", note.Number, note.Number)
	default:
		text, err = sh.editWords(ctx, note.Number, own, "note.txt")
	}
	if err != nil {
		return err
	}
	note, err = s.Journal.EditNote(ctx, note.Number, rapport.Private(strings.TrimSpace(rapport.ManyLines(text))))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("note", struct {
			Number rapport.Number `json:"number"`
			Day    rapport.Day    `json:"day"`
		}{note.Number, note.Day})
	}
	sh.sayf("%d  %s  private note changed", note.Number, note.Day)
	return nil
}

// change is what the flags say; the zero change where they say nothing.
func (o editOptions) change() (c journal.EntryChange, err error) {
	if len(o.text) > 0 && !o.fromStdin() {
		text := strings.Join(o.text, " ")
		c.Text = &text
	}
	for _, f := range []struct {
		name  string
		value *string
		field **string
	}{{"outcome", &o.outcome, &c.Outcome}, {"on", &o.on, &c.On}, {"by", &o.by, &c.By}, {"url", &o.url, &c.URL}} {
		if o.set(f.name) {
			*f.field = f.value
		}
	}
	if o.set("kind") {
		kind, err := kindArg(o.kind)
		if err != nil {
			return c, err
		}
		c.Kind = &kind
	}
	if o.set("project") {
		slug := projectArg(o.project)
		c.Project = &slug
	}
	if o.noGoal && o.set("for") {
		return c, rapport.Errorf(rapport.Invalid, "--for and --no-goal contradict each other").WithHint("use one of them")
	}
	if o.noGoal || o.set("for") {
		slugs := slugArgs(o.goals, goalArg)
		c.Goals = &slugs
	}
	if o.set("boss") {
		slugs := slugArgs(o.bosses, bossArg)
		c.Bosses = &slugs
	}
	if o.set("with") {
		c.Helpers = &o.helpers
	}
	if o.set("promised-by") {
		var parties []rapport.Party
		for _, who := range o.promisedBy {
			switch p := rapport.Party(who); p {
			case rapport.Me, rapport.TheBoss, rapport.Other:
				parties = append(parties, p)
			default:
				return c, rapport.Errorf(rapport.Invalid, "%q cannot have promised it", who).WithHint("use me, boss or other")
			}
		}
		c.CommittedBy = &parties
	}
	if o.open && o.done != "" {
		return c, rapport.Errorf(rapport.Invalid, "--done and --open contradict each other").WithHint("use one of them")
	}
	if o.open || o.set("done") {
		c.Closed = &o.done
	}
	if o.told != "" {
		c.Told = &journal.ToldChange{Boss: bossArg(o.told), How: toldHow(o.via), Via: o.via}
	}
	return c, nil
}

// toldHow is the kind of way that a medium is.
func toldHow(via string) rapport.How {
	switch strings.ToLower(via) {
	case "meeting", "one-on-one", "1:1", "call", "talk":
		return rapport.ByMeeting
	case "report":
		return rapport.ByReport
	case "third-party":
		return rapport.ByThirdParty
	}
	return rapport.ByMessage
}

// editText opens the text of an entry in the editor.
func (sh *shell) editText(ctx context.Context, x journal.Shown) (*string, error) {
	n := x.Ref.Number
	if !sh.env.Asks {
		return nil, rapport.Errorf(rapport.Invalid, "there is nothing to change").
			WithHint(`rapport edit %d "new text", or a flag such as --kind idea`, n)
	}
	if x.Entry == nil {
		return nil, rapport.Errorf(rapport.Invalid, "%d is a %s, not an entry", n, x.Ref.Noun).WithHint("`rapport show %d` says more", n)
	}
	text, err := sh.editWords(ctx, n, x.Entry.Text, "entry.txt")
	return &text, err
}

// editWords opens the words of what has a number in the editor. Words that
// come back as they were change nothing.
func (sh *shell) editWords(ctx context.Context, n rapport.Number, words, file string) (string, error) {
	// An interrupt typed into the editor belongs to the editor.
	saved, err := sh.edit(context.WithoutCancel(ctx), words+"\n", file)
	if err != nil {
		return "", err
	}
	saved = strings.TrimSpace(saved)
	if saved == "" || saved == strings.TrimSpace(words) {
		return "", rapport.Errorf(rapport.Invalid, "the text is as it was; nothing is changed").WithHint("`rapport rm %d` removes it", n)
	}
	return saved, nil
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
