package reports

import (
	"context"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/store"
)

// DraftRequest says which short text is wanted.
type DraftRequest struct {
	Kind string
	Boss rapport.Slug
	// Number is the record that it is about; zero for the one that comes
	// first.
	Number rapport.Number
	// About is the side of the work that a feedback request asks about.
	About string
}

// talkMinutes is the length of a talk that is asked for.
const talkMinutes = 20

// Draft writes a short text for a boss from the selection of the report. It
// changes nothing and sends nothing.
func (s *Service) Draft(ctx context.Context, r DraftRequest) (composed Composed, err error) {
	kind, err := draftKind(r.Kind)
	if err != nil {
		return composed, err
	}
	if composed, err = s.Compose(ctx, Request{Boss: r.Boss}); err != nil {
		return composed, err
	}
	outline := compose.Plan(composed.selected)
	if kind == compose.ShortNote {
		composed.Report = compose.Write(compose.Adapt(compose.ShortForm(composed.known))(outline))
		return composed, nil
	}
	var id rapport.EntryID
	if r.Number != 0 {
		var found bool
		if id, found = composed.Record(r.Number); !found {
			return composed, rapport.Errorf(rapport.NotFound, "%d is nothing that a text to %s can be about", r.Number, composed.Boss.Name).
				WithHint("`rapport report --why-not %d` says why", r.Number)
		}
	}
	var slots []compose.Slot
	if kind == compose.TalkRequest {
		err := s.DB.Read(ctx, func(tx *store.Tx) (err error) {
			slots, err = s.slots(ctx, tx, composed.Boss)
			return err
		})
		if err != nil {
			return composed, err
		}
	}
	composed.Report, err = compose.Draft(kind, compose.Adapt(composed.known)(outline), id, r.About, slots)
	return composed, err
}

func draftKind(text string) (compose.DraftKind, error) {
	for _, k := range compose.DraftKinds {
		if string(k) == text {
			return k, nil
		}
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a kind of draft", text).
		WithHint("the kinds are warning, ask, talk, feedback and note; what came of a talk: rapport after")
}

// slots are two times for a talk.
func (s *Service) slots(ctx context.Context, tx *store.Tx, boss rapport.Boss) ([]compose.Slot, error) {
	meetings, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{
		Boss: boss.ID, Period: rapport.Period{From: s.today()}, Oldest: true, Limit: meetingsMost,
	})
	if err != nil {
		return nil, err
	}
	taken := map[rapport.Day]bool{}
	for _, m := range meetings {
		taken[rapport.DayOf(m.Begins().Time().In(s.Now().Location()))] = m.Status == rapport.Booked
	}
	mine, err := s.side(ctx, tx)
	if err != nil {
		return nil, err
	}
	theirs := compose.Side{Zone: zoneOr(boss.Zone, mine.Zone), Hours: boss.Hours}
	return compose.Slots(s.Now(), mine, theirs, talkMinutes, 2, func(d rapport.Day) bool { return taken[d] }), nil
}
