package prose

// askRule looks for a request that nobody can date or assign. A request with a
// day, and a question that a conversation answers, are left alone.
var askRule = rule{
	label:  OpenAsk,
	why:    "asks without saying who by when",
	source: "R15, B6 (Yukl and Tracey 1992), B15",
	advice: "say who should do what by which day, and what happens otherwise",
	find:   findAsk,
}

func findAsk(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.sum(askNot) > 0 || s.has(noAction) || s.has(statedWish) && !s.has(askUndated) {
			continue
		}
		core, nobody := s.most(askCore), s.most(askNobody)
		if core+nobody < 2 {
			continue
		}
		if t := &d.tokens[s.from]; s.facts.question && (t.is(askerClass) || t.text == "did" || t.text == "do" || t.text == "was" || t.text == "were" || t.text == "are") && s.most(askCore) < 2 {
			continue
		}
		if s.ahead() && nobody < 3 || d.datedBy(i) && nobody < 3 {
			continue
		}
		from, to := s.covers(askCore, askNobody)
		start, end := s.span(from, to)
		out = append(out, passage{start: start, end: end})
	}
	return out
}

// ahead reports whether a sentence names a time that is not plainly over.
func (s *sentence) ahead() bool {
	if s.has(timeAhead) {
		return true
	}
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if !t.is(whenClass) {
			continue
		}
		switch before := s.at(i - 1); before {
		case "last", "since", "from", "past":
		default:
			if s.at(i-2) != "last" {
				return true
			}
		}
	}
	return false
}

// at returns the text of a token of the sentence, or the empty string.
func (s *sentence) at(i int) string {
	if i < s.from || i >= s.to {
		return ""
	}
	return s.draft.tokens[i].text
}

// datedBy reports whether a sentence beside n gives its date: a deadline, or
// what happens otherwise.
func (d *draft) datedBy(n int) bool {
	for _, i := range [...]int{n - 1, n + 1} {
		if i < 0 || i >= len(d.sentences) || d.sentences[i].paragraph != d.sentences[n].paragraph {
			continue
		}
		s := &d.sentences[i]
		if i == n-1 && s.ahead() && (s.most(askCore) > 0 || s.has(request)) {
			return true // one day for both
		}
		for k := s.from; k < s.to; k++ {
			switch d.tokens[k].text {
			case "deadline", "due", "otherwise", "by", "before", "until", "latest", "expires", "closes", "cut-off":
				if s.ahead() {
					return true
				}
			}
		}
	}
	return false
}

