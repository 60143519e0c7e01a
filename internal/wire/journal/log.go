package journal

import (
	"cmp"
	"slices"
	"strconv"

	"rapport"
)

// Log is an entry of work. Its fields are all said; what the line leaves out
// because it goes without saying is filled in when it is read.
type Log struct {
	Text    string
	Kind    rapport.Kind
	KindBy  rapport.Certainty
	Day     rapport.Day
	Project rapport.Slug
	// ProjectBy says how the project came about, or that there is none.
	ProjectBy rapport.Certainty
	Concerns  []rapport.Slug
	// Links are the goals, best first, guessed and refused ones included.
	Links []Link
	// Told are the bosses who know; ToldSaid says whether anybody was asked.
	Told     []Told
	ToldSaid bool
	Asked    rapport.Truth
	Raised   rapport.Truth
	BossSaid string
	Outcome  string
	Helpers  []string
	OwnError rapport.Truth
	URL      string

	CommittedBy []rapport.Party
	Due         rapport.Day
	Closed      rapport.Day
	Evidence    []rapport.Evidence
	// Source is the [SourceName] of where the entry was proposed from.
	Source  string
	Removed rapport.Instant
}

// Link says that an entry serves a goal.
type Link struct {
	Goal       rapport.Slug
	By         rapport.Certainty
	Confidence int
	Reason     string
}

// plain reports whether the slug says all there is to say.
func (l Link) plain() bool { return l == Link{Goal: l.Goal, By: rapport.Said, Confidence: 100} }

// Told says that a boss knows.
type Told struct {
	Boss   rapport.Slug
	Since  rapport.Stamp
	How    rapport.How
	Via    string
	Report rapport.LineID
}

// Type returns "log".
func (*Log) Type() string { return "log" }

func (b *Log) fields(f *fields) {
	f.text("text", &b.Text, needed)
	word(f, "kind", &b.Kind, needed, rapport.Kinds[:]...)
	f.slug("project", &b.Project, optional)
	links, allLinks := b.writtenLinks()
	f.slugs("links", &links)
	reportedTo, told := b.writtenTold(f.t)
	f.slugs("reported_to", &reportedTo)
	f.truth("asked", &b.Asked)
	f.truth("raised", &b.Raised)
	word(f, "boss_said", &b.BossSaid, optional, "yes", "later", "no")
	f.text("outcome", &b.Outcome, optional)
	f.texts("helpers", &b.Helpers)
	f.truth("own_error", &b.OwnError)
	f.text("url", &b.URL, optional)
	f.dayOfLine("day", &b.Day)
	f.certainty("kind_by", &b.KindBy, rapport.Said)
	f.certainty("project_by", &b.ProjectBy, usualProjectBy(b.Project))
	concerns := unlessEmpty(b.Concerns)
	f.slugs("concerns", &concerns)
	objects(f, "goal_links", &allLinks, (*Link).fields)
	objects(f, "told", &told, (*Told).fields)
	askedWho := b.ToldSaid || len(b.Told) == 0
	field(f, "told_said", &askedWho, optional, !askedWho, readBool, strconv.AppendBool)
	words(f, "committed_by", &b.CommittedBy, rapport.Me, rapport.TheBoss, rapport.Other)
	f.day("due", &b.Due, optional)
	f.day("closed", &b.Closed, optional)
	f.evidence(&b.Evidence)
	f.text("source", &b.Source, optional)
	f.instant("removed", &b.Removed)
	if f.direction == reading && f.err == nil {
		b.Concerns = unlessEmpty(distinct(concerns))
		b.readLinks(f, distinct(links), allLinks)
		b.readTold(f, reportedTo, told, askedWho)
		if b.Text == "" {
			f.fail("text", rapport.Errorf(rapport.Invalid, "it is empty").WithHint("say what was done"))
		}
	}
}

func (l *Link) fields(f *fields) {
	f.slug("goal", &l.Goal, needed)
	f.certainty("by", &l.By, rapport.Said)
	f.count("confidence", &l.Confidence)
	f.text("reason", &l.Reason, optional)
}

func (t *Told) fields(f *fields) {
	f.slug("boss", &t.Boss, needed)
	field(f, "since", &t.Since, optional, t.Since != f.t, readStamp, appendStamp)
	if f.direction == reading && t.Since.IsZero() {
		t.Since = f.t
	}
	word(f, "how", &t.How, optional, rapport.ByReport, rapport.ByMeeting, rapport.ByMessage, rapport.ByThirdParty)
	f.text("via", &t.Via, optional)
	f.line("report", &t.Report, optional)
}

