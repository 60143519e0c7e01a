package cli

import (
	"encoding/json"
	"time"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/reports"
)

type reportJSON struct {
	Boss      rapport.Slug  `json:"boss"`
	Name      string        `json:"name"`
	From      rapport.Day   `json:"from"`
	Until     rapport.Day   `json:"until"`
	SinceLast bool          `json:"since_last"`
	Title     string        `json:"title"`
	Byline    string        `json:"byline"`
	Words     int           `json:"words"`
	Seconds   int           `json:"seconds"`
	Sections  []sectionJSON `json:"sections"`
	// Talk and Confirm are for a boss who listens: what is said, and what is
	// sent after it.
	Talk      []sentenceJSON `json:"talk,omitempty"`
	Confirm   []sentenceJSON `json:"confirm,omitempty"`
	Annex     []sectionJSON  `json:"annex,omitempty"`
	Attached  bool           `json:"annex_attached,omitempty"`
	Style     []string       `json:"style"`
	Moves     []moveJSON     `json:"moves,omitempty"`
	Status    []standingJSON `json:"status,omitempty"`
	NextTalk  string         `json:"next_talk,omitempty"`
	Due       string         `json:"due,omitempty"`
	DueWhy    string         `json:"due_why,omitempty"`
	Questions []string       `json:"questions,omitempty"`
	Facts     []factJSON     `json:"facts"`
	Out       []factJSON     `json:"out"`
}

type moveJSON struct {
	Value  string `json:"value,omitempty"`
	What   string `json:"what"`
	Why    string `json:"why,omitempty"`
	Yields bool   `json:"yields,omitempty"`
}

type standingJSON struct {
	Project rapport.Slug `json:"project"`
	Status  string       `json:"status"`
	Why     string       `json:"why,omitempty"`
	// Painted is the user's own word where that is greener than the log.
	Painted string `json:"painted,omitempty"`
}

type sectionJSON struct {
	Role  string           `json:"role"`
	Title string           `json:"title,omitempty"`
	Intro []sentenceJSON   `json:"intro,omitempty"`
	Items []sentenceJSON   `json:"items,omitempty"`
	Head  []string         `json:"head,omitempty"`
	Rows  [][]sentenceJSON `json:"rows,omitempty"`
	Chart []string         `json:"chart,omitempty"`
	Outro []sentenceJSON   `json:"outro,omitempty"`
}

type sentenceJSON struct {
	Text     string           `json:"text"`
	Entries  []rapport.Number `json:"entries,omitempty"`
	Computed []computedJSON   `json:"computed,omitempty"`
}

type computedJSON struct {
	Text string `json:"text"`
	From string `json:"from"`
}

type factJSON struct {
	// Entry is the record's identity in the journal.
	Entry  rapport.LineID `json:"entry"`
	Number rapport.Number `json:"number"`
	Noun   string         `json:"noun"`
	Kind   rapport.Kind   `json:"kind"`
	Place  string         `json:"place"`
	Reason string         `json:"reason,omitempty"`
}

type traceJSON struct {
	Section  string           `json:"section,omitempty"`
	Text     string           `json:"text"`
	Entries  []rapport.Number `json:"entries"`
	Computed []computedJSON   `json:"computed,omitempty"`
	Reason   string           `json:"reason,omitempty"`
}

