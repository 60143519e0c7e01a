package growth

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// WantCareer writes down where the user wants to go (P36). It is private until
// it was said to a boss.
func (s *Service) WantCareer(ctx context.Context, text string) (rapport.CareerGoal, error) {
	return one(ctx, s, store.CareerGoals, text, "wrote down a career goal", nil,
		func(_ *store.Tx, _ rapport.Names, line capture.Line, g *rapport.CareerGoal) error {
			g.Text, g.Due, g.State, g.SharedSaid = rapport.Private(line.Text), line.Due, rapport.CareerPrivate, true
			return nil
		})
}

// CareerSaid writes down that a boss heard of a career goal.
func (s *Service) CareerSaid(ctx context.Context, n rapport.Number, boss rapport.Slug, on string) (rapport.CareerGoal, error) {
	day, err := s.done(on)
	if err != nil {
		return rapport.CareerGoal{}, err
	}
	return change(ctx, s, store.CareerGoals, n, "said a career goal", func(names rapport.Names, g *rapport.CareerGoal) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		if !slices.Contains(g.SharedWith, b.ID) {
			g.SharedWith = append(g.SharedWith, b.ID)
		}
		g.SharedSaid, g.SharedOn = true, day
		if g.State == "" || g.State == rapport.CareerPrivate {
			g.State = rapport.CareerSaid
		}
		return nil
	})
}

// CareerAnswer writes down how a boss stands to a career goal.
func (s *Service) CareerAnswer(ctx context.Context, n rapport.Number, state rapport.CareerState) (rapport.CareerGoal, error) {
	return change(ctx, s, store.CareerGoals, n, "career goal "+string(state), func(_ rapport.Names, g *rapport.CareerGoal) error {
		switch state {
		case rapport.CareerSupported, rapport.CareerPlanned, rapport.CareerRefused:
			if len(g.SharedWith) == 0 {
				return rapport.Errorf(rapport.Invalid, "nobody has heard of it yet").WithHint("rapport career said %d @boss", n)
			}
		case rapport.CareerPrivate, rapport.CareerSaid:
		default:
			return rapport.Errorf(rapport.Invalid, "%q is no state of a career goal", state).
				WithHint("private, said, supported, planned or refused")
		}
		g.State = state
		return nil
	})
}

// CareerGoals lists the career goals, for the owner's own eyes.
func (s *Service) CareerGoals(ctx context.Context) ([]rapport.CareerGoal, rapport.Names, error) {
	return listed(ctx, s, store.CareerGoals, "", store.FactFilter{})
}

// WantSkill writes down a skill to learn (P37). The marks are level:, target:,
// evidence: and words:, which are the boss's.
func (s *Service) WantSkill(ctx context.Context, text string) (rapport.Skill, error) {
	return one(ctx, s, store.Skills, text, "wrote down a skill", []string{"level", "target", "evidence", "words"},
		func(_ *store.Tx, names rapport.Names, line capture.Line, k *rapport.Skill) error {
			k.Text, k.Due = line.Text, line.Due
			k.Level, k.Target, k.Evidence, k.BossWords = line.Said["level"], line.Said["target"], line.Said["evidence"], line.Said["words"]
			if len(line.Bosses) == 0 {
				return nil
			}
			boss, err := desk.Boss(names, line)
			k.Boss = boss.ID
			return err
		})
}

// Skills lists the skills, those that are still to be reached first.
func (s *Service) Skills(ctx context.Context) ([]rapport.Skill, rapport.Names, error) {
	skills, names, err := listed(ctx, s, store.Skills, "", store.FactFilter{SoonestDue: true})
	slices.SortStableFunc(skills, func(a, b rapport.Skill) int {
		if (a.ReachedOn == "") == (b.ReachedOn == "") {
			return 0
		}
		if a.ReachedOn == "" {
			return -1
		}
		return 1
	})
	return skills, names, err
}

// AddStakeholder writes down somebody whose view counts (P39). The marks are
// from: for who suggested them and needs: for what they need to see.
func (s *Service) AddStakeholder(ctx context.Context, text string) (rapport.Stakeholder, error) {
	return one(ctx, s, store.Stakeholders, text, "added a stakeholder", []string{"from", "needs"},
		func(_ *store.Tx, names rapport.Names, line capture.Line, k *rapport.Stakeholder) (err error) {
			k.Name, k.Needs = line.Text, line.Said["needs"]
			switch who := line.Said["from"]; {
			case who != "":
				k.SuggestedBy, err = names.FindPerson(who)
			case len(line.Bosses) > 0:
				var boss rapport.Boss
				boss, err = desk.Boss(names, line)
				k.SuggestedBy = rapport.Person{Boss: boss.ID}
			}
			return err
		})
}

