package prose

// ledeRule looks for the decisive thing behind trivia. A text that says it
// first is left alone, however much follows.
var ledeRule = rule{
	label:  BuriedLede,
	why:    "the decisive thing comes after what can wait",
	source: "B9 (bottom line up front)",
	advice: "move this sentence to the top as it is; the rest may follow",
	find:   findLede,
}

func findLede(d *draft) []passage {
	if len(d.sentences) == 0 {
		return nil
	}
	if first := d.sentences[0].statements(); len(first) > 0 && d.sentences[0].weighs(first[0][0], first[0][1]) >= 2 && !d.sentences[0].has(ledeTurn) {
		return nil // it comes at once
	}
	before := 0 // statements that can wait
	for i := range d.sentences {
		s := &d.sentences[i]
		parts := s.statements()
		grave, turn := -1, s.has(ledeTurn)
		for k, p := range parts {
			w := s.weighs(p[0], p[1])
			if w == 2 && i == len(d.sentences)-1 && before >= 3 || w >= 3 {
				grave = k
				break
			}
		}
		if grave < 0 {
			if s.has(request) && s.facts.question {
				return nil // something was asked before
			}
			before += len(parts)
			continue
		}
		if i == 0 && !turn {
			before += grave
		}
		if before >= 3 || before >= 2 && (turn || i >= 2) {
			from := parts[grave][0]
			if grave <= 1 && i > 0 {
				from = s.from
			}
			return []passage{{start: d.tokens[from].start, end: d.tokens[s.to-1].end}}
		}
		return nil
	}
	return nil
}

// statements cuts a sentence into its statements, at commas and semicolons.
// Each has two words at least.
func (s *sentence) statements() [][2]int {
	var out [][2]int
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i < s.to {
			if t := &s.draft.tokens[i]; t.kind != markToken || t.text != "," && t.text != ";" {
				continue
			}
		}
		if i-from >= 2 {
			out = append(out, [2]int{from, i})
		} else if len(out) > 0 {
			out[len(out)-1][1] = i
		}
		from = i + 1
	}
	return out
}

// weighs says how decisive the tokens are: three for what cannot wait, two for
// a plain problem, which must stand last to count.
func (s *sentence) weighs(from, to int) int {
	n, off := 0, 0
	for _, h := range s.hits {
		if h.from < from || h.from >= to {
			continue
		}
		switch h.group {
		case ledeGrave, ledeUrgent:
			n = max(n, h.weight)
		case problemCore:
			n = max(n, 2)
		case ledeNot:
			off = max(off, h.weight)
		case problemNot:
			if n < 3 {
				off = max(off, h.weight)
			}
		}
	}
	if n == 2 && !s.stakes(from, to) {
		return 0
	}
	return n - off
}

// stakes reports whether a problem touches people, money or a day at hand.
func (s *sentence) stakes(from, to int) bool {
	for i := from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if i >= to && i > to+12 {
			break
		}
		switch {
		case t.kind == numberToken, t.is(whenClass | countClass), t.is(crowdClass) && len(t.text) > 5:
			return true
		}
		switch t.text {
		case "money", "account", "million", "child", "patient", "data", "insurer", "bank", "opening", "only", "wrong":
			return true
		}
	}
	return false
}

