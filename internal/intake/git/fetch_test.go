package git

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/intake/git/gittest"
)

var (
	ada = gittest.Person{Name: "Ada Moor", Email: "ada@example.org"}
	bea = gittest.Person{Name: "Bea Lund", Email: "bea@example.org"}
	cet = time.FixedZone("", 3600)
)

// isAda is the identity that most tests look for.
func isAda() Identity { return Identity{Names: []string{ada.Name}, Emails: []string{ada.Email}} }

// nov returns an instant of November 2026.
func nov(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, cet)
}

// write makes a commit of one file by a person.
func write(r *gittest.Repo, by gittest.Person, at time.Time, file, message string) string {
	return r.Commit(gittest.Change{By: by, At: at, Message: message, Files: map[string]string{file: message + at.String()}})
}

func fetch(t *testing.T, req Request) Batch {
	t.Helper()
	b, err := Fetch(t.Context(), req, nil)
	if err != nil {
		t.Fatalf("Fetch: %v (%s)", err, rapport.HintOf(err))
	}
	return b
}

func subjects(commits []Commit) []string {
	var list []string
	for _, c := range commits {
		list = append(list, c.Subject)
	}
	slices.Sort(list)
	return list
}

func texts(proposals []rapport.Proposal) []string {
	var list []string
	for _, p := range proposals {
		list = append(list, p.Text)
	}
	return list
}

func wantList(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s are %q, want %q", what, got, want)
	}
}

func TestFetch_readsTheWorkOfOnePersonOnly(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a.txt", "add the price list")
	write(r, bea, nov(16, 10, 0), "b.txt", "add the stock list")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	wantList(t, "subjects", subjects(b.Commits), "add the price list")
	c := b.Commits[0]
	if c.Repo != "shop" || len(c.Files) != 1 || c.Files[0] != "a.txt" || c.Author.Offset != 60 || !c.Author.Time().Equal(nov(16, 9, 0)) {
		t.Errorf("commit is %+v", c)
	}
}

func TestFetch_takesTheDayFromTheAuthorsClock(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	// Written on Friday, rebased on Tuesday: Friday's work.
	r.Commit(gittest.Change{By: ada, At: nov(13, 17, 0), Committed: nov(17, 9, 0), Message: "add labels"})
	// The committer's clock is hours behind.
	r.Commit(gittest.Change{By: ada, At: nov(16, 9, 0), Committed: nov(15, 22, 0), Message: "add returns"})
	week := Request{Dir: r.Dir, Who: isAda(), Since: nov(16, 0, 0), Until: nov(20, 23, 59)}
	wantList(t, "this week's", subjects(fetch(t, week).Commits), "add returns")
	week.Since, week.Until = nov(9, 0, 0), nov(15, 23, 59)
	wantList(t, "last week's", subjects(fetch(t, week).Commits), "add labels")
}

func TestFetch_looksBehindACommitWithADeadClock(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(17, 9, 0), "a.txt", "add labels")
	r.Commit(gittest.Change{By: bea, At: time.Unix(1e9, 0), Message: "from a machine without a battery"})
	write(r, ada, nov(18, 9, 0), "a.txt", "add returns")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda(), Since: nov(16, 0, 0)})
	wantList(t, "subjects", subjects(b.Commits), "add labels", "add returns")
}

func TestFetch_readsCommitsFromTheFuture(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	r.Commit(gittest.Change{By: ada, At: time.Date(2061, 1, 1, 9, 0, 0, 0, cet), Committed: nov(18, 9, 0), Message: "add labels"})
	b := fetch(t, Request{Dir: r.Dir, Who: isAda(), Since: nov(16, 0, 0)})
	wantList(t, "subjects", subjects(b.Commits), "add labels")
	p := Map(b.Commits, MapOptions{Today: "2026-11-20"})
	if len(p) != 1 || p[0].Day != "2026-11-18" {
		t.Errorf("proposals are %+v, want one on the committer's day", p)
	}
}

