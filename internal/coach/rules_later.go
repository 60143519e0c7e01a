package coach

// laterRules lists the rules from R30 on, and what the practice asks beyond
// the numbered ones.
func laterRules() []Rule {
	return []Rule{
		orderGuard(),
		styleMismatch(),
		styleUnknown(),
		inheritedHabits(),
		demandForChange(),
		stayOrGo(),
		toneFaults(),
		overload(),
		tightRole(),
		boundedHelp(),
		askBudget(),
		stance(),
		hiddenWeakness(),
		distanceNote(),
		zonesAndClocks(),
		ideaWaiting(),
		ideaFollowup(),
		questionUnasked(),
		shareCredit(),
		goodMarks(),
		humanNote(),
		relationshipCheck(),
		helpHamper(),
		leaveCover(),
		upwardSilence(),
		roleChanged(),
		whatWorks(),
		leakGuard(),
		wellbeing(),
		currencyDry(),
		monthAlone(),
		rhythmWorks(),
		initiative(),
		downside(),
	}
}
