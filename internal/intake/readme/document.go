package readme

import (
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// document is what a text is as a whole.
type document struct {
	names []string
	// byName says that the text speaks of its author by name.
	byName bool
	// titled says that it calls itself what it is.
	titled bool
	// isNot says for people what the text is instead.
	isNot    string
	language string
	// unnamed says that neither a heading nor a name tells what it is.
	unnamed bool
	// bare says that a name is all that tells it.
	bare bool
}

// notSuch is why a text yields nothing that has nothing against it and too
// little for it.
const notSuch = "it does not read like a text on how to work with its author"

// doubtful reports whether a text that does not say what it is says too little
// to be one: people who write such texts speak of several things.
func (d document) doubtful(all []Proposal) bool {
	var about []string
	for _, p := range all {
		if key := string(p.Dimension) + p.About; !slices.Contains(about, key) {
			about = append(about, key)
		}
	}
	return d.unnamed && len(about) < 4 || d.bare && len(about) < 3
}

// survey looks at the whole before any sentence counts.
func survey(blocks []block, headings []string, all []sentence, a Author) document {
	d := document{}
	for _, field := range strings.Fields(a.Name) {
		if n := strings.ToLower(strings.Trim(field, ".,")); len(n) > 1 && n != "dr" && n != "prof" && n != "captain" {
			d.names = append(d.names, n)
		}
	}
	d.language = languageOf(all)
	title := titleOf(blocks, headings)
	d.titled = d.titles(title) || slices.ContainsFunc(headings, d.titles) || len(all) > 0 && d.titles(all[0].text) ||
		slices.ContainsFunc(headings, isAboutMe) && atWork(all, true)
	named := d.isNamed(title)
	// The first sentence that has a person for its subject says whether the
	// text speaks of its author by name.
	mine, byName := 0, 0
	addressed := false
	for _, s := range all {
		first := s.words[0]
		switch {
		case slices.ContainsFunc(s.words, func(w string) bool { return w == "i" || strings.HasPrefix(w, "i'") || w == "my" || w == "me" }):
			mine++
		case d.isName(first):
			byName++
		}
		if slices.ContainsFunc(s.words, func(w string) bool { return w == "you" || w == "your" || strings.HasPrefix(w, "you'") }) {
			addressed = true
		}
	}
	d.byName = byName > 0 && byName*2 >= mine
	d.isNot = otherKind(headings, all)
	switch {
	case d.isNot != "":
	case mine == 0 && !d.byName && !d.titled:
		d.isNot = "nobody speaks of themselves in it"
	case d.byName && !named && !d.titled:
		d.isNot = "it speaks of somebody and does not say that it is about working with them"
	case !d.titled && !named && d.isOfAnother(all):
		d.isNot = "it is written by somebody else about them"
	case !d.titled && !named && (mine < 2 || !atWork(all, addressed)):
		d.isNot = notSuch
	}
	d.unnamed = !d.titled && !named
	d.bare = !d.titled && named && !atWork(all, true)
	return d
}

// isName reports whether a word is one of the author's names.
func (d document) isName(word string) bool {
	return slices.Contains(d.names, strings.TrimSuffix(word, "'s"))
}

// isOfAnother reports whether a text in which somebody says I speaks of the
// boss by name or as she or he: the user's own notes, for instance.
func (d document) isOfAnother(all []sentence) bool {
	n := 0
	for _, s := range all {
		if slices.ContainsFunc(s.words, func(w string) bool { return w == "she" || w == "he" || d.isName(w) }) {
			n++
		}
	}
	return n >= 2
}

// longestTitle is how many words the first line may have to count as a title.
const longestTitle = 9

// titleOf returns the first heading, or the first sentence where it is short.
func titleOf(blocks []block, headings []string) string {
	switch {
	case len(blocks) == 0:
		return ""
	case len(headings) > 0 && blocks[0].heading != "":
		return headings[0]
	}
	first := bare(blocks[0].lines[0])
	first = strings.TrimSpace(first[:ends(first)[0]])
	if len(strings.Fields(first)) > longestTitle {
		return ""
	}
	return first
}

// isNamed reports whether a title names the author as the one it is about: it
// begins with the name, or says hardly more than the name.
func (d document) isNamed(title string) bool {
	words := wordsOf(title)
	for len(words) > 0 && (words[0] == "dr" || words[0] == "prof" || words[0] == "captain" || words[0] == "major" || words[0] == "judge" || words[0] == "sister" || words[0] == ",") {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	if d.isName(words[0]) {
		return true
	}
	names := 0
	for _, w := range words {
		switch {
		case d.isName(w):
			names++
		case !isGreeting(w):
			return false
		}
	}
	return names > 0
}

func isGreeting(word string) bool {
	switch word {
	case "hi", "hello", "hey", "from", "i'm", "i", "am", "this", "is", "meet", "about", "me", "my", "name", "readme", "manual", "rules", "here", "in", "short", "team", "all", "welcome", "to", ",", "it's", "its", "with", "by", "for", "of", "the", "notes", "guide":
		return true
	}
	return false
}

// isAboutMe reports whether a heading says that its author comes next, which
// many kinds of text do.
func isAboutMe(heading string) bool {
	h := strings.Join(wordsOf(heading), " ")
	return h == "about me" || h == "who i am" || h == "me"
}

// titles reports whether a heading says that the text is about working with
// its author.
func (d document) titles(heading string) bool {
	words := wordsOf(heading)
	h := " " + strings.Join(words, " ") + " "
	if strings.Contains(h, " working with ") || strings.Contains(h, " work with ") {
		return strings.Contains(h, " me ") || strings.Contains(h, " with your ") || slices.ContainsFunc(words, d.isName)
	}
	for _, phrase := range [...]string{
		" how i work ", " how i like ", " how i take ", " how to reach me ", " reach me ", " user manual ", " user guide ", " manager readme ", " my readme ", " guide to me ", " about me and how ", " me explained ", " me , explained ", " guide to your ", " about working ", " me in short ", " me , in short ",
		" operating instructions ", " operating manual ", " know about me ", " instructions for me ", " what i value ", " what i expect ", " what convinces me ", " my style ", " my preferences ", " how i decide ", " how i communicate ", " communicating with me ", " get the best out of me ", " what matters to me ", " before our first ", " how i prefer ", " how we work together ", " with me ", " how i give ",
	} {
		if strings.Contains(h, phrase) {
			return !strings.Contains(h, "how i used to")
		}
	}
	return strings.HasPrefix(h, " readme ") && len(strings.Fields(h)) > 1 || strings.Contains(h, "'s user manual") || strings.Contains(h, "'s how-to")
}

// atWork reports whether a text speaks of work at all. One that speaks to
// nobody has to say more.
func atWork(all []sentence, addressed bool) bool {
	found := map[string]bool{}
	for _, s := range all {
		for _, w := range s.words {
			switch strings.TrimSuffix(w, "s") {
			case "meeting", "team", "report", "decision", "feedback", "calendar", "deadline", "project", "risk", "boss", "agenda", "update", "message", "question", "problem", "document", "paper", "mail", "e-mail", "email", "office", "goal", "number", "work", "site", "decide", "desk", "call", "proposal", "slide", "draft", "one-on-one", "memo", "detail", "chat", "milestone", "budget", "station", "figure", "option", "recommendation":
				found[w] = true
			}
		}
	}
	return len(found) >= 4 || addressed && len(found) >= 2
}

// otherKind says what a text is that is no text of this kind, by the marks
// that such texts have.
func otherKind(headings []string, all []sentence) string {
	count := func(words ...string) int {
		n := 0
		for _, s := range all {
			for _, w := range words {
				if strings.Contains(" "+strings.Join(s.words, " ")+" ", " "+w+" ") {
					n++
				}
			}
		}
		for _, h := range headings {
			for _, w := range words {
				if strings.Contains(" "+strings.Join(wordsOf(h), " ")+" ", " "+w+" ") {
					n += 2
				}
			}
		}
		return n
	}
	switch {
	case count("install", "build", "usage", "licence", "license", "contributing", "pull request", "run `make", "make build", "npm", "pip", "docker", "repository", "command line", "api") >= 2:
		return "it reads like the description of a program"
	case count("curriculum vitae", "résumé", "work experience", "education", "bsc", "msc", "experience", "references", "languages german", "profile", "skills") >= 3:
		return "it reads like the course of a life"
	case count("we are looking for", "apply", "application", "applicants", "m/f/d", "f/m/d", "salary", "we offer", "your profile", "days of holiday", "vacancy") >= 2:
		return "it reads like an offer of a post"
	case count("minutes of", "present", "apologies", "agenda item", "action item", "any other business", "decision") >= 3 || count("minutes of") > 0 && count("present", "apologies") > 0:
		return "it reads like the minutes of a meeting"
	case count("dear") > 0 && count("regards", "sincerely", "yours", "best wishes", "thank you for your") > 0:
		return "it reads like a letter"
	case count("interview notes", "candidate", "impression", "second round", "applicant") >= 2:
		return "it reads like notes on somebody else"
	case count("shall", "hereby", "the contractor", "the client", "pursuant", "clause") >= 3:
		return "it reads like a contract"
	case count("our tool", "our product", "free trial", "you will love", "discount", "subscribe", "sign up", "price list", "special offer", "unsubscribe") >= 1 && count("our", "us") >= 1:
		return "it reads like an advertisement"
	case count("self review", "performance review", "incident report", "scope of", "policy", "newsletter", "course notes", "invoice", "release notes") >= 2:
		return "it reads like a document about something else"
	case count("preheat", "teaspoon", "tablespoon", "ingredients", "stir", "boil", "simmer", "oven") >= 2:
		return "it reads like a recipe"
	}
	return ""
}

// propose returns what one sentence says.
func (d document) propose(s sentence, day rapport.Day) []Proposal {
	placed := func(p Proposal) Proposal {
		p.Quote, p.Line, p.Heading, p.Day = s.quote, s.line, s.heading, day
		if d.unnamed {
			p.Confidence -= 20
		}
		return p
	}
	if d.isUnmeant(s) {
		return nil
	}
	var out []Proposal
	extras := d.extras(s)
	for _, p := range extras {
		out = append(out, placed(p))
	}
	if aboutFeedback(s) || s.leisure {
		return out
	}
	seen := map[profile.Dimension]profile.Value{}
	var values []Proposal
	readings := profile.Read(s.text)
	for _, r := range readings {
		if r.Sense != profile.For || !r.Plain || r.Value == profile.ThreatSensitive {
			continue
		}
		// A stem without its item says nothing.
		if s.stem != "" && r.To <= len(s.stem) {
			continue
		}
		if denied(readings, r) || (r.Dimension == profile.Intake || r.Dimension == profile.Availability) && d.isForOneCase(s) {
			continue
		}
		sure, why := d.meant(s, r)
		if sure == 0 {
			continue
		}
		if v, ok := seen[r.Dimension]; ok {
			if v != r.Value {
				seen[r.Dimension] = profile.Unknown // two in one sentence: neither is plain
			}
			continue
		}
		seen[r.Dimension] = r.Value
		values = append(values, placed(Proposal{
			Dimension: r.Dimension, Value: r.Value, Confidence: sure,
			Reason: why + ": " + r.Value.Meaning(),
		}))
	}
	if len(values) > 0 {
		out = slices.DeleteFunc(out, func(p Proposal) bool { return p.About == Channel })
	}
	for _, p := range values {
		if seen[p.Dimension] == p.Value {
			out = append(out, p)
		}
	}
	return out
}

// denied reports whether the same sentence says the opposite of a reading.
func denied(all []profile.Reading, r profile.Reading) bool {
	return slices.ContainsFunc(all, func(o profile.Reading) bool {
		return o.Value == r.Value && o.Sense == profile.Against && o.Plain
	})
}

// isUnmeant reports whether a whole sentence is past, supposed, reported or a
// question.
func (d document) isUnmeant(s sentence) bool {
	if strings.HasSuffix(strings.TrimRight(s.quote, "*_) "), "?") {
		return true
	}
	text := " " + strings.Join(s.words, " ") + " "
	for _, phrase := range [...]string{
		" used to like ", " i used to ", " used to be ", " back then ", " in those days ", " years ago ", " in my last ", " at my last ", " in my previous ", " in my old ", " my old boss ", " my former ", " my last boss ", " when i was ", " when i led ", " if i were ", " imagine ", " suppose ", " supposedly ", " perhaps ", " maybe ", " i might ", " i wonder ",
		" according to ", " a director once ", " once told me ", " i am not saying ", " i'm not saying ", " i never said ", " it doesn't matter to me ", " it does not matter to me ", " i don't mind ", " i do not mind ", " no preference ", " i don't have a preference ", " i do not have a preference ", " i don't know ", " i do not know ", " i'm learning ", " i am learning ", " i'm trying to ", " i am trying to ", " i try to become ", " get better at ", " i want to learn ", " i need to work on ", " i want to become ", " i wish i ", " it depends ", " one day i ", " in the past ", " some of you ", " for example a colleague ",
	} {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	for i, w := range s.words {
		if (w == "said" || w == "told" || w == "says" || w == "wrote" || w == "asked") && (i == 0 || s.words[i-1] != "i") && !slices.Contains(s.words[:i], "what") && !slices.Contains(s.words[:i], "has") && !slices.Contains(s.words[:i], "been") {
			return true
		}
	}
	return false
}

// isForOneCase reports whether a sentence says a way of contact for one case
// only, such as an outage.
func (d document) isForOneCase(s sentence) bool {
	if s.words[0] == "otherwise" || s.words[0] == "when" || s.words[0] == "for" || s.words[0] == "in" && len(s.words) > 2 && (s.words[2] == "emergency" || s.words[1] == "emergencies") {
		return true
	}
	i := slices.Index(s.words, "if")
	if i < 0 {
		return false
	}
	text := strings.Join(s.words[i:], " ") + " "
	for _, general := range [...]string{"if you want ", "if you need ", "if you have ", "if possible ", "if in doubt ", "if you'd like ", "if you can ", "if you must ", "if you would "} {
		if strings.HasPrefix(text, general) {
			return false
		}
	}
	return true
}

// aboutFeedback reports whether a sentence is about feedback, which has
// channels and a tone of its own.
func aboutFeedback(s sentence) bool {
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			switch strings.TrimSuffix(w, "s") {
			case "feedback", "praise", "criticism", "criticise", "criticize", "compliment", "recognition":
				return true
			}
			return false
		})
	}
	return has(s.words) || has(wordsOf(s.heading))
}
