package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"rapport"
	"rapport/internal/intake/git/gittest"
	"rapport/internal/lifetime"
	"rapport/internal/store"
)

// bench is one run of all measurements.
type bench struct {
	options
	rapport string
	dir     string
	out     io.Writer
	log     io.Writer
	today   time.Time
	figures figures
	// bare is a Go program that does nothing.
	bare string
}

// sizes are the stores measured, in entries.
var sizes = [...]int{0, 1_000, 10_000, 100_000}

// period is what a store of n entries that ends on a day covers: ten years. The
// one of 1,000, which the largest is compared with, is as dense as that: its
// last week holds as much, and only the history is shorter.
func period(n int, until rapport.Day) rapport.Period {
	days := 365 * lifetime.Years
	if n == 1_000 {
		days = days * n / sizes[len(sizes)-1]
	}
	return rapport.Period{From: until.Add(-days), Until: until}
}

// life is a filled store and the floor's database beside it.
type life struct {
	size  int
	path  string
	floor string
	lifetime.Life
}

func (b *bench) all(ctx context.Context) error {
	if err := b.buildBare(ctx); err != nil {
		return err
	}
	if err := b.initialisation(ctx); err != nil {
		return err
	}
	lives := map[int]life{}
	for _, n := range sizes {
		l, err := b.fill(ctx, n)
		if err != nil {
			return fmt.Errorf("filling a store with %d entries: %w", n, err)
		}
		lives[n] = l
	}
	if err := b.version(ctx); err != nil {
		return err
	}
	for _, n := range sizes {
		if err := b.reads(ctx, lives[n]); err != nil {
			return err
		}
		if err := b.writes(ctx, lives[n]); err != nil {
			return err
		}
	}
	b.flat("log", 1.15)
	b.flat("report", 1.15)
	if err := b.exchange(ctx, lives[100_000]); err != nil {
		return err
	}
	if err := b.git(ctx); err != nil {
		return err
	}
	if b.gobench {
		return b.goBenchmarks(ctx)
	}
	return nil
}

// version is the cost of starting at all.
func (b *bench) version(ctx context.Context) error {
	return b.against(ctx, b.bareProcess(), []float64{0}, command{name: "version", args: []string{b.rapport, "version"}})
}

func (b *bench) reads(ctx context.Context, l life) error {
	at := func(name string) string { return name + ", " + label(l.size) }
	commands := []command{
		{name: at("list --week"), args: []string{b.rapport, "--db", l.path, "list", "--week"}},
		{name: at("search, a rare word"), args: []string{b.rapport, "--db", l.path, "search", l.Rare}},
		{name: at("search, a common word"), args: []string{b.rapport, "--db", l.path, "search", l.Common}},
		{name: at("report, last week"), args: []string{b.rapport, "--db", l.path, "report", "@" + string(l.BossSlug), "--last"}},
		{name: at("status --brief"), args: []string{b.rapport, "--db", l.path, "status", "--brief"}},
		{name: at("boss show"), args: []string{b.rapport, "--db", l.path, "boss", "show", "@" + string(l.BossSlug)}},
		{name: at("promises"), args: []string{b.rapport, "--db", l.path, "promises"}},
	}
	limits := []float64{4.5, 4.5, 4.5, 6, 0, 5, 5}
	if l.size == 0 {
		commands, limits = commands[:1], limits[:1]
	}
	return b.against(ctx, b.bareProcess(), limits, commands...)
}

func (b *bench) writes(ctx context.Context, l life) error {
	limit := 0.0
	if l.size == 100_000 {
		limit = 2
	}
	return b.against(ctx, b.sqliteInsert(l), []float64{limit},
		command{name: "log, durable, " + label(l.size), args: []string{b.rapport, "--db", l.path, "log", "did: checked the drawings for the second floor +annex"}})
}

// flat compares a command at the largest size with itself at 1,000 entries.
func (b *bench) flat(prefix string, limit float64) {
	var small, large measure
	for _, m := range b.figures.Cold {
		if !strings.HasPrefix(m.Name, prefix) {
			continue
		}
		if strings.HasSuffix(m.Name, label(1_000)) {
			small = m
		}
		if strings.HasSuffix(m.Name, label(100_000)) {
			large = m
		}
	}
	if small.Median > 0 {
		b.add(measure{
			Name: prefix + ", 100,000 entries", Median: large.Median, Best: large.Best,
			Floor: small.Median, FloorName: "at 1,000 entries", Ratio: large.Median / small.Median, Limit: limit, MaxRSS: large.MaxRSS,
		})
	}
}

func label(n int) string {
	text := strconv.Itoa(n)
	if n >= 1000 {
		text = text[:len(text)-3] + "," + text[len(text)-3:]
	}
	return text + " entries"
}

