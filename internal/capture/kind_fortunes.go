package capture

import "strings"

// fortuneWords lists words that tell good news from bad by themselves, in any
// trade, and verbs of liking.
func fortuneWords() []wordGroup {
	return []wordGroup{
		{wTrouble, `mould mold damp rust rot rats rat mice mouse cockroach moth ant wasp wasps vermin pest pests lice bedbugs flu cold fever norovirus
			virus covid outbreak epidemic scabies sickness illness injuries absence burnout stress strain turnover vacancy vacancies
			bottleneck backlog queue congestion jam gridlock shortage shortages scarcity deficit shortfall gap gaps hole holes crack
			cracks leak leaks drought frost hail flood smoke noise dust stench mud puncture blackout outage lag latency glitch crash
			fault faults defect defects flaw flaws mismatch discrepancy confusion misunderstanding dispute quarrel row argument tension
			conflict resistance pushback bullying theft thefts burglary break-in vandalism graffiti fraud arrears debt debts overrun overspend
			bankruptcy insolvency lawsuit refusal rejection setback obstacle hurdle barrier snag trouble headache nightmare mess chaos
			panic deadlock stalemate impasse bureaucracy constraint clutter corrosion contamination pollution infestation weeds blight
			mildew fungus slugs aphids allergy asthma spam phishing malware hack hackers ransomware workaround hiccup nuisance
			pressure overload fatigue churn bleeding sepsis relapse collision spillage wobble draught draughts
			sticky slippery wobbly shaky noisy smelly mouldy rotten leaky rusty brittle blunt worn torn bent loose warped clogged cluttered
			cramped crowded hopeless awkward illegible muddled unpaid unsafe unhappy angry furious upset fed-up tired overworked
			overstretched stretched hoarse injured hurt damaged stranded stalled seized smashed stolen lost misplaced mislabelled
			misaligned crooked mangled garbled corrupted inconsistent patchy flaky erratic intermittent irreconcilable unwilling
			unfilled unstaffed unusually nowhere barely scarcely hardly insufficiently impossible wrongly`},
		{wGood, `gold silver bronze prize prizes award awards trophy applause ovation perfect flawless spotless immaculate unanimous
			unanimously punctual punctually fully-booked sold-out certified accredited safely smoothly intact unharmed unhurt
			healthy alive recovered rescued saved thriving flourishing bestseller record-breaking top-rated full-marks distinction
			honours bonus surplus profit profitable break-even payback faultless error-free accident-free incident-free
			green passed waterproof watertight stable steady seamless seamlessly happily successfully finally comeback uptime
			retention turnout footfall yield yields repeat referral referrals renewals reinstated reopened inaugurated
			nominated shortlisted awarded commended recommended quickest milestone completed eradicated vanishedfirst-ever`},
		{wLike, `like love enjoy hate dislike prefer find miss admire appreciate value adore welcome trust respect resent mind favour
			favor rate applaud cheer clap nod smile laugh`},
		{wOutsider, `caterer dealership depot garage laboratory lab clinic embassy consulate customs consul tribunal jury
			prosecutor judge magistrate coroner sheriff parishes municipality mairie commune borough canton parliament assembly
			taxman treasury revenue ofsted inspectorate watchdog lender creditor debtor lessor lessee franchisor franchisee
			freelancer freelancers subcontractors haulier haulage courier couriers shipper shippers forwarder freight charterer
			importer exporter refinery mill mills quarry smelter foundry brewery winery dairy abattoir slaughterhouse cooperative coop
			conservatory academy museum gallery theatre orchestra broadcaster channel station studio label festival fair club league
			charity charities trust ngo church mosque synagogue temple parish archdiocese order union unions syndicate guild
			startup start-up multinational conglomerate holding subsidiary merger takeover platform app-store
			ticket-prices exchange exchange-rate index subsidy subsidies levy duty duties quota quotas embargo sanctions
			shortlist deadline election ballot referendum storm hurricane typhoon snow rain heatwave wind fog tide volcano eruption
			roadworks detour closure closures demonstration protest protests march boycott campaign
			owner owners heirs heir developer developers architect surveyor planner notary solicitor attorney estate
			guideline legislation amendment bylaw bylaws ordinance decree norm norms statute treaty verdict recall fees toll tolls
			emission emissions futures subsidy grants consultation
			cinema supermarket pharmacy nursery kindergarten neighbours neighbors`},
		{wTurn, `freeze halt discontinue allow forbid permit prohibit advertise plan stop end begin expand shrink retire emigrate
			marry divorce die expect widen narrow rename reopen reform deregulate regulate tax subsidise subsidize fund defund
			recall reprice price charge require mandate restrict limit extend prolong delay drop switch
			migrate change revise amend rewrite consolidate centralise centralize relocate spin-off float list delist
			default collapse fold liquidate auction tender bid outbid scout woo tempt approach demolish gentrify
			dredge resurface repave excavate reroute divert detour host stage hold tour launch unveil premiere phase-out
			stockpile ration hoard recruit headhunt lure unionise unionize elect appoint nominate dismiss sack oust`},
		{wResult, `trace track-down crack discover find recover retrieve reunite cure heal diagnose prevent avert
			outperform outsell surpass smash double top overtake outscore conquer master ace nail crack secure clinch seal
			convert win-back regain restore revive rescue salvage free unblock unlock unclog clear slash trim drop
			shrink simplify automate eradicate wipe-out certify licence license patent publish premiere sell-out fill
			harvest bank repay refund pay-off pass graduate qualify rank place beat land book rent lease let find place
			match adopt rehome foster house settle acquit uphold overturn reverse vindicate quash`},
		{wFault, `seize jam clog warp buckle bend split snap shatter leak drip sag wobble creak squeak rattle hum buzz flicker
			overrun overflow overheat trip short-circuit melt evaporate wilt wither rot mould rust corrode fade peel flake chip crack
			lag stutter glitch reboot restart timeout time-out misread mislabel misroute misplace misprint mistranslate misfile
			forget skip mishandle overbook overload overcharge undercharge undersell underperform underestimate
			complain grumble moan argue quarrel bicker clash shout cry faint vomit cough bleed wait queue pile
			contradict conflict mismatch differ disagree refuse reject deny veto block stall drag slip slide lapse expire
			bounce return vanish disappear steal`},
		{wWant, `struggle strain suffer lack miss need drown juggle stretch scramble fret worry fear dread hesitate depend rely hinge`},
	}
}

