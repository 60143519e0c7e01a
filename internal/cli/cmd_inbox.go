package cli

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
)

func newInbox(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inbox",
		Short: "What was proposed from your sources and waits for you",
		Long: `Inbox lists what was read from your repositories, notes, calendars and other files and is
not yours yet, and what each becomes: an entry, a promise, an ask. Nothing counts before you
accept it.`,
		Example: `  rapport inbox
  rapport inbox review
  rapport inbox accept all
  rapport inbox edit 31 --text "Search answers in half the time" --kind won
  rapport inbox edit 33 --as promise --by me --due friday
  rapport inbox drop 32 35-38`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runInbox(cmd.Context(), sh) },
	}
	accept := &cobra.Command{
		Use: "accept NUMBER... | all", Short: "Make proposals yours: entries, promises, asks and whatever else they become", Args: argsBetween(1, -1),
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
	names, err := s.Intake.Names(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("proposals", proposalShapes(open, names))
	}
	sh.listProposals(open, names)
	if len(open) == 0 {
		sh.sayf("the inbox is empty; `rapport import git DIR` reads a repository, `rapport import notes FILE` your notes")
		return nil
	}
	sh.sayf("accept: rapport inbox accept all, or review one by one: rapport inbox review")
	return nil
}

func (sh *shell) listProposals(open []rapport.Proposal, names journal.Names) {
	p := sh.outPaint()
	for _, one := range open {
		head := fmt.Sprintf("%d  %s  %s  ", one.Number, one.Day, pad(becomes(one, names), 15))
		line := hanging(head+said(one)+proposalMarks(one, names), len(head), sh.env.OutWidth)
		sh.printf("%s\n", p.dim(head)+strings.TrimPrefix(line, head))
	}
}

// becomes says in a word or three what a proposal becomes.
func becomes(p rapport.Proposal, names journal.Names) string {
	switch p.Becomes {
	case rapport.AsEntry:
		return string(p.Kind) + "?"
	case rapport.AsPromise, rapport.AsReply, rapport.AsFeedback:
		if who := names.Person(p.By); who != "" {
			return string(p.Becomes) + " by " + who + "?"
		}
	case rapport.AsMeeting:
		return string(p.Status) + " meeting?"
	case rapport.AsSeries:
		return "one-on-ones?"
	case rapport.AsDaysOff:
		if p.Holiday {
			return "public holiday?"
		}
	}
	return string(p.Becomes) + "?"
}

// said is the sentence of a proposal.
func said(p rapport.Proposal) string {
	switch {
	case p.Becomes == rapport.AsPreference && p.Value == p.Quote:
		return p.Dim + ": “" + p.Quote + "”"
	case p.Becomes == rapport.AsPreference:
		return p.Dim + ": " + p.Value + ", for “" + p.Quote + "”"
	case p.Becomes == rapport.AsSeries:
		return p.Text + ", " + seriesWords(p)
	}
	return p.Text
}

func proposalMarks(p rapport.Proposal, names journal.Names) string {
	marks := ""
	if p.Project != "" {
		marks = "  +" + string(p.Project)
	}
	if b := names.Boss(p.Boss); b.Slug != "" {
		marks += "  @" + string(b.Slug)
	}
	if p.Due != "" {
		marks += "  by " + shortDay(p.Due)
	}
	switch {
	case p.Becomes == rapport.AsMeeting:
		marks += "  " + p.Start.Time().Format("15:04")
		if p.Minutes > 0 {
			marks += fmt.Sprintf(", %d minutes", p.Minutes)
		}
	case p.Until != "" && p.Until != p.From:
		marks += "  from " + shortDay(p.From) + " to " + shortDay(p.Until)
	}
	if p.Becomes == rapport.AsReply && p.Answers != "" {
		marks += "  (to “" + cutShort(p.Answers, 40) + "”)"
	}
	commits := 0
	for _, e := range p.Evidence {
		if e.Kind == "commit" {
			commits++
		}
	}
	if commits > 0 {
		marks += "  (" + counted(commits, "commit", "commits") + ")"
	}
	return marks
}

