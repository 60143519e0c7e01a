package git

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/intake/git/gittest"
)

func contextOf(t *testing.T) (context.Context, context.CancelFunc) {
	return context.WithCancel(t.Context())
}

func TestOpen_findsTheRoot(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	r.Write("deep/er/file", "x")
	bare := filepath.Join(t.TempDir(), "shop.git")
	r.Git("clone", "-q", "--bare", r.Dir, bare)
	for _, c := range []struct {
		name, dir, root string
	}{
		{"at the top", r.Dir, r.Dir},
		{"in a folder", filepath.Join(r.Dir, "deep", "er"), r.Dir},
		{"in a bare one", bare, bare},
		{"nowhere", t.TempDir(), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			opened, err := Open(t.Context(), c.dir)
			switch {
			case c.root == "" && rapport.CodeOf(err) != rapport.Invalid && rapport.CodeOf(err) != rapport.NotFound:
				t.Errorf("a folder in no repository: %v", err)
			case c.root != "" && (err != nil || !sameFolder(opened.Root, c.root)):
				t.Errorf("Open gives %+v, %v, want %q", opened, err, c.root)
			}
		})
	}
}

func sameFolder(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

func TestConfiguredIdentity_isASet(t *testing.T) {
	home := filepath.Join(t.TempDir(), "gitconfig")
	if err := os.WriteFile(home, []byte("[user]\n\tname = Ada Moor\n\temail = ada@home.example.org\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", home)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r := gittest.New(t)
	r.Git("config", "user.email", "ada@example.org")
	who, err := ConfiguredIdentity(t.Context(), r.Dir)
	if err != nil || !slices.Equal(who.Names, []string{"Ada Moor"}) || !slices.Equal(who.Emails, []string{"ada@example.org", "ada@home.example.org"}) {
		t.Errorf("identity is %+v, %v", who, err)
	}
}

func TestConfiguredIdentity_isEmptyWhereNothingIsSet(t *testing.T) {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	who, err := ConfiguredIdentity(t.Context(), t.TempDir())
	if err != nil || !who.IsZero() {
		t.Errorf("identity is %+v, %v", who, err)
	}
}

func TestEnvironment_keepsNothingThatPointsElsewhere(t *testing.T) {
	t.Parallel()
	env := environment([]string{"HOME=/h", "GIT_DIR=/other", "GIT_WORK_TREE=/other", "GIT_INDEX_FILE=x", "LC_ALL=de_DE", "GIT_CONFIG_GLOBAL=/g"})
	for _, kv := range []string{"HOME=/h", "LC_ALL=C", "GIT_CONFIG_GLOBAL=/g", "GIT_TERMINAL_PROMPT=0"} {
		if !slices.Contains(env, kv) {
			t.Errorf("%s is missing", kv)
		}
	}
	for _, kv := range []string{"GIT_DIR=/other", "GIT_WORK_TREE=/other", "GIT_INDEX_FILE=x", "LC_ALL=de_DE"} {
		if slices.Contains(env, kv) {
			t.Errorf("%s is there", kv)
		}
	}
}

func TestFetch_saysThatGitIsMissing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", t.TempDir())
	_, err := Fetch(t.Context(), Request{Dir: dir, Who: isAda()}, nil)
	if rapport.CodeOf(err) != rapport.Unavailable || !strings.Contains(rapport.HintOf(err), "install") {
		t.Errorf("got %v (%s)", err, rapport.HintOf(err))
	}
}

func TestFetch_saysHowToTrustAForeignRepository(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r := gittest.New(t)
	for _, dir := range []string{r.Dir, filepath.Join(r.Dir, ".git")} {
		if err := os.Chown(dir, 12345, 12345); err != nil {
			t.Skip(err)
		}
	}
	_, err := Fetch(t.Context(), Request{Dir: r.Dir, Who: isAda()}, nil)
	if want := "git config --global --add safe.directory '" + r.Dir + "'"; !strings.HasSuffix(rapport.HintOf(err), want) {
		t.Errorf("got %v (%s), want the hint %s", err, rapport.HintOf(err), want)
	}
}

func TestOpen_tellsRootTitleAndUserAtOnce(t *testing.T) {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r := gittest.New(t)
	r.Git("config", "user.email", "ada@example.org")
	r.Git("config", "mailmap.file", "people")
	write(r, ada, nov(16, 9, 0), "deep/er/file", "one")
	tree := filepath.Join(t.TempDir(), "hotfix")
	r.Git("worktree", "add", "-q", tree)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(r.Dir, "deep"), link); err != nil {
		t.Skip(err)
	}
	for dir, root := range map[string]string{r.Dir: r.Dir, filepath.Join(link, "er"): r.Dir, tree: tree} {
		repo, err := Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if !sameFolder(repo.Root, root) || repo.Title != "shop" || !slices.Equal(repo.Configured.Emails, []string{"ada@example.org"}) || len(repo.Configured.Names) != 0 {
			t.Errorf("in %s: %+v", dir, repo)
		}
		b, err := repo.Fetch(t.Context(), Request{Who: repo.Configured}, nil)
		if err != nil || len(b.Commits) != 1 {
			t.Errorf("in %s: %d commits, %v", dir, len(b.Commits), err)
		}
	}
	if _, err := Open(t.Context(), t.TempDir()); rapport.CodeOf(err) != rapport.NotFound {
		t.Errorf("a folder in no repository gives %v", err)
	}
}
