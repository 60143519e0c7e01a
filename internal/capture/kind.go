package capture

import (
	"math"

	"rapport"
)

// Guess is what a line most likely is, and why.
type Guess struct {
	Kind rapport.Kind
	// Confidence is in percent. About that share of the guesses made with it
	// are right.
	Confidence int
	// Reason is a short phrase for people: "a number that changed".
	Reason string
	// CommittedBy says who promised, for a commitment; empty otherwise.
	CommittedBy []rapport.Party
}

// Learned is a line whose guess the user put right.
type Learned struct {
	Text  string
	Right rapport.Kind
}

// GuessKind guesses the kind of a one-line entry from its words alone. What
// the user corrected before comes first: a line that is plainly like a
// corrected one gets the corrected kind. A line that says nothing to the
// guesser, in another language or in emoji, is progress with little
// confidence.
//
// The guess reads how the line is built (who does what in which tense, how it
// starts, which figures it compares, what sort of words it uses) and adds up
// what each [sign] and each clue ([eachClue]) weighs for each kind. It does the same on every day and
// for every user.
func GuessKind(text string, learned []Learned) Guess {
	return NewGuesser(learned).Guess(text)
}

// Guess guesses the kind of a one-line entry as [GuessKind] does.
func (g *Guesser) Guess(text string) Guess {
	s := readSentence(text)
	seen := see(&s)
	guess := weigh(&s, &seen)
	if kind, like := g.recall(&s); like != "" {
		guess = Guess{Kind: kind, Confidence: learnedConfidence, Reason: like}
	}
	if guess.Kind == rapport.Commitment {
		guess.CommittedBy = committedBy(&s)
	}
	return guess
}

// learnedConfidence is the confidence in what the user taught.
const learnedConfidence = 95

// weigh adds up the weights of the signs and the clues and picks the heaviest kind.
func weigh(s *sentence, g *signs) Guess {
	var sum [len(rapport.Kinds)]float64
	seen := 0
	for i, on := range g {
		if !on {
			continue
		}
		seen++
		for k := range sum {
			sum[k] += float64(signWeights[i][k]) / weightScale
		}
	}
	addClues(s, &sum)
	best := 0
	for k := range sum {
		if sum[k] > sum[best] {
			best = k
		}
	}
	if seen <= 8 && onlyPlainSigns(g) {
		return Guess{Kind: rapport.Progress, Confidence: 20, Reason: "nothing in the line says otherwise"}
	}
	total := 0.0
	for k := range sum {
		total += math.Exp(sum[k] - sum[best])
	}
	return Guess{
		Kind:       rapport.Kinds[best],
		Confidence: min(int(math.Round(100/total)), 99),
		Reason:     reasonFor(g, best),
	}
}

// onlyPlainSigns reports whether nothing but the length and the marks of a
// line was understood.
func onlyPlainSigns(g *signs) bool {
	for i, on := range g {
		if !on || i >= numNamed {
			continue
		}
		switch sign(i) {
		case seesAlways, seesShort, seesLong, seesNounPhraseOnly, seesComma, seesDash, seesNameInside, seesPlainThing, seesPlainPlural:
		default:
			return false
		}
	}
	return true
}

// reasonFor says the one or two signs that speak most for a kind.
func reasonFor(g *signs, kind int) string {
	first, second := -1, -1
	for i, on := range g {
		if !on || i >= numNamed || i == int(seesAlways) {
			continue
		}
		w := advantage(i, kind)
		switch {
		case w <= 0:
		case first < 0 || w > advantage(first, kind):
			first, second = i, first
		case second < 0 || w > advantage(second, kind):
			second = i
		}
	}
	switch {
	case first < 0:
		return "nothing in the line says otherwise"
	case second < 0 || advantage(second, kind)*2 < advantage(first, kind) || signWords[first] == signWords[second]:
		return signWords[first]
	}
	return signWords[first] + "; " + signWords[second]
}

// advantage is what a sign adds to a kind over the average of all kinds.
func advantage(s, kind int) int {
	sum := 0
	for _, w := range signWeights[s] {
		sum += int(w)
	}
	return int(signWeights[s][kind]) - sum/len(signWeights[s])
}
