package git

import "strings"

// The word lists are plain text searched with spaces around, so that they cost
// nothing before they are used. They hold the words that open commit subjects
// in any trade of programming, not the words of any project.

// strongVerbs are words that are verbs when they open a subject.
const strongVerbs = ` abandon abort abstract accelerate accept activate adapt add adhere adjust adopt agree align allow amend annotate anonymise anonymize append apply archive arm arrange ask assert assign assume attach audit authenticate authorise authorize automate avoid await backfill backport bake begin bind block boost break bring broaden build bump bundle bypass calculate call cancel capture carry catch centralise centralize change choose clarify clean clear close collapse collect combine commit complete comply compress compute concatenate condense configure confirm connect consider consolidate contain convert copy correct count cover create customise customize cut deactivate debug declare decode decouple dedup dedupe deduplicate default defer define delay delegate delete deliver demote deny depend deploy deprecate derive describe detach detail detect determine differentiate disable disallow disambiguate discard disclose disconnect display distinguish divide do document double double-check downgrade drain drop dump ease eliminate embed emit emulate enable encapsulate encode encourage encrypt enforce enhance enlarge enrich ensure enter erase escape establish evaluate examine exclude execute exit expand explain expose express extend extract fall fetch fill finalise finalize find finish fix flatten flush fold follow forbid force forward free generalise generalize generate get give grab grant group grow handle hardcode harden hide highlight honor honour identify ignore implement improve include increase infer inform inherit initialise initialize inject inline insert inspect install instantiate instrument integrate intercept interpolate introduce invalidate invert invite invoke isolate join keep launch lay lazy-load lead learn leave let leverage lift limit localise localize look loop loosen lower make mark measure memoise memoize mention merge migrate mimic minimise minimize mitigate modernise modernize modify monitor move mute narrow nest normalise normalize notify nudge obtain offer omit open optimise optimize organise organize override overwrite paginate parallelise parallelize parameterise parameterize parse pass pay perform permit persist pick place populate postpone precompute prefer prefix preload prepare preserve prevent print prioritise prioritize prohibit promote propagate propose prove provide prune publish put qualify quote raise randomise randomize re-enable reach react read reapply rearrange rebase rebuild recalculate receive recognise recognize recommend reconnect record recover recreate redesign redirect redo reduce refactor refer refetch refine reflect reformat refresh refuse regenerate register reimplement reindex reinstall reinstate reject relabel relax reload relocate rely remap remember remind remove rename render reorder reorganise reorganize repair repeat rephrase replace reply reproduce repurpose require reschedule rescue reserve reset reshape resize resolve respect restart restore restrict restructure resurrect retain retarget rethink retire retrieve retry return reuse reverse revert review revise revisit revoke reword rework rewrite roll rotate round run sanitise sanitize satisfy save scale schedule scrub secure see seek select sell send separate serialise serialize serve set settle setup sharpen shift ship shorten show shrink shuffle shut silence simplify simulate skip slow solve specify speed spell split spread squash stabilise stabilize stage stagger standardise standardize start state stop store streamline strengthen stress stringify strip submit subscribe substitute suggest summarise summarize support suppress surface survive suspend swallow swap switch synchronise synchronize tackle take teach tell terminate throttle throw tidy tighten toggle tokenise tokenize tolerate touch train transfer transform transition translate transpose treat trim truncate trust try tune turn tweak unblock uncomment underline undo unhide unify uninstall unload unlock unmount unpin unset untangle unwrap update upgrade upload upsert use validate vendor verify visualise visualize void wait warn weaken whitelist widen wipe wire work wrap write yield `

// weakVerbs are nouns as often as verbs: only what follows tells.
const weakVerbs = ` address alert alias answer backup batch benchmark branch cache cap chart check clone color colour comment compile control design draft draw edit export fail fake filter flag format guard guess hash help hook hold hotfix bugfix import index label link lint list load lock log map match mock model name note order outline pack patch pause pin pipe plan play plot plug point poll polish pool port post preview process profile program protect pull push query queue quiz rank rate release report request research respond rest route sample scaffold scan scope score script search seed share sign sketch sort stream stub style subject sync table tag target tally test time trace track trigger type vary view visit vote watch weigh `

// joinVerbs are the ones that are verbs also after "and".
const joinVerbs = ` add allow avoid clarify clean convert correct dedupe deduplicate delete deprecate describe detect disable distinguish enable ensure expose extract fix handle ignore implement improve integrate introduce make migrate move prevent refactor reject remove rename restructure rewrite send simplify switch unify update validate `

// adverbs may stand before the verb.
const adverbs = ` actually also always automatically consistently correctly explicitly finally further gracefully just lazily only partially periodically properly quickly quietly really safely silently simply temporarily then `