var askCues = [...]cueList{
	{askCore, `
2 waiting|wait|waits ..1 for|on you|your|her|his|management|finance|legal|hr
2 on|at your ..1 desk|table|plate|court|inbox
2 ball is|'s in
2 over to you
2 with you ..1 now|still
2 i|we ..1 leave ..1 it ..1 to|with you
2 your ..1 move|call|turn ..1 $
2 in need of
2 desperate|desperately ..1 need|for ..2
2 crying out for
2 long overdue
2 high time
2 when can|could|will we|i ..1 expect|have|get
2 have you had ..1 a? chance|time to
2 did you get ..1 round|around|a
2 following|follow up ..1 on|about
2 gentle|friendly|kind|little reminder
2 ^ reminder ..1 about|that|to
2 any ..1 update|updates|news|word|progress ..1 on|about|yet|?
2 ^ do not forget ..1 to|the|about|my
2 could|might ..1 use ..1 a|an|some|more|another|your|help
2 glad|grateful of ..1 a|an|some|any|your
2 it would ..1 make ..1 sense to|if
2 i|we ..1 suggest|propose ..1 we|you|a|an|that|getting|buying|hiring
2 is|are ..1 due|overdue ..1 for ..2
2 be ..1 good|nice|great|helpful|useful ..1 to|if
2 has|have|needs to ..1 happen|change|go ..1
2 keep|bear ..2 in mind
2 support ..1 from ..2 would|is
2 looking ..1 to|at you
2 need ..1 to ..1 talk|speak|discuss|decide|agree|sort|find|look ..2
2 can|could|would you ..1 perhaps|maybe|possibly|kindly|please ..2
2 consider ..1 &ing
2 hope|trust|expect ..2 we|this|it|that|the ..4 can|will|could ..2
2 any ..1 help|support|input|ideas|advice|suggestions|assistance|guidance ..6 @be|would|appreciated|welcome
2 ^ hope|hoping to ..1 get|have|hear|see ..3
2 ^ permission|approval|okay|ok|consent|budget|funding|money|leave to|for ..3
2 missing|lacking ..2 your|a|an|the signature|approval|answer|reply|ok|okay|comments|input|sign-off
2 would be ..1 wise|sensible|prudent|smart|better|best|fair|time to|if
2 maybe|perhaps we|you|i ..1 can|could|should|might ..3
2 no ..1 reply|answer|response|word|decision|feedback|news on|to|about|from|yet ..2
2 still ..1 no ..1 reply|answer|response|word|decision|news ..2
2 want|wants|need|needs ..1 &ing
2 would benefit from
2 should ..1 order|buy|get|hire|replace|fix|change|update|renew|book|call|ask|talk|discuss|review|clean|move|find|have ..2
2 your ..2 comments|thoughts|input|approval|decision|answer|signature|ok|okay|help ..4 please
2 we|i would ..1 need ..2
2 would ..1 like|love ..1 a|an|some|more|another|your|to have
2 would it be ..2 possible|okay|ok|feasible to
2 is there ..2 budget|money|room|scope|appetite for|to
2 shall|should we ..1 get|order|hire|buy|ask
2 deserve|deserves ..1 a|an|more
2 please|pls ..1 chase|arrange|organise|organize|fix|sort|handle|deal|do|see ..1
2 ~waiting|wait ..1 for|on ..3 approval|sign-off|answer|decision|reply|signature|confirmation|go-ahead|okay
2 perhaps|maybe ..6 could|should|might ..2 be|@act|have|get|look
2 could|should|might|must|ought ..1 to? be &ed
2 ^ would love|like|appreciate|welcome|need ..2 to? ..2
2 worth ..2 someone|somebody|asking|ringing|checking|having|getting|buying|looking|a ..2
2 hoping|hope|hopefully|trust|wish ..2 you ..1 can|could|will|might ..3
2 i|we ..2 hope|hoping ..1 for|to ..1 get|have|a|your
2 @be needed|required|wanted ..1 here|for|at|in|on|$
2 would make ..3 easier|better|difference|faster|safer|simpler
2 would be ..2 welcome|appreciated|great|helpful|nice|good|useful|lovely|handy|ideal
2 any ..2 news|word|update|progress|movement on|about|regarding|from ..2
2 looking|searching for someone|somebody|help|a|an|volunteers|people|more|support ..2
2 it would|will help ..1 if ..2
2 kindly ..1 advise|revert|confirm|send|let|look|provide|arrange|assist|help
2 please advise|assist|help|arrange|look|sort|clarify
2 we|i ..1 still ..1 need|lack|miss|want|await ..3
2 ^ still need|needs|needing|waiting|awaiting|missing|no ..2 
2 i|we ..1 lack|want|deserve ..1 a|an|more|another|some|the|new|better ..2
2 short ..1 answer ..1 please|needed
2 ball is in
2 wondering|wonder ..1 if|whether ..2 you|we|i|the|there|somebody
2 i ..1 leave ..1 it|this ..1 to|with you|your
2 grateful|glad|thankful ..1 if|for ..2 you|your|a|some|any
2 needs|need|wants|requires ..1 replacing|fixing|repair|cleaning|painting|updating|checking|attention|doing|sorting|signing|deciding|looking|maintenance|more|a|an|new|another
2 do something ..1 about
2 do you think ..2 we|i|you ..1 could|might|can ..2 have|get|do
2 mind ..1 &ing
2 what about a|an|some|getting|more
2 time ..1 we ..1 got|had|bought|replaced|looked
2 ~request ..1 for|to ..2
2 requesting ..2
2 nice|great|good|lovely|helpful to have|get|see ..2
2 can|could|would|will you ..2 !see !imagine !tell @plain|@act|review|sign|approve|look|check|send|help|share|give|have|let|provide|support|forward|confirm|consider|speak|talk|make|allow|decide|push|raise|release|authorise|authorize|grant|comment|read|clarify|introduce|nominate|prioritise|remind|advise|add|join|free|lend|spare
2 ^ please|pls|plz|kindly ..1 !note !find !see !be !ignore @act|@plain|review|sign|approve|look|check|send|help|share|give|provide|support|forward|confirm|consider|comment|read|authorise|authorize|release|advise|decide|return|fill|complete|remind|respond|reply|acknowledge|get|let|push|raise|clarify|nominate|submit|upload|countersign|fund|allocate
2 can|could we|i|someone ..1 ~have|~get|~borrow|~hire|~buy|~order|~replace|~fix|~use|~please|~look|~discuss|~talk|~meet|~find|~agree|~extend|~raise|~ask
2 can|could|should|may this|that|it|these|the ..4 be
2 it would|'d|will be ..2 good|great|helpful|nice|useful|lovely|ideal|wonderful|appreciated|brilliant|handy|better if|to
2 would be ..2 good|great|helpful|nice|useful|lovely|ideal|wonderful|appreciated|welcome|handy|grateful
2 ^ helpful|great|good|nice|useful|lovely ..1 to have|get|see
2 would ..2 help|appreciate
2 would|will be grateful|glad|thankful|obliged
2 i|we would ..2 like|love|need|want|welcome|prefer ..2 to? ..3 !know @plain|have|get|borrow|use|order|hire|buy|your|a|an|more|attend|join|go
2 we|i could ..1 do with|use
2 i|we ..2 need|require|want ..1 a|an|more|another|your|some|to|approval|help|support|#|access|additional|extra|new|better|two|sign-off|someone|budget|permission|time|guidance|clarity|input
2 need|needs ..2 to be
2 has|have|must|should|ought|got ..1 to? ..1 be ..2 signed|approved|done|fixed|replaced|repaired|sent|checked|reviewed|decided|ordered|cleaned|updated|submitted|filed|raised|discussed|resolved|looked|sorted|paid|renewed|booked|completed|returned|confirmed|countersigned|finalised|agreed|released|cleared|tested|moved|painted|addressed|handled|changed|improved|considered|clarified|filled|installed|trained|arranged|found|authorised|serviced
2 waiting|wait|waits|await|awaiting|awaits|pending ..1 for|on ..4 @verdict|you|your
2 awaiting|pending|await|awaits ..4 @verdict
2 @verdict ..2 pending|outstanding|needed|required|wanted|missing|requested|please|awaited|still
2 require|requires|needs|need ..3 @verdict|signing|attention|action|approving|replacing|fixing|repair|reviewing|cleaning|looking|replacement|sorting|servicing|a
2 any chance ..1 of|you|we|that|to
2 let me|us know ..2
2 get back to me|us
2 look|looking forward to ..2 your|hearing ..2
2 i|we ..2 ~request|~asking|~ask|applying|~apply|hoping|~hope ..1 for|that|to|you ..3
2 more|another|extra|additional|new|better|second ..3 would|please|needed|wanted|required
2 ^ more|another|extra|additional|new|second ..3 please|needed|wanted|required
2 ^ need|needed|requesting|request|require|want|wanted ..3
2 keen|eager to ..1 have|get|hear|know
2 is|'s ..1 it possible ..1 to|for|that
2 possible to ..1 have|get
2 up to you to
2 your ..3 @verdict|help|support|approval|input|comments|signature|okay ..4 needed|required|welcome|appreciated|wanted|helpful|would
2 appreciate|grateful ..1 your|any|if|a|some|for ..3
2 ~give|send|share|let ..1 me ..3 when|whenever|soon|if
2 over to you
2 we|i ..1 should|must ..1 get|have|buy|replace|order|hire|fix|discuss|talk|look|think|revisit|consider|review|do|arrange|find|meet
2 something ..2 done|about
2 worth ..2 looking|discussing|considering|reviewing
`},
	{askNobody, `
3 someone|somebody|anyone|anybody ..1 should|must|needs|need|has|have|ought|could|can|please|may|might|will
3 can|could|would|will|if someone|somebody|anyone|anybody ..3
3 one of you|us|them should|could|must|can|needs
3 somebody|someone to ..2
2 at some point
2 they|it|this should|must|ought|has|needs to? ..1 be
`},
	{askUndated, `
1 asap|soon|sometime|eventually|whenever|urgently
1 at your ..1 convenience
1 when you ..1 can|get|have
`},
	{askNot, `
1 ^ should i ..1 have &ed
1 i|we ..1 need ..1 to ..1 talk|speak ..2 with|to ..1 customer|client|supplier
1 great|nice|good|lovely to ..1 have|see you|him|her|them|back
1 would you say|recommend|advise|like|prefer|be|rather
1 i|we ..2 want|wanted to ..1 @improve|@act
1 i would ..1 like to ..1 ~take|~move|~start|~try|~become|~finish|~keep
1 you ..1 want|need|like
1 you can find|see|reach
1 no one|body needed
1 i|we ..1 will|am|are ..1 ~tell|~let|~chase|~send|~report|~update|chasing|telling|getting
1 do|did|would you prefer|want|like|remember|know|mind|see|agree|think
1 please|pls note|find|see|ignore|be|accept
1 i|we|they ..1 asked|requested|ordered
1 thanks|thank
1 would ..2 not
1 if ..2 needed|required|necessary
1 no longer
1 as you|she|he asked
1 i ..1 need|have|want to ..1 ~finish|~go|~leave|~do|~check|~make|~stop
`},
}
