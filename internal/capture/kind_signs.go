package capture

// sign is something that can be seen in a line and that speaks for or against
// some kinds. [signWeights] says how much.
type sign uint16

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
	seesLabelPerson
	seesWantsOfMe
	seesISaidDate
	seesPledgeTail
	seesRunOut
	seesNoLack
	seesWithoutIt
	seesGoingWant
	seesIdeaNoun
	seesConditionalStart
	seesMainResult
	seesMainWork
	seesMainTurn
	seesMainFault
	seesMainWant
	seesMainPledge
	seesMainSay
	seesMainThink
	seesMainJudge
	seesMainPastResult
	seesMainPastWork
	seesMainPastTurn
	seesMainPastFault
	seesMainPastWant
	seesThingPastWork
	seesThingPastResult
	seesOutsiderMain
	seesInsiderMain
	seesLateSubjectless
	seesWeCould
	seesAgreedSplit
	seesTimeSpanAny
	seesUnitStart
	seesNoForSpan
	seesNoPast
	seesToldThem
	seesDownNumber
	seesUpNumber
	seesOrderParticle
	seesOrderPreposition
	seesSaidJudgement
	seesBossSaid
	seesHearsayMine
	seesAskerEnd
	seesOrAfterMark
	seesIPresentDated
	seesOthersGoing
	seesOthersDated
	seesElsewhere
	seesNotDone
	seesNoLonger
	seesNotASingle
	seesNobodyPast
	seesNobodyNow
	seesLiesWith
	seesDueLater
	seesTooWithout
	seesFaultAgain
	seesPerfectTense
	seesVerblessFor
	seesOnlyWhen
	seesOutsiderMoves
	seesAskedGranted
	seesThankYou
	seesFirstStart
	seesParticleState
	seesGoingWork
	seesReportNoun
	seesHarmMain
	seesAfterAll
	seesHasI
	seesHasWe
	seesHasHeShe
	seesHasThey
	seesHasYou
	seesHasIt
	seesHasMyOur
	seesHasHisHer
	seesHasMe
	seesHasDeterminer
	seesHasAsker
	seesHasBe
	seesHasDo
	seesHasHave
	seesHasModal
	seesHasWill
	seesHasNot
	seesHasNo
	seesHasNobody
	seesHasPreposition
	seesHasJoiner
	seesHasNumber
	seesHasMoment
	seesHasSpan
	seesHasHedge
	seesHasUnsure
	seesHasPartly
	seesHasRest
	seesHasBoss
	seesHasPeople
	seesHasOutsider
	seesHasStage
	seesHasDevice
	seesHasHarm
	seesHasAppraisal
	seesHasProposal
	seesHasQuery
	seesHasNews
	seesHasGain
	seesHasLacking
	seesHasQuality
	seesHasExtreme
	seesHasDone
	seesHasMore
	seesHasAhead
	seesHasAgain
	seesHasClash
	seesHasResult
	seesHasWork
	seesHasTurn
	seesHasFault
	seesHasWant
	seesHasPledge
	seesHasSay
	seesHasThink
	seesHasJudge
	seesHasVerb
	seesHasPoint
	seesFirstI
	seesFirstWe
	seesFirstHeShe
	seesFirstThey
	seesFirstYou
	seesFirstIt
	seesFirstMyOur
	seesFirstHisHer
	seesFirstMe
	seesFirstDeterminer
	seesFirstAsker
	seesFirstBe
	seesFirstDo
	seesFirstHave
	seesFirstModal
	seesFirstWill
	seesFirstNot
	seesFirstNo
	seesFirstNobody
	seesFirstPreposition
	seesFirstJoiner
	seesFirstNumber
	seesFirstMoment
	seesFirstSpan
	seesFirstHedge
	seesFirstUnsure
	seesFirstPartly
	seesFirstRest
	seesFirstBoss
	seesFirstPeople
	seesFirstOutsider
	seesFirstStage
	seesFirstDevice
	seesFirstHarm
	seesFirstAppraisal
	seesFirstProposal
	seesFirstQuery
	seesFirstNews
	seesFirstGain
	seesFirstLacking
	seesFirstQuality
	seesFirstExtreme
	seesFirstDone
	seesFirstMore
	seesFirstAhead
	seesFirstAgain
	seesFirstClash
	seesFirstResult
	seesFirstWork
	seesFirstTurn
	seesFirstFault
	seesFirstWant
	seesFirstPledge
	seesFirstSay
	seesFirstThink
	seesFirstJudge
	seesFirstVerb
	seesFirstPoint
	seesLastI
	seesLastWe
	seesLastHeShe
	seesLastThey
	seesLastYou
	seesLastIt
	seesLastMyOur
	seesLastHisHer
	seesLastMe
	seesLastDeterminer
	seesLastAsker
	seesLastBe
	seesLastDo
	seesLastHave
	seesLastModal
	seesLastWill
	seesLastNot
	seesLastNo
	seesLastNobody
	seesLastPreposition
	seesLastJoiner
	seesLastNumber
	seesLastMoment
	seesLastSpan
	seesLastHedge
	seesLastUnsure
	seesLastPartly
	seesLastRest
	seesLastBoss
	seesLastPeople
	seesLastOutsider
	seesLastStage
	seesLastDevice
	seesLastHarm
	seesLastAppraisal
	seesLastProposal
	seesLastQuery
	seesLastNews
	seesLastGain
	seesLastLacking
	seesLastQuality
	seesLastExtreme
	seesLastDone
	seesLastMore
	seesLastAhead
	seesLastAgain
	seesLastClash
	seesLastResult
	seesLastWork
	seesLastTurn
	seesLastFault
	seesLastWant
	seesLastPledge
	seesLastSay
	seesLastThink
	seesLastJudge
	seesLastVerb
	seesLastPoint
	seesHasBaseForm
	seesFirstBaseForm
	seesSecondBaseForm
	seesHasPastForm
	seesFirstPastForm
	seesSecondPastForm
	seesHasIngForm
	seesFirstIngForm
	seesSecondIngForm
	seesHasSForm
	seesFirstSForm
	seesSecondSForm
	numSigns = iota
)

