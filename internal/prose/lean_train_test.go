package prose

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

var (
	trainLean = flag.Bool("train", false, "learn the weights of the scorer again and write them")
	moreLean  = flag.String("more", "", "further labelled lines to learn from, separated by commas")
)

// lesson is a sentence with its label.
type lesson struct {
	signs []string
	label int
	text  string
	fold  uint32
}

func leanIndex(l Label) int { return slices.Index(leaning[:], l) }

func lessonOf(s *sentence, l Label) lesson {
	var signs []string
	names := map[signID]string{idOfSign("^"): "^"}
	s.eachSign(func(name string, beside signID) signID {
		id := idOfSign(name)
		if names[id] = name; beside != 0 {
			name = names[beside] + " " + name
		}
		if !slices.Contains(signs, name) {
			signs = append(signs, name)
		}
		return id
	})
	var words []string
	for _, t := range s.tokens() {
		words = append(words, t.text)
	}
	h := fnv.New32a()
	text := strings.Join(words, " ")
	h.Write([]byte(text))
	return lesson{signs, leanIndex(l), text, h.Sum32() % 5}
}

// labelledLines reads lines in the form of the examples.
func labelledLines(t *testing.T, name string) (all []lesson) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c struct {
			Text, Kind string
			Channel    Channel
			Labels     []Label
			Spans      []struct {
				Label      Label
				Start, End int
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		d := readDraft(c.Text, c.Channel)
		if c.Kind != "" { // a line of a log
			h := fnv.New32a()
			h.Write([]byte(c.Text))
			switch s := &d.sentences; {
			case len(*s) != 1, h.Sum32()%8 != 0: // logs must not drown drafts
			case c.Kind == "challenge" && !d.answered(0):
				all = append(all, lessonOf(&(*s)[0], ProblemOnly))
			case c.Kind == "progress" || c.Kind == "commitment" || c.Kind == "heads-up" || c.Kind == "feedback-received" || c.Kind == "accomplishment" && (*s)[0].facts.number:
				all = append(all, lessonOf(&(*s)[0], ""))
			}
			continue
		}
		for i := range d.sentences {
			s := &d.sentences[i]
			a, b := d.tokens[s.from].start, d.tokens[s.to-1].end
			label, skip := Label(""), false
			for _, span := range c.Spans {
				if span.Start < b && a < span.End {
					label, skip = span.Label, skip || label != ""
				}
			}
			if !skip && label != BuriedLede {
				all = append(all, lessonOf(s, label))
			}
		}
	}
	return all
}

func lessons(t *testing.T) (all []lesson) {
	t.Helper()
	for _, f := range readFixtures(t) {
		d := readDraft(f.text, f.channel)
		for i := range d.sentences {
			label := Label("")
			if f.fires && i == 0 {
				label = f.label
			}
			if f.label != BuriedLede {
				all = append(all, lessonOf(&d.sentences[i], label))
			}
		}
	}
	names := []string{"../../testdata/eval/lint.jsonl", "../capture/testdata/kinds.jsonl", "../capture/testdata/more.jsonl", "../capture/testdata/quiet.jsonl", "../capture/testdata/desk.jsonl"}
	if *moreLean != "" {
		names = append(names, strings.Split(*moreLean, ",")...)
	}
	for _, name := range names {
		all = append(all, labelledLines(t, name)...)
	}
	return all
}

