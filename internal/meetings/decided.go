package meetings

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// inWriting is the word that says that a decision stands in writing.
const inWriting = "in-writing"

// decisionOf reads a decision; boss is the one of a talk, zero for a line that
// names them.
func (s *Service) decisionOf(names rapport.Names, text string, boss rapport.Boss) (d rapport.Decision, err error) {
	line, err := s.sentence(text)
	if err != nil {
		return d, err
	}
	if err := hasNoPlace(line, "a decision", placeless{goal: true, project: true, due: true}); err != nil {
		return d, err
	}
	if d.Boss, err = bossIn(names, line, boss); err != nil {
		return d, err
	}
	d.Text = whole(line)
	words := strings.Fields(d.Text)
	for i, word := range words {
		if at := strings.Trim(strings.ToLower(word), "[]"); at == inWriting && (i == 0 || i == len(words)-1) && len(words) > 1 {
			d.RecordedInWriting = rapport.Yes
			d.Text = strings.TrimRight(strings.Join(append(words[:i:i], words[i+1:]...), " "), ",;")
			break
		}
	}
	return d, nil
}

// bossIn is the boss of a talk, or whom a line names.
func bossIn(names rapport.Names, line capture.Line, boss rapport.Boss) (rapport.BossID, error) {
	if boss.ID == 0 {
		b, err := desk.Boss(names, line)
		return b.ID, err
	}
	for _, slug := range line.Bosses {
		if slug != boss.Slug {
			return 0, rapport.Errorf(rapport.Invalid, "the talk was with @%s, and the line names @%s", boss.Slug, slug).
				WithHint(`write \@%s to keep the word`, slug)
		}
	}
	return boss.ID, nil
}

// Decided records what a boss decided, as typed: "@dana scanners are bought in
// January in-writing". on: says another day than today.
func (s *Service) Decided(ctx context.Context, text string) (d rapport.Decision, b rapport.Boss, err error) {
	return d, b, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		if d, err = s.decisionOf(names, text, rapport.Boss{}); err != nil {
			return err
		}
		if d.Record, err = s.recordOf(text); err != nil {
			return err
		}
		b = names.Boss(d.Boss)
		step, err := desk.Add(ctx, tx, store.Decisions, &d)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "recorded a decision of "+b.Name, step)
	})
}

// recordOf dates a fact on the day that on: says.
func (s *Service) recordOf(text string) (rapport.Record, error) {
	line, err := s.sentence(text)
	if err != nil {
		return rapport.Record{}, err
	}
	return s.Record(line.On)
}

// instructionOf reads an instruction, which may name the project it is about.
func (s *Service) instructionOf(names rapport.Names, text string, boss rapport.Boss) (i rapport.Instruction, err error) {
	line, err := s.sentence(text)
	if err != nil {
		return i, err
	}
	if err := hasNoPlace(line, "an instruction", placeless{goal: true, due: true}); err != nil {
		return i, err
	}
	if i.Boss, err = bossIn(names, line, boss); err != nil {
		return i, err
	}
	i.Text = whole(line)
	i.Project, err = desk.Project(names, line)
	return i, err
}

// Instructed records what a boss told the user to do or to stop, as typed:
// "@dana stop the pilot +pilot".
func (s *Service) Instructed(ctx context.Context, text string) (i rapport.Instruction, names rapport.Names, err error) {
	return i, names, s.Write(ctx, func(tx *store.Tx, all rapport.Names) error {
		names = all
		if i, err = s.instructionOf(names, text, rapport.Boss{}); err != nil {
			return err
		}
		if i.Record, err = s.recordOf(text); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Instructions, &i)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "recorded an instruction of "+names.Boss(i.Boss).Name, step)
	})
}

// InstructionDone says that an instruction was followed, or no longer holds.
func (s *Service) InstructionDone(ctx context.Context, n rapport.Number, on string) (i rapport.Instruction, names rapport.Names, err error) {
	return i, names, s.Write(ctx, func(tx *store.Tx, all rapport.Names) error {
		names = all
		day, err := s.Day(on, false)
		if err != nil {
			return err
		}
		if day == "" {
			day = s.Today()
		}
		var step store.Step
		i, step, err = desk.Change(ctx, tx, s.User.ID, store.Instructions, n, func(i *rapport.Instruction) error {
			switch {
			case i.DoneOn != "":
				return rapport.Errorf(rapport.Conflict, "%d was done on %s already", n, shortDay(i.DoneOn)).WithHint("`rapport undo` takes the last change back")
			case day > s.Today() || day < s.dayOf(i.At):
				return rapport.Errorf(rapport.Invalid, "%s is not between the day it was said and today", shortDay(day)).WithHint("leave the day out for today")
			}
			i.DoneOn = day
			return nil
		})
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "finished an instruction", step)
	})
}

// Decisions lists what a boss decided, the newest first; all bosses' for the
// empty slug.
func (s *Service) Decisions(ctx context.Context, boss rapport.Slug, p rapport.Period, limit int) (all []rapport.Decision, names rapport.Names, err error) {
	return all, names, s.Read(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		filter, err := s.filter(names, boss, p, limit)
		if err != nil {
			return err
		}
		all, err = store.Decisions.List(ctx, tx, s.User.ID, filter)
		return err
	})
}

// Instructions lists what a boss told the user to do or to stop, open ones
// alone or all.
func (s *Service) Instructions(ctx context.Context, boss rapport.Slug, p rapport.Period, open bool, limit int) (all []rapport.Instruction, names rapport.Names, err error) {
	return all, names, s.Read(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		filter, err := s.filter(names, boss, p, limit)
		if err != nil {
			return err
		}
		filter.Open = open
		all, err = store.Instructions.List(ctx, tx, s.User.ID, filter)
		return err
	})
}

func (s *Service) filter(names rapport.Names, boss rapport.Slug, p rapport.Period, limit int) (f store.FactFilter, err error) {
	f = store.FactFilter{Period: p, Limit: limit}
	if boss == "" {
		return f, nil
	}
	b, err := rapport.FindBoss(names.Bosses, boss)
	f.Boss = b.ID
	return f, err
}
