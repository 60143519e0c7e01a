package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
	"rapport/internal/profile"
)

func newBossShow(sh *shell) *cobra.Command {
	isPrivate := false
	cmd := &cobra.Command{
		Use:   "show [@BOSS]",
		Short: "All that is known of a boss, what is assumed, and what is not known",
		Long: `Show is the file of a boss: what they want, how they like to work with the evidence for
it, what was agreed, what waits on both sides, and what is not known yet. With --private it
adds what is nobody else's business.`,
		Example: `  rapport boss show @dana
  rapport boss show --private`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBossShow(cmd.Context(), sh, strings.Join(args, ""), isPrivate)
		},
	}
	cmd.Flags().BoolVar(&isPrivate, "private", false, "with what is private")
	return cmd
}

func runBossShow(ctx context.Context, sh *shell, boss string, isPrivate bool) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	file, err := s.People.BossFile(ctx, bossArg(boss))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("boss", fileShape(file, isPrivate))
	}
	p := sh.outPaint()
	sh.printf("%s\n", p.bold(file.Boss.Name))
	sh.showBoss(file.Boss)
	sh.field("contact", contactWords(file))
	sh.section("What they want")
	sh.showGoals(file)
	sh.section("How they like to work")
	sh.showStyle(file, isPrivate)
	sh.section("What was agreed")
	sh.showAgreed(file)
	sh.section("What waits")
	sh.showWaiting(file)
	if isPrivate {
		sh.section("Private")
		sh.showPrivate(file)
	}
	sh.sayf("\n%s", nextToLearn(file))
	return nil
}

func (sh *shell) section(title string) { sh.printf("\n%s\n", sh.outPaint().bold(title)) }

// contactWords says when both sides last had to do with each other (P1).
func contactWords(f people.File) string {
	var parts []string
	ago := func(what string, day rapport.Day) {
		if day != "" {
			parts = append(parts, what+" "+daysAgo(f.Day.Sub(day)))
		}
	}
	if f.LastMeeting != nil {
		ago("last talk", rapport.DayOf(f.LastMeeting.Begins().Time()))
	}
	if f.LastReport != nil {
		ago("last report", rapport.DayOf(f.LastReport.At.Time()))
	}
	ago("you last asked for something", f.Asked)
	ago("they last asked for news", f.Pinged)
	return strings.Join(parts, "; ")
}

func daysAgo(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "yesterday"
	}
	return fmt.Sprintf("%d days ago", n)
}

func (sh *shell) showGoals(f people.File) {
	rows := make([][]string, 0, len(f.Goals))
	for _, g := range f.Goals {
		state := g.State
		if g.LastConfirmed != "" {
			state += ", confirmed " + shortDay(g.LastConfirmed)
		}
		due := ""
		if g.Due != "" {
			due = "due " + shortDay(g.Due)
		}
		rows = append(rows, []string{"  for:" + string(g.Slug), g.Title, due, state})
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.printf("  unknown: nobody has said what they want\n")
	}
	for _, p := range f.Projects {
		if len(p.Depends) > 0 {
			sh.printf("  +%s depends on them for %s\n", p.Slug, strings.Join(p.Depends, ", "))
		}
	}
}

func (sh *shell) showStyle(f people.File, isPrivate bool) {
	p := sh.outPaint()
	for _, finding := range f.Profile.Findings {
		value, state := "unknown", ""
		if finding.Value != profile.Unknown {
			value = string(finding.Value)
			state = describeState(finding)
		}
		line := "  " + pad(string(finding.Dimension), 14) + value
		if state != "" {
			line = pad(line, 34) + p.dim(state)
		}
		sh.printf("%s\n", line)
		if finding.Value != profile.Unknown || finding.Reason != "" && len(finding.Evidence) > 0 {
			sh.under(14+2, finding.Reason)
		}
		for _, e := range finding.Evidence {
			sh.under(14+2, evidenceWords(e, isPrivate))
		}
	}
	for _, free := range f.Profile.Free {
		sh.printf("  %s%s %s\n", pad(free.About, 14), printable(free.Text), p.dim("("+string(free.Grade)+", "+shortDay(free.Day)+")"))
	}
	if f.Profile.Unread > 0 && isPrivate {
		sh.printf("  %s of other things\n", counted(f.Profile.Unread, "observation", "observations"))
	}
}

