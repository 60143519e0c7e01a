package prose

// blameRule looks for fault that is pinned on persons or teams with a
// judgement. A cause told as a fact, a fault of one's own, and an agreement
// with the others are left alone.
var blameRule = rule{
	label:  Blame,
	why:    "pins the fault on somebody, with a judgement",
	source: "P44, R36; B8 (Detert and Edmondson 2011)",
	advice: "say what happened and when, and what is agreed or needed now",
	find:   findBlame,
}

func findBlame(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.has(reported) {
			continue
		}
		score := s.sum(blameStrong) + s.sum(blameWeak) - s.sum(blameNot)
		if score < 3 || !s.has(blameStrong) && s.sum(sharedCause) > 0 || s.sum(blameStrong) < 6 && s.sum(sharedCause) > 2 {
			continue
		}
		if s.others() || s.most(blameStrong) >= 3 && !s.holds(iClass) {
			from, to := s.covers(blameStrong, blameWeak)
			start, end := s.span(from, to)
			out = append(out, passage{start: start, end: end})
		}
	}
	return out
}

// others reports whether a sentence speaks of persons or teams besides the
// writer.
func (s *sentence) others() bool {
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if t.is(theyClass|sheClass|teamClass|roleClass|crowdClass|youClass) || t.isName() && t.class == 0 {
			return true
		}
		switch t.text {
		case "nobody", "someone", "somebody", "whoever", "who", "no-one", "one", "people":
			return true
		}
	}
	return false
}

