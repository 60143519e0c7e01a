package coach_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapport/internal/coach"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// BenchmarkConsult asks all rules about facts that are there; the floor is five
// milliseconds.
func BenchmarkConsult(b *testing.B) {
	facts := benchFacts(b)
	b.ResetTimer()
	for b.Loop() {
		coach.Consult(facts)
	}
}

// BenchmarkDerive computes the facts of half a year.
func BenchmarkDerive(b *testing.B) {
	facts := benchFacts(b)
	b.ResetTimer()
	for b.Loop() {
		coach.Derive(facts.Record, facts.Now, coach.Limits{})
	}
}

func benchFacts(b *testing.B) *coach.Facts {
	b.Helper()
	events, err := os.ReadFile(filepath.Join("testdata", "scenarios", "nurse-two-bosses.events.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	db := storetest.Open(b, storetest.SQLite(b), store.Options{Create: true})
	return factsOf(b, db, 1, string(events), time.Date(2026, 11, 19, 18, 0, 0, 0, time.UTC))
}
