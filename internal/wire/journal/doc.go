// Package journal is the codec of the journal, the interchange format of the
// record: one dated event a line, in JSON.
//
// Reach first for [Reader], which cuts a file into lines and says early what
// is no journal at all, then for [Decode] and [Encode], which turn one line
// into a [Line] and back. What a line says beyond id, time and type is its
// Body: a struct of its own for each type ([Log], [AddBoss], [Ask] …), and
// [Aside] for what only a lenient reader takes.
//
// Encode is canonical: the fields in the order of the format, nothing unset,
// no spaces, as few escapes as JSON allows. Decoding a line and encoding it
// again therefore gives the same bytes whatever spacing, order and spelling it
// came with, which is how an import knows a line that it has seen before.
//
// Each type lists its fields once, in a method that both directions walk. The
// package knows lines, not stores: whether a name has been introduced, and
// what a second line of the same name means, is for the one who imports.
package journal
