package reports_test

import (
	"testing"
	"time"

	"rapport"
	"rapport/internal/lifetime"
	"rapport/internal/reports"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// BenchmarkCompose makes the report of a week in a dense record: two thousand
// entries over ten weeks, of which some two hundred are of the week.
func BenchmarkCompose(b *testing.B) {
	const until = rapport.Day("2026-11-22")
	db, err := store.Open(b.Context(), storetest.SQLite(b), store.Key{}, store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }() // nothing in it is kept
	life, err := lifetime.FillPeriod(b.Context(), db, 2000, rapport.Period{From: until.Add(-70), Until: until})
	if err != nil {
		b.Fatal(err)
	}
	now := until.Time().Add(12 * time.Hour)
	s := &reports.Service{DB: db, User: rapport.User{ID: life.User}, Now: func() time.Time { return now }}
	week := reports.Request{Boss: life.BossSlug, Period: rapport.Period{From: until.Add(-6), Until: until}}
	b.ReportAllocs()
	for b.Loop() {
		report, err := s.Compose(b.Context(), week)
		if err != nil || report.Words == 0 {
			b.Fatal(report.Words, err)
		}
	}
}
