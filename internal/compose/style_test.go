package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/profile"
)

// genStyle draws at most one value of each dimension.
func genStyle(t *rapid.T) profile.Style {
	var s profile.Style
	for i, d := range profile.Dimensions {
		s[i] = rapid.SampledFrom(append([]profile.Value{profile.Unknown, profile.Unknown}, profile.Values(d)...)).Draw(t, string(d))
	}
	return s
}

// genFacts adds asks, promises, advice and topics to a material.
func genFacts(t *rapid.T, m *Material) {
	id := rapport.FactID(1000)
	fact := func() rapport.Fact {
		id++
		return rapport.Fact{ID: id, Record: rapport.Record{
			Number: rapport.Number(id), Line: rapport.LineID("fact"), At: rapport.StampOf(genDay(t, "said").In(time.UTC)),
		}}
	}
	boss := func() rapport.BossID { return rapport.BossID(rapid.IntRange(1, 2).Draw(t, "to")) }
	for range rapid.IntRange(0, 3).Draw(t, "asks") {
		a := rapport.Ask{Fact: fact(), Boss: boss(), Text: genText(t, "ask", 12), Goal: rapport.GoalID(rapid.IntRange(0, 4).Draw(t, "for"))}
		if rapid.Bool().Draw(t, "hasOptions") {
			a.Options = []string{genText(t, "option", 5), genText(t, "option", 5)}
			a.Default = genText(t, "default", 4)
		}
		if rapid.Bool().Draw(t, "hasDue") {
			a.Due = genDay(t, "due")
		}
		m.Asks = append(m.Asks, a)
	}
	for range rapid.IntRange(0, 3).Draw(t, "promises") {
		p := rapport.Promise{Fact: fact(), By: rapport.Myself(), To: rapport.Person{Boss: boss()}, Text: genText(t, "promise", 8)}
		if rapid.Bool().Draw(t, "isTheirs") {
			p.By, p.To = p.To, p.By
		}
		p.State, p.DueNow = rapport.StateOpen, genDay(t, "due")
		m.Promises = append(m.Promises, p)
	}
	for range rapid.IntRange(0, 2).Draw(t, "topics") {
		m.Agenda = append(m.Agenda, rapport.AgendaItem{
			Fact: fact(), Boss: boss(), Text: genText(t, "topic", 6), Theirs: rapid.Bool().Draw(t, "theirs"),
			Type: rapid.SampledFrom([]rapport.AgendaType{rapport.Decide, rapport.Advise, rapport.Inform, ""}).Draw(t, "type"),
		})
	}
	if rapid.Bool().Draw(t, "hasAdvice") {
		m.Advice = []rapport.AdviceSheet{{
			Fact: fact(), Boss: boss(), Text: genText(t, "advice", 8), Recommend: genText(t, "recommend", 4), Unseen: genText(t, "unseen", 4),
			Options: []rapport.Option{{Text: genText(t, "way", 4), Cost: "12 days"}, {Text: genText(t, "way", 4), Pays: "Mara"}},
		}}
	}
	m.OtherBosses = []rapport.Boss{{ID: 2, Name: "Quentin Abel"}}
}

func genWhole(t *rapid.T) Material {
	m := genMaterial(t)
	genFacts(t, &m)
	return m
}

// saidBy lists everything that the records of a material say, by record.
func saidOf(m Material) map[rapport.EntryID]string {
	said := map[rapport.EntryID]string{}
	for _, e := range m.Entries {
		said[e.ID] = e.Text + " " + e.Outcome
	}
	for _, a := range m.Asks {
		said[rapport.EntryID(a.ID)] = strings.Join(append([]string{a.Text, a.Default, a.Purpose}, a.Options...), " ")
	}
	for _, p := range m.Promises {
		said[rapport.EntryID(p.ID)] = p.Text
	}
	for _, a := range m.Agenda {
		said[rapport.EntryID(a.ID)] = a.Text
	}
	for _, a := range m.Advice {
		all := []string{a.Text, a.Recommend, a.Unseen}
		for _, o := range a.Options {
			all = append(all, o.Text, o.Cost, o.Gains, o.Pays)
		}
		said[rapport.EntryID(a.ID)] = strings.Join(all, " ")
	}
	return said
}

func entriesOf(facts []Fact) []rapport.EntryID {
	var ids []rapport.EntryID
	for _, f := range facts {
		ids = append(ids, f.Entry)
	}
	slices.Sort(ids)
	return ids
}

