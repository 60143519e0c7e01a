package journal

import (
	"context"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/align"
	"rapport/internal/capture"
	"rapport/internal/store"
)

// How much of the past a guess learns from. The bounds keep the cost of
// writing a line down independent of the length of the record.
const (
	learntCorrections = 100
	learntEntries     = 40
)

// names is what the words of a line can refer to, read once per transaction.
// What only guesses need is read when the first guess is made.
type names struct {
	tx       *store.Tx
	owner    rapport.UserID
	bosses   []rapport.Boss
	goals    []rapport.Goal
	projects []rapport.Project
	guesser  *capture.Guesser
	seen     []align.Seen
	hasSeen  bool
}

func (s *Service) names(ctx context.Context, tx *store.Tx) (n names, err error) {
	n.tx, n.owner = tx, s.User.ID
	if n.bosses, err = tx.Bosses(ctx, n.owner); err != nil {
		return n, err
	}
	if n.goals, err = tx.Goals(ctx, n.owner); err != nil {
		return n, err
	}
	n.projects, err = tx.Projects(ctx, n.owner)
	return n, err
}

// guess guesses the kind of a line as this user taught it.
func (n *names) guess(ctx context.Context, text string) (capture.Guess, error) {
	if n.guesser == nil {
		corrections, err := n.tx.Corrections(ctx, n.owner, rapport.AboutKind, learntCorrections)
		if err != nil {
			return capture.Guess{}, err
		}
		learnt := make([]capture.Learned, len(corrections))
		for i, c := range corrections {
			learnt[i] = capture.Learned{Text: c.Text, Right: rapport.Kind(c.Right)}
		}
		n.guesser = capture.NewGuesser(learnt)
	}
	return n.guesser.Guess(text), nil
}

func (n *names) boss(slug rapport.Slug) (rapport.Boss, error) {
	return rapport.FindBoss(n.bosses, slug)
}

func (n *names) goal(slug rapport.Slug) (rapport.Goal, error) { return rapport.FindGoal(n.goals, slug) }

func (n *names) project(id rapport.ProjectID) (p rapport.Project) {
	for _, p := range n.projects {
		if p.ID == id {
			return p
		}
	}
	return p
}

func (n *names) projectBySlug(slug rapport.Slug) (rapport.Project, bool) {
	for _, p := range n.projects {
		if p.Slug == slug {
			return p, true
		}
	}
	return rapport.Project{}, false
}

// beginsWithBoss reports whether the first word of a text is the name of a boss.
func (n *names) beginsWithBoss(text string) bool {
	first := rapport.FirstWord(text)
	return first != "" && slices.ContainsFunc(n.bosses, func(b rapport.Boss) bool {
		return b.Left.IsZero() && first == rapport.FirstWord(b.Name)
	})
}

// mentioned returns the project whose name stands in the text as a word of its
// own: a guess, and only where exactly one project is meant.
func (n *names) mentioned(text string) (found rapport.Project, ok bool) {
	words := " " + strings.ReplaceAll(string(rapport.ParseSlug(text)), "-", " ") + " "
	for _, p := range n.projects {
		name := strings.ReplaceAll(string(p.Slug), "-", " ")
		if len(name) < 4 || p.IsDone() || !strings.Contains(words, " "+name+" ") {
			continue
		}
		if ok {
			return rapport.Project{}, false
		}
		found, ok = p, true
	}
	return found, ok
}

// links guesses which goals an entry serves. What is less than a guess is a
// question, and [Service.Questions] asks it.
func (n *names) links(ctx context.Context, e rapport.Entry) ([]rapport.Link, error) {
	candidates, err := n.candidates(ctx, e)
	return align.Sure(candidates), err
}

// candidates are the goals that an entry may serve, likeliest first. One that
// is addressed to a boss is about what that boss wants.
func (n *names) candidates(ctx context.Context, e rapport.Entry) ([]rapport.Link, error) {
	goals := n.goals
	if len(e.Concerns) > 0 {
		goals = slices.DeleteFunc(slices.Clone(goals), func(g rapport.Goal) bool { return !slices.Contains(e.Concerns, g.Boss) })
	}
	ready := align.GoalsOf(goals, n.projects, e.Day)
	if len(ready) == 0 {
		return nil, nil
	}
	if !n.hasSeen {
		entries, err := n.tx.LinkedEntries(ctx, n.owner, learntEntries)
		if err != nil {
			return nil, err
		}
		n.seen, n.hasSeen = align.SeenIn(entries), true
	}
	return align.Links(align.WorkOf(e, n.project(e.Project)), ready, n.seen), nil
}
