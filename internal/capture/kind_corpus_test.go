package capture

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"

	"rapport"
)

var examplesFile = flag.String("examples", "", "a file of labelled lines to measure besides the corpus")

// labelled is a line of the corpus.
type labelled struct {
	ID             string          `json:"id"`
	Text           string          `json:"text"`
	Kind           rapport.Kind    `json:"kind"`
	CommittedBy    []rapport.Party `json:"committed_by"`
	Hard           bool            `json:"hard"`
	AlsoAcceptable []rapport.Kind  `json:"also_acceptable"`
	Trade          string          `json:"trade"`
	Part           string          `json:"part"`

	tradeNumber int
}

// corpus reads the lines that the weights are learnt from. The part of a line
// says which of the files it stands in, or which part of the first.
func corpus(t testing.TB) []labelled {
	t.Helper()
	lines := readLabelled(t, "testdata/kinds.jsonl")
	for _, part := range []string{"more", "desk", "quiet"} {
		for _, l := range readLabelled(t, "testdata/"+part+".jsonl") {
			l.Part = part
			lines = append(lines, l)
		}
	}
	numbers := map[string]int{}
	for i, l := range lines {
		if _, ok := numbers[l.Trade]; !ok {
			numbers[l.Trade] = len(numbers)
		}
		lines[i].tradeNumber = numbers[l.Trade]
	}
	return lines
}

func readLabelled(t testing.TB, path string) []labelled {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []labelled
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func kindIndex(k rapport.Kind) int { return slices.Index(rapport.Kinds[:], k) }

func kindAt(i int) rapport.Kind { return rapport.Kinds[i] }

// figures are the scores of a set of lines.
type figures struct {
	accuracy, macroF1, hard, parties float64
	misses                           []string
}

func (f figures) String() string {
	return fmt.Sprintf("accuracy %.3f, macro F1 %.3f, hard %.3f, promised by %.3f", f.accuracy, f.macroF1, f.hard, f.parties)
}

func measure(lines []labelled) figures {
	var hit, hardHit, hardAll, pledges, pledgesHit int
	var truePos, falsePos, falseNeg [len(rapport.Kinds)]int
	var f figures
	for _, l := range lines {
		guess := GuessKind(l.Text, nil)
		right := guess.Kind == l.Kind || slices.Contains(l.AlsoAcceptable, guess.Kind)
		if l.Hard {
			hardAll++
		}
		if right {
			hit++
			truePos[kindIndex(l.Kind)]++
			if l.Hard {
				hardHit++
			}
		} else {
			falseNeg[kindIndex(l.Kind)]++
			falsePos[kindIndex(guess.Kind)]++
			f.misses = append(f.misses, string(guess.Kind)+" not "+string(l.Kind)+": "+l.Text+"  ["+guess.Reason+"]")
		}
		if l.Kind == rapport.Commitment {
			pledges++
			s := readSentence(l.Text)
			if slices.Equal(committedBy(&s), l.CommittedBy) {
				pledgesHit++
			} else {
				f.misses = append(f.misses, "promised by "+join(committedBy(&s))+" not "+join(l.CommittedBy)+": "+l.Text)
			}
		}
	}
	f.accuracy = share(hit, len(lines))
	f.hard = share(hardHit, hardAll)
	f.parties = share(pledgesHit, pledges)
	for k := range truePos {
		f.macroF1 += share(2*truePos[k], 2*truePos[k]+falsePos[k]+falseNeg[k]) / float64(len(truePos))
	}
	return f
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func join(parties []rapport.Party) string {
	out := ""
	for _, p := range parties {
		out += string(p) + " "
	}
	return out
}
