package profile

import (
	"fmt"
	"strings"

	"rapport"
)

// explain writes the reason of a finding: what it rests on, what it replaced,
// what stands against it, and what to do. Dates, counts and names of values
// only: an observation is never quoted.
func (f *Finding) explain(heaps []heap, inherited []Cited, now rapport.Day) {
	if f.Value == Unknown {
		if f.Reason == "" {
			f.Reason = f.missing(heaps, inherited, now)
		}
		return
	}
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	switch {
	case f.Grade == Fact:
		add("they said so on %s", f.lastSaid())
		if n := len(f.Replaced); n > 0 {
			add("before that, from %s, it was %s", f.Replaced[0].Said, f.Replaced[0].Value)
		}
	case f.Grade == Observation:
		for _, h := range heaps {
			if h.value == f.Value {
				add("%d observations, the last on %s", h.count, h.last)
			}
		}
	case f.InheritedFrom != "":
		add("copied from %s on %s; it ends on %s unless this boss gives evidence of it", f.InheritedFrom, f.Since, f.ExpiresOn)
	default:
		add("you suppose so since %s; nobody has said it", f.Since)
	}
	against := 0
	for _, c := range f.Evidence {
		if c.Contradicts && c.Grade == Observation && c.Day >= f.newestStatement() {
			against++
		}
	}
	switch {
	case f.InDoubt:
		add("in doubt: %s since then %s to something else, most of them to %s; ask", count(against, "observation"), verb(against, "points", "point"), f.Leaning)
	case against > 0:
		add("%s since then %s against it, too few for a doubt", count(against, "observation"), verb(against, "speaks", "speak"))
	}
	switch {
	case f.ToReconfirm && now.Sub(f.LastEvidence) > faded:
		add("nothing for it in the last %d days: ask whether it still holds", faded)
	case f.ToReconfirm:
		add("older than the reorganisation: ask whether it still holds")
	}
	f.Reason = strings.Join(parts, "; ")
}

// lastSaid is the day of the newest statement for the value.
func (f *Finding) lastSaid() rapport.Day {
	var last rapport.Day
	for _, c := range f.Evidence {
		if c.Grade != Observation && c.Grade != Assumption && c.Value == f.Value && c.InheritedFrom == "" {
			last = max(last, c.Day)
		}
	}
	return last
}

// missing says what an unknown value still needs.
func (f *Finding) missing(heaps []heap, inherited []Cited, now rapport.Day) string {
	if len(inherited) > 0 {
		last := inherited[len(inherited)-1]
		if ends := last.Day.Add(inheritedFor); now >= ends {
			return fmt.Sprintf("%s, copied from %s, ended on %s without evidence of this boss's own", last.Value, last.InheritedFrom, ends)
		}
	}
	if len(heaps) > 0 {
		return fmt.Sprintf("%s for %s; %d make a value, or one word of theirs", count(heaps[0].count, "observation"), heaps[0].value, enough)
	}
	return "nothing said and nothing seen yet"
}

func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
