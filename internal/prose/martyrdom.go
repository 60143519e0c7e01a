package prose

// martyrdomRule looks for sacrifice that is shown for sympathy or credit.
// Facts of effort with a request, or with what follows for the work, are left
// alone.
var martyrdomRule = rule{
	label:  Martyrdom,
	why:    "shows a sacrifice instead of asking for something",
	source: "B7 (Jones and Pittman: exemplification), P92, R36",
	advice: "keep the fact, such as the hours, and ask for what you need, or leave it out",
	find:   findMartyrdom,
}

func findMartyrdom(d *draft) []passage {
	asks := 0
	for i := range d.sentences {
		if s := &d.sentences[i]; s.has(request) || s.facts.question {
			asks = 2
		}
	}
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.has(reported) {
			continue
		}
		gift, show, alone := s.most(martyrGift), s.sum(martyrShow), s.most(martyrAlone)
		if gift > 0 && show > 0 {
			alone += gift + min(show, 3)
		} else if show >= 4 && s.holds(iClass) {
			alone += 3 // displayed twice, whatever it was
		}
		if first := &d.tokens[s.from]; !s.holds(iClass) && !first.isDone() && alone < 4 {
			continue // nobody shows anything
		}
		if s.has(martyrEffect) && alone < 6 {
			continue
		}
		if alone-asks >= 3 && (alone > 0 || gift > 0) {
			from, to := s.covers(martyrGift, martyrShow, martyrAlone)
			start, end := s.span(from, to)
			out = append(out, passage{start: start, end: end})
		}
	}
	return out
}

