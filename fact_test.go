package rapport_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
)

func TestStates(t *testing.T) {
	t.Parallel()
	const day = rapport.Day("2026-11-03")
	for name, tt := range map[string]struct{ got, want rapport.State }{
		"an ask that nobody answered":              {rapport.Ask{Due: day, Again: []rapport.Day{day}}.State(), rapport.StateOpen},
		"an ask that was said to be unanswered":    {rapport.Ask{Answered: rapport.No}.State(), rapport.StateOpen},
		"an ask with words of an answer, not said": {rapport.Ask{Answered: rapport.No, Answer: "perhaps"}.State(), rapport.StateOpen},
		"an ask that was answered":                 {rapport.Ask{Answered: rapport.Yes}.State(), rapport.StateAnswered},
		"an ask that was answered on a day":        {rapport.Ask{AnsweredOn: day}.State(), rapport.StateAnswered},
		"an ask that was taken back":               {rapport.Ask{WithdrawnOn: day, AnsweredOn: day}.State(), rapport.StateWithdrawn},
		"a sheet before the advice":                {rapport.AdviceSheet{Recommend: "wait"}.State(), rapport.StateOpen},
		"a sheet with advice":                      {rapport.AdviceSheet{Advice: "wait"}.State(), rapport.StateAnswered},
		"a sheet that was decided":                 {rapport.AdviceSheet{Decided: "go"}.State(), rapport.StateDone},
		"a sheet with an outcome alone":            {rapport.AdviceSheet{Outcome: "well"}.State(), rapport.StateDone},
		"an agenda item":                           {rapport.AgendaItem{}.State(), rapport.StateOpen},
		"an agenda item that was raised":           {rapport.AgendaItem{RaisedOn: day}.State(), rapport.StateDone},
		"an agenda item that was let go":           {rapport.AgendaItem{RaisedOn: day, DroppedOn: day}.State(), rapport.StateWithdrawn},
		"an instruction":                           {rapport.Instruction{}.State(), rapport.StateOpen},
		"an instruction that was followed":         {rapport.Instruction{DoneOn: day}.State(), rapport.StateDone},
		"a request for feedback":                   {rapport.FeedbackAsk{}.State(), rapport.StateOpen},
		"a request for feedback with an answer":    {rapport.FeedbackAsk{Answer: "clear"}.State(), rapport.StateAnswered},
		"feedback to change something":             {rapport.Feedback{Kind: rapport.Change}.State(), rapport.StateOpen},
		"feedback of no kind":                      {rapport.Feedback{}.State(), rapport.StateOpen},
		"praise":                                   {rapport.Feedback{Kind: rapport.Praise}.State(), rapport.StateDone},
		"feedback that was acted on":               {rapport.Feedback{Action: "shorter mails"}.State(), rapport.StateAnswered},
		"feedback that was told back":              {rapport.Feedback{Action: "shorter mails", ToldBackOn: day}.State(), rapport.StateDone},
		"feedback that the user disagrees with":    {rapport.Feedback{Disagree: "it was not me"}.State(), rapport.StateDone},
		"a skill":                                  {rapport.Skill{}.State(), rapport.StateOpen},
		"a skill that was reached":                 {rapport.Skill{ReachedOn: day}.State(), rapport.StateDone},
		"a contact that is planned":                {rapport.Contact{On: day}.State(), rapport.StateOpen},
		"a contact that was made":                  {rapport.Contact{DoneOn: day}.State(), rapport.StateDone},
		"an offer":                                 {rapport.HelpOffer{}.State(), rapport.StateOpen},
		"an offer whose outcome is known":          {rapport.HelpOffer{Outcome: "declined"}.State(), rapport.StateDone},
		"a date of others":                         {rapport.TeamDate{}.State(), rapport.StateOpen},
		"a date of others that is over":            {rapport.TeamDate{DoneOn: day}.State(), rapport.StateDone},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %s, not %s", name, tt.got, tt.want)
		}
	}
}

// on is noon of a day of November 2026.
func on(dom int) rapport.Stamp {
	return rapport.StampOf(time.Date(2026, 11, dom, 12, 0, 0, 0, time.UTC))
}

