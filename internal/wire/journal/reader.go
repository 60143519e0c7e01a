package journal

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"rapport"
)

// MaxLine is the length of the longest line that is read.
const MaxLine = 64 << 20

// Reader cuts a file into lines, in constant memory but for the longest line.
// It takes either line end, skips empty lines and a byte order mark, and
// refuses by name what is no text at all.
type Reader struct {
	from   *bufio.Reader
	buffer []byte
	number int
	offset int64
}

// RawLine is one line as it stands in the file.
type RawLine struct {
	// Text is valid until the next line is read.
	Text []byte
	// Number counts from 1, empty lines included.
	Number int
	// Offset is where the line begins, in bytes.
	Offset int64
	// Cut says that the file ends without ending the line.
	Cut bool
}

// NewReader returns a Reader of the file from.
func NewReader(from io.Reader) *Reader {
	return &Reader{from: bufio.NewReaderSize(from, 64<<10)}
}

// Reset makes the Reader read another file, or another part of the same.
func (r *Reader) Reset(from io.Reader) {
	r.from.Reset(from)
	r.number, r.offset = 0, 0
}

// Next returns the next line, and [io.EOF] after the last.
func (r *Reader) Next() (RawLine, error) {
	for {
		if r.number == 0 {
			if err := r.start(); err != nil {
				return RawLine{}, err
			}
		}
		raw, err := r.line()
		if err != nil {
			return RawLine{}, err
		}
		if raw.Text = bytes.TrimSpace(raw.Text); len(raw.Text) == 0 {
			continue
		}
		if bytes.IndexByte(raw.Text, 0) >= 0 {
			return RawLine{}, rapport.Errorf(rapport.Invalid, "the line holds NUL bytes, which no text does").
				WithPlace("line %d", raw.Number).WithHint("the file is damaged or no journal; export or download it again")
		}
		return raw, nil
	}
}

// Decode reads a line of the file and names its place in what it refuses.
func (raw RawLine) Decode(lenient bool) (Line, error) {
	line, err := Decode(raw.Text, lenient)
	if err == nil {
		return line, nil
	}
	refused := fault(err).WithPlace("line %d", raw.Number)
	switch {
	case raw.Cut && raw.Text[len(raw.Text)-1] != '}':
		refused.Message = "the file ends in the middle of this line"
		refused.Hint = "export or download it again, or delete the half line"
	case raw.Text[0] == '[':
		refused.Hint = "a journal has one object a line, and no list around them"
	}
	return Line{}, refused
}

func (r *Reader) line() (raw RawLine, err error) {
	r.number++
	raw.Number, raw.Offset = r.number, r.offset
	part, err := r.from.ReadSlice('\n')
	r.offset += int64(len(part))
	if !errors.Is(err, bufio.ErrBufferFull) {
		// The usual line: no copy is made of it.
		raw.Text, raw.Cut = part, err != nil
		return raw, r.ended(err, len(part))
	}
	r.buffer = r.buffer[:0]
	for errors.Is(err, bufio.ErrBufferFull) {
		r.buffer = append(r.buffer, part...)
		if len(r.buffer) > MaxLine {
			return raw, rapport.Errorf(rapport.Invalid, "the line is longer than %d MB", MaxLine>>20).
				WithPlace("line %d", r.number).WithHint("a journal has one event a line; check that the line ends were not lost")
		}
		part, err = r.from.ReadSlice('\n')
		r.offset += int64(len(part))
	}
	r.buffer = append(r.buffer, part...)
	raw.Text, raw.Cut = r.buffer, err != nil
	return raw, r.ended(err, len(r.buffer))
}

// ended returns the error after n bytes were read: a last line without a line
// end is a line all the same.
func (r *Reader) ended(err error, n int) error {
	switch {
	case err == nil, errors.Is(err, io.EOF) && n > 0:
		return nil
	case errors.Is(err, io.EOF):
		return io.EOF
	}
	return rapport.Errorf(rapport.Unavailable, "the file cannot be read: %w", err).WithPlace("line %d", r.number)
}

// start looks at the first bytes of the file.
func (r *Reader) start() error {
	head, err := r.from.Peek(16)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.ended(err, 0)
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		n, err := r.from.Discard(3)
		r.offset += int64(n)
		return err
	}
	for _, known := range [...]struct{ magic, is, hint string }{
		{"\xff\xfe", "in UTF-16, not UTF-8", "save it as UTF-8 and import it again"},
		{"\xfe\xff", "in UTF-16, not UTF-8", "save it as UTF-8 and import it again"},
		{"PK\x03\x04", "a zip archive", "unpack it and import the .jsonl file in it"},
		{"\x1f\x8b", "compressed with gzip", "gunzip it first, or: gunzip -c FILE | rapport import -"},
		{"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it first"},
		{"BZh", "compressed with bzip2", "unpack it first"},
		{"\xfd7zXZ", "compressed with xz", "unpack it first"},
		{"SQLite format 3\x00", "a SQLite database", "open a store with --db FILE, or put a backup back with `rapport restore FILE`"},
		{"%PDF", "a PDF", "import a journal, a .jsonl file"},
	} {
		if bytes.HasPrefix(head, []byte(known.magic)) {
			return rapport.Errorf(rapport.Invalid, "the file is %s, not a journal", known.is).WithHint("%s", known.hint)
		}
	}
	return nil
}
