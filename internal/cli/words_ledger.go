package cli

import (
	"fmt"
	"strconv"

	"rapport"
)

// typed returns the line of a quick command: its words, or stdin for a single
// hyphen.
func (sh *shell) typed(args []string, example string) ([]string, error) {
	switch {
	case len(args) == 1 && args[0] == "-":
		text, err := sh.readAll()
		return []string{text}, err
	case len(args) == 0:
		return nil, rapport.Errorf(rapport.Invalid, "there is nothing to write down").WithHint("%s", example)
	}
	return args, nil
}

// nearDay writes a day for people as short as it stays clear: without the year
// where it lies within half a year.
func nearDay(d, today rapport.Day) string {
	if d == "" {
		return ""
	}
	if away := d.Sub(today); away > 180 || away < -180 {
		return shortDay(d)
	}
	return d.Time().Format("Mon 2 Jan")
}

// daysFrom says how far a day is from today: "today", "in 3 days", "2 days
// ago".
func daysFrom(d, today rapport.Day) string {
	switch n := d.Sub(today); {
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n == -1:
		return "yesterday"
	case n > 0:
		return "in " + counted(n, "day", "days")
	default:
		return counted(-n, "day", "days") + " ago"
	}
}

// hoursText writes a number of hours: "3 h", "1.5 h".
func hoursText(a rapport.Amount) string {
	if !a.Said {
		return ""
	}
	return strconv.FormatFloat(a.Value, 'f', -1, 64) + " h"
}

// personText names a person in a list: a boss by the word that is typed for
// them.
func personText(names rapport.Names, p rapport.Person) string {
	switch {
	case p.Boss != 0:
		return "@" + string(names.Boss(p.Boss).Slug)
	case p.IsMe():
		return "me"
	case p.IsZero():
		return "somebody"
	}
	return p.Name
}

// understood echoes what a command made of a line: a head, the text, and how to
// put it right.
func (sh *shell) understood(n rapport.Number, head, text, wrong string) {
	p := sh.errPaint()
	sh.sayf("%s %s", p.bold(fmt.Sprint(n)), head)
	sh.sayf("   %s", clipped(text))
	sh.sayf("   %s", p.dim("wrong? "+wrong))
}

// dueText echoes a day that was understood, with the words it was read from.
func dueText(due rapport.Day, said string) string {
	switch {
	case due == "":
		return "no day"
	case said == "" || said == string(due):
		return "due " + shortDay(due)
	}
	return "due " + shortDay(due) + " (" + said + ")"
}

// noteZone says whose day is meant where a boss's clock shows another hour.
func (sh *shell) noteZone(due rapport.Day, boss rapport.Boss, other bool) {
	if other && due != "" {
		sh.sayf("   the day is yours; %s is in %s", boss.Name, boss.Zone)
	}
}

// marked returns the marks that flags say, leaving out what was not given.
func marked(pairs ...string) map[string]string {
	said := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			said[pairs[i]] = pairs[i+1]
		}
	}
	return said
}
