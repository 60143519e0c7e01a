package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
	wire "rapport/internal/wire/journal"
)

func newShow(sh *shell) *cobra.Command {
	isPrivate := false
	cmd := &cobra.Command{
		Use:   "show NUMBER...",
		Short: "Show all that is known of an entry, or of anything with a number",
		Long: `Show prints all that is known of what has a number. A private part of something that is not
private, such as your notes on a meeting, is shown with --private only.`,
		Example: "  rapport show 12",
		Args:    argsBetween(1, -1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runShow(cmd.Context(), sh, args, isPrivate) },
	}
	cmd.Flags().BoolVar(&isPrivate, "private", false, "with its private parts")
	return cmd
}

func runShow(ctx context.Context, sh *shell, args []string, isPrivate bool) error {
	numbers, err := numberArgs(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	for i, n := range numbers {
		shown, names, err := s.Journal.Show(ctx, n)
		if err != nil {
			return err
		}
		if shown.Fact != nil && !isPrivate {
			shown.Fields = withoutPrivate(shown.Fields)
		}
		if sh.asJSON {
			if err := sh.showJSON(shown, names); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			sh.printf("\n")
		}
		sh.showText(shown, names)
	}
	return nil
}

func (sh *shell) showJSON(x journal.Shown, names journal.Names) error {
	switch {
	case x.Entry != nil:
		return sh.object("entry", entryShape(*x.Entry, names))
	case x.Note != nil:
		return sh.object("note", ownNote(*x.Note))
	case x.Boss != nil:
		return sh.object("boss", bossShape(*x.Boss))
	case x.Goal != nil:
		return sh.object("goal", goalShape(*x.Goal, names.Boss(x.Goal.Boss).Slug))
	case x.Project != nil:
		return sh.object("project", projectShape(*x.Project, names.Boss(x.Project.Boss).Slug, names.Goal(x.Project.Goal).Slug))
	case x.Proposal != nil:
		return sh.object("proposal", proposalShape(*x.Proposal, names))
	case x.Report != nil:
		return sh.object("report", keptShape(*x.Report, names.Boss(x.Report.Boss)))
	case x.Calendar != nil:
		return sh.object("leave", leaveShape(*x.Calendar))
	case x.Source != nil:
		return sh.object("source", sourceShape(*x.Source))
	}
	return sh.object(string(x.Ref.Noun), factShape(x))
}

// withoutPrivate are the fields of a fact that is not private itself, with the
// private ones named and not told.
func withoutPrivate(fields []wire.Pair) []wire.Pair {
	told := slices.Clone(fields)
	for i := range told {
		if told[i].Kind == wire.PrivateField {
			told[i].Value = ""
		}
	}
	return told
}

// factShape is a fact with the fields of its journal line, in that order.
func factShape(x journal.Shown) orderedJSON {
	shape := orderedJSON{{"number", x.Ref.Number}, {"day", factDay(x)}}
	if x.Fact != nil && x.Fact.State != "" {
		shape = append(shape, pairJSON{"state", x.Fact.State})
	}
	for _, p := range x.Fields {
		if p.Kind == wire.PrivateField && p.Value == "" {
			continue
		}
		shape = append(shape, pairJSON{p.Name, p.Value})
	}
	if x.Ref.Removed != 0 {
		shape = append(shape, pairJSON{"removed", true})
	}
	return shape
}

func factDay(x journal.Shown) rapport.Day {
	if x.Private != nil {
		return x.Private.Day
	}
	return x.Fact.Day
}

// orderedJSON is an object that keeps the order of its members.
type orderedJSON []pairJSON

type pairJSON struct {
	name  string
	value any
}

// MarshalJSON writes the members in order.
func (o orderedJSON) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, p := range o {
		name, err := json.Marshal(p.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(p.value)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(out, name...), ':'), value...)
	}
	return append(out, '}'), nil
}

func (sh *shell) showText(x journal.Shown, names journal.Names) {
	var removed string
	if x.Ref.Removed != 0 {
		removed = " (removed)"
	}
	sh.printf("%s\n", sh.outPaint().bold(fmt.Sprintf("%s %d%s", x.Ref.Noun, x.Ref.Number, removed)))
	switch {
	case x.Entry != nil:
		sh.showEntry(*x.Entry, names)
	case x.Note != nil:
		n := ownNote(*x.Note)
		sh.field("day", shortDay(n.Day))
		sh.field("private", n.Text)
	case x.Boss != nil:
		sh.showBoss(*x.Boss)
	case x.Goal != nil:
		sh.field("goal", x.Goal.Title)
		sh.field("typed", "for:"+string(x.Goal.Slug))
		sh.field("of", names.Boss(x.Goal.Boss).Name)
		sh.field("state", goalState(*x.Goal))
		sh.field("due", shortDay(x.Goal.Due))
		sh.field("source", string(x.Goal.Source))
		sh.field("owned by", x.Goal.OwnedBy)
		sh.field("horizon", x.Goal.Horizon)
		sh.field("confirmed on", shortDay(x.Goal.ConfirmedOn))
		sh.field("played back", x.Goal.PlayedBack)
	case x.Project != nil:
		sh.field("project", x.Project.Title)
		sh.field("typed", "+"+string(x.Project.Slug))
		sh.field("for", names.Boss(x.Project.Boss).Name)
		sh.field("goal", names.Goal(x.Project.Goal).Title)
		sh.field("status", x.Project.Status)
		sh.field("due", shortDay(x.Project.Due))
		sh.field("decide alone", x.Project.Level)
		sh.field("depends on them", strings.Join(x.Project.Depends, ", "))
	case x.Proposal != nil:
		sh.showProposal(*x.Proposal)
	case x.Report != nil:
		sh.field("to", names.Boss(x.Report.Boss).Name)
		sh.field("about", fmt.Sprintf("%s to %s, version %d", x.Report.From, x.Report.Until, x.Report.Version))
		sh.field("state", string(x.Report.State))
		sh.field("via", x.Report.Medium)
		sh.printf("\n%s\n", strings.TrimRight(printable(x.Report.Text), "\n"))
	case x.Calendar != nil:
		sh.field(string(x.Calendar.Kind), x.Calendar.Text)
		sh.field("from", shortDay(x.Calendar.Date))
		sh.field("until", shortDay(x.Calendar.Until))
	case x.Source != nil:
		sh.field(x.Source.Kind, x.Source.Title)
		sh.field("at", x.Source.Location)
	case x.Fact != nil, x.Private != nil:
		sh.field("day", shortDay(factDay(x)))
		if x.Fact != nil {
			sh.field("state", string(x.Fact.State))
		}
		sh.showFields(x.Fields)
	}
}

