package table

import (
	"fmt"
	"io"
	"math/rand"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
)

func british() Options { return Options{Today: "2026-11-29", Locale: "en-GB"} }

// readAll reads a file and writes what came of it.
func readAll(t testing.TB, text string, o Options) (rows []Row, all string, err error) {
	t.Helper()
	table, err := Open(strings.NewReader(text), o)
	if err != nil {
		return nil, "", err
	}
	var b strings.Builder
	for row, err := range table.Rows() {
		if err != nil {
			return rows, b.String(), err
		}
		rows = append(rows, row)
		fmt.Fprintf(&b, "%d %s", row.Line, row.Day)
		if row.KindSaid {
			fmt.Fprintf(&b, " %s", row.Kind)
		}
		fmt.Fprintf(&b, " %q", row.Text)
		for _, f := range [...]struct{ name, value string }{{"+", string(row.Project)}, {"for:", string(row.Goal)}, {"@", string(row.Boss)}, {"-> ", row.Outcome}, {"due ", string(row.Due)}} {
			if f.value != "" {
				b.WriteString(" " + f.name + f.value)
			}
		}
		if row.Hours != 0 {
			fmt.Fprintf(&b, " %gh", row.Hours)
		}
		for _, e := range row.Evidence {
			fmt.Fprintf(&b, " %s=%s", e.Kind, e.Ref)
		}
		b.WriteByte('\n')
	}
	warnings, _ := table.Warnings()
	for _, w := range warnings {
		left := "kept"
		if w.Left {
			left = "left out"
		}
		fmt.Fprintf(&b, "line %d %q %s: %s\n", w.Line, w.Column, left, w.Message)
	}
	return rows, b.String(), nil
}

