package notes

import (
	"testing"

	"rapport"
)

// TestPromiseIn_tellsPromisesFromTheRest holds replies of bosses in several
// trades, half of them such as look like promises and are none.
func TestPromiseIn_tellsPromisesFromTheRest(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want bool
		due  rapport.Day // said on Tue 17 Nov 2026
	}{
		{"I'll introduce you to Priya this week", true, "2026-11-20"},
		{"will check with finance by Friday", true, "2026-11-20"},
		{"let me get back to you tomorrow", true, "2026-11-18"},
		{"I’ll talk to the pharmacy on Monday and let you know", true, "2026-11-23"},
		{"Yes, I'll order two more by end of month", true, "2026-11-30"},
		{"I'm going to ask the board next week", true, "2026-11-27"},
		{"Leave it with me", true, ""},
		{"will do", true, ""},
		{"Good point, will raise it at the regional meeting on 3 Dec", true, "2026-12-03"},
		{"I can talk to HR on Thursday", true, "2026-11-19"},
		{"You'll have the figures from me by Wednesday", true, "2026-11-18"},
		{"we'll get you a second picker in January", true, "2027-01-29"},
		{"I'll see if the depot can spare a van", true, ""},
		{"I'll find out whether the head agrees", true, ""},
		{"I'm meeting the inspector on Thursday and will bring it up", true, "2026-11-19"},
		{"I'll be in touch with the parents by Friday", true, "2026-11-20"},
		{"ok, I'll sign it today", true, "2026-11-17"},
		{"Ich kläre das bis Freitag", true, "2026-11-20"},
		{"mache ich morgen", true, "2026-11-18"},
		{"Ich spreche nächste Woche mit der Leitung", true, "2026-11-27"},
		{"je vais en parler à la direction demain", true, "2026-11-18"},
		{"voy a hablar con compras esta semana", true, "2026-11-20"},
		{"I promise to read it before the audit", true, ""},
		{"I'll make sure it does not happen again", true, ""},
		{"I will also forward the letter in two weeks", true, "2026-12-01"},

		{"can you send me the list by Friday?", false, ""},
		{"please send the list by Friday", false, ""},
		{"Send me the numbers and I'll sign it off", false, ""},
		{"if HR agrees I'll book it", false, ""},
		{"I'll book it if HR agrees", false, ""},
		{"I'll sign once the budget is through", false, ""},
		{"I won't have time this week", false, ""},
		{"I will not sign that", false, ""},
		{"I don't think I'll manage that", false, ""},
		{"I'd introduce you, but she is on leave", false, ""},
		{"I might ask finance", false, ""},
		{"I asked finance last week", false, ""},
		{"I promised that last month already", false, ""},
		{"I said I'd look into it", false, ""},
		{"Priya will call you tomorrow", false, ""},
		{"you will need a form for that", false, ""},
		{"you'll get used to it", false, ""},
		{"I'll be on leave next week", false, ""},
		{"I'll need the draft by Thursday", false, ""},
		{"I'll leave that to you", false, ""},
		{"let me know by Friday", false, ""},
		{"Shall I introduce you to Priya?", false, ""},
		{"well done, the ward looks great", false, ""},
		{"good", false, ""},
		{"Do it by Friday or I'll ask somebody else", false, ""},
		{"this will take two weeks", false, ""},
		{"The new system will go live on Monday", false, ""},
		{"I'll probably be late on Thursday", false, ""},
		{"Ich kann das nicht zusagen", false, ""},
		{"Ich frage, falls es nötig wird", false, ""},
		{"unless the union objects, I'll sign on Monday", false, ""},
		{"I thought I'll never see that", false, ""},
		{"“I'll do it” is what they always say", false, ""},
		{"I'll believe it when I see it", false, ""},
		{"I hope I'll hear from them this week", false, ""},
		{"I'll miss you all", false, ""},
		{"will Karin join us on Friday?", false, ""},

		// A second list, of which 36 of 45 were right at first sight.
		{"Fine, I'll bring this to the steering group on Thursday.", true, "2026-11-19"},
		{"I will personally call the supplier.", true, ""},
		{"Happy to introduce you to Lena next week", true, "2026-11-27"},
		{"I'll try to free up some budget by January", true, "2027-01-29"},
		{"Talked to Omar, will follow up by Monday", true, "2026-11-23"},
		{"Give me until Thursday, I'll have an answer then", true, "2026-11-19"},
		{"Okay - I'll put it on the agenda for the 24th", true, "2026-11-24"},
		{"We'll send you the contract tomorrow", true, "2026-11-18"},
		{"I owe you an answer on this by Friday", true, "2026-11-20"},
		{"Let me check with payroll", true, ""},
		{"I'll do that", true, ""},
		{"Expect my comments by Wednesday", true, "2026-11-18"},
		{"my action: ask legal by Friday", true, "2026-11-20"},
		{"Will get you the badge this afternoon", true, "2026-11-17"},
		{"I'm on it, answer by Thursday", true, "2026-11-19"},
		{"I'll get back to you as soon as I hear from the vendor", false, ""},
		{"I will be honest, this looks thin", false, ""},
		{"I'd rather wait", false, ""},
		{"We will see", false, ""},
		{"We'll discuss it next week", false, ""},
		{"I'll want to see numbers first", false, ""},
		{"That will be done by the contractor on Friday", false, ""},
		{"Will this be ready by Friday?", false, ""},
		{"Tell Bea I'll be late", false, ""},
		{"You can tell them I'll sign", true, ""},
		{"I never said I'll pay for it", false, ""},
		{"I cannot promise anything before January", false, ""},
		{"I'll only do it with a written request", false, ""},
		{"Why not ask Lena? She will know by Monday.", false, ""},
		{"I could ask the board next week", false, ""},
		{"I was going to ask them yesterday", false, ""},
		{"I intended to call him on Monday", false, ""},
		{"I'm not going to fight over this", false, ""},
		{"I'll trust you with that", false, ""},
		{"Provided that the audit is clean, I'll approve", false, ""},
		{"as long as it stays below 5k I'll sign", false, ""},
		{"When you have the draft I'll read it", false, ""},
		{"After the audit I'll read it by Friday", true, "2026-11-20"},
		{"Ich melde mich morgen bei dir", true, "2026-11-18"},
		{"Das übernehme ich", true, ""},
		{"Ich würde das gern sehen", false, ""},
		{"Kannst du das bis Freitag klären?", false, ""},
		{"Wenn das Budget steht, kümmere ich mich", false, ""},
		{"Ich glaube nicht, dass ich das bis Freitag kläre", false, ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			if got := promiseIn(test.text); (got != noPledge) != test.want {
				t.Errorf("promise with confidence %d, want %v", got, test.want)
			}
			if !test.want {
				return
			}
			o := ourOptions()
			r := newReader(o, false, nil)
			if got := r.dueIn(test.text, "2026-11-17", false); got != test.due {
				t.Errorf("due %q, want %q", got, test.due)
			}
		})
	}
}
