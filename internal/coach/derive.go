package coach

import (
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/align"
)

// deriveWork finds the goals that entries serve: what the user said, else what
// was guessed when they were written, else what the alignment guesses now.
func (f *Facts) deriveWork() {
	goals := align.GoalsOf(f.Names.Goals, f.Names.Projects, f.Today)
	var model *align.Model
	if len(goals) > 0 {
		seen := align.SeenIn(f.Entries)
		model = align.NewModel(goals, seen[max(0, len(seen)-lessons):])
	}
	guesses := 0
	f.Work = make([]*Work, 0, len(f.Entries))
	// The newest first, because not all may be guessed.
	for i := len(f.Entries) - 1; i >= 0; i-- {
		e := f.Entries[i]
		w := &Work{Entry: e, Topic: TopicOf(e.Text, e.Outcome), Age: f.Days(e.Day), Waited: f.Waited(e.Day)}
		f.Work = append(f.Work, w)
		if f.linked(w) || model == nil || guesses >= mostGuesses || !f.worthGuessing(e) {
			continue
		}
		guesses++
		project := f.Names.Project(e.Project)
		for _, l := range align.Sure(model.Links(align.WorkOf(e, project))) {
			if g, ok := f.Goal(l.Goal); ok && !refused(e, l.Goal) {
				w.Serves, w.Guessed = append(w.Serves, g), true
			}
		}
	}
	slices.Reverse(f.Work)
	slices.SortStableFunc(f.Work, func(a, b *Work) int { return compare(a.At.At, b.At.At) })
	for _, w := range f.Work {
		if w.Closed == "" && w.Age <= 30 && saysLate(w.Text) {
			f.Late = append(f.Late, w)
		}
		if (w.Kind == rapport.HeadsUp || w.Kind == rapport.Challenge) && w.Closed == "" {
			w.Over = f.overSince(w)
			w.Urgent, w.Touches = isUrgent(w.Text), touchesPeopleMoneyDates(w.Text)
			w.Protected, w.Gossip = isProtected(w.Text), isGossip(w.Text) || isSocial(w.Text)
		}
	}
}

// How many confirmed links teach the guess, and how many entries are guessed at
// most: a long day of work must not make the coach slow.
const (
	lessons     = 25
	mostGuesses = 90
)

// worthGuessing leaves out what no rule asks the goal of: old progress, what is
// over, and what everybody knows.
func (f *Facts) worthGuessing(e rapport.Entry) bool {
	switch {
	case e.Kind == rapport.Progress:
		return f.Days(e.Day) <= 28
	case e.Closed != "":
		return false
	}
	for _, b := range f.Names.Bosses {
		if b.Left.IsZero() && !e.KnownTo(b.ID) {
			return true
		}
	}
	return f.Days(e.Day) <= 28
}

func refused(e rapport.Entry, goal rapport.GoalID) bool {
	return slices.ContainsFunc(e.Links, func(l rapport.Link) bool { return l.Goal == goal && l.By == rapport.Refused })
}

// linked takes the goals that the entry holds, and reports whether they decide
// the matter.
func (f *Facts) linked(w *Work) bool {
	var guesses []rapport.Goal
	said := false
	for _, l := range w.Links {
		g, ok := f.Goal(l.Goal)
		switch {
		case l.By.Holds():
			said = true
			if ok {
				w.Serves = append(w.Serves, g)
			}
		case l.By == rapport.Guessed && ok && l.Confidence >= align.Threshold:
			guesses = append(guesses, g)
		}
	}
	if !said && len(guesses) > 0 {
		w.Serves, w.Guessed = guesses, true
	}
	return said || len(guesses) > 0
}

// For reports whether the work serves a goal of the boss.
func (w *Work) For(boss rapport.BossID) (rapport.Goal, bool) {
	for _, g := range w.Serves {
		if g.Boss == boss {
			return g, true
		}
	}
	return rapport.Goal{}, false
}

// IsFor reports whether the entry is for the ears of a boss: it was addressed
// to them, or to nobody and does not surely serve another boss's goal alone.
func (w *Work) IsFor(boss rapport.BossID) bool {
	if len(w.Concerns) > 0 {
		return slices.Contains(w.Concerns, boss)
	}
	_, ours := w.For(boss)
	return ours || len(w.Serves) == 0 || w.Guessed
}

