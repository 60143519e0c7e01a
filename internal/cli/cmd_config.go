package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/config"
	"rapport/internal/people"
)

// configKeys are what can be configured, in the order of the list.
func configKeys() []string {
	return []string{"name", "zone", "work-week", "locale", "editor", "email", "alias", "leave"}
}

func newConfig(sh *shell) *cobra.Command {
	drop := false
	cmd := &cobra.Command{
		Use:   "config [KEY [VALUE]]",
		Short: "Your name, zone, work week, leave, editor and locale",
		Long: `Config shows and changes what the store knows of you:

  name       your name
  zone       your time zone, such as Europe/Berlin; empty for the system's
  work-week  your working days: mon-fri, sun-thu, mon,wed,fri
  locale     how 3/4 is read: en-GB day first, en-US month first
  editor     the command that opens text; empty for VISUAL or EDITOR
  email      an address your work is found under; added to those known
  alias      a name your work is found under; added to those known
  leave      days off: 2026-12-21..2027-01-03, or tomorrow

Where the store is stands in config.toml, as db = "…"; secrets stand in neither.`,
		Example: `  rapport config
  rapport config zone Europe/Lisbon
  rapport config leave 2026-12-21..2027-01-03
  rapport config email old@example.org --drop`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runConfig(cmd.Context(), sh, args, drop) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return configKeys(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().BoolVar(&drop, "drop", false, "take an email or alias away instead")
	return cmd
}

func runConfig(ctx context.Context, sh *shell, args []string, drop bool) error {
	if len(args) > 0 && !slices.Contains(configKeys(), args[0]) {
		return rapport.Errorf(rapport.Invalid, "%q cannot be configured", args[0]).
			WithHint("the keys are %s", strings.Join(configKeys(), ", "))
	}
	if len(args) < 2 {
		s, err := sh.read(ctx)
		if err != nil {
			return err
		}
		return sh.showConfig(ctx, s, args)
	}
	key, value := args[0], strings.Join(args[1:], " ")
	if key == "leave" {
		return addLeave(ctx, sh, value)
	}
	change, err := configChange(key, value, drop)
	if err != nil {
		return err
	}
	var user rapport.User
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		user, err = s.People.Configure(ctx, change)
		return err
	})
	if err != nil {
		return err
	}
	s.Use(user)
	if sh.asJSON {
		return sh.showConfig(ctx, s, nil)
	}
	sh.sayf("%s is %s", key, configValue(user, key))
	return nil
}

func configChange(key, value string, drop bool) (c people.UserChange, err error) {
	switch key {
	case "name":
		c.Name = &value
	case "zone":
		c.Zone = &value
	case "locale":
		c.Locale = &value
	case "editor":
		c.Editor = &value
	case "work-week":
		week, err := people.ParseWorkDays(value)
		if err != nil {
			return c, err
		}
		c.WorkDays = &week
	case "email", "alias":
		switch {
		case drop:
			c.DropIdentities = []string{value}
		case key == "email":
			c.AddEmails = []string{value}
		default:
			c.AddNames = []string{value}
		}
	}
	return c, nil
}

func configValue(u rapport.User, key string) string {
	value := ""
	switch key {
	case "name":
		value = u.Name
	case "zone":
		value = u.Zone
		if value == "" {
			value = "the system's"
		}
	case "work-week":
		value = people.FormatWorkDays(u.WorkDays)
	case "locale":
		value = u.Locale
	case "editor":
		value = u.Editor
	case "email":
		value = strings.Join(u.Emails, ", ")
	case "alias":
		value = strings.Join(u.Names, ", ")
	}
	if value == "" {
		return "not set"
	}
	return value
}

func addLeave(ctx context.Context, sh *shell, value string) error {
	var fact rapport.CalendarFact
	_, err := sh.attempt(ctx, func(s *Session) error {
		period, err := leavePeriod(s, value)
		if err != nil {
			return err
		}
		fact, err = s.People.AddLeave(ctx, period, "leave")
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("leave", leaveShape(fact))
	}
	sh.printf("%d\n", fact.Number)
	sh.sayf("leave %s; `rapport rm %d` takes it away", days(fact.Date, max(fact.Date, fact.Until)), fact.Number)
	return nil
}

// leavePeriod reads a day, or two with .. between them.
func leavePeriod(s *Session, value string) (p rapport.Period, err error) {
	first, last, isRange := strings.Cut(value, "..")
	if p.From, err = s.Day(strings.TrimSpace(first), true); err != nil {
		return p, err
	}
	p.Until = p.From
	if isRange {
		p.Until, err = s.Day(strings.TrimSpace(last), true)
	}
	return p, err
}

func (sh *shell) showConfig(ctx context.Context, s *Session, only []string) error {
	user := s.People.User
	leave, err := s.People.Leave(ctx, rapport.DayOf(s.People.Now()))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("config", configShape(user, leave, s.Location))
	}
	for _, key := range configKeys() {
		if len(only) > 0 && only[0] != key {
			continue
		}
		if key == "leave" {
			for _, c := range leave {
				sh.field("leave", itoa(int(c.Number))+"  "+days(c.Date, max(c.Date, c.Until)))
			}
			continue
		}
		if len(only) > 0 {
			sh.printf("%s\n", configValue(user, key))
			continue
		}
		sh.field(key, configValue(user, key))
	}
	if len(only) == 0 {
		sh.field("store", s.Location)
		if file, err := config.File(sh.env.Getenv); err == nil {
			sh.field("config file", file)
		}
	}
	return nil
}

type configJSON struct {
	Name     string      `json:"name"`
	Zone     string      `json:"zone"`
	WorkWeek string      `json:"work_week"`
	Locale   string      `json:"locale"`
	Editor   string      `json:"editor"`
	Emails   []string    `json:"emails"`
	Aliases  []string    `json:"aliases"`
	Leave    []leaveJSON `json:"leave"`
	Sample   bool        `json:"sample,omitempty"`
	Store    string      `json:"store"`
}

func configShape(u rapport.User, leave []rapport.CalendarFact, location string) configJSON {
	shape := configJSON{
		Name: u.Name, Zone: u.Zone, WorkWeek: people.FormatWorkDays(u.WorkDays), Locale: u.Locale, Editor: u.Editor,
		Emails: nonNil(u.Emails), Aliases: nonNil(u.Names), Leave: []leaveJSON{}, Sample: u.Sample, Store: location,
	}
	for _, c := range leave {
		shape.Leave = append(shape.Leave, leaveShape(c))
	}
	return shape
}