// fill makes a store of n entries, and the floor's database with the same
// rows, tables and indexes.
func (b *bench) fill(ctx context.Context, n int) (life, error) {
	l := life{size: n, path: filepath.Join(b.dir, fmt.Sprintf("life-%d.db", n)), floor: filepath.Join(b.dir, fmt.Sprintf("floor-%d.db", n))}
	if err := errors.Join(removeStore(l.path), removeStore(l.floor)); err != nil {
		return l, err
	}
	fmt.Fprintf(b.log, "filling a store with %s\n", label(n))
	db, err := store.Open(ctx, l.path, store.Key{}, store.Options{Create: true})
	if err != nil {
		return l, err
	}
	l.Life, err = lifetime.FillPeriod(ctx, db, n, period(n, rapport.DayOf(b.today)))
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return l, err
	}
	return l, b.fillFloor(ctx, l)
}

// git measures one author's week out of a large repository, the first time and
// again with nothing new, against git log with the same options.
func (b *bench) git(ctx context.Context) error {
	repository := filepath.Join(b.dir, fmt.Sprintf("repository-%d", b.commits))
	if _, err := os.Stat(repository); err != nil {
		fmt.Fprintf(b.log, "making a repository of %d commits\n", b.commits)
		history := gittest.History{Commits: b.commits, People: 40, Until: b.today, Every: 20 * time.Minute}
		if err := gittest.Generate(ctx, repository, history); err != nil {
			return err
		}
	}
	me := gittest.Author(3)
	since := b.today.AddDate(0, 0, -7).Format(time.DateOnly)
	path := filepath.Join(b.dir, "git.db")
	read := []string{b.rapport, "--db", path, "import", "git", repository, "--since", since}
	template, err := b.storeOf(ctx, me)
	if err != nil {
		return err
	}
	fresh := command{name: "import git, one week, first", args: read, before: func() error { return copyStore(template, path) }}
	again := command{name: "import git, nothing moved", args: read}
	floor := command{name: "git log", args: []string{
		"git", "-C", repository, "log", "--branches", "--remotes", "-z",
		"--author=" + me.Email, "--since=" + since, "--format=%H%x00%P%x00%an%x00%ae%x00%at%x00%ct%x00%B",
	}}
	samples, err := b.cold(ctx, b.bareProcess(), floor, fresh, again)
	if err != nil {
		return err
	}
	bare, log := samples[0].median(), samples[1].median()
	// The limit is git log plus eight bare processes, written as a ratio.
	b.add(measure{
		Name: fresh.name, Median: samples[2].median(), Best: samples[2].best(), Floor: log, FloorName: "git log",
		Ratio: samples[2].median() / log, Limit: (log + 8*bare) / log, MaxRSS: samples[2].rss,
	})
	b.add(measure{
		Name: again.name, Median: samples[3].median(), Best: samples[3].best(), Floor: bare, FloorName: "bare Go process",
		Ratio: samples[3].median() / bare, Limit: 8, MaxRSS: samples[3].rss,
	})
	return nil
}

// storeOf makes a store that knows who its user is and has read nothing yet.
func (b *bench) storeOf(ctx context.Context, me gittest.Person) (string, error) {
	set, template := filepath.Join(b.dir, "git-set-up.db"), filepath.Join(b.dir, "git-template.db")
	if err := errors.Join(removeStore(set), removeStore(template)); err != nil {
		return "", err
	}
	for _, args := range [...][]string{
		{"--db", set, "init", "--name", me.Name, "--email", me.Email, "--repo", "none"},
		{"--db", set, "backup", template},
	} {
		if out, err := exec.CommandContext(ctx, b.rapport, args...).CombinedOutput(); err != nil {
			return "", fmt.Errorf("%v: %w\n%s", args, err, out)
		}
	}
	return template, nil
}

func copyStore(from, to string) error {
	if err := removeStore(to); err != nil {
		return err
	}
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o600)
}

func removeStore(path string) error {
	for _, suffix := range [...]string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

// initialisation sums what the packages of the binary do before main.
func (b *bench) initialisation(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, b.rapport, "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace strings.Builder
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		return err
	}
	for line := range strings.Lines(trace.String()) {
		// init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs
		fields := strings.Fields(line)
		if len(fields) < 5 || fields[0] != "init" {
			continue
		}
		if ms, err := strconv.ParseFloat(fields[4], 64); err == nil {
			b.figures.InitMillis += ms
		}
	}
	fmt.Fprintf(b.out, "package initialisation %.2f ms (≤ 3), binary %.1f MB\n", b.figures.InitMillis, float64(b.figures.BinaryBytes)/1e6)
	return nil
}
