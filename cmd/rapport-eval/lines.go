package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// eachLine calls f with every line that is not blank, whatever its length,
// until f fails. Lines count from one.
func eachLine(r io.Reader, f func(number int, line []byte) error) error {
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := f(number, line); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// eachLineOf is [eachLine] of a file.
func eachLineOf(path string, f func(number int, line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	return eachLine(file, f)
}

// writeLine writes v as one line of JSON, with its text left readable.
func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// errNoID says that a line cannot be answered because nothing names it.
var errNoID = errors.New("it has no id")

// decode reads a line into v and makes sure that it has an id.
func decode(line []byte, v any, id *string) error {
	if err := json.Unmarshal(line, v); err != nil {
		return err
	}
	if *id == "" {
		return errNoID
	}
	return nil
}

// idOf returns the id of a line, or the empty string.
func idOf(line []byte) string {
	var l struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return ""
	}
	return l.ID
}
