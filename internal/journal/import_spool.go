package journal

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"rapport"
	wire "rapport/internal/wire/journal"
)

// spooled is a journal that can be read several times from its start.
type spooled struct {
	from  io.ReadSeeker
	start int64
	// private is the copy that was made, nil where none was needed.
	private *os.File
}

// spool returns a journal that can be read several times. What cannot be is
// copied to a private file beside the store, which is under the same
// protection, or to the system's place for such files where the store is no
// file.
func spool(r io.Reader, location string) (_ *spooled, err error) {
	if seeker, ok := r.(io.ReadSeeker); ok {
		// A pipe has the method but not the ability.
		if start, err := seeker.Seek(0, io.SeekCurrent); err == nil {
			return &spooled{from: seeker, start: start}, nil
		}
	}
	folder := ""
	if info, err := os.Stat(location); err == nil && info.Mode().IsRegular() {
		folder = filepath.Dir(location)
	}
	file, err := os.CreateTemp(folder, ".rapport-import-*")
	if err != nil {
		return nil, unspoolable(err)
	}
	s := &spooled{from: file, private: file}
	// Where the system lets an open file be removed, nothing can stay behind;
	// elsewhere Close removes it.
	_ = os.Remove(file.Name())
	if _, err := io.Copy(file, r); err != nil {
		return nil, errors.Join(unspoolable(err), s.Close())
	}
	return s, nil
}

func unspoolable(err error) error {
	var known *rapport.Error
	if errors.As(err, &known) {
		return err
	}
	return rapport.Errorf(rapport.Unavailable, "the journal cannot be read or set down for reading: %w", err).
		WithHint("save it as a file and import that: rapport import FILE.jsonl")
}

// lines reads the journal from its start.
func (s *spooled) lines() (*wire.Reader, error) {
	if _, err := s.from.Seek(s.start, io.SeekStart); err != nil {
		return nil, unspoolable(err)
	}
	return wire.NewReader(s.from), nil
}

// rereader reads single lines of a journal again, mostly in their order.
type rereader struct {
	from   *spooled
	reader *wire.Reader
	// base is where reader started, next a place at or before the line that it
	// reads next.
	base, next int64
}

// line reads the line at an offset.
func (r *rereader) line(offset int64) (wire.RawLine, error) {
	const near = 256 << 10
	if r.reader == nil || offset < r.next || offset > r.next+near {
		if _, err := r.from.from.Seek(r.from.start+offset, io.SeekStart); err != nil {
			return wire.RawLine{}, unspoolable(err)
		}
		if r.reader == nil {
			r.reader = wire.NewReader(r.from.from)
		} else {
			r.reader.Reset(r.from.from)
		}
		r.base = offset
	}
	for {
		raw, err := r.reader.Next()
		if err != nil {
			return wire.RawLine{}, err
		}
		r.next = r.base + raw.Offset + 1
		if r.base+raw.Offset >= offset {
			return raw, nil
		}
	}
}

// Close removes the private copy; the caller's own file stays open.
func (s *spooled) Close() error {
	if s.private == nil {
		return nil
	}
	err := s.private.Close()
	if remove := os.Remove(s.private.Name()); remove != nil && !errors.Is(remove, os.ErrNotExist) {
		err = errors.Join(err, remove)
	}
	return err
}
