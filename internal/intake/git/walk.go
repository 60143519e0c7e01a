package git

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"rapport"
)

// walk is one reading of a repository's log.
type walk struct {
	req     Request
	st      state
	matcher *matcher
	found   []Commit
	byName  map[string][]int    // indexes in found of those known by name only, per address
	merges  []Commit            // merges that may bring work in
	graph   graph               // what was read, to see what merges bring in
	people  map[string]*author  // by the bytes of the log
	seen    tally               // authors
	others  map[string]*Author  // namesakes under unknown addresses
	files   map[string][]string // per commit
	noFiles bool
	// laterDiffs are the commits whose files may turn out not to be needed.
	laterDiffs []string
}

func newWalk(req Request, st state) *walk {
	return &walk{
		req: req, st: st, matcher: newMatcher(req.Who),
		byName: make(map[string][]int), graph: newGraph(), people: make(map[string]*author),
		seen: make(tally), others: make(map[string]*Author),
	}
}

// author is what is known of the author of a commit.
type author struct {
	raw, mapped Person
	whose       verdict
	tally       *Author
}

// authorOf looks an author up; there are far fewer of them than commits.
func (w *walk) authorOf(rec record) *author {
	a := w.people[string(rec.people)]
	if a == nil {
		a = &author{}
		a.raw, a.mapped = authorOf(string(rec.people))
		a.whose = w.matcher.author(a.raw, a.mapped)
		a.tally = w.seen.of(a.mapped)
		w.people[string(rec.people)] = a
	}
	return a
}

// run reads what is reachable from tips but not from known, from a log that was
// started ahead where there is one.
func (w *walk) run(ctx context.Context, log *logCall, tips, known []string, progress func(int)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if log == nil {
		var err error
		if log, err = startLog(ctx, w.req.Dir); err != nil {
			return err
		}
	}
	log.ask(tips, known)
	diff := newDiff(ctx, w.req.Dir)
	defer diff.stop()

	enough, err := w.read(newLogReader(log.stdout), diff, progress)
	if enough {
		log.end() // the rest of the history is older
	} else if waitErr := log.cmd.Wait(); waitErr != nil {
		return failed(ctx, "log", log.stderr, waitErr)
	}
	if err != nil {
		return rapport.Errorf(rapport.Unavailable, "git log of %s cannot be understood", w.req.Dir).
			WithHint("see what is wrong with: git -C '%s' fsck", w.req.Dir).WithCause(err)
	}
	if len(known) > 0 || len(w.laterDiffs) < len(w.found) {
		for _, sha := range w.laterDiffs {
			diff.ask(sha)
		}
	}
	w.files, err = diff.files()
	w.noFiles = err != nil
	return nil
}

// needsFiles reports whether the files of a commit are needed whatever else is
// found: its words do not say what it belongs to. The files of the others
// serve only to tell whether they are squashed copies of such commits.
func needsFiles(subject string) bool {
	h := readSubject(subject)
	return len(h.numbers) == 0 || h.scope == "" && h.typ != ""
}

// read reads the log up to its end or to where it left the window.
func (w *walk) read(log *logReader, diff *diff, progress func(int)) (enough bool, err error) {
	done, old := 0, 0
	if progress != nil {
		defer func() { progress(done) }()
	}
	for {
		rec, err := log.next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if done++; progress != nil && done%progressEvery == 0 {
			progress(done)
		}
		if w.take(rec) {
			if c := w.found[len(w.found)-1]; needsFiles(c.Subject) {
				diff.ask(c.SHA)
			} else {
				w.laterDiffs = append(w.laterDiffs, c.SHA)
			}
		}
		if w.req.Since.IsZero() || rec.committer.At.Time().After(w.req.Since.Add(-clockSlack)) {
			old = 0
		} else if old++; old >= oldInARow {
			return true, nil
		}
	}
}

// take keeps a commit where it is the user's and in the window, and says
// whether it did.
func (w *walk) take(rec record) bool {
	ids := string(rec.sha) + " " + string(rec.parents)
	sha, parents := ids[:len(rec.sha)], splitIDs(ids[len(rec.sha)+1:])
	node := w.graph.add(sha, parents)
	by := w.authorOf(rec)
	if len(parents) > 1 {
		if w.inWindow(rec, clockSlack) {
			if m := w.commit(rec, by, sha, parents); mergeOf(m.Subject, m.Body).joins() {
				w.merges = append(w.merges, m)
			}
		}
		return false
	}
	by.tally.Commits++
	helped := by.whose < byName && w.helped(rec)
	if by.whose == somebodyElse && !helped || !w.inWindow(rec, 0) {
		return false
	}
	email := foldEmail(by.mapped.Email)
	switch {
	case by.whose == namesake && !helped:
		if w.others[email] == nil {
			w.others[email] = &Author{Person: by.tally.Person}
		}
		w.others[email].Commits++
		return false
	case by.whose == byName:
		w.byName[email] = append(w.byName[email], len(w.found))
	}
	c := w.commit(rec, by, sha, parents)
	c.Helped = helped
	w.found = append(w.found, c)
	w.graph.mark(node)
	return true
}