// under prints a line below its beginning.
func (sh *shell) under(indent int, text string) {
	if text != "" {
		space := strings.Repeat(" ", indent)
		sh.printf("%s%s\n", space, hanging(printable(text), indent, sh.env.OutWidth))
	}
}

func describeState(f profile.Finding) string {
	state := string(f.State)
	switch {
	case f.ToReconfirm:
		state += ", to re-confirm"
	case f.InDoubt:
		state += ", in doubt"
	case f.InheritedFrom != "":
		state += ", inherited from @" + f.InheritedFrom + " until " + shortDay(f.ExpiresOn)
	}
	return state
}

// evidenceWords is a piece of evidence in a line: the words of an observation
// only where what is private may be shown.
func evidenceWords(e profile.Cited, isPrivate bool) string {
	against := ""
	if e.Contradicts {
		against = "against it: "
	}
	text := e.Text
	switch {
	case e.Grade == profile.Observation && !isPrivate:
		text = "an observation for " + string(e.Value)
	case e.Grade == profile.Observation:
		text = "seen: " + ownWords(e.Private)
	case text == "":
		text = string(e.Value)
	}
	return shortDay(e.Day) + "  " + against + text
}

func (sh *shell) showAgreed(f people.File) {
	none := true
	say := func(format string, args ...any) {
		none = false
		sh.printf("  "+format+"\n", args...)
	}
	if f.Rhythm != "" {
		say("one-on-ones: %s", f.Rhythm)
	}
	for _, a := range f.Agreements {
		via := ""
		if a.Via != "" {
			via = ", by " + a.Via
		}
		say("%s: %s%s", a.Pace, a.Text, via)
	}
	for _, c := range f.Criteria {
		say("measured by: %s", c.Text)
	}
	for expectation, list := range f.Profile.Expectations() {
		for _, e := range list {
			say("%s: %s", expectation, e.Text)
		}
	}
	if none {
		sh.printf("  nothing yet\n")
	}
}

func (sh *shell) showWaiting(f people.File) {
	var rows [][]string
	row := func(n rapport.Number, what, text string, due rapport.Day) {
		when := ""
		if due != "" {
			when = "due " + shortDay(due)
			if due < f.Day {
				when = "was due " + shortDay(due)
			}
		}
		rows = append(rows, []string{"  " + itoa(int(n)), what, text, when})
	}
	for _, p := range f.Mine {
		row(p.Number, "I promised", p.Text, p.DueNow)
	}
	for _, p := range f.Theirs {
		row(p.Number, "to remember", p.Text, p.DueNow)
	}
	for _, a := range f.Asks {
		row(a.Number, "I asked", a.Text, a.Due)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.printf("  nothing on either side\n")
	}
}

func (sh *shell) showPrivate(f people.File) {
	line := func(f rapport.Fact, what string, text rapport.PrivateText) {
		sh.printf("  %s\n", hanging(fmt.Sprintf("%d  %s  %s: %s", f.Number, shortDay(f.Day()), what, printable(ownWords(text))), 4, sh.env.OutWidth))
	}
	for _, x := range f.Private.Pressures {
		what := "pressure"
		if x.Until != "" {
			what += " until " + shortDay(x.Until)
		}
		line(x.Fact, what, x.Text)
	}
	for _, x := range f.Private.Hardships {
		line(x.Fact, "hard because of "+string(x.Cause), x.Text)
	}
	for _, x := range f.Private.Aspects {
		line(x.Fact, string(x.Aspect), x.Text)
	}
	for _, x := range f.Private.Reactions {
		line(x.Fact, map[rapport.Sign]string{rapport.TakenWell: "taken well", rapport.TakenBadly: "taken badly"}[x.Sign], x.To)
	}
	for _, x := range f.Private.HumanFacts {
		line(x.Fact, "told you", x.Text)
	}
}

