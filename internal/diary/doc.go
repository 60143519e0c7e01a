// Package diary puts what is on record into a calendar: one-on-ones, the days on
// which reports are due, the promises of the user.
//
// Reach for [Service.Calendar], which returns an [ics.Calendar] to be written or
// served. It is built from nouns that hold nothing private. Each event has an
// identity made of the identity of its record, so that a program that reads the
// file again changes its events and makes no new ones.
package diary
