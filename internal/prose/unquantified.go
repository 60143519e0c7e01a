package prose

// resultRule looks for a claimed result without a number, a named outcome or
// evidence. Progress and events that anybody can verify are left alone.
var resultRule = rule{
	label:  UnprovedResult,
	why:    "claims a result without a number, a name or evidence",
	source: "P43, R25; B10",
	advice: "how many, from what to what, or who noticed? Add what you know; where there is no figure, name who can confirm it",
	find:   findResult,
}

func findResult(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.facts.question || s.facts.number {
			continue
		}
		if s.sum(resultCore) < 3 || s.sum(resultNot) > 0 || s.sum(resultProof) > 0 {
			continue
		}
		if i+1 < len(d.sentences) && d.sentences[i+1].proves() {
			continue
		}
		from, to := s.covers(resultCore)
		start, end := s.span(from, to)
		out = append(out, passage{start: start, end: end})
	}
	return out
}

// proves reports whether a sentence gives the figures of the one before it:
// it begins with a number, or compares two.
func (s *sentence) proves() bool {
	tokens := s.tokens()
	n := 0
	for i := range tokens {
		if tokens[i].kind == numberToken && !tokens[i].is(whenClass) {
			n++
		}
	}
	return n >= 2 && s.facts.words <= 12 || n > 0 && tokens[0].kind == numberToken
}

