package intake

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"rapport"
	"rapport/internal/store"
)

// Talk is a day of running notes as it is written. Nothing private has a place
// in it.
type Talk struct {
	Day    rapport.Day
	Groups []TalkGroup
}

// TalkGroup is a section with its lines.
type TalkGroup struct {
	Title string
	Lines []TalkLine
}

// TalkLine is a line, with what stands below it.
type TalkLine struct {
	// By is the mark of whoever said it; empty for the user.
	By      string
	Text    string
	Done    rapport.Truth
	Below   []string
	Replies []TalkLine
}

// Writer is a [Form] that can also be written.
type Writer interface {
	Form
	// Write writes a new file.
	Write(talks []Talk, c Circumstances) string
	// Continue writes what is missing into a file that the user keeps, without
	// changing a byte of what stands there, and says how many lines it added.
	Continue(text []byte, talks []Talk, c Circumstances) (string, int, error)
}

// NotesExport says which running notes to write.
type NotesExport struct {
	Boss rapport.Slug
	// Period restricts to its days.
	Period rapport.Period
	// Into is the file to continue; nil writes a new one.
	Into  []byte
	Title string
}

// ExportNotes writes the running notes of one boss: for each day what was
// written down for them, their replies below it, and the promises of both
// sides. It returns how many lines there are that were not in the file before.
func (s *Service) ExportNotes(ctx context.Context, e NotesExport) (text string, added int, boss rapport.Boss, err error) {
	form, err := s.form("notes")
	if err != nil {
		return "", 0, boss, err
	}
	writer, ok := form.(Writer)
	if !ok {
		return "", 0, boss, rapport.Errorf(rapport.Unsupported, "running notes cannot be written")
	}
	var talks []Talk
	var c Circumstances
	err = s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		if c, err = s.circumstances(ctx, tx, DocumentRequest{Kind: "notes", Boss: e.Boss, Title: e.Title}); err != nil {
			return err
		}
		if c.Boss.ID == 0 {
			_, err = rapport.FindBoss(c.Names.Bosses, e.Boss)
			return err
		}
		n := noting{s: s, tx: tx, boss: c.Boss, names: c.Names, period: e.Period, byRecord: map[rapport.RecordID]*noted{}, days: map[rapport.Day][]*noted{}}
		talks, err = n.talks(ctx)
		return err
	})
	boss = c.Boss
	switch {
	case err != nil:
		return "", 0, boss, err
	case e.Into != nil:
		text, added, err = writer.Continue(e.Into, talks, c)
		return text, added, boss, err
	}
	for _, t := range talks {
		for _, g := range t.Groups {
			for _, l := range g.Lines {
				added += 1 + len(l.Replies)
			}
		}
	}
	return writer.Write(talks, c), added, boss, nil
}

// noting collects what running notes of one boss say.
type noting struct {
	s      *Service
	tx     *store.Tx
	boss   rapport.Boss
	names  rapport.Names
	period rapport.Period
	// meetings are the days of talks, in order.
	meetings []rapport.Day
	// read says from which line of the user's notes a record came.
	read     map[rapport.RecordID]rapport.Proposal
	byKey    map[string]rapport.RecordID
	byRecord map[rapport.RecordID]*noted
	days     map[rapport.Day][]*noted
}

// noted is a line with its section.
type noted struct {
	TalkLine
	section string
}

func (n *noting) talks(ctx context.Context) ([]Talk, error) {
	if err := n.known(ctx); err != nil {
		return nil, err
	}
	for _, collect := range [...]func(context.Context) error{n.entries, n.asks, n.decisions, n.feedback, n.replies, n.promises} {
		if err := collect(ctx); err != nil {
			return nil, err
		}
	}
	days := make([]rapport.Day, 0, len(n.days))
	for day := range n.days {
		days = append(days, day)
	}
	slices.Sort(days)
	var talks []Talk
	for _, day := range days {
		talk := Talk{Day: day}
		for _, line := range n.days[day] {
			at := slices.IndexFunc(talk.Groups, func(g TalkGroup) bool { return g.Title == line.section })
			if at < 0 {
				talk.Groups = append(talk.Groups, TalkGroup{Title: line.section})
				at = len(talk.Groups) - 1
			}
			talk.Groups[at].Lines = append(talk.Groups[at].Lines, line.TalkLine)
		}
		talks = append(talks, talk)
	}
	return talks, nil
}

// known reads what came from notes before, and when there were talks.
func (n *noting) known(ctx context.Context) error {
	owner := n.s.User.ID
	all, err := n.tx.ProposalsOfKind(ctx, owner, "notes")
	if err != nil {
		return err
	}
	n.read, n.byKey = map[rapport.RecordID]rapport.Proposal{}, map[string]rapport.RecordID{}
	for _, p := range all {
		if p.State == rapport.Accepted && p.Removed == 0 {
			id := p.Became
			if p.Entry != 0 {
				id = rapport.RecordID(p.Entry)
			}
			n.read[id], n.byKey[p.Key] = p, id
		}
	}
	meetings, err := store.Meetings.List(ctx, n.tx, owner, store.FactFilter{Boss: n.boss.ID, Oldest: true})
	for _, m := range meetings {
		if m.Status == rapport.Held {
			n.meetings = append(n.meetings, rapport.DayOf(m.Begins().Time()))
		}
	}
	slices.Sort(n.meetings)
	return err
}

// day is the day below which a record stands: that of the notes it was read
// from, else that of the first talk after it, else its own.
func (n *noting) day(id rapport.RecordID, own rapport.Day) rapport.Day {
	if p, ok := n.read[id]; ok {
		return p.From
	}
	if at, _ := slices.BinarySearch(n.meetings, own); at < len(n.meetings) {
		return n.meetings[at]
	}
	return own
}

