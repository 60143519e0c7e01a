package journal

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/store"
	"rapport/internal/when"
)

// searchWindow is how many of the newest matches are ranked against each
// other. It bounds the cost of a common word in a long record.
const searchWindow = 30

// SearchPage is one page of what was found.
type SearchPage struct {
	Hits []Hit
	// Next continues behind this page; empty on the last one.
	Next string
}

// Hit is a record found, with the places of the words searched for.
type Hit struct {
	Shown
	// Text is the line that is shown; Marks are the places in it, in bytes.
	Text  string
	Marks []Mark
}

// Mark is a stretch of a text, in bytes.
type Mark struct{ Start, End int }

// query is what a search line means.
type query struct {
	store.SearchFilter
	terms   []store.Term
	project rapport.Slug
	boss    rapport.Slug
}

// Search finds records by words ("all of these"), "phrases in quotes",
// prefix*, kind:, project:, boss:, since:, until: and is:private. The newest
// matches come in windows; within a window those rank first that have the
// words whole, close to their beginning and in short lines. The cursor is the
// Next of the page before.
func (s *Service) Search(ctx context.Context, text, cursor string, limit int) (page SearchPage, names Names, err error) {
	q, err := s.parseQuery(text)
	if err != nil {
		return page, names, err
	}
	before, skip, err := parseCursor(cursor)
	if err != nil {
		return page, names, err
	}
	err = s.DB.Read(ctx, func(tx *store.Tx) error {
		page = SearchPage{}
		if names, err = s.shortNames(ctx, tx); err != nil {
			return err
		}
		if err := q.resolve(names); err != nil {
			return err
		}
		q.Before, q.Limit = before, searchWindow+1
		refs, err := tx.Search(ctx, s.User.ID, q.SearchFilter)
		if err != nil {
			return err
		}
		more := len(refs) > searchWindow
		refs = refs[:min(len(refs), searchWindow)]
		shown, err := s.load(ctx, tx, refs)
		if err != nil {
			return err
		}
		hits := rank(shown, q.terms)
		page.Hits = hits[min(skip, len(hits)):min(skip+limit, len(hits))]
		switch {
		case skip+limit < len(hits):
			page.Next = formatCursor(before, skip+limit)
		case more:
			page.Next = formatCursor(refs[len(refs)-1].ID, 0)
		}
		// Of a window only the page is shown, and only what is shown is read whole.
		on := make([]Shown, len(page.Hits))
		for i, hit := range page.Hits {
			on[i] = hit.Shown
		}
		return s.complete(ctx, tx, on...)
	})
	return page, names, err
}

func (q *query) resolve(names Names) error {
	if q.project != "" {
		p, err := rapport.FindProject(names.Projects, q.project)
		if err != nil {
			return err
		}
		q.Project = p.ID
	}
	if q.boss != "" {
		b, err := rapport.FindBoss(names.Bosses, q.boss)
		if err != nil {
			return err
		}
		q.Boss = b.ID
	}
	return nil
}

// parseQuery reads a search line. Quotes and punctuation never break it: what
// is no known filter is words.
func (s *Service) parseQuery(text string) (q query, err error) {
	for _, token := range splitQuery(text) {
		key, value, isFilter := strings.Cut(token.text, ":")
		if token.quoted || !isFilter || value == "" {
			q.addWords(token.text, token.quoted)
			continue
		}
		switch strings.ToLower(key) {
		case "kind":
			err = q.addKind(strings.ToLower(value))
		case "project":
			q.project = rapport.ParseSlug(value)
		case "boss":
			q.boss = rapport.ParseSlug(value)
		case "since", "until":
			err = s.addBound(&q, strings.ToLower(key), value)
		case "is":
			if value != "private" {
				return q, rapport.Errorf(rapport.Invalid, "is:%s is not known", value).WithHint("is:private searches your private notes")
			}
			q.Private = true
		default:
			q.addWords(token.text, false)
		}
		if err != nil {
			return q, err
		}
	}
	q.Terms = q.terms
	if len(q.Terms) == 0 && !q.Private && len(q.Kinds) == 0 && len(q.Nouns) == 0 && q.project == "" && q.boss == "" && q.From == 0 && q.Until == 0 {
		return q, rapport.Errorf(rapport.Invalid, "there is nothing to search for").
			WithHint(`rapport search "waiting time" kind:accomplishment since:2026-01-01`)
	}
	return q, nil
}

func (q *query) addKind(value string) error {
	for _, noun := range [...]store.Noun{store.ReportNoun, store.GoalNoun, store.BossNoun, store.ProjectNoun, store.CalendarNoun, store.EntryNoun} {
		if string(noun) == value {
			q.Nouns = append(q.Nouns, noun)
			return nil
		}
	}
	kind, ok := capture.KindNamed(value)
	if !ok {
		_, err := rapport.ParseKind(value) // names the kinds there are
		return err
	}
	q.Kinds = append(q.Kinds, kind)
	return nil
}

