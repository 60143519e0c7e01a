package git

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/intake/git/gittest"
)

// mapped reads a repository and maps what it finds.
func mapped(t *testing.T, r *gittest.Repo) []rapport.Proposal {
	t.Helper()
	return Map(fetch(t, Request{Dir: r.Dir, Who: isAda()}).Commits, MapOptions{})
}

func TestMap_countsWorkOnceHoweverOftenItWasWritten(t *testing.T) {
	t.Parallel()
	base := func(t *testing.T) *gittest.Repo {
		r := gittest.New(t)
		write(r, bea, nov(9, 9, 0), "base", "base")
		r.Git("checkout", "-q", "-b", "side")
		return r
	}
	later := gittest.Change{By: ada, At: nov(19, 9, 0)}
	for _, c := range []struct {
		name  string
		build func(t *testing.T, r *gittest.Repo)
		want  []string
	}{
		{"rebased", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "add the price list")
			r.Git("branch", "old")
			r.Git("checkout", "-q", "main")
			write(r, bea, nov(17, 9, 0), "b", "moved on")
			r.Git("checkout", "-q", "side")
			r.As(gittest.Change{By: bea, At: nov(18, 9, 0)}, "rebase", "-q", "main")
		}, []string{"Added the price list"}},
		{"cherry-picked", func(_ *testing.T, r *gittest.Repo) {
			sha := write(r, ada, nov(16, 9, 0), "a", "add the price list")
			r.Git("checkout", "-q", "main")
			r.As(later, "cherry-pick", "-x", sha)
		}, []string{"Added the price list"}},
		{"cherry-picked with other words and clock", func(_ *testing.T, r *gittest.Repo) {
			sha := write(r, ada, nov(16, 9, 0), "a", "add the price list")
			r.Git("checkout", "-q", "main")
			write(r, ada, nov(19, 9, 0), "a", "add the price list to 1.x\n\n(cherry picked from commit "+sha+")")
		}, []string{"Added the price list to 1.x"}},
		{"amended after it was pushed", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "add the price lists")
			r.Git("update-ref", "refs/remotes/origin/side", "HEAD")
			r.As(gittest.Change{By: ada, At: nov(16, 10, 0)}, "commit", "-q", "--amend", "-m", "add the price list")
		}, []string{"Added the price list"}},
		{"squash-merged under the same subject", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "add the price list")
			r.Git("checkout", "-q", "main")
			write(r, ada, nov(18, 9, 0), "a", "add the price list (#7)")
		}, []string{"Added the price list"}},
		{"squash-merged with its parts listed", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "read prices")
			write(r, ada, nov(16, 10, 0), "b", "show prices")
			r.Git("checkout", "-q", "main")
			write(r, ada, nov(18, 9, 0), "a", "Add the price list (#7)\n\n* read prices\n\n* show prices")
		}, []string{"Added the price list"}},
		{"squash-merged under a new subject", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "read prices")
			write(r, ada, nov(16, 10, 0), "b", "show prices")
			r.Git("checkout", "-q", "main")
			r.Git("merge", "-q", "--squash", "side")
			r.Commit(gittest.Change{By: ada, At: nov(18, 9, 0), Message: "Add the price list (#7)"})
		}, []string{"Added the price list"}},
		{"taken back at once", func(_ *testing.T, r *gittest.Repo) {
			write(r, ada, nov(16, 9, 0), "a", "add the stock list")
			sha := write(r, ada, nov(16, 10, 0), "b", "add the price list")
			r.As(gittest.Change{By: ada, At: nov(16, 11, 0)}, "revert", "--no-edit", sha)
		}, []string{"Added the stock list"}},
		{"taken back and put in again", func(_ *testing.T, r *gittest.Repo) {
			sha := write(r, ada, nov(16, 10, 0), "b", "add the price list")
			r.As(gittest.Change{By: ada, At: nov(16, 11, 0)}, "revert", "--no-edit", sha)
			r.As(gittest.Change{By: ada, At: nov(16, 12, 0)}, "revert", "--no-edit", "HEAD")
		}, []string{"Added the price list"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := base(t)
			c.build(t, r)
			wantList(t, "proposals", texts(mapped(t, r)), c.want...)
		})
	}
}

