package calendar

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapport"
)

// ReadOptions say how to read a place.
type ReadOptions struct {
	// Cursor is what the last reading of the place returned; empty reads all.
	Cursor string
	// Client loads addresses; nil stands for one with sensible limits.
	Client *http.Client
	// Timeout is how long an address may take; zero stands for half a minute.
	Timeout time.Duration
	// MaxFile is the size of one file; zero stands for [MaxFile].
	MaxFile int64
}

// Found is what was read at a place.
type Found struct {
	// Files are new or have changed since the cursor, in the order of their
	// names.
	Files []File
	// Removed names files that were there at the cursor and are gone.
	Removed []string
	// Unmoved says that nothing changed.
	Unmoved bool
	Cursor  string
	// Warnings name files that could not be read.
	Warnings []Warning
}

// Read fetches the raw text at a location: a file, a folder with .ics files
// in it or below, or an address (https, http or webcal), which is asked only
// because it was given here. Whatever is too large, no file at all or no
// calendar is an error or, inside a folder, a warning.
func Read(ctx context.Context, location string, o ReadOptions) (Found, error) {
	if o.MaxFile <= 0 || o.MaxFile > MaxFile {
		o.MaxFile = MaxFile
	}
	location = strings.TrimSpace(location)
	if location == "" {
		return Found{}, rapport.Errorf(rapport.Invalid, "a calendar needs a place").WithHint("name an .ics file, a folder of them, or the calendar's address")
	}
	if IsAddress(location) {
		return readAddress(ctx, location, o)
	}
	info, err := os.Stat(location)
	if err != nil {
		return Found{}, fileError(location, err)
	}
	if info.IsDir() {
		return readFolder(ctx, location, o)
	}
	return readFile(location, info, o)
}

// fileError says in words why a file could not be read.
func fileError(name string, err error) *rapport.Error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return rapport.Errorf(rapport.NotFound, "there is no such file or folder").WithPlace("%s", name).
			WithHint("check the path; an address begins with https://").WithCause(err)
	case errors.Is(err, fs.ErrPermission):
		return rapport.Errorf(rapport.Unavailable, "the file may not be read").WithPlace("%s", name).
			WithHint("give yourself the right to read it").WithCause(err)
	}
	return rapport.Errorf(rapport.Unavailable, "the file cannot be read").WithPlace("%s", name).
		WithHint("check that the disk is there and try again").WithCause(err)
}

func readFile(name string, info fs.FileInfo, o ReadOptions) (found Found, err error) {
	state := stampOf(info)
	before := parseCursor(o.Cursor)
	found.Cursor = cursor{files: map[string]string{"": state}}.String()
	if before.files[""] == state {
		found.Unmoved = true
		return found, nil
	}
	text, err := readRegular(name, info, o.MaxFile)
	if err != nil {
		return Found{}, err
	}
	if err := recogniseFile(name, text); err != nil {
		return Found{}, err
	}
	found.Files = []File{{Name: filepath.Base(name), Text: text}}
	return found, nil
}

// recogniseFile refuses what is no calendar, with the name of the file.
func recogniseFile(name string, text []byte) error {
	plain, err := plainText(text)
	if err == nil {
		err = recognise(plain)
	}
	var e *rapport.Error
	if errors.As(err, &e) {
		return e.WithPlace("%s", name)
	}
	return err
}

// readRegular reads a file and never more than limit of it.
func readRegular(name string, info fs.FileInfo, limit int64) ([]byte, error) {
	if !info.Mode().IsRegular() {
		return nil, rapport.Errorf(rapport.Invalid, "this is no file").WithPlace("%s", name).WithHint("name an .ics file or a folder of them")
	}
	large := rapport.Errorf(rapport.Invalid, "the file is larger than %d MB", limit>>20).WithPlace("%s", name).
		WithHint("export a shorter time, or a calendar without attachments")
	if info.Size() > limit {
		return nil, large
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fileError(name, err)
	}
	text, err := readLimited(f, limit, info.Size())
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	switch {
	case errors.Is(err, errTooLong):
		return nil, large
	case err != nil:
		return nil, fileError(name, err)
	}
	return text, nil
}

