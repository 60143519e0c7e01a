package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

type checkOptions struct {
	channel       string
	off           []string
	hints         bool
	fine, label   string
	never, resume string
}

func newCheck(sh *shell) *cobra.Command {
	o := checkOptions{channel: "email"}
	cmd := &cobra.Command{
		Use:   "check [FILE|-]...",
		Short: "Find what works against you in a draft",
		Long: `Check reads a text before it goes to your boss and names flattery, grovelling,
martyrdom, a demand to change, blame, a vague request for feedback, a problem
without a next step, a result without a number, a request without a day, a private
thought, and the decisive thing at the end.

Each finding is a line FILE:LINE:COLUMN: label: why, as editors and CI read it. The
exit code is 3 where something was found. Where there is a store, the text is also
compared with your private notes; their words are never printed.`,
		Example: `  rapport check friday.md
  rapport check --channel report - < friday.md
  rapport check mail.txt --off buried-lede
  rapport check --fine "Legal killed it." --label blame
  rapport check --never martyrdom`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runCheck(cmd.Context(), sh, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.channel, "channel", o.channel, "where it goes: email, message, report or `agenda`")
	f.StringArrayVar(&o.off, "off", nil, "leave this `label` out this time; may be repeated")
	f.BoolVar(&o.hints, "hints", false, "give soft hints on pressure, coalition and bargaining too")
	f.StringVar(&o.fine, "fine", "", "remember that these `words` are meant as they are")
	f.StringVar(&o.label, "label", "", "with --fine: for this `label` alone")
	f.StringVar(&o.never, "never", "", "never look for this `label` again")
	f.StringVar(&o.resume, "again", "", "look for this `label` again")
	return cmd
}

func runCheck(ctx context.Context, sh *shell, names []string, o checkOptions) error {
	if o.fine != "" || o.never != "" || o.resume != "" {
		return teachCheck(ctx, sh, names, o)
	}
	if o.label != "" {
		return usageError("rapport check --fine WORDS --label LABEL", "--label goes with --fine")
	}
	if len(names) == 0 {
		names = []string{"-"}
	}
	check, err := sh.checker(ctx)
	if err != nil {
		return err
	}
	findings, limits := []findingJSON{}, []limitJSON{}
	for _, name := range names {
		text, err := sh.draft(name)
		if err != nil {
			return err
		}
		r, err := check(journal.CheckRequest{Text: text, Channel: o.channel, Off: o.off, Hints: o.hints})
		if err != nil {
			return err
		}
		if r.Limits != "" {
			limits = append(limits, limitJSON{name, r.Limits})
		}
		findings = append(findings, findingShapes(name, text, r)...)
	}
	for _, f := range findings {
		sh.found = sh.found || !f.Soft
	}
	if sh.asJSON {
		return sh.object("findings", findings, "limits", limits)
	}
	sh.printFindings(findings, limits)
	return nil
}

// teachCheck remembers what the user says of the check.
func teachCheck(ctx context.Context, sh *shell, names []string, o checkOptions) error {
	if len(names) > 0 {
		return usageError("rapport check [FILE|-]...", "a text is checked, or the check is taught, one at a time")
	}
	s, err := sh.attempt(ctx, func(s *Session) error {
		switch {
		case o.fine != "":
			return s.Journal.SayFine(ctx, o.label, o.fine)
		case o.never != "":
			return s.Journal.SwitchLabel(ctx, o.never, false)
		}
		return s.Journal.SwitchLabel(ctx, o.resume, true)
	})
	if err != nil {
		return err
	}
	sh.sayf("remembered in %s; `rapport undo` takes it back", s.Location)
	return nil
}

// checker returns the check of the user's store, or a plain one where there is
// no store: a draft can be checked on any machine.
func (sh *shell) checker(ctx context.Context) (func(journal.CheckRequest) (journal.CheckResult, error), error) {
	s, err := sh.read(ctx)
	switch {
	case rapport.CodeOf(err) == rapport.NotFound:
		return journal.CheckText, nil
	case err != nil:
		return nil, err
	}
	return func(r journal.CheckRequest) (journal.CheckResult, error) { return s.Journal.Check(ctx, r) }, nil
}

// longestDraft is how much of a text is taken in.
const longestDraft = 8 << 20

// draft reads the text of a file, or of standard input for "-".
func (sh *shell) draft(name string) (string, error) {
	var from io.Reader = sh.in
	if name != "-" {
		path := sh.path(name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return "", rapport.Errorf(rapport.Invalid, "%s is a folder, not a text", name).WithHint("name the files in it: rapport check %s/*.md", name)
		}
		f, err := os.Open(path)
		if err != nil {
			return "", fileError(err, "reading", name)
		}
		defer func() { _ = f.Close() }() // it was only read
		from = f
	}
	raw, err := io.ReadAll(io.LimitReader(from, longestDraft+1))
	switch {
	case err != nil && rapport.CodeOf(err) != rapport.Internal:
		return "", err
	case err != nil:
		return "", fileError(err, "reading", name)
	case len(raw) > longestDraft:
		return "", rapport.Errorf(rapport.Invalid, "%s is longer than 8 MB", name).WithHint("check it in parts")
	case !utf8.Valid(raw):
		return "", rapport.Errorf(rapport.Invalid, "%s is not UTF-8 text", name).WithHint("save it as UTF-8 plain text")
	}
	return strings.TrimPrefix(string(raw), "\ufeff"), nil
}

// printFindings prints findings as editors read them, and on stderr what to do
// about each label.
func (sh *shell) printFindings(findings []findingJSON, limits []limitJSON) {
	p := sh.outPaint()
	for _, f := range findings {
		place := fmt.Sprintf("%s:%d:%d:", f.File, f.Line, f.Column)
		sh.printf("%s %s: %s (%s)\n", p.dim(printable(place)), f.Label, f.Why, f.Source)
	}
	advised := map[string]bool{}
	for _, f := range findings {
		if !advised[f.Label] {
			advised[f.Label] = true
			sh.sayUnder(f.Label+": ", f.Suggest)
		}
	}
	for _, l := range limits {
		sh.sayf("%s: %s", l.File, l.Limits)
	}
	switch {
	case len(findings) > 0:
		sh.sayf("meant as it is? rapport check --fine \"the words\"; not your rule? rapport check --never LABEL")
	case len(limits) == 0:
		sh.sayf("nothing found")
	}
}

type findingJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Label   string `json:"label"`
	Why     string `json:"why"`
	Source  string `json:"source"`
	Suggest string `json:"suggest"`
	Soft    bool   `json:"soft,omitempty"`
	Blocks  bool   `json:"blocks,omitempty"`
}

type limitJSON struct {
	File   string `json:"file"`
	Limits string `json:"limits"`
}

// findingShapes gives findings, which are in the order of the text, their lines
// and columns; both count from one, columns in code points.
func findingShapes(file, text string, r journal.CheckResult) []findingJSON {
	shapes := make([]findingJSON, 0, len(r.Findings))
	line, column, at, next := 1, 1, 0, 0
	for _, c := range text {
		for next < len(r.Findings) && r.Findings[next].Start == at {
			f := r.Findings[next]
			shapes = append(shapes, findingJSON{
				File: file, Line: line, Column: column, Start: f.Start, End: f.End, Label: string(f.Label),
				Why: f.Why, Source: f.Source, Suggest: f.Suggest, Soft: f.Soft, Blocks: f.Blocks,
			})
			next++
		}
		at++
		column++
		if c == '\n' {
			line, column = line+1, 1
		}
	}
	return shapes
}