func TestFetch_neverMixesUpTwoPeople(t *testing.T) {
	t.Parallel()
	namesake := gittest.Person{Name: "Ada Moor", Email: "ada.moor@example.net"}
	laptop := gittest.Person{Name: "ada moor", Email: "ada@laptop.local"}
	home := gittest.Person{Name: "A. Moor", Email: "Ada@Home.example.org"}
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a", "mine")
	write(r, namesake, nov(16, 10, 0), "b", "a namesake's")
	write(r, laptop, nov(16, 11, 0), "c", "mine from a machine without mail")
	write(r, home, nov(16, 12, 0), "d", "mine from home")

	t.Run("an address decides", func(t *testing.T) {
		t.Parallel()
		who := isAda()
		who.Emails = append(who.Emails, "ada@home.example.org")
		b := fetch(t, Request{Dir: r.Dir, Who: who})
		wantList(t, "subjects", subjects(b.Commits), "mine", "mine from a machine without mail", "mine from home")
		if len(b.Warnings) != 1 || !strings.Contains(b.Warnings[0], "ada.moor@example.net") {
			t.Errorf("warnings are %q, want one that names the other address", b.Warnings)
		}
	})
	t.Run("a name alone that several addresses use decides nothing", func(t *testing.T) {
		t.Parallel()
		b := fetch(t, Request{Dir: r.Dir, Who: Identity{Names: []string{"Ada Moor"}}})
		if len(b.Commits) != 0 || len(b.Warnings) != 1 || !strings.Contains(b.Warnings[0], "2 addresses") {
			t.Errorf("got %q with warnings %q", subjects(b.Commits), b.Warnings)
		}
	})
	t.Run("a name alone is enough where one address uses it", func(t *testing.T) {
		t.Parallel()
		b := fetch(t, Request{Dir: r.Dir, Who: Identity{Names: []string{"A. Moor"}}})
		wantList(t, "subjects", subjects(b.Commits), "mine from home")
	})
}

func TestFetch_followsMailmap(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, gittest.Person{Name: "amoor", Email: "amoor@old.example.org"}, nov(9, 9, 0), "a", "under my old address")
	write(r, gittest.Person{Name: "Desk", Email: "desk@example.org"}, nov(10, 9, 0), "b", "Bea's at the shared desk")
	r.Write(".mailmap", "Ada Moor <ada@example.org> <amoor@old.example.org>\nBea Lund <bea@example.org> Desk <desk@example.org>\n")
	r.Commit(gittest.Change{By: bea, At: nov(11, 9, 0), Message: "name everybody", Files: map[string]string{"c": "c"}})
	write(r, bea, nov(12, 9, 0), "d", "pair\n\nCo-authored-by: amoor <amoor@old.example.org>")

	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	wantList(t, "subjects", subjects(b.Commits), "under my old address")
	who := isAda()
	who.Emails = append(who.Emails, "desk@example.org")
	b2 := fetch(t, Request{Dir: r.Dir, Who: who, Known: b.Cursor})
	wantList(t, "subjects with the shared desk", subjects(b2.Commits), "under my old address")
}

func TestFetch_countsCoAuthors(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, bea, nov(16, 9, 0), "a", "add pairing\n\nWe sat together.\n\nCo-Authored-By: Ada Moor <ada@example.org>")
	write(r, bea, nov(17, 9, 0), "b", "add more\n\nCo-authored-by: Ada Moor <ada@example.net>")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	wantList(t, "subjects", subjects(b.Commits), "add pairing")
	if !b.Commits[0].Helped {
		t.Error("the commit does not say that I only helped")
	}
	if p := Map(b.Commits, MapOptions{}); len(p) != 1 || !strings.Contains(p[0].Reason, "with Bea Lund") {
		t.Errorf("proposals are %+v, want the author named", p)
	}
}

func TestFetch_readsOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a", "one")
	req := Request{Dir: r.Dir, Who: isAda(), Since: nov(1, 0, 0)}
	first := fetch(t, req)

	text := first.Cursor.Encode()
	known, err := DecodeCursor(text)
	if err != nil || len(text) > 400 {
		t.Fatalf("cursor %q does not come back: %v", text, err)
	}
	req.Known, req.Since = known, nov(2, 0, 0)
	if b := fetch(t, req); !b.Unmoved || len(b.Commits) != 0 || b.Cursor.Encode() != text {
		t.Errorf("an unmoved repository gives %+v", b)
	}
	write(r, ada, nov(17, 9, 0), "a", "two")
	second := fetch(t, req)
	wantList(t, "new ones", subjects(second.Commits), "two")

	req.Known, req.Since = second.Cursor, time.Time{}
	wantList(t, "those of a wider window", subjects(fetch(t, req).Commits), "one", "two")
	req.Who.Emails = append(req.Who.Emails, "other@example.org")
	req.Known = second.Cursor
	if fetch(t, req).Unmoved {
		t.Error("another identity was not read anew")
	}

	// The branch is rewritten and the old commits are gone for good.
	r.Git("checkout", "-q", "--orphan", "fresh")
	write(r, ada, nov(18, 9, 0), "a", "three")
	r.Git("branch", "-q", "-D", "main")
	r.Git("reflog", "expire", "--expire=now", "--all")
	r.Git("gc", "-q", "--prune=now")
	wantList(t, "after a rewrite", subjects(fetch(t, Request{Dir: r.Dir, Who: isAda(), Since: nov(2, 0, 0), Known: second.Cursor}).Commits), "three")
}

