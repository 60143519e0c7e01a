package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/reports"
)

func newStatus(sh *shell) *cobra.Command {
	brief := false
	red, stale := -1, -1
	cmd := &cobra.Command{
		Use:   "status",
		Short: "What is there, what is new since the last report, what to do next",
		Example: `  rapport status
  rapport status --brief`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if red >= 0 || stale >= 0 {
				return runLimits(cmd.Context(), sh, red, stale)
			}
			return runStatus(cmd.Context(), sh, brief)
		},
	}
	cmd.Flags().IntVar(&red, "red-after", red, "keep: so many working `days` past its day a project is off plan")
	cmd.Flags().IntVar(&stale, "stale-after", stale, "keep: so many working `days` without an answer a problem puts its project off plan")
	cmd.Flags().BoolVar(&brief, "brief", false, "one line, for a prompt or cron; nothing where nothing is new")
	return cmd
}

// runLimits keeps the thresholds of the colours.
func runLimits(ctx context.Context, sh *shell, red, stale int) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	limits, err := s.Reports.SetLimits(ctx, red, stale)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("limits", map[string]int{"red_after": limits.Red, "stale_after": limits.Stale})
	}
	sh.sayf("off plan: %s past the day, or a problem for %s without an answer; tell your boss the same",
		counted(limits.Red, "working day", "working days"), counted(limits.Stale, "working day", "working days"))
	return nil
}

func runStatus(ctx context.Context, sh *shell, brief bool) error {
	s, err := sh.read(ctx)
	if err != nil {
		if brief && rapport.CodeOf(err) == rapport.NotFound {
			return nil // a prompt on a machine without a store stays empty
		}
		return err
	}
	if brief && !sh.asJSON {
		news, err := s.Reports.News(ctx)
		if line := briefly(news); line != "" {
			sh.printf("%s\n", line)
		}
		return err
	}
	st, err := s.Reports.Status(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("status", statusShape(st, s))
	}
	sh.showStatus(st, s)
	return nil
}

func briefly(n reports.News) string {
	var parts []string
	for _, b := range n.Bosses {
		if b.New > 0 {
			parts = append(parts, fmt.Sprintf("%d new for @%s", b.New, b.Boss.Slug))
		}
	}
	if n.Proposals > 0 {
		parts = append(parts, fmt.Sprintf("%d in the inbox", n.Proposals))
	}
	return strings.Join(parts, ", ")
}

func (sh *shell) showStatus(st reports.Status, s *Session) {
	p := sh.outPaint()
	if s.People.User.Sample {
		sh.printf("%s\n", p.yellow("This is a sample life, not yours."))
	}
	entries := st.Entries
	line := counted(entries, "entry", "entries")
	if st.LastEntry != "" {
		line += ", the last of " + shortDay(st.LastEntry)
	}
	if n := st.Notes; n > 0 {
		line += ", " + counted(n, "private note", "private notes")
	}
	sh.printf("%s\n", line)
	if st.Proposals > 0 {
		sh.printf("%s: rapport inbox\n", counted(st.Proposals, "proposal waits", "proposals wait"))
	}
	for _, b := range st.Bosses {
		sh.showBossStatus(b)
	}
	if hasGoals(st) {
		sh.showLoose("Serves no goal", st.Loose, "to link one: rapport edit %d --for GOAL; one key each: rapport goal review")
		sh.showLoose("The goal is only guessed", st.Unsure, "to settle one: rapport edit %d --for GOAL, or --no-goal; one key each: rapport goal review")
	}
	sh.showSteps(st.Steps)
}

// hasGoals reports whether there is any goal that work could serve.
func hasGoals(st reports.Status) bool {
	return slices.ContainsFunc(st.Bosses, func(b reports.BossStatus) bool { return len(b.Goals) > 0 })
}

// showLoose lists some entries that one key would settle, and how.
func (sh *shell) showLoose(title string, entries []rapport.Entry, how string) {
	const shown = 5
	if len(entries) == 0 {
		return
	}
	p := sh.outPaint()
	sh.printf("\n%s\n", p.bold(title))
	for _, e := range entries[:min(len(entries), shown)] {
		head := fmt.Sprintf("  %d  %s  ", e.Number, e.Day)
		sh.printf("%s\n", hanging(head+e.Text, len(head), sh.env.OutWidth))
	}
	if n := len(entries) - shown; n > 0 {
		sh.printf("  and %d more\n", n)
	}
	sh.printf("%s\n", p.dim("  "+fmt.Sprintf(how, entries[0].Number)))
}

func (sh *shell) showBossStatus(b reports.BossStatus) {
	p := sh.outPaint()
	sh.printf("\n%s\n", p.bold(b.Boss.Name+" (@"+string(b.Boss.Slug)+")"))
	sh.printf("  %s\n", newsText(b))
	if line := talkText(b.Talk); line != "" {
		sh.printf("%s\n", hanging("  "+line, 4, sh.env.OutWidth))
	}
	for i, w := range b.Waiting {
		if i == 3 {
			sh.printf("  and %d more they do not know of\n", len(b.Waiting)-i)
			break
		}
		sh.printf("  %d  not known to them for %s: %s\n", w.Entry.Number, counted(w.Days, "day", "days"), w.Entry.Text)
	}
	for _, g := range b.Goals {
		sh.printf("  %s (for:%s): %s\n", g.Goal.Title, g.Goal.Slug, supportText(g))
	}
}

