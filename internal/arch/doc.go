// Package arch holds no code: its tests are the house rules. They say who may
// import whom and why, what a package may be called and how long a file may
// be, which calls have no place where, who may look at private text, and how
// long the program may take before main.
//
// Each rule is a line of data with its reason, in the file of its test. A rule
// that stands in the way of something better is changed together with it, and
// the reason goes to docs/adr.
package arch
