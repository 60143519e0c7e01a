package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
)

// fileForm is a form of files that can be taken in, as a command.
type fileForm struct {
	kind, use, short, long, example string
	// most is how large such a file may be, in bytes.
	most int64
	// private says that such a file may hold private parts, maps that it may
	// have to be asked about.
	private, maps bool
}

func fileForms() []fileForm {
	return []fileForm{
		{
			kind: "notes", use: "notes FILE [@boss]", short: "Propose what your running notes of one-on-ones say", most: 8 << 20, private: true, maps: true,
			long: `Notes reads a Markdown or text file with a dated heading for each meeting and proposes its
lines: entries, asks, the promises of both sides, and what your boss replied below them. They
wait in the inbox. Reading again proposes only what is new. What a section means is asked once
and remembered; private sections are never proposed, only counted.`,
			example: `  rapport import notes 1on1-dana.md @dana
  rapport import notes 1on1-dana.md --map "Stuff=challenge" --map "KW=@katrin"
  rapport import notes 1on1-dana.md --private`,
		},
		{
			kind: "bullets", use: "bullets FILE [@boss]", short: "Propose the bullets of a Markdown or text file", most: 8 << 20, private: true, maps: true,
			long: `Bullets reads any list of bullets, such as a brag document, and proposes its lines as entries.
A bullet has the date that it begins or ends with, else that of the heading above it.`,
			example: `  rapport import bullets wins.md`,
		},
		{
			kind: "csv", use: "csv FILE", short: "Propose the rows of a CSV file", most: 64 << 20, maps: true,
			long: `Csv reads a table with a header, such as a spreadsheet's export, and proposes its rows as
entries. Common names of columns are known; say others with --map. They are remembered.`,
			example: `  rapport import csv work.csv
  rapport import csv arbeit.csv --map date=Datum,text=Was`,
		},
		{
			kind: "readme", use: "readme FILE [@boss]", short: "Propose what a boss wrote about working with them", most: 1 << 20, private: true,
			long: `Readme reads a text in which a boss says how to work with them, and proposes the values of
their style that it states, each with the sentence it rests on.`,
			example: `  rapport import readme dana-readme.md @dana`,
		},
	}
}

type importFileOptions struct {
	fileForm
	answers []string
	private bool
	yes     bool
	dry     bool
}

func newImportFile(sh *shell, form fileForm) *cobra.Command {
	o := importFileOptions{fileForm: form}
	cmd := &cobra.Command{
		Use: form.use, Short: form.short, Long: form.long, Example: form.example, Args: argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return runImportFile(cmd.Context(), sh, args, o) },
	}
	f := cmd.Flags()
	if form.maps {
		f.StringArrayVarP(&o.answers, "map", "m", nil, "an `answer`: heading=meaning, initials=@boss, or column=header; may be repeated")
	}
	if form.private {
		f.BoolVar(&o.private, "private", false, "keep its private parts too, as private notes")
	}
	f.BoolVarP(&o.yes, "yes", "y", false, "accept what is proposed")
	f.BoolVar(&o.dry, "dry-run", false, "only say what is in it")
	return cmd
}

func runImportFile(ctx context.Context, sh *shell, args []string, o importFileOptions) error {
	request := intake.DocumentRequest{Kind: o.kind, Answers: o.answers, Private: o.private}
	if len(args) == 2 {
		if request.Boss = bossArg(args[1]); request.Boss == "" {
			return usageError("rapport import "+o.use, "%q names no boss", args[1])
		}
	}
	text, err := sh.slurp(args[0], o.most)
	if err != nil {
		return err
	}
	request.Text, request.Location, request.Title = text, args[0], "stdin"
	if args[0] != "-" {
		request.Location = sh.path(args[0])
		request.Title = filepath.Base(request.Location)
	}
	var seen intake.Taken
	var names journal.Names
	look := func(s *Session) (err error) {
		if seen, err = s.Intake.Look(ctx, request); err != nil {
			return err
		}
		names, err = s.Intake.Names(ctx)
		return err
	}
	if o.dry {
		if err := sh.glance(ctx, look); err != nil {
			return notTaken(err, args[0], o.kind)
		}
		return sh.sayTaken(seen, names, nil, args, o)
	}
	s, err := sh.attempt(ctx, look)
	if err != nil {
		return notTaken(err, args[0], o.kind)
	}
	if sh.env.Asks && !sh.asJSON {
		if err := sh.askAbout(ctx, s, seen, &request, o); err != nil {
			return err
		}
	}
	taken, err := s.Intake.Take(ctx, request)
	if err != nil {
		return notTaken(err, args[0], o.kind)
	}
	var accepted []intake.Accepted
	if fresh := append(taken.New, taken.Changed...); o.yes && len(fresh) > 0 {
		numbers := make([]rapport.Number, len(fresh))
		for i, p := range fresh {
			numbers[i] = p.Number
		}
		if accepted, err = s.Intake.Accept(ctx, numbers...); err != nil {
			return err
		}
	}
	return sh.sayTaken(taken, names, accepted, args, o)
}