// Introduced writes down how far the introduction to a stakeholder has come.
func (s *Service) Introduced(ctx context.Context, n rapport.Number, step rapport.Introduction) (rapport.Stakeholder, error) {
	return change(ctx, s, store.Stakeholders, n, "introduction "+string(step), func(_ rapport.Names, k *rapport.Stakeholder) error {
		switch step {
		case rapport.IntroductionAsked, rapport.IntroductionMade, rapport.IntroductionUsed:
			k.Introduction = step
			return nil
		}
		return rapport.Errorf(rapport.Invalid, "%q is no step of an introduction", step).WithHint("asked, made or used")
	})
}

// Stakeholders lists the people whose view counts.
func (s *Service) Stakeholders(ctx context.Context) ([]rapport.Stakeholder, rapport.Names, error) {
	return listed(ctx, s, store.Stakeholders, "", store.FactFilter{Oldest: true})
}

// Caution is what the order guard says of a planned contact (P41, P50).
type Caution struct {
	Boss rapport.Boss
	// Why is the reason, Sentence what the boss could be told first.
	Why, Sentence string
}

// PlanContact writes down a contact besides the boss. Where it is about the
// user's own career and goes past the boss, the boss hears first: it says so
// and offers the sentence. What is protected, because it is about misconduct,
// safety, discrimination or health, needs no leave of anybody.
func (s *Service) PlanContact(ctx context.Context, text string, with rapport.ContactWith, onCareer bool, protected rapport.PrivateText) (k rapport.Contact, caution *Caution, err error) {
	switch with {
	case rapport.SkipLevel, rapport.HumanResources, rapport.OtherDepartment, rapport.AMentor, rapport.ASponsor, rapport.AStakeholder:
	default:
		return k, nil, rapport.Errorf(rapport.Invalid, "%q is nobody whom a contact is with", with).
			WithHint("skip-level, hr, other-department, mentor, sponsor or stakeholder")
	}
	k, err = one(ctx, s, store.Contacts, text, "planned a contact", []string{"about"},
		func(_ *store.Tx, names rapport.Names, line capture.Line, k *rapport.Contact) error {
			caution = nil
			k.Name, k.Text, k.With, k.On = line.Text, line.Said["about"], with, line.Due
			k.OnCareer, k.Protected = rapport.TruthOf(onCareer), protected
			if len(line.Bosses) > 0 {
				boss, err := desk.Boss(names, line)
				if err != nil {
					return err
				}
				k.Told, k.ToldOn = boss.ID, k.Day()
			}
			caution = guard(names, *k)
			return nil
		})
	return k, caution, err
}

// guard looks at the order of things.
func guard(names rapport.Names, k rapport.Contact) *Caution {
	goesPast := k.With == rapport.SkipLevel || k.With == rapport.HumanResources || k.With == rapport.OtherDepartment
	if !goesPast || !k.OnCareer.IsYes() || k.Told != 0 || k.Invited.IsYes() || !k.Protected.IsEmpty() {
		return nil
	}
	for _, b := range names.Bosses {
		if b.Left.IsZero() && (b.Evaluates.IsYes() || b.Relation != rapport.ProjectLine) {
			return &Caution{
				Boss:     b,
				Why:      "the organisation asks your boss before it asks you; to hear of it from others costs more than to hear it from you",
				Sentence: "I would like to talk to " + k.Name + " about where I could go from here, and wanted you to hear it from me first. Is there anything I should know before I do?",
			}
		}
	}
	return nil
}

// ContactTold writes down that a boss knows of a contact, or suggested it.
func (s *Service) ContactTold(ctx context.Context, n rapport.Number, boss rapport.Slug, invited bool) (rapport.Contact, error) {
	return change(ctx, s, store.Contacts, n, "told of a contact", func(names rapport.Names, k *rapport.Contact) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		k.Told, k.ToldOn = b.ID, s.Today()
		if invited {
			k.Invited = rapport.Yes
		}
		return nil
	})
}

// Contacts lists contacts, those planned first.
func (s *Service) Contacts(ctx context.Context) ([]rapport.Contact, rapport.Names, error) {
	return listed(ctx, s, store.Contacts, "", store.FactFilter{SoonestDue: true})
}
