package profile

import "slices"

// Map says which value a stated preference plainly means, if it means one:
// dim is one of the eight dimensions or any other word that says what the
// preference is about, such as medium, channel, format, reports, updates,
// length or meeting; value is in anybody's words. It reports false where the
// preference is to be kept as it is: it names nothing of the list, names two
// values of one dimension, is hedged or conditional, only says what is not
// wanted, or is about something else, such as feedback.
func Map(dim, value string) (Dimension, Value, bool) {
	about := subjectOf(dim)
	if about.never {
		return "", Unknown, false
	}
	if v, err := ParseValue(value); err == nil && v != ThreatSensitive || err == nil && about.named == News {
		if about.named == "" && (len(about.dims) == 0 || slices.Contains(about.dims, v.Of())) || about.named == v.Of() {
			return v.Of(), v, true
		}
	}
	found := plainly(Read(value), about)
	if about.named != "" {
		v, ok := found[about.named]
		return about.named, v, ok && v != Unknown
	}
	// What the preference is about decides where words speak of two
	// dimensions; without that, two are one too many.
	for _, d := range about.dims {
		if v, ok := found[d]; ok {
			return d, v, v != Unknown
		}
	}
	if len(found) == 1 {
		for d, v := range found {
			return d, v, v != Unknown
		}
	}
	return "", Unknown, false
}

// plainly folds readings into one value for each dimension; [Unknown] where
// the words contradict each other. Words that speak for themselves go before
// faint ones, unless these name one more: "a report or a call".
func plainly(readings []Reading, about subject) map[Dimension]Value {
	found := map[Dimension]Value{}
	for _, faint := range []bool{false, true} {
		var spoilt []Dimension
		seen := map[Dimension]Value{}
		for _, r := range readings {
			if r.wished == faint || faint && !about.gives(r.Dimension) || r.Value == ThreatSensitive {
				continue
			}
			before, ok := seen[r.Dimension]
			switch {
			case r.Sense == For && (!ok || before == r.Value):
				seen[r.Dimension] = r.Value
			case r.Sense == For, r.Sense == Void && !faint:
				spoilt = append(spoilt, r.Dimension)
			}
			if already, ok := found[r.Dimension]; ok && r.Sense == For && r.Joined && already != r.Value {
				spoilt = append(spoilt, r.Dimension)
			}
		}
		for _, r := range readings {
			if r.Sense == Against && seen[r.Dimension] == r.Value && r.wished != faint {
				spoilt = append(spoilt, r.Dimension)
			}
		}
		for d, v := range seen {
			if _, ok := found[d]; !ok {
				found[d] = v
			}
		}
		for _, d := range spoilt {
			found[d] = Unknown
		}
	}
	return found
}

// subject is what a free preference is about.
type subject struct {
	// named is the dimension, where the word is its name.
	named Dimension
	// dims lists what such a preference may be about, the likeliest first.
	dims []Dimension
	// never marks subjects of which nothing can be concluded.
	never bool
}

// gives reports whether the subject alone says that a faint word is about d.
func (s subject) gives(d Dimension) bool {
	return s.named == d || len(s.dims) > 0 && s.dims[0] == d
}

// subjectOf returns what the word of a preference is about.
func subjectOf(dim string) subject {
	if d, err := ParseDimension(dim); err == nil {
		return subject{named: d}
	}
	var s subject
	for _, w := range wordsOf(dim) {
		switch w.stem {
		case "feedback", "prais", "criticism", "critiqu", "disagreement", "conflict", "deadlin", "holiday", "leav", "vacation", "birthday", "expens", "languag", "coffe", "lunch", "dress", "travel", "hir",
			"salary", "pay", "car", "offic", "team", "hobby", "famili", "family", "sport", "minut", "protocol", "name", "pronoun", "thank", "recognition", "reward", "promotion", "review", "hour", "hours", "lead", "zon", "when", "tim", "day":
			s.never = true
		case "medium", "channel", "mod", "contact", "reach", "communication", "intak", "input", "deliver", "delivery", "media":
			s.dims = append(s.dims, Intake, Availability, Detail)
		case "length", "depth", "siz", "volum", "level", "granularity", "detail", "page":
			s.dims = append(s.dims, Detail)
		case "report", "document", "mail", "email", "updat", "statu", "status", "memo", "paper", "writing", "writ", "deck", "slid", "presentation", "messag", "briefing", "brief", "deliverabl":
			s.dims = append(s.dims, Detail, Evidence, Intake, Involvement, Structure)
		case "format", "form", "styl", "layout", "shap":
			s.dims = append(s.dims, Structure, Detail, Intake, Evidence)
		case "proof", "argument", "data", "convinc", "persuasion", "reason", "figur", "number":
			s.dims = append(s.dims, Evidence)
		case "autonomy", "delegation", "control", "freedom", "frequency", "cadenc", "rhythm", "supervision", "oversight", "progress":
			s.dims = append(s.dims, Involvement, Availability)
		case "choic", "approval", "propos", "proposal":
			s.dims = append(s.dims, Decision)
		case "decision", "decid":
			s.dims = append(s.dims, Decision)
		case "problem", "issu", "troubl", "escalation", "mistak", "trap", "error", "surpris", "risk", "bad":
			s.dims = append(s.dims, News)
		case "respons", "reachability", "interruption", "calendar", "reply":
			s.dims = append(s.dims, Availability)
		case "meet", "agenda", "one", "1:1":
			s.dims = append(s.dims, Structure, Decision, Intake)
		}
	}
	return s
}
