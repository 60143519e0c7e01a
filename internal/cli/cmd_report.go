package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/reports"
)

type reportOptions struct {
	periodOptions
	boss               string
	format, out, via   string
	explain, diff      bool
	agenda             bool
	style, part        string
	whyNot             string
	save, sent, listed bool
	notSent            int
	mine, first, unpin int
}

func newReport(sh *shell) *cobra.Command {
	o := reportOptions{format: "md"}
	cmd := &cobra.Command{
		Use:   "report [@BOSS]",
		Short: "Draft the report your boss wants to read",
		Long: `Report drafts what a boss should hear: everything since the last report to them, or
the period you choose, in the form that suits what is known of how they work. It only reads; --save keeps a version, and --mark-sent keeps it
exactly as it left and records that the boss knows what it tells.`,
		Example: `  rapport report
  rapport report @dana --week --format text
  rapport report --explain
  rapport report --why-not 12
  rapport report @dana --style listener,headline
  rapport report @dana --diff
  rapport report @dana --agenda
  rapport report @dana --out report.md --mark-sent --via mail`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.boss = args[0]
			}
			return runReport(cmd.Context(), sh, o)
		},
		ValidArgsFunction: sh.completeBoss,
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", o.format, "`form`: md, text, html, eml (a mail to open), slack or json")
	f.StringVarP(&o.out, "out", "o", "", "write it to a `file`")
	f.BoolVar(&o.explain, "explain", false, "show for each sentence the entries it rests on")
	f.StringVar(&o.style, "style", "", "try a style: `values` such as listener,headline, or neutral")
	f.BoolVar(&o.agenda, "agenda", false, "the same selection as the topics of the next talk")
	f.BoolVar(&o.diff, "diff", false, "show against the neutral form what moved where, and why")
	f.StringVar(&o.part, "part", "", "only a `part`: body, talk or annex; all for everything")
	f.StringVar(&o.whyNot, "why-not", "", "say why the entry with this `number` is not spelled out")
	f.BoolVar(&o.save, "save", false, "keep a version of it as a draft")
	f.IntVar(&o.notSent, "not-sent", 0, "`number` of a report that was marked as sent and never went")
	f.BoolVar(&o.sent, "mark-sent", false, "keep it as it left, and record that the boss knows")
	f.IntVar(&o.mine, "mine", 0, "keep the words of the record with this `number` as they are, in every form")
	f.IntVar(&o.first, "first", 0, "keep the record with this `number` before all others")
	f.IntVar(&o.unpin, "unpin", 0, "fix neither words nor place of the record with this `number`")
	f.StringVar(&o.via, "via", "", "the `way` it went, such as mail")
	f.BoolVar(&o.listed, "versions", false, "list the versions that are kept")
	return cmd
}

