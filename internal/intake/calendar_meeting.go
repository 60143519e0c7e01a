package intake

import (
	"context"
	"maps"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// meeting takes one meeting in.
func (k *calendarTaking) meeting(ctx context.Context, found FoundSeries, boss rapport.BossID, m FoundMeeting, adopted bool) error {
	key := "meeting/" + m.Key
	k.seen[key] = true
	isOver := m.Start.At+rapport.Instant(m.Minutes)*60_000_000 <= k.now
	p := rapport.Proposal{
		Key: key, From: rapport.DayOf(m.Start.Time()), Day: rapport.DayOf(m.Start.Time()), Text: rapport.OneLine(m.Title), Becomes: rapport.AsMeeting, Boss: boss,
		Reason: "it stands in the calendar", Confidence: found.Confidence,
	}
	p.Start, p.Minutes, p.Zone, p.UID = m.Start, m.Minutes, m.Zone, m.Key
	if found.Rule != "" || found.Rhythm != "" {
		p.Series = found.UID
	}
	switch {
	case m.Off:
		p.Status, p.Reason = rapport.Cancelled, "it was called off in the calendar"
	case isOver:
		p.Status, p.Reason = rapport.Held, "it stands in the calendar and is over; was it held?"
	default:
		p.Status = rapport.Booked
	}
	have, known := k.known[key]
	if known && have.Removed == 0 && have.Became != 0 {
		return k.follow(ctx, have, p)
	}
	if old, found := k.renamed(p); found && !known {
		return k.rename(ctx, old, p)
	}
	at := k.same(p)
	switch {
	case known && have.Removed == 0 && have.State == rapport.Dropped:
		k.result.Before++
		return nil
	case at >= 0:
		return k.link(ctx, p, at)
	case p.Status == rapport.Cancelled && !isOver:
		return nil // nobody counted on it
	}
	p, err := k.put(ctx, p)
	if err != nil || p.State != rapport.Open || !adopted || p.Status != rapport.Booked {
		return err
	}
	if p, err = k.accept(ctx, p); err != nil {
		return err
	}
	k.result.New = slices.DeleteFunc(k.result.New, func(one rapport.Proposal) bool { return one.ID == p.ID })
	booked, err := store.Meetings.ByID(ctx, k.tx, k.s.User.ID, []rapport.FactID{rapport.FactID(p.Became)})
	k.result.Booked = append(k.result.Booked, booked...)
	return err
}

// renamed finds what was known of a meeting before its whole series was put to
// another time, which gives its meetings other keys: the one of the same series
// and day, else the only one of the week, that the calendar has no more.
func (k *calendarTaking) renamed(p rapport.Proposal) (old rapport.Proposal, found bool) {
	if p.Series == "" {
		return old, false
	}
	year, week := p.Day.Time().ISOWeek()
	inWeek := 0
	for _, key := range slices.Sorted(maps.Keys(k.known)) {
		one := k.known[key]
		if one.Series != p.Series || one.Becomes != rapport.AsMeeting || one.Removed != 0 || one.Source != k.taken.Source.ID || k.seen[one.Key] || k.reading.Found.Present[one.UID] {
			continue
		}
		if one.Day == p.Day {
			return one, true
		}
		if y, w := one.Day.Time().ISOWeek(); y == year && w == week {
			old = one
			inWeek++
		}
	}
	return old, inWeek == 1
}

// rename goes on with a meeting under its new key: what it became stays what it
// is, and follows the calendar from there.
func (k *calendarTaking) rename(ctx context.Context, old, p rapport.Proposal) error {
	gone := old
	gone.Removed = k.now
	if _, err := k.tx.SetRemoved(ctx, k.s.User.ID, rapport.RecordID(old.ID), k.now); err != nil {
		return err
	}
	k.steps = append(k.steps, store.Step{Verb: "remove", Noun: store.ProposalNoun, ID: rapport.RecordID(old.ID)})
	k.known[old.Key] = gone
	follows := p
	follows.State, follows.Became, follows.Start, follows.Minutes, follows.Status = old.State, old.Became, old.Start, old.Minutes, old.Status
	if old.State == rapport.Open && old.Became == 0 {
		_, err := k.put(ctx, p)
		return err
	}
	follows.Record, follows.Source = k.s.record(), k.taken.Source.ID
	if err := k.tx.InsertProposal(ctx, &follows); err != nil {
		return err
	}
	k.steps = append(k.steps, store.Step{Verb: "add", Noun: store.ProposalNoun, ID: rapport.RecordID(follows.ID)})
	k.known[p.Key] = follows
	at := slices.IndexFunc(k.meetings, func(m rapport.Meeting) bool { return rapport.RecordID(m.ID) == old.Became })
	if at < 0 {
		return nil
	}
	m := k.meetings[at]
	m.UID = p.UID
	if err := k.write(ctx, k.meetings[at], m, at); err != nil {
		return err
	}
	return k.follow(ctx, follows, p)
}

// same finds a meeting that the user recorded for the day by hand.
func (k *calendarTaking) same(p rapport.Proposal) int {
	return slices.IndexFunc(k.meetings, func(m rapport.Meeting) bool {
		return m.Boss == p.Boss && (m.UID == p.UID || m.UID == "" && m.Kind == rapport.OneOnOne && rapport.DayOf(m.Begins().Time().In(k.s.Now().Location())) == p.Day)
	})
}

// link remembers that a meeting on record is one of the calendar's. What the
// user said of it stays.
func (k *calendarTaking) link(ctx context.Context, p rapport.Proposal, at int) error {
	m := k.meetings[at]
	p, err := k.put(ctx, p)
	if err != nil {
		return err
	}
	k.result.New = slices.DeleteFunc(k.result.New, func(one rapport.Proposal) bool { return one.ID == p.ID })
	was := p
	p.State, p.Became = rapport.Accepted, rapport.RecordID(m.ID)
	if err := k.update(ctx, was, p); err != nil || m.UID != "" {
		return err
	}
	changed := m
	changed.UID, changed.Series = p.UID, p.Series
	return k.write(ctx, m, changed, at)
}

func (k *calendarTaking) write(ctx context.Context, was, m rapport.Meeting, at int) error {
	step, err := store.Meetings.Edited(was)
	if err != nil {
		return err
	}
	k.steps, k.meetings[at] = append(k.steps, step), m
	return store.Meetings.Update(ctx, k.tx, m)
}

// follow brings a meeting on record up to what changed in the calendar since it
// was last read, as long as the user said nothing else of it.
func (k *calendarTaking) follow(ctx context.Context, have, p rapport.Proposal) error {
	p.ID, p.Record, p.Source, p.Became, p.State = have.ID, have.Record, have.Source, have.Became, have.State
	at := slices.IndexFunc(k.meetings, func(m rapport.Meeting) bool { return rapport.RecordID(m.ID) == have.Became })
	if at < 0 || k.meetings[at].Status != rapport.Booked {
		k.result.Before++
		return nil // the user removed it, or said what became of it
	}
	m := k.meetings[at]
	was := m
	if p.Start.At != have.Start.At && m.Begins().At == have.Start.At {
		m.MovedFrom, m.Start = m.Begins(), p.Start
		k.result.Moved = append(k.result.Moved, m)
	}
	if p.Minutes != have.Minutes && m.Minutes == minutesOf(have.Minutes) {
		m.Minutes = minutesOf(p.Minutes)
	}
	switch p.Status {
	case rapport.Cancelled:
		m.Status = rapport.Cancelled
		k.result.CalledOff = append(k.result.CalledOff, m)
	case rapport.Held:
		p.State = rapport.Open // to be asked
	}
	if m != was {
		if err := k.write(ctx, was, m, at); err != nil {
			return err
		}
	}
	if sameProposal(have, p) && have.State == p.State {
		k.result.Before++
		return nil
	}
	if p.State == rapport.Open && have.State != rapport.Open {
		k.result.New = append(k.result.New, p)
	}
	return k.update(ctx, have, p)
}

// supersede takes away what waits for an answer and is no longer in the calendar.
func (k *calendarTaking) supersede(ctx context.Context) error {
	for _, key := range slices.Sorted(maps.Keys(k.known)) {
		p := k.known[key]
		if p.Becomes != rapport.AsMeeting || p.State != rapport.Open || p.Became != 0 || p.Removed != 0 || p.Source != k.taken.Source.ID || k.seen[key] ||
			k.reading.Found.Present[p.UID] || p.Start.At.Time().Before(k.reading.since) || isEdited(p) {
			continue
		}
		if _, err := k.tx.SetRemoved(ctx, k.s.User.ID, rapport.RecordID(p.ID), k.now); err != nil {
			return err
		}
		k.steps = append(k.steps, store.Step{Verb: "remove", Noun: store.ProposalNoun, ID: rapport.RecordID(p.ID)})
	}
	return nil
}

// vanish takes meetings to come away that this calendar had and has no more,
// unless the user wrote something about them.
func (k *calendarTaking) vanish(ctx context.Context) error {
	if k.reading.Found.Incomplete {
		return nil
	}
	if err := k.supersede(ctx); err != nil {
		return err
	}
	for at, m := range k.meetings {
		p, known := k.known["meeting/"+m.UID]
		start := m.Begins().Time()
		if !known || p.Source != k.taken.Source.ID || p.Became != rapport.RecordID(m.ID) || m.Status != rapport.Booked || k.seen[p.Key] ||
			k.reading.Found.Present[m.UID] || m.Begins().At <= k.now || !start.Before(k.reading.until) || !m.Notes.IsEmpty() || m.Shared != "" {
			continue
		}
		for _, one := range [...]struct {
			noun store.Noun
			id   rapport.RecordID
		}{{store.MeetingNoun, rapport.RecordID(m.ID)}, {store.ProposalNoun, rapport.RecordID(p.ID)}} {
			if _, err := k.tx.SetRemoved(ctx, k.s.User.ID, one.id, k.now); err != nil {
				return err
			}
			k.steps = append(k.steps, store.Step{Verb: "remove", Noun: one.noun, ID: one.id})
		}
		k.result.Gone = append(k.result.Gone, k.meetings[at])
	}
	return nil
}
