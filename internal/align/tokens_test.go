package align

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"fillers go", "we have moved it to the new site", []string{"moved", "new", "site"}},
		{"CamelCase comes in parts", "retryQueueSize", []string{"retry", "queue", "size"}},
		{"snake and kebab come in parts", "retry_queue dead-letter", []string{"retry", "queue", "dead", "letter"}},
		{"an acronym keeps together", "HTTPServer and two APIs", []string{"http", "server", "two", "apis"}},
		{"single letters do not split", "iPhone PhD eBay", []string{"iphone", "phd", "ebay"}},
		{"numbers go, names with digits stay", "12 of 40 under p99 on 17025 in 2026, 3rd", []string{"p99", "17025"}},
		{"accents and possessives go", "Zoë’s café", []string{"zoe", "cafe"}},
		{"scripts without spaces come in pairs", "予算案", []string{"予算", "算案"}},
		{"broken bytes part words", "fun\xffds", []string{"fun", "ds"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, w := range words(tt.text) {
				if w.span > 0 {
					got = append(got, w.text)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAPastedLogIsBounded(t *testing.T) {
	t.Parallel()
	if n := len(terms(strings.Repeat("alpha beta gamma delta ", 100_000))); n > 3*maxTerms {
		t.Errorf("%d terms", n)
	}
	for _, w := range words(strings.Repeat("ä", 1000)) {
		if len(w.text) > maxWord {
			t.Errorf("a word of %d bytes", len(w.text))
		}
	}
}

func TestFormsOfOneWordMeet(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ a, b string }{
		{"centres", "center"},
		{"organised", "organizing"},
		{"labour", "labor"},
		{"planned", "planning"},
		{"parties", "party"},
		{"processes", "process"},
		{"bought", "buying"},
		{"children", "child"},
		{"catalogue", "catalog"},
		{"paediatric", "pediatric"},
		{"fulfil", "fulfilled"},
		{"boxes", "box"},
	} {
		if stem(tt.a) != stem(tt.b) {
			t.Errorf("%q has stem %q and %q has %q", tt.a, stem(tt.a), tt.b, stem(tt.b))
		}
	}
	for _, tt := range []struct{ a, b string }{
		{"taxation", "taxes"},
		{"compliance", "compliant"},
		{"delivery", "delivered"},
		{"calibrate", "calibration"},
		{"closure", "closing"},
		{"payment", "pay"},
		{"standardise", "standard"},
		{"applications", "apply"},
		{"auditor", "audits"},
		{"storage", "store"},
		{"inspection", "inspectors"},
		{"certificate", "certification"},
	} {
		if a, b := root(stem(tt.a)), root(stem(tt.b)); a != b && !beginsAlike(a, b) {
			t.Errorf("%q has root %q and %q has %q", tt.a, a, tt.b, b)
		}
	}
}

func TestDifferentWordsDoNotMeet(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ a, b string }{
		{"customer", "custom"},
		{"department", "departure"},
		{"news", "new"},
		{"important", "imports"},
		{"station", "state"},
		{"summer", "sum"},
		{"constant", "constraint"},
		{"policy", "police"},
		{"factory", "factor"},
		{"message", "mess"},
		{"general", "generate"},
		{"university", "universal"},
		{"accounting", "account"},
		{"patient", "patio"},
		{"international", "internal"},
		{"county", "count"},
		{"storey", "store"},
	} {
		a, b := words(tt.a)[0], words(tt.b)[0]
		if got := alike(a, b); got > 0 {
			t.Errorf("%q (%s) and %q (%s) are alike by %.2f", tt.a, a.root, tt.b, b.root, got)
		}
	}
}

func TestStemsNeverGrowOrBreakCharacters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := fold(rapid.StringMatching(`[\pL]{1,20}`).Draw(t, "word"))
		s := stem(word)
		if r := root(s); len(r) > len(s) || utf8.ValidString(word) && (!utf8.ValidString(s) || !utf8.ValidString(r)) {
			t.Fatalf("%q has stem %q and root %q", word, s, r)
		}
	})
}

func TestPairs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, goal string
		link             bool
	}{
		{"two words meet the one they make", "new check list for bay 2", "One checklist per bay", true},
		{"a particle goes to either side", "gentle scale-down at night", "Downscale what is idle", true},
		{"words of two clauses make no pair", "rang the check, list is long", "Every checklist short", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			links := Links(Work{Text: tt.text}, []Goal{{ID: 1, Title: tt.goal}, {ID: 2, Title: "Zebra fish"}}, nil)
			if got := len(links) > 0 && links[0].Confidence >= Threshold; got != tt.link {
				t.Errorf("linked: %v; %+v", got, links)
			}
		})
	}
}

func TestTheLexiconAnswersForEveryKey(t *testing.T) {
	t.Parallel()
	for line := range strings.Lines(lexicon) {
		key, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if got, ok := findLine(lexicon, key); !ok || got != rest {
			t.Errorf("%q: got %q, %v; want %q", key, got, ok, rest)
		}
	}
	for _, missing := range []string{"", "\x00", "zzzz", "quokka", "m\n"} {
		if got, ok := findLine(lexicon, missing); ok {
			t.Errorf("%q: got %q", missing, got)
		}
	}
}
