package capture

// wordGroup lists the words of one class. Verbs and nouns stand in their base
// form; [lookUp] knows the regular endings.
type wordGroup struct {
	class wordClass
	words string
}

func wordGroups() []wordGroup {
	return append(grammarWords(), append(nounWords(), append(verbWords(), append(qualityWords(), fortuneWords()...)...)...)...)
}

func grammarWords() []wordGroup {
	return []wordGroup{
		{wI, "i ive im"},
		{wWe, "we lets"},
		{wHeShe, "he she"},
		{wThey, "they"},
		{wYou, "you"},
		{wIt, "it this that there"},
		{wMyOur, "my our mine ours"},
		{wHisHer, "his her their its your hers theirs"},
		{wMe, "me us myself ourselves"},
		{wDeterminer, `the a an this that these those each every some any both all another such either neither
			several many few most more less fewer my our your his her their its no one two three four five six seven eight nine ten`},
		{wAsker, "what which who whom whose when where why how whether"},
		{wBe, "is are was were am be been being 's 're 'm isn aren wasn weren"},
		{wDo, "do does did don doesn didn"},
		{wHave, "have has had 've haven hasn hadn having"},
		{wModal, "can could may might must shall should would ought couldn shouldn wouldn mustn needn cannot 'd"},
		{wWill, "will 'll gonna shall"},
		{wNot, "not n't never neither nor hardly barely cannot"},
		{wNo, "no none zero nil without"},
		{wNobody, "nobody noone none nothing nowhere anyone anybody everyone everybody"},
		{wPreposition, `of in on at by for from to with without within per until till before after since during under
			over into onto about across near against between towards toward via off behind beside below above around through than as up out down
			inside outside among upon throughout despite except like`},
		{wJoiner, "and or but so because if when while although though since nor yet plus unless once until"},
		{wNumber, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
			seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen couple
			half third quarter double twice once pair`},
		{wMoment, `today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
			thu thur thurs fri sat sun january february march april may june july august september october november december jan
			feb apr jun jul aug sep sept oct nov dec spring summer autumn fall winter easter christmas xmas whitsun pentecost ramadan
			thanksgiving noon midnight morning afternoon evening weekend monthend eom eod eow q1 q2 q3 q4 holidays deadline handover
			soon shortly later afterwards lunch now`},
		{wSpan, `second minute hour day week fortnight month quarter year season term semester shift sprint night decade century`},
		{wHedge, "maybe perhaps possibly why idea suggestion proposal suppose imagine consider worth might could would rather better"},
		{wUnsure, `unsure unclear unknown sure wonder wondering clarify clarification doubt doubtful undecided puzzled
			confused meaning mean tbc tbd `},
		{wPartly, `half halfway partly partially mostly nearly almost midway roughly thirds underway
			ongoing started begun so-far `},
		{wRest, `rest remaining remainder left pending outstanding open next follow follows following awaiting wait waiting
			unfinished tomorrow later meanwhile yet still incomplete todo`},
		{wAgain, "again time twice repeatedly always constantly once finally"},
		{wClash, `both opposite opposites contradict contradicts disagree disagrees clash clashes conflict conflicts different
			differently each incompatible contradictory conflicting mismatch overlap overlaps same`},
		{wPoint, "too more less enough so very often too-much quite rather always never without first before"},
	}
}

func nounWords() []wordGroup {
	return []wordGroup{
		{wBoss, `boss manager director head chief ceo cfo cto coo vp president principal headteacher supervisor superior
			sergeant inspector captain foreman chair chairman chairwoman dean partner owner chef gm superintendent commander editor
			publisher lead leader pi professor vicar mayor matron headmaster headmistress lieutenant governor executive master bosun boatswain skipper conductor provost rector abbot bishop warden registrar colonel major sergeant-major marshal quartermaster`},
		{wPeople, `colleague nurse doctor driver staff team crew guest customer client patient parent pupil student teacher
			worker operator cook waiter waitress apprentice trainee intern temp volunteer member user visitor resident tenant passenger
			reader author speaker engineer developer analyst agent clerk officer assistant technician mechanic cleaner guard
			receptionist cashier candidate employee people person folks someone somebody daughter son mother father wife husband
			neighbour neighbor friend buyer planner designer artist actor singer musician witness claimant donor child children kid
			family man woman lady caller deputy team-lead player tester editor surgeon consultant midwife carer accountant lawyer
			expert newcomer starter hand loader farmer priest elder`},
		{wOutsider, `competitor rival supplier vendor city town council county state government ministry minister regulator
			authority agency union bank insurer insurance landlord press journalist newspaper police court parliament senate commission
			committee board wholesaler manufacturer contractor subcontractor firm company business office brand hotel butcher baker grocer florist brewer grower breeder landlady carrier airline railway distributor
			dealer broker investor shareholder auditor inspectorate ombudsman market industry neighbour
			neighbor foundation sponsor bishop diocese university school hospital law bill regulation directive rule tariff
			tax price rate currency dollar euro pound inflation interest weather storm flood strike election chain
			discounter retailer plant factory branch parent provider legal marketing finance
			procurement headquarters hq management headoffice department faculty mayor president union-rep consortium
			association federation chamber embassy donor copper steel gas fuel diesel electricity rent wages wage minimum-wage interest-rate oil cement wheat milk ministry opponent counsel rumour politician minister senator mp fda fire-brigade press newspaper blogger influencer activist petition campaigner lobby street airport port terminal canal act`},
		{wStage, `draft version page step chapter section part phase stage round slide batch lesson module item row aisle crate
			box case layer coat level floor proof sample test review iteration milestone paragraph line file record ticket`},
		{wDevice, `system machine printer scanner software server app tool software database network computer laptop tablet phone
			projector screen terminal till register lift elevator oven fridge freezer boiler heating heater cooler pump valve motor
			engine conveyor belt forklift crane truck van lorry car bus tug battery headset camera sensor robot centrifuge incubator
			microscope form template export import interface portal website login password licence license wifi internet line
			door gate roof window pipe drain light lamp switch cable key card trolley bed hoist compressor generator`},
		{wHarm, `complaint error accident damage defect incident delay loss finding injury fault bug outage mistake failure
			crash breach reject rejection remark objection correction shortage scrap typo rework absence
			lateness dropout downtime infection sore stock-out stockout overtime cancellation churn problem
			adjustment revision incident no-show accident sick-call strike injury lost damage reopening breakdown stoppage leak penalty fine warning escalation deviation nonconformity spill theft alarm`},
		{wAppraisal, `feedback review reviewer retro retrospective remark comment note debrief mentor coach trainer
			appraisal evaluation supervision praise criticism compliment 360 critique assessor
			examiner playtester tester audience observation`},
		{wProposal, "idea suggestion proposal thought option alternative brainwave what-if concept"},
		{wQuery, "question query q doubt clarification"},
		{wNews, `fyi heads-up headsup news rumour rumor gossip hint apparently supposedly reportedly seemingly 			grapevine announcement likely seems upcoming confidential unofficially quietly aware beware 			whisper overheard`},
		{wGain, `record award prize grant contract deal approval licence certificate certification accreditation 			trophy medal patent funding renewal promotion breakthrough milestone victory success savings 			accreditation diploma`},
	}
}

func qualityWords() []wordGroup {
	return []wordGroup{
		{wLacking, `short missing unavailable understaffed broken down late stuck blocked offline out full overbooked
			double-booked overdue lacking insufficient empty short-staffed unusable wrong faulty defective dead slow behind
			unreliable outdated obsolete scarce useless jammed frozen sold-out exhausted ill sick absent gone away overloaded overrun
			unanswered unresolved impossible bankrupt incomplete delayed cracked damaged flooded expired undermanned unclear
			backordered backorder unstable unreadable swamped overwhelmed strapped tight`},
		{wQuality, `clear long short slow fast quick loud quiet soft hard impatient patient blunt direct careful careless thorough
			sloppy helpful friendly rude calm nervous confident shy bold cautious precise vague detailed dry boring exciting convincing
			confusing messy tidy neat clean honest fair strict kind warm cold polite formal technical brief concise wordy good bad
			better worse great excellent exemplary brilliant outstanding solid strong weak poor sharp thin useful readable reliable
			creative professional competent organised organized structured early late often much clearest clearer improved
			harsh gentle attentive distant open defensive pushy hesitant decisive quickly slowly clearly well badly nicely`},
		{wExtreme, `best worst lowest highest fastest slowest biggest smallest fewest most least record ever first never
			largest cleanest quietest busiest strongest cheapest shortest longest earliest`},
		{wThing, `report survey forecast box park heat barcode bid budget plan test call book print stock load lead cover water fire
			paper cash fuel staff shift model script label film photo paint price rate rent cost tax fee record result review risk
			rule sale sample scale schedule score season seat service shelf shop site stage stamp stand state step storage store
			storm study supply support switch table tank target ticket tool tour trade traffic transfer transport trial trip turn
			update upgrade visit vote wage wall waste watch wave work pump pilot leak crack draft note point post place play plug
			plant order index list log map market measure meeting merge offer patch pipe policy programme project proof quote
			range release repair request reserve return ring roof round route screen search section seed show sign slot
			spot spray spring spread start strip cut cast crop count course cross cup cycle damage date deal delay design desk
			display dose draw dress drill drive drop dump exchange file fill filter floor frame freight game grade grant ground
			group guard guide harvest host import export interview issue kit lab land lease licence light limit line link loan
			lock match mix move name network number notice`},
		{wDone, `done live ready finished complete completed over through up running closed settled solved fixed passed approved
			accepted delivered operational signed sold-out successful successfully online in-use off-the-table sorted`},
		{wMore, `more less fewer lower higher better worse faster slower cheaper shorter longer earlier later smaller bigger
			larger stronger quieter safer smoother quicker easier further greater`},
		{wAhead, "early ahead within under below above on-time ontime budget schedule early plan estimate deadline target"},
	}
}