var martyrdomCues = [...]cueList{
	{martyrGift, `
2 i|me|my|^ ... night|nights|midnight|weekend|weekends|sunday|sundays|overtime|unpaid|hours|holiday|dawn|exhausted
2 double|third|night|extra|second|eighteen-hour|twelve-hour|sixteen-hour ..1 shift|shifts|load
2 i ..4 ~sleep|~slept in|at|under|on ..3
2 i ..3 not ..2 ~eat|~eaten|~sleep|~slept|~see|~seen|~sit|~sat|~stop|~drink|~rest ..3
2 no ..2 sleep|lunch|break|holiday|weekend|life|evening|dinner|rest
2 i ..2 ~run|running ..1 on ..2 coffee|fumes|empty|caffeine|adrenaline|painkillers
2 painkillers|crutches|plaster|bandaged|limping|voice
2 tears|blood|sweat
2 at|since|from 4|5|3|2 in|am|a
2 ^ ~skip|~miss|~cancel|~sacrifice|~postpone|~give|~forgo|~forego ..4 @rest
2 i ..3 ~skip|~miss|~cancel|~sacrifice|~postpone|~forgo|~spend|~lose|~drop|~ruin ..4 @rest
2 i|me|my|^ ~give ..1 up ..4 @rest|off|time
2 without|no|barely|little|hardly ..3 sleep|break|breaks|lunch|dinner|food|eating|sleeping|pause|breakfast|holiday|rest
2 on|with # hours ..2 sleep
2 # hours|hour ..2 of? sleep
2 have|had|has not ..1 ~sleep|~eat|stopped|sat|seen|had|been|taken|left ..4 @rest|off|down|home|days|nights|since|properly|outside|daylight
2 i ..4 all|whole|entire night|weekend|holiday|evening|sunday|saturday
2 through|over|during|on ..2 my|the|christmas|lunch|easter|entire|whole ..1 @rest|night|nights|bank
2 weekend|saturday|sunday|night|evening|christmas|birthday ..2 again|alone|gone|in|too
2 until|till|past|after|at midnight|#|late|dawn ..3
2 in|with|on|from my|our own|free|spare|unpaid
2 my|our own ..1 car|money|pocket|phone|expense|cost|time|laptop|van|cash|card|savings|tools
2 unpaid
2 with ..4 fever|flu|migraine|temperature|broken|cold|pneumonia|cough|headache|virus
2 from ..2 sickbed|hospital|bed|ward|funeral|wedding|holiday|beach|maternity
2 i|^ ~work ..4 weekend|sunday|saturday|night|nights|holiday|christmas|easter|bank|evening|evenings
2 seven|7 days
2 # hour|hours|nights|weekends|days|sundays ..2 straight|row|week|running|day|non-stop
2 # hour|hours|-hour days|weeks|shift|shifts|day
2 i|^ ..1 ~stay ..3 late|behind|until|till|on|overnight
2 i ..1 am ..2 exhausted|shattered|running|ill|sick|tired|drained|broken|burnt|dead|feverish
2 feverish|exhausted|shattered|aching|limping|bleeding
2 my ..2 back|feet|health|knees|eyes|hands|wrist|body ..1 is|are|hurts|hurt|ache|aches|bleed|bleeding|gone
2 @rest ..2 can|will|must|had|has ..2 wait|suffer|cancelled|to
2 at ..1 3|4|5|2 am|in
2 at ..1 3am|4am|5am|2am|1am
`},
	{martyrShow, `
2 of course i|it
2 naturally i|it
2 needless to say
2 i suppose|guess
2 but ..2 fine|ok|okay|happy|gladly|whatever|worth|who|that|this|the|it|somebody|someone|for
2 whatever it takes
2 someone|somebody ..2 has|had|must|needs|got|ought
2 without ..2 complaint|complaining|thanks|a|being|asking
2 thanks|thank|credit|medal|applause|sympathy|appreciation|gratitude
2 everyone|everybody|others|rest ..3 home|asleep|pub|bed|holiday|beach|party|barbecue|gone|left|enjoyed|enjoying|went|slept
2 only i|me
2 nobody|no-one else|offered|volunteered|helped|noticed|asked|cares|cared|knows|saw
2 no one else|offered|volunteered|helped|noticed|asked|cares|cared|knows|saw
2 just to|so|because ..3 you|others|nobody|the
2 for ..1 your|everyone|everybody|all|the|this|our ..2 sake|company|team|place|school|firm|house|ward|good|branch
2 every ..1 single
2 as i always|usually
2 like i always|usually
2 again|alone|always $
2 not that ..2 anyone|anybody|it|i|any
2 what does ..1 that matter
2 but ..1 what does|of ..1 that|it
2 who else $
2 so that ..3 others|rest|everyone|nobody|team|you|kids|colleagues|boss
2 yet|once again
2 nobody|no-one will|did|does|would
2 no one will|did|does|would
2 like|as ..1 always|usual|ever
2 do not ..1 complain|mention
2 never ..1 complain|complained|mind
2 it was me who
2 because i do not
2 after everybody|everyone|all|them|others
2 not ..1 one ..2 thank|thanked|thanks|word
2 someone|somebody has|had|must
2 even on|when|with|at|during my|a|christmas|holiday|sunday
1 again
1 as ever|always|usual
1 so the|that|everyone|you|others|nobody|no|this|we|our|they|she|he|@crowd ..2
1 just|only to make|keep|get|save|help|finish
2 nobody|no-one ..3 ~notice|~care|~thank|~help|~bother|~see|~ask|~mention|~say|would|will|did|does|stepped|volunteered|lifted|wanted|knows|appreciates
2 no one ..3 ~notice|~care|~thank|~help|~bother|~see|~ask|~mention|~say|would|will|did|does|stepped|volunteered|lifted|wanted|knows|appreciates
2 not|without ..2 that? ..1 anyone|anybody|a|one ..2 ~notice|~care|~ask|~thank|word|single
2 while|when everyone|everybody|others|other|the|all|they|you|most|colleagues|half ..4 ~go|~leave|~sleep|~enjoy|home|party|bed|off|drinks|holiday|were|was|are|slept
2 will|would|did|do|am|have not ..2 claim|claimed|claiming|charge|charged|charging|bill|ask|asking|asked|expect|expecting|expense|mention|complain|complaining|mind ..1
2 not ..2 ~complain
2 no need to|for ..1 thank|thanks|applaud|worry|mention
2 no thanks
2 thank me
2 comes|come|came|always first
2 for the team|cause|company|sake|good|greater|department|school|ward|patients|children|kids|client|love|firm
2 someone|somebody ..1 has|had|must|needs
2 if i do|did not
2 that is|'s ..2 just|who|how|what|the ..2 i|me|price|job|do|life
2 i ..1 do|did not mind
1 gladly|happily|willingly|gladly|somehow|quietly|silently|naturally
1 even with|though|if|on|when|so|after
1 still came|finished|did|went|made|delivered|sent|managed|here|turned|showed|got|answering
2 hope|hopefully ..5 ~appreciate|~notice|remember|remembered|counts|matters|recognised|worth|sees|seen
2 on my own
2 by myself
2 alone|single-handed|single-handedly|singlehandedly
2 what ..1 is sleep|weekend|holiday
1 for you|us|this|them
2 my ..2 family|wife|husband|kids|children|daughter|son|partner|mother ..4 ~understand|~forgive|~hate|~complain|~wait|~ask|forgotten|barely|hardly|cried|crying|furious|angry|used|alone|upset
2 as long as
3 do not ..1 worry|mind|bother about? me
2 never mind me
2 what i do
2 for ..1 nothing|free
1 all
1 everyone|everybody|nobody else
2 out of ..1 loyalty|love|duty
2 but ..1 fine|whatever|anyway|hey
1 never ~be|~have|~take|~get|~ask
`},
	{martyrAlone, `
4 i ..1 have ..1 carried|carry|held|kept|shouldered ..4 alone|myself ..3
4 all|everything alone|myself|by ..1 for ..3
4 i ..4 three|two|four|five|# nights|weekends|days|sundays|evenings running|straight ..2
4 nights|weekends|days|weeks running ..1
4 without ..1 ..1 complaining|complaint|a ..1 murmur|word
4 i ..3 for ..1 you|this ..1 place|company|school|team|house ..2 every|day|night|always
4 someone ..1 has|had to ..1 ..4
4 i ..1 am ..1 not ..1 complaining|moaning|made
4 ~sacrifice|sacrificed ..4
4 i ..1 ~give|gave|giving ..1 it|this|you|them ..1 everything|all|my
4 even ..1 though|with|when|if ..1 i ..1 am|was|had|have ..1 a? ..1 sick|ill|fever|dead|exhausted|broken|flu|leave|holiday|off
4 never ..2 asked|ask|expect|got|get ..2 for ..1 a|any|raise|thanks|anything|penny|much
4 used to being|it|doing|this|working|staying ..1 the? ..1 last|only|one|$
4 last ..1 one ..2 to|in|out ..1 leave|office|building|go|lights|standing
4 some of us ..1 still|actually ..1 care|work|have
4 before|above my ..1 own|health|family|self|children|sleep|life
4 i|^ ~cry|cried ..3 then|but|and ..2 went|worked|finished|back|carried
4 my ..1 doctor|wife|husband|family|mother|physio ..2 told|says|said|warned|begged ..5 but|, ..4
4 another|one more ..1 evening|weekend|night|sunday|christmas|birthday without|away|alone|at|in|lost
4 you ..1 will|would never ..1 know|guess|see ..2 how|what ..4
4 who stays|works|cleans|covers|does ..6 ?
4 best years
4 word of ..1 thanks|thank|praise
4 ~drag|dragged ..1 myself
4 show must go
4 i ..1 always do
4 fool|idiot|mug|donkey|one who ..1 stays|does|works|cleans|always|carries|gets|has
4 rather ..4 than ..1 bother|trouble|ask|burden|complain|let
4 nobody|no-one else ..1 has|had|can|could|will|would|does|did|is|was
4 no ..1 holiday|leave|break|weekend|day ..4 needed|need|because|comes|come ..1 me
4 two|three|# ..1 jobs|people's|roles ..5 without|alone|for|since|and ..2
4 slept ..3 floor|desk|car|sofa|chair|van|barn|office|bench
4 straight|right|clean through ..2 lunch|weekend|night|holiday|christmas|easter|breaks ..4 so|while|again|to|for|because
4 i ..1 do ..2 work|job|jobs of #|half|whole|the|an
4 as|once|yet ..1 always|again|usual ..2 it ..1 was|is|'s ..1 me
4 me who ..1 ~do|~drive|~clean|~stay|~cover|~save|~carry|~work|~pick|~fix|~come
4 if i do not ..4 it
4 nobody ..1 else will|would|does
4 while|when ..1 ..4 you|others|everyone|everybody|rest|team|colleagues ..5 i was|worked|stood|sat|cleaned|counted|stayed|did|am|drove
4 because i do not
4 i ..3 not ..2 ~take|~have|~get ..3 day|days|hour|minute ..1 of? ..1 leave|off|holiday|rest|free
4 on my ..1 knees|feet ..3 in|for|until|till|while|scrubbing
4 who else $
4 not that ..1 anyone|anybody|it|you ..2 ~notice|~care|~matter|~ask|~see|~mind|~thank
4 i ..2 sacrifice|sacrificed|gave|give ..3 everything|life|years|soul|heart|all
4 the price i pay
4 my ..2 suffering|pain|sacrifice
4 do not ..1 mind|worry ..1 about? me
4 i ..1 guess i ..3 again|myself|alone|always
4 ~leave|left to|for|with me ..1 again|alone|as
4 i ..3 alone|myself ..4 as ..1 usual|always|ever
4 saved|save|saving ..2 everyone|everybody|day|you|us|the ..3 again|as
4 thankless
4 nobody|no-one|not ..2 ~say|~said ..2 thank|thanks
4 no one ..2 ~say|~said ..2 thank|thanks
4 i ..5 only one|person ..4 ~keep|~hold|~care|~do|~work|who|left|standing|that|around|here
4 only one|person ..3 who|keeping|holding|doing|left|that ..1 ~care|~work|~do|~stay|~bother|~notice|~keep
3 i ..1 have not seen my ..1 @rest|kids|family
3 i ..3 not ..1 had ..3 day|weekend|holiday|break|evening|meal|lunch|night|minute ..3 since|for|in|off|months|weeks
4 sleep is|'s ..1 for|overrated|optional
4 what is ..1 sleep
4 who needs sleep|weekends|holidays|food|lunch|rest
4 ~carry|~hold|~keep ..5 on my ..1 back|own|shoulders
4 on my ..1 shoulders|back
4 ~break|~kill|~work|~wear|~bleed|~flog|~exhaust|~ruin|~burn ..2 my|myself ..4 back|fingers|bone|for|to|out|death|into
4 my blood
4 blood , sweat
4 slaving|slaved|slogged|martyr|toiled|toiling|sacrificed|sacrificing
4 nobody|no-one ..2 asks|asked|knows|sees ..2 how|what i
4 no one ..2 asks|asked|knows|sees ..2 how|what i
4 not|without asking|expecting|looking for ..1 thanks|credit|sympathy|praise|medal|recognition|applause
4 need|want|expect no ..1 thanks|credit|sympathy|praise|medal|recognition|applause
4 i ..1 always ..2 end|the one|left|who
4 always ..1 me who|that|again
4 as|like always|usual|ever ..2 it|i ..2 falls|fell|left|me|i
4 ~fall|left|leaves ..2 on|to me ..2 again|always|as|alone
4 if i do|did not ..5 nobody|no|who|nothing
4 if not me
4 my ..2 family|kids|children|wife|husband|daughter|son ..4 forgotten|forget|barely|hardly|recognise|recognize|stranger|photo|know ..3
4 forgotten what ..4 @rest|daylight|look|looks
4 i ..1 will ..2 sleep|rest|eat|recover when|after|next|one
4 i ..3 do everything|it ..2 myself|alone|here|as|again
4 without me ..4 @be|would|will|nothing|nobody
4 never ..2 a|one|single thank|word
4 ruined my ..1 health|marriage|back|weekend
`},
	{martyrEffect, `
1 ^ thanks|thank to ..1 %|your|the
1 so|and calls|call|emails|requests|questions ..2 after|before|go
1 so|and i|we ..1 will|am|would|can|start|come|go|leave|move|need
1 so|therefore ..3 start|starts|move|moves|moved|begin|begins|later|tomorrow|@when
1 in return|lieu|exchange
1 time off in|for|on|back
1 claim|receipt|reimbursement|expenses attached|is|for|in|on
`},
}
