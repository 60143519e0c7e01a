// Package calendar reads calendars (.ics) and finds in them what matters
// between a person and a boss: one-on-ones, leave and public holidays.
//
// Reach first for [Read], which fetches raw text from a file, a folder or an
// address that the user configured, and for [Events], a pure function that
// turns raw text into the events of a window. They are kept apart on purpose:
// what was fetched is kept as it is, so that a better [Events] needs no
// network. [OneOnOnes], [Leave] and [PublicHolidays] then say which events are
// which, each with its reason; nothing counts before the user agreed.
//
// # What a series becomes
//
// [Events] follows RRULE, RDATE, EXDATE and RECURRENCE-ID and answers with one
// [Event] for each meeting of the window, also for those that were called off:
// an [Event] says whether it is as planned, was moved (and from when), or was
// called off (and how). A rule without end costs no more than its part of the
// window.
//
// # Clocks
//
// A time belongs to a zone by its TZID, and programs write those as they like:
// IANA names, the names Windows uses, names people read in a menu, paths. What
// is known by name follows the zone database; an unknown name follows the
// VTIMEZONE block that comes with it. A wall time that clocks skip is the one
// as many minutes after the change; one that they show twice is the first (RFC
// 5545, 3.3.5). A time without a zone is read in the calendar's own
// (X-WR-TIMEZONE), or else in the user's.
//
// # Broken calendars
//
// Nothing is lost for a mistake elsewhere: an event that cannot be understood
// is left out with a [Warning] that names file and line, and the others stay.
// Something that is no calendar at all (a web page, a zip archive) is an error
// that says what it is and what to do. There are limits on size and number;
// the constants of this package name them.
package calendar
