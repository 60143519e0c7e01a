package nudges

import (
	"context"

	"rapport"
	"rapport/internal/coach"
)

// Why says why a rule has nothing for a boss, or why what it has is not shown
// today.
type Why struct {
	Rule, Title, Source string
	// Shown are what is shown today after all, Resting what rests.
	Shown   []coach.Finding
	Resting []Resting
	// Silent are the conditions that failed.
	Silent []coach.Silence
	Facts  *coach.Facts
}

// WhyNot asks a rule why it is silent, about one boss or, for the empty slug,
// about all.
func (s *Service) WhyNot(ctx context.Context, id string, boss rapport.Slug) (w Why, err error) {
	rule, err := coach.FindRule(id)
	if err != nil {
		return w, err
	}
	d, err := s.ask(ctx, s.Now())
	if err != nil {
		return w, err
	}
	var b rapport.Boss
	if boss != "" {
		if b, err = rapport.FindBoss(d.Facts.Names.Bosses, boss); err != nil {
			return w, err
		}
	}
	w = Why{Rule: rule.ID, Title: rule.Title, Source: rule.Source, Facts: d.Facts}
	fits := func(f coach.Finding) bool { return f.Rule == rule.ID && (b.ID == 0 || f.Boss == 0 || f.Boss == b.ID) }
	for _, f := range d.Shown {
		if fits(f) {
			w.Shown = append(w.Shown, f)
		}
	}
	for _, r := range d.Resting {
		if fits(r.Finding) {
			w.Resting = append(w.Resting, r)
		}
	}
	w.Silent = d.Advice.WhyNot(d.Facts, rule.ID, b.ID)
	return w, nil
}

// RuleInfo is what people may know of a rule.
type RuleInfo struct{ ID, Title, Source string }

// Rules lists the rules of the coach.
func Rules() []RuleInfo {
	all := coach.Rules()
	infos := make([]RuleInfo, len(all))
	for i, r := range all {
		infos[i] = RuleInfo{r.ID, r.Title, r.Source}
	}
	return infos
}
