package table

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/when"
)

// Rows reads the rows, once. An error is the last thing it gives, and means that
// nothing of the file should count.
func (t *Table) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			t.guard.read = 0
			record, err := t.records.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				yield(Row{}, t.broken(err))
				return
			}
			row, ok, err := t.row(record)
			if err != nil {
				yield(Row{}, err)
				return
			}
			if ok && !yield(row, nil) {
				return
			}
			if t.rows == enough {
				if err := t.tooBad(); err != nil {
					yield(Row{}, err)
					return
				}
			}
		}
		if err := t.tooBad(); err != nil {
			yield(Row{}, err)
		}
	}
}

// enough is how many rows show whether a file is what it was taken for.
const enough = 100

// tooBad is the error of a file in which more than a fifth of the dates cannot
// be read.
func (t *Table) tooBad() error {
	if t.bad < 2 || t.bad*5 <= t.rows {
		return nil
	}
	column := t.Header[t.Columns[Date]]
	e := rapport.Errorf(rapport.Invalid, "%d of %d rows have no date that can be read in the column %q; the first is in line %d: %s", t.bad, t.rows, column, t.warnings[0].Line, t.warnings[0].Message)
	for _, w := range t.warnings {
		if w.Left && w.Column == column {
			e = rapport.Errorf(rapport.Invalid, "%d of %d rows have no date that can be read in the column %q; the first is in line %d: %s", t.bad, t.rows, column, w.Line, w.Message)
			break
		}
	}
	if t.swapped*2 > t.bad {
		return e.WithHint("they can be read with day and month the other way round: give the locale the file was written in, such as %s, instead of %q", t.today.otherWay(), t.o.Locale)
	}
	return e.WithHint("is %q the column of the date? The columns are %s; date=NAME says which it is", column, quoted(t.Header))
}

// row reads one record, and reports false where it is left out.
func (t *Table) row(record []string) (Row, bool, error) {
	line, _ := t.records.FieldPos(0)
	line += t.offset
	t.line = line
	empty := true
	for _, cell := range record {
		if !utf8.ValidString(cell) {
			return Row{}, false, rapport.Errorf(rapport.Invalid, "the file is not written in UTF-8").WithPlace("line %d", line).
				WithHint("export it again and choose UTF-8")
		}
		empty = empty && strings.TrimSpace(cell) == ""
	}
	if empty {
		return Row{}, false, nil
	}
	record, whole := t.fitted(record, line)
	if !whole {
		t.rows++
		return Row{}, false, nil
	}
	cell := func(c Column) string {
		if at, ok := t.Columns[c]; ok && at < len(record) {
			return rapport.OneLine(strings.TrimSpace(record[at]))
		}
		return ""
	}
	t.rows++
	row := Row{Line: line, Text: cell(Text), Outcome: cell(Outcome), Project: rapport.ParseSlug(cell(Project)), Goal: rapport.ParseSlug(cell(Goal)), Boss: rapport.ParseSlug(cell(Boss))}
	left := func(c Column, format string, args ...any) (Row, bool, error) {
		t.warn(Warning{Line: line, Column: t.Header[t.Columns[c]], Left: true, Message: fmt.Sprintf(format, args...)})
		return Row{}, false, nil
	}
	day, why := t.today.read(cell(Date))
	if why != "" {
		t.bad++
		if t.today.swaps(cell(Date)) {
			t.swapped++
		}
		return left(Date, "%s", why)
	}
	if row.Day = day; row.Text == "" {
		return left(Text, "the row has no text")
	}
	if due := cell(Due); due != "" {
		if row.Due, why = t.today.due(due, row.Day); why != "" {
			t.warn(Warning{Line: line, Column: t.Header[t.Columns[Due]], Message: why})
		}
	}
	if hours := cell(Hours); hours != "" {
		var ok bool
		if row.Hours, ok = hoursIn(hours); !ok {
			t.warn(Warning{Line: line, Column: t.Header[t.Columns[Hours]], Message: fmt.Sprintf("%q is no number of hours", hours)})
		}
	}
	if link := cell(Link); link != "" {
		kind := "file"
		if strings.Contains(link, "://") {
			kind = "url"
		}
		row.Evidence = []rapport.Evidence{{Kind: kind, Ref: link}}
	}
	t.kind(&row, cell(Kind))
	if id := cell(ID); id != "" {
		if row.Key = "id/" + id; t.turn(row.Key) > 1 {
			return left(ID, "the id %q stands in an earlier row too", id)
		}
		return row, true, nil
	}
	sum := sha256.Sum256([]byte(string(row.Day) + "\x00" + strings.ToLower(row.Text)))
	row.Key = "row/" + string(row.Day) + "/" + hex.EncodeToString(sum[:8])
	if n := t.turn(row.Key); n > 1 {
		row.Key += fmt.Sprintf("/%d", n)
	}
	return row, true, nil
}

