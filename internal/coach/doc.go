// Package coach says what a sensible coach would say today, with the dated
// evidence for it, and can say of every rule why it stayed silent.
//
// Reach first for [Derive], which makes one value of [Facts] out of what was
// gathered of a record, as it stood at a moment, and for [Consult], which asks
// all rules about it and returns ranked findings and silences. [Advice.WhyNot]
// answers "why not?".
//
// The package is pure: the moment is an argument, no rule reads a clock, and
// the same record at the same moment gives the same advice. What it says
// acknowledges, proposes one small step on the user's own side, and never
// shames, names a type of person, decides which boss wins, praises a boss as a
// tactic, or takes silence for contentment.
//
// # How a rule is written
//
// A rule is one file, rNN_what_it_sees.go, with one function that returns a
// [Rule]; rules.go lists it. r10_pinged_twice.go is the one to look at. Its
// Check looks at each object there is (a boss, an ask, an entry), and for each
// either finds or is silent:
//
//   - v.find(Finding{Level, Boss, Object, About, Evidence, Why, Act, Cost}).
//     Object names what the finding is about and stays the same from day to
//     day: at(b) for a matter with a boss as a whole, or a line id. One rule
//     and object make one finding, so what belongs into one conversation is one
//     finding with several lines in About, not several findings.
//   - v.silent(boss, object, "the condition that failed, with its numbers").
//     A rule without any object need not say so: [Advice.WhyNot] does.
//
// About are the lines it is about; Evidence are all dated lines behind it, made
// with evidence(record, says), where says is quote(text) for a line that may be
// shown and the kind of line ("your observation") for one that is private.
// Level is high, medium or low, and may depend on the case; Cost ranks within a
// level, by CostOf(stake 1 to 5, working days left). Routine marks what is due
// by the calendar alone and gives way to what presses. Quiet lists situations
// that suppress the rule before ranking; Private keeps it in the private room.
//
// Rules read [Facts] only. A [File] holds what concerns one boss, oldest first.
// [Facts.Waited] and [Facts.Left] count the user's working days, [Facts.Days]
// counts days; the method's "d" are working days up to ten and days beyond.
// [Work] is an entry with the goals it serves, said or guessed; [Topic] tells
// whether two texts are about the same thing; [Date] is a line of the calendar
// with its day and kind. What the record does not hold is worked out in Derive,
// with a line in [Facts.Derived]; a rule whose data is missing is silent.
//
// Thresholds stand in the table of limits.go, sorted by name, and are read with
// f.Limits.Of("R10.pings"): no number of a rule stands in its code.
//
// No rule looks for words of an example. Private text cannot get into a
// finding, because it prints as "(private)" and only private.go and facts_private.go read any.
//
// # How its fixtures are written
//
// testdata/RNN.txt is an archive of small journals in the interchange format.
// What stands before the first case and begins with "{" is put before each. A
// case is named by what happens in it:
//
//	-- fires: a ward manager, asked twice in a week about the rota --
//	at 2026-03-20T09:00:00+01:00 Europe/Berlin
//	high p1 p2
//	{"id":"p1",...}
//	-- silent: asked once --
//	at 2026-03-20T09:00:00+01:00 Europe/Berlin
//	because asked for news once
//	{"id":"p1",...}
//	-- bare: no request on record --
//	at 2026-03-20T09:00:00+01:00 Europe/Berlin
//
// A line "high p1 p2" is one finding with its level and the lines it is about,
// in the order they are shown; "because" is a part of the reason for silence.
// Each rule has two cases that fire, three near misses and one without its
// data, from different trades. TestRules imports each journal into a store and
// asks the one rule, so a fixture passes through everything a user's record
// does.
package coach
