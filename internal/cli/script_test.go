package cli_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rapport/internal/app"
	"rapport/internal/cli"
)

// asProgram names the variable that makes the test binary be the program.
const asProgram = "RAPPORT_AS_PROGRAM"

// TestMain lets the tests run the command line as a program of its own.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		scripted()
	}
	testscript.Main(m, map[string]func(){"rapport": scripted})
}

// scripted is the program, with what a script may set of its surroundings:
// NOW is the time at which the script began, ASKS says that somebody answers questions, and WIDTH is the
// width of the terminal.
func scripted() {
	ctx, env := app.Process(context.Background(), "v0.0.0-test")
	if text := os.Getenv("NOW"); text != "" {
		now, err := time.Parse(time.RFC3339, text)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		begun, err := strconv.ParseInt(os.Getenv("BEGUN"), 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		env.Now = func() time.Time { return now.Add(time.Since(time.Unix(0, begun))) }
	}
	if os.Getenv("ASKS") != "" {
		env.Asks = true
	}
	if width, err := strconv.Atoi(os.Getenv("WIDTH")); err == nil {
		env.OutWidth, env.ErrWidth = width, width
	}
	os.Exit(cli.Run(ctx, env, app.Wiring()))
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			home := e.WorkDir + "/home"
			e.Setenv("HOME", home)
			e.Setenv("NOW", "2026-11-18T15:30:00Z") // a Wednesday
			e.Setenv("BEGUN", strconv.FormatInt(time.Now().UnixNano(), 10))
			e.Setenv("TZ", "UTC")
			e.Setenv("NO_COLOR", "1")
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			e.Setenv("GIT_CONFIG_GLOBAL", home+"/.gitconfig")
			return os.MkdirAll(home, 0o700)
		},
	})
}