func TestFetch_readsEveryBranchButNoStashNoteOrTag(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a", "on main")
	r.Git("checkout", "-q", "-b", "gone")
	write(r, ada, nov(16, 10, 0), "a", "under a tag only")
	r.Git("tag", "kept")
	r.Git("checkout", "-q", "-b", "side", "main")
	r.Git("branch", "-q", "-D", "gone")
	write(r, ada, nov(16, 11, 0), "b", "on a branch")
	tip := r.Git("rev-parse", "HEAD")
	r.Git("update-ref", "refs/remotes/origin/far", r.As(gittest.Change{By: ada, At: nov(16, 12, 0)}, "commit-tree", "-m", "on a remote branch", "-p", tip, tip+"^{tree}"))
	r.Write("b", "stashed")
	r.As(gittest.Change{By: ada, At: nov(17, 9, 0)}, "stash")
	r.As(gittest.Change{By: ada, At: nov(17, 9, 0)}, "notes", "add", "-m", "noted")
	r.Git("checkout", "-q", "--detach")
	write(r, ada, nov(16, 13, 0), "c", "on no branch")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	wantList(t, "subjects", subjects(b.Commits), "on a branch", "on a remote branch", "on main", "on no branch")
}

func TestFetch_readsEveryKindOfRepository(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "deep/a", "one")
	write(r, ada, nov(17, 9, 0), "deep/b", "two")
	in := func(name string, args ...string) string {
		dir := filepath.Join(t.TempDir(), name)
		r.Git(append(args, dir)...)
		return dir
	}
	for _, c := range []struct {
		name, dir, repo string
		want            []string
		shallow         bool
	}{
		{name: "a folder of it", dir: filepath.Join(r.Dir, "deep"), repo: "shop", want: []string{"one", "two"}},
		{name: "a bare one", dir: in("shop.git", "clone", "-q", "--bare", r.Dir), repo: "shop", want: []string{"one", "two"}},
		{name: "a work tree", dir: in("shop-hotfix", "worktree", "add", "-q", "-b", "hotfix"), repo: "shop", want: []string{"one", "two"}},
		{name: "a shallow clone", dir: in("shop", "clone", "-q", "--depth=1", "file://"+r.Dir), repo: "shop", want: []string{"two"}, shallow: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := fetch(t, Request{Dir: c.dir, Who: isAda()})
			wantList(t, "subjects", subjects(b.Commits), c.want...)
			if b.Commits[0].Repo != c.repo {
				t.Errorf("it is called %q, want %q", b.Commits[0].Repo, c.repo)
			}
			if b.Shallow != c.shallow || c.shallow != (len(b.Warnings) == 1) {
				t.Errorf("shallow is %v with warnings %q", b.Shallow, b.Warnings)
			}
		})
	}
}

func TestFetch_readsMoreOnceAShallowCloneIsDeepened(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a", "one")
	write(r, ada, nov(17, 9, 0), "b", "two")
	dir := filepath.Join(t.TempDir(), "shop")
	r.Git("clone", "-q", "--depth=1", "file://"+r.Dir, dir)
	first := fetch(t, Request{Dir: dir, Who: isAda()})
	gittest.At(t, dir).Git("fetch", "-q", "--unshallow")
	second := fetch(t, Request{Dir: dir, Who: isAda(), Known: first.Cursor})
	wantList(t, "subjects", subjects(second.Commits), "one", "two")
}

func TestFetch_keepsSubmodulesApart(t *testing.T) {
	t.Parallel()
	part := gittest.New(t)
	write(part, ada, nov(16, 9, 0), "a", "in the part")
	whole := gittest.New(t)
	whole.Git("submodule", "--quiet", "add", part.Dir, "part")
	whole.Commit(gittest.Change{By: ada, At: nov(17, 9, 0), Message: "in the whole"})
	wantList(t, "subjects of the whole", subjects(fetch(t, Request{Dir: whole.Dir, Who: isAda()}).Commits), "in the whole")
	b := fetch(t, Request{Dir: filepath.Join(whole.Dir, "part"), Who: isAda()})
	wantList(t, "subjects of the part", subjects(b.Commits), "in the part")
	if b.Commits[0].Repo != "part" {
		t.Errorf("the part is called %q", b.Commits[0].Repo)
	}
}

