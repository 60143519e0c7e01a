package prose

// The hints are about tactics that research finds of no use upwards. They are
// soft: given only where they are asked for, and never in the way.

var pressureRule = rule{
	label:  Pressure,
	why:    "presses instead of giving a reason",
	source: "B6 (Yukl and Tracey 1992)",
	advice: "give the reason and what it does for their goal, and ask what they see",
	find:   func(d *draft) []passage { return findHint(d, hintPressure) },
}

var coalitionRule = rule{
	label:  Coalition,
	why:    "leans on others instead of on facts",
	source: "B6 (Yukl and Tracey 1992)",
	advice: "say what was seen or counted, and by whom if they agreed to be named",
	find:   func(d *draft) []passage { return findHint(d, hintCoalition) },
}

var bargainingRule = rule{
	label:  Bargaining,
	why:    "offers a trade to a boss",
	source: "B6 (Wayne et al. 1997)",
	advice: "ask for what the work needs, with its effect, without a trade",
	find:   func(d *draft) []passage { return findHint(d, hintBargain) },
}

func findHint(d *draft, g group) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if !s.facts.quoted && s.sum(g) >= 2 {
			start, end := s.span(s.covers(g))
			out = append(out, passage{start: start, end: end})
		}
	}
	return out
}

var hintCues = [...]cueList{
	{hintPressure, `
2 as discussed|agreed|promised|i ..2 , ..1 you must|have|need|will
2 you have no choice|option|alternative
2 you ..1 must|have ..1 to ..4 now|immediately|today|finally|once
2 or else|i ..2 i|will|resign|go|quit|complain|hr
2 i ..1 insist|demand
2 i will ..2 have to|no go|choice|complain|inform
2 last ..1 warning|chance
2 i ..1 expect ..2 answer|reply|response ..2 by|immediately|today|now
2 for the ..1 third|second|last|fourth|tenth|hundredth|umpteenth time
2 not ..1 optional|negotiable|discussion
2 how many times
`},
	{hintCoalition, `
2 everyone|everybody|all|whole|entire|nobody|no-one|most ..4 ~think|~agree|~feel|~say|~want|~believe|~know|~support|~share|~understand
2 we all ..1 ~think|~agree|~feel|~believe|~know|~want
2 not ..1 only|just|alone ..1 me|one|i ..4
2 i ..1 speak|speaking for
2 others|colleagues|people|several|many|others ..3 ~feel|~think|~say|~agree|~believe ..3 same|so|too|that
2 on behalf of
`},
	{hintBargain, `
2 if you ..3 give|let|approve|grant|promote|raise|support|get|allow|agree|pay|sign|move ..8 i ..1 will|can|would|promise
2 i ..1 will ..8 if you ..2 give|let|approve|grant|promote|raise|support|get|allow|agree|pay|sign|move
2 in return|exchange ..1 for|i|,
2 i ..1 would be ..2 willing ..6 if
2 you ..1 owe me
2 quid pro quo
2 favour|favor for
2 only if you
`},
}
