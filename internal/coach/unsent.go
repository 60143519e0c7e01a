package coach

import (
	"slices"

	"rapport"
	"rapport/internal/prose"
)

// Unsent is a draft for a boss that is still one, with what the prose check
// found in it.
type Unsent struct {
	rapport.Record
	Text, Medium string
	// Report says that it is a report and no message.
	Report bool
	Found  []prose.Finding
}

// Has returns the first finding with a label.
func (u Unsent) Has(label prose.Label) (prose.Finding, bool) {
	i := slices.IndexFunc(u.Found, func(f prose.Finding) bool { return f.Label == label })
	if i < 0 {
		return prose.Finding{}, false
	}
	return u.Found[i], true
}

// Day is the day of the draft.
func (u Unsent) Day() rapport.Day { return rapport.DayOf(u.At.Time()) }

// draftFresh is how many days a draft counts as one that may still leave.
const draftFresh = 30

// deriveUnsent collects the drafts to a boss that are fresh and were not
// followed by something of the kind that was sent, and checks their prose.
func (f *Facts) deriveUnsent(of *File) {
	var sent, reported rapport.Instant
	for _, m := range of.Messages {
		if m.State == rapport.Sent {
			sent = max(sent, m.At.At)
		}
	}
	for _, r := range of.Reports {
		reported = max(reported, r.At.At)
	}
	add := func(r rapport.Record, text, medium string, report bool) {
		u := Unsent{Record: r, Text: text, Medium: medium, Report: report}
		if f.Days(u.Day()) > draftFresh {
			return
		}
		if text != "" {
			u.Found = prose.Check(text, prose.Options{Private: f.privateTexts()})
		}
		of.Unsent = append(of.Unsent, u)
	}
	for _, m := range of.Messages {
		if m.State == rapport.Draft && m.At.At > sent {
			add(m.Record, m.Text, m.Medium, false)
		}
	}
	for _, r := range of.Drafts {
		if r.At.At > reported {
			add(r.Record, r.Text, r.Medium, true)
		}
	}
	for _, a := range of.FeedbackAsks {
		if f.Days(a.Day()) > 60 || a.Text == "" {
			continue
		}
		found := prose.Check(a.Text, prose.Options{})
		if slices.ContainsFunc(found, func(p prose.Finding) bool { return p.Label == prose.VagueFeedback }) {
			of.Vague = append(of.Vague, a.ID)
		}
	}
}
