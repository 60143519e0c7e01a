// Package notes reads the running notes that people keep for one boss as a
// Markdown file, and writes them: dated headings, fixed questions below each,
// the boss's replies under the bullets.
//
// Reach first for [Read], which turns such a file into [Item] values for the
// inbox, and for [Continue], which writes new meetings into a file that the
// user goes on keeping by hand. [Export] writes a file from nothing, and
// [Notes.Outline] gives the form it writes from. [Bullets] reads any list of
// bullets, dated or not, into items for the log.
//
// Nothing counts before it is accepted, and nothing is guessed silently:
//
//   - A heading that is meant as a date and is none ("32 Nov", "17 Novmeber",
//     a year that does not fit between its neighbours) is named in
//     [Notes.Skipped] with its line, and its part is left out.
//   - A section whose wording is not known waits: [Notes.Unmapped] asks, and
//     the answer, kept by the caller and given back as [Options].Mapping,
//     lets its lines in. Initials that nobody is known by are asked for in
//     [Notes.Unknown] in the same way.
//   - [Notes.Fates] says for every line of the file what became of it.
//
// # Keys
//
// An item is known for ever by its day and its words, and among equal words of
// a day by its turn; not by its place, its section, its emphasis, whether its
// box is ticked, or what stands below it. So a file that has grown gives the
// same keys for what was there before. Below an item lines may be added: then
// the key stays and the text has grown.
//
// A heading without a year takes the latest year that its neighbours allow, and
// never a future one. [Options].Seen lets what was read before decide.
//
// # Private
//
// What stands below a private heading comes out as [PrivateItem], whose words
// are a [rapport.PrivateText]; no other value holds a word of it, and an
// [Outline] cannot.
//
// # How it reads
//
// Line by line, without a Markdown library: such a library gives a tree whose
// leaves know the place of some bytes, while everything here has to be named by
// its line, and half of what people write in such files (headings that are only
// bold, labels with a colon, a date as a bullet, replies behind a dash) is a
// plain paragraph to Markdown.
package notes
