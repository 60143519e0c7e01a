package store

import (
	"context"
	"strings"
)

// KeyOf makes a key, which nothing outside can do yet.
func KeyOf(secret []byte) Key { return Key{secret} }

// Dump returns the rows of a table as texts, in a fixed order.
func Dump(ctx context.Context, tx *Tx, table string) ([]string, error) {
	columns, err := list(ctx, tx, scanString, tx.d.columns, table)
	if err != nil {
		return nil, err
	}
	for i, column := range columns {
		columns[i] = `coalesce(CAST(` + column + ` AS TEXT), '-')`
	}
	return list(ctx, tx, scanString, `SELECT `+strings.Join(columns, ` || '|' || `)+` FROM `+table+` ORDER BY 1`)
}
