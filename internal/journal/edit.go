package journal

import (
	"context"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/when"
)

// EntryChange says what to change of an entry; a nil field stays as it is.
type EntryChange struct {
	Text, Outcome, URL *string
	Kind               *rapport.Kind
	// Project names the project; the empty slug means none.
	Project *rapport.Slug
	// Goals are the goals it serves, all of them; an empty list means none.
	Goals *[]rapport.Slug
	// Bosses are those it is addressed to.
	Bosses *[]rapport.Slug
	// On and By are dates in the user's words; the empty By takes the date away.
	On, By *string
	// Closed is the day on which the matter ended, in the user's words; the
	// empty Closed opens it again.
	Closed  *string
	Helpers *[]string
	// CommittedBy says who promised.
	CommittedBy *[]rapport.Party
	Asked       *rapport.Truth
	// Told marks that a boss knows, and how.
	Told *ToldChange
}

// ToldChange marks that a boss knows of an entry.
type ToldChange struct {
	Boss rapport.Slug
	How  rapport.How
	Via  string
}

// Edited says what an edit did.
type Edited struct {
	Entry rapport.Entry
	// Learnt says in words what the program will do differently from now on.
	Learnt []string
}

// Edit changes an entry. Where it puts a guess right, that is learnt.
func (s *Service) Edit(ctx context.Context, n rapport.Number, c EntryChange) (done Edited, err error) {
	return done, s.DB.Write(ctx, func(tx *store.Tx) error {
		done = Edited{}
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		if ref.Noun != store.EntryNoun {
			return rapport.Errorf(rapport.Invalid, "%d is a %s, not an entry", n, ref.Noun).WithHint("`rapport show %d` says more", n)
		}
		if ref.Removed != 0 {
			return removed(n)
		}
		entries, err := tx.EntriesByID(ctx, s.User.ID, []rapport.EntryID{rapport.EntryID(ref.ID)})
		if err != nil {
			return err
		}
		e := entries[0]
		step, err := store.Edited(store.EntryNoun, ref.ID, e)
		if err != nil {
			return err
		}
		names, err := s.names(ctx, tx)
		if err != nil {
			return err
		}
		if err := s.applyWords(&e, c); err != nil {
			return err
		}
		if err := applyNames(ctx, &names, &e, c); err != nil {
			return err
		}
		var corrections []rapport.Correction
		if c.Kind != nil {
			corrections = append(corrections, rightKind(&e, *c.Kind)...)
		}
		if c.Told != nil {
			boss, err := names.boss(c.Told.Boss)
			if err != nil {
				return err
			}
			if !e.KnownTo(boss.ID) {
				e.Told = append(e.Told, rapport.Told{Boss: boss.ID, Since: rapport.StampOf(s.Now()), How: c.Told.How, Via: c.Told.Via})
				e.ToldSaid = rapport.Yes
			}
		}
		if c.Closed != nil && *c.Closed != "" && !canEnd(e.Kind) {
			return rapport.Errorf(rapport.Invalid, "%d is of the kind %s, which is never open", n, e.Kind).
				WithHint("only a challenge, a question, a heads-up, an idea or a promise is settled; another kind: rapport edit %d --kind KIND", n)
		}
		if err := tx.UpdateEntry(ctx, e); err != nil {
			return err
		}
		steps := []store.Step{step}
		for _, learnt := range corrections {
			learnt.Record = rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())}
			if err := tx.InsertCorrection(ctx, &learnt); err != nil {
				return err
			}
			steps = append(steps, store.Step{Verb: "add", Noun: store.CorrectionNoun, ID: rapport.RecordID(learnt.ID)})
			done.Learnt = append(done.Learnt, fmt.Sprintf("lines like this are %s from now on", learnt.Right))
		}
		done.Entry = e
		return s.change(ctx, tx, fmt.Sprintf("changed entry %d", n), steps...)
	})
}

func (s *Service) applyWords(e *rapport.Entry, c EntryChange) error {
	if c.Text != nil {
		if e.Text = rapport.OneLine(*c.Text); e.Text == "" {
			return rapport.Errorf(rapport.Invalid, "an entry needs words").WithHint("`rapport rm %d` removes it", e.Number)
		}
	}
	if c.Outcome != nil {
		e.Outcome = rapport.OneLine(*c.Outcome)
	}
	if c.URL != nil {
		e.URL = rapport.OneLine(*c.URL)
	}
	if c.Helpers != nil {
		e.Helpers = *c.Helpers
	}
	if c.CommittedBy != nil {
		e.CommittedBy = *c.CommittedBy
	}
	if c.Asked != nil {
		e.Asked = *c.Asked
	}
	if c.On != nil {
		answer := when.Parse(*c.On, s.clock(when.Log))
		if answer.Kind == when.None {
			return undated("--on", *c.On, answer)
		}
		e.Day, e.At = s.dated(answer.FirstDay())
	}
	if c.Closed != nil {
		e.Closed = ""
		if *c.Closed != "" {
			answer := when.Parse(*c.Closed, s.clock(when.Log))
			if answer.Kind == when.None {
				return undated("--done", *c.Closed, answer)
			}
			if e.Closed = answer.LastDay(); e.Closed > s.today() {
				return rapport.Errorf(rapport.Invalid, "%s is still ahead; done is what has ended", e.Closed).
					WithHint("for the day it is due: rapport edit %d --by %s", e.Number, e.Closed)
			}
		}
	}
	if c.By != nil {
		e.Due = ""
		if *c.By != "" {
			answer := when.Parse(*c.By, s.clock(when.Due))
			if answer.Kind == when.None {
				return undated("--by", *c.By, answer)
			}
			e.Due = answer.LastDay()
		}
	}
	return nil
}

