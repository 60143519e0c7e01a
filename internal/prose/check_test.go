package prose

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rapport"
)

func labelsOf(found []Finding) []Label {
	var all []Label
	for _, f := range found {
		all = append(all, f.Label)
	}
	return all
}

// passageOf cuts a finding out of its text.
func passageOf(text string, f Finding) string { return string([]rune(text)[f.Start:f.End]) }

func TestCheck_saysWhereInCodePoints(t *testing.T) {
	t.Parallel()
	text := "Façade ok 👷‍♀️. Legal killed it. Next: 14:00."
	found := Check(text, Options{Channel: Email})
	if len(found) != 1 || found[0].Label != Blame || passageOf(text, found[0]) != "Legal killed it." {
		t.Fatalf("found %+v", found)
	}
	f := found[0]
	if f.Why == "" || f.Source == "" || f.Suggest == "" || f.Soft || f.Blocks {
		t.Errorf("incomplete: %+v", f)
	}
}

func TestCheck_namesTheClauseWithoutTheFactBehindIt(t *testing.T) {
	t.Parallel()
	text := "the client's team are clueless, new air date is 3 june"
	found := Check(text, Options{Channel: Message})
	if len(found) != 1 || passageOf(text, found[0]) != "the client's team are clueless" {
		t.Errorf("found %+v", found)
	}
}

func TestCheck_leavesQuotedSpeechAlone(t *testing.T) {
	t.Parallel()
	if found := Check(`The guest wrote: "you are the most gifted manager I have ever met".`, Options{}); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestCheck_leavesAloneWhatIsOffOrFine(t *testing.T) {
	t.Parallel()
	text := "Legal killed it."
	if found := Check(text, Options{Off: []Label{Blame, ProblemOnly}}); len(found) > 0 {
		t.Errorf("off, and found %+v", found)
	}
	if found := Check(text, Options{Fine: []Fine{{Label: Blame, Text: "legal killed it"}}}); slices.Contains(labelsOf(found), Blame) {
		t.Errorf("fine, and found %+v", found)
	}
	if found := Check(text, Options{Fine: []Fine{{Label: Flattery, Text: text}}}); !slices.Contains(labelsOf(found), Blame) {
		t.Error("what is fine for one label is not for another")
	}
	const weekly = "Diesel for the site is 18% above budget and rising."
	learnt := Options{Fine: []Fine{{Text: "Diesel for the site is 21% above budget and rising."}}}
	if found := Check(weekly, learnt); len(found) > 0 {
		t.Errorf("another figure undid what was learnt: %+v", found)
	}
}

func TestCheck_givesHintsOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	text := "If you give me the Basel account I will take the night rota."
	if found := Check(text, Options{}); slices.ContainsFunc(found, func(f Finding) bool { return f.Soft }) {
		t.Errorf("found %+v", found)
	}
	found := Check(text, Options{Hints: true})
	if !slices.ContainsFunc(found, func(f Finding) bool { return f.Label == Bargaining && f.Soft && !f.Blocks }) {
		t.Errorf("found %+v", found)
	}
}

func TestCheck_findsAPrivateNoteInOtherWordsAndNeverRepeatsIt(t *testing.T) {
	t.Parallel()
	const canary = "Zanzibar"
	notes := []rapport.PrivateText{
		rapport.Private("Hideo hesitates whenever the trustees challenge the " + canary + " figures"),
		rapport.Private("bread, milk"),
	}
	for text, leaks := range map[string]bool{
		"The trustees challenged the figures and Hideo hesitated again.":                  true,
		"Shelves are up.\nWhenever trustees challenge figures, Hideo hesitates a little.": true,
		"The trustees meet on the 4th.":                                                   false,
		"Bread and milk are in the staff room.":                                           false,
	} {
		found := Check(text, Options{Private: notes})
		leaked := slices.ContainsFunc(found, func(f Finding) bool { return f.Label == PrivateLeak && f.Blocks })
		if leaked != leaks {
			t.Errorf("%q: leaks %v, found %+v", text, leaked, found)
		}
		if strings.Contains(fmt.Sprintf("%#v", found), canary) {
			t.Error("a finding holds the words of a note")
		}
	}
}

