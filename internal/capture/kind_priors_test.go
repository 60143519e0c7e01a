package capture

import "rapport"

// lean is what common sense says of a sign before any line was read: how
// much it speaks for a kind. The trainer starts from here and moves away only
// as far as the lines of the corpus ask for it, so that a sign that few of
// them show still weighs what it should.
type lean struct {
	seen   sign
	toward rapport.Kind
	weight float64
}

var leans = []lean{
	{seesQuestionMark, rapport.Question, 3},
	{seesInvertedStart, rapport.Question, 2.5},
	{seesInvertedLater, rapport.Question, 1},
	{seesAskerStart, rapport.Question, 2},
	{seesUnsureStart, rapport.Question, 1.5},
	{seesUnsure, rapport.Question, 0.5},
	{seesQueryLabel, rapport.Question, 2.5},
	{seesOrEnd, rapport.Question, 0.7},
	{seesWhetherInside, rapport.Question, 0.5},
	{seesOfferQuestion, rapport.Idea, 4},

	{seesOrderStart, rapport.Idea, 1},
	{seesOrderDet, rapport.Idea, 1.2},
	{seesOrderLet, rapport.Idea, 1.5},
	{seesInsteadOf, rapport.Idea, 1.5},
	{seesNotOther, rapport.Idea, 1.2},
	{seesHedge, rapport.Idea, 2},
	{seesWouldHelp, rapport.Idea, 1},
	{seesIdeaNoun, rapport.Idea, 1.5},
	{seesProposalWord, rapport.Idea, 1},
	{seesCheaper, rapport.Idea, 1.2},
	{seesOrderBare, rapport.Idea, 0.8},
	{seesWeCould, rapport.Idea, 1.5},
	{seesPerEach, rapport.Idea, 0.5},

	{seesGoingStart, rapport.Progress, 1.7},
	{seesPastWork, rapport.Progress, 1},
	{seesPartOf, rapport.Progress, 1.5},
	{seesPartly, rapport.Progress, 1},
	{seesRemainder, rapport.Progress, 0.7},
	{seesRemainderTail, rapport.Progress, 0.7},
	{seesAtStage, rapport.Progress, 1},
	{seesContrastParts, rapport.Progress, 0.7},
	{seesButNotYet, rapport.Progress, 0.7},
	{seesThingPastWork, rapport.Progress, 1},
	{seesStillWaiting, rapport.Progress, 0.7},

	{seesPastResult, rapport.Accomplishment, 1},
	{seesFromTo, rapport.Accomplishment, 1.7},
	{seesWasNumber, rapport.Accomplishment, 2},
	{seesInARow, rapport.Accomplishment, 1.5},
	{seesFirstEver, rapport.Accomplishment, 1.2},
	{seesExtreme, rapport.Accomplishment, 0.8},
	{seesNoHarm, rapport.Accomplishment, 1.7},
	{seesAhead, rapport.Accomplishment, 1},
	{seesWithoutIt, rapport.Accomplishment, 0.4},
	{seesFirstStart, rapport.Accomplishment, 1},
	{seesTimeSpanAny, rapport.Accomplishment, 0.4},
	{seesGainWord, rapport.Accomplishment, 0.5},
	{seesWordResult, rapport.Accomplishment, 1},
	{seesThingPastResult, rapport.Accomplishment, 0.5},

	{seesLacking, rapport.Challenge, 0.7},
	{seesLackingHead, rapport.Challenge, 1},
	{seesRunOut, rapport.Challenge, 1.2},
	{seesNoLack, rapport.Challenge, 1.5},
	{seesGoingWant, rapport.Challenge, 2.7},
	{seesFaultPresent, rapport.Challenge, 1},
	{seesCannot, rapport.Challenge, 1.2},
	{seesDoesNot, rapport.Challenge, 0.7},
	{seesNobodyDoes, rapport.Challenge, 1},
	{seesClash, rapport.Challenge, 0.7},
	{seesShortNumber, rapport.Challenge, 1.5},
	{seesDeviceFails, rapport.Challenge, 0.7},
	{seesOurTrouble, rapport.Challenge, 0.7},
	{seesWantVerb, rapport.Challenge, 0.5},
	{seesTooMuch, rapport.Challenge, 0.4},

	{seesNewsWord, rapport.HeadsUp, 1.2},
	{seesHearsay, rapport.HeadsUp, 1.2},
	{seesYouShouldKnow, rapport.HeadsUp, 3},
	{seesOutsiderPresent, rapport.HeadsUp, 0.7},
	{seesOutsiderPast, rapport.HeadsUp, 0.7},
	{seesOutsiderTurn, rapport.HeadsUp, 1.2},
	{seesPlanTo, rapport.HeadsUp, 1},
	{seesChangePresent, rapport.HeadsUp, 0.5},
	{seesLeaving, rapport.HeadsUp, 0.7},
	{seesVisiting, rapport.HeadsUp, 0.5},
	{seesDecision, rapport.HeadsUp, 0.7},
	{seesSaidNews, rapport.HeadsUp, 0.7},
	{seesDateFrom, rapport.HeadsUp, 0.5},
	{seesOutsiderMoves, rapport.HeadsUp, 1.2},
	{seesOutsiderMain, rapport.HeadsUp, 0.5},

	{seesIWill, rapport.Commitment, 3},
	{seesIPledge, rapport.Commitment, 3},
	{seesPledgeStart, rapport.Commitment, 2},
	{seesHeWill, rapport.Commitment, 2.5},
	{seesHePledge, rapport.Commitment, 2.5},
	{seesOtherWill, rapport.Commitment, 1},
	{seesOtherPledge, rapport.Commitment, 3},
	{seesWePledge, rapport.Commitment, 2},
	{seesWordGiven, rapport.Commitment, 2.5},
	{seesHandshake, rapport.Commitment, 1.5},
	{seesAgreedSplit, rapport.Commitment, 1},
	{seesFromNowOn, rapport.Commitment, 1.2},
	{seesSaidTheyWould, rapport.Commitment, 2},
	{seesPledgeTail, rapport.Commitment, 2},
	{seesAcceptance, rapport.Commitment, 1.2},
	{seesISaidDate, rapport.Commitment, 2},
	{seesAskedGranted, rapport.Commitment, 2},
	{seesDateBy, rapport.Commitment, 0.5},

	{seesSaidOfMe, rapport.FeedbackReceived, 2},
	{seesThinksOfMe, rapport.FeedbackReceived, 3},
	{seesJudgedMe, rapport.FeedbackReceived, 2},
	{seesToldTo, rapport.FeedbackReceived, 1.7},
	{seesPassiveTold, rapport.FeedbackReceived, 1.5},
	{seesWantsOfMe, rapport.FeedbackReceived, 1.5},
	{seesQuoteStart, rapport.FeedbackReceived, 1.7},
	{seesQuoteWhole, rapport.FeedbackReceived, 1},
	{seesQuoteYou, rapport.FeedbackReceived, 1},
	{seesLabelPerson, rapport.FeedbackReceived, 1.2},
	{seesAppraisalStart, rapport.FeedbackReceived, 0.7},
	{seesAskedAbout, rapport.FeedbackReceived, 1.5},
	{seesAboutMine, rapport.FeedbackReceived, 0.7},
	{seesThankYou, rapport.FeedbackReceived, 1.5},
	{seesMainJudge, rapport.FeedbackReceived, 1},
	{seesJudgeVerb, rapport.FeedbackReceived, 0.5},
}

// commonSense is the table of weights that the trainer starts from.
func commonSense() *weightTable {
	w := new(weightTable)
	for _, l := range leans {
		w[l.seen][kindIndex(l.toward)] += l.weight
	}
	return w
}
