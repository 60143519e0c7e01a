package calendar

import (
	"slices"
	"strings"
	"time"

	"rapport"
)

// DayOff is a stretch of days on which the user does not work: leave, or a
// public holiday. It is a guess with a reason.
type DayOff struct {
	Event
	// Part says that only a part of the day is off.
	Part bool
	// Confidence is in percent.
	Confidence int
	Reason     string
}

// enough is the confidence below which nobody is asked.
const enough = 40

// halfDay is the shortest leave with a clock time.
const halfDay = 3 * time.Hour

// Leave finds when the user is off. me are the user's addresses and names,
// others are people whose leave is not the user's, such as the bosses. What is
// marked as out of office counts, and what its title or category calls leave,
// unless it is somebody else's, a talk about leave, or work elsewhere.
func Leave(events []Event, others []Person, me []string) []DayOff {
	own := selfOf(me)
	var found []DayOff
	for _, e := range events {
		if e.Off() || !e.AllDay && e.Length() < halfDay {
			continue
		}
		confidence, reason := leave(e, others, own)
		if confidence < enough {
			continue
		}
		found = append(found, DayOff{Event: e, Part: !e.AllDay && e.Length() < 7*time.Hour, Confidence: confidence, Reason: reason})
	}
	return found
}

func leave(e Event, others []Person, own self) (confidence int, reason string) {
	if c, _ := publicHoliday(e); c > 0 {
		return 0, ""
	}
	// A note to colleagues names its sender; the leave is theirs.
	if e.Organizer.Address != "" && len(own.addresses) > 0 && !own.has(e.Organizer) && len(e.Attendees) > 0 {
		return 0, ""
	}
	words := titleWords(e.Summary)
	for _, o := range others {
		for i := range words {
			if name := nameWords(o.Name); len(name) > 0 && matchName(words[i:], name, false) > 0 {
				return 0, ""
			}
		}
	}
	about := leaveWords(words, own)
	if about.not {
		return 0, ""
	}
	categorised := slices.ContainsFunc(e.Categories, func(c string) bool {
		r := leaveWords(titleWords(c), own)
		return r.first >= 0 && !r.before && !r.not
	})
	switch {
	case e.Away && about.first >= 0 && !about.before:
		return 95, "it is marked as out of office, and its title says so"
	case e.Away:
		return 65, "it is marked as out of office"
	case categorised:
		return 85, "its category is leave"
	case about.first < 0:
		return 0, ""
	case !about.before && !about.after:
		return 85, "its title says leave"
	case about.before && !about.mine:
		return 0, "" // Tom: vacation
	case e.Free:
		return 35, "its title speaks of leave, though the time is not blocked"
	}
	return 55, "its title speaks of leave"
}

// leaveTitle is what the words of a title say about leave.
type leaveTitle struct {
	// first is where the first word of leave stands, -1 for nowhere.
	first int
	// before and after say that unknown words stand on that side; mine that
	// the user is named.
	before, after, mine bool
	// not says that it is about something else.
	not bool
}

func leaveWords(words []string, own self) leaveTitle {
	r := leaveTitle{first: -1}
	for i := 0; i < len(words); i++ {
		if n := own.match(words[i:]); n > 0 && words[i] != "me" {
			r.mine = true
			i += n - 1
			continue
		}
		if words[i] == "leave" && i+1 < len(words) && (words[i+1] == "for" || words[i+1] == "at" || words[i+1] == "by" || words[i+1] == "to") {
			r.not = true // for the airport, at six
		}
		switch kind := leaveWord(words[i]); {
		case kind == aboutLeave:
			r.not = true
		case kind == isLeave:
			if r.first < 0 {
				r.first = i
			}
		case kind == beside || partOf(words[i]) != other && partOf(words[i]) != never && partOf(words[i]) != mark:
		case r.first < 0:
			r.before = true
		default:
			r.after = true
		}
	}
	return r
}

type leaveKind int8

