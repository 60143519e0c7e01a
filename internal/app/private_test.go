package app_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// TestPrivateNeverLeaves fills stores with random lives in which every private
// field holds a word that stands nowhere else, runs every command that prints,
// writes or complains, and looks for those words in all that came out. Only
// the owner's own journal and the owner's own view of private notes may show
// them.
func TestPrivateNeverLeaves(t *testing.T) {
	lives := 3
	if testing.Short() {
		lives = 1
	}
	for seed := range lives {
		planted := plantedLives().Example(seed)
		storetest.EachLocation(t, func(t *testing.T, location string) {
			l := newLife(t, location)
			temporary := filepath.Join(l.home, "temporary")
			if err := os.Mkdir(temporary, 0o700); err != nil {
				t.Fatal(err)
			}
			l.env = []string{"TMPDIR=" + temporary}
			g := &guard{life: l, planted: planted}
			g.planted.private = slices.Clone(planted.private) // each store adds its own words
			g.live()
			g.lookEverywhere()
			g.ownersView()
			g.complain()
			g.filesLeft(temporary)
		})
	}
}

// plantedLife is a journal with words that may not leave.
type plantedLife struct {
	lines []string
	// private are the words in private fields: no output but the owner's own.
	private []string
	// notToBosses are words in lines that no text for a boss may hold; the
	// owner may search for them.
	notToBosses []string
	bosses      []string
}

// lure is a word that all private texts share, so that a search finds them.
const lure = "lighthouse"

