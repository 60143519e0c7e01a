package align

import (
	"cmp"
	"math"
	"slices"

	"rapport"
)

// Threshold is in percent. A link below it is a question for the user, not a
// link.
const Threshold = 50

const (
	// floor is the confidence below which a candidate is not even worth a
	// question.
	floor = 25
	// maxLinks is how many candidates are returned at most.
	maxLinks = 3
	// half is the evidence at which a link is as likely right as wrong.
	half = 0.43
	// certain is the confidence of what the user confirmed word for word.
	certain = 98
	// byProject is the least confidence of the goal that the project serves.
	byProject = 90
	// supporting is what the weaker of words and memory adds.
	supporting = 0.25
	// margin is the lead, as a share of the best candidate's evidence, under
	// which two goals have nearly the same claim.
	margin = 0.17
	// wideMargin is the margin where only families of words speak for the
	// best.
	wideMargin = 0.02
)

// Goal is something a boss wants, with the words that speak for it.
type Goal struct {
	ID    rapport.GoalID
	Boss  rapport.BossID
	Slug  rapport.Slug
	Title string
	// Words are further words: titles and slugs of the projects that serve
	// the goal, and its criteria.
	Words []string
}

// Work is one line of work.
type Work struct {
	Text, Outcome string
	// Project and ProjectTitle are empty where the work belongs to none.
	Project, ProjectTitle string
	// ProjectGoal is zero unless the project names its goal.
	ProjectGoal rapport.GoalID
}

// Seen is an entry whose links this user confirmed or refused before.
type Seen struct {
	Text           string
	Day            rapport.Day
	Goals, Refused []rapport.GoalID
}

// Links returns the goals that w seems to serve, best first, at most three.
// All are guesses: those whose Confidence is below [Threshold] are candidates
// for a question to the user and must not be shown as links.
func Links(w Work, goals []Goal, seen []Seen) []rapport.Link {
	return NewModel(goals, seen).Links(w)
}

// Model answers for many lines of work about the same goals.
type Model struct {
	// bosses are the goals boss by boss: goals of one boss compete for a line
	// of work, goals of two bosses do not.
	bosses [][]goal
	seen   []Seen
	// years says that the entries seen are of several years, so that a day
	// among them needs its year.
	years bool
}

// goal is a Goal ready to be compared.
type goal struct {
	Goal
	words []goalWord
	// weight is what all words of the title weigh together.
	weight float64
	// lift is at least 1: the words of a goal that has only plain words must
	// weigh more, or nothing could ever speak for it.
	lift float64
}

// goalWord is a word that speaks for a goal.
type goalWord struct {
	term
	// part is how much a word counts for the place it stands in.
	part float64
	// aside says that the word only tells where, when or for whom: "ward" in
	// "Fewer falls on the ward".
	aside bool
}

// What a word counts for the place it stands in.
const (
	inTitle = 1.0
	inSlug  = 0.9
	inWords = 0.8
)

// NewModel returns a model of goals and of what the user confirmed or refused
// before. It keeps the slice seen.
func NewModel(goals []Goal, seen []Seen) *Model {
	m := &Model{seen: seen, years: manyYears(seen)}
	goals = slices.Clone(goals)
	slices.SortStableFunc(goals, func(a, b Goal) int {
		return cmp.Or(cmp.Compare(a.Boss, b.Boss), cmp.Compare(a.ID, b.ID))
	})
	goals = slices.CompactFunc(goals, func(a, b Goal) bool { return a.ID == b.ID })
	for i, g := range goals {
		if i == 0 || g.Boss != goals[i-1].Boss {
			m.bosses = append(m.bosses, nil)
		}
		last := len(m.bosses) - 1
		m.bosses[last] = append(m.bosses[last], prepare(g))
	}
	return m
}

// prepare takes the words of a goal apart once. Positions go on from text to
// text with a gap, so that only words of one text are neighbours.
func prepare(g Goal) goal {
	p := goal{Goal: g}
	base, top := 0, 0.0
	add := func(text string, part float64) {
		words := terms(text)
		aside := asideFrom(text, words)
		last := base
		for i, t := range words {
			w := goalWord{part: part, aside: t.pos > aside}
			t.pos += base
			last = max(last, t.pos)
			if part == inTitle && i == 0 && isCommand(t.text) {
				t.tier = empty
			}
			w.term = t
			if part == inTitle && t.span == 1 {
				p.weight += weightOf(t)
				top = max(top, weightOf(t))
			}
			if part == inTitle || !p.has(t) {
				p.words = append(p.words, w)
			}
		}
		base = last + 2
	}
	add(g.Title, inTitle)
	add(string(g.Slug), inSlug)
	for _, more := range g.Words {
		add(more, inWords)
	}
	p.lift = 1
	if top > 0 {
		p.lift = math.Pow(top, -lifting)
	}
	return p
}

