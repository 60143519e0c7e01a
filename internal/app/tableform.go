package app

import (
	"bytes"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/intake/table"
)

// tableForm reads CSV files.
type tableForm struct{}

func (tableForm) Kind() string { return "csv" }

// aboutColumns is what the columns of a file are remembered under.
func aboutColumns(title string) string { return "csv-columns " + title }

func (tableForm) Read(text []byte, c intake.Circumstances) (d intake.Document, err error) {
	mapping := map[table.Column]string{}
	for _, m := range c.Answers {
		if m.About == aboutColumns(c.Title) {
			mapping[table.Column(m.Name)] = m.Meaning
		}
	}
	t, err := table.Open(bytes.NewReader(text), table.Options{
		Today: c.Today, Zone: c.Zone, Locale: c.User.Locale, Week: c.User.WorkDays, Mapping: mapping, Guesser: c.Guesser,
	})
	if err != nil {
		return d, err
	}
	unknown := map[rapport.Slug]int{}
	for row, err := range t.Rows() {
		if err != nil {
			return intake.Document{}, err
		}
		p := rapport.Proposal{
			Key: row.Key, From: row.Day, Day: row.Day, Kind: row.Kind, Text: row.Text, Project: row.Project, Due: row.Due,
			Reason: row.Reason, Confidence: row.Confidence,
			Evidence: append([]rapport.Evidence{{Kind: "file", Ref: c.Title}}, row.Evidence...),
		}
		p.Outcome, p.Goal = row.Outcome, row.Goal
		if row.Boss != "" {
			b, err := rapport.FindBoss(c.Names.Bosses, row.Boss)
			if err != nil {
				unknown[row.Boss]++
			}
			p.Boss = b.ID
		}
		d.Found = append(d.Found, intake.Finding{Proposal: p, Anywhere: !strings.HasPrefix(row.Key, "id/"), Line: row.Line})
	}
	warnings, all := t.Warnings()
	for _, w := range warnings {
		if w.Left {
			d.Skipped = append(d.Skipped, intake.Skipped{Line: w.Line, LastLine: w.Line, Text: w.Column, Reason: w.Message})
		} else {
			d.Says = append(d.Says, fmt.Sprintf("line %d, %s: %s", w.Line, w.Column, w.Message))
		}
	}
	if all > len(warnings) {
		d.Says = append(d.Says, fmt.Sprintf("%d further rows have something of that kind", all-len(warnings)))
	}
	for _, slug := range sortedSlugs(unknown) {
		d.Says = append(d.Says, fmt.Sprintf("@%s is no boss on record, so the rows that name them are about nobody (%d)", slug, unknown[slug]))
	}
	if len(t.Ignored) > 0 {
		d.Says = append(d.Says, "columns that were not used: "+strings.Join(t.Ignored, ", "))
	}
	return d, nil
}

// Answer reads a mapping such as "date=Datum,text=Was".
func (tableForm) Answer(said string, c intake.Circumstances) (answers []rapport.Mapping, err error) {
	mapping, err := table.ParseMapping(said)
	if err != nil {
		return nil, err
	}
	for _, column := range table.Columns {
		if header := mapping[column]; header != "" {
			answers = append(answers, rapport.Mapping{About: aboutColumns(c.Title), Name: string(column), Meaning: header})
		}
	}
	return answers, nil
}