func happened(id rapport.FactID, dom int, kind rapport.PromiseEventKind, due rapport.Day) rapport.PromiseEvent {
	return rapport.PromiseEvent{Fact: rapport.Fact{ID: id, Record: rapport.Record{At: on(dom)}}, Kind: kind, Due: due}
}

func TestAPromiseAfterWhatHappened(t *testing.T) {
	t.Parallel()
	promise := rapport.Promise{Due: "2026-11-10"}
	late, inTime := happened(1, 9, rapport.PromiseDone, ""), happened(1, 12, rapport.PromiseDone, "")
	late.Late, inTime.Late = rapport.Yes, rapport.No
	removed := happened(2, 9, rapport.PromiseMissed, "")
	removed.Removed = 1
	tests := []struct {
		name   string
		events []rapport.PromiseEvent
		want   rapport.Standing
	}{
		{"nothing", nil, rapport.Standing{State: rapport.StateOpen, DueNow: "2026-11-10"}},
		{"kept on its day", []rapport.PromiseEvent{happened(1, 10, rapport.PromiseDone, "")}, rapport.Standing{State: rapport.StateKept, DueNow: "2026-11-10", ClosedOn: "2026-11-10"}},
		{"kept a day later", []rapport.PromiseEvent{happened(1, 11, rapport.PromiseDone, "")}, rapport.Standing{State: rapport.StateLate, DueNow: "2026-11-10", ClosedOn: "2026-11-11"}},
		{"kept, and said to be late", []rapport.PromiseEvent{late}, rapport.Standing{State: rapport.StateLate, DueNow: "2026-11-10", ClosedOn: "2026-11-09"}},
		{"kept late, and said not to be", []rapport.PromiseEvent{inTime}, rapport.Standing{State: rapport.StateKept, DueNow: "2026-11-10", ClosedOn: "2026-11-12"}},
		{"moved twice, once late", []rapport.PromiseEvent{happened(1, 9, rapport.PromiseMoved, "2026-11-11"), happened(2, 12, rapport.PromiseMoved, "2026-11-20")}, rapport.Standing{State: rapport.StateOpen, DueNow: "2026-11-20", MovedInTime: 1, MovedLate: 1}},
		{"moved to no day", []rapport.PromiseEvent{happened(1, 9, rapport.PromiseMoved, "")}, rapport.Standing{State: rapport.StateOpen, DueNow: "2026-11-10", MovedInTime: 1}},
		{"withdrawn", []rapport.PromiseEvent{happened(1, 9, rapport.PromiseWithdrawn, "")}, rapport.Standing{State: rapport.StateWithdrawn, DueNow: "2026-11-10", ClosedOn: "2026-11-09"}},
		{"missed, reopened, kept", []rapport.PromiseEvent{happened(3, 14, rapport.PromiseDone, ""), happened(1, 11, rapport.PromiseMissed, ""), happened(2, 12, rapport.PromiseReopened, "")}, rapport.Standing{State: rapport.StateLate, DueNow: "2026-11-10", ClosedOn: "2026-11-14"}},
		{"what was removed", []rapport.PromiseEvent{removed}, rapport.Standing{State: rapport.StateOpen, DueNow: "2026-11-10"}},
		{"two at the same instant, by arrival", []rapport.PromiseEvent{happened(2, 9, rapport.PromiseReopened, ""), happened(1, 9, rapport.PromiseMissed, "")}, rapport.Standing{State: rapport.StateOpen, DueNow: "2026-11-10"}},
	}
	for _, tt := range tests {
		got := promise.After(tt.events).Standing
		got.Last = 0
		if got != tt.want {
			t.Errorf("after %s it stands at %+v, not %+v", tt.name, got, tt.want)
		}
	}
}

// TestAPromiseStandsAlikeWhateverTheOrder also goes one event at a time.
func TestAPromiseStandsAlikeWhateverTheOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := rapport.Promise{Due: rapid.SampledFrom([]rapport.Day{"", "2026-11-10"}).Draw(t, "due")}
		var events []rapport.PromiseEvent
		step := p.After(nil)
		for i := range rapid.IntRange(0, 6).Draw(t, "events") {
			kind := rapid.SampledFrom([]rapport.PromiseEventKind{
				rapport.PromiseDone, rapport.PromiseMissed, rapport.PromiseMoved, rapport.PromiseWithdrawn, rapport.PromiseReopened,
			}).Draw(t, "kind")
			e := happened(rapport.FactID(i+1), 8+i/2, kind, rapid.SampledFrom([]rapport.Day{"", "2026-11-09", "2026-11-12"}).Draw(t, "moved to"))
			events = append(events, e)
			step = step.With(e)
		}
		if got := p.After(rapid.Permutation(events).Draw(t, "order")); got != step {
			t.Fatalf("all at once it stands at %+v, one by one at %+v", got.Standing, step.Standing)
		}
	})
}

