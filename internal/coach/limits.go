package coach

import (
	"slices"

	"rapport"
)

// Unit is what a limit counts.
type Unit string

// The units.
const (
	WorkDays Unit = "working days"
	Days     Unit = "days"
	Count    Unit = "times"
	Percent  Unit = "percent"
	Hours    Unit = "hours"
)

// Limit is a threshold of a rule. All are proposals that a person can change.
type Limit struct {
	// Name is the rule and a word, such as R10.pings.
	Name string
	// Value holds until it is changed; Least and Most bound what can be set.
	Value, Least, Most int
	Unit               Unit
	// Meaning completes "how many …".
	Meaning string
}

// Limits are the thresholds in force. The zero Limits are the proposals.
type Limits struct {
	changed map[string]int
}

// Of returns the limit with a name; a name that is not in the table is a
// mistake of the program.
func (l Limits) Of(name string) int {
	if v, ok := l.changed[name]; ok {
		return v
	}
	if i, ok := findLimit(name); ok {
		return table[i].Value
	}
	panic("coach: no limit is called " + name)
}

// All lists the limits with the values in force, by name.
func (l Limits) All() []Limit {
	all := slices.Clone(table[:])
	for i := range all {
		all[i].Value = l.Of(all[i].Name)
	}
	return all
}

// With returns the limits with one changed. An unknown name or a value out of
// bounds is an error that names what there is.
func (l Limits) With(name string, value int) (Limits, error) {
	i, ok := findLimit(name)
	if !ok {
		near := slices.Clone(table[:])
		slices.SortStableFunc(near, func(a, b Limit) int { return rapport.Distance(a.Name, name) - rapport.Distance(b.Name, name) })
		return l, rapport.Errorf(rapport.NotFound, "there is no limit %q", name).
			WithHint("near: %s, %s, %s; `rapport coach config` lists all", near[0].Name, near[1].Name, near[2].Name)
	}
	if t := table[i]; value < t.Least || value > t.Most {
		return l, rapport.Errorf(rapport.Invalid, "%d is out of bounds for %s", value, name).
			WithHint("it can be %d to %d %s", t.Least, t.Most, t.Unit)
	}
	next := Limits{changed: map[string]int{name: value}}
	for k, v := range l.changed {
		if k != name {
			next.changed[k] = v
		}
	}
	return next, nil
}

func findLimit(name string) (int, bool) {
	return slices.BinarySearchFunc(table[:], name, func(l Limit, name string) int {
		switch {
		case l.Name < name:
			return -1
		case l.Name > name:
			return 1
		}
		return 0
	})
}

// table holds all thresholds, sorted by name: a test says so. Whoever adds a
// rule adds its lines.
var table = [...]Limit{
	{"R02.gap", 150, 110, 400, Percent, "of the agreed interval may pass without a one-on-one"},
	{"R02.most", 31, 14, 120, Days, "may pass without a one-on-one where no interval is known"},
	{"R10.same", 2, 2, 10, Count, "a boss asks for news of one topic within R10.same-days"},
	{"R10.same-days", 14, 5, 60, Days, "in which two requests on one topic count"},
	{"R10.some", 3, 2, 10, Count, "a boss asks for news at all within R10.some-days"},
	{"R10.some-days", 30, 10, 90, Days, "in which three requests on any topic count"},
	{"R10.third", 3, 2, 10, Count, "a boss asks for news of one topic within R10.third-days"},
	{"R10.third-days", 180, 60, 400, Days, "in which a third request on one topic counts"},
	{"R15.wait", 5, 1, 30, WorkDays, "an ask may wait for its answer"},
	{"R25.back", 120, 30, 400, Days, "a result stays worth telling"},
	{"R25.unheard", 14, 5, 90, Days, "without any word make unseen results for goals pressing"},
	{"R25.wait", 7, 1, 60, Days, "a result may wait to be told"},
	{"R37.hours", 48, 20, 80, Hours, "a week are the limit"},
	{"engine.cool-down", 7, 1, 60, Days, "a nudge rests after it was shown"},
	{"engine.cool-down-high", 2, 1, 60, Days, "a high nudge rests after it was shown"},
	{"engine.day", 3, 1, 10, Count, "nudges are shown a day"},
	{"engine.day-high", 1, 1, 10, Count, "high nudges are shown a day"},
	{"engine.dismissed", 30, 7, 365, Days, "a nudge rests after it was dismissed twice"},
	{"engine.first-days", 10, 0, 30, Days, "at the beginning of a record only a few rules speak"},
	{"engine.routine", 2, 0, 20, Count, "of the routine nudges are offered at a time"},
}
