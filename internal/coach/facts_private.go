package coach

import (
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// This file reads private text, as private.go does. What comes out
// is a day, a number, or a word of a list that stands here: never a word of the
// text itself.

// privateTexts are the texts that must not turn up in anything sendable: notes,
// reflections, observations, reactions, pressures and the rest.
func (f *Facts) privateTexts() []rapport.PrivateText {
	var all []rapport.PrivateText
	for _, n := range f.Notes {
		all = append(all, n.Text)
	}
	for _, r := range f.Reflections {
		all = append(all, r.Text)
	}
	for _, h := range f.Hardships {
		all = append(all, h.Text)
	}
	for _, h := range f.HumanFacts {
		all = append(all, h.Text)
	}
	for _, d := range f.Disclosures {
		if d.SaidOn == "" {
			all = append(all, d.Item, d.Risk)
		}
	}
	for _, o := range f.Observations {
		if f.Days(o.Day()) <= 180 {
			all = append(all, o.Text)
		}
	}
	for _, p := range f.Pressures {
		all = append(all, p.Text)
	}
	return all
}

// thought is a private line of which only the day and the kind may be told.
type thought struct {
	rapport.Record
	Day  rapport.Day
	Kind string
}

// thoughts are the notes and reflections that a test of their words accepts,
// oldest first within each kind.
func (f *Facts) thoughts(fits func(spoken) bool) []thought {
	var all []thought
	for _, n := range f.Notes {
		if fits(spokenIn(n.Text.Reveal())) {
			all = append(all, thought{n.Record, n.Day, "your private note"})
		}
	}
	for _, r := range f.Reflections {
		if fits(spokenIn(r.Text.Reveal())) {
			all = append(all, thought{r.Record, r.Day(), "your reflection"})
		}
	}
	return all
}

// strains are the notes that speak of sleep, fear or illness (R58).
func (f *Facts) strains() []thought {
	return f.thoughts(func(s spoken) bool {
		for _, cue := range [...]string{
			"afraid|scared|dread*|fear|panic*|anxi*|terrif*|trembl*|shaking",
			"exhausted|exhaustion|burnout", "burned|burnt out", "cry|crying|cried|tears", "hopeless|depress*|desperate",
			"insomnia|sleepless|nightmare*|awake|wakeful", "sick|ill|illness|migraine*|headache*|palpitation*|dizzy|vomit*|nausea*",
			"heart racing|pounding|race*", "chest pain*|pains|tight*", "stomach .. ache*|pain*|hurt*|turn*|knot*",
		} {
			if at := s.find(cue); at >= 0 && !s.denied(at) {
				return true
			}
		}
		return s.has(
			"can't|cannot|couldn't|didn't|don't|hardly|barely|not|no .. sleep|slept", "slept|sleep|sleeping badly|poorly|little|less|nothing|three|two|four",
			"lie|lay|lying|woke|wake|waking awake|up .. night|two|three|four|again", "bad|poor|little|no sleep", "worn|wiped out", "cannot|can't go on",
		)
	})
}

// leanings are the notes that say that things work only if the boss becomes
// different (P54).
func (f *Facts) leanings() []thought {
	return f.thoughts(func(s spoken) bool {
		return s.has(
			"only .. if|when|once .. she|he|they|boss .. change*|stop*|start*|learn*|listen*|differ*|let*|become*|treat*|begin*|another",
			"unless|until .. she|he|they|boss .. change*|stop*|start*|learn*|listen*|let*|differ*|become*",
			"as long as .. she|he|boss", "she|he|boss .. has|needs|have|need to change|stop|become|learn|be", "never .. get|be better with|under her|him",
			"won't|wont .. change*", "will|would never|not .. change*", "without .. her|him .. changing", "depends on her|him changing|becoming",
			"if only she|he", "another|different|new boss", "leave|leaving|quit|quitting|resign*", "nothing i do|try|tried .. help*|work*|chang*", "can't|cannot .. work|go|continue|live .. like this|that", "can't|cannot work|go on with|under her|him",
		)
	})
}

// manner is by which way something was done towards a boss.
type manner string

// The manners that can be told from each other.
const (
	inPrivate  manner = "one to one"
	inPublic   manner = "in front of others"
	early      manner = "before the decision or the meeting"
	late       manner = "afterwards"
	asOptions  manner = "as options"
	asVerdict  manner = "as a finished verdict"
	inWriting  manner = "in writing"
	byWord     manner = "by word of mouth"
	unprompted manner = "without being asked"
	surprising manner = "as a surprise"
)

// opposite returns what a manner is told from.
func (m manner) opposite() manner {
	switch m {
	case inPrivate:
		return inPublic
	case early:
		return late
	case asOptions:
		return asVerdict
	case inWriting:
		return byWord
	case byWord:
		return inWriting
	case unprompted:
		return surprising
	}
	return ""
}

// mannersOf reads by which way a thing was done to which the boss reacted.
func mannersOf(r rapport.Reaction) []manner {
	return mannersIn(spokenIn(r.To.Reveal()))
}

func mannersIn(s spoken) []manner {
	var all []manner
	add := func(m manner, cues ...string) {
		if s.has(cues...) {
			all = append(all, m)
		}
	}
	add(inPrivate, "one to one|1", "1 1", "one on one", "private*|alone|aside|quietly|confidential*", "in her|his|their office", "behind closed", "face to face", "before|ahead of .. meeting|board|committee|conference|rehearsal|round")
	add(inPublic, "in|at|during the|a|our .. meeting|conference|committee|plenary|round|assembly|rehearsal|board|council|review|call", "in front of", "before everybody|everyone|others|all|colleagues|the", "public*|openly|aloud", "cc", "copied|copying .. team|all|others|everybody|everyone")
	add(early, "beforehand|early|earlier|advance|ahead|first|before|upfront", "day|week|evening|night before")
	add(late, "afterwards|late|later|after", "last minute", "too late", "already done|decided|sent")
	add(asOptions, "option*|alternative*|choice*|variant*|scenario*|choose", "asked .. what|which|whether|opinion|view|advice", "as a question")
	add(asVerdict, "verdict|ultimatum|decided|final|wrong|mistake|contradict*|correct*|refus*|insist*|object*", "told her|him that")
	add(inWriting, "written|writing|mail*|email*|note|memo|paper|report|page|table|chat|message|letter|document|draft")
	add(byWord, "call*|phone*|told|said|spoke*|talk*|verbal*|oral*|conversation|orally")
	add(surprising, "surpris*|unannounced|sudden*|unexpected*")
	return all
}

// isSensitive reports whether something a boss volunteered is of the sort that
// nobody raises unasked: health, trouble in the family, money, belief (R50).
func isSensitive(h rapport.HumanFact) bool {
	return spokenIn(h.Text.Reveal()).has(
		"ill|illness|sick*|cancer|hospital|surgery|operation|operated|therapy|therap*|treatment|diagnos*|health|doctor|clinic|depress*|burnout|medic*|pregnan*|miscarr*|ivf|rehab*|scan|biopsy",
		"divorc*|separat*|custody|funeral|died|dies|dying|death|dead|grief|mourn*|widow*|arrest*|court|lawsuit|debt*|bankrupt*|laid", "care home", "nursing home", "alcohol*|addict*|drink*",
		"church|mosque|synagogue|faith|party|vote*|union|politic*", "quarrel*|fight|fought|argument|trouble*|problem* .. son|daughter|wife|husband|partner|mother|father|family|home",
	)
}

// dayOfHuman is the day that a volunteered fact is about, the next one for what
// comes every year; empty where it names none.
func (f *Facts) dayOfHuman(h rapport.HumanFact) rapport.Day {
	on, text := h.On, h.Text.Reveal()
	if on == "" {
		if on, _ = f.dayIn(text, h.At); on == "" {
			return ""
		}
	}
	if spokenIn(text).has("birthday|birthdays|anniversary|jubilee|nameday", "name day") {
		for on < f.Today.Add(-1) {
			next := rapport.DayOf(on.Time().AddDate(1, 0, 0))
			if next <= on {
				return ""
			}
			on = next
		}
	}
	return on
}

// welcomes are the lines that show that the boss took a mistake, or somebody's
// openness about one, well: reactions, and what was seen with others.
func (f *Facts) welcomes(b *File) (lines []Evidence) {
	for _, r := range b.Reactions {
		if r.Sign == rapport.TakenWell && f.Days(r.Day()) <= 365 {
			lines = append(lines, evidence(r.Record, "a good reaction"))
		}
	}
	for _, o := range b.Observations {
		s := spokenIn(o.Text.Reveal())
		if f.Days(o.Day()) <= 365 && s.has("mistake*|error*|slip*|wrong|bug|failure*|problem*|gap*|weak*|admitted|owned|confess*", "bad news") &&
			s.has("thank*|calm*|help*|kind*|fine|grateful|support*|listen*|appreciat*|well|laugh*|learn*", "no blame|reproach") &&
			!s.has("shout*|angr*|furious|blam*|punish*|humiliat*|mock*|sarcas*|cold*|snap*") {
			lines = append(lines, evidence(o.Record, "your observation"))
		}
	}
	return lines
}

// liking is a value of style that something seen or said of a boss speaks for,
// with its line.
type liking struct {
	profile.Value
	Evidence
	// Stated says that the boss said so.
	Stated bool
}

// mostSeen is how many of the newest observations, and of the newest feedback,
// are read for values of style: what is older weighs less anyway (B19).
const mostSeen = 20

// likings reads statements, observations and feedback of half a year. It is
// asked for once: reading takes its time.
func (f *Facts) readLikings(b *File) []liking {
	var all []liking
	for _, p := range b.Preferences {
		if p.EndedOn != "" || p.Grade == rapport.AnAssumption || strings.EqualFold(string(p.Grade), "inherited") {
			continue
		}
		about, value := p.Dim, p.Value
		if _, v, ok := profile.Map(about, value); ok {
			all = append(all, liking{v, evidence(p.Record, quote(p.Dim+": "+p.Value)), p.Grade != rapport.AnObservation})
		}
	}
	for _, o := range b.Observations[max(0, len(b.Observations)-mostSeen):] {
		if f.Days(o.Day()) > 180 {
			continue
		}
		var v profile.Value
		if o.Value != "" {
			v, _ = profile.ParseValue(o.Value)
		} else {
			_, v, _ = profile.ReadObservation(o.Dim, o.Text)
		}
		if v == profile.Unknown {
			continue
		}
		all = append(all, liking{v, evidence(o.Record, "your observation"), false})
	}
	for _, fb := range b.Feedback[max(0, len(b.Feedback)-mostSeen):] {
		if f.Days(fb.Day()) > 180 || fb.Kind == rapport.Praise {
			continue
		}
		if _, v, ok := profile.Map("report", fb.Text); ok {
			all = append(all, liking{v, evidence(fb.Record, quote(fb.Text)), false})
		}
	}
	return all
}