func (s *Service) addBound(q *query, key, value string) error {
	p, err := when.ParsePeriod(value, s.clock(when.Log))
	if err != nil {
		return err
	}
	zone := s.Now().Location()
	if key == "since" {
		q.From = rapport.InstantOf(p.From.In(zone))
		return nil
	}
	last := p.Until
	if last == "" {
		last = p.From
	}
	q.Until = rapport.InstantOf(last.Add(1).In(zone))
	return nil
}

func (q *query) addWords(text string, phrase bool) {
	words := store.Words(text)
	if len(words) == 0 {
		return
	}
	term := store.Term{Prefix: !phrase && strings.HasSuffix(text, "*")}
	for _, w := range words {
		term.Words = append(term.Words, w.Folded)
	}
	q.terms = append(q.terms, term)
}

type queryToken struct {
	text   string
	quoted bool
}

// splitQuery cuts a search line at white space; quotes hold a phrase together
// and one that is never closed reaches to the end. A quote behind a filter's
// colon belongs to its value.
func splitQuery(text string) []queryToken {
	var tokens []queryToken
	var b strings.Builder
	quoted, inQuotes := false, false
	flush := func() {
		if b.Len() > 0 {
			tokens = append(tokens, queryToken{b.String(), quoted})
		}
		b.Reset()
		quoted = false
	}
	for _, r := range text {
		switch {
		case r == '"' || r == '“' || r == '”':
			if !inQuotes && b.Len() == 0 {
				quoted = true
			}
			inQuotes = !inQuotes
			if !inQuotes {
				flush()
			}
		case !inQuotes && (r == ' ' || r == '\t' || r == '\n' || r == '\u00a0'):
			flush()
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return tokens
}

// rank orders hits: more of the searched words whole first, then those that
// stand early in a short line, then the newest.
func rank(shown []Shown, terms []store.Term) []Hit {
	type ranked struct {
		Hit
		score float64
	}
	all := make([]ranked, 0, len(shown))
	for _, one := range shown {
		hit := Hit{Shown: one, Text: one.Line()}
		words := store.Words(hit.Text)
		score := 0.0
		for _, t := range terms {
			best := 0.0
			for i := range words {
				whole, ok := matches(words[i:], t)
				if !ok {
					continue
				}
				hit.Marks = append(hit.Marks, Mark{words[i].Start, words[i+len(t.Words)-1].End})
				value := 1 / (1 + 0.05*float64(i) + 0.01*float64(len(words)))
				if whole {
					value++
				}
				best = max(best, value)
			}
			score += best
		}
		slices.SortFunc(hit.Marks, func(a, b Mark) int { return a.Start - b.Start })
		all = append(all, ranked{hit, score})
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	hits := make([]Hit, len(all))
	for i, r := range all {
		hits[i] = r.Hit
	}
	return hits
}

// matches reports whether words begin with the term, and whether the last
// word is matched whole.
func matches(words []store.Word, t store.Term) (whole, ok bool) {
	if len(words) < len(t.Words) {
		return false, false
	}
	for i, w := range t.Words {
		have := words[i].Folded
		switch {
		case have == w:
			whole = true
		case t.Prefix && i == len(t.Words)-1 && strings.HasPrefix(have, w):
			whole = false
		default:
			return false, false
		}
	}
	return whole, true
}

// Line is the record in one line, for lists.
func (s Shown) Line() string {
	switch {
	case s.Entry != nil && s.Entry.Outcome != "":
		return s.Entry.Text + " → " + s.Entry.Outcome
	case s.Entry != nil:
		return s.Entry.Text
	case s.Note != nil:
		return rapport.OneLine(s.Note.Text.Reveal())
	case s.Boss != nil && s.Boss.Role != "":
		return s.Boss.Name + ", " + s.Boss.Role
	case s.Boss != nil:
		return s.Boss.Name
	case s.Goal != nil:
		return s.Goal.Title
	case s.Project != nil:
		return s.Project.Title
	case s.Source != nil:
		return s.Source.Title
	case s.Proposal != nil:
		return s.Proposal.Text
	case s.Report != nil:
		return rapport.OneLine(s.Report.Text)
	case s.Calendar != nil:
		return s.Calendar.Text
	case s.Fact != nil:
		return rapport.OneLine(s.Fact.Text)
	case s.Private != nil:
		return rapport.OneLine(s.Private.Text.Reveal())
	}
	return ""
}

// Day is the day of the record in the offset it was written with.
func (s Shown) Day() rapport.Day {
	if s.Entry != nil {
		return s.Entry.Day
	}
	return rapport.DayOf(s.Ref.At.Time().In(time.FixedZone("", s.Ref.At.Offset*60)))
}