var resultCues = [...]cueList{
	{resultCore, `
3 very|extremely|highly|really|hugely|most ..1 successful|productive|positive|fruitful|rewarding ..3
3 successful|productive|fruitful ..1 quarter|week|month|year|meeting|season|launch|event|day|campaign|pilot|trial|term
3 brought|bring ..3 closer|together
3 made|make ..3 far|much|so|less|more ..1 less|more|easier|better|faster|painful|attractive|efficient|fun|pleasant
3 talk of the ..1 town|region|industry|house|trade
3 never ..3 so ..1 @fine|smoothly|well|fast|busy|full|popular|clean|calm|happy|quiet
3 so smoothly
3 go-to ..1 place|person|team|address
3 @be|become|became ..3 talk|envy|favourite|benchmark|role-model|model|reference|address ..2
3 down|up|improved substantially|considerably|significantly|a|nicely|massively
3 better and better
3 saved ..2 a ..1 lot|fortune|ton|bundle|great ..3
3 much|greatly|vastly|clearly|visibly improved
3 shrunk|shrank|fallen|dropped|risen|grown|improved ..1 a ..1 good|great|fair ..1 deal|bit|lot
3 taken|took|takes|taking off
3 through the roof
3 ~come|~came|~go|gone|went ..2 up|down ..1 a? ..1 lot|nicely|well|considerably|strongly|sharply|noticeably|massively|right|way|significantly|steadily|lots|loads|thanks
3 way|right|well|sharply|lots|much|noticeably ..1 up|down ..2
3 ^ @vastly reduced|improved|increased|cut|raised|grew|boosted|lowered|shortened|strengthened|sped|faster|better|fewer|less
3 @be|has|have ..1 been? ..1 paying off
3 @wanted|trade|business|team|things|mood|service|everything|relations|discipline|standards|handovers|handover|deliveries ..3 @be|been|has|have|going|went ..3 @adore|great|good|excellent|strong|brilliant|booming|better|improved|up|fantastic|smooth|smoother|healthy
3 standards|discipline|service|situation|handovers|trade|business|relations|teamwork ..3 up|better|improved|good|great|excellent|brilliant|transformed
3 picked|picking up ..2
3 on the up|rise|mend
3 much|far|so|lot|lots ..1 better|faster|happier|smoother|safer|stronger|quicker|easier|cleaner|calmer|fewer|shorter|quieter|tidier ..3
3 hugely|massively|greatly|vastly|much|significantly improved ..2
3 ~win|~won|~earn ..3 hearts|over|praise|respect|applause
3 ~spread ..1 like wildfire
3 word is spreading
3 everyone|everybody|they|people|all ..2 ~notice|~noticed|~say|~comment ..4 difference|better|change|improvement|how
3 ~feel ..1 the difference
3 never ..2 better|smoother|higher|faster|busier|fuller|easier
3 success|triumph ..1 all round|across
3 ~contribute|contributed ..2 to ..4 success|growth|result|results|improvement
3 ~help|helped|helping ..3 improve|boost|grow|increase|reduce|raise|cut
3 raised ..2 profile|standards|awareness|morale|visibility
3 like ..2 dream|clockwork|charm
3 ~receive|~received|~got|~get|~getting ..2 great|good|excellent|rave|lovely|lots|positive|glowing ..2 feedback|reviews|comments|praise|reactions|response
3 ~become|became|becoming|grown|grew|turned ..3 popular|success|favourite|hit|efficient|reliable|professional|stronger|confident
3 gone ..1 from strength
3 leading|best ..1 in|of class|breed
3 went ..1 down ..1 well|a|storm
3 @wanted ..3 @be|have|has ..3 up|better|improved|higher|increased|risen|grown|stronger|rising|growing|improving|climbing|great|excellent|fantastic|amazing|good|strong|high|record|healthy|soaring|best|brilliant|superb|outstanding
3 @wanted ..2 rose|grew|climbed|increased|jumped|soared|improved|surged|rocketed|up|recovered|doubled
3 @unwanted ..3 @be|have|has ..3 down|lower|fewer|less|dropped|fallen|reduced|decreased|shrunk|better|improved|falling|dropping|decreasing|shrinking|gone|shorter|faster
3 @unwanted ..2 fell|dropped|decreased|shrank|down|declined|plummeted|eased|improved
3 fewer|less|lower|shorter ..1 @unwanted
3 more|higher|better|stronger ..1 @wanted
3 ^ i|we ..3 @improve|improved ..6 
3 ^ improved|grew|boosted|increased|reduced|raised|streamlined|strengthened|enhanced|transformed|optimised|optimized|simplified|modernised|modernized|lowered|shortened|accelerated|expanded|elevated|revolutionised|slashed|lifted|upgraded|sharpened|maximised|minimised|stabilised
3 i|we ..2 improved|grew|boosted|increased|reduced|raised|streamlined|strengthened|enhanced|transformed|optimised|optimized|simplified|modernised|lowered|shortened|accelerated|expanded|elevated|revolutionised|slashed|lifted|sharpened|maximised|minimised
3 @vastly|greatly|really improved|grew|boosted|increased|reduced|raised|strengthened|enhanced|transformed|lowered|shortened|dropped|fell|rose|better|faster|smoother|happier|easier|safer|higher|lower|fewer
3 improved|grew|boosted|increased|reduced|raised|strengthened|enhanced|transformed|lowered|shortened|dropped|fallen|risen|grown|cut|up|down ..6 strongly|significantly|massively|considerably|dramatically|noticeably|hugely|substantially|markedly|greatly|vastly|enormously|nicely|tremendously|visibly|drastically|lot
3 @great ..2 improvement|improvements|progress|success|successes|results|step|growth|increase|gain|gains|reduction|win|wins|impact|uptake|response|quarter|month|year|season|turnout|achievement|achievements|performance|outcome|outcomes|leap|strides|savings|breakthrough|jump|drop|boost|feedback|momentum|numbers|uplift|week|milestone|event|result
3 went|goes|going|gone|working|worked|works|running|runs|ran|performing|performs|doing|landed|received ..2 well|great|brilliantly|smoothly|fantastic|fantastically|better|smoother|faster|perfectly|superbly|wonderfully|excellently|flawlessly|amazingly|beautifully
3 @be ..1 a? ..2 success|hit|triumph|game-changer|breakthrough|winner|revelation|blast|sensation|revolution|victory
3 @be ..2 huge|great|big|real|total|complete|massive|resounding|roaring success|hit|triumph|win|step|help|asset|change
3 more|less ..2 than ever|before
3 better|faster|happier|smoother|safer|stronger|higher|quicker|easier|cleaner|busier|calmer|fuller|popular|healthier ..3 than|now|since|lately|these ..2
3 @be ..3 much|far|so|way|lot|even|noticeably|significantly more|better|faster|happier|smoother|safer|stronger|quicker|easier|cleaner|calmer|fewer|less|shorter|lower
3 @be|runs|run|feel|feels ..2 more|better|faster|happier|smoother|safer|stronger|quicker|easier|cleaner|calmer productive|efficient|engaged|motivated|satisfied|reliable|popular|visible|stable|now|since|with|after|than|effective|confident|thanks
3 @be ..2 better|faster|happier|smoother|safer|stronger|quicker|calmer|fitter $
3 it ..1 shows
3 paid off
3 pays|paying off
3 @crowd|they|client|customer|board|council|public ..3 love|loved|loves|adore|adored|enjoyed|enjoy|raved|praised|impressed|delighted|thrilled|happier|pleased|satisfied|happy|enthusiastic|ecstatic|grateful
3 exceeded|beat|surpassed|smashed|exceeding|outperformed|outperforming|crushed|blew ..3 expectations|targets|target|plan|goals|goal|competition|forecast|all|every|everyone
3 ahead of ..2 plan|target|schedule|expectations|competition|curve|everyone
3 best ..3 ever|yet|years|record|date
3 record month|quarter|year|sales|week|season|numbers|attendance
3 ~work|~worked hard
3 made|makes|making ..1 a ..2 difference|impact
3 to the|a ..1 next|new|whole level
3 smashed|nailed|crushed|aced|rocked ..3
3 huge|massive|great|big|major|real|tremendous value
3 on a|an ..1 upward|good|great|excellent ..1 path|trajectory|curve|trend
3 turned ..3 around|corner
3 raised the bar
3 up|down|improved|improving ..1 a lot|nicely|considerably|strongly|significantly|massively|noticeably|sharply
3 come|came on leaps
3 flying|thriving|booming|flourishing|blossoming|blooming
3 everyone|everybody|all ..2 @be ..2 happy|happier|pleased|delighted|impressed|satisfied|thrilled|enthusiastic
3 ~save ..1 a? ..1 lot|lots|loads|much|huge|considerable|significant|so ..2 time|money|hours|effort|cost|costs|budget
3 ~become|~became ..2 more|much|far|better|faster|smoother|easier ..2
3 visible|measurable|clear|real|noticeable improvement|progress|results|effect|difference|impact
3 success story
3 @be ..2 more|less @trait|popular|productive|efficient|engaged|motivated|reliable|stable|effective|confident|careful|visible|punctual|attractive|accurate|independent|autonomous|robust|resilient
3 delivered|drove|generated|achieved|produced|created|unlocked|brought ..3 value|results|growth|impact|improvements|efficiency|efficiencies|savings|synergies|success|benefits
3 gained|won|earned|built ..2 trust|momentum|respect|reputation|traction|ground|confidence
3 positive|great|good|excellent|fantastic|wonderful|lovely|brilliant|strong reactions|reaction|response|responses|reviews|vibes|echo|reception|comments
`},
	{resultProof, `
1 signed|approved|passed|certified|accredited|accepted|awarded|published|rebooked|renewed|audited|confirmed|inspected|licensed|graduated|shortlisted
1 doubled|halved|tripled|quadrupled
1 first time
1 zero|none
1 from|against ..4 to|against #
1 certificate|award|prize|audit|invoice|survey
1 every|all|both ..3 passed|signed|arrived|delivered|paid
`},
	{resultNot, `
1 no longer
1 will|would|should|could|might|may|can|to|must @improve|improve|grow|reduce|increase|boost|cut|rise|fall|drop|be|help
1 want|wants|need|needs|hope|hoping|plan|trying|aim|aiming|propose|suggest|recommend
1 if|whether|unless|how
1 not ..2
1 please|pls|kindly
1 can|could|would you|we|i
1 no ..2 improvement|progress|success|results
1 @unwanted ..3 up|rising|higher|worse|increased|rose|grew|climbed|growing
1 @wanted ..3 down|falling|lower|worse|fell|dropped|declined
1 ^ thanks|thank
1 you|your
1 worse|poor|poorly|badly|unfortunately|sadly
1 too much|many|little
1 would help
1 ^ still|continue|continuing|working|preparing|moving
`},
}
