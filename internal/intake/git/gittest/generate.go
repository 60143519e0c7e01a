package gittest

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// History says what [Generate] writes.
type History struct {
	// Commits on the branch main, merges included.
	Commits int
	// People is how many authors take turns; [Author] names them.
	People int
	// Until is the clock of the last commit.
	Until time.Time
	// Every is the time between two commits.
	Every time.Duration
}

// Author returns the n-th author of a generated history.
func Author(n int) Person {
	first := [...]string{"Ada", "Bea", "Cem", "Dov", "Eli", "Fay", "Gus", "Hal", "Ida", "Jon"}
	last := [...]string{"Moor", "Lund", "Okri", "Pell", "Quist", "Roth", "Sand", "Thal", "Umber", "Voss"}
	name := first[n%len(first)] + " " + last[n/len(first)%len(last)]
	return Person{Name: name, Email: fmt.Sprintf("person%d@example.org", n)}
}

// Generate makes a repository with a believable history in dir, which must
// not exist or be empty: work on a main branch, and a small merged branch
// every tenth commit. The same History gives the same commit ids.
func Generate(ctx context.Context, dir string, h History) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := command(ctx, dir, nil, "init", "-q", "-b", "main"); err != nil {
		return err
	}
	read, write := io.Pipe()
	go func() {
		w := bufio.NewWriterSize(write, 1<<16)
		err := h.write(w)
		if err == nil {
			err = w.Flush()
		}
		write.CloseWithError(err)
	}()
	if err := command(ctx, dir, read, "fast-import", "--quiet"); err != nil {
		read.CloseWithError(err)
		return err
	}
	return command(ctx, dir, nil, "reset", "-q", "--soft", "main")
}

func command(ctx context.Context, dir string, stdin io.Reader, args ...string) error {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Env, cmd.Stdin = dir, Environ(), stdin
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("git %s: %w: %s", args[0], err, stderr.String())
	}
	return nil
}

// write writes the history as a fast-import stream. Marks count the commits
// from 1, so that a merge can name its parents.
func (h History) write(w io.Writer) error {
	people := max(h.People, 1)
	verbs := [...]string{"add", "fix", "speed up", "simplify", "document", "rename", "test", "remove"}
	things := [...]string{"the price list", "rounding of totals", "the stock count", "address checks", "the night job", "label printing", "the login page", "returns", "the export", "search hints"}
	areas := [...]string{"checkout", "stock", "labels", "search", "accounts", "reports", "mail", "billing"}
	start := h.Until.Add(-time.Duration(h.Commits-1) * h.Every)
	var record bytes.Buffer
	tip := 0 // the last commit on main
	for n := 1; n <= h.Commits; n++ {
		at := start.Add(time.Duration(n-1) * h.Every)
		who := Author((n*7 + n/people) % people)
		area := areas[n*5%len(areas)]
		ref, message, from, merge := "refs/heads/main", "", tip, 0
		switch n % 10 {
		case 7, 8:
			ref = "refs/heads/side"
			if n%10 == 8 {
				from = n - 1
			}
		case 9:
			message = fmt.Sprintf("Merge pull request #%d from shop/%s-%d\n\n%s in %s", n, area, n, "Better "+things[n/10%len(things)], area)
			merge = n - 1
		}
		if message == "" {
			message = fmt.Sprintf("%s: %s %s (#%d)\n\nThe %s desk asked for it.\n", area, verbs[n*3%len(verbs)], things[n*11%len(things)], n, area)
		}
		record.Reset()
		fmt.Fprintf(&record, "commit %s\nmark :%d\nauthor %s %s\ncommitter %s %s\ndata %d\n%s\n",
			ref, n, who, raw(at), who, raw(at), len(message), message)
		if from > 0 {
			fmt.Fprintf(&record, "from :%d\n", from)
		}
		if merge > 0 {
			fmt.Fprintf(&record, "merge :%d\n", merge)
		}
		content := fmt.Sprintf("%s %d\n", area, n)
		fmt.Fprintf(&record, "M 100644 inline %s/part%d/file%d.txt\ndata %d\n%s\n", area, n%20, n%400, len(content), content)
		if _, err := w.Write(record.Bytes()); err != nil {
			return err
		}
		if ref == "refs/heads/main" {
			tip = n
		}
	}
	_, err := io.WriteString(w, "done\n")
	return err
}

// raw writes an instant as git stores it.
func raw(t time.Time) string { return fmt.Sprintf("%d %s", t.Unix(), t.Format("-0700")) }
