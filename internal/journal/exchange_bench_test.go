package journal_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"rapport/internal/journal"
)

// longJournal is a believable mix: mostly entries, a report a hundred lines.
func longJournal(lines int) string {
	var b strings.Builder
	b.WriteString(dana + "\n")
	b.WriteString(`{"id":"g","t":"2026-01-05T09:00:00+01:00","type":"boss_goal","boss":"dana","goal":"wait","title":"No waiting over 4 h","confirmed":true}` + "\n")
	b.WriteString(`{"id":"p","t":"2026-01-05T09:00:00+01:00","type":"project","project":"desk","title":"Triage desk"}` + "\n")
	start := time.Date(2026, 1, 6, 8, 0, 0, 0, time.UTC)
	for i := range lines - 3 {
		t := start.Add(time.Duration(i) * 10 * time.Minute).Format(time.RFC3339)
		switch {
		case i%100 == 99:
			fmt.Fprintf(&b, `{"id":"l%d","t":"%s","type":"report_sent","boss":"dana","text":"a week of work in some words","format":"md","entries":[{"entry":"l%d","place":"body"}]}`+"\n", i, t, i-1)
		case i%100 == 98:
			fmt.Fprintf(&b, `{"id":"l%d","t":"%s","type":"log","text":"waiting time at the triage desk down from %d to 38 minutes","kind":"accomplishment","links":["wait"],"reported_to":["dana"],"told":[{"boss":"dana","how":"report","report":"l%d"}]}`+"\n", i, t, i, i+1)
		case i%10 == 0:
			fmt.Fprintf(&b, `{"id":"l%d","t":"%s","type":"meeting","boss":"dana","kind":"1:1","status":"held","minutes":30}`+"\n", i, t)
		default:
			fmt.Fprintf(&b, `{"id":"l%d","t":"%s","type":"log","text":"sorted the returns of day %d with Kim and Lee","kind":"progress","project":"desk","reported_to":[]}`+"\n", i, t, i)
		}
	}
	return b.String()
}

func BenchmarkImport(b *testing.B) {
	file := longJournal(20_000)
	for b.Loop() {
		b.StopTimer()
		s := emptyStore(b)
		b.StartTimer()
		if _, err := s.Import(context.Background(), strings.NewReader(file), journal.ImportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*20_000/b.Elapsed().Seconds(), "lines/s")
}

func BenchmarkImportAgain(b *testing.B) {
	file := longJournal(20_000)
	s := emptyStore(b)
	imported(b, s, file)
	for b.Loop() {
		imported(b, s, file)
	}
	b.ReportMetric(float64(b.N)*20_000/b.Elapsed().Seconds(), "lines/s")
}

func BenchmarkExport(b *testing.B) {
	s := emptyStore(b)
	imported(b, s, longJournal(20_000))
	for b.Loop() {
		if err := s.Export(context.Background(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*20_000/b.Elapsed().Seconds(), "lines/s")
}

// relationJournal is a long relation with a boss: meetings with asks, and
// promises of which many are open at a time.
func relationJournal(lines, open int) string {
	var b strings.Builder
	b.WriteString(dana + "\n")
	start := time.Date(2016, 1, 4, 8, 0, 0, 0, time.UTC)
	for i := 1; i < lines; i++ {
		at := start.Add(time.Duration(i) * 7 * time.Minute)
		fmt.Fprintf(&b, `{"id":"l%d","t":"%s",`, i, at.Format(time.RFC3339))
		past := i - i%10 + 2 - 10*open // the promise that is the oldest open one
		switch i % 10 {
		case 0:
			fmt.Fprintf(&b, `"type":"meeting","boss":"dana","kind":"1:1","status":"held","minutes":30,"notes":"a thought about week %d"}`, i)
		case 1:
			fmt.Fprintf(&b, `"type":"ask","boss":"dana","text":"one more pair of hands for shift %d","due":"2027-01-01","meeting":"l%d"}`, i, max(i-1, 10))
		case 2:
			fmt.Fprintf(&b, `"type":"commitment","by":"me","to":"dana","text":"send the list of shift %d to the ward","due":"2027-01-01"}`, i)
		case 3:
			if past > 0 {
				fmt.Fprintf(&b, `"type":"commitment_done","text":"list of shift %d to","by":"me"}`, past)
				break
			}
			fmt.Fprintf(&b, `"type":"observation","boss":"dana","text":"asks for figures first %d"}`, i)
		case 4:
			fmt.Fprintf(&b, `"type":"feedback","sender":"Lee","text":"the handover of day %d was clear","kind":"praise"}`, i)
		default:
			fmt.Fprintf(&b, `"type":"log","text":"sorted the returns of day %d with Kim and Lee","kind":"progress","reported_to":[]}`, i)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func BenchmarkImportOfARelation(b *testing.B) {
	for _, open := range [...]int{50, 2000} {
		b.Run(fmt.Sprintf("%d open promises", open), func(b *testing.B) {
			const lines = 40_000
			file := relationJournal(lines, open)
			for b.Loop() {
				b.StopTimer()
				s := emptyStore(b)
				b.StartTimer()
				imported(b, s, file)
			}
			b.ReportMetric(float64(b.N)*lines/b.Elapsed().Seconds(), "lines/s")
		})
	}
}

func BenchmarkExportOfARelation(b *testing.B) {
	const lines = 40_000
	s := emptyStore(b)
	imported(b, s, relationJournal(lines, 500))
	for b.Loop() {
		if err := s.Export(context.Background(), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*lines/b.Elapsed().Seconds(), "lines/s")
}
