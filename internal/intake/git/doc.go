// Package git reads a person's work from git repositories and proposes
// entries for it.
//
// Reach first for [Fetch], which reads the commits of one person out of one
// repository through the installed git, and for [Map], which turns commits
// into proposals. They are kept apart on purpose: what [Fetch] returns is kept
// as it is, so that a better [Map] needs no repository. [Discover] says
// whether a folder is a repository at all, [ConfiguredIdentity] who works in
// it, and [Authors] who else does, for when nothing was found.
//
// # Whose work
//
// A person is an [Identity]: a set of names and addresses. An address decides;
// a name counts only where no address contradicts it, so that two people of
// the same name are never mixed up. The repository's .mailmap and
// Co-authored-by lines are followed. What was left out for this reason is told
// in [Batch].Warnings.
//
// # When
//
// The author's date and the author's own clock decide the day. Git's own
// --since looks at the committer's date and gives up at the first commit of a
// wrong clock; [Fetch] reads on a little and looks at the author's date
// itself, so that rebased work is neither lost nor moved to another week.
//
// # Reading again
//
// [Batch].Cursor says what was read. Given back in [Request].Known it limits
// the next reading to what is new; where no branch moved that costs one cheap
// call of git. A commit may be seen again after branches were rewritten: keep
// commits by SHA. [Map] counts a rebased, cherry-picked, amended or
// squash-merged commit once, and gives a matter the same key every time.
package git