// glance does something that changes nothing to the store, or to one that is
// thrown away where there is none.
func (sh *shell) glance(ctx context.Context, act func(*Session) error) error {
	s, err := sh.read(ctx)
	switch {
	case rapport.CodeOf(err) == rapport.NotFound:
		return sh.rehearse(ctx, act)
	case err != nil:
		return err
	}
	return act(s)
}

// notTaken says what to do about a file that was refused.
func notTaken(err error, name, kind string) error {
	var e *rapport.Error
	if !errors.As(err, &e) || e.Code == rapport.Internal {
		return err
	}
	if e.Place == "" {
		e = e.WithPlace("%s", name)
	} else if !strings.Contains(e.Place, name) {
		e = e.WithPlace("%s, %s", name, e.Place)
	}
	if e.Hint == "" {
		return e.WithHint("nothing was taken in; `rapport import %s --help` says what is read", kind)
	}
	return e
}

// slurp reads a file of at most so many bytes, or stdin for "-".
func (sh *shell) slurp(name string, most int64) ([]byte, error) {
	large := rapport.Errorf(rapport.Invalid, "%s is larger than %d MB", name, most>>20).WithHint("take in the part that matters; nothing was changed")
	var in io.Reader = sh.in
	if name != "-" {
		path := sh.path(name)
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return nil, fileError(err, "reading", name)
		case info.IsDir():
			return nil, rapport.Errorf(rapport.Invalid, "%s is a folder, not a file", name).WithHint("name one file in it")
		case !info.Mode().IsRegular() && info.Mode()&os.ModeNamedPipe == 0:
			return nil, rapport.Errorf(rapport.Invalid, "%s is no file that can be read", name).WithHint("name a file")
		case info.Size() > most:
			return nil, large
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, fileError(err, "reading", name)
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, most+1))
	switch {
	case err != nil:
		var known *rapport.Error
		if errors.As(err, &known) {
			return nil, err
		}
		return nil, fileError(err, "reading", name)
	case int64(len(text)) > most:
		return nil, large
	}
	return text, nil
}

// askAbout puts the questions about a file, and adds the answers to the
// request. An empty answer leaves the lines where they are.
func (sh *shell) askAbout(ctx context.Context, s *Session, seen intake.Taken, r *intake.DocumentRequest, o importFileOptions) error {
	for _, q := range seen.Questions {
		sh.sayf("line %d: %s (%s, such as: %s)", q.Line, q.Asks, counted(q.Count, "line", "lines"), q.Example)
		sh.sayUnder("  ", strings.Join(q.Choices, ", "))
		for {
			answer, err := sh.ask("  answer, or nothing to leave it for now:", "")
			if err != nil {
				return err
			}
			if answer == "" {
				break
			}
			if choice, ok := chosenOf(answer, q.Choices); ok {
				answer = choice
			}
			tried := *r
			tried.Answers = append(slices.Clone(r.Answers), q.Title+"="+answer)
			if _, err := s.Intake.Look(ctx, tried); err != nil {
				sh.sayf("  %v; %s", err, rapport.HintOf(err))
				continue
			}
			*r = tried
			break
		}
	}
	if seen.PrivateNew > 0 && !o.private {
		answer, err := sh.choose(fmt.Sprintf("%s: keep them here, where nobody else can see them?", counted(seen.PrivateNew, "private note", "private notes")), "yes", "no")
		if err != nil {
			return err
		}
		r.Private = answer == "yes"
	}
	return nil
}

// chosenOf finds the one choice that an answer begins or is.
func chosenOf(answer string, choices []string) (string, bool) {
	answer = strings.ToLower(answer)
	found := ""
	for _, c := range choices {
		switch {
		case c == answer:
			return c, true
		case strings.HasPrefix(c, answer) && found != "":
			return "", false
		case strings.HasPrefix(c, answer):
			found = c
		}
	}
	return found, found != ""
}

// mostSkipped is how many parts that were left out are told one by one.
const mostSkipped = 20

