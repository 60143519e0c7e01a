package growth

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/align"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// AskFeedback writes down a request for feedback (P32). One that names neither
// a piece of work nor a side of it returns "fine" (P33), so it is refused with
// a better one, unless the user has seen that and wants it as it is. The marks
// are about:, item:, aspect: and moment:.
func (s *Service) AskFeedback(ctx context.Context, text string, asItIs bool) (rapport.FeedbackAsk, error) {
	return one(ctx, s, store.FeedbackAsks, text, "asked for feedback", []string{"about", "item", "aspect", "moment"},
		func(tx *store.Tx, names rapport.Names, line capture.Line, f *rapport.FeedbackAsk) error {
			boss, err := desk.Boss(names, line)
			if err != nil {
				return err
			}
			f.Boss, f.Text, f.About = boss.ID, line.Text, line.Said["about"]
			f.Item, f.Aspect, f.Moment = line.Said["item"], line.Said["aspect"], line.Said["moment"]
			if asItIs || f.Item != "" || f.Aspect != "" || f.About != "" {
				return nil
			}
			item := "the work they last saw"
			entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Kinds: []rapport.Kind{rapport.Accomplishment}, Hears: boss.ID, Limit: 1})
			if err != nil {
				return err
			}
			if len(entries) > 0 {
				item = shortened(entries[0].Text)
			}
			return rapport.Errorf(rapport.Invalid, "about which piece of work, and which side of it? An open question returns “fine”").
				WithHint(`ask for advice on one thing: rapport feedback ask @%s "what is one thing you would change?" item:%q aspect:"how clear it was"; or add --as-it-is`,
					boss.Slug, item)
		})
}

// shortened cuts a text to its first words.
func shortened(text string) string {
	words := strings.Fields(text)
	const most = 8
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return text
}

// sameFor is for how many days feedback counts as said again (R24).
const sameFor = 90

// Received writes down feedback (P32). The sender is the boss named with @,
// whoever stands behind from:, or the only boss. Feedback that answers a
// request closes it; feedback that says what was said before is linked to it.
func (s *Service) Received(ctx context.Context, text string, kind rapport.FeedbackKind, ask rapport.Number) (f rapport.Feedback, again *rapport.Feedback, err error) {
	line, err := s.Line(text, "about", "from")
	if err != nil {
		return f, nil, err
	}
	switch kind {
	case "", rapport.Praise, rapport.Change:
	default:
		return f, nil, rapport.Errorf(rapport.Invalid, "%q is no kind of feedback", kind).WithHint("praise or change")
	}
	return f, again, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		again = nil
		f = rapport.Feedback{Text: line.Text, About: line.Said["about"], Kind: kind}
		if f.Sender, err = sender(names, line); err != nil {
			return err
		}
		if f.Record, err = s.Record(line.On); err != nil {
			return err
		}
		var steps []store.Step
		if ask != 0 {
			asked, step, err := desk.Change(ctx, tx, s.User.ID, store.FeedbackAsks, ask, func(a *rapport.FeedbackAsk) error {
				a.Answer, a.AnsweredOn = line.Text, f.Day()
				return nil
			})
			if err != nil {
				return err
			}
			f.Ask, steps = asked.ID, append(steps, step)
			if f.About == "" {
				f.About = asked.About
			}
		}
		before, err := store.Feedbacks.List(ctx, tx, s.User.ID, store.FactFilter{Boss: f.Sender.Boss, Period: rapport.Period{From: f.Day().Add(-sameFor)}})
		if err != nil {
			return err
		}
		if again = same(f, before); again != nil {
			f.Same = again.ID
		}
		step, err := desk.Add(ctx, tx, store.Feedbacks, &f)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "wrote down feedback", append(steps, step)...)
	})
}

func sender(names rapport.Names, line capture.Line) (rapport.Person, error) {
	if who := line.Said["from"]; who != "" {
		return names.FindPerson(who)
	}
	boss, err := desk.Boss(names, line)
	return rapport.Person{Boss: boss.ID}, err
}

// same returns earlier feedback of the same sender that is about the same: by
// its topic, or by its words, as alignment compares work with a goal.
func same(f rapport.Feedback, before []rapport.Feedback) *rapport.Feedback {
	if f.Kind == rapport.Praise {
		return nil
	}
	for i, b := range before {
		if b.Sender != f.Sender || b.Kind == rapport.Praise {
			continue
		}
		if f.About != "" && rapport.ParseSlug(f.About) == rapport.ParseSlug(b.About) {
			return &before[i]
		}
		topic := []align.Goal{{ID: 1, Slug: rapport.ParseSlug(b.About), Title: b.Text}}
		if len(align.Sure(align.Links(align.Work{Text: f.Text}, topic, nil))) > 0 {
			return &before[i]
		}
	}
	return nil
}

// UseFeedback writes down the one step that the user takes on feedback.
func (s *Service) UseFeedback(ctx context.Context, n rapport.Number, action, on string) (rapport.Feedback, error) {
	day, err := s.done(on)
	if err != nil {
		return rapport.Feedback{}, err
	}
	return change(ctx, s, store.Feedbacks, n, "used feedback", func(_ rapport.Names, f *rapport.Feedback) error {
		if action = rapport.OneLine(action); action == "" {
			return rapport.Errorf(rapport.Invalid, "what is the step?").WithHint(`rapport feedback used %d "begin with the decision"`, n)
		}
		f.Action, f.ActionOn = action, day
		return nil
	})
}

// ToldBack writes down that the sender heard what changed (B5).
func (s *Service) ToldBack(ctx context.Context, n rapport.Number, on string) (rapport.Feedback, error) {
	day, err := s.done(on)
	if err != nil {
		return rapport.Feedback{}, err
	}
	return change(ctx, s, store.Feedbacks, n, "told back", func(_ rapport.Names, f *rapport.Feedback) error {
		f.ToldBackOn = day
		return nil
	})
}

// Disagree writes down why the user does not follow feedback.
func (s *Service) Disagree(ctx context.Context, n rapport.Number, why string) (rapport.Feedback, error) {
	return change(ctx, s, store.Feedbacks, n, "disagreed with feedback", func(_ rapport.Names, f *rapport.Feedback) error {
		if f.Disagree = rapport.OneLine(why); f.Disagree == "" {
			return rapport.Errorf(rapport.Invalid, "why not?").WithHint(`rapport feedback disagree %d "the form is fixed by law"`, n)
		}
		return nil
	})
}

// FeedbackView is the state of feedback with one boss or all.
type FeedbackView struct {
	Asked    []rapport.FeedbackAsk
	Received []rapport.Feedback
	Names    rapport.Names
	Day      rapport.Day
}

// Feedback lists requests that wait and feedback received, the newest first.
func (s *Service) Feedback(ctx context.Context, boss rapport.Slug, p rapport.Period) (v FeedbackView, err error) {
	v.Day = s.Today()
	if v.Asked, v.Names, err = listed(ctx, s, store.FeedbackAsks, boss, store.FactFilter{Open: true}); err != nil {
		return v, err
	}
	v.Received, _, err = listed(ctx, s, store.Feedbacks, boss, store.FactFilter{Period: p})
	return v, err
}
