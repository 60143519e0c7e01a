package store

import (
	"context"

	"rapport"
)

const selectProject = `SELECT ` + recordColumns + `, p.slug, p.title, coalesce(p.boss_id, 0), coalesce(p.goal_id, 0), p.due, p.status, p.level, p.depends
	FROM projects p JOIN records r ON r.id = p.id `

func scanProject(r row) (p rapport.Project, err error) {
	return p, r.Scan(append(recordFields(&p.ID, &p.Record), &p.Slug, &p.Title, &p.Boss, &p.Goal, &p.Due, &p.Status, &p.Level,
		jsonList[string]{&p.Depends})...)
}

// Projects lists the owner's projects in order of arrival.
func (tx *Tx) Projects(ctx context.Context, owner rapport.UserID) ([]rapport.Project, error) {
	return list(ctx, tx, scanProject, selectProject+`WHERE p.user_id = $1 AND r.removed_at = 0 ORDER BY p.id`, owner)
}

// AllProjects lists removed projects too, for the journal.
func (tx *Tx) AllProjects(ctx context.Context, owner rapport.UserID) ([]rapport.Project, error) {
	return list(ctx, tx, scanProject, selectProject+`WHERE p.user_id = $1 ORDER BY p.id`, owner)
}

// InsertProject adds a project and fills in id and number.
func (tx *Tx) InsertProject(ctx context.Context, p *rapport.Project) error {
	id, err := tx.insertRecord(ctx, ProjectNoun, &p.Record)
	if err != nil {
		return err
	}
	p.ID = rapport.ProjectID(id)
	depends, err := asJSON(p.Depends)
	if err != nil {
		return err
	}
	if err := tx.exec(ctx, `INSERT INTO projects (id, user_id, slug, title, boss_id, goal_id, due, status, level, depends)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		p.ID, p.Owner, p.Slug, p.Title, nullable(p.Boss), nullable(p.Goal), p.Due, p.Status, p.Level, depends); err != nil {
		return err
	}
	return tx.index(ctx, p.Owner, id, p.Title, string(p.Slug))
}

// UpdateProject writes all that is known of a project.
func (tx *Tx) UpdateProject(ctx context.Context, p rapport.Project) error {
	depends, err := asJSON(p.Depends)
	if err != nil {
		return err
	}
	if err := tx.update(ctx, ProjectNoun, p.Slug, `UPDATE projects SET slug = $1, title = $2, boss_id = $3, goal_id = $4, due = $5, status = $6, level = $7,
			depends = $8 WHERE id = $9 AND user_id = $10`,
		p.Slug, p.Title, nullable(p.Boss), nullable(p.Goal), p.Due, p.Status, p.Level, depends, p.ID, p.Owner); err != nil {
		return err
	}
	return tx.reindex(ctx, p.Owner, int64(p.ID), p.Title, string(p.Slug))
}
