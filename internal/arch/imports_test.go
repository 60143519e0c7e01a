package arch

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rule says what a folder may import besides the standard library.
type rule struct {
	// dir is a folder of the module, with its subfolders where it ends in
	// "/...".
	dir string
	// may lists folders of the module, and modules and packages of others.
	may []string
	why string
}

// rules holds one line for each room of the house. The first that fits counts.
var rules = []rule{
	{".", nil, "the nouns are a leaf: what is cyclic by nature lives here, and everything that does something is layered above"},

	{"internal/when", []string{".", "github.com/teambition/rrule-go"}, "an engine: dates and rhythms from words, day and zone as arguments"},
	{"internal/capture", []string{".", "internal/when"}, "an engine: a line is read with its dates"},
	{"internal/align", []string{"."}, "an engine: which goals work serves"},
	{"internal/prose", []string{"."}, "an engine: findings in a text"},
	{"internal/compose", []string{".", "internal/prose", "internal/when", "internal/profile"}, "an engine: material to report, fitted to the values of a profile"},
	{
		"internal/coach/...",
		[]string{".", "internal/when", "internal/align", "internal/profile", "internal/prose"},
		"an engine: its facts need working days, the goals that work serves, how a boss likes to work, and what is wrong with a draft",
	},
	{"internal/profile", []string{"."}, "an engine: evidence about how a boss works to a profile"},
	{"internal/review", []string{".", "internal/when"}, "an engine: a period to a review"},

	{
		"internal/store",
		[]string{".", "github.com/jackc/pgx/v5", "github.com/ncruces/go-sqlite3", "github.com/pressly/goose/v3", "golang.org/x/text"},
		"the only SQL, and the only place of the drivers; it decides nothing, so it needs no engine",
	},
	{"internal/store/storetest", []string{"internal/store", "github.com/jackc/pgx/v5"}, "makes stores for tests"},
	{"internal/lifetime", []string{".", "internal/store"}, "fills a store for benchmarks, without the features that it would measure"},

	{"internal/wire/journal", []string{".", "golang.org/x/text"}, "the journal's lines, whatever is done with them"},
	{"internal/wire/ics", []string{"."}, "calendars that leave, built of plain text and instants: what is private has no way in"},
	{"internal/wire/...", []string{"."}, "shapes that leave, built of nouns only"},

	{"internal/intake/git/gittest", nil, "makes repositories with the installed git"},
	{"internal/intake/git", []string{"."}, "a source: fetches, and maps by pure functions; the feature above it stores"},
	{"internal/intake/readme", []string{".", "internal/profile"}, "a source without a fetch: a pure map of text to proposals, which reads preferences as the profile does"},
	{"internal/intake/notes", []string{".", "internal/capture", "internal/when"}, "a pure reading of running notes: dates and promises are read by the engines, and the feature above it stores"},
	{"internal/intake/table", []string{".", "internal/capture", "internal/when"}, "a pure reading of CSV, row by row: dates and kinds are read by the engines, and the feature above it stores"},
	{
		"internal/intake/calendar",
		[]string{".", "internal/when", "github.com/emersion/go-ical", "github.com/teambition/rrule-go"},
		"a source: fetches a calendar, and maps it by pure functions; the feature above it stores",
	},
	{"internal/deliver/...", []string{"."}, "channels carry what was approved and know nothing else"},

	{"internal/desk", []string{".", "internal/store", "internal/capture", "internal/when", "internal/profile"}, "what every use-case works with: the owner, the clock, the grammar, the change that can be undone, and how a boss works"},
	{"internal/people", features, "a feature"},
	{"internal/journal", features, "a feature"},
	{"internal/promises", features, "a feature"},
	{"internal/meetings", features, "a feature"},
	{"internal/reports", features, "a feature"},
	{"internal/growth", features, "a feature"},
	{"internal/diary", features, "a feature: the record as a calendar"},
	{"internal/nudges", features, "a feature"},
	{"internal/sharing", features, "a feature"},
	{"internal/accounts", features, "a feature"},
	{"internal/intake", features, "a feature: sources are given to it"},
	{"internal/jobs", []string{".", "internal/store"}, "what runs later is rows first"},

	{"internal/config", []string{".", "github.com/pelletier/go-toml/v2"}, "files and variables to values"},
	{"internal/cli", append(slices.Clone(doors), "internal/config", "github.com/spf13/cobra", "github.com/spf13/pflag"), "a door: translates and never decides; store, engines and drivers stay behind the features"},
	{"internal/web/...", append(slices.Clone(doors), "github.com/a-h/templ"), "a door"},
	{"internal/mcp", doors, "a door"},

	{"internal/app", []string{"internal/...", ".", "golang.org/x/term"}, "the wiring: the only place that knows everybody"},
	{"internal/arch", nil, "tests of these rules"},

	{"cmd/rapport", []string{"internal/app", "internal/cli", "internal/web"}, "a dozen lines"},
	{
		"cmd/rapport-eval",
		append([]string{"internal/wire/...", "internal/store", "internal/people", "internal/journal", "internal/desk", "internal/nudges"}, engines...),
		"scores the engines that the product uses; the coach is asked through a store, as a user's is",
	},
	{"cmd/rapport-bench", append([]string{"internal/app", "internal/cli", "internal/store", "internal/lifetime", "internal/wire/...", "internal/intake/git/gittest"}, engines...), "measures the product"},
}

