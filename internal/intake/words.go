package intake

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// Counts says how many of the proposals become what, in the order to show.
func Counts(proposals []rapport.Proposal) string {
	n := map[string]int{}
	var order []string
	proposals = slices.Clone(proposals)
	slices.SortStableFunc(proposals, func(a, b rapport.Proposal) int { // the user's own promises first
		switch mine, theirs := a.By.IsMe(), b.By.IsMe(); {
		case mine && !theirs:
			return -1
		case theirs && !mine:
			return 1
		}
		return 0
	})
	for _, becoming := range rapport.Becomings {
		for _, p := range proposals {
			if p.Becomes != becoming {
				continue
			}
			word := becomingWord(p)
			if n[word]++; n[word] == 1 {
				order = append(order, word)
			}
		}
	}
	for i, word := range order {
		order[i] = fmt.Sprintf("%d %s", n[word], plural(word, n[word]))
	}
	return strings.Join(order, ", ")
}

// becomingWord names what a proposal becomes, for people.
func becomingWord(p rapport.Proposal) string {
	switch p.Becomes {
	case rapport.AsEntry:
		return "entry"
	case rapport.AsPromise:
		if p.By.IsMe() {
			return "promise of yours"
		}
		return "promise of theirs"
	case rapport.AsSeries:
		return "series of one-on-ones"
	case rapport.AsDaysOff:
		if p.Holiday {
			return "public holiday"
		}
		return "stretch of leave"
	}
	return string(p.Becomes)
}

func plural(word string, n int) string {
	if n == 1 {
		return word
	}
	head, rest, _ := strings.Cut(word, " ")
	switch head {
	case "entry", "reply":
		head = strings.TrimSuffix(head, "y") + "ies"
	case "series", "feedback":
	case "stretch":
		head += "es"
	case "public":
		return "public holidays"
	default:
		head += "s"
	}
	return strings.TrimSpace(head + " " + rest)
}