// irregular pairs a verb with its past.
const irregular = ` begin:began bind:bound break:broke bring:brought build:built bugfix:fixed catch:caught choose:chose cut:cut do:did draw:drew fall:fell find:found forbid:forbade freeze:froze get:got give:gave grow:grew hide:hid hold:held hotfix:fixed keep:kept lay:laid lead:led leave:left let:let make:made override:overrode overwrite:overwrote pay:paid put:put quit:quit read:read rebuild:rebuilt redo:redid reset:reset rethink:rethought rewrite:rewrote run:ran see:saw seek:sought sell:sold send:sent set:set setup:set_up show:showed shrink:shrank shut:shut speed:sped split:split spread:spread spell:spelled stick:stuck support:added_support_for take:took teach:taught tell:told throw:threw undo:undid unset:unset write:wrote `

// doubling are verbs of several syllables, or with a double vowel letter, whose
// last letter doubles all the same.
const doubling = ` commit control debug defer emit equip omit permit prefer refer submit transfer unpin unplug unwrap `

func listed(list, word string) bool {
	return word != "" && !strings.ContainsAny(word, " :") && strings.Contains(list, " "+word+" ")
}

func paired(list, word string) (string, bool) {
	_, rest, ok := strings.Cut(list, " "+word+":")
	if !ok || word == "" {
		return "", false
	}
	value, _, _ := strings.Cut(rest, " ")
	return strings.ReplaceAll(value, "_", " "), true
}

func isVerb(word string) bool { return listed(strongVerbs, word) || listed(weakVerbs, word) }

// past returns the past tense of a verb.
func past(verb string) string {
	if p, ok := paired(irregular, verb); ok {
		return p
	}
	if prefix, rest, ok := strings.Cut(verb, "-"); ok && isVerb(rest) {
		return prefix + "-" + past(rest)
	}
	n := len(verb)
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "y") && n > 1 && !isVowel(verb[n-2]):
		return verb[:n-1] + "ied"
	case strings.HasSuffix(verb, "ic"):
		return verb + "ked"
	case doubles(verb):
		return verb + verb[n-1:] + "ed"
	}
	return verb + "ed"
}

// gerund returns the form of a verb that ends in ing.
func gerund(verb string) string {
	switch verb {
	case "setup":
		return "setting up"
	case "bugfix", "hotfix":
		return "fixing"
	case "support":
		return "supporting"
	}
	if prefix, rest, ok := strings.Cut(verb, "-"); ok && isVerb(rest) {
		return prefix + "-" + gerund(rest)
	}
	n := len(verb)
	switch {
	case strings.HasSuffix(verb, "ee"):
		return verb + "ing"
	case strings.HasSuffix(verb, "e"):
		return verb[:n-1] + "ing"
	case strings.HasSuffix(verb, "ic"):
		return verb + "king"
	case doubles(verb), verb == "begin", verb == "forbid", verb == "reset", verb == "unset":
		return verb + verb[n-1:] + "ing"
	}
	return verb + "ing"
}

// doubles reports whether the last letter doubles before ed and ing: a single
// syllable of a consonant, one vowel and one consonant, or one of the list.
func doubles(verb string) bool {
	if listed(doubling, verb) {
		return true
	}
	n := len(verb)
	if n < 3 || isVowel(verb[n-1]) || !isVowel(verb[n-2]) || isVowel(verb[n-3]) && !(verb[n-3] == 'u' && n > 3 && verb[n-4] == 'q') {
		return false
	}
	if strings.IndexByte("wxy", verb[n-1]) >= 0 {
		return false
	}
	return !strings.ContainsAny(verb[:n-3], "aeiouy")
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// baseOf returns the verb of which word is a form, and which form it is.
func baseOf(word string) (verb string, form verbForm) {
	if isVerb(word) {
		return word, imperative
	}
	if prefix, rest, ok := strings.Cut(word, "-"); ok && len(prefix) <= 3 {
		if verb, form := baseOf(rest); form != noVerb {
			return prefix + "-" + verb, form
		}
	}
	if _, rest, ok := strings.Cut(irregular, ":"+word+" "); ok && rest != "" {
		return "", pastForm
	}
	for _, s := range [...]struct {
		suffix string
		form   verbForm
	}{{"ing", gerundForm}, {"ed", pastForm}, {"es", thirdPerson}, {"s", thirdPerson}} {
		stem, ok := strings.CutSuffix(word, s.suffix)
		if !ok || len(stem) < 2 {
			continue
		}
		if isVerb(stem) {
			return stem, s.form
		}
		if s.suffix != "s" && isVerb(stem+"e") {
			return stem + "e", s.form
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok && s.suffix != "ing" && isVerb(y+"y") {
			return y + "y", s.form
		}
		if n := len(stem); s.suffix != "s" && stem[n-1] == stem[n-2] && isVerb(stem[:n-1]) {
			return stem[:n-1], s.form
		}
	}
	return "", noVerb
}

type verbForm int8

const (
	noVerb verbForm = iota
	imperative
	thirdPerson
	gerundForm
	pastForm
)
