package store

import (
	"context"

	"rapport"
)

const selectGoal = `SELECT ` + recordColumns + `, g.boss_id, g.slug, g.title, g.confirmed, g.due, g.source, g.owned_by, g.horizon,
	g.confirmed_on, g.played_back, g.closed
	FROM goals g JOIN records r ON r.id = g.id `

func scanGoal(r row) (g rapport.Goal, err error) {
	return g, r.Scan(append(recordFields(&g.ID, &g.Record), &g.Boss, &g.Slug, &g.Title, &g.Confirmed, &g.Due, &g.Source, &g.OwnedBy,
		&g.Horizon, &g.ConfirmedOn, &g.PlayedBack, &g.Closed)...)
}

// Goals lists the goals of all the owner's bosses in order of arrival, closed
// ones included.
func (tx *Tx) Goals(ctx context.Context, owner rapport.UserID) ([]rapport.Goal, error) {
	return list(ctx, tx, scanGoal, selectGoal+`WHERE g.user_id = $1 AND r.removed_at = 0 ORDER BY g.id`, owner)
}

// AllGoals lists removed goals too, for the journal.
func (tx *Tx) AllGoals(ctx context.Context, owner rapport.UserID) ([]rapport.Goal, error) {
	return list(ctx, tx, scanGoal, selectGoal+`WHERE g.user_id = $1 ORDER BY g.id`, owner)
}

// InsertGoal adds a goal and fills in id and number.
func (tx *Tx) InsertGoal(ctx context.Context, g *rapport.Goal) error {
	id, err := tx.insertRecord(ctx, GoalNoun, &g.Record)
	if err != nil {
		return err
	}
	g.ID = rapport.GoalID(id)
	if err := tx.exec(ctx, `INSERT INTO goals (id, user_id, boss_id, slug, title, confirmed, due, source, owned_by, horizon, confirmed_on, played_back, closed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		g.ID, g.Owner, g.Boss, g.Slug, g.Title, flag(g.Confirmed), g.Due, g.Source, g.OwnedBy, g.Horizon, g.ConfirmedOn,
		g.PlayedBack, g.Closed); err != nil {
		return err
	}
	return tx.index(ctx, g.Owner, id, g.Title)
}

// UpdateGoal writes all that is known of a goal.
func (tx *Tx) UpdateGoal(ctx context.Context, g rapport.Goal) error {
	if err := tx.update(ctx, GoalNoun, g.Slug, `UPDATE goals SET boss_id = $1, slug = $2, title = $3, confirmed = $4, due = $5,
			source = $6, owned_by = $7, horizon = $8, confirmed_on = $9, played_back = $10, closed = $11
		WHERE id = $12 AND user_id = $13`,
		g.Boss, g.Slug, g.Title, flag(g.Confirmed), g.Due, g.Source, g.OwnedBy, g.Horizon, g.ConfirmedOn, g.PlayedBack, g.Closed, g.ID, g.Owner); err != nil {
		return err
	}
	return tx.reindex(ctx, g.Owner, int64(g.ID), g.Title)
}
