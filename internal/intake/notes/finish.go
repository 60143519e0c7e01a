package notes

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/capture"
)

// finish makes items of what was found, and says what was left out.
func (r *reader) finish() {
	r.leaveOut()
	keys := r.keys()
	asked := map[string]int{}
	unknown := map[string]int{}
	for i := range r.found {
		f := &r.found[i]
		p := r.partOf(f)
		switch {
		case p.why != "":
			// Told by leaveOut already.
		case f.section.meaning == PrivateNotes:
			r.privateItem(f, p, keys[i])
		case !f.section.known:
			r.wait(f, asked)
		case f.section.meaning == Ignored:
			r.skip(f.line, f.last, f.identity(), "you left “"+f.section.title+"” out")
			r.mark(f, LeftOut)
		case !f.reply && f.section.meaning != General && isNothing(f.identity()):
			r.skip(f.line, f.last, f.identity(), "it says that there is nothing")
			r.mark(f, LeftOut)
		case f.identity() == "":
			r.skip(f.line, f.last, f.own, "there are no words in it")
			r.mark(f, LeftOut)
		default:
			if f.reply && f.who.unknown {
				r.unknown(f, unknown)
			}
			r.emit(i, p, keys)
		}
	}
	slices.SortStableFunc(r.out.Skipped, func(a, b Skipped) int { return a.Line - b.Line })
	r.out.Style = r.style()
}

// partOf returns the part a thing stands in; outside all parts it is undated.
func (r *reader) partOf(f *found) part {
	if f.reply && f.parent >= 0 {
		return r.partOf(&r.found[f.parent])
	}
	if f.part < 0 {
		return part{}
	}
	return r.parts[f.part]
}

// mark gives the lines of a thing a fate.
func (r *reader) mark(f *found, fate Fate) {
	for n := f.line; n <= f.last; n++ {
		if r.out.Fates[n-1] == InItem {
			r.out.Fates[n-1] = fate
		}
	}
}

// leaveOut tells of the parts that have no day.
func (r *reader) leaveOut() {
	for i := range r.parts {
		p := &r.parts[i]
		if p.why == "" {
			continue
		}
		last := p.line
		for n := p.line + 1; n <= p.last; n++ {
			if f := &r.out.Fates[n-1]; *f != Blank {
				if *f == Heading || *f == InItem {
					*f = LeftOut
				}
				last = n
			}
		}
		r.out.Fates[p.line-1] = LeftOut
		text := shortened(words(p.raw))
		switch {
		case p.private:
			text = "(private)"
		case p.afterPrivate:
			text = shortened(p.form.written) // the rest of the heading may belong to what is private
		}
		r.out.Skipped = append(r.out.Skipped, Skipped{Line: p.line, LastLine: last, Text: text, Ahead: p.ahead, Reason: p.why})
	}
}

// keys names everything that was found.
func (r *reader) keys() map[int]string {
	var t turns
	for i := range r.found {
		f := &r.found[i]
		p := r.partOf(f)
		if p.why != "" || f.identity() == "" {
			continue
		}
		class, within := f.class(), sameWords(f.section.title)
		if f.section.meaning == PrivateNotes {
			class = privateClass
		}
		if f.reply && f.parent >= 0 {
			within = sameWords(r.found[f.parent].identity())
		}
		t.add(p.from, class, f.identity(), within, i)
	}
	keys := make(map[int]string, len(r.found))
	t.number(keys)
	return keys
}

func (r *reader) privateItem(f *found, p part, key string) {
	r.mark(f, InPrivate)
	if p.day == "" {
		p.from, p.day = r.o.Today, r.o.Today
	}
	text := f.text()
	if f.reply && f.who.label != "" {
		text = f.who.label + ": " + text
	}
	r.out.Private = append(r.out.Private, PrivateItem{
		Key: key, From: p.from, Day: p.day, Section: rapport.Private(f.section.title), Text: rapport.Private(text), Line: f.line, LastLine: f.last,
	})
}

// wait holds a thing back until the user says what its section means.
func (r *reader) wait(f *found, asked map[string]int) {
	r.mark(f, Waits)
	key := SectionKey(f.section.title)
	at, known := asked[key]
	if !known {
		at = len(r.out.Unmapped)
		asked[key] = at
		r.out.Unmapped = append(r.out.Unmapped, Section{Key: key, Title: f.section.title, Line: f.section.line, Example: shortened(f.identity())})
	}
	r.out.Unmapped[at].Count++
}

