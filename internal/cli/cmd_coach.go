package cli

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/nudges"
)

type coachOptions struct {
	at, zone string
	all      bool
}

func newCoach(sh *shell) *cobra.Command {
	var o coachOptions
	cmd := &cobra.Command{
		Use:   "coach",
		Short: "What the coach says, or would have said at any moment",
		Long: `Coach asks all rules about the record as it stood at a moment: nothing that was written
later is known. With --all the budget of the day, the cool-down, the quiet hours and the
first days do not count; what a situation suppresses stays suppressed.`,
		Example: `  rapport coach --all
  rapport coach --at 2026-11-19T18:00:00+01:00 --tz Europe/Paris --all --json
  rapport coach config
  rapport coach config R10.some 4
  rapport coach situation tight-role on
  rapport coach rules`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runCoach(cmd.Context(), sh, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.at, "at", "", "the `moment`, as 2026-11-19T18:00:00+01:00 or a day; else now")
	f.StringVar(&o.zone, "tz", "", "the `zone` of the user at that moment, such as Europe/Paris; else yours")
	f.BoolVar(&o.all, "all", false, "everything that was found, ranked")
	cmd.AddCommand(newCoachConfig(sh), newCoachRules(sh), newCoachSituation(sh))
	return cmd
}

func runCoach(ctx context.Context, sh *shell, o coachOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	at, err := sh.moment(s, o)
	if err != nil {
		return err
	}
	d, err := s.Nudges.At(ctx, at)
	if err != nil {
		return err
	}
	if !sh.asJSON {
		return sh.showDay(d, o.all)
	}
	findings := d.Shown
	if o.all {
		findings = d.Advice.Findings
	}
	text, err := json.MarshalIndent(nudges.Lines(d.Facts, findings), "", " ")
	if err != nil {
		return err
	}
	sh.printf("%s\n", text)
	return nil
}

// moment is the instant of a replay in the zone of the user.
func (sh *shell) moment(s *Session, o coachOptions) (time.Time, error) {
	zone := s.Nudges.Now().Location()
	if o.zone != "" {
		named, err := time.LoadLocation(o.zone)
		if err != nil || strings.EqualFold(o.zone, "local") {
			return time.Time{}, rapport.Errorf(rapport.Invalid, "%q is not a time zone", o.zone).WithHint("write it as Europe/Paris or America/Mexico_City")
		}
		zone = named
	}
	if o.at == "" {
		return s.Nudges.Now().In(zone), nil
	}
	if at, err := time.Parse(time.RFC3339, o.at); err == nil {
		if o.zone == "" {
			return at, nil
		}
		return at.In(zone), nil
	}
	day, err := s.Day(o.at, false)
	if err != nil {
		return time.Time{}, rapport.Errorf(rapport.Invalid, "%q is not a moment", o.at).WithHint("write it as 2026-11-19T18:00:00+01:00 or 2026-11-19")
	}
	return day.Noon(zone), nil
}

type thresholdJSON struct {
	Name    string `json:"name"`
	Value   int    `json:"value"`
	Default int    `json:"default"`
	Least   int    `json:"least"`
	Most    int    `json:"most"`
	Unit    string `json:"unit"`
	Meaning string `json:"meaning"`
}

func newCoachConfig(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "config [NAME [VALUE | default]]",
		Short: "The thresholds of the rules; all of them are proposals",
		Example: `  rapport coach config
  rapport coach config R10
  rapport coach config R10.some 4
  rapport coach config R10.some default`,
		Args: argsBetween(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return runCoachConfig(cmd.Context(), sh, args) },
	}
}

