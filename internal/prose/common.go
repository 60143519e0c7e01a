package prose

// commonCues are what several labels ask for.
var commonCues = [...]cueList{
	{timeAhead, `
1 within|in # @span|days|weeks|months
1 this|next|coming|following @span|sprint|meeting
1 end of the? @span|@when
1 before|until|till|by we|the|you|they|i|our|my|your
1 by|until|before|till @span|then|@when|#
1 # may
1 may #
1 on the? #
1 at #
1 now|immediately
1 at our|the next|one-on-one|meeting|1:1
1 deadline|otherwise
1 or we|i|the|they|it ..2 ~lose|~miss|~pay|~have|~expire|~go|~cost|will|must
`},
	{request, `
1 can|could|would|will you|we|i
1 may i|we
1 please|pls|plz|kindly
1 i|we ..1 need|want|require
1 need you|your|a|an|#|help|more
1 do you
1 should i|we
1 shall i|we
1 would|will like
1 which of
`},
	{nextStep, `
2 there is|'s|are ..6 now
2 for # minutes|hours|min|mins|minute
2 since then
2 from now|today|tomorrow|monday|next|then on?
2 now ..1 have|has|use|uses|hangs|goes|runs|stands|lives|with|on
2 covers|covered|covering|takes|stands|steps|fills|sings|plays|drives|teaches|opens ..2 for|over|in|it|him|her|that|them|this|tonight|today|@when
2 understudy|locum|substitute|stand-in|deputy|relief
2 % @act|covers|takes|has|is|goes
2 i would|'d take|go|hold|choose|pick|prefer|say|opt|keep|move
2 i|we ..3 @act
2 i|we will|would|propose|suggest|recommend|plan
2 i|we am|are ..2 trying|on|going|doing|checking
2 ^ @act
2 ^ now ..2 @act
2 @act|done at|by|on|now|for|until|from|already|instead|back|again #|@when|@det|tomorrow|today|and
2 @act now|already|instead|tonight|today|tomorrow
2 @be|@have ..2 @act
2 will ..1 @act
2 booked|ordered|scheduled|rescheduled|rebooked|isolated|swapped|promised|underway|replaced|repaired|fixed|restored|resolved|solved|requested|agreed|reported|logged|notified
2 suggest|propose|recommend|option|options|workaround|fallback|alternative|alternatively|instead|interim|temporary|temporarily|meanwhile|proposal|recommendation|either|solution|remedy|replacement|spare|spares|backup|backups|duplicate|duplicates|mitigation|contingency|rollback|plan
2 next step|steps
2 plan b
2 update|updates|results|result|answer|news|decision|report|more|back|reply|estimate|quote|cause|eta|figures|draft|options|numbers ..4 by|on|at|@when
2 until|till @when|#|then|@det
2 up again|and
2 back up|on|online|to
2 should|shall we|i
2 new ..1 date|slot|delivery|time|draft|version|one|deadline|appointment|unit|part ..6 @when|#|may
2 here|there|arrives|arrive|comes|come|coming|due|back|ready|runs|starts|start|goes|delivered|lands ..2 on|at|by|from|next|this? @when|week|month|may
2 technician|engineer|electrician|plumber|locksmith|fitter|doctor|vet|inspector|replacement|courier|repair|delivery|answer|decision ..3 @when|#
2 by|until|till|before|latest ..1 @when
2 tomorrow|tonight
`},
	{statedWish, `
2 you|she|he ..1 said|asked|mentioned|told|wrote|wanted|requested|suggested|wished
2 as you|she|he ..1 asked|said|wanted|wished|suggested|requested|prefer|like
2 you ..1 prefer|like|wanted
2 your request|wish|preference
2 per your
2 as agreed|requested|discussed
`},
	{noAction, `
2 no action|reply|answer|response|decision ..2 needed|required|necessary|expected
2 for information|info
2 for your information|info|awareness
2 fyi
2 nothing needed|required|to
2 just so you know
2 no need to
`},
	{reported, `
1 @role|@crowd|@team|%|she|he|they|client|customer|mother|father|student|pupil|patient|rider|boss|@boss|apprentice|guest|mentor|supervisor|instructor|lady|man ..1 ~say|said|~tell|told|~think|thought|~ask|asked|~mention|~write|wrote|~call|called|~praise|~want|wants|~find|finds|found me|i|my|that|if|whether|to
1 told me
1 ^ client|customer|mother|father|parents|student|pupil|patient|rider|guest|guests|instructor|supervisor|playtester|mentor :
`},
	{effectFact, `
2 ~save|~catch|~win|~cut|~prevent|~avoid|~unblock|~convince|~land|~spare|~fix|~halve
2 got|gave|bought us|me
2 ~help us|me|the|to
2 because of|it|that|your
2 made the|it|us ..3 possible|easier|better|clearer|faster
2 so we|i|they|the|it|that ..2 can|could|will|have|@act
2 the|our @crowd|client|customer|board|committee ..3 asked|signed|said|accepted|agreed|came|took|chose
`},
	{sharedCause, `
3 we|both ..2 agreed|agree
3 they and we
3 and i both
3 i ..3 wrong|mistake|misread|forgot|missed|should
3 my|our own? mistake|fault|error|oversight|part|side
3 nobody|no-one 's fault
3 no one 's fault
3 not ..4 fault
3 no blame
3 understandable|understandably
3 on both|our sides|side
3 both sides
`},
}
