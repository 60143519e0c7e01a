package prose

// problemRule looks for a problem that stands alone: no option, no
// recommendation, no next step, no date to come back, no specific help asked.
// An early warning with a date to come back is left alone.
var problemRule = rule{
	label:  ProblemOnly,
	why:    "a problem without an option, a next step, a date to come back or help asked for",
	source: "P67, R14; B8 (Whiting et al. 2012)",
	advice: "add two options with your choice, or the next step, or \"no answer yet, back on\" a date",
	find:   findProblem,
}

func findProblem(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.facts.question || s.facts.words < 3 {
			continue
		}
		if s.sum(problemCore)-s.sum(problemNot) < 2 || d.answered(i) {
			continue
		}
		from, to := s.covers(problemCore)
		start, end := s.span(from, to)
		if end-start < (d.tokens[s.to-1].end-d.tokens[s.from].start)/2 {
			start, end = d.tokens[s.from].start, d.tokens[s.to-1].end
		}
		out = append(out, passage{start: start, end: end})
	}
	if len(out) > 1 && len(d.sentences) <= 6 {
		out = out[:1]
	}
	return out
}

// near is how many sentences around a problem are searched for its solution.
const near = 4

// answered reports whether something near sentence n says what is done about
// its problem.
func (d *draft) answered(n int) bool {
	own := &d.sentences[n]
	for i := max(0, n-near); i < min(len(d.sentences), n+near+1); i++ {
		s := &d.sentences[i]
		if i < n-1 && s.paragraph != own.paragraph && len(d.sentences) > 8 {
			continue
		}
		if s.facts.question && i != n || s.has(request) && i != n {
			return true
		}
		for _, h := range s.hits {
			if h.group != nextStep {
				continue
			}
			// In its own sentence a mere time tells when the problem is, and a
			// verb that says what goes wrong does not help.
			if i == n && (h.to-h.from == 1 && d.tokens[h.from].is(whenClass) || s.denies(h.from-2, h.to) || s.hitBy(problemCore, h)) {
				continue
			}
			if i != n && d.tokens[h.from].kind == numberToken && !d.tokens[h.from].is(whenClass) {
				continue // a mere number answers nothing
			}
			if s.denies(h.from-1, h.to) {
				continue
			}
			return true
		}
	}
	return false
}

// denies reports whether a not stands among the tokens.
func (s *sentence) denies(from, to int) bool {
	for i := max(from, s.from); i < min(to, s.to); i++ {
		if t := &s.draft.tokens[i]; t.is(notClass) || t.text == "no" || t.text == "without" {
			return true
		}
	}
	return false
}

// hitBy reports whether a cue of the group reaches over the whole of h.
func (s *sentence) hitBy(g group, h hit) bool {
	for _, o := range s.hits {
		if o.group == g && o.from <= h.from && o.to >= h.to {
			return true
		}
	}
	return false
}