var (
	engines  = []string{".", "internal/when", "internal/capture", "internal/align", "internal/prose", "internal/compose", "internal/coach/...", "internal/profile", "internal/review"}
	features = append([]string{"internal/desk", "internal/store", "internal/wire/..."}, engines...)
	doors    = []string{
		".", "internal/wire/...", "internal/people", "internal/journal", "internal/promises", "internal/meetings", "internal/reports",
		"internal/growth", "internal/nudges", "internal/sharing", "internal/accounts", "internal/intake", "internal/diary",
		"internal/profile", // the words for styles
	}
)

func TestImportsFollowTheHouse(t *testing.T) {
	for _, s := range parsed(t) {
		if s.isTest {
			continue // a test may reach for what it checks against
		}
		r := slices.IndexFunc(rules, func(r rule) bool { return under(s.dir, r.dir) })
		if r < 0 {
			t.Errorf("%s: no rule for the folder %s: add its line, with the reason", s.path, s.dir)
			continue
		}
		for _, spec := range s.file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !allowed(imported, rules[r].may) {
				t.Errorf("%s:%d imports %s: %s is %s", s.path, s.position(spec.Pos()), imported, s.dir, rules[r].why)
			}
		}
	}
}

func allowed(imported string, may []string) bool {
	local, isLocal := strings.CutPrefix(imported, "rapport/")
	switch {
	case imported == "rapport":
		return slices.Contains(may, ".")
	case isLocal:
		return underAny(local, may)
	case !strings.Contains(strings.SplitN(imported, "/", 2)[0], "."):
		return true // the standard library
	}
	return slices.ContainsFunc(may, func(m string) bool {
		return strings.Contains(m, ".") && (imported == m || strings.HasPrefix(imported, m+"/"))
	})
}

// TestOnlyTheWiringKnowsEverybody keeps app from being imported by what it
// wires.
func TestOnlyTheWiringKnowsEverybody(t *testing.T) {
	for _, s := range parsed(t) {
		if s.isTest || strings.HasPrefix(s.dir, "cmd/") {
			continue
		}
		for _, spec := range s.file.Imports {
			if spec.Path.Value == `"rapport/internal/app"` {
				t.Errorf("%s imports the wiring, which only cmd may", s.path)
			}
		}
	}
}

// notHere lists standard packages that a room must do without.
var notHere = []struct {
	dirs     []string
	packages []string
	why      string
}{
	{
		[]string{"."},
		[]string{"context", "database/sql", "net/http", "encoding/json", "os", "io", "log", "log/slog", "math/rand", "math/rand/v2", "crypto/rand", "net", "net/url"},
		"the nouns do no input or output, and how they are written down is not their business",
	},
	{
		append([]string{"internal/intake/notes", "internal/intake/table"}, engines[1:]...),
		[]string{"context", "database/sql", "net/http", "os", "os/exec", "log", "log/slog", "math/rand", "math/rand/v2", "crypto/rand", "net", "net/url"},
		"engines are pure: the same data on the same day gives the same output",
	},
	{
		[]string{"internal/wire/...", "internal/people", "internal/journal", "internal/reports", "internal/intake"},
		[]string{"database/sql", "net/http", "os/exec"},
		"SQL belongs to the store, the network to sources and channels",
	},
}

func TestRoomsDoWithout(t *testing.T) {
	for _, s := range parsed(t) {
		for _, rule := range notHere {
			if s.isTest || !underAny(s.dir, rule.dirs) {
				continue
			}
			for _, spec := range s.file.Imports {
				if imported, _ := strconv.Unquote(spec.Path.Value); slices.Contains(rule.packages, imported) {
					t.Errorf("%s:%d imports %s: %s", s.path, s.position(spec.Pos()), imported, rule.why)
				}
			}
		}
	}
}

// forbiddenNames say nothing about what is inside.
var forbiddenNames = []string{"util", "utils", "common", "helpers", "helper", "types", "models", "model", "core", "manager", "base", "shared", "misc", "lib", "pkg"}

func TestPackagesAreNamedForWhatTheyHold(t *testing.T) {
	for _, s := range parsed(t) {
		for _, part := range strings.Split(s.dir, "/") {
			if slices.Contains(forbiddenNames, part) {
				t.Errorf("%s: the folder %q says nothing about what is inside", s.path, part)
			}
		}
		name := s.file.Name.Name
		want := path.Base(s.dir)
		if s.dir == "." {
			want = "rapport"
		}
		if strings.HasPrefix(s.dir, "cmd/") {
			want = "main"
		}
		if strings.TrimSuffix(name, "_test") != want {
			t.Errorf("%s: package %s is not named like its folder", s.path, name)
		}
	}
}
