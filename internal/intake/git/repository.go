package git

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// ConfiguredIdentity returns the names and addresses that git's configuration
// gives the user in dir, from the user's, the machine's and the repository's
// own settings, the ones in force first. It is empty where nothing is set.
func ConfiguredIdentity(ctx context.Context, dir string) (Identity, error) {
	if err := checkDir(dir); err != nil {
		return Identity{}, err
	}
	settings, err := configured(ctx, dir, `^(user|author)\.(name|email)$`)
	if err != nil {
		return Identity{}, err
	}
	return identityOf(settings), nil
}

// identityOf returns the identity that settings give, the ones in force first.
func identityOf(settings []setting) Identity {
	var who Identity
	for _, s := range slices.Backward(settings) {
		list := &who.Names
		switch {
		case strings.HasPrefix(s.key, "mailmap."):
			continue
		case strings.HasSuffix(s.key, ".email"):
			list = &who.Emails
		}
		if value := rapport.OneLine(decode([]byte(s.value))); value != "" && !slices.Contains(*list, value) {
			*list = append(*list, value)
		}
	}
	return who
}

type setting struct{ key, value string }

// configured returns the settings whose key matches pattern, in the order in
// which git reads them: the last one is in force.
func configured(ctx context.Context, dir, pattern string) ([]setting, error) {
	out, err := output(ctx, dir, "config", "-z", "--get-regexp", pattern)
	var f *failure
	if errors.As(err, &f) && f.stderr == "" && len(out) == 0 {
		return nil, nil // nothing is set
	}
	if err != nil {
		return nil, explain(dir, err)
	}
	var settings []setting
	for item := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		key, value, _ := strings.Cut(item, "\n")
		settings = append(settings, setting{key, value})
	}
	return settings, nil
}

// Author is somebody who commits to a repository.
type Author struct {
	Person
	Commits int
}

// Authors returns who made the last few thousand commits of the repository,
// the most frequent first, at most five.
func Authors(ctx context.Context, dir string) ([]Author, error) {
	if err := checkDir(dir); err != nil {
		return nil, err
	}
	out, err := output(ctx, dir, "log", "--branches", "--remotes", "--no-merges", "--max-count=5000", "-z", "--no-decorate", "--no-show-signature", "--format=tformat:%aN%x00%aE")
	if err != nil {
		return nil, explain(dir, err)
	}
	count := make(tally)
	fields := bytes.Split(out, []byte{0})
	for i := 0; i+1 < len(fields); i += 2 {
		count.of(Person{Name: decode(fields[i]), Email: decode(fields[i+1])}).Commits++
	}
	return count.top(5), nil
}

// tally counts commits per person; an address is one person whatever the name.
type tally map[string]*Author

// of returns the count of a person, to be raised.
func (t tally) of(p Person) *Author {
	key := foldEmail(p.Email)
	if key == "" {
		key = foldName(p.Name)
	}
	a := t[key]
	if a == nil {
		a = &Author{Person: Person{Name: rapport.OneLine(p.Name), Email: rapport.OneLine(p.Email)}}
		t[key] = a
	}
	return a
}

func (t tally) top(n int) []Author {
	list := make([]Author, 0, len(t))
	for _, a := range t {
		if a.Commits > 0 {
			list = append(list, *a)
		}
	}
	slices.SortFunc(list, func(a, b Author) int {
		return cmp.Or(cmp.Compare(b.Commits, a.Commits), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Email, b.Email))
	})
	return list[:min(n, len(list))]
}

// UnknownAuthor is the error for a person of whom nothing was found, naming
// who else is there.
func UnknownAuthor(repo string, who Identity, authors []Author) *rapport.Error {
	known := slices.Concat(who.Names, who.Emails)
	e := rapport.Errorf(rapport.NotFound, "there is no commit by %s in %s", strings.Join(known, ", "), repo)
	if len(authors) == 0 {
		return e.WithHint("there is no commit by anybody; name another repository")
	}
	var list []string
	for _, a := range authors {
		list = append(list, a.Name+" <"+a.Email+"> ("+strconv.Itoa(a.Commits)+")")
	}
	return e.WithHint("if one of these is you, say so with --email ADDRESS: %s", strings.Join(list, ", "))
}
