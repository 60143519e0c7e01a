package app_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapport/internal/store/storetest"
)

// TestStrangersFirstRun does what somebody does who has just cloned the
// project: builds it with the one command of the README, and starts it in
// places of all kinds without answering any question.
func TestStrangersFirstRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program again")
	}
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("needs make")
	}
	t.Parallel()
	clone := cloneOfHead(t)
	build := exec.Command("make", "-s", "build")
	build.Dir = clone
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("make build: %v\n%s", err, out)
	}
	built := filepath.Join(clone, "bin", "rapport")
	out, err := exec.Command(built, "version").CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "rapport ") {
		t.Errorf("rapport version: %v\n%s", err, out)
	}
	status := exec.Command("git", "status", "--porcelain")
	status.Dir = clone
	if out, err := status.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("building leaves files that are not ignored: %v\n%s", err, out)
	}
}

// cloneOfHead clones the repository that the tests stand in.
func cloneOfHead(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	clone := exec.Command("git", "clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(root(t)), dir)
	if out, err := clone.CombinedOutput(); err != nil {
		t.Skipf("needs the project's own repository: %v\n%s", err, out)
	}
	return dir
}

// root is the folder of the project.
func root(t *testing.T) string {
	t.Helper()
	_, file, _, ok := runtime.Caller(0)
	if !ok || !filepath.IsAbs(file) {
		t.Skip("the tests were built without the paths of their sources")
	}
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// firstCommands are the ways to begin without a terminal.
func firstCommands() [][]string { return [][]string{{"init"}, {"start"}, {"init", "--yes"}} }

func TestFirstRunInARepositoryReportsItsCommits(t *testing.T) {
	for _, args := range firstCommands() {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			l := newLife(t, "")
			l.dir = l.repository("letters", "Answer letters within two days (#12)", "Count the letters of district 4", "Fix the wrong sum on the cover sheet")
			r := l.must(args...)
			for _, w := range []string{"letters", "my boss"} {
				if !strings.Contains(strings.ToLower(r.stdout), w) {
					t.Errorf("the first report does not say %q:\n%s", w, r.stdout)
				}
			}
			if name := strings.TrimSpace(l.must("config", "name").stdout); name != "Maren Holt" {
				t.Errorf("the name is %q, not that of git", name)
			}
			if inbox := l.must("inbox").stdout; inbox != "" {
				t.Errorf("not everything was accepted:\n%s", inbox)
			}
			before := l.export()
			again := l.must(args...)
			if after := l.export(); after != before {
				t.Errorf("a second run changed the store:\n%s", again.stderr)
			}
			l.must("report", "--mark-sent")
			l.must("status")
		})
	}
}

func TestFirstRunWithoutARepositoryAsksNothing(t *testing.T) {
	for _, args := range firstCommands() {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			l := newLife(t, "")
			l.must(args...)
			l.must("log", "won: the queue is down from 40 to 25 minutes")
			if out := l.must("report").stdout; !strings.Contains(out, "40 to 25") {
				t.Errorf("the report does not tell what was done:\n%s", out)
			}
		})
	}
}

// TestNurseHasAFirstReportFromFlags: no repository, a name, a boss, a goal and
// two lines of work.
func TestNurseHasAFirstReportFromFlags(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	out := l.must("init", "--name", "Ana Brandt", "--boss", "Dana Osei", "--goal", "Handover under 20 minutes", "--repo", "none",
		"--log", "won: handover takes 18 minutes instead of 26 -> staff leave on time", "--log", "stuck: the second infusion pump is broken").stdout
	for _, w := range []string{"Dana Osei", "18 minutes", "26", "infusion pump", "Handover under 20 minutes"} {
		if !strings.Contains(out, w) {
			t.Errorf("the first report does not say %q:\n%s", w, out)
		}
	}
	bosses := l.must("boss", "--json").stdout
	if again := l.must("init", "--name", "Ana Brandt", "--boss", "Dana Osei", "--goal", "Handover under 20 minutes", "--repo", "none"); l.must("boss", "--json").stdout != bosses {
		t.Errorf("a second init made another boss\n%s", again.stderr)
	}
}

