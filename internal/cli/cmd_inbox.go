package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
)

func newInbox(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inbox",
		Short: "What was proposed from your sources and waits for you",
		Long: `Inbox lists what was read from your repositories and is not yours yet. Nothing counts
before you accept it.`,
		Example: `  rapport inbox
  rapport inbox review
  rapport inbox accept all
  rapport inbox edit 31 --text "Search answers in half the time" --kind won
  rapport inbox drop 32 35-38`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runInbox(cmd.Context(), sh) },
	}
	accept := &cobra.Command{
		Use: "accept NUMBER... | all", Short: "Make entries of proposals", Args: argsBetween(1, -1),
		Example: "  rapport inbox accept 31 33",
		RunE:    func(cmd *cobra.Command, args []string) error { return runInboxAccept(cmd.Context(), sh, args) },
	}
	drop := &cobra.Command{
		Use: "drop NUMBER... | all", Short: "Put proposals aside for good", Args: argsBetween(1, -1),
		Example: "  rapport inbox drop 32",
		RunE:    func(cmd *cobra.Command, args []string) error { return runInboxDrop(cmd.Context(), sh, args) },
	}
	review := &cobra.Command{
		Use: "review", Short: "Go through them one by one, in a terminal", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runInboxReview(cmd.Context(), sh) },
	}
	cmd.AddCommand(accept, drop, review, newInboxEdit(sh))
	return cmd
}

func runInbox(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	open, _, err := s.Intake.Inbox(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("proposals", proposalShapes(open))
	}
	sh.listProposals(open)
	if len(open) == 0 {
		sh.sayf("the inbox is empty; `rapport import git DIR` reads a repository")
		return nil
	}
	sh.sayf("accept: rapport inbox accept all, or review one by one: rapport inbox review")
	return nil
}

func (sh *shell) listProposals(open []rapport.Proposal) {
	p := sh.outPaint()
	for _, one := range open {
		head := fmt.Sprintf("%d  %s  %s  ", one.Number, one.Day, pad(string(one.Kind)+"?", 15))
		line := hanging(head+one.Text+proposalMarks(one), len(head), sh.env.OutWidth)
		sh.printf("%s\n", p.dim(head)+strings.TrimPrefix(line, head))
	}
}

func proposalMarks(p rapport.Proposal) string {
	marks := ""
	if p.Project != "" {
		marks = "  +" + string(p.Project)
	}
	if n := len(p.Evidence); n > 0 {
		marks += "  (" + counted(n, "commit", "commits") + ")"
	}
	return marks
}

// chosen reads the numbers of proposals; "all" is none, which means all.
func chosen(args []string) ([]rapport.Number, error) {
	if len(args) == 1 && args[0] == "all" {
		return nil, nil
	}
	return numberArgs(args)
}

func runInboxAccept(ctx context.Context, sh *shell, args []string) error {
	numbers, err := chosen(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	entries, err := s.Intake.Accept(ctx, numbers...)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("accepted", numbersOf(entries))
	}
	for _, e := range entries {
		sh.printf("%d\n", e.Number)
	}
	sh.sayf("%s yours now; `rapport undo` takes it back", counted(len(entries), "entry is", "entries are"))
	return nil
}

func runInboxDrop(ctx context.Context, sh *shell, args []string) error {
	numbers, err := chosen(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	dropped, err := s.Intake.Drop(ctx, numbers...)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("dropped", len(dropped))
	}
	sh.sayf("%s dropped; `rapport undo` takes it back", counted(len(dropped), "proposal", "proposals"))
	return nil
}

type inboxEditOptions struct {
	text, kind, project, on string
	set                     func(name string) bool
}

func newInboxEdit(sh *shell) *cobra.Command {
	var o inboxEditOptions
	cmd := &cobra.Command{
		Use: "edit NUMBER", Short: "Put a proposal right before you accept it", Args: argsBetween(1, 1),
		Example: `  rapport inbox edit 31 --text "Search answers in half the time" --kind won`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runInboxEdit(cmd.Context(), sh, args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.text, "text", "t", "", "the `words`")
	f.StringVarP(&o.kind, "kind", "k", "", "`kind` of the entry, such as won or heads-up")
	f.StringVarP(&o.project, "project", "p", "", "`project` it belongs to")
	f.StringVar(&o.on, "on", "", "`day` of the work")
	sh.completeFlags(cmd, "kind", "project")
	return cmd
}

func runInboxEdit(ctx context.Context, sh *shell, number string, o inboxEditOptions) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	var change intake.ProposalChange
	if o.set("text") {
		change.Text = &o.text
	}
	if o.set("kind") {
		kind, err := kindArg(o.kind)
		if err != nil {
			return err
		}
		change.Kind = &kind
	}
	if o.set("project") {
		slug := projectArg(o.project)
		change.Project = &slug
	}
	if o.set("on") {
		day, err := s.Day(o.on, false)
		if err != nil {
			return err
		}
		change.Day = &day
	}
	if change == (intake.ProposalChange{}) {
		return rapport.Errorf(rapport.Invalid, "there is nothing to change").WithHint("use --text, --kind, --project or --on")
	}
	p, err := s.Intake.Edit(ctx, n, change)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("proposal", proposalShape(p))
	}
	sh.listProposals([]rapport.Proposal{p})
	return nil
}

func runInboxReview(ctx context.Context, sh *shell) error {
	if !sh.env.Asks {
		return rapport.Errorf(rapport.Invalid, "going through the inbox needs a terminal").
			WithHint("rapport inbox accept all, or rapport inbox accept NUMBER...")
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	open, _, err := s.Intake.Inbox(ctx)
	if err != nil {
		return err
	}
	if len(open) == 0 {
		sh.sayf("the inbox is empty")
		return nil
	}
	_, err = sh.review(ctx, s, open)
	return err
}

// review asks about each proposal and returns how many were accepted. Every
// answer is kept at once, so that one can stop at any place.
func (sh *shell) review(ctx context.Context, s *Session, open []rapport.Proposal) (accepted int, err error) {
	for i, p := range open {
		sh.sayf("")
		sh.sayf("%d of %d  %s  %s", i+1, len(open), p.Day, p.Kind)
		sh.sayUnder("  ", p.Text+proposalMarks(p))
		answer, err := sh.choose("  accept, edit, drop, or later?", "accept", "edit", "drop", "later")
		if err != nil {
			return accepted, err
		}
		switch answer {
		case "drop":
			_, err = s.Intake.Drop(ctx, p.Number)
		case "later":
			continue
		case "edit":
			if err = sh.editProposal(ctx, s, p); err != nil {
				return accepted, err
			}
			fallthrough
		case "accept":
			_, err = s.Intake.Accept(ctx, p.Number)
			accepted++
		}
		if err != nil {
			return accepted, err
		}
	}
	return accepted, nil
}

// editProposal asks for better words and another kind; an empty line keeps
// what is there.
func (sh *shell) editProposal(ctx context.Context, s *Session, p rapport.Proposal) error {
	text, err := sh.ask("  in your words:", p.Text)
	if err != nil {
		return err
	}
	change := intake.ProposalChange{Text: &text}
	for {
		word, err := sh.ask("  kind (did won stuck idea ask fyi promise heard):", string(p.Kind))
		if err != nil {
			return err
		}
		kind, err := kindArg(word)
		if err == nil {
			if kind != p.Kind {
				change.Kind = &kind
			}
			break
		}
		sh.sayf("  %v", err)
	}
	_, err = s.Intake.Edit(ctx, p.Number, change)
	return err
}
