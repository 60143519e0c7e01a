package git

import (
	"path"
	"strings"
)

// noise says why a commit has nothing to tell a boss; empty where it has.
type noise string

// The kinds of noise.
const (
	workInProgress noise = "work in progress"
	formatting     noise = "formatting"
	spelling       noise = "spelling"
	versionBump    noise = "version bump"
	mergeLeftover  noise = "merge leftover"
	reviewRemark   noise = "review remark"
	takenBack      noise = "taken back again"
	completion     noise = "completes another commit"
	generatedFiles noise = "generated files"
	changeNote     noise = "note of the change"
)

// vague are words of which a subject may consist entirely without saying
// anything about the work.
const vague = ` a add added again all amend and another as asdf at attempt bits build broken bug bugs bump bugfix change changed changes check checkpoint ci clean cleaning cleanup cleanups code comment comments commit commits debug debugging dev done dummy edit edits empty eof error errors feedback few file files final finally fix fixed fixes fixing fixup foo forgot format formatting from go hmm hotfix i in init is it last latest lint little local main minor misc missing more my new nit nits not now of ok old one oops other patch pls please pr progress progressing push quick really refactor refactoring remark remarks remove review rework round safety save saving self-review small some start started still stuff sync temp temporary test testing tests that the them things this tidy tiny tmp to todo tweak tweaks try typo typos unused up update updated updates various version wip with work working works wtf xxx yet `

// noiseOf says whether a commit is noise.
func noiseOf(h headline, subject string, files []string) noise {
	if h.fixup != "" {
		return completion
	}
	lower := strings.ToLower(h.text)
	words := strings.FieldsFunc(lower, func(r rune) bool { return strings.ContainsRune(" ,;:!?.…+&/()", r) })
	switch {
	case h.takesBack != "":
		return ""
	case strings.HasPrefix(subject, "Merge branch ") || strings.HasPrefix(subject, "Merge remote-tracking ") || strings.HasPrefix(subject, "Merge pull request ") || strings.HasPrefix(lower, mergeOfFork) || isConflict(lower):
		return mergeLeftover
	case isVersion(h, lower, words):
		return versionBump
	case isReview(lower):
		return reviewRemark
	case isSpelling(words):
		return spelling
	case h.typ == "style" || isFormatting(lower, words):
		return formatting
	case len(words) == 0 && len(h.numbers) == 0, len(words) > 0 && allVague(words):
		return workInProgress
	case isChangeNote(words):
		return changeNote
	case namesOnlyAFile(lower):
		return workInProgress
	case isHousekeeping(lower), allGenerated(files):
		return generatedFiles
	}
	return ""
}

func allVague(words []string) bool {
	for _, w := range words {
		if strings.Trim(w, "0123456789-_#*") != "" && !listed(vague, w) {
			return false
		}
	}
	return true
}

func isConflict(text string) bool {
	return strings.Contains(text, "merge conflict") || strings.HasPrefix(text, "resolve conflict") || strings.HasPrefix(text, "resolved conflict") || strings.HasPrefix(text, "fix conflict")
}

func isReview(text string) bool {
	for _, start := range [...]string{
		"address review", "address comment", "address feedback", "address pr ", "addressed review", "address code review",
		"apply suggestion", "apply review", "review comments", "review feedback", "code review", "pr comments", "pr feedback", "incorporate review", "incorporate feedback", "apply feedback",
	} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}

func isSpelling(words []string) bool {
	if len(words) > 7 {
		return false
	}
	for _, w := range words {
		switch w {
		case "typo", "typos", "spelling", "misspelling", "grammar", "whitespace", "whitespaces", "indentation", "indent", "newline", "wording":
			return true
		}
	}
	return false
}

