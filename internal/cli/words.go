package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rapport"
	"rapport/internal/journal"
)

// kindArg reads a kind as people type it: its name or the short word of the
// quick grammar.
func kindArg(text string) (rapport.Kind, error) {
	word := strings.ToLower(strings.TrimSuffix(text, ":"))
	switch word {
	case "did":
		return rapport.Progress, nil
	case "won":
		return rapport.Accomplishment, nil
	case "stuck":
		return rapport.Challenge, nil
	case "ask":
		return rapport.Question, nil
	case "fyi":
		return rapport.HeadsUp, nil
	case "promise":
		return rapport.Commitment, nil
	case "heard":
		return rapport.FeedbackReceived, nil
	}
	return rapport.ParseKind(word)
}

// kindWords says what an entry is, with who promised where that matters.
func kindWords(e rapport.Entry) string {
	if e.Kind != rapport.Commitment || len(e.CommittedBy) == 0 {
		return string(e.Kind)
	}
	var who []string
	for _, p := range e.CommittedBy {
		switch p {
		case rapport.Me:
			who = append(who, "mine")
		case rapport.TheBoss:
			who = append(who, "the boss's")
		default:
			who = append(who, "somebody else's")
		}
	}
	return string(e.Kind) + " (" + strings.Join(who, " and ") + ")"
}

// shortDay writes a day for people.
func shortDay(d rapport.Day) string {
	if d == "" {
		return ""
	}
	return d.Time().Format("Mon 2 Jan 2006")
}

// numberArg reads a number as people type it, with or without #.
func numberArg(text string) (rapport.Number, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64)
	if err != nil || n < 1 {
		return 0, rapport.Errorf(rapport.Invalid, "%q is not a number of an entry", text).
			WithHint("`rapport list` shows the numbers")
	}
	return rapport.Number(n), nil
}

// onNumber does something in the store to what has a number.
func onNumber[T any](ctx context.Context, sh *shell, number string, act func(context.Context, *Session, rapport.Number) (T, error)) (T, error) {
	var none T
	n, err := numberArg(number)
	if err != nil {
		return none, err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return none, err
	}
	return act(ctx, s, n)
}

// numberArgs reads several numbers; 3-7 is all from 3 to 7.
func numberArgs(texts []string) ([]rapport.Number, error) {
	var all []rapport.Number
	for _, text := range texts {
		first, last, isRange := strings.Cut(text, "-")
		if !isRange || first == "" {
			last = first
			if first == "" {
				last, first = text, text
			}
		}
		from, err := numberArg(first)
		if err != nil {
			return nil, err
		}
		until, err := numberArg(last)
		if err != nil {
			return nil, err
		}
		if until < from || until-from > 10_000 {
			return nil, rapport.Errorf(rapport.Invalid, "%q is not a range of numbers", text).WithHint("write the smaller number first: 3-7")
		}
		for n := from; n <= until; n++ {
			all = append(all, n)
		}
	}
	return all, nil
}

// arrow is the outcome as it stands behind a text.
func arrow(outcome string) string {
	if outcome == "" {
		return ""
	}
	return " -> " + outcome
}

// marksOf are the project, goals and bosses of an entry as they are typed.
func marksOf(e rapport.Entry, names journal.Names) []string {
	var marks []string
	if e.Project != 0 {
		marks = append(marks, "+"+string(names.Project(e.Project).Slug))
	}
	for _, l := range e.Links {
		switch l.By {
		case rapport.Refused:
		case rapport.Guessed:
			marks = append(marks, "for:"+string(names.Goal(l.Goal).Slug)+"?")
		default:
			marks = append(marks, "for:"+string(names.Goal(l.Goal).Slug))
		}
	}
	for _, id := range e.Concerns {
		marks = append(marks, "@"+string(names.Boss(id).Slug))
	}
	return marks
}

// quickLine joins the words of a command line to one line of the quick grammar.
// A shell takes the quotes off by:"end of month"; they are put back, so that
// the words stay together.
func quickLine(args []string, marks ...string) string {
	words := make([]string, len(args))
	for i, arg := range args {
		words[i] = arg
		name, value, ok := strings.Cut(arg, ":")
		name = strings.ToLower(name)
		known := name == "on" || name == "by" || name == "for" || slices.Contains(marks, name)
		if ok && known && strings.Contains(value, " ") && !strings.HasPrefix(value, " ") && !strings.ContainsAny(value, `"“”„`) {
			words[i] = name + `:"` + value + `"`
		}
	}
	return strings.Join(words, " ")
}
