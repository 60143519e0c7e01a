package store

import (
	"context"

	"rapport"
)

const selectSource = `SELECT ` + recordColumns + `, s.kind, s.location, s.title, coalesce(s.project_id, 0)
	FROM sources s JOIN records r ON r.id = s.id `

func scanSource(r row) (s rapport.Source, err error) {
	return s, r.Scan(append(recordFields(&s.ID, &s.Record), &s.Kind, &s.Location, &s.Title, &s.Project)...)
}

// Sources lists the owner's sources in order of arrival.
func (tx *Tx) Sources(ctx context.Context, owner rapport.UserID) ([]rapport.Source, error) {
	return list(ctx, tx, scanSource, selectSource+`WHERE s.user_id = $1 AND r.removed_at = 0 ORDER BY s.id`, owner)
}

// AllSources lists removed sources too, for the journal.
func (tx *Tx) AllSources(ctx context.Context, owner rapport.UserID) ([]rapport.Source, error) {
	return list(ctx, tx, scanSource, selectSource+`WHERE s.user_id = $1 ORDER BY s.id`, owner)
}

// InsertSource adds a source and fills in id and number.
func (tx *Tx) InsertSource(ctx context.Context, s *rapport.Source) error {
	id, err := tx.insertRecord(ctx, SourceNoun, &s.Record)
	if err != nil {
		return err
	}
	s.ID = rapport.SourceID(id)
	return tx.exec(ctx, `INSERT INTO sources (id, user_id, kind, location, title, project_id, cursor)
		VALUES ($1, $2, $3, $4, $5, $6, '')`, s.ID, s.Owner, s.Kind, s.Location, s.Title, nullable(s.Project))
}

// UpdateSource writes all of a source but its cursor.
func (tx *Tx) UpdateSource(ctx context.Context, s rapport.Source) error {
	return tx.update(ctx, SourceNoun, s.Title, `UPDATE sources SET kind = $1, location = $2, title = $3, project_id = $4 WHERE id = $5 AND user_id = $6`,
		s.Kind, s.Location, s.Title, nullable(s.Project), s.ID, s.Owner)
}

// Cursor returns how far a source was read.
func (tx *Tx) Cursor(ctx context.Context, owner rapport.UserID, id rapport.SourceID) (string, error) {
	cursor, _, err := one(ctx, tx, scanString, `SELECT cursor FROM sources WHERE id = $1 AND user_id = $2`, id, owner)
	return cursor, err
}

// SetCursor remembers how far a source was read.
func (tx *Tx) SetCursor(ctx context.Context, owner rapport.UserID, id rapport.SourceID, cursor string) error {
	return tx.update(ctx, SourceNoun, id, `UPDATE sources SET cursor = $1 WHERE id = $2 AND user_id = $3`, cursor, id, owner)
}

// RawItem is one thing a source said, as it was fetched.
type RawItem struct {
	Key  string
	Day  rapport.Day
	Body string
}

// PutRawItem keeps what a source said; what is there already stays.
func (tx *Tx) PutRawItem(ctx context.Context, owner rapport.UserID, source rapport.SourceID, item RawItem) error {
	return tx.exec(ctx, `INSERT INTO raw_items (source_id, user_id, key, day, body)
		SELECT s.id, s.user_id, CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT) FROM sources s WHERE s.id = $4 AND s.user_id = $5
		ON CONFLICT (source_id, key) DO NOTHING`, item.Key, item.Day, item.Body, source, owner)
}

// RawItems lists what a source said from a day on, in the order of days.
func (tx *Tx) RawItems(ctx context.Context, owner rapport.UserID, source rapport.SourceID, from rapport.Day) ([]RawItem, error) {
	return list(ctx, tx, func(r row) (i RawItem, err error) {
		return i, r.Scan(&i.Key, &i.Day, &i.Body)
	}, `SELECT key, day, body FROM raw_items WHERE source_id = $1 AND user_id = $2 AND day >= $3 ORDER BY day, key`,
		source, owner, from)
}

// RawKeysBefore lists the keys of items from a day on that sources older than
// this one said too, such as those of another work tree of one repository.
func (tx *Tx) RawKeysBefore(ctx context.Context, owner rapport.UserID, source rapport.SourceID, from rapport.Day) ([]string, error) {
	return list(ctx, tx, scanString, `SELECT DISTINCT r.key FROM raw_items r
		JOIN sources s ON s.user_id = r.user_id AND s.id < r.source_id
		JOIN raw_items o ON o.source_id = s.id AND o.key = r.key
		WHERE r.source_id = $1 AND r.user_id = $2 AND r.day >= $3 ORDER BY r.key`, source, owner, from)
}

// EarliestRaw returns the first day of which something a source said is kept,
// empty where nothing is.
func (tx *Tx) EarliestRaw(ctx context.Context, owner rapport.UserID, source rapport.SourceID) (rapport.Day, error) {
	day, _, err := one(ctx, tx, scanValue[rapport.Day],
		`SELECT coalesce(min(day), '') FROM raw_items WHERE source_id = $1 AND user_id = $2`, source, owner)
	return day, err
}
