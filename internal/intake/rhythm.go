package intake

import (
	"context"
	"fmt"
	"strings"
	"time"

	"rapport"
	"rapport/internal/store"
)

// held writes a meeting that a calendar knows, or says of one that was booked
// what became of it.
func (h *hand) held(ctx context.Context, p rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	if p.Became != 0 {
		all, err := store.Meetings.ByID(ctx, h.tx, h.s.User.ID, []rapport.FactID{rapport.FactID(p.Became)})
		if err != nil {
			return 0, 0, err
		}
		if len(all) == 1 && all[0].Removed == 0 {
			m := all[0]
			if m.Status != rapport.Booked {
				return p.Became, m.Number, nil // the user said it already
			}
			step, err := store.Meetings.Edited(m)
			if err != nil {
				return 0, 0, err
			}
			h.steps = append(h.steps, step)
			m.Status = p.Status
			return p.Became, m.Number, store.Meetings.Update(ctx, h.tx, m)
		}
	}
	m := rapport.Meeting{
		Fact: rapport.Fact{Record: h.s.record()}, Boss: p.Boss, Kind: rapport.OneOnOne, Status: p.Status, Title: p.Text, Start: p.Start, Zone: p.Zone,
		Minutes: minutesOf(p.Minutes), UID: p.UID, Series: p.Series,
	}
	if p.Status != rapport.Booked && m.Start.At < m.At.At {
		m.At = m.Start
	}
	return added(ctx, h, store.Meetings, &m)
}

// series takes a series over: the rhythm that it is, and that it is one.
func (h *hand) series(ctx context.Context, p rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	have, err := store.Mappings.List(ctx, h.tx, h.s.User.ID, store.FactFilter{Oldest: true})
	if err != nil {
		return 0, 0, err
	}
	steps, err := h.s.remember(ctx, h.tx, have, rapport.Mapping{About: calendarKind, Name: p.UID, Meaning: string(rapport.OneOnOne), Boss: p.Boss})
	if err != nil {
		return 0, 0, err
	}
	h.steps = append(h.steps, steps...)
	rhythm := rhythmOf(p)
	rhythm.Record = h.s.record()
	return added(ctx, h, store.Rhythms, &rhythm)
}

// rhythmOf is the rhythm that a series in a calendar is.
func rhythmOf(p rapport.Proposal) rapport.Rhythm {
	start := p.Start.Time()
	if zone, err := time.LoadLocation(p.Zone); err == nil && p.Zone != "" {
		start = p.Start.At.Time().In(zone)
	}
	return rapport.Rhythm{
		Boss: p.Boss, Every: anchored(p.Rule, p.Value, start), From: p.From, Time: start.Format("15:04"), Zone: p.Zone,
		Minutes: minutesOf(p.Minutes), Series: p.UID,
	}
}

// anchored is the rule of a series with the day that it leaves to its start, and
// without its end: what was agreed goes on until something else is. A series
// without a rule is known by its words alone.
func anchored(rule, words string, start time.Time) string {
	if rule == "" {
		return words
	}
	var kept []string
	hasDay := false
	for part := range strings.SplitSeq(strings.ToUpper(rule), ";") {
		name, _, _ := strings.Cut(part, "=")
		switch name {
		case "UNTIL", "COUNT", "BYHOUR", "BYMINUTE", "BYSECOND", "":
			continue
		case "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO":
			hasDay = true
		}
		kept = append(kept, part)
	}
	rule = strings.Join(kept, ";")
	switch {
	case hasDay:
	case strings.Contains(rule, "FREQ=WEEKLY"):
		rule += ";BYDAY=" + strings.ToUpper(start.Weekday().String()[:2])
	case strings.Contains(rule, "FREQ=MONTHLY"):
		rule += fmt.Sprintf(";BYMONTHDAY=%d", start.Day())
	}
	return rule
}
