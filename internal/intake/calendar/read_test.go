package calendar

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapport"
)

var plain = vcalendar(vevent("DTSTART:20260105T090000Z"))

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func read(t *testing.T, location, cursor string) Found {
	t.Helper()
	found, err := Read(t.Context(), location, ReadOptions{Cursor: cursor})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func names(f Found) []string {
	var list []string
	for _, file := range f.Files {
		list = append(list, file.Name)
	}
	return list
}

func TestRead_aFile(t *testing.T) {
	t.Parallel()
	file := write(t, filepath.Join(t.TempDir(), "work.ics"), plain)
	first := read(t, file, "")
	if len(first.Files) != 1 || string(first.Files[0].Text) != plain || first.Files[0].Name != "work.ics" || first.Unmoved {
		t.Fatalf("%+v", first)
	}
	if again := read(t, file, first.Cursor); !again.Unmoved || len(again.Files) != 0 || again.Cursor != first.Cursor {
		t.Errorf("%+v", again)
	}
	write(t, file, plain+"\r\n")
	if changed := read(t, file, first.Cursor); len(changed.Files) != 1 {
		t.Errorf("%+v", changed)
	}
}

func TestRead_aFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"a.ics", "sub/b.ICS", "notes.txt", ".hidden.ics", ".git/c.ics"} {
		write(t, filepath.Join(folder, filepath.FromSlash(name)), plain)
	}
	write(t, filepath.Join(folder, "bad.ics"), "PK\x03\x04")
	first := read(t, folder, "")
	if diff := cmp.Diff([]string{"a.ics", "sub/b.ICS"}, names(first)); diff != "" || len(first.Warnings) != 1 || first.Warnings[0].File != "bad.ics" || first.Warnings[0].Hint == "" {
		t.Fatalf("%s %+v", diff, first.Warnings)
	}
	if again := read(t, folder, first.Cursor); !again.Unmoved || len(again.Files)+len(again.Removed) != 0 {
		t.Errorf("%+v", again)
	}
	if err := os.Remove(filepath.Join(folder, "a.ics")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "d.ics"), plain)
	write(t, filepath.Join(folder, "sub", "b.ICS"), "half a line")
	next := read(t, folder, first.Cursor)
	if diff := cmp.Diff([]string{"d.ics"}, names(next)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a.ics"}, next.Removed); diff != "" {
		t.Errorf("a file that cannot be read now is not gone: %s", diff)
	}
}

func TestRead_refusesFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	large := write(t, filepath.Join(folder, "large.ics"), plain)
	if err := os.Truncate(large, 1<<30); err != nil {
		t.Skip("no sparse files here")
	}
	empty := filepath.Join(folder, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		location string
		code     rapport.Code
		word     string
	}{
		"nothing":             {"", rapport.Invalid, "needs a place"},
		"what is not there":   {filepath.Join(folder, "none.ics"), rapport.NotFound, "no such file"},
		"a gigabyte":          {large, rapport.Invalid, "larger than 64 MB"},
		"an archive":          {write(t, filepath.Join(folder, "a.zip"), "PK\x03\x04"), rapport.Invalid, "zip archive"},
		"an empty file":       {write(t, filepath.Join(folder, "e.ics"), ""), rapport.Invalid, "empty"},
		"a folder of nothing": {empty, rapport.NotFound, "no .ics file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found, err := Read(t.Context(), test.location, ReadOptions{})
			if rapport.CodeOf(err) != test.code || !strings.Contains(err.Error(), test.word) || rapport.HintOf(err) == "" {
				t.Errorf("%v, hint %q", err, rapport.HintOf(err))
			}
			if test.location != "" && !strings.Contains(err.Error(), filepath.Base(test.location)) {
				t.Errorf("%v names no place", err)
			}
			if len(found.Files) > 0 || found.Cursor != "" {
				t.Errorf("something was done: %+v", found)
			}
		})
	}
}

// secret is the part of an address that nobody else may see.
const secret = "private-5ec4e7"

