package when

import "time"

// ParseLength reads how long something took: 30m, 45 minutes, 1h30, half an
// hour. The whole text must be understood, as hours and minutes.
func ParseLength(text string) (time.Duration, bool) {
	if len(text) > longest {
		return 0, false
	}
	toks := trim(tokenise(text))
	p := &parser{toks: toks, known: make([]*reading, len(toks)+1)}
	l, next, ok := p.length(0)
	if !ok || next != len(toks) || l != (length{clock: l.clock}) {
		return 0, false
	}
	return l.clock, true
}
