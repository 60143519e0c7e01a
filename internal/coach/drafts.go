package coach

import (
	"cmp"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/prose"
)

// Draft is a text for a boss that has not left: an [Unsent] message or report,
// or an item of the next agenda, with what is wrong with it.
type Draft struct {
	rapport.Record
	Boss rapport.BossID
	// What says in a word what it is.
	What string
	Text string
	// Entries are the entries that a report tells, where the record says so.
	Entries  []rapport.EntryID
	Findings []prose.Finding
}

// mostDrafts is how many of the newest agenda items are read: one among dozens
// is not about to be said.
const mostDrafts = 12

// deriveDrafts collects what is about to go to a boss: what is unsent, and the
// user's own items on the agenda.
func (f *Facts) deriveDrafts() {
	for _, b := range f.Bosses {
		for _, u := range b.Unsent {
			d := &Draft{Record: u.Record, Boss: b.ID, What: "message", Text: u.Text, Findings: u.Found}
			if u.Report {
				d.What, d.Entries = "report", entriesOf(b, u)
			}
			f.Drafts = append(f.Drafts, d)
		}
	}
	private := f.privateTexts()
	for _, a := range f.Agenda[max(0, len(f.Agenda)-mostDrafts):] {
		if a.State() == rapport.StateOpen && !a.Theirs && f.Days(a.Day()) <= draftFresh {
			found := prose.Check(a.Text, prose.Options{Channel: prose.Agenda, Private: private})
			f.Drafts = append(f.Drafts, &Draft{Record: a.Record, Boss: a.Boss, What: "agenda item", Text: a.Text, Findings: found})
		}
	}
	slices.SortStableFunc(f.Drafts, func(a, b *Draft) int { return cmp.Compare(a.At.At, b.At.At) })
}

// entriesOf are the entries that an unsent report tells.
func entriesOf(b *File, u Unsent) (entries []rapport.EntryID) {
	for _, r := range b.Drafts {
		if r.Line == u.Line {
			for _, item := range r.Items {
				entries = append(entries, item.Entry)
			}
		}
	}
	return entries
}

// DraftsFor are the texts that are about to go to a boss.
func (f *Facts) DraftsFor(boss rapport.BossID) []*Draft {
	var own []*Draft
	for _, d := range f.Drafts {
		if d.Boss == boss {
			own = append(own, d)
		}
	}
	return own
}

// faults are the findings of some labels in a draft.
func (d *Draft) faults(labels ...prose.Label) []prose.Finding {
	var all []prose.Finding
	for _, found := range d.Findings {
		if slices.Contains(labels, found.Label) {
			all = append(all, found)
		}
	}
	return all
}

// passage is the text of a finding.
func (d *Draft) passage(found prose.Finding) string {
	runes := []rune(d.Text)
	start, end := min(found.Start, len(runes)), min(found.End, len(runes))
	return strings.TrimSpace(string(runes[start:end]))
}
