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
	{"R01.lead", 1, 0, 10, WorkDays, "before a talk the report is due"},
	{"R02.gap", 150, 110, 400, Percent, "of the agreed interval may pass without a one-on-one"},
	{"R02.most", 31, 14, 120, Days, "may pass without a one-on-one where no interval is known"},
	{"R03.fresh", 30, 7, 120, Days, "a cancelled talk stays news"},
	{"R04.project", 60, 0, 365, Days, "make a project line a long one"},
	{"R04.wait", 14, 3, 90, Days, "may pass with a boss before a rhythm is agreed"},
	{"R05.development", 75, 20, 120, Days, "with a new boss the talk about development is due after"},
	{"R05.expectations", 20, 3, 90, Days, "with a new boss the talk about expectations is due after"},
	{"R05.resources", 30, 5, 90, Days, "with a new boss the talk about resources is due after"},
	{"R05.situation", 10, 2, 60, Days, "with a new boss the talk about the situation is due after"},
	{"R05.style", 30, 5, 90, Days, "with a new boss the talk about style is due after"},
	{"R05.until", 120, 60, 365, Days, "a boss counts as new for"},
	{"R06.none", 30, 7, 120, Days, "may pass without a goal of the boss"},
	{"R06.old", 200, 60, 500, Days, "a confirmed goal stays confirmed"},
	{"R07.days", 28, 14, 90, Days, "of work are looked at"},
	{"R07.least", 6, 3, 50, Count, "entries are enough to judge"},
	{"R07.share", 50, 10, 100, Percent, "of the work should serve a goal"},
	{"R08.days", 21, 7, 120, Days, "a goal may have no entry"},
	{"R08.least", 3, 0, 50, Count, "other entries show that the log is alive"},
	{"R08.top", 3, 1, 10, Count, "goals of a boss are the first ones"},
	{"R09.back", 45, 14, 200, Days, "of entries are looked at"},
	{"R09.grace", 10, 0, 60, Days, "after the end of a goal may still see work for it"},
	{"R10.same", 2, 2, 10, Count, "a boss asks for news of one topic within R10.same-days"},
	{"R10.same-days", 14, 5, 60, Days, "in which two requests on one topic count"},
	{"R10.some", 3, 2, 10, Count, "a boss asks for news at all within R10.some-days"},
	{"R10.some-days", 30, 10, 90, Days, "in which three requests on any topic count"},
	{"R10.third", 3, 2, 10, Count, "a boss asks for news of one topic within R10.third-days"},
	{"R10.third-days", 180, 60, 400, Days, "in which a third request on one topic counts"},
	{"R11.back", 100, 14, 365, Days, "a surprise stays worth a word"},
	{"R11.fresh", 21, 3, 90, Days, "a surprise is fresh"},
	{"R12.back", 100, 14, 365, Days, "a heads-up stays worth passing on"},
	{"R12.urgent", 1, 0, 10, WorkDays, "an urgent heads-up may wait"},
	{"R12.wait", 3, 0, 30, WorkDays, "a heads-up may wait"},
	{"R13.back", 100, 14, 365, Days, "a challenge stays worth a word"},
	{"R13.wait", 2, 0, 30, WorkDays, "a challenge on a goal may wait"},
	{"R15.wait", 5, 1, 30, WorkDays, "an ask may wait for its answer"},
	{"R16.ahead", 2, 0, 20, WorkDays, "before its day a promise of yours comes up"},
	{"R16.back", 60, 14, 365, Days, "an overdue promise of yours comes up"},
	{"R17.asked", 5, 1, 30, WorkDays, "after you asked nothing is asked again"},
	{"R17.back", 120, 14, 365, Days, "a promise of the boss comes up after its day"},
	{"R17.wait", 2, 0, 30, WorkDays, "a promise of the boss may be late"},
	{"R18.back", 45, 7, 180, Days, "an instruction counts as one that holds"},
	{"R18.hours", 6, 1, 12, Hours, "of a working day are there for what was promised"},
	{"R18.window", 15, 3, 60, WorkDays, "ahead promises are added up"},
	{"R19.days", 30, 7, 120, Days, "may pass without anybody seeing the whole list"},
	{"R19.share", 10, 1, 50, Percent, "of the work make a boss one of several"},
	{"R20.wait", 14, 0, 120, Days, "with a new boss before the review is asked about"},
	{"R21.fresh", 7, 1, 30, Days, "finished work is fresh enough to ask about"},
	{"R21.gap", 42, 14, 180, Days, "may pass without asking for feedback"},
	{"R22.back", 45, 14, 180, Days, "a vague request stays worth a word"},
	{"R22.words", 3, 1, 10, Count, "words or fewer make a short answer"},
	{"R23.back", 110, 30, 365, Days, "feedback stays worth a word"},
	{"R23.wait", 14, 3, 60, Days, "feedback may wait for a step"},
	{"R24.days", 90, 30, 365, Days, "in which the same feedback twice counts"},
	{"R25.back", 120, 30, 400, Days, "a result stays worth telling"},
	{"R25.unheard", 14, 5, 90, Days, "without any word make unseen results for goals pressing"},
	{"R25.wait", 7, 1, 60, Days, "a result may wait to be told"},
	{"R26.ahead", 42, 14, 120, Days, "before a review its packet is begun"},
	{"R26.near", 8, 1, 30, WorkDays, "before a review it presses"},
	{"R27.wait", 5, 2, 30, WorkDays, "may pass without a line"},
	{"R28.opening", 90, 14, 365, Days, "before an opening the goal should be said"},
	{"R28.private", 60, 14, 365, Days, "a career goal may stay private"},
	{"R29.wait", 45, 14, 365, Days, "a career goal may wait for an answer"},
	{"R37.hours", 48, 20, 80, Hours, "a week are the limit"},
	{"engine.cool-down", 7, 1, 60, Days, "a nudge rests after it was shown"},
	{"engine.cool-down-high", 2, 1, 60, Days, "a high nudge rests after it was shown"},
	{"engine.day", 3, 1, 10, Count, "nudges are shown a day"},
	{"engine.day-high", 1, 1, 10, Count, "high nudges are shown a day"},
	{"engine.dismissed", 30, 7, 365, Days, "a nudge rests after it was dismissed twice"},
	{"engine.first-days", 10, 0, 30, Days, "at the beginning of a record only a few rules speak"},
	{"engine.routine", 2, 0, 20, Count, "of the routine nudges are offered at a time"},
}
