package compose

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"rapport"
)

var someWords = []string{
	"moved", "the", "ward", "rota", "p99", "12", "3 of 8", "40%", "scanner", "letters", "Mara", "to", "next", "week",
	"is", "late", "draft", "sent", "Monday", "we", "could", "3.5", "1,680", "#41", "*", "<b>", "done.", "Why", "倉庫", "מלגזה", "🚚",
}

func genText(t *rapid.T, label string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(someWords), 1, most).Draw(t, label), " ")
}

func genDay(t *rapid.T, label string) rapport.Day {
	return rapport.Day("2026-11-20").Add(rapid.IntRange(-25, 12).Draw(t, label))
}

func genEntry(t *rapid.T, id int) rapport.Entry {
	e := rapport.Entry{
		ID:        rapport.EntryID(id),
		Day:       genDay(t, "day"),
		Kind:      rapid.SampledFrom(rapport.Kinds[:]).Draw(t, "kind"),
		Text:      genText(t, "text", rapid.SampledFrom([]int{4, 8, 12, 90}).Draw(t, "length")),
		Project:   rapport.ProjectID(rapid.IntRange(0, 5).Draw(t, "project")),
		ProjectBy: rapid.SampledFrom([]rapport.Certainty{rapport.Guessed, rapport.Said, rapport.Said, rapport.Refused}).Draw(t, "by"),
	}
	if rapid.Bool().Draw(t, "hasOutcome") {
		e.Outcome = genText(t, "outcome", 8)
	}
	if rapid.IntRange(0, 2).Draw(t, "hasDue") == 0 {
		e.Due = genDay(t, "due")
	}
	if rapid.IntRange(0, 3).Draw(t, "hasTold") == 0 {
		e.Told = []rapport.Told{{
			Boss: rapport.BossID(rapid.IntRange(1, 2).Draw(t, "toldBoss")), How: rapport.ByReport,
			Since: rapport.StampOf(genDay(t, "since").In(time.UTC)),
		}}
	}
	if rapid.IntRange(0, 5).Draw(t, "hasConcern") == 0 {
		e.Concerns = []rapport.BossID{rapport.BossID(rapid.IntRange(1, 2).Draw(t, "concern"))}
	}
	if rapid.IntRange(0, 2).Draw(t, "hasLink") == 0 {
		e.Links = []rapport.Link{{
			Goal: rapport.GoalID(rapid.IntRange(1, 4).Draw(t, "goal")), Confidence: 80,
			By: rapid.SampledFrom([]rapport.Certainty{rapport.Guessed, rapport.Said, rapport.Confirmed, rapport.Refused}).Draw(t, "link"),
		}}
	}
	if e.Kind == rapport.Commitment {
		e.CommittedBy = []rapport.Party{rapid.SampledFrom([]rapport.Party{rapport.Me, rapport.TheBoss, rapport.Other}).Draw(t, "party")}
	}
	if rapid.IntRange(0, 4).Draw(t, "hasHelper") == 0 {
		e.Helpers = []string{"Mara Pohl", "Porter 7"}
	}
	if rapid.IntRange(0, 20).Draw(t, "isRemoved") == 0 {
		e.Removed = 1
	}
	return e
}

func genMaterial(t *rapid.T) Material {
	m := Material{
		User: "Ines 2", Boss: rapport.Boss{ID: 1, Name: "Ruth 3 Calloway"}, Today: "2026-11-20",
		Period:    rapport.Period{From: "2026-11-09", Until: "2026-11-20"},
		SinceLast: rapid.Bool().Draw(t, "sinceLast"),
	}
	for id := 1; id <= 4; id++ {
		m.Projects = append(m.Projects, rapport.Project{
			ID: rapport.ProjectID(id), Title: fmt.Sprintf("Project 77%d", id),
			Boss: rapport.BossID(rapid.IntRange(0, 2).Draw(t, "owner")),
			Goal: rapport.GoalID(rapid.IntRange(0, 4).Draw(t, "projectGoal")),
		})
		m.Goals = append(m.Goals, rapport.Goal{ID: rapport.GoalID(id), Boss: 1, Title: fmt.Sprintf("Goal 88%d", id), Confirmed: id%2 == 0})
	}
	if rapid.Bool().Draw(t, "isLate") {
		m.Projects[0].Due = "2026-11-13"
	}
	if rapid.Bool().Draw(t, "isUnseen") {
		m.Unseen = []string{"meetings"}
	}
	for id := range rapid.IntRange(0, 60).Draw(t, "entries") {
		m.Entries = append(m.Entries, genEntry(t, id+1))
	}
	return m
}

// digits returns the runs of digits in text.
func digits(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsNumber(r) })
}

