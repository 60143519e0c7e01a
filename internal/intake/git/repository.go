package git

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// Discover returns the root of the repository that dir lies in: the top of the
// work tree, or the repository itself where it is bare. It is not an error
// for a folder to be in none.
func Discover(ctx context.Context, dir string) (root string, ok bool, err error) {
	if err := checkDir(dir); err != nil {
		return "", false, err
	}
	// The last question fails where there is no work tree; the answer before
	// it is printed all the same.
	out, err := output(ctx, dir, "rev-parse", "--absolute-git-dir", "--show-toplevel")
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	var f *failure
	switch {
	case err == nil && len(lines) == 2:
		return filepath.FromSlash(lines[1]), true, nil
	case errors.As(err, &f) && f.says("must be run in a work tree") && filepath.IsAbs(lines[0]):
		return filepath.FromSlash(lines[0]), true, nil
	case errors.As(err, &f) && f.says("not a git repository"):
		return "", false, nil
	}
	return "", false, explain(dir, err)
}

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
	slices.Reverse(settings)
	var who Identity
	for _, s := range settings {
		list := &who.Names
		if strings.HasSuffix(s.key, ".email") {
			list = &who.Emails
		}
		if value := rapport.OneLine(decode([]byte(s.value))); value != "" && !slices.Contains(*list, value) {
			*list = append(*list, value)
		}
	}
	return who, nil
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
	return e.WithHint("if one of these is you, name the address: %s", strings.Join(list, ", "))
}

// state is what there is to know of a repository before reading it.
type state struct {
	name    string // what people call it
	bare    bool
	shallow string   // the list of commits where a shallow clone ends; empty in a full one
	mailmap string   // what .mailmap and the settings about it say
	tips    []string // sorted, without doubles; the commit of HEAD is among them
	head    string   // empty in a repository without a commit
}

// readState asks git once for the branches, and beside it for the settings
// about .mailmap.
func readState(ctx context.Context, dir string) (state, error) {
	type answer struct {
		settings []setting
		err      error
	}
	mailmap := make(chan answer, 1)
	go func() {
		settings, err := configured(ctx, dir, `^mailmap\.`)
		mailmap <- answer{settings, err}
	}()
	st, top, common, err := readRefs(ctx, dir)
	told := <-mailmap
	if err == nil {
		err = told.err
	}
	if err != nil {
		return state{}, err
	}
	for _, s := range told.settings {
		st.mailmap += s.key + "=" + s.value + "\n"
		if s.key == "mailmap.file" {
			st.mailmap += readSmall(expand(s.value, top))
		}
	}
	if !st.bare {
		st.mailmap += readSmall(filepath.Join(top, ".mailmap"))
	}
	if st.shallow != "" {
		st.shallow = "shallow\n" + readSmall(filepath.Join(common, "shallow"))
	}
	return st, nil
}

func readRefs(ctx context.Context, dir string) (st state, top, common string, err error) {
	out, err := output(ctx, dir, "rev-parse", "--is-bare-repository", "--is-shallow-repository",
		"--path-format=absolute", "--git-common-dir", "--show-cdup", "--branches", "--remotes", "HEAD")
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	var f *failure
	unborn := errors.As(err, &f) && f.says("ambiguous argument 'HEAD'", "bad revision 'HEAD'") && len(lines) > 3
	if err != nil && !unborn {
		return state{}, "", "", explain(dir, err)
	}
	if len(lines) < 3 {
		return state{}, "", "", explain(dir, &failure{call: "rev-parse", stderr: string(out)})
	}
	common = filepath.FromSlash(lines[2])
	st = state{name: nameOf(common), bare: lines[0] == "true"}
	if lines[1] == "true" {
		st.shallow = "shallow"
	}
	for _, line := range lines[3:] {
		switch {
		case isHash(line):
			st.tips = append(st.tips, line)
		case !st.bare && line != "HEAD":
			top = line
		}
	}
	if !filepath.IsAbs(top) {
		top = filepath.Join(dir, top)
	}
	if n := len(st.tips); n > 0 && !unborn {
		st.head = st.tips[n-1]
	}
	slices.Sort(st.tips)
	st.tips = slices.Compact(st.tips)
	return st, top, common, nil
}

// nameOf returns what people call the repository whose common folder is dir:
// all its work trees have one name.
func nameOf(dir string) string {
	base := filepath.Base(dir)
	if base == ".git" {
		return filepath.Base(filepath.Dir(dir))
	}
	return strings.TrimSuffix(base, ".git")
}

// expand resolves the path of a setting as git does.
func expand(path, top string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(path) {
		return filepath.Join(top, path)
	}
	return path
}

// readSmall returns the content of a file of settings, empty where it cannot
// be read: it serves only to notice a change.
func readSmall(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return ""
	}
	return string(text)
}
