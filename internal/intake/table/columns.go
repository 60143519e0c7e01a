package table

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// Column is what a column can hold.
type Column string

// The columns. Date and Text are needed.
const (
	Date    Column = "date"
	Text    Column = "text"
	Kind    Column = "kind"
	Project Column = "project"
	Goal    Column = "goal"
	Boss    Column = "boss"
	Hours   Column = "hours"
	Outcome Column = "outcome"
	Due     Column = "due"
	Link    Column = "link"
	ID      Column = "id"
)

// Columns lists them in the order to show.
var Columns = [...]Column{Date, Text, Kind, Project, Goal, Boss, Hours, Outcome, Due, Link, ID}

// ParseMapping reads a mapping such as "date=Datum,text=Was". What stands on the
// right is the name in the header, or #2 for the second column.
func ParseMapping(text string) (map[Column]string, error) {
	m := map[Column]string{}
	for part := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, header, ok := strings.Cut(part, "=")
		c, header := Column(strings.ToLower(strings.TrimSpace(name))), strings.TrimSpace(header)
		switch {
		case !ok || header == "":
			return nil, rapport.Errorf(rapport.Invalid, "%q is no part of a mapping", strings.TrimSpace(part)).WithHint("write it as date=Datum,text=Was")
		case !slices.Contains(Columns[:], c):
			return nil, rapport.Errorf(rapport.Invalid, "there is no column %q", string(c)).WithHint("the columns are %s", columnList())
		case m[c] != "":
			return nil, rapport.Errorf(rapport.Invalid, "the mapping names two columns for %s", c).WithHint("keep one of %s and %s", m[c], header)
		}
		m[c] = header
	}
	return m, nil
}

