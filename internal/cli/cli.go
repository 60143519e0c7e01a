// Package cli is the command line: it translates what a person types into the
// use-cases of the features, and what they return into words, and decides
// nothing itself.
//
// Reach for [Run], which runs one command as a function of an [Env], so that
// tests need no process. What the commands need of the wiring comes in as a
// [Wiring]; the store is opened only by the commands that need it.
//
// Each command is a file named cmd_*.go with four parts: a constructor, its
// options, its flags, and run(ctx, shell, options) error. The conventions are
// in one place each: data goes to stdout and words for people to stderr
// (shell.go), errors and exit codes (errors.go), the JSON shapes (json.go,
// described in docs/json.md), colours and widths (style.go), questions
// (ask.go).
package cli

import (
	"bufio"
	"context"
	"io"
	"runtime/debug"
	"time"

	"rapport"
	"rapport/internal/diary"
	"rapport/internal/growth"
	"rapport/internal/intake"
	"rapport/internal/journal"
	"rapport/internal/meetings"
	"rapport/internal/nudges"
	"rapport/internal/people"
	"rapport/internal/promises"
	"rapport/internal/reports"
)

// Env is the process that a command runs in, as a value.
type Env struct {
	// Args are the arguments without the program's name.
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(name string) string
	// Dir is the working directory.
	Dir string
	Now func() time.Time
	// Asks says that a person sits at stdin and stderr: questions may be put.
	Asks bool
	// OutWidth and ErrWidth are the columns of the terminals that stdout and
	// stderr are; zero where they are none.
	OutWidth, ErrWidth int
	// Version says what was built.
	Version func() Version
	// Ends says that the process ends with the command.
	Ends bool
	// Waits is told that the command waits for input; it may be nil.
	Waits func()
}

// Version says what was built.
type Version struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Built    string `json:"built,omitempty"`
	Go       string `json:"go,omitempty"`
}

// Wiring is what the command line needs of the parts that it must not know.
type Wiring struct {
	// Open opens the store and the use-cases of its user.
	Open func(ctx context.Context, o OpenOptions) (*Session, error)
	// Restore puts a backup where the store is and returns where it moved the
	// store that was there before; empty where there was none.
	Restore func(ctx context.Context, from, to string) (aside string, err error)
	// Identity returns the name and address that git knows the user by in a
	// folder; empty where it knows none.
	Identity func(ctx context.Context, dir string) (name, email string)
	// Checks look at the machine for doctor.
	Checks func(ctx context.Context) []Check
}

// OpenOptions say which store to open and how.
type OpenOptions struct {
	Location string
	// Create makes the store where there is none.
	Create bool
	Now    func() time.Time
	// Ahead are places that will be read: they are looked at while the store
	// opens.
	Ahead []Place
	// Notice takes what the user should know, such as a backup that was made.
	Notice func(message string)
}

// Place is where work can be read, by the kind of source.
type Place struct{ Kind, Location string }

// Session is an open store with the use-cases of its user.
type Session struct {
	People  *people.Service
	Journal *journal.Service
	Reports *reports.Service
	Intake  *intake.Service
	Diary   *diary.Service
	Growth  *growth.Service
	// Nudges is the coach.
	Nudges *nudges.Service

	Meetings *meetings.Service

	// Promises are asks and promises of both sides, advice, help, and load.
	Promises *promises.Service
	// Location and Database name the store for people.
	Location, Database string
	// Fresh says that the store was made by opening it.
	Fresh bool
	// Day reads a date in the user's words; ahead says in which direction an
	// open one looks. Period reads the value of --since and its like.
	Day    func(text string, ahead bool) (rapport.Day, error)
	Period func(text string) (rapport.Period, error)
	// Use makes all use-cases see a changed user.
	Use    func(rapport.User)
	Backup func(ctx context.Context, path string) error
	Check  func(ctx context.Context) ([]string, error)
	// Close releases the store. Leave does no more of it than the end of the
	// process leaves to do.
	Close, Leave func() error
}

// Check is one finding of doctor.
type Check struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Says string `json:"says"`
	Hint string `json:"hint,omitempty"`
}

// Run runs one command and returns the exit code: 0 done, 1 the user can fix
// it, 2 our fault, 3 done and something was found.
func Run(ctx context.Context, env Env, wiring Wiring) int {
	in := bufio.NewReader(interruptible{env.Stdin, ctx.Done(), env.Waits})
	sh := &shell{env: env, wiring: wiring, out: bufio.NewWriter(env.Stdout), in: in}
	return sh.finish(execute(ctx, sh))
}

// execute runs the command. A mistake of ours becomes an error like any other,
// so that the store is closed and the user hears of it in words.
func execute(ctx context.Context, sh *shell) (err error) {
	defer func() {
		if mistake := recover(); mistake != nil {
			if sh.env.Getenv("RAPPORT_TRACE") != "" {
				sh.tell("%s\n", debug.Stack())
			}
			err = rapport.Errorf(rapport.Internal, "the program made a mistake: %v", mistake)
		}
	}()
	root := newRoot(sh)
	root.SetArgs(sh.env.Args)
	root.SetIn(sh.in)
	root.SetOut(sh.out)
	root.SetErr(sh.env.Stderr)
	return root.ExecuteContext(ctx)
}
