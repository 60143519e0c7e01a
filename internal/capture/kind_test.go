package capture

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rapport"
)

func TestGuessKind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       rapport.Kind
	}{
		{"a question mark asks", "who orders the gloves?", rapport.Question},
		{"an inversion asks without a mark", "does the discount apply to spare parts", rapport.Question},
		{"a labelled doubt asks", "open question: which floor gets the new desks", rapport.Question},
		{"an order proposes", "move the printer next to the door", rapport.Idea},
		{"instead of proposes", "tea instead of coffee, half the price", rapport.Idea},
		{"a part of a whole is progress", "painted 3 of 9 rooms", rapport.Progress},
		{"a remainder makes it progress", "sorted the first shelf, rest tomorrow", rapport.Progress},
		{"a changed figure is an accomplishment", "Reduced waiting time from 40 to 12 minutes", rapport.Accomplishment},
		{"no harm for a time is an accomplishment", "no complaint for 90 days", rapport.Accomplishment},
		{"what is short is a challenge", "two drivers short on Monday", rapport.Challenge},
		{"what cannot be done is a challenge", "can't print since the update", rapport.Challenge},
		{"news is a heads-up", "FYI the supplier raises prices in June", rapport.HeadsUp},
		{"I will is a commitment", "I'll send the list by Friday", rapport.Commitment},
		{"she promised is a commitment", "she promised to call the landlord", rapport.Commitment},
		{"what somebody thinks of me is feedback", "my manager thinks I speak too softly", rapport.FeedbackReceived},
		{"a quotation is feedback", "'very clear, thank you' from the director", rapport.FeedbackReceived},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := GuessKind(tt.text, nil)
			if got.Kind != tt.want {
				t.Errorf("GuessKind(%q) = %s (%d%%, %s), want %s", tt.text, got.Kind, got.Confidence, got.Reason, tt.want)
			}
			if got.Reason == "" || got.Confidence < 1 || got.Confidence > 99 {
				t.Errorf("GuessKind(%q) has reason %q and confidence %d", tt.text, got.Reason, got.Confidence)
			}
		})
	}
}

func TestGuessKindOfNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "   ", "🙂🚀", "\x00\xff", "ทดสอบ", "会议记录", "...", "'", "''", "-> ->", "حضرت الاجتماع"} {
		got := GuessKind(text, nil)
		if got.Kind != rapport.Progress || got.Confidence > 40 {
			t.Errorf("GuessKind(%q) = %s with %d%%, want progress with little confidence", text, got.Kind, got.Confidence)
		}
	}
}

func TestGuessKindSaysWhoPromised(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []rapport.Party
	}{
		{"I will", "I'll bring the figures on Tuesday", []rapport.Party{rapport.Me}},
		{"nobody named is me", "promised the draft for Monday", []rapport.Party{rapport.Me}},
		{"she is the boss", "she'll ask the board for a second post", []rapport.Party{rapport.TheBoss}},
		{"the boss by title", "the director promised to sign by noon", []rapport.Party{rapport.TheBoss}},
		{"a supplier is somebody else", "the supplier promised delivery by Friday", []rapport.Party{rapport.Other}},
		{"both sides", "agreed: I write the letter, he calls the bank", []rapport.Party{rapport.Me, rapport.TheBoss}},
		{"my word for what others get", "she'll have the rota by noon, I told her", []rapport.Party{rapport.Me}},
		{"the word behind the last comma", "gaskets arrive tomorrow, says the dealer", []rapport.Party{rapport.Other}},
		{"promised to me by somebody", "was promised two desks by the landlord", []rapport.Party{rapport.Other}},
		{"a second part without a verb", "she agreed to call the press and I to write the notes", []rapport.Party{rapport.Me, rapport.TheBoss}},
		{"told her I would", "told her I'd be done by June", []rapport.Party{rapport.Me}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := GuessKind(tt.text, nil)
			if got.Kind != rapport.Commitment || !slices.Equal(got.CommittedBy, tt.want) {
				t.Errorf("GuessKind(%q) = %s by %v, want commitment by %v", tt.text, got.Kind, got.CommittedBy, tt.want)
			}
		})
	}
}

func TestGuessKindLearns(t *testing.T) {
	t.Parallel()
	learned := []Learned{{"weekly sync with the depot, nothing new", rapport.HeadsUp}}
	tests := []struct {
		name, text string
		like       bool
	}{
		{"the same line", "weekly sync with the depot, nothing new", true},
		{"the same line in other letters", "Weekly sync with the depot - nothing new.", true},
		{"a line with the same words", "weekly sync with the north depot", true},
		{"a question about the same thing", "who runs the weekly sync with the depot?", false},
		{"a promise about the same thing", "I'll run the weekly sync with the depot", false},
		{"a line that shares one word", "painted the depot doors, 3 of 9", false},
		{"another line", "counted the stock in aisle 4", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, plain := GuessKind(tt.text, learned), GuessKind(tt.text, nil)
			if tt.like && got.Kind != rapport.HeadsUp {
				t.Errorf("GuessKind(%q) = %s (%s), want the corrected kind", tt.text, got.Kind, got.Reason)
			}
			if !tt.like && (got.Kind != plain.Kind || got.Reason != plain.Reason) {
				t.Errorf("GuessKind(%q) = %s (%s), want %s as without the correction", tt.text, got.Kind, got.Reason, plain.Kind)
			}
		})
	}
}

