package git

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// headline is what a commit's subject says once its marks are read and taken
// off.
type headline struct {
	// typ is feat, fix, perf, refactor, docs, test, chore or empty.
	typ string
	// scope is the part of the product it names; empty for none.
	scope string
	// text is the words that are left.
	text string
	// numbers are the requests and issues it belongs to: #12 or ABC-12.
	numbers []string
	// fixup is the subject of the commit that this one only completes.
	fixup string
	// takesBack is the subject of the commit that this one undoes.
	takesBack string
	// wip says that the work was not finished.
	wip bool
}

// readSubject reads a subject in any of the usual habits: conventional types
// and scopes, tickets in front or behind, pictures, brackets.
func readSubject(subject string) headline {
	var h headline
	text := strings.TrimSpace(subject)
	for _, mark := range [...]string{"fixup! ", "squash! ", "amend! "} {
		for strings.HasPrefix(text, mark) {
			text = text[len(mark):]
			h.fixup = text
		}
	}
	if quoted, ok := quotedAfter(text, `Revert "`); ok {
		h.takesBack = quoted
	} else if quoted, ok := quotedAfter(text, `Reapply "`); ok {
		h.takesBack = `Revert "` + quoted + `"`
	}
	text = h.takeTail(text)
	for before := ""; before != text; {
		before = text
		text = h.takeHead(strings.TrimLeft(text, " -–—:,"))
	}
	h.text = strings.TrimRight(strings.TrimSpace(text), ".… ")
	return h
}

// quotedAfter returns what stands in quotes after a mark that ends in one.
func quotedAfter(text, mark string) (string, bool) {
	rest, ok := strings.CutPrefix(text, mark)
	end := strings.LastIndexByte(rest, '"')
	if !ok || end < 0 {
		return "", false
	}
	return rest[:end], true
}

// takeHead takes one mark off the start of text.
func (h *headline) takeHead(text string) string {
	if text == "" {
		return text
	}
	if r, n := utf8.DecodeRuneInString(text); unicode.Is(unicode.So, r) || r == 0xFE0F || r == 0x200D {
		return text[n:]
	}
	if name, rest, ok := cutShortcode(text); ok {
		if h.typ == "" && (name == "bug" || name == "ambulance") {
			h.typ = "fix"
		}
		return rest
	}
	if text[0] == '[' {
		if inside, rest, ok := strings.Cut(text[1:], "]"); ok && len(inside) <= 40 && strings.TrimSpace(rest) != "" && h.takeLabel(inside) {
			return rest
		}
	}
	if number, rest, ok := cutNumber(text); ok && (rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ",")) {
		if strings.TrimSpace(rest) == "" {
			h.addNumber(number)
			return ""
		}
		h.addNumber(number)
		return rest
	}
	word, rest, _ := strings.Cut(text, " ")
	if lower := strings.ToLower(word); lower == "wip" || lower == "wip:" {
		h.wip = true
		return rest
	}
	return h.takePrefix(text)
}

// takePrefix takes off "type(scope): " or "scope: ".
func (h *headline) takePrefix(text string) string {
	at := strings.Index(text, ":")
	if at <= 0 || at > 48 || at+1 >= len(text) || text[at+1] != ' ' && !strings.HasSuffix(text[:at], ")") {
		return text
	}
	prefix, rest := text[:at], text[at+1:]
	label, scope, _ := strings.Cut(strings.TrimSuffix(prefix, "!"), "(")
	if typ, ok := typeOf(label); ok {
		h.setType(typ)
		if scope, ok := strings.CutSuffix(scope, ")"); ok {
			h.setScope(scope)
		}
		return rest
	}
	if closing, after, ok := strings.Cut(label, " "); ok && closes(strings.ToLower(closing)) && isNumber(after) {
		h.setType("fix")
		h.addNumber(after)
		return rest
	}
	if isScope(prefix) || isLooseScope(prefix, rest) {
		h.setScope(prefix)
		return rest
	}
	return text
}

// takeTail takes the numbers off the end of text.
func (h *headline) takeTail(text string) string {
	for {
		text = strings.TrimRight(text, " .,;")
		if end := len(text) - 1; end > 0 && (text[end] == ')' || text[end] == ']') {
			open := strings.LastIndexAny(text, "([")
			if open >= 0 && h.takeNumbers(text[open+1:end]) {
				text = text[:open]
				continue
			}
		}
		space := strings.LastIndexByte(text, ' ')
		if space < 0 || !isNumber(text[space+1:]) || text[space+1] != '#' && !closes(lastWord(text[:space])) {
			return text
		}
		head := strings.TrimRight(text[:space], " ")
		if word := lastWord(head); closes(word) || word == "see" || word == "refs" || word == "ref" {
			head = strings.TrimRight(head[:len(head)-len(word)], " ,-–(")
			if head == "" {
				// "Fix #12" has no other words.
				h.setType("fix")
			}
		} else if isPreposition(strings.ToLower(word)) || word == "issue" || word == "pr" {
			return text
		}
		h.addNumber(text[space+1:])
		text = head
	}
}

func lastWord(text string) string {
	text = strings.TrimRight(text, " ")
	return strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
}

// takeLabel reads what stands in brackets before the words.
func (h *headline) takeLabel(label string) bool {
	label = strings.TrimSpace(label)
	switch typ, ok := typeOf(label); {
	case strings.EqualFold(label, "wip"), strings.EqualFold(label, "draft"):
		h.wip = true
	case ok:
		h.setType(typ)
	case h.takeNumbers(label):
	case isScope(label):
		h.setScope(label)
	default:
		return false
	}
	return true
}

