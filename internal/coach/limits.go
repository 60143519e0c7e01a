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
	Words    Unit = "words"
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
	// Proposed is the value before anybody changed it; set by [Limits.All].
	Proposed int
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
		all[i].Proposed, all[i].Value = all[i].Value, l.Of(all[i].Name)
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

// Without returns the limits with one back at its proposal.
func (l Limits) Without(name string) Limits {
	next := Limits{changed: map[string]int{}}
	for k, v := range l.changed {
		if k != name {
			next.changed[k] = v
		}
	}
	return next
}

// findLimit finds the place of a limit in the table. Rules ask for every entry,
// so the search copies nothing.
func findLimit(name string) (int, bool) {
	low, high := 0, len(table)
	for low < high {
		switch middle := (low + high) / 2; {
		case table[middle].Name < name:
			low = middle + 1
		case table[middle].Name > name:
			high = middle
		default:
			return middle, true
		}
	}
	return low, false
}

// table holds all thresholds, sorted by name: a test says so. Whoever adds a
// rule adds its lines.
var table = [...]Limit{
	{Name: "R01.lead", Value: 1, Least: 0, Most: 10, Unit: WorkDays, Meaning: "before a talk the report is due"},
	{Name: "R02.gap", Value: 150, Least: 110, Most: 400, Unit: Percent, Meaning: "of the agreed interval may pass without a one-on-one"},
	{Name: "R02.most", Value: 31, Least: 14, Most: 120, Unit: Days, Meaning: "may pass without a one-on-one where no interval is known"},
	{Name: "R03.fresh", Value: 30, Least: 7, Most: 120, Unit: Days, Meaning: "a cancelled talk stays news"},
	{Name: "R04.project", Value: 60, Least: 0, Most: 365, Unit: Days, Meaning: "make a project line a long one"},
	{Name: "R04.wait", Value: 14, Least: 3, Most: 90, Unit: Days, Meaning: "may pass with a boss before a rhythm is agreed"},
	{Name: "R05.development", Value: 75, Least: 20, Most: 120, Unit: Days, Meaning: "with a new boss the talk about development is due after"},
	{Name: "R05.expectations", Value: 20, Least: 3, Most: 90, Unit: Days, Meaning: "with a new boss the talk about expectations is due after"},
	{Name: "R05.resources", Value: 30, Least: 5, Most: 90, Unit: Days, Meaning: "with a new boss the talk about resources is due after"},
	{Name: "R05.situation", Value: 10, Least: 2, Most: 60, Unit: Days, Meaning: "with a new boss the talk about the situation is due after"},
	{Name: "R05.style", Value: 30, Least: 5, Most: 90, Unit: Days, Meaning: "with a new boss the talk about style is due after"},
	{Name: "R05.until", Value: 120, Least: 60, Most: 365, Unit: Days, Meaning: "a boss counts as new for"},
	{Name: "R06.none", Value: 30, Least: 7, Most: 120, Unit: Days, Meaning: "may pass without a goal of the boss"},
	{Name: "R06.old", Value: 200, Least: 60, Most: 500, Unit: Days, Meaning: "a confirmed goal stays confirmed"},
	{Name: "R07.days", Value: 28, Least: 14, Most: 90, Unit: Days, Meaning: "of work are looked at"},
	{Name: "R07.least", Value: 6, Least: 3, Most: 50, Unit: Count, Meaning: "entries are enough to judge"},
	{Name: "R07.share", Value: 50, Least: 10, Most: 100, Unit: Percent, Meaning: "of the work should serve a goal"},
	{Name: "R08.days", Value: 21, Least: 7, Most: 120, Unit: Days, Meaning: "a goal may have no entry"},
	{Name: "R08.least", Value: 3, Least: 0, Most: 50, Unit: Count, Meaning: "other entries show that the log is alive"},
	{Name: "R08.top", Value: 3, Least: 1, Most: 10, Unit: Count, Meaning: "goals of a boss are the first ones"},
	{Name: "R09.back", Value: 45, Least: 14, Most: 200, Unit: Days, Meaning: "of entries are looked at"},
	{Name: "R09.grace", Value: 10, Least: 0, Most: 60, Unit: Days, Meaning: "after the end of a goal may still see work for it"},
	{Name: "R10.same", Value: 2, Least: 2, Most: 10, Unit: Count, Meaning: "a boss asks for news of one topic within R10.same-days"},
	{Name: "R10.same-days", Value: 14, Least: 5, Most: 60, Unit: Days, Meaning: "in which two requests on one topic count"},
	{Name: "R10.some", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "a boss asks for news at all within R10.some-days"},
	{Name: "R10.some-days", Value: 30, Least: 10, Most: 90, Unit: Days, Meaning: "in which three requests on any topic count"},
	{Name: "R10.third", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "a boss asks for news of one topic within R10.third-days"},
	{Name: "R10.third-days", Value: 180, Least: 60, Most: 400, Unit: Days, Meaning: "in which a third request on one topic counts"},
	{Name: "R11.back", Value: 100, Least: 14, Most: 365, Unit: Days, Meaning: "a surprise stays worth a word"},
	{Name: "R11.fresh", Value: 21, Least: 3, Most: 90, Unit: Days, Meaning: "a surprise is fresh"},
	{Name: "R12.back", Value: 100, Least: 14, Most: 365, Unit: Days, Meaning: "a heads-up stays worth passing on"},
	{Name: "R12.urgent", Value: 1, Least: 0, Most: 10, Unit: WorkDays, Meaning: "an urgent heads-up may wait"},
	{Name: "R12.wait", Value: 3, Least: 0, Most: 30, Unit: WorkDays, Meaning: "a heads-up may wait"},
	{Name: "R13.back", Value: 100, Least: 14, Most: 365, Unit: Days, Meaning: "a challenge stays worth a word"},
	{Name: "R13.wait", Value: 2, Least: 0, Most: 30, Unit: WorkDays, Meaning: "a challenge on a goal may wait"},
	{Name: "R15.wait", Value: 5, Least: 1, Most: 30, Unit: WorkDays, Meaning: "an ask may wait for its answer"},
	{Name: "R16.ahead", Value: 2, Least: 0, Most: 20, Unit: WorkDays, Meaning: "before its day a promise of yours comes up"},
	{Name: "R16.back", Value: 60, Least: 14, Most: 365, Unit: Days, Meaning: "an overdue promise of yours comes up"},
	{Name: "R17.asked", Value: 5, Least: 1, Most: 30, Unit: WorkDays, Meaning: "after you asked nothing is asked again"},
	{Name: "R17.back", Value: 120, Least: 14, Most: 365, Unit: Days, Meaning: "a promise of the boss comes up after its day"},
	{Name: "R17.wait", Value: 2, Least: 0, Most: 30, Unit: WorkDays, Meaning: "a promise of the boss may be late"},
	{Name: "R18.back", Value: 45, Least: 7, Most: 180, Unit: Days, Meaning: "an instruction counts as one that holds"},
	{Name: "R18.hours", Value: 6, Least: 1, Most: 12, Unit: Hours, Meaning: "of a working day are there for what was promised"},
	{Name: "R18.window", Value: 15, Least: 3, Most: 60, Unit: WorkDays, Meaning: "ahead promises are added up"},
	{Name: "R19.days", Value: 30, Least: 7, Most: 120, Unit: Days, Meaning: "may pass without anybody seeing the whole list"},
	{Name: "R19.share", Value: 10, Least: 1, Most: 50, Unit: Percent, Meaning: "of the work make a boss one of several"},
	{Name: "R20.wait", Value: 14, Least: 0, Most: 120, Unit: Days, Meaning: "with a new boss before the review is asked about"},
	{Name: "R21.fresh", Value: 7, Least: 1, Most: 30, Unit: Days, Meaning: "finished work is fresh enough to ask about"},
	{Name: "R21.gap", Value: 42, Least: 14, Most: 180, Unit: Days, Meaning: "may pass without asking for feedback"},
	{Name: "R22.back", Value: 45, Least: 14, Most: 180, Unit: Days, Meaning: "a vague request stays worth a word"},
	{Name: "R22.telling", Value: 4, Least: 1, Most: 10, Unit: Words, Meaning: "that tell what a request is about make it one about something, however short the answer"},
	{Name: "R22.words", Value: 3, Least: 1, Most: 10, Unit: Count, Meaning: "words or fewer make a short answer"},
	{Name: "R23.back", Value: 110, Least: 30, Most: 365, Unit: Days, Meaning: "feedback stays worth a word"},
	{Name: "R23.wait", Value: 14, Least: 3, Most: 60, Unit: Days, Meaning: "feedback may wait for a step"},
	{Name: "R24.days", Value: 90, Least: 30, Most: 365, Unit: Days, Meaning: "in which the same feedback twice counts"},
	{Name: "R25.back", Value: 120, Least: 30, Most: 400, Unit: Days, Meaning: "a result stays worth telling"},
	{Name: "R25.unheard", Value: 14, Least: 5, Most: 90, Unit: Days, Meaning: "without any word make unseen results for goals pressing"},
	{Name: "R25.wait", Value: 7, Least: 1, Most: 60, Unit: Days, Meaning: "a result may wait to be told"},
	{Name: "R26.ahead", Value: 42, Least: 14, Most: 120, Unit: Days, Meaning: "before a review its packet is begun"},
	{Name: "R26.near", Value: 8, Least: 1, Most: 30, Unit: WorkDays, Meaning: "before a review it presses"},
	{Name: "R27.wait", Value: 5, Least: 2, Most: 30, Unit: WorkDays, Meaning: "may pass without a line"},
	{Name: "R28.opening", Value: 90, Least: 14, Most: 365, Unit: Days, Meaning: "before an opening the goal should be said"},
	{Name: "R28.private", Value: 60, Least: 14, Most: 365, Unit: Days, Meaning: "a career goal may stay private"},
	{Name: "R29.wait", Value: 45, Least: 14, Most: 365, Unit: Days, Meaning: "a career goal may wait for an answer"},
	{Name: "R30.past", Value: 14, Least: 1, Most: 90, Unit: Days, Meaning: "a contact past the boss can be told of afterwards"},
	{Name: "R31.back", Value: 180, Least: 30, Most: 400, Unit: Days, Meaning: "an observation of how a boss likes things counts"},
	{Name: "R31.contrary", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "a form must be contradicted"},
	{Name: "R31.long", Value: 400, Least: 150, Most: 3000, Unit: Words, Meaning: "make a text long"},
	{Name: "R31.outputs", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "a form was used last"},
	{Name: "R31.short", Value: 200, Least: 50, Most: 1000, Unit: Words, Meaning: "are a short text"},
	{Name: "R32.after", Value: 28, Least: 14, Most: 120, Unit: Days, Meaning: "a relation lasts before its style should be known"},
	{Name: "R32.ahead", Value: 7, Least: 1, Most: 30, Unit: Days, Meaning: "before a talk it is worth saying what to watch"},
	{Name: "R32.known", Value: 3, Least: 1, Most: 8, Unit: Count, Meaning: "dimensions of style are enough to be known"},
	{Name: "R32.until", Value: 90, Least: 30, Most: 365, Unit: Days, Meaning: "a relation is young enough to ask about the style at once"},
	{Name: "R33.days", Value: 30, Least: 14, Most: 180, Unit: Days, Meaning: "copied habits hold without evidence"},
	{Name: "R35.adapted", Value: 2, Least: 1, Most: 10, Unit: Count, Meaning: "something must have been tried"},
	{Name: "R35.back", Value: 240, Least: 90, Most: 400, Unit: Days, Meaning: "signals count"},
	{Name: "R35.kinds", Value: 3, Least: 2, Most: 8, Unit: Count, Meaning: "kinds of signals make a pattern"},
	{Name: "R35.said", Value: 60, Least: 14, Most: 180, Unit: Days, Meaning: "a thought that only a changed boss would help counts"},
	{Name: "R35.span", Value: 56, Least: 28, Most: 365, Unit: Days, Meaning: "must lie between the first signal and the last"},
	{Name: "R37.hours", Value: 48, Least: 20, Most: 80, Unit: Hours, Meaning: "a week are the limit"},
	{Name: "R37.over", Value: 3, Least: 1, Most: 4, Unit: Count, Meaning: "weeks above the limit make a pattern"},
	{Name: "R37.overdue", Value: 3, Least: 2, Most: 20, Unit: Count, Meaning: "promises may be overdue before it is too much"},
	{Name: "R37.weeks", Value: 4, Least: 2, Most: 12, Unit: Count, Meaning: "of the last weeks are looked at"},
	{Name: "R38.back", Value: 90, Least: 14, Most: 365, Unit: Days, Meaning: "declined offers say something"},
	{Name: "R38.declined", Value: 2, Least: 1, Most: 10, Unit: Count, Meaning: "declined offers are a sign"},
	{Name: "R39.room", Value: 10, Least: 1, Most: 80, Unit: Percent, Meaning: "of a week must be free before help is offered"},
	{Name: "R39.week", Value: 42, Least: 10, Most: 60, Unit: Hours, Meaning: "are a full week"},
	{Name: "R40.back", Value: 120, Least: 30, Most: 400, Unit: Days, Meaning: "an open ask counts"},
	{Name: "R40.new-role", Value: 60, Least: 0, Most: 180, Unit: Days, Meaning: "after a change many asks are right"},
	{Name: "R40.open", Value: 3, Least: 1, Most: 10, Unit: Count, Meaning: "asks may be open to one boss"},
	{Name: "R40.small", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "small asks in a row are a sign"},
	{Name: "R41.back", Value: 120, Least: 30, Most: 400, Unit: Days, Meaning: "a problem that was brought counts"},
	{Name: "R41.problems", Value: 5, Least: 3, Most: 20, Unit: Count, Meaning: "problems without a recommendation make a habit"},
	{Name: "R41.public", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "disagreements in public make a habit"},
	{Name: "R41.public-days", Value: 60, Least: 14, Most: 365, Unit: Days, Meaning: "a disagreement in public counts"},
	{Name: "R42.back", Value: 180, Least: 30, Most: 400, Unit: Days, Meaning: "an untold error counts"},
	{Name: "R42.errors", Value: 3, Least: 1, Most: 10, Unit: Count, Meaning: "untold errors make a pattern"},
	{Name: "R42.judged", Value: 7, Least: 1, Most: 60, Unit: Days, Meaning: "before a talk that judges nothing is disclosed"},
	{Name: "R43.days", Value: 5, Least: 1, Most: 30, Unit: WorkDays, Meaning: "a distant boss may go without a written note"},
	{Name: "R44.ahead", Value: 14, Least: 3, Most: 60, Unit: Days, Meaning: "ahead a clock change is worth a word"},
	{Name: "R44.back", Value: 45, Least: 7, Most: 120, Unit: Days, Meaning: "back a clock change can explain what was missed"},
	{Name: "R44.series", Value: 3, Least: 2, Most: 10, Unit: Count, Meaning: "talks at one time make a series"},
	{Name: "R45.back", Value: 200, Least: 60, Most: 400, Unit: Days, Meaning: "an idea stays worth raising"},
	{Name: "R45.pending", Value: 2, Least: 1, Most: 10, Unit: Count, Meaning: "ideas may wait for a word before another is raised"},
	{Name: "R45.pending-days", Value: 60, Least: 14, Most: 200, Unit: Days, Meaning: "a raised idea waits for a word"},
	{Name: "R45.wait", Value: 14, Least: 3, Most: 90, Unit: Days, Meaning: "an idea may wait"},
	{Name: "R46.wait", Value: 21, Least: 7, Most: 120, Unit: Days, Meaning: "an idea that was heard may rest"},
	{Name: "R47.back", Value: 120, Least: 30, Most: 400, Unit: Days, Meaning: "a question stays worth asking"},
	{Name: "R47.wait", Value: 7, Least: 1, Most: 30, Unit: WorkDays, Meaning: "a question may wait"},
	{Name: "R48.back", Value: 90, Least: 14, Most: 400, Unit: Days, Meaning: "a result can be what a draft tells of"},
	{Name: "R49.days", Value: 60, Least: 14, Most: 365, Unit: Days, Meaning: "may pass without a contact"},
	{Name: "R50.ahead", Value: 5, Least: 0, Most: 30, Unit: Days, Meaning: "before a day it is said"},
	{Name: "R51.days", Value: 56, Least: 28, Most: 365, Unit: Days, Meaning: "lie between two private checks"},
	{Name: "R51.fall", Value: 2, Least: 1, Most: 5, Unit: Count, Meaning: "steps are a fall"},
	{Name: "R52.again", Value: 180, Least: 60, Most: 730, Unit: Days, Meaning: "after the last time it is asked again"},
	{Name: "R52.first", Value: 365, Least: 60, Most: 730, Unit: Days, Meaning: "of a relation may pass before it is asked first"},
	{Name: "R53.ahead", Value: 10, Least: 2, Most: 30, Unit: Days, Meaning: "before leave a handover is due"},
	{Name: "R53.least", Value: 1, Least: 1, Most: 20, Unit: WorkDays, Meaning: "of leave need a handover"},
	{Name: "R54.days", Value: 60, Least: 21, Most: 180, Unit: Days, Meaning: "are looked at for planned talks"},
	{Name: "R54.needs", Value: 2, Least: 1, Most: 10, Unit: Count, Meaning: "untold obstacles show a need"},
	{Name: "R54.needs-days", Value: 75, Least: 14, Most: 200, Unit: Days, Meaning: "an obstacle counts"},
	{Name: "R54.planned", Value: 2, Least: 1, Most: 20, Unit: Count, Meaning: "planned talks in R54.days are enough"},
	{Name: "R54.results", Value: 5, Least: 3, Most: 20, Unit: Count, Meaning: "untold results without a planned talk are a sign"},
	{Name: "R54.settle", Value: 30, Least: 7, Most: 90, Unit: Days, Meaning: "somebody may lead people before it is asked"},
	{Name: "R55.back", Value: 200, Least: 60, Most: 400, Unit: Days, Meaning: "a change of role is worth a talk about it"},
	{Name: "R55.days", Value: 20, Least: 5, Most: 90, Unit: Days, Meaning: "after a change may pass without a talk about it"},
	{Name: "R55.late", Value: 90, Least: 30, Most: 365, Unit: Days, Meaning: "after a change other matters come first"},
	{Name: "R55.start", Value: 30, Least: 0, Most: 180, Unit: Days, Meaning: "from the start of a record a line on the role says what it is, and no change"},
	{Name: "R56.back", Value: 365, Least: 60, Most: 730, Unit: Days, Meaning: "a reaction counts"},
	{Name: "R56.each", Value: 2, Least: 1, Most: 10, Unit: Count, Meaning: "good and bad reactions each show a way"},
	{Name: "R58.days", Value: 42, Least: 14, Most: 180, Unit: Days, Meaning: "are looked at for notes on how you are"},
	{Name: "R58.notes", Value: 3, Least: 2, Most: 20, Unit: Count, Meaning: "such notes are a reason to say something"},
	{Name: "X1.asks", Value: 2, Least: 2, Most: 10, Unit: Count, Meaning: "asks of one kind in each half are enough to compare"},
	{Name: "X1.days", Value: 56, Least: 28, Most: 180, Unit: Days, Meaning: "are compared with as many before"},
	{Name: "X1.patience", Value: 10, Least: 2, Most: 60, Unit: WorkDays, Meaning: "an ask may take before it counts as without an answer"},
	{Name: "X2.days", Value: 30, Least: 14, Most: 90, Unit: Days, Meaning: "without an ask are looked at"},
	{Name: "X2.entries", Value: 6, Least: 1, Most: 50, Unit: Count, Meaning: "entries show that the log is alive"},
	{Name: "X2.habit", Value: 2, Least: 1, Most: 20, Unit: Count, Meaning: "asks before show a habit"},
	{Name: "X3.days", Value: 30, Least: 14, Most: 120, Unit: Days, Meaning: "after a change its effect shows"},
	{Name: "X3.pings", Value: 2, Least: 2, Most: 20, Unit: Count, Meaning: "requests before a change can show an effect"},
	{Name: "X4.days", Value: 60, Least: 14, Most: 180, Unit: Days, Meaning: "without work make a goal a candidate"},
	{Name: "X5.ahead", Value: 21, Least: 5, Most: 90, Unit: Days, Meaning: "before the end of a goal the question is asked"},
	{Name: "X5.back", Value: 30, Least: 7, Most: 120, Unit: Days, Meaning: "of work for a goal are looked at"},
	{Name: "X5.work", Value: 2, Least: 1, Most: 20, Unit: Count, Meaning: "entries for a goal put it into your hands"},
	{Name: "engine.cool-down", Value: 7, Least: 1, Most: 60, Unit: Days, Meaning: "a nudge rests after it was shown"},
	{Name: "engine.cool-down-high", Value: 2, Least: 1, Most: 60, Unit: Days, Meaning: "a high nudge rests after it was shown"},
	{Name: "engine.day", Value: 3, Least: 1, Most: 10, Unit: Count, Meaning: "nudges are shown a day"},
	{Name: "engine.day-high", Value: 1, Least: 1, Most: 10, Unit: Count, Meaning: "high nudges are shown a day"},
	{Name: "engine.dismissed", Value: 30, Least: 7, Most: 365, Unit: Days, Meaning: "a nudge rests after it was dismissed twice"},
	{Name: "engine.first-days", Value: 10, Least: 0, Most: 30, Unit: Days, Meaning: "at the beginning of a record only a few rules speak"},
	{Name: "engine.hour-from", Value: 7, Least: 0, Most: 23, Unit: Hours, Meaning: "after midnight your day begins"},
	{Name: "engine.hour-until", Value: 20, Least: 1, Most: 24, Unit: Hours, Meaning: "after midnight your day ends"},
	{Name: "engine.routine", Value: 2, Least: 0, Most: 20, Unit: Count, Meaning: "of the routine nudges are offered at a time"},
}
