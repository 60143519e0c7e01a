package meetings

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/store"
)

// How an agenda is laid out (B16, P77).
const (
	// mineAtMost is how many topics of the user's stand on one agenda.
	mineAtMost = 3
	// plateMinutes are kept for what is on the boss's plate.
	plateMinutes = 2
	// usualMinutes is the length of a one-on-one of which nobody said it.
	usualMinutes = 30
)

// Agenda is what the next one-on-one with a boss is about, for the user's own
// eyes. [Agenda.Handout] is what may be handed over.
type Agenda struct {
	Boss rapport.Boss
	Next Next
	// Theirs are the topics that the boss asked for, Mine those of the user's
	// that stand on it, Waits those that wait: three are enough for one talk.
	Theirs, Mine, Waits []Topic
	// Minutes adds up what was said, with the two for the boss's plate; Unsaid
	// counts the topics of which nobody said how long they take.
	Minutes, Unsaid int
	// Length is how long the talk is, and LengthBy how that is known: booked,
	// rhythm or usual.
	Length   int
	LengthBy string
	// Purpose is what the talk is for, where that was said.
	Purpose rapport.Purpose
	// Says warns where something does not belong in it (P9).
	Says []string
	// Offers could go on it.
	Offers []Offer
}

// Topic is an item of an agenda.
type Topic struct {
	rapport.AgendaItem
	// Carried counts the one-on-ones that were held since without it.
	Carried int
}

// Agenda lays out the agenda of the next one-on-one with a boss.
func (s *Service) Agenda(ctx context.Context, boss rapport.Slug) (a Agenda, err error) {
	return a, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		if a, err = s.layOut(ctx, tx, b); err != nil {
			return err
		}
		a.Offers, err = s.offers(ctx, tx, names, a)
		return err
	})
}

// layOut reads the open items and puts them in order.
func (s *Service) layOut(ctx context.Context, tx *store.Tx, boss rapport.Boss) (a Agenda, err error) {
	a = Agenda{Boss: boss}
	items, err := store.AgendaItems.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID, Open: true, Oldest: true})
	if err != nil {
		return a, err
	}
	from := s.Today().Add(-movedWithin)
	for _, item := range items {
		from = min(from, item.Day().Add(-1)) // those since then count what was carried over
	}
	meetings, err := s.since(ctx, tx, boss.ID, from)
	if err != nil {
		return a, err
	}
	rhythm, err := s.rhythmWith(ctx, tx, boss)
	if err != nil {
		return a, err
	}
	a.Next = s.next(meetings, rhythm)
	a.setLength(rhythm)
	for _, item := range items {
		if item.Meeting != 0 && item.Meeting != a.Next.Meeting.ID && isToCome(meetings, item.Meeting) {
			continue // it is meant for a later one
		}
		topic := Topic{AgendaItem: item, Carried: s.carried(meetings, item)}
		if item.Theirs {
			a.Theirs = append(a.Theirs, topic)
		} else {
			a.Mine = append(a.Mine, topic)
		}
	}
	slices.SortStableFunc(a.Mine, byNeed)
	if len(a.Mine) > mineAtMost {
		a.Mine, a.Waits = a.Mine[:mineAtMost:mineAtMost], a.Mine[mineAtMost:]
	}
	a.addUp()
	return a, s.warn(ctx, tx, &a)
}

// setLength finds how long the talk is.
func (a *Agenda) setLength(r agreed) {
	a.Purpose = a.Next.Meeting.Purpose
	if a.Purpose == "" && a.Next.Meeting.Kind == rapport.ReviewTalk {
		a.Purpose = rapport.ForEvaluation
	}
	switch {
	case a.Next.Meeting.Minutes.Said:
		a.Length, a.LengthBy = int(a.Next.Meeting.Minutes.Value), "booked"
	case r.minutes > 0:
		a.Length, a.LengthBy = r.minutes, "rhythm"
	default:
		a.Length, a.LengthBy = usualMinutes, "usual"
	}
}