// cutShort cuts a text that is longer than most letters.
func cutShort(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
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
	accepted, err := s.Intake.Accept(ctx, numbers...)
	if err != nil {
		return err
	}
	all, proposals := make([]rapport.Number, len(accepted)), make([]rapport.Proposal, len(accepted))
	for i, a := range accepted {
		all[i], proposals[i] = a.Number, a.Proposal
	}
	sh.followUp(ctx, s, accepted)
	if sh.asJSON {
		return sh.object("accepted", all)
	}
	for _, n := range all {
		sh.printf("%d\n", n)
	}
	sh.sayYours(proposals)
	return nil
}

// sayYours says what was accepted.
func (sh *shell) sayYours(accepted []rapport.Proposal) {
	verb := "are"
	if len(accepted) == 1 {
		verb = "is"
	}
	if len(accepted) == 0 {
		sh.sayf("nothing waits")
		return
	}
	sh.sayf("%s %s yours now; `rapport undo` takes it back", intake.Counts(accepted), verb)
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
	as, boss, by, to, due   string
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
	f.StringVar(&o.as, "as", "", "`what` it becomes: entry, promise, ask, reply, feedback, decision, preference, goal, leave")
	f.StringVar(&o.boss, "boss", "", "`boss` it is about")
	f.StringVar(&o.by, "by", "", "`who` promised, replied or gave it: me, @boss or a name")
	f.StringVar(&o.to, "to", "", "`whom` it was promised")
	f.StringVar(&o.due, "due", "", "`day` it is due")
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
	if o.set("as") {
		as, err := becomingArg(o.as)
		if err != nil {
			return err
		}
		change.Becomes = &as
	}
	if o.set("due") {
		day, err := s.Day(o.due, true)
		if err != nil {
			return err
		}
		change.Due = &day
	}
	for _, person := range [...]struct {
		flag string
		said *string
		into **string
	}{{"boss", &o.boss, &change.Boss}, {"by", &o.by, &change.By}, {"to", &o.to, &change.To}} {
		if o.set(person.flag) {
			*person.into = person.said
		}
	}
	if change == (intake.ProposalChange{}) {
		return rapport.Errorf(rapport.Invalid, "there is nothing to change").WithHint("use --text, --kind, --project, --on, --as, --boss, --by, --to or --due")
	}
	p, err := s.Intake.Edit(ctx, n, change)
	if err != nil {
		return err
	}
	names, err := s.Intake.Names(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("proposal", proposalShape(p, names))
	}
	sh.listProposals([]rapport.Proposal{p}, names)
	return nil
}

// becomingArg reads what a proposal is to become.
func becomingArg(word string) (rapport.Becoming, error) {
	word = strings.ToLower(strings.TrimSpace(word))
	if word == "entry" {
		return rapport.AsEntry, nil
	}
	for _, b := range rapport.Becomings[1:] {
		if string(b) == word {
			return b, nil
		}
	}
	words := make([]string, len(rapport.Becomings))
	for i, b := range rapport.Becomings {
		words[i] = cmp.Or(string(b), "entry")
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is nothing that a proposal can become", word).WithHint("it can become: %s", strings.Join(words, ", "))
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
	names, err := s.Intake.Names(ctx)
	if err != nil {
		return 0, err
	}
	for i, p := range open {
		sh.sayf("")
		sh.sayf("%d of %d  %s  %s", i+1, len(open), p.Day, strings.TrimSuffix(becomes(p, names), "?"))
		sh.sayUnder("  ", said(p)+proposalMarks(p, names))
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
			var taken []intake.Accepted
			taken, err = s.Intake.Accept(ctx, p.Number)
			sh.followUp(ctx, s, taken)
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
	for p.Becomes == rapport.AsEntry {
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
