package prose

// leakRule looks for what belongs into a private note and stands in something
// that can be sent: an opinion about the boss, a note to oneself, a coach's
// advice, a job search. A preference that the boss stated is left alone.
var leakRule = rule{
	label:  PrivateLeak,
	why:    "reads like a private note: an opinion of the boss, advice to yourself, or a plan of your own",
	source: "R57; promise 1 of this program",
	advice: "take it out, or keep it as a private note; a wish the boss stated may stay with \"you said\" in front",
	find:   findLeak,
}

func findLeak(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		job := s.sum(leakJob)
		opinion := s.sum(leakStrong) + s.sum(leakWeak)
		if s.facts.quoted || opinion > 0 && s.has(statedWish) && !s.has(leakStrong) {
			opinion = 0
		}
		if opinion < 3 && s.sizesUp(i) {
			opinion += 3
		}
		if s.has(reported) {
			opinion -= 3
		}
		if opinion+job-s.sum(leakNot) < 3 {
			continue
		}
		from, to := s.covers(leakStrong, leakWeak, leakJob)
		start, end := s.span(from, to)
		if a, b, ok := s.brackets(from, to); ok {
			start, end = a, b
		}
		out = append(out, passage{start: start, end: end})
	}
	return out
}

// sizesUp reports whether a sentence judges a she or he whom nobody
// introduced, which in something for a boss is the boss.
func (s *sentence) sizesUp(n int) bool {
	d := s.draft
	for i := s.from; i < s.to; i++ {
		t := &d.tokens[i]
		if !t.is(sheClass) || t.text == "her" || t.text == "his" {
			continue
		}
		if !s.introduced(i) {
			for k := i + 1; k < min(s.to, i+8); k++ {
				if d.tokens[k].is(psychClass|ownClass) || len(d.sentences) > 1 && d.tokens[k].is(treatClass) || len(d.sentences) > 1 && d.tokens[k].is(traitClass) && d.tokens[k-1].is(beClass) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// introduced reports whether a person stands in front of token i.
func (s *sentence) introduced(i int) bool {
	for k := i - 1; k >= max(0, i-longestSentence); k-- {
		t := &s.draft.tokens[k]
		if t.is(roleClass|crowdClass) || t.isName() && t.class == 0 && k > 0 && !t.line {
			return true
		}
		switch t.text {
		case "customer", "client", "patient", "guest", "pupil", "student", "visitor", "parent", "mother", "father", "tenant", "colleague", "mr", "mrs", "ms", "dr":
			return true
		}
	}
	return false
}

// brackets returns the code points of the brackets around the tokens.
func (s *sentence) brackets(from, to int) (start, end int, ok bool) {
	tokens := s.draft.tokens
	for i := from - 1; i >= s.from; i-- {
		if tokens[i].text == ")" {
			break
		}
		if tokens[i].text == "(" {
			for k := to; k < s.to; k++ {
				if tokens[k].text == ")" {
					return tokens[i].start, tokens[k].end, true
				}
			}
		}
	}
	return 0, 0, false
}

var leakCues = [...]cueList{
	{leakStrong, `
3 she|he|boss|@boss ..1 explodes|erupts|sulks|flips|snaps|loses|storms|cries|rants|overreacts|freaks ..2
3 whatever you do
3 not bring|raise|mention ..1 up ..4
3 she|he|boss|@boss ..1 ~copy|~steal|~sell|~present ..3 my|our|ideas|work|credit
3 i ..3 respect|trust|faith|confidence|patience ..2 left|for|in ..3 her|him|boss|@boss
3 no ..1 respect|trust|faith|confidence ..2 left|for|in ..2 her|him|boss|@boss|my
3 only|just|pretend|pretending ..2 nice|friendly|polite|agree|smile|smiling to|with|because ..2 her|him|boss|@boss
3 my ..1 therapist|counsellor|psychologist|shrink ..2
3 out of ..1 his|her depth
3 i ... nobody|no-one ..2 knows ..2 yet
3 @boss|boss|chef|head ..1 is ..1 a|an ..1 bully|tyrant|liar|snake|narcissist|fraud|coward|joke|drunk|disaster
3 until|till i ..1 am ..1 out|gone|free
3 ~letting|let him|her win
3 between ourselves
3 just|only ..2 months|weeks|days ..2 until|till|before ..1 i ..1 am
3 boss|@boss ..2 @be|gets|seems|becomes|turns ..3 @psych
3 my|our|this|that @boss|boss ..4 @psych|@treat|@own
3 her|his ..2 @own|insecurities|insecurity
3 i ..2 ~rate|rated|give|gave|score|grade ..1 my|her|his|him ..3 out|# ..1
3 ~rate ..1 my|her|his|him ..3 # out|of|/ ..1
3 %|she|he|boss|@boss @be ..2 a? ..1 control|narcissist|bully|micromanager|tyrant|coward|egomaniac ..1 freak|$
3 control freak
3 she|he|boss|@boss|who ..1 ~hide|~hides|~hiding ..1 behind|whenever|when|from
3 she|he|boss|@boss ..2 only|never|always ~promote|~hire|~support|~praise|~listen|~reply|~answer|~help|~shout|~blame|~forget|~lose|~say|~do|~come|~back ..1
3 you ..2 always|never ..1 ~take|~steal|~claim|~blame|~ignore|~lie|~hide|~shout|~break|~promise|~pretend|~forget|~listen ..1
3 i ..2 doubt|bet|wonder|fear|hope ..1 if|whether|that? ..1 she|he|boss|@boss ..3 survive|last|go|leave|gone|lasts|manage|notice|retire|resign|know|understand|fired
3 she|he|boss|@boss ..2 @be ..2 hopeless|useless|clueless|lost|bad|terrible|rubbish|helpless with|at|without|in ..3
3 the|that|this|our tyrant|dictator|dragon|monster|witch
3 do not forward|share|send
3 not ..1 for ..1 her|his|boss|him|their eyes|ears
3 ~gossip|rumour|rumor|word|whisper ..1 is|has|says|that|about ..4 she|he|boss|@boss|divorce|affair|fired|leaving
3 boss|@boss 's? mood
3 her|his mood|moods|ego|insecurity|insecurities|temper|vanity|paranoia|tantrums|tantrum|weak|weakness
3 in ..1 a|one|his|her ..2 bad|foul|good|terrible|vile|better|his|her mood|moods
3 boss|@boss ..3 @be|gets|seems|feels|becomes|gets|looks ..4 @psych
3 she|he ..1 @be|gets|seems|becomes|looks ..1 @psych
3 she|he|my|boss ..3 @be ..2 a|an|such ..3 control|narcissist|bully|micromanager|liar|coward|hypocrite|snake|tyrant|psychopath|fraud|egomaniac|idiot|dinosaur|dictator|nightmare|weakling|snob
3 she|he|boss|@boss ..2 hates|loathes|despises|fears|envies|resents ..2
3 she|he|boss|@boss ..2 only|always|never|just ..1 cares|likes|listens|thinks|wants|pretends|takes|shouts|hides|lies|panics|blames|reads|hears|remembers|praises|admits|knows|understands
3 she|he|boss|@boss ..1 ~take|~steal|~claim ..2 credit
3 she|he|boss|@boss ..1 ~love|~like|~need|~enjoy ..1 to? ..1 be|being|feel|feeling|hearing|hear ..2 flattered|important|asked|praised|admired|liked|in|right|the|loved|consulted|smart|clever|himself|herself|needed
3 she|he|boss|@boss ..1 can not ..2 handle|take|stand|bear|cope|decide|admit|say
3 boss|@boss ..1 does|do not ..1 understand|know|get|trust|like|care|listen|read|have|realise
3 she|he ..1 does|do not ..1 understand|trust|care|listen ..1 me|us|anything|$|the
3 my|our ..1 boss|@boss ..2 @be|does|is|has|never|always|hides|lies|shouts|panics|drinks|favours|favors|cannot|can|takes|hates|only|needs|thinks
3 never|not ..1 ~mention|~raise|~bring|~contradict|~correct|~disagree|~criticise|~interrupt|~challenge|~praise|~show|~outshine ..8 her|him|boss|she|he|@boss|front|numbers|$
3 not ..1 mention|tell|let|say ..3 her|him|boss|@boss ..2
3 note|reminder|memo|notes to|for self|myself|me
3 self ..1 note|reminder
3 ^ private|personal ..1 note|thought|reminder|not ..1
3 not for sending|the|sharing|her|his|boss|forwarding ..2
3 do not send|forward|share ..2 this|part|$
3 ~delete|~remove|~cut before|this ..2 sending|send|i|line|sharing
3 keep ..2 this ..2 private|yourself|secret|us
3 my ..2 coach|therapist|counsellor|psychologist|mentor|shrink ..1 says|said|thinks|thought|told|suggests|suggested|advised|advises|wants|recommended|@be|and
3 coach|coaching|therapist|therapy|counselling ..1 note|notes|says|said|tip|advice|session|homework|suggests|told|exercise
3 ~stroke|~feed|~massage|~boost|~flatter ..2 her|his|him|boss|@boss ..1
3 ~butter|~soften|~suck|~play ..1 her|him|boss|up ..1 up|to|along|first
3 ~make ..1 her|him|boss|@boss ..1 ~think|~believe|~feel ..3
3 ~let ..1 her|him|boss|@boss ..1 think|believe|feel|win|take|talk|have
3 think ..2 it was|is ..1 his|her ..1 idea
3 how to ..1 manage|handle|play|survive|work|deal ..1 with|around? ..1 her|him|boss|@boss
3 her|his ..2 blind|weak|sore spot|spots|point
3 blind spot|spots ..1 of|:
3 i ..2 can|do not ..1 stand|trust|respect|bear|like ..1 her|him|my ..1 boss|@boss|$
3 i ..2 hate|dread|despise|loathe ..2 my|her|him|working|it|mondays|coming|these|our|this|one-on-ones ..2
3 i ..1 feel ..3 small|invisible|stupid|undervalued|worthless|humiliated|anxious|bullied|ignored|unsafe|trapped|unappreciated|unseen|overlooked|scared ..2
3 i am ..2 scared|afraid|terrified|frightened ..1 of|that ..2 her|him|my|boss
3 i am ..2 sick|tired|fed|bored|done ..2 of|with|up ..2 her|him|this|my|here|boss|it
3 ~burn|burnt out
3 ~work around her|him|boss|@boss
3 ~avoid|avoid her|him|boss|@boss ..3
3 mood ..4 avoid|careful|terrible|foul|awful|bad|grumpy|stormy
3 panic attack|attacks
3 dear diary
3 between ..1 you and me
3 ^ between us
3 behind her|his back
3 you ..1 will|would|always|just|only|never|keep ..1 pretend|deny|lie|claim|twist|hide|blame|shout|sulk|panic|ignore|forget|promise|listen|admit|apologise ..3 
3 you are ..3 control|narcissist|bully|micromanager|liar|coward|hypocrite|tyrant|egomaniac|insecure|jealous|paranoid|vain|petty|dishonest|spineless|incompetent|clueless
3 ^ private|dear ..1 reflection|journal|diary ..1
3 trust|patience|rating|score ..2 in|for|with|of ..1 her|him|boss|@boss|my ..1
3 she|he ..2 threatened|insecure|jealous|intimidated by|about|of
3 her|his|boss|@boss ..1 's? favourite|favorite|pet
3 plays|play|playing favourites|favorites
3 she|he|boss|@boss ..2 ~drink|~drunk|~drinking
3 she|he|boss|@boss ..2 ~lie|~lies|~lied ..1
3 she|he|boss|@boss ..3 divorce|marriage|affair|drinking|therapy|depressed|depression
3 wait ..3 until|till|for|when ..2 she|he|her|his|good ..4 mood|calm|happy|lunch|coffee|calmer|relaxed
3 ~catch|~approach|~ask her|him ..2 when|after|before ..3 mood|lunch|coffee|calm|good
3 flatter|praise|compliment|charm her|him|boss|first ..3
3 do not ..1 trust ..1 her|him|boss|@boss
3 off ..1 the record
`},
	{leakWeak, `
1 boss|she|he
1 never mention|say|tell|show
1 remember
1 careful|avoid|beware
1 secretly|privately|honestly
1 as usual|always
`},
	{leakJob, `
3 ^ interview at|with % ..4
3 say|tell ..1 dentist|doctor|sick
3 i ..1 start ..1 at % ..3 nobody|no|secret
3 my ..1 last ..1 day|week|month here
3 before i quit|resign
3 my|a|second|final|another ..1 job|second|final ..1 interview|interviews ..1 at|with|went|is|tomorrow|thursday|friday|monday|tuesday|wednesday|elsewhere
3 i ..1 have|got|received ..2 offer|offers ..1 from|elsewhere|at
3 i ..2 applied|applying|apply ..1 for|to|at|elsewhere ..2 post|job|position|role|competitor|vacancy|place
3 ^ applied|applying ..1 for|to|at|elsewhere ..2 post|job|position|role|competitor|vacancy|place
3 i|we ..2 using ..1 this|the job|place|post ..2
3 until|till i ..2 find ..2 something|a|another|better
3 ~quit|quitting ..1 in|by|before|after|soon|this|if|as ..2
3 i ..2 have|had|got ..3 interview|interviews ..1 at|with|for|on|next|tomorrow|thursday|friday|monday|tuesday|wednesday|elsewhere
3 my ..1 interview|interviews ..1 at|with|for|on
3 i|my ..3 ~interview ..1 at|elsewhere ..1 ..2
3 my ..1 cv|résumé|resume|linkedin
3 ~update|~polish|~send|~refresh|~rewrite ..2 cv|résumé|resume|linkedin
3 headhunter|headhunters|recruiter|recruiters ..1 ~call|~ring|~write|~message|~contact|~offer|from|again|about|rang|wrote|@be|for|at ..2
3 ~call|~meet|~talk|~speak|~write ..2 headhunter|headhunters|recruiter
3 ~look|~search|~hunt ..2 for ..1 a|an|another|other|new|something ..2 job|position|work|role|else|elsewhere|post|jobs
3 job search|hunt|hunting
3 my ..1 job applications|application
3 job applications|application sent|out|going|this
3 looking|looked|look elsewhere
3 ^ ~apply|applied|applying ..1 for|to|at|elsewhere ..3 job|position|role|post|elsewhere|competitor|vacancy|%
3 ~think|~consider|~plan|~decide|~want|~dream|~intend|~going ..2 of|about|to? ..1 leaving|quitting|resigning|leave|quit|resign
3 ~consider|~plan quitting|leaving|resigning
3 ~hand|~give|~giving ..2 in? my notice|resignation
3 my ..1 resignation|notice|exit
3 i ..1 am|will|would|might|want|shall ..2 quit|quitting|resign|resigning
3 i ..1 am|will|would|might|want|shall ..2 leave|leaving|gone ..2 soon|this place|company|here|job|for good|spring|summer|year
3 other|better|new|another|counter|job offer|offers ..2 from|at|on|in|is|than|came
3 they offered me
3 ~get out of here
3 leave ..1 this place|company|here|job|firm
3 plan b
3 stay or go|leave
3 second job
3 my ..1 new ..1 job|employer|role at|starts|elsewhere
3 job elsewhere|at|with ..1
3 moving|move on from here|this
3 my ..1 last year|months here
3 somewhere else
`},
	{leakNot, `
3 any chance you|could
3 nobody|no-one|none|# applied|applies|apply
3 you ..1 asked|said|mentioned|told|prefer
3 candidate|candidates|applicant|applicants|vacancy|vacancies|panel
3 interviews|interview with|for ..3 candidates|candidate|applicants|customers|users|patients|residents|witnesses|managers|staff
3 i ..1 will|am ..1 leave|leaving ..3 at|early|it|for|on|the|on|for|my|a|you
3 i ..2 am|will ..2 out ..1 on|of|at|until|tomorrow|today|next|for|from
3 my ..1 last day|holiday
3 offer|contract from|with ..2 supplier|vendor|contractor
3 plan b is|:|for
3 player|team|football|bus|swim|swimming|athletics|choir
`},
}
