package git

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"rapport"
)

func TestParseStamp_keepsTheAuthorsClock(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]rapport.Stamp{
		"1795000000 +0100":           {At: 1_795_000_000_000_000, Offset: 60},
		"1795000000 -0330":           {At: 1_795_000_000_000_000, Offset: -210},
		"1795000000 +0545":           {At: 1_795_000_000_000_000, Offset: 345},
		"1795000000":                 {At: 1_795_000_000_000_000},
		"1795000000 +9999":           {At: 1_795_000_000_000_000},
		"-5 +0000":                   {},
		"soon +0000":                 {},
		"":                           {},
		"99999999999999999999 +0000": {At: 253_402_300_799_000_000},
	} {
		if got := parseStamp(text); got != want {
			t.Errorf("%q is read as %+v, want %+v", text, got, want)
		}
	}
}

func TestLogReader_saysWhereTheLogBreaksOff(t *testing.T) {
	t.Parallel()
	whole := strings.Repeat("0a", 20) + "\x00\x00Ada\x00a@x\x00Ada\x00a@x\x001795000000 +0100\x001795000000 +0100\x00add\x00"
	log := newLogReader(strings.NewReader(whole + whole[:60]))
	if rec, err := log.next(); err != nil || string(rec.message) != "add" {
		t.Fatalf("first commit: %q, %v", rec.message, err)
	}
	if _, err := log.next(); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a broken commit gives %v", err)
	}
	if _, err := newLogReader(strings.NewReader("")).next(); !errors.Is(err, io.EOF) {
		t.Errorf("no commit gives %v", err)
	}
}

func TestCoAuthors_readsEveryLine(t *testing.T) {
	t.Parallel()
	got := coAuthors("add\n\nCo-authored-by: Ada Moor <ada@example.org>\n  CO-AUTHORED-BY: Bea\nCo-authored-by:\nco-authored-by Cem <c@x>\n")
	want := []Person{{"Ada Moor", "ada@example.org"}, {"Bea", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestClosedBy_readsWhatTheWorkIsFor(t *testing.T) {
	t.Parallel()
	got := closedBy("Fixes #12, and resolves SHOP-4.\nSee #13.\nRefs: SHOP-5\nRefs: #14\nCloses: #15")
	if want := []string{"#12", "SHOP-4", "SHOP-5", "#15"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIdentity_foldsWhatDoesNotTellPeopleApart(t *testing.T) {
	t.Parallel()
	who := Identity{Names: []string{" Ada  Moor", "ada moor"}, Emails: []string{"<Ada@Example.org>", "12+ada@users.noreply.example.com", "ada@users.noreply.example.com"}}.normal()
	if !slices.Equal(who.Names, []string{"ada moor"}) || !slices.Equal(who.Emails, []string{"ada@example.org", "ada@users.noreply.example.com"}) {
		t.Errorf("folded to %+v", who)
	}
	for email, want := range map[string]bool{"a@example.org": true, "a@laptop": false, "a@laptop.local": false, "a@host.(none)": false, "": false, "@": false} {
		if reaches(email) != want {
			t.Errorf("%q reaches somebody: %v", email, !want)
		}
	}
}