// surelyFor is [Work.For] without a guess that rests on one word: with several
// bosses it would send people's matters to the wrong one.
func (w *Work) surelyFor(boss rapport.BossID) (rapport.Goal, bool) {
	g, ok := w.For(boss)
	if ok && w.Guessed && w.Topic.Shared(TopicOf(g.Title)) < 2 {
		return g, false
	}
	return g, ok
}

// deriveRhythms finds how often talks and written notes take place: what was
// agreed, else the median gap of what took place.
func (f *Facts) deriveRhythms(of *File) {
	for _, r := range f.Rhythms {
		if r.Boss != of.ID || r.From > f.Today {
			continue
		}
		if days := everyDays(r.Every); days > 0 || strings.EqualFold(r.Every, "none") {
			of.Rhythm = Rhythm{Days: days, Agreed: true, Lines: []rapport.LineID{r.Line}}
		}
	}
	held := 0
	var talks []rapport.Day
	var lines []rapport.LineID
	for _, m := range of.Meetings {
		if m.Kind == rapport.OneOnOne && (m.Status == rapport.Held || m.Status == rapport.Cancelled || m.Status == rapport.Missed) {
			talks = append(talks, rapport.DayOf(m.Begins().Time()))
			lines = append(lines, m.Line)
			if m.Status == rapport.Held {
				held++
			}
		}
	}
	// One talk, and others that came to nothing, are no rhythm yet.
	if of.Rhythm.Days == 0 && !of.Rhythm.Agreed && held > 1 {
		if days := medianGap(talks, 3); days > 0 {
			of.Rhythm = Rhythm{Days: days, Lines: lines}
			f.derived("a one-on-one with "+of.Name+" every "+count(days, "day"), "the median gap of those in the calendar", lines...)
		}
	}
	var sent []rapport.Day
	lines = nil
	for _, r := range of.Reports {
		sent = append(sent, rapport.DayOf(r.At.Time()))
		lines = append(lines, r.Line)
	}
	if days := medianGap(sent, 3); days > 0 {
		of.Notes = Rhythm{Days: days, Lines: lines}
		f.derived("a report to "+of.Name+" every "+count(days, "day"), "the median gap of those that were sent", lines...)
	}
}

