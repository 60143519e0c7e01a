package prose

import (
	"fmt"
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
//	..3       at most three words           ...       anything up to the end
//	^         a clause begins here          $         the sentence ends here
//
// An element never reaches over the end of a sentence, and only ... reaches
// over marks.
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
	words    []string
	class    class
	number   bool
	name     bool
}

// reach is how far "..." looks.
const reach = 30

// compileCue reads one line of a cue list.
func compileCue(g group, line string) (cue, error) {
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
		p, err := compilePart(f)
		if err != nil {
			return cue{}, fmt.Errorf("cue %q: %w", line, err)
		}
		c.parts = append(c.parts, p)
	}
	return c, nil
}

func compilePart(f string) (part, error) {
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
	if rest, ok := strings.CutSuffix(f, "?"); ok {
		f, p.optional = rest, true
	}
	for alternative := range strings.SplitSeq(f, "|") {
		switch {
		case alternative == "#":
			p.number = true
		case alternative == "%":
			p.name = true
		case strings.HasPrefix(alternative, "@"):
			c, ok := classNamed(alternative[1:])
			if !ok {
				return p, fmt.Errorf("there is no class %q", alternative)
			}
			p.class |= c
		case strings.HasPrefix(alternative, "~"):
			p.words = append(p.words, forms(alternative[1:])...)
		default:
			p.words = append(p.words, alternative)
		}
	}
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
	for _, w := range p.words {
		if t.text == w {
			return true
		}
	}
	return false
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
			for i < end && tokens[i].kind != wordToken && tokens[i].kind != numberToken {
				i++
			}
			if i < end {
				return 0, false
			}
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
			if i >= end || !p.fits(&tokens[i]) {
				return 0, false
			}
			i++
		}
	}
	return i, true
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
