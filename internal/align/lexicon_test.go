package align

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write lexicon/table.txt anew")

func TestTheLexiconTableIsCurrent(t *testing.T) {
	const path = "lexicon/table.txt"
	want := lexiconTable(t)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if lexicon != want {
		t.Fatalf("%s is not what the lexicon says; run go generate ./internal/align", path)
	}
}

// lexiconTable makes the table that the program reads from the lists that people
// write.
func lexiconTable(t *testing.T) string {
	t.Helper()
	senses := map[string][]sense{}
	family := 0
	for _, path := range []string{"lexicon/concepts.txt", "lexicon/trades.txt", "lexicon/topics.txt"} {
		eachListed(t, path, func(grade int8, words []string) {
			family++
			for _, word := range words {
				key := lexiconKey(word)
				s := sense{family: int16(family), grade: grade}
				if !slices.ContainsFunc(senses[key], func(x sense) bool { return x.family == s.family }) {
					senses[key] = append(senses[key], s)
				}
			}
		})
	}
	tiers := map[string]tier{}
	eachListed(t, "lexicon/plain.txt", func(grade int8, words []string) {
		for _, word := range words {
			key := lexiconKey(word)
			tiers[key] = max(tiers[key], empty-tier(grade))
		}
	})
	keys := map[string]bool{}
	for k := range senses {
		keys[k] = true
	}
	for k := range tiers {
		keys[k] = true
	}
	var lines []string
	for k := range keys {
		if len(senses[k]) > maxSenses {
			t.Errorf("%q is in %d families; at most %d are kept", k, len(senses[k]), maxSenses)
		}
		slices.SortFunc(senses[k], func(a, b sense) int {
			return cmp.Or(-cmp.Compare(a.grade, b.grade), cmp.Compare(a.family, b.family))
		})
		line := fmt.Sprintf("%s\t%d", k, tiers[k])
		for _, s := range senses[k] {
			line += fmt.Sprintf(" %d.%d", s.family, s.grade)
		}
		lines = append(lines, line)
	}
	slices.SortFunc(lines, func(a, b string) int {
		x, _, _ := strings.Cut(a, "\t")
		y, _, _ := strings.Cut(b, "\t")
		return cmp.Compare(x, y)
	})
	return strings.Join(lines, "\n") + "\n"
}

// lexiconKey stems the words of an entry such as near_miss.
func lexiconKey(word string) string {
	parts := strings.Split(word, "_")
	for i, p := range parts {
		parts[i] = stem(p)
	}
	return strings.Join(parts, " ")
}

func eachListed(t *testing.T, path string, do func(grade int8, words []string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		grade, words, ok := strings.Cut(line, ":")
		if !ok || len(grade) != 1 || grade[0] < '0' || grade[0] > '3' {
			t.Fatalf("%s: %q does not begin with a grade and a colon", path, line)
		}
		do(int8(grade[0]-'0'), strings.Fields(words))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