func (r *reader) unknown(f *found, asked map[string]int) {
	key := SpeakerKey(f.who.label)
	at, known := asked[key]
	if !known {
		at = len(r.out.Unknown)
		asked[key] = at
		r.out.Unknown = append(r.out.Unknown, Unnamed{Key: key, Label: f.who.label, Line: f.line, Example: shortened(f.identity())})
	}
	r.out.Unknown[at].Count++
}

// below returns what stands below a thing, line by line.
func (f *found) below() []string {
	var out []string
	for _, m := range f.more {
		if w := words(m.text); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// text returns the words of a thing with all that stands below it.
func (f *found) text() string {
	text := f.identity()
	for _, m := range f.more {
		w := words(m.text)
		if sep := "; "; w == "" {
			continue
		} else if m.runsOn || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
			text += " " + w
		} else {
			text += sep + w
		}
	}
	return text
}

// emit makes an item, and for a reply the promises in it.
func (r *reader) emit(i int, p part, keys map[int]string) {
	f := &r.found[i]
	in := plainOf(f.own)
	item := Item{
		Key: keys[i], From: p.from, Day: p.day, Section: f.section.title, Meaning: f.section.meaning, Text: f.text(), Head: in.text, Below: f.below(), Label: f.who.label,
		By: Speaker{Party: Me}, Done: f.done, Struck: in.struck, Evidence: in.evidence, Line: f.line, LastLine: f.last,
	}
	if item.Day == "" {
		item.From, item.Day, item.Undated = r.o.Today, r.o.Today, f.day == ""
		if f.day != "" {
			item.From, item.Day = f.day, f.day
		}
	}
	for _, m := range f.more {
		for _, e := range plainOf(m.text).evidence {
			if !slices.Contains(item.Evidence, e) {
				item.Evidence = append(item.Evidence, e)
			}
		}
	}
	if f.reply {
		r.replied(&item, f, keys)
		return
	}
	r.judge(&item, f)
	if item.Struck {
		item.Confidence = min(item.Confidence, 30)
		item.Reason = "it is struck through; " + item.Reason
	}
	r.out.Items = append(r.out.Items, item)
}

// judge says what a line of the user's is.
func (r *reader) judge(item *Item, f *found) {
	item.What = Logged
	var guess capture.Guess
	switch f.section.meaning {
	case Achieved, Decisions, General:
		guess = r.guess.Guess(r.namedBoss(item.Text))
	}
	section := f.section.reason
	switch f.section.meaning {
	case Achieved:
		item.Kind, item.Confidence, item.Reason = rapport.Accomplishment, 75, section
		if guess.Kind == rapport.Progress && guess.Confidence >= 60 {
			item.Kind, item.Confidence, item.Reason = rapport.Progress, guess.Confidence, guess.Reason
		}
		if item.Done == rapport.No {
			item.Kind, item.Confidence, item.Reason = rapport.Progress, 40, "its box is not ticked, so it is not done"
		}
	case Struggled:
		item.Kind, item.Confidence, item.Reason = rapport.Challenge, 85, section
	case Planned:
		item.What, item.Kind, item.Confidence, item.Reason = Plan, rapport.Commitment, 50, section+"; a plan is no promise until you say so"
	case Needs:
		item.What, item.Kind, item.Confidence, item.Reason = Ask, rapport.Question, 85, section
	case Told:
		item.Kind, item.Confidence, item.Reason = rapport.HeadsUp, 80, section
	case Ideas:
		item.Kind, item.Confidence, item.Reason = rapport.Idea, 85, section
	case Praised:
		item.What, item.Kind, item.Confidence, item.Reason = Feedback, rapport.FeedbackReceived, 80, section
		item.By = Speaker{Party: Somebody}
		if r.o.Boss != "" {
			item.By, item.Confidence = Speaker{Party: TheBoss, Boss: r.o.Boss}, 60
			item.Reason += "; nobody is named, so it is taken for the boss's"
		}
	case Decisions:
		item.What, item.Kind, item.Confidence, item.Reason = Decision, rapport.Commitment, 80, section
		item.By = r.fileBoss()
		if guess.Kind != rapport.Commitment {
			item.Kind = rapport.HeadsUp
		}
	case Actions:
		r.action(item, f)
	case BossSays:
		item.What, item.Kind, item.Confidence, item.Reason = Reply, rapport.FeedbackReceived, 65, section
		item.By = r.fileBoss()
		if who, ok := r.bossNamed(f.section.title); ok {
			item.By = who
		}
		item.Said = ""
		if p := promiseIn(item.Text); p != noPledge {
			item.What, item.Kind, item.Confidence = PromiseByBoss, rapport.Commitment, int(p)
			item.Reason = section + "; it promises something"
		}
	default:
		r.guessed(item, guess)
	}
	switch item.What {
	case Plan, Ask, PromiseByMe, PromiseByBoss:
		item.Due = r.dueIn(item.Text, item.From, item.What == Ask)
	}
}

func (r *reader) fileBoss() Speaker {
	if r.o.Boss != "" {
		return Speaker{Party: TheBoss, Boss: r.o.Boss}
	}
	return Speaker{Party: Me}
}

func (r *reader) bossNamed(title string) (Speaker, bool) {
	for _, w := range fields(title) {
		for _, name := range [...]string{w, strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), strings.TrimSuffix(w, "s")} {
			if who, _, ok := r.known.find(name); ok && who.Party == TheBoss && len(name) > 1 {
				return who, true
			}
		}
	}
	return Speaker{}, false
}