func TestAnyTwoStylesTellTheSameFacts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genWhole(t)
		a, b := Compose(m, Adapt(Tried(genStyle(t)))), Compose(m, Adapt(Tried(genStyle(t))))
		if !slices.Equal(entriesOf(a.Facts), entriesOf(b.Facts)) || !slices.Equal(entriesOf(a.Out), entriesOf(b.Out)) {
			t.Fatalf("%v tells %v, %v tells %v", a.Form.Style, entriesOf(a.Facts), b.Form.Style, entriesOf(b.Facts))
		}
		for _, r := range [...]Report{a, b} {
			places := map[string]map[rapport.EntryID]bool{InBody: {}, InTalk: {}, InAnnex: {}}
			cite := func(place string, groups ...[]Sentence) {
				for _, g := range groups {
					for _, s := range g {
						for _, id := range s.Entries {
							places[place][id] = true
						}
					}
				}
			}
			sections := func(place string, all []Section) {
				for _, s := range all {
					cite(place, s.Intro, s.Items, s.Outro)
					if s.Table != nil {
						cite(place, s.Table.Rows...)
					}
				}
			}
			sections(InBody, r.Sections)
			cite(InTalk, r.Talk)
			sections(InAnnex, r.Annex)
			for _, f := range r.Facts {
				place := f.Place
				if place == InCount {
					place = InBody // the count line stands in the body
				}
				if !places[place][f.Entry] {
					t.Fatalf("%v: record %d is not told in its place, %s\n%s", r.Form.Style, f.Entry, f.Place, r.Markdown())
				}
				if f.Place == InTalk && !places[InAnnex][f.Entry] {
					t.Fatalf("%v: what is only said, record %d, is in no annex", r.Form.Style, f.Entry)
				}
			}
		}
	})
}

func TestEveryNumberOfAnyStyleIsCitedOrComputed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genWhole(t)
		said := saidOf(m)
		r := Compose(m, Adapt(Tried(genStyle(t))))
		for _, line := range r.Explain() {
			var known []string
			for _, id := range line.Entries {
				known = append(known, digits(said[id])...)
			}
			for _, c := range line.Computed {
				known = append(known, digits(c.Text)...)
			}
			for _, d := range digits(line.Text) {
				if !slices.Contains(known, d) {
					t.Fatalf("%v: %q has %s, which stands in no cited record and is not computed", r.Form.Style, line.Text, d)
				}
			}
		}
	})
}

func TestAStatusIsNeverGreenerThanTheLog(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, style := genWhole(t), genStyle(t)
		for i := range m.Projects {
			m.Projects[i].Status = rapid.SampledFrom([]string{"", "green", "on track", "going well", "red"}).Draw(t, "status")
		}
		r := Compose(m, Adapt(Tried(style)))
		if plain := Compose(m, Neutral); !reflect.DeepEqual(r.Standings, plain.Standings) || !reflect.DeepEqual(r.Doubts, plain.Doubts) {
			t.Fatalf("%v changes where projects stand: %v, without it %v", style, r.Standings, plain.Standings)
		}
		open := map[rapport.ProjectID]bool{} // projects with a problem that the report tells of
		for i := range m.Entries {
			e := &m.Entries[i]
			told := slices.ContainsFunc(r.Facts, func(f Fact) bool { return f.Entry == e.ID })
			if told && e.Kind == rapport.Challenge && e.ProjectBy.Holds() && !isSettled(e, m.Today) {
				open[e.Project] = true
			}
		}
		for _, s := range r.Standings {
			late := s.Project.Due != "" && s.Project.Due < m.Today
			if s.Colour == Green && (late || open[s.Project.ID]) {
				t.Fatalf("%q is green and has an open problem or a day that passed\n%s", s.Project.Title, r.Markdown())
			}
			green := s.Project.Status != "" && s.Project.Status != "red"
			if s.Colour != Green && green && !slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return strings.Contains(d.Text, s.Project.Title) }) {
				t.Fatalf("%q is painted %q, is %s, and nobody asks\n%v", s.Project.Title, s.Project.Status, s.Colour, r.Doubts)
			}
		}
	})
}

func TestTheSameStyleGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, k := genWhole(t), Tried(genStyle(t))
		other := m
		other.Entries = rapid.Permutation(m.Entries).Draw(t, "entries")
		other.Asks = rapid.Permutation(m.Asks).Draw(t, "asks")
		other.Promises = rapid.Permutation(m.Promises).Draw(t, "promises")
		a, b := Compose(m, Adapt(k)), Compose(other, Adapt(k))
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%v: the order changed the report\n%s\n%s", k.Style, a.Markdown(), b.Markdown())
		}
	})
}

// wordsOf counts the words of everything in a text but marks of a list.
func wordsOf(text string) int { return countWords(text) }