// splitIDs parts the ids of parents.
func splitIDs(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, " ")
}

// helped reports whether the user stands in a Co-authored-by line.
func (w *walk) helped(rec record) bool {
	if !mentionsCoAuthor(rec.message) {
		return false
	}
	return slices.ContainsFunc(coAuthors(decode(rec.message)), func(p Person) bool {
		return w.matcher.coAuthor(p) == mine
	})
}

// inWindow reports whether the author's date lies in the window. What came in
// late says so by slack: a merge follows the work that it brings in.
func (w *walk) inWindow(rec record, slack time.Duration) bool {
	at := rec.author.At.Time()
	if !w.req.Since.IsZero() && at.Before(w.req.Since) {
		return false
	}
	return slack > 0 || w.req.Until.IsZero() || !at.After(w.req.Until)
}

func (w *walk) commit(rec record, by *author, sha string, parents []string) Commit {
	message := decode(rec.message)
	c := Commit{
		Repo: w.st.name, SHA: sha, Parents: parents,
		AuthorName: rapport.OneLine(by.mapped.Name), AuthorEmail: rapport.OneLine(by.mapped.Email),
		Author: rec.author, Committer: rec.committer,
	}
	c.Subject, c.Body = splitMessage(message)
	if mentionsCoAuthor(rec.message) {
		c.CoAuthors = coAuthors(message)
	}
	return c
}

// commits returns what was found, with files, and the merges that matter.
func (w *walk) commits() []Commit {
	dropped := w.ambiguous()
	list := make([]Commit, 0, len(w.found))
	for i, c := range w.found {
		if !dropped[i] {
			c.Files = w.files[c.SHA]
			list = append(list, c)
		}
	}
	// Oldest first, so that a commit belongs to the merge that brought it in
	// and not to the one that brought that branch further.
	for _, m := range slices.Backward(w.merges) {
		merged, unseen := w.graph.broughtIn(m.Parents)
		if len(merged) == 0 && !unseen {
			continue
		}
		m.Merged = merged
		list = append(list, m)
	}
	return list
}

// ambiguous returns which of the found commits are known by a name under which
// several addresses commit. They may be several people.
func (w *walk) ambiguous() map[int]bool {
	if len(w.addresses()) < 2 {
		return nil
	}
	dropped := make(map[int]bool)
	for _, indexes := range w.byName {
		for _, i := range indexes {
			dropped[i] = true
		}
	}
	return dropped
}

func (w *walk) addresses() []string {
	var list []string
	for _, email := range slices.Sorted(maps.Keys(w.byName)) {
		if reaches(email) {
			list = append(list, email)
		}
	}
	return list
}

func (w *walk) warnings() []string {
	var list []string
	if addresses := w.addresses(); len(addresses) > 1 {
		list = append(list, fmt.Sprintf("%s commits to %s under %d addresses, perhaps different people: %s. None was counted; name the ones that are yours.",
			strings.Join(w.req.Who.Names, ", "), w.st.name, len(addresses), strings.Join(addresses[:min(5, len(addresses))], ", ")))
	}
	others := slices.SortedFunc(maps.Values(w.others), func(a, b *Author) int {
		return cmp.Or(cmp.Compare(b.Commits, a.Commits), cmp.Compare(a.Email, b.Email))
	})
	for _, a := range others[:min(3, len(others))] {
		commits := fmt.Sprintf("%d commits in %s by %s <%s> were", a.Commits, w.st.name, a.Name, a.Email)
		if a.Commits == 1 {
			commits = fmt.Sprintf("1 commit in %s by %s <%s> was", w.st.name, a.Name, a.Email)
		}
		list = append(list, fmt.Sprintf("%s not counted: the name is yours, the address is not known to be. If it is: rapport config email %s", commits, a.Email))
	}
	if w.st.shallow != "" {
		list = append(list, fmt.Sprintf("%s is a shallow clone: older work cannot be seen. To get it: git fetch --unshallow", w.st.name))
	}
	if w.noFiles {
		list = append(list, fmt.Sprintf("git could not say which files the commits of %s touch; they are grouped by their words only.", w.st.name))
	}
	return list
}