// fitted makes a row as wide as the header. Words behind the last column belong
// to it where it holds the text; elsewhere nobody knows which column has moved.
func (t *Table) fitted(record []string, line int) ([]string, bool) {
	n := len(t.Header)
	for len(record) > n && strings.TrimSpace(record[len(record)-1]) == "" {
		record = record[:len(record)-1]
	}
	if len(record) <= n {
		return record, true
	}
	if t.Columns[Text] == n-1 {
		joined := append([]string(nil), record[:n]...)
		joined[n-1] = strings.Join(record[n-1:], string(t.Separator))
		return joined, true
	}
	t.warn(Warning{Line: line, Left: true, Message: fmt.Sprintf("the row has %d columns and the header %d: a separator in a text needs quotation marks around the text", len(record), n)})
	return nil, false
}

// turn counts how often a key has come.
func (t *Table) turn(key string) uint32 {
	sum := sha256.Sum256([]byte(key))
	h := binary.LittleEndian.Uint64(sum[:8])
	t.seen[h]++
	return t.seen[h]
}

// kind takes the kind a row says, else guesses it.
func (t *Table) kind(row *Row, said string) {
	if said != "" {
		word := strings.ToLower(said)
		kind, ok := capture.KindNamed(word)
		if !ok {
			kind, ok = kindWord(word)
		}
		if ok {
			row.Kind, row.KindSaid, row.Confidence, row.Reason = kind, true, 100, "the row says “"+said+"”"
			return
		}
	}
	guess := t.guess.Guess(row.Text)
	row.Kind, row.Confidence, row.Reason = guess.Kind, guess.Confidence, guess.Reason
	if said != "" {
		row.Reason = "“" + said + "” is no kind of entry; " + row.Reason
	}
}

// kindWord returns the kind that a common word names.
func kindWord(word string) (rapport.Kind, bool) {
	switch word {
	case "win", "success", "achievement", "erfolg", "succès", "éxito", "logro", "réussite":
		return rapport.Accomplishment, true
	case "work", "task", "done", "update", "fortschritt", "arbeit", "progrès", "avance":
		return rapport.Progress, true
	case "blocker", "problem", "issue", "struggle", "obstacle", "hindernis", "herausforderung", "problème", "problema", "reto":
		return rapport.Challenge, true
	case "suggestion", "idee", "idée":
		return rapport.Idea, true
	case "frage", "pregunta", "request", "bitte":
		return rapport.Question, true
	case "risk", "risiko", "risque", "riesgo", "info", "warning":
		return rapport.HeadsUp, true
	case "zusage", "versprechen", "engagement", "compromiso":
		return rapport.Commitment, true
	case "feedback", "praise", "lob", "rückmeldung", "retour":
		return rapport.FeedbackReceived, true
	}
	return "", false
}

