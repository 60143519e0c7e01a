// Package meetings holds the use-cases about conversations with a boss: the
// agreed rhythm of one-on-ones, meetings booked, held, cancelled, missed and
// moved, the agenda of the next one, and what came of one that was held.
//
// Reach first for [Service.Agenda], what the next one-on-one is about, and
// [Service.After], which takes down in one go what came of one. [Service.Met],
// [Service.Book], [Service.Cancelled], [Service.Missed] and [Service.Moved] say
// what became of meetings, [Service.SetRhythm] what was agreed, and
// [Service.Overview] shows it all with [Neglect], the days since the last
// contact of each sort.
//
// Everything that is said of a relation here is a count or a dated fact, never
// a score. What may be handed to a boss is a [Handout], which has no place for
// anything private.
package meetings