// byNeed puts what the boss is to decide first, then what to advise on, then
// the rest; among equals what was carried over most often, then the older.
func byNeed(a, b Topic) int {
	return cmp.Or(
		cmp.Compare(need(a.Type), need(b.Type)),
		cmp.Compare(b.Carried, a.Carried),
		cmp.Compare(a.At.At, b.At.At),
		cmp.Compare(a.ID, b.ID),
	)
}

func need(t rapport.AgendaType) int {
	switch t {
	case rapport.Decide:
		return 0
	case rapport.Advise:
		return 1
	}
	return 2
}

// isToCome reports whether a meeting is booked and not over.
func isToCome(meetings []rapport.Meeting, id rapport.FactID) bool {
	return slices.ContainsFunc(meetings, func(m rapport.Meeting) bool { return m.ID == id && m.Status == rapport.Booked })
}

// carried counts the one-on-ones that were held since an item was written down
// without it being raised. One of the same day counts if it was written down
// later than the item.
func (s *Service) carried(meetings []rapport.Meeting, item rapport.AgendaItem) (n int) {
	day := s.dayOf(item.At)
	for _, m := range meetings {
		if m.Status != rapport.Held || m.Kind != rapport.OneOnOne {
			continue
		}
		if d := s.meetsOn(m); d > day || d == day && m.ID > item.ID {
			n++
		}
	}
	return n
}

// addUp sums what was said about minutes.
func (a *Agenda) addUp() {
	a.Minutes = plateMinutes
	for _, t := range slices.Concat(a.Theirs, a.Mine) {
		if t.Minutes.Said {
			a.Minutes += int(t.Minutes.Value)
		} else {
			a.Unsaid++
		}
	}
}

// warn says where something of the development kind stands on the agenda of a
// talk that judges: what is shown there is remembered there (P9).
func (s *Service) warn(ctx context.Context, tx *store.Tx, a *Agenda) error {
	if a.Purpose != rapport.ForEvaluation {
		return nil
	}
	asks, err := s.askedBy(ctx, tx, slices.Concat(a.Mine, a.Waits))
	if err != nil {
		return err
	}
	for _, t := range slices.Concat(a.Mine, a.Waits) {
		if t.Purpose == rapport.ForDevelopment || asks[t.Ask].Currency == rapport.Development {
			a.Says = append(a.Says, evaluates(t.Number))
		}
	}
	plans, err := store.Disclosures.List(ctx, tx, s.User.ID, store.FactFilter{Boss: a.Boss.ID})
	if err != nil {
		return err
	}
	for _, d := range plans {
		if d.SaidOn == "" && d.Setting == rapport.ForDevelopment {
			a.Says = append(a.Says, "you plan to show a weakness in a talk for development; this one evaluates, so it may wait for another")
		}
	}
	return nil
}

func evaluates(n rapport.Number) string {
	return "the talk is for evaluation, and " + itoa(n) + " is of the development kind: what is shown there is judged there; it may wait for a talk for development"
}

// askedBy reads the asks that topics put to the boss.
func (s *Service) askedBy(ctx context.Context, tx *store.Tx, topics []Topic) (map[rapport.FactID]rapport.Ask, error) {
	var ids []rapport.FactID
	for _, t := range topics {
		if t.Ask != 0 {
			ids = append(ids, t.Ask)
		}
	}
	asks := map[rapport.FactID]rapport.Ask{}
	found, err := store.Asks.ByID(ctx, tx, s.User.ID, ids)
	for _, a := range found {
		asks[a.ID] = a
	}
	return asks, err
}

// Over returns by how many minutes what was said is longer than the talk; zero
// where it fits.
func (a Agenda) Over() int { return max(0, a.Minutes-a.Length) }

// stands reports whether a text is on the agenda already, in whatever case.
func (a Agenda) stands(text string) bool {
	return slices.ContainsFunc(slices.Concat(a.Theirs, a.Mine, a.Waits), func(t Topic) bool {
		return strings.EqualFold(t.Text, text)
	})
}
