package git

import (
	"cmp"
	"maps"
	"math"
	"path"
	"slices"
	"strings"

	"rapport"
)

// matter is the commits that belong to one thing a person worked on.
type matter struct {
	// key names the matter in its repository for ever.
	key string
	// why says in words what holds it together.
	why string
	// title is what people called it when it was merged; empty where unknown.
	title headline
	// branch is where it was done; empty where unknown.
	branch string
	// scope is the part of the product it is about; empty where several.
	scope   string
	changes []*change // oldest first, noise included
}

const (
	// pauseDays is the pause after which work under the same number is told
	// as new work.
	pauseDays = 21
	// maxPerWeek is about how many matters of a week a person can tell.
	maxPerWeek = 12
)

// weight says how much there is to tell of a change.
func (c *change) weight() int {
	switch {
	case c.noise != "":
		return 0
	case c.head.wip:
		return 2
	}
	switch c.head.typ {
	case "":
		if !strings.Contains(c.head.text, " ") {
			return 2 // one word says little
		}
		return 4
	case "feat", "perf":
		return 6
	case "fix":
		return 5
	case "revert":
		return 4
	case "refactor":
		return 3
	case "docs", "test":
		return 2
	}
	return 1
}

func (m *matter) weight() int {
	sum := 0
	for _, c := range m.changes {
		sum += c.weight()
	}
	if m.title.text != "" {
		sum += 6
	}
	return sum
}

func (m *matter) last() *change { return m.changes[len(m.changes)-1] }

// end returns the last change that is worth telling, or the last of all.
func (m *matter) end() *change {
	if telling := m.telling(); len(telling) > 0 {
		return telling[len(telling)-1]
	}
	return m.last()
}

// telling returns the changes that are not noise.
func (m *matter) telling() []*change {
	var list []*change
	for _, c := range m.changes {
		if c.noise == "" {
			list = append(list, c)
		}
	}
	return list
}

// grouping puts changes into matters.
type grouping struct {
	matters map[string]*matter
	order   []string
	// via is the merge that brought a commit in, per id.
	via map[string]merge
}

// group returns the matters of changes in the order of their last day.
func group(changes []*change, merges []Commit) []*matter {
	g := &grouping{matters: make(map[string]*matter), via: mergedBy(changes, merges)}
	numbers := unite(changes, g.via)
	var noisy []*change
	for _, c := range changes {
		switch {
		case g.byNumber(c, numbers), g.byBranch(c):
		case c.noise != "":
			noisy = append(noisy, c)
		default:
			g.byPlace(c)
		}
	}
	g.pauses()
	g.crowds()
	for _, c := range noisy {
		g.byNeighbour(c)
	}
	g.lonelyNoise()
	list := make([]*matter, 0, len(g.order))
	for _, key := range g.order {
		if m := g.matters[key]; len(m.changes) > 0 {
			slices.SortStableFunc(m.changes, byTime)
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b *matter) int {
		return cmp.Or(byTime(a.end(), b.end()), cmp.Compare(a.key, b.key))
	})
	return list
}

func byTime(a, b *change) int {
	return cmp.Or(cmp.Compare(a.Author.At, b.Author.At), cmp.Compare(a.SHA, b.SHA))
}

// at returns the matter of a key, made where it is new.
func (g *grouping) at(key, why string) *matter {
	m := g.matters[key]
	if m == nil {
		m = &matter{key: key, why: why}
		g.matters[key] = m
		g.order = append(g.order, key)
	}
	return m
}

// byNumber puts a change to the request or issue it belongs to. A small thing
// that came by a request of its own is told with its surroundings.
func (g *grouping) byNumber(c *change, numbers union) bool {
	via := g.via[c.SHA]
	all := numbersOf(c, via)
	if len(all) == 0 {
		return false
	}
	number := numbers.of(all[0])
	if via.number == "" && len(c.parts) == 0 && numbers.count[number] == 1 && (c.noise != "" || c.weight() < 4) {
		return false
	}
	m := g.at(number, number)
	m.add(c, via)
	return true
}

