package app

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/intake"
	"rapport/internal/intake/notes"
)

// forms lists the kinds of files that can be taken in.
func forms() []intake.Form {
	return []intake.Form{notesForm{}, bulletsForm{}, tableForm{}, readmeForm{}}
}

// What the answers about running notes are remembered under.
const (
	aboutSections = "notes"
	aboutSpeakers = "notes-people"
)

// notesForm reads running notes: it translates between the package that knows
// them and the feature that knows the store.
type notesForm struct{}

func (notesForm) Kind() string { return "notes" }

func (notesForm) Read(text []byte, c intake.Circumstances) (intake.Document, error) {
	n, err := notes.Read(text, notesOptions(c))
	if err != nil {
		return intake.Document{}, err
	}
	return documentOf(n, c), nil
}

// Answer reads "Stuff=challenge" or "KW=@katrin".
func (notesForm) Answer(said string, c intake.Circumstances) ([]rapport.Mapping, error) {
	name, answer, ok := cutLast(said, "=")
	if !ok {
		return nil, rapport.Errorf(rapport.Invalid, "%q is no answer", said).WithHint(`write the heading, =, and what stands below it: "Stuff=challenge"; for initials: "KW=@katrin"`)
	}
	if meaning, ok := meaningNamed(answer); ok {
		return []rapport.Mapping{{About: aboutSections, Name: notes.SectionKey(name), Meaning: string(meaning)}}, nil
	}
	m := rapport.Mapping{About: aboutSpeakers, Name: notes.SpeakerKey(name), Meaning: answer}
	switch {
	case answer == string(notes.Me), answer == string(notes.Nobody):
	case strings.HasPrefix(answer, "@"):
		b, err := rapport.FindBoss(c.Names.Bosses, rapport.ParseSlug(answer[1:]))
		if err != nil {
			return nil, err
		}
		m.Meaning, m.Boss = "@"+string(b.Slug), b.ID
	case answer == strings.ToLower(answer):
		// A word in lower case is meant as a meaning, and is none.
		return nil, rapport.Errorf(rapport.Invalid, "%q is nothing that a section can hold", answer).
			WithHint("say one of: %s; for a person: @boss, me, nobody, or a name with its capital letter", strings.Join(meaningWords(), ", "))
	}
	return []rapport.Mapping{m}, nil
}

// cutLast is [strings.Cut] at the last separator: a heading may hold one too.
func cutLast(text, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(text, sep)
	if i <= 0 {
		return "", "", false
	}
	before, after = strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+len(sep):])
	return before, after, before != "" && after != ""
}

// meaningNamed reads what a section means: by its own word, or by the kind of
// its lines as the quick grammar calls it.
func meaningNamed(word string) (notes.Meaning, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	if slices.Contains(notes.Meanings[:], notes.Meaning(word)) {
		return notes.Meaning(word), true
	}
	kind, ok := capture.KindNamed(word)
	if !ok {
		parsed, err := rapport.ParseKind(word)
		kind, ok = parsed, err == nil
	}
	if ok {
		switch kind {
		case rapport.Accomplishment, rapport.Progress:
			return notes.Achieved, true
		case rapport.Challenge:
			return notes.Struggled, true
		case rapport.Idea:
			return notes.Ideas, true
		case rapport.Question:
			return notes.Needs, true
		case rapport.HeadsUp:
			return notes.Told, true
		case rapport.Commitment:
			return notes.Actions, true
		case rapport.FeedbackReceived:
			return notes.Praised, true
		}
	}
	switch word {
	case "plan", "plans":
		return notes.Planned, true
	case "help", "asks":
		return notes.Needs, true
	case "decision":
		return notes.Decisions, true
	case "ignore", "skip", "nothing":
		return notes.Ignored, true
	}
	return "", false
}

func meaningWords() []string {
	words := make([]string, len(notes.Meanings))
	for i, m := range notes.Meanings {
		words[i] = string(m)
	}
	return words
}

func notesOptions(c intake.Circumstances) notes.Options {
	o := notes.Options{
		Today: c.Today, Zone: c.Zone, Locale: c.User.Locale, Week: c.User.WorkDays, Boss: c.Boss.Slug,
		Me:      notes.Person{Name: c.User.Name},
		Mapping: map[string]notes.Meaning{}, People: map[string]notes.Speaker{}, Seen: c.Seen, Guesser: c.Guesser,
	}
	for _, b := range c.Names.Bosses {
		o.Bosses = append(o.Bosses, notes.Person{Slug: b.Slug, Name: b.Name})
	}
	for _, m := range c.Answers {
		switch m.About {
		case aboutSections:
			o.Mapping[m.Name] = notes.Meaning(m.Meaning)
		case aboutSpeakers:
			o.People[m.Name] = speakerOf(m, c.Names)
		}
	}
	return o
}

func speakerOf(m rapport.Mapping, names rapport.Names) notes.Speaker {
	switch {
	case m.Boss != 0:
		return notes.Speaker{Party: notes.TheBoss, Boss: names.Boss(m.Boss).Slug}
	case m.Meaning == string(notes.Me), m.Meaning == string(notes.Nobody):
		return notes.Speaker{Party: notes.Party(m.Meaning)}
	}
	return notes.Speaker{Party: notes.Somebody, Name: m.Meaning}
}

