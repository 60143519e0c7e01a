package compose

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapport"
)

func TestAnAgendaHasTheFactsOfTheReport(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, style := genWhole(t), genStyle(t)
		outline := Adapt(Tried(style))(Plan(Select(m)))
		report, agenda := Write(outline), Agenda(outline, Meeting{})
		if !slices.Equal(entriesOf(report.Facts), entriesOf(agenda.Facts)) {
			t.Fatalf("%v: the report has %v, the agenda %v", style, entriesOf(report.Facts), entriesOf(agenda.Facts))
		}
		mine := agenda.Sections[slices.IndexFunc(agenda.Sections, func(s Section) bool { return s.Title == headingMyTopics })]
		if len(mine.Items) > topicsOfMine {
			t.Fatalf("%v: %d topics of mine", style, len(mine.Items))
		}
		text := agenda.Markdown()
		for _, want := range []string{"What is on your plate?", "What do you want to add?"} {
			if !strings.Contains(text, want) {
				t.Fatalf("%v: the agenda does not ask %q\n%s", style, want, text)
			}
		}
		said := saidOf(m)
		for _, line := range agenda.Explain() {
			var known []string
			for _, id := range line.Entries {
				known = append(known, digits(said[id])...)
			}
			for _, c := range line.Computed {
				known = append(known, digits(c.Text)...)
			}
			for _, d := range digits(line.Text) {
				if !slices.Contains(known, d) {
					t.Fatalf("%v: %q has %s, which stands nowhere", style, line.Text, d)
				}
			}
		}
	})
}

func TestAgendaPutsWhatTheReaderAskedForBesideMine(t *testing.T) {
	t.Parallel()
	l := newLife("Jo", "Maren Holt", "2026-11-16", "2026-11-20", "2026-11-20")
	l.project(1, "Second desk", 0)
	l.m.Agenda = []rapport.AgendaItem{{Fact: rapport.Fact{ID: 50}, Boss: 1, Text: "holiday cover", Theirs: true}}
	l.m.Agenda[0].At = rapport.StampOf(rapport.Day("2026-11-11").Time())
	l.log("2026-11-17", rapport.Challenge, 1, "the second printer is broken")
	l.log("2026-11-18", rapport.Question, 1, "may I order a spare printer for 240 euros", due("2026-11-24"))
	got := Agenda(Neutral(Plan(Select(l.m))), Meeting{Begins: "Tue 24 Nov 10:00"}).Markdown()
	for _, want := range []string{
		"Agenda with Maren Holt, Tue 24 Nov 10:00",
		"1. Decide (8 min): Second desk: may I order a spare printer for 240 euros? By Tue 24 Nov. It is about: The second printer is broken. No answer yet.",
		"- Holiday cover. (carried over since Wed 11 Nov)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q:\n%s", want, got)
		}
	}
}
