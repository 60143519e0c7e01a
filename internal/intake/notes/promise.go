package notes

import (
	"strings"
	"unicode"
)

// pledge is how firmly a sentence promises that its speaker will do something;
// zero where it does not.
type pledge int

// The confidences of promises, in percent.
const (
	noPledge   pledge = 0
	softPledge pledge = 50 // "I'll try", "we'll get you", "I can do that by Friday"
	impliedOne pledge = 65 // "will check with finance", "leave it with me"
	plainOne   pledge = 85 // "I'll introduce you"
)

// sentencesOf cuts a reply into sentences. A full stop in a number or behind a
// single letter ends none.
func sentencesOf(text string) []string {
	var out []string
	start := 0
	rs := []rune(text)
	for i, c := range rs {
		end := c == '!' || c == '?' || c == ';' || c == '…' || c == '\n'
		if c == '.' {
			after := i+1 == len(rs) || unicode.IsSpace(rs[i+1])
			short := i > 0 && unicode.IsLetter(rs[i-1]) && (i == 1 || !unicode.IsLetter(rs[i-2]) && rs[i-2] != '\'' && rs[i-2] != '’')
			end = after && !short && (i == 0 || !unicode.IsDigit(rs[i-1]) || i+2 < len(rs) && unicode.IsUpper(rs[i+2]) || i+1 == len(rs))
		}
		if end && (i+1 == len(rs) || unicode.IsSpace(rs[i+1])) {
			if s := strings.TrimSpace(string(rs[start : i+1])); s != "" {
				out = append(out, s)
			}
			start = i + 1
		}
	}
	if s := strings.TrimSpace(string(rs[start:])); s != "" {
		out = append(out, s)
	}
	return out
}

// promiseIn says how firmly the speaker of a sentence promises in it to do
// something. It is made for replies: "I" is who replies, and what has no subject
// is said by them. A sentence that hangs on a condition, that is negated, that
// tells of the past, or that asks the reader for something promises nothing.
func promiseIn(sentence string) pledge {
	s := unquoted(sentence)
	if strings.HasSuffix(strings.TrimRight(s, " )\"'”"), "?") {
		return noPledge
	}
	ws := promiseWords(s)
	if len(ws) == 0 || len(ws) > 120 {
		return noPledge
	}
	best := noPledge
	for i := range ws {
		p, verb := headAt(ws, i)
		if p == noPledge || refused(ws, i, verb) {
			continue
		}
		if v := at(ws, verb); v == "try" || v == "think" || v == "versuche" {
			p = softPledge
		}
		best = max(best, p)
	}
	return best
}

// unquoted drops what stands in quotation marks: somebody else's words.
func unquoted(s string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"„", "“"}, {"\"", "\""}, {"«", "»"}} {
		for range 8 {
			from := strings.Index(s, pair[0])
			if from < 0 {
				break
			}
			n := strings.Index(s[from+len(pair[0]):], pair[1])
			if n < 0 {
				break
			}
			s = s[:from] + " " + s[from+len(pair[0])+n+len(pair[1]):]
		}
	}
	return s
}

// promiseWords cuts a sentence into words in lower case, with commas and dashes
// as words of their own and "I'll" as two.
func promiseWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(strings.ReplaceAll(s, "’", "'"))) {
		comma := strings.HasSuffix(w, ",") || strings.HasSuffix(w, ";") || strings.HasSuffix(w, ":")
		if w == "-" || w == "–" || w == "—" {
			out = append(out, ",")
			continue
		}
		w = strings.Trim(w, ".,;:!?()[]*_\"…")
		if w == "" {
			continue
		}
		switch {
		case w == "ill" && len(out) == 0, w == "i'll":
			out = append(out, "i", "will")
		case w == "i'm":
			out = append(out, "i", "am")
		case w == "i'd":
			out = append(out, "i", "would")
		case w == "we'll":
			out = append(out, "we", "will")
		case w == "you'll":
			out = append(out, "you", "will")
		case w == "won't" || w == "wont":
			out = append(out, "will", "not")
		case w == "can't" || w == "cannot":
			out = append(out, "can", "not")
		case w == "don't":
			out = append(out, "do", "not")
		case w == "gonna":
			out = append(out, "going", "to")
		case strings.HasSuffix(w, "'ll"):
			out = append(out, w[:len(w)-3], "will")
		default:
			out = append(out, w)
		}
		if comma {
			out = append(out, ",")
		}
	}
	return out
}

func at(ws []string, i int) string {
	if i < 0 || i >= len(ws) {
		return ""
	}
	return ws[i]
}

