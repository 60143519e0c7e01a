package git

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// state is what there is to know of a repository before reading it.
type state struct {
	name    string // what people call it
	root    string
	bare    bool
	shallow string   // the list of commits where a shallow clone ends; empty in a full one
	mailmap string   // what .mailmap and the settings about it say
	tips    []string // sorted, without doubles; the commit of HEAD is among them
	head    string   // empty in a repository without a commit
}

// Repository is a repository whose branches and settings were just looked at.
// It is to be used at once: what happens to the repository later, it does not
// see.
type Repository struct {
	// Root is the top of the work tree, or the repository itself where it is
	// bare.
	Root string
	// Title is what people call it: all work trees of a repository share it.
	Title string
	// Configured is whom git's configuration names as the user.
	Configured Identity

	dir   string
	state state
	begun *Beginning // where it was looked at ahead
}

// Open looks at the repository that dir lies in. All it asks of git is asked
// at the same time; who needs the root, the user and the commits saves time by
// opening once.
func Open(ctx context.Context, dir string) (*Repository, error) {
	if err := checkDir(dir); err != nil {
		return nil, err
	}
	type answer struct {
		settings []setting
		err      error
	}
	settings := make(chan answer, 1)
	go func() {
		list, err := configured(ctx, dir, `^(user|author)\.(name|email)$|^mailmap\.`)
		settings <- answer{list, err}
	}()
	st, common, err := readRefs(ctx, dir)
	told := <-settings
	if err == nil {
		err = told.err
	}
	if err != nil {
		return nil, err
	}
	st.addMailmap(told.settings)
	if st.shallow != "" {
		st.shallow = "shallow\n" + readSmall(filepath.Join(common, "shallow"))
	}
	return &Repository{Root: st.root, Title: st.name, Configured: identityOf(told.settings), dir: dir, state: st}, nil
}

// addMailmap notes what .mailmap says and where else the settings put it.
func (st *state) addMailmap(settings []setting) {
	for _, s := range settings {
		if !strings.HasPrefix(s.key, "mailmap.") {
			continue
		}
		st.mailmap += s.key + "=" + s.value + "\n"
		if s.key == "mailmap.file" {
			st.mailmap += readSmall(expand(s.value, st.root))
		}
	}
	if !st.bare {
		st.mailmap += readSmall(filepath.Join(st.root, ".mailmap"))
	}
}

// readRefs asks git for all that one call can tell.
func readRefs(ctx context.Context, dir string) (st state, common string, err error) {
	out, err := output(ctx, dir, "rev-parse", "--is-bare-repository", "--is-shallow-repository",
		"--path-format=absolute", "--git-common-dir", "--show-cdup", "--branches", "--remotes", "HEAD")
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	var f *failure
	unborn := errors.As(err, &f) && f.says("ambiguous argument 'HEAD'", "bad revision 'HEAD'") && len(lines) > 3
	if err != nil && !unborn {
		return state{}, "", explain(dir, err)
	}
	if len(lines) < 3 {
		return state{}, "", explain(dir, &failure{call: "rev-parse", stderr: string(out)})
	}
	common = filepath.FromSlash(lines[2])
	st = state{name: nameOf(common), bare: lines[0] == "true"}
	if lines[1] == "true" {
		st.shallow = "shallow"
	}
	top := ""
	for _, line := range lines[3:] {
		switch {
		case isHash(line):
			st.tips = append(st.tips, line)
		case !st.bare && line != "HEAD":
			top = line
		}
	}
	if st.root = common; !st.bare {
		st.root = rootOf(dir, top)
	}
	if n := len(st.tips); n > 0 && !unborn {
		st.head = st.tips[n-1]
	}
	slices.Sort(st.tips)
	st.tips = slices.Compact(st.tips)
	return st, common, nil
}

// rootOf returns the top of a work tree, given the way up to it from dir.
func rootOf(dir, up string) string {
	if filepath.IsAbs(up) {
		return filepath.FromSlash(up)
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return filepath.Join(dir, up)
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
	defer func() { _ = f.Close() }() // it was only read
	text, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return ""
	}
	return string(text)
}
