package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"rapport"
	"rapport/internal/capture"
)

// Options is everything a reading depends on besides the file.
type Options struct {
	// Today is the day of reading.
	Today rapport.Day
	// Zone is the user's; nil stands for UTC.
	Zone *time.Location
	// Locale decides how 3/4 is read.
	Locale string
	Week   rapport.WorkWeek
	// Mapping names the header of each column; it goes before the names known
	// here. See [ParseMapping].
	Mapping map[Column]string
	// Guesser guesses the kinds of rows that do not say theirs; nil stands for one
	// that learnt nothing.
	Guesser *capture.Guesser
}

// Row is one record of the file.
type Row struct {
	// Key names the row within the file for ever.
	Key string
	// Line is where the row begins in the file, from one.
	Line int
	Day  rapport.Day
	Text string
	Kind rapport.Kind
	// KindSaid says that the row names its kind.
	KindSaid bool
	Project  rapport.Slug
	Goal     rapport.Slug
	Boss     rapport.Slug
	// Hours is what the row says it took; zero where it does not.
	Hours   float64
	Outcome string
	// Due is the day it is due; empty where the row says none.
	Due      rapport.Day
	Evidence []rapport.Evidence
	// Confidence in the kind, in percent, and why.
	Confidence int
	Reason     string
}

// Warning is something about one row that people should know.
type Warning struct {
	Line int
	// Column is the header of the column; empty where the whole row is meant.
	Column string
	// Left says that the row was left out.
	Left    bool
	Message string
}

// Table is an open file.
type Table struct {
	// Header is the names of the columns as written, and HeaderLine their line.
	Header     []string
	HeaderLine int
	// Separator is ',', ';' or a tab.
	Separator rune
	// Columns says where each thing stands; Ignored names the columns that mean
	// nothing here.
	Columns map[Column]int
	Ignored []string

	o        Options
	guess    *capture.Guesser
	records  *csv.Reader
	guard    *guard
	offset   int // lines before the part that records read
	line     int // where the last row that was read begins
	seen     map[uint64]uint32
	warnings []Warning
	warned   int
	rows     int
	bad      int
	swapped  int
	today    dates
}

// look is how much of a file is looked at to find its header.
const look = 64 << 10

// longestRow is how many bytes a row may have. Beyond it a quotation mark was
// opened and never closed.
const longestRow = 1 << 20

// Open finds the separator and the header of a file. It fails where the file is
// no table in UTF-8, or where no column holds the date or the text; the error
// then lists the header and shows a mapping to put right.
func Open(r io.Reader, o Options) (*Table, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	in := bufio.NewReaderSize(r, look)
	start, err := in.Peek(look)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, rapport.Errorf(rapport.Unavailable, "the file cannot be read: %w", err)
	}
	whole := errors.Is(err, io.EOF)
	if name := notTable(start); name != "" {
		return nil, rapport.Errorf(rapport.Unsupported, "this is %s, not a CSV file", name).
			WithHint("export the sheet as CSV in UTF-8")
	}
	t := &Table{o: o, guess: o.Guesser, seen: map[uint64]uint32{}, today: newDates(o)}
	if t.guess == nil {
		t.guess = capture.NewGuesser(nil)
	}
	skip := 0
	if bytes.HasPrefix(start, []byte("\uFEFF")) {
		skip = len("\uFEFF")
	}
	var said rune
	if rest := start[skip:]; len(rest) >= 5 && strings.EqualFold(string(rest[:4]), "sep=") {
		said, _ = utf8.DecodeRune(rest[4:])
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest) - 1
		}
		skip += end + 1
		t.offset = 1
	}
	head := start[skip:]
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, rapport.Errorf(rapport.Invalid, "the file is empty")
	}
	if err := t.findHeader(head, said, whole); err != nil {
		return nil, err
	}
	if _, err := in.Discard(skip); err != nil {
		return nil, rapport.Errorf(rapport.Unavailable, "the file cannot be read: %w", err)
	}
	t.guard = &guard{r: in}
	t.records = reader(t.guard, t.Separator)
	for {
		_, err := t.records.Read()
		if err != nil {
			return nil, t.broken(err)
		}
		if line, _ := t.records.FieldPos(0); line+t.offset >= t.HeaderLine {
			t.line = line + t.offset
			break
		}
	}
	return t, nil
}

// reader reads records as people's programs write them.
func reader(r io.Reader, separator rune) *csv.Reader {
	c := csv.NewReader(r)
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = separator, -1, true, true
	return c
}

// guard ends a reading in which one row goes on for ever.
type guard struct {
	r    io.Reader
	read int
}

var errLong = errors.New("a row is longer than a mebibyte")

func (g *guard) Read(p []byte) (int, error) {
	if g.read > longestRow {
		return 0, errLong
	}
	n, err := g.r.Read(p)
	g.read += n
	return n, err
}

// broken says in words for people why no further row can be read.
func (t *Table) broken(err error) error {
	line := 0
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		line = parse.StartLine + t.offset
		err = parse.Err
	}
	switch {
	case errors.Is(err, errLong):
		return rapport.Errorf(rapport.Invalid, "a row behind line %d never ends: a quotation mark is opened and not closed", t.line).
			WithHint("look for a single \" in the text behind that line, and double it")
	case line > 0:
		return rapport.Errorf(rapport.Invalid, "the row cannot be read: %w", err).WithPlace("line %d", line).
			WithHint("look for a single \" in the text, and double it")
	}
	return rapport.Errorf(rapport.Unavailable, "the file cannot be read: %w", err)
}

// notTable names what a file is that is no table in UTF-8.
func notTable(start []byte) string {
	for _, known := range [...]struct{ start, name string }{
		{"PK\x03\x04", "a zip file, such as a spreadsheet's own format"},
		{"\xD0\xCF\x11\xE0", "a spreadsheet of an old program"},
		{"%PDF-", "a PDF"},
		{"\x1f\x8b", "a compressed file"},
		{"SQLite format 3\x00", "a database"},
		{"\xFF\xFE", "a text in UTF-16"},
		{"\xFE\xFF", "a text in UTF-16"},
	} {
		if bytes.HasPrefix(start, []byte(known.start)) {
			return known.name
		}
	}
	if bytes.IndexByte(start, 0) >= 0 {
		return "a binary file"
	}
	return ""
}

// mostWarnings is how many warnings are kept word for word.
const mostWarnings = 200

func (t *Table) warn(w Warning) {
	t.warned++
	if len(t.warnings) < mostWarnings {
		t.warnings = append(t.warnings, w)
	}
}

// Warnings returns what to tell about the rows read so far: the first two
// hundred, and how many there are.
func (t *Table) Warnings() (first []Warning, all int) { return t.warnings, t.warned }

// String says in short what was found.
func (t *Table) String() string {
	return fmt.Sprintf("header in line %d, %d columns divided by %q", t.HeaderLine, len(t.Header), t.Separator)
}
