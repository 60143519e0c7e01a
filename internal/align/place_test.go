package align

import (
	"math"
	"testing"

	"rapport"
)

func TestWhatOnlyTellsWhereStandsAside(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, title string
		want        int
	}{
		{"after the matter itself", "Quieter engines in the harbour", 3},
		{"what follows of is the matter", "Inspection of cranes", math.MaxInt},
		{"no matter stands before it", "Better at welding", math.MaxInt},
		{"a preposition at the head", "On the quay", math.MaxInt},
		{"no preposition", "Clean quay", math.MaxInt},
		{"no title", "", math.MaxInt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := asideFrom(tt.title, terms(tt.title)); got != tt.want {
				t.Errorf("aside from position %d, want %d", got, tt.want)
			}
		})
	}
}

func TestAWordThatIsOnlyTheKindOfSomethingElseSaysLess(t *testing.T) {
	t.Parallel()
	goals := []Goal{{ID: 1, Title: "Quieter engines in the harbour"}, {ID: 2, Title: "Fewer lost anchors"}}
	for _, tt := range []struct {
		name, more, less string
		goal             rapport.GoalID
	}{
		{"as part of a compound", "anchor 14 found", "anchor tattoo shown", 2},
		{"before of", "found the anchor", "the anchor of our hopes", 2},
		{"as a place", "noise of the harbour", "harbour choir sang", 1},
		{"beside a chore", "anchors counted", "coffee machine, anchors", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if more, less := confidenceIn(tt.goal, tt.more, goals), confidenceIn(tt.goal, tt.less, goals); more <= less {
				t.Errorf("%q has confidence %d and %q has %d", tt.more, more, tt.less, less)
			}
		})
	}
}

// confidenceIn returns the confidence of a link to a goal, 0 for none.
func confidenceIn(id rapport.GoalID, text string, goals []Goal) int {
	for _, l := range Links(Work{Text: text}, goals, nil) {
		if l.Goal == id {
			return l.Confidence
		}
	}
	return 0
}
