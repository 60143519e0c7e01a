package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/spf13/cobra"
)

// TestTheCoachNamesCommandsThatExist keeps the buttons of the coach from
// pointing nowhere.
func TestTheCoachNamesCommandsThatExist(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "coach", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules: %v", err)
	}
	named := regexp.MustCompile("[\"`]rapport ([a-z-]+)(?: ([a-z][a-z-]*))?")
	found := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllSubmatch(text, -1) {
			found++
			at := slices.IndexFunc(commands(), func(c command) bool { return c.name == string(m[1]) })
			if at < 0 {
				t.Errorf("%s names the command %q, which does not exist", filepath.Base(file), m[1])
				continue
			}
			built := commands()[at].build(&shell{})
			if len(m[2]) > 0 && built.HasSubCommands() && !slices.ContainsFunc(built.Commands(), func(c *cobra.Command) bool { return c.Name() == string(m[2]) }) {
				t.Errorf("%s names the command %q, which %s does not have", filepath.Base(file), m[2], m[1])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d commands are named; is the pattern right?", found)
	}
}
