package app_test

import (
	"net"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// dayOfCommands is a working day with every command that needs no terminal.
func dayOfCommands(l *life, repository string) [][]string {
	notes := l.write("1on1.md", "## 2026-03-02\n\n### Wins\n- letters answered\n  - IC: good\n")
	calendar := l.write("work.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nURL:http://127.0.0.1:9/a.ics\nEND:VCALENDAR\n")
	journal := l.write("note.jsonl", `{"id":"n","t":"2026-03-02T09:00:00Z","type":"note_private","text":"quiet"}`+"\n")
	return [][]string{
		{"init", "--name", "Maren Holt", "--boss", "Ines Calder", "--goal", "Letters answered in two days", "--repo", repository},
		{"log", "won: letters answered in two days, from six +desk @ines yesterday"},
		{"log", "--private", "a long day"},
		{"import", "git", repository},
		{"import", journal},
		{"import", "notes", notes},
		{"import", "calendar", calendar},
		{"import"},
		{"calendar", "export"},
		{"export", "notes"},
		{"inbox"},
		{"list", "--week"},
		{"search", "letters"},
		{"show", "1"},
		{"edit", "1", "--help"},
		{"boss"},
		{"goal"},
		{"project"},
		{"config"},
		{"config", "zone", "Europe/Lisbon"},
		{"undo"},
		{"status"},
		{"status", "--brief"},
		{"report"},
		{"report", "--format", "html"},
		{"report", "--explain"},
		{"report", "--mark-sent", "--via", "mail"},
		{"export"},
		{"backup", filepath.Join(l.home, "copy.db")},
		{"restore", filepath.Join(l.home, "copy.db")},
		{"doctor"},
		{"version"},
		{"help"},
		{"completion", "bash"},
		{"demo"},
		{"start"},
		{"init"},
	}
}

// TestNothingTouchesTheNetwork runs a day's commands with every proxy variable
// pointing to a listener that nobody may call, and looks at what the program
// is linked from: nothing in it speaks HTTP or looks up names but the driver of
// the database and the reader of calendars, which ask what the user names.
func TestNothingTouchesTheNetwork(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	called := make(chan string, 1)
	go func() {
		defer close(called)
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			select {
			case called <- conn.RemoteAddr().String():
			default:
			}
			_ = conn.Close() // nobody may call
		}
	}()
	l := newLife(t, "")
	for _, name := range []string{"http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"} {
		l.env = append(l.env, name+"=http://"+listener.Addr().String())
	}
	repository := l.repository("letters", "answer letters within two days (#12)", "count the letters")
	// A remote that git could be tempted to ask.
	l.git(repository, "remote", "add", "origin", "http://"+listener.Addr().String()+"/letters.git")
	for _, args := range dayOfCommands(l, repository) {
		l.must(args...)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if who, ok := <-called; ok {
		t.Errorf("somebody called from %s", who)
	}
}

// TestOnlyWhatTheUserNamesIsAsked looks at the imports of the program.
func TestOnlyWhatTheUserNamesIsAsked(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-deps", "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, "rapport/cmd/rapport").Output()
	if err != nil {
		t.Fatal(err)
	}
	speakers := []string{"net/http", "net/rpc", "net/smtp", "net/http/httputil", "golang.org/x/net/http2"}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		calendars := words[0] == "rapport/internal/intake/calendar" // asks the address of a calendar that the user gave
		for _, imported := range words[1:] {
			if slices.Contains(speakers, imported) && !calendars {
				t.Errorf("%s imports %s", words[0], imported)
			}
			if imported == "net" && strings.HasPrefix(words[0], "rapport") && !calendars && words[0] != "rapport/internal/store" {
				t.Errorf("%s imports net", words[0])
			}
		}
	}
}
