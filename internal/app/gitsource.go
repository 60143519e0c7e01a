package app

import (
	"context"
	"encoding/json"
	"path/filepath"
	"sync"
	"time"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/intake/git"
	"rapport/internal/store"
)

// gitSource reads git repositories for the intake: it translates between the
// package that knows git and the feature that knows the store.
type gitSource struct {
	mu sync.Mutex
	// begun are the folders that are looked at already.
	begun map[string]*git.Beginning
	// opened are the repositories that were described, to be read at once:
	// looking at one costs a round of git.
	opened map[string]*git.Repository
}

func newGitSource() *gitSource {
	return &gitSource{begun: map[string]*git.Beginning{}, opened: map[string]*git.Repository{}}
}

// begin looks at a folder ahead, while the store opens.
func (g *gitSource) begin(ctx context.Context, location string) {
	dir, err := filepath.Abs(location)
	if err != nil {
		return // Describe says so
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.begun[dir] == nil {
		g.begun[dir] = git.Begin(ctx, dir)
	}
}

// stop ends what was begun and not used.
func (g *gitSource) stop() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, b := range g.begun {
		b.Stop()
	}
	for _, repo := range g.opened {
		repo.Close()
	}
	clear(g.begun)
	clear(g.opened)
}

// open opens the repository that a folder lies in.
func (g *gitSource) open(ctx context.Context, dir string) (*git.Repository, error) {
	g.mu.Lock()
	begun := g.begun[dir]
	delete(g.begun, dir)
	g.mu.Unlock()
	if begun != nil {
		return begun.Open()
	}
	return git.Open(ctx, dir)
}

func (*gitSource) Kind() string { return "git" }

func (g *gitSource) Describe(ctx context.Context, location string) (intake.Place, error) {
	dir, err := filepath.Abs(location)
	if err != nil {
		return intake.Place{}, rapport.Errorf(rapport.Invalid, "%q is not a folder: %w", location, err)
	}
	repo, err := g.open(ctx, dir)
	if err != nil {
		return intake.Place{}, err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if before := g.opened[repo.Root]; before != nil {
		before.Close()
	}
	g.opened[repo.Root] = repo
	return intake.Place{Location: repo.Root, Title: repo.Title, Names: repo.Configured.Names, Emails: repo.Configured.Emails}, nil
}

// take returns a repository that was just described, once: what happens to it
// later it would not see.
func (g *gitSource) take(ctx context.Context, location string) (*git.Repository, error) {
	g.mu.Lock()
	repo := g.opened[location]
	delete(g.opened, location)
	g.mu.Unlock()
	if repo != nil {
		return repo, nil
	}
	return git.Open(ctx, location)
}

func (g *gitSource) Fetch(ctx context.Context, r intake.FetchRequest) (intake.Fetched, error) {
	known, err := git.DecodeCursor(r.Cursor)
	if err != nil {
		known = git.Cursor{} // reading from the start proposes nothing twice
	}
	repo, err := g.take(ctx, r.Location)
	if err != nil {
		return intake.Fetched{}, err
	}
	defer repo.Close()
	who := git.Identity{Names: r.Names, Emails: r.Emails}
	request := git.Request{Dir: r.Location, Who: who, Since: r.Since, Known: known}
	var instead *intake.Instead
	if r.OrLatest && who.IsZero() {
		if request, instead, err = latest(ctx, repo, request); err != nil || instead == nil {
			return intake.Fetched{}, err
		}
	}
	batch, err := repo.Fetch(ctx, request, r.Progress)
	if err != nil {
		return intake.Fetched{}, err
	}
	if len(batch.Commits) == 0 && known.IsZero() && r.OrLatest && instead == nil {
		if request, instead, err = latest(ctx, repo, request); err != nil {
			return intake.Fetched{}, err
		}
		if instead != nil {
			if batch, err = repo.Fetch(ctx, request, r.Progress); err != nil {
				return intake.Fetched{}, err
			}
		}
	}
	fetched := intake.Fetched{Cursor: batch.Cursor.Encode(), Unmoved: batch.Unmoved, Instead: instead, Warnings: batch.Warnings}
	for _, c := range batch.Commits {
		body, err := json.Marshal(c)
		if err != nil {
			return fetched, err
		}
		fetched.Items = append(fetched.Items, store.RawItem{Key: c.SHA, Day: rapport.DayOf(c.Author.Time()), Body: string(body)})
	}
	if len(batch.Commits) == 0 && known.IsZero() {
		fetched.Nothing = nothing(ctx, r, who, batch.Authors)
	}
	return fetched, nil
}

// latest turns a request for the user's last weeks, in which nothing lies, to
// the weeks before their newest work; where they are not known, to those of
// whoever worked last. It returns nil where there is no commit at all.
func latest(ctx context.Context, repo *git.Repository, request git.Request) (git.Request, *intake.Instead, error) {
	newest, found, err := repo.Latest(ctx, request.Who)
	if err != nil {
		return request, nil, err
	}
	var instead intake.Instead
	if !found || request.Who.IsZero() {
		if newest, found, err = repo.Latest(ctx, git.Identity{}); err != nil || !found {
			return request, nil, err
		}
		instead.Name, instead.Email = newest.Name, newest.Email
		request.Who = git.Identity{Names: []string{newest.Name}, Emails: []string{newest.Email}}
	}
	request.Since = newest.At.AddDate(0, 0, -intake.DefaultReach)
	instead.Since = rapport.DayOf(request.Since)
	return request, &instead, nil
}

// nothing tells a person of whom nothing was found what to do next: look
// further back where they are known there, else say who they are.
func nothing(ctx context.Context, r intake.FetchRequest, who git.Identity, authors []git.Author) *rapport.Error {
	if len(authors) == 0 {
		var err error
		if authors, err = git.Authors(ctx, r.Location); err != nil {
			authors = nil
		}
	}
	for _, a := range authors {
		for _, email := range who.Emails {
			if a.Email == email {
				return rapport.Errorf(rapport.NotFound, "there is no commit of yours in %s since %s", r.Location, r.Since.Format(time.DateOnly)).
					WithHint("look further back: rapport import git %s --since %s", r.Location, r.Since.AddDate(0, -3, 0).Format(time.DateOnly))
			}
		}
	}
	return git.UnknownAuthor(r.Location, who, authors)
}

func (*gitSource) Map(items []store.RawItem, o intake.MapOptions) ([]rapport.Proposal, error) {
	commits := make([]git.Commit, len(items))
	for i, item := range items {
		if err := json.Unmarshal([]byte(item.Body), &commits[i]); err != nil {
			return nil, rapport.Errorf(rapport.Internal, "the kept commit %s cannot be read: %w", item.Key, err)
		}
	}
	return git.Map(commits, git.MapOptions{
		Repo: o.Title, Projects: o.Projects, Today: o.Today, Decided: o.Decided, GuessKind: o.GuessKind,
	}), nil
}
