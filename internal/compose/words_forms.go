package compose

import (
	"strings"
	"unicode"

	"rapport"
)

// This file holds the connecting words of the fitted forms in English, and what
// the package must know of English for them.

const (
	headingSummary  = "Summary"
	headingJoint    = "For us to decide"
	headingNextTime = "For next time"
	headingMove     = "What could still move"
	headingLights   = "Where things stand"
	headingTalk     = "To say"
	headingConfirm  = "To send afterwards"
	headingAnnex    = "Annex"
	headingAnnexOn  = "Annex: "
	headingNow      = "Now"

	keywordDecision = "DECISION"
	keywordInfo     = "INFO"

	pleaseDecide  = "Please decide"
	pleaseAdvise  = "Please advise"
	yesIsEnough   = "A yes is enough."
	waysPrefix    = "Ways:"
	preferPrefix  = "I would take: "
	defaultPrefix = "Without an answer: "
	staysAsItIs   = "Until I hear from you, it stays as it is."
	staysShort    = "Until then it stays as it is."
	costPrefix    = "cost: "
	costUnknown   = "not stated"
	gainsPrefix   = "Gains: "
	paysPrefix    = "Pays: "
	minePreferred = "(my preference)"
	yesOption     = "Yes"
	noPrefix      = "No: "
	noOption      = "No"
	stayOption    = "No; it stays as it is"
	notForNow     = "None of this needs an answer now."

	claimPrefix    = "I propose: "
	againstPrefix  = "What speaks against it: "
	nothingAgainst = "nothing that I have written down; you may see what I do not."
	mindPrefix     = "What would change my mind: "
	cannotSee      = "a fact that I cannot see from where I stand. Is there one?"

	statePrefix = "State: "
	whyPrefix   = "Why: "
	nextPrefix  = "Next: "
	noGoalKnown = "it serves no goal of yours that I know of."
	noNext      = "nothing planned on record."

	noFigure = "No figure yet."
	noResult = "none recorded"
	myRecord = "my record"
	inFull   = "(In full in the annex.)"
	none     = "None."

	silenceRule     = "If you hear nothing more from me, the plan holds."
	onPlan          = "on plan"
	annexFollows    = "The annex has them."
	annexOnDemand   = "The list is there if you want it."
	annexShort      = "List on request."
	nobodyElse      = "As far as my record goes, nobody else has heard of it."
	notRecorded     = "not recorded"
	offCourse       = " of them off course"
	forOurTalk      = ", for our talk."
	theListHasThem  = "; the list has them."
	whereWorkStands = "Here is where my work stands."
	withPrefix      = "With "
	youAskedFor     = "You asked for: "
	inProgress      = "In progress: "
	stillUnsettled  = "Still open: "
	earlyWarning    = "Early warning: "
	riskUnknown     = "How likely each is, and which sign comes first, is not in my record."

	seePrefix      = "See: "
	goodNewsCalm   = "Everything else is as expected."
	onYourPlate    = "What is on your plate?"
	hearMore       = "What do you want to hear more about?"
	anythingToAdd  = "Is there anything that you want to add?"
	nothingToAsk   = "I need nothing from you today."
	thankYou       = "Thank you for the talk."
	decidedPrefix  = "You decided: "
	toFillIn       = "…"
	nothingDecided = "There was nothing to decide."
	iDoPrefix      = "I do next: "
	youDoPrefix    = "You: "
	noPromises     = "No promise stands open between us."
)

// knowOfIt says that so many others have heard.
func knowOfIt(n int) string {
	if n == 1 {
		return " knows of it too."
	}
	return " know of it too."
}

// The words of an agenda.
const (
	headingMyTopics   = "My topics"
	headingYourTopics = "Yours"
	headingFirst      = "First"
	pleaseAdd         = "What do you want to add? Please send me your topics."
	mayBeAsked        = "What you may be asked about by others."
	noTalkNeeded      = "Nothing is to be decided; these lines may do instead of a talk."
	noTopics          = "Nothing new from me."
	waitsInReport     = " more in the report."
	youPromised       = "You promised: "
	aboutPrefix       = "It is about: "
)

func topicWord(t rapport.AgendaType) string {
	switch t {
	case rapport.Decide:
		return "Decide"
	case rapport.Advise:
		return "Advise"
	}
	return "Inform"
}

// cutHere ends a message that is longer than a chat program takes.
const cutHere = "… the rest is in the report."

// The words of short drafts.
const (
	subjectWarning  = "Early warning"
	subjectAsk      = "A question for you"
	subjectFeedback = "Your advice on one thing"
	subjectTalk     = "Twenty minutes to talk?"
	wantYouToKnow   = "I want you to hear this early."
	willComeBack    = "I come back to you on "
	purposePrefix   = "It is for this: "
	maySeePrefix    = "What I may not see: "
	doNotSee        = "What do I not see from where I stand?"
	askAdvice       = "May I ask for your advice?"
	oneChange       = "What is the one thing that you would have done differently?"
	twoMinutes      = "One sentence is enough."
	couldWeTalk     = "Could we talk for twenty minutes?"
	itIsAbout       = "I would like to talk about this:"
	whenSuits       = "Which time suits you?"
	whichSuits      = "Does one of them suit you?"
)

func evidenceNoun(kind string) string {
	switch kind {
	case "commit", "file":
		return kind
	case "url":
		return "link"
	}
	return "piece of evidence"
}

// isOpenWord reports whether a word opens a question that a yes does not
// answer.
func isOpenWord(w string) bool {
	switch w {
	case "who", "whom", "whose", "what", "what's", "when", "where", "why", "how", "which":
		return true
	}
	return false
}

