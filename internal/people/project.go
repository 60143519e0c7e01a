package people

import (
	"context"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// ProjectChange says what is known of a project; a nil field stays as it is.
type ProjectChange struct {
	Title, Status, Level *string
	Slug                 *rapport.Slug
	// Boss and Goal name whom and what it matters to; the empty slug is nobody
	// or nothing.
	Boss, Goal *rapport.Slug
	Due        *rapport.Day
	// Depends says what of it depends on the boss (P2).
	Depends *[]string
}

// Projects lists the user's projects.
func (s *Service) Projects(ctx context.Context) (projects []rapport.Project, err error) {
	return projects, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		projects, err = tx.Projects(ctx, s.User.ID)
		return err
	})
}

// AddProject adds a piece of work.
func (s *Service) AddProject(ctx context.Context, title string, c ProjectChange) (project rapport.Project, err error) {
	c.Title = &title
	return project, s.DB.Write(ctx, func(tx *store.Tx) error {
		projects, err := tx.AllProjects(ctx, s.User.ID)
		if err != nil {
			return err
		}
		project = rapport.Project{Record: s.record(), Status: "active"}
		if err := s.applyProject(ctx, tx, &project, c); err != nil {
			return err
		}
		if project.Slug == "" {
			project.Slug = desk.ShortSlug(project.Title, "project")
		}
		for _, p := range projects {
			if p.Slug == project.Slug {
				return rapport.Errorf(rapport.Conflict, "there is a project +%s already", project.Slug).
					WithHint("`rapport project edit +%s` changes it, or choose another --slug", project.Slug)
			}
		}
		if err := tx.InsertProject(ctx, &project); err != nil {
			return err
		}
		return s.change(ctx, tx, "added project "+project.Title, store.Step{Verb: "add", Noun: store.ProjectNoun, ID: rapport.RecordID(project.ID)})
	})
}

// EditProject changes what is known of a project.
func (s *Service) EditProject(ctx context.Context, slug rapport.Slug, c ProjectChange) (project rapport.Project, err error) {
	return project, s.DB.Write(ctx, func(tx *store.Tx) error {
		projects, err := tx.Projects(ctx, s.User.ID)
		if err != nil {
			return err
		}
		if project, err = rapport.FindProject(projects, slug); err != nil {
			return err
		}
		step, err := store.Edited(store.ProjectNoun, rapport.RecordID(project.ID), project)
		if err != nil {
			return err
		}
		if err := s.applyProject(ctx, tx, &project, c); err != nil {
			return err
		}
		for _, p := range projects {
			if p.ID != project.ID && p.Slug == project.Slug {
				return rapport.Errorf(rapport.Conflict, "there is a project +%s already", project.Slug).WithHint("choose another --slug")
			}
		}
		if err := tx.UpdateProject(ctx, project); err != nil {
			return err
		}
		return s.change(ctx, tx, "changed project "+project.Title, step)
	})
}

func (s *Service) applyProject(ctx context.Context, tx *store.Tx, p *rapport.Project, c ProjectChange) error {
	if c.Title != nil {
		if p.Title = clean(*c.Title); p.Title == "" {
			return rapport.Errorf(rapport.Invalid, "a project needs a title")
		}
	}
	if c.Slug != nil {
		if p.Slug = rapport.ParseSlug(string(*c.Slug)); p.Slug == "" {
			return rapport.Errorf(rapport.Invalid, "%q is not a short name", *c.Slug).WithHint("use letters, digits and hyphens")
		}
	}
	if c.Status != nil {
		p.Status = clean(*c.Status)
	}
	if c.Level != nil {
		p.Level = clean(*c.Level)
	}
	if c.Depends != nil {
		p.Depends = nil
		for _, what := range *c.Depends {
			if what = clean(what); what != "" {
				p.Depends = append(p.Depends, what)
			}
		}
	}
	if c.Due != nil {
		p.Due = *c.Due
	}
	if c.Boss != nil {
		p.Boss = 0
		if *c.Boss != "" {
			bosses, err := tx.Bosses(ctx, s.User.ID)
			if err != nil {
				return err
			}
			b, err := rapport.FindBoss(bosses, *c.Boss)
			if err != nil {
				return err
			}
			p.Boss = b.ID
		}
	}
	if c.Goal != nil {
		p.Goal = 0
		if *c.Goal != "" {
			goals, err := tx.Goals(ctx, s.User.ID)
			if err != nil {
				return err
			}
			g, err := rapport.FindGoal(goals, *c.Goal)
			if err != nil {
				return err
			}
			p.Goal = g.ID
		}
	}
	return nil
}