func plantedLives() *rapid.Generator[plantedLife] {
	return rapid.Custom(func(t *rapid.T) plantedLife {
		p := plantedLife{bosses: []string{"ines", "tarek", "wanda"}[:rapid.IntRange(1, 3).Draw(t, "bosses")]}
		at := time.Now().UTC().Add(-30 * 24 * time.Hour)
		add := func(kind string, pairs ...any) {
			at = at.Add(time.Duration(rapid.IntRange(1, 240).Draw(t, "minutes")) * time.Minute)
			line := fmt.Sprintf(`{"id":"life-%d","t":%q,"type":%q`, len(p.lines), at.Format(time.RFC3339), kind)
			for i := 0; i < len(pairs); i += 2 {
				value, err := json.Marshal(pairs[i+1])
				if err != nil {
					t.Fatal(err)
				}
				line += fmt.Sprintf(",%q:%s", pairs[i], value)
			}
			p.lines = append(p.lines, line+"}")
		}
		word := func(into *[]string) string {
			w := fmt.Sprintf("zq%sx%d", rapid.StringMatching(`[a-z]{6}`).Draw(t, "word"), len(p.private)+len(p.notToBosses))
			*into = append(*into, w)
			return w
		}
		say := func(into *[]string) string {
			forms := []string{
				"%s is what I think of the " + lure, lure + ": +%s @ines for:%s", "the " + lure + " “%s”, 40 to 25 %%",
				"مرحبا " + lure + " %s", "<b>" + lure + "</b> %s & 'more'", lure + "\n%s\n",
			}
			return strings.ReplaceAll(rapid.SampledFrom(forms).Draw(t, "form"), "%s", word(into))
		}
		boss := func() string { return rapid.SampledFrom(p.bosses).Draw(t, "boss") }
		for i, b := range p.bosses {
			add("add_boss", "boss", b, "name", strings.ToUpper(b[:1])+b[1:]+" Calder", "relation", []string{"solid", "dotted", "project"}[i])
			add("boss_goal", "boss", b, "goal", "g"+strconv.Itoa(i), "title", "fewer complaints in district "+strconv.Itoa(i), "confirmed", true)
		}
		add("project", "project", "district", "title", "District work")
		writers := []func(){
			func() { add("note_private", "text", say(&p.private)) },
			func() { add("observation", "boss", boss(), "text", say(&p.private)) },
			func() { add("boss_pressure", "boss", boss(), "text", say(&p.private)) },
			func() {
				add("meeting", "boss", boss(), "kind", "1:1", "status", "held", "minutes", 30, "notes", say(&p.private))
			},
			func() { add("rate", "item", say(&p.private), "value", 4) },
			func() {
				add("human_fact", "boss", boss(), "text", say(&p.private), "said_on", at.Format(time.DateOnly))
			},
			func() { add("reaction", "boss", boss(), "to", say(&p.private), "sign", "bad") },
			func() { add("career_goal", "text", say(&p.notToBosses), "shared_with", []string{}) },
			func() { add("surprise", "boss", boss(), "text", say(&p.notToBosses)) },
			func() { add("heard", "text", say(&p.notToBosses)) },
			func() { add("event_public", "boss", boss(), "text", say(&p.notToBosses)) },
			func() { add("boss_ping", "boss", boss(), "text", say(&p.notToBosses)) },
			func() { add("feedback", "sender", boss(), "text", say(&p.notToBosses)) },
			func() { add("instruction", "boss", boss(), "text", say(&p.notToBosses)) },
			func() { add("decision", "boss", boss(), "text", say(&p.notToBosses)) },
			func() {
				add("contact", "name", "Sade Abiola", "with", "hr", "protected", say(&p.private), "on", at.Format(time.DateOnly))
			},
			func() { add("hardship", "boss", boss(), "cause", "clash", "text", say(&p.private)) },
			func() { add("reflection", "topic", "earlier-bosses", "text", say(&p.private), "boss", boss()) },
			func() {
				add("disclosure", "boss", boss(), "item", say(&p.private), "risk", say(&p.private), "doing", say(&p.private), "help", say(&p.private))
			},
			func() {
				add("observation", "boss", boss(), "text", say(&p.private), "dim", "detail", "aspect", "blind-spot", "value", word(&p.private))
			},
			func() { add("reflection", "topic", word(&p.private), "text", "nothing of note") },
			func() {
				add("meeting", "boss", boss(), "kind", "1:1", "status", "booked", "start", time.Now().UTC().Add(48*time.Hour).Format(time.RFC3339), "notes", say(&p.private))
			},
			// What is no secret stands among it.
			func() {
				add("ask", "boss", boss(), "text", "one more pair of hands for the "+lure, "due", at.Format(time.DateOnly))
			},
			func() { add("commitment", "by", "me", "to", boss(), "text", "send the figures of the "+lure) },
			func() { add("commitment_done", "text", "figures of the "+lure) },
			func() { add("agenda_item", "boss", boss(), "text", "the "+lure) },
			func() { add("criterion", "boss", boss(), "text", "visits to the "+lure) },
			func() { add("boss_pref", "boss", boss(), "dim", "intake", "value", "reader", "evidence", "said so") },
		}
		order := rapid.Permutation(writers).Draw(t, "order")
		for i := range order {
			kind := rapid.SampledFrom([]string{"progress", "accomplishment", "challenge", "heads-up", "question", "idea"}).Draw(t, "kind")
			add("log", "text", fmt.Sprintf("visited the %s of district %d", lure, i), "kind", kind, "project", "district")
			order[i]()
		}
		return p
	})
}

// guard runs commands and looks for planted words in what they say.
type guard struct {
	*life
	planted plantedLife
}

// live makes the store: the journal, and private notes by the other doors.
func (g *guard) live() {
	g.t.Helper()
	g.silent(g.run("import", g.write("life.jsonl", strings.Join(g.planted.lines, "\n")+"\n")))
	for i, args := range [][]string{{"log", "-"}, {"log", "--private", "-"}} {
		w := fmt.Sprintf("zqtyped%d", i)
		g.planted.private = append(g.planted.private, w)
		text, typed := "the "+lure+" "+w, ""
		if i == 0 {
			typed = "private: "
		}
		logged := g.silent(g.feed(typed+text+"\n", args...))
		g.silent(g.feed(text+", put right\n", "edit", strings.TrimSpace(logged.stdout), "-"))
	}
	repository := g.repository("letters", "answer letters in two days (#12)", "count the letters")
	g.silent(g.run("import", "git", repository))
}

