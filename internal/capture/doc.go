// Package capture turns a line that a person types in five seconds into what
// it says: the quick grammar that every quick command shares, and the guess
// of a line's kind where the line does not say it.
//
// Reach first for [ParseLine], which reads one line, and for [Line.Format],
// which writes a line that reads back to the same. [GuessKind] says what kind
// of work a sentence tells of; the parser never calls it, so that what was
// said and what was guessed stay apart.
//
// The grammar:
//
//	won: checkout p99 840 to 520 ms -> fewer lost carts +checkout for:speed @dana yesterday
//
//	kind:       first; did won stuck idea ask fyi promise heard private, or the
//	            name of a kind such as heads-up
//	+project    what it belongs to, once
//	for:goal    which goal it serves; may be repeated
//	@boss       whom it concerns; may be repeated
//	-> words    the outcome: what changed for whom
//	on:DATE     the day of the work; a date at the end of the line does the same
//	by:DATE     the day it is due
//
// A date with spaces takes quotes: by:"end of month". A backslash in front of
// a word keeps the word as it is: \+, \@, \->, and \yesterday at the end of a
// line; a backslash before the colon does so for a word that would mean
// something: ask\: or by\:. Nobody has to know that for what is no mark
// anyway: "c++", "2+2", "+5 %", "@ 9 am", "me@example.org" and
// "840 -> 520 ms" are text.
//
// A mark at the start or end of a line goes out of the text. In the middle of
// a sentence, and after a word that a sentence cannot end with, its word
// stays: "asked @dana for two nurses" says "asked dana for two nurses".
//
// Nothing is guessed silently: a date that the calendar does not have, two
// projects, a quote left open are errors that name the words and what to
// write instead.
package capture
