package prose

import (
	"math/bits"
	"strings"
	"testing"
)

func TestCues_compileAndFillEveryGroup(t *testing.T) {
	t.Parallel()
	b := book() // panics where a cue is wrong
	seen := map[group]bool{}
	for _, lists := range cueLists() {
		for _, l := range lists {
			seen[l.group] = true
		}
	}
	for g := noGroup + 1; g < numGroups; g++ {
		if !seen[g] {
			t.Errorf("group %d has no cue", g)
		}
	}
	if b.count < 1000 {
		t.Errorf("%d cues", b.count)
	}
}

func TestClasses_haveOneNameEach(t *testing.T) {
	t.Parallel()
	names := strings.Fields(classNames)
	if last := bits.TrailingZeros64(uint64(pastClass)); last != len(names)-1 {
		t.Errorf("%d names for %d classes", len(names), last+1)
	}
	if c, ok := classNamed("past"); !ok || c != pastClass {
		t.Error("the last name is not that of the last class")
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for verb, want := range map[string]string{
		"lose": "lose loses losing lost", "stop": "stop stops stopping stopped", "carry": "carry carries carrying carried",
		"write": "write writes writing wrote written", "miss": "miss misses missing missed", "cancel": "cancel cancels cancelling cancelled",
		"agree": "agree agrees agreeing agreed", "lie": "lie lies lying lied lay", "fix": "fix fixes fixing fixed",
	} {
		if got := strings.Join(forms(verb), " "); got != want {
			t.Errorf("%s: %s", verb, got)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		channel Channel
		text    string
		want    []string
	}{
		{Email, "Dr. Roy came at 4.30 p.m. and left. See fig. 3.", []string{"Dr. Roy came at 4.30 p.m. and left.", "See fig. 3."}},
		{Agenda, "1. Stock take 2. (a note) 3. Fire drill", []string{"Stock take", "(a note)", "Fire drill"}},
		{Agenda, "How do you see me?; conference; freezer", []string{"How do you see me?", "conference", "freezer"}},
		{Report, "- one thing\n- another, e.g. this\n\nThe end", []string{"one thing", "another, e.g. this", "The end"}},
		{Email, `He said "go!" and left. Really?!`, []string{`He said "go!" and left.`, "Really?!"}},
		{Message, "done 🎉 Next is b", []string{"done 🎉", "Next is b"}},
	}
	for _, tt := range tests {
		d := readDraft(tt.text, tt.channel)
		var got []string
		for i := range d.sentences {
			s := &d.sentences[i]
			got = append(got, string([]rune(tt.text)[d.tokens[s.from].start:d.tokens[s.to-1].end]))
		}
		if strings.Join(got, " | ") != strings.Join(tt.want, " | ") {
			t.Errorf("%q: %q", tt.text, got)
		}
	}
}

func TestTokens_writeContractionsOut(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"I'm sure we can't":   "i am sure we can not",
		"dont, she’ll":        "do not , she will",
		"won't you've let's":  "will not you have let us",
		"the team's 14:00 ok": "the team 's 14:00 ok",
	} {
		var got []string
		for _, tk := range tokenise(text) {
			got = append(got, tk.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
