package cli

import (
	"context"

	"rapport"
	"rapport/internal/reports"
)

// extent is what of a report is shown: all of it on the screen, and only what
// leaves where it is kept or written to a file.
func (o reportOptions) extent(c reports.Composed) (reports.Composed, error) {
	switch {
	case (o.sent || o.save) && o.part != "" && o.part != "body":
		return c, rapport.Errorf(rapport.Invalid, "the %s of a report is not what leaves", o.part).WithHint("leave --part out, or say --part body")
	case o.part != "":
		part, err := c.Part(o.part)
		c.Report = part
		return c, err
	case o.format == "json":
	case o.sent, o.save, o.out != "":
		c.Report = c.Leaving()
	default:
		c.Report = c.Shown()
	}
	return c, nil
}

// doubts says what to settle before the report leaves.
func (sh *shell) doubts(c reports.Composed) {
	for _, d := range c.Doubts {
		sh.sayf("before you send it: %s", d.Text)
	}
}

// diff shows what moved between the neutral form and the fitted one.
func (sh *shell) diff(c reports.Composed) error {
	changes := c.Diff()
	if sh.asJSON {
		shapes := []changeJSON{}
		for _, x := range changes {
			shapes = append(shapes, changeJSON{x.Number, string(x.Noun), x.Text, x.From, x.To, x.Why})
		}
		return sh.object("changes", shapes)
	}
	if len(changes) == 0 {
		sh.sayf("the report has the neutral form: nothing is known yet of how %s works; note what they say: rapport says \"…\" @%s", c.Boss.Name, c.Boss.Slug)
		return nil
	}
	for _, x := range changes {
		sh.printf("%s\n", wrapped(x.String(), sh.env.OutWidth))
	}
	return nil
}

type changeJSON struct {
	Number rapport.Number `json:"number,omitempty"`
	Noun   string         `json:"noun,omitempty"`
	Text   string         `json:"text"`
	From   string         `json:"from,omitempty"`
	To     string         `json:"to,omitempty"`
	Why    string         `json:"why,omitempty"`
}

// pin fixes the words or the place of records in every report.
func pin(ctx context.Context, sh *shell, s *Session, o reportOptions) error {
	if o.unpin != 0 {
		if err := s.Reports.Pin(ctx, rapport.Number(o.unpin), false, false); err != nil {
			return err
		}
		return sh.fixed(o.unpin, "neither words nor place are fixed any more")
	}
	if o.mine != 0 {
		if err := s.Reports.Pin(ctx, rapport.Number(o.mine), true, o.first == o.mine); err != nil {
			return err
		}
		if err := sh.fixed(o.mine, "its words stay as they are"); err != nil || o.first == o.mine {
			return err
		}
	}
	if o.first == 0 {
		return nil
	}
	if err := s.Reports.Pin(ctx, rapport.Number(o.first), false, true); err != nil {
		return err
	}
	return sh.fixed(o.first, "it comes first")
}

func (sh *shell) fixed(n int, what string) error {
	if sh.asJSON {
		return sh.object("fixed", n, "says", what)
	}
	sh.sayf("%d: %s; to take it back: rapport report --unpin %d", n, what, n)
	return nil
}
