package git

import (
	"testing"
	"time"

	"rapport/internal/intake/git/gittest"
)

func TestLatestFindsTheNewestWorkOfOnePerson(t *testing.T) {
	t.Parallel()
	repo := gittest.New(t)
	ada, ben := gittest.Person{Name: "Ada Klein", Email: "ada@example.org"}, gittest.Person{Name: "Ben Roth", Email: "ben@example.org"}
	commit := func(p gittest.Person, day int, file string) {
		repo.Commit(gittest.Change{
			By: p, At: time.Date(2026, 3, day, 10, 0, 0, 0, time.UTC),
			Message: "add " + file, Files: map[string]string{file: file},
		})
	}
	commit(ada, 2, "a.txt")
	commit(ada, 5, "b.txt")
	commit(ben, 9, "c.txt")
	opened, err := Open(t.Context(), repo.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		who  Identity
		want string
		day  int
	}{
		"by address":  {Identity{Emails: []string{"ADA@example.org"}}, "ada@example.org", 5},
		"by name":     {Identity{Names: []string{"Ada Klein"}}, "ada@example.org", 5},
		"anybody":     {Identity{}, "ben@example.org", 9},
		"nobody here": {Identity{Names: []string{"Ada Klein"}, Emails: []string{"other@example.org"}}, "", 0},
	} {
		got, found, err := opened.Latest(t.Context(), c.who)
		if err != nil || found != (c.want != "") || got.Email != c.want || found && got.At.Day() != c.day {
			t.Errorf("%s: %+v, %t, %v", name, got, found, err)
		}
	}
}
