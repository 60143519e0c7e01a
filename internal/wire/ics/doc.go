// Package ics writes calendars in the form that calendar programs open and
// subscribe to (iCalendar, RFC 5545).
//
// Reach first for [Calendar] and its method Encode. What is written is
// canonical: the same calendar with the same stamp gives the same bytes,
// whatever the order of its events, so that a feed changes only when something
// in it does. Each time zone in use comes with its own clock changes
// (VTIMEZONE), derived from the zone database, for programs that do not know
// it by name.
//
// A calendar is made of plain text only; nothing private has a place in it.
package ics