// reportText is the report as one line of JSON.
func reportText(c reports.Composed) (string, error) {
	numbers := numbersByID(c)
	shape := reportJSON{
		Boss: c.Boss.Slug, Name: c.Boss.Name, From: c.Period.From, Until: c.Period.Until, SinceLast: c.SinceLast,
		Title: c.Title.Text, Byline: c.Byline.Text, Words: c.Words, Seconds: c.Seconds,
		Sections: sectionShapes(c.Sections, numbers), Annex: sectionShapes(c.Annex, numbers), Attached: c.Attached,
		Talk: sentenceShapes(c.Talk, numbers), Confirm: sentenceShapes(c.Confirm, numbers),
		Style: []string{}, Facts: factShapes(c.Facts), Out: factShapes(c.Out),
	}
	for _, v := range c.Form.Style {
		if v != profile.Unknown {
			shape.Style = append(shape.Style, string(v))
		}
	}
	for _, m := range c.Moves {
		shape.Moves = append(shape.Moves, moveJSON{string(m.Value), m.What, m.Why, m.Yields})
	}
	for _, st := range c.Standings {
		shape.Status = append(shape.Status, standingJSON{st.Project.Slug, string(st.Colour), st.Why, st.Painted})
	}
	if t := c.Next; !t.Begins.IsZero() {
		shape.NextTalk, shape.Due, shape.DueWhy = t.Begins.Format(time.RFC3339), t.Due.Format(time.RFC3339), t.Why
	}
	for _, d := range c.Doubts {
		shape.Questions = append(shape.Questions, d.Text)
	}
	text, err := json.Marshal(map[string]reportJSON{"report": shape})
	return string(text) + "\n", err
}

// numbersByID are the numbers of all records that a report is about.
func numbersByID(c reports.Composed) map[rapport.EntryID]rapport.Number {
	numbers := make(map[rapport.EntryID]rapport.Number, len(c.Facts)+len(c.Out))
	for _, f := range c.Facts {
		numbers[f.Entry] = f.Number
	}
	for _, f := range c.Out {
		numbers[f.Entry] = f.Number
	}
	return numbers
}

func factShapes(facts []reports.Fact) []factJSON {
	shapes := []factJSON{}
	for _, f := range facts {
		shapes = append(shapes, factJSON{f.Line, f.Number, string(f.Noun), f.Kind, f.Place, f.Reason})
	}
	return shapes
}

func sectionShapes(sections []reports.Section, numbers map[rapport.EntryID]rapport.Number) []sectionJSON {
	shapes := []sectionJSON{}
	for _, s := range sections {
		shape := sectionJSON{
			Role: string(s.Role), Title: s.Title,
			Intro: sentenceShapes(s.Intro, numbers), Items: sentenceShapes(s.Items, numbers), Outro: sentenceShapes(s.Outro, numbers),
		}
		if s.Table != nil {
			shape.Head = s.Table.Head
			for _, row := range s.Table.Rows {
				shape.Rows = append(shape.Rows, sentenceShapes(row, numbers))
			}
		}
		if s.Figure != nil {
			shape.Chart = s.Figure.Lines
		}
		shapes = append(shapes, shape)
	}
	return shapes
}

func sentenceShapes(sentences []reports.Sentence, numbers map[rapport.EntryID]rapport.Number) []sentenceJSON {
	var shapes []sentenceJSON
	for _, x := range sentences {
		shape := sentenceJSON{Text: x.Text}
		for _, id := range x.Entries {
			shape.Entries = append(shape.Entries, numbers[id])
		}
		for _, computed := range x.Computed {
			if computed.Text != "" {
				shape.Computed = append(shape.Computed, computedJSON{computed.Text, computed.From})
			}
		}
		shapes = append(shapes, shape)
	}
	return shapes
}

type keptJSON struct {
	Number  rapport.Number      `json:"number"`
	Boss    rapport.Slug        `json:"boss"`
	From    rapport.Day         `json:"from"`
	Until   rapport.Day         `json:"until"`
	Version int                 `json:"version"`
	State   rapport.ReportState `json:"state"`
	Format  string              `json:"format"`
	Via     string              `json:"via,omitempty"`
	At      string              `json:"at"`
	Text    string              `json:"text,omitempty"`
}

func keptShape(r rapport.Report, boss rapport.Boss) keptJSON {
	return keptJSON{r.Number, boss.Slug, r.From, r.Until, r.Version, r.State, r.Format, r.Medium, stampText(r.At), r.Text}
}

type sourceJSON struct {
	Number   rapport.Number `json:"number"`
	Kind     string         `json:"kind"`
	Title    string         `json:"title"`
	Location string         `json:"location"`
}

func sourceShape(s rapport.Source) sourceJSON {
	return sourceJSON{s.Number, s.Kind, s.Title, s.Location}
}
