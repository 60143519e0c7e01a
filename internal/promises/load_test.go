package promises_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/promises"
	"rapport/internal/store"
)

func TestTheLoadIsHoursByWeekBesideTheHoursThereAre(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		leave := rapport.CalendarFact{Record: rapport.Record{Owner: l.User.ID, At: rapport.StampOf(noon)}, Text: "leave", Date: "2026-11-26", Until: "2026-11-30", Kind: rapport.Leave}
		if err := l.DB.Write(ctx, func(tx *store.Tx) error { return tx.InsertCalendar(ctx, &leave) }); err != nil {
			t.Fatal(err)
		}
		l.owe(t, "@dana late on:2026-11-01 by:2026-11-10 hours:2")
		l.owe(t, "@dana this week by:2026-11-20 hours:3")
		l.owe(t, "@tomas this week too by:2026-11-20 hours:1.5")
		l.owe(t, "@dana sunday by:2026-11-22")
		l.owe(t, "@dana next week by:2026-11-23 hours:6")
		l.owe(t, "@dana some day hours:4")
		l.owe(t, "@dana next year by:2027-03-01 hours:4")
		must(l.Promised(ctx, says("@dana theirs by:2026-11-20 hours:9")))
		must(l.Offer(ctx, says("a chart @tomas hours:2 until:2026-11-27")))
		must(l.Journal.Log(ctx, journal.LogInput{Text: "promise: ring the lab by:2026-11-24 @dana"}))
		load := must(l.Load(ctx, 3))
		type row struct {
			overdue         bool
			until           rapport.Day
			capacity, hours float64
			items, unsized  int
		}
		want := []row{
			{true, "2026-11-17", 0, 2, 1, 0}, {false, "2026-11-22", 24, 4.5, 3, 1}, // Wednesday to Friday
			{false, "2026-11-29", 24, 8, 3, 1}, {false, "2026-12-06", 32, 0, 0, 0}, // leave from Thursday to Monday
		}
		if len(load.Weeks) != len(want) {
			t.Errorf("%d rows, want %d", len(load.Weeks), len(want))
		}
		for i, w := range load.Weeks {
			if got := (row{w.Overdue, w.Until, w.Capacity, w.Hours, len(w.Items), w.Unsized}); i >= len(want) || got != want[i] {
				t.Errorf("row %d is %+v", i, got)
			}
		}
		if load.Later != 1 || load.Undated != 1 || load.UndatedHours != 4 || load.Unsized != 2 || load.DayHours != 8 {
			t.Errorf("%+v", load)
		}
		if s := load.Shares; len(s) != 2 || s[0].Hours != 19 || s[0].Items != 7 || s[0].Unsized != 2 || s[1].Hours != 3.5 {
			t.Errorf("shares %+v", s)
		}
	})
}

func TestTheHoursOfADayAreRememberedAndCanBeTakenBack(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		for _, n := range []float64{0, -1, 25} {
			refused(t, l.SetDayHours(ctx, n), rapport.Invalid)
		}
		for _, n := range []float64{6, 5.5} {
			if err := l.SetDayHours(ctx, n); err != nil {
				t.Fatal(err)
			}
			if load := must(l.Load(ctx, 1)); load.DayHours != n || load.Weeks[0].Capacity != 3*n {
				t.Errorf("%+v", load)
			}
		}
		for _, want := range []float64{6, 8} {
			if _, err := l.Journal.Undo(ctx); err != nil {
				t.Fatal(err)
			}
			if load := must(l.Load(ctx, 1)); load.DayHours != want {
				t.Errorf("%g hours after undo, want %g", load.DayHours, want)
			}
		}
		for _, weeks := range []int{0, -1, 54} {
			refused(t, second(l.Load(ctx, weeks)), rapport.Invalid)
		}
	})
}

