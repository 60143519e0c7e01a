// Package store keeps the record: the only SQL of the product, for SQLite and
// PostgreSQL alike.
//
// Reach first for [Open], then for [DB.Read] and [DB.Write]. Both take a
// callback and hand it a [Tx]; the caller owns the transaction and everything
// in a callback happens or none of it does. A Write callback may run more than
// once (PostgreSQL retries after a serialization failure), so it must be
// repeatable: no effects outside the transaction, and results assigned, never
// appended to, outside it. When Write returns nil the change is on disk.
//
// Every query stands once, next to its Scan, in a file named after its noun;
// both databases run the same text and the same conformance suite (package
// storetest). What differs between them is a value of type dialect. Every
// query of a user's things takes the owner as its first argument.
//
// The store translates rows to nouns and back. It decides nothing about what
// they mean: an if about business meaning in this package is a bug.
package store
