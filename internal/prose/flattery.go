package prose

// flatteryRule looks for praise of the boss's person, or of everything they
// do. Thanks for one thing, with what it did, are left alone.
var flatteryRule = rule{
	label:  Flattery,
	why:    "praises the person, not a thing that was done",
	source: "B7 (Gordon 1996; Rogers, Sezer and Klein 2023), P81",
	advice: "leave it out, or thank for one thing they did and say what it changed",
	find:   findFlattery,
}

func findFlattery(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		person, thing := s.sum(flatPerson), s.sum(flatThing)
		if s.facts.quoted {
			continue
		}
		if person+thing < 2 {
			if s.adores() && !s.has(flatNot) && !s.has(effectFact) && !s.denies(s.from, s.to) {
				start, end := s.span(s.from, s.to)
				out = append(out, passage{start: start, end: end})
			}
			continue
		}
		score := person + thing - s.sum(flatNot)
		if person < 3 && (s.has(effectFact) || s.facts.number && s.has(flatNot)) {
			score -= 2
		}
		if person == 0 && (s.facts.number || s.facts.question) {
			score -= 2
		}
		if person < 6 && s.sum(grovelStrong) > 0 {
			continue // it is about the writer
		}
		if score >= 2 && (s.holds(youClass|sheClass|bossClass) || d.tokens[s.from].text == "dear" || person >= 6) {
			from, to := s.covers(flatPerson, flatThing)
			start, end := s.span(from, to)
			out = append(out, passage{start: start, end: end})
		}
	}
	return out
}

// adores reports whether a statement to or about the boss holds a word of
// admiration and nothing of work: no number, no day, no question, no thanks.
func (s *sentence) adores() bool {
	return s.holds(youClass|bossClass) && s.holds(warmClass|adoreClass|idolClass) &&
		!s.facts.number && !s.facts.question && !s.ahead() && !s.has(request) && s.sum(grovelStrong) == 0 && s.sum(leakStrong) == 0 && s.sum(demandWhole) == 0
}

