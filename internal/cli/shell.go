package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapport"
	"rapport/internal/config"
)

// shell is what the commands of one run share.
type shell struct {
	env    Env
	wiring Wiring
	out    *bufio.Writer
	in     *bufio.Reader

	// The flags that every command has.
	db     string
	format string
	asJSON bool
	quiet  bool

	// ahead are places that the command will read.
	ahead   []Place
	session *Session
	// found says that the command did its work and found something.
	found bool
}

// useFormat applies --format, of which --json is the short form.
func (sh *shell) useFormat() error {
	switch sh.format {
	case "json":
		sh.asJSON = true
	case "", "text":
	default:
		return rapport.Errorf(rapport.Invalid, "%q is not a form of the data", sh.format).WithHint("the forms are text and json")
	}
	return nil
}

// read opens the store, which must exist.
func (sh *shell) read(ctx context.Context) (*Session, error) { return sh.open(ctx, false) }

// write opens the store and makes it where there is none.
func (sh *shell) write(ctx context.Context) (*Session, error) { return sh.open(ctx, true) }

// attempt does something to the store and returns it. Where there is none yet
// it is tried on one that is thrown away, so that what is refused leaves no
// empty store behind: act may run twice.
func (sh *shell) attempt(ctx context.Context, act func(*Session) error) (*Session, error) {
	s, err := sh.read(ctx)
	if rapport.CodeOf(err) == rapport.NotFound {
		if err := sh.rehearse(ctx, act); err != nil {
			return nil, err
		}
		s, err = sh.write(ctx)
	}
	if err != nil {
		return nil, err
	}
	return s, act(s)
}

// rehearse does something to a store that is thrown away. A machine that has
// no room for it is no reason to stop: what is wrong shows in the store itself.
func (sh *shell) rehearse(ctx context.Context, act func(*Session) error) error {
	dir, err := os.MkdirTemp("", "rapport-")
	if err != nil {
		return nil
	}
	defer func() { _ = os.RemoveAll(dir) }() // the folder is ours and temporary
	s, err := sh.wiring.Open(ctx, OpenOptions{
		Location: filepath.Join(dir, "rapport.db"), Create: true, Now: sh.env.Now, Notice: func(string) {},
	})
	if err != nil {
		return nil
	}
	defer func() { _ = s.Close() }() // nothing in it is kept
	return act(s)
}

func (sh *shell) open(ctx context.Context, create bool) (*Session, error) {
	if sh.session != nil {
		return sh.session, nil
	}
	location, err := sh.location()
	if err != nil {
		return nil, err
	}
	sh.session, err = sh.wiring.Open(ctx, OpenOptions{
		Location: location, Create: create, Now: sh.env.Now, Ahead: sh.ahead,
		Notice: func(message string) { sh.sayf("%s", message) },
	})
	if err != nil {
		sh.session = nil
		return nil, err
	}
	if sh.session.Fresh {
		sh.sayf("new store at %s", sh.session.Location)
	}
	return sh.session, nil
}

// location is where the store is, by the flag, the environment or the
// configuration.
func (sh *shell) location() (string, error) { return config.Location(sh.db, sh.env.Getenv) }

// printf writes data to stdout. An error stays with the writer, and finish
// reports it.
func (sh *shell) printf(format string, args ...any) { _, _ = fmt.Fprintf(sh.out, format, args...) }

// tell writes to stderr; where that fails there is nobody to tell.
func (sh *shell) tell(format string, args ...any) { _, _ = fmt.Fprintf(sh.env.Stderr, format, args...) }

// sayf writes a line for people to stderr, unless they asked for quiet. What
// was printed before comes first, so that both stand in order on a terminal.
func (sh *shell) sayf(format string, args ...any) {
	if sh.quiet {
		return
	}
	_ = sh.out.Flush() // the error stays with the writer, and finish reports it
	sh.tell("%s\n", wrapped(printable(fmt.Sprintf(format, args...)), sh.env.ErrWidth))
}

// sayUnder is sayf for a text that goes on below its own beginning, to the
// right of head.
func (sh *shell) sayUnder(head, text string) {
	if sh.quiet {
		return
	}
	_ = sh.out.Flush() // as in sayf
	sh.tell("%s\n", hanging(printable(head+text), columns(head), sh.env.ErrWidth))
}

// finish ends a run: it closes the store, writes what is left, and turns the
// error into words and an exit code.
func (sh *shell) finish(err error) int {
	if sh.session != nil {
		leave := sh.session.Close
		if sh.env.Ends {
			leave = sh.session.Leave
		}
		if closing := leave(); closing != nil && err == nil {
			err = rapport.Errorf(rapport.Unavailable, "the store was not closed properly: %w", closing)
		}
	}
	if flushing := sh.out.Flush(); flushing != nil && err == nil {
		err = rapport.Errorf(rapport.Unavailable, "the output cannot be written: %w", flushing).
			WithHint("what the command did is done; print it again with `rapport list` or `rapport show`")
	}
	if err != nil {
		sh.complain(err)
		return exitCode(err)
	}
	if sh.found {
		return exitFound
	}
	return exitDone
}

// printable keeps line breaks and turns everything else that could move a
// terminal's cursor into nothing.
func printable(text string) string { return rapport.ManyLines(text) }

// bossArg returns the slug of a boss as people type it, with or without @.
func bossArg(text string) rapport.Slug { return rapport.ParseSlug(strings.TrimPrefix(text, "@")) }

// projectArg returns the slug of a project, with or without +.
func projectArg(text string) rapport.Slug { return rapport.ParseSlug(strings.TrimPrefix(text, "+")) }

// goalArg returns the slug of a goal, with or without for:.
func goalArg(text string) rapport.Slug { return rapport.ParseSlug(strings.TrimPrefix(text, "for:")) }

func slugArgs(texts []string, one func(string) rapport.Slug) []rapport.Slug {
	slugs := make([]rapport.Slug, 0, len(texts))
	for _, t := range texts {
		if s := one(t); s != "" {
			slugs = append(slugs, s)
		}
	}
	return slugs
}