func TestFetch_survivesStrangeMessages(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	r.Git("config", "i18n.logOutputEncoding", "UTF-16")
	r.Git("config", "log.showSignature", "true")
	write(r, ada, nov(16, 9, 0), "a", "pr\xfcfe die L\xe4nge")
	r.As(gittest.Change{By: ada, At: nov(16, 10, 0), Message: "se\xf1al nueva"}, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "--allow-empty", "-F", "-")
	write(r, ada, nov(16, 11, 0), "c", "הוסף רשימת מחירים \u202etxt")
	write(r, ada, nov(16, 12, 0), "d", "add 🍞 to the list")
	write(r, ada, nov(16, 13, 0), "e", "add a novel\n\n"+strings.Repeat("It was long. ", 800_000))
	r.Commit(gittest.Change{By: ada, At: nov(16, 14, 0), Message: ""})
	write(r, ada, nov(16, 15, 0), "-f oo\nbar", "add\ta\x07 bell")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	wantList(t, "subjects", subjects(b.Commits), "", "add a bell", "add a novel", "add 🍞 to the list", "prüfe die Länge", "señal nueva", "הוסף רשימת מחירים txt")
	for _, c := range b.Commits {
		if len(c.Body) > maxMessage {
			t.Errorf("%q keeps a body of %d bytes", c.Subject, len(c.Body))
		}
	}
	for _, p := range Map(b.Commits, MapOptions{}) {
		if p.Text == "" || p.Text != rapport.OneLine(p.Text) {
			t.Errorf("text %q is not one clean line", p.Text)
		}
	}
}

func TestFetch_finishesOnAnEmptyRepository(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	if len(b.Commits) != 0 {
		t.Errorf("found %q", subjects(b.Commits))
	}
	if again := fetch(t, Request{Dir: r.Dir, Who: isAda(), Known: b.Cursor}); !again.Unmoved {
		t.Error("nothing moved, but it was read again")
	}
	if authors, err := Authors(t.Context(), r.Dir); err != nil || len(authors) != 0 {
		t.Errorf("Authors: %v, %v", authors, err)
	}
}

func TestFetch_tellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	damaged := gittest.New(t)
	write(damaged, ada, nov(16, 9, 0), "a", "one")
	sha := write(damaged, ada, nov(16, 9, 0), "a", "two")
	parent := damaged.Git("rev-parse", sha+"^")
	if err := os.Remove(filepath.Join(damaged.Dir, ".git", "objects", parent[:2], parent[2:])); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, dir string
		who       Identity
		code      rapport.Code
		says      string
		hint      string
	}{
		{"a folder that is not there", filepath.Join(t.TempDir(), "-nowhere"), isAda(), rapport.NotFound, "no folder", "check"},
		{"a folder that is no repository", t.TempDir(), isAda(), rapport.NotFound, "not in a git repository", "git init"},
		{"a file", file, isAda(), rapport.Invalid, "not a folder", "folder"},
		{"nobody", damaged.Dir, Identity{Names: []string{" "}}, rapport.Invalid, "nobody", "user.email"},
		{"a damaged repository", damaged.Dir, isAda(), rapport.Unavailable, "damaged", "fsck"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Fetch(t.Context(), Request{Dir: c.dir, Who: c.who}, nil)
			if rapport.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) || !strings.Contains(rapport.HintOf(err), c.hint) {
				t.Errorf("got %s %v (%s)", rapport.CodeOf(err), err, rapport.HintOf(err))
			}
		})
	}
}

func TestExplain_namesTheNextStep(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ stderr, hint string }{
		{"fatal: detected dubious ownership in repository at '/srv/shop'\nTo add an exception…", "git config --global --add safe.directory '/srv/shop'"},
		{"error: could not open '.git/HEAD': Permission denied", "check who owns its files"},
		{"fatal: something new", "git log"},
	} {
		err := explain("/srv/shop", &failure{call: "log", stderr: c.stderr})
		if got := rapport.HintOf(err); !strings.Contains(got, c.hint) {
			t.Errorf("%q hints %q, want %q", c.stderr, got, c.hint)
		}
	}
}

func TestFetch_stopsWhenAsked(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, ada, nov(16, 9, 0), "a", "one")
	ctx, cancel := contextOf(t)
	cancel()
	if _, err := Fetch(ctx, Request{Dir: r.Dir, Who: isAda()}, nil); err == nil {
		t.Error("a cancelled reading succeeds")
	}
}

func TestFetch_saysWhoElseIsThere(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	for i := range 3 {
		write(r, bea, nov(16, 9, i), "a", "one")
	}
	write(r, gittest.Person{Name: "Cem Okri", Email: "cem@example.org"}, nov(16, 10, 0), "a", "one")
	b := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	authors, err := Authors(t.Context(), r.Dir)
	if err != nil || !slices.Equal(authors, b.Authors) {
		t.Errorf("Authors are %v (%v), the reading saw %v", authors, err, b.Authors)
	}
	hint := rapport.HintOf(UnknownAuthor("shop", isAda(), authors))
	if !strings.Contains(hint, "Bea Lund <bea@example.org> (3), Cem Okri <cem@example.org> (1)") {
		t.Errorf("hint is %q", hint)
	}
}