var flatteryCues = [...]cueList{
	{flatPerson, `
3 another ..1 masterstroke|masterpiece|triumph|stroke|miracle|masterclass ..3 you|your|genius
3 follow you ..2 anywhere|everywhere|to|into|off|over
3 told|tell ..2 my|everyone|everybody|all ..2 family|wife|husband|mother|friends|about|parents ..1 about you
3 if i ..2 ever ..1 become|am|be|make|half ..8 you
3 because of you $
3 better|more|faster|smarter|wiser than anyone|anybody|everyone|all|any|most ..3
3 step|steps|moves|years ahead of ..1 everyone|everybody|all|us|the|anyone|others
3 midas touch
3 the magic|golden|midas|special|human touch
3 its|our|the|their wonderful|amazing|brilliant|fantastic|great|marvellous head|boss|leader|manager|director|captain|chief|matron|principal
3 such ..1 elegance|grace|wisdom|charm|beauty|courage|style|poise|vision ..3
3 thank god|goodness|heaven ..2 we|you|for ..2 you|have
3 too ..1 modest|humble|generous|kind|good for? ..1
3 owe ..2 everything|all|success|career|it|so ..3 you|your
3 without you ..2 $
3 knows no limits|bounds|equal
3 where it|we|everything is ..1 because|thanks ..2 you
3 @superlative ..4 alive
3 no ..1 other boss|manager|leader|director|head
3 you ~put|~leave ..5 to|in|behind ..1 shame|shade|shadow
3 never|nobody|no-one|none|not|few|rarely ... like|than you $
3 anyone|anybody|someone|somebody ... like|than you $
3 ~look|~looks ..1 @adore|@fine|@superlative on you
3 ~work|being|serving|reporting under|for|with|alongside|near|to you|boss ... privilege|honour|honor|pleasure|joy|blessing|gift|dream|best|highlight|education|delight
3 ~fill|~wear your shoes|boots
3 could|would ~listen|~watch ..2 to? you
3 how you ..4 @be|~stay|~keep|~remain ..1 @fine|@adore
3 how you ..3 ~manage|~do ..3 @be ..1 @fine|@adore
3 ~come|comes ..1 close|near to? you|your
3 candle to you|your
3 ~match|~rival|~equal|~touch|~beat|~top|~replace you $
3 you ..2 absolute|total|complete|utter|living|true|real|old @idol
3 ^ you @idol
3 nobody|no-one|none ... such|with @gift|@adore|@idol
3 no one ..4 with such
3 on earth|planet ..6 like|such|as ..2
3 @adore ... our|my|from|by|of ..1 @boss
3 our|my @boss ..6 @adore|@superlative|@idol
3 you ..2 every inch
3 you ..1 run|lead|make|keep ..3 with such
3 ~thank god|heaven|heavens for you
3 you ..1 walk|walks on water
3 bow|kneel|salute ..2 to|before ..1 you|your
3 you ..2 spoil|spoils us
3 rest ..1 of|are ..4 amateurs|nobodies|dull|shadow|pale
3 pale ..2 next|beside|against|compared ..1 to? you|yours
3 ~fall|~fell in love with
3 you ..3 set the standard|bar
3 all ..2 owe|due|thanks ..2 to you|your ..1 @gift
3 charm|charmed|wrap|wrapped ..3 whole|everyone|room|all
3 you are|were ..4 @superlative ..3 boss|manager|leader|person|director|mentor|chief|man|woman|mind|in|of|on|here|ever|i|we|people|one
3 you are|were ..4 @idol
3 you are|were ..3 @adore
3 you are|were|look|seem so|such|too ..2 @fine|@adore|@gift
3 you are one of the|my
3 you are simply|just|truly|honestly|easily|by ..2 @superlative
3 you always know|get|see|find|manage|make|have|come|say|understand|pick|spot|seem|rise|bring|deliver|hit|do|look|think|read|ask|handle|keep|stay|inspire|give
3 you ..1 never fail|miss|cease|stop|put|disappoint|get|make|lose
3 you make it|everything|this|us|me|everyone ..2 look|seem|feel|want|better|so|easy
3 you inspire|amaze|impress|astonish|dazzle|enchant|shine
3 you deserve ..3 medal|statue|award|promotion|knighthood|crown|throne|prize|trophy|raise|monument|praise
3 you should ..2 run|be|write|have ..3 company|whole|ceo|minister|book|charge|president|statue|king|queen|own|show
3 you could sell|run|teach|lead|charm|talk|write|do|have
3 you light|brighten
3 you were born
3 you get ..1 younger|better|more|wiser
3 you look|looked ..3 @adore|@fine|@superlative
3 you have ..4 @adore|@superlative ..2 @gift
3 you have|possess a|an|such|that ..3 gift|talent|rare|magic|touch|eye|way|instinct|aura|golden|sixth
3 you really|truly|simply? are|do|have ..2 @idol|@adore|@superlative
3 what|how ..3 @adore|@superlative|@idol|@fine you are
3 how @adore|@fine|lucky|fortunate|blessed ..3 you
3 what a ..2 @idol|@gift|leader|boss|man|woman|mind|talent ..2 you
3 such ..3 @adore|@idol boss|manager|leader|person|mentor|director|chief
3 your ..2 @adore|@superlative ..2 @gift
3 your ..3 @gift ..1 @be|@have|never|always ..4 @adore|@superlative|@idol|unique|wrong|rare|fails|stops|saves|second|beyond|match|matched|equal|something
3 your ..3 @gift ..1 inspires|amazes|astonishes|humbles|blows|never|knows|shines|lights|makes
3 your every word|move|decision|idea
3 your mere|very presence
3 with your @gift
3 everything|anything|whatever|all you ~do|~say|~touch|~decide|~write|~plan|~suggest|~propose|~teach
3 every word|decision|idea|time|meeting ..2 you ~say|~make|~have|~speak|~open|~lead|~chair|~write
3 nobody|no-one ..6 like|but|than you|yours
3 no one ..6 like|but|than you|yours
3 nobody|no-one ..4 as|so|such|the way|well|good|much ... you
3 nobody|no-one ..3 could|can|would|will ..8 you
3 only you could|can|would|know|have|understand
3 nobody|no-one else ..2 could|would have
3 no one else ..2 could|would have
3 never ..4 boss|manager|leader|anyone|someone|person|director|mind ..4 like|as|so|more|with|who ..2 you|yours|@adore|@fine|@gift
3 boss|manager|leader|mentor|director|someone|person|chief|people like you
3 without you ..4 we|i|this|the|nothing|nobody|everything
3 lost|nowhere|helpless|sunk without you|your
3 what|where would|will|could ..2 ~do|~be|go without you
3 in awe of|at|every|when
3 hang|hanging on your
3 look|looks|looked|looking up to you|your
3 learn|learned|learnt so|more|something|a ..5 from|by|just|watching|around ..3 you|your
3 just|simply|only by|from watching|listening|seeing|observing|being you|to|your|around|near|in
3 watching you ..3 is|was|work|lead|handle|run|chair|present|speak|negotiate
3 i|we ..2 ~admire|~adore|~worship|~idolise|~idolize|~revere you|your|how|the
3 ~admire|~adore|~worship|~love|~idolise|~respect|~praise ..2 you|your ..2 so|more|leadership|style|wisdom|@gift|$
3 everyone|everybody|all|team|department|office|floor|people|staff|whole|@team ..4 admires|adores|loves|worships|respects|envies|admire|adore|love|worship|idolises|envy|talking|talks|raves|says ..5 you|your
3 envied|envies|envy ..4 you|your|boss|manager
3 honour|honor|privilege|pleasure|joy|blessing|delight|gift|luck|dream|fortune ..2 to|of|that ..3 work|working|be|being|learn|learning|serve|serving|have|having|report|reporting|call ..4 you|your
3 lucky|blessed|fortunate|grateful|proud|thankful|honoured|privileged|thrilled ..2 to|that|we|i ..2 ~have|~work|~be|~serve|~report|~learn|~call ..4 you|your|boss|manager
3 wish|hope ..3 i|we|more|everyone|all ..6 like|half ..3 you|your
3 want|aspire|hope|dream|strive|like|love to be ..2 like you
3 half ..2 as|your @fine|@adore|@gift|much|you
3 hats off to you|your
3 fan of you|yours|your
3 could|should|can|must|ought ..2 ~take|~learn ..4 lesson|lessons|leaf|notes|page|from ..2 $
3 ~take|~learn ..4 lessons|notes|leaf|page ..3 you|your
3 should|could be ..1 more like you
3 it takes ..2 rare|special|certain|great|true|real|particular|extraordinary|unusual
3 rare|special ..1 kind|gift|sort|breed|talent|mind|leader
3 i do not know how you
3 @superlative ..4 of your|our|all|this generation|time|times|age|decade|century
3 @superlative boss|manager|leader|mentor|director|chief|supervisor|principal|head ..2 i|we|ever|in|anyone|$
3 @superlative ..2 mind|brain|brains|eye|instinct|instincts|leader|person ..1 in|on|of|i
1 like you do|did|always|would|could|can|have
3 unlike|compared|next|better ..2 other|others|your|the|all ..2 managers|bosses|predecessor|predecessors|directors|manager|boss
3 league|class|level|world of your own
3 one of a kind
3 one in a million
3 god 's gift
3 ice to
3 rings|circles around
3 gold|golden touch
3 turns to gold
3 best thing that ..3 happened
3 as|so ..1 @fine|@adore|@gift as you
3 for being ..1 you|yourself
3 for being ..3 @adore|@idol|@superlative
3 for being such|so a?
3 tell|telling|remind|assure|compliment|congratulate|praise ..1 her|him|boss|@boss ..6 @adore|@superlative|@idol|hair|dress|suit|outfit|@gift
3 compliment|praise her|his|the ..4 @adore|@gift|hair|dress|suit|outfit|tie|looks|leadership|shoes|taste
3 our|my|this|dear|the? @adore|beloved|fearless|great|superlative boss|leader|manager|director|captain|chief
3 boss|manager|director|leader of the year|decade|century|month
`},
	{flatThing, `
2 your ..4 @be ..3 @adore|@superlative|masterclass|masterpiece|poetry|magic|flawless|art|gold|genius
2 your ..4 blew|floored|stunned|amazed|moved|dazzled|wowed ..3 away|me|us|everyone|everybody|all|room
2 the? most @adore|@fine|moving|insightful|beautiful ..5 ever|in|of
2 @superlative|@adore ..5 i|we|anyone ..1 have ..1 ever
2 @adore ..3 as always|ever|usual
2 as always|ever|usual ..3 @adore
2 right ..1 , as|of always|ever|usual|course
2 as always|ever|usual , ..2 you|your ..4 right|@adore|@fine|best|@gift
2 the way you ~do|~did|~handle|~run|~lead|~see|~speak|~manage|~carry|~present|~chair|~deal ..6 @adore|@superlative|@idol|@gift
1 the way you ~do|did
2 ~love|~adore|~like ..3 haircut|hair|suit|outfit|dress|tie|shoes|jacket|perfume|glasses|watch|car
2 that|your|the suit|dress|tie|haircut|jacket|outfit|colour|hair ..2 ~look|~suit|~bring
2 thank|thanks ..1 for everything|all you
2 your @adore ..3 $
2 your @adore speech|talk|idea|plan|presentation|email|mail|words|remarks|strategy|decision|memo|work|closing|pitch|comments|advice|suggestion
2 what|such a|an @adore ..3 you|your|idea|plan|speech|talk|presentation
2 ever seen|heard|read|witnessed|experienced
2 @adore|pure|sheer|absolute|total genius|brilliance|mastery|class|wisdom|magic|perfection|masterpiece|idol
`},
	{flatNot, `
3 too good|kind to
3 too @fine to|for
3 without your ..2 ok|okay|approval|signature|answer|yes|input|decision|help
3 @superlative|right|wrong person|one|placed|time|people|way to|for|is|would|if
3 best reached|placed|if|to|before|after|by|practice|case|of|at|regards|wishes
3 most welcome
3 you are ..2 right ..1 about|that|to|on
3 you are ..2 good|great|happy|fine to|with|for
3 at best|most
2 if|whether|when you are
2 would|could|should it? be|have ..2 perfect|great|best|perfect
2 thank|thanks ..1 for
2 you always|never ~get|~have|~ask|~need|~want|~pretend|~forget|~change|~say ..3 late|angry|wrong|back|out|no|nothing|again|enough|time
3 you make it|us|me ..3 hard|difficult|impossible|unclear|look|feel stupid|bad|small
3 not ..2 @adore|@superlative|@fine
`},
}