var problemCues = [...]cueList{
	{problemCore, `
2 ~fail|~break|~crash|~leak|~burst|~jam|~collapse|~stall|~flood|~overheat|~crack|~expire|~disappear|~malfunction|~deteriorate|~worsen|~explode|~spoil|~flake|~rot
2 @be|keeps|keep ..2 @broken
2 @be ..3 late|short|behind|down|out|off|below|under
2 keeps|keep ~fail|~break|~crash|~leak|~jam|~drop|~trip|~stop|~cut|~lose|~freeze|~go|~come|~miss|~overheat|~run|~fall|~cancel|~ask|~complain|~cancel|~ring
2 ~stop ..1 working|responding|delivering|printing|charging|cooling|heating|answering|paying|running|accepting|loading|syncing
2 do|does|did not ..3 match|add|fit|work|start|open|respond|load|arrive|hold|reconcile|balance|agree|reach|come|turn|meet|show|close|run|answer|deliver|pay|comply|cover|pass|reply|contain|exist|tally|print|connect|scan|fill|stick|set|cure|heat|cool|charge|support|allow|sign|have|deliver|correspond|line
2 we|they|i|customers|patients|guests|staff|nobody|drivers|teachers|it ..1 can not ..2
2 @crowd|%|it|system|line|machine|server can not
2 can no longer
2 no longer ~work|~fit|~meet|~cover|~deliver|~match|~have|~respond|~supply|available|valid|enough
2 ~lose ..4 customer|customers|client|clients|contract|data|order|orders|key|keys|staff|power|signal|pressure|samples|@wanted|hours|days|file|files|connection|account|member|members|nurse|driver|slot|tubes|stock
2 ~miss ..3 deadline|target|delivery|slot|handover|window|shipment|connection|cut-off|milestone|sla
2 ~resign|~quit
2 ~hand|~gave|~give ..2 in? ..1 notice
2 ~walk out|off
2 ~pull|~drop out
2 ~run|~ran|running out|low|short|late ..1 of?|on?|with
2 ~fall|~slip|~get behind
2 ~go|~went down|missing|bust|wrong|bankrupt|off|dark|offline
2 ~reject|~refuse|~deny|~block|~suspend|~halt|~withdraw|~cancel|~delay|~postpone|~freeze ..4
2 ~complain|~complaining
2 ~steal|~damage|~injure
2 has|have|had ..1 not ..3 arrived|come|delivered|paid|received|responded|answered|replied|signed|confirmed|been|worked|started|turned|moved|sent|shown|released|booked|cleared
2 still ..1 not|no|missing|waiting|down|broken|out|without|unpaid
2 there is|'s|are no ..4 left|for|available|on|at|to|in|water|heating|power
2 we|they|i|still have|has|with|are|is ..1 no ..3 left|for|to|power|water|heating|signal|cover|stock|staff|access|more|on|in|at|driver|nurse
2 without power|water|heating|cover|internet|staff|lift|access|cooling|signal|a ..3
2 # ..3 below|above|under|over|behind|short|late|missing|lost|sick|down|off|overdue|out
2 below|above|under|over|behind ..2 budget|target|plan|schedule|limit|quota|forecast|minimum|threshold
2 @unwanted|prices|price|fuel|energy|demand|heat|temperature|pressure|levels ..3 rising|up|growing|climbing|rose|increased|doubled|tripled|increasing|worse|high|higher|grew|exceeded|soaring
2 @wanted ..3 @be ..2 down|falling|dropping|shrinking|low|lower|poor|declining|worse|bad|sinking
2 @wanted ..3 fell|dropped|plunged|shrank|collapsed|sank|declined|slumped|halved
2 getting|gets|got|growing worse
2 worse than|every|each|by|since|and
2 at risk
2 in danger
2 in trouble|arrears|doubt
2 too late|few|little|slow|hot|cold|high|low|small|old|weak|expensive|short|wet|heavy|thin
2 not ..1 enough
2 one|# ..3 sick|ill|off|missing|short|absent|injured|left
2 off ..1 sick
2 called in sick
2 short of|by|on|# ..2
2 out of order|stock|action|service|date|control|spec|tolerance|hours|use|range|warranty
2 @harm ..3 near|at|in|on|again|since|of|grew|growing|this|with|between
2 @harm ~reported|~found|~open|~come
2 @be ..2 @harm|wrong|trouble
2 not ~working|responding|available|covered|enough|complete|ready|safe|reachable|usable|compliant|possible|delivered|paid|acceptable
2 nobody|no-one ..2 ~know|~answer|~can|~has|to|available|turned|showed|came|is|for|wants
2 no one ..2 ~know|~answer|can|has|to|available|turned|showed|came|is|for|wants
2 unable to
2 wrong|faulty|broken|missing|damaged|cracked|mouldy|contaminated|expired ..3
2 overran|overspent|overbooked|double-booked|understaffed|short-staffed
2 power|fibre|cable|gas|internet cut|failure|outage|loss
2 fails|failed|failing
2 ~struggle ..1 to|with
2 ~close|~shut ..1 for|until|without|due
2 doubled|tripled|soared|spiked ..2 again|overnight|since
2 ~eat|~cost us|into|more
2 stuck|blocked|held|trapped at|in|by|on|with
`},
	{problemNot, `
3 no|zero|without|not ..2 incidents|incident|complaints|complaint|accidents|problem|problems|issues|issue|errors|defects|failures|injuries|delay|delays|losses|absences|harm|leak|leaks|fault|faults
2 @unwanted ..4 down|fell|dropped|fewer|less|lower|reduced|halved|cut
4 nothing ..3 lost|missing|damaged|broken|wrong|late
3 ~avoid|~prevent|~fix|~resolve|~repair|~solve|~close|~cut|~reduce|~clear ..4
3 passed|restored|resolved|fixed|repaired|back up|closed|solved|recovered|reopened|cleared
2 would|could|might|may|if
2 had ..1 threatened
3 not ..3 late|short|broken|missing|blocked
2 sold out
2 instead
2 lost and found
2 break|breaks ..1 room|time|for
`},
}
