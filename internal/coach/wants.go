package coach

import (
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// deriveWants reads what a boss said they want into the values of the
// dimensions. The newest word on a dimension counts.
func (of *File) deriveWants() {
	for _, p := range of.Preferences {
		if p.EndedOn != "" {
			continue
		}
		d, value, ok := profile.Map(p.Dim, p.Value)
		if !ok {
			continue
		}
		w := Want{Dim: d, Value: value, Line: p.Line, Day: p.Day(), Assumed: p.Grade == rapport.AnAssumption}
		of.Wants = slices.DeleteFunc(of.Wants, func(old Want) bool { return old.Dim == d })
		of.Wants = append(of.Wants, w)
	}
}

// Want is what a boss said of one dimension of style.
type Want struct {
	Dim   profile.Dimension
	Value profile.Value
	Line  rapport.LineID
	Day   rapport.Day
	// Assumed says that the user thinks so and the boss did not say it.
	Assumed bool
}

// wants reports whether a value was stated of a dimension.
func (of *File) wants(dim profile.Dimension, value profile.Value) bool {
	return slices.ContainsFunc(of.Wants, func(w Want) bool { return w.Dim == dim && w.Value == value })
}

// formKnown reports whether anything was said about how news should come.
func (of *File) formKnown() bool {
	return slices.ContainsFunc(of.Wants, func(w Want) bool {
		return w.Dim == profile.Intake || w.Dim == profile.Structure || w.Dim == profile.Detail
	})
}

// refusesReports reports whether the boss said that they want no reports.
func (of *File) refusesReports() bool {
	return slices.ContainsFunc(of.Preferences, func(p rapport.Preference) bool {
		text := " " + strings.ToLower(p.Dim+" "+p.Value) + " "
		return p.EndedOn == "" && strings.Contains(text, "report") && (strings.Contains(text, " no ") || strings.Contains(text, "none") || strings.Contains(text, "not ") || strings.Contains(text, "don't"))
	})
}

// onlyWhenNeeded reports whether the boss said that contact is for when it is
// needed.
func (of *File) onlyWhenNeeded() (rapport.Preference, bool) {
	for _, p := range of.Preferences {
		text := strings.ToLower(p.Value)
		if p.EndedOn == "" && (strings.Contains(text, "when needed") || strings.Contains(text, "as needed") || strings.Contains(text, "if needed") || strings.Contains(text, "on demand")) {
			return p, true
		}
	}
	return rapport.Preference{}, false
}

// primary is the boss who most likely judges the user's work: who evaluates,
// else the solid line, else the first. It is nil where there is none.
func (f *Facts) primary() *File {
	for _, b := range f.Bosses {
		if b.Evaluates.IsYes() {
			return b
		}
	}
	for _, b := range f.Bosses {
		if b.Relation == rapport.Solid {
			return b
		}
	}
	if len(f.Bosses) > 0 {
		return f.Bosses[0]
	}
	return nil
}

// isOnLeave returns the last day of a leave of the boss that covers today.
func (f *Facts) isOnLeave(b *File) (rapport.Day, bool) {
	for _, d := range f.Dates {
		if d.Sort == rapport.Leave && d.Boss == b.ID && d.On <= f.Today && f.Today <= d.End {
			return d.End, true
		}
	}
	return "", false
}