// guessed takes the kind from the words alone, or from the word that begins
// the line, as in "won: …".
func (r *reader) guessed(item *Item, guess capture.Guess) {
	if name, rest, ok := strings.Cut(item.Text, ":"); ok && strings.TrimSpace(rest) != "" {
		if kind, said := capture.KindNamed(name); said && !strings.Contains(name, " ") {
			item.Text, item.Kind, item.Confidence, item.Reason = strings.TrimSpace(rest), kind, 100, "you wrote “"+name+":”"
			return
		}
	}
	item.Kind, item.Confidence, item.Reason = guess.Kind, guess.Confidence, guess.Reason
	switch {
	case guess.Kind == rapport.Question && strings.HasSuffix(item.Text, "?"):
		item.What = Ask
	case guess.Kind == rapport.Commitment && guess.Confidence >= 50 && len(guess.CommittedBy) > 0:
		who, named := r.subject(item.Text)
		switch {
		case named && who.Party == TheBoss:
			item.What, item.By = PromiseByBoss, who
		case guess.CommittedBy[0] == rapport.Me && promiseIn(item.Text) != noPledge:
			item.What = PromiseByMe
		case guess.CommittedBy[0] == rapport.TheBoss && r.o.Boss != "":
			item.What, item.By = PromiseByBoss, r.fileBoss()
		}
	case guess.Kind == rapport.FeedbackReceived:
		item.What = Feedback
		if who, named := r.subject(item.Text); named {
			item.By = who
		} else {
			item.By = Speaker{Party: Somebody}
		}
	}
}

// subject returns the boss whose name begins a line.
func (r *reader) subject(text string) (Speaker, bool) {
	first, _, _ := strings.Cut(text, " ")
	who, initials, ok := r.known.find(strings.Trim(first, ",:"))
	if !ok || who.Party != TheBoss || len(first) < 2 || initials && first != strings.ToUpper(first) {
		return Speaker{}, false
	}
	return who, true
}

// namedBoss puts "she" for a boss whose name begins a line, so that the guesser
// knows who acts.
func (r *reader) namedBoss(text string) string {
	if _, ok := r.subject(text); ok {
		_, rest, _ := strings.Cut(text, " ")
		return "She " + rest
	}
	return text
}

// action reads a line under the actions agreed: the user's promise, or the
// promise of whoever is named: "KW to send the list", "(Katrin)", "@katrin".
func (r *reader) action(item *Item, f *found) {
	item.What, item.Kind, item.Confidence, item.Reason = PromiseByMe, rapport.Commitment, 70, f.section.reason
	who, named := r.subject(item.Text)
	if !named {
		ws := strings.Fields(item.Text)
		for n, w := range ws {
			if n > 0 && isReceiver(strings.ToLower(ws[n-1])) {
				continue // "send it to @katrin" is the user's to do
			}
			bare := strings.Trim(w, "()[],.@")
			if bare == w || len(bare) < 2 || !strings.HasPrefix(w, "@") && !strings.HasPrefix(w, "(") && !strings.HasPrefix(w, "[") {
				continue
			}
			if who, _, named = r.known.find(bare); named {
				break
			}
		}
	}
	if named && who.Party == TheBoss {
		item.What, item.By, item.Confidence = PromiseByBoss, who, 75
		item.Reason += "; it names who"
	}
}