func TestADateOfOthersSaysWhatComesAfterIt(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		refused(t, second(l.Date(ctx, says("cut-over"))), rapport.Invalid, "by:")
		refused(t, second(l.Date(ctx, says("cut-over by:2026-12-03 +biling"))), rapport.NotFound)
		early := l.owe(t, "@dana test cases by:2026-12-02 +billing")
		late := l.owe(t, "@dana price list by:2026-12-04 +billing")
		l.owe(t, "@dana other work by:2026-12-24")
		l.owe(t, "@dana some day +billing")
		dated := must(l.Date(ctx, says("cut-over of billing", "by:3dec", "whose:Jonas' team", "+billing")))
		if d := dated.Date; d.Due != "2026-12-03" || d.Whose != "Jonas' team" || d.Project == 0 {
			t.Errorf("%+v", d)
		}
		if e := dated.Endangered; e == nil || len(e.Promises) != 1 || e.Promises[0].Number != late.Number || e.Project.ID != 0 {
			t.Errorf("%+v", e)
		}
		if made := must(l.Owe(ctx, says("@dana manual by:2026-12-10 +billing"))); len(made.Endangered) != 1 {
			t.Errorf("a promise after the date is taken without a word")
		}
		if went := must(l.Move(ctx, early.Number, "2026-12-07", "")); len(went.Endangered) != 1 {
			t.Errorf("a promise is moved past the date without a word")
		}
		load := must(l.Load(ctx, 6))
		if len(load.Endangered) != 1 || len(load.Endangered[0].Promises) != 3 {
			t.Errorf("the load says %+v", load.Endangered)
		}
		if err := third(l.DateDone(ctx, dated.Date.Number, "")); err != nil {
			t.Fatal(err)
		}
		refused(t, third(l.DateDone(ctx, dated.Date.Number, "")), rapport.Conflict)
		if dates, late, _, err := l.Dates(ctx); err != nil || len(dates)+len(late) != 0 {
			t.Errorf("%v, %v, %v", dates, late, err)
		}
	})
}

// TestNoPromiseIsLostInTheLoad spreads any promises over any weeks.
func TestNoPromiseIsLostInTheLoad(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		today := rapport.NewDay(2026, time.January, rapid.IntRange(1, 730).Draw(t, "today"))
		weeks := rapid.IntRange(1, 12).Draw(t, "weeks")
		var items []promises.LoadItem
		total := 0.0
		for i := range rapid.IntRange(0, 30).Draw(t, "items") {
			item := promises.LoadItem{Item: promises.Item{Number: rapport.Number(i + 1)}}
			if rapid.Bool().Draw(t, "dated") {
				item.Due = today.Add(rapid.IntRange(-40, 120).Draw(t, "due"))
			}
			if rapid.Bool().Draw(t, "sized") {
				item.Hours = rapport.AmountOf(float64(rapid.IntRange(1, 40).Draw(t, "hours")))
			}
			total += item.Hours.Value
			items = append(items, item)
		}
		load := promises.Spread(items, today, weeks, func(rapport.Period) float64 { return 40 })
		placed, hours := load.Later+load.Undated, load.UndatedHours
		for i, w := range load.Weeks {
			placed += len(w.Items)
			hours += w.Hours
			for _, item := range w.Items {
				if w.Overdue != (item.Due < today) || !w.Overdue && !w.Contains(item.Due) {
					t.Fatalf("due %s stands in the row of %+v", item.Due, w.Period)
				}
			}
			if w.Overdue && i > 0 {
				t.Fatal("what is overdue is not in the first row")
			}
		}
		if placed != len(items) || load.Later == 0 && hours != total {
			t.Fatalf("%d of %d items, %g of %g hours", placed, len(items), hours, total)
		}
		shared := 0
		for _, s := range load.Shares {
			shared += s.Items
		}
		if shared != len(items) {
			t.Fatalf("%d of %d items are somebody's", shared, len(items))
		}
	})
}

func FuzzHours(f *testing.F) {
	for _, text := range []string{"3", "1.5", "2 hours", "45m", "1,5h", "3 days", "NaN", "Inf", "1e9", "-2", "h"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := promises.Hours(text)
		switch {
		case err != nil:
			if rapport.HintOf(err) == "" {
				t.Errorf("%q: %v without a hint", text, err)
			}
		case a.Said != (text != "") || a.Said && !(a.Value > 0 && a.Value <= 2000):
			t.Errorf("%q is %+v", text, a)
		}
	})
}
