package coach_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/coach"
)

// moments draws a moment around the random records, in a zone whose clocks
// change or have been abolished.
func drawMoment(t *rapid.T) time.Time {
	zone, err := time.LoadLocation(rapid.SampledFrom([]string{"UTC", "Europe/Berlin", "America/Mexico_City", "Asia/Pyongyang", "Pacific/Apia"}).Draw(t, "zone"))
	if err != nil {
		t.Skip("the machine knows no zones")
	}
	hours := rapid.IntRange(-200*24, 60*24).Draw(t, "asked at")
	return randomDay.Noon(time.UTC).Add(time.Duration(hours) * time.Hour).In(zone)
}

func TestCoachOfAnyRecord(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := randomRecord(t)
		at := drawMoment(t)
		f := coach.Derive(r, at, coach.Limits{})
		a := coach.Consult(f)
		neverFromTheFuture(t, r, f, a)
		neverPrivate(t, a)
		neverTwice(t, a)
		neverWithoutReason(t, a)
		answeredNeverAges(t, r, f, a)
		if again := coach.Consult(coach.Derive(reversed(r), at, coach.Limits{})); !reflect.DeepEqual(keys(a), keys(again)) {
			t.Fatalf("the order of the record changes the advice:\n%v\n%v", keys(a), keys(again))
		}
		if again := coach.Consult(coach.Derive(until(r, at), at, coach.Limits{})); !reflect.DeepEqual(a.Findings, again.Findings) {
			t.Fatalf("what was written later changes the advice:\n%v\n%v", keys(a), keys(again))
		}
		for _, rule := range coach.Rules() {
			if why := a.WhyNot(f, rule.ID, 0); len(why) == 0 && !slices.ContainsFunc(a.Findings, func(x coach.Finding) bool { return x.Rule == rule.ID }) {
				t.Fatalf("%s neither speaks nor says why it is silent", rule.ID)
			}
		}
	})
}

// keys are what ranks and names findings.
func keys(a coach.Advice) []string {
	all := make([]string, len(a.Findings))
	for i, f := range a.Findings {
		all[i] = f.Rule + " " + string(f.Level) + " " + string(f.Object)
	}
	return all
}

func neverFromTheFuture(t *rapid.T, r coach.Record, f *coach.Facts, a coach.Advice) {
	later := map[rapport.LineID]bool{}
	eachRecord(r, func(x rapport.Record) {
		if x.At.At > rapport.InstantOf(f.Now) {
			later[x.Line] = true
		}
	})
	for _, m := range r.Meetings {
		if isBookedAhead(m) {
			delete(later, m.Line)
		}
	}
	for _, found := range a.Findings {
		for _, id := range found.About {
			if later[id] {
				t.Fatalf("%s is about %s, which was written later", found.Rule, id)
			}
		}
		for _, e := range found.Evidence {
			if later[e.Line] {
				t.Fatalf("%s shows %s, which was written later", found.Rule, e.Line)
			}
		}
	}
}

func neverPrivate(t *rapid.T, a coach.Advice) {
	for _, found := range a.Findings {
		text := found.Why + found.Act.Step + found.Act.Draft + found.Act.Command + string(found.Object)
		for _, e := range found.Evidence {
			text += e.Says
		}
		if strings.Contains(text, canary) || strings.Contains(text, "(private)") {
			t.Fatalf("%s says something private: %s", found.Rule, text)
		}
	}
	for _, s := range a.Silent {
		if strings.Contains(s.Because, canary) {
			t.Fatalf("%s says something private: %s", s.Rule, s.Because)
		}
	}
}

// neverWithoutReason asks of every finding to say why now, what to do, and on
// which dated lines it rests, and of its rule where it comes from.
func neverWithoutReason(t *rapid.T, a coach.Advice) {
	for _, found := range a.Findings {
		if found.Why == "" || found.Act.Step == "" || len(found.Evidence) == 0 {
			t.Fatalf("%s gives no reason, step or evidence: %+v", found.Rule, found)
		}
		for _, e := range found.Evidence {
			if e.Line == "" || e.Day == "" || e.Says == "" {
				t.Fatalf("%s rests on a line without id, day or words: %+v", found.Rule, e)
			}
		}
	}
	for _, rule := range coach.Rules() {
		if rule.Title == "" || rule.Source == "" {
			t.Fatalf("%s has no title or source", rule.ID)
		}
	}
}

func neverTwice(t *rapid.T, a coach.Advice) {
	seen := map[string]bool{}
	for _, f := range a.Findings {
		key := f.Rule + " " + string(f.Object)
		if seen[key] {
			t.Fatalf("%s is found twice", key)
		}
		seen[key] = true
		if f.Cost < 0 || f.Cost > 100 {
			t.Fatalf("%s costs %d", key, f.Cost)
		}
	}
	if !slices.IsSortedFunc(a.Findings, func(x, y coach.Finding) int {
		rank := map[coach.Level]int{coach.High: 0, coach.Medium: 1, coach.Low: 2}
		return rank[x.Level] - rank[y.Level]
	}) {
		t.Fatalf("not ranked by level: %v", keys(a))
	}
}

func answeredNeverAges(t *rapid.T, r coach.Record, f *coach.Facts, a coach.Advice) {
	for _, ask := range r.Asks {
		if ask.AnsweredOn == "" || ask.AnsweredOn > f.Today {
			continue
		}
		for _, found := range a.Findings {
			if found.Rule == "R15" && slices.Contains(found.About, ask.Line) {
				t.Fatalf("an ask that was answered on %s ages", ask.AnsweredOn)
			}
		}
	}
}

// eachRecord visits the records of all nouns.
func eachRecord(r coach.Record, visit func(rapport.Record)) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			if rec, ok := v.Interface().(rapport.Record); ok {
				visit(rec)
				return
			}
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(r))
}

// reversed is the record with every list the other way round, as another
// database might give it.
func reversed(r coach.Record) coach.Record {
	return mapped(r, func(reflect.Value) bool { return true }, true)
}

// until is the record without the lines that were written after a moment.
func until(r coach.Record, at time.Time) coach.Record {
	return mapped(r, func(v reflect.Value) bool {
		keep := true
		if rec := v.FieldByName("Record"); rec.IsValid() {
			keep = rec.Interface().(rapport.Record).At.At <= rapport.InstantOf(at)
			if m, ok := v.Interface().(rapport.Meeting); ok {
				keep = keep || isBookedAhead(m)
			}
		}
		return keep
	}, false)
}

// isBookedAhead reports whether a talk is filed under the time at which it
// begins: it was written before, although its stamp lies ahead.
func isBookedAhead(m rapport.Meeting) bool {
	return m.Status == rapport.Booked && m.Start.IsZero()
}

// mapped copies a record with the elements of its lists that are kept.
func mapped(r coach.Record, keep func(reflect.Value) bool, turn bool) coach.Record {
	var lists func(v reflect.Value)
	lists = func(v reflect.Value) {
		for i := range v.NumField() {
			f := v.Field(i)
			switch {
			case f.Kind() == reflect.Struct && f.Type() == reflect.TypeFor[rapport.Names]():
				lists(f)
			case f.Kind() == reflect.Slice && f.Len() > 0 && f.Type().Elem().Kind() == reflect.Struct:
				kept := reflect.MakeSlice(f.Type(), 0, f.Len())
				for j := range f.Len() {
					k := j
					if turn {
						k = f.Len() - 1 - j
					}
					if keep(f.Index(k)) {
						kept = reflect.Append(kept, f.Index(k))
					}
				}
				f.Set(kept)
			}
		}
	}
	lists(reflect.ValueOf(&r).Elem())
	return r
}
