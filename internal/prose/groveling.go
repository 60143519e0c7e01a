package prose

// grovelingRule looks for self-abasement, and for apologies out of proportion.
// One apology with the repair is left alone.
var grovelingRule = rule{
	label:  Groveling,
	why:    "makes yourself small: the apology is larger than the matter",
	source: "B7 (Jones and Pittman: supplication), P92, R36",
	advice: "say once what happened, and keep the repair and its date",
	find:   findGroveling,
}

func findGroveling(d *draft) []passage {
	var out []passage
	sorry := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted {
			continue
		}
		for k := s.from; k < s.to; k++ {
			if t := d.tokens[k].text; t == "sorry" || t == "apologies" || t == "apologise" || t == "apologize" {
				sorry++
			}
		}
		strong, weak := s.sum(grovelStrong), s.sum(grovelWeak)
		if strong+weak >= 3 || sorry >= 3 && weak > 0 {
			from, to := s.covers(grovelStrong, grovelWeak)
			start, end := s.span(from, to)
			out = append(out, passage{start: start, end: end})
			sorry = 0
		}
	}
	return out
}

var grovelingCues = [...]cueList{
	{grovelStrong, `
3 i ..3 @be ..2 weakest|worst|dumbest|slowest|stupidest|useless|least|lowest
3 most|the careless|useless|stupid|incompetent|worthless|hopeless|clumsy|pathetic ..4 you ..1 have
3 i am nothing|nobody|worthless|dirt|rubbish
3 your mercy|forgiveness|pardon
3 i ..2 no right to
3 mess i am
3 i ..3 have|am ..1 failed|fail|failing ..1 you|everyone|everybody|all|again|us|as
3 useless|stupid|hopeless|incompetent|worthless|careless|dumb|pathetic|slow|bad as|like ..1 me|i
3 someone|somebody|anyone|person|idiot|fool ..3 like|as me
3 proved|shown|show|prove|proof ..3 i am
3 i ..3 deserve ..2 whatever|any|every|your|no|it|this|nothing|contempt|punishment|less
3 ~cry|crying ..2 all|over|about|the|for ..1 night|day|this|it
3 express how ..2 awful|sorry|bad|ashamed|terrible|guilty
3 # thousand|hundred|million apologies
3 forever in your debt
3 how ..1 ashamed|awful|stupid|guilty|small i ..1 feel|am|felt
3 shame on me
3 i ..2 disgust|embarrass|hate myself
3 i ..1 never ..1 learn|do|get
3 brain is ..3 mush|soup|broken
3 in shame
3 i ..2 ~crawl|~kneel|~beg|~grovel|~prostrate
3 please ..2 forgive
3 thank you ..2 for ..2 even|still ..2 talking|speaking|reading|replying|letting
3 ~forgive ..2 me|this ..2 fool|idiot|servant
3 i ..2 scared|afraid|dread ..2 to ..1 write|tell|show|face ..1 you
3 i ..1 feel ..3 guilty|bad|terrible|awful|sick|ashamed
3 guilt|shame ..2 is|eating|keeps|kills
3 could ..1 kick|slap|hit|punch|kill myself
3 kick me
3 sorry ..1 sorry
3 so so|very ..1 sorry
3 very very ..1 sorry
3 sorry ..4 hundred|thousand|million|times
3 thousand|million|hundred|endless|countless apologies|sorries|times
3 can not|never ..3 ~apologise|~apologize|say ..4 enough
3 words can|could|do not
3 no words ..5 sorry|ashamed|apologise|apologize|excuse|bad|how
3 can not ..2 tell|say|express ..3 how ..2 sorry|ashamed|bad|terrible
3 forgive me
3 forgive my ..2 stupidity|foolishness|incompetence|ignorance|existence|failure|uselessness|clumsiness|idiocy|weakness
3 your? forgiveness
3 ~beg you|for|your|her|him|on|and
3 on my knees
3 down on ..1 knees
3 ~grovel
3 not ..2 be|get ..3 mad|angry|cross|furious|annoyed|disappointed
3 not hate|fire|sack|kill|shout|despise|dismiss|punish me|at
3 i ..2 ~feel ..2 sick|terrible|awful|horrible|dreadful|wretched|rotten|ashamed|small|worthless|useless|stupid|like ..2 about|for|that|because|idiot|fool|failure|fraud|$
3 ~feel like ..2 @abase
3 i ..3 @sad ..2 by|of|about|that|to|and|beyond|for|$
3 i ..2 ashamed|mortified|disgusted
3 i ..3 let ..1 you|everyone|everybody|all|us|the|my ..4 down
3 ~let you|everyone|everybody down
3 i ..3 deserve ..3 fired|sacked|punished|it|worst|shouted|lose|sack
3 i ..2 not ..2 deserve
3 deserve ..2 better ..1 than me
3 i ..2 not ..2 worthy|fit|cut|smart|clever|capable|good ..2 enough|to|out|of|for
3 i ..1 am ..2 unworthy|worthless
3 i am|was|feel ..5 @abase
3 i am|was ..3 stupid|useless|hopeless|worthless|incompetent|pathetic|dumb|clumsy|worst|rubbish|dense|thick|terrible|awful|idiotic|inept ..1 at|for|person|this|that|and|employee|$
3 what ..1 @abase i|me
3 such a|an ..2 @abase
3 i always|never ..2 get|ruin|spoil|wreck|break|mess|screw|fail|disappoint|do ..3 everything|it|things|wrong|right|you|up
3 i ..2 ruin|ruined|wreck|wrecked everything
3 stupid|foolish|dumb|idiotic of? me
3 silly little? me
3 my ..1 stupidity|idiocy|incompetence|uselessness|foolishness|worthlessness|pathetic|stupid|miserable
3 not|never ..2 forgive myself|me
3 hate|hating|kicking|cursing|punish|blame|blaming myself
3 punish|fire|sack|dismiss|demote|replace me
3 understand|understandable ..2 if ..1 you ..8 me|again|project|team|elsewhere|job|trust|else
3 not blame you
3 who am i to
3 i ..1 will|would do ..1 anything|whatever
3 do anything ..2 to|you
3 make it up to
3 give|grant|allow me ..1 another|one|second|last ..2 chance
3 another|second|last|one|more chance ..3 please|beg|pls|me
3 please|pls please|pls
3 at your mercy
3 humble|humblest|humbly|abject ..1 servant|apologies|apology|beg|ask|sorry|apologise|apologize|request
3 put up with me
3 you must ..3 hate|despise|regret|disappointed|furious|sick|tired|fed ..4 me|of
3 you must ..1 think ..3 i|me
3 unforgivable|inexcusable|unforgiveable|inexcusably
3 i ..2 cried|crying|weeping|sobbing|wept
3 could cry|die|vanish|disappear|sink
3 not look|meet|face you|your ..2 eye|eyes|in|$
3 want|wanted to ..2 sink|disappear|vanish|die|hide
3 worst ..3 employee|assistant|person|nurse|engineer|colleague|intern|analyst|trainee|clerk|teacher|member|hire|mistake ..3 ever|you|here|had
3 bad|useless|stupid|hopeless|terrible as i am
3 i know ..2 i ..2 am ..3 burden|nuisance|nobody|slow|disappointment|useless|hopeless|problem|failure|not
3 sorry ..1 for ..1 existing|being|breathing|myself ..5
3 do not deserve
3 for|after all the trouble|stress|grief|pain i
3 waste|wasted|wasting|take|taking|took|steal|stealing|taken ..2 your ..2 precious|valuable|important time
3 you have ..2 more|better|bigger important things
3 you ..3 more|better|bigger|important ..1 things to|than
3 not ..1 worth your
3 how could i
3 what was i thinking
3 lost sleep|nights over
3 have ..1 not ..1 slept since|because|over
3 disgrace|embarrassment|shame|burden to the|you|this|our
3 my head hangs
3 hang ..1 my head
3 thank you ..3 for ..2 putting|bearing|tolerating|not firing|keeping
3 bear|patience with|for ..1 idiot|fool|someone|me ..2 @abase|stupid|slow|like
`},
	{grovelWeak, `
-3 i ..1 disagree
-3 on my knees in|under|scrubbing|cleaning
-3 fool|idiot who ..1 stays|does|works|cleans|always
1 sorry|apologies|apologise|apologize
1 so|truly|deeply|terribly|awfully|endlessly|eternally|extremely|incredibly|really|very|dreadfully|horribly|profoundly sorry
1 deepest|sincerest|humblest|profound|profuse|profusely|unreserved|unreservedly
2 all|entirely|completely|totally|solely my ..1 fault
1 i ..1 should ..1 have known
1 no excuse|excuses
1 never happen again
1 promise
2 i am|was ..1 just|only ..2 a|an|the
1 sorry|hate to|for ..1 ~bother|~trouble|~disturb|~annoy|~pester|~take
1 ~bother|~trouble you ..1 again
1 you are ..3 busy|busier
1 again
1 ~forgive
1 ashamed|embarrassed|mortified
1 mad|angry ..1 at|with me
2 stupid|dumb|silly|idiotic question
1 ~disappoint
1 you ..1 everyone
`},
}