func runReport(ctx context.Context, sh *shell, o reportOptions) error {
	if sh.asJSON {
		o.format = "json"
	}
	switch o.format {
	case "md", "text", "html", "eml", "slack":
	case "json":
		sh.asJSON = true
	default:
		return rapport.Errorf(rapport.Invalid, "%q is not a form of a report", o.format).WithHint("the forms are md, text, html, eml, slack and json")
	}
	if o.via != "" && !o.sent {
		return rapport.Errorf(rapport.Invalid, "--via says how a report went").WithHint("add --mark-sent")
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	if o.notSent != 0 {
		r, err := s.Reports.NotSent(ctx, rapport.Number(o.notSent))
		if err != nil {
			return err
		}
		if sh.asJSON {
			return sh.object("not_sent", r.Number)
		}
		sh.sayf("report %d counts as never sent; what it told is new again", r.Number)
		return nil
	}
	if n := max(o.mine, o.first, o.unpin); n != 0 {
		return pin(ctx, sh, s, o)
	}
	if o.listed {
		return listVersions(ctx, sh, s, o)
	}
	period, err := o.period(s)
	if err != nil {
		return err
	}
	request := reports.Request{Boss: bossArg(o.boss), Period: period, Next: o.agenda || sh.asJSON}
	if request.Neutral = o.style == "neutral"; !request.Neutral {
		request.Style = strings.FieldsFunc(o.style, func(r rune) bool { return r == ',' || r == ' ' })
	}
	c, err := s.Reports.Compose(ctx, request)
	if err != nil {
		return err
	}
	if o.agenda {
		c = c.Agenda()
	}
	switch {
	case o.diff:
		return sh.diff(c)
	case o.whyNot != "":
		return whyNot(ctx, sh, s, c, o.whyNot)
	case o.explain:
		return sh.explain(c)
	}
	sh.doubts(c)
	leaving, err := o.extent(c)
	if err != nil {
		return err
	}
	text, err := sh.rendered(leaving, o.format)
	if err != nil {
		return err
	}
	if o.out == "" {
		sh.printf("%s", text)
	} else if err := writeFile(filepath.Join(sh.env.Dir, o.out), o.out, text); err != nil {
		return err
	}
	return sh.keep(ctx, s, c, o, text)
}

// rendered is the report exactly as it leaves.
func (sh *shell) rendered(c reports.Composed, format string) (string, error) {
	switch format {
	case "text":
		return c.Text(min(sh.env.OutWidth, 100)), nil
	case "html":
		return c.HTML(), nil
	case "eml":
		return c.AsMail()
	case "slack":
		return c.Slack(), nil
	case "json":
		return reportText(c)
	}
	return c.Markdown(), nil
}

// keep records what the flags ask for and says so.
func (sh *shell) keep(ctx context.Context, s *Session, c reports.Composed, o reportOptions, text string) error {
	kept := reports.Kept{Format: o.format, Text: text, Medium: o.via}
	switch {
	case o.sent:
		// What was printed must be out before it counts as sent.
		if err := sh.out.Flush(); err != nil {
			return rapport.Errorf(rapport.Unavailable, "the report cannot be written, so it is not marked as sent: %w", err).
				WithHint("write it to a file with --out")
		}
		r, told, err := s.Reports.MarkSent(ctx, c, kept)
		if err != nil {
			return err
		}
		sh.sayf("report %d is kept as it left; %s knows of %s", r.Number, c.Boss.Name, counted(told, "thing more", "things more"))
	case o.save:
		r, err := s.Reports.Save(ctx, c, kept)
		if err != nil {
			return err
		}
		sh.sayf("kept as report %d, version %d; `rapport show %d` shows it", r.Number, r.Version, r.Number)
	case c.IsEmpty():
		sh.sayf("there is nothing to tell yet; write something down: rapport log \"what you did\"")
	case o.out != "":
		sh.sayf("written to %s; when it is sent: rapport report @%s --mark-sent", o.out, c.Boss.Slug)
	}
	return nil
}

// explain shows each sentence with the entries it rests on.
func (sh *shell) explain(c reports.Composed) error {
	numbers := numbersByID(c)
	var shapes []traceJSON
	for _, t := range c.Explain() {
		shape := traceJSON{Section: t.Section, Text: t.Text, Reason: t.Reason, Entries: []rapport.Number{}}
		for _, id := range t.Entries {
			shape.Entries = append(shape.Entries, numbers[id])
		}
		for _, computed := range t.Computed {
			shape.Computed = append(shape.Computed, computedJSON{computed.Text, computed.From})
		}
		shapes = append(shapes, shape)
	}
	if sh.asJSON {
		return sh.object("sentences", shapes)
	}
	p := sh.outPaint()
	for _, t := range shapes {
		if t.Text == "" {
			continue
		}
		sh.printf("%s\n", wrapped(t.Text, sh.env.OutWidth))
		if t.Reason != "" {
			sh.printf("%s\n", p.dim("    why here: "+t.Reason))
		}
		for _, n := range t.Entries {
			sh.printf("%s\n", p.dim(fmt.Sprintf("    rests on entry %d", n)))
		}
		for _, computed := range t.Computed {
			sh.printf("%s\n", p.dim(fmt.Sprintf("    computed: “%s” is %s", computed.Text, computed.From)))
		}
	}
	return nil
}

// whyNot says why an entry is not spelled out in the report.
func whyNot(ctx context.Context, sh *shell, s *Session, c reports.Composed, number string) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	id, inside := c.Record(n)
	var reason string
	if inside {
		var left bool
		if reason, left = c.WhyNot(id); !left {
			reason = "it is in the report"
		}
	} else {
		shown, _, err := s.Journal.Show(ctx, n)
		switch {
		case err != nil:
			return err
		case shown.Ref.Removed != 0:
			reason = "it is removed"
		case shown.Entry == nil:
			reason = fmt.Sprintf("it is a %s that stands open with nobody in this report, or one that a report does not tell", shown.Ref.Noun)
		default:
			reason = fmt.Sprintf("it is of %s, outside of %s", shortDay(shown.Entry.Day), days(c.Period.From, c.Period.Until))
		}
	}
	if sh.asJSON {
		return sh.object("number", n, "why_not", reason)
	}
	sh.printf("%d: %s\n", n, reason)
	return nil
}

func listVersions(ctx context.Context, sh *shell, s *Session, o reportOptions) error {
	const shown = 20
	kept, boss, err := s.Reports.Versions(ctx, bossArg(o.boss), shown)
	if err != nil {
		return err
	}
	shapes := make([]keptJSON, len(kept))
	rows := make([][]string, len(kept))
	for i, r := range kept {
		shapes[i] = keptShape(r, boss)
		shapes[i].Text = ""
		rows[i] = []string{
			itoa(int(r.Number)), "@" + string(boss.Slug), string(r.From) + " to " + string(r.Until),
			fmt.Sprintf("version %d", r.Version), string(r.State), r.Medium,
		}
	}
	if sh.asJSON {
		return sh.object("reports", shapes)
	}
	sh.table(rows)
	if len(kept) == 0 {
		sh.sayf("no report to %s is kept; --save keeps one", boss.Name)
	}
	return nil
}

// writeFile puts text into a file in one step, so that a full disk leaves no
// half of it.
func writeFile(path, name, text string) error {
	if filepath.IsAbs(name) {
		path = name
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".rapport-*")
	if err != nil {
		return fileError(err, "writing", name)
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone already where all went well
	_, err = strings.NewReader(text).WriteTo(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fileError(err, "writing", name)
	}
	return nil
}
