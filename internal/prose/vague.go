package prose

// vagueRule looks for a request for feedback that names neither a piece of
// work nor an aspect. It earns "fine" for an answer.
var vagueRule = rule{
	label:  VagueFeedback,
	why:    "asks for feedback on nothing in particular, and \"fine\" is the likely answer",
	source: "B5 (Yoon et al.; Ashford, Blatt and VandeWalle 2003), P33, R22",
	advice: "name one piece of work, one aspect of it, and ask for one thing to change",
	find:   findVague,
}

func findVague(d *draft) []passage {
	var out []passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.sum(vagueNot) > 0 || i+1 < len(d.sentences) && d.sentences[i+1].narrows() {
			continue
		}
		from, to := s.from, s.from
		if s.most(vagueCore) >= 2 {
			from, to = s.covers(vagueCore)
		} else if !s.appraises() {
			continue
		}
		if s.named(from, to) && s.most(vagueCore) < 4 {
			continue
		}
		first := s.clauseAt(from)
		end := d.tokens[s.to-1].end
		out = append(out, passage{start: d.tokens[first].start, end: end})
	}
	return out
}

// appraises reports whether a sentence asks for an appraisal of the writer: a
// question or an item with a word of appraisal and the writer as its object.
func (s *sentence) appraises() bool {
	if !s.holds(judgeClass) || !s.holds(iClass) {
		return false
	}
	first := &s.draft.tokens[s.from]
	if first.text == "curious" || first.text == "wondering" {
		return true
	}
	opens := first.is(askerClass|judgeClass|beClass|modalClass) || s.facts.question || s.has(request)
	return opens && (s.holds(youClass|sheClass|bossClass|askerClass) || s.facts.question || s.facts.words <= 4)
}

// named reports whether the sentence names a piece of work outside of the
// tokens from to to.
func (s *sentence) named(from, to int) bool {
	first := s.clauseAt(from)
	n := 0
	for i := first; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if i >= from && i < to {
			continue
		}
		if t.kind == wordToken && !t.is(plainClass|whenClass|spanClass|softenClass|bossClass|joinClass|judgeClass|fineClass|roleClass) && !t.isAdverb() && !(t.isName() && i == first) {
			n++
		}
	}
	return n > 0
}

// narrows reports whether a sentence says what the one before it is about.
func (s *sentence) narrows() bool {
	switch s.draft.tokens[s.from].text {
	case "mainly", "especially", "specifically", "particularly", "e", "mostly", "above":
		return true
	}
	return false
}

// clauseAt returns the first token of the clause that token i belongs to, where
// the clause in front of it says something of its own.
func (s *sentence) clauseAt(i int) int {
	for b := i - 1; b > s.from; b-- {
		t := &s.draft.tokens[b]
		if t.kind == markToken && (t.text == "," || t.text == ":" || t.text == "-" || t.text == ";") {
			if b-s.from >= 3 {
				return b + 1
			}
			break
		}
	}
	return s.from
}

