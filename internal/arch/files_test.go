package arch

import (
	"bytes"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// maxLines is where a file should have become two. Generated files may be
// longer: nobody reads them.
const maxLines = 500

func TestFilesAreShortEnoughToRead(t *testing.T) {
	for _, s := range parsed(t) {
		if !s.generated && s.lines > maxLines {
			t.Errorf("%s has %d lines, more than %d: split it by what it is about", s.path, s.lines, maxLines)
		}
	}
}

func TestEveryPackageHasOneComment(t *testing.T) {
	comments := map[string][]string{}
	packages := map[string]bool{}
	for _, s := range parsed(t) {
		if s.isTest {
			continue
		}
		packages[s.dir] = true
		if s.file.Doc == nil {
			continue
		}
		comments[s.dir] = append(comments[s.dir], s.path)
		text := s.file.Doc.Text()
		start := "Package " + s.file.Name.Name + " "
		if s.file.Name.Name == "main" {
			start = "" // a command's comment begins with the command
		}
		if !strings.HasPrefix(text, start) || !strings.HasSuffix(strings.TrimSpace(text), ".") && !strings.Contains(text, "\n\n") {
			t.Errorf("%s: the package comment does not begin with %q and guide its user", s.path, start)
		}
	}
	for dir := range packages {
		if n := len(comments[dir]); n != 1 {
			t.Errorf("package %s has %d package comments, want one: %v", dir, n, comments[dir])
		}
	}
}

// banned lists calls that have no place where they would be made.
var banned = []struct {
	dirs   []string
	not    []string // folders below that may
	calls  []string
	why    string
	inTest bool
}{
	{
		dirs: append([]string{"internal/wire/...", "internal/intake/notes", "internal/intake/table"}, engines...), calls: []string{"time.Now", "time.Since", "time.Until", "time.After", "time.Sleep", "time.Tick", "time.NewTimer"},
		why: "the day is an argument",
	},
	{
		dirs: []string{"internal/people", "internal/journal", "internal/reports", "internal/intake", "internal/cli"}, calls: []string{"time.Now"},
		why: "the clock comes with the session, so that a test can set it",
	},
	{
		dirs: []string{"internal/...", ".", "cmd/..."}, calls: []string{"os.Exit", "log.Fatal", "log.Fatalf"}, not: []string{"cmd/..."},
		why: "only main ends the program: whoever calls must be able to clean up",
	},
	{dirs: []string{"internal/...", ".", "cmd/..."}, not: []string{"internal/store"}, inTest: true, calls: []string{"time.Sleep"}, why: "a test or a command that sleeps is slow or wrong"},
}

func TestCallsStayWhereTheyBelong(t *testing.T) {
	for _, s := range parsed(t) {
		for _, rule := range banned {
			if s.isTest && !rule.inTest || !underAny(s.dir, rule.dirs) || underAny(s.dir, rule.not) {
				continue
			}
			ast.Inspect(s.file, func(n ast.Node) bool {
				if call := qualified(n); slices.Contains(rule.calls, call) {
					t.Errorf("%s:%d calls %s: %s", s.path, s.position(n.Pos()), call, rule.why)
				}
				return true
			})
		}
	}
}

// compiled are calls that cost every start of the program when they stand at
// package level.
var compiled = []string{"regexp.MustCompile", "template.Must", "time.LoadLocation"}

func TestNothingIsComputedBeforeMain(t *testing.T) {
	for _, s := range parsed(t) {
		if s.isTest {
			continue
		}
		for _, decl := range s.file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				if f.Name.Name == "init" && f.Recv == nil {
					t.Errorf("%s:%d has an init function: whoever needs it should call it", s.path, s.position(f.Pos()))
				}
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				if _, ok := n.(*ast.FuncLit); ok {
					return false // computed when it is asked for
				}
				if call := qualified(n); slices.Contains(compiled, call) {
					t.Errorf("%s:%d calls %s before main: use sync.OnceValue", s.path, s.position(n.Pos()), call)
				}
				return true
			})
		}
	}
}

// reveals lists who may look at private text, and why.
var reveals = map[string]string{
	"internal/store/note.go":          "writes it down",
	"internal/store/columns.go":       "writes it down",
	"internal/store/search.go":        "keeps its words, apart from all others",
	"internal/store/change.go":        "keeps what it was, so that an edit can be undone",
	"internal/wire/journal/fields.go": "writes the owner's own journal",
	"internal/journal/search.go":      "shows the owner where it was found",
	"internal/cli/cmd_list.go":        "shows the owner their own note",
	"internal/coach/facts_private.go": "reads days, counts and words of its own lists out of it; no word of it comes out",
	"internal/profile/observe.go":     "reads a value out of it; no word of it comes out",
	"internal/coach/private.go":       "reads a date and a topic that is compared; no word of it comes out",
	"internal/prose/notes.go":         "compares a draft with it; a finding holds places in the draft alone",
}

func TestPrivateTextIsRevealedWhereListed(t *testing.T) {
	used := map[string]bool{}
	for _, s := range parsed(t) {
		if s.isTest {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok && selector.Sel.Name == "Reveal" {
				used[s.path] = true
				if reveals[s.path] == "" {
					t.Errorf("%s:%d reveals private text: it must not leave; add the file to the list with the reason if it cannot from there", s.path, s.position(n.Pos()))
				}
			}
			return true
		})
	}
	for name := range reveals {
		if !used[name] {
			t.Errorf("%s is listed and reveals nothing", name)
		}
	}
}

// ours are the words that would tie a tracked file to the machine it was
// written on. They are put together here so that this file does not hold them.
func ours() []string {
	slash := func(parts ...string) string { return "/" + strings.Join(parts, "/") }
	return []string{
		slash("work", "main"), slash("work", "shared"), slash("root", "go"), slash("root", "."), slash("tmp", "bench"),
		"go" + "proxy.", "proxy." + "golang", "registry." + "npmjs", "artifact" + "ory",
	}
}

func TestTrackedFilesNameNoMachine(t *testing.T) {
	for _, name := range tracked(t) {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // removed and not yet committed
		}
		for _, word := range ours() {
			if bytes.Contains(content, []byte(word)) {
				t.Errorf("%s holds %q, which means nothing on another machine", name, word)
			}
		}
	}
}

func TestEveryDependencyHasItsReason(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	reasons, err := os.ReadFile(filepath.Join(root, "docs", "dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "require "))
		module, version, ok := strings.Cut(line, " ")
		if !ok || !strings.HasPrefix(version, "v") || strings.HasSuffix(line, "// indirect") {
			continue
		}
		if !bytes.Contains(reasons, []byte("`"+module+"`")) {
			t.Errorf("go.mod needs %s and docs/dependencies.md does not say why", module)
		}
	}
}
