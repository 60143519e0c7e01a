package cli

import (
	"bufio"
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// tree returns the whole tree of commands.
func tree() *cobra.Command { return newRoot(&shell{out: bufio.NewWriter(&bytes.Buffer{})}) }

func walk(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, sub := range cmd.Commands() {
		walk(sub, visit)
	}
}

func TestEveryCommandSaysWhatItDoes(t *testing.T) {
	known := map[string]bool{}
	walk(tree(), func(cmd *cobra.Command) {
		path := cmd.CommandPath()
		if cmd.Short == "" {
			t.Errorf("%s has no short help", path)
		}
		if strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("the short help of %s ends with a full stop", path)
		}
		if cmd.HasParent() && !cmd.Parent().HasParent() {
			known[cmd.Name()] = true
			if cmd.GroupID == "" && cmd.Runnable() {
				t.Errorf("%s is in no group", path)
			}
		}
	})
	for _, c := range commands() {
		if !known[c.name] {
			t.Errorf("the command listed as %q calls itself otherwise", c.name)
		}
	}
}

func TestEveryExampleNamesACommandAndFlagsThatExist(t *testing.T) {
	root := tree()
	walk(root, func(cmd *cobra.Command) {
		for line := range strings.SplitSeq(cmd.Example, "\n") {
			words := strings.Fields(strings.TrimSpace(line))
			if len(words) == 0 {
				continue
			}
			if words[0] != "rapport" {
				t.Errorf("%s: the example %q does not begin with rapport", cmd.CommandPath(), line)
				continue
			}
			found, _, err := root.Find(words[1:])
			if err != nil || found == root {
				t.Errorf("%s: the example %q names no command", cmd.CommandPath(), line)
				continue
			}
			for _, w := range words {
				name, isFlag := strings.CutPrefix(w, "--")
				if isFlag && found.Flag(name) == nil && found.InheritedFlags().Lookup(name) == nil {
					t.Errorf("%s: the example %q has a flag that does not exist", cmd.CommandPath(), line)
				}
			}
		}
	})
}

func TestOneCommandIsBuiltWhereOneIsNamed(t *testing.T) {
	sh := &shell{env: Env{Args: []string{"log", "x"}}, out: bufio.NewWriter(&bytes.Buffer{})}
	if got := newRoot(sh).Commands(); len(got) != 1 || got[0].Name() != "log" {
		t.Errorf("%d commands are built for log, want that one", len(got))
	}
}

func TestEveryCommandIsInTheDescriptionOfTheJSON(t *testing.T) {
	text, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		if c.name != "man" && c.name != "grammar" && !strings.Contains(string(text), "`"+c.name) {
			t.Errorf("docs/json.md does not say what %s prints", c.name)
		}
	}
}

func TestOnlyTheNamedCommandIsBuilt(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]string{
		"list --week":                       "list",
		"--db work.db list --week":          "list",
		"--db=work.db -q list":              "list",
		"--json --format json search audit": "search",
		"--db list --week":                  "",
		"--week list":                       "",
		"-- list":                           "",
		"-qx list":                          "",
		"--db":                              "",
		"nonsense":                          "",
		"man":                               "",
		"":                                  "",
	} {
		root := newRoot(&shell{env: Env{Args: strings.Fields(args)}, out: bufio.NewWriter(&bytes.Buffer{})})
		built := root.Commands()
		switch {
		case want == "" && len(built) < len(commands()):
			t.Errorf("%q builds %d commands, not all", args, len(built))
		case want != "" && (len(built) != 1 || built[0].Name() != want):
			t.Errorf("%q builds %d commands, not %s alone", args, len(built), want)
		}
	}
}
