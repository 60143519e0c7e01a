package capture_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/when"
)

// wednesday is the day on which the lines of these tests are typed.
func wednesday() when.Clock {
	return when.Clock{Now: time.Date(2026, time.November, 18, 15, 30, 0, 0, time.UTC), Locale: "en-GB"}
}

func slugs(s ...rapport.Slug) []rapport.Slug { return s }

func TestParseLine(t *testing.T) {
	tests := []struct {
		name string
		text string
		want capture.Line
	}{
		{
			"everything at once", "won: checkout p99 840 to 520 ms -> fewer lost carts +checkout for:speed @dana yesterday",
			capture.Line{
				Kind: rapport.Accomplishment, KindSaid: true, Text: "checkout p99 840 to 520 ms", Outcome: "fewer lost carts",
				Project: "checkout", Goals: slugs("speed"), Bosses: slugs("dana"), On: "2026-11-17", OnSaid: "yesterday",
			},
		},
		{"plain words stay as they are", "turned the ward rota round", capture.Line{Text: "turned the ward rota round"}},

		// Kinds.
		{"a kind word in capitals", "Stuck: second scanner is broken", capture.Line{Kind: rapport.Challenge, KindSaid: true, Text: "second scanner is broken"}},
		{
			"the name of a kind", "heads-up: the auditor comes a day early",
			capture.Line{Kind: rapport.HeadsUp, KindSaid: true, Text: "the auditor comes a day early"},
		},
		{
			"a kind word without a space behind it", "idea:label the shelves by weight",
			capture.Line{Kind: rapport.Idea, KindSaid: true, Text: "label the shelves by weight"},
		},
		{"an unknown word before a colon is text", "kitchen: new fryer in use", capture.Line{Text: "kitchen: new fryer in use"}},
		{"a kind word later is text", "her promise: a second nurse", capture.Line{Text: "her promise: a second nurse"}},
		{"an escaped kind word is text", `ask\: the word on the new form`, capture.Line{Text: "ask: the word on the new form"}},
		{
			"only the first kind word counts", "did: ask: the word on the form",
			capture.Line{Kind: rapport.Progress, KindSaid: true, Text: "ask: the word on the form"},
		},

		// Private lines.
		{
			"a private line keeps its marks as text", "private: @dana was short with me +me -> sleep on it yesterday",
			capture.Line{Private: true, Text: "@dana was short with me +me -> sleep on it", On: "2026-11-17", OnSaid: "yesterday"},
		},

		// Marks that are none.
		{"c++ and a+b", "ported a+b from c++", capture.Line{Text: "ported a+b from c++"}},
		{"sums and percentages", "2+2 beds, +5 % turnover", capture.Line{Text: "2+2 beds, +5 % turnover"}},
		{"an address", "wrote to me@example.org", capture.Line{Text: "wrote to me@example.org"}},
		{"an at that stands alone", "stand-up @ 9 with the team", capture.Line{Text: "stand-up @ 9 with the team"}},
		{"an at before a digit", "@3pm tea with the crew", capture.Line{Text: "@3pm tea with the crew"}},
		{"escaped marks", `paid \+tax and \@home and a \-> b`, capture.Line{Text: "paid +tax and @home and a -> b"}},
		{"a file path keeps its backslashes inside", `cleared C:\temp on the till`, capture.Line{Text: `cleared C:\temp on the till`}},
		{"an arrow inside a word", "renamed a->b everywhere", capture.Line{Text: "renamed a->b everywhere"}},
		{"an arrow between numbers", "queue 40 -> 25 minutes", capture.Line{Text: "queue 40 -> 25 minutes"}},
		{"a colon without a value", "parcels sorted by: weight", capture.Line{Text: "parcels sorted by: weight"}},

		// Marks in a sentence.
		{"a name after which something was sent goes", "plan sent @dana", capture.Line{Text: "plan sent", Bosses: slugs("dana")}},
		{"a name in the middle stays as a word", "asked @dana for two nurses", capture.Line{Text: "asked dana for two nurses", Bosses: slugs("dana")}},
		{
			"a name after a preposition stays", "went through the figures with @Dana",
			capture.Line{Text: "went through the figures with Dana", Bosses: slugs("dana")},
		},
		{
			"a name after a preposition and before a date stays", "went through the figures with @dana yesterday",
			capture.Line{Text: "went through the figures with dana", Bosses: slugs("dana"), On: "2026-11-17", OnSaid: "yesterday"},
		},
		{"marks at the start go", "@dana +rota covered two nights", capture.Line{Text: "covered two nights", Project: "rota", Bosses: slugs("dana")}},
		{
			"a closing mark of the sentence does not belong to the name", "two nights covered +rota, @dana.",
			capture.Line{Text: "two nights covered", Project: "rota", Bosses: slugs("dana")},
		},
		{
			"bosses and goals repeat, the same one counts once", "plan sent @dana @lee @dana for:speed for:safety",
			capture.Line{Text: "plan sent", Bosses: slugs("dana", "lee"), Goals: slugs("speed", "safety")},
		},
		{"names of other scripts", "отчёт готов +склад @мария", capture.Line{Text: "отчёт готов", Project: "склад", Bosses: slugs("мария")}},

		// Outcome.
		{
			"outcome behind the other arrow", "new intake form → 12 minutes less per patient",
			capture.Line{Text: "new intake form", Outcome: "12 minutes less per patient"},
		},
		{
			"marks behind the outcome", "new intake form -> less waiting +intake @dana",
			capture.Line{Text: "new intake form", Outcome: "less waiting", Project: "intake", Bosses: slugs("dana")},
		},

		// Dates.
		{"on: a word", "on:yesterday closed the till audit", capture.Line{Text: "closed the till audit", On: "2026-11-17", OnSaid: "yesterday"}},
		{
			"on: in quotes", `closed the till audit on:"last friday"`,
			capture.Line{Text: "closed the till audit", On: "2026-11-13", OnSaid: "last friday"},
		},
		{
			"a date at the end behind a comma", "closed the till audit, last friday",
			capture.Line{Text: "closed the till audit", On: "2026-11-13", OnSaid: "last friday"},
		},
		{
			"a stretch of days is its last working day", `closed the till audit on:"last week"`,
			capture.Line{Text: "closed the till audit", On: "2026-11-13", OnSaid: "last week"},
		},
		{
			"a date before the outcome", "closed the till audit yesterday -> 3 gaps found",
			capture.Line{Text: "closed the till audit", Outcome: "3 gaps found", On: "2026-11-17", OnSaid: "yesterday"},
		},
		{"a date that belongs to the sentence stays", "moved the fire drill to friday", capture.Line{Text: "moved the fire drill to friday"}},
		{"a date ahead stays in a line about work", "fire drill announced for tomorrow", capture.Line{Text: "fire drill announced for tomorrow"}},
		{"an escaped date stays", `sang \Yesterday`, capture.Line{Text: "sang Yesterday"}},
		{"a weekday that may be ahead stays", "stuck: no parts, the vendor delivers tuesday", capture.Line{
			Kind: rapport.Challenge, KindSaid: true,
			Text: "no parts, the vendor delivers tuesday",
		}},
		{"by: looks ahead", "promise: rota for January by:fri", capture.Line{
			Kind: rapport.Commitment, KindSaid: true,
			Text: "rota for January", Due: "2026-11-20", DueSaid: "fri",
		}},
		{
			"by: in quotes is the end of the stretch", `promise: rota for January by:"end of month"`,
			capture.Line{Kind: rapport.Commitment, KindSaid: true, Text: "rota for January", Due: "2026-11-30", DueSaid: "end of month"},
		},
		{
			"the end of a promise is the day it is due", "promise: send the rota by friday",
			capture.Line{Kind: rapport.Commitment, KindSaid: true, Text: "send the rota", Due: "2026-11-20", DueSaid: "by friday"},
		},
		{
			"both dates", "stuck: scanner broken on:monday by:2026-12-01",
			capture.Line{Kind: rapport.Challenge, KindSaid: true, Text: "scanner broken", On: "2026-11-16", OnSaid: "monday", Due: "2026-12-01", DueSaid: "2026-12-01"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := capture.ParseLine(tt.text, wednesday())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("ParseLine(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestParseLineRefuses(t *testing.T) {
	tests := []struct{ name, text, message, hint string }{
		{"an empty line", "  \t ", "nothing to write down", "write what you did"},
		{"marks alone", "won: +checkout @dana", "besides marks", ""},
		{"a day that does not exist", "audit done on:31-feb", "on:31-feb is not a date", `on\:31-feb`},
		{"a word that is no date", "rota by:asap", "by:asap is not a date", "by:2026-11-25"},
		{"a date without its quotes", "rota by:end of month", "followed by more of a date", `by:"end of month"`},
		{"a day of the work that is ahead", "on:2026-12-01 audit done", "still ahead", "by:2026-12-01"},
		{"two days", "audit on:monday on:tuesday", "two dates", ""},
		{"two projects", "audit +till +stock", "+till and +stock", `\+stock`},
		{"a quote that is not closed", `audit by:"end of month`, "never closed", `by\:`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line, err := capture.ParseLine(tt.text, wednesday())
			if err == nil {
				t.Fatalf("ParseLine(%q) = %+v, want an error", tt.text, line)
			}
			if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(err.Error(), tt.message) {
				t.Errorf("error = %v, want one that says %q", err, tt.message)
			}
			if hint := rapport.HintOf(err); hint == "" || !strings.Contains(hint, tt.hint) {
				t.Errorf("hint = %q, want one with %q", hint, tt.hint)
			}
		})
	}
}

func TestAGuessedPromiseIsDueAtItsEnd(t *testing.T) {
	parse := func(text string) capture.Line {
		t.Helper()
		line, err := capture.ParseLine(text, wednesday())
		if err != nil {
			t.Fatal(err)
		}
		return line
	}
	line := parse("I will send Dana the rota by friday")
	if line.Due != "" {
		t.Errorf("due = %q before anybody knows that it is a promise", line.Due)
	}
	got := line.As(rapport.Commitment, wednesday())
	if got.Due != "2026-11-20" || got.Text != "I will send Dana the rota" || got.KindSaid {
		t.Errorf("as a promise it is %+v", got)
	}
	if got := line.As(rapport.Progress, wednesday()); got.Due != "" || got.Text != line.Text {
		t.Errorf("as progress it is %+v", got)
	}
	said := parse("did: sent the rota by friday")
	if diff := cmp.Diff(said, said.As(rapport.Commitment, wednesday())); diff != "" {
		t.Errorf("a line that says its kind changed:\n%s", diff)
	}
}

func TestDirectedTextCannotHideInALine(t *testing.T) {
	line, err := capture.ParseLine("paid\x00 the \u202ebill\n twice", wednesday())
	if err != nil || line.Text != "paid the bill twice" {
		t.Errorf("text = %q, %v", line.Text, err)
	}
}

func TestFormatReadsBack(t *testing.T) {
	word := rapid.OneOf(
		rapid.SampledFrom([]string{
			"audit", "+5", "+tax", "@home", "@9", "->", "→", "->x", "on:", "by:fri", "for:speed", "ask:", "Won:", `\`, `\x`, `\\`,
			"c++", "yesterday", "friday", "3", "dec", "by", "to", "monday,", "10:30", `"`, `by:"x`, "week", "ago", `on\:x`, "840", "naïve",
		}),
		rapid.StringMatching(`[a-zA-Z0-9+@:>\\".,-]{1,6}`),
	)
	sentence := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
	})
	slug := rapid.Custom(func(t *rapid.T) rapport.Slug {
		return rapport.Slug(rapid.StringMatching(`[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3})?`).Draw(t, "slug"))
	})
	distinct := func(s rapport.Slug) rapport.Slug { return s }
	rapid.Check(t, func(t *rapid.T) {
		clock := wednesday()
		line := capture.Line{Text: sentence.Draw(t, "text")}
		switch rapid.IntRange(0, 3).Draw(t, "sort") {
		case 0:
			line.Private = true
		case 1:
			line.Kind, line.KindSaid = rapid.SampledFrom(rapport.Kinds[:]).Draw(t, "kind"), true
		}
		if !line.Private {
			line.Outcome = rapid.OneOf(rapid.Just(""), sentence).Draw(t, "outcome")
			line.Project = rapid.OneOf(rapid.Just(rapport.Slug("")), slug).Draw(t, "project")
			line.Goals = rapid.SliceOfNDistinct(slug, 0, 2, distinct).Draw(t, "goals")
			line.Bosses = rapid.SliceOfNDistinct(slug, 0, 2, distinct).Draw(t, "bosses")
			if rapid.Bool().Draw(t, "due") {
				line.Due = clock.Today().Add(rapid.IntRange(0, 400).Draw(t, "ahead"))
			}
		}
		switch rapid.IntRange(0, 2).Draw(t, "when") {
		case 0:
			line.On = clock.Today().Add(-rapid.IntRange(0, 4000).Draw(t, "back"))
		case 1:
			line.At = clock.Now.Add(-time.Duration(rapid.IntRange(0, 1e6).Draw(t, "seconds")) * time.Second)
			line.On = rapport.DayOf(line.At)
		}
		text := line.Format()
		got, err := capture.ParseLine(text, clock)
		if err != nil {
			t.Fatalf("ParseLine(%q): %v", text, err)
		}
		got.OnSaid, got.DueSaid = "", ""
		if len(got.Goals) == 0 {
			got.Goals = line.Goals
		}
		if len(got.Bosses) == 0 {
			got.Bosses = line.Bosses
		}
		if diff := cmp.Diff(line, got); diff != "" {
			t.Fatalf("%q reads back as (-want +got):\n%s", text, diff)
		}
	})
}

func FuzzParseLine(f *testing.F) {
	for _, text := range []string{
		"won: checkout p99 840 to 520 ms +checkout @dana yesterday", `promise: rota by:"end of month"`, `\+x \@y a \-> b`,
		"private: x on:monday", "-> -> ->", `on:"`, "by:29-feb", "asked @dana, then +rota -> 3 → 4", "\x00\xff \u202e", `for:"a b"`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line, err := capture.ParseLine(text, wednesday())
		if err != nil {
			if rapport.CodeOf(err) != rapport.Invalid || rapport.HintOf(err) == "" {
				t.Fatalf("ParseLine(%q): %v is no error with a next step", text, err)
			}
			return
		}
		if line.Text == "" || line.Text != rapport.OneLine(line.Text) {
			t.Fatalf("ParseLine(%q): text %q is not one line", text, line.Text)
		}
		if line.Private && (line.Project != "" || line.Outcome != "" || len(line.Bosses)+len(line.Goals) > 0) {
			t.Fatalf("ParseLine(%q): a private line has marks: %+v", text, line)
		}
		again, err := capture.ParseLine(line.Format(), wednesday())
		if err != nil {
			t.Fatalf("ParseLine(%q) formats as %q: %v", text, line.Format(), err)
		}
		line.OnSaid, line.DueSaid, again.OnSaid, again.DueSaid = "", "", "", ""
		if diff := cmp.Diff(line, again); diff != "" {
			t.Fatalf("%q formats as %q (-parsed +again):\n%s", text, line.Format(), diff)
		}
	})
}
