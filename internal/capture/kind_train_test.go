package capture

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"rapport"
)

// go test ./internal/capture -run TestTrainedWeights -train writes
// kind_weights.go and kind_clues.txt anew from the corpus. It never reads any
// other examples.
var train = flag.Bool("train", false, "learn the weights of signs and clues from the corpus")

const (
	trainRounds = 300
	trainStep   = 0.5
	// The penalties hold weights near common sense: signs that have a name the
	// most, since a person has thought about them.
	namedPenalty = 4
	classPenalty = 4
	wordPenalty  = 1
	shapePenalty = 2
	// In each round a share of what a line shows is hidden, so that no line is
	// learnt by heart and its signs learn to stand in for each other.
	hiddenSigns = 0.2
	hiddenClues = 0.5
	// clueShare is what a clue weighs in a guess of what it weighs while half
	// of the clues are hidden.
	clueShare = 0.8
	// A clue is learnt only if lines of this many trades show it.
	tradesOfClue = 2
	// A clue is written down only if it says this much for some kind.
	leastClue = 0.09
)

// example is a line as the trainer sees it: what it shows, signs first.
type example struct {
	seen []int32
	kind int
}

// learner knows which clues are worth learning, and under which number.
type learner struct {
	clues  []string
	number map[string]int32
}

// newLearner collects the clues of lines that several trades share.
func newLearner(lines []labelled) *learner {
	lastTrade, trades := map[string]int{}, map[string]int{}
	for _, l := range lines {
		s := readSentence(l.Text)
		eachClue(&s, func(clue []byte) {
			if last, ok := lastTrade[string(clue)]; !ok || last != l.tradeNumber {
				lastTrade[string(clue)] = l.tradeNumber
				trades[string(clue)]++
			}
		})
	}
	maps.DeleteFunc(trades, func(_ string, n int) bool { return n < tradesOfClue })
	ln := &learner{clues: slices.Sorted(maps.Keys(trades)), number: map[string]int32{}}
	for i, clue := range ln.clues {
		ln.number[clue] = int32(numSigns + i)
	}
	return ln
}

func (ln *learner) examples(lines []labelled) []example {
	out := make([]example, 0, len(lines))
	for _, l := range lines {
		s := readSentence(l.Text)
		g := see(&s)
		ex := example{kind: kindIndex(l.Kind)}
		for i, on := range g {
			if on {
				ex.seen = append(ex.seen, int32(i))
			}
		}
		eachClue(&s, func(clue []byte) {
			if n, ok := ln.number[string(clue)]; ok {
				ex.seen = append(ex.seen, n)
			}
		})
		out = append(out, ex)
	}
	return out
}

func (ln *learner) penalty(i int) float64 {
	switch {
	case i < numNamed:
		return namedPenalty
	case i < numSigns:
		return classPenalty
	case ln.clues[i-numSigns][0] == 'w':
		return wordPenalty
	}
	return shapePenalty
}

type weightRow = [len(rapport.Kinds)]float64

// fit finds the weights of a softmax regression by gradient descent with
// per-weight steps, a quadratic penalty on how far they move away from common
// sense, and a part of each line hidden in each round; the weights are the mean of the
// later rounds. It is deterministic.
func (ln *learner) fit(examples []example) []weightRow {
	n := numSigns + len(ln.clues)
	prior, w := make([]weightRow, n), make([]weightRow, n)
	common := commonSense()
	copy(prior, common[:])
	copy(w, prior)
	squares, grad := make([]weightRow, n), make([]weightRow, n)
	hide := hider(1)
	var shown []int32
	mean := make([]weightRow, n)
	for round := range trainRounds {
		clear(grad)
		for _, ex := range examples {
			shown = hide.some(shown[:0], ex.seen)
			p := probabilities(w, shown)
			p[ex.kind]--
			for _, i := range shown {
				for k := range p {
					grad[i][k] += p[k]
				}
			}
		}
		for i := range w {
			held := ln.penalty(i)
			for k := range w[i] {
				d := grad[i][k] + held*(w[i][k]-prior[i][k])
				squares[i][k] += d * d
				if squares[i][k] > 0 {
					w[i][k] -= trainStep * d / math.Sqrt(squares[i][k])
				}
				if round >= trainRounds/2 {
					mean[i][k] += w[i][k] / (trainRounds - trainRounds/2)
				}
			}
		}
	}
	return mean
}

// hider hides a part of what a line shows: the same on every run.
type hider uint32

// some appends what is not hidden of seen to shown.
func (h *hider) some(shown, seen []int32) []int32 {
	for _, i := range seen {
		*h ^= *h << 13
		*h ^= *h >> 17
		*h ^= *h << 5
		hidden := hiddenClues
		if i < numSigns {
			hidden = hiddenSigns
		}
		if float64(*h&0xffff)/0x10000 >= hidden {
			shown = append(shown, i)
		}
	}
	return shown
}

