package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/meetings"
)

func newRhythm(sh *shell) *cobra.Command {
	var o typedOptions
	return o.typed(&cobra.Command{
		Use:   `rhythm [@BOSS] ["HOW OFTEN" [tz:ZONE] [minutes:30] [from:DAY]]`,
		Short: "What was agreed about one-on-ones, and the next five on both clocks",
		Long: `Rhythm records how often you agreed to talk, in words or as a rule of RFC 5545, and shows
the next five times on both clocks: where a clock change on either side moves the hour, and
where a time lies outside of either side's hours. tz: names the zone in which the time
is kept, yours where it is not said. "none" means only when needed. It sends nothing.`,
		Example: `  rapport rhythm @dana "every two weeks on thursday 16:00" tz:Europe/London minutes:30
  rapport rhythm @dana "first monday of the month 9:30"
  rapport rhythm @dana "FREQ=WEEKLY;BYDAY=TU" minutes:20
  rapport rhythm @dana none
  rapport rhythm @dana`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error { return runRhythm(ctx, sh, o) })
}

func runRhythm(ctx context.Context, sh *shell, o typedOptions) error {
	var a meetings.Agreed
	boss, asks := "", true
	for _, word := range o.words {
		if strings.HasPrefix(word, "@") && boss == "" {
			boss = word
		} else {
			asks = false
		}
	}
	act := func(s *Session) (err error) {
		a, err = s.Meetings.SetRhythm(ctx, o.text())
		return err
	}
	if asks {
		s, err := sh.read(ctx)
		if err != nil {
			return err
		}
		if a, err = s.Meetings.Rhythm(ctx, bossArg(boss)); err != nil {
			return err
		}
	} else if _, err := sh.attempt(ctx, act); err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("rhythm", agreedShape(a))
	}
	if !a.Found {
		sh.sayf(`no rhythm was agreed with @%s; say it: rapport rhythm @%s "every two weeks on thursday 16:00"`, a.Boss.Slug, a.Boss.Slug)
		return nil
	}
	p := sh.errPaint()
	sh.sayf("%s with @%s: %s, since %s", p.bold(itoa(int(a.Rhythm.Number))), a.Boss.Slug, a.Words, shortDay(a.Rhythm.Day()))
	sh.showDates(a)
	for _, say := range a.Says {
		sh.sayf("%s", say)
	}
	if !asks {
		sh.sayf("%s", p.dim("wrong? say it again, or rapport undo"))
	}
	return nil
}

// showDates prints the next times on both clocks.
func (sh *shell) showDates(a meetings.Agreed) {
	p := sh.outPaint()
	layout := "Mon 2 Jan 2006 15:04"
	if a.Rhythm.Time == "" {
		layout = "Mon 2 Jan 2006"
	}
	rows := make([][]string, len(a.Dates))
	for i, d := range a.Dates {
		theirs := ""
		if !d.Theirs.IsZero() && d.Theirs.Format(layout) != d.Mine.Format(layout) {
			theirs = d.Theirs.Format("15:04") + " for them"
			if d.Theirs.Day() != d.Mine.Day() {
				theirs = d.Theirs.Format("Mon 15:04") + " for them"
			}
		}
		rows[i] = []string{d.Mine.Format(layout), p.dim(theirs), p.yellow(strings.Join(d.Marks, "; "))}
	}
	sh.table(rows)
}

type agreedJSON struct {
	Boss    rapport.Slug   `json:"boss"`
	Agreed  bool           `json:"agreed"`
	Number  rapport.Number `json:"number,omitempty"`
	Rule    string         `json:"rule,omitempty"`
	Words   string         `json:"words,omitempty"`
	Time    string         `json:"time,omitempty"`
	Zone    string         `json:"tz,omitempty"`
	Minutes *float64       `json:"minutes,omitempty"`
	From    rapport.Day    `json:"from,omitempty"`
	Next    []dateJSON     `json:"next"`
}

type dateJSON struct {
	Mine   string   `json:"mine"`
	Theirs string   `json:"theirs,omitempty"`
	Marks  []string `json:"marks"`
}

func agreedShape(a meetings.Agreed) agreedJSON {
	shape := agreedJSON{
		Boss: a.Boss.Slug, Agreed: a.Found, Number: a.Rhythm.Number, Rule: a.Rhythm.Every, Words: a.Words,
		Time: a.Rhythm.Time, Zone: a.Rhythm.Zone, From: a.Rhythm.From, Next: make([]dateJSON, len(a.Dates)),
	}
	if a.Rhythm.Minutes.Said {
		shape.Minutes = &a.Rhythm.Minutes.Value
	}
	for i, d := range a.Dates {
		shape.Next[i] = dateJSON{Mine: stampText(rapport.StampOf(d.Mine)), Marks: nonNil(d.Marks)}
		if !d.Theirs.IsZero() {
			shape.Next[i].Theirs = stampText(rapport.StampOf(d.Theirs))
		}
	}
	return shape
}
