package people

import (
	"context"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// BossChange says what is known of a boss; a nil field stays as it is.
type BossChange struct {
	Name, Role, Zone, Hours, Email *string
	Relation                       *rapport.Relation
	Evaluates                      *rapport.Truth
	Slug                           *rapport.Slug
	// Since is the day from which the relation counts.
	Since *rapport.Day
}

// Bosses lists the user's bosses, those who left included.
func (s *Service) Bosses(ctx context.Context) (bosses []rapport.Boss, err error) {
	return bosses, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		bosses, err = tx.Bosses(ctx, s.User.ID)
		return err
	})
}

// AddBoss adds a person the user answers to. The word typed for them is the
// first word of the name unless c says otherwise.
func (s *Service) AddBoss(ctx context.Context, name string, c BossChange) (boss rapport.Boss, err error) {
	c.Name = &name
	return boss, s.DB.Write(ctx, func(tx *store.Tx) error {
		bosses, err := tx.AllBosses(ctx, s.User.ID)
		if err != nil {
			return err
		}
		boss = rapport.Boss{Record: s.record(), Relation: rapport.Solid}
		if err := apply(&boss, c); err != nil {
			return err
		}
		if boss.Slug == "" {
			boss.Slug = rapport.FirstWord(boss.Name)
		}
		if boss.Slug == "" {
			return rapport.Errorf(rapport.Invalid, "%q has no letters to make a short name of", name).WithHint("give one with --slug")
		}
		taken := func(slug rapport.Slug) bool {
			for _, b := range bosses {
				if b.Slug == slug {
					return true
				}
			}
			return false
		}
		switch {
		case c.Slug != nil && taken(boss.Slug):
			return rapport.Errorf(rapport.Conflict, "there is a boss @%s already", boss.Slug).WithHint("choose another --slug")
		case sameBoss(bosses, boss):
			return rapport.Errorf(rapport.Conflict, "%s is on record already as @%s", boss.Name, boss.Slug).
				WithHint("`rapport boss edit @%s` changes it; another person of that name needs a --slug", boss.Slug)
		}
		boss.Slug = desk.FreeSlug(boss.Slug, taken)
		if err := ownAddress(bosses, boss); err != nil {
			return err
		}
		if err := tx.InsertBoss(ctx, &boss); err != nil {
			return err
		}
		return s.change(ctx, tx, "added boss "+boss.Name, store.Step{Verb: "add", Noun: store.BossNoun, ID: rapport.RecordID(boss.ID)})
	})
}

// ownAddress refuses the address of another boss: a calendar could not tell
// them apart.
func ownAddress(bosses []rapport.Boss, boss rapport.Boss) error {
	for _, b := range bosses {
		if b.ID != boss.ID && b.Removed == 0 && b.Left.IsZero() && boss.Email != "" && strings.EqualFold(b.Email, boss.Email) {
			return rapport.Errorf(rapport.Conflict, "%s is the address of @%s already", boss.Email, b.Slug).
				WithHint("give each boss an address of their own, or leave it out; to take it from @%s: rapport boss edit @%s --email \"\"", b.Slug, b.Slug)
		}
	}
	return nil
}

func sameBoss(bosses []rapport.Boss, boss rapport.Boss) bool {
	for _, b := range bosses {
		if b.Removed == 0 && b.Left.IsZero() && strings.EqualFold(b.Name, boss.Name) && b.Slug == boss.Slug {
			return true
		}
	}
	return false
}

// EditBoss changes what is known of a boss.
func (s *Service) EditBoss(ctx context.Context, slug rapport.Slug, c BossChange) (boss rapport.Boss, err error) {
	return boss, s.editBoss(ctx, slug, &boss, "changed", func() error {
		if word := c.firstWord(); c.Slug == nil && boss.Slug == rapport.UnnamedBoss && word != "" {
			c.Slug = &word // who gets a name is called by it
		}
		return apply(&boss, c)
	})
}

// firstWord is the word typed for a boss of the new name.
func (c BossChange) firstWord() rapport.Slug {
	if c.Name == nil {
		return ""
	}
	return rapport.FirstWord(*c.Name)
}

// BossLeft closes the relation with a boss; its history stays.
func (s *Service) BossLeft(ctx context.Context, slug rapport.Slug, at time.Time) (boss rapport.Boss, err error) {
	return boss, s.editBoss(ctx, slug, &boss, "closed", func() error {
		if !boss.Left.IsZero() {
			return rapport.Errorf(rapport.Conflict, "@%s left already on %s", slug, rapport.DayOf(boss.Left.Time()))
		}
		boss.Left = rapport.StampOf(at)
		return nil
	})
}

func (s *Service) editBoss(ctx context.Context, slug rapport.Slug, boss *rapport.Boss, what string, edit func() error) error {
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		bosses, err := tx.Bosses(ctx, s.User.ID)
		if err != nil {
			return err
		}
		if *boss, err = rapport.FindBoss(bosses, slug); err != nil {
			return err
		}
		step, err := store.Edited(store.BossNoun, rapport.RecordID(boss.ID), *boss)
		if err != nil {
			return err
		}
		if err := edit(); err != nil {
			return err
		}
		for _, b := range bosses {
			if b.ID != boss.ID && b.Slug == boss.Slug {
				return rapport.Errorf(rapport.Conflict, "there is a boss @%s already", boss.Slug).WithHint("choose another --slug")
			}
		}
		if err := ownAddress(bosses, *boss); err != nil {
			return err
		}
		if err := tx.UpdateBoss(ctx, *boss); err != nil {
			return err
		}
		return s.change(ctx, tx, what+" boss "+boss.Name, step)
	})
}

func apply(b *rapport.Boss, c BossChange) error {
	if c.Name != nil {
		if b.Name = clean(*c.Name); b.Name == "" {
			return rapport.Errorf(rapport.Invalid, "a boss needs a name")
		}
	}
	if c.Slug != nil {
		if b.Slug = rapport.ParseSlug(string(*c.Slug)); b.Slug == "" {
			return rapport.Errorf(rapport.Invalid, "%q is not a short name", *c.Slug).WithHint("use letters, digits and hyphens")
		}
	}
	if c.Role != nil {
		b.Role = clean(*c.Role)
	}
	if c.Email != nil {
		b.Email = clean(*c.Email)
	}
	if c.Zone != nil {
		if _, err := time.LoadLocation(*c.Zone); err != nil {
			return rapport.Errorf(rapport.Invalid, "%q is not a time zone", *c.Zone).WithHint("write it as Europe/London")
		}
		b.Zone = *c.Zone
	}
	if c.Hours != nil {
		if err := checkHours(*c.Hours); err != nil {
			return err
		}
		b.Hours = *c.Hours
	}
	if c.Relation != nil {
		switch *c.Relation {
		case rapport.Solid, rapport.Dotted, rapport.ProjectLine:
			b.Relation = *c.Relation
		default:
			return rapport.Errorf(rapport.Invalid, "%q is not a relation", *c.Relation).WithHint("use solid, dotted or project")
		}
	}
	if c.Evaluates != nil {
		b.Evaluates = *c.Evaluates
	}
	if c.Since != nil {
		b.Since = *c.Since
	}
	return nil
}

func checkHours(text string) error {
	from, until, ok := strings.Cut(text, "-")
	start, err1 := time.Parse("15:04", from)
	end, err2 := time.Parse("15:04", until)
	if !ok || err1 != nil || err2 != nil || !end.After(start) {
		return rapport.Errorf(rapport.Invalid, "%q are not working hours", text).WithHint("write them as 08:30-17:30")
	}
	return nil
}
