package store

import (
	"context"

	"rapport"
)

const selectReport = `SELECT ` + recordColumns + `, p.boss_id, p.from_day, p.until_day, p.version, p.state, p.format,
	p.text, p.medium, p.item_count, p.pages, p.opened FROM reports p JOIN records r ON r.id = p.id `

func scanReport(r row) (p rapport.Report, err error) {
	return p, r.Scan(append(recordFields(&p.ID, &p.Record), &p.Boss, &p.From, &p.Until, &p.Version, &p.State, &p.Format,
		&p.Text, &p.Medium, &p.ItemCount, &p.Pages, &p.Opened)...)
}

// LastReport returns the newest sent report to a boss.
func (tx *Tx) LastReport(ctx context.Context, owner rapport.UserID, boss rapport.BossID) (rapport.Report, bool, error) {
	return one(ctx, tx, scanReport, selectReport+`WHERE p.user_id = $1 AND p.boss_id = $2 AND p.state = $3 AND r.removed_at = 0
		ORDER BY p.at DESC, p.id DESC LIMIT 1`, owner, boss, rapport.Sent)
}

// Reports lists the versions kept for a boss, newest first.
func (tx *Tx) Reports(ctx context.Context, owner rapport.UserID, boss rapport.BossID, limit int) ([]rapport.Report, error) {
	return list(ctx, tx, scanReport, selectReport+`WHERE p.user_id = $1 AND p.boss_id = $2 AND r.removed_at = 0
		ORDER BY p.at DESC, p.id DESC LIMIT $3`, owner, boss, limit)
}

// NextVersion returns the version number after the last one kept for a boss
// and period.
func (tx *Tx) NextVersion(ctx context.Context, owner rapport.UserID, boss rapport.BossID, p rapport.Period) (int, error) {
	n, _, err := one(ctx, tx, scanValue[int], `SELECT coalesce(max(version), 0) + 1 FROM reports
		WHERE user_id = $1 AND boss_id = $2 AND from_day = $3 AND until_day = $4`, owner, boss, p.From, p.Until)
	return n, err
}

// ReportsByID reads reports with their items, removed ones included.
func (tx *Tx) ReportsByID(ctx context.Context, owner rapport.UserID, ids []rapport.ReportID) ([]rapport.Report, error) {
	reports, err := byIDs(ctx, tx, scanReport, selectReport, owner, ids)
	if err != nil {
		return nil, err
	}
	for i := range reports {
		reports[i].Items, err = list(ctx, tx, func(r row) (item rapport.ReportItem, err error) {
			return item, r.Scan(&item.Entry, &item.Place)
		}, `SELECT entry_id, place FROM report_items WHERE report_id = $1 AND user_id = $2 ORDER BY rank`, reports[i].ID, owner)
		if err != nil {
			return nil, err
		}
	}
	return reports, nil
}

// InsertReport keeps a version of a report and fills in id and number.
func (tx *Tx) InsertReport(ctx context.Context, p *rapport.Report) error {
	id, err := tx.insertRecord(ctx, ReportNoun, &p.Record)
	if err != nil {
		return err
	}
	p.ID = rapport.ReportID(id)
	if err := tx.exec(ctx, `INSERT INTO reports (id, user_id, boss_id, at, from_day, until_day, version, state, format,
			text, medium, item_count, pages, opened)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		p.ID, p.Owner, p.Boss, p.At.At, p.From, p.Until, p.Version, p.State, p.Format,
		p.Text, p.Medium, p.ItemCount, p.Pages, p.Opened); err != nil {
		return err
	}
	for rank, item := range p.Items {
		if err := tx.exec(ctx, `INSERT INTO report_items (report_id, entry_id, user_id, rank, place) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (report_id, entry_id) DO NOTHING`, p.ID, item.Entry, p.Owner, rank, item.Place); err != nil {
			return err
		}
	}
	return tx.index(ctx, p.Owner, id, p.Text)
}