func probabilities(w []weightRow, seen []int32) weightRow { return mixed(w, seen, 1) }

// mixed is probabilities with less weight to clues than to signs.
func mixed(w []weightRow, seen []int32, clues float64) weightRow {
	var p weightRow
	for _, i := range seen {
		for k := range p {
			if i < numSigns {
				p[k] += w[i][k]
			} else {
				p[k] += w[i][k] * clues
			}
		}
	}
	top := slices.Max(p[:])
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

func TestTrainedWeights(t *testing.T) {
	if !*train {
		t.Skip("run with -train to learn the weights anew")
	}
	lines := corpus(t)
	ln := newLearner(lines)
	w := ln.fit(ln.examples(lines))
	writeSignWeights(t, w[:numSigns])
	writeClueWeights(t, ln.clues, w[numSigns:])
}

func writeSignWeights(t *testing.T, w []weightRow) {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated by go test -run TestTrainedWeights -train; DO NOT EDIT.\n\npackage capture\n\n")
	fmt.Fprintf(&b, "// weightScale is what a weight of one is written as.\nconst weightScale = 100\n\n")
	fmt.Fprintf(&b, "// signWeights says how much each sign speaks for each of [rapport.Kinds].\n")
	fmt.Fprintf(&b, "var signWeights = [...][8]int16{\n")
	for i, row := range w {
		b.WriteString("{")
		for k, v := range row {
			if k > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%d", int(math.Round(v*100)))
		}
		fmt.Fprintf(&b, "}, // %s\n", signComment(i))
	}
	b.WriteString("}\n")
	src, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("kind_weights.go", src, 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeClueWeights writes the clues that say something as [clueWeights] reads
// them.
func writeClueWeights(t *testing.T, clues []string, w []weightRow) {
	t.Helper()
	var b strings.Builder
	for i, row := range w {
		if largest(row) < leastClue {
			continue
		}
		b.WriteString(clues[i])
		b.WriteByte('\t')
		for _, v := range row {
			step := math.Round(v * clueShare * clueScale)
			b.WriteByte(byte(clueZero + int(min(max(step, -clueRange), clueRange))))
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile("kind_clues.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func largest(row weightRow) float64 {
	most := 0.0
	for _, v := range row {
		most = max(most, math.Abs(v))
	}
	return most
}

// A sign that was added or taken away needs new weights.
func TestWeightsFitTheSigns(t *testing.T) {
	t.Parallel()
	if len(signWeights) != numSigns {
		t.Errorf("there are weights for %d signs and %d signs: run with -train", len(signWeights), numSigns)
	}
}

// signComment says what the i-th row of the table is about.
func signComment(i int) string {
	switch {
	case i < numNamed:
		return signWords[i]
	case i < seesFirst:
		return fmt.Sprintf("a word of class %d", i-seesClass)
	case i < seesLast:
		return fmt.Sprintf("class %d first", i-seesFirst)
	case i < seesForm:
		return fmt.Sprintf("class %d last", i-seesLast)
	}
	return fmt.Sprintf("verb form %d", i-seesForm)
}

// TestCrossValidation says, with -train -v, how lines of trades do that were
// left out of the training, a fifth of the trades at a time.
func TestCrossValidation(t *testing.T) {
	if !*train {
		t.Skip("run with -train to leave trades out in turn")
	}
	const folds = 5
	lines := corpus(t)
	right, all := map[string]int{}, map[string]int{}
	sure := map[float64]float64{} // the mean confidence, by mildness
	for fold := range folds {
		var in, out []labelled
		for _, l := range lines {
			if l.tradeNumber%folds == fold {
				out = append(out, l)
			} else {
				in = append(in, l)
			}
		}
		ln := newLearner(in)
		w := ln.fit(ln.examples(in))
		for i, ex := range ln.examples(out) {
			p := mixed(w, ex.seen, clueShare)
			for _, mild := range []float64{0.8, 1, 1.2} {
				total, top := 0.0, slices.Max(p[:])
				for _, v := range p {
					total += math.Pow(v/top, mild)
				}
				sure[mild] += 1 / total / float64(len(lines))
			}
			best, l := kindAt(slices.Index(p[:], slices.Max(p[:]))), out[i]
			ok := best == l.Kind || slices.Contains(l.AlsoAcceptable, best)
			for _, group := range []string{"all", l.Part, fmt.Sprint("hard ", l.Hard)} {
				all[group]++
				if ok {
					right[group]++
				}
			}
			if !ok && testing.Verbose() {
				t.Logf("%s: %s not %s: %s", l.Part, best, l.Kind, l.Text)
			}
		}
	}
	for _, mild := range slices.Sorted(maps.Keys(sure)) {
		t.Logf("mean confidence with mildness %.1f: %.3f", mild, sure[mild])
	}
	for _, group := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%s: %.3f of %d", group, share(right[group], all[group]), all[group])
	}
}
