package intake

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/align"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Accepted is a proposal that was accepted, with what it became.
type Accepted struct {
	Proposal rapport.Proposal
	// Number is that of what it became.
	Number rapport.Number
	// Entry is set where it became one.
	Entry rapport.Entry
}

// hand is what accepting needs, read once for many proposals.
type hand struct {
	s     *Service
	tx    *store.Tx
	names rapport.Names
	seen  []align.Seen
	steps []store.Step
	// meetings are those of each boss by day, read when one is asked for.
	meetings map[rapport.BossID]map[rapport.Day]rapport.FactID
}

func (s *Service) newHand(ctx context.Context, tx *store.Tx) (h hand, err error) {
	h.s, h.tx = s, tx
	h.meetings = map[rapport.BossID]map[rapport.Day]rapport.FactID{}
	if h.names, err = tx.Names(ctx, s.User.ID); err != nil {
		return h, err
	}
	linked, err := tx.LinkedEntries(ctx, s.User.ID, 100)
	h.seen = align.SeenIn(linked)
	return h, err
}

// accept makes of a proposal what it becomes.
func (h *hand) accept(ctx context.Context, p rapport.Proposal) (a Accepted, err error) {
	step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), p)
	if err != nil {
		return a, err
	}
	if err := h.complete(p); err != nil {
		return a, err
	}
	if p.Becomes == rapport.AsEntry {
		a.Entry, err = h.entry(ctx, p)
		p.Entry, a.Number = a.Entry.ID, a.Entry.Number
	} else {
		p.Became, a.Number, err = h.fact(ctx, p)
	}
	if err != nil {
		return a, err
	}
	h.steps = append(h.steps, step)
	p.State = rapport.Accepted
	a.Proposal = p
	return a, h.tx.UpdateProposal(ctx, p)
}

// complete refuses a proposal that does not say what its noun needs.
func (h *hand) complete(p rapport.Proposal) error {
	lacks := func(what, flag string) error {
		return rapport.Errorf(rapport.Invalid, "proposal %d does not say %s", p.Number, what).
			WithHint("say it, or make it something else: rapport inbox edit %d %s; or --as entry", p.Number, flag)
	}
	switch p.Becomes {
	case rapport.AsPromise:
		switch {
		case p.By.IsZero():
			return lacks("who promised", "--by @boss")
		case p.To.IsZero():
			return lacks("whom it was promised", "--to @boss")
		case p.By == p.To:
			return lacks("whom it was promised besides yourself", "--to @boss")
		}
	case rapport.AsReply:
		if p.By.IsZero() {
			return lacks("who replied", "--by @boss")
		}
	case rapport.AsFeedback:
		if p.By.IsZero() || p.By.IsMe() {
			return lacks("whose feedback it is", "--by NAME")
		}
	case rapport.AsAsk, rapport.AsDecision, rapport.AsPreference, rapport.AsGoal, rapport.AsMeeting, rapport.AsSeries:
		if p.Boss == 0 {
			return lacks("which boss it is about", "--boss @boss")
		}
	}
	return nil
}

// entry writes the entry that a proposal becomes.
func (h *hand) entry(ctx context.Context, p rapport.Proposal) (e rapport.Entry, err error) {
	project, err := h.project(ctx, p.Project)
	if err != nil {
		return e, err
	}
	e = rapport.Entry{
		Record: h.s.recordOn(p.Day), Day: p.Day, Kind: p.Kind, Text: p.Text, Outcome: p.Outcome, Project: project.ID,
		ToldSaid: rapport.Yes, Evidence: p.Evidence, Source: p.Source,
	}
	if p.Confidence == 100 {
		e.KindBy = rapport.Confirmed
	}
	if p.Boss != 0 {
		e.Concerns = []rapport.BossID{p.Boss}
	}
	if p.Known && p.Boss != 0 {
		// Their answer below it shows that they read it.
		e.Told = []rapport.Told{{Boss: p.Boss, Since: e.At}}
	}
	if p.Kind == rapport.Commitment || p.Kind == rapport.Question || p.Kind == rapport.Challenge {
		e.Due = p.Due
	}
	e.Links = align.Sure(align.Links(align.WorkOf(e, project), align.GoalsOf(h.names.Goals, h.names.Projects, e.Day), h.seen))
	if p.Goal != "" {
		if goal, err := rapport.FindGoal(h.names.Goals, p.Goal); err == nil {
			e.Links = []rapport.Link{{Goal: goal.ID, By: rapport.Said, Confidence: 100}}
		}
	}
	if err := h.tx.InsertEntry(ctx, &e); err != nil {
		return e, err
	}
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.EntryNoun, ID: rapport.RecordID(e.ID)})
	return e, nil
}

