package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
)

type importOptions struct {
	lenient, yes bool
	since        string
	names        []string
	emails       []string
}

func newImport(sh *shell) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE.jsonl | import git [DIR...] | import notes FILE",
		Short: "Take in a journal, or read your work from git, notes, calendars and tables",
		Long: `Import takes a journal in, all of its lines or none, and never the same line twice.
With git it reads your commits in the repositories and proposes entries; notes, bullets,
csv, readme and calendar read files of that kind. What they propose waits in the inbox until
you accept it. Without a word it reads again all places that you named before; reading again
reads only what is new.`,
		Example: `  rapport import journal.jsonl
  rapport import git ~/src/checkout
  rapport import notes 1on1-dana.md @dana
  rapport import
  rapport import git . --since 2026-09-01 --email old@example.org`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runImport(cmd.Context(), sh, args, o) },
	}
	for _, form := range fileForms() {
		cmd.AddCommand(newImportFile(sh, form))
	}
	cmd.AddCommand(newImportCalendar(sh))
	f := cmd.Flags()
	f.BoolVar(&o.lenient, "lenient", false, "keep journal lines of unknown types aside instead of refusing them")
	f.StringVar(&o.since, "since", "", "read from this `day` on; else what is new, or four weeks at first")
	f.StringArrayVar(&o.emails, "email", nil, "a further `address` of yours; may be repeated")
	f.StringArrayVar(&o.names, "author", nil, "a further `name` of yours; may be repeated")
	f.BoolVarP(&o.yes, "yes", "y", false, "accept what is proposed")
	return cmd
}

func runImport(ctx context.Context, sh *shell, args []string, o importOptions) error {
	if len(args) == 0 {
		return importAgain(ctx, sh)
	}
	if len(args) == 1 && args[0] != "git" {
		return importJournal(ctx, sh, args[0], o)
	}
	places := args[1:]
	if len(places) == 0 {
		places = []string{sh.env.Dir}
	}
	sh.ahead = []Place{{args[0], sh.path(places[0])}} // the others follow while it is read
	var since rapport.Day
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		for _, place := range places {
			if !s.Fresh {
				break // a place that is wrong shows when it is read
			}
			if _, err := s.Intake.Describe(ctx, args[0], sh.path(place)); err != nil {
				return err
			}
		}
		if o.since != "" {
			since, err = s.Day(o.since, false)
		}
		return err
	})
	if err != nil {
		return err
	}
	var results []importedJSON
	var nothing *rapport.Error
	for _, place := range places {
		result, err := sh.readPlace(ctx, s, intake.ReadRequest{
			Kind: args[0], Location: sh.path(place), Since: since, Names: o.names, Emails: o.emails,
		})
		if err != nil {
			return err
		}
		if result.Nothing != nil && nothing == nil {
			nothing = result.Nothing
		}
		names, err := s.Intake.Names(ctx)
		if err != nil {
			return err
		}
		results = append(results, importedShape(result, names))
	}
	if nothing != nil {
		return nothing
	}
	accepted := 0
	if o.yes {
		entries, err := s.Intake.Accept(ctx)
		if err != nil {
			return err
		}
		accepted = len(entries)
	}
	if sh.asJSON {
		return sh.object("sources", results, "accepted", accepted)
	}
	if accepted > 0 {
		sh.sayf("%s yours now; `rapport undo` takes it back", counted(accepted, "entry is", "entries are"))
		return nil
	}
	for _, r := range results {
		if r.New+r.Changed > 0 {
			sh.sayf("look at them: rapport inbox")
			break
		}
	}
	return nil
}

// path makes a path that was typed absolute.
func (sh *shell) path(typed string) string {
	if filepath.IsAbs(typed) {
		return typed
	}
	return filepath.Join(sh.env.Dir, typed)
}

// readPlace reads one place and says what was found.
func (sh *shell) readPlace(ctx context.Context, s *Session, r intake.ReadRequest) (intake.ReadResult, error) {
	p := sh.progress("commits read")
	r.Progress = p.at
	result, err := s.Intake.Read(ctx, r)
	p.done()
	if err != nil {
		return result, err
	}
	for _, warning := range result.Warnings {
		sh.sayf("%s", warning)
	}
	sh.sayInstead(result)
	switch {
	case len(result.New)+len(result.Changed) > 0:
		text := counted(len(result.New), "entry proposed", "entries proposed")
		if n := len(result.Changed); n > 0 {
			text += fmt.Sprintf(", %d grew", n)
		}
		sh.sayf("%s: %s", result.Source.Title, text)
	case result.Nothing != nil:
		// Whoever asked for the place says it.
	default:
		sh.sayf("%s: nothing new", result.Source.Title)
	}
	return result, nil //nolint:nilerr // a place with nothing to read is an answer, not a failure
}

