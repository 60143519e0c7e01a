package git

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"time"
)

// Latest is the newest work of somebody in a repository.
type Latest struct {
	Person
	At time.Time
}

// latestLooked is how many commits are looked at to find the newest of one
// person among those whose author line resembles theirs.
const latestLooked = 500

// Latest finds the newest commit by who, or by any person for the zero
// Identity; merges and robots apart. It reports whether there is one.
func (r *Repository) Latest(ctx context.Context, who Identity) (Latest, bool, error) {
	if r.state.head == "" && len(r.state.tips) == 0 {
		return Latest{}, false, nil
	}
	args := []string{
		"log", "--branches", "--remotes", "--no-merges", "--max-count=" + strconv.Itoa(latestLooked),
		"-z", "--no-decorate", "--no-show-signature", "--format=tformat:%an%x00%ae%x00%aN%x00%aE%x00%aI",
	}
	if !who.IsZero() {
		args = append(args, "--fixed-strings", "--regexp-ignore-case")
		for _, email := range who.Emails {
			args = append(args, "--author="+email)
		}
		for _, name := range who.Names {
			args = append(args, "--author="+name)
		}
	}
	if r.state.head != "" {
		args = append(args, "HEAD")
	}
	out, err := output(ctx, r.dir, args...)
	if err != nil {
		return Latest{}, false, explain(r.dir, err)
	}
	var newest Latest
	fields := bytes.Split(out, []byte{0})
	for i := 0; i+4 < len(fields); i += 5 {
		one, ok := latestOf(newMatcher(who), fields[i:i+5])
		if ok && one.At.After(newest.At) {
			newest = one
		}
	}
	return newest, !newest.At.IsZero(), nil
}

func latestOf(m *matcher, fields [][]byte) (Latest, bool) {
	raw := Person{Name: decode(fields[0]), Email: decode(fields[1])}
	mapped := Person{Name: decode(fields[2]), Email: decode(fields[3])}
	at, err := time.Parse(time.RFC3339, string(fields[4]))
	if err != nil || strings.HasSuffix(mapped.Name, "[bot]") {
		return Latest{}, false
	}
	if verdict := m.author(raw, mapped); !m.who.IsZero() && verdict != mine && verdict != byName {
		return Latest{}, false
	}
	return Latest{Person: mapped, At: at}, true
}
