package capture

import (
	"strings"
	"sync"
)

// wordClass is a set of the classes a word belongs to. A word may be in
// several: "short" is a lack and a quality, "report" a document and a verb.
type wordClass uint64

// The classes of words: what a word does in a sentence, or what sort of thing
// it names. They are about English, not about any trade.
const (
	wI wordClass = 1 << iota
	wWe
	wHeShe
	wThey
	wYou
	wIt
	wMyOur
	wHisHer
	wMe
	wDeterminer
	wAsker // which, who, how …
	wBe
	wDo
	wHave
	wModal
	wWill
	wNot
	wNo
	wNobody
	wPreposition
	wJoiner
	wNumber
	wMoment // today, monday, june, easter
	wSpan   // day, week, shift
	wHedge
	wUnsure
	wPartly
	wRest
	wBoss
	wPeople
	wOutsider
	wStage // draft, version, page
	wDevice
	wHarm
	wAppraisal
	wProposal
	wQuery
	wNews
	wGain
	wLacking
	wQuality
	wExtreme
	wDone
	wMore
	wAhead
	wAgain
	wClash
	wResult // verbs that end something: win, sign, cut
	wWork   // verbs of work under way: sort, draft, test
	wTurn   // verbs of events outside: close, raise, resign
	wFault  // verbs of things that fail: break, leak
	wWant   // verbs of lack and trouble: need, wait, struggle
	wPledge // promise, agree, commit
	wSay
	wThink
	wJudge // praise, criticise, thank
	wVerb
	wPoint   // too, more than enough, less: measures of conduct
	wThing   // words that start a line more often as a noun than as a verb
	wTrouble // what is bad news by itself: mould, arrears
	wGood    // what is good news by itself: gold, intact
	wLike    // verbs of liking

	numClasses = iota
)

// verbForm is the set of forms a verb may have; "cut" is base and past.
type verbForm uint8

const (
	baseForm verbForm = 1 << iota
	pastForm
	ingForm
	sForm // plural of a noun or third person of a verb

	numForms = iota
)

const verbClasses = wResult | wWork | wTurn | wFault | wWant | wPledge | wSay | wThink | wJudge | wLike | wVerb

type lexicalEntry struct {
	class wordClass
	form  verbForm
}

// lexicon is built when the first line is read, not when the program starts.
var lexicon = sync.OnceValue(buildLexicon)

func buildLexicon() map[string]lexicalEntry {
	m := make(map[string]lexicalEntry, 3600)
	for _, group := range wordGroups() {
		for word := range strings.FieldsSeq(group.words) {
			e := m[word]
			e.class |= group.class
			if group.class&verbClasses != 0 {
				e.class |= wVerb
				e.form |= baseForm
			}
			m[word] = e
		}
	}
	addIrregular(m)
	lets := m["lets"] // "lets go" and "she lets me"
	lets.class, lets.form = lets.class|wVerb, sForm
	m["lets"] = lets
	return m
}

// addIrregular gives "won" the classes of "win". A past form that is a word
// of its own ("found", "left") keeps both readings.
func addIrregular(m map[string]lexicalEntry) {
	for line := range strings.SplitSeq(irregularVerbs, ";") {
		base, past := "", false
		for form := range strings.FieldsSeq(line) {
			if base == "" {
				base = form
				e := m[base]
				e.class |= wVerb
				e.form |= baseForm
				m[base] = e
				continue
			}
			past = true
			e := m[form]
			e.class |= m[base].class & verbClasses
			e.form |= pastForm
			m[form] = e
		}
		if !past && base != "" { // cut, put, set
			e := m[base]
			e.form |= pastForm
			m[base] = e
		}
	}
}

// lookUp finds the classes of a word in lower case, and the forms it may
// have as a verb. A word that the lexicon lacks is judged by its ending.
func lookUp(word string) (wordClass, verbForm) {
	m := lexicon()
	if e, ok := m[word]; ok {
		if e.form == 0 { // "passed" and "missing" are states and verbs
			class, form := inflected(m, word)
			return e.class | class, form
		}
		return e.class, e.form
	}
	if i := strings.IndexByte(word, '-'); i > 0 {
		return lookUpHyphened(m, word, i)
	}
	if class, form := inflected(m, word); form != 0 {
		return class, form
	}
	n := len(word)
	switch {
	case n > 5 && strings.HasSuffix(word, "ing"):
		return 0, ingForm
	case n > 4 && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") && (n > 5 || !strings.HasSuffix(word, "red")):
		return 0, pastForm
	case n > 4 && strings.HasSuffix(word, "ies"):
		e := m[word[:n-3]+"y"]
		return e.class, sForm
	case n > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		if e, ok := m[word[:n-1]]; ok {
			return e.class &^ wNumber, sForm
		}
		if strings.HasSuffix(word, "es") {
			if e, ok := m[word[:n-2]]; ok {
				return e.class, sForm
			}
		}
		if namesRole(word[:n-1]) {
			return wPeople, sForm
		}
		return 0, sForm
	}
	if n > 5 && strings.HasPrefix(word, "re") {
		if e, ok := m[word[2:]]; ok && e.form != 0 {
			return e.class & verbClasses, e.form
		}
	}
	if namesRole(word) {
		return wPeople, 0
	}
	return 0, 0
}

