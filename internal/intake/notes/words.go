package notes

import (
	"strings"
	"unicode"
)

// english returns the English word for a word of a date in German, French or
// Spanish, and the word itself for any other. What needs two words in English
// gives two.
func english(word string) string {
	switch word {
	case "januar", "jänner", "jaenner", "janvier", "enero", "janv", "ene":
		return "january"
	case "februar", "feber", "février", "fevrier", "febrero", "févr", "fév":
		return "february"
	case "märz", "maerz", "mär", "mrz", "mars", "marzo":
		return "march"
	case "avril", "abril", "avr", "abr":
		return "april"
	case "mai", "mayo":
		return "may"
	case "juni", "juin", "junio":
		return "june"
	case "juli", "juillet", "julio", "juil":
		return "july"
	case "août", "aout", "agosto", "ago":
		return "august"
	case "septembre", "septiembre":
		return "september"
	case "oktober", "octobre", "octubre", "okt":
		return "october"
	case "novembre", "noviembre":
		return "november"
	case "dezember", "décembre", "decembre", "diciembre", "dez", "déc", "dic":
		return "december"
	case "montag", "lundi", "lunes", "mo":
		return "monday"
	case "dienstag", "mardi", "martes", "di":
		return "tuesday"
	case "mittwoch", "mercredi", "miércoles", "miercoles", "mi":
		return "wednesday"
	case "donnerstag", "jeudi", "jueves", "do":
		return "thursday"
	case "freitag", "vendredi", "viernes", "fr":
		return "friday"
	case "samstag", "sonnabend", "samedi", "sábado", "sabado", "sa":
		return "saturday"
	case "sonntag", "dimanche", "domingo", "so":
		return "sunday"
	}
	return word
}

// englishDue returns the English word for one of a day ahead.
func englishDue(word string) string {
	switch word {
	case "morgen", "demain", "mañana":
		return "tomorrow"
	case "heute", "aujourd'hui", "aujourd’hui", "hoy":
		return "today"
	case "übermorgen":
		return "the day after tomorrow"
	case "bis", "jusqu'à", "avant", "hasta", "para", "spätestens":
		return "by"
	case "diese", "diesen", "dieser", "dieses", "cette", "ce", "esta", "este":
		return "this"
	case "nächste", "nächsten", "nächster", "nächstes", "kommende", "kommenden", "kommender", "prochaine", "prochain", "próxima", "próximo":
		return "next"
	case "woche", "semaine", "semana", "wochen":
		return "week"
	case "monat", "monats", "mois", "mes":
		return "month"
	case "ende", "fin":
		return "end of"
	case "anfang", "début", "principios":
		return "start of"
	case "im", "am":
		return "on"
	}
	return english(word)
}

// fields cuts a text into lower-case words of letters and digits.
func fields(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
}

// isMonth reports whether a word names a month, in any of the languages.
func isMonth(word string) bool {
	switch english(word) {
	case "january", "jan", "february", "feb", "febr", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul",
		"august", "aug", "september", "sep", "sept", "october", "oct", "november", "nov", "december", "dec":
		return true
	}
	return false
}

// weekdayNamed returns the number of the weekday that a word names, from Sunday.
func weekdayNamed(word string) (int, bool) {
	switch english(word) {
	case "sunday", "sun":
		return 0, true
	case "monday", "mon":
		return 1, true
	case "tuesday", "tue", "tues":
		return 2, true
	case "wednesday", "wed", "weds":
		return 3, true
	case "thursday", "thu", "thur", "thurs":
		return 4, true
	case "friday", "fri":
		return 5, true
	case "saturday", "sat":
		return 6, true
	}
	return 0, false
}

// likeMonth reports whether a word is a month with a slip in it, such as
// novmeber: one or two letters off a long name, never a short word.
func likeMonth(word string) bool {
	if len([]rune(word)) < 5 || isMonth(word) {
		return false
	}
	for _, m := range [...]string{
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"januar", "februar", "oktober", "dezember", "janvier", "février", "juillet", "septembre", "octobre", "novembre", "décembre",
		"febrero", "septiembre", "octubre", "noviembre", "diciembre",
	} {
		most := 2
		if len(m) <= 6 {
			most = 1
		}
		if word[0] == m[0] && slips(word, m) <= most {
			return true
		}
	}
	return false
}

// slips counts the letters to add, drop, change or swap between two words.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 20 {
		return len(x)
	}
	var before, last, row [32]int
	for j := range len(y) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := 1
			if x[i-1] == y[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