func TestRows_readsWhatProgramsWrite(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		options    Options
		want       string
	}{
		{
			"commas and English names", "Date,What,Type,Project,Hours,Outcome,Link\n2026-11-17,\"Counted the spare parts, twice\",win,Spare Parts,1.5 h,fewer returns,https://example.org/a\n17/11/2026,Swept the yard,,,1:30,,\n", british(),
			`2 2026-11-17 accomplishment "Counted the spare parts, twice" +spare-parts -> fewer returns 1.5h url=https://example.org/a
3 2026-11-17 "Swept the yard" 1.5h
`,
		},
		{
			"semicolons, a sep line, German names and a title above", "sep=;\nTätigkeitsnachweis 2026;;;\n;;;\nDatum;Was;Art;Fällig\n17.11.2026;42 Bescheide bearbeitet;Erfolg;\n3. März 2026;Prüfliste versprochen;Zusage;10.3.2026\n",
			Options{Today: "2026-11-29", Locale: "de-DE"},
			`5 2026-11-17 accomplishment "42 Bescheide bearbeitet"
6 2026-03-03 commitment "Prüfliste versprochen" due 2026-03-10
`,
		},
		{
			"tabs, French names, a byte order mark", "\uFEFFjour\ttitre\tprojet\tchef\n17/11/2026\tCorrigé 30 copies\t4e B\tMme Rey\n",
			Options{Today: "2026-11-29", Locale: "fr-FR"},
			"2 2026-11-17 \"Corrigé 30 copies\" +4e-b @mme-rey\n",
		},
		{
			"a mapping and Spanish months", "cuando fue;lo hecho;otro\n3 de marzo de 2026;Cerré dos ventas;x\n",
			Options{Today: "2026-11-29", Locale: "es-ES", Mapping: map[Column]string{Date: "cuando fue", Text: "#2"}},
			"2 2026-03-03 \"Cerré dos ventas\"\n",
		},
		{
			"a bad date leaves out its row alone", "day,text\n2026-11-17,a pump mended\n32 Nov,b pump mended\n2026-11-18,c pump mended\n2026-11-19,\n2026-11-20,d pump mended\n,,\n2026-11-21,e pump mended\n", british(),
			`2 2026-11-17 "a pump mended"
4 2026-11-18 "c pump mended"
6 2026-11-20 "d pump mended"
8 2026-11-21 "e pump mended"
line 3 "day" left out: "32 Nov" is no date: November has only 30 days
line 5 "text" left out: the row has no text
`,
		},
		{
			"ragged rows", "date,text,project\n2026-11-17,short\n2026-11-18,one, two,ward\n2026-11-19,fine,ward,,\n", british(),
			`2 2026-11-17 "short"
4 2026-11-19 "fine" +ward
line 3 "" left out: the row has 4 columns and the header 3: a separator in a text needs quotation marks around the text
`,
		},
		{
			"a text in the last column may hold the separator", "date,text\n2026-11-18,moved beds, chairs, and lamps\n", british(),
			"2 2026-11-18 \"moved beds, chairs, and lamps\"\n",
		},
		{
			"text over several lines in Windows line ends", "date,text\r\n2026-11-18,\"moved beds\r\nand lamps\"\r\n2026-11-19,next\r\n", british(),
			"2 2026-11-18 \"moved beds and lamps\"\n4 2026-11-19 \"next\"\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, got, err := readAll(t, test.text, test.options)
			if err != nil {
				t.Fatal(err, rapport.HintOf(err))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("rows differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOpen_namesWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, message, hint string }{
		{"unknown columns", "Wann genau,Ergebnisse\n17.11.2026,Alles gezählt und neu sortiert\n", `line 1: no column is known to hold the date and the text; the columns are "Wann genau", "Ergebnisse"`, "say which they are with a mapping such as date=Wann genau,text=Ergebnisse"},
		{"one unknown column", "date,stuff\n2026-11-17,x\n", `line 1: no column is known to hold the text; the columns are "date", "stuff"`, "say which they are with a mapping such as date=date,text=stuff"},
		{"an empty file", "\n \n", "the file is empty", ""},
		{"a spreadsheet", "PK\x03\x04xx", "this is a zip file, such as a spreadsheet's own format, not a CSV file", "export the sheet as CSV in UTF-8"},
		{"UTF-16", "\xFF\xFEd\x00", "this is a text in UTF-16, not a CSV file", "export the sheet as CSV in UTF-8"},
		{"Latin-1", "date,text\n2026-11-17,gez\xE4hlt\n", "line 2: the file is not written in UTF-8", "export it again and choose UTF-8"},
		{"an odd separator", "sep=^\ndate^text\n", "the first line names '^' as the separator", "export it again with commas, semicolons or tabs"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(strings.NewReader(test.text), british())
			if err == nil || err.Error() != test.message || rapport.HintOf(err) != test.hint {
				t.Errorf("error %q with hint %q, want %q with %q", err, rapport.HintOf(err), test.message, test.hint)
			}
		})
	}
}

func TestRows_refusesAFileReadTheWrongWay(t *testing.T) {
	t.Parallel()
	text := "date,text\n11/17/2026,a\n11/18/2026,b\n11/3/2026,c\n11/19/2026,d\n"
	_, _, err := readAll(t, text, british())
	if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(err.Error(), `3 of 4 rows have no date that can be read in the column "date"; the first is in line 2`) ||
		!strings.Contains(rapport.HintOf(err), "such as en-US") {
		t.Errorf("error %v with hint %q", err, rapport.HintOf(err))
	}
	if _, _, err := readAll(t, text, Options{Today: "2026-11-29", Locale: "en-US"}); err != nil {
		t.Errorf("what the hint says does not work: %v", err)
	}
	_, _, err = readAll(t, "date,text\n46343,a\n46344,b\n", british())
	if err == nil || !strings.Contains(err.Error(), "how a spreadsheet counts days") {
		t.Errorf("error %v", err)
	}
	// Early in a long file, without reading on to its end.
	in := &endless{row: "11/17/2026,a\n", head: "date,text\n"}
	table, err := Open(in, british())
	if err != nil {
		t.Fatal(err)
	}
	for _, rowErr := range table.Rows() {
		err = rowErr
	}
	if err == nil || in.read > 1<<20 {
		t.Errorf("error %v after %d bytes", err, in.read)
	}
}

// endless is a file without an end.
type endless struct {
	head, row string
	rest      string
	read      int
	limit     int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		if e.limit > 0 && e.read > e.limit {
			return 0, io.EOF
		}
		if e.rest = e.row; e.read == 0 {
			e.rest = e.head
		}
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	e.read += n
	return n, nil
}

func TestRows_namesAQuoteThatIsNeverClosed(t *testing.T) {
	t.Parallel()
	in := &endless{head: "date,text\n2026-11-17,fine\n2026-11-18,\"oh\n", row: "2026-11-19,more\n", limit: 30 << 20}
	table, err := Open(in, british())
	if err != nil {
		t.Fatal(err)
	}
	for _, rowErr := range table.Rows() {
		err = rowErr
	}
	if err == nil || !strings.Contains(err.Error(), "a row behind line 2 never ends") || in.read > 3<<20 {
		t.Errorf("error %v after %d bytes", err, in.read)
	}
}

func TestRows_holdsOneRow(t *testing.T) {
	in := &endless{head: "date,text,id\n", row: "2026-11-17," + strings.Repeat("moved another bed to the ward ", 200) + "\n", limit: 20 << 20}
	table, err := Open(in, british())
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	rows := 0
	for _, err := range table.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		rows++
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); rows < 3000 || grown > 8<<20 {
		t.Errorf("%d rows of 20 MB left %d bytes behind", rows, grown)
	}
}