// inflected reads a past or -ing form of a verb that the lexicon knows.
func inflected(m map[string]lexicalEntry, word string) (wordClass, verbForm) {
	n := len(word)
	switch {
	case n > 5 && strings.HasSuffix(word, "ing"):
		if class := verbStem(m, word[:n-3]); class != 0 {
			return class, ingForm
		}
	case n > 4 && strings.HasSuffix(word, "ied"):
		if class := m[word[:n-3]+"y"].class & verbClasses; class != 0 {
			return class, pastForm
		}
	case n > 4 && strings.HasSuffix(word, "ed"):
		if class := verbStem(m, word[:n-2]); class != 0 {
			return class, pastForm
		}
	}
	return 0, 0
}

// lookUpHyphened reads re-tested as tested and double-booked as booked.
func lookUpHyphened(m map[string]lexicalEntry, word string, hyphen int) (wordClass, verbForm) {
	if e, ok := m[strings.ReplaceAll(word, "-", "")]; ok {
		return e.class, e.form
	}
	tail := word[hyphen+1:]
	if strings.IndexByte(tail, '-') >= 0 || tail == "" {
		return 0, 0
	}
	class, form := lookUp(tail)
	switch word[:hyphen] {
	case "re", "pre", "co", "over", "auto", "fast", "double", "cross":
		return class & verbClasses, form
	}
	return class & (verbClasses | wDone | wLacking), form & (pastForm | ingForm)
}

// verbStem finds the verb of a stem whose ending was taken off: mov(e),
// stopp, carri.
func verbStem(m map[string]lexicalEntry, stem string) wordClass {
	if e, ok := m[stem]; ok && e.form&baseForm != 0 {
		return e.class & verbClasses
	}
	if e, ok := m[stem+"e"]; ok && e.form&baseForm != 0 {
		return e.class & verbClasses
	}
	n := len(stem)
	if n > 2 && stem[n-1] == stem[n-2] {
		if e, ok := m[stem[:n-1]]; ok && e.form&baseForm != 0 {
			return e.class & verbClasses
		}
	}
	if n > 4 && strings.HasPrefix(stem, "re") {
		return verbStem(m, stem[2:])
	}
	return 0
}

// irregularVerbs lists the base and the past forms of each verb; a verb that
// stands alone has one form for all.
const irregularVerbs = `arise arose arisen;be;bear bore borne;beat beaten;become became;begin began begun;bend bent;
bet;bid;bind bound;bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;broadcast;
build built;burn burnt;burst;buy bought;cast;catch caught;choose chose chosen;come came;cost;creep crept;cut;deal dealt;
dig dug;do did done;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;
feel felt;fight fought;find found;flee fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;
forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;go went gone;grind ground;grow grew grown;
hang hung;have had;hear heard;hide hid hidden;hit;hold held;hurt;keep kept;know knew known;lay laid;lead led;lean leant;
learn learnt;leave left;lend lent;let;lie lay lain;light lit;lose lost;make made;mean meant;meet met;mow mown;
overcome overcame;oversee oversaw;pay paid;prove proven;put;quit;read;ride rode ridden;ring rang rung;rise rose risen;
run ran;say said;see saw seen;seek sought;sell sold;send sent;set;sew sewn;shake shook shaken;shed;shine shone;
shoot shot;show shown;shrink shrank shrunk;shut;sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;
sow sown;speak spoke spoken;speed sped;spend spent;spin spun;split;spread;spring sprang sprung;stand stood;
steal stole stolen;stick stuck;strike struck;string strung;swear swore sworn;sweep swept;swim swam swum;swing swung;
take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;understand understood;
undo undid undone;undertake undertook undertaken;upset;wake woke woken;wear wore worn;weave wove woven;win won;
wind wound;withdraw withdrew withdrawn;write wrote written`
