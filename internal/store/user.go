package store

import (
	"context"

	"rapport"
)

const userColumns = `u.id, u.slug, u.name, u.zone, u.locale, u.work_days, u.editor, u.names, u.emails, u.sample`

func scanUser(r row) (u rapport.User, err error) {
	return u, r.Scan(append(userFields(&u), recordFields(&u.ID, &u.Record)...)...)
}

func userFields(u *rapport.User) []any {
	return []any{
		&u.ID, &u.Slug, &u.Name, &u.Zone, &u.Locale, &u.WorkDays, &u.Editor,
		jsonList[string]{&u.Names},
		jsonList[string]{&u.Emails},
		&u.Sample,
	}
}

// User finds the user called slug.
func (tx *Tx) User(ctx context.Context, slug rapport.Slug) (rapport.User, bool, error) {
	return one(ctx, tx, scanUser, `SELECT `+userColumns+`, `+recordColumns+`
		FROM users u JOIN records r ON r.id = u.id WHERE u.slug = $1`, slug)
}

// InsertUser adds a user, who owns their own record.
func (tx *Tx) InsertUser(ctx context.Context, u *rapport.User) error {
	names, emails, err := identities(*u)
	if err != nil {
		return err
	}
	// The row of the user must be there before the record that it owns; both
	// carry the same id.
	u.ID = rapport.UserID(tx.ids.next())
	u.Owner = u.ID
	if u.Line == "" {
		u.Line = tx.ids.line()
	}
	if err := tx.exec(ctx, `
		INSERT INTO users (id, slug, name, zone, locale, work_days, editor, names, emails, sample)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		u.ID, u.Slug, u.Name, u.Zone, u.Locale, u.WorkDays, u.Editor, names, emails, flag(u.Sample)); err != nil {
		return err
	}
	return tx.exec(ctx, `
		INSERT INTO records (id, user_id, noun, number, line, at, at_offset, removed_at)
		VALUES ($1, $1, $2, 0, $3, $4, $5, 0)`, u.ID, UserNoun, u.Line, u.At.At, u.At.Offset)
}

// UpdateUser writes what the user says of themselves.
func (tx *Tx) UpdateUser(ctx context.Context, u rapport.User) error {
	names, emails, err := identities(u)
	if err != nil {
		return err
	}
	return tx.update(ctx, UserNoun, u.Slug, `
		UPDATE users SET name = $1, zone = $2, locale = $3, work_days = $4, editor = $5, names = $6, emails = $7, sample = $8
		WHERE id = $9`, u.Name, u.Zone, u.Locale, u.WorkDays, u.Editor, names, emails, flag(u.Sample), u.ID)
}

// AdoptUserLine gives the user the journal identity of an imported line, so
// that a store made for the import ends as the store that was exported.
func (tx *Tx) AdoptUserLine(ctx context.Context, u rapport.User) error {
	if err := tx.exec(ctx, `UPDATE records SET line = $1 WHERE id = $2`, u.Line, u.ID); err != nil {
		return err
	}
	return tx.setAt(ctx, u.ID, int64(u.ID), u.At)
}

func identities(u rapport.User) (names, emails string, err error) {
	if names, err = asJSON(u.Names); err != nil {
		return "", "", err
	}
	emails, err = asJSON(u.Emails)
	return names, emails, err
}

// flag stores a boolean as both databases keep it.
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Users lists everybody who has a record in the store: for what is done to the
// store as a whole, such as bringing it up to date.
func (tx *Tx) Users(ctx context.Context) ([]rapport.User, error) {
	return list(ctx, tx, scanUser, `SELECT `+userColumns+`, `+recordColumns+`
		FROM users u JOIN records r ON r.id = u.id ORDER BY u.id`)
}
