package coach

import (
	"fmt"

	"rapport"
)

// myPromiseDue is R16: a promise of the user's is due, overdue, or will not be
// met as things stand. It is kept or renegotiated before the day (P20).
func myPromiseDue() Rule {
	return Rule{
		ID: "R16", Title: "a promise of yours is due", Source: "B1 (Gabarro and Kotter), P20", Early: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.promisesDueTo(b, &v)
			}
			return v
		},
	}
}

// promisesDueTo finds at most twice: what is past its day needs a new one and
// the reason, what is near its day can still be kept.
func (f *Facts) promisesDueTo(b *File, v *Verdict) {
	var past, near []rapport.Promise
	signs := map[rapport.LineID]*Work{}
	for _, p := range b.Mine {
		sign, because := f.promiseCalm(b, p)
		if because != "" {
			v.silent(b.ID, Object(p.Line), "%s: %s", quote(p.Text), because)
			continue
		}
		signs[p.Line] = sign
		if p.DueNow != "" && p.DueNow < f.Today {
			past = append(past, p)
		} else {
			near = append(near, p)
		}
	}
	if len(past) > 0 {
		v.find(f.promisesDue(b, past, signs))
	}
	if len(near) > 0 {
		v.find(f.promisesDue(b, near, signs))
	}
}

// promisesDue is the finding of promises that are all past their day, or all
// near it.
func (f *Facts) promisesDue(b *File, promises []rapport.Promise, signs map[rapport.LineID]*Work) Finding {
	finding := Finding{Level: High, Boss: b.ID, Object: at(b)}
	first, left := promises[0], 99
	for _, p := range promises {
		if p.DueNow < first.DueNow {
			first = p
		}
		if p.DueNow != "" {
			left = min(left, f.Left(p.DueNow))
		}
		finding.About = append(finding.About, p.Line)
		finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
		if sign := signs[p.Line]; sign != nil {
			finding.Evidence = append(finding.Evidence, evidence(sign.Record, quote(sign.Text)))
		}
	}
	finding.Cost = CostOf(5, max(0, left)) - 1
	overdue := first.DueNow != "" && first.DueNow < f.Today
	step := "Deliver it, or offer a new day before the old one has passed"
	draft := fmt.Sprintf("About %s: a first part by the day I said and the rest two days later, would that do?", lower(first.Text))
	switch {
	case overdue:
		finding.Object = Object(first.Line)
		finding.Why = fmt.Sprintf("You promised %s %s for %s, and it is still open.", b.Name, quote(first.Text), f.date(first.DueNow))
		step = "Say today that it is late, with the reason and a new day that holds"
		draft = fmt.Sprintf("About %s: it is late, and I should have said so before the day. It needs two days more; may I bring it by the end of the week?", lower(first.Text))
	case left <= f.Limits.Of("R16.ahead"):
		finding.Why = fmt.Sprintf("You promised %s %s; it is due on %s.", b.Name, quote(first.Text), f.date(first.DueNow))
	default:
		finding.Why = fmt.Sprintf("You promised %s %s for %s, and your own log says that it may not be met.", b.Name, quote(first.Text), f.date(first.DueNow))
	}
	if n := len(finding.About); n > 1 {
		finding.Why += fmt.Sprintf(" %s in all are %s their day.", upper(count(n, "promise")), nearOrPast(overdue))
	}
	finding.Act = Act{Do: SetDate, Step: step, Command: fmt.Sprintf("rapport move %d by:friday", first.Number), Draft: draft}
	return finding
}

func nearOrPast(overdue bool) string {
	if overdue {
		return "past"
	}
	return "near"
}

// promiseCalm says why a promise needs nothing now, or which entry says that it
// will not be met.
func (f *Facts) promiseCalm(b *File, p rapport.Promise) (sign *Work, because string) {
	if p.State != rapport.StateOpen {
		return nil, "it is " + string(p.State)
	}
	topic := TopicOf(p.Text)
	if p.DueNow == "" || f.Left(p.DueNow) > f.Limits.Of("R16.ahead") {
		// Not due yet: only the log can say that it will not be met.
		for _, w := range f.Late {
			if w.At.At > p.At.At && w.Topic.Meets(topic) {
				sign = w
			}
		}
		switch {
		case sign != nil:
		case p.DueNow == "":
			return nil, "no day was said"
		default:
			return nil, fmt.Sprintf("it is due in %s", count(f.Left(p.DueNow), "working day"))
		}
	}
	if other := f.supersededBy(b, p, topic); other != "" {
		return nil, other
	}
	switch {
	case f.keptSince(p, topic):
		return nil, "a later entry says that it was delivered"
	case p.DueNow != "" && f.Days(p.DueNow) > f.Limits.Of("R16.back"):
		return nil, "it is so long overdue that it belongs into a clearing talk"
	}
	return sign, ""
}

// supersededBy says that the boss put something else first; empty where not.
func (f *Facts) supersededBy(b *File, p rapport.Promise, topic Topic) string {
	puts := func(at rapport.Instant, text string) bool {
		return at > p.At.At && hasWord(text, "stop", "drop", "instead", "cancel", "pause", "postpone", "no.", "not.", "wait", "later.", "forget", "park") && TopicOf(text).Meets(topic)
	}
	for _, i := range b.Instructions {
		if puts(i.At.At, i.Text) {
			return b.Name + " put something else first on " + f.date(i.Day())
		}
	}
	for _, d := range f.Decisions {
		if d.Boss == b.ID && puts(d.At.At, d.Text) {
			return b.Name + " decided otherwise on " + f.date(d.Day())
		}
	}
	return ""
}

// keptSince reports whether a later accomplishment, or something that was sent,
// says what was promised.
func (f *Facts) keptSince(p rapport.Promise, topic Topic) bool {
	for _, w := range f.Work {
		if w.At.At > p.At.At && w.Kind == rapport.Accomplishment && w.Topic.Shared(topic) >= max(2, len(topic)-1) {
			return true
		}
	}
	return false
}

// lower makes a text go on within a sentence, where it begins with a plain
// word.
func lower(text string) string {
	text = rapport.OneLine(text)
	if len(text) > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z' {
		return string(text[0]+'a'-'A') + text[1:]
	}
	return text
}
