package prose

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestSuggest_speaksOfTheText(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		text  string
		label Label
		want  string
	}{
		{"keeps the fact in front of the sacrifice", "I stayed until midnight on the 9th, not that anyone cares.", Martyrdom, `say only "I stayed until midnight on the 9th", and ask for what you need`},
		{"keeps the sentence beside the sacrifice", "I never ask for thanks, I give and give for this company. Labels are printed.", Martyrdom, `keep "Labels are printed"`},
		{"keeps the sentence beside praise", "You are the most brilliant manager alive. Room 3 is booked.", Flattery, `keep "Room 3 is booked", or thank`},
		{"has nothing to keep of praise alone", "You are the most brilliant manager alive.", Flattery, "leave it out, or thank"},
		{"keeps the repair", "I am such an idiot. The gate is locked since 9.", Groveling, `say once what happened; keep "The gate is locked since 9"`},
		{"asks who and when", "Somebody should look at the fence.", OpenAsk, `"Somebody should look at the fence": who does it, and by when?`},
		{"asks when", "Could you review the plan?", OpenAsk, `"Could you review the plan?": by when, and what happens otherwise?`},
		{"asks for a day instead of soon", "Please send me the plan asap.", OpenAsk, `"asap" is no day: by when`},
		{"asks for the figures of what was named", "Attendance has improved massively.", UnprovedResult, `"attendance": from how many to how many`},
		{"asks what the customers did", "Our guests love the new menu.", UnprovedResult, `"guests": how many of them`},
		{"looks at the day of a problem", "We have no driver for the run on Thursday.", ProblemOnly, `before "Thursday"?`},
		{"keeps a problem without a day", "The boiler is broken.", ProblemOnly, `keep "The boiler is broken", and add two options`},
		{"keeps what happened without the blame", "The forms went out on the 9th, because Legal dragged their feet as always.", Blame, `keep "The forms went out on the 9th"`},
		{"asks what the feedback is about", "The tender went out. Any feedback for me?", VagueFeedback, `is it about "The tender went out"?`},
		{"begins with the lede", "Chairs are stacked. The plants are fine. We had cake. The insurer has cancelled our cover from the 1st.", BuriedLede, `begin with "The insurer has cancelled our cover from the 1st"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			found := Check(tt.text, Options{})
			i := slices.IndexFunc(found, func(f Finding) bool { return f.Label == tt.label })
			if i < 0 {
				t.Fatalf("%s not found: %+v", tt.label, found)
			}
			if got := found[i].Suggest; !strings.Contains(got, tt.want) {
				t.Errorf("suggests %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSuggest_neverRepeatsALeak(t *testing.T) {
	t.Parallel()
	for _, f := range Check("Trays are out. My coach says that I should flatter her first.", Options{}) {
		if f.Label == PrivateLeak && strings.Contains(f.Suggest, "coach") {
			t.Errorf("suggests %q", f.Suggest)
		}
	}
}

func TestSuggest_addsNoFigureAndNoName(t *testing.T) {
	t.Parallel()
	fixtures := readFixtures(t)
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			b.WriteString(fixtures[rapid.IntRange(0, len(fixtures)-1).Draw(t, "fixture")].text)
			b.WriteString(rapid.SampledFrom([]string{" ", "\n", "; "}).Draw(t, "gap"))
		}
		text := b.String()
		for _, f := range Check(text, Options{}) {
			if f.Suggest == "" || strings.ContainsAny(f.Suggest, "\n\r") {
				t.Fatalf("suggests %q", f.Suggest)
			}
			figures := strings.FieldsFunc(f.Suggest, func(c rune) bool { return !unicode.IsDigit(c) })
			for _, n := range figures {
				if !strings.Contains(text, n) {
					t.Fatalf("%q has the figure %s from nowhere", f.Suggest, n)
				}
			}
		}
	})
}
