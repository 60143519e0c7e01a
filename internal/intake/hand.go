package intake

import (
	"context"
	"strings"
	"unicode"

	"rapport"
	"rapport/internal/store"
)

// near is how many days lie at most between a line that was written down by
// hand and the same line in a file: notes are dated by the talk.
const near = 14

// byHand are the sentences that the user wrote down without a file. The same
// sentence in a file, such as one that was written from the record, is not
// proposed again.
type byHand map[byHandKey][]rapport.Day

type byHandKey struct {
	becomes rapport.Becoming
	words   string
}

// has reports whether the user wrote a proposal's sentence down near its day.
func (b byHand) has(p rapport.Proposal) bool {
	for _, text := range [...]string{p.Text, p.AsRead} {
		if text == "" {
			continue
		}
		for _, day := range b[byHandKey{p.Becomes, plainWords(text)}] {
			if day >= p.From.Add(-near) && day <= p.Day.Add(near) {
				return true
			}
		}
	}
	return false
}

// nounOf is the noun of what proposals of sentences become.
func nounOf(b rapport.Becoming) (store.Noun, bool) {
	switch b {
	case rapport.AsPromise:
		return store.PromiseNoun, true
	case rapport.AsAsk:
		return store.AskNoun, true
	case rapport.AsReply:
		return store.ReplyNoun, true
	case rapport.AsFeedback:
		return store.FeedbackNoun, true
	case rapport.AsDecision:
		return store.DecisionNoun, true
	}
	return "", false
}

// byHand reads the sentences on record that did not come from such files.
func (s *Service) byHand(ctx context.Context, tx *store.Tx, found []Finding, before []rapport.Proposal) (byHand, error) {
	hand := byHand{}
	from := rapport.Day("")
	for _, f := range found {
		if from == "" || f.From < from {
			from = f.From
		}
	}
	if from == "" {
		return hand, nil
	}
	read := map[rapport.RecordID]bool{}
	for _, p := range before {
		read[rapport.RecordID(p.Entry)], read[p.Became] = true, true
	}
	put := func(b rapport.Becoming, id rapport.RecordID, text string, day rapport.Day) {
		if !read[id] {
			key := byHandKey{b, plainWords(text)}
			hand[key] = append(hand[key], day)
		}
	}
	period := rapport.Period{From: from.Add(-near)}
	entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Period: period})
	if err != nil {
		return hand, err
	}
	for _, e := range entries {
		put(rapport.AsEntry, rapport.RecordID(e.ID), e.Text, e.Day)
		if e.Outcome != "" {
			put(rapport.AsEntry, rapport.RecordID(e.ID), e.Text+" -> "+e.Outcome, e.Day)
		}
	}
	for _, b := range rapport.Becomings {
		noun, ok := nounOf(b)
		if !ok {
			continue
		}
		lines, err := tx.FactsOf(ctx, s.User.ID, noun, store.FactFilter{Period: period})
		if err != nil {
			return hand, err
		}
		for _, l := range lines {
			put(b, l.ID, l.Text, l.Day)
		}
	}
	return hand, nil
}

// plainWords brings a sentence to the form in which two are the same: letters
// and digits in lower case.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