// isReceiver reports whether a word before a name says that something is done to
// or with that person, and not by them.
func isReceiver(w string) bool {
	switch w {
	case "to", "with", "for", "from", "about", "an", "mit", "für", "von", "bei", "à", "avec", "pour", "con", "para", "ask", "tell", "call", "meet", "remind", "and":
		return true
	}
	return false
}

// replied makes the item of a reply. A sentence that promises something is a
// promise of its own; where all of the reply promises, that is the only item.
func (r *reader) replied(item *Item, f *found, keys map[int]string) {
	item.By = f.who.who
	item.What, item.Kind, item.Confidence = Reply, rapport.FeedbackReceived, 85
	item.Reason = fmt.Sprintf("“%s” is written before it", f.who.label)
	switch {
	case f.who.label == "":
		item.Confidence, item.Reason = 55, "it is quoted below your line and nobody is named, so it is taken for the boss's"
	case f.who.unknown:
		item.Confidence, item.Reason = 30, fmt.Sprintf("nobody is known by “%s”", f.who.label)
	case !f.who.sure:
		item.Confidence = 70
	}
	if item.By.Party == Me {
		guess := r.guess.Guess(item.Text)
		item.Kind = guess.Kind
	}
	if f.parent >= 0 {
		item.Parent, item.ParentKey = r.found[f.parent].text(), keys[f.parent]
	}
	if item.Meaning == Praised && item.By.Party == TheBoss && f.parent < 0 {
		item.What = Feedback
	}
	promises, all := r.promisesIn(*item, f)
	if !all {
		r.out.Items = append(r.out.Items, *item)
	}
	r.out.Items = append(r.out.Items, promises...)
}

// promisesIn returns the promises in a reply, and whether they are all of it.
func (r *reader) promisesIn(reply Item, f *found) (promises []Item, all bool) {
	what := PromiseByBoss
	switch {
	case reply.By.Party == Me:
		what = PromiseByMe
	case reply.By.Party != TheBoss:
		return nil, false
	}
	sentences := sentencesOf(reply.Text)
	all = true
	said := map[string]int{}
	for _, s := range sentences {
		p := promiseIn(s)
		if p == noPledge && reply.Meaning == Actions && len(sentences) == 1 && f.parent < 0 && !strings.HasSuffix(s, "?") {
			p = impliedOne // "KW: check with finance" under the actions agreed
		}
		if p == noPledge {
			all = all && isFiller(s)
			continue
		}
		item := reply
		item.What, item.Kind, item.Text, item.Said = what, rapport.Commitment, strings.TrimRight(s, ".;, "), reply.Text
		item.Due = r.dueIn(s, reply.From, false)
		if f.part >= 0 && r.parts[f.part].form.week && item.Due != "" && relativeDay(s) {
			item.Due = "" // "tomorrow" of no known day
		}
		item.Key = reply.Key + keyOf("", promiseClass, s, 1+said[sameWords(s)])
		said[sameWords(s)]++
		item.Confidence = min(int(p), reply.Confidence)
		item.Reason = reply.Reason + "; it says what will be done"
		promises = append(promises, item)
	}
	return promises, all && len(promises) > 0
}

// isNothing reports whether the answer to a fixed question is that there is
// nothing.
func isNothing(text string) bool {
	switch sameWords(text) {
	case "nothing", "nothing much", "nothing new", "nothing special", "nothing this week", "nothing today", "nothing to report", "nothing right now", "nothing at the moment", "none", "none this week",
		"no", "nope", "n a", "na", "nil", "not much", "nothing really", "tbd", "see above", "same as last week", "all good", "-", "–", "—", "…", "...", "?",
		"nichts", "nichts neues", "nichts besonderes", "keine", "kein", "keins", "entfällt", "siehe oben", "rien", "rien de spécial", "rien à signaler", "ras", "aucun", "aucune", "nada", "ninguno", "ninguna", "ningún":
		return true
	}
	return false
}

// isFiller reports whether a sentence says nothing that would be missed.
func isFiller(s string) bool {
	switch sameWords(s) {
	case "ok", "okay", "yes", "sure", "good", "fine", "great", "thanks", "agreed", "noted", "will do", "ja", "gut", "passt", "oui", "sí", "si", "thank you", "good point", "understood", "yep", "right", "of course", "":
		return true
	}
	return false
}

// relativeDay reports whether a sentence counts from the very day it was said.
func relativeDay(s string) bool {
	for _, w := range promiseWords(s) {
		switch englishDue(w) {
		case "today", "tomorrow", "tonight", "the day after tomorrow":
			return true
		}
	}
	return false
}