const (
	noLeave    leaveKind = iota
	isLeave              // vacation
	beside               // annual, summer, day: what goes with it
	aboutLeave           // planning, party, handover: not leave itself
)

func leaveWord(word string) leaveKind {
	switch foldName(word) {
	case "vacation", "vacations", "holiday", "holidays", "leave", "pto", "ooo", "oof", "off", "urlaub", "ferien", "elternzeit", "mutterschutz", "sonderurlaub", "resturlaub", "bildungsurlaub", "jahresurlaub", "urlaubstag", "erholungsurlaub",
		"sick", "krank", "krankenstand", "krankgeschrieben", "abwesend", "abwesenheit", "absence", "absent", "conge", "conges", "vacances", "rtt", "vacaciones", "permiso", "ferie", "vakantie", "verlof", "semester", "sabbatical", "gleittag", "bruckentag", "zeitausgleich", "freizeitausgleich",
		"uberstundenabbau", "ausgleichstag", "frei", "ziekteverlof", "urlop", "dovolena", "lomaa", "loma", "away", "outofoffice", "afk":
		return isLeave
	case "annual", "summer", "winter", "christmas", "easter", "spring", "autumn", "paid", "unpaid", "parental", "maternity", "paternity", "family", "medical", "day", "days", "time", "half", "full", "out", "of", "office", "sommer", "weihnachten", "bezahlter", "halber", "tag", "tage", "ganztagig",
		"d", "paye", "payes", "ete", "approved", "genehmigt", "i'm", "am", "ich", "bin", "last", "first", "hyphen", "bis", "until", "ab", "from", "vom", "to":
		return beside
	case "party", "planning", "plan", "plans", "planung", "request", "requests", "antrag", "policy", "approve", "approval", "budget", "handover", "ubergabe", "cover", "coverage", "vertretung", "meeting", "prep", "review", "discuss", "discussion", "calendar", "kalender", "list", "rota", "schedule", "deadline", "submit", "einreichen", "beantragen", "buchen", "book",
		"trip", "travel", "conference", "dienstreise", "konferenz", "messe", "schulung", "training", "seminar", "workshop", "offsite", "customer", "kunde", "client", "site", "birthday", "geburtstag", "sale", "campaign", "season", "school", "schulferien", "kick", "kickoff", "take", "topic", "start", "begin", "beginn", "ende", "end":
		return aboutLeave
	}
	return noLeave
}

// PublicHolidays finds days on which nobody works, from calendars of holidays
// and from days that are called by the name of one.
func PublicHolidays(events []Event) []DayOff {
	var found []DayOff
	for _, e := range events {
		if e.Off() {
			continue
		}
		if confidence, reason := publicHoliday(e); confidence >= enough {
			found = append(found, DayOff{Event: e, Confidence: confidence, Reason: reason})
		}
	}
	return found
}

func publicHoliday(e Event) (confidence int, reason string) {
	if !e.AllDay || e.Last > e.First.Add(3) || len(e.Attendees) > 1 {
		return 0, ""
	}
	about := foldName(e.Description)
	name := foldName(e.Calendar)
	if holdsAny(about, "observance", "gedenktag", "not a public holiday", "kein gesetzlicher", "no es festivo", "fete non feriee", "season", "to hide observances") && !strings.HasPrefix(about, "public holiday") {
		return 0, ""
	}
	title := feastTitle(e.Summary)
	switch {
	case holdsAny(name, "schulferien", "school holiday", "school vacation", "team", "urlaub"):
	case holdsAny(about, "public holiday", "gesetzlicher feiertag", "bank holiday", "jour ferie", "festivo nacional", "federal holiday", "national holiday", "statutory holiday"):
		if holdsAny(about, " in ", " nur ", "regional", "only") {
			return 60, "its description says a public holiday of a region; it may not be yours"
		}
		return 95, "its description says a public holiday"
	case holdsAny(name, "holidays in ", "public holidays", "bank holidays", "feiertage", "jours feries", "dias festivos", "festivos", "festivita", "feestdagen", "helgdagar", "helligdage", "us holidays", "uk holidays", "federal holidays", "statutory holidays", " holidays"):
		return 85, "it stands in a calendar of holidays"
	case isFeast(title):
		return 75, "its title is the name of a holiday"
	case slices.ContainsFunc(e.Categories, func(c string) bool {
		return holdsAny(foldName(c), "public holiday", "feiertag", "bank holiday", "jour ferie", "festivo")
	}):
		return 85, "its category is public holiday"
	case title == "bank holiday" || title == "public holiday" || title == "feiertag" || title == "jour ferie" || title == "festivo":
		return 85, "its title says public holiday"
	}
	return 0, ""
}

