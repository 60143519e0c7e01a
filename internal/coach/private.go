package coach

import "rapport"

// This file and facts_private.go alone read private text. What comes out of it is a date, a set of
// stems that is compared and never shown, or a yes: no word of it can get into
// a finding.

// openingOf is the day of the opening that a career goal speaks of: the one
// that was recorded, else the one its words hold.
func (f *Facts) openingOf(c rapport.CareerGoal) rapport.Day {
	if c.Due != "" {
		return c.Due
	}
	on, _ := f.dayIn(c.Text.Reveal(), c.At)
	return on
}

// careerTopic is what a career goal is about, for comparing.
func (f *Facts) careerTopic(c rapport.CareerGoal) Topic { return TopicOf(c.Text.Reveal()) }
