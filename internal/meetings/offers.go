package meetings

import (
	"context"
	"strconv"

	"rapport"
	"rapport/internal/store"
)

// Offer is something that could go on the agenda.
type Offer struct {
	Number rapport.Number
	// Why says what it is, such as an open ask.
	Why  string
	Text string
	Type rapport.AgendaType
	Due  rapport.Day
	// links are what the item would be about.
	ask   rapport.FactID
	entry rapport.EntryID
}

// The most that are read and offered of each sort, and how near a promise must
// be due.
const (
	offersRead = 20
	dueWithin  = 14
)

// offers finds what could go on the agenda: open asks, decisions that are
// waited for, questions not asked, heads-ups not told, and promises of both
// sides that are due. What stands on it already is not offered.
func (s *Service) offers(ctx context.Context, tx *store.Tx, names rapport.Names, a Agenda) (offers []Offer, err error) {
	onIt := map[int64]bool{}
	for _, list := range [...][]Topic{a.Theirs, a.Mine, a.Waits} {
		for _, t := range list {
			onIt[int64(t.Ask)], onIt[int64(t.Entry)] = true, true
		}
	}
	add := func(o Offer) {
		if (o.ask == 0 || !onIt[int64(o.ask)]) && (o.entry == 0 || !onIt[int64(o.entry)]) && !a.stands(o.Text) {
			offers = append(offers, o)
		}
	}
	open := store.FactFilter{Boss: a.Boss.ID, Open: true, SoonestDue: true, Limit: offersRead}
	asks, err := store.Asks.List(ctx, tx, s.User.ID, open)
	if err != nil {
		return nil, err
	}
	for _, k := range asks {
		add(askOffer(k))
	}
	sheets, err := store.AdviceSheets.List(ctx, tx, s.User.ID, open)
	if err != nil {
		return nil, err
	}
	for _, d := range sheets {
		add(Offer{Number: d.Number, Why: "advice is needed", Text: d.Text, Type: rapport.Advise, Due: d.Due})
	}
	if err := s.entryOffers(ctx, tx, a.Boss, add); err != nil {
		return nil, err
	}
	due := open
	due.DueBy = s.Today().Add(dueWithin)
	promises, err := store.Promises.List(ctx, tx, s.User.ID, due)
	if err != nil {
		return nil, err
	}
	for _, p := range promises {
		add(s.promiseOffer(p, names))
	}
	return offers, nil
}

func askOffer(k rapport.Ask) Offer {
	o := Offer{Number: k.Number, Why: "open ask", Text: k.Text, Type: rapport.Decide, Due: k.Due, ask: k.ID}
	switch k.Currency {
	case rapport.ADecision:
		o.Why = "a decision is needed"
	case rapport.Advice, rapport.Development:
		o.Type = rapport.Advise
	case rapport.Information:
		o.Type = rapport.Inform
	}
	return o
}

func (s *Service) promiseOffer(p rapport.Promise, names rapport.Names) Offer {
	o := Offer{Number: p.Number, Why: "your promise", Text: p.Text, Type: rapport.Inform, Due: p.DueNow}
	if !p.IsMine() {
		o.Why = "promised by " + names.Person(p.By)
	}
	if p.DueNow != "" && p.DueNow < s.Today() {
		o.Why += ", overdue"
	}
	return o
}

// entryOffers finds questions that were not asked and heads-ups that the boss
// does not know.
func (s *Service) entryOffers(ctx context.Context, tx *store.Tx, boss rapport.Boss, add func(Offer)) error {
	entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{
		Kinds: []rapport.Kind{rapport.Question, rapport.HeadsUp}, Open: true, Untold: boss.ID, Hears: boss.ID, Limit: offersRead,
	})
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch {
		case e.Kind == rapport.HeadsUp:
			add(Offer{Number: e.Number, Why: "heads-up not told", Text: e.Text, Type: rapport.Inform, Due: e.Due, entry: e.ID})
		case !e.Asked.IsYes():
			add(Offer{Number: e.Number, Why: "question not asked", Text: e.Text, Type: rapport.Advise, Due: e.Due, entry: e.ID})
		}
	}
	return nil
}

func itoa[N ~int | ~int64](n N) string { return strconv.FormatInt(int64(n), 10) }
