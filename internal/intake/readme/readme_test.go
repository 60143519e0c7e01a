package readme

import (
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/profile"
)

// found reads a text as Dana Weber's and returns what it proposes, as words.
func found(t *testing.T, text string) []string {
	t.Helper()
	result, err := Read(text, Author{Name: "Dana Weber"}, day)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range result.Proposals {
		checkProposal(t, rapport.ManyLines(text), p)
		word := string(p.Value) + p.About
		if p.Contradicts {
			word += "!"
		}
		out = append(out, word)
	}
	return out
}

func TestReadSentences(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"a stem and its items are one sentence", "I prefer:\n- numbers over stories\n- short updates\n- a fixed template", "numbers headline formal"},
		{"a stem that refuses refuses its items", "Please don't send me:\n- detailed reports\n- long reports", ""},
		{"a sentence goes over lines", "I like to read a proposal\nbefore we discuss it.", "reader"},
		{"an abbreviation ends no sentence", "I want the figures, e.g. costs, from Dr. Ames.", "numbers"},
		{"emphasis is taken off", "I **prefer** _written_ proposals.", "reader"},
		{"a past is no wish", "I used to like written proposals. When I led the depot, I wanted numbers first.", ""},
		{"a perfect that lasts is one", "I've never been much of a reader.", "listener"},
		{"somebody else's wish is none", "My boss prefers numbers. The director wants two options. Some people prefer a call.", ""},
		{"a question asks", "Do you prefer numbers? Should I bring two options?", ""},
		{"a quotation is somebody else's", "A friend of mine says: \"I want the numbers first, always.\"", ""},
		{"a block quotation is somebody else's", "> I prefer numbers over stories.", ""},
		{"code is no sentence", "```\nI prefer numbers over stories.\n```", ""},
		{"a supposed wish is none", "If I were your age I would prefer numbers. I might want two options.", ""},
		{"no preference is none", "I don't mind whether you call me or write to me. I have no preference for numbers.", ""},
		{"a refusal names no other value", "I don't like long reports.", ""},
		{"contradicting sentences are both shown", "I only read the first lines.\n\nI read every appendix.", "headline! deep!"},
		{"two in one sentence are none", "I like two options and a clear recommendation, I decide fast.", ""},
		{"the same twice is once", "I prefer numbers over stories.\nI trust data.", "numbers"},
		{"the reader's own wishes are none", "You like numbers. You want to be involved early.", ""},
		{"what the author gives is no wish", "I will send you a short update every week. I tell everybody the reasons behind our plans.", ""},
		{"a way for one case is a channel", "If the pump fails, phone me.", "channel"},
		{"hours are said", "I'm offline after 18:00.", "hours"},
		{"a lead time is said", "Send the deck two days before.", "lead-time"},
		{"a goal is said", "My focus this year is to open the second ward.", "goal"},
		{"feedback has channels of its own", "I give feedback in writing.", "feedback"},
		{"life outside work says nothing", "Outside work I read everything. I love stories.", ""},
		{"by her own name", "Dana prefers written proposals. She hates surprises. Tom prefers a call.", "reader no-surprise"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(found(t, "# Working with me\n\n"+tt.text+"\n"), " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestProposalsSayWhereAndWhy(t *testing.T) {
	t.Parallel()
	const text = "---\ntitle: me\n---\n\n# How I work\n\n## Decisions\n\nGood to see you. Bring me two or three\noptions, *please*.\n\nMy priority is to halve the backlog.\n"
	result, err := Read(text, Author{Name: "Dana Weber"}, day)
	if err != nil || len(result.Proposals) != 2 {
		t.Fatalf("%+v, %v", result, err)
	}
	p := result.Proposals[0]
	if p.Value != profile.Options || p.Line != 9 || p.Quote != "Bring me two or three options, *please*." || p.Heading != "Decisions" || !strings.Contains(p.Reason, "asked of you") {
		t.Errorf("%+v", p)
	}
	if item := p.Item("x"); item.About != "decision" || item.Value != "options" || item.Grade != profile.Fact || item.Day != day {
		t.Errorf("%+v", item)
	}
	if g := result.Proposals[1]; g.About != Goal || g.Text != "halve the backlog" {
		t.Errorf("%+v", g)
	}
	if slices.Contains(result.Unknown, profile.Decision) || len(result.Unknown) != 7 {
		t.Errorf("unknown %v", result.Unknown)
	}
}

func TestReadSaysWhyItFindsNothing(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want, language string }{
		{"no sentence", "\n\n---\n", "no sentence", ""},
		{"German", "# Wie ich arbeite\n\nIch lese gern vorher und ich mag keine Überraschungen. Bitte schickt mir die Zahlen mit dem Bericht.", "only English is read", "German"},
		{"Spanish", "Prefiero los informes por escrito y con números. No me gusta que me llamen antes de las nueve.", "only English is read", "Spanish"},
		{"a program", "# tool\n\nInstall it with npm. Build it with make. I prefer numbers.", "description of a program", ""},
		{"nobody speaks", "# How to work with people\n\nNumbers matter. Bring two options.", "nobody speaks", ""},
		{"nothing plain", "# Working with me\n\nI am glad that you are here.", "no sentence says plainly", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			result, err := Read(tt.text, Author{Name: "Dana Weber"}, day)
			if err != nil || len(result.Proposals) > 0 || !strings.Contains(result.Why, tt.want) || result.Language != tt.language || len(result.Unknown) != len(profile.Dimensions) {
				t.Errorf("%+v, %v", result, err)
			}
		})
	}
}

func TestReadRefusesWhatIsNoText(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"zero bytes": "I prefer\x00numbers", "far too long": strings.Repeat("I prefer numbers. ", 20000)} {
		if _, err := Read(text, Author{}, day); rapport.CodeOf(err) != rapport.Invalid || rapport.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"# Working with me\n\nI prefer:\n- numbers\n- calls", "I'm Dana.\n\nDana prefers e-mail.", "> quoted\n\n```\ncode", "---\n---\n", "**Bold**\n\n1. Don't call me.", "“Half a quotation\n\n(", "I want two.\xff\xfe options", "«»„“””", "[a](b) _x_ `y",
		"# İstanbul'da çalışmak\n\nMy goal İ is to İ.", strings.Repeat("I don't, ", 300),
	} {
		f.Add(text, "Dana Weber")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		result, err := Read(text, Author{Name: name}, day)
		if err != nil {
			if rapport.HintOf(err) == "" {
				t.Errorf("%v has no hint", err)
			}
			return
		}
		folded := strings.Join(strings.Fields(rapport.ManyLines(text)), " ")
		for _, p := range result.Proposals {
			if p.Quote == "" || !strings.Contains(folded, p.Quote) || p.Line < 1 || p.Line > 1+strings.Count(rapport.ManyLines(text), "\n") || p.Confidence < 1 || p.Reason == "" {
				t.Errorf("%+v", p)
			}
		}
		if (len(result.Proposals) == 0) != (result.Why != "") {
			t.Errorf("%d proposals and %q", len(result.Proposals), result.Why)
		}
	})
}
