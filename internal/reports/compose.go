package reports

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/desk"
	"rapport/internal/profile"
	"rapport/internal/store"
)

const (
	// firstReach is how many days the first report to a boss looks back.
	firstReach = 28
	// openReach is how many days before its period a report still looks for
	// challenges, questions, promises and heads-ups that the boss has not heard
	// of, and for lines that were written down late. It bounds the cost of a
	// report by its period, not by the length of the record.
	openReach = 42
	// openMost is how many of those a report looks at, the newest: more would
	// be no report.
	openMost = 40
)

// Request says which report is wanted.
type Request struct {
	// Boss is the reader; empty means the only one.
	Boss rapport.Slug
	// Period is the days covered; the zero Period is everything since the last
	// report to that boss.
	Period rapport.Period
	// Style tries a style, as values that a person typed, instead of what is
	// known of the boss. Neutral tries the form for somebody of whom nothing is
	// known.
	Style   []string
	Neutral bool
	// Next asks for the next talk and when the report is due, which costs a
	// look at meetings and rhythms.
	Next bool
}

// Composed is a report together with what it was made of.
type Composed struct {
	compose.Report
	// Next is the next talk with the boss and when the report is due, where it
	// was asked for.
	Next     Talk
	selected compose.Selection
	known    compose.Known
	from     compose.Address
	at       time.Time
	Boss     rapport.Boss
	// SinceLast says that the period begins at the last report.
	SinceLast bool
	// Entries are the material, for those who want to look one up.
	Entries []rapport.Entry
}

// Entry returns the entry of the material that people call by a number.
func (c Composed) Entry(n rapport.Number) (rapport.Entry, bool) {
	for _, e := range c.Entries {
		if e.Number == n {
			return e, true
		}
	}
	return rapport.Entry{}, false
}

// Record returns the record that people call by a number, among all that the
// report decided about.
func (c Composed) Record(n rapport.Number) (id rapport.EntryID, found bool) {
	for _, facts := range [...][]compose.Fact{c.Facts, c.Out} {
		for _, f := range facts {
			if f.Number == n && n != 0 {
				return f.Entry, true
			}
		}
	}
	return 0, false
}

// Compose makes a report of the record. It changes nothing.
func (s *Service) Compose(ctx context.Context, r Request) (composed Composed, err error) {
	if r.Period.Until != "" && r.Period.From > r.Period.Until {
		return composed, rapport.Errorf(rapport.Invalid, "a report cannot end on %s before it begins on %s", r.Period.Until, r.Period.From)
	}
	if r.Period.From > s.today() {
		return composed, rapport.Errorf(rapport.Invalid, "%s lies in the future", r.Period.From).
			WithHint("leave the period out to report everything since the last report")
	}
	tried, err := profile.ParseStyle(r.Style)
	if err != nil {
		return composed, err
	}
	var m compose.Material
	known := compose.Tried(tried)
	err = s.desk().Read(ctx, func(tx *store.Tx, names rapport.Names) (err error) {
		if m, composed, err = s.material(ctx, tx, names, r); err != nil {
			return err
		}
		p, _, err := s.desk().Profile(ctx, tx, names, composed.Boss)
		if err != nil {
			return err
		}
		if !r.Neutral && len(r.Style) == 0 {
			known = compose.KnownOf(p)
		}
		if !r.Next {
			return nil
		}
		composed.Next, err = s.talk(ctx, tx, composed.Boss, p)
		return err
	})
	if err != nil {
		return composed, err
	}
	selected := compose.Select(m)
	composed.Report = compose.Write(compose.Adapt(known)(compose.Plan(selected)))
	composed.selected, composed.known = selected, known
	composed.from.Name, composed.at = s.User.Name, s.Now()
	if len(s.User.Emails) > 0 {
		composed.from.Email = s.User.Emails[0]
	}
	return composed, nil
}

// AsMail is the report as a message for a mail program to open, to the boss
// from the user as far as their addresses are on record.
func (c Composed) AsMail() (string, error) {
	return c.Mail(c.from, compose.Address{Name: c.Boss.Name, Email: c.Boss.Email}, c.at)
}

// Agenda is the same selection as the topics of the next talk.
func (c Composed) Agenda() Composed {
	m := compose.Meeting{Minutes: c.Next.Minutes}
	if !c.Next.Begins.IsZero() {
		m.Begins = c.Next.Begins.Format("Mon 2 Jan 15:04")
	}
	c.Report = compose.Agenda(compose.Adapt(c.known)(compose.Plan(c.selected)), m)
	return c
}

// Diff says what stands elsewhere in the fitted report than in the neutral
// form, and why.
func (c Composed) Diff() []compose.Change {
	return compose.Diff(compose.Write(compose.Plan(c.selected)), c.Report)
}

func (s *Service) desk() desk.Desk { return desk.Desk{DB: s.DB, User: s.User, Now: s.Now} }

