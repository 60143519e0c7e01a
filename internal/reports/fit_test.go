package reports_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/profile"
	"rapport/internal/reports"
)

func TestAReportSuitsHowTheBossWorks(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes", "did: sorted the key cabinet", "ask: may I order a spare printer? @maren")
		if c := d.compose(t, reports.Request{}); !slices.Equal(c.Form.Style[:], make([]profile.Value, len(profile.Dimensions))) {
			t.Fatalf("nothing is known, and the form is %v", c.Form.Style)
		}
		if _, err := d.people.Prefers(t.Context(), "please tell me first and send the paper afterwards, I prefer to listen", rapport.AFact); err != nil {
			t.Fatal(err)
		}
		c := d.compose(t, reports.Request{})
		if len(c.Talk) < 5 || len(c.Diff()) == 0 {
			t.Errorf("a listener gets %d spoken sentences and %d changes\n%s", len(c.Talk), len(c.Diff()), c.Markdown())
		}
		for _, change := range c.Diff() {
			if change.Why == "" {
				t.Errorf("%q has no reason", change)
			}
		}
		if n := d.compose(t, reports.Request{Neutral: true}); len(n.Talk) > 0 {
			t.Error("the neutral form has a talk track")
		}
		if _, err := d.Compose(t.Context(), reports.Request{Style: []string{"reader", "listener"}}); rapport.CodeOf(err) != rapport.Invalid {
			t.Errorf("two values of one dimension: %v", err)
		}
	})
}

// TestNoObservationLeaves plants private texts and looks for them in every part
// of a report in every style, in its reasons and in its changes.
func TestNoObservationLeaves(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		const canary = "xylophone"
		d.log(t, "won: waiting time from 41 to 33 minutes", "stuck: second printer broken", "ask: may I order a spare printer? @maren")
		for range 3 {
			if _, _, err := d.people.Saw(t.Context(), canary+" she stopped reading after the first line @maren value:headline"); err != nil {
				t.Fatal(err)
			}
			*d.now = d.now.Add(time.Hour)
		}
		check := func(name string, c reports.Composed) {
			t.Helper()
			var all strings.Builder
			all.WriteString(c.Markdown() + c.Text(0) + c.HTML() + c.Agenda().Markdown())
			for _, x := range c.Explain() {
				all.WriteString(x.String())
			}
			for _, x := range c.Diff() {
				all.WriteString(x.String())
			}
			if strings.Contains(strings.ToLower(all.String()), canary) {
				t.Errorf("%s: an observation got out", name)
			}
		}
		c := d.compose(t, reports.Request{})
		if c.Form.Style.Value(profile.Detail) != profile.Headline {
			t.Fatalf("three observations make no value: %v", c.Form.Style)
		}
		check("what was seen", c)
		for _, v := range profile.Values("") {
			check(string(v), d.compose(t, reports.Request{Style: []string{string(v)}}))
		}
	})
}

func TestOnlyWhatLeftCountsAsTold(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes", "stuck: second printer broken, technician on Friday", "did: sorted the key cabinet",
			"did: trained two colleagues on triage", "did: wrote the rota for December", "did: cleared the store room")
		for _, tc := range []struct {
			style []string
			told  func(place string) bool
		}{
			{[]string{"listener"}, func(p string) bool { return p == compose.InBody }},
			{[]string{"headline"}, func(p string) bool { return p == compose.InBody }},
			{[]string{"headline", "reader"}, func(p string) bool { return p == compose.InBody || p == compose.InAnnex }},
		} {
			c := d.compose(t, reports.Request{Style: tc.style})
			want := 0
			for _, f := range c.Facts {
				if tc.told(f.Place) {
					want++
				}
			}
			c.Report = c.Leaving()
			sent, told, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()})
			if err != nil || told != want {
				t.Errorf("%v: told %d, want %d (%v)\n%s", tc.style, told, want, err, c.Markdown())
			}
			if _, err := d.NotSent(t.Context(), sent.Number); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestABossWhoLeftGetsNoReport(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "did: one")
		if _, err := d.people.BossLeft(t.Context(), "maren", d.now.AddDate(0, 0, -1)); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Compose(t.Context(), reports.Request{Boss: "maren"}); rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("a report without a reader: %v", err)
		}
		if _, err := d.Compose(t.Context(), reports.Request{Boss: "maren", Period: rapport.Period{From: "2026-10-01", Until: "2026-11-01"}}); err != nil {
			t.Errorf("what they knew: %v", err)
		}
	})
}

func TestWhatTheUserFixedStays(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		logged := d.log(t, "did: really great start of the second desk", "won: waiting time from 41 to 33 minutes", "stuck: second printer broken")
		number := logged[0].Entry.Number
		request := reports.Request{Style: []string{"numbers"}}
		if text := d.compose(t, request).Markdown(); strings.Contains(text, "great") {
			t.Fatalf("a booster without a figure stays:\n%s", text)
		}
		if err := d.Pin(t.Context(), number, true, true); err != nil {
			t.Fatal(err)
		}
		c := d.compose(t, request)
		if text := c.Markdown(); !strings.Contains(text, "eally great start") || c.Facts[0].Entry != logged[0].Entry.ID {
			t.Errorf("what was fixed moved or changed:\n%s", text)
		}
		if err := d.Pin(t.Context(), number, false, false); err != nil {
			t.Fatal(err)
		}
		if text := d.compose(t, request).Markdown(); strings.Contains(text, "great") {
			t.Errorf("it is fixed still:\n%s", text)
		}
		if err := d.Pin(t.Context(), 9999, true, false); rapport.CodeOf(err) != rapport.NotFound {
			t.Errorf("nothing was fixed: %v", err)
		}
	})
}

func TestThresholdsAreKept(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "stuck: second printer broken on:2026-11-02 +desk")
		colour := func() compose.Colour {
			t.Helper()
			c := d.compose(t, reports.Request{})
			if len(c.Standings) != 1 {
				t.Fatalf("standings %v", c.Standings)
			}
			return c.Standings[0].Colour
		}
		if got := colour(); got != compose.Amber {
			t.Errorf("two working days: %s", got)
		}
		if _, err := d.SetLimits(t.Context(), -1, 1); err != nil {
			t.Fatal(err)
		}
		if got := colour(); got != compose.Red {
			t.Errorf("one working day is agreed: %s", got)
		}
		if _, err := d.SetLimits(t.Context(), 99, -1); rapport.CodeOf(err) != rapport.Invalid {
			t.Errorf("99 days: %v", err)
		}
	})
}
