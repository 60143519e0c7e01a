package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/reports"
)

type draftOptions struct {
	request reports.DraftRequest
	format  string
}

func newDraft(sh *shell) *cobra.Command {
	o := draftOptions{format: "text"}
	cmd := &cobra.Command{
		Use:   "draft KIND [NUMBER] [@BOSS]",
		Short: "Draft a short text: a warning, an ask, a request for a talk or for advice",
		Long: `Draft writes a short text for a boss from your record, in the way they take things in.
Nothing is sent. The kinds:

  warning   tells of one problem early, with or without a way out
  ask       asks one thing in the way they decide, and what you may not see
  talk      asks for a talk, with two times inside both working days
  feedback  asks for one thing to change about one piece of work
  note      says in a few lines where things stand

Without a number it is about what comes first. What came of a talk: rapport after.`,
		Example: `  rapport draft warning 12
  rapport draft ask @dana
  rapport draft feedback 31 --about "the figures on page two"
  rapport draft talk @dana`,
		Args: argsBetween(1, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.request.Kind = args[0]
			for _, arg := range args[1:] {
				if n, err := numberArg(arg); err == nil {
					o.request.Number = n
					continue
				}
				o.request.Boss = bossArg(arg)
			}
			return runDraft(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.request.About, "about", "", "the `side` of the work that you ask advice on")
	f.StringVarP(&o.format, "format", "f", o.format, "`form`: text, md, html, eml (a mail to open), slack or json")
	return cmd
}

func runDraft(ctx context.Context, sh *shell, o draftOptions) error {
	switch o.format {
	case "text", "md", "html", "eml", "slack":
	case "json":
		sh.asJSON = true
	default:
		return rapport.Errorf(rapport.Invalid, "%q is not a form of a draft", o.format).WithHint("the forms are text, md, html, eml, slack and json")
	}
	if sh.asJSON {
		o.format = "json"
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	c, err := s.Reports.Draft(ctx, o.request)
	if err != nil {
		return err
	}
	c.Report = c.Leaving()
	text, err := sh.rendered(c, o.format)
	if err != nil {
		return err
	}
	sh.printf("%s", text)
	sh.sayf("nothing is sent; copy it, and change what you want")
	return nil
}
