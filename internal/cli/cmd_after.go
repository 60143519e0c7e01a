package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/meetings"
)

type afterOptions struct {
	// about is the meeting, lines what came of it.
	about, lines string
	fromStdin    bool
}

func newAfter(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `after [@BOSS] [30m] [on:DAY] ["KIND: words" … | -]`,
		Short: "Take down in one go what came of a talk",
		Long: `After takes down what came of a talk, one thing a line, all of it or nothing, and marks the
talk as held. Without lines the editor opens, with - they are read from stdin.

  decided: …              they decided (at its end: in-writing)
  they: … by:fri          their promise; their name does as well
  me: … by:thu            your promise
  told: … +project        they told you to do or to stop something
  feedback: …             what they said of your work (kind:praise, kind:change, about:WHAT)
  saw: … dim:evidence     private: what you saw them do
  plate: … until:"10 dec" private: what weighs on them now
  theirs: …               they want it on the next agenda
  raised: 52 …            a topic of the agenda, with what came of it
  next: thu 16:00         when the next talk is
  notes: …                private; indented lines go on
  shared: …               notes that both may read

What was decided and promised comes back on stdout in three lines, to be sent if you like;
nothing private can stand in them, and nothing is sent.`,
		Example: `  rapport after @dana 30m
  rapport after @dana "decided: scanners come in January" "they: ask finance by:fri"
  rapport after @dana on:yesterday - < notes.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			var o afterOptions
			if n := len(args); n > 0 && args[n-1] == "-" {
				o.fromStdin, args = true, args[:n-1]
			}
			o.about, o.lines = meetings.SplitAfter(args)
			return runAfter(cmd.Context(), sh, o)
		},
		ValidArgsFunction: sh.completeBoss,
	}
}

func runAfter(ctx context.Context, sh *shell, o afterOptions) error {
	switch {
	case o.fromStdin && o.lines != "":
		return rapport.Errorf(rapport.Invalid, "the lines stand in the arguments and on stdin").WithHint("use one of them")
	case o.fromStdin:
		text, err := sh.readAll()
		if err != nil {
			return err
		}
		o.lines = text
	case o.lines == "":
		return afterFromEditor(ctx, sh, o)
	}
	return sh.takeDown(ctx, o)
}

// afterFromEditor opens a page with the kinds of lines and the topics that were
// on the agenda.
func afterFromEditor(ctx context.Context, sh *shell, o afterOptions) error {
	if !sh.env.Asks {
		return rapport.Errorf(rapport.Invalid, "nothing was said to have come of the talk").
			WithHint(`rapport after @boss "decided: …" "they: … by:fri", or lines on stdin with: rapport after @boss -`)
	}
	page := sh.afterPage(ctx, o.about)
	// An interrupt typed into the editor belongs to the editor.
	ctx = context.WithoutCancel(ctx)
	text, err := sh.edit(ctx, page, "after.txt")
	if err != nil {
		return err
	}
	o.lines = withoutComments(text)
	if text == page || strings.TrimSpace(o.lines) == "" {
		return rapport.Errorf(rapport.Invalid, "nothing was written, so nothing is taken down").
			WithHint("write a line above the comments and save it; that you talked and no more: rapport met")
	}
	if err := sh.takeDown(ctx, o); err != nil {
		return keepWritten(err, o.lines, strings.TrimRight("rapport after "+o.about, " "))
	}
	return nil
}

const afterKinds = `
# What came of the talk, one thing a line. Lines that begin with # are ignored; leave the
# page as it is to take nothing down. Indented lines go on the one above.
#
#   decided: …               they: … by:fri           me: … by:thu
#   told: … +project         feedback: …              theirs: … (for the next agenda)
#   next: thu 16:00          shared: …
#   private:  saw: … dim:evidence    plate: … until:fri    notes: …
`

// afterPage is what the editor begins with. The topics of the agenda stand in
// it as comments, ready to be taken in.
func (sh *shell) afterPage(ctx context.Context, about string) string {
	s, err := sh.read(ctx)
	if err != nil {
		return afterKinds // a store that cannot be read says so when something is written
	}
	var boss rapport.Slug
	for word := range strings.FieldsSeq(about) {
		if word[0] == '@' {
			boss = bossArg(word)
		}
	}
	a, err := s.Meetings.Agenda(ctx, boss)
	if err != nil {
		return afterKinds // likewise
	}
	var b strings.Builder
	b.WriteString(afterKinds)
	topics := append(append([]meetings.Topic{}, a.Theirs...), a.Mine...)
	if len(topics) > 0 {
		b.WriteString("#\n# On the agenda (take the # off and write the result behind the number):\n")
	}
	for _, t := range topics {
		fmt.Fprintf(&b, "#raised: %d \n#   %s\n", t.Number, rapport.OneLine(t.Text))
	}
	return b.String()
}

// takeDown writes what came of a talk and says what was understood.
func (sh *shell) takeDown(ctx context.Context, o afterOptions) error {
	var c meetings.Captured
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		c, err = s.Meetings.After(ctx, o.about, o.lines)
		return err
	})
	if err != nil {
		return err
	}
	day := s.meetingShape(c.Meeting, c.Boss.Slug).Day
	lines := c.Confirmation(day).Lines()
	if sh.asJSON {
		return sh.object("after", s.capturedShape(c, lines))
	}
	sh.echoCaptured(s, c)
	if len(lines) == 0 {
		return nil
	}
	sh.sayf("to confirm it, if you like (nothing was sent):")
	for _, line := range lines {
		sh.printf("%s\n", line)
	}
	return nil
}

// echoCaptured says what was understood; of private things only how many.
func (sh *shell) echoCaptured(s *Session, c meetings.Captured) {
	p := sh.errPaint()
	sh.echoHeld(s, c)
	say := func(n rapport.Number, what, text, behind string) {
		sh.sayUnder(fmt.Sprintf("   %s %s: ", p.bold(itoa(int(n))), what), clipped(text)+behind)
	}
	for _, d := range c.Decisions {
		behind := ""
		if d.RecordedInWriting.IsYes() {
			behind = " (in writing)"
		}
		say(d.Number, "decided", d.Text, behind)
	}
	for _, promise := range c.Promises {
		what, behind := "your promise", " (no day was said)"
		if !promise.IsMine() {
			what = c.Boss.Name + " promised"
		}
		if promise.DueNow != "" {
			behind = ", due " + shortDay(promise.DueNow)
		}
		say(promise.Number, what, promise.Text, behind)
	}
	for _, i := range c.Instructions {
		say(i.Number, "told to", i.Text, "")
	}
	for _, f := range c.Feedback {
		say(f.Number, "feedback", f.Text, "")
	}
	for _, a := range c.Raised {
		say(a.Number, "raised", a.Text, arrow(a.Result))
	}
	for _, a := range c.Theirs {
		say(a.Number, "for the next agenda, theirs", a.Text, "")
	}
	if c.Next != nil {
		say(c.Next.Meeting.Number, "booked", s.meetingTime(c.Next.Meeting), "")
		for _, text := range c.Next.Says {
			sh.sayf("   %s", p.yellow(text))
		}
	}
	var private []string
	for _, k := range []struct {
		n         int
		one, many string
	}{
		{c.Observations, "observation", "observations"}, {c.Pressures, "thing on their plate", "things on their plate"}, {c.Notes, "note", "notes"},
	} {
		if k.n > 0 {
			private = append(private, counted(k.n, k.one, k.many))
		}
	}
	if len(private) > 0 {
		sh.sayf("   kept privately: %s", strings.Join(private, ", "))
	}
	sh.sayf("   %s", p.dim("wrong? rapport edit NUMBER, or rapport undo for all of it"))
}

// echoHeld says which talk it was.
func (sh *shell) echoHeld(s *Session, c meetings.Captured) {
	m, p := c.Meeting, sh.errPaint()
	length := ""
	if m.Minutes.Said {
		length = ", " + minuteWords(m.Minutes)
	}
	if c.OnSaid != "" {
		length += " (“" + c.OnSaid + "”)"
	}
	if m.Title != "" {
		length += ", “" + clipped(m.Title) + "”"
	}
	sh.sayf("%s %s with @%s, %s%s", p.bold(itoa(int(m.Number))), meetingWords(m), c.Boss.Slug, s.meetingTime(m), length)
	for _, say := range c.Says {
		sh.sayf("   %s", p.yellow(say))
	}
}

type afterJSON struct {
	Meeting      meetingJSON       `json:"meeting"`
	Decisions    []decisionJSON    `json:"decisions"`
	Promises     []spokenJSON      `json:"promises"`
	Instructions []instructionJSON `json:"instructions"`
	Feedback     []numberedJSON    `json:"feedback"`
	Raised       []topicJSON       `json:"raised"`
	Theirs       []topicJSON       `json:"theirs"`
	Next         *meetingJSON      `json:"next,omitempty"`
	// The private things are counted, never shown.
	Observations int      `json:"observations"`
	Pressures    int      `json:"pressures"`
	Notes        int      `json:"notes"`
	Confirm      []string `json:"confirm"`
}

type numberedJSON struct {
	Number rapport.Number `json:"number"`
	Text   string         `json:"text"`
}

// spokenJSON is a promise as it was taken down.
type spokenJSON struct {
	numberedJSON
	By  string      `json:"by"`
	Due rapport.Day `json:"due,omitempty"`
}

func (s *Session) capturedShape(c meetings.Captured, confirm []string) afterJSON {
	boss := c.Boss.Slug
	shape := afterJSON{
		Meeting: s.meetingShape(c.Meeting, boss), Decisions: []decisionJSON{}, Promises: []spokenJSON{}, Instructions: []instructionJSON{},
		Feedback: []numberedJSON{}, Raised: []topicJSON{}, Theirs: []topicJSON{},
		Observations: c.Observations, Pressures: c.Pressures, Notes: c.Notes, Confirm: nonNil(confirm),
	}
	for _, d := range c.Decisions {
		shape.Decisions = append(shape.Decisions, decisionShape(d, boss))
	}
	for _, p := range c.Promises {
		shape.Promises = append(shape.Promises, spokenJSON{numberedJSON{p.Number, p.Text}, personShape(p.By, boss), p.DueNow})
	}
	for _, i := range c.Instructions {
		shape.Instructions = append(shape.Instructions, instructionShape(i, boss, ""))
	}
	for _, f := range c.Feedback {
		shape.Feedback = append(shape.Feedback, numberedJSON{f.Number, f.Text})
	}
	for _, a := range c.Raised {
		shape.Raised = append(shape.Raised, topicShape(meetings.Topic{AgendaItem: a}))
	}
	for _, a := range c.Theirs {
		shape.Theirs = append(shape.Theirs, topicShape(meetings.Topic{AgendaItem: a}))
	}
	if c.Next != nil {
		next := s.meetingShape(c.Next.Meeting, boss)
		shape.Next = &next
	}
	return shape
}
