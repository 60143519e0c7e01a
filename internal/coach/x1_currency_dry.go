package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// currencyDry is X1: what a boss gives in one currency became less from one
// two months to the next. It shows counts with the events behind them, never a
// score (P7).
func currencyDry() Rule {
	return Rule{
		ID: "X1", Title: "less of one kind of help than before", Source: "S0 (P7, P8)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.trendOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) trendOf(b *File, v *Verdict) {
	window, least, patience := f.Limits.Of("X1.days"), f.Limits.Of("X1.asks"), f.Limits.Of("X1.patience")
	split := f.Today.Add(-window)
	type tally struct{ asked, answered int }
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, 0), Private: true}
	var words []string
	looked := 0
	for _, c := range rapport.Currencies {
		var before, since tally
		var behind []Evidence
		for _, a := range b.Asks {
			if a.Currency != c || f.Days(a.Day()) > 2*window || f.Waited(a.Day()) < patience || a.State() == rapport.StateWithdrawn {
				continue
			}
			of := &before
			if a.Day() > split {
				of = &since
			}
			of.asked++
			says := quote(a.Text) + ", open"
			if a.State() == rapport.StateAnswered && (a.AnsweredOn == "" || f.WorkDays(a.Day(), a.AnsweredOn) <= patience) {
				of.answered++
				says = quote(a.Text) + ", answered"
			}
			behind = append(behind, evidence(a.Record, says))
		}
		if before.asked < least || since.asked < least {
			continue
		}
		if looked++; 2*before.answered >= before.asked+1 && 3*since.answered <= since.asked {
			words = append(words, fmt.Sprintf("%s: %d of %d answered before, %d of %d since", c, before.answered, before.asked, since.answered, since.asked))
			finding.Evidence = append(finding.Evidence, behind...)
		}
	}
	var early, recent []Evidence
	for _, s := range b.Surprises {
		switch days := f.Days(s.Day()); {
		case !s.To.IsMe() || days > 2*window:
		case days > window:
			early = append(early, evidence(s.Record, quote(s.Text)))
		default:
			recent = append(recent, evidence(s.Record, quote(s.Text)))
		}
	}
	if len(recent) >= 2 && len(recent) >= len(early)+2 {
		words = append(words, fmt.Sprintf("news that reached you late: %d before, %d since", len(early), len(recent)))
		finding.Evidence = slices.Concat(finding.Evidence, early, recent)
	}
	if len(words) == 0 {
		v.silent(b.ID, at(b), "%s with %d asks before and since %s; none became clearly less", count(looked, "kind of help"), least, f.date(split))
		return
	}
	finding.About = lines(finding.Evidence)
	finding.Why = fmt.Sprintf("Around %s something changed with %s. %s.", f.date(split), b.Name, upper(strings.Join(words, "; ")))
	finding.Act = Act{Do: Look, Step: "Look at the events, and choose the one ask that matters most", Command: "rapport asks @" + string(b.Slug)}
	v.find(finding)
}
