package store

import (
	"encoding/json"
	"fmt"
)

// jsonList is how a list of plain values stands in one column.
type jsonList[T any] struct{ values *[]T }

// Scan reads the column.
func (l jsonList[T]) Scan(src any) error {
	switch src := src.(type) {
	case string:
		return l.scanText([]byte(src))
	case []byte:
		return l.scanText(src)
	}
	return fmt.Errorf("a list was stored as %T", src)
}

// scanText reads the column's text, which it does not keep.
func (l jsonList[T]) scanText(text []byte) error {
	if len(text) == 0 || string(text) == "[]" {
		*l.values = nil
		return nil
	}
	return json.Unmarshal(text, l.values)
}

// asJSON writes a list for its column.
func asJSON[T any](values []T) (string, error) {
	if len(values) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(values)
	return string(text), err
}