func follows(ws []string, i int, phrase string) bool {
	for n, w := range strings.Fields(phrase) {
		if at(ws, i+n) != w {
			return false
		}
	}
	return true
}

// opening reports whether a clause begins at i.
func opening(ws []string, i int) bool {
	switch at(ws, i-1) {
	case "", ",", "and", "but", "so", "ok", "okay", "yes", "sure", "good", "fine", "thanks", "agreed", "right", "und", "aber", "ja", "gut", "oui", "et", "sí", "y":
		return true
	}
	return false
}

// headAt reads the words at i by which somebody promises, and returns where
// the verb of what is promised stands.
func headAt(ws []string, i int) (p pledge, verb int) {
	if p, verb := headElsewhere(ws, i); p != noPledge {
		return p, verb
	}
	switch {
	case follows(ws, i, "i will"), follows(ws, i, "i shall"):
		return plainOne, skipAdverbs(ws, i+2)
	case follows(ws, i, "i am going to"):
		return plainOne, skipAdverbs(ws, i+4)
	case follows(ws, i, "i promise to"), follows(ws, i, "i commit to"), follows(ws, i, "i agree to"), follows(ws, i, "i undertake to"):
		return plainOne, i + 3
	case follows(ws, i, "i promise"):
		return plainOne, i + 2
	case follows(ws, i, "i owe you"), follows(ws, i, "my action"):
		return impliedOne, i + 2
	case follows(ws, i, "let me") && opening(ws, i):
		if v := skipAdverbs(ws, i+2); at(ws, v) != "know" && at(ws, v) != "have" && at(ws, v) != "see" && at(ws, v) != "tell" && at(ws, v) != "be" {
			return impliedOne, v
		}
		if follows(ws, i+2, "see what i can do") || follows(ws, i+2, "see if") || follows(ws, i+2, "see who") || follows(ws, i+2, "see whether") {
			return softPledge, i + 2
		}
	case at(ws, i) == "will" && opening(ws, i) && isBareVerb(at(ws, skipAdverbs(ws, i+1))):
		return impliedOne, skipAdverbs(ws, i+1)
	case follows(ws, i, "going to") && opening(ws, i):
		return impliedOne, i + 2
	case follows(ws, i, "leave it with me"), follows(ws, i, "leave that with me"), follows(ws, i, "leave this with me"), follows(ws, i, "leave it to me"), follows(ws, i, "leave that to me"),
		follows(ws, i, "consider it done"):
		return impliedOne, i + 1
	case follows(ws, i, "give me until"), follows(ws, i, "give me till"):
		return impliedOne, i + 1
	case (follows(ws, i, "happy to") || follows(ws, i, "glad to") || at(ws, i) == "expect") && opening(ws, i) && dated(ws[i+1:]):
		return softPledge, i + 2
	case follows(ws, i, "i am on it"), follows(ws, i, "on it") && opening(ws, i) && (i+2 == len(ws) || at(ws, i+2) == ","):
		return softPledge, i
	case follows(ws, i, "you will have") && fromMe(ws, i), follows(ws, i, "you will get") && fromMe(ws, i), follows(ws, i, "you will hear from me"):
		return impliedOne, i + 2
	case follows(ws, i, "we will") && forYou(ws, i+2):
		return softPledge, i + 2
	case follows(ws, i, "i can") && at(ws, i+2) != "not" && dated(ws[min(i+2, len(ws)):]) && isBareVerb(at(ws, skipAdverbs(ws, i+2))):
		return softPledge, skipAdverbs(ws, i+2)
	case follows(ws, i, "i am") && strings.HasSuffix(at(ws, i+2), "ing") && dated(ws[i+2:]) && !stativeIng(at(ws, i+2)):
		return softPledge, i + 2
	case at(ws, i) == "i" && opening(ws, i) && isAction(at(ws, i+1)) && dated(ws[i+2:]):
		return softPledge, i + 1
	}
	return noPledge, 0
}

