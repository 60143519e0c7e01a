package prose

// demandRule looks for a wish that the boss be, or behave, differently as a
// person. A bounded request about the work, with a slot, a date or an input,
// is left alone.
var demandRule = rule{
	label:  DemandChange,
	why:    "asks the boss to be different as a person",
	source: "P51, R34",
	advice: "ask for one thing about the work (a slot, a date, an input), or say what you will do yourself",
	find:   findDemand,
}

func findDemand(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted {
			continue
		}
		score := s.most(demandWhole)
		if open, trait := s.most(demandOpen), s.most(demandTrait); open > 0 && trait > 0 {
			score += open + trait
		}
		score -= s.sum(demandNot)
		if s.has(reported) {
			score -= 3
		}
		if score >= 3 {
			from, to := s.covers(demandWhole, demandOpen, demandTrait)
			start, end := s.span(from, to)
			out = append(out, passage{start: start, end: end})
		}
	}
	return out
}

var demandCues = [...]cueList{
	{demandOpen, `
1 you can not|never ..1 keep|go|always
1 would it ..1 kill|hurt you
1 it ..1 would do you
1 would suit|do you ..2
1 we need|want|do ..2
1 nobody|no-one ..2 follows|respects|trusts|likes ..1 a
1 if you ..1 cared|listened|trusted|respected|smiled|knew|were
1 i ..1 think|believe|feel|find ..6 you
1 next|this year|time|month ..1 i
1 ~want|~need|~expect|~wish|~hope|~ask|~demand ..4 from you|her|him|boss|@boss
1 for you|her|him|boss|@boss to
1 that you|she|he|boss|@boss
1 if you|she|he|boss|@boss
1 wish ..4 you|she|he|boss|@boss
1 any chance ..2 you|she|he
1 a|@boss|boss boss|manager|director|leader|who|with ..1
1 what ..4 ~lack|~lacks|~need|~needs|~want|~miss ..3
1 you micromanage|interrupt|shout|control|dominate|ignore|hover|nag|overreact|dither|patronise|bully|criticise
1 can|could|would|will|do you not
1 ^ do not
1 please ..1 do not
1 needs|has to stop|change|end
1 would ..2 be ..2 @more|better|happier|easier|glad|nice|great ..4 if
1 it ..1 is|'s ..2 time
1 hope ..1 you
1 i ..3 miss|lack
1 ought|should|must|better you|she|he
1 you ..3 @be|'re ..1 going to ..1 have
1 you ..1 owe ..1 us|me|it
1 boss|manager|director that|who ..1
1 you ..2 must|should|ought|better
1 you ..2 need|have|got to
1 you could|can|might ..1 try|at|be|maybe|start|stop|learn
1 she|he|they|boss|@boss ..1 must|should|ought|needs|has|need ..1 to|be|stop|start|learn|@plain
1 i|we ..2 need|want|expect|ask|wish|demand|urge|insist|beg|advise|require ..2 you|she|he|her|him|boss|your
1 would like|love|appreciate|prefer|want|welcome ..3 you|your|her|him|boss|@boss|if
1 can|could|would|will you
1 ^ stop|quit|start|try|learn|consider|please|kindly|be|get|show|treat|listen|trust|respect|give|work|let|less|more|no|enough|drop|lose|control|watch|change|fix|admit|own|look|remember|tell|ask|grow
1 why can|do|will not you
1 time|high that? you
1 time for you
1 it would ..4 if you|she|he
1 if|unless you ..1 could|would|can|were|do|are|only
1 ~tell|~ask|~get|~make|~demand|~teach|~convince|~push her|him|boss|@boss|you ..2 she|he|to|that|stop
1 ~tell|~ask|~demand ..1 @boss|boss ..3
1 from now on
1 need|needs|want from you
1 less|more ..6 from you
1 you are|'re ..2 expected|required|supposed
1 stop|quit|enough
1 i ..1 suggest you
1 have you ..2 considered|thought|tried
1 ask that you
1 i|we ..2 wish
`},
	{demandTrait, `
2 ~get ..1 a ..1 grip|life|sense
2 open|honest|straight|upfront|civil|polite|nice|kind|patient|fair with|to|towards us|me|people|your|the|them|staff|everyone
2 ~treat|~talk|~speak ..1 to|with? ..1 us|me|people|staff|others|them|your ..1 like|as|with|better|nicely|properly|more
2 more ..1 of ..1 a ..1 leader|listener|team|human|mentor|coach|player
2 less ..1 of ..1 a ..1 control|bully|dictator|tyrant|boss|perfectionist|freak|micromanager
2 let go
2 ~share|~show ..1 your ..1 feelings|emotions|human|soft|softer|side|appreciation
2 ~believe ..1 in ..1 us|me|your|people|the
2 ~recognise|~recognize|~see|~notice what|how ..1 we|people|i
2 ~make ..1 time for ..1 people|us|your|the
2 in ..1 a ..1 better|good|nicer mood
2 @trait|@more|warmer|&er ..1 tone|voice|manner|approach|style|attitude
2 ~say ..1 thank|thanks|please|sorry|good you|morning|something|a
2 changing|change your ..1 mind
2 toughen|man|wise|loosen|lighten up
2 lower|drop|keep your ..1 voice|tone|temper
2 a ..1 leader|human|role-model|captain|coach|mentor
2 instead of ..1 talking|shouting|judging|criticising|controlling|ordering|complaining|moaning
2 ~care|cared ..2 about us|people|me|your|staff
2 would suit you
2 @be|be|become|being|stay|act|acting|remain|seem ..2 @trait
2 more|less|too|so|that|as ..1 @trait
2 @treat ..2 me|us|people|your|others|staff|everyone|them|more|less|better|sometimes|first|instead|at|over|when|about|when|$
2 not ..2 @treat
2 stop|quit|without|instead ..2 @treat|@conduct
2 ~be ..2 @more
2 ~be|become|becoming ..3 more|less|bit|little|so|very|quite|too ..2 &ed|decisive|&ing
2 ~be|become ..2 &er
2 think ..2 less|more|of ..1 about? ..2 yourself|others|us|people|team
2 ~micromanage|~interrupt|~shout|~dominate|~hover|~nag|~overreact|~dither|~patronise|~bully|~yell|~sulk
2 breathing|breathe down
2 ~listen|listens|listening $
2 ~listen ..1 to|for|before|first
2 ~smile|~laugh|~relax|~apologise|~apologize|~delegate ..2
2 more|some|a|little|bit|less|greater|real|enough|any ..2 courage|energy|enthusiasm|passion|backbone|spine|warmth|empathy|patience|humour|humor|respect|trust|interest|appreciation|gratitude|heart|vision|fairness|honesty|openness|humility|kindness|confidence|understanding|compassion|leadership|presence|optimism|self-control|discipline|tact|decency|humanity|calm|loyalty|integrity|temper|ego|arrogance|impatience|sarcasm|negativity|aggression
2 courage|backbone|spine|manners|thicker towards|with|to|skin|in|please|$
2 in ..2 better|good|brighter mood|moods|temper
2 better|different|new|good ..1 boss|manager|leader|listener|attitude|person|mood
2 ~stop ..2 it|that|this ..1 $
2 needs|has to stop|change|end
2 someone ..1 who|with
2 ~take ..1 people|us|me|others seriously
2 loosen|loosening|let|letting ..2 reins|grip|go
2 out of ..1 our|my|the ..1 way|hair|face
2 leave|let us|me|people|them ..1 alone|breathe|work|do
2 give us|me|people|them ..1 space|room|air|breathing|credit|time
2 ~raise|~raising your voice
2 your voice
2 tone it|down
2 less ..1 of|so ..2 @trait|@conduct|control|criticism
2 ~act|~behave ..2 your age|like|better|yourself|as
2 chilled|chill|chiller|nicer|cheerier
2 ~control yourself
2 ~pull yourself
2 get over yourself
2 get a ..1 grip|life
2 ~lead ..1 instead|for|with
2 ~inspire|~motivate|~encourage us|people|me|your|the ..1
2 ~be ..2 more|less|much|so|as|a|bit|little|very ..2 @trait|@fine
2 be|being|become|becoming|get|acting|act|seem ..2 @trait|@more
2 be|become|act|behave like? a ..2 better|real|proper|different|good|nicer|stronger|kinder|normal|leader|listener|human|grown-up|adult ..2
2 be better|nicer|clear
2 be clearer|@more
2 stop|stopping|quit|without|no|less|enough ..3 @conduct|being
2 not ~be|~act ..3 so|such|always|too|a|that ..1 @trait|@psych|@insult
2 ~listen ..2 more|better|to|when|first|properly|for|$
2 ~trust ..1 me|us|people|your|others|the|more|staff|my|them|others
2 ~delegate
2 ~let go ..1 of|$
2 loosen|lighten|calm|chill|relax|grow|man|open|toughen|cheer|back|step up|down|off|back
2 ~respect|~appreciate|~value|~praise|~recognise|~recognize|~thank ..2 me|us|people|your|others|staff|everyone|my|the|your|more
2 ~control ..1 your|her|his temper|emotions|mood|moods|anger|feelings
2 ~change|~adjust|~fix|~adapt|~improve|~rethink|~watch|~mind|~soften ..1 your|her|his ..3 attitude|style|tone|ways|way|behaviour|behavior|manner|manners|mindset|approach|personality|temper|habits|language|leadership|character
2 ~change the|how way|you
2 the way ..1 you|she|he ~talk|~speak|~treat|~lead|~manage|~run|~behave|~communicate|~act|~react
2 ~change how you ~talk|~speak|~treat|~lead|~manage|~run|~behave|~communicate|~act|~react
2 ~work on your|her|his ..3
2 ~treat me|us|people|staff|everyone|others|your|the|my|them
2 ~show ..3 trust|respect|empathy|interest|appreciation|leadership|backbone|gratitude|compassion|patience|courage|humanity|confidence|humility|kindness|emotion|understanding|faith
2 ~give|~have|~need ..3 trust|faith|freedom|praise|respect|patience|empathy|confidence|appreciation|recognition|backbone|courage|humility
2 more|less ..3 trust|faith|freedom|praise|respect|patience|empathy|kindness|control|ego|drama|shouting|micromanagement|warmth|humility|criticism|sarcasm
2 communicate ..2 more|better|clearly|properly|like
2 make up your mind
2 ~admit ..2 mistakes|mistake|wrong
2 think before you
2 care more|about people|us|your
2 pay ..1 attention ..2 people|us|staff|me|team
2 read the room
2 ~stand ..1 up|behind ..2 us|me|your|team|for
2 ~back|~support|~defend ..1 me|us|your|the ..2 up|team|people|staff|more
2 ~think|~behave|~act|~lead|~talk ..3 like a
2 ~stop|~keep ..3 @conduct
2 ~stop ..1 talking|treating|taking|making|checking|calling|changing|giving|playing|moving|losing|doubting|questioning|looking|behaving|acting|thinking|using|telling|cancelling|comparing|putting
2 your|her|his ego|temper|moods|attitude|sarcasm|tone|pride
2 ~smile|~laugh ..1 more|sometimes|once|$
2 have|grow|get|show|find a|some ..1 backbone|spine|thicker|heart|sense|grip|life
2 take ..4 less personally|seriously
2 take ..2 criticism|feedback better|well|without
2 in a better mood
2 ~involve|~consult us|people|me ..2 more
2 manage ..2 people|us|better|like
2 someone|somebody else
2 ~lead ..1 by|from|instead|us|properly
2 keep ..1 your ..1 cool|calm|temper|promises|word|emotions
2 not ..2 ~take ..2 everything|it|things|so personally
2 ~share more
2 ~face|~deal ..1 with? reality|conflict|conflicts|criticism
2 ~own your
`},
	{demandWhole, `
4 your|her|his ..3 style|attitude|tone|temper|behaviour|behavior|manner|personality|mindset|ego|moods|leadership|approach|character|communication|temperament|body ..2 needs|has|must|should|ought|is|isn ..2 to|be|change|not|unacceptable|more|less|improve|stop|a|too
4 like a professional|grown-up|adult|leader|manager|human|person|normal|decent|real|proper
4 ^ stop|quit ..2 @conduct
4 ^ please ..1 stop ..2 @conduct|being
4 ^ be|try|please ..4 more|less|@more ..1 @trait|to|with|please|$
4 ^ be @more
4 ^ please|try be|to ..3 @more
4 you ..2 must|need|have|should|ought|better ..1 to? ..2 change
4 you are ..2 too @trait|@psych|@conduct ..4 stop|change|please|need|must|should
4 a ..1 better|different|nicer|kinder|stronger boss|manager|leader|listener|communicator|person|human ..2
4 learn|start|try to ..2 listen|delegate|trust|let|lead|manage|communicate|apologise|apologize|relax|smile|cope|accept|share|respect|appreciate|care
4 you ..3 start|begin ..1 trusting|listening|delegating|respecting|appreciating|leading|acting|behaving|caring|treating|managing|being|thinking|showing|supporting
4 ^ start trusting|listening|delegating|respecting|appreciating|leading|acting|behaving|caring|treating|managing|being|showing|supporting
4 less|more ..3 control|micromanagement|ego|drama|trust|empathy|patience|warmth|humility|shouting|respect|praise|appreciation|leadership ..3 from you|her|him
4 change as a person
4 change who you are
4 stop being
`},
	{demandNot, `
3 trust ..1 the|that|this number|figures|numbers|data|table|count|file
3 more|less|be specific|precise|exact
3 i ..1 need|have|want|must|should|ought to ..1 be
3 i ..3 will|am|have|would|try|tried ..4 be|being ..2 more|@more
3 you ..1 said|asked|told|wrote
3 be patient ..2 with|while|until|if
3 be ..1 sure|brave|short|proud
3 you ..2 must|might|may|would|will|can be|have|feel ..2 proud|happy|glad|pleased|tired|the|a|an|so
3 be at|in|on|there|back|here|ready|able|aware|careful|sure|present|available
3 be more visible|specific|precise|exact
3 trust|trusting ..2 me|us|the ..2 with
3 clear|clearer about|on|which|what|whether|of
3 team|customers|staff|patients|guests|drivers|clients|they|it|pupils|students|this|supplier|vendor needs|need|must|should|have ..1 to? be
3 you ..2 asked|told me to
3 should|shall i|we
3 positive|negative test|result|results|pressure|list|cash|margin|number
`},
}
