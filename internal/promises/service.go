// Package promises holds the use-cases of what the user and a boss owe each
// other: asks, promises of both sides, advice on a decision, help offered, given
// and received, dates of other teams, and the load that all of it makes.
//
// A [Service] belongs to one user of one store. [Service.Owe] and
// [Service.Promised] write a promise down, mine or theirs, and [Service.Keep],
// [Service.Move], [Service.Miss] and [Service.Release] say how it went;
// [Service.Ledger] shows all of it, my own rate first. [Service.Ask] writes an
// ask down and returns what is worth a second look; [Service.Asks] shows what
// waits, and when each currency was asked for and answered last.
//
// Nothing here gives a person a number: there are counts with the dated lines
// behind them. What a boss promised is remembered, never assigned (P48).
package promises

import (
	"context"
	"slices"
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

// Input is a line as it was typed, with what was said beside it.
type Input struct {
	// Words are a line in the quick grammar, as one text or as the arguments of
	// a shell: in by:"end of month" it has taken the quotes away, and the words
	// that they held together are one argument still.
	Words []string
	// Marks are what flags said, by the names of the marks that would say it in
	// the line: by and on are days in the user's words, for and boss slugs.
	Marks map[string]string
}

// line reads an input in the grammar with further marks. A date at the end is
// the day something is due.
func (s *Service) line(in Input, marks ...string) (line capture.Line, err error) {
	text, said, err := s.split(in, marks)
	if err != nil {
		return line, err
	}
	if line, err = s.Line(text, marks...); err != nil {
		return line, err
	}
	if err := s.beside(&line, said); err != nil {
		return line, err
	}
	_, isDated := said["on"]
	line = s.dueAtEnd(line, isDated || saysOn(text))
	if line.Due != "" && line.On != "" && line.Due < line.On {
		return line, rapport.Errorf(rapport.Invalid, "it would be due on %s, before it was said on %s", line.Due, line.On).
			WithHint("put one of the two right: by: is the day it is due, on: the day it was said")
	}
	return line, nil
}

// split returns the line that the words make, and what was said beside it: by
// flags, and by arguments that are a mark with a value of several words.
func (s *Service) split(in Input, marks []string) (string, map[string]string, error) {
	said := make(map[string]string, len(in.Marks))
	for name, value := range in.Marks {
		said[name] = value
	}
	if len(in.Words) < 2 {
		return strings.Join(in.Words, " "), said, nil
	}
	var words []string
	for _, word := range in.Words {
		name, value, found := strings.Cut(word, ":")
		name = strings.ToLower(name)
		if !found || !strings.Contains(value, " ") || strings.ContainsAny(value[:1], " \"“”„") || !s.isValue(name, value, marks) {
			words = append(words, word)
			continue
		}
		if had, twice := said[name]; twice && had != value {
			return "", nil, rapport.Errorf(rapport.Invalid, "%s is said twice, as %q and %q", name, had, value).WithHint("keep one")
		}
		said[name] = value
	}
	return strings.Join(words, " "), said, nil
}

// isValue reports whether the words behind a mark are all its value. Those
// behind by: and on: must be a date: "by:fri two analysts" goes on with text.
func (s *Service) isValue(name, value string, marks []string) bool {
	switch name {
	case "by":
		return when.Parse(value, s.Clock(when.Due)).Kind != when.None
	case "on":
		return when.Parse(value, s.Clock(when.Log)).Kind != when.None
	}
	return slices.Contains(marks, name)
}

// beside adds to a line what was said beside it.
func (s *Service) beside(line *capture.Line, said map[string]string) error {
	names := make([]string, 0, len(said))
	for name := range said {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		value := rapport.OneLine(said[name])
		if value == "" {
			return rapport.Errorf(rapport.Invalid, "%s: says nothing", name).WithHint("leave it out, or say what it is")
		}
		var had string
		var err error
		switch name {
		case "by":
			had, line.DueSaid = line.DueSaid, value
			line.Due, err = s.Day(value, true)
		case "on":
			had, line.OnSaid = line.OnSaid, value
			line.On, err = s.Day(value, false)
		case "for":
			line.Goals = append(line.Goals, rapport.ParseSlug(value))
		case "boss":
			line.Bosses = append(line.Bosses, rapport.ParseSlug(strings.TrimPrefix(value, "@")))
		case "project":
			had, line.Project = string(line.Project), rapport.ParseSlug(strings.TrimPrefix(value, "+"))
		default:
			if line.Said == nil {
				line.Said = map[string]string{}
			}
			had, line.Said[name] = line.Said[name], value
		}
		if err != nil {
			return err
		}
		if had != "" && had != value {
			return rapport.Errorf(rapport.Invalid, "%s is said twice, as %q and %q", name, had, value).WithHint("keep one")
		}
	}
	return nil
}

// near is how many days ahead a date at the end of a line may lie that the log
// would read as one behind: "friday" is the next one, "5 nov" said on the 18th
// is not the one in a year.
const near = 60

// dueAtEnd reads a date at the end of an ask or a promise as the day it is due:
// "send the rota friday" means the Friday ahead, although the log looks back.
// A day that is plainly behind says when it was said.
func (s *Service) dueAtEnd(line capture.Line, isDated bool) capture.Line {
	clock := s.Clock(when.Due)
	if line.DueSaid == "" {
		line = line.As(rapport.Commitment, clock)
	}
	if line.DueSaid != "" {
		return line
	}
	if line.OnSaid == "" {
		if rest, answer, ok := when.Trailing(line.Text, clock); ok {
			line.Due, line.DueSaid = answer.LastDay(), strings.TrimLeft(strings.TrimPrefix(line.Text, rest), " ,;-–—")
			line.Text = rest
		}
		return line
	}
	if isDated {
		return line
	}
	answer := when.Parse(line.OnSaid, clock)
	if answer.Kind == when.Date && answer.Day >= s.Today() && answer.Day.Sub(s.Today()) <= near {
		line.Due, line.DueSaid, line.On, line.OnSaid = answer.Day, line.OnSaid, "", ""
	}
	return line
}

// saysOn reports whether a line has an on: mark.
func saysOn(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return strings.HasPrefix(w, "on:") })
}