func TestRows_keepsItsKeysAsTheFileGrows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"2026-11-17,bed moved,ward", "2026-11-17,bed moved,", "2026-11-18,bed moved,ward", "17/11/2026,lamp mended,", "2026-11-02,\"a, b\",yard"})
		old := rapid.SliceOfN(line, 1, 8).Draw(t, "old")
		news := rapid.SliceOfN(line, 0, 4).Draw(t, "new")
		keys := func(lines []string) map[string]bool {
			table, err := Open(strings.NewReader("date,text,project\n"+strings.Join(lines, "\n")+"\n"), british())
			if err != nil {
				t.Fatal(err)
			}
			m := map[string]bool{}
			for row, err := range table.Rows() {
				if err != nil || m[row.Key] {
					t.Fatalf("%v, or the key %q twice", err, row.Key)
				}
				m[row.Key] = true
			}
			return m
		}
		before := keys(old)
		grown := append(append([]string{}, news...), old...)
		if rapid.Bool().Draw(t, "shuffled") {
			r := rand.New(rand.NewSource(int64(rapid.Int().Draw(t, "seed"))))
			r.Shuffle(len(grown), func(i, j int) { grown[i], grown[j] = grown[j], grown[i] })
		}
		after := keys(grown)
		if len(before) != len(old) || len(after) != len(grown) {
			t.Fatalf("%d keys of %d rows, then %d of %d", len(before), len(old), len(after), len(grown))
		}
		for k := range before {
			if !after[k] {
				t.Fatalf("the key %q is gone", k)
			}
		}
	})
}

func TestRows_takesIDsFromTheirColumn(t *testing.T) {
	t.Parallel()
	rows, all, err := readAll(t, "id,date,text\nA7,2026-11-17,one\nA8,2026-11-18,two\nA7,2026-11-19,three\n", british())
	if err != nil || len(rows) != 2 || rows[0].Key != "id/A7" || rows[1].Key != "id/A8" || !strings.Contains(all, `the id "A7" stands in an earlier row too`) {
		t.Errorf("%v %v %s", err, rows, all)
	}
}

func TestParseMapping_saysWhatItIsNot(t *testing.T) {
	t.Parallel()
	m, err := ParseMapping("date=Datum, text=#2")
	if err != nil || m[Date] != "Datum" || m[Text] != "#2" {
		t.Errorf("%v %v", m, err)
	}
	for text, want := range map[string]string{
		"date": `"date" is no part of a mapping`, "when=Datum": `there is no column "when"`, "date=a,date=b": "the mapping names two columns for date",
	} {
		if _, err := ParseMapping(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := Open(strings.NewReader("date,text\n"), Options{Today: "2026-11-29", Mapping: map[Column]string{Text: "Was"}}); err == nil || !strings.Contains(err.Error(), `no column is called "Was"`) {
		t.Errorf("a mapping to no column gave %v", err)
	}
}

// FuzzRows checks that every line with words is a row, a warning, or the header
// and what stands above it, or that the file is refused with words.
func FuzzRows(f *testing.F) {
	f.Add([]byte("date,text\n2026-11-17,one\n32 Nov,two\n"))
	f.Add([]byte("sep=;\nDatum;Was\n1.2.2026;\"a\nb\"\n;;\n"))
	f.Add([]byte("\uFEFFday\ttext\n\"\"\"\t\"\n"))
	f.Add([]byte("date,text\n2026-11-17,\"open\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Open(strings.NewReader(string(data)), british())
		if err != nil {
			if rapport.CodeOf(err) == rapport.Internal || rapport.CodeOf(err) == "" {
				t.Fatalf("a foreign error: %v", err)
			}
			return
		}
		rows, keys := 0, map[string]bool{}
		for row, err := range table.Rows() {
			if err != nil {
				return
			}
			if rows++; keys[row.Key] || row.Key == "" || row.Day == "" || row.Text == "" || row.Line <= table.HeaderLine || row.Kind == "" {
				t.Fatalf("row %+v", row)
			}
			keys[row.Key] = true
		}
		left := 0
		warnings, all := table.Warnings()
		for _, w := range warnings {
			if w.Left {
				left++
			}
		}
		if all <= mostWarnings && rows+left != table.rows {
			t.Fatalf("%d rows and %d left out, of %d", rows, left, table.rows)
		}
	})
}