var vagueCues = [...]cueList{
	{vagueCore, `
3 how do i ..1 rank|compare|measure|stack|rate ..3
3 scale of ..4
3 be ..1 honest with me ..3
3 truth about me
3 change about me
3 how ..1 satisfied|happy|pleased are you ..1 with me|my ..2
3 opinion|view|verdict|impression|assessment|thoughts ..1 of|on|about me|my ..1 work|performance|as ..2
3 what ..2 your ..2 opinion|view|verdict|impression ..1 of me|my
3 think|say ..1 about|of me ..2 $
3 am i ..2 enough|valued|useful|appreciated|needed|any
3 feedback ..1 on|about ..1 how i ..1 am ..2 $
3 would ..1 like|love|appreciate ..1 to? ..1 have|get|hear|some|more|your ..2 feedback|thoughts|opinion ..3 $
3 how i ..1 come|am|appear|perform ..1 across|coming|perceived|doing|over
3 do i ..2 meet|live|fulfil|satisfy|match|disappoint ..1 up? ..1 to? ..1 your|the ..1 expectations|standards|hopes
3 is|are my ..1 performance|work|efforts ..2 
3 right|good|wrong path|track|lines ?
3 what am i ..1 like
3 what do|does|did people|others|you|they|everyone|the ..2 say|think|feel ..1 about|of me
3 everything|all ..1 okay|ok|fine|good|alright|right ..2 with me ..4
3 areas ..1 for|of|to improvement|improve|growth|development ..3
3 hear if|whether|how|that i ..4
3 general|overall ..1 feeling|feelings|view|mood|opinion|impression|verdict ..1 about|on|of my|me
3 curious|wondering ..2 how|what ..2 you ..2 me|my|of|about ..1
3 do you rate me|my
3 cut out for ..2
3 in your eyes
3 what ..1 would|do you ..2 like|want|expect|wish|need ..4 from me
3 what ..1 you ..1 make of me|my
3 ~reckon ..2 me|to
3 anything ..2 you ..2 want|like ..2 to ..1 tell|say|know ..2 me|about
3 ^ my performance|work|year|progress|development|role $
3 ^ my ..1 work|performance ..2 general|overall
3 do you rate me
3 grateful|glad|thankful ..2 for ..3 feedback|thoughts|comments|pointers ..1 $
3 happy|satisfied|pleased ..1 with me
3 as an|a ..1 employee|colleague|person|worker|professional|leader|manager|nurse|teacher|engineer|analyst ?
3 am i ..2 right|good|fit|suited|made|ready ..1 person|for
3 would you hire me
3 do you ..1 regret ..1 hiring
3 one word ..4 me
3 how would you ..1 rate|describe|sum me|up ..1
3 how am i|we ..2 doing|performing|getting|coming|shaping|looking|going|working|perceived|measuring ..2 so?
3 how ..1 i am ..1 doing|performing|getting|coming|perceived|working|seen
3 how do|would|does you|she|he|others|people|everyone ..1 see|rate|find|view|perceive|like|judge|experience|feel|think|describe|assess|evaluate me|my|about|i|of ..1 me|work|performance|?
3 how you|she|he|others|people ..1 see|rate|find|view|perceive|judge|feel|think me|about|of ..1 me|?
3 what ..1 you ..1 think|say|reckon ..1 of|about me|my ..2 work|performance|progress|?
3 what ..1 you ..1 think|reckon ?
3 what you ..2 think ..1 of|about me|my ..2 work|performance|progress|?
3 what ..1 you ..2 make of me|my ..1 work|performance
3 tell me ..2 what you ..1 think ..1 $
3 let me know what you ..1 think $
3 let me know your thoughts|opinion|impressions $
3 let me know how ..2 doing|performing
3 am i ..2 doing|performing|working ..2 ok|okay|well|good|enough|alright|right|fine|great|better|something
3 am i ..2 good|track|useful|enough|competent|okay|ok|fine|meeting|improving|progressing|valuable|valued
3 i am|'m ..1 doing ..2 good|ok|okay|well|fine|great|alright|enough|right
3 was i|it|that ..1 ok|okay|good|alright|fine|any ..1
3 did i do ..2 ok|okay|well|good|alright|fine|right|enough|?
3 are|r you ..2 happy|satisfied|pleased|ok|okay|content|fine|impressed ..1 with me|my|how|what ..1 work|performance|i ..1 do|doing|am|so
3 anything|something ..1 i|we ..1 should|could|can|need|might|must ..2 improve|better|change|differently|on|know|do|doing
3 anything ..1 to improve|change|work
3 what ..1 should|could|can|do|would i ..2 improve|better|change|differently|on ..1
3 what ..2 i ..1 do ..1 better|differently|well|more
3 what ..2 i ..1 improve|change
3 where|how ..2 can|could|should|do i ..2 improve|better|grow|stand|develop
3 how to ..2 improve|better|be
3 where ..1 i stand
3 ^ any|some|your|honest|general|more|overall|open|quick ..2 feedback|thoughts|comments|tips|advice|pointers|input|criticism|remarks|impressions|views|opinion|opinions|suggestions|reflections
3 ^ feedback|thoughts|comments|opinions|impressions ..2 for|on|about ..1 me|my ..1 work|performance|year|?
3 ^ feedback|thoughts|comments|opinions|impressions ..2 $
3 ^ performance|general|overall|personal feedback|chat|discussion|review ..2 $
3 some|any|your|honest|general|more|overall ..2 feedback|thoughts|comments|pointers|criticism|impressions|opinion ..2 on|about|for|regarding ..1 me|my|how ..1 work|performance|general|i|working|self|myself|style
3 ~give|~send|~share|~get|~have|~hear|~like|~love|~want|~appreciate|~welcome|~need|~receive ..4 feedback|thoughts|impressions|opinion|comments|criticism|assessment|pointers|view ..2 on|about|of|for|regarding ..1 me|my|how ..1 work|performance|general|i|myself|doing|so
3 ~give|~send|~share|~get|~have|~hear|~like|~love|~want|~appreciate|~welcome|~need|~receive ..2 feedback|criticism|pointers ..1 $
3 ~give|~send|~share|~get|~have|~hear|~love|~want|~appreciate|~welcome ..4 feedback|thoughts|impressions|comments ..2 sometime|whenever|soon|please|at|when|anytime|on|from|in ..2 you|general|any|some|convenience|time|$
3 your ..2 impression|opinion|view|take|read|assessment|verdict|thoughts ..1 of|on|about me|my|how ..1 work|performance|i|?
3 ~rate|~assess|~evaluate|~judge me|my ..1 work|performance
3 feedback on ..1 everything|anything|general|me|things
3 feedback ..1 in general
3 feedback ?
3 thoughts ?
3 what are your thoughts $
3 do you like working with me
3 how was i
3 how did i do
3 do ..1 you like my work
3 is my work|performance ..2 good|ok|okay|enough|fine|up|alright|satisfactory|acceptable
3 my ..1 strengths|weaknesses
3 anything else ..2 i should
`},
	{vagueNot, `
1 no feedback|comments|thoughts
1 got|received|collected|gathered|had ..3 feedback|comments
1 feedback was|is|came|from|round|form|forms|session
1 thanks|thank ..3 for ..3 feedback|comments|thoughts|advice
1 your feedback ..2 was|helped|on|made
1 section|slide|page|minute|paragraph|chapter|which
`},
}
