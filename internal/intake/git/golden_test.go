package git

import (
	"crypto/sha1"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapport"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMap_readsThreeHabits maps invented weeks of three teams: one that
// squashes its requests, one that merges them, and one person alone.
func TestMap_readsThreeHabits(t *testing.T) {
	t.Parallel()
	for _, habit := range []string{"squash", "merge", "solo"} {
		t.Run(habit, func(t *testing.T) {
			t.Parallel()
			commits := readHistory(t, filepath.Join("testdata", habit+".history"))
			got := describe(Map(commits, MapOptions{Today: "2026-11-30"}))
			golden := filepath.Join("testdata", habit+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("proposals differ (-want +got):\n%s", diff)
			}
		})
	}
}

func describe(proposals []rapport.Proposal) string {
	var b strings.Builder
	for _, p := range proposals {
		fmt.Fprintf(&b, "%s…%s %s %d%% +%s\n  %s\n  %s\n  key %s\n", p.From, p.Day, p.Kind, p.Confidence, p.Project, p.Text, p.Reason, p.Key)
		for i, e := range p.Evidence {
			mark := "-"
			if i >= len(p.Evidence)-p.Noise {
				mark = "~"
			}
			fmt.Fprintf(&b, "    %s %s\n", mark, e.Title)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// readHistory reads commits from a file: paragraphs of lines, each beginning
// with the name of a field; several lines of the field "say" make the message.
func readHistory(t *testing.T, file string) []Commit {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var commits []Commit
	for paragraph := range strings.SplitSeq(string(text), "\n\n") {
		c := Commit{Repo: "shop", AuthorName: "Ada Moor", AuthorEmail: "ada@example.org"}
		var message []string
		for line := range strings.Lines(paragraph) {
			field, value, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
			switch field {
			case "commit":
				c.SHA = idOf(value)
			case "at":
				at, err := time.Parse(time.RFC3339, value)
				if err != nil {
					t.Fatal(err)
				}
				c.Author, c.Committer = rapport.StampOf(at), rapport.StampOf(at)
			case "on":
				for _, p := range strings.Fields(value) {
					c.Parents = append(c.Parents, idOf(p))
				}
			case "files":
				c.Files = strings.Fields(value)
			case "brought":
				for _, p := range strings.Fields(value) {
					c.Merged = append(c.Merged, idOf(p))
				}
			case "say":
				message = append(message, value)
			case "#", "":
			default:
				t.Fatalf("%s: field %q is not known", file, field)
			}
		}
		if c.SHA == "" {
			continue
		}
		c.Subject, c.Body = splitMessage(strings.Join(message, "\n"))
		commits = append(commits, c)
	}
	return commits
}

// idOf makes a commit id of a short name.
func idOf(name string) string {
	sum := sha1.Sum([]byte(name))
	return hex.EncodeToString(sum[:])
}