// fact writes whatever else a proposal becomes.
func (h *hand) fact(ctx context.Context, p rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	f := rapport.Fact{Record: h.s.recordOn(p.Day)}
	switch p.Becomes {
	case rapport.AsPromise:
		return h.promise(ctx, p, f)
	case rapport.AsAsk:
		meeting, err := h.meeting(ctx, p)
		if err != nil {
			return 0, 0, err
		}
		a := rapport.Ask{Fact: f, Boss: p.Boss, Text: p.Text, Due: p.Due, Outcome: p.Outcome, Meeting: meeting}
		if p.Done.IsYes() {
			a.Answered = rapport.Yes
		}
		if goal, err := rapport.FindGoal(h.names.Goals, p.Goal); err == nil && p.Goal != "" {
			a.Goal = goal.ID
		}
		return added(ctx, h, store.Asks, &a)
	case rapport.AsReply:
		to, err := h.answered(ctx, p)
		if err != nil {
			return 0, 0, err
		}
		r := rapport.Reply{Fact: f, By: p.By, Text: p.Text, To: to}
		if to == 0 {
			r.Answers = p.Answers
		}
		return added(ctx, h, store.Replies, &r)
	case rapport.AsFeedback:
		return added(ctx, h, store.Feedbacks, &rapport.Feedback{Fact: f, Sender: p.By, Text: p.Text})
	case rapport.AsDecision:
		meeting, err := h.meeting(ctx, p)
		if err != nil {
			return 0, 0, err
		}
		return added(ctx, h, store.Decisions, &rapport.Decision{Fact: f, Boss: p.Boss, Text: p.Text, Meeting: meeting})
	case rapport.AsPreference:
		return added(ctx, h, store.Preferences, &rapport.Preference{
			Fact: f, Boss: p.Boss, Dim: p.Dim, Value: p.Value, Evidence: p.Quote, Grade: rapport.AFact,
		})
	case rapport.AsGoal:
		return h.goal(ctx, p)
	case rapport.AsMeeting:
		return h.held(ctx, p)
	case rapport.AsSeries:
		return h.series(ctx, p)
	case rapport.AsDaysOff:
		return h.daysOff(ctx, p)
	}
	return 0, 0, rapport.Errorf(rapport.Internal, "proposal %d becomes a %q, which is nothing known", p.Number, p.Becomes)
}

// added writes a fact and remembers how to take it back.
func added[T any, P interface {
	*T
	Head() *rapport.Fact
}](ctx context.Context, h *hand, table store.Facts[T, P], fact P) (rapport.RecordID, rapport.Number, error) {
	step, err := desk.Add(ctx, h.tx, table, fact)
	if err != nil {
		return 0, 0, err
	}
	h.steps = append(h.steps, step)
	head := fact.Head()
	return rapport.RecordID(head.ID), head.Number, nil
}

// promise writes a promise; one whose box was ticked is kept, on the day that
// the user says so by accepting it, since nobody knows when it was.
func (h *hand) promise(ctx context.Context, p rapport.Proposal, f rapport.Fact) (rapport.RecordID, rapport.Number, error) {
	meeting, err := h.meeting(ctx, p)
	if err != nil {
		return 0, 0, err
	}
	promise := rapport.Promise{Fact: f, By: p.By, To: p.To, Text: p.Text, Due: p.Due, Meeting: meeting}
	promise = promise.After(nil)
	id, n, err := added(ctx, h, store.Promises, &promise)
	if err != nil || !p.Done.IsYes() {
		return id, n, err
	}
	kept := rapport.PromiseEvent{
		Fact: rapport.Fact{Record: h.s.record()}, Kind: rapport.PromiseDone, Promise: promise.ID, Text: promise.Text, By: promise.By, Late: rapport.No,
	}
	if _, _, err := added(ctx, h, store.PromiseEvents, &kept); err != nil {
		return id, n, err
	}
	return id, n, h.tx.SettlePromise(ctx, h.s.User.ID, promise.ID)
}

