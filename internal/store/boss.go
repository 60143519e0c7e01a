package store

import (
	"context"

	"rapport"
)

const selectBoss = `SELECT ` + recordColumns + `, b.slug, b.name, b.relation, b.role, b.zone, b.hours,
	b.evaluates, b.email, b.since, b.left_at, b.left_offset, b.left_line
	FROM bosses b JOIN records r ON r.id = b.id `

func scanBoss(r row) (b rapport.Boss, err error) {
	return b, r.Scan(append(recordFields(&b.ID, &b.Record), &b.Slug, &b.Name, &b.Relation, &b.Role,
		&b.Zone, &b.Hours, &b.Evaluates, &b.Email, &b.Since, &b.Left.At, &b.Left.Offset, &b.LeftLine)...)
}

// Bosses lists the owner's bosses in order of arrival, those who left included.
func (tx *Tx) Bosses(ctx context.Context, owner rapport.UserID) ([]rapport.Boss, error) {
	return list(ctx, tx, scanBoss, selectBoss+`WHERE b.user_id = $1 AND r.removed_at = 0 ORDER BY b.id`, owner)
}

// AllBosses lists removed bosses too, for the journal.
func (tx *Tx) AllBosses(ctx context.Context, owner rapport.UserID) ([]rapport.Boss, error) {
	return list(ctx, tx, scanBoss, selectBoss+`WHERE b.user_id = $1 ORDER BY b.id`, owner)
}

// InsertBoss adds a boss and fills in id and number.
func (tx *Tx) InsertBoss(ctx context.Context, b *rapport.Boss) error {
	id, err := tx.insertRecord(ctx, BossNoun, &b.Record)
	if err != nil {
		return err
	}
	b.ID = rapport.BossID(id)
	if err := tx.exec(ctx, `
		INSERT INTO bosses (id, user_id, slug, name, relation, role, zone, hours, evaluates, email, since, left_at, left_offset, left_line)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		b.ID, b.Owner, b.Slug, b.Name, b.Relation, b.Role, b.Zone, b.Hours, b.Evaluates, b.Email, b.Since,
		b.Left.At, b.Left.Offset, b.LeftLine); err != nil {
		return err
	}
	return tx.index(ctx, b.Owner, id, b.Name, b.Role)
}

// UpdateBoss writes all that is known of a boss.
func (tx *Tx) UpdateBoss(ctx context.Context, b rapport.Boss) error {
	if err := tx.update(ctx, BossNoun, b.Slug, `
		UPDATE bosses SET slug = $1, name = $2, relation = $3, role = $4, zone = $5, hours = $6,
			evaluates = $7, email = $8, since = $9, left_at = $10, left_offset = $11, left_line = $12
		WHERE id = $13 AND user_id = $14`,
		b.Slug, b.Name, b.Relation, b.Role, b.Zone, b.Hours, b.Evaluates, b.Email, b.Since,
		b.Left.At, b.Left.Offset, b.LeftLine, b.ID, b.Owner); err != nil {
		return err
	}
	return tx.reindex(ctx, b.Owner, int64(b.ID), b.Name, b.Role)
}
