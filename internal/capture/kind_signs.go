package capture

// sign is something that can be seen in a line and that speaks for or against
// some kinds. [signWeights] says how much.
type sign uint8

// The signs. The comment of each stands in [signTable].
const (
	seesAlways sign = iota
	seesQuestionMark
	seesAskerStart
	seesAskerInside
	seesInvertedStart
	seesInvertedLater
	seesOfferQuestion
	seesUnsure
	seesUnsureStart
	seesQueryLabel
	seesOrEnd
	seesOrInside
	seesWhetherInside
	seesOrderStart
	seesOrderDet
	seesOrderBare
	seesOrderLet
	seesInsteadOf
	seesNotOther
	seesHedge
	seesWouldHelp
	seesPerEach
	seesNounPhraseOnly
	seesArticleStart
	seesProposalWord
	seesCheaper
	seesConditional
	seesGoingStart
	seesGoingResult
	seesPastStart
	seesPastResult
	seesPastWork
	seesPastNews
	seesPastFault
	seesPastWant
	seesPastOther
	seesParticipleLater
	seesPartOf
	seesPartOfSmall
	seesPartly
	seesRemainder
	seesRemainderTail
	seesStageWord
	seesAtStage
	seesWithSomebody
	seesContrastParts
	seesButNotYet
	seesFromTo
	seesWasNumber
	seesChangeBy
	seesMoreLess
	seesPercent
	seesBigNumber
	seesSmallNumber
	seesTwoNumbers
	seesNumberStart
	seesAtNumber
	seesSpanOfTime
	seesInSpan
	seesInARow
	seesFirstEver
	seesExtreme
	seesNoHarm
	seesNoStart
	seesNoThing
	seesDoneWord
	seesIsDone
	seesAhead
	seesGainWord
	seesResultVerb
	seesMoreVerb
	seesLacking
	seesLackingHead
	seesFaultPresent
	seesFaultAny
	seesWantVerb
	seesCannot
	seesDoesNot
	seesNobodyDoes
	seesTooMuch
	seesClash
	seesRecurrent
	seesOnlyWord
	seesDeviceFails
	seesDeviceWord
	seesShortNumber
	seesOurTrouble
	seesStillWaiting
	seesNewsWord
	seesHearsay
	seesYouShouldKnow
	seesOutsiderPresent
	seesOutsiderPast
	seesOutsiderAny
	seesOutsiderTurn
	seesPlanTo
	seesTurnPresent
	seesTurnAny
	seesDateOn
	seesDateFrom
	seesDateIn
	seesDateBy
	seesNextTime
	seesChangePresent
	seesInsiderPresent
	seesInsiderPast
	seesNamedPresent
	seesNamedPast
	seesThingPresent
	seesThingPast
	seesThingBeing
	seesWePresent
	seesWePast
	seesWeBeing
	seesIPresent
	seesIPast
	seesIBeing
	seesIHave
	seesHeSheStart
	seesHeShePresent
	seesHeShePast
	seesBossSubject
	seesBossPast
	seesLeaving
	seesVisiting
	seesDecision
	seesRisky
	seesIWill
	seesIPledge
	seesPledgeStart
	seesHeWill
	seesHePledge
	seesOtherWill
	seesOtherPledge
	seesWordGiven
	seesHandshake
	seesFromNowOn
	seesSaidTheyWould
	seesAcceptance
	seesTakesOver
	seesWePledge
	seesFutureAny
	seesSaidOfMe
	seesSaidToMe
	seesToldTo
	seesThinksOfMe
	seesJudgedMe
	seesSaidNews
	seesPassiveTold
	seesQuoteStart
	seesQuoteAny
	seesQuoteWhole
	seesQuoteYou
	seesAppraisalWord
	seesAppraisalStart
	seesQualityWord
	seesQualityTail
	seesAboutMine
	seesTooQuality
	seesAskedAbout
	seesMeInside
	seesMyInside
	seesIInside
	seesILateSubject
	seesYouInside
	seesBossInside
	seesPeopleInside
	seesNameInside
	seesNegated
	seesNegatedThing
	seesComma
	seesDash
	seesColon
	seesSemicolon
	seesShort
	seesLong
	seesSayVerb
	seesThinkVerb
	seesJudgeVerb
	seesReportedBeing
	seesModalAny
	seesMustAny
	seesPresentAny
	seesPastAny
	seesEveryEach
	seesBothAll
	seesWordResult
	seesWordHarm
	seesWordMore
	numSigns = iota
)

