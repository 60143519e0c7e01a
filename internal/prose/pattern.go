package prose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A cue is a way of saying something, with what it weighs. Cues are written
// one a line, the weight first:
//
//	3 you are ..3 @idol
//
// and each element stands for one token:
//
//	word      that word                     ~lose     any form of that verb
//	a|b       one of several                @idol     a word of that class
//	#         a number, also in letters     %         a name
//	x?        x or nothing                  !x        what follows is not x
//	&ed       a past form or participle     &ing      a form in -ing
//	&er       a comparative in -er
//	..3       at most three words           ...       anything up to the end
//	^         a clause begins here          $         the sentence ends here
//
// An element never reaches over the end of a sentence, and only ... reaches
// over marks. Adverbs such as "really" may stand between any two elements.
type cue struct {
	group  group
	weight int8
	parts  []part
}

type partKind uint8

const (
	onePart partKind = iota
	gapPart
	farPart
	startPart
	endPart
	notPart
)

// part is one element of a cue.
type part struct {
	kind     partKind
	optional bool
	most     int
	words    []wordID
	class    class
	number   bool
	name     bool
	end      bool
	done     bool
	going    bool
	more     bool
}

// reach is how far "..." looks.
const reach = 30

// compileCue reads one line of a cue list.
func compileCue(g group, line string, words lexicon) (cue, error) {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return cue{}, fmt.Errorf("cue %q has no pattern", line)
	}
	weight, err := strconv.Atoi(fields[0])
	if err != nil {
		return cue{}, fmt.Errorf("cue %q does not begin with its weight", line)
	}
	c := cue{group: g, weight: int8(weight)}
	for _, f := range fields[1:] {
		p, err := compilePart(f, words)
		if err != nil {
			return cue{}, fmt.Errorf("cue %q: %w", line, err)
		}
		c.parts = append(c.parts, p)
	}
	return c, nil
}

func compilePart(f string, words lexicon) (part, error) {
	switch f {
	case "^":
		return part{kind: startPart}, nil
	case "$":
		return part{kind: endPart}, nil
	case "...":
		return part{kind: farPart, most: reach}, nil
	}
	var p part
	if n, ok := strings.CutPrefix(f, ".."); ok {
		most, err := strconv.Atoi(n)
		if err != nil {
			return p, fmt.Errorf("%q is no gap", f)
		}
		return part{kind: gapPart, most: most}, nil
	}
	if rest, ok := strings.CutPrefix(f, "!"); ok {
		f, p.kind = rest, notPart
	}
	if rest, ok := strings.CutSuffix(f, "?"); ok && rest != "" && !strings.HasSuffix(rest, "|") {
		f, p.optional = rest, true
	}
	for alternative := range strings.SplitSeq(f, "|") {
		switch {
		case alternative == "#":
			p.number = true
		case alternative == "%":
			p.name = true
		case alternative == "$":
			p.end = true
		case alternative == "&ed":
			p.done = true
		case alternative == "&ing":
			p.going = true
		case alternative == "&er":
			p.more = true
		case strings.HasPrefix(alternative, "@"):
			c, ok := classNamed(alternative[1:])
			if !ok {
				return p, fmt.Errorf("there is no class %q", alternative)
			}
			p.class |= c
		case strings.HasPrefix(alternative, "~"):
			for _, form := range forms(alternative[1:]) {
				p.words = append(p.words, words.add(form, 0))
			}
		default:
			p.words = append(p.words, words.add(alternative, 0))
		}
	}
	slices.Sort(p.words)
	return p, nil
}

// fits reports whether one token is what a part stands for.
func (p *part) fits(t *token) bool {
	if t.class&p.class != 0 {
		return true
	}
	if p.number && (t.kind == numberToken || t.is(countClass)) {
		return true
	}
	if p.name && t.isName() {
		return true
	}
	if p.more && t.isMore() {
		return true
	}
	if p.done && t.isDone() || p.going && len(t.text) > 4 && strings.HasSuffix(t.text, "ing") {
		return true
	}
	if t.id == 0 {
		return false
	}
	if len(p.words) > 8 {
		_, ok := slices.BinarySearch(p.words, t.id)
		return ok
	}
	return slices.Contains(p.words, t.id)
}

