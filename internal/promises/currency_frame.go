package promises

import (
	"slices"

	"rapport"
)

// frames are what the way an ask is put says of it: a question for facts, a
// request for leave to do something, or the verb of what the boss is to do.
func frames(words []string) []cue {
	if len(words) < 2 {
		return nil
	}
	first, second := words[0], words[1]
	switch first {
	case "how", "what", "which", "when", "whom":
		// "how do I …", "which of them do we …": not what is, but what to do.
		if i := slices.IndexFunc(words, isMine); i > 0 && i <= 6 && isAuxiliary(words[i-1]) {
			return []cue{{words[i-1] + " " + words[i], rapport.Advice, 3}}
		}
		return []cue{{first + " " + second, rapport.Information, 4}}
	case "who", "whose", "where", "why":
		return []cue{{first + " " + second, rapport.Information, 4}}
	case "am", "is", "are", "was", "were", "has", "have", "had", "did", "do", "does", "will":
		switch {
		case first == "will" && second == "you":
			return askedOf(words[2:])
		case second == "my" || second == "this" && (first == "does" || first == "is"):
			return []cue{{first + " " + second, rapport.Advice, 2}} // "does this letter …"
		case isMine(second) && first == "am":
			return nil
		}
		return []cue{{first + " " + second, rapport.Information, 2}}
	case "may", "can", "could", "shall", "might", "should", "would":
		switch {
		case second == "you" && len(words) > 2:
			return askedOf(words[2:])
		case first == "should":
			return []cue{{first + " " + second, rapport.Advice, 2}}
		case isMine(second) && len(words) > 2:
			return wished(words[2:], cue{first + " " + second, rapport.ADecision, 2})
		}
		return []cue{{first + " " + second, rapport.ADecision, 2}}
	case "i", "we":
		return stated(words)
	}
	return askedOf(words)
}

func isMine(w string) bool { return w == "i" || w == "we" }

func isAuxiliary(w string) bool {
	switch w {
	case "do", "should", "would", "could", "can", "shall", "might":
		return true
	}
	return false
}

// stated reads what follows "I need", "we would like to" and the like.
func stated(words []string) []cue {
	for i, w := range words {
		switch {
		case i == 0 || i > 4:
		case w == "you" && i+2 < len(words) && words[i+1] == "to":
			return askedOf(words[i+2:]) // "I need you to …"
		case w == "to" && i+1 < len(words):
			return wished(words[i+1:], cue{}) // "I would like to …"
		case w == "wonder" || w == "wondering":
			return []cue{{w, rapport.Information, 1}}
		}
	}
	return nil
}

// wished reads what the user wants to do: the verb says what that takes, else
// it takes leave to do it.
func wished(words []string, otherwise cue) []cue {
	switch verb := words[0]; verb {
	case "have", "get", "use", "borrow", "hire", "buy", "order", "rent", "recruit", "keep":
		return []cue{{verb, rapport.Resources, 2}}
	case "know", "see", "hear", "read", "understand", "ask":
		return []cue{{verb, rapport.Information, 3}}
	case "learn", "attend", "shadow", "join", "lead", "chair", "try", "practise", "practice", "study", "present", "teach", "grow":
		return []cue{{verb, rapport.Development, 3}}
	}
	if otherwise.words == "" {
		return nil
	}
	return []cue{otherwise}
}

// askedOf reads what the boss is to do by the verb it begins with.
func askedOf(words []string) []cue {
	for len(words) > 1 && (words[0] == "please" || words[0] == "kindly" || words[0] == "just" || words[0] == "maybe") {
		words = words[1:]
	}
	if len(words) < 2 {
		return nil
	}
	verb := words[0]
	about := cue{verb, "", 3}
	switch verb {
	case "tell", "send", "forward", "show", "explain", "clarify", "remind", "find", "check", "say", "list", "share", "update", "brief", "inform":
		about.currency, about.weight = rapport.Information, 2
	case "decide", "approve", "confirm", "sign", "authorise", "authorize", "choose", "pick", "select", "rule", "agree", "accept", "allow", "permit",
		"grant", "release", "settle", "rank", "set", "waive", "cancel", "extend", "postpone", "stop", "move", "drop", "close", "reject", "excuse":
		about.currency = rapport.ADecision
	case "let":
		about.currency = rapport.ADecision
		if words[1] == "me" && len(words) > 2 {
			return wished(words[2:], about)
		}
	case "think", "advise", "suggest", "read", "review", "comment", "consider", "weigh", "reflect":
		about.currency = rapport.Advice
	case "help":
		about.currency, about.weight = rapport.Resources, 1
	case "mention", "speak", "talk", "back", "support", "defend", "vouch", "present", "come", "join", "cc", "copy", "call", "phone", "ring", "write",
		"push", "press", "chase", "raise", "champion", "endorse", "represent", "protect", "stand", "recommend", "plead", "open", "invite", "reassure", "convince", "ask":
		about.currency = rapport.Backing
	case "give", "lend", "buy", "order", "hire", "pay", "fund", "provide", "spare", "assign", "book", "replace", "repair", "allocate", "add", "free", "loan", "rent", "lease", "fix", "get":
		about.currency = rapport.Resources
	case "teach", "train", "coach", "mentor", "pair", "enrol", "enroll", "nominate", "rotate", "promote":
		about.currency, about.weight = rapport.Development, 4
	case "put":
		about.currency, about.weight = rapport.Development, 1
	default:
		return nil
	}
	if verb == "send" && len(words) > 2 && words[1] == "me" && (words[2] == "to" || words[2] == "on") {
		return []cue{{"send me " + words[2], rapport.Development, 6}}
	}
	if verb == "tell" && words[1] != "me" && words[1] != "us" {
		return []cue{{"tell " + words[1], rapport.Backing, 3}} // somebody else
	}
	return []cue{about}
}