// headElsewhere reads promises in German, French and Spanish.
func headElsewhere(ws []string, i int) (pledge, int) {
	switch at(ws, i) {
	case "ich":
		v := at(ws, i+1)
		inverted := i <= 3 && germanAction(at(ws, i-1))
		switch {
		case v == "werde", v == "kümmere", v == "kümmer", v == "kläre", v == "melde", v == "schicke", v == "frage", v == "frag", v == "stelle", v == "spreche", v == "rede",
			v == "übernehme", v == "besorge", v == "prüfe", v == "sorge", v == "gebe", v == "organisiere", v == "schaue", v == "schau", v == "bringe", v == "hole", v == "rufe", v == "sende", v == "bestelle", v == "verspreche":
			return plainOne, i + 1
		case inverted:
			return impliedOne, i - 1
		}
	case "kläre", "frage", "schicke", "melde", "spreche", "prüfe", "kümmere", "übernehme", "besorge", "sende":
		if i == 0 && at(ws, 1) != "ich" && at(ws, 1) != "bitte" {
			return impliedOne, i
		}
	case "je", "j'en":
		switch v := at(ws, i+1); {
		case v == "vais", v == "te", v == "vous", v == "m'en", v == "m'occupe":
			if v != "te" && v != "vous" || strings.HasSuffix(at(ws, i+2), "e") || strings.HasSuffix(at(ws, i+2), "rai") || strings.HasSuffix(at(ws, i+2), "s") {
				return plainOne, i + 1
			}
		case strings.HasSuffix(v, "rai") && len(v) > 4:
			return plainOne, i + 1
		}
	case "voy":
		if at(ws, i+1) == "a" {
			return plainOne, i + 2
		}
	case "te":
		switch at(ws, i+1) {
		case "presento", "envío", "mando", "aviso", "confirmo", "digo", "llamo", "paso":
			return plainOne, i + 1
		}
	}
	return noPledge, 0
}

func germanAction(w string) bool {
	switch w {
	case "mache", "kläre", "übernehme", "schicke", "prüfe", "regele", "bespreche", "organisiere", "erledige", "liefere":
		return true
	}
	return false
}

func skipAdverbs(ws []string, i int) int {
	for {
		switch at(ws, i) {
		case "also", "definitely", "certainly", "personally", "then", "just", "gladly", "happily", "now", "again", "quickly", "always", "still", "first", "surely", "of", "course", "make", "sure":
			if (at(ws, i) == "make") != (at(ws, i+1) == "sure") {
				return i
			}
			if at(ws, i) == "make" {
				return i // "I'll make sure" is the promise itself
			}
			i++
		default:
			return i
		}
	}
}

// refused reports whether what stands around a promise takes it back.
func refused(ws []string, head, verb int) bool {
	v := at(ws, verb)
	switch v {
	case "not", "never", "nicht", "kein", "only", "":
		return v != "" || head+2 < len(ws)
	case "be":
		switch n := at(ws, verb+1); {
		case n == "happy" || n == "glad" || n == "pleased" || n == "there" || n == "in" && at(ws, verb+2) == "touch" || n == "back" && at(ws, verb+2) == "to":
		case strings.HasSuffix(n, "ing") && !stativeIng(n):
		default:
			return true
		}
	case "need", "want", "expect", "miss", "have", "forget", "lose", "hate", "like", "love", "admit", "say", "believe", "assume", "know", "probably", "leave", "let", "see", "remain", "stay", "hope", "regret", "wait", "retire", "think", "remember", "trust", "appreciate", "understand", "enjoy", "survive":
		switch {
		case v == "let" && at(ws, verb+1) == "you" && at(ws, verb+2) == "know", v == "let" && at(ws, verb+1) != "you" && at(ws, verb+2) == "know":
		case v == "see" && (at(ws, verb+1) == "to" || at(ws, verb+1) == "if" || at(ws, verb+1) == "whether" || at(ws, verb+1) == "what" || at(ws, verb+1) == "who" || at(ws, verb+1) == "which" || at(ws, verb+1) == "how" || at(ws, verb+1) == "where"):
		case v == "have" && (at(ws, verb+1) == "a" || at(ws, verb+1) == "it" || at(ws, verb+1) == "that" || at(ws, verb+1) == "the" || at(ws, verb+1) == "an"):
		case v == "leave" && at(ws, head) == "leave", v == "say" && at(ws, verb+1) == "yes":
		case v == "think" && dated(ws[verb:]):
		default:
			return true
		}
	}
	for i := verb + 1; i < len(ws) && i <= verb+2; i++ {
		if at(ws, i) == "not" && v != "make" || at(ws, i) == "nicht" || at(ws, i) == "pas" || at(ws, i) == "no" && at(ws, i+1) == "longer" {
			return true
		}
	}
	german := at(ws, head) == "ich" || at(ws, verb-1) == "ich" || germanAction(at(ws, head))
	for i, w := range ws {
		switch w {
		case "if", "falls", "sofern", "sobald", "si", "wenn":
			if w != "if" || i < head || !asks(v) {
				return true
			}
		case "unless", "assuming", "provided", "providing", "depending", "otherwise", "sonst", "vielleicht", "würde", "könnte", "eventuell", "maybe", "perhaps", "supposing", "cuando", "aunque":
			return true
		case "once":
			if i == 0 || i > head && at(ws, i-1) != "at" {
				return true
			}
		case "when", "until":
			if w == "when" && !dated(ws[i:]) && (i < head || !asks(v)) {
				return true
			}
		case "long":
			if at(ws, i-1) == "as" && at(ws, i+1) == "as" {
				return true
			}
		case "soon":
			if at(ws, i-1) == "as" && at(ws, i+1) == "as" && !dated(ws[i+2:]) {
				return true
			}
		case "nicht", "kein", "keine", "keinen":
			if german && i > head {
				return true
			}
		case "or", "else":
			if i < head && i >= head-2 {
				return true
			}
		case "said", "promised", "thought", "doubt", "hope", "guess", "hoped", "told", "wish", "suppose", "wrote", "would", "might", "could":
			if i < head && !follows(ws, i-1, "as i") && !(i > 0 && at(ws, i-1) == "as") {
				return true
			}
		}
	}
	if follows(ws, head-3, "do not think") || follows(ws, head-3, "do not believe") || follows(ws, head-2, "not sure") {
		return true
	}
	// "Send me the list and I'll sign it" hangs on the list.
	if head > 1 && isRequest(ws[0]) && !follows(ws, 0, "give me") && (at(ws, head-1) == "and" || at(ws, head-1) == "then" || at(ws, head-1) == ",") ||
		head > 2 && ws[0] == "please" || head > 2 && follows(ws, 0, "let me know") {
		return true
	}
	return false
}