func TestEveryEntryIsInTheBodyCountedOrOutOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genMaterial(t)
		r := Compose(m, Neutral)
		var got []rapport.EntryID
		for _, f := range slices.Concat(r.Facts, r.Out) {
			got = append(got, f.Entry)
			if f.Reason == "" {
				t.Fatalf("entry %d stands at %s without a reason", f.Entry, f.Place)
			}
		}
		slices.Sort(got)
		var want []rapport.EntryID
		for _, e := range m.Entries {
			want = append(want, e.ID)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("facts and what is out are %v, want %v", got, want)
		}
		cited := map[rapport.EntryID]bool{}
		for _, line := range r.Explain() {
			for _, id := range line.Entries {
				cited[id] = true
			}
		}
		for _, f := range r.Facts {
			if !cited[f.Entry] {
				t.Fatalf("entry %d is told by no sentence, though its place is %s\n%s", f.Entry, f.Place, r.Markdown())
			}
		}
		for _, f := range r.Out {
			if cited[f.Entry] {
				t.Fatalf("entry %d is out (%s) and yet cited\n%s", f.Entry, f.Reason, r.Markdown())
			}
			if _, ok := r.WhyNot(f.Entry); !ok {
				t.Fatalf("nothing says why entry %d is out", f.Entry)
			}
		}
	})
}

func TestEveryNumberStandsInACitedEntryOrIsComputed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genMaterial(t)
		said := map[rapport.EntryID]string{}
		for _, e := range m.Entries {
			said[e.ID] = e.Text + " " + e.Outcome
		}
		for _, line := range Compose(m, Neutral).Explain() {
			if len(line.Entries) == 0 && len(line.Computed) == 0 {
				t.Fatalf("%q rests on nothing", line.Text)
			}
			var known []string
			for _, id := range line.Entries {
				known = append(known, digits(said[id])...)
			}
			for _, c := range line.Computed {
				known = append(known, digits(c.Text)...)
			}
			for _, d := range digits(line.Text) {
				if !slices.Contains(known, d) {
					t.Fatalf("%q has %s, which stands in no cited entry and is not marked computed", line.Text, d)
				}
			}
		}
	})
}

func TestEveryCitedEntryIsQuotedInItsOwnWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := Fit(Plan(Select(genMaterial(t))))
		w := newWriter(o)
		for _, part := range o.Parts {
			for _, p := range part.Points {
				text, _ := w.words(p.Entry)
				got := w.say(p, part.Role).Text
				if !containsFold(got, bare(text)) {
					t.Fatalf("%q does not quote %q", got, text)
				}
				if result := bare(p.Entry.Outcome); result != "" && !containsFold(got, result) {
					t.Fatalf("%q does not quote the outcome %q", got, p.Entry.Outcome)
				}
			}
		}
		for _, s := range Write(o).Sections {
			if len(s.Intro)+len(s.Items)+len(s.Outro) == 0 || s.Role != Differs && s.Title == "" {
				t.Fatalf("section %q has nothing beneath, or no heading", s.Title)
			}
		}
	})
}

func TestLengthKeepsToTheCap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := Compose(genMaterial(t), Neutral)
		body := 0
		for _, f := range r.Facts {
			if f.Place == InBody {
				body++
			}
		}
		if r.Words > NeutralBudget().Cap && body > 1 {
			t.Fatalf("%d words\n%s", r.Words, r.Markdown())
		}
		for line := range strings.Lines(r.Text(0)) {
			if w := textWidth(strings.TrimSuffix(line, "\n")); w > TextWidth {
				t.Fatalf("a line of %d columns: %q", w, line)
			}
		}
	})
}

func TestOrderOfTheMaterialDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genMaterial(t)
		other := m
		other.Entries = rapid.Permutation(m.Entries).Draw(t, "entries")
		other.Projects = rapid.Permutation(m.Projects).Draw(t, "projects")
		other.Goals = rapid.Permutation(m.Goals).Draw(t, "goals")
		a, b := Compose(m, Neutral), Compose(other, Neutral)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("the order changed the report\n%s\n%s", a.Markdown(), b.Markdown())
		}
	})
}

func TestFittingTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		once := Fit(Plan(Select(genMaterial(t))))
		if twice := Fit(once); once.String() != twice.String() {
			t.Fatalf("once\n%s\ntwice\n%s", once, twice)
		}
	})
}

func TestRefusedAndGuessedGoalsAreNeverNamed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genMaterial(t)
		for i := range m.Projects {
			m.Projects[i].Goal = 0
		}
		for i := range m.Entries {
			for j := range m.Entries[i].Links {
				m.Entries[i].Links[j].By = rapid.SampledFrom([]rapport.Certainty{rapport.Guessed, rapport.Refused}).Draw(t, "link")
			}
		}
		if md := Compose(m, Neutral).Markdown(); strings.Contains(md, "Goal 88") {
			t.Fatalf("a goal is named that nobody stands behind\n%s", md)
		}
	})
}

// TestNothingPrivateFits walks the types: none on the way can hold a private
// text or note.
func TestNothingPrivateFits(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		if typ == reflect.TypeFor[rapport.PrivateText]() || typ == reflect.TypeFor[rapport.PrivateNote]() {
			t.Errorf("%v can be reached", typ)
		}
		switch typ.Kind() {
		case reflect.Slice, reflect.Pointer, reflect.Array, reflect.Map:
			walk(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				walk(typ.Field(i).Type)
			}
		case reflect.Interface, reflect.Func, reflect.Chan:
			t.Errorf("%v could hold anything", typ)
		}
	}
	for _, typ := range []reflect.Type{reflect.TypeFor[Material](), reflect.TypeFor[Selection](), reflect.TypeFor[Outline](), reflect.TypeFor[Report]()} {
		walk(typ)
	}
}