// signTable names each sign, for the table of weights, and says it in words
// for people.
var signTable = [numSigns]struct{ name, says string }{
	seesAlways:           {"always", "nothing in particular"},
	seesQuestionMark:     {"questionMark", "ends with a question mark"},
	seesAskerStart:       {"askerStart", "starts with a question word"},
	seesAskerInside:      {"askerInside", "has a question word inside"},
	seesInvertedStart:    {"invertedStart", "is put as a question"},
	seesInvertedLater:    {"invertedLater", "is put as a question"},
	seesOfferQuestion:    {"offerQuestion", "asks what if, why not or how about"},
	seesUnsure:           {"unsure", "says that something is unclear"},
	seesUnsureStart:      {"unsureStart", "starts with what is not clear"},
	seesQueryLabel:       {"queryLabel", "is labelled as an open question"},
	seesOrEnd:            {"orEnd", "asks for one or the other"},
	seesOrInside:         {"orInside", "names two alternatives"},
	seesWhetherInside:    {"whetherInside", "asks whether"},
	seesOrderStart:       {"orderStart", "starts like a proposal: what to do"},
	seesOrderDet:         {"orderDet", "says what to do with what"},
	seesOrderBare:        {"orderBare", "says what to do"},
	seesOrderLet:         {"orderLet", "proposes to let somebody do something"},
	seesInsteadOf:        {"insteadOf", "puts one thing instead of another"},
	seesNotOther:         {"notOther", "says this and not that"},
	seesHedge:            {"hedge", "is put tentatively"},
	seesWouldHelp:        {"wouldHelp", "says what could or would help"},
	seesPerEach:          {"perEach", "says one for each"},
	seesNounPhraseOnly:   {"nounPhraseOnly", "names a thing without a verb"},
	seesArticleStart:     {"articleStart", "starts with a thing"},
	seesProposalWord:     {"proposalWord", "calls itself an idea"},
	seesCheaper:          {"cheaper", "says what it saves"},
	seesConditional:      {"conditional", "says when to do it"},
	seesGoingStart:       {"goingStart", "is under way"},
	seesGoingResult:      {"goingResult", "is being finished"},
	seesPastStart:        {"pastStart", "a finished thing"},
	seesPastResult:       {"pastResult", "a finished thing with a result"},
	seesPastWork:         {"pastWork", "work that was done"},
	seesPastNews:         {"pastNews", "something that was closed, opened or raised"},
	seesPastFault:        {"pastFault", "something that went wrong"},
	seesPastWant:         {"pastWant", "something that is lacking or was lost"},
	seesPastOther:        {"pastOther", "a thing that was done"},
	seesParticipleLater:  {"participleLater", "a thing that is done"},
	seesPartOf:           {"partOf", "counts a part of the whole"},
	seesPartOfSmall:      {"partOfSmall", "counts a part of the whole"},
	seesPartly:           {"partly", "is partly done"},
	seesRemainder:        {"remainder", "names what is left"},
	seesRemainderTail:    {"remainderTail", "ends with what is left"},
	seesStageWord:        {"stageWord", "says which stage it is at"},
	seesAtStage:          {"atStage", "says how far it has come"},
	seesWithSomebody:     {"withSomebody", "lies with somebody else now"},
	seesContrastParts:    {"contrastParts", "says one part is done and another is not"},
	seesButNotYet:        {"butNotYet", "is not there yet"},
	seesFromTo:           {"fromTo", "a number that changed"},
	seesWasNumber:        {"wasNumber", "compares with the number before"},
	seesChangeBy:         {"changeBy", "says by how much it changed"},
	seesMoreLess:         {"moreLess", "says more or less than before"},
	seesPercent:          {"percent", "has a percentage"},
	seesBigNumber:        {"bigNumber", "has a number"},
	seesSmallNumber:      {"smallNumber", "has a number"},
	seesTwoNumbers:       {"twoNumbers", "has several numbers"},
	seesNumberStart:      {"numberStart", "starts with a number"},
	seesAtNumber:         {"atNumber", "says where a figure stands"},
	seesSpanOfTime:       {"spanOfTime", "lasted for a time"},
	seesInSpan:           {"inSpan", "took a stated time"},
	seesInARow:           {"inARow", "several times in a row"},
	seesFirstEver:        {"firstEver", "a first or a record"},
	seesExtreme:          {"extreme", "a best or a worst"},
	seesNoHarm:           {"noHarm", "nothing bad happened"},
	seesNoStart:          {"noStart", "starts with no or without"},
	seesNoThing:          {"noThing", "says that there is none"},
	seesDoneWord:         {"doneWord", "a thing that is done"},
	seesIsDone:           {"isDone", "a thing that works now"},
	seesAhead:            {"ahead", "earlier or better than planned"},
	seesGainWord:         {"gainWord", "something was won or granted"},
	seesResultVerb:       {"resultVerb", "has a result"},
	seesMoreVerb:         {"moreVerb", "got better"},
	seesLacking:          {"lacking", "something is short, broken or late"},
	seesLackingHead:      {"lackingHead", "something is short, broken or late"},
	seesFaultPresent:     {"faultPresent", "something keeps failing"},
	seesFaultAny:         {"faultAny", "something fails"},
	seesWantVerb:         {"wantVerb", "something is needed or awaited"},
	seesCannot:           {"cannot", "something cannot be done"},
	seesDoesNot:          {"doesNot", "something does not work"},
	seesNobodyDoes:       {"nobodyDoes", "nobody does it"},
	seesTooMuch:          {"tooMuch", "too much or too little"},
	seesClash:            {"clash", "two things contradict"},
	seesRecurrent:        {"recurrent", "it happens again and again"},
	seesOnlyWord:         {"onlyWord", "there is only so much"},
	seesDeviceFails:      {"deviceFails", "a device or system makes trouble"},
	seesDeviceWord:       {"deviceWord", "names a device or system"},
	seesShortNumber:      {"shortNumber", "too few for what is needed"},
	seesOurTrouble:       {"ourTrouble", "an obstacle of ours"},
	seesStillWaiting:     {"stillWaiting", "is being waited for"},
	seesNewsWord:         {"newsWord", "is labelled as news"},
	seesHearsay:          {"hearsay", "was heard from others"},
	seesYouShouldKnow:    {"youShouldKnow", "says what one should know"},
	seesOutsiderPresent:  {"outsiderPresent", "news of others"},
	seesOutsiderPast:     {"outsiderPast", "news of others"},
	seesOutsiderAny:      {"outsiderAny", "names somebody outside"},
	seesOutsiderTurn:     {"outsiderTurn", "others are changing something"},
	seesPlanTo:           {"planTo", "somebody plans something"},
	seesTurnPresent:      {"turnPresent", "something is about to change"},
	seesTurnAny:          {"turnAny", "something changes"},
	seesDateOn:           {"dateOn", "happens on a date"},
	seesDateFrom:         {"dateFrom", "changes from a date"},
	seesDateIn:           {"dateIn", "happens at a time"},
	seesDateBy:           {"dateBy", "is due by a date"},
	seesNextTime:         {"nextTime", "happens soon"},
	seesChangePresent:    {"changePresent", "a figure that moves"},
	seesInsiderPresent:   {"insiderPresent", "says what people do"},
	seesInsiderPast:      {"insiderPast", "says what people did"},
	seesNamedPresent:     {"namedPresent", "says what somebody does"},
	seesNamedPast:        {"namedPast", "says what somebody did"},
	seesThingPresent:     {"thingPresent", "says what something does"},
	seesThingPast:        {"thingPast", "says what happened to something"},
	seesThingBeing:       {"thingBeing", "says how something is"},
	seesWePresent:        {"wePresent", "says what we do"},
	seesWePast:           {"wePast", "says what we did"},
	seesWeBeing:          {"weBeing", "says how we are"},
	seesIPresent:         {"iPresent", "says what I do"},
	seesIPast:            {"iPast", "says what I did"},
	seesIBeing:           {"iBeing", "says how I am"},
	seesIHave:            {"iHave", "says what I have"},
	seesHeSheStart:       {"heSheStart", "says what he or she does"},
	seesHeShePresent:     {"heShePresent", "says what he or she wants"},
	seesHeShePast:        {"heShePast", "says what he or she did"},
	seesBossSubject:      {"bossSubject", "says what the boss does"},
	seesBossPast:         {"bossPast", "says what the boss did"},
	seesLeaving:          {"leaving", "somebody leaves"},
	seesVisiting:         {"visiting", "somebody comes to look"},
	seesDecision:         {"decision", "others decide"},
	seesRisky:            {"risky", "something may happen"},
	seesIWill:            {"iWill", "I say that I will"},
	seesIPledge:          {"iPledge", "I promised it"},
	seesPledgeStart:      {"pledgeStart", "a promise"},
	seesHeWill:           {"heWill", "the boss will do it"},
	seesHePledge:         {"hePledge", "the boss promised it"},
	seesOtherWill:        {"otherWill", "somebody else will do it"},
	seesOtherPledge:      {"otherPledge", "somebody else promised it"},
	seesWordGiven:        {"wordGiven", "a word was given"},
	seesHandshake:        {"handshake", "two sides agreed"},
	seesFromNowOn:        {"fromNowOn", "holds from now on"},
	seesSaidTheyWould:    {"saidTheyWould", "somebody said that they would"},
	seesAcceptance:       {"acceptance", "somebody said yes"},
	seesTakesOver:        {"takesOver", "somebody takes it over"},
	seesWePledge:         {"wePledge", "we agreed on it"},
	seesFutureAny:        {"futureAny", "is about the future"},
	seesSaidOfMe:         {"saidOfMe", "somebody said something about me"},
	seesSaidToMe:         {"saidToMe", "somebody told me"},
	seesToldTo:           {"toldTo", "I was told to do something"},
	seesThinksOfMe:       {"thinksOfMe", "somebody thinks something of me"},
	seesJudgedMe:         {"judgedMe", "somebody praised or criticised me"},
	seesSaidNews:         {"saidNews", "somebody told me news"},
	seesPassiveTold:      {"passiveTold", "I was told something"},
	seesQuoteStart:       {"quoteStart", "quotes somebody"},
	seesQuoteAny:         {"quoteAny", "quotes somebody"},
	seesQuoteWhole:       {"quoteWhole", "is mostly a quotation"},
	seesQuoteYou:         {"quoteYou", "quotes what was said to me"},
	seesAppraisalWord:    {"appraisalWord", "names a review or a comment"},
	seesAppraisalStart:   {"appraisalStart", "starts with a review or a comment"},
	seesQualityWord:      {"qualityWord", "judges how it is"},
	seesQualityTail:      {"qualityTail", "ends with a judgement"},
	seesAboutMine:        {"aboutMine", "judges something of mine"},
	seesTooQuality:       {"tooQuality", "says too much of something"},
	seesAskedAbout:       {"askedAbout", "says what somebody answered"},
	seesMeInside:         {"meInside", "says me"},
	seesMyInside:         {"myInside", "says my"},
	seesIInside:          {"iInside", "says I"},
	seesILateSubject:     {"iLateSubject", "says what I do, in somebody's words"},
	seesYouInside:        {"youInside", "says you"},
	seesBossInside:       {"bossInside", "names him or her"},
	seesPeopleInside:     {"peopleInside", "names people"},
	seesNameInside:       {"nameInside", "names somebody"},
	seesNegated:          {"negated", "says what is not so"},
	seesNegatedThing:     {"negatedThing", "says what is not so"},
	seesComma:            {"comma", "has two parts"},
	seesDash:             {"dash", "has an afterthought"},
	seesColon:            {"colon", "starts with a label"},
	seesSemicolon:        {"semicolon", "has two parts"},
	seesShort:            {"short", "is short"},
	seesLong:             {"long", "is long"},
	seesSayVerb:          {"sayVerb", "somebody says something"},
	seesThinkVerb:        {"thinkVerb", "somebody thinks something"},
	seesJudgeVerb:        {"judgeVerb", "somebody judges"},
	seesReportedBeing:    {"reportedBeing", "says how somebody is"},
	seesModalAny:         {"modalAny", "says what may or must be"},
	seesMustAny:          {"mustAny", "says what must be"},
	seesPresentAny:       {"presentAny", "says how it is"},
	seesPastAny:          {"pastAny", "says what was"},
	seesEveryEach:        {"everyEach", "says every or each"},
	seesBothAll:          {"bothAll", "says all"},
	seesWordResult:       {"wordResult", "has a word of success"},
	seesWordHarm:         {"wordHarm", "names a harm"},
	seesWordMore:         {"wordMore", "compares"},
	seesLabelPerson:      {"labelPerson", "starts with who said it"},
	seesWantsOfMe:        {"wantsOfMe", "says what somebody wants of me"},
	seesISaidDate:        {"iSaidDate", "I named a day"},
	seesPledgeTail:       {"pledgeTail", "ends with the promise"},
	seesRunOut:           {"runOut", "something is used up"},
	seesNoLack:           {"noLack", "says that something is missing"},
	seesWithoutIt:        {"withoutIt", "went without something"},
	seesGoingWant:        {"goingWant", "is a struggle"},
	seesIdeaNoun:         {"ideaNoun", "names a thing that could be"},
	seesConditionalStart: {"conditionalStart", "starts with a condition"},
	seesMainResult:       {"mainResult", "something was reached"},
	seesMainWork:         {"mainWork", "work on the matter"},
	seesMainTurn:         {"mainTurn", "a change"},
	seesMainFault:        {"mainFault", "something fails"},
	seesMainWant:         {"mainWant", "something is needed"},
	seesMainPledge:       {"mainPledge", "a promise"},
	seesMainSay:          {"mainSay", "somebody said it"},
	seesMainThink:        {"mainThink", "somebody thinks it"},
	seesMainJudge:        {"mainJudge", "a judgement"},
	seesMainPastResult:   {"mainPastResult", "something was reached"},
	seesMainPastWork:     {"mainPastWork", "work that was done"},
	seesMainPastTurn:     {"mainPastTurn", "something has changed"},
	seesMainPastFault:    {"mainPastFault", "something went wrong"},
	seesMainPastWant:     {"mainPastWant", "something was lost or needed"},
	seesThingPastWork:    {"thingPastWork", "a piece of work that was done"},
	seesThingPastResult:  {"thingPastResult", "something was reached"},
	seesOutsiderMain:     {"outsiderMain", "is about somebody outside"},
	seesInsiderMain:      {"insiderMain", "is about people"},
	seesLateSubjectless:  {"lateSubjectless", "is told without a subject"},
	seesWeCould:          {"weCould", "says what we could do"},
	seesAgreedSplit:      {"agreedSplit", "divides the work between two"},
	seesTimeSpanAny:      {"timeSpanAny", "lasted for a time"},
	seesUnitStart:        {"unitStart", "starts with a count of time"},
	seesNoForSpan:        {"noForSpan", "says that nothing happened for a time"},
	seesNoPast:           {"noPast", "nothing of the sort happened"},
	seesToldThem:         {"toldThem", "I told somebody"},
	seesDownNumber:       {"downNumber", "a figure went down"},
	seesUpNumber:         {"upNumber", "a figure went up"},
	seesOrderParticle:    {"orderParticle", "says what to do"},
	seesOrderPreposition: {"orderPreposition", "starts with a thing"},
	seesSaidJudgement:    {"saidJudgement", "somebody judged the work"},
	seesBossSaid:         {"bossSaid", "says what the boss said"},
	seesHearsayMine:      {"hearsayMine", "was said about me"},
	seesAskerEnd:         {"askerEnd", "ends with a question word"},
	seesOrAfterMark:      {"orAfterMark", "asks for one or the other"},
	seesIPresentDated:    {"iPresentDated", "I say what I do from a day on"},
	seesOthersGoing:      {"othersGoing", "others are doing something"},
	seesOthersDated:      {"othersDated", "others do something on a day"},
	seesElsewhere:        {"elsewhere", "is about somebody else"},
	seesNotDone:          {"notDone", "something was not done"},
	seesNoLonger:         {"noLonger", "something is no longer there"},
	seesNotASingle:       {"notASingle", "not a single one"},
	seesNobodyPast:       {"nobodyPast", "nobody did"},
	seesNobodyNow:        {"nobodyNow", "nobody does"},
	seesLiesWith:         {"liesWith", "lies with somebody else now"},
	seesDueLater:         {"dueLater", "more comes later"},
	seesTooWithout:       {"tooWithout", "too much or too little of something"},
	seesFaultAgain:       {"faultAgain", "fails again"},
	seesPerfectTense:     {"perfectTense", "has happened"},
	seesVerblessFor:      {"verblessFor", "names a thing for somebody"},
	seesOnlyWhen:         {"onlyWhen", "limits when to do it"},
	seesOutsiderMoves:    {"outsiderMoves", "a figure outside that moves"},
	seesAskedGranted:     {"askedGranted", "asked for it and got it"},
	seesThankYou:         {"thankYou", "somebody says thank you"},
	seesFirstStart:       {"firstStart", "the first one"},
	seesParticleState:    {"particleState", "says where it is now"},
	seesGoingWork:        {"goingWork", "is being worked on"},
	seesReportNoun:       {"reportNoun", "is about a document"},
	seesHarmMain:         {"harmMain", "a harm happened"},
	seesAfterAll:         {"afterAll", "turned out differently"},
	seesHasI:             {"hasI", "has I"},
	seesHasWe:            {"hasWe", "has We"},
	seesHasHeShe:         {"hasHeShe", "has HeShe"},
	seesHasThey:          {"hasThey", "has They"},
	seesHasYou:           {"hasYou", "has You"},
	seesHasIt:            {"hasIt", "has It"},
	seesHasMyOur:         {"hasMyOur", "has MyOur"},
	seesHasHisHer:        {"hasHisHer", "has HisHer"},
	seesHasMe:            {"hasMe", "has Me"},
	seesHasDeterminer:    {"hasDeterminer", "has Determiner"},
	seesHasAsker:         {"hasAsker", "has Asker"},
	seesHasBe:            {"hasBe", "has Be"},
	seesHasDo:            {"hasDo", "has Do"},
	seesHasHave:          {"hasHave", "has Have"},
	seesHasModal:         {"hasModal", "has Modal"},
	seesHasWill:          {"hasWill", "has Will"},
	seesHasNot:           {"hasNot", "has Not"},
	seesHasNo:            {"hasNo", "has No"},
	seesHasNobody:        {"hasNobody", "has Nobody"},
	seesHasPreposition:   {"hasPreposition", "has Preposition"},
	seesHasJoiner:        {"hasJoiner", "has Joiner"},
	seesHasNumber:        {"hasNumber", "has Number"},
	seesHasMoment:        {"hasMoment", "has Moment"},
	seesHasSpan:          {"hasSpan", "has Span"},
	seesHasHedge:         {"hasHedge", "has Hedge"},
	seesHasUnsure:        {"hasUnsure", "has Unsure"},
	seesHasPartly:        {"hasPartly", "has Partly"},
	seesHasRest:          {"hasRest", "has Rest"},
	seesHasBoss:          {"hasBoss", "has Boss"},
	seesHasPeople:        {"hasPeople", "has People"},
	seesHasOutsider:      {"hasOutsider", "has Outsider"},
	seesHasStage:         {"hasStage", "has Stage"},
	seesHasDevice:        {"hasDevice", "has Device"},
	seesHasHarm:          {"hasHarm", "has Harm"},
	seesHasAppraisal:     {"hasAppraisal", "has Appraisal"},
	seesHasProposal:      {"hasProposal", "has Proposal"},
	seesHasQuery:         {"hasQuery", "has Query"},
	seesHasNews:          {"hasNews", "has News"},
	seesHasGain:          {"hasGain", "has Gain"},
	seesHasLacking:       {"hasLacking", "has Lacking"},
	seesHasQuality:       {"hasQuality", "has Quality"},
	seesHasExtreme:       {"hasExtreme", "has Extreme"},
	seesHasDone:          {"hasDone", "has Done"},
	seesHasMore:          {"hasMore", "has More"},
	seesHasAhead:         {"hasAhead", "has Ahead"},
	seesHasAgain:         {"hasAgain", "has Again"},
	seesHasClash:         {"hasClash", "has Clash"},
	seesHasResult:        {"hasResult", "has Result"},
	seesHasWork:          {"hasWork", "has Work"},
	seesHasTurn:          {"hasTurn", "has Turn"},
	seesHasFault:         {"hasFault", "has Fault"},
	seesHasWant:          {"hasWant", "has Want"},
	seesHasPledge:        {"hasPledge", "has Pledge"},
	seesHasSay:           {"hasSay", "has Say"},
	seesHasThink:         {"hasThink", "has Think"},
	seesHasJudge:         {"hasJudge", "has Judge"},
	seesHasVerb:          {"hasVerb", "has Verb"},
	seesHasPoint:         {"hasPoint", "has Point"},
	seesFirstI:           {"firstI", "first I"},
	seesFirstWe:          {"firstWe", "first We"},
	seesFirstHeShe:       {"firstHeShe", "first HeShe"},
	seesFirstThey:        {"firstThey", "first They"},
	seesFirstYou:         {"firstYou", "first You"},
	seesFirstIt:          {"firstIt", "first It"},
	seesFirstMyOur:       {"firstMyOur", "first MyOur"},
	seesFirstHisHer:      {"firstHisHer", "first HisHer"},
	seesFirstMe:          {"firstMe", "first Me"},
	seesFirstDeterminer:  {"firstDeterminer", "first Determiner"},
	seesFirstAsker:       {"firstAsker", "first Asker"},
	seesFirstBe:          {"firstBe", "first Be"},
	seesFirstDo:          {"firstDo", "first Do"},
	seesFirstHave:        {"firstHave", "first Have"},
	seesFirstModal:       {"firstModal", "first Modal"},
	seesFirstWill:        {"firstWill", "first Will"},
	seesFirstNot:         {"firstNot", "first Not"},
	seesFirstNo:          {"firstNo", "first No"},
	seesFirstNobody:      {"firstNobody", "first Nobody"},
	seesFirstPreposition: {"firstPreposition", "first Preposition"},
	seesFirstJoiner:      {"firstJoiner", "first Joiner"},
	seesFirstNumber:      {"firstNumber", "first Number"},
	seesFirstMoment:      {"firstMoment", "first Moment"},
	seesFirstSpan:        {"firstSpan", "first Span"},
	seesFirstHedge:       {"firstHedge", "first Hedge"},
	seesFirstUnsure:      {"firstUnsure", "first Unsure"},
	seesFirstPartly:      {"firstPartly", "first Partly"},
	seesFirstRest:        {"firstRest", "first Rest"},
	seesFirstBoss:        {"firstBoss", "first Boss"},
	seesFirstPeople:      {"firstPeople", "first People"},
	seesFirstOutsider:    {"firstOutsider", "first Outsider"},
	seesFirstStage:       {"firstStage", "first Stage"},
	seesFirstDevice:      {"firstDevice", "first Device"},
	seesFirstHarm:        {"firstHarm", "first Harm"},
	seesFirstAppraisal:   {"firstAppraisal", "first Appraisal"},
	seesFirstProposal:    {"firstProposal", "first Proposal"},
	seesFirstQuery:       {"firstQuery", "first Query"},
	seesFirstNews:        {"firstNews", "first News"},
	seesFirstGain:        {"firstGain", "first Gain"},
	seesFirstLacking:     {"firstLacking", "first Lacking"},
	seesFirstQuality:     {"firstQuality", "first Quality"},
	seesFirstExtreme:     {"firstExtreme", "first Extreme"},
	seesFirstDone:        {"firstDone", "first Done"},
	seesFirstMore:        {"firstMore", "first More"},
	seesFirstAhead:       {"firstAhead", "first Ahead"},
	seesFirstAgain:       {"firstAgain", "first Again"},
	seesFirstClash:       {"firstClash", "first Clash"},
	seesFirstResult:      {"firstResult", "first Result"},
	seesFirstWork:        {"firstWork", "first Work"},
	seesFirstTurn:        {"firstTurn", "first Turn"},
	seesFirstFault:       {"firstFault", "first Fault"},
	seesFirstWant:        {"firstWant", "first Want"},
	seesFirstPledge:      {"firstPledge", "first Pledge"},
	seesFirstSay:         {"firstSay", "first Say"},
	seesFirstThink:       {"firstThink", "first Think"},
	seesFirstJudge:       {"firstJudge", "first Judge"},
	seesFirstVerb:        {"firstVerb", "first Verb"},
	seesFirstPoint:       {"firstPoint", "first Point"},
	seesLastI:            {"lastI", "last I"},
	seesLastWe:           {"lastWe", "last We"},
	seesLastHeShe:        {"lastHeShe", "last HeShe"},
	seesLastThey:         {"lastThey", "last They"},
	seesLastYou:          {"lastYou", "last You"},
	seesLastIt:           {"lastIt", "last It"},
	seesLastMyOur:        {"lastMyOur", "last MyOur"},
	seesLastHisHer:       {"lastHisHer", "last HisHer"},
	seesLastMe:           {"lastMe", "last Me"},
	seesLastDeterminer:   {"lastDeterminer", "last Determiner"},
	seesLastAsker:        {"lastAsker", "last Asker"},
	seesLastBe:           {"lastBe", "last Be"},
	seesLastDo:           {"lastDo", "last Do"},
	seesLastHave:         {"lastHave", "last Have"},
	seesLastModal:        {"lastModal", "last Modal"},
	seesLastWill:         {"lastWill", "last Will"},
	seesLastNot:          {"lastNot", "last Not"},
	seesLastNo:           {"lastNo", "last No"},
	seesLastNobody:       {"lastNobody", "last Nobody"},
	seesLastPreposition:  {"lastPreposition", "last Preposition"},
	seesLastJoiner:       {"lastJoiner", "last Joiner"},
	seesLastNumber:       {"lastNumber", "last Number"},
	seesLastMoment:       {"lastMoment", "last Moment"},
	seesLastSpan:         {"lastSpan", "last Span"},
	seesLastHedge:        {"lastHedge", "last Hedge"},
	seesLastUnsure:       {"lastUnsure", "last Unsure"},
	seesLastPartly:       {"lastPartly", "last Partly"},
	seesLastRest:         {"lastRest", "last Rest"},
	seesLastBoss:         {"lastBoss", "last Boss"},
	seesLastPeople:       {"lastPeople", "last People"},
	seesLastOutsider:     {"lastOutsider", "last Outsider"},
	seesLastStage:        {"lastStage", "last Stage"},
	seesLastDevice:       {"lastDevice", "last Device"},
	seesLastHarm:         {"lastHarm", "last Harm"},
	seesLastAppraisal:    {"lastAppraisal", "last Appraisal"},
	seesLastProposal:     {"lastProposal", "last Proposal"},
	seesLastQuery:        {"lastQuery", "last Query"},
	seesLastNews:         {"lastNews", "last News"},
	seesLastGain:         {"lastGain", "last Gain"},
	seesLastLacking:      {"lastLacking", "last Lacking"},
	seesLastQuality:      {"lastQuality", "last Quality"},
	seesLastExtreme:      {"lastExtreme", "last Extreme"},
	seesLastDone:         {"lastDone", "last Done"},
	seesLastMore:         {"lastMore", "last More"},
	seesLastAhead:        {"lastAhead", "last Ahead"},
	seesLastAgain:        {"lastAgain", "last Again"},
	seesLastClash:        {"lastClash", "last Clash"},
	seesLastResult:       {"lastResult", "last Result"},
	seesLastWork:         {"lastWork", "last Work"},
	seesLastTurn:         {"lastTurn", "last Turn"},
	seesLastFault:        {"lastFault", "last Fault"},
	seesLastWant:         {"lastWant", "last Want"},
	seesLastPledge:       {"lastPledge", "last Pledge"},
	seesLastSay:          {"lastSay", "last Say"},
	seesLastThink:        {"lastThink", "last Think"},
	seesLastJudge:        {"lastJudge", "last Judge"},
	seesLastVerb:         {"lastVerb", "last Verb"},
	seesLastPoint:        {"lastPoint", "last Point"},
	seesHasBaseForm:      {"hasBaseForm", "has form"},
	seesFirstBaseForm:    {"firstBaseForm", "first form"},
	seesSecondBaseForm:   {"secondBaseForm", "second form"},
	seesHasPastForm:      {"hasPastForm", "has form"},
	seesFirstPastForm:    {"firstPastForm", "first form"},
	seesSecondPastForm:   {"secondPastForm", "second form"},
	seesHasIngForm:       {"hasIngForm", "has form"},
	seesFirstIngForm:     {"firstIngForm", "first form"},
	seesSecondIngForm:    {"secondIngForm", "second form"},
	seesHasSForm:         {"hasSForm", "has form"},
	seesFirstSForm:       {"firstSForm", "first form"},
	seesSecondSForm:      {"secondSForm", "second form"},
}