// canEnd reports whether an entry of a kind is about something that is open
// until it is settled.
func canEnd(k rapport.Kind) bool {
	switch k {
	case rapport.Challenge, rapport.Question, rapport.HeadsUp, rapport.Idea, rapport.Commitment:
		return true
	}
	return false
}

// rightKind sets the kind. Only a guess that was wrong teaches anything.
func rightKind(e *rapport.Entry, kind rapport.Kind) []rapport.Correction {
	wrong, guessed := e.Kind, e.KindBy == rapport.Guessed
	e.Kind, e.KindBy = kind, rapport.Confirmed
	if kind == rapport.Commitment && len(e.CommittedBy) == 0 {
		e.CommittedBy = []rapport.Party{rapport.Me}
	}
	if !guessed || wrong == kind {
		return nil
	}
	return []rapport.Correction{{About: rapport.AboutKind, Text: e.Text, Wrong: string(wrong), Right: string(kind)}}
}

func applyNames(ctx context.Context, names *names, e *rapport.Entry, c EntryChange) error {
	if c.Project != nil {
		e.Project, e.ProjectBy = 0, rapport.Confirmed
		if *c.Project != "" {
			p, err := rapport.FindProject(names.projects, *c.Project)
			if err != nil {
				return err
			}
			e.Project = p.ID
		}
	}
	if c.Bosses != nil {
		e.Concerns = nil
		for _, slug := range *c.Bosses {
			b, err := names.boss(slug)
			if err != nil {
				return err
			}
			if !slices.Contains(e.Concerns, b.ID) {
				e.Concerns = append(e.Concerns, b.ID)
			}
		}
	}
	if c.Goals != nil {
		return confirmGoals(names, e, *c.Goals)
	}
	if c.Text != nil || c.Project != nil {
		return relink(ctx, names, e)
	}
	return nil
}

// confirmGoals makes exactly the named goals those that the entry serves;
// what was guessed and is not among them counts as refused from now on.
func confirmGoals(names *names, e *rapport.Entry, slugs []rapport.Slug) error {
	var links []rapport.Link
	for _, slug := range slugs {
		g, err := names.goal(slug)
		if err != nil {
			return err
		}
		links = append(links, rapport.Link{Goal: g.ID, By: rapport.Confirmed, Confidence: 100, Reason: "you said so"})
	}
	for _, l := range e.Links {
		if !slices.ContainsFunc(links, func(kept rapport.Link) bool { return kept.Goal == l.Goal }) {
			l.By = rapport.Refused
			links = append(links, l)
		}
	}
	e.Links = links
	return nil
}

// relink guesses anew where nothing is confirmed or refused yet.
func relink(ctx context.Context, names *names, e *rapport.Entry) (err error) {
	if slices.ContainsFunc(e.Links, func(l rapport.Link) bool { return l.By != rapport.Guessed }) {
		return nil
	}
	e.Links, err = names.links(ctx, *e)
	return err
}

// Question is an entry whose goal is not certain: one key answers it.
type Question struct {
	Entry rapport.Entry
	// Candidates are the goals that may be meant, likeliest first.
	Candidates []rapport.Link
}

// Questions lists recent entries of work that serve no goal for certain, newest
// first, each with the goals that may be meant, and the names to show.
func (s *Service) Questions(ctx context.Context, p rapport.Period, limit int) (open []Question, shown Names, err error) {
	entries, shown, err := s.List(ctx, ListFilter{Period: p})
	if err != nil || len(shown.Goals) == 0 {
		return nil, shown, err
	}
	return open, shown, s.DB.Read(ctx, func(tx *store.Tx) error {
		open = nil
		names, err := s.names(ctx, tx)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if len(open) == limit {
				break
			}
			if e.Kind == rapport.FeedbackReceived || e.Kind == rapport.Question {
				continue
			}
			if slices.ContainsFunc(e.Links, func(l rapport.Link) bool { return l.By != rapport.Guessed }) {
				continue
			}
			candidates := e.Links
			if len(candidates) == 0 {
				if candidates, err = names.candidates(ctx, e); err != nil {
					return err
				}
			}
			open = append(open, Question{Entry: e, Candidates: candidates})
		}
		return nil
	})
}