// silent fails the test where a planted private word came out.
func (g *guard) silent(r result) result {
	g.t.Helper()
	g.without(r.command, r.stdout+r.stderr, g.planted.private)
	return r.ok()
}

func (g *guard) without(where, text string, words []string) {
	g.t.Helper()
	for _, w := range words {
		if at := strings.Index(text, w); at >= 0 {
			g.t.Errorf("%s shows %q: …%s…", where, w, text[max(0, at-80):min(len(text), at+80)])
		}
	}
}

// forBosses runs a command whose output is meant for a boss.
func (g *guard) forBosses(args ...string) {
	g.t.Helper()
	r := g.silent(g.run(args...))
	g.without(r.command, r.stdout+r.stderr, g.planted.notToBosses)
}

// looks lists the commands that show something which is no private view. A
// command that shows more belongs here, one that makes a text for a boss
// belongs in [guard.lookEverywhere].
func looks() [][]string {
	return [][]string{
		{"list"},
		{"list", "--json"},
		{"list", "--limit", "0", "--oldest"},
		{"list", "--since", "60d"},
		{"list", "--week"},
		{"search", lure},
		{"search", "zq*"},
		{"search", lure, "--json"},
		{"search", "-n", "100", "zq* since:60d"},
		{"status"},
		{"status", "--json"},
		{"status", "--brief"},
		{"boss"},
		{"boss", "--json"},
		{"goal"},
		{"goal", "--json"},
		{"project"},
		{"project", "--json"},
		{"inbox"},
		{"inbox", "--json"},
		{"config"},
		{"config", "--json"},
		{"doctor"},
		{"doctor", "--json"},
		{"version"},
		{"__complete", "report", "@"},
		{"__complete", "list", "--boss", ""},
		{"__complete", "list", "--project", ""},
		{"__complete", "list", "--for", ""},
		{"__complete", "show", ""},
		{"__complete", "search", ""},
		{"__complete", "edit", ""},
	}
}

// lookEverywhere runs every command that shows something.
func (g *guard) lookEverywhere() {
	g.t.Helper()
	for _, args := range looks() {
		g.silent(g.run(args...))
	}
	for _, boss := range g.planted.bosses {
		g.silent(g.run("list", "--untold", boss))
		g.silent(g.run("export", "notes", "@"+boss))
		g.forBosses("calendar", "export", "--all")
		for _, form := range []string{"md", "text", "html", "json"} {
			g.forBosses("report", "@"+boss, "--since", "60d", "--format", form)
		}
		g.forBosses("report", "@"+boss)
		g.forBosses("report", "@"+boss, "--since", "60d", "--explain")
		g.forBosses("report", "@"+boss, "--since", "60d", "--explain", "--json")
		g.forBosses("report", "@"+boss, "--save")
		g.forBosses("report", "@"+boss, "--versions")
		out := filepath.Join(g.dir, boss+".md")
		g.forBosses("report", "@"+boss, "--since", "60d", "--out", out, "--mark-sent", "--via", "mail")
		if text, err := os.ReadFile(out); err != nil {
			g.t.Error(err)
		} else {
			g.without(out, string(text), slices.Concat(g.planted.private, g.planted.notToBosses))
		}
	}
	shown := 0
	for number, noun := range g.numbers() {
		switch n := strconv.Itoa(int(number)); {
		case noun == store.NoteNoun:
			g.silent(g.run("report", "@"+g.planted.bosses[0], "--why-not", n))
		case noun.IsPrivate():
			// The owner asks for what is theirs by its number, and it is marked
			// as private.
		default:
			r := g.run("show", n)
			g.without(r.command, r.stdout+r.stderr, g.planted.private)
			if shown++; r.code != exitDone {
				g.t.Errorf("%s failed: %s", r.command, r.stderr)
			}
		}
	}
	if shown < 20 {
		g.t.Errorf("%d records were shown", shown)
	}
}