var blameCues = [...]cueList{
	{blameStrong, `
3 @team|@role|@crowd|%|they|he|she|lawyers ..2 @be ..1 being ..1 difficult|awkward|obstructive|lazy|stubborn|childish|stupid
3 bad|poor|lousy|terrible|no planning|communication|preparation|organisation|management|handling by|from|on|in ..3
3 not ..1 look|blame at? me
3 ~overpromise|overpromised|oversold|oversell|over-promised ..1
3 every time @team|@role|@crowd|%|they|he|she ..8 breaks|goes|something|wrong|fails|chaos|mess|late|lost
3 if ..3 pulled|pull ..1 his|her|their ..1 weight
3 pull|pulled|pulling|pulls his|her|their ..1 weight
3 never|nobody ..1 cleans|tidies|clears|refills|bothers|labels|checks|closes ..3
3 if|when @team|@role|@crowd|the|they|he|she ..3 ever|actually|finally|bothered ..2 showed|turned|came|did|read|delivered|worked|answered|arrived
3 @team|@role|@crowd|predecessor|@boss left ..2 everything|us|it|things ..3 chaos|mess|shambles|state
3 whose ..2 idea
3 for sport|fun|spite
3 @team|@role|%|they|he|she ..2 strikes|struck again
3 @team|@role|%|they|he|she ..3 took|takes ..1 the? money
3 their|his|her ..2 incompetence|laziness|negligence|stupidity|greed|arrogance|sloppiness|ignorance
3 left|leaves|leave ..4 in|like|as ..1 a|an|total|complete|utter ..2 chaos|pigsty|mess|shambles|state|disaster|bomb|tip
3 @team|@role|%|they|he|she|predecessor ..3 left|leave|leaves everything|it|us|files|the|things ..4 chaos|mess|shambles|state|pigsty|disorder
3 think|thinks ..2 they|he|she ..1 @be ..2 too|above|better|grand|god|important
3 too ..1 grand|good|posh|fine|precious|clever to|for
3 ~think it|they|he|she|that ..3 beneath|above
3 @team|@role|%|they|he|she ..3 ~want|~prefer|~like ..3 easy|quiet life|way|tea|coffee|holiday
3 on ..1 their|his|her ..1 phones|phone|backside|hands
3 ~sit|~sitting on their|his|her
3 never ..1 ~heard|~seen of|a ..3
3 ~learn ..2 nothing
3 @team|@role|%|they|he|she ..2 ~invent|~make|~dream ..2 excuses|rules|things|it ..1 up
3 @team|@role|%|they|he|she ..2 wriggle|wriggled|wriggles|duck|ducked|ducks ..2
3 only themselves|himself|herself to
3 ~care ..2 only|more|about themselves|nothing
3 like|as ..1 children|headless|amateurs|idiots|kindergarten|toddlers
3 kindergarten|circus|zoo
3 @team|@role|%|they|he|she ..3 deliberately|wilfully|purposely|knowingly
3 on purpose
3 ~hide|hiding|hides behind ..3
3 through ..1 sheer|pure|their ..1 @insult|laziness|stupidity|carelessness|negligence|incompetence|arrogance
3 sheer|pure|utter ..1 laziness|stupidity|carelessness|negligence|incompetence|arrogance
3 what they ..2 were|are thinking|paid|doing
3 paid for ..1 nothing|sleeping|sitting
3 @team|@role|@crowd|%|they|he|she|who|whoever ..4 @be ..4 @insult
3 @insult ..1 @team|@role|@crowd|%
3 @team|@role|%|they|he|she|who|whoever|someone|somebody ..3 ~botch|~bungle|~butcher|~sabotage|~bodge|~wreck|~ruin|~torpedo|~shirk|~slack|~cripple|~fumble|~muck
3 @team|@role|%|they|he|she|who|whoever|someone|somebody ..3 ~mess|~screw|~foul|~cock|~stuff|~muck ..3 up
3 @team|@role|%|they|he|she|who ..3 ~kill|~tank it|our|us|everything|$
3 @team|@role|%|they|he|she|who ..3 ~blow it
3 ~drop the ball|ball
3 ~drag ..2 feet|heels
3 ~sit on ..1 it|this|our|the|that|their|my ..5 for|since|again|until|hands|days|weeks
3 ~fall|@be ..1 asleep ..1 at|on|$
3 ~wash ..1 hands
3 ~throw ..2 under ..1 bus
3 left|leave|leaves|leaving us|me|everyone ..2 hanging|lurch|mess|alone|stranded|in|to|with
3 @team|@role|%|they|he|she|who ..2 ~let us|me|everyone|everybody|the ..2 down
3 stab|stabbed|stabbing ..2 in|back
3 behind our|my|everyone 's? ..1 back|backs
3 ~lie to|about us|me|it|the|everyone
3 ~break ..1 their ..1 promise|word
3 could not|n't care less
3 could|can not ..1 be bothered|arsed|trusted
3 @team|@role|@crowd|%|they|he|she|who|nobody ..2 did|do|does|could not ..2 bother|even|care
3 ~bother to|not
3 @team|@role|@crowd|%|they|he|she|who ..2 can|could|do|does|did not even
3 @team|@role|@crowd|%|they|he|she|people ..4 can|could|do|does not ..3 ~read|~write|~count|~spell|~add|~follow|~plan|~organise|~organize|~listen|~think|~communicate|~manage|~handle|~drive|~park|~cook|~pack|~do ..2 a|an|to|their|the|simple|basic|properly|$
3 not ..2 do|doing|did ..2 their ..1 job|jobs|homework|work|part
3 done|did|doing ..2 their ..1 job|jobs|homework
3 not ..1 know ..2 what|how ..2 they|he|she|doing|to
3 no|not a|the? ..1 clue|idea ..3
3 @team|@role|@crowd|they|he|she|%|nobody|no-one ..4 always|constantly|forever|never ..2 ~lose|~forget|~miss|~break|~leave|~change|~ignore|~blame|~promise|~find|~deliver|~read|~answer|~reply|~listen|~check|~learn|~help|~send|~call|~turn|~do|~tell|~come|~cancel|~delay|~mess|~care|~think|~clean|~finish|~follow|~get|~pay|~plan|late|wrong|~make|~want|~work|~give|~take|~keep|~ask|~complain
3 @team|@role|@crowd|%|they|he|she @be always|never|constantly|forever late|wrong|losing|forgetting|missing|complaining|ready|there|slow|unprepared|changing|difficult|on|right|the|blaming|whining|too
3 as|like they|he|she|@team always|usually ~do
3 as always|usual|ever with ..1 @team|@role|%|them|him|her
3 typical|classic|trust ..1 of? @team|@role|%|them
3 typical|classic ..3 $
3 it|this|that|all|delay|mess|problem|entirely|it 's ..1 @be? ..3 @team|@role|%|their|his|her|boss 's? fault
3 @team|@role|%|their|his|her 's? ..1 fault
3 fault of|lies ..2 @team|@role|%|with|the
3 to blame ..2 for|$|is|are
3 to blame
3 ~blame ..2 @team|@role|%|them|him|her|on
3 the blame ..2 is|lies|belongs|goes|sits
3 thanks to ..4 @team|@role|%|their|them|his|her ..8 ~miss|~lose|late|delay|delayed|fail|failed|no|not|again|wrong|stuck|mess|behind|overtime|had|double|extra|wasted|chaos|redo|cancelled
3 if ..4 had ..2 only|just|bothered|done|read|listened|checked|looked|told|asked|opened|answered|thought|paid|planned|worked|followed|been
3 if only @team|@role|%|they|he|she
3 had ..4 bothered|listened|read ..4 we|would
3 their|his|her|'s ..2 sloppy|sloppiness|negligence|incompetence|laziness|carelessness|stupidity|mess|chaos|excuses|arrogance|ignorance|shoddy|usual|mistakes|nonsense|antics|failure|lack|attitude|inability|refusal|blunder|blunders
3 because ..3 @team|@role|%|they|he|she|someone|somebody|nobody ..4 can|could|did|would|do|does|will not ..3
3 because ..3 @team|@role|%|they|he|she|someone|somebody|nobody|no ..3 forgot|lazy|asleep|careless|refused|ignored|lost|sloppy|bothered|incompetent|wrong|too|again|overslept|preferred
3 due to ..3 @insult|incompetence|negligence|laziness|sloppy|sloppiness|carelessness|stupidity
3 sloppy|careless|shoddy|lazy|amateurish|slapdash|incompetent work|job|planning|handover|ordering|maintenance|packing|service|management|driving|by|from
3 ~clean|~clear|~tidy|~pick ..2 up ..1 after|behind|their|the ..2
3 their|his|her ..1 mess
3 get|got|getting|gets away with
3 left a|the|their|another|everything ..2 mess|chaos|shambles|dirty|tip|state
3 asleep at
3 nobody|no-one ..3 ever|bothers|bothered|cares|cared|reads|checks|listens|thinks
3 no one ..3 ever|bothers|bothered|cares|cared|reads|checks|listens|thinks
3 ~cost us ..4
3 should be ashamed|fired|sacked|embarrassed|grateful
3 ashamed of themselves
3 once|yet again @team|@role|%|they|he|she
3 ~promise ..2 moon|earth|world|everything
3 ~do nothing
3 did nothing|zero|nil|sweet
3 ~hide behind
3 ~pass|passing ..2 buck
3 ~point|pointing fingers
3 too ..1 lazy|stupid|proud|arrogant|busy|slow|dumb|thick|incompetent|drunk|careless|important to
3 worse than|still|each|every
3 is|are worse
3 hopeless|useless|clueless|incompetent|lazy at|when|with|and|as
3 ~sleep|sleeping on|through the|it|job|shift
3 ~ignore ..3 warnings|warning|our|my|emails|e-mails|me|us|every|everything|advice|repeatedly
3 who|whoever|whose ..3 idiot|idiotic|stupid|genius|clown|fool|brilliant|bright
3 which idiot|genius|clown
3 lets|let everyone|us|the|everybody ..2 down
3 not|never ..1 lift|lifted ..1 a finger
3 ~make a ..1 hash|pig|mess|dog
`},
	{blameWeak, `
2 @team|@role|%|they|he|she ..3 ~forget|~ignore|~refuse|~neglect|~lose|~overlook|~delay ..4 again|as|yet|usual|course|repeatedly|always
2 @team|@role|%|they|he|she ..2 should have ..1 @act|known|noticed|seen|told|done|read|thought
2 ~forget ..4 again|as
1 again
1 as always|usual|ever
1 as ..1 they always
1 of course
2 @team|@role ..2 ~refuse to
1 yet|once again
1 every ..1 time
2 surprise surprise|,
2 no surprise
2 responsible for ..2 mess|disaster|chaos|delay|fiasco
1 ~lose|~forget|~ignore
2 @team|@role|% ..1 strikes|strike|struck again
2 what ..2 expect ..2 from
2 not ..1 my fault|problem
2 @insult
2 chaos|shambles|fiasco|circus|farce|joke|nonsense|disgrace
1 @team|@role|%|they|he|she ..3 always|never
`},
	{blameNot, `
2 she|he ..1 never ..1 got|received|saw|came
3 me|myself|us|i included
3 including me|myself|us
3 we|i let
3 kill|killed|ruin|ruined ..2 process|job|session|server|thread|power|engine|pump|motor|time|infection|bacteria|weeds
3 ground|earth|pump|motor|sensor|electrical|cable|engine|line|software|hardware fault
3 no|nobody|without ..2 blame|fault
3 no need to blame
3 i ..3 ~forget|~lose|~miss|~mess|~screw|~break|~sit|~drop|~blow
3 ^ i|we ..2 not ..2 know
2 if i|we had
`},
}
