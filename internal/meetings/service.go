package meetings

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
)

// Service runs the use-cases for one user.
type Service struct{ desk.Desk }

// Done says what a use-case did to a meeting.
type Done struct {
	Meeting rapport.Meeting
	Boss    rapport.Boss
	// Was is what the meeting was before; empty for one that is new.
	Was rapport.MeetingStatus
	// OnSaid are the words that were understood as its day.
	OnSaid string
	// Says lists what the user should know besides.
	Says []string
}

// zone is the user's.
func (s *Service) zone() *time.Location { return s.Now().Location() }

// dayOf is the day of an instant in the user's zone.
func (s *Service) dayOf(at rapport.Stamp) rapport.Day { return rapport.DayOf(at.Time().In(s.zone())) }

// meetsOn is the day of a meeting in the user's zone.
func (s *Service) meetsOn(m rapport.Meeting) rapport.Day { return s.dayOf(m.Begins()) }

// zoneNamed returns the zone with an IANA name, nil where nobody knows it.
func zoneNamed(name string) *time.Location {
	if name == "" {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// typed is what a line about a meeting says.
type typed struct {
	boss rapport.Boss
	// words are what is left for people: a title, or a reason.
	words string
	// on are the words of the day; empty where none were said.
	on      string
	minutes rapport.Amount
	kind    rapport.MeetingKind
	purpose rapport.Purpose
	by      rapport.Person
	talk    string
	// notes and shared are added to those of the meeting.
	notes  rapport.PrivateText
	shared []string
	// notesCount counts the private notes among them.
	notesCount int
}

// about says what a line about a meeting tells, and so where its day is looked
// for and what else may stand at its ends.
type about int8

const (
	// held looks back.
	held about = iota
	// planned looks ahead.
	planned
	// fallen looks either way; behind its day stands a reason.
	fallen
)

// read reads a line about a meeting. A line of nothing but marks is whole.
func (s *Service) read(names rapport.Names, text string, what about) (t typed, err error) {
	// The filler lets marks stand alone, and is taken off again.
	const filler = "meeting"
	line, err := s.Line(filler+" "+marksLast(text), "on", "by", "kind", "purpose", "minutes", "conversation")
	if err != nil {
		return t, err
	}
	if err := hasNoPlace(line, "a meeting", placeless{goal: true, project: true, due: true}); err != nil {
		return t, err
	}
	if t.boss, err = desk.Boss(names, line); err != nil {
		return t, err
	}
	t.words = strings.TrimSpace(strings.TrimPrefix(whole(line), filler))
	t.on = line.Said["on"]
	if t.on == "" {
		t.on = line.OnSaid
	}
	if err := s.setting(&t, names, line.Said); err != nil {
		return t, err
	}
	s.trim(&t, what)
	return t, nil
}

// marksLast moves the bosses that a line begins with to its end: in front of
// the words they are marks, among them they would be words.
func marksLast(text string) string {
	words := strings.Fields(text)
	n := 0
	for n < len(words) && len(words[n]) > 1 && words[n][0] == '@' {
		n++
	}
	if n == 0 {
		return text
	}
	_, rest, _ := strings.Cut(strings.TrimLeft(text, " "), words[n-1])
	return strings.TrimSpace(rest) + " " + strings.Join(words[:n], " ")
}

// setting reads the marks of a meeting.
func (s *Service) setting(t *typed, names rapport.Names, said map[string]string) (err error) {
	if text := said["minutes"]; text != "" {
		if t.minutes, err = minutesOf(text); err != nil {
			return err
		}
	}
	if text := said["kind"]; text != "" {
		if t.kind, err = kindOf(text); err != nil {
			return err
		}
	}
	if text := said["purpose"]; text != "" {
		if t.purpose, err = purposeOf(text); err != nil {
			return err
		}
	}
	if text := said["conversation"]; text != "" {
		if t.talk, err = conversationOf(text); err != nil {
			return err
		}
	}
	if text := said["by"]; text != "" {
		if t.by, err = names.FindPerson(text); err != nil {
			return err
		}
	}
	return nil
}

// trim takes a length and a day off the ends of the words, where no mark said
// them: "30m", "yesterday 45 minutes", "thu 16:00 budget".
func (s *Service) trim(t *typed, what about) {
	isLength := func(text string) bool {
		d, ok := when.ParseLength(text)
		if ok && !t.minutes.Said && d >= time.Minute {
			t.minutes = rapport.AmountOf(d.Minutes())
			return true
		}
		return false
	}
	isDay := func(text string) bool {
		if t.on == "" && s.day(text, what != held).Kind != when.None {
			t.on = text
			return true
		}
		return false
	}
	if what == fallen {
		t.words = cutStart(t.words, isDay)
		return
	}
	for range 2 {
		t.words = cutEnd(cutStart(t.words, isLength), isLength)
		t.words = cutEnd(cutStart(t.words, isDay), isDay)
	}
}

// longestDay is how many words a day or a length takes at most.
const longestDay = 6

// cutStart takes the longest run of words that is what is looked for off the
// beginning of a text.
func cutStart(text string, is func(string) bool) string {
	words := strings.Fields(text)
	for n := min(longestDay, len(words)); n > 0; n-- {
		if is(strings.Join(words[:n], " ")) {
			return strings.Join(words[n:], " ")
		}
	}
	return text
}

// cutEnd is cutStart for the end.
func cutEnd(text string, is func(string) bool) string {
	words := strings.Fields(text)
	for n := min(longestDay, len(words)); n > 0; n-- {
		if from := len(words) - n; is(strings.Join(words[from:], " ")) {
			return strings.Join(words[:from], " ")
		}
	}
	return text
}

// day reads the day of a meeting.
func (s *Service) day(text string, ahead bool) when.Answer {
	c := when.Log
	if ahead {
		c = when.Meeting
	}
	a := when.Parse(text, s.Clock(c))
	if a.Kind == when.Range {
		return when.Answer{Kind: when.None, Why: "it is more than one day"}
	}
	return a
}

// dayOrError is day with an error for what is none.
func (s *Service) dayOrError(text string, ahead bool) (when.Answer, error) {
	a := s.day(text, ahead)
	if a.Kind == when.None {
		return a, rapport.Errorf(rapport.Invalid, "%q is not the day of a meeting: %s", rapport.OneLine(text), a.Why).
			WithHint(`write it as on:yesterday, on:"thu 16:00" or on:2026-11-03`)
	}
	return a, nil
}

// minutesOf reads how long a meeting took or is to take.
func minutesOf(text string) (rapport.Amount, error) {
	const most = 24 * 60
	n, err := strconv.ParseFloat(text, 64)
	if d, ok := when.ParseLength(text); ok {
		n, err = d.Minutes(), nil
	}
	if err != nil || !(n >= 1 && n <= most) {
		return rapport.Amount{}, rapport.Errorf(rapport.Invalid, "minutes:%s is no length of a meeting", rapport.OneLine(text)).
			WithHint("write minutes:30, or a length such as 45m or 1h30")
	}
	return rapport.AmountOf(n), nil
}

func kindOf(text string) (rapport.MeetingKind, error) {
	switch strings.ToLower(text) {
	case "1:1", "1-1", "one-on-one", "one-to-one", "121":
		return rapport.OneOnOne, nil
	case "ad-hoc", "adhoc":
		return rapport.AdHoc, nil
	case "chat":
		return rapport.Chat, nil
	case "review":
		return rapport.ReviewTalk, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a kind of meeting", rapport.OneLine(text)).WithHint("the kinds are 1:1, ad-hoc, chat and review")
}

func purposeOf(text string) (rapport.Purpose, error) {
	switch p := rapport.Purpose(strings.ToLower(text)); p {
	case rapport.ForDevelopment, rapport.ForEvaluation:
		return p, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not the purpose of a conversation", rapport.OneLine(text)).
		WithHint("it is for development or for evaluation: purpose:development")
}

func typeOf(text string) (rapport.AgendaType, error) {
	switch a := rapport.AgendaType(strings.ToLower(text)); a {
	case rapport.Decide, rapport.Advise, rapport.Inform:
		return a, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not what an agenda item wants", rapport.OneLine(text)).
		WithHint("it is there to decide, to advise or to inform: type:decide")
}

// whole is the text of a line with what stands behind its arrow.
func whole(line capture.Line) string {
	if line.Outcome == "" {
		return line.Text
	}
	return line.Text + " -> " + line.Outcome
}

// placeless names the marks that a noun has no place for.
type placeless struct{ goal, project, due bool }

// hasNoPlace refuses a mark that would otherwise be lost without a word.
func hasNoPlace(line capture.Line, noun string, p placeless) error {
	refuse := func(mark string) error {
		return rapport.Errorf(rapport.Invalid, "%s has no place for %s", noun, mark).WithHint(`take it out, or write \%s to keep the word`, mark)
	}
	switch {
	case p.goal && len(line.Goals) > 0:
		return refuse("for:" + string(line.Goals[0]))
	case p.project && line.Project != "":
		return refuse("+" + string(line.Project))
	case p.due && line.DueSaid != "":
		return refuse("by:" + line.DueSaid)
	}
	return nil
}

// sentence reads a line whose words stay as they are: a day at its end belongs
// to what is said ("decided: the pilot starts monday"), unless on: says it.
func (s *Service) sentence(text string, marks ...string) (capture.Line, error) {
	line, err := s.Line(text, marks...)
	if err != nil || line.OnSaid == "" || strings.Contains(strings.ToLower(text), "on:") {
		return line, err
	}
	text = rapport.OneLine(text)
	at := strings.LastIndex(text, line.OnSaid)
	if at < 0 {
		return line, err
	}
	kept := `\` + strings.ReplaceAll(line.OnSaid, " ", ` \`)
	return s.Line(text[:at]+kept+text[at+len(line.OnSaid):], marks...)
}

// since lists the meetings with a boss from a day on, those to come and the
// newest first.
func (s *Service) since(ctx context.Context, tx *store.Tx, boss rapport.BossID, from rapport.Day) ([]rapport.Meeting, error) {
	return store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss, Period: rapport.Period{From: from}})
}

// shortDay writes a day for people.
func shortDay(d rapport.Day) string { return d.Time().Format("Mon 2 Jan") }

// moment writes the day and the time of a meeting for people, in the user's
// zone.
func (s *Service) moment(at time.Time) string { return at.In(s.zone()).Format("Mon 2 Jan 15:04") }
