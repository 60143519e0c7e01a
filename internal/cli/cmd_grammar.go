package cli

import "github.com/spf13/cobra"

// newGrammar is a page of the help: it runs nothing.
func newGrammar(*shell) *cobra.Command {
	return &cobra.Command{
		Use:   "grammar",
		Short: "How a line of work is written",
		Long: `A line of work is words, and whatever of this you care to add:

  won: ...        its kind, first: did won stuck idea ask fyi promise heard,
                  or private for a thought that is nobody else's business
  +project        what it belongs to; a new one is made and said so
  for:goal        which goal it serves; may be repeated
  @boss           whom it concerns; may be repeated
  -> words        the outcome: what changed for whom, with its number
  on:DATE         the day of the work; a date at the end of the line does it too
  by:DATE         the day it is due

  did     progress            won      accomplishment    stuck    challenge
  idea    idea                ask      question          fyi      heads-up
  promise commitment          heard    feedback-received

Dates are read as people write them: yesterday, last friday, 3 nov, 2026-11-03,
in 3 working days. The log looks back, by: looks ahead. A date with spaces takes
quotes: by:"end of month".

What is no mark stays text: c++, 2+2, +5 %, @ 9 am, me@example.org, 840 -> 520 ms.
A backslash keeps a word that would be one: \+tax, \@home, \->, ask\:, \yesterday.
In the middle of a sentence a name stays: "asked @dana for two nurses" reads
"asked dana for two nurses".

What you leave out is guessed, shown with the reason, and put right with edit.`,
	}
}
