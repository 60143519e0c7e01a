package promises_test

import (
	"strings"
	"testing"

	"rapport"
	"rapport/internal/promises"
)

// phrases are asks of many trades by what they are for.
var phrases = map[rapport.Currency][]string{
	rapport.Resources: {
		"two more analysts", "a third nurse on nights in January", "an extra pair of hands for the stocktake", "£300 for new drill bits",
		"budget for the spring campaign", "4 licences for the drawing program", "a replacement for the broken scanner", "overtime for the harvest week",
		"can we hire a second baker?", "lend us the van on Thursdays", "more time for the migration", "cover for Lucie's parental leave",
		"money for a translator", "could you pay for the lab samples", "10 more chairs for the waiting room", "two days of a tester",
		"a laptop for the new starter", "additional storage in the cold room", "agency staff over Easter", "another forklift",
	},
	rapport.ADecision: {
		"could you decide which supplier we take", "please approve the new rota", "sign off the fire drill plan", "a go-ahead for the pilot in ward 3",
		"may I work from the Leeds office on Mondays?", "shall we postpone the launch?", "yes or no to the second shift", "permission to talk to the press",
		"your decision on the roof repair", "can we stop the weekly print run?", "ok to close the till at five?", "authorise the refund of 900 euros",
		"choose between the two floor plans", "can I take the 14th off?", "please settle which of the two audits comes first",
		"need your signature on the lease", "can we drop the third report?", "waive the late fee for the tenants of block B",
	},
	rapport.Advice: {
		"what do you think of the new intake form?", "your view on moving the stocktake", "how would you tell the parents?", "should I take the night shift lead?",
		"what would you do with the late deliveries", "thoughts on the draft menu", "I would like your advice on the tenancy case", "a second pair of eyes on the tender",
		"how best to raise it with the union?", "would you rather see it in one page or five?", "sanity check of the cost model", "your opinion of the two candidates",
		"should we tell the client now or after the test?", "in my place, which course would you take?",
	},
	rapport.Backing: {
		"introduce me to Priya Nair", "put in a good word with the board", "back me on the freeze of the scope", "could you speak to finance about our invoices",
		"stand behind the late start in front of the client", "vouch for the new contractor", "put me in touch with the head of claims", "talk to the surgeons about the start times",
		"support us in the steering group", "raise it with the landlord", "defend the training day in the budget round", "chase the signature of the legal team for us",
		"be the sponsor of the new safety walk", "your support when the auditors come", "speak up for the night team on Tuesday",
	},
	rapport.Development: {
		"a place on the wound care course", "the first aid training in March", "a mentor in the tax department", "let me lead the kitchen refit",
		"could I shadow the head chef for a week", "two days at the welding conference", "a chance to present to the board", "study leave for the exam in June",
		"what is missing for my promotion", "a secondment to the Porto branch", "I want to learn the estimating side", "a forklift certificate",
		"coaching before the panel interviews", "let me chair the next handover",
	},
	rapport.Information: {
		"when will the new rota be out?", "who signs the customs papers?", "send me the minutes of the board", "how many beds close in August?",
		"do you know why the order was cut", "the figures of the second quarter", "let me know what the client said", "a copy of the lease",
		"where do the returns go now?", "the dates of the inspection", "tell me which wards are affected", "background on the merger",
		"explain the new bonus rules", "status of the planning permit", "what does the new law mean for us?", "the reason for the audit",
	},
}

// further are phrases that the first ones did not lead to; the frames were made
// for them.
var further = map[rapport.Currency][]string{
	rapport.Resources: {
		"a relief driver for line 7 on Sundays", "new shelving for the children's corner", "someone from payroll for a week", "a bigger freezer before Christmas",
		"fifty euros for ribbon and thread", "one more vet for the evening clinic", "a desk near the window", "three hours a week from the apprentice",
	},
	rapport.ADecision: {
		"can the branch stay shut on Good Friday?", "which of the two hymns do we print, yours to say", "I need a yes on the scaffolding", "confirm that we turn down the Kemp order",
		"let us close the waiting list", "pick the date for the open day", "am I allowed to sign for deliveries?", "please rule out one of the three sites",
	},
	rapport.Advice: {
		"how do I handle a parent who shouts?", "does this letter strike the right tone?", "would you read my plan for the herd and say where it is weak",
		"is it wise to raise the fee now?", "I am torn between two firms, where do you lean?", "help me think through the move",
	},
	rapport.Backing: {
		"tell the mayor's office that we have your trust", "please come with me to the hearing", "a line from you to the dean about my grant", "cc yourself on the mail to the carrier",
		"would you present the findings together with me", "open a door at the ministry", "mention our numbers when you meet the chair",
	},
	rapport.Development: {
		"may I take the sommelier class?", "I would like to do a stint in claims", "pair me with a senior surveyor", "time to study for the bar",
		"feedback on how I run the briefing", "a turn at the big press under supervision", "send me to the fair in Lyon so that I see how others do it",
	},
	rapport.Information: {
		"is the museum closed in May?", "what happened at the directors' lunch?", "has the grant come through?", "could you forward the map of the new routes",
		"any word from the insurer?", "the name of our contact at the port", "did they say anything about the pension?", "which rooms are free in week 12?",
	},
}