// add puts a line below its day, or below the line that it answers.
func (n *noting) add(id rapport.RecordID, own rapport.Day, text, section string, l TalkLine, to rapport.RecordID) {
	day := n.day(id, own)
	if n.period.From != "" && day < n.period.From || n.period.Until != "" && day > n.period.Until {
		return
	}
	l.Text = text
	if p, ok := n.read[id]; ok {
		if len(p.Evidence) > 0 && p.Evidence[0].Kind == "file" {
			section = p.Evidence[0].Title
		}
		if p.AsRead != "" && p.Text == text {
			// It goes out as the line and what stood below it.
			l.Text = p.AsRead
			if rest, ok := strings.CutPrefix(text, p.AsRead); ok {
				if rest = strings.TrimLeft(rest, "; "); rest != "" {
					l.Below = []string{rest}
				}
			}
		}
		if to == 0 && p.AnswersKey != "" {
			to = n.byKey[p.AnswersKey]
		}
	}
	if parent := n.byRecord[to]; parent != nil && to != 0 {
		if !slices.ContainsFunc(parent.Replies, func(r TalkLine) bool { return r.Text == l.Text && r.By == l.By }) {
			parent.Replies = append(parent.Replies, l)
		}
		return
	}
	line := &noted{TalkLine: l, section: section}
	n.byRecord[id] = line
	n.days[day] = append(n.days[day], line)
}

// entries are those that the user addressed to the boss; with one boss, all of
// them.
func (n *noting) entries(ctx context.Context) error {
	filter := store.EntryFilter{Boss: n.boss.ID}
	if len(n.names.Bosses) == 1 {
		filter.Boss = 0
	}
	entries, err := n.tx.Entries(ctx, n.s.User.ID, filter)
	if err != nil {
		return err
	}
	slices.SortStableFunc(entries, func(a, b rapport.Entry) int { return cmp.Compare(a.ID, b.ID) })
	for _, e := range entries {
		text := e.Text
		if e.Outcome != "" {
			text += " -> " + e.Outcome
		}
		n.add(rapport.RecordID(e.ID), e.Day, text, sectionOf(e.Kind), TalkLine{}, 0)
	}
	return nil
}

// sectionOf is the question below which entries of a kind stand, in words that
// are known when the file is read again.
func sectionOf(k rapport.Kind) string {
	switch k {
	case rapport.Accomplishment, rapport.Progress:
		return "What went well"
	case rapport.Challenge:
		return "What I struggle with"
	case rapport.Question:
		return "Where I need help"
	case rapport.HeadsUp:
		return "Good to know"
	case rapport.Idea:
		return "Ideas"
	case rapport.FeedbackReceived:
		return "Feedback"
	case rapport.Commitment:
		return "Actions"
	}
	return "Notes"
}

func (n *noting) asks(ctx context.Context) error {
	all, err := store.Asks.List(ctx, n.tx, n.s.User.ID, store.FactFilter{Boss: n.boss.ID, Oldest: true})
	for _, a := range all {
		n.add(rapport.RecordID(a.ID), a.Day(), a.Text, sectionOf(rapport.Question), TalkLine{}, 0)
	}
	return err
}

func (n *noting) decisions(ctx context.Context) error {
	all, err := store.Decisions.List(ctx, n.tx, n.s.User.ID, store.FactFilter{Boss: n.boss.ID, Oldest: true})
	for _, d := range all {
		n.add(rapport.RecordID(d.ID), d.Day(), d.Text, "Decisions", TalkLine{}, 0)
	}
	return err
}

func (n *noting) feedback(ctx context.Context) error {
	all, err := store.Feedbacks.List(ctx, n.tx, n.s.User.ID, store.FactFilter{Oldest: true})
	for _, f := range all {
		if f.Sender.Boss == n.boss.ID {
			n.add(rapport.RecordID(f.ID), f.Day(), f.Text, "Feedback", TalkLine{}, 0)
		}
	}
	return err
}

func (n *noting) replies(ctx context.Context) error {
	all, err := store.Replies.List(ctx, n.tx, n.s.User.ID, store.FactFilter{Oldest: true})
	for _, r := range all {
		if r.By.Boss == n.boss.ID || n.byRecord[r.To] != nil {
			n.add(rapport.RecordID(r.ID), r.Day(), r.Text, "Notes", TalkLine{By: n.mark(r.By)}, r.To)
		}
	}
	return err
}

// promises are those between the user and the boss. One that was read from a
// reply is in that reply.
func (n *noting) promises(ctx context.Context) error {
	all, err := store.Promises.List(ctx, n.tx, n.s.User.ID, store.FactFilter{Boss: n.boss.ID, Oldest: true})
	for _, p := range all {
		l := TalkLine{By: n.mark(p.By)}
		if _, wasRead := n.read[rapport.RecordID(p.ID)]; !wasRead && (p.State == rapport.StateKept || p.State == rapport.StateLate) {
			l.Done = rapport.Yes
		}
		n.add(rapport.RecordID(p.ID), p.Day(), p.Text, "Actions", l, 0)
	}
	return err
}

// mark is how somebody signs what they say: by their initials.
func (n *noting) mark(p rapport.Person) string {
	if p.IsMe() || p.IsZero() {
		return ""
	}
	name := n.names.Person(p)
	fields := strings.Fields(name)
	if len(fields) < 2 {
		return name
	}
	first, last := []rune(fields[0])[0], []rune(fields[len(fields)-1])[0]
	return string([]rune{unicode.ToUpper(first), unicode.ToUpper(last)})
}