func TestMap_joinsTheCommitsOfAMergedBranch(t *testing.T) {
	t.Parallel()
	r := gittest.New(t)
	write(r, bea, nov(9, 9, 0), "base", "base")
	write(r, ada, nov(13, 9, 0), "other", "add labels")
	r.Git("checkout", "-q", "-b", "prices")
	write(r, ada, nov(16, 9, 0), "a", "read prices")
	write(r, bea, nov(16, 10, 0), "b", "a hand from Bea")
	write(r, ada, nov(16, 11, 0), "c", "show prices")
	before := fetch(t, Request{Dir: r.Dir, Who: isAda()})
	r.Git("checkout", "-q", "main")
	r.Merge("prices", gittest.Change{By: bea, At: nov(17, 9, 0), Message: "Merge pull request #7 from ada/prices\n\nShow prices at the desk"})
	wantList(t, "proposals", texts(mapped(t, r)), "Added labels", "Showed prices at the desk")

	// The merge is all that is new; it still says what belongs together.
	after := fetch(t, Request{Dir: r.Dir, Who: isAda(), Known: before.Cursor})
	if len(after.Commits) != 1 || !after.Commits[0].IsMerge() {
		t.Fatalf("new commits are %q", subjects(after.Commits))
	}
	all := Map(append(after.Commits, before.Commits...), MapOptions{})
	if !slices.Contains(texts(all), "Showed prices at the desk") {
		t.Errorf("proposals are %q", texts(all))
	}
}

func TestMap_namesThePartOfTheProduct(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]string{
		"desk: fix the queue":                "Fixed the queue (desk)",
		"desk: fix the desk queue":           "Fixed the desk queue",
		"desks: fix the desk queue":          "Fixed the desk queue",
		"shop: fix the queue":                "Fixed the queue",
		"all: run the slow tests at night":   "Ran the slow tests at night",
		"desk,till: add the totals of a day": "Added the totals of a day (desk, till)",
		"returns: add labels":                "Added labels", // a project of this name says it
	} {
		t.Run(subject, func(t *testing.T) {
			t.Parallel()
			at := rapport.StampOf(nov(20, 17, 0))
			one := []Commit{{Repo: "shop", SHA: idOf("a"), Author: at, Committer: at, AuthorEmail: "ada@example.org", Subject: subject}}
			wantList(t, "proposals", texts(Map(one, MapOptions{Projects: []rapport.Slug{"returns"}})), want)
		})
	}
}

func TestMap_readsWhatWasPreparedInPrivate(t *testing.T) {
	t.Parallel()
	at := rapport.StampOf(nov(20, 17, 0))
	fork := func(body string) []Commit {
		return []Commit{{Repo: "shop", SHA: idOf("a"), Author: at, Committer: at, AuthorEmail: "ada@example.org", Subject: "Merge commit from fork", Body: body}}
	}
	wantList(t, "listed", texts(Map(fork("* wip\n\n* fix: reject orders without an owner\n\nDetails.\n\n* test: cover it"), MapOptions{})), "Rejected orders without an owner")
	folded := Map(fork(""), MapOptions{})
	if len(folded) != 1 || folded[0].Noise != 1 {
		t.Errorf("a merge that says nothing is proposed as %+v", folded)
	}
}

func TestMap_keepsKeys(t *testing.T) {
	t.Parallel()
	commits := readHistory(t, "testdata/squash.history")
	commits = append(commits, readHistory(t, "testdata/merge.history")...)
	want := Map(commits, MapOptions{})
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		rng.Shuffle(len(commits), func(i, j int) { commits[i], commits[j] = commits[j], commits[i] })
		again := append(slices.Clone(commits), commits[:5]...)
		if diff := cmp.Diff(want, Map(again, MapOptions{})); diff != "" {
			t.Fatalf("another order gives other proposals:\n%s", diff)
		}
	}
	seen := make(map[string]bool)
	for _, p := range want {
		if seen[p.Key] {
			t.Errorf("key %s is there twice", p.Key)
		}
		seen[p.Key] = true
	}
}

func TestMap_proposesNothingTwice(t *testing.T) {
	t.Parallel()
	commits := readHistory(t, "testdata/squash.history")
	first := Map(commits, MapOptions{})
	decided := make(map[string]bool)
	keys := make(map[string]bool)
	for _, p := range first {
		keys[p.Key] = true
		for _, e := range p.Evidence {
			decided[e.Ref] = true
		}
	}
	opt := MapOptions{Decided: func(sha string) bool { return decided[sha] }}
	if again := Map(commits, opt); len(again) != 0 {
		t.Errorf("decided work is proposed again: %q", texts(again))
	}
	at := rapport.StampOf(nov(20, 17, 0))
	more := append(commits, Commit{
		Repo: "shop", SHA: idOf("new"), Parents: []string{idOf("s11")}, Author: at, Committer: at,
		AuthorEmail: "ada@example.org", Subject: "feat(reports): export as a web page (#827)",
	})
	again := Map(more, opt)
	if len(again) != 1 || keys[again[0].Key] || again[0].Text != "Added export as a web page (reports)" {
		t.Errorf("work that goes on is proposed as %+v", again)
	}
}

