package git

import (
	"slices"
	"testing"
	"testing/quick"
	"unicode/utf8"
)

func TestTell_putsOrdersIntoThePast(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]string{
		"add retry to the payment call":          "Added retry to the payment call",
		"Adds the retry":                         "Added the retry",
		"adding a retry":                         "Added a retry",
		"added a retry":                          "Added a retry",
		"ADD retry":                              "Added retry",
		"fix the totals and remove the old form": "Fixed the totals and removed the old form",
		"add search and replace":                 "Added search and replace",
		"don't panic on an empty basket":         "Stopped panicking on an empty basket",
		"do not print twice":                     "Stopped printing twice",
		"no longer drop mail":                    "Stopped dropping mail",
		"properly handle leap days":              "Properly handled leap days",
		"make sure totals add up":                "Made sure totals add up",
		"rewrite the rota":                       "Rewrote the rota",
		"work around a broken scanner":           "Worked around a broken scanner",
		"re-enable the night job":                "Re-enabled the night job",
		"drop support for old forms":             "Dropped support for old forms",
		"support two currencies":                 "Added support for two currencies",
		"set up the label printer":               "Set up the label printer",
		"plan the rota":                          "Planned the rota",
		"log rotation":                           "Worked on log rotation",
		"log the order id":                       "Logged the order id",
		"cache userID lookups":                   "Cached userID lookups",
		"refactoring of the basket":              "Refactored the basket",
		"fix for empty baskets":                  "Fixed empty baskets",
		"new page for returns":                   "Added new page for returns",
		"better messages":                        "Improved messages",
		"feat: dark mode":                        "Added dark mode",
		"feat(web)!: dark mode":                  "Added dark mode",
		"fix: rounding of totals":                "Fixed rounding of totals",
		"fix: totals are wrong":                  "Fixed: totals are wrong",
		"desk list and till list: hide old days": "Hid old days (desk list and till list)",
		"update the docs and release notes":      "Updated the docs and release notes",
		"sort the shelves, and test the lamp":    "Sorted the shelves, and tested the lamp",
		"add a lamp, and all the cables":         "Added a lamp, and all the cables",
		"build and release the price list":       "Built and released the price list",
		"fix: rounding when a voucher is used":   "Fixed rounding when a voucher is used",
		"perf: first page":                       "Sped up first page",
		"docs: returns":                          "Documented returns",
		"refactor: basket":                       "Reworked basket",
		"Basket page":                            "Basket page",
		"the list now remembers its place":       "The list now remembers its place",
		"wip: add the parser":                    "Worked on adding the parser",
		"WIP parser":                             "Worked on parser",
		"Behebt Fehler im Korb":                  "Behebt Fehler im Korb",
		"übersetze die Liste":                    "Übersetze die Liste",
		"fix `Basket.Total` rounding":            "Fixed Basket.Total rounding",
		":bug: fix totals":                       "Fixed totals",
		"✨ add stars":                            "Added stars",
		"[SHOP-12] Show stock":                   "Showed stock",
		"SHOP-12: show stock":                    "Showed stock",
		"SHOP-12 show stock (#9)":                "Showed stock",
		"Fix #12: totals":                        "Fixed totals",
		"fix #12":                                "Fixed #12",
		"show stock, closes #12":                 "Showed stock",
		"show stock (fixes #12, #13)":            "Showed stock",
		"handle SHA-256 sums":                    "Handled SHA-256 sums",
		"commit orders before mail goes out":     "Committed orders before mail goes out",
		"apply the discount":                     "Applied the discount",
		"build the index at night":               "Built the index at night",
		"internal/stock: count at night":         "Counted at night",
		"stock, labels: count at night":          "Counted at night",
		"key ring: test that it opens":           "Tested that it opens",
		"merge the two forms":                    "Merged the two forms",
		"let the desk cancel an order":           "Let the desk cancel an order",
		"chore: update the rota":                 "Updated the rota",
	} {
		if got := tell(readSubject(subject)).text; got != want {
			t.Errorf("%q is told as %q, want %q", subject, got, want)
		}
	}
}

func TestPast_knowsTheForms(t *testing.T) {
	t.Parallel()
	for verb, want := range map[string][2]string{
		"add": {"added", "adding"}, "make": {"made", "making"}, "write": {"wrote", "writing"}, "drop": {"dropped", "dropping"},
		"fix": {"fixed", "fixing"}, "apply": {"applied", "applying"}, "deploy": {"deployed", "deploying"}, "refer": {"referred", "referring"},
		"open": {"opened", "opening"}, "wrap": {"wrapped", "wrapping"}, "run": {"ran", "running"}, "begin": {"began", "beginning"},
		"free": {"freed", "freeing"}, "panic": {"panicked", "panicking"}, "sync": {"synced", "syncing"}, "edit": {"edited", "editing"},
		"set": {"set", "setting"}, "show": {"showed", "showing"}, "submit": {"submitted", "submitting"}, "quit": {"quit", "quitting"},
		"clear": {"cleared", "clearing"}, "read": {"read", "reading"}, "re-enable": {"re-enabled", "re-enabling"}, "trigger": {"triggered", "triggering"},
	} {
		if got := [2]string{past(verb), gerund(verb)}; got != want {
			t.Errorf("%s becomes %v, want %v", verb, got, want)
		}
	}
}