// documentOf makes findings of what notes say.
func documentOf(n notes.Notes, c intake.Circumstances) intake.Document {
	known := map[string]bool{}
	for _, item := range n.Items {
		if item.By.Party == notes.TheBoss && item.ParentKey != "" {
			known[item.ParentKey] = true
		}
	}
	var d intake.Document
	for _, item := range n.Items {
		p := proposalOf(item, c)
		p.Known = known[item.Key]
		d.Found = append(d.Found, intake.Finding{Proposal: p, Anywhere: true, Line: item.Line})
	}
	for _, p := range n.Private {
		d.Private = append(d.Private, intake.PrivateFinding{Key: p.Key, Day: p.Day, Text: p.Text})
	}
	for _, s := range n.Unmapped {
		d.Questions = append(d.Questions, intake.Question{
			Title: s.Title, Asks: fmt.Sprintf("what stands below “%s”?", s.Title), Count: s.Count, Line: s.Line, Example: s.Example, Choices: meaningWords(),
		})
	}
	for _, u := range n.Unknown {
		choices := []string{string(notes.Nobody), string(notes.Me)}
		for _, b := range c.Names.Bosses {
			choices = append(choices, "@"+string(b.Slug))
		}
		d.Questions = append(d.Questions, intake.Question{
			Title: u.Label, Asks: fmt.Sprintf("who is “%s”?", u.Label), Count: u.Count, Line: u.Line, Example: u.Example, Choices: choices,
		})
	}
	for _, s := range n.Skipped {
		d.Skipped = append(d.Skipped, intake.Skipped{Line: s.Line, LastLine: s.LastLine, Text: s.Text, Reason: s.Reason, Ahead: s.Ahead})
	}
	return d
}

// proposalOf makes a proposal of an item of notes.
func proposalOf(item notes.Item, c intake.Circumstances) rapport.Proposal {
	by := personOf(item.By, c)
	p := rapport.Proposal{
		Key: item.Key, From: item.From, Day: item.Day, Kind: item.Kind, Text: item.Text, Due: item.Due, Reason: item.Reason, Confidence: item.Confidence,
		Boss: c.Boss.ID, Evidence: append([]rapport.Evidence{{Kind: "file", Ref: c.Title, Title: item.Section}}, item.Evidence...),
	}
	if by.Boss != 0 {
		p.Boss = by.Boss
	}
	if item.Undated {
		p.Reason += "; it says no day, so it is taken for today's"
	}
	p.Answers, p.AnswersKey = item.Parent, item.ParentKey
	switch {
	case item.Said != "" && item.Said != item.Text:
		p.AsRead = item.Said
	case item.Head != item.Text:
		p.AsRead = item.Head
	}
	switch item.What {
	case notes.PromiseByMe:
		p.Becomes, p.By, p.Done = rapport.AsPromise, rapport.Myself(), item.Done
		if p.Boss != 0 {
			p.To = rapport.Person{Boss: p.Boss}
		}
	case notes.PromiseByBoss:
		p.Becomes, p.By, p.To, p.Done = rapport.AsPromise, by, rapport.Myself(), item.Done
	case notes.Ask:
		p.Becomes, p.Done = rapport.AsAsk, item.Done
	case notes.Feedback:
		p.Becomes, p.By = rapport.AsFeedback, by
	case notes.Decision:
		p.Becomes = rapport.AsDecision
	case notes.Reply:
		p.Becomes, p.By = rapport.AsReply, by
	}
	switch {
	case item.Struck,
		// Without the boss or the person that the noun needs it is a line of the log.
		p.Boss == 0 && (p.Becomes == rapport.AsAsk || p.Becomes == rapport.AsDecision || p.Becomes == rapport.AsPromise),
		p.Becomes == rapport.AsFeedback && (by.IsZero() || by.IsMe()):
		p.Becomes, p.By, p.To, p.Done = rapport.AsEntry, rapport.Person{}, rapport.Person{}, rapport.NotSaid
	}
	return p
}

func personOf(s notes.Speaker, c intake.Circumstances) rapport.Person {
	switch s.Party {
	case notes.Me:
		return rapport.Myself()
	case notes.TheBoss:
		for _, b := range c.Names.Bosses {
			if b.Slug == s.Boss {
				return rapport.Person{Boss: b.ID}
			}
		}
	}
	return rapport.Person{Name: s.Name}
}

// bulletsForm reads plain lists of bullets.
type bulletsForm struct{ notesForm }

func (bulletsForm) Kind() string { return "bullets" }

func (bulletsForm) Read(text []byte, c intake.Circumstances) (intake.Document, error) {
	o := notesOptions(c)
	n, err := notes.Bullets(text, o)
	if err != nil {
		return intake.Document{}, err
	}
	return documentOf(n, c), nil
}

// Write writes running notes from nothing.
func (notesForm) Write(talks []intake.Talk, c intake.Circumstances) string {
	return notes.Export(meetingsOf(talks), notes.Style{Title: "One-on-ones with " + c.Boss.Name}, notesOptions(c))
}

// Continue writes what is missing into running notes.
func (notesForm) Continue(text []byte, talks []intake.Talk, c intake.Circumstances) (string, int, error) {
	return notes.Continue(text, meetingsOf(talks), notesOptions(c))
}

func meetingsOf(talks []intake.Talk) []notes.Meeting {
	meetings := make([]notes.Meeting, len(talks))
	for i, t := range talks {
		meetings[i].Day = t.Day
		for _, g := range t.Groups {
			meetings[i].Groups = append(meetings[i].Groups, notes.Group{Title: g.Title, Entries: entriesOf(g.Lines)})
		}
	}
	return meetings
}

func entriesOf(lines []intake.TalkLine) []notes.Entry {
	entries := make([]notes.Entry, len(lines))
	for i, l := range lines {
		entries[i] = notes.Entry{By: l.By, Text: l.Text, Done: l.Done, Below: l.Below, Replies: entriesOf(l.Replies)}
	}
	return entries
}