var ledeCues = [...]cueList{
	{ledeGrave, `
3 ~cancel|~terminate|~withdraw|~freeze ..3 credit|loan|contract|line|funding|tenancy|agreement|licence|insurance|cover
3 given|gives|gave us ..1 notice
3 notice for|to quit|leave
3 ~shut|~close the|our|us ..2 kitchen|site|plant|school|ward|shop|line|pool|hall|stage
3 hacked|encrypted|blackmailed
3 broken ..1 her|his ..1 leg|arm|hip|neck|ankle|wrist|foot
3 suspected ..3 in|of|at
3 foot-and-mouth|measles|covid|tuberculosis|meningitis|anthrax|e-coli|avian|bird-flu|swine
3 # million|m|thousand ..4 missing|wrong|lost|stolen|short|gone
3 million ..4 missing|wrong|lost|stolen|short|gone|paid
3 ~pay|paid ..3 wrong account|person|supplier|iban
3 bust|bankrupt
3 no ..1 cover|insurance|licence|license|permit ..3 for|from|after|on
3 will not|no ..2 cover|insure|renew|extend|supply|deliver|fund|license ..8
3 warrant|subpoena|summons|raid|raided|searched
3 allergic|reaction|overdose|unconscious|bleeding|seizure|heart
3 wrong ..1 patient|dose|drug|medicine|blood|leg
3 ~leak|~expose|visible|published ..4 data|records|addresses|passwords|strangers|others|public
3 data ..6 visible|leaked|exposed|stolen|lost|public|others
3 ~strike|strike from|on|starting|called|announced
3 called ..2 strike
3 suing|sues|sued
3 going|gone|goes ..1 under|bankrupt|bust
3 ~leave|leaving ..3 us|company|firm ..3 end|june|july|month|competitor
3 biggest|largest|main|only|key ..2 client|customer|supplier|donor|sponsor|funder|investor|tenant ..3 ~leave|leaving|gone|cancelled|left|out|wants|stops
3 loose|cracked|unsafe|rotten|live ..3 rail|beam|roof|wire|wires|cable|scaffold|brake|brakes|balcony|stair
3 unsafe|condemned|evacuate|evacuated
3 rail|beam|roof|scaffold|brakes|balcony|ceiling|crane|stair|lift ..3 loose|cracked|unsafe|fell|collapsed|failed|sagging|rotten
3 minister|mayor|board|owner|bank|court|council|regulator ..2 wants|demands|orders|stops|has ..3 tomorrow|today|tonight|files|stop|close|cut|answer
3 fined|fine of|fines
3 sacked|dismissed|arrested|suspended|charged
3 takeover|merged|merger|sold to
3 plant|site|branch|office|school|factory|ward|department|line ..2 closes|closing|closed|shut ..3
3 last payment|pay|wages|salaries ..3 not|late|failed|bounced
3 wages|salaries|payroll|pay ..3 not|late|failed|bounced|short
3 ~lose|~lost ..4 customer|client|contract|account|funding|grant|licence|license|accreditation|order|sponsor|donor|patient|member|tender|court|case|data|building|lease|supplier|insurance|certification
3 @crowd|customer|client|sponsor|donor|supplier|investor|funder|landlord|bank|insurer|partner|% ..3 ~cancel|~terminate|~withdraw|~pull|leaves|leaving|~cut|~reduce|~resign|~quit|~sue|~walk|~close|~stop ..4
3 ~cancelled|~terminate ..3 contract|order|tour|project|agreement|flight|show|funding
3 gave|gives|given|give ..1 notice
3 ~hand ..1 in ..1 her|his|their|notice
3 ~resign|~quit|resignation
3 ~leave|leaving ..2 us|the|company|for|at|end|in|on ..3 company|competitor|end|month|june|firm|job|us
3 injured|injury|hospital|ambulance|unconscious|died|dead|death|fatal|accident|collapsed|stabbed|assaulted|arrested
3 fire|flood|flooded|explosion|evacuated|evacuation|collapse|burgled|robbery|bomb|gas
3 breach|hacked|ransomware|stolen|theft|fraud|embezzled|leaked|malware|phishing|data-breach
3 regulator|inspector|inspectorate|inspectors|inspection|inquiry|investigation|prosecutor|police|court|lawsuit|ombudsman|auditors ..4 ~open|~fail|~close|~stop|~find|~come|~announce|~want|~sue|~demand|~ban|~shut|~order|has|have|will|is|are|into
3 inspector|inspectors|inspection|regulator|auditors|auditor|audit|council|control|authority ..3 failed|closed|stopped|rejected|refused|shut|banned|found|withdrew|revoked
3 ~fail ..3 inspection|audit|test|certification|drainage|exam|accreditation|safety
3 ~sue|~sued|lawsuit|litigation|prosecution|prosecuted
3 recall|recalled|recalling
3 ~shut|~close ..2 down|us|the|our|for ..3 line|site|plant|school|ward|shop|store|branch|department|office|kitchen|theatre|road|good|business|unit|day
3 stop|stopped|stops|halted|suspended|stopping ..2 work|production|trading|the|all|operations|deliveries|service|sales|surgery|trial|build
3 strike ..2 ~start|~begin|vote|on|from|starts|tomorrow|called|notice|action
3 ~go ..1 on strike
3 budget|funding|grant|money|headcount|hours|posts|jobs ..4 ~cut|frozen|gone|stopped|withdrawn|halved|ends|reduced|slashed|pulled|freeze|removed
3 ~cut|~freeze|~halve|~slash|~withdraw|~stop|~reduce ..3 budget|funding|grant|headcount|staff|jobs|posts
3 bankrupt|insolvent|insolvency|administration|liquidation|receivership
3 redundancy|redundancies|layoffs|laid
3 ~miss ..3 deadline|launch|payroll|filing|delivery|opening
3 will|can|might|may|would not ..4 open|launch|ship|deliver|make|meet|start|finish|perform|happen|pay|arrive ..5
3 can not ..2 open|ship|deliver|pay|start|launch|perform|operate|run|trade
3 contaminated|contamination|legionella|salmonella|outbreak|poisoning|asbestos|norovirus|mrsa|listeria
3 banned|revoked|expelled|disqualified
3 moved ..1 forward|up
3 postponed|cancelled|called off
3 overdrawn|insolvency|default
3 whole|entire|total ..3 down|lost|gone|offline|failed|destroyed|wiped
3 database|server|servers|payment|payments|site|system|systems|backup|backups ..3 down|lost|gone|offline|failed|deleted|wiped|hacked|corrupt|corrupted|encrypted
3 out of ..1 money|cash|stock|oxygen|blood|fuel
3 # ..2 over budget
3 signed ..2 with ..2 competitor|competition
3 complaint ..3 press|lawyer|minister|mayor|ombudsman|formal
3 press|journalist|newspaper|tv ..3 ~call|~ask|~want|~publish|~run|tomorrow
3 merger|takeover|acquisition|acquired|sold
3 going to ..1 press|court
3 lead|key|main|only|head|chief|biggest|largest ..3 ~resign|~leave|~quit|sick|gone|cancelled|left|ill|broken|failed
`},
	{ledeUrgent, `
3 need|needs ..1 you ..1 to ..4 today|tonight|tomorrow|now|immediately|by|before
3 today ..2 :|or|otherwise
3 all files|papers|documents|everything by|before ..2
3 need|needs ..1 your ..3 yes|decision|approval|answer|signature|ok|okay|go-ahead|call|sign-off|signoff|consent|no|word|confirmation|authorisation ..8 by|today|tonight|tomorrow|before|or|@when|now
3 your ..2 yes|decision|approval|answer|signature|ok|go-ahead|sign-off|consent|confirmation ..4 by|today|tonight|tomorrow|before|needed|@when|or
3 you|we|i ..2 need|have|must ..1 to ..1 decide|sign|approve|choose|pick|confirm|answer ..6 by|today|tonight|tomorrow|before|or|@when|now
3 can|could|please|will ..1 you ..1 decide|sign|approve|choose|confirm|authorise|authorize ..8 by|today|tonight|tomorrow|before|or|@when
3 ^ please ..1 decide|sign|approve|choose|confirm|authorise|authorize ..8 by|today|tonight|tomorrow|before|or|@when
3 decision ..3 needed|required|by|due|today|tomorrow|from
3 or|otherwise we|they|it|i|the ..2 lose|loses|forfeit|miss|pay|go|goes|close|stop|owe|cancel|must|have
3 deadline ..3 today|tonight|tomorrow|passed|@when|moved
3 offer|option|quote|permit|licence|license|lease|contract|tender|bid|slot|window|reservation|hold|visa ..3 expires|ends|closes|lapses|runs ..3 today|tonight|tomorrow|@when|at|on|in
3 ^ urgent|urgently
3 today ..1 or
`},
	{ledeTurn, `
1 ^ oh|ps|p|btw|by|also|lastly|finally|incidentally|anyway|one|before|almost|last ..1
1 oh and|yes|yeah|also|by
1 by the way
1 one more thing
1 almost forgot
1 and|ps ps|finally|also|lastly
1 last but
1 on another note
1 incidentally|btw|ps
`},
	{ledeNot, `
3 no|zero|without|not|never ..3 accident|accidents|injury|injuries|incidents|incident|fire|complaint|complaints|strike|breach|loss|delay
3 fire|gas drill|drills|training|extinguisher|extinguishers|alarm|door|doors|exit|exits|engineer|safety|station|brigade|marshal|warden|check|meter|boiler
3 accident|hospital|police|court|strike|audit|inspection|recall ..1 report|book|visit|canteen|training|team|booked|prep|preparation|passed|went|dates|date|diary
3 inspection|audit|inspector ..3 passed|clean|fine|good|ok|happy
3 ~pass|passed ..3 inspection|audit
3 recall ..1 rate|that|the
3 sold ..1 out|#|well
`},
}
