package capture

// verbWords lists verbs in their base form by what they say about the work.
// A verb may stand in several groups.
func verbWords() []wordGroup {
	return []wordGroup{
		{wResult, `win sign cut reduce halve double triple close finish complete deliver launch ship publish pass solve resolve
			recover save achieve reach exceed beat hit secure land earn gain sell hire fill eliminate end lower raise increase improve
			shorten accelerate settle graduate qualify certify award accept approve renew convince persuade train teach open
			introduce release clear avoid prevent restore reopen repair fix grow collect attract retain negotiate agree establish
			inaugurate commission reconnect stabilise stabilize kill retire obtain get bring validate master break meet hand free
			rescue upsell clinch`},
		{wWork, `count sort draft review prepare check test update write rewrite edit translate copy scan file pack unpack load
			unload clean paint wash label move migrate convert install configure set build rebuild assemble mount hang drill pour lay
			dig plant sow drill harvest feed interview call visit phone mail email contact survey measure sample analyse analyze
			calculate reconcile book enter record transcribe code refactor debug investigate research read study plan schedule sketch
			design model render cut recut rehearse practise practice mark grade assess inspect audit examine collect gather compile
			list map document outline revise correct proofread print order request ask submit send apply resubmit post share present
			discuss meet brief talk negotiate coordinate organise organize arrange supervise coach onboard support help assist cover
			process handle ship stock restock shelve pick stack weigh cook bake prep cut sew stitch fit adjust tune tweak calibrate
			monitor track watch run start begin continue work resume catalogue catalog digitise digitize index import export load back
			merge split archive clear tidy empty refill replace swap change treat dress turn dispense administer vaccinate bathe
			follow chase escalate summarise summarize draw tag screen filter map trial pilot prototype chop walk drive patrol
			tender quote price invoice bill pay log trace verify confirm cross-check learn attend join explore try look`},
		{wTurn, `close open leave raise lower merge move announce retire resign quit buy sell cancel consider change strike vote
			decide plan want intend hope threaten expect launch introduce start stop end expire shut drop rise fall increase decrease
			postpone delay shift withdraw pull relocate restructure reorganise reorganize split acquire take-over takeover
			hire fire lay tighten ban require demand ask visit inspect audit investigate review sue complain apply look seek talk
			switch prepare test rotate transfer join give cut double halve renew offer open extend cancel replace publish issue strike
			protest petition ring search follow move sell lose gain come go arrive return attend speak run build dig block object oppose poach terminate revoke ban phase downsize outsource loosen ease evict downgrade rebrand boycott lobby campaign mull debate court headhunt undercut liquidate privatise privatize nationalise redevelop reroute reclassify suspend abolish pilot`},
		{wFault, `break fail leak crash jam hang freeze drop block stop stick slip overheat corrupt lose refuse reject ignore
			contradict overlap clash drift collapse stall misfire trip flicker smell rattle rust rot burn tear crack flood
			disconnect overload bounce duplicate vanish disappear double interrupt disturb mix confuse insist
			bully cheat cancel decline resist ruin spoil harm exceed delay`},
		{wWant, `need lack miss wait struggle lose suffer fight worry wrestle battle cope exhaust 			fail insist require await`},
		{wPledge, `promise agree commit guarantee pledge swear undertake assure vow offer 			confirm `},
		{wSay, `complain grumble joke argue insist repeat shout say tell mention remark state note point explain write announce claim admit reply ask
			hear hint suggest warn inform learn overhear post comment whisper quote`},
		{wThink, `think find feel believe consider see regard rate reckon notice observe wish prefer like love hate 			appreciate value`},
		{wJudge, `praise criticise criticize thank compliment commend applaud scold blame congratulate advise urge remind 			encourage appreciate rebuke admire apologise apologize recommend`},
		{wVerb, `abandon absorb act adapt add address adopt align allow alter amend announce answer appoint ask assign attach
			automate barcode base bet bid bind blend block bolt bond borrow bottle box brand broadcast brush buffer bundle cache
			calm carry cast catch celebrate centralise centralize chain charge chill choose circulate claim combine come compare
			compensate concentrate connect consolidate convene copy create cross crop cycle date deal decide decorate dedicate default
			defer delegate delete demonstrate deploy describe develop dim direct disable discontinue display distribute divert donate
			drop dry dump earmark ease emphasise enable encourage enlarge enrol enroll ensure equip evaluate exchange exclude expand
			experiment explain expose extend extract fax fetch film fine flag flip flush fold force forecast forward frame fund
			generate give glue go graze greet group grow guide halve hand harvest heat hide highlight hold host illustrate include
			inform insert insulate integrate invest invite isolate issue join judge jump keep label laminate lead lease leave lend let
			level license lift light limit link listen loan locate lock loop make manage market match mention mentor minimise mirror
			mix moderate mount multiply name narrow notify number nominate nudge offer omit optimise optimize outsource overlap own
			paint pair park partner patch permit pin pipe pitch place play plug point poll polish pool postpone produce promote
			propose protect provide publicise pull punch purchase push put quarantine query queue quiz rank rate reach rebrand recommend
			recruit recycle redirect redesign reduce refer reform refresh refund regroup reject relabel remind remove rename rent
			reorder reorganise rephrase reply repeat require reschedule reserve reset restrict restructure retain retrain reuse
			reverse reward ring roast rotate round route seal seat seed select separate serve shade shape shorten show shrink shuffle
			sign simplify sit skip slice slide slow smoke soak source specify spend sponsor spot spray spread staff stagger
			stamp standardise standardize start steam stick stop store streamline stream stretch strip structure subscribe
			substitute suggest suspend sweep switch synchronise synchronize tackle take tape target taste tell text think throw tie
			tighten time tint touch trade transfer transform transport treat trim trust turn unify upgrade upload use vary ventilate
			verify vote wait wake warm warn wear weed weld widen wipe wire wrap zone accrue afford appear argue arrive
			become behave belong bother bully click collect comply concern contain contribute cope counter cross cure deserve
			differ discover doubt enjoy exist face fear finance function gather guess happen imagine imply inherit intend invent
			involve knock last laugh leak lie live look love mean mind need obey occur overcome overflow owe participate perform
			persist pour predict prefer pretend prove punish react realise realize receive recognise reflect regret rely remain
			remember represent respect respond rest result reveal rise ruin sail seem sense shine sleep smile sound stand stare stay
			step surprise survive suspect swim sync thank touch travel trigger type unite wander waste whistle wonder worry chip chop coach pre-fill prefill invite hire rent sponsor carpool trade bundle zip rinse dip peel knead scrub mop vacuum dust trim mulch prune hose plaster sand saw weld solder rivet flag escalate mute silence unplug mend stitch hem darn brew stir plate garnish sprinkle whisk knit embroider iron fold hoist haul tow steer anchor moor pave tile grout caulk sweep rake mow till fence graft milk shear brand groom breed bathe bandage massage diagnose prescribe immunise sterilise sterilize disinfect decant dilute pipette titrate incubate thaw sieve strain marinate chop dice juggle rehearse choreograph compose conduct record dub mix master tweet blog podcast moderate caption subtitle transcribe typeset bind laminate engrave etch carve mould mold cast forge grind sharpen lubricate grease oil bleed purge vent prime rinse soak bleach dye tint colour color sponsor crowdsource crowdfund subsidise subsidize abolish scrap ditch axe reinstate revive resurrect relaunch overhaul revamp rethink reassess rearrange reallocate reassign rotate alternate stagger batch automate delegate outsource insource lend hire lease barter haggle water heat cool fuel staff blast salt rope net bait script schedule budget parcel crate`},
	}
}