func TestCheck_readsAWholeDraft(t *testing.T) {
	t.Parallel()
	text := `# Week 47

- Roof closed on Tuesday, painters start on the 24th.
- Stock at 88%, was 91%.
- The till froze twice. A new one is here on Thursday.

Could somebody look at the lift?

Best, Ana`
	found := Check(text, Options{Channel: Report})
	if len(found) != 1 || found[0].Label != OpenAsk || passageOf(text, found[0]) != "Could somebody look at the lift?" {
		t.Errorf("found %+v", found)
	}
}

func TestCheck_standsAnyInput(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", " \n\t", "🎉🎉 👍🏽", "\xff\xfe broken", "\u200fשלום, אנא אשר עד יום שני", "مرحبا بالعالم", "日本語のテキストです。", strings.Repeat("you ", 5000), strings.Repeat("(((", 3000),
		strings.Repeat("so ", 3000) + "sorry", "…", "1. 2. 3.", "a)", `"`, "'",
	} {
		for _, f := range Check(text, Options{Channel: Agenda, Hints: true}) {
			if f.Start < 0 || f.End > utf8.RuneCountInString(text) || f.Start >= f.End {
				t.Errorf("%.40q: %+v", text, f)
			}
		}
	}
}

func TestCheck_readsAMegabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	t.Parallel()
	text := strings.Repeat("Legal killed it, as they always do, and nobody has asked them why yet. ", 1<<20/72)
	if found := Check(text, Options{}); len(found) < 10_000 {
		t.Errorf("found %d", len(found))
	}
	Check(strings.Repeat("never again and always so ", 1<<20/26), Options{})
}

func TestCheck_isTheSameEachTimeAndInsideTheText(t *testing.T) {
	t.Parallel()
	fixtures := readFixtures(t)
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "parts") {
			if rapid.Bool().Draw(t, "invented") {
				b.WriteString(rapid.String().Draw(t, "text"))
			} else {
				b.WriteString(fixtures[rapid.IntRange(0, len(fixtures)-1).Draw(t, "fixture")].text)
			}
			b.WriteString(rapid.SampledFrom([]string{" ", "\n", "\n\n", "; ", " - "}).Draw(t, "gap"))
		}
		text := b.String()
		o := Options{Channel: rapid.SampledFrom([]Channel{"", Email, Message, Report, Agenda}).Draw(t, "channel"), Hints: true}
		found := Check(text, o)
		if !reflect.DeepEqual(found, Check(text, o)) {
			t.Fatal("not the same twice")
		}
		runes := utf8.RuneCountInString(text)
		for i, f := range found {
			if f.Start < 0 || f.End > runes || f.Start >= f.End {
				t.Fatalf("outside: %+v of %d", f, runes)
			}
			if i > 0 && found[i-1].Start > f.Start {
				t.Fatal("out of order")
			}
		}
	})
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"Legal killed it.", "1. a 2. b", "don’t — can't", "\xff", "“quoted” text"} {
		f.Add(seed, "agenda")
	}
	f.Fuzz(func(t *testing.T, text, channel string) {
		runes := utf8.RuneCountInString(text)
		for _, g := range Check(text, Options{Channel: Channel(channel), Hints: true, Private: []rapport.PrivateText{rapport.Private(text)}}) {
			if g.Start < 0 || g.End > runes || g.Start >= g.End {
				t.Fatalf("%+v of %d", g, runes)
			}
		}
		Limits(text)
	})
}

func TestLimits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The roof is closed and the painters start on the 24th of the month.":                   "",
		"MV Halden berths 05:30, pilot ordered.":                                                "",
		"Der Bericht liegt seit gestern auf deinem Tisch, bitte lies ihn vor der Besprechung.":  "English",
		"Le rapport est sur ton bureau depuis hier, merci de le lire avant la réunion de lundi": "English",
		"اكتمل السقف ويبدأ الدهان يوم الاثنين":                                                  "Latin",
		"🎉": "no words",
		"":  "no words",
	} {
		if got := Limits(text); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