// sayTaken says what was found in a file and what to do next.
func (sh *shell) sayTaken(t intake.Taken, names journal.Names, accepted []intake.Accepted, args []string, o importFileOptions) error {
	numbers := make([]rapport.Number, len(accepted))
	for i, a := range accepted {
		numbers[i] = a.Number
	}
	if sh.asJSON {
		return sh.object("source", sourceShape(t.Source), "taken", takenShape(t, names), "accepted", numbers)
	}
	for _, n := range numbers {
		sh.printf("%d\n", n)
	}
	switch {
	case len(t.New) > 0 && o.dry:
		sh.sayf("%s: %s to propose", t.Source.Title, intake.Counts(t.New))
	case len(t.New) > 0:
		sh.sayf("%s: %s proposed", t.Source.Title, intake.Counts(t.New))
	case len(t.Changed) == 0:
		sh.sayf("%s: nothing new", t.Source.Title)
	}
	if n := len(t.Changed); n > 0 {
		sh.sayf("%s changed in the file and in the inbox", counted(n, "proposal", "proposals"))
	}
	if t.Before > 0 {
		sh.sayf("%s read before", counted(t.Before, "line was", "lines were"))
	}
	sh.saySkipped(t.Skipped)
	for _, says := range t.Says {
		sh.sayf("%s", says)
	}
	sh.sayLeft(t, args, o)
	switch {
	case len(accepted) > 0:
		sh.sayYours(append(t.New, t.Changed...))
	case len(t.New)+len(t.Changed) > 0 && !o.dry:
		sh.sayf("look at them: rapport inbox")
	}
	return nil
}

func (sh *shell) saySkipped(skipped []intake.Skipped) {
	for i, k := range skipped {
		if i == mostSkipped {
			sh.sayf("and %d more were left out", len(skipped)-i)
			return
		}
		lines := fmt.Sprintf("line %d", k.Line)
		if k.LastLine > k.Line {
			lines = fmt.Sprintf("lines %d to %d", k.Line, k.LastLine)
		}
		sh.sayUnder(lines+" left out: ", k.Reason+quotedIn(k.Text))
	}
}

// quotedIn is a text in quotes behind a sentence, nothing for none.
func quotedIn(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// sayLeft says what waits for an answer, with the command that gives it.
func (sh *shell) sayLeft(t intake.Taken, args []string, o importFileOptions) {
	command := "rapport import " + o.kind + " " + shellWord(args[0])
	if len(args) > 1 {
		command += " " + args[1]
	}
	for _, q := range t.Questions {
		example := q.Choices[0]
		sh.sayf("line %d: %s %s for the answer (%s)", q.Line, q.Asks, counted(q.Count, "line waits", "lines wait"), strings.Join(q.Choices, ", "))
		sh.sayf("  %s --map %s", command, shellWord(q.Title+"="+example))
	}
	switch {
	case t.PrivateKept > 0:
		sh.sayf("%s kept, for your eyes only: rapport list --private", counted(t.PrivateKept, "private note is", "private notes are"))
	case t.PrivateNew > 0:
		sh.sayf("%s in the file, never proposed; to keep them for your eyes only: %s --private", counted(t.PrivateNew, "private note stays", "private notes stay"), command)
	}
}

// shellWord quotes a word for a shell where it needs to be.
func shellWord(word string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./@=,:+", r) || r > 127
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	if strings.ContainsAny(word, "\"$`\\!") {
		return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
	}
	return `"` + word + `"`
}

type takenJSON struct {
	Boss        rapport.Slug   `json:"boss,omitempty"`
	New         []proposalJSON `json:"new"`
	Changed     []proposalJSON `json:"changed"`
	Before      int            `json:"before"`
	Questions   []askedJSON    `json:"questions"`
	Skipped     []skippedJSON  `json:"skipped"`
	Says        []string       `json:"says"`
	PrivateNew  int            `json:"private_new"`
	PrivateKept int            `json:"private_kept"`
}

type askedJSON struct {
	Title   string   `json:"title"`
	Asks    string   `json:"asks"`
	Count   int      `json:"count"`
	Line    int      `json:"line"`
	Choices []string `json:"choices"`
}

type skippedJSON struct {
	Line     int    `json:"line"`
	LastLine int    `json:"last_line"`
	Text     string `json:"text,omitempty"`
	Reason   string `json:"reason"`
	Ahead    bool   `json:"ahead,omitempty"`
}

func takenShape(t intake.Taken, names journal.Names) takenJSON {
	s := takenJSON{
		Boss: t.Boss.Slug, New: proposalShapes(t.New, names), Changed: proposalShapes(t.Changed, names), Before: t.Before,
		Questions: []askedJSON{}, Skipped: []skippedJSON{}, Says: nonNil(t.Says), PrivateNew: t.PrivateNew, PrivateKept: t.PrivateKept,
	}
	for _, q := range t.Questions {
		s.Questions = append(s.Questions, askedJSON{q.Title, q.Asks, q.Count, q.Line, q.Choices})
	}
	for _, k := range t.Skipped {
		s.Skipped = append(s.Skipped, skippedJSON{k.Line, k.LastLine, k.Text, k.Reason, k.Ahead})
	}
	return s
}
