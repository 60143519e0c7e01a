package desk

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/store"
)

// Profile is what is known today of how a boss works, and the last day before
// which nothing about them is taken for granted, empty for none. The evidence
// in it holds observations, so it is for the owner's own eyes; its values
// alone, [profile.Profile.Style], may shape what leaves.
func (d Desk) Profile(ctx context.Context, tx *store.Tx, names rapport.Names, boss rapport.Boss) (p profile.Profile, reorganised rapport.Day, err error) {
	y := &styles{tx: tx, owner: d.User.ID, names: names}
	if p, err = y.of(ctx, boss, d.Today()); err != nil || len(y.changed) == 0 {
		return p, "", err
	}
	return p, slices.Max(y.changed), nil
}

// styles computes profiles within one transaction.
type styles struct {
	tx    *store.Tx
	owner rapport.UserID
	names rapport.Names
	// within are the bosses whose profile is being computed: values that are
	// copied in a circle come from nobody.
	within []rapport.BossID
	// changed are the days of the boss last computed before which nothing is
	// taken for granted.
	changed []rapport.Day
}

// of computes the profile of a boss on a day.
func (y *styles) of(ctx context.Context, boss rapport.Boss, day rapport.Day) (p profile.Profile, err error) {
	items, err := y.own(ctx, boss, day)
	if err != nil {
		return p, err
	}
	inherited, err := y.inherited(ctx, boss, day)
	if err != nil {
		return p, err
	}
	y.changed, err = y.reorganised(ctx, boss)
	return profile.Compute(append(items, inherited...), y.changed, day), err
}

// seenMost is how many observations of a boss are weighed at most, the newest.
const seenMost = 60

// own is the evidence about the boss themselves.
func (y *styles) own(ctx context.Context, boss rapport.Boss, day rapport.Day) (items []profile.Item, err error) {
	filter := store.FactFilter{Boss: boss.ID, Period: rapport.Period{Until: day}}
	preferences, err := store.Preferences.List(ctx, y.tx, y.owner, filter)
	if err != nil {
		return nil, err
	}
	for _, p := range preferences {
		if p.EndedOn != "" && p.EndedOn <= day {
			continue
		}
		grade, err := profile.ParseGrade(string(p.Grade))
		if err != nil || grade == profile.Observation {
			// Words that this program does not know, and sights that were kept
			// as preferences, count as the weakest.
			grade = profile.Assumption
		}
		items = append(items, profile.Item{
			Ref: string(p.Line), Day: p.Day(), At: p.At.At, About: p.Dim, Value: p.Value, Grade: grade, Text: p.Evidence,
		})
	}
	// What was seen loses its weight; what lost all of it need not be read.
	filter.From, filter.Limit = day.Add(-profile.Forgotten), seenMost
	seen, err := store.Observations.List(ctx, y.tx, y.owner, filter)
	for _, o := range seen {
		item := profile.Item{Ref: string(o.Line), Day: o.Day(), At: o.At.At, About: o.Dim, Value: o.Value, Grade: profile.Observation, Private: o.Text}
		if item.Value == "" {
			if d, v, ok := profile.ReadObservation(o.Dim, o.Text); ok {
				item.About, item.Value = string(d), string(v)
			}
		}
		items = append(items, item)
	}
	return items, err
}

// inherited is what was taken over from other bosses, as it stood on the day of
// the copy.
func (y *styles) inherited(ctx context.Context, boss rapport.Boss, day rapport.Day) (items []profile.Item, err error) {
	copies, err := store.PreferenceCopies.List(ctx, y.tx, y.owner, store.FactFilter{Boss: boss.ID, Period: rapport.Period{Until: day}})
	if err != nil || slices.Contains(y.within, boss.ID) {
		return nil, err
	}
	y.within = append(y.within, boss.ID)
	defer func() { y.within = y.within[:len(y.within)-1] }()
	for _, c := range copies {
		from := y.names.Boss(c.From)
		then, err := y.of(ctx, from, c.Day())
		if err != nil {
			return nil, err
		}
		for _, f := range then.Findings {
			if f.Value == profile.Unknown || f.InheritedFrom != "" {
				continue
			}
			items = append(items, profile.Item{
				Ref: string(c.Line), Day: c.Day(), At: c.At.At, About: string(f.Dimension), Value: string(f.Value),
				Grade: profile.Assumption, InheritedFrom: string(from.Slug),
			})
		}
	}
	return items, nil
}

// reorganised are the days before which nothing is taken for granted: a
// reorganisation, and the return of a boss who had left.
func (y *styles) reorganised(ctx context.Context, boss rapport.Boss) (days []rapport.Day, err error) {
	all, err := store.Reorganisations.List(ctx, y.tx, y.owner, store.FactFilter{})
	for _, r := range all {
		if r.Boss == 0 || r.Boss == boss.ID {
			days = append(days, r.Day())
		}
	}
	if boss.Since > rapport.DayOf(boss.At.Time()) {
		days = append(days, boss.Since)
	}
	return days, err
}
