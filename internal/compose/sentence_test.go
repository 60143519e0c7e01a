package compose

import (
	"strings"
	"testing"

	"rapport"
)

func TestSentencesReadAsTheUserMeant(t *testing.T) {
	t.Parallel()
	const day = rapport.Day("2026-11-18")
	tests := []struct {
		name    string
		kind    rapport.Kind
		text    string
		changes []change
		want    string
	}{
		{
			"an outcome follows a colon", rapport.Accomplishment, "moved the desk",
			[]change{outcome("queue from 9 to 4 minutes")},
			"- Moved the desk: queue from 9 to 4 minutes.",
		},
		{
			"an outcome after a sentence stands alone", rapport.Accomplishment, "Moved the desk.",
			[]change{outcome("queue from 9 to 4 minutes")},
			"- Moved the desk: queue from 9 to 4 minutes.",
		},
		{
			"an outcome already said is not repeated", rapport.Accomplishment, "queue from 9 to 4 minutes",
			[]change{outcome("9 to 4 minutes")},
			"- Queue from 9 to 4 minutes.",
		},
		{"a name keeps its small letter", rapport.Progress, "p99 is on the board", nil, "- p99 is on the board."},
		{
			"a trouble without answer says so", rapport.Challenge, "dock 4 has no light", nil,
			"One thing you may not expect: dock 4 has no light. No answer yet.",
		},
		{
			"a trouble with a day says when I come back", rapport.Challenge, "dock 4 has no light",
			[]change{due("2026-11-24")},
			"No answer yet; back on Tue 24 Nov.",
		},
		{
			"a trouble whose day has passed says so", rapport.Challenge, "dock 4 has no light",
			[]change{due("2026-11-19")},
			"An answer was due on Thu 19 Nov; none yet.",
		},
		{
			"a trouble with an option gets no verdict", rapport.Challenge, "dock 4 has no light; I borrow a lamp", nil,
			"dock 4 has no light; I borrow a lamp.\n",
		},
		{
			"a trouble with a plan as outcome", rapport.Challenge, "dock 4 has no light",
			[]change{outcome("lamp from dock 2 until Friday")},
			"dock 4 has no light. Lamp from dock 2 until Friday.",
		},
		{
			"a question gets its mark", rapport.Question, "can we rent a lamp",
			[]change{due("2026-11-27")},
			"I need one thing from you, by Fri 27 Nov: can we rent a lamp?",
		},
		{
			"a request stays a sentence", rapport.Question, "please approve the lamp", nil,
			"I need one thing from you: please approve the lamp.",
		},
		{
			"a question asked before is recalled", rapport.Question, "can we rent a lamp",
			[]change{told("2026-11-03", rapport.ByMeeting)},
			"I still need one thing from you: can we rent a lamp?",
		},
		{
			"a promise of mine with its day", rapport.Commitment, "send the rota",
			[]change{due("2026-11-27")},
			"## I promised\n\n- Send the rota, by Fri 27 Nov.",
		},
		{
			"a promise that names the weekday", rapport.Commitment, "send the rota by Friday",
			[]change{due("2026-11-27")},
			"- Send the rota by Friday (27 Nov).",
		},
		{
			"a promise past its day is in the bottom line", rapport.Commitment, "send the rota",
			[]change{due("2026-11-19")},
			"One thing you may not expect: send the rota (I promised it for Thu 19 Nov).",
		},
		{
			"a promise past its day is told again", rapport.Commitment, "send the rota",
			[]change{due("2026-11-19"), told("2026-11-18", rapport.ByMeeting)},
			"One thing you may not expect: send the rota (I promised it for Thu 19 Nov).",
		},
		{
			"an answer noted with a question is kept", rapport.Question, "can we rent a lamp",
			[]change{outcome("the supplier has two")},
			"I need one thing from you: can we rent a lamp? The supplier has two.",
		},
		{
			"a promise of the boss", rapport.Commitment, "sign the form",
			[]change{by(rapport.TheBoss), due("2026-11-27")},
			"## You promised\n\n- Sign the form, by Fri 27 Nov.",
		},
		{
			"a late promise of the boss stays polite", rapport.Commitment, "sign the form",
			[]change{by(rapport.TheBoss), due("2026-11-17")},
			"- Sign the form (it was for Tue 17 Nov).",
		},
		{
			"a promise of both", rapport.Commitment, "meet the supplier",
			[]change{by(rapport.Me, rapport.TheBoss)},
			"## We agreed\n\n- Meet the supplier.",
		},
		{
			"a promise of somebody else", rapport.Commitment, "estates repair the door",
			[]change{by(rapport.Other)},
			"## Promised by others\n\n- Estates repair the door.",
		},
		{
			"a known trouble is recalled, not told as news", rapport.Challenge, "dock 4 has no light",
			[]change{told("2026-11-03", rapport.ByReport)},
			"## Still open\n\n- Dock 4 has no light (told on Tue 3 Nov).",
		},
		{"a plan stands under next", rapport.Progress, "next week: second test", nil, "## Next\n\n- Next week: second test."},
		{"a helper is credited", rapport.Progress, "trained the team", []change{helpers("Mara Pohl", "Jo")}, "- Trained the team. With Mara Pohl and Jo."},
		{"a helper already named is not repeated", rapport.Progress, "Mara trained the team", []change{helpers("Mara Pohl")}, "- Mara trained the team.\n"},
		{"a link that holds names the goal", rapport.Progress, "trained the team", []change{serves(1)}, "## For your goal “No late parcels”\n\n- Trained the team."},
		{"a day of another year has its year", rapport.Commitment, "send the plan", []change{due("2027-01-08")}, "by Fri 8 Jan 2027."},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			l := newLife("Ines", "Dana Whitlock", "2026-11-16", "2026-11-20", "2026-11-20")
			l.goal(1, "No late parcels", true)
			l.log(day, tc.kind, 0, tc.text, tc.changes...)
			if got := Compose(l.m, Neutral).Markdown(); !strings.Contains(got, tc.want) {
				t.Errorf("want %q in\n%s", tc.want, got)
			}
		})
	}
}

