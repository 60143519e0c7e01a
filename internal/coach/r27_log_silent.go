package coach

import (
	"fmt"

	"rapport"
)

// logSilent is R27: nothing was written down for a working week. Three
// questions and a minute are enough.
func logSilent() Rule {
	return Rule{
		ID: "R27", Title: "nothing written down for a while", Source: "B10",
		Check: func(f *Facts) (v Verdict) {
			last := f.lastLine()
			limit := f.Limits.Of("R27.wait")
			switch {
			case last == "" || len(f.Entries) == 0 && f.LastEntry == "":
				v.silent(0, "log", "there is no entry yet")
			case f.RecordDays() < 7:
				v.silent(0, "log", "the record is in its first week")
			case f.onLeave(f.Today):
				v.silent(0, "log", "you are on leave")
			case f.Waited(last) < limit:
				v.silent(0, "log", "the last line is of %s; %s may pass", f.date(last), count(limit, "working day"))
			default:
				finding := Finding{
					Level: Low, Object: "log", Cost: CostOf(1, 0), Routine: true,
					Why: fmt.Sprintf("The last line is of %s, %s ago. What happened since is still fresh.", f.date(last), count(f.Waited(last), "working day")),
					Act: Act{Do: Capture, Step: "Take a minute: what moved, what is stuck, what does nobody know yet?", Command: "rapport log"},
				}
				if n := len(f.Work); n > 0 {
					w := f.Work[n-1]
					finding.About = []rapport.LineID{w.Line}
					finding.Evidence = []Evidence{evidence(w.Record, "the last entry: "+quote(w.Text))}
				}
				v.find(finding)
			}
			return v
		},
	}
}
