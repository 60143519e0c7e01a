package git

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapport"
)

// change is one piece of work: a commit with whatever else stands for the same
// piece, such as the commit it was before a rebase.
type change struct {
	Commit
	head headline
	// noise says why there is nothing to tell, if so.
	noise noise
	// closes are the issues that the message says it is for.
	closes []string
	// versions are the ids of all commits that stand for this change.
	versions []string
	// parts are the commits that were squashed into it.
	parts []*change
	// gone says that the change counts as part of another one.
	gone bool
	day  rapport.Day
}

const (
	// squashReach is how long before a squash merge its parts were written.
	squashReach = 60 * 24 * time.Hour
	// revertReach is how soon a revert must follow for the two to cancel
	// each other: later, others may have heard of the first.
	revertReach = 7 * 24 * time.Hour
)

// distinct returns one change for each piece of work among commits, oldest
// first, however often it was rebased, cherry-picked, amended or squashed.
func distinct(commits []Commit) []*change {
	sorted := slices.Clone(commits)
	slices.SortFunc(sorted, func(a, b Commit) int {
		return cmp.Or(cmp.Compare(a.Author.At, b.Author.At), cmp.Compare(a.Committer.At, b.Committer.At), cmp.Compare(a.SHA, b.SHA))
	})
	seen := make(map[string]*change)
	var list []*change
	for _, c := range sorted {
		head := headOf(c)
		keys := identities(c, head)
		var same *change
		for _, k := range keys {
			if same = seen[k]; same != nil && !same.isBelow(c) {
				break
			}
			same = nil
		}
		if same == nil {
			same = &change{}
			list = append(list, same)
		}
		if !slices.Contains(same.versions, c.SHA) {
			same.versions = append(same.versions, c.SHA)
		}
		// The last version counts: it was committed last.
		same.Commit, same.head = c, head
		for _, k := range keys {
			seen[k] = same
		}
	}
	for _, c := range list {
		c.noise = noiseOf(c.head, c.Subject, c.Files)
		c.closes = closedBy(c.Body)
		c.day = rapport.DayOf(c.Author.Time())
	}
	absorbSquashed(list)
	return slices.DeleteFunc(list, func(c *change) bool { return c.gone })
}

// mergeOfFork begins, in small letters, the subject that a host gives to a
// change that was prepared in private.
const mergeOfFork = "merge commit from fork"

// headOf reads what a commit says of itself: its subject or, where that says
// only that something was merged, the first of what its body lists.
func headOf(c Commit) headline {
	head := readSubject(c.Subject)
	if !strings.HasPrefix(strings.ToLower(head.text), mergeOfFork) {
		return head
	}
	for _, line := range listedIn(c.Body) {
		if first := readSubject(line); noiseOf(first, line, nil) == "" {
			first.numbers = head.numbers
			return first
		}
	}
	return head
}

// isBelow reports whether the change is a parent of the commit: then they are
// two, whatever their words and clocks.
func (c *change) isBelow(commit Commit) bool {
	return slices.ContainsFunc(commit.Parents, func(p string) bool { return slices.Contains(c.versions, p) })
}

// identities are the texts of which one is enough to know a commit again.
func identities(c Commit, head headline) []string {
	who := foldEmail(c.AuthorEmail)
	if who == "" {
		who = foldName(c.AuthorName)
	}
	at := who + "\x00" + strconv.FormatInt(int64(c.Author.At), 10) + "\x00"
	keys := []string{c.SHA, at + "subject " + foldSubject(head)}
	if len(c.Parents) > 0 {
		// Amended: the clock, the parent and a file stay, the words may not.
		for _, f := range c.Files[:min(len(c.Files), 10)] {
			keys = append(keys, at+"file "+c.Parents[0]+f)
		}
	}
	for line := range strings.Lines(c.Body) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "(cherry picked from commit "); ok {
			keys = append(keys, strings.TrimSuffix(rest, ")"))
		}
	}
	return keys
}

// foldSubject returns the words of a subject without marks and case.
func foldSubject(h headline) string {
	return strings.ToLower(h.scope + ":" + strings.Join(strings.Fields(h.text), " "))
}

