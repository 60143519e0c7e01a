package calendar

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// cursor is what is remembered of a reading: for files their size and time of
// change, for an address what the server called its version, and the sum of
// what it sent.
type cursor struct {
	files               map[string]string
	etag, modified, sum string
	// place is the sum of the address, so that a cursor is never used for
	// another one.
	place string
}

const cursorVersion = "calendar1"

// String writes the cursor as lines of key and value.
func (c cursor) String() string {
	var b strings.Builder
	b.WriteString(cursorVersion)
	b.WriteByte('\n')
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s %s\n", key, url.QueryEscape(value))
		}
	}
	line("place", c.place)
	line("etag", c.etag)
	line("modified", c.modified)
	line("sum", c.sum)
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		fmt.Fprintf(&b, "file %s %s\n", url.QueryEscape(name), url.QueryEscape(c.files[name]))
	}
	return b.String()
}

// parseCursor reads a cursor. One that is not understood is as none: reading
// everything again is always right.
func parseCursor(text string) cursor {
	c := cursor{files: map[string]string{}}
	first, rest, _ := strings.Cut(text, "\n")
	if first != cursorVersion {
		return c
	}
	for l := range strings.SplitSeq(rest, "\n") {
		fields := strings.Split(l, " ")
		for i := 1; i < len(fields); i++ {
			plain, err := url.QueryUnescape(fields[i])
			if err != nil {
				return cursor{files: map[string]string{}}
			}
			fields[i] = plain
		}
		switch {
		case len(fields) == 3 && fields[0] == "file":
			c.files[fields[1]] = fields[2]
		case len(fields) != 2:
		case fields[0] == "place":
			c.place = fields[1]
		case fields[0] == "etag":
			c.etag = fields[1]
		case fields[0] == "modified":
			c.modified = fields[1]
		case fields[0] == "sum":
			c.sum = fields[1]
		}
	}
	return c
}

// keep remembers of a file what was known before, so that one that cannot be
// read just now does not count as removed; nor do the files of a folder.
func (c cursor) keep(before cursor, name string) {
	for known, state := range before.files {
		if known == name || strings.HasPrefix(known, name+"/") {
			c.files[known] = state
		}
	}
}

// stampOf tells versions of a file apart.
func stampOf(info fs.FileInfo) string {
	return fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixMicro())
}