// notRoles lists words in -er and -or that name no person.
const notRoles = " " +
	"after alter anchor another answer armor banner barrier barter batter beaker beer behavior better bigger binder " +
	"bitter blender boiler booster border breaker brighter buffer bumper bunker burner busier butter calendar " +
	"calmer cancer carrier cater cellar center centrifuge chapter charger charter chatter cheaper chiller cider " +
	"cipher cleaner clearer clever closer clover cluster colder color comfier compressor computer condenser confer " +
	"connector consider container converter conveyor cooker cooler copper corner corridor counter cover cracker " +
	"crater cutter cylinder danger darker december deeper deer defer deliver detector deter dinner discover " +
	"dishwasher disorder doctor door drawer dryer duster earlier easier either elevator ember enter error ever " +
	"exterior extruder factor fairer faster favor feather feeder fertiliser fertilizer fever fewer fibre filter " +
	"finer finger flavor floor flower flutter flyer folder footer former foster freezer fresher further gather " +
	"gender generator ginger glitter greater grinder gutter hammer hanger happier harbor harbour harder harvester " +
	"header heater heavier higher hinder honor hopper horror hotter hover however humor humour hunger incubator " +
	"indicator infer inner interior inverter jumper kicker labor labour ladder larger laser later latter layer " +
	"leather letter lever lighter liner liver loader locker longer looser louder lower lumber major manor marker " +
	"master matter mentor meter minor mirror mixer monitor monster moor motor mower muster neighbor neither never " +
	"newer newsletter nicer november number october odor offer older order organizer other ouster outer over paper " +
	"parlor peer pepper pointer ponder poorer poster power prefer primer printer prior processor projector " +
	"propeller proper quarter quicker quieter radar radiator rather razor reactor recorder recover refer " +
	"refrigerator register remainder remember reminder render reorder richer river roller router rubber ruler safer " +
	"scanner scatter seer semester senior sensor september server shaker sharper shatter shelter shorter shoulder " +
	"shower shredder shutter silver simpler sister slicer slider sliver slower smaller smarter smoother softer " +
	"soldier sooner speaker spinner sprayer sprinkler stapler steamer steeper steer sticker stopper stretcher " +
	"strimmer stroller stronger suffer sugar summer super superior swagger sweater tanker tender tenor terror " +
	"theater thermometer thicker thinner thunder ticker tighter timer toaster together toner tower tracker tractor " +
	"trailer trailers transfer transformer transistor trigger tumor tuner twitter ulcer under upper user utter " +
	"vapor vector vibrator voucher wafer warmer washer water weaker weather whatever whether wider winter wiper " +
	"wonder wrapper yesterday younger zipper "

// agentEndings end words that name a person by what the person does.
var agentEndings = [...]string{"ist", "ian", "eer", "keeper", "smith", "woman", "monger", "wright"}

// namesRole reports whether a word that the lexicon lacks names a person by
// what the person does: a hygienist, a glazier.
func namesRole(word string) bool {
	if len(word) < 5 {
		return false
	}
	for _, ending := range agentEndings {
		if strings.HasSuffix(word, ending) && len(word) > len(ending)+3 {
			return true
		}
	}
	if strings.HasSuffix(word, "er") || strings.HasSuffix(word, "or") {
		return !strings.Contains(notRoles, " "+word+" ") && !strings.Contains(word, "-")
	}
	return false
}