// isName reports whether a word is most likely the name of a person or a place:
// a capital on a word that is nothing else.
func (t *token) isName() bool {
	return t.capital && t.class&^(teamClass|roleClass) == 0 && len(t.text) > 1
}

// match tries the parts from token i on, up to token end, and returns where
// the match ends.
func match(parts []part, tokens []token, i, end, first int) (int, bool) {
	for k := range parts {
		p := &parts[k]
		switch p.kind {
		case startPart:
			if !beginsClause(tokens, i, first) {
				return 0, false
			}
		case endPart:
			if !atEnd(tokens, i, end) {
				return 0, false
			}
			i = end
		case notPart:
			if i < end && p.fits(&tokens[i]) {
				return 0, false
			}
		case gapPart, farPart:
			rest := parts[k+1:]
			for n := 0; n <= p.most && i+n <= end; n++ {
				if e, ok := match(rest, tokens, i+n, end, first); ok {
					return e, true
				}
				if i+n < end && p.kind == gapPart && tokens[i+n].kind == markToken && tokens[i+n].text != "'" && tokens[i+n].text != `"` {
					break
				}
			}
			return 0, false
		case onePart:
			if p.optional {
				if i < end && p.fits(&tokens[i]) {
					if e, ok := match(parts[k+1:], tokens, i+1, end, first); ok {
						return e, true
					}
				}
				continue
			}
			if p.end && atEnd(tokens, i, end) {
				i = end
				continue
			}
			for skipped := 0; i < end && !p.fits(&tokens[i]); skipped++ {
				if k == 0 || skipped == 2 || !tokens[i].isAdverb() {
					return 0, false
				}
				i++
			}
			if i >= end {
				return 0, false
			}
			i++
		}
	}
	return i, true
}

// atEnd reports whether nothing but marks follows.
func atEnd(tokens []token, i, end int) bool {
	for ; i < end; i++ {
		if tokens[i].kind == wordToken || tokens[i].kind == numberToken {
			return false
		}
	}
	return true
}

// isAdverb reports whether a word only colours what stands around it.
func (t *token) isAdverb() bool {
	if t.kind != wordToken {
		return false
	}
	switch t.text {
	case "just", "so", "very", "too", "also", "still", "always", "ever", "even", "already", "quite", "rather", "all", "now", "once", "soon", "far", "indeed", "perhaps", "maybe", "somewhat", "bit", "lot", "both":
		return true
	case "only", "early", "family", "reply", "supply", "apply", "fly", "daily", "weekly", "monthly", "july", "italy", "rely", "assembly", "friendly", "lovely", "ugly", "lonely", "silly", "elderly", "likely", "unlikely", "costly", "holy", "belly", "ally", "rally", "tally", "jelly", "bully", "multiply", "comply", "imply", "anomaly", "kindly":
		return false
	}
	return len(t.text) > 4 && strings.HasSuffix(t.text, "ly")
}

// isDone reports whether a word is a past form or a participle.
func (t *token) isDone() bool { return t.done }

// looksDone finds that out by the ending and the lexicon.
func (t *token) looksDone() bool {
	n := len(t.text)
	if t.kind != wordToken || n < 3 {
		return false
	}
	if n > 4 && strings.HasSuffix(t.text, "ed") && !strings.HasSuffix(t.text, "eed") {
		return true
	}
	return t.is(pastClass)
}

// isMore reports whether a word looks like a comparative.
func (t *token) isMore() bool {
	if t.is(moreClass) {
		return true
	}
	if t.kind != wordToken || len(t.text) < 5 || !strings.HasSuffix(t.text, "er") || t.class != 0 {
		return false
	}
	return !t.capital
}

// beginsClause reports whether a clause begins at token i of a sentence that
// begins at first.
func beginsClause(tokens []token, i, first int) bool {
	if i <= first {
		return true
	}
	for b := i - 1; b >= first; b-- {
		t := &tokens[b]
		switch {
		case t.kind == markToken && t.text != "'" && t.text != `"` && t.text != "/" && t.text != "%":
			return true
		case t.is(joinClass):
			return true
		case t.kind == signToken || t.text == `"` || t.is(softenClass):
			// "just", "really", "honestly" in front change nothing
		default:
			return false
		}
	}
	return true
}
