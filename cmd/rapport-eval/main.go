// Command rapport-eval runs sets of examples through the engines the product
// uses, writes what they answer, and prints scores where labels are there.
//
//	rapport-eval -data testdata/eval -out out/eval [-v]
//
// For each set in the data folder (dates, classify, linking, lint) it writes a file
// of the same name with one answer a line, and only then, in a second reading,
// looks at labels. Sets that are not there are skipped, broken lines are named
// and skipped, and poor figures are no error: the exit code is 1 only where a
// folder cannot be read or written.
//
// The coach is asked as a user asks it: each history NAME.events.jsonl in the
// data folder or its folder scenarios is imported into an empty store and
// replayed at the moment of NAME.expect.json, else at that of its last line.
// What it says goes to NAME.coach.json. The score counts, by the numbers of
// rules: high findings among the first ten, others found, forbidden ones,
// findings outside the list. What a reader would still have to judge, the
// intent and the evidence, it cannot.
//
// What the labels mean and how they are
// scored stands in the README.md of testdata/eval.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