// signTable names each sign, for the table of weights, and says it in words
// for people.
var signTable = [numSigns]struct{ name, says string }{
	seesAlways:          {"always", "nothing in particular"},
	seesQuestionMark:    {"questionMark", "ends with a question mark"},
	seesAskerStart:      {"askerStart", "starts with a question word"},
	seesAskerInside:     {"askerInside", "has a question word inside"},
	seesInvertedStart:   {"invertedStart", "is put as a question"},
	seesInvertedLater:   {"invertedLater", "is put as a question"},
	seesOfferQuestion:   {"offerQuestion", "asks what if, why not or how about"},
	seesUnsure:          {"unsure", "says that something is unclear"},
	seesUnsureStart:     {"unsureStart", "starts with what is not clear"},
	seesQueryLabel:      {"queryLabel", "is labelled as an open question"},
	seesOrEnd:           {"orEnd", "asks for one or the other"},
	seesOrInside:        {"orInside", "names two alternatives"},
	seesWhetherInside:   {"whetherInside", "asks whether"},
	seesOrderStart:      {"orderStart", "starts like a proposal: what to do"},
	seesOrderDet:        {"orderDet", "says what to do with what"},
	seesOrderBare:       {"orderBare", "says what to do"},
	seesOrderLet:        {"orderLet", "proposes to let somebody do something"},
	seesInsteadOf:       {"insteadOf", "puts one thing instead of another"},
	seesNotOther:        {"notOther", "says this and not that"},
	seesHedge:           {"hedge", "is put tentatively"},
	seesWouldHelp:       {"wouldHelp", "says what could or would help"},
	seesPerEach:         {"perEach", "says one for each"},
	seesNounPhraseOnly:  {"nounPhraseOnly", "names a thing without a verb"},
	seesArticleStart:    {"articleStart", "starts with a thing"},
	seesProposalWord:    {"proposalWord", "calls itself an idea"},
	seesCheaper:         {"cheaper", "says what it saves"},
	seesConditional:     {"conditional", "says when to do it"},
	seesGoingStart:      {"goingStart", "is under way"},
	seesGoingResult:     {"goingResult", "is being finished"},
	seesPastStart:       {"pastStart", "a finished thing"},
	seesPastResult:      {"pastResult", "a finished thing with a result"},
	seesPastWork:        {"pastWork", "work that was done"},
	seesPastNews:        {"pastNews", "something that was closed, opened or raised"},
	seesPastFault:       {"pastFault", "something that went wrong"},
	seesPastWant:        {"pastWant", "something that is lacking or was lost"},
	seesPastOther:       {"pastOther", "a thing that was done"},
	seesParticipleLater: {"participleLater", "a thing that is done"},
	seesPartOf:          {"partOf", "counts a part of the whole"},
	seesPartOfSmall:     {"partOfSmall", "counts a part of the whole"},
	seesPartly:          {"partly", "is partly done"},
	seesRemainder:       {"remainder", "names what is left"},
	seesRemainderTail:   {"remainderTail", "ends with what is left"},
	seesStageWord:       {"stageWord", "says which stage it is at"},
	seesAtStage:         {"atStage", "says how far it has come"},
	seesWithSomebody:    {"withSomebody", "lies with somebody else now"},
	seesContrastParts:   {"contrastParts", "says one part is done and another is not"},
	seesButNotYet:       {"butNotYet", "is not there yet"},
	seesFromTo:          {"fromTo", "a number that changed"},
	seesWasNumber:       {"wasNumber", "compares with the number before"},
	seesChangeBy:        {"changeBy", "says by how much it changed"},
	seesMoreLess:        {"moreLess", "says more or less than before"},
	seesPercent:         {"percent", "has a percentage"},
	seesBigNumber:       {"bigNumber", "has a number"},
	seesSmallNumber:     {"smallNumber", "has a number"},
	seesTwoNumbers:      {"twoNumbers", "has several numbers"},
	seesNumberStart:     {"numberStart", "starts with a number"},
	seesAtNumber:        {"atNumber", "says where a figure stands"},
	seesSpanOfTime:      {"spanOfTime", "lasted for a time"},
	seesInSpan:          {"inSpan", "took a stated time"},
	seesInARow:          {"inARow", "several times in a row"},
	seesFirstEver:       {"firstEver", "a first or a record"},
	seesExtreme:         {"extreme", "a best or a worst"},
	seesNoHarm:          {"noHarm", "nothing bad happened"},
	seesNoStart:         {"noStart", "starts with no or without"},
	seesNoThing:         {"noThing", "says that there is none"},
	seesDoneWord:        {"doneWord", "a thing that is done"},
	seesIsDone:          {"isDone", "a thing that works now"},
	seesAhead:           {"ahead", "earlier or better than planned"},
	seesGainWord:        {"gainWord", "something was won or granted"},
	seesResultVerb:      {"resultVerb", "has a result"},
	seesMoreVerb:        {"moreVerb", "got better"},
	seesLacking:         {"lacking", "something is short, broken or late"},
	seesLackingHead:     {"lackingHead", "something is short, broken or late"},
	seesFaultPresent:    {"faultPresent", "something keeps failing"},
	seesFaultAny:        {"faultAny", "something fails"},
	seesWantVerb:        {"wantVerb", "something is needed or awaited"},
	seesCannot:          {"cannot", "something cannot be done"},
	seesDoesNot:         {"doesNot", "something does not work"},
	seesNobodyDoes:      {"nobodyDoes", "nobody does it"},
	seesTooMuch:         {"tooMuch", "too much or too little"},
	seesClash:           {"clash", "two things contradict"},
	seesRecurrent:       {"recurrent", "it happens again and again"},
	seesOnlyWord:        {"onlyWord", "there is only so much"},
	seesDeviceFails:     {"deviceFails", "a device or system makes trouble"},
	seesDeviceWord:      {"deviceWord", "names a device or system"},
	seesShortNumber:     {"shortNumber", "too few for what is needed"},
	seesOurTrouble:      {"ourTrouble", "an obstacle of ours"},
	seesStillWaiting:    {"stillWaiting", "is being waited for"},
	seesNewsWord:        {"newsWord", "is labelled as news"},
	seesHearsay:         {"hearsay", "was heard from others"},
	seesYouShouldKnow:   {"youShouldKnow", "says what one should know"},
	seesOutsiderPresent: {"outsiderPresent", "news of others"},
	seesOutsiderPast:    {"outsiderPast", "news of others"},
	seesOutsiderAny:     {"outsiderAny", "names somebody outside"},
	seesOutsiderTurn:    {"outsiderTurn", "others are changing something"},
	seesPlanTo:          {"planTo", "somebody plans something"},
	seesTurnPresent:     {"turnPresent", "something is about to change"},
	seesTurnAny:         {"turnAny", "something changes"},
	seesDateOn:          {"dateOn", "happens on a date"},
	seesDateFrom:        {"dateFrom", "changes from a date"},
	seesDateIn:          {"dateIn", "happens at a time"},
	seesDateBy:          {"dateBy", "is due by a date"},
	seesNextTime:        {"nextTime", "happens soon"},
	seesChangePresent:   {"changePresent", "a figure that moves"},
	seesInsiderPresent:  {"insiderPresent", "says what people do"},
	seesInsiderPast:     {"insiderPast", "says what people did"},
	seesNamedPresent:    {"namedPresent", "says what somebody does"},
	seesNamedPast:       {"namedPast", "says what somebody did"},
	seesThingPresent:    {"thingPresent", "says what something does"},
	seesThingPast:       {"thingPast", "says what happened to something"},
	seesThingBeing:      {"thingBeing", "says how something is"},
	seesWePresent:       {"wePresent", "says what we do"},
	seesWePast:          {"wePast", "says what we did"},
	seesWeBeing:         {"weBeing", "says how we are"},
	seesIPresent:        {"iPresent", "says what I do"},
	seesIPast:           {"iPast", "says what I did"},
	seesIBeing:          {"iBeing", "says how I am"},
	seesIHave:           {"iHave", "says what I have"},
	seesHeSheStart:      {"heSheStart", "says what he or she does"},
	seesHeShePresent:    {"heShePresent", "says what he or she wants"},
	seesHeShePast:       {"heShePast", "says what he or she did"},
	seesBossSubject:     {"bossSubject", "says what the boss does"},
	seesBossPast:        {"bossPast", "says what the boss did"},
	seesLeaving:         {"leaving", "somebody leaves"},
	seesVisiting:        {"visiting", "somebody comes to look"},
	seesDecision:        {"decision", "others decide"},
	seesRisky:           {"risky", "something may happen"},
	seesIWill:           {"iWill", "I say that I will"},
	seesIPledge:         {"iPledge", "I promised it"},
	seesPledgeStart:     {"pledgeStart", "a promise"},
	seesHeWill:          {"heWill", "the boss will do it"},
	seesHePledge:        {"hePledge", "the boss promised it"},
	seesOtherWill:       {"otherWill", "somebody else will do it"},
	seesOtherPledge:     {"otherPledge", "somebody else promised it"},
	seesWordGiven:       {"wordGiven", "a word was given"},
	seesHandshake:       {"handshake", "two sides agreed"},
	seesFromNowOn:       {"fromNowOn", "holds from now on"},
	seesSaidTheyWould:   {"saidTheyWould", "somebody said that they would"},
	seesAcceptance:      {"acceptance", "somebody said yes"},
	seesTakesOver:       {"takesOver", "somebody takes it over"},
	seesWePledge:        {"wePledge", "we agreed on it"},
	seesFutureAny:       {"futureAny", "is about the future"},
	seesSaidOfMe:        {"saidOfMe", "somebody said something about me"},
	seesSaidToMe:        {"saidToMe", "somebody told me"},
	seesToldTo:          {"toldTo", "I was told to do something"},
	seesThinksOfMe:      {"thinksOfMe", "somebody thinks something of me"},
	seesJudgedMe:        {"judgedMe", "somebody praised or criticised me"},
	seesSaidNews:        {"saidNews", "somebody told me news"},
	seesPassiveTold:     {"passiveTold", "I was told something"},
	seesQuoteStart:      {"quoteStart", "quotes somebody"},
	seesQuoteAny:        {"quoteAny", "quotes somebody"},
	seesQuoteWhole:      {"quoteWhole", "is mostly a quotation"},
	seesQuoteYou:        {"quoteYou", "quotes what was said to me"},
	seesAppraisalWord:   {"appraisalWord", "names a review or a comment"},
	seesAppraisalStart:  {"appraisalStart", "starts with a review or a comment"},
	seesQualityWord:     {"qualityWord", "judges how it is"},
	seesQualityTail:     {"qualityTail", "ends with a judgement"},
	seesAboutMine:       {"aboutMine", "judges something of mine"},
	seesTooQuality:      {"tooQuality", "says too much of something"},
	seesAskedAbout:      {"askedAbout", "says what somebody answered"},
	seesMeInside:        {"meInside", "says me"},
	seesMyInside:        {"myInside", "says my"},
	seesIInside:         {"iInside", "says I"},
	seesILateSubject:    {"iLateSubject", "says what I do, in somebody's words"},
	seesYouInside:       {"youInside", "says you"},
	seesBossInside:      {"bossInside", "names him or her"},
	seesPeopleInside:    {"peopleInside", "names people"},
	seesNameInside:      {"nameInside", "names somebody"},
	seesNegated:         {"negated", "says what is not so"},
	seesNegatedThing:    {"negatedThing", "says what is not so"},
	seesComma:           {"comma", "has two parts"},
	seesDash:            {"dash", "has an afterthought"},
	seesColon:           {"colon", "starts with a label"},
	seesSemicolon:       {"semicolon", "has two parts"},
	seesShort:           {"short", "is short"},
	seesLong:            {"long", "is long"},
	seesSayVerb:         {"sayVerb", "somebody says something"},
	seesThinkVerb:       {"thinkVerb", "somebody thinks something"},
	seesJudgeVerb:       {"judgeVerb", "somebody judges"},
	seesReportedBeing:   {"reportedBeing", "says how somebody is"},
	seesModalAny:        {"modalAny", "says what may or must be"},
	seesMustAny:         {"mustAny", "says what must be"},
	seesPresentAny:      {"presentAny", "says how it is"},
	seesPastAny:         {"pastAny", "says what was"},
	seesEveryEach:       {"everyEach", "says every or each"},
	seesBothAll:         {"bothAll", "says all"},
	seesWordResult:      {"wordResult", "has a word of success"},
	seesWordHarm:        {"wordHarm", "names a harm"},
	seesWordMore:        {"wordMore", "compares"},
}