// isCommand reports whether a word at the head of a goal says what to do and
// not what about: a build is something, "Build …" is not.
func isCommand(word string) bool {
	switch word {
	case "book", "build", "call", "check", "cover", "design", "draft", "finish", "launch", "list", "offer", "order",
		"plan", "publish", "record", "release", "report", "review", "start", "support", "test", "visit":
		return true
	}
	return false
}

func (g *goal) has(t term) bool {
	return slices.ContainsFunc(g.words, func(w goalWord) bool { return w.stem == t.stem })
}

// Links is [Links] for one more line of work.
func (m *Model) Links(w Work) []rapport.Link {
	words := workTerms(w)
	past := m.lessons(w, words)
	var links []rapport.Link
	for _, goals := range m.bosses {
		found := compare(words, goals)
		for i := range found {
			found[i].memory = m.recall(found[i].ID, words, past)
			found[i].judge(w)
		}
		rank(found)
		links = append(links, choose(found)...)
	}
	slices.SortStableFunc(links, func(a, b rapport.Link) int { return -cmp.Compare(a.Confidence, b.Confidence) })
	return links[:min(len(links), maxLinks)]
}

// workTerms returns the words of everything a line of work says, the project
// included.
func workTerms(w Work) []term {
	var all []term
	base := 0
	for _, text := range [...]string{w.Text, w.Outcome, w.ProjectTitle, w.Project} {
		last := base
		for _, t := range terms(text) {
			t.pos += base
			last = max(last, t.pos)
			if !slices.ContainsFunc(all, func(x term) bool { return x.stem == t.stem && x.span == t.span }) {
				all = append(all, t)
			}
		}
		base = last + 2
	}
	return all
}

// candidate is a goal with what speaks for it.
type candidate struct {
	*goal
	// hits are the words of the work that meet words of the goal.
	hits []hit
	// words is the evidence of the hits.
	words float64
	memory

	confidence int
	reason     string
}

// evidence weighs the words of the goal and what was learnt together. Mostly
// they are the same words: the weaker one only supports the stronger.
func (c *candidate) evidence() float64 {
	e := max(c.words, c.learnt) + supporting*min(c.words, c.learnt)
	return e * (1 - c.doubt)
}

// judge turns evidence into a confidence and a reason. What the user said of
// the very same text stands above everything.
func (c *candidate) judge(w Work) {
	e := c.evidence()
	c.confidence = int(100 * e / (e + half))
	switch {
	case c.learnt > c.words:
		c.reason = c.like
	case len(c.hits) > 0:
		c.reason = reasonOf(c.hits, c.goal)
	}
	if w.ProjectGoal != 0 && c.ID == w.ProjectGoal {
		c.confidence = max(c.confidence, int(byProject*(1-c.doubt)))
		c.reason = "project " + cmp.Or(w.Project, w.ProjectTitle, "goal")
	}
	c.confidence = min(c.confidence, certain-1)
	switch {
	case c.confirmed:
		c.confidence, c.reason = certain, c.like
	case c.refused:
		c.confidence = 0
	}
}

// rank puts the best first; the order of ids decides between equals.
func rank(found []candidate) {
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(
			-cmp.Compare(a.confidence, b.confidence),
			-cmp.Compare(a.evidence(), b.evidence()),
			cmp.Compare(a.ID, b.ID),
		)
	})
}

// choose makes links of the ranked candidates. A close race makes a question
// of the winner, and a further goal must be spoken for by words that the
// better ones did not use up.
func choose(found []candidate) []rapport.Link {
	var links []rapport.Link
	var used []hit
	for i, c := range found {
		if c.confidence < floor || len(links) == maxLinks {
			break
		}
		if c.confidence < byProject {
			if i == 0 && len(found) > 1 && tooClose(c, found[1]) {
				c.confidence = min(c.confidence, Threshold-1)
			}
			if i > 0 && !c.stands(used) {
				c.confidence = min(c.confidence, Threshold-1)
			}
		}
		used = append(used, c.hits...)
		links = append(links, rapport.Link{Goal: c.ID, By: rapport.Guessed, Confidence: c.confidence, Reason: c.reason})
	}
	return links
}

// tooClose reports whether the second candidate has nearly the claim of the
// first, and by the same words of the work.
func tooClose(first, second candidate) bool {
	if second.refused {
		return false
	}
	lead := margin
	if len(first.hits) > 0 && first.hits[0].family {
		lead = wideMargin
	}
	return second.evidence() > first.evidence()*(1-lead) && !second.stands(first.hits)
}

// stands reports whether a candidate would be a link without the words that
// already speak for better ones.
func (c *candidate) stands(used []hit) bool {
	e := c.evidence()
	for _, h := range c.hits {
		if slices.ContainsFunc(used, func(u hit) bool { return u.pos == h.pos }) {
			e -= h.value * (1 - c.doubt)
		}
	}
	return e >= half
}
