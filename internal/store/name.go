package store

import (
	"cmp"
	"context"
	"slices"

	"rapport"
)

// Named is a boss, a goal or a project as lists call it.
type Named struct {
	ID    rapport.RecordID
	Noun  Noun
	Slug  rapport.Slug
	Title string
}

// Titles lists what the owner's bosses, goals and projects are called, in order
// of arrival: in one query, for lists that show nothing else of them.
func (tx *Tx) Titles(ctx context.Context, owner rapport.UserID) ([]Named, error) {
	names, err := list(ctx, tx, func(r row) (n Named, err error) {
		return n, r.Scan(&n.ID, &n.Noun, &n.Slug, &n.Title)
	}, `SELECT b.id, r.noun, b.slug, b.name FROM bosses b JOIN records r ON r.id = b.id
			WHERE b.user_id = $1 AND r.removed_at = 0
		UNION ALL SELECT g.id, r.noun, g.slug, g.title FROM goals g JOIN records r ON r.id = g.id
			WHERE g.user_id = $1 AND r.removed_at = 0
		UNION ALL SELECT p.id, r.noun, p.slug, p.title FROM projects p JOIN records r ON r.id = p.id
			WHERE p.user_id = $1 AND r.removed_at = 0`, owner)
	slices.SortFunc(names, func(a, b Named) int { return cmp.Compare(a.ID, b.ID) })
	return names, err
}