// showFields prints what the journal line of a fact says. Private texts are
// marked as such.
func (sh *shell) showFields(fields []wire.Pair) {
	for _, f := range fields {
		name, value := strings.ReplaceAll(f.Name, "_", " "), f.Value
		switch {
		case f.Name == "removed":
			continue
		case f.Kind == wire.DayField:
			value = shortDay(rapport.Day(value))
		case f.Kind == wire.PrivateField && value == "":
			value = "private; --private shows it"
		case f.Kind == wire.PrivateField:
			value += " (private)"
		case f.Name == "boss", f.Name == "from_boss", f.Name == "to_boss":
			value = "@" + value
		case f.Name == "goal":
			value = "for:" + value
		case f.Name == "project":
			value = "+" + value
		}
		sh.field(name, value)
	}
}

func (sh *shell) showEntry(e rapport.Entry, names journal.Names) {
	sh.field("day", shortDay(e.Day))
	sh.field("kind", guessed(kindWords(e), e.KindBy))
	sh.field("text", e.Text)
	sh.field("outcome", e.Outcome)
	if e.Project != 0 {
		p := names.Project(e.Project)
		sh.field("project", guessed("+"+string(p.Slug)+"  "+p.Title, e.ProjectBy))
	}
	for _, id := range e.Concerns {
		b := names.Boss(id)
		sh.field("boss", "@"+string(b.Slug)+"  "+b.Name)
	}
	for _, l := range e.Links {
		g := names.Goal(l.Goal)
		text := "for:" + string(g.Slug) + "  " + g.Title
		switch l.By {
		case rapport.Refused:
			text += " (no: you said so)"
		case rapport.Guessed:
			text += fmt.Sprintf(" (guessed, %d %%%s)", l.Confidence, because(l.Reason))
		}
		sh.field("goal", text)
	}
	sh.field("due", shortDay(e.Due))
	sh.field("settled", shortDay(e.Closed))
	sh.field("with", strings.Join(e.Helpers, ", "))
	for _, t := range e.Told {
		how := ""
		if t.How != rapport.ByUnknown {
			how = " by " + string(t.How)
		}
		if t.Via != "" {
			how += " (" + t.Via + ")"
		}
		sh.field("told", fmt.Sprintf("@%s on %s%s", names.Boss(t.Boss).Slug, shortDay(rapport.DayOf(t.Since.Time())), how))
	}
	sh.field("see", e.URL)
	for _, v := range e.Evidence {
		sh.field("evidence", strings.TrimSpace(v.Kind+" "+short(v.Ref)+"  "+v.Title))
	}
}

func (sh *shell) showProposal(p rapport.Proposal) {
	sh.field("days", days(p.From, p.Day))
	sh.field("kind", fmt.Sprintf("%s (guessed, %d %%%s)", p.Kind, p.Confidence, because(p.Reason)))
	sh.field("text", p.Text)
	if p.Project != "" {
		sh.field("project", "+"+string(p.Project))
	}
	sh.field("state", string(p.State))
	for _, v := range p.Evidence {
		sh.field("evidence", strings.TrimSpace(v.Kind+" "+short(v.Ref)+"  "+v.Title))
	}
	if p.Noise > 0 {
		sh.field("folded", counted(p.Noise, "commit that says", "commits that say")+" nothing to a boss")
	}
}

// field prints a name and a value, unless the value is empty.
func (sh *shell) field(name, value string) {
	if value == "" {
		return
	}
	const width = 14
	p := sh.outPaint()
	head := pad(name, width)
	sh.printf("%s\n", p.dim(head)+strings.TrimPrefix(hanging(head+printable(value), width, sh.env.OutWidth), head))
}

func guessed(text string, by rapport.Certainty) string {
	if by == rapport.Guessed {
		return text + " (guessed)"
	}
	return text
}

// short cuts a commit's name to what people type of it.
func short(ref string) string {
	if len(ref) == 40 && !strings.ContainsAny(ref, "/.:") {
		return ref[:10]
	}
	return ref
}

// days writes a stretch of days for people.
func days(from, until rapport.Day) string {
	if from == until || from == "" {
		return shortDay(until)
	}
	return shortDay(from) + " to " + shortDay(until)
}
