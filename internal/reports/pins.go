package reports

import (
	"context"
	"fmt"
	"strconv"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// What a mapping is about, and what it can mean, for reports.
const (
	aboutReports = "report"
	meansMine    = "mine"
	meansFirst   = "first"
	aboutStatus  = "status"
	redAfter     = "red-after"
	staleAfter   = "stale-after"
)

// Pin keeps the words of a record as they are, or its place as the first, in
// every report and whatever form it has (P69). Neither mine nor first takes
// both back.
func (s *Service) Pin(ctx context.Context, n rapport.Number, mine, first bool) error {
	d := s.desk()
	return d.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
		switch {
		case err != nil:
			return err
		case !found || ref.Removed != 0:
			return rapport.Errorf(rapport.NotFound, "there is nothing with number %d", n).WithHint("`rapport search` finds numbers by words")
		case !isTold(ref.Noun):
			return rapport.Errorf(rapport.Invalid, "%d is a %s, and a report does not tell those", n, ref.Noun).WithHint("entries, asks, promises and topics can be fixed")
		}
		name := string(ref.Line) // numbers are of one store, lines are for ever
		old, err := s.mappings(ctx, tx, aboutReports)
		if err != nil {
			return err
		}
		var steps []store.Step
		for _, m := range old {
			if m.Name != name {
				continue
			}
			_, step, err := desk.Change(ctx, tx, s.User.ID, store.Mappings, m.Number, func(m *rapport.Mapping) error {
				m.Meaning = "" // what it meant no longer holds
				return nil
			})
			if err != nil {
				return err
			}
			steps = append(steps, step)
		}
		for meaning, wanted := range map[string]bool{meansMine: mine, meansFirst: first} {
			if !wanted {
				continue
			}
			m := rapport.Mapping{About: aboutReports, Name: name, Meaning: meaning}
			if m.Record, err = d.Record(""); err != nil {
				return err
			}
			step, err := desk.Add(ctx, tx, store.Mappings, &m)
			if err != nil {
				return err
			}
			steps = append(steps, step)
		}
		return d.Remember(ctx, tx, fmt.Sprintf("fixed %d in reports", n), steps...)
	})
}

func isTold(n store.Noun) bool {
	switch n {
	case store.EntryNoun, store.AskNoun, store.PromiseNoun, store.AdviceNoun, store.AgendaNoun:
		return true
	}
	return false
}

// SetLimits keeps the thresholds by which a project turns red (B9). A negative
// number leaves one as it is.
func (s *Service) SetLimits(ctx context.Context, red, stale int) (limits compose.Limits, err error) {
	d := s.desk()
	return limits, d.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		var steps []store.Step
		for _, one := range [...]struct {
			name string
			days int
		}{{redAfter, red}, {staleAfter, stale}} {
			if one.days < 0 {
				continue
			}
			if one.days > 60 {
				return rapport.Errorf(rapport.Invalid, "%d working days are no threshold", one.days).WithHint("up to 60")
			}
			m := rapport.Mapping{About: aboutStatus, Name: one.name, Meaning: strconv.Itoa(one.days)}
			if m.Record, err = d.Record(""); err != nil {
				return err
			}
			step, err := desk.Add(ctx, tx, store.Mappings, &m)
			if err != nil {
				return err
			}
			steps = append(steps, step)
		}
		if err := d.Remember(ctx, tx, "set when a project turns red", steps...); err != nil {
			return err
		}
		decided, err := s.mappings(ctx, tx, aboutStatus)
		limits = limitsOf(decided)
		return err
	})
}

// mappings lists what the user decided about reports, or about status; the
// newest last.
func (s *Service) mappings(ctx context.Context, tx *store.Tx, about string) (found []rapport.Mapping, err error) {
	all, err := store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{Oldest: true})
	for _, m := range all {
		if m.About == about && m.Meaning != "" {
			found = append(found, m)
		}
	}
	return found, err
}

func limitsOf(decided []rapport.Mapping) compose.Limits {
	limits := compose.UsualLimits()
	for _, m := range decided {
		n, err := strconv.Atoi(m.Meaning)
		switch {
		case err != nil || n < 0:
		case m.Name == redAfter:
			limits.Red = n
		case m.Name == staleAfter:
			limits.Stale = n
		}
	}
	return limits
}

// decided gathers what the user fixed, and the thresholds.
func (s *Service) decided(ctx context.Context, tx *store.Tx, m *compose.Material) error {
	all, err := store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{Oldest: true})
	if err != nil {
		return err
	}
	var status []rapport.Mapping
	pins := map[string]compose.Pin{}
	for _, x := range all {
		switch {
		case x.Meaning == "":
		case x.About == aboutStatus:
			status = append(status, x)
		case x.About == aboutReports:
			p := pins[x.Name]
			p.Mine, p.First = p.Mine || x.Meaning == meansMine, p.First || x.Meaning == meansFirst
			pins[x.Name] = p
		}
	}
	m.Limits = limitsOf(status)
	if len(pins) == 0 {
		return nil
	}
	pin := func(r rapport.Record, id rapport.RecordID) {
		if p, ok := pins[string(r.Line)]; ok {
			p.ID = id
			m.Pins = append(m.Pins, p)
		}
	}
	for i := range m.Entries {
		pin(m.Entries[i].Record, rapport.RecordID(m.Entries[i].ID))
	}
	for i := range m.Asks {
		pin(m.Asks[i].Record, rapport.RecordID(m.Asks[i].ID))
	}
	for i := range m.Promises {
		pin(m.Promises[i].Record, rapport.RecordID(m.Promises[i].ID))
	}
	for i := range m.Advice {
		pin(m.Advice[i].Record, rapport.RecordID(m.Advice[i].ID))
	}
	for i := range m.Agenda {
		pin(m.Agenda[i].Record, rapport.RecordID(m.Agenda[i].ID))
	}
	return nil
}