// nextToLearn names what is not known, and how to find out.
func nextToLearn(f people.File) string {
	known, assumed, unknown := f.Profile.Counts()
	text := fmt.Sprintf("style: %d known, %d assumed, %d unknown of 8", known, assumed, unknown)
	switch {
	case len(f.Goals) == 0:
		return text + fmt.Sprintf("; ask what they want: rapport goal interview @%s", f.Boss.Slug)
	case unknown > 0:
		for _, finding := range f.Profile.Findings {
			if finding.State == profile.NotKnown {
				return text + fmt.Sprintf("; watch for %s in the next talk: rapport saw @%s \"…\" dim:%s", finding.Dimension, f.Boss.Slug, finding.Dimension)
			}
		}
	}
	return text
}

// reconfirm prints the short agenda that a reorganisation makes needed (P6).
func (sh *shell) reconfirm(f people.File) {
	sh.printf("\nTen minutes with %s:\n", f.Boss.Name)
	n := 0
	item := func(minutes int, format string, args ...any) {
		n++
		sh.printf("%d. (%d min) %s\n", n, minutes, fmt.Sprintf(format, args...))
	}
	for _, g := range f.Goals {
		if g.State == people.GoalToReconfirm {
			item(1, "Is %q still what you want?", g.Title)
		}
	}
	if n == 0 {
		item(3, "What do you want most, now that things have changed?")
	}
	if f.Rhythm != "" {
		item(1, "We talk %s. Does that still fit?", f.Rhythm)
	}
	for _, a := range f.Agreements {
		item(1, "You hear of %s: %s. Still right?", a.Text, a.Pace)
	}
	for _, finding := range f.Profile.Findings {
		if finding.ToReconfirm {
			item(1, "I have kept to this: %s. Is it still good for you?", finding.Value.Meaning())
		}
	}
	for _, p := range f.Theirs {
		item(1, "You had said: %s. Does it stand?", p.Text)
	}
	sh.sayf("   say what was confirmed: rapport goal confirm GOAL, rapport says @%s \"…\"", f.Boss.Slug)
}

func newBossHandover(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "handover [@BOSS]",
		Short:   "What to take along when a boss changes: agreements, promises, praise",
		Example: "  rapport boss handover @dana > handover.md",
		Args:    argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHandover(cmd.Context(), sh, strings.Join(args, ""))
		},
	}
}

func runHandover(ctx context.Context, sh *shell, boss string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	h, err := s.People.Handover(ctx, bossArg(boss))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("handover", handoverShape(h))
	}
	sh.printf("# What I take along from working with %s\n\nAs of %s.\n", h.Boss.Name, shortDay(h.Day))
	list := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		sh.printf("\n## %s\n\n", title)
		for _, line := range lines {
			sh.printf("- %s\n", printable(line))
		}
	}
	for _, part := range handoverShape(h) {
		list(part.Title, part.Lines)
	}
	return nil
}

// handoverPart is one heading of a handover.
type handoverPart struct {
	Title string   `json:"title"`
	Lines []string `json:"lines"`
}

func handoverShape(h people.Handover) []handoverPart {
	var goals, agreed, decided, mine, theirs, asked, praise []string
	until := func(text string, due rapport.Day) string {
		if due == "" {
			return text
		}
		return text + ", due " + shortDay(due)
	}
	for _, g := range h.Goals {
		goals = append(goals, until(g.Title, g.Due))
	}
	if h.Rhythm != "" {
		agreed = append(agreed, "One-on-ones: "+h.Rhythm)
	}
	for _, a := range h.Agreements {
		agreed = append(agreed, a.Pace+": "+a.Text)
	}
	for _, c := range h.Criteria {
		agreed = append(agreed, "My work is measured by: "+c.Text)
	}
	for _, d := range h.Decisions {
		decided = append(decided, shortDay(d.Day())+": "+d.Text)
	}
	for _, p := range h.Mine {
		mine = append(mine, until(p.Text, p.DueNow))
	}
	for _, p := range h.Theirs {
		theirs = append(theirs, until(p.Text, p.DueNow))
	}
	for _, a := range h.Asks {
		asked = append(asked, until(a.Text, a.Due))
	}
	for _, f := range h.Praise {
		praise = append(praise, shortDay(f.Day())+": "+f.Text)
	}
	return []handoverPart{
		{"Goals", goals},
		{"Agreed", agreed},
		{"Decided", decided},
		{"I have promised", mine},
		{"They have promised", theirs},
		{"I have asked for", asked},
		{"What they said was good", praise},
	}
}
