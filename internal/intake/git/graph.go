package git

import (
	"bytes"
	"cmp"
	"container/heap"
	"slices"
)

// graph is the part of the history that was read, to tell what a merge brought
// in. Commits are numbered in the order of reading, newest first.
type graph struct {
	number  map[string]int32
	shas    []string
	parents [][]string
	mine    []bool
	taken   []bool
}

func newGraph() graph { return graph{number: make(map[string]int32)} }

// add numbers a commit. It returns -1 where the graph is full.
func (g *graph) add(sha string, parents []string) int32 {
	if len(g.shas) >= maxFollowed {
		return -1
	}
	n := int32(len(g.shas))
	g.number[sha] = n
	g.shas = append(g.shas, sha)
	g.parents = append(g.parents, parents)
	g.mine = append(g.mine, false)
	g.taken = append(g.taken, false)
	return n
}

// mark says that commit n is the user's.
func (g *graph) mark(n int32) {
	if n >= 0 {
		g.mine[n] = true
	}
}

// The sides of a merge that a commit can be reached from.
const (
	ours uint8 = 1 << iota
	theirs
)

// broughtIn returns the user's commits that can be reached from the further
// parents of a merge but not from its first, without those that an earlier
// call returned. Unseen says that such a parent was not read this time.
func (g *graph) broughtIn(parents []string) (merged []string, unseen bool) {
	sides := make(map[int32]uint8)
	var open newestFirst
	pending := 0 // commits in open reached from theirs only
	reach := func(sha string, side uint8) bool {
		n, ok := g.number[sha]
		if !ok {
			return false
		}
		before, queued := sides[n]
		now := before | side
		if queued && now == before {
			return true
		}
		sides[n] = now
		if now == theirs {
			pending++
		}
		heap.Push(&open, visit{n, now})
		return true
	}
	reach(parents[0], ours)
	for _, p := range parents[1:] {
		if !reach(p, theirs) {
			unseen = true
		}
	}
	for len(open) > 0 && pending > 0 {
		v := heap.Pop(&open).(visit)
		if v.side == theirs {
			pending--
		}
		if sides[v.n] != v.side {
			continue // reached from the other side meanwhile
		}
		for _, p := range g.parents[v.n] {
			reach(p, v.side)
		}
	}
	for n, side := range sides {
		if side == theirs && g.mine[n] && !g.taken[n] {
			g.taken[n] = true
			merged = append(merged, g.shas[n])
		}
	}
	slices.SortFunc(merged, func(a, b string) int { return cmp.Compare(g.number[a], g.number[b]) })
	return merged, unseen
}

type visit struct {
	n    int32
	side uint8
}

// newestFirst is a heap of commits in the order in which they were read.
type newestFirst []visit

func (h newestFirst) Len() int           { return len(h) }
func (h newestFirst) Less(i, j int) bool { return h[i].n < h[j].n }
func (h newestFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *newestFirst) Push(x any)        { *h = append(*h, x.(visit)) }
func (h *newestFirst) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}

// mentionsCoAuthor is a cheap test before a message is looked at closely.
func mentionsCoAuthor(message []byte) bool {
	return bytes.Contains(message, []byte("uthored-")) || bytes.Contains(message, []byte("UTHORED-"))
}