func TestFindPromise(t *testing.T) {
	t.Parallel()
	mine, theirs := rapport.Myself(), rapport.Person{Boss: 7}
	open := rapport.Standing{State: rapport.StateOpen}
	promises := []rapport.Promise{
		{Text: "Send the ROTA", By: mine, Standing: open},
		{Text: "ask for the rota", By: theirs, Standing: open},
		{Text: "write the minutes", By: mine, Standing: rapport.Standing{State: rapport.StateKept}},
		{Text: "count the beds", By: mine, Standing: open, Fact: rapport.Fact{Record: rapport.Record{Removed: 1}}},
	}
	for _, tt := range []struct {
		text string
		by   rapport.Person
		want string
	}{
		{"send the rota", rapport.Person{}, "Send the ROTA"},
		{" the rota ", mine, "Send the ROTA"},
		{"rota", theirs, "ask for the rota"},
		{"rota", rapport.Person{}, ""},
		{"rota", rapport.Person{Name: "Lee"}, ""},
		{"minutes", rapport.Person{}, ""},
		{"beds", rapport.Person{}, ""},
		{"nothing like it", rapport.Person{}, ""},
	} {
		p, found := rapport.FindPromise(promises, tt.text, tt.by)
		if found != (tt.want != "") || p.Text != tt.want {
			t.Errorf("%q by %+v finds %q", tt.text, tt.by, p.Text)
		}
	}
}

func TestTheBossOfAPromiseAndOfHelp(t *testing.T) {
	t.Parallel()
	boss, me, lee := rapport.Person{Boss: 7}, rapport.Myself(), rapport.Person{Name: "Lee"}
	for _, tt := range []struct {
		by, to rapport.Person
		want   rapport.BossID
		mine   bool
	}{{me, boss, 7, true}, {boss, me, 7, false}, {me, lee, 0, true}, {lee, boss, 7, false}, {boss, rapport.Person{Boss: 8}, 7, false}} {
		p := rapport.Promise{By: tt.by, To: tt.to}
		if p.Boss() != tt.want || p.IsMine() != tt.mine {
			t.Errorf("a promise by %+v to %+v is %d's, mine: %v", tt.by, tt.to, p.Boss(), p.IsMine())
		}
		if h := (rapport.Help{By: tt.by, To: tt.to}); h.Boss() != tt.want {
			t.Errorf("help by %+v to %+v is %d's", tt.by, tt.to, h.Boss())
		}
	}
}

func TestPeopleByWord(t *testing.T) {
	t.Parallel()
	names := rapport.Names{Bosses: []rapport.Boss{{ID: 7, Slug: "dana", Name: "Dana Weber"}}}
	for text, want := range map[string]rapport.Person{
		"me": rapport.Myself(), "@dana": {Boss: 7}, "dana": {Boss: 7}, "Dana": {Boss: 7}, "dana weber": {Boss: 7}, "Lee Ode": {Name: "Lee Ode"}, "": {},
	} {
		got, err := names.FindPerson(text)
		if err != nil || got != want {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
	if _, err := names.FindPerson("@lee"); rapport.CodeOf(err) != rapport.NotFound {
		t.Errorf("an unknown boss: %v", err)
	}
	if got := names.Person(rapport.Person{Boss: 7}); got != "Dana Weber" {
		t.Errorf("the boss is called %q", got)
	}
}

func TestWhenAMeetingBegins(t *testing.T) {
	t.Parallel()
	m := rapport.Meeting{Fact: rapport.Fact{Record: rapport.Record{At: on(3)}}}
	if m.Begins() != on(3) {
		t.Errorf("it begins at %+v", m.Begins())
	}
	if m.Start = on(5); m.Begins() != on(5) {
		t.Errorf("it begins at %+v", m.Begins())
	}
}
