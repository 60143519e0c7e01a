package capture

// seeClasses reads which classes of words occur, which stand first and which
// last, and which forms of verbs stand at the start.
func seeClasses(s *sentence, g *signs) {
	last := len(s.terms) - 1
	for last > 0 && s.at(last).kind != wordTerm {
		last--
	}
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		for b := range numClasses {
			if t.class&(1<<b) == 0 {
				continue
			}
			g[seesClass+b] = true
			g[seesFirst+b] = g[seesFirst+b] || i == s.start
			g[seesLast+b] = g[seesLast+b] || i == last
		}
		for b := range numForms {
			if t.form&(1<<b) == 0 {
				continue
			}
			g[seesForm+b] = true
			g[seesFirstForm+b] = g[seesFirstForm+b] || i == s.start
			g[seesNextForm+b] = g[seesNextForm+b] || i == s.start+1
		}
	}
}