// byBranch puts a change to the branch on which it was merged.
func (g *grouping) byBranch(c *change) bool {
	via := g.via[c.SHA]
	if via.branch == "" {
		return false
	}
	m := g.at("branch:"+via.branch, "branch "+via.branch)
	m.add(c, via)
	return true
}

func (m *matter) add(c *change, via merge) {
	m.changes = append(m.changes, c)
	if m.branch == "" {
		m.branch = via.branch
	}
	if title := readSubject(via.title); m.title.text == "" && title.text != "" && noiseOf(title, via.title, nil) == "" {
		m.title = title
	}
}

// byPlace puts a change to the others of its week in the same scope or, where
// none is named, in the same files.
func (g *grouping) byPlace(c *change) {
	week := c.day.ISOWeek()
	if place := c.place(); place != "" {
		m := g.at("in:"+strings.ToLower(place)+"@"+week, place+" in "+week)
		m.scope = place
		m.changes = append(m.changes, c)
		return
	}
	m := g.at("week@"+week, week)
	m.changes = append(m.changes, c)
}

// place returns the part of the product that a change is about: the scope it
// names, or else the folder or file that most of its files belong to.
func (c *change) place() string {
	if c.head.scope != "" {
		return c.head.scope
	}
	count := make(map[string]int)
	for _, f := range c.Files {
		area, folder := areaOf(f)
		if count[area]++; folder {
			count[area]++
		}
	}
	best, most := "", 0
	for area, n := range count {
		if area != "" && (n > most || n == most && area < best) {
			best, most = area, n
		}
	}
	if most < len(c.Files) {
		return ""
	}
	return best
}

// areaOf returns the part of a product that a file belongs to, as far as its
// path says: the first folder that is not a mere container, or the file's own
// name where there is none. Tests belong to what they test.
func areaOf(file string) (area string, folder bool) {
	dir, base := path.Split(file)
	for part := range strings.SplitSeq(strings.Trim(dir, "/"), "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
		if part != "" && !startsWithDigit(part) && !listed(containers, strings.ToLower(part)) {
			return part, true
		}
	}
	stem, _, _ := strings.Cut(base, ".")
	stem = strings.TrimPrefix(stem, "test_")
	for _, suffix := range [...]string{"_test", "_tests", "_spec", "-test", "Test", "Tests", "Spec"} {
		stem = strings.TrimSuffix(stem, suffix)
	}
	if startsWithDigit(stem) || listed(containers, strings.ToLower(stem)) {
		return "", false
	}
	return stem, false
}

// containers are names of folders and files that say nothing of their content.
const containers = ` app apps assets bin changelog cmd code com common conf config contributing core crates dist doc docs e2e examples gitignore go helper helpers i18n index init __init__ internal java js kotlin l10n lang lib libs license locale locales main makefile misc mod module modules net node_modules org package packages pkg plugins project projects py python readme resources rust services settings shared source sources spec specs src static sum style styles test testdata tests todo ts unreleased types util utils vendor version workflows www `

// pauses parts the matters whose work rested for weeks.
func (g *grouping) pauses() {
	for _, key := range slices.Clone(g.order) {
		m := g.matters[key]
		slices.SortStableFunc(m.changes, byTime)
		for i := 1; i < len(m.changes); i++ {
			if m.changes[i].day.Sub(m.changes[i-1].day) <= pauseDays {
				continue
			}
			later := g.at(key+"@"+m.changes[i].day.ISOWeek(), m.why)
			later.title, later.branch, later.scope = m.title, m.branch, m.scope
			later.changes = slices.Clone(m.changes[i:])
			m.changes = m.changes[:i:i]
			m = later
			i = 0
		}
	}
}

