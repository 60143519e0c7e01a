package intake

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/store"
)

func daysOffProposal(off FoundDaysOff) rapport.Proposal {
	p := rapport.Proposal{
		Key: "off/" + off.Key, From: off.From, Day: off.From, Text: rapport.OneLine(off.Text), Becomes: rapport.AsDaysOff, Reason: off.Reason, Confidence: off.Confidence,
	}
	p.Holiday = off.Holiday
	if off.Until > off.From {
		p.Until = off.Until
	}
	if strings.TrimSpace(p.Text) == "" {
		p.Text = "away"
	}
	return p
}

// daysOff takes leave or a public holiday in.
func (k *calendarTaking) daysOff(ctx context.Context, off FoundDaysOff) error {
	p := daysOffProposal(off)
	have, known := k.known[p.Key]
	if known && have.Removed == 0 && have.State == rapport.Accepted {
		return k.followDays(ctx, have, p)
	}
	p, err := k.put(ctx, p)
	if err != nil || p.State != rapport.Open {
		return err
	}
	switch {
	case k.decisions.Accept:
		_, err = k.accept(ctx, p)
	case k.decisions.Pass:
		err = k.drop(ctx, p)
	}
	return err
}

// followDays moves days off that were accepted to where the calendar has them
// now, unless the user changed them.
func (k *calendarTaking) followDays(ctx context.Context, have, p rapport.Proposal) error {
	if have.From == p.From && have.Until == p.Until {
		k.result.Before++
		return nil
	}
	facts, err := k.tx.CalendarByID(ctx, k.s.User.ID, []rapport.CalendarID{rapport.CalendarID(have.Became)})
	if err != nil || len(facts) == 0 || facts[0].Removed != 0 || facts[0].Date != have.From || facts[0].Until != have.Until {
		return err
	}
	fact := facts[0]
	step, err := store.Edited(store.CalendarNoun, rapport.RecordID(fact.ID), fact)
	if err != nil {
		return err
	}
	k.steps = append(k.steps, step)
	fact.Date, fact.Until = p.From, p.Until
	if err := k.tx.UpdateCalendar(ctx, fact); err != nil {
		return err
	}
	p.ID, p.Record, p.Source, p.Became, p.State, p.Text = have.ID, have.Record, have.Source, have.Became, have.State, have.Text
	k.result.Changed = append(k.result.Changed, p)
	return k.update(ctx, have, p)
}

func minutesOf(n int) rapport.Amount {
	if n <= 0 {
		return rapport.Amount{}
	}
	return rapport.AmountOf(float64(n))
}