// absorbSquashed finds the commits that a squash merge put together: those it
// lists, the one whose subject it took, and those that touch together exactly
// its files.
func absorbSquashed(list []*change) {
	byWords := make(map[string][]*change)
	bySHA := make(map[string]*change)
	hasChild := make(map[string]bool)
	for _, c := range list {
		byWords[foldSubject(c.head)] = append(byWords[foldSubject(c.head)], c)
		for _, sha := range c.versions {
			bySHA[sha] = c
		}
		for _, p := range c.Parents {
			hasChild[p] = true
		}
	}
	for _, s := range list {
		if s.gone {
			continue
		}
		for _, line := range listedIn(s.Body) {
			if c := bySHA[line]; c != nil {
				s.absorb(c)
				continue
			}
			for _, c := range byWords[foldSubject(readSubject(line))] {
				s.absorb(c)
			}
		}
		if len(s.head.numbers) == 0 || s.noise != "" {
			continue
		}
		for _, c := range byWords[foldSubject(s.head)] {
			if len(c.head.numbers) == 0 {
				s.absorb(c)
			}
		}
		for _, tip := range list {
			if !hasChild[tip.SHA] && len(tip.head.numbers) == 0 {
				for _, c := range s.sameFiles(tip, bySHA) {
					s.absorb(c)
				}
			}
		}
	}
}

// absorb makes part a part of c, if it can be one.
func (c *change) absorb(part *change) {
	gap := c.Author.At.Time().Sub(part.Author.At.Time())
	if part == c || part.gone || c.gone || gap < -time.Hour || gap > squashReach || slices.Contains(c.Parents, part.SHA) {
		return
	}
	part.gone = true
	c.parts = append(append(c.parts, part), part.parts...)
	c.versions = append(c.versions, part.versions...)
	part.parts = nil
}

// sameFiles returns the commits at the end of the branch tip which touch
// together exactly the files of c.
func (c *change) sameFiles(tip *change, bySHA map[string]*change) []*change {
	gap := c.Author.At.Time().Sub(tip.Author.At.Time())
	if len(c.Files) == 0 || len(c.Files) >= maxFiles || gap < -time.Hour || gap > squashReach {
		return nil
	}
	var chain []*change
	best := 0
	touched := make(map[string]bool)
	for at := tip; at != nil && at != c && len(at.head.numbers) == 0 && len(chain) < 50; {
		for _, f := range at.Files {
			if !slices.Contains(c.Files, f) {
				return chain[:best]
			}
			touched[f] = true
		}
		chain = append(chain, at)
		if len(touched) == len(c.Files) && (len(chain) > 1 || len(touched) > 1) {
			best = len(chain)
		}
		if len(at.Parents) == 0 || slices.Contains(c.Parents, at.Parents[0]) {
			break
		}
		at = bySHA[at.Parents[0]]
	}
	return chain[:best]
}

// listedIn returns the subjects and ids that the body of a squashed commit
// lists, as hosts ("* add retry") and git itself ("commit 1a2b…") write them.
func listedIn(body string) []string {
	var list []string
	for line := range strings.Lines(body) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "commit "); ok && isHash(rest) {
			list = append(list, rest)
		}
		for _, bullet := range [...]string{"* ", "- "} {
			if rest, ok := strings.CutPrefix(line, bullet); ok && strings.TrimSpace(rest) != "" {
				list = append(list, rest)
			}
		}
	}
	return list
}

// cancelReverts marks the pairs of which the second soon took the first back.
// What was taken back and then put in again stands.
func cancelReverts(list []*change, done func(sha string) bool) {
	for i, r := range slices.Backward(list) {
		if r.head.takesBack == "" || r.noise != "" {
			continue
		}
		id := revertedID(r.Body)
		for _, c := range slices.Backward(list[:i]) {
			if r.Author.At.Time().Sub(c.Author.At.Time()) > revertReach {
				break
			}
			if c.noise != "" || !slices.Contains(c.versions, id) && c.Subject != r.head.takesBack {
				continue
			}
			if !slices.ContainsFunc(c.versions, done) {
				c.noise, r.noise = takenBack, takenBack
			}
			break
		}
	}
}

// revertedID returns the commit that git revert says it takes back.
func revertedID(body string) string {
	_, rest, _ := strings.Cut(body, "This reverts commit ")
	end := strings.IndexAny(rest, " .,\n")
	if end < 0 {
		return rest
	}
	return rest[:end]
}
