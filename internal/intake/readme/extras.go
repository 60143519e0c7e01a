package readme

import (
	"slices"
	"strings"
)

// extras returns what a sentence says beside the eight dimensions.
func (d document) extras(s sentence) []Proposal {
	who, _ := d.subject(unlabelled(s.words))
	if who == stranger {
		return nil
	}
	var out []Proposal
	add := func(about, text string, sure int, reason string) {
		if text = strings.Trim(text, " .,;:!"); text != "" {
			out = append(out, Proposal{About: about, Text: text, Confidence: sure, Reason: reason})
		}
	}
	text := " " + strings.Join(s.words, " ") + " "
	mine := slices.ContainsFunc(s.words, func(w string) bool { return w == "i" || strings.HasPrefix(w, "i'") || w == "my" || w == "me" }) || who == author
	asked := who == command
	if g := goalOf(s.text); g != "" {
		add(Goal, g, 80, "they say what they want to reach")
	}
	if mine && hasAny(text, pressures()) && !strings.Contains(text, " works well under ") {
		add(Pressure, s.text, 70, "they say what weighs on them")
	}
	if (mine || asked || who == nobody) && isAboutHours(s.words, text) {
		add(Hours, s.text, 75, "they say when they can be had")
	}
	if (mine || asked || who == thing || who == nobody) && isLeadTime(s.words, text) {
		add(LeadTime, s.text, 80, "they say how early they need it")
	}
	if mine || asked || who == thing || who == nobody {
		if isAboutLength(s.words, text) {
			add(Depth, s.text, 75, "they say how long it may be")
		}
		if isAboutFiles(s.words, text) {
			add(Format, s.text, 75, "they say in which form it has to come")
		}
	}
	if aboutFeedback(s) {
		if mine || asked {
			add(Feedback, s.text, 75, "they say how feedback is given or wanted")
		}
		return out
	}
	if (mine || asked || who == thing || s.words[0] == "for") && isAboutChannel(s.words, text) && (d.isForOneCase(s) || hasAny(text, []string{" only ", " not ", " don't ", " rather ", " never ", " use ", " please "})) {
		add(Channel, s.text, 70, "they say which way to use")
	}
	return out
}

func hasAny(text string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(text, p) })
}

func pressures() []string {
	return []string{" under pressure ", " keeps me awake ", " keeps me up ", " keep me awake ", " weighs on me ", " worries me ", " worry me ", " on my mind ", " keeps me busy until ", " i am worried ", " i'm worried ", " be patient with me ", " stressful for me ", " stretched until ", " under a lot of pressure ", " lose sleep "}
}

// goalOf returns what the author wants to reach, where a sentence says it.
func goalOf(text string) string {
	lower := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	if len(lower) != len(strings.ReplaceAll(text, "’", "'")) {
		return "" // a letter changed its length: the places would not fit
	}
	text = strings.ReplaceAll(text, "’", "'")
	for _, mine := range [...]string{"my ", "our "} {
		for _, kind := range [...]string{"focus", "priority", "priorities", "goal", "goals", "target", "aim", "objective", "objectives", "ambition"} {
			i := strings.Index(lower, kind)
			if i < 0 {
				continue
			}
			m := strings.LastIndex(lower[:i], mine)
			if m < 0 || len(strings.Fields(lower[m:i])) > 3 || m > 0 && lower[m-1] != ' ' {
				continue
			}
			rest := lower[i+len(kind):]
			for _, verb := range [...]string{" is to ", " are to ", " is ", " are ", ": "} {
				if j := strings.Index(rest, verb); j >= 0 && len(strings.Fields(rest[:j])) <= 5 {
					return text[i+len(kind)+j+len(verb):]
				}
			}
		}
	}
	// "This year I want to …", "By December I want …".
	for _, when := range [...]string{"this year", "this quarter", "by the end of", "by january", "by february", "by march", "by april", "by may", "by june", "by july", "by august", "by september", "by october", "by november", "by december", "next year", "this season", "until the end of"} {
		if !strings.Contains(lower, when) {
			continue
		}
		for _, want := range [...]string{"i want to ", "i'd like to ", "i want ", "i need to ", "i would like to ", "i have to ", "we have to ", "we must "} {
			if j := strings.Index(lower, want); j >= 0 {
				return text[j+len(want):]
			}
		}
	}
	return ""
}

// isAboutHours reports whether a sentence says when its author works or can be
// had: it needs a time and a word of being there.
func isAboutHours(words []string, text string) bool {
	there := hasAny(text, []string{
		" offline ", " online ", " available ", " unavailable ", " in the office ", " on site ", " off duty ", " cannot answer ", " can't answer ", " i'm around ", " i am around ", " in surgery ", " on duty ", " i work ", " i start ", " i'm gone ", " i leave ", " at my desk ", " switch my phone off ", " switch off ", " not answer ", " don't answer ", " do not reply ", " don't reply ",
		" i answer ", " i reply ", " work at weekends ", " work weekends ", " i log off ", " i finish ", " i'm in from ", " i am in from ", " i protect ", " not work ", " don't work ", " is off ", " be reached ", " reach me ", " working hours ", " my hours ", " days off ", " my phone ", " i'm in the building ", " away ", " i begin ", " at home ", " out of the office ", " out of office ", " no meetings ", " for my kids ",
	})
	return there && hasTime(words)
}