// TestInitInStrangePlacesStillEndsWell: a folder without commits, a bare
// repository, a folder that is gone, no git at all.
func TestInitInStrangePlacesStillEndsWell(t *testing.T) {
	t.Parallel()
	t.Run("no commits yet", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, "")
		l.dir = l.repository("empty")
		l.must("init")
	})
	t.Run("a bare repository", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, "")
		full := l.repository("full", "Answer letters within two days")
		l.git(l.dir, "clone", "-q", "--bare", full, "bare.git")
		l.git(filepath.Join(l.dir, "bare.git"), "config", "user.email", "maren@example.org")
		l.dir = filepath.Join(l.dir, "bare.git")
		l.must("init")
	})
	t.Run("no git", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, "")
		l.env = []string{"PATH=/nonexistent"}
		l.must("init")
		if r := l.run("import", "git", l.dir); r.code != exitUser || !strings.Contains(r.stderr, "git") {
			t.Errorf("exit code %d\n%s", r.code, r.stderr)
		}
	})
	t.Run("no home", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, "")
		l.env = []string{"HOME="}
		l.run("log", "did: swept").refused("--db")
	})
	t.Run("a broken configuration", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, "")
		folder := filepath.Join(l.home, ".config", "rapport")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "config.toml"), []byte("db = [nonsense\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		l.run("log", "did: swept").refused("config.toml")
	})
}

// TestDemoIsMarkedAndApart: the sample life has a store of its own.
func TestDemoIsMarkedAndApart(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	l.must("log", "did: swept the yard")
	before := l.export()
	store := strings.TrimSpace(l.must("demo").stdout)
	if l.export() != before {
		t.Error("the demo changed the user's own store")
	}
	own := *l
	own.store = store
	var sample struct{ Config struct{ Sample bool } }
	if err := json.Unmarshal([]byte(own.must("config", "--json").stdout), &sample); err != nil || !sample.Config.Sample {
		t.Errorf("the sample is not marked: %v", err)
	}
	for _, args := range [][]string{{"status"}, {"report"}, {"list", "--week"}, {"search", "pump"}} {
		if out := own.must(args...).stdout; len(out) < 40 {
			t.Errorf("the sample has little to show for %q:\n%s", args, out)
		}
	}
}

// TestReadmeCommandsRun runs the commands that the README shows after a $.
func TestReadmeCommandsRun(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(root(t), "README.md"))
	if err != nil {
		t.Skip("there is no README.md yet")
	}
	l := newLife(t, "")
	l.dir = l.repository("letters", "Answer letters within two days (#12)", "Count the letters of district 4")
	if err := os.Symlink(binary, filepath.Join(l.home, "rapport")); err != nil {
		t.Skip(err)
	}
	ran := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok || !strings.HasPrefix(command, "rapport ") {
			continue
		}
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir, cmd.Env = l.dir, append(l.command(t.Context()).Env, "PATH="+l.home+":"+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
		ran++
	}
	if ran == 0 {
		t.Log("the README shows no command after a $")
	}
}

// TestBossWithoutANameIsNamedOnce: who began without saying a name hears how to
// say it, and types the name from then on.
func TestBossWithoutANameIsNamedOnce(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	l.must("init", "--repo", "none")
	l.run("log", "fyi: the lift is out of order @maya").refused("@maya", `rapport boss edit @boss --name "Maya"`)
	l.must("boss", "edit", "@boss", "--name", "Maya Lind")
	l.must("log", "fyi: the lift is out of order @maya")
	if out := l.must("report", "@maya").stdout; !strings.Contains(out, "Report for Maya Lind") || !strings.Contains(out, "lift") {
		t.Errorf("the report is not for the boss who was named:\n%s", out)
	}
}

// TestHelpExamplesAreUnderstood: what the help says can be typed is read.
func TestHelpExamplesAreUnderstood(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	l.must("boss", "add", "Dana Osei")
	l.must("project", "add", "Ward")
	l.must("project", "add", "Checkout")
	for _, args := range [][]string{
		{"search", `"second scanner" since:october kind:stuck`},
		{"search", "pati* project:ward"},
		{"search", "waiting", "time"},
		{"list", "--since", "october", "--kind", "won", "--project", "checkout"},
		{"list", "--untold", "@dana"},
		{"log", "stuck: second scanner is broken by:fri"},
		{"log", `promise: rota for January by:"end of month" @dana`},
		{"report", "@dana", "--week", "--format", "text"},
		{"config", "leave", "2026-12-21..2027-01-03"},
		{"config", "zone", "Europe/Lisbon"},
	} {
		l.must(args...)
	}
}

// TestUndoStopsAtASentReport: what was told was told. An undo after it must not
// reach for what the report rests on.
func TestUndoStopsAtASentReport(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "won: the queue is down from 40 to 25 @ines")
		l.must("report", "--mark-sent", "--via", "mail")
		before := l.export()
		l.run("undo").refused("sent", "rapport edit")
		if after := l.export(); after != before {
			t.Error("the store changed")
		}
		l.must("log", "did: swept the yard")
		l.must("undo")
		if after := l.export(); strings.Count(after, "\n") < strings.Count(before, "\n") {
			t.Error("undo took more back than the last line")
		}
		l.run("undo").refused("sent")
	})
}
