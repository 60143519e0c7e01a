// Package rapport holds the nouns of the upward half of a working life: the
// user, their bosses, those bosses' goals, the projects, the dated entries of
// work, the reports made of them, and what each boss has been told.
//
// Reach first for [Entry], the one line of work that everything else is
// computed from, then for [Boss], [Goal] and [Project], which give it meaning,
// and [Report], which carries it upwards. [Record] is what all of them have in
// common: an owner, a short number for people to type, and a place in the
// journal.
//
// The package is a leaf: it imports only the standard library and does no
// input or output. Whatever is cyclic by nature (an entry remembers the report
// that told it, a report quotes entries) lives here, so that everything that
// does something can be layered above it. No function here reads a clock; the
// day is always an argument.
//
// Private material has types of its own, [PrivateNote] and [PrivateText]. A
// value meant for somebody else has no field that could hold them: that is how
// the first promise of the product is kept, by construction and not by care.
package rapport
