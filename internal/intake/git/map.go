package git

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// MapOptions says what [Map] needs to know beside the commits.
type MapOptions struct {
	// Repo is what people call the repository; empty takes it from the commits.
	Repo string
	// Projects are the slugs the user has. A commit that names one as its
	// scope is guessed to belong there, any other to the repository.
	Projects []rapport.Slug
	// Today, if given, is the day that no work can be after: commits of a
	// clock that runs ahead are dated by their committer, or today.
	Today rapport.Day
	// Decided reports whether a proposal with this commit was accepted or
	// dropped. Such commits are not proposed again; a matter that goes on
	// after them is proposed under a key of its own. May be nil.
	Decided func(sha string) bool
	// GuessKind guesses the kind of a line with a confidence in percent. It is
	// asked only where the words may tell a result or trouble. May be nil.
	GuessKind func(text string) (rapport.Kind, int)
}

// maxText caps the words of a proposal, in runes.
const maxText = 220

// Map turns the commits of one person in one repository into proposals, oldest
// first. It is a pure function: the same commits give the same proposals with
// the same keys, in whatever order they come. Of each proposal's Evidence the
// last Noise pieces are those that say nothing to a boss.
//
// Commits belong together by the request or issue they name or were merged
// with, else by branch, else by week and scope or files. Map them all, not
// only the new ones: an open proposal of the same key is the same matter with
// more in it, one whose commits have all moved to another key is superseded.
func Map(commits []Commit, opt MapOptions) []rapport.Proposal {
	if opt.Decided == nil {
		opt.Decided = func(string) bool { return false }
	}
	var work, merges []Commit
	for _, c := range commits {
		if c.IsMerge() {
			merges = append(merges, c)
		} else {
			work = append(work, c)
		}
	}
	changes := distinct(work)
	cancelReverts(changes, opt.Decided)
	for _, c := range changes {
		c.day = opt.sane(c)
	}
	var proposals []rapport.Proposal
	for _, m := range group(changes, merges) {
		if m = m.undecided(opt.Decided); m != nil {
			proposals = append(proposals, m.propose(opt))
		}
	}
	return proposals
}

// sane returns the day of a change: the committer's where the author's clock
// ran ahead. Where both did, the day stays, so that the matter keeps its key.
func (opt MapOptions) sane(c *change) rapport.Day {
	if committed := rapport.DayOf(c.Committer.Time()); opt.Today != "" && c.day > opt.Today && committed <= opt.Today {
		return committed
	}
	return c.day
}

// undecided returns the part of a matter that the user has not decided on, or
// nil where nothing worth telling is left.
func (m *matter) undecided(decided func(string) bool) *matter {
	var left []*change
	for _, c := range m.changes {
		if !slices.ContainsFunc(c.versions, decided) {
			left = append(left, c)
		}
	}
	if len(left) == len(m.changes) {
		return m
	}
	rest := *m
	rest.changes = left
	if len(rest.telling()) == 0 {
		return nil
	}
	rest.title = headline{} // told already
	rest.key += "+" + strconv.FormatInt(rest.telling()[0].Author.At.Time().Unix(), 36)
	return &rest
}

// propose puts a matter into words.
func (m *matter) propose(opt MapOptions) rapport.Proposal {
	telling := m.telling()
	repo := cmp.Or(opt.Repo, m.changes[0].Repo)
	p := rapport.Proposal{Key: m.key, State: rapport.Open, Kind: rapport.Progress, Noise: len(m.changes) - len(telling)}
	p.From, p.Day = period(m.changes)
	if len(telling) > 0 {
		p.From, p.Day = period(telling)
	}
	if opt.Today != "" {
		p.From, p.Day = min(p.From, opt.Today), min(p.Day, opt.Today)
	}
	p.At = m.end().Author
	scope := m.commonScope(telling)
	p.Project = opt.project(scope, repo)
	t := m.words(telling, repo)
	p.Text, p.Confidence = t.text, t.confidence
	if t.verb && rapport.ParseSlug(scope) != p.Project {
		p.Text = within(p.Text, scope, repo)
	}
	p.Text = shorten(p.Text, maxText)
	p.Reason = m.reason(telling, repo)
	if kind, confidence, why := guessKind(p.Text, telling, opt.GuessKind); why != "" {
		p.Kind, p.Confidence = kind, min(p.Confidence, confidence)
		p.Reason += "; " + why
	}
	p.Evidence = m.evidence()
	return p
}