// learn fits the weights by stochastic gradient descent with a penalty on
// large ones. The order is fixed by a seed.
func learn(all []lesson, epochs int, penalty float64) map[string]*[len(leaning)]float64 {
	counts := map[string]int{}
	for _, l := range all {
		for _, s := range l.signs {
			counts[s]++
		}
	}
	perLabel := [len(leaning)]int{}
	for _, l := range all {
		perLabel[l.label]++
	}
	w := map[string]*[len(leaning)]float64{}
	for s, n := range counts {
		if n >= 4 {
			w[s] = new([len(leaning)]float64)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(all))
	for epoch := range epochs {
		rate := 0.15 / (1 + float64(epoch)/5)
		for _, i := range order {
			l := all[i]
			var sum [len(leaning)]float64
			for _, s := range l.signs {
				if v := w[s]; v != nil {
					for k := range sum {
						sum[k] += v[k]
					}
				}
			}
			p := softmax(sum)
			weight := math.Sqrt(float64(len(all)) / float64(len(leaning)) / float64(perLabel[l.label]))
			for k := range p {
				g := -p[k]
				if k == l.label {
					g++
				}
				g *= rate * min(weight, 3)
				for _, s := range l.signs {
					if v := w[s]; v != nil {
						v[k] += g/math.Sqrt(float64(len(l.signs))) - rate*penalty*v[k]
					}
				}
			}
		}
	}
	return w
}

func softmax(sum [len(leaning)]float64) (p [len(leaning)]float64) {
	top := slices.Max(sum[:])
	total := 0.0
	for k := range sum {
		p[k] = math.Exp(sum[k] - top)
		total += p[k]
	}
	for k := range p {
		p[k] /= total
	}
	return p
}

// TestLearnLean learns the weights again. Without -train it is skipped.
//
//	go test ./internal/prose -run LearnLean -train -v [-more FILE]
//
// FILE holds further labelled lines; what is held back to judge the rules has no
// place in it.
func TestLearnLean(t *testing.T) {
	if !*trainLean {
		t.Skip("run it with -train")
	}
	all := lessons(t)
	const epochs, penalty = 20, 0.002
	for _, threshold := range []float64{0.6, 0.7, 0.8, 0.9} {
		var right, wrong, missed [len(leaning)]int
		for fold := range uint32(5) {
			var rest, probe []lesson
			for _, l := range all {
				if l.fold == fold {
					probe = append(probe, l)
				} else {
					rest = append(rest, l)
				}
			}
			w := learn(rest, epochs, penalty)
			for _, l := range probe {
				var sum [len(leaning)]float64
				for _, s := range l.signs {
					if v := w[s]; v != nil {
						for k := range sum {
							sum[k] += v[k]
						}
					}
				}
				p := softmax(sum)
				best := 0
				for k := range p {
					if p[k] > p[best] {
						best = k
					}
				}
				if p[best] < threshold {
					best = 0
				}
				switch {
				case best == l.label:
					right[best]++
				default:
					if best != 0 {
						wrong[best]++
					}
					if l.label != 0 {
						missed[l.label]++
					}
				}
			}
		}
		for k, l := range leaning {
			t.Logf("%.1f %-30s right %d wrong %d missed %d", threshold, l, right[k], wrong[k], missed[k])
		}
	}
	w := learn(all, epochs, penalty)
	names := make([]string, 0, len(w))
	for s, v := range w {
		for _, x := range v {
			if math.Abs(x)*weightScale >= 2 {
				names = append(names, s)
				break
			}
		}
	}
	slices.Sort(names)
	ids := map[signID]string{}
	for _, s := range names {
		if other := ids[idOfSign(s)]; other != "" {
			t.Errorf("%q and %q have one id", s, other)
		}
		ids[idOfSign(s)] = s
	}
	var b strings.Builder
	b.WriteString("// Code generated by go test -run LearnLean -train; DO NOT EDIT.\n\npackage prose\n\n// trainedSigns are what each sign weighs for each leaning.\nvar trainedSigns = [...]struct {\n\tsign    string\n\tweights [len(leaning)]int8\n}{\n")
	for _, s := range names {
		fmt.Fprintf(&b, "\t{%q, [len(leaning)]int8{", s)
		for k, x := range w[s] {
			if k > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%d", int(max(-127, min(127, math.Round(x*weightScale)))))
		}
		b.WriteString("}},\n")
	}
	b.WriteString("}\n")
	if err := os.WriteFile("lean_weights.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d lessons, %d signs", len(all), len(names))
}
