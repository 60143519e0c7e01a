package cli

import (
	"context"

	"rapport"
	"rapport/internal/journal"
)

type factLineJSON struct {
	Number rapport.Number `json:"number"`
	Day    rapport.Day    `json:"day"`
	Boss   rapport.Slug   `json:"boss,omitempty"`
	State  rapport.State  `json:"state,omitempty"`
	Due    rapport.Day    `json:"due,omitempty"`
	Text   string         `json:"text,omitempty"`
}

// listFacts lists the facts of one noun; those that are private only where the
// owner asks for what is private.
func listFacts(ctx context.Context, sh *shell, s *Session, period rapport.Period, o listOptions) error {
	noun, isPrivate, err := journal.FactNoun(o.noun)
	if err != nil {
		return err
	}
	if isPrivate && !o.isPrivate {
		return rapport.Errorf(rapport.Invalid, "a %s is private", noun).WithHint("rapport list --type %s --private", noun)
	}
	filter := journal.FactFilter{Noun: noun, Period: period, Boss: bossArg(o.boss), Open: o.open, Limit: o.limit}
	shapes := []factLineJSON{}
	if isPrivate {
		lines, names, err := s.Journal.PrivateFacts(ctx, filter)
		if err != nil {
			return err
		}
		for _, l := range lines {
			shapes = append(shapes, factLineJSON{Number: l.Number, Day: l.Day, Boss: names.Boss(l.Boss).Slug, Text: ownWords(l.Text)})
		}
	} else {
		lines, names, err := s.Journal.Facts(ctx, filter)
		if err != nil {
			return err
		}
		for _, l := range lines {
			shapes = append(shapes, factLineJSON{l.Number, l.Day, names.Boss(l.Boss).Slug, l.State, l.Due, l.Text})
		}
	}
	if sh.asJSON {
		return sh.object("facts", shapes, "type", noun)
	}
	rows := make([][]string, len(shapes))
	for i, f := range shapes {
		boss, due := "", ""
		if f.Boss != "" {
			boss = "@" + string(f.Boss)
		}
		if f.Due != "" {
			due = "due " + shortDay(f.Due)
		}
		rows[i] = []string{itoa(int(f.Number)), shortDay(f.Day), boss, string(f.State), f.Text, due}
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf("no %s here", noun)
	}
	return nil
}