// within puts the part of the product behind what was done there, unless it
// says no more than the words and the repository do.
func within(text, scope, repo string) string {
	scope = strings.Join(strings.FieldsFunc(rapport.OneLine(scope), func(r rune) bool { return r == ',' || r == ' ' }), ", ")
	switch lower := strings.ToLower(scope); {
	case lower == "", lower == strings.ToLower(repo), listed(" all any everything everywhere general global main misc project repo root tree various ", lower):
		return text
	case slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), notOfAName), func(w string) bool {
		return strings.TrimSuffix(w, "s") == strings.TrimSuffix(lower, "s")
	}):
		return text
	}
	return shorten(text, maxText-utf8.RuneCountInString(scope)-len(" ()")) + " (" + scope + ")"
}

// notOfAName reports whether a rune ends the name of a part of a product.
func notOfAName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
}

// project guesses the project: the scope where the user has one of this name,
// else the repository.
func (opt MapOptions) project(scope, repo string) rapport.Slug {
	if slug := rapport.ParseSlug(scope); slug != "" && slices.Contains(opt.Projects, slug) {
		return slug
	}
	return rapport.ParseSlug(repo)
}

// commonScope returns the scope that all changes share.
func (m *matter) commonScope(telling []*change) string {
	scope := m.title.scope
	if scope == "" && len(telling) > 0 {
		scope = telling[0].head.scope
		for _, c := range telling {
			if !strings.EqualFold(c.head.scope, scope) {
				scope = ""
			}
		}
	}
	if scope == "" && len(telling) > 1 {
		scope = m.scope
	}
	return scope
}

// told is the text of a proposal.
type told struct {
	text       string
	verb       bool
	confidence int
}

// words returns the text of a matter: what people called it when it was
// merged, or its weightiest change and as many others as fit.
func (m *matter) words(telling []*change, repo string) told {
	if p := tell(m.title); m.title.text != "" {
		return told{p.text, p.verb, confidence(p, 10)}
	}
	if len(telling) == 0 {
		return m.noiseWords(repo)
	}
	ranked := slices.Clone(telling)
	clear := func(c *change) int {
		if c.phrase(repo).sure {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(ranked, func(a, b *change) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(clear(a), clear(b)), cmp.Compare(min(len(b.Files), 20), min(len(a.Files), 20)), byTime(a, b))
	})
	var phrases []phrase
	heavy := 0 // how many of the changes are as weighty as a fix
	seen := make(map[string]bool)
	for _, c := range ranked {
		p := c.phrase(repo)
		if key := strings.ToLower(p.text); p.text != "" && !seen[key] {
			seen[key] = true
			phrases = append(phrases, p)
			if c.weight() >= 4 {
				heavy++
			}
		}
	}
	if len(phrases) == 0 {
		return m.noiseWords(repo)
	}
	return told{list(phrases, heavy), phrases[0].verb, confidence(phrases[0], -5*min(len(phrases)-1, 4))}
}

// phrase returns what a change did.
func (c *change) phrase(repo string) phrase {
	done := func(text string) phrase {
		return phrase{text: text, inner: small(text), verb: true, sure: true}
	}
	if c.head.takesBack != "" {
		what := readSubject(c.head.takesBack)
		return done("Took back “" + cmp.Or(what.text, c.head.takesBack) + "”")
	}
	switch strings.ToLower(c.head.text) {
	case "initial commit", "first commit", "initial import", "init commit":
		return done("Started " + repo)
	}
	return tell(c.head)
}

