package git

import "strings"

// merge is what the message of a merge says about what it brought in.
type merge struct {
	// number is the pull or merge request, without a sign.
	number string
	// branch is what was merged.
	branch string
	// title is what people called the work.
	title string
}

// joins reports whether the merge brought a piece of work in, as opposed to
// keeping a branch up to date.
func (m merge) joins() bool { return m.number != "" || m.branch != "" }

// mergeOf reads the message of a merge as the usual hosts and git itself write
// it.
func mergeOf(subject, body string) merge {
	title, _, _ := strings.Cut(body, "\n")
	title = strings.TrimSpace(title)
	if rest, ok := strings.CutPrefix(subject, "Merge pull request #"); ok {
		number, branch, _ := strings.Cut(rest, " from ")
		return merge{number: leadingDigits(number), branch: afterSlash(branch), title: title}
	}
	if rest, ok := strings.CutPrefix(subject, "Merged PR "); ok {
		number, title, _ := strings.Cut(rest, ": ")
		return merge{number: leadingDigits(number), title: title}
	}
	if rest, ok := strings.CutPrefix(subject, "Merge pull request '"); ok {
		if title, rest, ok := strings.Cut(rest, "' (#"); ok {
			_, branch, _ := strings.Cut(rest, " from ")
			branch, _, _ = strings.Cut(branch, " into ")
			return merge{number: leadingDigits(rest), branch: branch, title: title}
		}
	}
	if rest, ok := strings.CutPrefix(subject, "Merged in "); ok {
		branch, number, _ := strings.Cut(rest, " (pull request #")
		return merge{number: leadingDigits(number), branch: branch, title: title}
	}
	if rest, ok := strings.CutPrefix(subject, "Merge branch '"); ok {
		branch, rest, _ := strings.Cut(rest, "'")
		if isMainline(branch) || strings.HasPrefix(rest, " of ") {
			return merge{}
		}
		m := merge{branch: branch}
		if _, request, ok := strings.Cut(body, "See merge request "); ok {
			request, _, _ = strings.Cut(request, "\n")
			if at := max(strings.LastIndexByte(request, '!'), strings.LastIndexByte(request, '/')); at >= 0 {
				m.number = leadingDigits(request[at+1:])
			}
			if !strings.HasPrefix(title, "See merge request ") {
				m.title = title
			}
		}
		return m
	}
	return merge{}
}

func leadingDigits(text string) string {
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	return text[:end]
}

// afterSlash drops the owner in owner/branch.
func afterSlash(branch string) string {
	if _, rest, ok := strings.Cut(branch, "/"); ok {
		return rest
	}
	return branch
}

// isMainline reports whether a branch of this name is one that others are
// brought up to date from.
func isMainline(branch string) bool {
	switch branch {
	case "main", "master", "trunk", "develop", "development", "dev", "staging", "production", "HEAD":
		return true
	}
	return strings.HasPrefix(branch, "release")
}