// meeting is the meeting with the boss of a proposal on its day, zero where
// none is on record.
func (h *hand) meeting(ctx context.Context, p rapport.Proposal) (rapport.FactID, error) {
	if p.Boss == 0 {
		return 0, nil
	}
	if h.meetings[p.Boss] == nil {
		all, err := store.Meetings.List(ctx, h.tx, h.s.User.ID, store.FactFilter{Boss: p.Boss})
		if err != nil {
			return 0, err
		}
		h.meetings[p.Boss] = map[rapport.Day]rapport.FactID{}
		for _, m := range all {
			if m.Status == rapport.Held {
				h.meetings[p.Boss][rapport.DayOf(m.Begins().Time())] = m.ID
			}
		}
	}
	return h.meetings[p.Boss][p.Day], nil
}

// answered is the record that a reply answers: what the proposal of it became.
func (h *hand) answered(ctx context.Context, p rapport.Proposal) (rapport.RecordID, error) {
	if p.AnswersKey == "" {
		return 0, nil
	}
	parent, found, err := h.tx.ProposalByKey(ctx, h.s.User.ID, p.Source, p.AnswersKey)
	switch {
	case err != nil || !found || parent.State != rapport.Accepted:
		return 0, err
	case parent.Entry != 0:
		return rapport.RecordID(parent.Entry), nil
	}
	return parent.Became, nil
}

// goal writes a goal of the boss, in a word that no other goal has.
func (h *hand) goal(ctx context.Context, p rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	all, err := h.tx.AllGoals(ctx, h.s.User.ID)
	if err != nil {
		return 0, 0, err
	}
	slug := desk.FreeSlug(desk.ShortSlug(p.Text, "goal"), func(slug rapport.Slug) bool {
		return slices.ContainsFunc(all, func(g rapport.Goal) bool { return g.Slug == slug })
	})
	g := rapport.Goal{
		Record: h.s.recordOn(p.Day), Boss: p.Boss, Title: p.Text, Slug: slug, Confirmed: true, Source: rapport.GoalWritten, ConfirmedOn: p.Day,
		PlayedBack: p.Quote, Due: p.Due,
	}
	if err := h.tx.InsertGoal(ctx, &g); err != nil {
		return 0, 0, err
	}
	h.names.Goals = append(h.names.Goals, g)
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.GoalNoun, ID: rapport.RecordID(g.ID)})
	return rapport.RecordID(g.ID), g.Number, nil
}

// daysOff writes leave or a public holiday.
func (h *hand) daysOff(ctx context.Context, p rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	c := rapport.CalendarFact{Record: h.s.record(), Text: p.Text, Date: p.From, Until: p.Until, Kind: rapport.Leave}
	if err := h.tx.InsertCalendar(ctx, &c); err != nil {
		return 0, 0, err
	}
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.CalendarNoun, ID: rapport.RecordID(c.ID)})
	return rapport.RecordID(c.ID), c.Number, nil
}

// project finds the project called slug, or makes it.
func (h *hand) project(ctx context.Context, slug rapport.Slug) (p rapport.Project, err error) {
	if slug == "" {
		return p, nil
	}
	for _, p := range h.names.Projects {
		if p.Slug == slug {
			return p, nil
		}
	}
	p = rapport.Project{Record: h.s.record(), Slug: slug, Title: slug.Title(), Status: "active"}
	if err := h.tx.InsertProject(ctx, &p); err != nil {
		return p, err
	}
	h.names.Projects = append(h.names.Projects, p)
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.ProjectNoun, ID: rapport.RecordID(p.ID)})
	return p, nil
}