var errTooLong = errors.New("too long")

// readLimited reads all of in, or fails where it is longer than limit.
func readLimited(in io.Reader, limit, expected int64) ([]byte, error) {
	text := make([]byte, 0, min(max(expected, 0)+1, limit+1))
	limited := &io.LimitedReader{R: in, N: limit + 1}
	for {
		if len(text) == cap(text) {
			text = slices.Grow(text, max(len(text), 4096))
		}
		n, err := limited.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case int64(len(text)) > limit:
			return nil, errTooLong
		case errors.Is(err, io.EOF):
			return text, nil
		case err != nil:
			return nil, err
		}
	}
}

// isCalendarName reports whether a file's name is that of a calendar.
func isCalendarName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ics", ".ical", ".icalendar":
		return true
	}
	return false
}

// readFolder reads the calendars in a folder and below, those that changed
// since the cursor. One that cannot be read is told and does not stop others.
func readFolder(ctx context.Context, folder string, o ReadOptions) (found Found, err error) {
	before := parseCursor(o.Cursor)
	now := cursor{files: map[string]string{}}
	total, count := int64(0), 0
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name, relErr := filepath.Rel(folder, path)
		if relErr != nil {
			name = path
		}
		name = filepath.ToSlash(name)
		if err != nil {
			found.Warnings = append(found.Warnings, Warning{File: name, Text: fileError(path, err).Message})
			now.keep(before, name)
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil // it is told, and the other files are read
		}
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(entry.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		if !isCalendarName(name) || strings.HasPrefix(entry.Name(), ".") {
			return nil
		}
		if count++; count > MaxFiles {
			return rapport.Errorf(rapport.Invalid, "the folder holds more than %d calendars", MaxFiles).WithPlace("%s", folder).
				WithHint("name the folder of one calendar")
		}
		file, err := readOneOf(path, name, entry, before, now, o.MaxFile)
		if err != nil {
			found.Warnings = append(found.Warnings, warningOf(name, err))
			now.keep(before, name)
			return nil // it is told, and the other files are read
		}
		if file == nil {
			return nil
		}
		if total += int64(len(file.Text)); total > MaxFolder {
			return rapport.Errorf(rapport.Invalid, "the calendars of the folder are larger than %d MB together", MaxFolder>>20).WithPlace("%s", folder).
				WithHint("name the folder of one calendar")
		}
		found.Files = append(found.Files, *file)
		return nil
	})
	if err != nil {
		return Found{}, err
	}
	if count == 0 && len(before.files) == 0 {
		return Found{}, rapport.Errorf(rapport.NotFound, "there is no .ics file in the folder").WithPlace("%s", folder).
			WithHint("export a calendar into it, or name another folder")
	}
	for name := range before.files {
		if _, still := now.files[name]; !still {
			found.Removed = append(found.Removed, name)
		}
	}
	slices.Sort(found.Removed)
	found.Cursor = now.String()
	found.Unmoved = len(found.Files)+len(found.Removed) == 0 && len(before.files) > 0
	return found, nil
}

// readOneOf reads one file of a folder, nil where it has not changed.
func readOneOf(path, name string, entry fs.DirEntry, before, now cursor, limit int64) (*File, error) {
	info, err := entry.Info()
	if err != nil {
		return nil, fileError(path, err)
	}
	if entry.Type()&fs.ModeSymlink != 0 {
		if info, err = os.Stat(path); err != nil {
			return nil, fileError(path, err)
		}
	}
	state := stampOf(info)
	if before.files[name] == state {
		now.files[name] = state
		return nil, nil
	}
	text, err := readRegular(path, info, limit)
	if err != nil {
		return nil, err
	}
	if err := recogniseFile(path, text); err != nil {
		return nil, err
	}
	now.files[name] = state
	return &File{Name: name, Text: text}, nil
}

func warningOf(name string, err error) Warning {
	var e *rapport.Error
	if errors.As(err, &e) {
		return Warning{File: name, Text: e.Message, Hint: e.Hint}
	}
	return Warning{File: name, Text: err.Error()}
}