// hasTime reports whether there is a time of the day, a day of the week or the
// like.
func hasTime(words []string) bool {
	for i, w := range words {
		switch strings.TrimSuffix(w, "s") {
		case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "evening", "morning", "afternoon", "noon", "lunch", "midday", "holiday":
			return true
		}
		if isClock(w) {
			return true
		}
		if isDigits(w) && i > 0 {
			switch words[i-1] {
			case "after", "before", "until", "till", "from", "to", "between", "at", "past", "by":
				return true
			}
		}
		switch w {
		case "six", "seven", "eight", "nine", "ten", "eleven", "four", "five", "three":
			if i > 0 && (words[i-1] == "after" || words[i-1] == "before" || words[i-1] == "until" || words[i-1] == "from" || words[i-1] == "past") && (i+1 == len(words) || words[i+1] == "," || words[i+1] == "to" || words[i+1] == "and" || words[i+1] == "in" || words[i+1] == "at") {
				return true
			}
		}
	}
	return false
}

func isClock(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "am"), "pm"), "h")
	from, to, ok := strings.Cut(w, "-")
	if ok {
		return isClock(from) && isClock(to)
	}
	hour, minute, ok := strings.Cut(w, ":")
	if !ok {
		hour, minute, ok = strings.Cut(w, ".")
	}
	return ok && isDigits(hour) && isDigits(minute) && len(hour) <= 2 && len(minute) == 2
}

func isDigits(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}

// isLeadTime reports whether a sentence says how long before something papers
// have to be there.
func isLeadTime(words []string, text string) bool {
	span := false
	for i, w := range words {
		switch w {
		case "day", "days", "hour", "hours", "week", "weeks", "evening", "night", "morning", "h":
			if i > 0 && (isDigits(words[i-1]) || isNumber(words[i-1]) || words[i-1] == "working" || words[i-1] == "the") {
				span = true
			}
		}
	}
	if !span {
		return false
	}
	ahead := hasAny(text, []string{" before ", " ahead ", " in advance ", " beforehand ", " to review ", " to read ", " earlier ", " prior to ", " notice "})
	papers := hasAny(text, []string{
		" send ", " paper ", " papers ", " document ", " documents ", " deck ", " report ", " reports ", " files ", " file ", " chapters ", " chapter ", " material ", " pre-read ", " draft ", " drafts ", " slides ", " proposal ", " proposals ", " anything longer ", " it to me ", " send it ", " need it ", " have it ", " need them ", " get it ", " need your ", " are due ", " agenda ", " memo ", " reach me ", " be with me ", " figures ", " to review ", " to read ",
	})
	return ahead && papers
}

func isNumber(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "ten", "a", "an", "couple":
		return true
	}
	return false
}

// isAboutChannel reports whether a sentence names a way of contact.
func isAboutChannel(words []string, text string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "phone", "mobile", "whatsapp", "slack", "e-mail", "email", "mail", "chat", "text", "teams", "radio", "pager", "signal", "telephone", "ring", "landline", "sms":
			return true
		}
		return false
	}) || hasAny(text, []string{" team channel ", " direct message ", " contact the ", " call me ", " call the ", " control room ", " through my assistant ", " direct messages "})
}

// unlabelled takes the label off words such as "Board papers: the latest
// version".
func unlabelled(words []string) []string {
	if i := slices.Index(words, ","); i > 0 && i <= 3 && i+1 < len(words) && words[0] != "i" && !isImperative(words[0]) && !strings.HasPrefix(words[0], "i'") {
		return words[i+1:]
	}
	return words
}

// isAboutLength reports whether a sentence bounds the length of a text.
func isAboutLength(words []string, text string) bool {
	bound := hasAny(text, []string{" at most ", " maximum ", " max ", " no more than ", " not more than ", " never more than ", " no longer than ", " not longer than ", " limit ", " within ", " up to ", " keep it to ", " keep them to "})
	for i, w := range words {
		if (w == "page" || w == "pages" || w == "words" || w == "slides") && i > 0 && (isDigits(words[i-1]) || isNumber(words[i-1])) {
			if bound || i+2 < len(words) && words[i+1] == "," && (words[i+2] == "no" || words[i+2] == "not") {
				return true
			}
		}
	}
	return false
}

// isAboutFiles reports whether a sentence says what kind of file or page it
// has to be.
func isAboutFiles(words []string, text string) bool {
	files := slices.ContainsFunc(words, func(w string) bool {
		switch strings.TrimSuffix(w, "s") {
		case "pdf", "spreadsheet", "excel", "powerpoint", "csv", "a4", "a3", "docx", "slide", "deck":
			return true
		}
		return false
	})
	return files && hasAny(text, []string{" send ", " as a pdf ", " as pdf ", " no pdf ", " no pdfs ", " not pdf ", " not pdfs ", " submit ", " attach ", " prefer pdf ", " file ", " files "}) && !hasAny(text, []string{" before ", " in advance ", " ahead "})
}