// unseen are phrases that were written last, and that nothing was changed for.
var unseen = map[rapport.Currency][]string{
	rapport.Resources: {
		"new tyres for the second ambulance", "could Marek's team spare us a plumber", "a grant of 2,000 for the choir trip", "we are short of one cashier at noon",
		"I need a quieter place to grade", "would you release Jo from the front desk on Fridays so that she can help us count",
	},
	rapport.ADecision: {
		"do we go with the oak or the ash?", "please tell us whether the Sunday service goes on", "will you let the night porter swap shifts?",
		"I want your consent to move the archive", "extend the deadline of the tender by a week", "is it fine if I leave at four on Thursdays?",
	},
	rapport.Advice: {
		"could you look at my budget note before I send it and tell me what is off", "I wonder whether it is too early to talk to the heirs", "where would you begin with this garden?",
		"does it make sense to merge the two classes?", "if it were your shop, what would go first?", "comment on my outline for the hearing",
	},
	rapport.Backing: {
		"ask the harbour master to see me", "would you call the editor about our correction", "please support our bid for the lottery money", "say a word for me to the bishop",
		"come along when I tell the tenants", "make sure the council knows that you agreed",
	},
	rapport.Development: {
		"can I sit with the brewers for two days to see how they work", "teach me the ledger", "I would love to lead the May tour", "put me forward for the leadership programme",
		"who could mentor me in contract law", "pay for my sign language course",
	},
	rapport.Information: {
		"what did the inspectors write?", "is there a date for the strike?", "forward the supplier's letter", "did the board agree to the plan?",
		"the phone number of the night electrician", "which of our vans are insured for abroad?",
	},
}

// A guess among six, always shown with its reason and one word to put it right.
func TestTheCurrencyOfUnseenAsksIsMostlyRight(t *testing.T) {
	t.Parallel()
	if share := shareRight(t, unseen); share < 0.5 {
		t.Errorf("%.0f %% right, want at least 50 %%", 100*share)
	}
}

func TestTheCurrencyOfAnAskIsGuessedFromItsWords(t *testing.T) {
	t.Parallel()
	for _, known := range []map[rapport.Currency][]string{phrases, further} {
		if share := shareRight(t, known); share < 0.95 {
			t.Errorf("%.0f %% right, want at least 95 %%", 100*share)
		}
	}
}

func shareRight(t *testing.T, phrases map[rapport.Currency][]string) float64 {
	t.Helper()
	right, all := 0, 0
	for want, texts := range phrases {
		for _, text := range texts {
			got, why := promises.GuessCurrency(text)
			all++
			if got == want {
				right++
			} else {
				t.Logf("%q: %s (%s), want %s", text, got, why, want)
			}
			if why == "" {
				t.Errorf("%q: a guess without a reason", text)
			}
		}
	}
	t.Logf("%d of %d", right, all)
	return float64(right) / float64(all)
}

func TestAGuessQuotesTheWordsItRestsOn(t *testing.T) {
	t.Parallel()
	for text, quoted := range map[string]string{
		"four LICENCES please":         "licences",
		"could you Approve the rota":   "approve",
		"what do you think of the van": "what do you think",
	} {
		if _, why := promises.GuessCurrency(text); !strings.Contains(why, `"`+quoted+`"`) {
			t.Errorf("%q: the reason is %s, and does not quote %q", text, why, quoted)
		}
	}
}

func TestWhereNothingSpeaksTheGuessSaysSo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]rapport.Currency{"the blue one": rapport.Resources, "the blue one?": rapport.Information, "": rapport.Resources, "?!": rapport.Resources} {
		got, why := promises.GuessCurrency(text)
		if got != want || strings.Contains(why, "sounds like") {
			t.Errorf("%q: %s because %s", text, got, why)
		}
	}
}

func FuzzGuessCurrency(f *testing.F) {
	for _, texts := range phrases {
		f.Add(texts[0])
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, why := promises.GuessCurrency(text)
		if again, _ := promises.GuessCurrency(text); again != c || why == "" {
			t.Errorf("%q: %s, then %s, because %q", text, c, again, why)
		}
		if _, err := promises.ParseCurrency(string(c)); err != nil {
			t.Error(err)
		}
	})
}
