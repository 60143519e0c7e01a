package cli

import (
	"encoding/json"

	"rapport"
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
	Facts     []factJSON    `json:"facts"`
	Out       []factJSON    `json:"out"`
}

type sectionJSON struct {
	Role  string         `json:"role"`
	Title string         `json:"title,omitempty"`
	Intro []sentenceJSON `json:"intro,omitempty"`
	Items []sentenceJSON `json:"items,omitempty"`
	Outro []sentenceJSON `json:"outro,omitempty"`
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
	Entry  rapport.Number `json:"entry"`
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
	numbers := make(map[rapport.EntryID]rapport.Number, len(c.Entries))
	for _, e := range c.Entries {
		numbers[e.ID] = e.Number
	}
	shape := reportJSON{
		Boss: c.Boss.Slug, Name: c.Boss.Name, From: c.Period.From, Until: c.Period.Until, SinceLast: c.SinceLast,
		Title: c.Title.Text, Byline: c.Byline.Text, Words: c.Words, Seconds: c.Seconds,
		Sections: []sectionJSON{}, Facts: []factJSON{}, Out: []factJSON{},
	}
	for _, s := range c.Sections {
		section := sectionJSON{Role: string(s.Role), Title: s.Title}
		for _, x := range s.Intro {
			section.Intro = append(section.Intro, sentenceJSON{Text: x.Text, Entries: numbered(x.Entries, numbers)})
		}
		for _, x := range s.Items {
			section.Items = append(section.Items, sentenceJSON{Text: x.Text, Entries: numbered(x.Entries, numbers)})
		}
		for _, x := range s.Outro {
			section.Outro = append(section.Outro, sentenceJSON{Text: x.Text, Entries: numbered(x.Entries, numbers)})
		}
		shape.Sections = append(shape.Sections, section)
	}
	for _, f := range c.Facts {
		shape.Facts = append(shape.Facts, factJSON{numbers[f.Entry], f.Kind, f.Place, f.Reason})
	}
	for _, f := range c.Out {
		shape.Out = append(shape.Out, factJSON{numbers[f.Entry], f.Kind, f.Place, f.Reason})
	}
	text, err := json.Marshal(map[string]reportJSON{"report": shape})
	return string(text) + "\n", err
}

func numbered(ids []rapport.EntryID, numbers map[rapport.EntryID]rapport.Number) []rapport.Number {
	var all []rapport.Number
	for _, id := range ids {
		all = append(all, numbers[id])
	}
	return all
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