func (s *Service) material(ctx context.Context, tx *store.Tx, names rapport.Names, r Request) (m compose.Material, c Composed, err error) {
	if c.Boss, err = rapport.FindBoss(names.Bosses, r.Boss); err != nil {
		return m, c, err
	}
	if left := rapport.DayOf(c.Boss.Left.Time()); !c.Boss.Left.IsZero() && (r.Period.Until == "" || r.Period.Until > left) {
		return m, c, rapport.Errorf(rapport.Conflict, "%s left on %s, so a report has no reader", c.Boss.Name, left).
			WithHint("say who came after them: rapport boss add; or choose a period that ends by then")
	}
	m = compose.Material{User: s.User.Name, Boss: c.Boss, Period: r.Period, Today: s.today()}
	var last rapport.Report
	if m.Period == (rapport.Period{}) {
		if last, m.SinceLast, err = tx.LastReport(ctx, s.User.ID, c.Boss.ID); err != nil {
			return m, c, err
		}
		m.Period.From = m.Today.Add(-firstReach)
		if m.SinceLast {
			m.Period.From = lastCovered(last)
		}
	}
	if m.Period.Until == "" {
		m.Period.Until = m.Today
	}
	c.SinceLast = m.SinceLast
	for _, g := range names.Goals {
		if g.Boss == c.Boss.ID {
			m.Goals = append(m.Goals, g)
		} else {
			m.OtherGoals = append(m.OtherGoals, g.ID)
		}
	}
	m.Projects, m.Week = names.Projects, s.User.WorkDays
	for _, b := range names.Bosses {
		if b.ID != c.Boss.ID {
			m.OtherBosses = append(m.OtherBosses, b)
		}
	}
	if err := s.facts(ctx, tx, &m); err != nil {
		return m, c, err
	}
	if m.Entries, m.WrittenLate, err = s.entries(ctx, tx, m, last); err != nil {
		return m, c, err
	}
	if err := s.decided(ctx, tx, &m); err != nil {
		return m, c, err
	}
	if fromSourcesOnly(m.Entries) {
		m.Unseen = []string{"meetings", "talks", "decisions"}
	}
	c.Entries = m.Entries
	return m, c, nil
}

// factsMost is how many open facts of a noun a report looks at, those that are
// due first: more would be no report.
const factsMost = 40

// facts gathers what stands open between the user and the boss.
func (s *Service) facts(ctx context.Context, tx *store.Tx, m *compose.Material) (err error) {
	open := store.FactFilter{Boss: m.Boss.ID, Open: true, SoonestDue: true, Limit: factsMost}
	if m.Asks, err = store.Asks.List(ctx, tx, s.User.ID, open); err != nil {
		return err
	}
	if m.Promises, err = store.Promises.List(ctx, tx, s.User.ID, open); err != nil {
		return err
	}
	if m.Advice, err = store.AdviceSheets.List(ctx, tx, s.User.ID, open); err != nil {
		return err
	}
	m.Agenda, err = store.AgendaItems.List(ctx, tx, s.User.ID, open)
	return err
}

// lastCovered is the day from which the next report starts: the last day of
// the one before, since more may have happened on it, told entries apart.
func lastCovered(last rapport.Report) rapport.Day {
	if last.Until != "" {
		return last.Until
	}
	return rapport.DayOf(last.At.Time())
}

// entries gathers those of the period, and of the weeks before it what is open
// and unheard. What was written down only after the last report comes second
// too, by id.
func (s *Service) entries(ctx context.Context, tx *store.Tx, m compose.Material, last rapport.Report) (entries []rapport.Entry, late []rapport.EntryID, err error) {
	owner := s.User.ID
	entries, err = tx.Entries(ctx, owner, store.EntryFilter{Period: m.Period, Oldest: true})
	if err != nil {
		return nil, nil, err
	}
	before := rapport.Period{From: m.Period.From.Add(-openReach), Until: m.Period.From.Add(-1)}
	open, err := tx.Entries(ctx, owner, store.EntryFilter{
		Period: before, Open: true, Limit: openMost,
		Kinds: []rapport.Kind{rapport.Challenge, rapport.Question, rapport.Commitment, rapport.HeadsUp},
	})
	if err != nil {
		return nil, nil, err
	}
	entries = append(entries, open...)
	settled, err := tx.Entries(ctx, owner, store.EntryFilter{
		Period: before, ClosedSince: m.Period.From, Limit: openMost,
		Kinds: []rapport.Kind{rapport.Challenge, rapport.Question, rapport.Commitment},
	})
	if err != nil {
		return nil, nil, err
	}
	entries = append(entries, settled...)
	if !m.SinceLast {
		return entries, nil, nil
	}
	unheard, err := tx.Entries(ctx, owner, store.EntryFilter{
		Period: before, ArrivedAfter: rapport.EntryID(last.ID), Untold: m.Boss.ID,
		Kinds: []rapport.Kind{rapport.Accomplishment, rapport.Progress},
	})
	for _, e := range unheard {
		entries, late = append(entries, e), append(late, e.ID)
	}
	return entries, late, err
}

// fromSourcesOnly reports whether all entries were proposed by sources, so
// that what people talk about is not among them.
func fromSourcesOnly(entries []rapport.Entry) bool {
	for _, e := range entries {
		if e.Source == 0 {
			return false
		}
	}
	return len(entries) > 0
}

// What a report is made of, for doors that show it.
type (
	// Section is a stretch of a report.
	Section = compose.Section
	// Sentence is one statement with what it rests on.
	Sentence = compose.Sentence
	// Fact is a record with its place in the report.
	Fact = compose.Fact
)