// takeNumbers reads "#12", "ABC-12, ABC-13", "closes #12".
func (h *headline) takeNumbers(text string) bool {
	var found []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		switch {
		case isNumber(word):
			found = append(found, word)
		case closes(strings.ToLower(strings.TrimSuffix(word, ":"))), strings.EqualFold(word, "refs"), strings.EqualFold(word, "see"), strings.EqualFold(word, "PR"):
		default:
			return false
		}
	}
	for _, number := range found {
		h.addNumber(number)
	}
	return len(found) > 0
}

func (h *headline) addNumber(number string) {
	number = normalNumber(number)
	for _, n := range h.numbers {
		if n == number {
			return
		}
	}
	h.numbers = append(h.numbers, number)
}

func (h *headline) setType(typ string) {
	if typ == "wip" {
		h.wip = true
	} else if h.typ == "" {
		h.typ = typ
	}
}

func (h *headline) setScope(scope string) {
	// Of several, the last is the closest.
	scope = strings.TrimSuffix(strings.TrimSpace(scope), "/")
	scope = scope[strings.LastIndexByte(scope, '/')+1:]
	h.scope = strings.Trim(rapport.OneLine(scope), "*.@ ")
}

// typeOf returns the type that a conventional label stands for.
func typeOf(label string) (string, bool) {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "feat", "feature", "features", "enhancement", "new":
		return "feat", true
	case "fix", "bug", "bugfix", "bug fix", "hotfix", "fixes", "security":
		return "fix", true
	case "perf", "performance", "optimization", "optimisation":
		return "perf", true
	case "refactor", "refactoring", "improvement", "improve", "ref":
		return "refactor", true
	case "docs", "doc", "documentation":
		return "docs", true
	case "test", "tests", "testing":
		return "test", true
	case "style", "format", "formatting", "lint":
		return "style", true
	case "chore", "build", "ci", "cd", "misc", "maint", "tooling":
		return "chore", true
	case "deps", "dep", "dependencies":
		return "deps", true
	case "release", "version":
		return "release", true
	case "revert":
		return "revert", true
	case "wip", "draft":
		return "wip", true
	}
	return "", false
}

// isScope reports whether a prefix names a part of a product: one word, a path
// or a short list.
func isScope(prefix string) bool {
	if prefix == "" || len(prefix) > 40 || strings.HasSuffix(prefix, "http") || strings.HasSuffix(prefix, "https") {
		return false
	}
	words := strings.Fields(prefix)
	for i, w := range words {
		if i < len(words)-1 && !strings.HasSuffix(w, ",") {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-./,*@+&", r) {
				return false
			}
		}
	}
	return true
}

// isLooseScope reports whether a prefix of a few plain words names a part of a
// product: what follows it must be an order.
func isLooseScope(prefix, rest string) bool {
	words, after := strings.Fields(prefix), strings.Fields(rest)
	if len(words) > 3 || len(after) < 2 {
		return false
	}
	for _, w := range words {
		if !isPlain(w) || isDeterminer(w) || isPreposition(w) || w == "and" {
			return false
		}
	}
	next := plainWord(after[0])
	if listed(adverbs, next) {
		next = plainWord(after[1])
	}
	_, form := baseOf(next)
	return form == imperative || next == "don't"
}

// closes reports whether a word before a number says that this is its work.
func closes(word string) bool {
	return listed(" close closes closed closing fix fixes fixed fixing resolve resolves resolved resolving implements completes gh-fixes ", word)
}

// cutShortcode takes a picture written as :name: off text.
func cutShortcode(text string) (name, rest string, ok bool) {
	if text[0] != ':' {
		return "", "", false
	}
	name, rest, ok = strings.Cut(text[1:], ":")
	if !ok || name == "" || strings.ContainsAny(name, " \t") {
		return "", "", false
	}
	return name, rest, true
}

// cutNumber takes a request or issue off the start of text.
func cutNumber(text string) (number, rest string, ok bool) {
	end := strings.IndexAny(text, " :,")
	if end < 0 {
		end = len(text)
	}
	if !isNumber(text[:end]) {
		return "", "", false
	}
	return text[:end], text[end:], true
}

// isNumber reports whether word is #12, GH-12, !12 or ABC-12.
func isNumber(word string) bool {
	if len(word) > 1 && (word[0] == '#' || word[0] == '!') {
		return leadingDigits(word[1:]) == word[1:] && len(word) < 10
	}
	project, digits, ok := strings.Cut(word, "-")
	if !ok || len(project) < 2 || len(project) > 10 || digits == "" || len(digits) > 6 || leadingDigits(digits) != digits {
		return false
	}
	for i := range len(project) {
		if c := project[i]; (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	// Standards look the same.
	return !listed(" AES AVX BASE COVID CP CRC CVE CWE DIN EN ES GMT GPT HTTP IEEE IPV ISO JDK LATIN MD MP MPEG PEP RFC RSA SHA SSE TLS UCS UTC UTF WCAG WIN X ", project)
}

// normalNumber writes the same number the same way.
func normalNumber(number string) string {
	if rest, ok := strings.CutPrefix(number, "GH-"); ok {
		return "#" + rest
	}
	return number
}

// closedBy returns the issues that lines of a body say this work is for.
func closedBy(body string) []string {
	var h headline
	for line := range strings.Lines(body) {
		words := strings.Fields(line)
		for i := 0; i+1 < len(words); i++ {
			key := strings.ToLower(strings.TrimSuffix(words[i], ":"))
			trailer := i == 0 && strings.HasSuffix(words[0], ":") && listed(" issue issues ticket jira story task refs ref relates-to ", key)
			if !closes(key) && !trailer {
				continue
			}
			number := strings.TrimRight(words[i+1], ".,;)")
			if isNumber(number) && (closes(key) || number[0] != '#') {
				h.addNumber(number)
			}
		}
	}
	return h.numbers
}
