// Package table reads a person's records from a CSV file, such as a
// spreadsheet's export, row by row.
//
// Reach first for [Open], which finds the separator, the header and what each
// column means, and then for [Table.Rows]. Columns with a common name in
// English, German, French or Spanish are known; any other is named in a mapping
// such as "date=Datum,text=Was", read by [ParseMapping].
//
// A row is never guessed: one whose date cannot be read is left out and told in
// [Table.Warnings] with its line and column. Where that happens to more than a
// fifth of the rows the file is not what it was taken for, and the rows end in
// an error with the likely cause: take in what they gave in one transaction.
//
// A row is known for ever by its id, or, where no column holds one, by its day
// and text and by which of the same it is; so a file that has grown, at either
// end, gives the same keys for what was there before.
//
// The file is read once, and no more of it is held than one row, and eight
// bytes and a counter for each row to tell equal ones apart.
package table
