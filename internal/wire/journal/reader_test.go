package journal

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"rapport"
)

func readAll(t *testing.T, from io.Reader) (lines []string, raws []RawLine) {
	t.Helper()
	r := NewReader(from)
	for {
		raw, err := r.Next()
		if errors.Is(err, io.EOF) {
			return lines, raws
		}
		if err != nil {
			t.Fatal(err)
		}
		lines, raws = append(lines, string(raw.Text)), append(raws, raw)
	}
}

func TestReaderCutsLines(t *testing.T) {
	long := strings.Repeat("x", 200_000)
	file := "\xef\xbb\xbfone\r\n\n  two \n" + long + "\nlast"
	for name, from := range map[string]io.Reader{
		"at once":      strings.NewReader(file),
		"byte by byte": iotest.OneByteReader(strings.NewReader(file)),
	} {
		t.Run(name, func(t *testing.T) {
			lines, raws := readAll(t, from)
			if strings.Join(lines, "|") != "one|two|"+long+"|last" {
				t.Fatalf("%d lines", len(lines))
			}
			for i, want := range []int{1, 3, 4, 5} {
				if raws[i].Number != want {
					t.Errorf("line %d has the number %d", i, raws[i].Number)
				}
				if at := file[raws[i].Offset:]; !strings.HasPrefix(strings.TrimSpace(at), lines[i]) {
					t.Errorf("line %d does not begin at %d", i, raws[i].Offset)
				}
			}
			if !raws[3].Cut || raws[2].Cut {
				t.Error("only the last line has no end")
			}
		})
	}
}

func TestReaderOfNothing(t *testing.T) {
	for _, file := range []string{"", "\n", "\xef\xbb\xbf", " \r\n"} {
		if lines, _ := readAll(t, strings.NewReader(file)); len(lines) > 0 {
			t.Errorf("%q has the lines %q", file, lines)
		}
	}
}

func TestReaderRefuses(t *testing.T) {
	tests := []struct{ name, file, says string }{
		{"a zip", "PK\x03\x04rest", "a zip archive"},
		{"gzip", "\x1f\x8b\x08", "gzip"},
		{"a store", "SQLite format 3\x00", "a SQLite database"},
		{"UTF-16", "\xff\xfe{\x00", "UTF-16"},
		{"NUL bytes", "{}\n{\x00}\n", "line 2: the line holds NUL bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReader(strings.NewReader(tt.file))
			var err error
			for err == nil {
				_, err = r.Next()
			}
			if !strings.Contains(err.Error(), tt.says) || rapport.HintOf(err) == "" {
				t.Errorf("got %v (%s)", err, rapport.HintOf(err))
			}
		})
	}
	t.Run("a line without end", func(t *testing.T) {
		_, err := NewReader(endless{}).Next()
		if err == nil || !strings.Contains(err.Error(), "longer than 64 MB") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a file that cannot be read", func(t *testing.T) {
		_, err := NewReader(iotest.ErrReader(errors.New("gone"))).Next()
		if rapport.CodeOf(err) != rapport.Unavailable {
			t.Errorf("got %v", err)
		}
	})
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestRawLineNamesItsPlace(t *testing.T) {
	tests := []struct{ file, says, hint string }{
		{`{"id":"a","t":"2026`, "line 1: the file ends in the middle of this line", "half line"},
		{"[\n", "line 1: ", "no list around them"},
		{"{}\n", `line 1: the field "id" is missing`, ""},
	}
	for _, tt := range tests {
		raw, err := NewReader(strings.NewReader(tt.file)).Next()
		if err != nil {
			t.Fatal(err)
		}
		_, err = raw.Decode(false)
		if err == nil || !strings.HasPrefix(err.Error(), tt.says) || !strings.Contains(rapport.HintOf(err), tt.hint) {
			t.Errorf("%q: got %v (%s)", tt.file, err, rapport.HintOf(err))
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add([]byte("\xef\xbb\xbf{\"id\":\"a\"}\r\n\n{}"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("{\x00}\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r := NewReader(strings.NewReader(string(file)))
		number, offset := 0, int64(-1)
		for {
			raw, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				if rapport.CodeOf(err) != rapport.Invalid {
					t.Fatalf("%q is refused as %v", file, err)
				}
				return
			}
			if raw.Number <= number || raw.Offset <= offset {
				t.Fatalf("%q: line %d at %d comes after line %d at %d", file, raw.Number, raw.Offset, number, offset)
			}
			if number, offset = raw.Number, raw.Offset; !strings.Contains(string(file[offset:]), string(raw.Text)) {
				t.Fatalf("%q: line %d does not stand at %d", file, number, offset)
			}
			// Whatever it says, it is read or refused.
			_, _ = raw.Decode(true)
		}
	})
}