// textOf is the whole sentence of a line: an arrow belongs to it.
func textOf(line capture.Line) string {
	if line.Outcome == "" {
		return line.Text
	}
	return line.Text + " -> " + line.Outcome
}

// mostHours is what no single promise or offer can take: more is a slip.
const mostHours = 2000

// hours reads how long something takes: 3, 1.5, 3h, "2 hours", 45m. The empty
// text is not said.
func hours(text string) (rapport.Amount, error) {
	if text == "" {
		return rapport.Amount{}, nil
	}
	number, unit := strings.ToLower(strings.TrimSpace(text)), 1.0
	for _, u := range [...]struct {
		word  string
		hours float64
	}{{"hours", 1}, {"hour", 1}, {"hrs", 1}, {"h", 1}, {"minutes", 1. / 60}, {"min", 1. / 60}, {"m", 1. / 60}, {"days", 8}, {"day", 8}, {"d", 8}} {
		if rest, ok := strings.CutSuffix(number, u.word); ok {
			number, unit = strings.TrimSpace(rest), u.hours
			break
		}
	}
	n, err := strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
	if h := n * unit; err == nil && h > 0 && h <= mostHours {
		return rapport.AmountOf(h), nil
	}
	return rapport.Amount{}, rapport.Errorf(rapport.Invalid, "%q is not a number of hours", text).WithHint("write hours:3, hours:1.5 or hours:45m")
}

// boss finds the boss of a list; the empty slug means all of them.
func boss(names rapport.Names, slug rapport.Slug) (rapport.BossID, error) {
	if slug == "" {
		return 0, nil
	}
	b, err := rapport.FindBoss(names.Bosses, slug)
	return b.ID, err
}

// record is the common part of something that a line dates.
func (s *Service) record(line capture.Line) (rapport.Fact, error) {
	r, err := s.Record(line.On)
	return rapport.Fact{Record: r}, err
}

// changed changes one fact and remembers it under words that name it.
func changed[T any, P interface {
	*T
	Head() *rapport.Fact
}](ctx context.Context, s *Service, table store.Facts[T, P], n rapport.Number, what string, apply func(P, rapport.Names) error) (fact T, names rapport.Names, err error) {
	return fact, names, s.Write(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		var step store.Step
		fact, step, err = desk.Change(ctx, tx, s.User.ID, table, n, func(p P) error { return apply(p, known) })
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, what, step)
	})
}

// on reads the day on which something happened; the empty text is today. It
// cannot lie ahead, nor before the matter itself.
func (s *Service) on(text string, began rapport.Day) (rapport.Day, error) {
	day, err := s.Day(text, false)
	if err != nil {
		return "", err
	}
	switch today := s.Today(); {
	case day == "":
		return today, nil
	case day > today:
		return "", rapport.Errorf(rapport.Invalid, "%s lies in the future; this is about what happened", day).WithHint("say a day up to today")
	case day < began:
		return "", rapport.Errorf(rapport.Invalid, "%s is before it was said, on %s", day, began).WithHint("`rapport edit` puts the day it was said right")
	}
	return day, nil
}

// otherZone reports whether a boss's clock differs from the user's now, so that
// a day may end at another hour for them.
func (s *Service) otherZone(b rapport.Boss) bool {
	if b.Zone == "" {
		return false
	}
	zone, err := time.LoadLocation(b.Zone)
	if err != nil {
		return false // a zone that this machine does not know says nothing
	}
	_, mine := s.Now().Zone()
	_, theirs := s.Now().In(zone).Zone()
	return mine != theirs
}