// A correction made for one line must leave the lines of other matters alone.
func TestOneCorrectionChangesFewOthers(t *testing.T) {
	t.Parallel()
	lines := corpus(t)
	changed, compared := 0, 0
	for i := 0; i < len(lines); i += 600 {
		wrong := rapport.Kinds[(kindIndex(lines[i].Kind)+3)%len(rapport.Kinds)]
		g := NewGuesser([]Learned{{lines[i].Text, wrong}})
		for j, l := range lines {
			if j%5 != i%5 {
				continue
			}
			got := g.Guess(l.Text)
			switch {
			case i == j && got.Kind != wrong:
				t.Errorf("correcting %q did not change its guess", l.Text)
			case i != j:
				compared++
				if got.Reason == "like a line that you corrected" {
					changed++
				}
			}
		}
	}
	if changed*500 > compared {
		t.Errorf("corrections changed %d of %d other guesses", changed, compared)
	}
}

func TestLaterCorrectionHolds(t *testing.T) {
	t.Parallel()
	learned := []Learned{{"van serviced", rapport.Idea}, {"van serviced", rapport.Accomplishment}}
	if got := GuessKind("van serviced", learned).Kind; got != rapport.Accomplishment {
		t.Errorf("kind = %s, want the later correction", got)
	}
}

// The floors are below the figures measured when the weights were learnt, so
// that a change which costs more than a few lines is noticed. The corpus is
// what the weights were learnt from; the further lines are not, so theirs is
// the figure to expect of a line that nobody has seen. Their misses are not
// shown: they are for measuring, not for reading. Who promised is read by
// rules, not learnt: those were written beside the first two files of the
// corpus, and the other two, which nobody looked at, bring the figure down.
func TestGuessKindOnCorpus(t *testing.T) {
	t.Parallel()
	sets := []struct {
		name  string
		lines []labelled
		floor figures
	}{
		{"corpus", corpus(t), figures{accuracy: 0.98, macroF1: 0.98, hard: 0.98, parties: 0.89}},
		{"further", readLabelled(t, "../../testdata/further/classify.jsonl"), figures{accuracy: 0.82, macroF1: 0.82, hard: 0.70, parties: 0.82}},
	}
	for _, set := range sets {
		got := measure(set.lines)
		t.Logf("%s: %s", set.name, got)
		if got.accuracy < set.floor.accuracy || got.macroF1 < set.floor.macroF1 || got.hard < set.floor.hard || got.parties < set.floor.parties {
			t.Errorf("%s: below the floor %s", set.name, set.floor)
		}
		if set.name == "corpus" && testing.Verbose() {
			for _, m := range got.misses {
				t.Log(m)
			}
		}
	}
	if *examplesFile != "" {
		t.Logf("%s: %s", *examplesFile, measure(readLabelled(t, *examplesFile)))
	}
}

func TestCorpusIsSound(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, l := range corpus(t) {
		switch {
		case seen[strings.ToLower(l.Text)]:
			t.Errorf("%q stands twice", l.Text)
		case kindIndex(l.Kind) < 0:
			t.Errorf("%q has kind %q", l.Text, l.Kind)
		case (l.Kind == rapport.Commitment) != (len(l.CommittedBy) > 0):
			t.Errorf("%q is a %s by %v", l.Text, l.Kind, l.CommittedBy)
		}
		seen[strings.ToLower(l.Text)] = true
	}
}

func TestLongLinesCostNoMore(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("counted the é stock ", 1<<19)
	got := GuessKind(long, nil)
	if got.Reason == "" {
		t.Error("a long line has no reason")
	}
	if n := len(readTerms(long)); n > maxTerms {
		t.Errorf("%d terms were read, want at most %d", n, maxTerms)
	}
}

func FuzzGuessKind(f *testing.F) {
	for _, text := range []string{"", "I'll do it", "'fewer slides' - again", "don’t", "1-9 -> 8 (½)", "a: b: c?", "she'd've won't", "“quoted", "of of of", "3 of", "'s", "n't"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, text, corrected string) {
		got := GuessKind(text, []Learned{{corrected, rapport.Idea}})
		if kindIndex(got.Kind) < 0 || got.Reason == "" || got.Confidence < 1 || got.Confidence > 99 {
			t.Fatalf("GuessKind(%q) = %+v", text, got)
		}
		if (got.Kind == rapport.Commitment) != (len(got.CommittedBy) > 0) {
			t.Fatalf("GuessKind(%q) = %+v", text, got)
		}
		if utf8.ValidString(text) && GuessKind(text, []Learned{{text, rapport.Challenge}}).Confidence < 1 {
			t.Fatalf("a corrected %q has no confidence", text)
		}
		again := GuessKind(text, []Learned{{corrected, rapport.Idea}})
		if again.Kind != got.Kind || again.Reason != got.Reason {
			t.Fatalf("GuessKind(%q) differs from call to call", text)
		}
	})
}

func BenchmarkGuessKind(b *testing.B) {
	lines := corpus(b)
	b.ReportAllocs()
	for i := range b.N {
		GuessKind(lines[i%len(lines)].Text, nil)
	}
}

func BenchmarkLexicon(b *testing.B) {
	for range b.N {
		buildLexicon()
	}
}
