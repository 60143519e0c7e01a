package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

type listOptions struct {
	periodOptions
	kinds                       []string
	project, boss, goal, untold string
	limit                       int
	oldest, isPrivate, open     bool
	noun                        string
}

// periodOptions are the flags that choose a stretch of days.
type periodOptions struct {
	since, until string
	week, last   bool
}

func (o *periodOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.since, "since", "", "from this `day` on: 7d, monday, october, 2026-11-03")
	f.StringVar(&o.until, "until", "", "up to this `day`")
	f.BoolVar(&o.week, "week", false, "this week")
	f.BoolVar(&o.last, "last", false, "last week")
}

// period returns the days that the flags choose; the zero Period for none.
func (o periodOptions) period(s *Session) (p rapport.Period, err error) {
	if (o.week || o.last) && (o.since != "" || o.until != "") || o.week && o.last {
		return p, rapport.Errorf(rapport.Invalid, "--week and --last cannot be combined with another period").WithHint("use --since and --until")
	}
	switch {
	case o.week:
		return s.Period("this week")
	case o.last:
		return s.Period("last week")
	}
	if o.since != "" {
		q, err := s.Period(o.since)
		if err != nil {
			return p, err
		}
		p.From = q.From
	}
	if o.until != "" {
		q, err := s.Period(o.until)
		if err != nil {
			return p, err
		}
		p.Until = q.Until
	}
	if p.From != "" && p.Until != "" && p.From > p.Until {
		return p, rapport.Errorf(rapport.Invalid, "%s is after %s", p.From, p.Until).WithHint("--since is the earlier day")
	}
	return p, nil
}

func newList(sh *shell) *cobra.Command {
	o := listOptions{limit: 50}
	cmd := &cobra.Command{
		Use:     "list",
		Aliases: []string{"ls"},
		Short:   "List entries, the newest first",
		Example: `  rapport list --week
  rapport list --since october --kind won --project checkout
  rapport list --untold @dana
  rapport list --type decision --since october`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runList(cmd.Context(), sh, o) },
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.StringArrayVarP(&o.kinds, "kind", "k", nil, "only this `kind`; may be repeated")
	f.StringVarP(&o.project, "project", "p", "", "only this `project`")
	f.StringVarP(&o.boss, "boss", "b", "", "only what was addressed to this `boss`")
	f.StringVar(&o.goal, "for", "", "only what serves this `goal`")
	f.StringVar(&o.untold, "untold", "", "only what this `boss` does not know")
	f.IntVarP(&o.limit, "limit", "n", o.limit, "at most so `many`; 0 for all")
	f.BoolVar(&o.oldest, "oldest", false, "the oldest first")
	f.BoolVar(&o.isPrivate, "private", false, "private notes instead")
	f.StringVar(&o.noun, "type", "", "another `sort` of record: ask, promise, meeting, decision, ping …")
	f.BoolVar(&o.open, "open", false, "of another sort, only what waits")
	sh.completeFlags(cmd, "kind", "project", "boss", "for", "untold")
	return cmd
}

func runList(ctx context.Context, sh *shell, o listOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	period, err := o.period(s)
	if err != nil {
		return err
	}
	if o.limit < 0 {
		return rapport.Errorf(rapport.Invalid, "--limit cannot be negative").WithHint("use --limit 0 for all")
	}
	if o.noun != "" {
		return listFacts(ctx, sh, s, period, o)
	}
	if o.isPrivate {
		return listNotes(ctx, sh, s, period, o.limit)
	}
	filter := journal.ListFilter{
		Period: period, Project: projectArg(o.project), Boss: bossArg(o.boss), Goal: goalArg(o.goal),
		Untold: bossArg(o.untold), Oldest: o.oldest,
	}
	for _, k := range o.kinds {
		kind, err := kindArg(k)
		if err != nil {
			return err
		}
		filter.Kinds = append(filter.Kinds, kind)
	}
	if o.limit > 0 {
		filter.Limit = o.limit + 1 // one more shows that there is more
	}
	entries, names, err := s.Journal.List(ctx, filter)
	if err != nil {
		return err
	}
	more := o.limit > 0 && len(entries) > o.limit
	if more {
		entries = entries[:o.limit]
	}
	if sh.asJSON {
		return sh.object("entries", entryShapes(entries, names), "more", more)
	}
	for _, line := range entryLines(entries, names, sh.outPaint(), sh.env.OutWidth) {
		sh.printf("%s\n", line)
	}
	switch {
	case len(entries) == 0:
		sh.sayf("no entries here; write one down: rapport log \"what you did\"")
	case more:
		sh.sayf("there are more: rapport list --limit 0 lists all")
	}
	return nil
}

// entryLines puts entries on lines of a table.
func entryLines(entries []rapport.Entry, names journal.Names, p paint, width int) []string {
	wide, widest := 1, 0
	for _, e := range entries {
		wide = max(wide, len(fmt.Sprint(e.Number)))
		widest = max(widest, len(kindLabel(e)))
	}
	lines := make([]string, len(entries))
	for i, e := range entries {
		head := fmt.Sprintf("%*d  %s  %s  ", wide, e.Number, e.Day, pad(kindLabel(e), widest))
		plain := head + e.Text + arrow(e.Outcome)
		if marks := marksOf(e, names); len(marks) > 0 {
			plain += "  " + strings.Join(marks, " ")
		}
		switch {
		case e.Closed != "":
			plain += "  settled " + string(e.Closed)
		case e.Due != "":
			plain += "  due " + string(e.Due)
		}
		line := hanging(plain, len(head), width)
		lines[i] = p.dim(head) + strings.TrimPrefix(line, head)
	}
	return lines
}

// kindLabel is the kind in a table; a guess that is not confirmed has a
// question mark.
func kindLabel(e rapport.Entry) string {
	if e.KindBy == rapport.Guessed {
		return string(e.Kind) + "?"
	}
	return string(e.Kind)
}

func listNotes(ctx context.Context, sh *shell, s *Session, period rapport.Period, limit int) error {
	notes, err := s.Journal.Notes(ctx, period, limit)
	if err != nil {
		return err
	}
	shapes := make([]noteJSON, len(notes))
	for i, n := range notes {
		shapes[i] = ownNote(n)
	}
	if sh.asJSON {
		return sh.object("notes", shapes)
	}
	for _, n := range shapes {
		head := fmt.Sprintf("%d  %s  ", n.Number, n.Day)
		sh.printf("%s\n", hanging(head+n.Text, len(head), sh.env.OutWidth))
	}
	if len(notes) == 0 {
		sh.sayf("no private notes here")
	}
	return nil
}

// ownNote reveals a private note for its owner's own eyes: the one place of
// the command line that does.
func ownNote(n rapport.PrivateNote) noteJSON { return noteJSON{n.Number, n.Day, ownWords(n.Text)} }

// ownWords are private words for their owner's own eyes.
func ownWords(text rapport.PrivateText) string { return text.Reveal() }
