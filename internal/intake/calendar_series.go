package intake

import (
	"cmp"
	"context"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// put writes a proposal down: new, restored, or as the calendar changed it. It
// returns the proposal as it stands.
func (k *calendarTaking) put(ctx context.Context, p rapport.Proposal) (rapport.Proposal, error) {
	have, seen := k.known[p.Key]
	p.Source, p.State = k.taken.Source.ID, rapport.Open
	switch {
	case !seen:
		p.Record = k.s.record()
		if err := k.tx.InsertProposal(ctx, &p); err != nil {
			return p, err
		}
		k.steps = append(k.steps, store.Step{Verb: "add", Noun: store.ProposalNoun, ID: rapport.RecordID(p.ID)})
		k.result.New = append(k.result.New, p)
	case have.Removed != 0:
		p.ID, p.Record, p.Source = have.ID, have.Record, have.Source
		k.before[p.ID] = have
		if err := k.rewrite(ctx, k.tx, p); err != nil {
			return p, err
		}
		p.Removed = 0
		k.result.New = append(k.result.New, p)
	case have.State == rapport.Open && !isEdited(have) && !sameProposal(have, p):
		p.ID, p.Record, p.Source, p.Became = have.ID, have.Record, have.Source, have.Became
		if err := k.update(ctx, have, p); err != nil {
			return p, err
		}
		k.result.Changed = append(k.result.Changed, p)
	default:
		k.result.Before++
		return have, nil
	}
	k.known[p.Key] = p
	return p, nil
}

// update writes a proposal that is there, so that undo finds it as it was.
func (k *calendarTaking) update(ctx context.Context, was, p rapport.Proposal) error {
	step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), was)
	if err != nil {
		return err
	}
	k.steps = append(k.steps, step)
	k.known[p.Key] = p
	return k.tx.UpdateProposal(ctx, p)
}

// accept makes of a proposal what it becomes, in this same step.
func (k *calendarTaking) accept(ctx context.Context, p rapport.Proposal) (rapport.Proposal, error) {
	a, err := k.hand.accept(ctx, p)
	k.known[p.Key] = a.Proposal
	return a.Proposal, err
}

func (k *calendarTaking) drop(ctx context.Context, p rapport.Proposal) error {
	was := p
	p.State = rapport.Dropped
	return k.update(ctx, was, p)
}

// series takes one series, or one single meeting, in.
func (k *calendarTaking) series(ctx context.Context, found FoundSeries) error {
	boss, err := rapport.FindBoss(k.hand.names.Bosses, found.Boss)
	if err != nil || len(found.Meetings) == 0 {
		return err
	}
	if found.Rule == "" && found.Rhythm == "" {
		for _, m := range found.Meetings {
			if err := k.meeting(ctx, found, boss.ID, m, false); err != nil {
				return err
			}
		}
		return nil
	}
	was, before := k.known["series/"+found.UID]
	p, err := k.put(ctx, k.seriesProposal(found, boss.ID))
	if err != nil {
		return err
	}
	adopted, isAdopted := k.adopted[found.UID]
	if !isAdopted && p.State == rapport.Open {
		switch d := k.decisions; {
		case d.AdoptAll || slices.Contains(d.Adopt, found.UID):
			if p, err = k.accept(ctx, p); err != nil {
				return err
			}
			adopted, isAdopted = p.Boss, true
			k.result.Adopted = append(k.result.Adopted, p)
			k.result.New = slices.DeleteFunc(k.result.New, func(one rapport.Proposal) bool { return one.ID == p.ID })
		case slices.Contains(d.Refuse, found.UID):
			return k.drop(ctx, p)
		default:
			k.result.Series = append(k.result.Series, p)
		}
	}
	if !isAdopted {
		return nil
	}
	if before && was.State == rapport.Accepted {
		if err := k.newRhythm(ctx, was, k.seriesProposal(found, adopted)); err != nil {
			return err
		}
	}
	for _, m := range found.Meetings {
		if err := k.meeting(ctx, found, adopted, m, true); err != nil {
			return err
		}
	}
	return nil
}

// seriesProposal says of a series when it takes place, by its newest meeting
// that is as the rule says.
func (k *calendarTaking) seriesProposal(found FoundSeries, boss rapport.BossID) rapport.Proposal {
	last := found.Meetings[len(found.Meetings)-1]
	for _, m := range slices.Backward(found.Meetings) {
		if !m.Off {
			last = m
			break
		}
	}
	day := cmp.Or(found.From, rapport.DayOf(found.Meetings[0].Start.Time()))
	p := rapport.Proposal{
		Key: "series/" + found.UID, From: day, Day: day, Text: rapport.OneLine(found.Title), Becomes: rapport.AsSeries, Boss: boss,
		Reason: found.Reason, Confidence: found.Confidence,
	}
	p.Rule, p.Value, p.Start, p.Minutes, p.Zone, p.UID, p.Series = found.Rule, found.Rhythm, last.Start, last.Minutes, last.Zone, found.UID, found.UID
	return p
}

// newRhythm writes down that an adopted series takes place otherwise than before.
func (k *calendarTaking) newRhythm(ctx context.Context, was, is rapport.Proposal) error {
	clock := func(p rapport.Proposal) string { return rhythmOf(p).Every + rhythmOf(p).Time + p.Zone }
	is.ID, is.Record, is.Source, is.State, is.Became = was.ID, was.Record, was.Source, was.State, was.Became
	if clock(was) == clock(is) && was.Minutes == is.Minutes {
		return nil
	}
	rhythm := rhythmOf(is)
	rhythm.Record = k.s.record()
	if _, _, err := added(ctx, &k.hand, store.Rhythms, &rhythm); err != nil {
		return err
	}
	return k.update(ctx, was, is)
}