// writtenLinks returns the goals that hold and, where that does not say all,
// every link.
func (b *Log) writtenLinks() (held []rapport.Slug, all []Link) {
	for _, l := range b.Links {
		if l.By.Holds() {
			held = append(held, l.Goal)
		}
		if !l.plain() {
			all = b.Links
		}
	}
	return held, all
}

func (b *Log) readLinks(f *fields, held []rapport.Slug, all []Link) {
	if all == nil {
		b.Links = nil
		for _, goal := range held {
			b.Links = append(b.Links, Link{Goal: goal, By: rapport.Said, Confidence: 100})
		}
		return
	}
	b.Links = all
	if repeats(all, func(l Link) rapport.Slug { return l.Goal }) {
		f.fail("goal_links", rapport.Errorf(rapport.Invalid, "it names a goal twice"))
	}
	if said, _ := b.writtenLinks(); !slices.Equal(said, held) {
		f.fail("goal_links", rapport.Errorf(rapport.Invalid, "it contradicts links").
			WithHint("links lists the goals said or confirmed in goal_links, in the same order; or leave goal_links out"))
	}
}

// writtenTold returns who knows and, where that does not say all, since when
// and how. A nil list of bosses means that nobody was asked.
func (b *Log) writtenTold(t rapport.Stamp) (bosses []rapport.Slug, all []Told) {
	if len(b.Told) == 0 && !b.ToldSaid {
		return nil, nil
	}
	told := slices.Clone(b.Told)
	for i := range told {
		if told[i].Since.IsZero() {
			told[i].Since = t
		}
	}
	// Who knows is a set; databases give it back in an order of their own.
	slices.SortFunc(told, func(x, y Told) int { return cmp.Or(cmp.Compare(x.Since.At, y.Since.At), cmp.Compare(x.Boss, y.Boss)) })
	bosses = make([]rapport.Slug, len(told))
	for i, one := range told {
		bosses[i] = one.Boss
		if one != (Told{Boss: one.Boss, Since: t}) {
			all = told
		}
	}
	return bosses, all
}

func (b *Log) readTold(f *fields, bosses []rapport.Slug, all []Told, askedWho bool) {
	b.ToldSaid = bosses != nil && askedWho
	if all == nil {
		for _, boss := range distinct(bosses) {
			b.Told = append(b.Told, Told{Boss: boss, Since: f.t})
		}
		return
	}
	b.Told = all
	if repeats(all, func(t Told) rapport.Slug { return t.Boss }) {
		f.fail("told", rapport.Errorf(rapport.Invalid, "it names a boss twice"))
	}
	named := make([]rapport.Slug, len(all))
	for i, t := range all {
		named[i] = t.Boss
	}
	if !slices.Equal(slices.Sorted(slices.Values(named)), slices.Sorted(slices.Values(distinct(bosses)))) {
		f.fail("told", rapport.Errorf(rapport.Invalid, "it contradicts reported_to").
			WithHint("both name the same bosses; or leave told out"))
	}
}

// usualProjectBy is how a project comes about unless the line says otherwise.
func usualProjectBy(project rapport.Slug) rapport.Certainty {
	if project == "" {
		return rapport.Guessed
	}
	return rapport.Said
}

// certaintyNames are the names of the certainties in their order.
var certaintyNames = [...]string{"guessed", "said", "confirmed", "refused"}

// certainty is written only where it is not the usual one.
func (f *fields) certainty(key string, v *rapport.Certainty, usual rapport.Certainty) {
	if f.direction == reading {
		*v = usual
	}
	field(f, key, v, optional, *v != usual, func(raw value) (rapport.Certainty, *rapport.Error) {
		name, err := oneOf(certaintyNames[:])(raw)
		return rapport.Certainty(slices.Index(certaintyNames[:], name)), err
	}, func(out []byte, c rapport.Certainty) []byte { return appendString(out, certaintyNames[c]) })
}

// distinct drops what stands a second time.
func distinct[T comparable](all []T) []T {
	var out []T
	seen := make(map[T]bool, len(all))
	for _, one := range all {
		if !seen[one] {
			out = append(out, one)
		}
		seen[one] = true
	}
	return out
}

func repeats[T any](all []T, name func(T) rapport.Slug) bool {
	names := make([]rapport.Slug, len(all))
	for i, one := range all {
		names[i] = name(one)
	}
	return len(distinct(names)) < len(all)
}

func unlessEmpty[T any](all []T) []T {
	if len(all) == 0 {
		return nil
	}
	return all
}