func lowerFirst(text string) string {
	for i, r := range text {
		if i == 0 {
			return string(unicode.ToLower(r)) + text[len(string(r)):]
		}
	}
	return text
}

// asksLeave reports whether a question can be answered with a yes.
func asksLeave(text string) bool {
	for _, clause := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ':' || r == ',' || r == ';' || r == '.' }) {
		words := strings.Fields(clause)
		if len(words) < 2 {
			continue
		}
		switch words[0] {
		case "can", "may", "could", "might", "shall":
			return words[1] == "i" || words[1] == "we"
		case "is", "would":
			return len(words) > 2 && (words[1] == "it" || words[1] == "that") && (words[2] == "ok" || words[2] == "okay" || words[2] == "fine" || words[2] == "alright" || words[2] == "be")
		}
	}
	return false
}

// isPaintedGreen reports whether the user's word for a project says that all is
// well.
func isPaintedGreen(status string) bool {
	switch strings.ToLower(strings.TrimSpace(status)) {
	case "green", "on track", "on-track", "on plan", "on-plan", "on schedule", "on time", "fine", "ok", "okay", "good", "going well", "all good", "healthy":
		return true
	}
	return false
}

// isPersonWord reports whether a word names somebody who is served or helped.
func isPersonWord(w string) bool {
	w = strings.TrimSuffix(w, "'s")
	switch strings.TrimSuffix(w, "s") {
	case "customer", "client", "patient", "pupil", "student", "parent", "mother", "father", "child", "visitor",
		"guest", "tenant", "resident", "passenger", "reader", "user", "caller", "buyer", "taxpayer", "applicant",
		"citizen", "neighbour", "farmer", "shopper", "member", "volunteer", "apprentice", "trainee", "nurse",
		"teacher", "driver", "colleague", "relative", "donor", "subscriber", "traveller", "employee", "learner",
		"woman", "man", "girl", "boy", "grandmother", "widow", "carer", "operator", "cashier", "supplier":
		return true
	case "familie", "people", "children", "women", "men", "family":
		return true
	}
	return false
}

// isBooster reports whether a word only makes a claim sound larger.
func isBooster(w string) bool {
	switch w {
	case "very", "really", "extremely", "hugely", "massively", "incredibly", "amazingly", "enormously", "vastly",
		"tremendously", "dramatically", "significantly", "substantially", "remarkably", "impressively", "highly",
		"absolutely", "totally", "awesome", "amazing", "fantastic", "incredible", "outstanding", "excellent",
		"superb", "brilliant", "stunning", "spectacular", "tremendous", "phenomenal", "great", "huge", "massive",
		"enormous", "terrific", "wonderful", "impressive", "remarkable", "dramatic", "significant", "substantial",
		"world-class", "best-in-class", "groundbreaking", "ground-breaking", "best", "greatest", "finest", "strongest",
		"smoothest", "perfect", "perfectly", "flawless", "flawlessly", "exceptional", "exceptionally", "unprecedented":
		return true
	}
	return false
}

// withoutBoosters takes words out that only make a claim sound larger. A word
// stays where it may be part of a name, of a count ("best of 3") or of a
// phrase that needs it ("best practice", "at best", "great uncle"), and where
// nothing would be left.
func withoutBoosters(text string) string {
	found := false
	for f := range strings.FieldsSeq(text) {
		found = found || isBooster(strings.ToLower(strings.Trim(f, `.,;:!?()"“”'`)))
	}
	if !found || hasFigure(text) {
		return text // a figure supports it
	}
	fields := strings.Fields(text)
	kept := make([]string, 0, len(fields))
	for i, f := range fields {
		word := strings.ToLower(strings.Trim(f, `.,;:!?()"“”'`))
		lower := i == 0 || !unicode.IsUpper(firstRune(f))
		if !isBooster(word) || !lower || !mayGo(fields, i) {
			kept = append(kept, f)
			continue
		}
		// What closes the word belongs to the one before.
		if tail := f[len(strings.TrimRight(f, `.,;:!?)”"`)):]; tail != "" && len(kept) > 0 {
			kept[len(kept)-1] = strings.TrimRight(kept[len(kept)-1], ",;:") + tail
		}
		if n := len(kept); n > 0 && i+1 < len(fields) && strings.ToLower(kept[n-1]) == "an" && !isVowel(firstRune(fields[i+1])) {
			kept[n-1] = strings.TrimSuffix(kept[n-1], "n")
		} else if n > 0 && i+1 < len(fields) && strings.ToLower(kept[n-1]) == "a" && isVowel(firstRune(fields[i+1])) {
			kept[n-1] += "n"
		}
	}
	if len(kept) < 2 {
		return text
	}
	return strings.Join(kept, " ")
}

// mayGo reports whether the sentence stands without the word at i: one that
// follows a verb of being, or is negated, or closes a comparison, carries the
// sense.
func mayGo(fields []string, i int) bool {
	at := func(k int) string {
		if k < 0 || k >= len(fields) {
			return ""
		}
		return strings.ToLower(strings.Trim(fields[k], `.,;:!?()"“”'`))
	}
	switch at(i - 1) {
	case "not", "no", "never", "at", "less", "more", "too", "so", "as", "nothing", "hardly", "without", "any":
		return false
	}
	last := at(i+1) == "" || strings.ContainsAny(fields[i][len(fields[i])-1:], ".,;:!?")
	switch at(i - 1) {
	case "is", "was", "are", "were", "be", "been", "went", "goes", "feels", "looks", "sounds", "runs", "works":
		return false
	}
	switch at(i + 1) {
	case "of", "practice", "practices", "than", "enough", "many", "few", "much", "deal", "uncle", "aunt", "case", "before", "effort":
		return false
	}
	return !last || strings.HasSuffix(at(i), "ly")
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouAEIOU", r) }