func runCoachConfig(ctx context.Context, sh *shell, args []string) error {
	if len(args) == 2 {
		var changed string
		if _, err := sh.attempt(ctx, func(s *Session) error {
			l, err := s.Nudges.SetLimit(ctx, args[0], args[1])
			changed = l.Name + ": " + itoa(l.Value) + " " + string(l.Unit) + " " + l.Meaning
			return err
		}); err != nil {
			return err
		}
		sh.sayf("%s; wrong? rapport undo", changed)
		return nil
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	limits, err := s.Nudges.Limits(ctx)
	if err != nil {
		return err
	}
	var rows [][]string
	shapes := []thresholdJSON{}
	for _, l := range limits.All() {
		if len(args) == 1 && !strings.HasPrefix(strings.ToLower(l.Name), strings.ToLower(args[0])) {
			continue
		}
		value := itoa(l.Value)
		if l.Value != l.Proposed {
			value += " (proposal " + itoa(l.Proposed) + ")"
		}
		rows = append(rows, []string{l.Name, value, string(l.Unit) + " " + l.Meaning})
		shapes = append(shapes, thresholdJSON{l.Name, l.Value, l.Proposed, l.Least, l.Most, string(l.Unit), l.Meaning})
	}
	if len(rows) == 0 {
		return rapport.Errorf(rapport.NotFound, "no limit begins with %q", args[0]).WithHint("`rapport coach config` lists them all")
	}
	if sh.asJSON {
		return sh.object("limits", shapes)
	}
	sh.table(rows)
	return nil
}

func newCoachRules(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use: "rules", Short: "The rules, and where each comes from", Example: "  rapport coach rules", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			type ruleJSON struct {
				Rule   string `json:"rule"`
				Title  string `json:"title"`
				Source string `json:"source"`
			}
			var rows [][]string
			var shapes []ruleJSON
			for _, r := range nudges.Rules() {
				rows = append(rows, []string{r.ID, r.Title, r.Source})
				shapes = append(shapes, ruleJSON{r.ID, r.Title, r.Source})
			}
			if sh.asJSON {
				return sh.object("rules", shapes)
			}
			sh.table(rows)
			return nil
		},
	}
}

func newCoachSituation(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "situation [NAME on|off|auto [@BOSS]]",
		Short: "The situations that hold, and your own word on them",
		Long: `A situation changes what the coach says: new-boss, remote, several-bosses, insecure-boss,
tight-role, new-manager, overload, threat-sensitive. They are read from the record; your own
word counts more, and auto takes it back.`,
		Example: `  rapport coach situation
  rapport coach situation remote on @fatima`,
		Args: argsBetween(0, 3),
		RunE: func(cmd *cobra.Command, args []string) error { return runCoachSituation(cmd.Context(), sh, args) },
	}
}

func runCoachSituation(ctx context.Context, sh *shell, args []string) error {
	if len(args) == 1 {
		return usageError("rapport coach situation NAME on|off|auto [@BOSS]", "what should hold is missing")
	}
	if len(args) > 1 {
		boss := bossArg(strings.Join(args[2:], ""))
		if _, err := sh.attempt(ctx, func(s *Session) error { return s.Nudges.SwitchSituation(ctx, args[0], args[1], boss) }); err != nil {
			return err
		}
		sh.sayf("%s is %s; wrong? rapport undo", args[0], args[1])
		return nil
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	standing, names, err := s.Nudges.Situations(ctx)
	if err != nil {
		return err
	}
	type situationJSON struct {
		Situation string       `json:"situation"`
		Boss      rapport.Slug `json:"boss,omitempty"`
		ByHand    bool         `json:"by_hand"`
		Reason    string       `json:"reason"`
	}
	shapes := []situationJSON{}
	var rows [][]string
	for _, st := range standing {
		b := names.Boss(st.Boss)
		shapes = append(shapes, situationJSON{string(st.Situation), b.Slug, st.ByHand, st.Reason})
		who := ""
		if b.ID != 0 {
			who = "@" + string(b.Slug)
		}
		rows = append(rows, []string{string(st.Situation), who, st.Reason})
	}
	if sh.asJSON {
		return sh.object("situations", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf("no situation of note holds: rapport coach situation NAME on")
	}
	return nil
}
