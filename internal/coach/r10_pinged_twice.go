package coach

import (
	"fmt"

	"rapport"
)

// pingedTwice is R10: a boss who asks for news again and again wants more of
// it than they get (P87). The answer is to tell first, at a fixed time.
func pingedTwice() Rule {
	return Rule{
		ID: "R10", Title: "asked for news more than once", Source: "S4, S3 (P87)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.pingedBy(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) pingedBy(b *File, v *Verdict) {
	pings := f.unprompted(b)
	if len(pings) == 0 {
		v.silent(b.ID, at(b), "%s did not ask for news", b.Name)
		return
	}
	if daily := f.dailyMode(b); daily != "" {
		v.silent(b.ID, at(b), "%s", daily)
		return
	}
	asked, why := f.oftenAsked(pings)
	if len(asked) == 0 {
		v.silent(b.ID, at(b), "%s asked for news %s in %s: %d on one topic in %s, or %d on any in %s, would be a sign", b.Name, times(len(pings)),
			count(f.Limits.Of("R10.third-days"), "day"), f.Limits.Of("R10.same"), count(f.Limits.Of("R10.same-days"), "day"),
			f.Limits.Of("R10.some"), count(f.Limits.Of("R10.some-days"), "day"))
		return
	}
	last := asked[len(asked)-1]
	if answer := f.rhythmSince(b, last.Day()); answer != "" {
		v.silent(b.ID, at(b), "%s", answer)
		return
	}
	finding := Finding{Level: High, Boss: b.ID, Object: at(b), Cost: CostOf(4, 0)}
	if f.Days(last.Day()) > f.Limits.Of("R10.some-days") {
		finding.Level, finding.Cost = Medium, CostOf(3, 0)
	}
	for _, p := range asked {
		finding.About = append(finding.About, p.Line)
		finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
	}
	finding.Why = fmt.Sprintf("%s asked %s, last on %s: tell before the next question comes.", b.Name, why, f.date(last.Day()))
	finding.Act = Act{
		Do: OpenDraft, Step: "Send the news today and offer a fixed day for it", Command: "rapport report @" + string(b.Slug),
		Draft: "Here is where it stands. Would a few lines every week, on a day that suits you, be the right rhythm?",
	}
	v.find(finding)
}

// unprompted are the requests of a boss that were no answer to the user: what
// follows a question of the user's within a day is talk, not a ping.
func (f *Facts) unprompted(b *File) []rapport.Ping {
	var pings []rapport.Ping
	for _, p := range b.Pings {
		if f.Days(p.Day()) > f.Limits.Of("R10.third-days") {
			continue
		}
		answer := false
		for _, a := range b.Asks {
			if d := p.At.At.Time().Sub(a.At.At.Time()); d >= 0 && d.Hours() <= 24 && TopicOf(a.Text).Meets(TopicOf(p.Text, p.Topic)) {
				answer = true
			}
		}
		if !answer {
			pings = append(pings, p)
		}
	}
	return pings
}

// dailyMode says that frequent requests are what was agreed; empty where not.
func (f *Facts) dailyMode(b *File) string {
	for _, a := range b.Agreements {
		if a.EndedOn == "" && (a.Pace == "live" || a.Pace == "daily") {
			return fmt.Sprintf("you agreed on %s news on %s", a.Pace, f.date(a.Day()))
		}
	}
	if b.Rhythm.Agreed && b.Rhythm.Days == 1 {
		return "a daily talk is agreed"
	}
	return ""
}

// rhythmSince says that a rhythm of news was agreed after the last request.
func (f *Facts) rhythmSince(b *File, last rapport.Day) string {
	for _, a := range b.Agreements {
		if a.EndedOn == "" && a.Day() >= last {
			return "a rhythm of news was agreed on " + f.date(a.Day()) + ", after the last request"
		}
	}
	return ""
}

// oftenAsked returns the requests that are too many, and says why.
func (f *Facts) oftenAsked(pings []rapport.Ping) ([]rapport.Ping, string) {
	within := func(all []rapport.Ping, days int) []rapport.Ping {
		last := all[len(all)-1].Day()
		for i, p := range all {
			if last.Sub(p.Day()) <= days {
				return all[i:]
			}
		}
		return nil
	}
	topics := make([]Topic, len(pings))
	for i, p := range pings {
		topics[i] = TopicOf(p.Text, p.Topic)
	}
	for i := len(pings) - 1; i >= 0; i-- {
		var same []rapport.Ping
		for j, p := range pings[:i+1] {
			if i == j || samePing(p, pings[i], topics[j], topics[i]) {
				same = append(same, p)
			}
		}
		if third := within(same, f.Limits.Of("R10.third-days")); len(third) >= f.Limits.Of("R10.third") {
			return third, times(len(third)) + " for news of one matter"
		}
		if twice := within(same, f.Limits.Of("R10.same-days")); len(twice) >= f.Limits.Of("R10.same") {
			return twice, times(len(twice)) + " for news of one matter within " + count(f.Limits.Of("R10.same-days"), "day")
		}
		if some := within(pings[:i+1], f.Limits.Of("R10.some-days")); len(some) >= f.Limits.Of("R10.some") {
			return some, times(len(some)) + " for news within " + count(f.Limits.Of("R10.some-days"), "day")
		}
	}
	return nil, ""
}

// samePing reports whether two requests are about the same matter: they were
// given the same topic, or share telling words.
func samePing(a, b rapport.Ping, ofA, ofB Topic) bool {
	if a.Topic != "" && b.Topic != "" {
		return rapport.ParseSlug(a.Topic) == rapport.ParseSlug(b.Topic)
	}
	return ofA.Shared(ofB) > 0
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