func TestMap_guessesTheKindWithCare(t *testing.T) {
	t.Parallel()
	guess := func(text string) (rapport.Kind, int) {
		if strings.Contains(text, "outage") {
			return rapport.Challenge, 90
		}
		return rapport.Accomplishment, 90
	}
	for _, c := range []struct {
		subject string
		want    rapport.Kind
	}{
		{"add the price list", rapport.Progress},
		{"fix rounding of totals", rapport.Progress},
		{"cut the night job from 40 to 12 minutes", rapport.Accomplishment},
		{"make search 3x faster", rapport.Accomplishment},
		{"reduce memory by 30%", rapport.Accomplishment},
		{"support version 3.2 of the form", rapport.Progress},
		{"show 20 rows on a page", rapport.Progress},
		{"fix the outage of the label printer", rapport.Challenge},
		{`Revert "show prices in the header"`, rapport.Challenge},
	} {
		at := rapport.StampOf(nov(16, 9, 0))
		p := Map([]Commit{{Repo: "shop", SHA: idOf("x"), Author: at, Subject: c.subject}}, MapOptions{GuessKind: guess})
		if len(p) != 1 || p[0].Kind != c.want {
			t.Errorf("%q is %+v, want %s", c.subject, p, c.want)
		}
	}
}

func TestMap_guessesTheProject(t *testing.T) {
	t.Parallel()
	at := rapport.StampOf(nov(16, 9, 0))
	commits := []Commit{
		{Repo: "Shop Floor", SHA: idOf("1"), Author: at, Subject: "checkout: add retry"},
		{Repo: "Shop Floor", SHA: idOf("2"), Author: at, Subject: "labels: add a border"},
	}
	p := Map(commits, MapOptions{Projects: []rapport.Slug{"checkout"}})
	got := []string{string(p[0].Project), string(p[1].Project)}
	slices.Sort(got)
	wantList(t, "projects", got, "checkout", "shop-floor")
}

func TestMap_makesAReadableWeek(t *testing.T) {
	t.Parallel()
	var commits []Commit
	areas := []string{"checkout", "stock", "labels", "search", "mail", "billing", "returns", "prices", "login", "export", "import", "audit", "forms", "tax", "print", "rota"}
	verbs := []string{"add", "fix", "remove", "improve", "rename"}
	for i := range 60 {
		at := rapport.StampOf(nov(16+i/12, 8+i%12, i))
		commits = append(commits, Commit{
			Repo: "shop", SHA: idOf(fmt.Sprint(i)), Author: at, Committer: at, AuthorEmail: "ada@example.org",
			Subject: verbs[i%5] + " part " + fmt.Sprint(i), Files: []string{areas[i%16] + "/file.go"},
		})
	}
	p := Map(commits, MapOptions{})
	if len(p) < 3 || len(p) > maxPerWeek {
		t.Errorf("60 commits of a week are %d proposals: %q", len(p), texts(p))
	}
	evidence := 0
	for _, p := range p {
		evidence += len(p.Evidence)
	}
	if evidence != 60 {
		t.Errorf("%d of 60 commits are evidence", evidence)
	}
}

func TestMap_joinsAFullWeekByScope(t *testing.T) {
	t.Parallel()
	var commits []Commit
	for i := range 24 {
		at := rapport.StampOf(nov(16+i/6, 8+i%6, i))
		commits = append(commits, Commit{
			Repo: "shop", SHA: idOf(fmt.Sprint(i)), Author: at, Committer: at, AuthorEmail: "ada@example.org",
			Subject: fmt.Sprintf("feat(%s): add part %d (#%d)", []string{"checkout", "stock", "labels"}[i%3], i, 100+i),
		})
	}
	p := Map(commits, MapOptions{})
	if len(p) != 3 {
		t.Errorf("24 requests of 3 scopes are %d proposals: %q", len(p), texts(p))
	}
}

func TestMap_losesNoCommitAndShowsNoneTwice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		subject := rapid.SampledFrom([]string{
			"wip", "add prices", "fix(checkout): totals (#3)", "stock: typo", "fixup! add prices",
			"ABC-7: show stock", `Revert "add prices"`, "v1.2.0", "Merge branch 'main' into x", "docs: returns (#4)", "é", "",
		})
		n := rapid.IntRange(0, 30).Draw(t, "commits")
		var commits []Commit
		for i := range n {
			minutes := rapid.IntRange(0, 60*24*40).Draw(t, "minute")
			at := rapport.StampOf(nov(1, 0, 0).Add(time.Duration(minutes)*time.Minute + time.Duration(i)*time.Second))
			commits = append(commits, Commit{Repo: "shop", SHA: idOf(fmt.Sprint(i)), Author: at, Committer: at, AuthorEmail: "ada@example.org", Subject: subject.Draw(t, "subject")})
		}
		seen := make(map[string]int)
		keys := make(map[string]bool)
		for _, p := range Map(commits, MapOptions{}) {
			if p.Text == "" || p.Key == "" || p.Day < p.From || keys[p.Key] || p.Noise > len(p.Evidence) || p.Confidence <= 0 {
				t.Fatalf("proposal %+v", p)
			}
			keys[p.Key] = true
			for _, e := range p.Evidence {
				seen[e.Ref]++
			}
		}
		for _, c := range commits {
			if seen[c.SHA] != 1 {
				t.Fatalf("%q is evidence %d times", c.Subject, seen[c.SHA])
			}
		}
	})
}