// crowds makes a very full week readable: single commits of the same scope are
// told together and, where that is not enough, the lightest matters are.
func (g *grouping) crowds() {
	weeks := g.weeks()
	for _, week := range slices.Sorted(maps.Keys(weeks)) {
		if len(weeks[week]) > maxPerWeek {
			g.joinScopes(week, weeks[week])
		}
	}
	weeks = g.weeks()
	for _, week := range slices.Sorted(maps.Keys(weeks)) {
		list := weeks[week]
		if len(list) <= maxPerWeek {
			continue
		}
		slices.SortStableFunc(list, func(a, b *matter) int {
			return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.key, b.key))
		})
		rest := g.at("week@"+week, week)
		for _, m := range list[maxPerWeek-1:] {
			if m != rest {
				rest.changes = append(rest.changes, m.changes...)
				m.changes = nil
			}
		}
		slices.SortStableFunc(rest.changes, byTime)
	}
}

// weeks returns the matters that have something to tell, by their last week.
func (g *grouping) weeks() map[string][]*matter {
	weeks := make(map[string][]*matter)
	for _, key := range g.order {
		if m := g.matters[key]; len(m.telling()) > 0 {
			week := m.end().day.ISOWeek()
			weeks[week] = append(weeks[week], m)
		}
	}
	return weeks
}

// joinScopes puts the matters of one commit each that name the same scope
// together.
func (g *grouping) joinScopes(week string, list []*matter) {
	scopes := make(map[string][]*matter)
	for _, m := range list {
		if telling := m.telling(); len(telling) == 1 && m.title.text == "" && telling[0].head.scope != "" {
			scope := strings.ToLower(telling[0].head.scope)
			scopes[scope] = append(scopes[scope], m)
		}
	}
	for _, scope := range slices.Sorted(maps.Keys(scopes)) {
		same := scopes[scope]
		if len(same) < 2 {
			continue
		}
		place := same[0].telling()[0].head.scope
		all := g.at("in:"+scope+"@"+week, place+" in "+week)
		all.scope = place
		for _, m := range same {
			if m != all {
				all.changes = append(all.changes, m.changes...)
				m.changes = nil
			}
		}
		slices.SortStableFunc(all.changes, byTime)
	}
}

// byNeighbour folds noise into the matter it most likely belongs to: the
// commit it completes, the same place, the nearest in time of the week.
func (g *grouping) byNeighbour(c *change) {
	week := c.day.ISOWeek()
	best, score, nearest := "", 0, rapport.Instant(0)
	for _, key := range g.order {
		m := g.matters[key]
		if len(m.telling()) == 0 || m.end().day.ISOWeek() != week {
			continue
		}
		s, gap := m.kinship(c)
		if s > score || s == score && gap < nearest {
			best, score, nearest = key, s, gap
		}
	}
	if best == "" {
		best = g.at("noise@"+week, "small things in "+week).key
	}
	m := g.matters[best]
	m.changes = append(m.changes, c)
	slices.SortStableFunc(m.changes, byTime)
}

// kinship says how closely noise is related to a matter, and how far in time
// from its nearest change.
func (m *matter) kinship(c *change) (score int, gap rapport.Instant) {
	score, gap = 1, math.MaxInt64
	if place := c.place(); place != "" && strings.EqualFold(place, m.scope) {
		score = 2
	}
	for _, other := range m.changes {
		if c.head.fixup != "" && other.Subject == c.head.fixup {
			score = 3
		}
		gap = min(gap, max(other.Author.At-c.Author.At, c.Author.At-other.Author.At))
	}
	return score, gap
}

// lonelyNoise puts the matters of a week that are noise only into one, and
// that into another matter of the week where there is one.
func (g *grouping) lonelyNoise() {
	for _, key := range slices.Clone(g.order) {
		m := g.matters[key]
		if len(m.changes) == 0 || len(m.telling()) > 0 || m.title.text != "" || strings.HasPrefix(key, "noise@") {
			continue
		}
		changes := m.changes
		m.changes = nil
		for _, c := range changes {
			g.byNeighbour(c)
		}
	}
}

// period returns the first and last day of changes.
func period(changes []*change) (from, until rapport.Day) {
	from, until = changes[0].day, changes[0].day
	for _, c := range changes {
		from, until = min(from, c.day), max(until, c.day)
	}
	return from, until
}