func TestRead_anAddress(t *testing.T) {
	t.Parallel()
	text, asked := plain, 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		_, _ = w.Write([]byte(text))
	}))
	defer server.Close()
	address := server.URL + "/" + secret + "/basic.ics"
	first := read(t, address, "")
	if len(first.Files) != 1 || string(first.Files[0].Text) != plain || strings.Contains(first.Files[0].Name+first.Cursor, secret) {
		t.Fatalf("%+v", first)
	}
	if again := read(t, address, first.Cursor); !again.Unmoved || again.Cursor != first.Cursor || asked != 2 {
		t.Errorf("%+v after %d calls", again, asked)
	}
	if other := read(t, address+"?other", first.Cursor); len(other.Files) != 1 {
		t.Errorf("the cursor of another address counted: %+v", other)
	}
}

func TestRead_knowsTheSameTextWithoutHelp(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(plain)) }))
	defer server.Close()
	first := read(t, server.URL, "")
	if again := read(t, server.URL, first.Cursor); !again.Unmoved || len(again.Files) != 0 {
		t.Errorf("%+v", again)
	}
}

func TestRead_refusesAnswers(t *testing.T) {
	t.Parallel()
	stop := make(chan struct{})
	mux := http.NewServeMux()
	answer := func(path string, status int, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		})
	}
	answer("/"+secret+"/login", 200, "<!DOCTYPE html><html>Sign in</html>")
	answer("/"+secret+"/401", 401, "")
	answer("/"+secret+"/404", 404, "")
	answer("/"+secret+"/429", 429, "")
	answer("/"+secret+"/500", 500, "")
	answer("/"+secret+"/204", 204, "")
	mux.HandleFunc("/"+secret+"/slow", func(http.ResponseWriter, *http.Request) { <-stop })
	mux.HandleFunc("/"+secret+"/round", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	})
	mux.HandleFunc("/"+secret+"/large", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(plain + strings.Repeat("X", 5000)))
	})
	mux.HandleFunc("/"+secret+"/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "3000")
		_, _ = w.Write([]byte(plain))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(func() { close(stop); server.Close() })
	for path, test := range map[string]struct {
		code rapport.Code
		word string
	}{
		"login": {rapport.Invalid, "web page"},
		"401":   {rapport.Invalid, "may not be read"},
		"404":   {rapport.NotFound, "no calendar"},
		"429":   {rapport.Unavailable, "left alone"},
		"500":   {rapport.Unavailable, "trouble"},
		"204":   {rapport.Unavailable, "something else"},
		"slow":  {rapport.Unavailable, "in time"},
		"round": {rapport.Unavailable, "from one address to the next"},
		"large": {rapport.Invalid, "larger than"},
		"cut":   {rapport.Unavailable, "could not be loaded"},
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			o := ReadOptions{MaxFile: 4096}
			if path == "slow" {
				o.Timeout = 100 * time.Millisecond
			}
			found, err := Read(t.Context(), server.URL+"/"+secret+"/"+path, o)
			if rapport.CodeOf(err) != test.code || !strings.Contains(err.Error(), test.word) || rapport.HintOf(err) == "" || !strings.Contains(err.Error(), "127.0.0.1") {
				t.Errorf("%v, hint %q", err, rapport.HintOf(err))
			}
			for e := err; e != nil; e = errors.Unwrap(e) {
				if strings.Contains(e.Error(), secret) {
					t.Errorf("%v shows the secret address", e)
				}
			}
			if len(found.Files) > 0 || found.Cursor != "" {
				t.Errorf("something was done: %+v", found)
			}
		})
	}
	t.Run("a server that is gone", func(t *testing.T) {
		t.Parallel()
		gone := httptest.NewServer(http.NotFoundHandler())
		gone.Close()
		if _, err := Read(t.Context(), gone.URL+"/"+secret, ReadOptions{}); rapport.CodeOf(err) != rapport.Unavailable || strings.Contains(err.Error(), secret) {
			t.Errorf("%v", err)
		}
	})
	t.Run("a reader who stopped", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := Read(ctx, server.URL, ReadOptions{}); rapport.CodeOf(err) != rapport.Unavailable {
			t.Errorf("%v", err)
		}
	})
}

func TestRead_neverLeavesEncryption(t *testing.T) {
	t.Parallel()
	open := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(plain)) }))
	defer open.Close()
	closed := httptest.NewTLSServer(http.RedirectHandler(open.URL, http.StatusFound))
	defer closed.Close()
	_, err := Read(t.Context(), closed.URL, ReadOptions{Client: closed.Client()})
	if rapport.CodeOf(err) != rapport.Unavailable || !strings.Contains(err.Error(), "not encrypted") {
		t.Errorf("%v", err)
	}
}
