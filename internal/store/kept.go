package store

import (
	"context"

	"rapport"
)

// KeptLine is a journal line that is kept as it came: of a type this version
// does not know, or replaced by a later line of the same name.
type KeptLine struct {
	ID rapport.RecordID
	rapport.Record
	Type string
	// Body is the whole line.
	Body string
	// Why says why it is kept: "unknown" or "replaced".
	Why string
}

const selectKept = `SELECT ` + recordColumns + `, k.type, k.body, k.why FROM kept_lines k JOIN records r ON r.id = k.id `

func scanKept(r row) (k KeptLine, err error) {
	return k, r.Scan(append(recordFields(&k.ID, &k.Record), &k.Type, &k.Body, &k.Why)...)
}

// KeptByID reads kept lines by id.
func (tx *Tx) KeptByID(ctx context.Context, owner rapport.UserID, ids []rapport.RecordID) ([]KeptLine, error) {
	return byIDs(ctx, tx, scanKept, selectKept, owner, ids)
}

// InsertKept keeps a line and fills in its id.
func (tx *Tx) InsertKept(ctx context.Context, k *KeptLine) error {
	id, err := tx.insertRecord(ctx, KeptNoun, &k.Record)
	if err != nil {
		return err
	}
	k.ID = rapport.RecordID(id)
	return tx.exec(ctx, `INSERT INTO kept_lines (id, user_id, type, body, why) VALUES ($1, $2, $3, $4, $5)`,
		k.ID, k.Owner, k.Type, k.Body, k.Why)
}

// KeptFor lists the owner's lines that are kept for a reason, in the order of
// the journal.
func (tx *Tx) KeptFor(ctx context.Context, owner rapport.UserID, why string) ([]KeptLine, error) {
	return list(ctx, tx, scanKept, selectKept+`WHERE k.user_id = $1 AND k.why = $2 ORDER BY r.at, r.id`, owner, why)
}
