package notes

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rapport"
)

// longestLine is the length in bytes beyond which a line is no sentence that a
// person wrote, such as a picture written into the text.
const longestLine = 16 << 10

// linesOf cuts a text into lines and refuses what is no text, by name.
func linesOf(text []byte) ([]string, error) {
	if name := notText(text); name != "" {
		return nil, rapport.Errorf(rapport.Unsupported, "this is %s, not a text file", name).
			WithHint("save or export the notes as Markdown or plain text in UTF-8")
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if !utf8.Valid(text) {
		row, column := 1, 1
		for rest := text; len(rest) > 0; {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError && size <= 1 {
				break
			}
			if column++; r == '\n' {
				row, column = row+1, 1
			}
			rest = rest[size:]
		}
		return nil, rapport.Errorf(rapport.Invalid, "the file is not written in UTF-8").
			WithPlace("line %d, character %d", row, column).WithHint("open it in an editor and save it as UTF-8")
	}
	s := strings.ReplaceAll(string(text), "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if strings.TrimSpace(s) == "" {
		return nil, rapport.Errorf(rapport.Invalid, "the file is empty")
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n"), nil
}

// notText names what a file is that is no text in UTF-8; empty where it is one.
func notText(text []byte) string {
	for _, known := range [...]struct{ start, name string }{
		{"PK\x03\x04", "a zip file, such as a word processor's or spreadsheet's document"},
		{"PK\x05\x06", "an empty zip file"},
		{"%PDF-", "a PDF"},
		{"{\\rtf", "a document in RTF"},
		{"\x1f\x8b", "a compressed file"},
		{"\xD0\xCF\x11\xE0", "a document of an old word processor or spreadsheet"},
		{"\x89PNG", "a picture"},
		{"\xFF\xD8\xFF", "a picture"},
		{"SQLite format 3\x00", "a database"},
		{"\xFF\xFE", "a text in UTF-16"},
		{"\xFE\xFF", "a text in UTF-16"},
	} {
		if bytes.HasPrefix(text, []byte(known.start)) {
			return known.name
		}
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return "a binary file"
	}
	return ""
}
