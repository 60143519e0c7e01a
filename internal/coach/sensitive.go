package coach

import (
	"slices"
	"strings"
	"unicode"
)

// The lists below are closed classes of words of working life. They decide what
// a coach leaves alone, and what it takes to touch people, money or dates.

// hasWord reports whether a text holds a word that begins with one of the stems;
// a stem with a dot at its end has to be the whole word.
func hasWord(text string, stems ...string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }) {
		if slices.ContainsFunc(stems, func(s string) bool {
			whole, exact := strings.CutSuffix(s, ".")
			return word == whole || !exact && strings.HasPrefix(word, whole)
		}) {
			return true
		}
	}
	return false
}

// isProtected reports whether a text is about what nobody may carry upwards for
// somebody else: health, the union, a complaint in confidence.
func isProtected(text string) bool {
	if hasWord(text, "diagnos", "pregnan", "cancer.", "depress", "therap", "burnout", "miscarriage", "divorc", "disabilit",
		"union.", "unions.", "grievance", "harass", "discriminat", "whistle", "confiden", "works-council") {
		return true
	}
	if strings.Contains(strings.ToLower(text), "works council") {
		return true
	}
	return hasWord(text, "complaint", "complain") && !hasWord(text, "customer", "client", "guest", "patient", "parent", "tenant", "citizen", "resident", "visitor", "passenger", "member", "supplier", "user", "shop", "neighbour", "neighbor", "buyer", "reader", "famil")
}

// isGossip reports whether a text is talk about people.
func isGossip(text string) bool {
	return hasWord(text, "rumour", "rumor", "gossip", "apparently.", "dating.", "affair.", "supposedly.", "allegedly.", "flirt", "drunk", "boyfriend", "girlfriend", "hearsay")
}

// isSocial reports whether a text is news of the kind nobody needs first.
func isSocial(text string) bool {
	return hasWord(text, "birthday", "wedding", "engaged.", "engagement.", "holiday.", "holidays.", "vacation", "party.", "football", "marathon", "cake", "barbecue", "baby.", "puppy", "anniversary", "haircut")
}

// touchesPeopleMoneyDates reports whether a text is about what a person answers
// for: people who come, go or are missing, money, or dates.
func touchesPeopleMoneyDates(text string) bool {
	return hasWord(text,
		// people
		"resign", "quit.", "quits.", "quitting", "leave.", "leaves.", "leaving", "notice.", "vacanc", "headcount", "staff", "understaffed", "shortage", "sick.", "absent", "absence", "hire", "hiring", "recruit", "position", "turnover", "retire", "replac", "successor", "transfer", "restructur", "reorgani", "merger", "overtime", "rota.", "roster", "shift.", "shifts.", "injur", "safety", "unsafe", "accident",
		// money
		"budget", "cost", "price", "invoice", "penalt", "fine.", "fines.", "overspen", "overrun", "refund", "contract", "credit", "debt", "loss.", "losses.", "revenue", "funding", "grant.", "fee.", "fees.", "euro", "euros", "dollar", "pound",
		// dates
		"deadline", "delay", "late.", "later.", "slip", "postpon", "overdue", "behind.", "miss.", "missed.", "expire", "expiry", "audit", "inspect",
		// what comes back to all three
		"complain", "incident", "lawsuit", "breach", "recall.") ||
		strings.ContainsAny(text, "€$£")
}

// isUrgent reports whether a text says that it cannot wait.
func isUrgent(text string) bool {
	return hasWord(text, "urgent", "immediately", "asap", "tomorrow", "tonight", "emergency", "recall", "outage")
}

// isSolved reports whether a text says that a matter is over.
func isSolved(text string) bool {
	return hasWord(text, "fixed.", "solved", "resolved", "restored", "closed.", "repaired", "recovered", "agreed.", "cleared.", "back.", "works.", "working.", "unblocked", "done.", "delivered", "live.", "arrived", "settled")
}

// saysLate reports whether a text says that something will not be ready in
// time.
func saysLate(text string) bool {
	lower := strings.ToLower(text)
	for _, phrase := range [...]string{"won't make", "will not make", "not be ready", "not in time", "can't finish", "cannot finish", "behind schedule", "will be late", "running late", "won't be", "will slip", "need more time", "needs more time", "not going to make"} {
		if strings.Contains(lower, phrase) {
			return true
		}
	}
	return hasWord(lower, "delayed.", "slipping", "slipped", "postponed")
}