func holdsAny(text string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}

// feastTitle takes off what calendars add to the name of a holiday.
func feastTitle(title string) string {
	text := foldName(title)
	if i := strings.IndexAny(text, "([/"); i > 0 {
		text = text[:i]
	}
	for _, end := range [...]string{" observed", " substitute day", " bank holiday", " holiday", " - public holiday", " - feiertag"} {
		text = strings.TrimSuffix(strings.TrimSpace(text), end)
	}
	return strings.TrimSpace(strings.NewReplacer("’", "", "'", "", ".", "", "-", " ").Replace(text))
}

// isFeast knows the names under which most people have a day off. Feasts that
// some countries only remember are not among them.
func isFeast(title string) bool {
	switch title {
	case "new years day", "new year", "neujahr", "neujahrstag", "jour de lan", "nouvel an", "ano nuevo", "capodanno", "nieuwjaarsdag", "nyarsdagen", "ano novo",
		"epiphany", "heilige drei konige", "dreikonigstag", "epiphanie", "reyes", "epifania", "good friday", "karfreitag", "vendredi saint", "viernes santo", "goede vrijdag",
		"easter monday", "ostermontag", "lundi de paques", "lunes de pascua", "pasquetta", "tweede paasdag", "labour day", "labor day", "may day", "tag der arbeit", "maifeiertag", "fete du travail", "dia del trabajo", "dia del trabajador", "festa del lavoro", "primo maggio",
		"ascension day", "christi himmelfahrt", "ascension", "hemelvaartsdag", "whit monday", "pfingstmontag", "lundi de pentecote", "tweede pinksterdag", "corpus christi", "fronleichnam", "fete dieu",
		"assumption day", "assumption of mary", "maria himmelfahrt", "assomption", "asuncion", "ferragosto", "tag der deutschen einheit", "german unity day", "day of german unity", "reformationstag", "reformation day",
		"all saints day", "allerheiligen", "toussaint", "todos los santos", "ognissanti", "bus und bettag", "christmas day", "1 weihnachtstag", "1 weihnachtsfeiertag", "erster weihnachtstag", "weihnachten", "noel", "navidad", "natale", "eerste kerstdag", "juldagen",
		"boxing day", "2 weihnachtstag", "2 weihnachtsfeiertag", "zweiter weihnachtstag", "stephanstag", "stefanitag", "st stephens day", "tweede kerstdag", "santo stefano", "christmas",
		"independence day", "memorial day", "thanksgiving", "thanksgiving day", "martin luther king jr day", "presidents day", "juneteenth", "veterans day", "columbus day", "canada day", "victoria day", "australia day", "anzac day", "kings birthday", "queens birthday",
		"nationalfeiertag", "bundesfeiertag", "bastille day", "fete nationale", "14 juillet", "armistice", "victoire 1945", "maria empfangnis", "immaculate conception", "inmaculada concepcion", "immacolata", "republic day", "festa della repubblica", "koningsdag", "kings day", "midsummer day", "midsommardagen", "st patricks day", "diwali", "eid al fitr", "eid al adha", "yom kippur", "rosh hashanah":
		return true
	}
	return false
}

// Days lists the days of the stretch.
func (d DayOff) Days() []rapport.Day {
	var days []rapport.Day
	for day := d.First; day <= d.Last && len(days) < maxDays; day = day.Add(1) {
		days = append(days, day)
	}
	return days
}
