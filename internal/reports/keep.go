package reports

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/store"
)

// Kept is what is to be kept of a report.
type Kept struct {
	// Format is that of Text: md, text, html or json.
	Format string
	// Text is exactly what was shown, or what left.
	Text string
	// Medium is the way it went, in the user's words.
	Medium string
}

// Save keeps a version of a report as a draft. The same text twice is one
// version.
func (s *Service) Save(ctx context.Context, c Composed, k Kept) (report rapport.Report, err error) {
	return report, s.DB.Write(ctx, func(tx *store.Tx) error {
		kept, err := tx.Reports(ctx, s.User.ID, c.Boss.ID, 1)
		if err != nil {
			return err
		}
		if len(kept) == 1 && kept[0].State == rapport.Draft && kept[0].Text == k.Text && kept[0].Period == c.Period {
			report = kept[0]
			return nil
		}
		report, err = s.insert(ctx, tx, c, k, rapport.Draft)
		return err
	})
}

// MarkSent keeps a report exactly as it left, for ever, and records for each
// entry it spells out that the boss knows it now, and how.
func (s *Service) MarkSent(ctx context.Context, c Composed, k Kept) (report rapport.Report, told int, err error) {
	return report, told, s.DB.Write(ctx, func(tx *store.Tx) error {
		told = 0
		if report, err = s.insert(ctx, tx, c, k, rapport.Sent); err != nil {
			return err
		}
		for _, item := range report.Items {
			if item.Place != compose.InBody && (item.Place != compose.InAnnex || !c.Attached) {
				continue // neither a count nor what stays here told anybody
			}
			told++
			if err := tx.PutTold(ctx, s.User.ID, item.Entry, rapport.Told{
				Boss: c.Boss.ID, Since: report.At, How: rapport.ByReport, Report: report.ID, Via: k.Medium,
			}); err != nil {
				return err
			}
		}
		// A change without steps: undo stops here, for what was told was told.
		return tx.InsertChange(ctx, &store.Change{
			Owner: s.User.ID, At: report.At.At, What: fmt.Sprintf("marked report %d as sent", report.Number),
		})
	})
}

// NotSent puts right that a report was marked as sent and never went: the boss
// no longer counts as told by it. The text itself stays in the record, removed.
func (s *Service) NotSent(ctx context.Context, n rapport.Number) (report rapport.Report, err error) {
	return report, s.DB.Write(ctx, func(tx *store.Tx) error {
		ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
		if err != nil {
			return err
		}
		if !found || ref.Noun != store.ReportNoun || ref.Removed != 0 {
			return rapport.Errorf(rapport.NotFound, "there is no report %d", n).WithHint("`rapport report --versions` lists them")
		}
		reports, err := tx.ReportsByID(ctx, s.User.ID, []rapport.ReportID{rapport.ReportID(ref.ID)})
		if err != nil {
			return err
		}
		if report = reports[0]; report.State != rapport.Sent {
			return rapport.Errorf(rapport.Conflict, "report %d is a draft; it was never marked as sent", n)
		}
		if err := tx.DropTold(ctx, s.User.ID, report.ID); err != nil {
			return err
		}
		now := rapport.InstantOf(s.Now())
		if _, err := tx.SetRemoved(ctx, s.User.ID, ref.ID, now); err != nil {
			return err
		}
		return tx.InsertChange(ctx, &store.Change{Owner: s.User.ID, At: now, What: fmt.Sprintf("took back that report %d was sent", n)})
	})
}

func (s *Service) insert(ctx context.Context, tx *store.Tx, c Composed, k Kept, state rapport.ReportState) (rapport.Report, error) {
	version, err := tx.NextVersion(ctx, s.User.ID, c.Boss.ID, c.Period)
	if err != nil {
		return rapport.Report{}, err
	}
	report := rapport.Report{
		Record: rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())},
		Boss:   c.Boss.ID, Period: c.Period, Version: version, State: state,
		Format: k.Format, Text: k.Text, Medium: k.Medium, Items: c.Items(), ItemCount: len(c.Facts),
	}
	return report, tx.InsertReport(ctx, &report)
}

// Versions lists what is kept for a boss, newest first.
func (s *Service) Versions(ctx context.Context, slug rapport.Slug, limit int) (reports []rapport.Report, boss rapport.Boss, err error) {
	return reports, boss, s.DB.Read(ctx, func(tx *store.Tx) error {
		if boss, err = s.boss(ctx, tx, slug); err != nil {
			return err
		}
		reports, err = tx.Reports(ctx, s.User.ID, boss.ID, limit)
		return err
	})
}
