package git

import (
	"cmp"
	"slices"
	"strings"
)

// mergedBy returns for each commit the merge that brought it in. Fetch knows
// most of them; where branch and merge were read at different times, the chain
// of the user's own commits below the merge is followed.
func mergedBy(changes []*change, merges []Commit) map[string]merge {
	bySHA := make(map[string]*change, len(changes))
	for _, c := range changes {
		for _, sha := range c.versions {
			bySHA[sha] = c
		}
	}
	via := make(map[string]merge)
	slices.SortStableFunc(merges, func(a, b Commit) int {
		return cmp.Or(cmp.Compare(a.Committer.At, b.Committer.At), cmp.Compare(a.SHA, b.SHA))
	})
	take := func(sha string, m merge) bool {
		c := bySHA[sha]
		if c == nil {
			return false
		}
		if _, ok := via[c.SHA]; ok {
			return false
		}
		via[c.SHA] = m
		return true
	}
	for _, c := range merges {
		m := mergeOf(c.Subject, c.Body)
		if !m.joins() {
			continue
		}
		for _, sha := range c.Merged {
			take(sha, m)
		}
		if len(c.Merged) > 0 {
			continue
		}
		for sha := c.Parents[len(c.Parents)-1]; !slices.Contains(c.Parents[:1], sha) && take(sha, m); {
			parents := bySHA[sha].Parents
			if len(parents) == 0 || len(bySHA[sha].head.numbers) > 0 {
				break
			}
			sha = parents[0]
		}
	}
	return via
}

// numbersOf returns the numbers of a change, the one that says most first.
func numbersOf(c *change, via merge) []string {
	var h headline
	if via.number != "" {
		h.addNumber("#" + via.number)
	}
	for _, list := range [...][]string{c.head.numbers, readSubject(via.title).numbers, branchNumbers(via.branch), c.closes} {
		for _, n := range list {
			h.addNumber(n)
		}
	}
	return h.numbers
}

// branchNumbers returns the ticket in the name of a branch such as
// feature/ABC-12-retry.
func branchNumbers(branch string) []string {
	branch = branch[strings.LastIndexByte(branch, '/')+1:]
	parts := strings.SplitN(branch, "-", 3)
	if len(parts) >= 2 && isNumber(parts[0]+"-"+parts[1]) {
		return []string{parts[0] + "-" + parts[1]}
	}
	return nil
}

// union says which numbers stand for the same matter.
type union struct {
	parent map[string]string
	first  map[string]int // in the order of first use
	count  map[string]int
}

// unite finds the numbers that stand together in one commit. A matter has the
// number that was used first.
func unite(changes []*change, via map[string]merge) union {
	u := union{parent: make(map[string]string), first: make(map[string]int), count: make(map[string]int)}
	lists := make([][]string, len(changes))
	for i, c := range changes {
		lists[i] = numbersOf(c, via[c.SHA])
		for _, n := range lists[i] {
			if _, ok := u.parent[n]; !ok {
				u.parent[n] = n
				u.first[n] = len(u.first)
			}
			if a, b := u.of(lists[i][0]), u.of(n); u.first[a] < u.first[b] {
				u.parent[b] = a
			} else {
				u.parent[a] = b
			}
		}
	}
	for _, list := range lists {
		if len(list) > 0 {
			u.count[u.of(list[0])]++
		}
	}
	return u
}

func (u union) of(number string) string {
	for u.parent[number] != number {
		number = u.parent[number]
	}
	return number
}