// sayInstead says what was read where nothing of the user lay in the last weeks.
func (sh *shell) sayInstead(r intake.ReadResult) {
	switch i := r.Instead; {
	case i == nil:
	case i.Email == "":
		sh.sayf("%s: nothing of yours in the last weeks; read your newest work, from %s on", r.Source.Title, shortDay(i.Since))
	default:
		sh.sayf("%s: no commit is by you; read those of %s <%s>, who worked last, from %s on", r.Source.Title, i.Name, i.Email, shortDay(i.Since))
		sh.sayf("  not you? rapport undo, then: rapport init --email you@example.org")
	}
}

type importedJSON struct {
	Source   sourceJSON     `json:"source"`
	New      int            `json:"new"`
	Changed  int            `json:"changed"`
	Nothing  string         `json:"nothing,omitempty"`
	Warnings []string       `json:"warnings,omitempty"`
	Proposed []proposalJSON `json:"proposals"`
}

func importedShape(r intake.ReadResult, names journal.Names) importedJSON {
	shape := importedJSON{
		Source: sourceShape(r.Source), New: len(r.New), Changed: len(r.Changed), Warnings: r.Warnings,
		Proposed: append(proposalShapes(r.New, names), proposalShapes(r.Changed, names)...),
	}
	if r.Nothing != nil {
		shape.Nothing = r.Nothing.Error()
	}
	return shape
}

// triedFirst is how large a journal may be to be read twice where there is no
// store yet, so that one that is refused leaves none behind.
const triedFirst = 4 << 20

func importJournal(ctx context.Context, sh *shell, name string, o importOptions) error {
	var r io.Reader = sh.in
	rewind := func() bool { return false }
	if name != "-" {
		path := sh.path(name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return rapport.Errorf(rapport.Invalid, "%s is a folder, not a journal", name).
				WithHint("to read a repository: rapport import git %s", name)
		}
		f, err := os.Open(path)
		if err != nil {
			return fileError(err, "reading", name)
		}
		defer func() { _ = f.Close() }() // it was only read
		r = f
		rewind = func() bool {
			info, err := f.Stat()
			if err != nil || !info.Mode().IsRegular() || info.Size() > triedFirst {
				return false
			}
			_, err = f.Seek(0, io.SeekStart)
			return err == nil
		}
	}
	var result journal.ImportResult
	p := sh.progress("lines read")
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		if isTrial := s != sh.session; !rewind() && isTrial {
			return nil // what can be read only once is not tried first
		}
		result, err = s.Journal.Import(ctx, r, journal.ImportOptions{Lenient: o.lenient, Progress: p.at})
		return err
	})
	p.done()
	if err != nil {
		return notImported(err)
	}
	if sh.asJSON {
		return sh.object("lines", result.Lines, "types", typeShapes(result.Types), "notes", nonNil(result.Notes))
	}
	rows := make([][]string, 0, len(result.Types))
	for _, t := range append(result.Types, totalOf(result)) {
		rows = append(rows, []string{t.Type, itoa(t.Added) + " added", itoa(t.Unchanged) + " unchanged", itoa(t.Kept) + " kept aside"})
	}
	sh.table(rows)
	if n := result.Total().Kept; n > 0 {
		sh.sayf("%s kept aside: of a type or with a field that this version does not know; an export gives them back as they came", counted(n, "line is", "lines are"))
	}
	for _, n := range result.Notes {
		sh.sayf("%s", n)
	}
	return nil
}

// notImported says what to do about a line that was refused.
func notImported(err error) error {
	var e *rapport.Error
	if !errors.As(err, &e) || e.Hint != "" || e.Code == rapport.Internal {
		return err
	}
	return e.WithHint("nothing was imported; put the line right and import again")
}

func totalOf(r journal.ImportResult) journal.TypeCount {
	total := r.Total()
	total.Type = "all"
	return total
}

type typeJSON struct {
	Type      string `json:"type"`
	Added     int    `json:"added"`
	Unchanged int    `json:"unchanged"`
	Kept      int    `json:"kept"`
}

func typeShapes(types []journal.TypeCount) []typeJSON {
	shapes := make([]typeJSON, len(types))
	for i, t := range types {
		shapes[i] = typeJSON(t)
	}
	return shapes
}

// progress shows on a terminal how far a long operation is; it says nothing in
// the first half second and nothing elsewhere.
type progress struct {
	sh    *shell
	what  string
	begun time.Time
	last  time.Time
	shown bool
}

func (sh *shell) progress(what string) *progress {
	now := sh.env.Now()
	return &progress{sh: sh, what: what, begun: now, last: now}
}

// at says how far the operation is.
func (p *progress) at(n int) {
	now := p.sh.env.Now()
	if p.sh.env.ErrWidth == 0 || p.sh.quiet || now.Sub(p.begun) < 500*time.Millisecond || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	p.sh.tell("\r%d %s", n, p.what)
}

// done wipes what was shown.
func (p *progress) done() {
	if p.shown {
		p.sh.tell("\r\x1b[K")
	}
}