// medianGap is the middle of the gaps between at least so many days.
func medianGap(days []rapport.Day, least int) int {
	days = slices.Clone(days)
	slices.Sort(days)
	days = slices.Compact(days)
	if len(days) < least {
		return 0
	}
	gaps := make([]int, 0, len(days)-1)
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, days[i].Sub(days[i-1]))
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// everyDays reads an agreed rhythm: an RFC 5545 rule or everyday words.
func everyDays(every string) int {
	text := strings.ToUpper(every)
	days, n := 0, 1
	switch {
	case strings.Contains(text, "FREQ=DAILY"):
		days = 1
	case strings.Contains(text, "FREQ=WEEKLY"):
		days = 7
	case strings.Contains(text, "FREQ=MONTHLY"):
		days = 30
	case strings.Contains(text, "FREQ=YEARLY"):
		days = 365
	}
	if days > 0 {
		if _, rest, ok := strings.Cut(text, "INTERVAL="); ok {
			n = max(1, leadingNumber(rest))
		}
		return days * n
	}
	words := strings.FieldsFunc(strings.ToLower(every), func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
	isWeekday := false
	for i, w := range words {
		unit := unitDays(w)
		weekday := unit < 0
		if unit == 0 || weekday && days > 0 {
			continue
		}
		if !weekday && days > 0 && !isWeekday {
			continue // "every two weeks, on the same day"
		}
		days, isWeekday = max(unit, -unit), weekday
		if i > 0 {
			days *= multiple(words[i-1])
			if words[i-1] == "twice" || i > 1 && words[i-2] == "twice" {
				days = max(1, days/2)
			}
		}
	}
	return days
}

// unitDays are the days of a unit of a rhythm; a weekday, which comes round
// every week, is negative.
func unitDays(word string) int {
	switch word {
	case "daily", "day", "days":
		return 1
	case "weekly", "week", "weeks":
		return 7
	case "biweekly", "fortnightly", "fortnight":
		return 14
	case "monthly", "month", "months":
		return 30
	case "quarterly", "quarter":
		return 91
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return -7
	}
	return 0
}

// multiple is how many units a word before one means.
func multiple(word string) int {
	switch word {
	case "other", "second", "two":
		return 2
	case "three", "third":
		return 3
	case "four", "fourth":
		return 4
	case "six", "sixth":
		return 6
	}
	if n := leadingNumber(word); n > 0 && n < 60 && !strings.Contains(word, ":") {
		return n
	}
	return 1
}

func leadingNumber(text string) (n int) {
	for _, r := range text {
		if r < '0' || r > '9' || n > 1000 {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// deriveSituations finds the situations that hold, the user's own word first.
func (f *Facts) deriveSituations() {
	add := func(s Situation, boss rapport.BossID, reason string) {
		if !slices.ContainsFunc(f.Switches, func(w Switch) bool { return w.Situation == s && (w.Boss == 0 || w.Boss == boss) }) {
			f.Standing = append(f.Standing, Standing{Situation: s, Boss: boss, Reason: reason})
		}
	}
	for _, w := range f.Switches {
		if w.On {
			f.Standing = append(f.Standing, Standing{Situation: w.Situation, Boss: w.Boss, ByHand: true, Reason: "switched on by you"})
		}
	}
	if n := len(f.Bosses); n > 1 {
		add(SeveralBosses, 0, count(n, "boss")+" on record")
	}
	first := rapport.DayOf(f.First.Time())
	for _, b := range f.Bosses {
		if b.Age < 90 && (b.Since != "" || len(f.Names.Bosses) > 1 && b.From.Sub(first) > 14) {
			add(NewBoss, b.ID, "answered to since "+string(b.From))
		}
		if reason := f.remoteness(b); reason != "" {
			add(Remote, b.ID, reason)
		}
		f.deriveTemper(b, add)
	}
	if n := len(f.Roles); n > 0 {
		if r := f.Roles[n-1]; r.Tight.IsYes() {
			add(TightRole, 0, "your role was recorded as tightly defined on "+string(r.Day()))
		}
	}
	for _, r := range f.Roles {
		if r.NewManager.IsYes() && f.Days(r.Day()) <= 365 {
			add(NewManager, 0, "you lead people since "+string(r.Day()))
			break
		}
	}
	if reason := f.overloaded(); reason != "" {
		add(Overload, 0, reason)
	}
}

// remoteness says why a boss counts as remote; empty where they do not.
func (f *Facts) remoteness(b *File) string {
	for _, p := range b.Preferences {
		if p.Dim == "availability" && p.EndedOn == "" && strings.Contains(strings.ToLower(p.Value), "remote") {
			return "recorded as remote on " + string(p.Day())
		}
	}
	if b.Zone == nil {
		return ""
	}
	// Half a year apart, so that a clock change hides nothing.
	for _, t := range [...]time.Time{f.Now, f.Now.AddDate(0, 6, 0)} {
		_, ours := t.Zone()
		if _, theirs := t.In(b.Zone).Zone(); ours != theirs {
			return "works in " + b.Boss.Zone
		}
	}
	return ""
}

// deriveTemper finds what the recorded reactions ask for.
func (f *Facts) deriveTemper(b *File, add func(Situation, rapport.BossID, string)) {
	good, bad := 0, 0
	for _, r := range b.Reactions {
		switch {
		case f.Days(r.Day()) > 180:
		case r.Sign == rapport.TakenBadly:
			bad++
		default:
			good++
		}
	}
	if bad >= 2 && bad > good {
		add(ThreatSensitive, b.ID, count(bad, "reaction")+" recorded as bad in half a year")
	}
	for _, p := range b.Preferences {
		if p.Dim == "news" && p.EndedOn == "" && TopicOf(p.Value).Shared(TopicOf("surprise control first approval everything")) > 0 {
			add(Insecure, b.ID, "wants to hear things first, recorded on "+string(p.Day()))
			return
		}
	}
}

// overloaded says why the user has more work than hours; empty where they have
// not (R37).
func (f *Facts) overloaded() string {
	weeks, over := 0, 0
	for i := len(f.Hours) - 1; i >= 0 && weeks < 4; i-- {
		if h := f.Hours[i]; f.Days(h.Day()) <= 42 {
			weeks++
			if h.Hours.Said && h.Hours.Value > float64(f.Limits.Of("R37.hours")) {
				over++
			}
		}
	}
	if over >= 3 {
		return count(over, "week") + " above " + count(f.Limits.Of("R37.hours"), "hour")
	}
	late := 0
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.DueNow != "" && p.DueNow < f.Today {
			late++
		}
	}
	if late >= 3 {
		return count(late, "promise") + " of yours are overdue"
	}
	return ""
}