func columnList() string {
	var names []string
	for _, c := range Columns {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

// named returns what a column with a common name holds. Rank tells which to take
// where two names mean the same, lowest first.
func named(header string) (c Column, rank int, ok bool) {
	switch key(header) {
	case "date", "datum", "fecha", "when":
		return Date, 0, true
	case "day", "tag", "jour", "día", "dia", "date of work", "work date", "wann", "quand", "cuándo":
		return Date, 1, true
	case "start", "start date", "started", "finished", "done on", "completed", "erledigt am", "beginn", "created", "created at", "timestamp", "time", "zeitpunkt", "entry date", "completion date":
		return Date, 2, true
	case "text", "what", "was", "quoi", "qué", "que", "texto", "texte", "entry", "eintrag", "entrée", "entrada":
		return Text, 0, true
	case "summary", "title", "titel", "titre", "título", "titulo", "accomplishment", "achievement", "activity", "tätigkeit", "aktivität", "activité", "actividad", "subject", "betreff", "objet", "asunto", "zusammenfassung", "résumé", "resumen", "task", "aufgabe", "tâche", "tarea", "work", "arbeit":
		return Text, 1, true
	case "description", "beschreibung", "descripción", "note", "notes", "notiz", "notizen", "nota", "notas", "details", "comment", "kommentar", "bemerkung":
		return Text, 2, true
	case "kind", "art", "genre", "clase":
		return Kind, 0, true
	case "type", "typ", "tipo", "category", "kategorie", "catégorie", "categoría":
		return Kind, 1, true
	case "project", "projekt", "projet", "proyecto":
		return Project, 0, true
	case "client", "kunde", "vorhaben", "account", "epic":
		return Project, 1, true
	case "goal", "ziel", "objectif", "objetivo", "objective", "okr", "meta", "but":
		return Goal, 0, true
	case "boss", "manager", "chef", "chefin", "jefe", "jefa", "vorgesetzte", "vorgesetzter", "responsable", "supervisor", "reports to":
		return Boss, 0, true
	case "hours", "stunden", "heures", "horas", "std", "h", "hrs", "time spent", "duration", "dauer", "durée", "duración", "aufwand":
		return Hours, 0, true
	case "outcome", "result", "results", "ergebnis", "wirkung", "résultat", "resultado", "impact", "effect", "nutzen":
		return Outcome, 0, true
	case "due", "due date", "deadline", "fällig", "fällig am", "frist", "termin", "échéance", "vencimiento", "fecha límite", "plazo":
		return Due, 0, true
	case "link", "url", "lien", "enlace", "evidence", "beleg", "nachweis", "preuve", "prueba", "web", "address":
		return Link, 0, true
	case "id", "nr", "number", "nummer", "key", "no", "numéro", "número", "ref", "reference", "referenz":
		return ID, 0, true
	}
	return "", 0, false
}

// key brings a header to the form in which two are the same.
func key(header string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// candidate is one way to read the start of a file.
type candidate struct {
	separator rune
	header    []string
	line      int
	columns   map[Column]int
	// sample is the row below the header.
	sample []string
	score  int
}

// deepest is how many records are looked at for the header: a spreadsheet may
// have a title above it.
const deepest = 20

// findHeader picks the separator and the row that reads best as a header.
func (t *Table) findHeader(head []byte, said rune, whole bool) error {
	if !whole {
		if end := bytes.LastIndexByte(head, '\n'); end > 0 {
			head = head[:end+1]
		}
	}
	if !utf8.Valid(head) {
		line := 1 + t.offset
		for i := 0; i < len(head); {
			r, size := utf8.DecodeRune(head[i:])
			if r == utf8.RuneError && size <= 1 {
				break
			}
			if r == '\n' {
				line++
			}
			i += size
		}
		return rapport.Errorf(rapport.Invalid, "the file is not written in UTF-8").WithPlace("line %d", line).
			WithHint("export it again and choose UTF-8")
	}
	separators := []rune{',', ';', '\t'}
	switch {
	case slices.Contains(separators, said), said == '|':
		separators = []rune{said}
	case said != 0:
		return rapport.Errorf(rapport.Unsupported, "the first line names %q as the separator", said).WithHint("export it again with commas, semicolons or tabs")
	}
	var best candidate
	for _, s := range separators {
		if c := t.candidate(head, s); c.score > best.score {
			best = c
		}
	}
	if best.header == nil {
		return rapport.Errorf(rapport.Invalid, "the file holds no rows")
	}
	t.Separator, t.Header, t.HeaderLine, t.Columns = best.separator, best.header, best.line, best.columns
	for c, want := range t.o.Mapping {
		if _, ok := best.columns[c]; !ok {
			return rapport.Errorf(rapport.Invalid, "no column is called %q, which the mapping names for %s", want, c).
				WithPlace("line %d", t.HeaderLine).WithHint("the columns are %s", quoted(best.header))
		}
	}
	var missing []string
	for _, c := range [...]Column{Date, Text} {
		if _, ok := best.columns[c]; !ok {
			missing = append(missing, string(c))
		}
	}
	if len(missing) > 0 {
		return rapport.Errorf(rapport.Invalid, "no column is known to hold the %s; the columns are %s", strings.Join(missing, " and the "), quoted(best.header)).
			WithPlace("line %d", t.HeaderLine).WithHint("say which they are with a mapping such as %s", t.proposed(best))
	}
	for i, h := range best.header {
		used := false
		for _, at := range best.columns {
			used = used || at == i
		}
		if !used && h != "" {
			t.Ignored = append(t.Ignored, h)
		}
	}
	return nil
}

// candidate reads the start of a file with one separator.
func (t *Table) candidate(head []byte, separator rune) candidate {
	records := reader(bytes.NewReader(head), separator)
	best := candidate{}
	wide := 0
	for range deepest {
		record, err := records.Read()
		if err != nil {
			break
		}
		line, _ := records.FieldPos(0)
		if best.header != nil && best.sample == nil && line+t.offset > best.line {
			best.sample = slices.Clone(record)
		}
		c := candidate{separator: separator, line: line + t.offset, columns: t.columnsOf(record)}
		filled := 0
		for _, cell := range record {
			if strings.TrimSpace(cell) != "" {
				filled++
			}
		}
		c.score = 1 + min(len(record), 50) + 100*len(c.columns)
		_, hasDate := c.columns[Date]
		_, hasText := c.columns[Text]
		if hasDate && hasText {
			c.score += 1000
		}
		// Without known names the first row as wide as the table is the header.
		if len(c.columns) == 0 && filled <= wide {
			c.score = 0
		}
		wide = max(wide, filled)
		if c.score > best.score {
			for _, cell := range record {
				c.header = append(c.header, rapport.OneLine(strings.TrimSpace(cell)))
			}
			best = c
		}
	}
	return best
}

// columnsOf says which cells of a row name what.
func (t *Table) columnsOf(record []string) map[Column]int {
	columns := map[Column]int{}
	taken := map[int]bool{}
	for c, want := range t.o.Mapping {
		if n, err := strconv.Atoi(strings.TrimPrefix(want, "#")); err == nil && strings.HasPrefix(want, "#") && n >= 1 && n <= len(record) {
			columns[c], taken[n-1] = n-1, true
			continue
		}
		for i, cell := range record {
			if !taken[i] && (strings.TrimSpace(cell) == want || key(cell) == key(want) && key(want) != "") {
				columns[c], taken[i] = i, true
				break
			}
		}
	}
	ranks := map[Column]int{}
	for i, cell := range record {
		c, rank, ok := named(cell)
		if !ok || taken[i] || t.o.Mapping[c] != "" {
			continue
		}
		if before, twice := ranks[c]; twice && before <= rank {
			continue
		}
		columns[c], ranks[c] = i, rank
	}
	return columns
}

// proposed shows a mapping that would do, by what the first row holds.
func (t *Table) proposed(c candidate) string {
	date, text := -1, -1
	for i := range c.header {
		cell := ""
		if i < len(c.sample) {
			cell = c.sample[i]
		}
		if _, why := t.today.read(cell); date < 0 && why == "" && cell != "" {
			date = i
		}
	}
	for i := range c.header {
		if i != date && i < len(c.sample) && (text < 0 || len(c.sample[i]) > len(c.sample[text])) {
			text = i
		}
	}
	if at, ok := c.columns[Date]; ok {
		date = at
	}
	if at, ok := c.columns[Text]; ok {
		text = at
	}
	name := func(i int) string {
		if i < 0 {
			return "…"
		}
		if h := c.header[i]; h != "" && !strings.ContainsAny(h, ",=") {
			return h
		}
		return fmt.Sprintf("#%d", i+1)
	}
	return fmt.Sprintf("date=%s,text=%s", name(date), name(text))
}

func quoted(names []string) string {
	var out []string
	for i, n := range names {
		if i == 40 {
			return strings.Join(out, ", ") + ", …"
		}
		out = append(out, strconv.Quote(n))
	}
	return strings.Join(out, ", ")
}