// asks reports whether "if" behind a verb means whether.
func asks(verb string) bool {
	switch verb {
	case "see", "check", "ask", "find", "look", "clarify", "test", "verify", "confirm", "wonder", "enquire", "inquire", "tell":
		return true
	}
	return false
}

// isRequest reports whether a sentence that begins with the word asks the reader
// to do something.
func isRequest(w string) bool {
	switch w {
	case "send", "give", "write", "show", "bring", "get", "put", "tell", "ping", "remind", "draft", "prepare", "share", "ask", "make", "call", "mail", "email", "forward", "come", "drop", "finish", "fix", "add", "book", "do", "propose", "list", "pick", "name", "find", "schick", "schreib", "sag", "gib", "mach", "envoie", "donne", "manda", "envía":
		return true
	}
	return false
}

// isBareVerb reports whether a word may be the verb behind "will": nearly any
// word but those that begin something else.
func isBareVerb(w string) bool {
	switch w {
	case "", ",", "the", "a", "an", "this", "that", "it", "you", "he", "she", "they", "we", "from", "of", "in", "on", "at", "for", "to", "is", "was", "has", "and", "power", "smith", "not", "never":
		return false
	}
	return !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || w == "discuss"
}

// isAction reports whether a word is an act that the present tense may promise:
// "I talk to finance on Friday".
func isAction(w string) bool {
	switch w {
	case "talk", "speak", "ask", "check", "send", "call", "meet", "raise", "introduce", "take", "bring", "write", "book", "order", "arrange", "organise", "organize", "sign", "approve", "get":
		return true
	}
	return false
}

func stativeIng(w string) bool {
	switch w {
	case "being", "having", "thinking", "hoping", "missing", "leaving", "going", "working", "wondering", "looking", "feeling", "waiting", "travelling", "traveling", "nothing", "something", "anything", "everything":
		return true
	}
	return false
}

func fromMe(ws []string, i int) bool {
	for j := i; j < len(ws); j++ {
		if follows(ws, j, "from me") {
			return true
		}
	}
	return dated(ws[i:])
}

func forYou(ws []string, i int) bool {
	switch at(ws, i) {
	case "get", "give", "send", "find", "hire", "fund", "pay", "provide", "show", "tell", "book", "buy", "order":
	default:
		return false
	}
	for j := i; j < len(ws); j++ {
		if ws[j] == "you" || ws[j] == "your" {
			return true
		}
	}
	return dated(ws[i:])
}

// dated reports whether the words name a time ahead.
func dated(ws []string) bool {
	for _, w := range ws {
		e := englishDue(w)
		if _, ok := weekdayNamed(e); ok && len(w) > 2 || isMonth(e) && w != "may" && w != "march" {
			return true
		}
		switch e {
		case "today", "tomorrow", "tonight", "week", "month", "quarter", "afternoon", "eod", "eow", "noon", "minutes", "days", "weeks", "the day after tomorrow", "morning", "evening":
			return true
		}
	}
	return false
}