func TestALongEntryIsCutOnlyBetweenSentences(t *testing.T) {
	t.Parallel()
	sentence := "We walked every aisle of the store with Dr. Weber and noted each lamp that is out. "
	l := newLife("", "Dana", "2026-11-16", "2026-11-20", "2026-11-20")
	l.log("2026-11-17", rapport.Progress, 0, strings.Repeat(sentence, 120))
	endless := l.log("2026-11-18", rapport.Progress, 0, strings.Repeat("and then one more shelf ", 400))
	blob := l.log("2026-11-18", rapport.Progress, 0, strings.Repeat("x", 10_000))
	r := Compose(l.m, Neutral)
	md := r.Markdown()
	if !strings.Contains(md, "noted each lamp that is out. (117 more sentences in my notes.)") {
		t.Errorf("the long entry is not shortened at the end of a sentence\n%s", md)
	}
	if !strings.Contains(md, "2 more, all progress.") {
		t.Errorf("what cannot be quoted is not counted\n%s", md)
	}
	for _, id := range []rapport.EntryID{endless, blob} {
		if why, ok := r.WhyNot(id); !ok || !strings.HasPrefix(why, "counted: ") {
			t.Errorf("WhyNot(%d) = %q", id, why)
		}
	}
}

func TestSentenceEndsAreSure(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want int
	}{
		{"One. Two.", 2},
		{"Met Dr. Weber and J. Smith at 3 p.m. Monday.", 1},
		{"Is it late? Yes! (Very.) Then we wait.", 4},
		{"version 1.2 is out", 1},
		{"棚を移しました。次は梱包です。", 2},
		{"ends small. like this", 1},
		{"", 0},
	}
	for _, tc := range tests {
		if got := sentences(tc.text); len(got) != tc.want {
			t.Errorf("sentences(%q) = %q, want %d", tc.text, got, tc.want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("One. Two! Three? (Four.) Five", 3)
	f.Add("棚を移しました。次は梱包です。", 1)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		text = rapport.OneLine(text)
		kept, left := shorten(text, max(1, limit%100))
		if !strings.HasPrefix(text, kept) && strings.Join(sentences(text), "") != strings.ReplaceAll(text, " ", "") && left == 0 {
			t.Errorf("shorten(%q) = %q", text, kept)
		}
		for _, s := range sentences(text) {
			if !strings.Contains(text, s) || s == "" {
				t.Errorf("%q is not in %q", s, text)
			}
		}
	})
}
