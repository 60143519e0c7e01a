package cli

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/reports"
)

// demoLine is a line of the sample life, so many days before today.
type demoLine struct {
	ago  int
	text string
}

// demoTold is what the sample boss has heard in a report a week ago.
func demoTold() []demoLine {
	return []demoLine{
		{27, "did: drew up the new admission form with two colleagues +intake for:waiting"},
		{25, "stuck: the second infusion pump is out of order, the loan pump from ward 4 bridges it +equipment"},
		{24, "did: tried the admission form with 12 patients +intake for:waiting"},
		{21, "won: handover shortened from 25 to 14 minutes -> 11 minutes more at the bedside each shift +handover for:waiting"},
		{20, "heard: @dana the handover sheet is clear, put allergies at the top"},
		{19, "did: moved allergies to the top of the handover sheet +handover"},
		{17, "idea: label the supply shelves by use instead of by letter, one shelf as a trial"},
		{14, "ask: may two of us visit the admission desk of the clinic next door for a day? @dana"},
		{12, "did: trained five colleagues on the new admission form +intake for:waiting"},
		{10, "promise: rota for the holidays to Dana by:\"in 2 weeks\" @dana"},
	}
}

// demoNew is what came after it.
func demoNew() []demoLine {
	return []demoLine{
		{6, "won: admission takes 22 instead of 38 minutes on average over 40 patients -> nobody waited in the corridor this week +intake for:waiting"},
		{5, "stuck: two night shifts in the week before the holidays have no cover; I come back with two options on Thursday +rota"},
		{4, "fyi: the pharmacy delivers only once a day from next month on @dana"},
		{3, "did: checked all 14 pumps with the technician, 13 are fine +equipment for:safety"},
		{3, "won: no medication error in the last 30 days, after 3 in the month before +handover for:safety"},
		{2, "ask: which of the two shelves may we label as a trial? by:\"in 5 days\" @dana"},
		{1, "did: drafted the holiday rota, 26 of 28 shifts covered +rota"},
		{1, "private: I was short with a colleague on the late shift; say sorry tomorrow"},
	}
}

// fillDemo makes the sample life through the use-cases that a person uses, so
// that it can hold nothing they could not.
func fillDemo(ctx context.Context, s *Session) error {
	name, sample := "Ana Brandt", true
	user, err := s.People.Configure(ctx, people.UserChange{Name: &name, Sample: &sample})
	if err != nil {
		return err
	}
	s.Use(user)
	role, hours, evaluates := "head of the ward", "07:30-16:00", rapport.Yes
	if _, err := s.People.AddBoss(ctx, "Dana Osei", people.BossChange{Role: &role, Hours: &hours, Evaluates: &evaluates}); err != nil {
		return err
	}
	for _, g := range []struct {
		slug  rapport.Slug
		title string
		said  bool
	}{
		{"waiting", "Patients wait less than 25 minutes for admission", true},
		{"safety", "No medication errors", false},
		{"staying", "Keep the team through the winter", false},
	} {
		if _, err := s.People.AddGoal(ctx, "dana", g.title, people.GoalChange{Slug: &g.slug, Confirmed: &g.said}); err != nil {
			return err
		}
	}
	if err := logDemo(ctx, s, demoTold()); err != nil {
		return err
	}
	if err := sendDemo(ctx, s); err != nil {
		return err
	}
	return logDemo(ctx, s, demoNew())
}

func logDemo(ctx context.Context, s *Session, lines []demoLine) error {
	today := rapport.DayOf(s.Journal.Now())
	inputs := make([]journal.LogInput, len(lines))
	for i, l := range lines {
		inputs[i] = journal.LogInput{Text: l.text, On: string(today.Add(-l.ago))}
	}
	_, err := s.Journal.Log(ctx, inputs...)
	return err
}

// sendDemo marks a report as sent a week ago.
func sendDemo(ctx context.Context, s *Session) error {
	then := *s.Reports
	then.Now = func() time.Time { return s.Reports.Now().AddDate(0, 0, -7) }
	c, err := then.Compose(ctx, reports.Request{Boss: "dana"})
	if err != nil {
		return err
	}
	_, _, err = then.MarkSent(ctx, c, reports.Kept{Format: "md", Text: c.Markdown(), Medium: "mail"})
	return err
}