// confidence is the percentage for a text that begins with p.
func confidence(p phrase, more int) int {
	base := 40
	if p.sure {
		base = 70
	} else if p.verb {
		base = 55
	}
	return min(max(base+more, 10), 90)
}

// list joins phrases into one sentence: up to three where they fit, and the
// rest counted. Where the first heavy ones tell of a fix or more, the lighter
// ones are only counted.
func list(phrases []phrase, heavy int) string {
	const room = 130
	shown, length := 1, len(phrases[0].text)
	for shown < min(3, len(phrases)) && (heavy == 0 || shown < heavy) && length+len(phrases[shown].text) <= room {
		length += len(phrases[shown].text)
		shown++
	}
	parts := []string{phrases[0].text}
	for i, p := range phrases[1:shown] {
		parts = append(parts, p.after(phrases[i]))
	}
	left, word := len(phrases)-shown, "smaller change"
	if heavy == 0 || heavy > shown {
		word = "more change"
	}
	switch {
	case left == 1:
		parts = append(parts, "1 "+word)
	case left > 1:
		parts = append(parts, fmt.Sprintf("%d %ss", left, word))
	}
	last := parts[len(parts)-1]
	parts = parts[:len(parts)-1]
	text := strings.Join(parts, ", ")
	switch {
	case text == "":
		return last
	case left == 0 && len(parts) == 1 && !strings.Contains(text, " and ") && !strings.Contains(text, ", "):
		return text + " and " + last
	}
	return text + ", and " + last
}

// after returns how a phrase reads after another one: the same verb is not
// said twice.
func (p phrase) after(before phrase) string {
	verb, rest, ok := strings.Cut(p.inner, " ")
	if ok && p.sure && p.verb && strings.HasPrefix(before.inner, verb+" ") && !strings.HasSuffix(verb, ":") && !strings.Contains(before.inner, " and ") {
		return rest
	}
	return p.inner
}

// noiseWords is the text of a matter in which there is nothing to tell.
func (m *matter) noiseWords(repo string) told {
	if words := branchWords(m.branch); words != "" {
		return told{"Worked on " + words, true, 35}
	}
	change := "change"
	if len(m.changes) != 1 {
		change += "s"
	}
	return told{fmt.Sprintf("Kept %s in order: %d small %s", repo, len(m.changes), change), true, 15}
}

// branchWords returns the words in the name of a branch, if it has any.
func branchWords(branch string) string {
	branch = branch[strings.LastIndexByte(branch, '/')+1:]
	for _, n := range branchNumbers(branch) {
		branch = strings.TrimPrefix(branch, n)
	}
	words := strings.FieldsFunc(branch, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	words = slices.DeleteFunc(words, func(w string) bool { return strings.Trim(w, "0123456789") == "" })
	if len(words) < 2 {
		return ""
	}
	return rapport.OneLine(strings.ToLower(strings.Join(words, " ")))
}

// reason says why these commits belong together and what was folded.
func (m *matter) reason(telling []*change, repo string) string {
	count := func(n int, word string) string {
		if n == 1 {
			return "1 " + word
		}
		return strconv.Itoa(n) + " " + word + "s"
	}
	var b strings.Builder
	commits := 0
	for _, c := range m.changes {
		commits += 1 + len(c.parts)
	}
	b.WriteString(count(commits, "commit") + " of " + m.why)
	if !strings.Contains(m.why, repo) {
		b.WriteString(" in " + repo)
	}
	kinds := make(map[noise]int)
	for _, c := range m.changes {
		if c.noise != "" {
			kinds[c.noise]++
		}
	}
	if len(kinds) > 0 {
		var parts []string
		for kind, n := range kinds {
			parts = append(parts, fmt.Sprintf("%s %d", kind, n))
		}
		slices.Sort(parts)
		b.WriteString("; folded: " + strings.Join(parts, ", "))
	}
	if with := helpers(m.changes); len(with) > 0 {
		b.WriteString("; with " + strings.Join(with, ", "))
	}
	return rapport.OneLine(b.String())
}

// helpers returns with whom the work was done: co-authors, and the author
// where the user is the co-author.
func helpers(changes []*change) []string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) && len(names) < 5 {
			names = append(names, name)
		}
	}
	for _, c := range changes {
		if c.Helped {
			add(c.AuthorName)
			continue // the user is among the co-authors
		}
		for _, p := range c.CoAuthors {
			if foldEmail(p.Email) != foldEmail(c.AuthorEmail) {
				add(p.Name)
			}
		}
	}
	return names
}