// hoursIn reads a number of hours: 1.5, 1,5 h, 1:30.
func hoursIn(text string) (float64, bool) {
	text = strings.TrimSpace(strings.TrimRight(strings.ToLower(text), "hours.tda "))
	if h, m, ok := strings.Cut(text, ":"); ok {
		hours, err := strconv.Atoi(h)
		minutes, err2 := strconv.Atoi(m)
		return float64(hours) + float64(minutes)/60, err == nil && err2 == nil && hours >= 0 && minutes >= 0 && minutes < 60
	}
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return n, err == nil && n >= 0 && n < 1e5
}

// dates reads the cells of a date column.
type dates struct {
	o     Options
	clock when.Clock
}

func newDates(o Options) dates {
	return dates{o: o, clock: when.Clock{Now: o.Today.Noon(o.Zone), Locale: o.Locale, Week: o.Week, Context: when.Log}}
}

// read reads a cell as a day that has come, or says why it is none.
func (d dates) read(cell string) (rapport.Day, string) {
	switch {
	case cell == "":
		return "", "there is no date"
	case len(cell) == 5 && strings.Trim(cell, "0123456789") == "":
		return "", fmt.Sprintf("%s is how a spreadsheet counts days: format the column as dates and export it again", cell)
	case !strings.ContainsAny(cell, "0123456789"):
		return "", fmt.Sprintf("%q is no date", shortened(cell))
	}
	a := when.Parse(inEnglish(cell), d.clock)
	if a.Kind != when.Date && a.Kind != when.DateTime {
		if a.Why == "" {
			a.Why = "it is more than one day"
		}
		return "", fmt.Sprintf("%q is no date: %s", shortened(cell), a.Why)
	}
	if a.Day > d.o.Today {
		return "", fmt.Sprintf("%s lies ahead", a.Day)
	}
	return a.Day, ""
}

// due reads a cell as the day by which something is due, counted from the day of
// its row.
func (d dates) due(cell string, from rapport.Day) (rapport.Day, string) {
	c := d.clock
	c.Now, c.Context = from.Noon(d.o.Zone), when.Due
	a := when.Parse(inEnglish(cell), c)
	if a.Kind == when.None {
		return "", fmt.Sprintf("%q is no date: %s", shortened(cell), a.Why)
	}
	return a.LastDay(), ""
}

// otherWay returns a locale that reads 3/4 the other way.
func (d dates) otherWay() string {
	if day, _ := d.read("13/1/2020"); day != "" {
		return "en-US"
	}
	return "en-GB"
}

// swaps reports whether a cell would be a date that has come with day and month
// the other way round.
func (d dates) swaps(cell string) bool {
	d.o.Locale = d.otherWay()
	d.clock.Locale = d.o.Locale
	_, why := d.read(cell)
	return why == ""
}

// inEnglish puts the name of a month in a date into English.
func inEnglish(cell string) string {
	words := strings.Fields(strings.ToLower(cell))
	for i, w := range words {
		switch strings.Trim(w, ".,") {
		case "januar", "jänner", "janvier", "janv", "enero", "ene":
			words[i] = "january"
		case "februar", "février", "févr", "febrero":
			words[i] = "february"
		case "märz", "mär", "mrz", "mars", "marzo":
			words[i] = "march"
		case "avril", "avr", "abril", "abr":
			words[i] = "april"
		case "mai", "mayo":
			words[i] = "may"
		case "juni", "juin", "junio":
			words[i] = "june"
		case "juli", "juillet", "juil", "julio":
			words[i] = "july"
		case "août", "agosto", "ago":
			words[i] = "august"
		case "septembre", "septiembre":
			words[i] = "september"
		case "oktober", "okt", "octobre", "octubre":
			words[i] = "october"
		case "novembre", "noviembre":
			words[i] = "november"
		case "dezember", "dez", "décembre", "déc", "diciembre", "dic":
			words[i] = "december"
		case "de", "del":
			words[i] = ""
		}
	}
	return strings.Join(words, " ")
}

func shortened(text string) string {
	const most = 60
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
