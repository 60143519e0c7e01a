// Command rapport-eval runs sets of examples through the engines the product
// uses, writes what they answer, and prints scores where labels are there.
//
//	rapport-eval -data testdata/eval -out out/eval [-v]
//
// For each set in the data folder (dates, classify, linking, lint) it writes a file
// of the same name with one answer a line, and only then, in a second reading,
// looks at labels. Sets that are not there are skipped, broken lines are named
// and skipped, and poor figures are no error: the exit code is 1 only where a
// folder cannot be read or written. What the labels mean and how they are
// scored stands in the README.md of testdata/eval.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
