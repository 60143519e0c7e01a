package promises_test

import (
	"strings"
	"testing"

	"rapport"
	"rapport/internal/promises"
)

func TestASheetGrowsStepByStepIntoOnePage(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		begun, err := l.Advise(ctx, promises.AdviceInput{Input: says("Move the cut-over? @dana for:payments by:fri")})
		if err != nil || begun.Sheet.Due != "2026-11-20" || len(begun.Missing) == 0 {
			t.Fatalf("%+v, %v", begun, err)
		}
		n := begun.Sheet.Number
		january := must(promises.ParseOption("in January | gains: the clinics | pays: finance | cost: two weeks"))
		planned := must(promises.ParseOption("as planned|pays:the clinics"))
		must(l.AddToSheet(ctx, n, promises.AdviceInput{Options: []rapport.Option{january}}))
		full := must(l.AddToSheet(ctx, n, promises.AdviceInput{Options: []rapport.Option{planned}, Recommend: "January", Unseen: "what the board promised the bank"}))
		if len(full.Missing) != 0 {
			t.Errorf("a full sheet misses %v", full.Missing)
		}
		refused(t, second(l.AddToSheet(ctx, n, promises.AdviceInput{Options: []rapport.Option{january}})), rapport.Conflict)
		refused(t, second(l.AddToSheet(ctx, n, promises.AdviceInput{})), rapport.Invalid, "--option")
		page := must(l.AdviceSheet(ctx, n)).Text()
		for _, part := range []string{"# Move the cut-over?", "For Dana Weber", "Fri 20 Nov 2026", "Payments on time", "1. in January", "Gains: the clinics", "Pays: finance", "Cost: two weeks", "2. as planned", "What I would do", "What I may not see from here"} {
			if !strings.Contains(page, part) {
				t.Errorf("the page lacks %q:\n%s", part, page)
			}
		}
		if strings.Contains(page, "Advice received") || strings.Contains(page, "Decided") {
			t.Errorf("the page has headings for what is not known:\n%s", page)
		}
		given := must(l.AdviceGiven(ctx, n, "wait for the audit", ""))
		if given.Sheet.State() != rapport.StateAnswered {
			t.Errorf("%+v", given.Sheet)
		}
		if waiting, _, err := l.AdviceSheets(ctx, "dana", false); err != nil || len(waiting) != 1 {
			t.Errorf("a sheet that is to be decided is not listed: %v, %v", waiting, err)
		}
		refused(t, second(l.AdviceDecided(ctx, n, "", "")), rapport.Invalid)
		must(l.AdviceDecided(ctx, n, "January", ""))
		done := must(l.AdviceDecided(ctx, n, "", "a quiet week"))
		if done.Sheet.Decided != "January" || !strings.Contains(done.Text(), "a quiet week") || !strings.Contains(done.Text(), "Advice received, Wed 18 Nov 2026") {
			t.Errorf("%s", done.Text())
		}
		if waiting, _, _ := l.AdviceSheets(ctx, "", false); len(waiting) != 0 {
			t.Errorf("a decided sheet waits: %v", waiting)
		}
		if all, _, _ := l.AdviceSheets(ctx, "", true); len(all) != 1 {
			t.Errorf("all are %v", all)
		}
	})
}

func TestASheetIsReadAsAText(t *testing.T) {
	t.Parallel()
	in, err := promises.ParseSheet("Which lift first? @tomas\r\n\r\noption: north | gains: ward 4\noption: south\nOption:\nrecommend: north\nunseen:\n")
	if err != nil || len(in.Options) != 2 || in.Options[0].Gains != "ward 4" || in.Recommend != "north" || in.Unseen != "" || in.Words[0] != "Which lift first? @tomas" {
		t.Errorf("%+v, %v", in, err)
	}
	for name, c := range map[string]struct{ text, place string }{
		"nothing":           {"\n\noption: a\n", ""},
		"two matters":       {"one\ntwo\n", "line 2"},
		"two answers":       {"one\nrecommend: a\nrecommend: b", "line 3"},
		"an unknown part":   {"one\noption: a | wins: b", "line 2"},
		"a part twice":      {"one\n\noption: a | pays: b | pays: c", "line 3"},
		"an option of bars": {"one\noption: | pays: b", "line 2"},
	} {
		_, err := promises.ParseSheet(c.text)
		refused(t, err, rapport.Invalid)
		if err != nil && !strings.Contains(err.Error(), c.place) {
			t.Errorf("%s: %v does not name %s", name, err, c.place)
		}
	}
}

func FuzzParseSheet(f *testing.F) {
	f.Add("Which lift first?\noption: north | gains: ward 4 | cost: 3\nrecommend: north\nunseen: x")
	f.Add("option:\noption: |||")
	f.Add(":\n::\nrecommend:recommend:")
	f.Fuzz(func(t *testing.T, text string) {
		in, err := promises.ParseSheet(text)
		if err != nil {
			if rapport.HintOf(err) == "" {
				t.Errorf("%v without a hint", err)
			}
			return
		}
		if len(in.Words) != 1 || in.Words[0] != rapport.OneLine(in.Words[0]) || in.Words[0] == "" {
			t.Errorf("the matter is %q", in.Words)
		}
		for _, o := range in.Options {
			if o.Text == "" || strings.ContainsAny(o.Text+o.Gains+o.Pays+o.Cost, "\n|") {
				t.Errorf("the option %+v", o)
			}
		}
	})
}