func TestReadSubject_findsNumbersAndScope(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		subject, typ, scope, text string
		numbers                   []string
	}{
		{"feat(checkout): add retry (#812)", "feat", "checkout", "add retry", []string{"#812"}},
		{"fix(api/orders): SHOP-12 totals", "fix", "orders", "totals", []string{"SHOP-12"}},
		{"[SHOP-12][checkout] add retry", "", "checkout", "add retry", []string{"SHOP-12"}},
		{"GH-7: add retry", "", "", "add retry", []string{"#7"}},
		{"add retry for #7", "", "", "add retry for #7", nil},
		{"add UTF-8 and ISO-8601", "", "", "add UTF-8 and ISO-8601", nil},
		{"Bugfix: totals", "fix", "", "totals", nil},
		{"note this: it is late", "", "", "note this: it is late", nil},
		{"add retry (see #7)", "", "", "add retry", []string{"#7"}},
		{"add retry (twice)", "", "", "add retry (twice)", nil},
		{"!45 add retry", "", "", "add retry", []string{"!45"}},
	} {
		h := readSubject(c.subject)
		if h.typ != c.typ || h.scope != c.scope || h.text != c.text || !slices.Equal(h.numbers, c.numbers) {
			t.Errorf("%q is read as %+v, want %+v", c.subject, h, c)
		}
	}
}

func TestNoise_isWhatSaysNothing(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]noise{
		"wip": workInProgress, ".": workInProgress, "fix tests": workInProgress, "Update README.md": workInProgress, "more work": workInProgress,
		"fix typo in the header": spelling, "style: reformat": formatting, "run gofmt": formatting, `all: run "go fix"`: formatting, "Apply go fix -any ./...": formatting, "make linter happy": formatting,
		"bump left-pad from 1.0 to 1.1": versionBump, "v1.2.3": versionBump, "chore(deps): update all": versionBump, "Release 2.0.1": versionBump, "update dependencies": versionBump,
		"Merge branch 'main' into x": mergeLeftover, "resolve merge conflicts": mergeLeftover,
		"address review comments": reviewRemark, "apply suggestions from code review": reviewRemark,
		"fixup! add retry": completion, "go mod tidy": generatedFiles, "add changelog for retry": changeNote,
		"add retry": "", "fix totals": "", "update the rota": "", "set the price of version B": "", "test the night job": "", "release the brake slowly": "",
	} {
		if got := noiseOf(readSubject(subject), subject, nil); got != want {
			t.Errorf("%q is noise %q, want %q", subject, got, want)
		}
	}
}

func TestMergeOf_readsTheUsualHosts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		subject, body string
		want          merge
	}{
		{"Merge pull request #12 from ada/retry", "Add retry", merge{"12", "retry", "Add retry"}},
		{"Merge branch 'retry' into 'main'", "Add retry\n\nSee merge request shop/shop!12", merge{"12", "retry", "Add retry"}},
		{"Merge branch 'retry' into 'main'", "Add retry\n\nMerged-by: Bea\n\nSee merge request https://git.example.org/shop/shop/-/merge_requests/12\n\nApproved-by: Cem", merge{"12", "retry", "Add retry"}},
		{"Merged in retry (pull request #12)", "Add retry", merge{"12", "retry", "Add retry"}},
		{"Merged PR 12: Add retry", "", merge{"12", "", "Add retry"}},
		{"Merge pull request 'Add retry' (#12) from retry into main", "", merge{"12", "retry", "Add retry"}},
		{"Merge branch 'retry'", "", merge{"", "retry", ""}},
		{"Merge branch 'main' into retry", "", merge{}},
		{"Merge branch 'main' of git.example.org:shop", "", merge{}},
		{"Merge remote-tracking branch 'origin/main'", "", merge{}},
	} {
		if got := mergeOf(c.subject, c.body); got != c.want {
			t.Errorf("%q is read as %+v, want %+v", c.subject, got, c.want)
		}
	}
}

func TestHasResult_wantsAMeasure(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Cut p95 from 840 to 520 ms": true, "Reduced memory by 30%": true, "Made search 3x faster": true, "Saved 12 % of the paper": true,
		"Raised the timeout from 10 to 30 seconds": false, "Changed 3 to 4": false, "Reduced the price feed from 900 KB to 80 KB": true,
		"Showed 20 rows": false, "Moved to version 3.2": false, "Covered 100% of lines": false, "Added 2 forms": false, "Moved from 1.2 to 1.3": false,
	} {
		if hasResult(text) != want {
			t.Errorf("%q names a result: %v", text, !want)
		}
	}
}

func TestShorten_keepsWholeWordsAndTheCap(t *testing.T) {
	t.Parallel()
	if err := quick.Check(func(text string, n uint8) bool {
		limit := int(n%60) + 2
		got := shorten(text, limit)
		return utf8.RuneCountInString(got) <= limit
	}, nil); err != nil {
		t.Error(err)
	}
	if got := shorten("Added the price list", 12); got != "Added the…" {
		t.Errorf("got %q", got)
	}
}