// numbers returns the noun behind every number.
func (g *guard) numbers() map[rapport.Number]store.Noun {
	g.t.Helper()
	all := map[rapport.Number]store.Noun{}
	db := storetest.Open(g.t, g.store, store.Options{})
	if err := db.Read(g.t.Context(), func(tx *store.Tx) error {
		user, _, err := tx.User(g.t.Context(), "me")
		if err != nil {
			return err
		}
		refs, err := tx.RecordPage(g.t.Context(), user.ID, store.RecordRef{}, 1000)
		for _, ref := range refs {
			if ref.Number != 0 {
				all[ref.Number] = ref.Noun
			}
		}
		return err
	}); err != nil {
		g.t.Fatal(err)
	}
	return all
}

// notes returns the numbers of the private notes, and sees that the owner can
// read them.
func (g *guard) notes() (numbers []int) {
	g.t.Helper()
	var listed struct{ Notes []struct{ Number int } }
	if err := json.Unmarshal([]byte(g.must("list", "--private", "--limit", "0", "--json").stdout), &listed); err != nil {
		g.t.Fatal(err)
	}
	for _, n := range listed.Notes {
		numbers = append(numbers, n.Number)
	}
	if len(numbers) == 0 {
		g.t.Fatal("the owner does not see any private note")
	}
	return numbers
}

// ownersView sees that the words were planted at all: the owner finds them.
func (g *guard) ownersView() {
	g.t.Helper()
	journal := g.export()
	for _, w := range slices.Concat(g.planted.private, g.planted.notToBosses) {
		if !strings.Contains(journal, w) {
			g.t.Errorf("the owner's own journal has lost %q", w)
		}
	}
	seen := g.must("list", "--private", "--limit", "0").stdout
	for i := range 2 {
		if w := fmt.Sprintf("zqtyped%d", i); !strings.Contains(seen, w) || !strings.Contains(g.must("search", "is:private", w).stdout, w) {
			g.t.Errorf("the owner does not find the note with %q", w)
		}
	}
}

// complain provokes messages and errors about private things.
func (g *guard) complain() {
	g.t.Helper()
	note := strconv.Itoa(g.notes()[0])
	for _, args := range [][]string{
		{"edit", note, "--kind", "won"},
		{"edit", note, "--for", "nothing"},
		{"rm", note},
		{"rm", "--restore", note},
		{"rm", note},
		{"undo"},
		{"undo"},
		{"show", "99999"},
		{"report", "@nobody"},
		{"report", "--why-not", note},
		{"inbox", "accept", note},
		{"inbox", "drop", note},
		{"import", filepath.Join(g.dir, "life.jsonl")},
	} {
		r := g.run(args...)
		g.without(r.command, r.stdout+r.stderr, g.planted.private)
	}
	// The same lines with other words, cut short, with a field too many, and
	// with a private text where something else belongs.
	for i, line := range g.planted.lines {
		for way, broken := range map[string]string{
			"changed":   strings.Replace(line, lure, "tower", 1),
			"cut":       line[:len(line)-3],
			"a surplus": line[:len(line)-1] + `,"surplus":1}`,
			"usurped":   fmt.Sprintf(`{"id":"life-%d","t":"2026-03-02T09:00:00Z","type":"log","text":"swept","kind":"idea"}`, i),
			"again":     strings.Replace(line, `"id":"life-`, `"id":"again-`, 1) + line,
		} {
			if !strings.Contains(line, "zq") || (i+len(way))%2 != 0 {
				continue // half of them, for time
			}
			r := g.run("import", g.write("broken.jsonl", broken+"\n"))
			g.without(fmt.Sprintf("importing a line %s", way), r.stdout+r.stderr, g.planted.private)
		}
	}
}

// filesLeft sees that no command left private text in a temporary file.
func (g *guard) filesLeft(dir string) {
	g.t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && path != dir {
			g.t.Errorf("%s was left behind", path)
		}
		return err
	})
	if err != nil {
		g.t.Error(err)
	}
}
