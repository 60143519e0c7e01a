package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

type timelineOptions struct {
	boss, since string
	isPrivate   bool
	limit       int
}

func newTimeline(sh *shell) *cobra.Command {
	var o timelineOptions
	cmd := &cobra.Command{
		Use:   "timeline [@BOSS]",
		Short: "Tell the relation to a boss in order",
		Long: `Timeline tells what happened between you and a boss, the oldest first: what they heard
of, reports, one-on-ones, asks, promises, feedback and all the rest. With --private it
adds what is nobody else's business.`,
		Example: `  rapport timeline @dana --since 3m
  rapport timeline --private`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.boss = args[0]
			}
			return runTimeline(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.boss, "boss", "b", "", "the `boss`")
	f.StringVar(&o.since, "since", "", "how far back, such as 7d, 3m or a `day`")
	f.BoolVar(&o.isPrivate, "private", false, "with what is private")
	f.IntVarP(&o.limit, "limit", "n", 200, "at most this `many`, the newest")
	return cmd
}

type momentJSON struct {
	Number rapport.Number `json:"number,omitempty"`
	Day    rapport.Day    `json:"day"`
	Type   string         `json:"type"`
	Kind   string         `json:"kind,omitempty"`
	Text   string         `json:"text,omitempty"`
	Due    rapport.Day    `json:"due,omitempty"`
}

func runTimeline(ctx context.Context, sh *shell, o timelineOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	filter := journal.TimelineFilter{Boss: bossArg(o.boss), Private: o.isPrivate, Limit: max(1, o.limit)}
	if o.since != "" {
		if filter.Period, err = s.Period(o.since); err != nil {
			return err
		}
		filter.Until = ""
	}
	moments, boss, err := s.Journal.Timeline(ctx, filter)
	if err != nil {
		return err
	}
	shapes := make([]momentJSON, len(moments))
	for i, m := range moments {
		shapes[i] = momentJSON{m.Ref.Number, m.Day, string(m.Ref.Noun), m.Kind, m.Text, m.Due}
		if !m.Private.IsEmpty() {
			shapes[i].Text = ownWords(m.Private)
		}
	}
	if sh.asJSON {
		return sh.object("timeline", shapes, "boss", boss.Slug)
	}
	if len(shapes) == 0 {
		sh.sayf("nothing with %s yet: rapport log, rapport met, rapport ask …", boss.Name)
		return nil
	}
	p := sh.outPaint()
	last := rapport.Day("")
	for i, m := range shapes {
		day := ""
		if m.Day != last {
			day, last = shortDay(m.Day), m.Day
		}
		what := m.Type
		if m.Type == "entry" {
			what = m.Kind
		} else if m.Kind != "" {
			what += ", " + m.Kind
		}
		if !moments[i].Private.IsEmpty() {
			what += ", private"
		}
		const dayWidth, whatWidth = 16, 24
		head := pad(day, dayWidth) + p.dim(pad(what, whatWidth))
		sh.printf("%s\n", head+hanging(printable(m.Text), dayWidth+whatWidth, sh.env.OutWidth))
	}
	return nil
}
