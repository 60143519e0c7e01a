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
		if s.facts.quoted || s.facts.question || s.facts.words < 3 || s.most(askCore) >= 2 && (s.has(request) || s.holds(verdictClass)) {
			continue
		}
		if s.most(problemCore)-s.sum(problemNot) < 2 || d.answered(i) {
			continue
		}
		from, to := s.covers(problemCore)
		start, end := s.span(from, to)
		if end-start < (d.tokens[s.to-1].end-d.tokens[s.from].start)/2 {
			start, end = d.tokens[s.from].start, d.tokens[s.to-1].end
		}
		out = append(out, passage{start: start, end: end})
	}
	return out
}

// near is how many sentences around a problem are searched for its solution.
const near = 4

// answered reports whether something near sentence n says what is done about
// its problem.
func (d *draft) answered(n int) bool { return d.answeredIn(n, true) }

// answeredBeside leaves sentence n itself out.
func (d *draft) answeredBeside(n int) bool { return d.answeredIn(n, false) }

func (d *draft) answeredIn(n int, itself bool) bool {
	own := &d.sentences[n]
	for i := max(0, n-near); i < min(len(d.sentences), n+near+1); i++ {
		s := &d.sentences[i]
		if i == n && !itself {
			continue
		}
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
			if s.full(h) {
				continue
			}
			if i == n && !s.apart(problemCore, h) {
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

// full reports whether a step is none: "fully booked" is a state.
func (s *sentence) full(h hit) bool {
	for i := h.from - 1; i < h.to; i++ {
		if t := s.at(i); t == "fully" || t == "double" || t == "over" {
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

// apart reports whether h stands in another clause than every cue of the group.
func (s *sentence) apart(g group, h hit) bool {
	for _, o := range s.hits {
		if o.group == g && !s.parted(min(h.from, o.from), max(h.from, o.from)) {
			return false
		}
	}
	return true
}

// parted reports whether a statement of its own begins between two tokens: at a
// mark, or at a joiner that goes on with somebody who acts.
func (s *sentence) parted(from, to int) bool {
	for i := from + 1; i < to; i++ {
		t := &s.draft.tokens[i]
		if t.kind == markToken && (t.text == "," || t.text == ";" || t.text == ":" || t.text == "-") {
			return true
		}
		switch t.text {
		case "so", "but", "then", "yet":
			return true
		case "and":
			if next := &s.draft.tokens[i+1]; next.is(iClass|weClass|theyClass) || next.text == "now" || next.text == "the" || next.isName() {
				return true
			}
		}
	}
	return false
}

var problemCues = [...]cueList{
	{problemCore, `
2 @be|@have|do|does|did|can|could|will|would not ..1
2 @broken
2 @harm
2 without|lacks|lacking|lack ..2
2 too ..1 @plain|@fine|@broken|&er ..2
2 makes|make|made no ..1 sense|difference|progress
2 # ..1 weeks|days|hours|months|minutes ..1 behind|late|over
2 doubled|raised|increased|hiked|tripled ..2 its|their|the|our ..2 price|prices|fee|fees|rent|rates|premium|charges
2 has|have|had no ..3 
2 does|do not ..1 talk|speak ..1 to|with
2 can not ..1 find|read|open|see|hear|reach|enter|use|log|pay|get ..3
2 @be ..1 still open|unclear|missing|blocked|unsolved|unfilled|vacant
2 ~wear|wears|worn out ..2
2 ~come|coming|comes ..1 off|loose|apart|undone
2 only ..1 have|has|one|two ..1 ..3 for|left|tonight|today
2 nearly|almost ..1 gone|empty|out|used|spent|full|over
2 full of ..1 mistakes|errors|holes|water|mud|dust|rats|bugs
2 hole|holes|crack|cracks|gap|water|mud|smoke|ice ..1 in|on|under|through|from
2 dead|down|broken|kaput|bust|gone $
2 dead|broken|down , ..4
2 walking|walk|turning|running away
2 nobody|no-one ..1 applied|applies|came|signed|replied|volunteered|wants|shows|turned ..2
2 no ..1 applicants|candidates|takers|bids|bidders|replacement|cover ..2
2 @team|@role|% ..1 says ..6 not|no|will|won ..3 hold|work|pass|do|fly|fit|enough
2 threatened|threaten|threatens to ..3
2 wait|waits|waiting|queue|queuing ..1 # ..1 minutes|hours|weeks|days
2 @unwanted ..4 at|of|over #
2 ~outnumber|~outgrow|~undercut|~outbid ..2
2 too|very|so ..1 hot|cold|loud|wet|dark|slow|noisy|small|late|dangerous|slippery ..1 in|for|to|at
2 @team|@role|@crowd|%|lender|owner|sponsor|donor|partner|bank|insurer|tenant|landlord ..3 ~withdraw|~pull|~refuse|~cancel|~reject|~stop|~suspend|~block|~postpone ..2
2 above|below -60|-80|-20|zero|freezing
2 two|three|four|# ..3 different ..2
2 @fail
2 the|a|two|three|several|some|# wrong|faulty|broken|missing|damaged|cracked|mouldy|contaminated|expired ..3
2 nobody|no-one ..3 ~know|~answer|~have|can|available|~turn|~show|~come|~want|~apply|~reply|~own|~pick|~cover
2 only|just one|two|# ..4 left|came|turned|applied|arrived|works|working|bid|bids|of|replied|in|fits|answered|showed
2 our|the|their only|last|one ..3 @fail|~leave|leaving|leaves|gone|sick|ill|handed|retires|moved|broke|off
2 half ..2 of|the|my|our ..5 gone|died|dead|lost|late|missing|empty|off|broken|wet|without|left
2 twice|double|triple our|the|what|as|last ..3 budget|price|cost|estimate|planned|long|year
2 ~lose ..1 his|her|its|their ..2
2 gone|going|went quiet|silent|missing|off|bust|cold|sour|wrong
2 different|conflicting|contradictory|wrong|double ..1 totals|figures|numbers|results|answers|versions|names|dates|bookings|entries
2 ~contradict|~conflict|~clash|~disagree|~differ|~diverge ..2
2 will|would|does|do|can|could|might not ..1 last|hold|reach|stretch|suffice|be|make|arrive|open|cover|come|fit|pass|survive|have
2 ~go|going ..1 to|will|would|shall ..3 miss|lose|fail|run|slip|overrun|exceed|break|be late|short|out|deadline|over|money
2 going to|will miss|lose|fail|slip|overrun|collapse|break
2 run|running|ran|runs ..1 out|low|short|late|over
2 ~want|wants us|them|me|it ..1 out|gone|back
2 ~get|got|getting ..1 into|through|under the|our|a ..2 room|roof|basement|office|cable|wiring|engine|system|store|cellar|floor|wall|walls
2 booked|sold|charged|paid|billed|entered|delivered ..1 twice
2 above|below|over|under|beyond the? ..2 limit|limits|norm|allowed|threshold|permitted|maximum|minimum|-60|zero
2 above|below|over|under ..1 # ..2 since|for
2 @unwanted|price|prices ..3 up|rose|doubled|increased|grew|climbed|jumped|soared ..1
2 rising|climbing|growing|worsening|mounting $
2 visible|open|accessible|exposed ..1 to ..1 others|strangers|all|anyone|everybody|public|everyone
2 soaked|wet|ruined|rotten|stained|scratched|torn|bent|warped|worn|leaky|noisy|dirty|filthy|unusable|useless|blank|unplayable|sour|stale
2 ~threaten|threatens|threatening ..1 to|with|us
2 ~will walk|leave|sue|cancel|resign|strike|stop|close|refuse|withdraw if|when|unless|over|on|at|before
2 ~refuse|~decline|unwilling ..2
2 no ..4 left|available|since|until|any|for|in|at|on|to|yet
2 # ..4 have|has left|resigned|gone|cancelled|quit|complained|died|failed|dropped
2 have|has ..1 left since|because|the|us|for|after
2 mice|rats|mould|mold|damp|lice|wasps|weevils|rust|cockroaches|moths|bedbugs ..1 in|on|at|under|behind
2 unhappy|furious|angry|upset|annoyed|dissatisfied|worried with|about|at|over|that
2 ~drop|~fall|~fell ..3 below|under|behind|short|apart
2 ~take ..2 twice|double|forever|longer|ages|too
2 longer than|as planned|allowed|expected|usual
2 less|lower|higher|slower|weaker|worse|shorter|later than ..1 planned|expected|budgeted|promised|agreed|needed|allowed|ordered|required
2 instead of ..1 #
2 ~used|~sold|~sent|~gave|~paid|~shipped|~printed|~served|~installed ..3 wrong|expired|banned|old|unapproved|uncertified
2 ~go|~goes|~went ..1 to the? wrong ..2
2 wrong account|address|patient|file|customer|size|date|gate|room|dose|name|place|order|label|number|version|part|person|price|folder
2 lapsed|ended|expired|ends|lapses|expires ..2
2 ~leave|leaving us|for ..2 competitor|end|other|another|good
2 unanswered|unresolved|unfilled|unsold|unsigned|uninsured|unsecured|undelivered|unattended|unmanned|unfinished
2 without ..1 ..2 licence|license|permit|certificate|insurance|approval|cover|contract|training
2 not ..1 ..2 certified|licensed|insured|approved|trained|compliant|enough|sterile|calibrated|authorised
2 ~jump|~cut|~trip|~switch ..1 out|off ..1 again|every|twice|at
2 double-booked|mislabelled|misplaced|mixed up
2 @be|keeps|keep ..2 @broken
2 @be ..3 late|short|behind|down|below|under|overdue
2 keeps|keep ~fail|~break|~crash|~leak|~jam|~drop|~trip|~stop|~cut|~lose|~freeze|~go|~come|~miss|~overheat|~run|~fall|~cancel|~ask|~complain|~cancel|~ring
2 ~stop ..1 working|responding|delivering|printing|charging|cooling|heating|answering|paying|running|accepting|loading|syncing
2 do|does|did not ..3 match|add|fit|work|start|open|respond|load|arrive|hold|reconcile|balance|agree|reach|come|turn|meet|show|close|run|answer|deliver|pay|comply|cover|pass|reply|contain|exist|tally|print|connect|scan|fill|stick|set|cure|heat|cool|charge|support|allow|sign|have|deliver|correspond|line
2 we|they|customers|patients|guests|staff|nobody|drivers|teachers|it ..1 can not ..2
2 @team|agency|supplier|system|machine|hall|carrier|firm|shop|caterer|printer ..2 can not
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
2 no one ..2 ~know|~answer|can|has|to|available|turned|showed|came|is|for|wants
2 unable to
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
3 i|we|it ..1 ~learn|~show|~explain|~teach|~check
3 took|take|taken|carried|moved|put down|away|out|off ..2 the|a ..1 broken|old|damaged
3 in our|my favour|favor
3 ~wait|wait ..4 is ..1 #
3 ~catch|~caught|~correct|~spot|~find|~found|~notice ..4 wrong|missing|error|mistake|fault|late
3 you were|are right
3 my|our fault|mistake|error
3 lunch|tea|coffee|summer|christmas|half-time break|breaks
3 ^ please|pls|kindly ..1 stop
3 ~avoid|~prevent|~fix|~resolve|~repair|~solve|~clear ..4
3 i|we ..2 broke|forgot|missed|lost|dropped|was wrong|apologise|read|overslept|misread|cut|cancelled|closed|stopped|withdrew|rejected|declined|refused
3 ^ closed|cancelled|stopped|rejected|withdrew|declined|cut|missed|lost|dropped|broke
3 sorry|apologies|apologise|regret|my ..1 mistake
3 wrong link|file|thread|tab|attachment|window ..1
3 no fault|finding|findings|defect|objection|objections|change|changes|action|reply|answer|casualties|victims|news|show|comment|comments|questions|need|deviations|surprises|one hurt|one complained|lost
3 none ..1 lost|late|missing|broken|sick
3 no one|body hurt|injured|complained|missed|lost
3 nobody ..1 hurt|injured|complained|missed
3 not ..1 one|a|any|single ..2 complaint|error|fault|miss|defect|incident|accident|loss|delay
3 ~test ..2 break|fail|leak
3 thrown|threw ..2 out|away
3 ^ how|why|what|whether ..6
3 as you|she|he|mr|mrs|dr|% ..2 ask|asked|wish|wishes|wanted|prefer|prefers
3 lost ..1 and found
3 break|breaks|breaking ..1 even|ground|room|time|at|down
3 ~stop ..1 by|at|sign|watch
3 instead|replaced|repaired|fixed|mended|resolved|solved|sealed|patched|covered|cleared|reset
3 false alarm
3 rev|version ..2 withdrawn
3 fewer|less ..3
3 early|earlier|ahead
3 no|zero|without|not ..2 incidents|incident|complaints|complaint|accidents|problem|problems|issues|issue|errors|defects|failures|injuries|delay|delays|losses|absences|harm|leak|leaks|fault|faults
2 @unwanted ..4 down|fell|dropped|fewer|less|lower|reduced|halved|cut
4 nothing ..3 lost|missing|damaged|broken|wrong|late
3 passed|restored|resolved|fixed|repaired|back up|closed|solved|recovered|reopened|cleared
2 would|could|might
2 ^ if
2 against|vs|versus #
2 ~withdraw|~drop ..4 complaint|claim|objection|charge|charges|lawsuit|appeal
2 i ..1 @act|sent|gave|took|have|disagree|am|was|will|had
2 none ..2
2 may|should|shall ..1 not? ..1 @fail|be|have
2 had ..1 threatened
3 not ..3 late|short|broken|missing|blocked
2 sold out
2 instead
2 lost and found
2 break|breaks ..1 room|time|for
`},
}
