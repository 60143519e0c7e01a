package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/growth"
)

func newContact(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "contact",
		Short: "Contacts besides your boss, and whether the boss heard first",
		Example: `  rapport contact plan "Jonas Beck" --with skip-level --career by:friday
  rapport contact told 12 @dana
  rapport close 12`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runContacts(cmd.Context(), sh) },
	}
	cmd.AddCommand(newContactPlan(sh), newContactTold(sh))
	return cmd
}

func newContactPlan(sh *shell) *cobra.Command {
	with, career, protected := "", false, false
	cmd := &cobra.Command{
		Use:   `plan "NAME" --with WHOM [--career] [by:DAY] [about:…] [@BOSS who knows]`,
		Short: "Plan a contact; says when the boss should hear first",
		Long: `Plan keeps a contact with somebody besides your boss. A contact about your own career that
goes past the boss has an order: the boss hears first, and the sentence for it is offered.
What is about misconduct, safety, discrimination or health needs no leave: --protected, with
the reason on stdin or in the editor; it stays private.`,
		Example: `  rapport contact plan "Jonas Beck" --with skip-level --career by:friday
  rapport contact plan "Mara Lind" --with mentor about:"how to run a budget"`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runContactPlan(cmd.Context(), sh, args, rapport.ContactWith(with), career, protected)
		},
	}
	f := cmd.Flags()
	f.StringVar(&with, "with", "", "`whom`: skip-level, hr, other-department, mentor, sponsor, stakeholder")
	f.BoolVar(&career, "career", false, "it is about your own career")
	f.BoolVar(&protected, "protected", false, "it is about misconduct, safety, discrimination or health")
	return cmd
}

func runContactPlan(ctx context.Context, sh *shell, args []string, with rapport.ContactWith, career, protected bool) error {
	why := rapport.PrivateText{}
	if protected {
		text := "protected"
		if !sh.env.Asks {
			given, err := sh.readAll()
			if err != nil {
				return err
			}
			text = orWord(strings.TrimSpace(rapport.ManyLines(given)), text)
		}
		why = rapport.Private(text)
	}
	var k rapport.Contact
	var caution *growth.Caution
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		k, caution, err = s.Growth.PlanContact(ctx, quickLine(args, "about"), with, career, why)
		return err
	}); err != nil {
		return err
	}
	if sh.asJSON {
		shape := contactShape(k, rapport.Names{})
		if caution != nil {
			shape.TellFirst, shape.Sentence = caution.Boss.Slug, caution.Sentence
		}
		return sh.object("contact", shape)
	}
	if err := sh.told("contact", k.Fact, k.Name); err != nil || caution == nil {
		return err
	}
	sh.sayf("   tell @%s first: %s", caution.Boss.Slug, caution.Why)
	sh.sayf("   “%s”", caution.Sentence)
	sh.sayf("   then: rapport contact told %d @%s (--invited if they suggested it)", k.Number, caution.Boss.Slug)
	return nil
}

func newContactTold(sh *shell) *cobra.Command {
	invited := false
	cmd := &cobra.Command{
		Use:     "told NUMBER [@BOSS]",
		Short:   "Say that a boss knows of a contact",
		Example: "  rapport contact told 12 @dana --invited",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := numberArg(args[0])
			if err != nil {
				return err
			}
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			k, err := s.Growth.ContactTold(cmd.Context(), n, bossArg(strings.Join(args[1:], "")), invited)
			if err != nil {
				return err
			}
			return sh.told("contact", k.Fact, k.Name+", and your boss knows of it")
		},
	}
	cmd.Flags().BoolVar(&invited, "invited", false, "they suggested it")
	return cmd
}

type contactJSON struct {
	Number    rapport.Number      `json:"number"`
	Name      string              `json:"name"`
	With      rapport.ContactWith `json:"with"`
	About     string              `json:"about,omitempty"`
	On        rapport.Day         `json:"on,omitempty"`
	Done      rapport.Day         `json:"done,omitempty"`
	Told      rapport.Slug        `json:"told,omitempty"`
	TellFirst rapport.Slug        `json:"tell_first,omitempty"`
	Sentence  string              `json:"sentence,omitempty"`
}

func contactShape(k rapport.Contact, names rapport.Names) contactJSON {
	return contactJSON{Number: k.Number, Name: k.Name, With: k.With, About: k.Text, On: k.On, Done: k.DoneOn, Told: names.Boss(k.Told).Slug}
}

func runContacts(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	all, names, err := s.Growth.Contacts(ctx)
	if err != nil {
		return err
	}
	shapes := make([]contactJSON, len(all))
	rows := make([][]string, len(all))
	for i, k := range all {
		shapes[i] = contactShape(k, names)
		told, when := "", dueWords(k.On)
		if k.Told != 0 {
			told = "@" + string(shapes[i].Told) + " knows"
		}
		if k.DoneOn != "" {
			when = "done " + shortDay(k.DoneOn)
		}
		rows[i] = []string{itoa(int(k.Number)), k.Name, string(k.With), when, told, k.Text}
	}
	if sh.asJSON {
		return sh.object("contacts", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf(`none yet: rapport contact plan "Name" --with mentor`)
	}
	return nil
}