// evidence lists the commits, what tells first and noise last.
func (m *matter) evidence() []rapport.Evidence {
	var telling, folded []rapport.Evidence
	for _, c := range m.changes {
		e := rapport.Evidence{Kind: "commit", Ref: c.SHA, Title: shorten(rapport.OneLine(c.Subject), 200)}
		if c.noise != "" {
			folded = append(folded, e)
			continue
		}
		telling = append(telling, e)
		for _, part := range c.parts {
			telling = append(telling, rapport.Evidence{Kind: "commit", Ref: part.SHA, Title: shorten(rapport.OneLine(part.Subject), 200)})
		}
	}
	return append(telling, folded...)
}

// guessKind guesses what is more than progress: a result where the words hold
// a measured one, a challenge where something that stood was taken back.
func guessKind(text string, telling []*change, guess func(string) (rapport.Kind, int)) (kind rapport.Kind, confidence int, why string) {
	var asked rapport.Kind
	sure := 0
	if guess != nil {
		asked, sure = guess(text)
	}
	for _, c := range telling {
		if c.head.takesBack != "" && len(telling) == 1 {
			return rapport.Challenge, 45, "it was taken back"
		}
	}
	switch {
	case hasResult(text):
		return rapport.Accomplishment, 60, "it names a result"
	case asked == rapport.Challenge && sure >= 70 && hasTrouble(text):
		return rapport.Challenge, 45, "it sounds like trouble"
	case hasTrouble(text):
		return rapport.Progress, 50, "it may be something your boss should know"
	}
	return rapport.Progress, 0, ""
}

// hasResult reports whether text measures what became better: a percentage, a
// factor, or from one number to another. A setting that was changed is none.
func hasResult(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	better, measured := false, false
	numbers := 0
	for i, w := range words {
		w = strings.Trim(w, ",.;:()~≈")
		better = better || listed(betterWords, w)
		if listed(settingWords, w) {
			return false
		}
		if !startsWithDigit(w) || looksLikeVersion(w) {
			continue
		}
		numbers++
		before := ""
		if i > 0 {
			before = words[i-1]
		}
		switch {
		case strings.HasSuffix(w, "%"), i+1 < len(words) && words[i+1] == "%",
			before == "by",
			strings.HasSuffix(w, "x") && leadingDigits(w) == w[:len(w)-1],
			numbers > 1 && (before == "to" || before == "->" || before == "→"):
			measured = true
		}
	}
	return better && measured
}

// betterWords say that something got better, settingWords that a number is
// somebody's choice and not a measure.
const (
	betterWords  = ` accelerated better boosted cheaper cut decreased dropped eliminated faster fewer halved improved increased less lowered optimised optimized quicker raised reduced saved shortened shrank shrunk smaller sped trimmed doubled tripled grew `
	settingWords = ` batch capacity default defaults delay font interval limit limits margin max maximum min minimum padding quota retention retries setting size threshold timeout timeouts ttl width `
)

func startsWithDigit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// hasTrouble reports whether text speaks of something that hurt people.
func hasTrouble(text string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "outage", "incident", "downtime", "vulnerability", "breach":
			return true
		}
	}
	return false
}