// talkText says when the next talk is, and when the report for it is due.
func talkText(t reports.Talk) string {
	if t.Begins.IsZero() {
		return ""
	}
	const clock = "Mon 2 Jan 15:04"
	return "next talk " + t.Begins.Format(clock) + "; the report is " + t.String()
}

// newsText says what a boss has not heard, and how to tell it.
func newsText(b reports.BossStatus) string {
	when, since := "no report yet", ""
	if !b.LastReport.IsZero() {
		when, since = "last report "+shortDay(rapport.DayOf(b.LastReport.Time())), " since"
	}
	if len(b.New) == 0 {
		return when + "; nothing new" + since
	}
	return fmt.Sprintf("%s; %d new%s: rapport report @%s", when, len(b.New), since, b.Boss.Slug)
}

// supportText says how much of the last four weeks served a goal.
func supportText(g reports.GoalStatus) string {
	switch sure, guess := g.Support.Confirmed, g.Support.Guessed; {
	case sure == 0 && guess == 0:
		return "no work in four weeks"
	case sure == 0:
		return counted(guess, "entry may serve it, a guess", "entries may serve it, all guesses")
	case guess == 0:
		return counted(sure, "entry serves it", "entries serve it")
	default:
		return counted(sure, "entry serves it", "entries serve it") + ", " + itoa(guess) + " more by a guess"
	}
}

// showSteps prints the next steps, each with its reason and its command.
func (sh *shell) showSteps(steps []reports.Step) {
	if len(steps) == 0 {
		return
	}
	p := sh.outPaint()
	sh.printf("\n%s\n", p.bold("Next steps"))
	for i, step := range steps {
		sh.printf("%s\n", hanging(fmt.Sprintf("  %d. %s", i+1, step.Do), 5, sh.env.OutWidth))
		sh.printf("%s\n", p.dim(hanging("     why: "+step.Why, 10, sh.env.OutWidth)))
		sh.printf("     %s\n", p.cyan(step.Command))
	}
}

type statusJSON struct {
	Store     string           `json:"store"`
	Sample    bool             `json:"sample,omitempty"`
	Entries   int              `json:"entries"`
	Notes     int              `json:"notes"`
	Proposals int              `json:"proposals"`
	LastEntry rapport.Day      `json:"last_entry,omitempty"`
	Bosses    []bossStatusJSON `json:"bosses"`
	Loose     []rapport.Number `json:"serve_no_goal"`
	Unsure    []rapport.Number `json:"goal_guessed"`
	Steps     []stepJSON       `json:"steps"`
}

type bossStatusJSON struct {
	Boss       rapport.Slug     `json:"boss"`
	Name       string           `json:"name"`
	LastReport string           `json:"last_report,omitempty"`
	New        []rapport.Number `json:"new"`
	Waiting    []waitingJSON    `json:"waiting"`
	Goals      []goalStatusJSON `json:"goals"`
	NextTalk   string           `json:"next_talk,omitempty"`
	ReportDue  string           `json:"report_due,omitempty"`
	DueWhy     string           `json:"report_due_why,omitempty"`
}

type goalStatusJSON struct {
	Goal      rapport.Slug `json:"goal"`
	Confirmed int          `json:"served_confirmed"`
	Guessed   int          `json:"served_guessed"`
}

type waitingJSON struct {
	Number rapport.Number `json:"number"`
	Days   int            `json:"days"`
}

type stepJSON struct {
	About   string `json:"about"`
	Do      string `json:"do"`
	Why     string `json:"why"`
	Command string `json:"command"`
}

func statusShape(st reports.Status, s *Session) statusJSON {
	shape := statusJSON{
		Store: s.Location, Sample: s.People.User.Sample, Entries: st.Entries, Notes: st.Notes,
		Proposals: st.Proposals, LastEntry: st.LastEntry, Bosses: []bossStatusJSON{}, Loose: numbersOf(st.Loose), Unsure: numbersOf(st.Unsure), Steps: []stepJSON{},
	}
	for _, b := range st.Bosses {
		one := bossStatusJSON{
			Boss: b.Boss.Slug, Name: b.Boss.Name, New: numbersOf(b.New),
			Waiting: []waitingJSON{}, Goals: []goalStatusJSON{},
		}
		if !b.LastReport.IsZero() {
			one.LastReport = stampText(b.LastReport)
		}
		if t := b.Talk; !t.Begins.IsZero() {
			one.NextTalk, one.ReportDue, one.DueWhy = t.Begins.Format(time.RFC3339), t.Due.Format(time.RFC3339), t.Why
		}
		for _, w := range b.Waiting {
			one.Waiting = append(one.Waiting, waitingJSON{w.Entry.Number, w.Days})
		}
		for _, g := range b.Goals {
			one.Goals = append(one.Goals, goalStatusJSON{g.Goal.Slug, g.Support.Confirmed, g.Support.Guessed})
		}
		shape.Bosses = append(shape.Bosses, one)
	}
	for _, step := range st.Steps {
		shape.Steps = append(shape.Steps, stepJSON{step.About, step.Do, step.Why, step.Command})
	}
	return shape
}

func numbersOf(entries []rapport.Entry) []rapport.Number {
	numbers := make([]rapport.Number, len(entries))
	for i, e := range entries {
		numbers[i] = e.Number
	}
	return numbers
}
