package git

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapport"
)

// Request says what to read.
type Request struct {
	// Dir is a folder in the repository.
	Dir string
	// Who did the work.
	Who Identity
	// Since and Until are the window of author dates; zero for an open end.
	// With Until open, commits of a clock that runs ahead are read too.
	Since, Until time.Time
	// Known is the cursor of the last reading, if any.
	Known Cursor
}

// Commit is a commit as it was read: text in UTF-8 without control characters,
// people as .mailmap has them. Nothing else is changed, so that it can be
// kept and mapped again.
type Commit struct {
	// Repo is what people call the repository.
	Repo string
	SHA  string
	// Parents are the ids of its parents; more than one make a merge.
	Parents                 []string
	AuthorName, AuthorEmail string
	Author, Committer       rapport.Stamp
	Subject, Body           string
	// CoAuthors are the people of its Co-authored-by lines.
	CoAuthors []Person
	// Helped says that the user is a co-author and somebody else the author.
	Helped bool
	// Files are the paths it touches, the first few hundred of them. They are
	// empty where nothing depends on them.
	Files []string
	// Merged lists, for a merge, the user's commits that it brought in.
	Merged []string
}

// IsMerge reports whether the commit joins branches. A merge is never work of
// its own: it says which commits belong together.
func (c Commit) IsMerge() bool { return len(c.Parents) > 1 }

// Batch is what one reading found.
type Batch struct {
	// Commits are the user's, newest first as git lists them, and the merges,
	// by anybody, that brought them in.
	Commits []Commit
	// Cursor is to be kept for the next reading.
	Cursor Cursor
	// Unmoved says that nothing happened since the last reading.
	Unmoved bool
	// Shallow says that the clone does not hold the whole history.
	Shallow bool
	// Authors are the most frequent authors seen on the way, at most five.
	// They serve [UnknownAuthor] where Commits is empty.
	Authors []Author
	// Warnings say in sentences what was left out and why.
	Warnings []string
}

const (
	// clockSlack is how far the committer's clock may lag behind the author's
	// however many commits lie between.
	clockSlack = 2 * time.Hour
	// oldInARow is how many commits before the window are read before the
	// history is taken to have left it for good. Commits are read newest
	// first; one with a wrong clock does not hide those behind it.
	oldInARow = 64
	// progressEvery is how many commits pass between two calls of progress.
	progressEvery = 2000
	// maxFollowed is how many commits are kept in mind to find out what a
	// merge brought in.
	maxFollowed = 200_000
)

// Fetch reads the commits of one person from all local and remote-tracking
// branches of a repository. It calls progress, which may be nil, with the
// number of commits looked at.
func Fetch(ctx context.Context, req Request, progress func(done int)) (Batch, error) {
	repo, err := Open(ctx, req.Dir)
	if err != nil {
		return Batch{}, err
	}
	return repo.Fetch(ctx, req, progress)
}

// Fetch does what the function [Fetch] does with a repository that was just
// opened, whatever the request's Dir.
func (r *Repository) Fetch(ctx context.Context, req Request, progress func(done int)) (Batch, error) {
	req.Dir = r.dir
	if req.Who.normal().IsZero() {
		return Batch{}, rapport.Errorf(rapport.Invalid, "nobody was named whose commits to read").
			WithHint("say who you are: git config --global user.email you@example.com")
	}
	st, who := r.state, req.Who.normal()
	cursor := Cursor{
		Look:  fingerprint(strings.Join(who.Names, "\n"), strings.Join(who.Emails, "\n"), st.mailmap, st.shallow),
		Refs:  fingerprint(st.tips...),
		Since: req.Since, Until: req.Until,
		Tips: st.rememberedTips(),
	}
	batch := Batch{Cursor: cursor, Shallow: st.shallow != ""}
	var known []string
	if req.Known.Look == cursor.Look && req.Known.covers(req.Since, req.Until) {
		if req.Known.Refs == cursor.Refs {
			batch.Cursor, batch.Unmoved = req.Known, true
			return batch, nil
		}
		if len(who.Emails) > 0 {
			known = req.Known.Tips
		}
		// By a name alone all is read again: only the whole tells whether the
		// name is one person's.
	}
	if len(st.tips) == 0 {
		return batch, nil
	}
	w := newWalk(req, st)
	err := w.run(ctx, r.takeLog(), st.tips, known, progress)
	if err != nil && len(known) > 0 && ctx.Err() == nil {
		// A branch was rewritten and its old tip is gone for good.
		w = newWalk(req, st)
		err = w.run(ctx, nil, st.tips, nil, progress)
	}
	if err != nil {
		return Batch{}, explain(req.Dir, err)
	}
	batch.Commits = w.commits()
	batch.Authors = w.seen.top(5)
	batch.Warnings = w.warnings()
	return batch, nil
}

// rememberedTips returns the tips that a cursor remembers.
func (st state) rememberedTips() []string {
	if len(st.tips) <= maxTips {
		return st.tips
	}
	tips := slices.Clone(st.tips[:maxTips-1])
	if st.head != "" && !slices.Contains(tips, st.head) {
		tips = append(tips, st.head)
	}
	return tips
}
