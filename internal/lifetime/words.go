package lifetime

import "rapport"

// trade is a line of work: what its people do, with what, and to what end.
type trade struct{ verbs, things, endings, measures []string }

var trades = [...]trade{
	{
		verbs:    []string{"Finished", "Moved", "Rewrote", "Measured", "Split", "Tested", "Reviewed", "Agreed"},
		things:   []string{"the checkout queue", "the login service", "the nightly export", "the billing schema", "the search index", "the alert rules"},
		endings:  []string{"on staging", "behind a switch", "with two reviewers", "before the freeze", "for the mobile team", "after the incident"},
		measures: []string{"median wait in ms", "failed builds a week", "pages at night"},
	},
	{
		verbs:    []string{"Checked", "Took over", "Reordered", "Trained two colleagues on", "Documented", "Agreed"},
		things:   []string{"the evening handover", "the medication trolley", "the admission forms", "the fall prevention round", "the wound care supplies", "the night roster"},
		endings:  []string{"on ward four", "with the day shift", "after the audit", "for new starters", "with pharmacy", "without overtime"},
		measures: []string{"minutes per handover", "missed doses", "late discharges"},
	},
	{
		verbs:    []string{"Cleared", "Counted", "Relabelled", "Mapped", "Repacked", "Agreed"},
		things:   []string{"aisle twelve", "the cold store", "the returns bay", "the inbound pallets", "the picking route", "the scanner batteries"},
		endings:  []string{"before the peak", "with the carrier", "on the late shift", "after the stock take", "for the auditors", "with one person fewer"},
		measures: []string{"mispicks a day", "minutes to unload", "damaged parcels"},
	},
	{
		verbs:    []string{"Closed", "Answered", "Drafted", "Compared", "Escalated", "Agreed"},
		things:   []string{"the appeal file", "the quarterly assessment", "the refund backlog", "the guidance note", "the cross-border case", "the hearing papers"},
		endings:  []string{"within the term", "with legal", "for the regional office", "after a second look", "at the taxpayer's request", "in plain language"},
		measures: []string{"open files", "days to a decision", "objections upheld"},
	},
	{
		verbs:    []string{"Taught", "Marked", "Planned", "Swapped", "Observed", "Agreed"},
		things:   []string{"the fractions unit", "the parents' evening", "the reading group", "the exam timetable", "the lab safety talk", "the field trip"},
		endings:  []string{"with year eight", "for the substitute", "after the inspection", "with the assistant", "a week early", "in two groups"},
		measures: []string{"pupils below the line", "hours of marking", "absences"},
	},
	{
		verbs:    []string{"Prepped", "Costed", "Changed", "Tasted", "Cleaned", "Agreed"},
		things:   []string{"the lunch menu", "the walk-in fridge", "the allergen sheet", "the banquet order", "the fryer line", "the supplier list"},
		endings:  []string{"for Saturday", "with the new sous chef", "after the hygiene visit", "below budget", "for eighty covers", "before service"},
		measures: []string{"plates sent back", "minutes to first course", "kilos of waste"},
	},
}

// kinds holds each kind about as often as people log it.
var kinds = [...]rapport.Kind{
	rapport.Progress, rapport.Progress, rapport.Progress, rapport.Progress, rapport.Progress,
	rapport.Accomplishment, rapport.Accomplishment, rapport.Challenge, rapport.Commitment,
	rapport.Question, rapport.HeadsUp, rapport.Idea, rapport.FeedbackReceived,
}

var goalTitles = []string{
	"Fewer errors that reach the people we serve",
	"Shorter waiting times in the busy hours",
	"A team that can cover for each other",
	"Costs that stay within the plan",
}

var projectTitles = []string{
	"Checkout", "Handover", "Cold store", "Refund backlog", "Exam timetable", "Lunch menu",
	"Roster", "Search index", "Stock take", "Hearing papers", "Reading group", "Suppliers",
}

var notes = []string{
	"Not sure how the new plan was received, wait a week before asking again",
	"Felt rushed in the meeting, bring the figures on paper next time",
	"Would like more time for the training and do not know how to say it",
}

var colleagues = []string{"Mira Tan", "Jonas Field", "Sade Bello", "Luis Prado"}
