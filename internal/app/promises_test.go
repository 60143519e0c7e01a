package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPromisesNameTestsThatExist reads the pages on promises and on the
// practice: every test they name stands in the package they name.
func TestPromisesNameTestsThatExist(t *testing.T) {
	t.Parallel()
	for _, page := range [...]string{"promises.md", "practice.md"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			namesTests(t, filepath.Join(root(t), "docs", page))
		})
	}
}

// namesTests looks for every test that a page names.
func namesTests(t *testing.T, path string) {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	named, folder := 0, ""
	for i, code := range strings.Split(string(page), "`") {
		if i%2 == 0 {
			continue // between the backticks of two names
		}
		where, name, ok := strings.Cut(code, ": ")
		if ok {
			folder = strings.TrimPrefix(where, "rapport")
		} else {
			name = code
		}
		if !strings.HasPrefix(name, "Test") {
			continue
		}
		named++
		name, _, _ = strings.Cut(name, "/") // one case of a test
		if !isTest(t, filepath.Join(root(t), folder), name) {
			t.Errorf("there is no %s in %q", name, folder)
		}
	}
	if named < 10 {
		t.Errorf("the page names only %d tests", named)
	}
}

// isTest reports whether a folder has a test of the name.
func isTest(t *testing.T, folder, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "\nfunc "+name+"(t *testing.T) {") {
			return true
		}
	}
	return false
}