func TestEachStyleKeepsWhatItStandsFor(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genWhole(t)
		style := genStyle(t)
		r := Compose(m, Adapt(Tried(style)))
		body, err := r.Part(BodyPart)
		if err != nil {
			t.Fatal(err)
		}
		text := body.Text(0)
		is := func(v profile.Value) bool { return style.Value(v.Of()) == v }
		if n := wordsOf(text); is(profile.Headline) && n > 120 && !is(profile.RealTime) {
			t.Fatalf("%v: headline has %d words\n%s", style, n, text)
		}
		if is(profile.Listener) {
			if len(r.Talk) < leastSpoken || len(r.Talk) > mostSpoken {
				t.Fatalf("%v: %d spoken sentences\n%s", style, len(r.Talk), r.Markdown())
			}
			if len(r.Confirm) != 3 {
				t.Fatalf("%d lines of confirmation", len(r.Confirm))
			}
			for _, s := range r.Sections {
				if s.Table != nil {
					t.Fatalf("%v: a table for a listener\n%s", style, text)
				}
			}
			if n := length(r.Sections); n > noteWords && !is(profile.RealTime) {
				t.Fatalf("%v: a note of %d words\n%s", style, n, text)
			}
		} else if len(r.Talk) > 0 {
			t.Fatalf("%v: a talk track without a listener", style)
		}
		if is(profile.RealTime) {
			for _, s := range r.Sections {
				if n := length([]Section{s}); n > messageWords {
					t.Fatalf("%v: a message of %d words\n%s", style, n, text)
				}
			}
		}
		needs := 0
		for _, f := range r.Facts {
			if f.Kind == rapport.Question && f.Place == InBody {
				needs++
			}
		}
		if is(profile.Exceptions) {
			for _, part := range Fit(Adapt(Tried(style))(Plan(Select(m)))).Parts {
				for _, p := range part.Points {
					if part.Role == Work && !isTrouble(p.Item) && !part.Lead {
						t.Fatalf("%v: on-plan work is told: %s", style, p.Entry.Text)
					}
				}
			}
		}
		if is(profile.Numbers) {
			o := Fit(Adapt(Tried(style))(Plan(Select(m))))
			w := newWriter(o)
			for _, part := range o.Parts {
				for _, p := range part.Points {
					if part.Role == Work && p.isWork() && !isSettled(p.Entry, m.Today) && !p.hasFigure() {
						if s := w.say(p, Work); !strings.Contains(s.Text, noFigure) {
							t.Fatalf("%q has no figure and does not say so", s.Text)
						}
					}
				}
			}
		}
		_ = needs
	})
}

// rankOf returns how many other points stand before each bad news on a goal.
func TestBadNewsOnAGoalNeverRanksBelowThird(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, style := genWhole(t), genStyle(t)
		o := Fit(Adapt(Tried(style))(Plan(Select(m))))
		others, bad := 0, 0
		for _, part := range o.Parts {
			for _, p := range part.Points {
				switch {
				case !isTrouble(p.Item) || len(p.Goals) == 0:
					others++
				case bad < headlines:
					bad++
					if others > mostBefore {
						t.Fatalf("%v: bad news on a goal stands behind %d other things\n%s", style, others, o)
					}
				}
			}
		}
		if bad > 0 {
			return
		}
		for _, p := range o.Counted {
			if isTrouble(p.Item) && len(p.Goals) > 0 && others > mostBefore+1 {
				t.Fatalf("%v: bad news on a goal is only counted behind %d other things\n%s", style, others, o)
			}
		}
	})
}

func TestEveryMoveCarriesAReason(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, style := genWhole(t), genStyle(t)
		r := Compose(m, Adapt(Tried(style)))
		for i, d := range profile.Dimensions {
			if style[i] != profile.Unknown && !slices.ContainsFunc(r.Moves, func(x Move) bool { return x.Dimension == d }) {
				t.Fatalf("%s changed nothing, or says not what", style[i])
			}
		}
		for _, x := range r.Moves {
			if x.Why == "" || x.What == "" {
				t.Fatalf("the move %q has no reason", x)
			}
		}
		for _, c := range Diff(Compose(m, Neutral), r) {
			if c.Why == "" {
				t.Fatalf("the change %q has no reason", c)
			}
		}
	})
}

func TestTheUnknownStyleIsTheNeutralForm(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genWhole(t)
		if a, b := Compose(m, Neutral), Compose(m, Adapt(Known{})); !reflect.DeepEqual(a, b) {
			t.Fatal("nothing known is not the neutral form")
		}
	})
}

func TestNoBossIsQuotedToAnother(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Quentin said the budget is frozen", "the budget is frozen, according to Quentin", "heard from Quentin that we move",
		"Quentin's view is that it takes a year", "we wait because Quentin says so", "Quentin: not before May",
	} {
		l := newLife("Ines", "Dana Whitlock", "2026-11-16", "2026-11-20", "2026-11-20")
		l.m.OtherBosses = []rapport.Boss{{ID: 2, Name: "Quentin Abel"}}
		id := l.log("2026-11-17", rapport.HeadsUp, 0, text)
		l.log("2026-11-17", rapport.Progress, 0, "moved the files to the new server with Quentin")
		r := Compose(l.m, Neutral)
		if why, out := r.WhyNot(id); !out || !strings.Contains(why, "quotes Quentin") {
			t.Errorf("%q is told: %s", text, why)
		}
		if len(r.Facts) != 1 {
			t.Errorf("work with another boss is no quotation: %v", r.Out)
		}
	}
}