func isFormatting(text string, words []string) bool {
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for _, tool := range [...]string{"go fix", "go fmt", "go vet", "cargo fmt", "cargo fix"} {
		if rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(text, "run "), "apply "), "\"'`"); strings.HasPrefix(rest, tool) {
			return true
		}
	}
	switch words[0] {
	case "gofmt", "prettier", "eslint", "rubocop", "isort", "clang-format", "reformat", "reformatted", "autoformat", "linting":
		return true
	case "run", "apply", "fix", "satisfy", "appease", "please", "make":
		last := words[len(words)-1]
		return last == "lint" || last == "linter" || last == "linters" || last == "formatter" || last == "formatting" || last == "happy" || last == "prettier" || last == "gofmt"
	}
	return strings.HasPrefix(text, "format code") || strings.HasPrefix(text, "lint fix") || strings.HasPrefix(text, "sort imports")
}

// isVersion reports whether a commit only moves version numbers.
func isVersion(h headline, text string, words []string) bool {
	if h.typ == "deps" || h.typ == "release" || h.scope == "deps" || h.scope == "deps-dev" || h.scope == "release" {
		return true
	}
	if len(words) == 0 {
		return false
	}
	if looksLikeVersion(strings.Fields(text)[0]) && len(words) <= 4 {
		return true
	}
	numbered, named := false, false
	for _, w := range strings.Fields(text) {
		numbered = numbered || looksLikeVersion(w)
		named = named || w == "version" || w == "versions" || strings.HasPrefix(w, "dependenc") || w == "deps"
	}
	switch words[0] {
	case "bump", "bumps", "bumped":
		return true
	case "upgrade", "update", "updates", "release", "prepare", "version":
		return (numbered || named) && len(words) <= 8
	case "pin", "tag", "cut", "set":
		return numbered && len(words) <= 8
	}
	return false
}

// looksLikeVersion reports whether a word is v1.2 or 1.2.3.
func looksLikeVersion(word string) bool {
	word = strings.TrimPrefix(strings.Trim(word, ",;()\"'"), "v")
	dots := 0
	for i := range len(word) {
		switch c := word[i]; {
		case c == '.':
			dots++
		case c == '-' && dots > 0:
			return dots >= 1
		case c < '0' || c > '9':
			return false
		}
	}
	return dots >= 1 && len(word) >= 3
}

// isChangeNote reports whether a commit only writes down what others did.
func isChangeNote(words []string) bool {
	if len(words) < 2 || !listed(" add adds added update updates updated write fix fixes ", words[0]) {
		return false
	}
	for _, w := range words[1:min(len(words), 4)] {
		if w == "changelog" || w == "changelogs" {
			return true
		}
	}
	return false
}

// namesOnlyAFile reports whether a subject is the name of a file and no more,
// as hosts suggest for an edit in the browser.
func namesOnlyAFile(text string) bool {
	words := strings.Fields(text)
	if len(words) == 2 && listed(" update create delete rename add edit upload ", words[0]) {
		words = words[1:]
	}
	if len(words) != 1 {
		return false
	}
	name := path.Base(words[0])
	return strings.Contains(words[0], "/") || strings.Contains(strings.Trim(name, "."), ".") && !strings.HasSuffix(name, ".") && !strings.Contains(name, "(")
}

func isHousekeeping(text string) bool {
	switch text {
	case "go mod tidy", "update changelog", "update readme", "update gitignore", "update .gitignore", "add .gitignore", "add gitignore",
		"update lockfile", "update lock file", "update snapshots", "update submodules", "update submodule", "regenerate", "update generated files",
		"initial empty commit", "empty commit", "trigger ci", "update authors", "update license", "add license":
		return true
	}
	return false
}

// allGenerated reports whether a commit touches nothing but files that tools
// write.
func allGenerated(files []string) bool {
	for _, f := range files {
		switch path.Base(f) {
		case "go.sum", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "Cargo.lock", "poetry.lock", "Gemfile.lock", "composer.lock", "uv.lock", "flake.lock":
		default:
			return false
		}
	}
	return len(files) > 0
}
