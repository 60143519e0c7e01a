package prose

import "strings"

// forms returns a verb with all its inflected forms: lose, loses, losing,
// lost. A phrase such as "let down" is not one verb.
func forms(verb string) []string {
	all := []string{verb, thirdPerson(verb), participle(verb)}
	if irregular := irregularPast(verb); irregular != nil {
		return append(all, irregular...)
	}
	return append(all, regularPast(verb))
}

func isConsonant(c byte) bool { return !strings.ContainsRune("aeiou", rune(c)) }

func thirdPerson(v string) string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "sh"), v == "do", v == "go":
		return v + "es"
	case n > 2 && v[n-1] == 'y' && isConsonant(v[n-2]):
		return v[:n-1] + "ies"
	case v == "have":
		return "has"
	}
	return v + "s"
}

func participle(v string) string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case strings.HasSuffix(v, "ee"), strings.HasSuffix(v, "ye"), strings.HasSuffix(v, "oe"):
		return v + "ing"
	case n > 2 && v[n-1] == 'e':
		return v[:n-1] + "ing"
	case doubles(v):
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}

func regularPast(v string) string {
	n := len(v)
	switch {
	case v[n-1] == 'e':
		return v + "d"
	case n > 2 && v[n-1] == 'y' && isConsonant(v[n-2]):
		return v[:n-1] + "ied"
	case doubles(v):
		return v + v[n-1:] + "ed"
	}
	return v + "ed"
}

// doubles reports whether a verb doubles its last letter: stop, stopped.
func doubles(v string) bool {
	n := len(v)
	if n < 3 || !isConsonant(v[n-1]) || isConsonant(v[n-2]) || !isConsonant(v[n-3]) {
		return false
	}
	switch v[n-1] {
	case 'w', 'x', 'y':
		return false
	}
	if n <= 4 {
		return true
	}
	switch v {
	case "cancel", "travel", "begin", "commit", "submit", "admit", "refer", "prefer", "occur", "forget", "upset", "regret", "permit", "skip", "strip", "scrap", "split", "grovel", "label", "equip":
		return true
	}
	return false
}

// irregularPast returns the past forms of an irregular verb, or nil.
func irregularPast(v string) []string {
	i := strings.Index(irregulars, ";"+v+" ")
	if i < 0 {
		return nil
	}
	rest := irregulars[i+len(v)+2:]
	return strings.Fields(rest[:strings.IndexByte(rest, ';')])
}

const irregulars = `;be was were been;bear bore borne;beat beat beaten;become became become;begin began begun;bend bent;blow blew blown;` +
	`break broke broken;bring brought;build built;burn burnt burned;burst burst;buy bought;catch caught;choose chose chosen;come came come;` +
	`cost cost;cut cut;deal dealt;dig dug;do did done;draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;feel felt;` +
	`fight fought;find found;fly flew flown;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got gotten;` +
	`give gave given;go went gone;grow grew grown;hang hung;have had;hear heard;hide hid hidden;hit hit;hold held;hurt hurt;keep kept;` +
	`know knew known;lay laid;lead led;learn learnt learned;leave left;lend lent;let let;lie lied lay;lose lost;make made;mean meant;meet met;` +
	`oversleep overslept;overrun overran;pay paid;put put;quit quit;read read;ride rode ridden;ring rang rung;rise rose risen;run ran run;` +
	`say said;see saw seen;sell sold;send sent;set set;shake shook shaken;shoot shot;show showed shown;shrink shrank shrunk;shut shut;` +
	`sink sank sunk;sit sat;sleep slept;speak spoke spoken;speed sped;spend spent;split split;spread spread;spring sprang sprung;stand stood;` +
	`steal stole stolen;stick stuck;strike struck;swear swore sworn;sweep swept;take took taken;teach taught;tear tore torn;tell told;` +
	`think thought;throw threw thrown;understand understood;undo undid undone;wake woke woken;wear wore worn;win won;withdraw withdrew withdrawn;` +
	`write wrote written;rebuild rebuilt;redo redid redone;resend resent;upset upset;foresee foresaw foreseen;outgrow outgrew outgrown;`
