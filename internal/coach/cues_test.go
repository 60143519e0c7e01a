package coach

import (
	"testing"

	"rapport"
)

// TestCues reads sentences of different trades: what a cue must see, and what
// only looks like it.
func TestCues(t *testing.T) {
	t.Parallel()
	private := func(read func(*Facts) []thought) func(string) bool {
		return func(text string) bool {
			f := &Facts{Record: Record{Notes: []rapport.PrivateNote{{Text: rapport.Private(text)}}}}
			return len(read(f)) > 0
		}
	}
	for name, c := range map[string]struct {
		reads   func(string) bool
		yes, no []string
	}{
		"a contact past the boss": {
			reads: func(text string) bool {
				s := spokenIn(text)
				return (s.goesPast() || s.goesAbove(&File{})) && s.isOnCareer() && s.isPlan() && !isSafeguarded(text)
			},
			yes: []string{
				"call with HR next week about an internal transfer",
				"want to ask the head of radiology about the open position",
				"coffee with my boss's boss on my next step",
				"plan to apply for the post in the neighbouring section",
				"meeting with the director about a promotion",
				"will talk to human resources about my grade",
			},
			no: []string{
				"HR sent the new holiday form",
				"will ask the head of logistics about pallet 14",
				"meeting with HR about harassment in the team and a transfer",
				"transfer of 40 files to the other section done",
				"the director praised the promotion in the shop window",
				"asked the lab for the position of the sample",
			},
		},
		"taking over what is another's": {
			reads: func(text string) bool { return spokenIn(text).takesOver() },
			yes: []string{
				"I could take over half of your appraisals",
				"Let me sign the releases for you while you travel",
				"I'd be happy to chair the round in your place",
				"I can take the budget talks off your desk",
				"I will handle your complaints from Monday on",
			},
			no: []string{
				"I took over section 4 from Ben",
				"Could you sign the release by Friday?",
				"I will send you the list for the audit",
				"All my files are closed",
				"Your notes helped; the lease is signed",
			},
		},
		"an own disagreement in public": {
			reads: func(text string) bool { return spokenIn(text).isOwnDissent() },
			yes: []string{
				"contradicted her in the plenary about the cut",
				"I argued against his plan in front of the crew",
				"said in the round that her figures are wrong",
				"pushed back on the deadline in the all-hands",
				"questioned his decision before the parents",
			},
			no: []string{
				"she contradicted the client",
				"he snapped at me in the meeting",
				"thanked her in front of the team",
				"presented the plan together",
				"was asked to explain the delay",
			},
		},
		"being put down": {
			reads: func(text string) bool { return spokenIn(text).isHostile() },
			yes: []string{
				"shouted at me in the kitchen",
				"cut me off twice in the meeting",
				"presented my study as his own",
				"laughed at my question before the board",
				"took credit for the new schedule",
			},
			no: []string{
				"thanked the whole team in the newsletter",
				"announced the new schedule",
				"asked me to present the study",
				"spoke about the cut of the budget",
				"named me as the author",
			},
		},
		"how the writer is": {
			reads: private((*Facts).strains),
			yes: []string{
				"I did not sleep before the audit", "slept three hours", "I am afraid of Mondays", "stomach in knots again", "crying in the car", "woke up at four again",
				"another migraine", "heart racing when the phone rings", "I can't sleep", "completely exhausted",
			},
			no: []string{
				"slept well for once", "no longer afraid", "the plan is a mess", "not exhausted any more", "the clinic called about the contract",
			},
		},
		"only a changed boss would help": {
			reads: private((*Facts).leanings),
			yes: []string{
				"It only works if she changes", "Unless he starts to listen this goes nowhere", "He will never change", "I need another boss", "Nothing I try helps",
				"She would have to become a different person", "I cannot work like this any more",
			},
			no: []string{
				"I should write shorter mails", "The plan only works if the steel arrives", "He changed the date", "She liked the table", "Ask him about the date",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, text := range c.yes {
				if !c.reads(text) {
					t.Errorf("not seen: %q", text)
				}
			}
			for _, text := range c.no {
				if c.reads(text) {
					t.Errorf("seen: %q", text)
				}
			}
		})
	}
}
