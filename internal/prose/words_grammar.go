package prose

// wordLists is the lexicon. The lists are about English, not about any trade;
// where a trade has its own words for a team or a role, a capital, an ending
// or the structure of the sentence must do.
var wordLists = [...]wordList{
	{iClass | plainClass, `i me my mine myself`},
	{weClass | plainClass, `we us our ours ourselves`},
	{youClass | plainClass, `you your yours yourself u ur`},
	{sheClass | plainClass, `he she him her his hers himself herself`},
	{theyClass | plainClass, `they them their theirs themselves`},
	{itClass | plainClass, `it its itself this that these those which there`},
	{joinClass | plainClass, `and but so because then or while when whereas although though yet plus if since that which who as`},
	{softenClass | plainClass, `just really honestly frankly please pls plz kindly simply quite actually clearly obviously maybe perhaps well oh ok okay yes no hi hello hey dear also still truly again ps btw basically sadly unfortunately luckily of course`},
	{beClass | plainClass, `be am is are was were been being 's`},
	{haveClass | plainClass, `have has had having`},
	{modalClass | plainClass, `can could may might must shall should will would`},
	{notClass | plainClass, `not never nor nothing`},
	{determinerClass | plainClass, `a an the this that these those my your his her our their its some any every each all both another other`},
	{prepositionClass | plainClass, `about after against at before behind below between by down during for from in into near of off on onto out over per since through to towards under until till up upon via with within without against`},
	{askerClass | plainClass, `what how which who whom whose when where why whether`},
	{countClass, `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen zero half twice`},
	{plainClass, `do does did done doing one only very too more most much many less least few lot little bit than like such own same so here now ever always often sometimes lately recently yesterday ago even else not let get got give make take go come see say tell think know want need feel look thing things way time times something anything everything nothing someone anyone everyone somebody anybody everybody nobody people good better best bad back new old right sure thanks thank sorry`},

	{whenClass, `monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun
		january jan february feb april apr june july august aug september sept october oct november nov december dec
		today tonight tomorrow tmrw noon midday midnight eod eow eom cob christmas easter`},
	{spanClass, `day week month quarter year shift weekend morning afternoon evening night hour minute term season fortnight semester sprint`},
	{generalClass | plainClass, `side part scratch areas curious work working works performance job me myself progress lately recently overall general generally far role everything anything year quarter month week things style honest honestly direct openly frank candid performing doing going being here team contribution contributions development start started joined joining beginning past last this these so time months weeks days now whole day improve better wrong right well ok okay fine alright good bad enough happy satisfied pleased content impressed ready thoughts opinion feedback comments tips advice pointers criticism view impressions impression input remarks think performance-wise overall generally recent quick bit little chat talk hear share know tell give get welcome appreciated appreciate love great would could any some more your`},

	{teamClass, `legal hr finance engineering sales marketing procurement purchasing logistics ops operations accounting accounts payroll treasury
		facilities estates maintenance compliance audit planning production qa quality admin administration warehouse kitchen reception housekeeping
		wardrobe supplier vendor contractor subcontractor agency client management leadership dispatch scheduling catering transport fleet stores
		pharmacy radiology theatre bookings ticketing communications comms pr design product devops infrastructure security helpdesk
		headquarters hq committee council board union department team crew partner registry controlling research editorial
		bakery butchery laundry recruitment recruiting underwriting claims billing collections credit risk branch depot hub plant
		tech technology laboratory lab nursing surgery customs wholesale retail merchandising procurement's studio lighting sound workshop works site
		servicedesk infra backoffice packing picking receiving shipping inbound outbound`},
	{roleClass, `guys lads folks people staff colleague intern temp trainee apprentice driver nurse doctor consultant porter cleaner cook chef waiter
		teacher tutor lecturer clerk officer technician engineer developer designer editor writer reporter producer director-general planner buyer
		seller trader analyst auditor lawyer solicitor barrister paralegal architect surveyor plumber electrician carpenter welder fitter operator
		supervisor foreman picker packer loader receptionist secretary assistant secretary administrator programmer tester salespeople salesperson
		rep reps newcomer juniors seniors predecessor successor bloke woman man kid kids boys girls lot idiots morons clowns amateurs someone somebody
		whoever night-shift day-shift newbie owner landlord farmer captain pilot crew dispatcher adviser advisor broker banker teller registrar
		caretaker janitor guard steward usher actor dancer singer musician conductor stagehand librarian curator scientist researcher postdoc professor`},
	{bossClass, `boss manager director chief ceo cfo coo cto principal headteacher dean matron chair chairman chairwoman chairperson president superintendent gaffer`},
	{traitClass, `abrasive abrupt accommodating adaptable aloof anxious apologetic attentive blunt bold brash brusque callous civil composed condescending
		constructive cooperative courageous cruel curt cynical detached dictatorial diplomatic disciplined dismissive dramatic easy-going easygoing
		engaged enthusiastic even-tempered evasive excitable forgiving forthcoming gentle genuine gloomy good-humoured gracious gruff haughty heartless
		hesitant hostile hot-headed hot-tempered impulsive indecisive indifferent inflexible intimidating intense judgmental judgemental laid-back
		lenient likeable mellow merciful modest motivating optimistic overbearing overprotective passionate passive patronising peaceful perfectionist
		personable petty pleasant pompous possessive pragmatic presumptuous proactive proud quick-tempered rational receptive reckless reserved rigid
		ruthless self-centred selfish self-aware self-critical secretive short-tempered shy sincere smug stern strong-willed straightforward
		sympathetic tactful tactless talkative tense thick-skinned thin-skinned timid trustworthy unapproachable unfair unfriendly unpleasant uptight
		vain vindictive warm-hearted welcoming withdrawn brave patronizing secure sure vengeful childish petulant arrogant impatient nosy nitpicky
		even-handed inspiring uplifting chilled likable bearable adult grateful giving thankful jealous cagey prickly short snappy`},
	{treatClass, `~apologise ~apologize ~appreciate ~belittle ~blame ~boast ~brag ~bully ~compliment ~confide ~criticise ~criticize ~delegate ~dominate
		~doubt ~empathise ~encourage ~favour ~forgive ~fuss ~gossip ~hover ~humiliate ~insult ~interfere ~interrupt ~intimidate ~lecture ~listen
		~manipulate ~meddle ~micromanage ~moan ~mock ~nag ~nitpick ~overreact ~panic ~patronise ~praise ~pry ~rant ~ridicule ~scream ~second-guess ~shout
		~sulk ~swear ~tease ~threaten ~tolerate ~trust ~undermine ~whine ~yell ~respect ~smile ~laugh ~sigh ~snap ~frown ~glare ~roar ~bark ~grumble
		~intrude ~overrule ~snoop ~spy ~exaggerate ~dither ~waver ~procrastinate ~rush`},
	{warmClass, `~admire ~adore ~worship ~inspire ~amaze ~dazzle ~astonish ~idolise ~revere ~marvel ~enchant grace privilege honour honor honoured blessed lucky
		wisdom wise genius brilliance brilliant legend legendary hero inspiration inspiring inspired visionary awe awesome extraordinary wonderful amazing
		magnificent fantastic incredible phenomenal outstanding exceptional superb marvellous gifted talented unmatched flawless faultless
		impeccable stunning gorgeous radiant idol godsend saint angel goddess genius greatness charisma charismatic magical mastermind masterclass
		masterpiece fabulous peerless sublime miracle starstruck spellbound perfection charm charming elegance brains courage unbeatable irreplaceable
		indispensable incomparable unequalled matchless glorious heavenly treasure gem devotion beloved splendid clever cleverest magic divine`},
	{ownClass, `cv résumé resume linkedin recruiter headhunter ego egos insecurity vanity grudge grudges tantrum tantrums therapist diary moods sulk sulks sulking`},
	{psychClass, `touchy offended grumpy nasty sulky furious ratty cranky snappy unhinged erratic scared frightened afraid desperate lonely out-of-depth threatened arrogant
		conceited self-important pompous smug lazy dishonest unfair cowardly gutless tactless ruthless impossible inconsistent forgetful absent-minded incapable
		overwhelmed hopeless useless pathetic ridiculous stupid vindictive nervous anxious egoistic selfish superficial fake phony shallow`},
	{judgeClass, `feedback thoughts thought opinion opinions impression impressions view views comments comment pointers criticism remarks assess assessment ~rate ~judge
		~evaluate evaluation satisfied happy pleased impressed ~improve improvement improvements better differently performance performing doing reckon think perceive perceived stand
		appraise appraisal review verdict good ok okay well fine alright great enough strengths weaknesses`},
	{crowdClass, `customers clients parents staff guests visitors users residents patients students pupils members readers everyone everybody people participants passengers viewers audience volunteers donors tenants teachers families buyers shoppers diners employees teams colleagues nurses attendees delegates citizens farmers drivers players suppliers subscribers`},

	{adoreClass, `brilliant amazing incredible outstanding exceptional extraordinary phenomenal magnificent inspiring inspirational inspired visionary
		legendary flawless impeccable masterful unmatched unrivalled unparalleled peerless gifted fabulous fantastic wonderful superb stunning
		marvellous marvelous awesome unbelievable astonishing breathtaking spectacular infallible divine charismatic gorgeous dazzling
		radiant genius legendary perfect perfection sensational fearless heroic irreplaceable remarkable invincible unstoppable world-class
		one-of-a-kind effortless majestic saintly priceless invaluable admirable terrific splendid glorious`},
	{superlativeClass, `best smartest wisest finest greatest brightest sharpest kindest cleverest nicest coolest funniest strongest bravest fairest
		most warmest sweetest toughest`},
	{idolClass, `genius legend hero heroine star rockstar superstar rock-star visionary inspiration guru wizard magician saint angel mastermind icon
		role-model gem treasure godsend lifesaver life-saver goddess god king queen maestro virtuoso natural prodigy powerhouse trailblazer
		oracle masterclass champion titan giant artist rock miracle`},
	{giftClass, `vision leadership wisdom instinct judgement judgment brilliance genius talent insight intuition eye mind brain brains intellect
		charisma taste style grace elegance energy presence smile humour humor voice generosity patience charm foresight integrity greatness magic
		touch gift intelligence courage warmth kindness knowledge experience expertise example mentorship guidance way wit flair aura`},
	{fineClass, `good great nice excellent lovely helpful clever smart sharp strong kind clear useful fair calm thoughtful generous talented wise
		young younger younger-looking fresh fit beautiful handsome elegant stylish cool funny right patient brave humble caring supportive`},
	{insultClass, `clueless lazy useless incompetent hopeless careless sloppy stupid idiotic dumb unreliable unprofessional arrogant inept negligent
		ignorant pathetic disorganised disorganized chaotic thoughtless idle irresponsible amateurish hapless moronic idiots idiot moron morons
		clowns clown amateur amateurs joke disgrace shambles nightmare cowboys cowboy liars liar slackers slacker jokers dinosaurs
		toxic impossible spineless shameless dishonest delusional slapdash half-asleep asleep dozy bone-idle rubbish dreadful appalling
		abysmal atrocious shocking deadweight unwilling obstructive two-faced lackadaisical feckless shoddy thick dim ungrateful selfish`},
	{psychClass, `insecure jealous vain petty paranoid moody narcissistic narcissist threatened two-faced passive-aggressive controlling
		micromanager bully bullying manipulative touchy thin-skinned needy volatile unstable bitter resentful egotistical egomaniac
		control-freak hypocrite liar coward weak spineless temperamental unpredictable choleric cold power-hungry clueless incompetent
		fragile defensive sulky vindictive spiteful overwhelmed depressed burnt-out burned-out drunk hungover`},
	{abaseClass, `idiot fool failure disaster disgrace burden mess moron waste loser embarrassment nobody clown disappointment liability worm wretch
		imbecile dunce disgrace fraud screw-up nuisance dunce joke`},
	{sadClass, `ashamed mortified humiliated devastated disgraced embarrassed wretched`},
	{restClass, `sleep break breaks lunch lunches lunchtime weekend holiday vacation birthday anniversary wedding family kids children daughter
		daughter's son wife husband dinner breakfast bedtime honeymoon health supper meal meals christmas easter breath recital nap bed home kid toddler
		baby mum dad mother father partner physio dentist doctor's funeral toilet marriage hobby evenings`},
	{traitClass, `approachable democratic supportive patient friendly nice kind positive negative open open-minded trusting flexible respectful honest
		transparent decisive consistent empathetic understanding relaxed calm warm fair strict controlling bossy rude moody aggressive
		defensive impatient critical cold grumpy reasonable humble encouraging appreciative considerate tolerant professional harsh
		generous human mature assertive ambitious confident sensitive sarcastic emotional dominant stubborn pedantic hands-off hands-on
		authoritarian caring courteous polite sociable grateful cheerful pushy distant stressed nervous bad-tempered irritable visible
		organised organized disorganised structured chaotic predictable unpredictable demanding picky fussy leader leader-like loyal
		inclusive collaborative inspiring compassionate authentic responsive arrogant loud tough soft`},
	{moreClass, `clearer nicer kinder calmer warmer fairer friendlier stricter braver firmer softer quieter politer wiser humbler cooler bolder gentler tougher easier`},
	{conductClass, `micromanaging micro-managing interrupting shouting yelling hovering controlling criticising criticizing sulking panicking interfering
		dominating blaming ignoring second-guessing nitpicking complaining meddling overreacting snapping undermining worrying gossiping
		patronising patronizing belittling bullying whining moaning dithering procrastinating preaching lecturing mocking ranting swearing
		screaming sighing rushing hiding avoiding pretending lying manipulating intimidating humiliating dictating bossing nagging fussing
		overthinking judging flirting rolling`},
	{failClass, `~fail broke breaks breaking ~crash ~leak ~burst ~jam ~collapse ~stall ~flood ~overheat ~freeze ~crack ~corrode ~bounce ~expire ~disappear ~vanish
		~overrun ~slip ~reject ~refuse ~resign ~quit ~withdraw ~cancel ~miss ~lose ~complain ~decline ~deteriorate ~worsen ~spoil ~explode
		~malfunction ~die ~struggle ~escape ~contaminate ~deny ~suspend ~halt ~injure ~damage ~steal ~flake ~rot ~derail ~capsize ~evaporate ~wilt ~flop ~misfire ~misread ~misprint`},
	{brokenClass, `broken missing late behind overdue stuck blocked offline unavailable understaffed short-staffed unsafe leaking cracked contaminated
		wrong incomplete delayed flooded sick ill absent empty faulty defective dead frozen jammed damaged mouldy rusty out-of-stock unpaid
		unreadable inaccurate invalid corrupt corrupted unusable inconsistent unresponsive slow unstaffed vacant uncovered unreachable
		insufficient overloaded overbooked double-booked unhappy furious angry insolvent bankrupt short impossible unclear incorrect`},
	{harmClass, `outage leak fire breach accident injury complaint shortage backlog failure fault defect fraud theft flood delay bottleneck bug
		crash error mould mold vermin mice rats damage strike absence infection gap deficit conflict downtime crack incident problem issue alarm`},
	{wantedClass, `sales revenue turnover-rate attendance bookings footfall satisfaction scores score engagement uptake productivity efficiency
		throughput output morale quality ratings rating retention conversion growth traffic readership visitors donations membership sign-ups
		signups subscriptions enrolment enrollment occupancy yield yields margins profit profits profitability results performance uptime
		availability punctuality coverage safety turnout demand interest income circulation loyalty speed accuracy reliability participation
		recruitment pipeline takings orders communication collaboration cooperation teamwork atmosphere mood awareness reach visibility hygiene compliance followers confidence behaviour focus utilisation`},
	{unwantedClass, `price prices rent diesel fuel gas flour steel timber energy premium premiums tariff freight complaint complaints error errors turnover waste scrap incident incidents delays absences absenteeism absence costs cost backlog
		queues queue downtime churn defects returns rework overtime spend spending bugs mistakes accidents sickness breakages shrinkage losses
		no-shows cancellations waits wait waiting lead-times lead-time cycle-time processing-time response-time response-times latency noise
		arrears emissions tickets outages failures falls infections readmissions escalations stress bureaucracy paperwork truancy lateness wastage spoilage theft lateness leakage`},
	{riseClass, `~rise ~grow ~climb ~increase ~jump ~soar ~surge ~improve ~double ~triple ~accelerate ~recover ~rocket ~explode up`},
	{dropClass, `~drop ~fall ~decline ~decrease ~shrink ~plummet ~sink ~reduce ~halve ~ease ~collapse ~tumble ~dip ~slide down`},
	{improveClass, `~improve ~grow ~boost ~increase ~reduce ~cut ~raise ~streamline ~strengthen ~enhance ~transform ~optimise ~optimize ~simplify
		~modernise ~modernize ~lower ~shorten ~accelerate ~expand ~elevate ~revolutionise ~revitalise ~energise ~maximise ~minimise ~slash ~lift
		~turbocharge ~upgrade ~decrease ~drive ~deepen ~cement ~sharpen ~stabilise ~stabilize`},
	{greatClass, `big huge great massive major significant strong excellent real enormous impressive tremendous substantial solid remarkable
		considerable dramatic noticeable fantastic amazing superb outstanding record brilliant incredible wonderful marked vast clear good nice
		important positive visible awesome terrific lovely`},
	{vastlyClass, `strongly significantly massively considerably dramatically noticeably hugely substantially markedly greatly vastly enormously
		immensely tremendously visibly drastically measurably nicely steadily successfully remarkably clearly impressively much lot lots loads`},
	{verdictClass, `sign-off signoff approval decision answer reply signature go-ahead goahead green-light confirmation okay permission response
		authorisation authorization clearance consent agreement feedback comments input verdict funding instructions review release budget ok ruling`},
	{actClass, `~order ~call ~book ~move ~switch ~ask ~replace ~repair ~fix ~restore ~reroute ~isolate ~swap ~borrow ~rent ~hire ~log ~report ~reschedule
		~arrange ~agree ~clean ~test ~retest ~check ~investigate ~trial ~try ~work ~chase ~visit ~cover ~restart ~reset ~return ~refund ~credit ~rebook
		~divert ~shift ~escort ~notify ~inform ~tell ~warn ~contact ~email ~phone ~ring ~write ~draft ~prepare ~plan ~propose ~suggest
		~recommend ~request ~meet ~review ~inspect ~patch ~rewrite ~recall ~quarantine ~bin ~discard ~change ~adjust ~add ~split ~resend ~rerun ~redo
		~reorder ~reprint ~bring ~use ~run ~take ~open ~send ~start ~put ~set ~get ~train ~file ~post ~secure ~seal ~shut ~close ~clear ~pay ~correct ~update ~settle ~resolve ~solve ~offer ~negotiate ~source ~find ~keep ~train ~pull ~reduce ~limit ~reassign ~redirect ~extend ~rebuild ~recount ~install ~sort`},
}
