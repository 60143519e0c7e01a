package coach

import "rapport"

// Rules lists all rules in the order of their numbers.
func Rules() []Rule {
	return []Rule{
		reportDue(), noOneOnOne(), cancelledTwice(), noRhythm(), fiveConversations(),
		goalsUnconfirmed(), drift(), neglectedGoal(), staleGoal(), pingedTwice(),
		surprise(), headsUpPending(), badNewsWaiting(), problemOnly(), askAgeing(),
		myPromiseDue(), theirPromiseOverdue(), colliding(), loadInvisible(), whoEvaluates(),
		feedbackGap(), vagueAsk(), feedbackUnused(), sameFeedback(), unseenResult(),
		reviewAhead(), logSilent(), careerUnsaid(), careerStalled(),
		orderGuard(), styleMismatch(), styleUnknown(), inheritedHabits(), demandForChange(),
		stayOrGo(), toneFaults(), overload(), tightRole(), boundedHelp(),
		askBudget(), stance(), hiddenWeakness(), distanceNote(), zonesAndClocks(),
		ideaWaiting(), ideaFollowup(), questionUnasked(), shareCredit(), goodMarks(),
		humanNote(), relationshipCheck(), helpHamper(), leaveCover(), upwardSilence(),
		roleChanged(), whatWorks(), leakGuard(), wellbeing(), currencyDry(),
		monthAlone(), rhythmWorks(), initiative(), downside(),
	}
}

// FindRule returns the rule with an id, whatever its case. The error names the
// nearest ones.
func FindRule(id string) (Rule, error) {
	want := rapport.ParseSlug(id)
	near, distance := "", 99
	for _, r := range Rules() {
		slug := rapport.ParseSlug(r.ID)
		if slug == want {
			return r, nil
		}
		if d := rapport.Distance(string(slug), string(want)); d < distance {
			near, distance = r.ID, d
		}
	}
	return Rule{}, rapport.Errorf(rapport.NotFound, "there is no rule %q", id).
		WithHint("the nearest is %s; `rapport coach rules` lists them all", near)
}
