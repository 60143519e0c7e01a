package git

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapport"
)

func FuzzLogReader(f *testing.F) {
	sha := strings.Repeat("0a", 20)
	f.Add([]byte(sha + "\x00\x00Ada\x00a@x\x00Ada\x00a@x\x001795000000 +0100\x001795000000 -0330\x00add\n\nbody\x00"))
	f.Add([]byte(sha + "\x00" + sha + " " + sha + "\x00\x00\x00\x00\x00x\x00 \x00\xff\xfe\x00" + sha))
	f.Add([]byte(strings.Repeat("x", maxField*3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		log := newLogReader(strings.NewReader(string(data)))
		w := newWalk(Request{Who: Identity{Emails: []string{"a@x"}}}, state{name: "shop"})
		for {
			rec, err := log.next()
			if err != nil {
				break
			}
			if len(rec.message) > maxMessage {
				t.Fatalf("a message of %d bytes", len(rec.message))
			}
			w.take(rec)
		}
		for _, c := range w.commits() {
			for _, text := range []string{c.Subject, c.Body, c.AuthorName, c.AuthorEmail} {
				if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
					t.Fatalf("text %q", text)
				}
			}
		}
		Map(w.commits(), MapOptions{})
	})
}

func FuzzMap_subject(f *testing.F) {
	for _, s := range []string{"feat(x)!: add y (#1)", "fixup! squash! a", `Revert "Reapply "x""`, "[a][b] c", "ABC-1", ":x: y", "don't", "no longer", "re-", "fix #", "!1", "(#1)", "wip:", "\u202e: a", "İ #1", "a, b: c"} {
		f.Add(s, "Fixes #2\n(cherry picked from commit 12)\n* x\nThis reverts commit ", "a/b.go")
	}
	f.Fuzz(func(t *testing.T, subject, body, file string) {
		at := rapport.Stamp{At: 1_795_000_000_000_000, Offset: 60}
		clean, _ := splitMessage(subject)
		c := Commit{Repo: "shop", SHA: idOf("x"), Parents: []string{idOf("y")}, Author: at, Committer: at, Subject: clean, Body: rapport.ManyLines(body), Files: []string{file}}
		other := c
		other.SHA, other.Parents = idOf("z"), []string{idOf("y"), idOf("x")}
		proposals := Map([]Commit{c, other}, MapOptions{})
		if len(proposals) != 1 {
			t.Fatalf("%d proposals", len(proposals))
		}
		p := proposals[0]
		if strings.TrimSpace(p.Text) == "" || utf8.RuneCountInString(p.Text) > maxText || strings.ContainsAny(p.Text, "\n\r\x00") || p.Day != "2026-11-18" {
			t.Fatalf("proposal %+v", p)
		}
	})
}

func FuzzDecodeCursor(f *testing.F) {
	f.Add("")
	f.Add(Cursor{Look: "a", Refs: "b", Since: nov(1, 0, 0), Tips: []string{strings.Repeat("ab", 20)}}.Encode())
	f.Add("git1 a b - - ")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := DecodeCursor(text)
		if err != nil {
			return
		}
		again, err := DecodeCursor(c.Encode())
		if err != nil || again.Encode() != c.Encode() {
			t.Fatalf("%q becomes %q: %v", text, c.Encode(), err)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("pr\xfcfe"))
	f.Add([]byte("\x80\x81\x9f"))
	f.Fuzz(func(t *testing.T, text []byte) {
		got := decode(text)
		if !utf8.ValidString(got) || utf8.Valid(text) && got != string(text) {
			t.Fatalf("%q becomes %q", text, got)
		}
	})
}
