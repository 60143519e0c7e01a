package capture

const numClasses = 58

// seeClasses reads which classes of words occur, stand first and stand last.
func seeClasses(s *sentence, g *signs) {
	last := len(s.terms) - 1
	for last > 0 && s.at(last).kind != wordTerm {
		last--
	}
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		for b := 0; b < numClasses; b++ {
			if t.class&(1<<b) == 0 {
				continue
			}
			g[int(seesHasI)+b] = true
			if i == s.start {
				g[int(seesFirstI)+b] = true
			}
			if i == last {
				g[int(seesLastI)+b] = true
			}
		}
		for b := 0; b < 4; b++ {
			if t.form&(1<<b) == 0 {
				continue
			}
			g[int(seesHasBaseForm)+3*b] = true
			if i == s.start {
				g[int(seesHasBaseForm)+3*b+1] = true
			}
			if i == s.start+1 {
				g[int(seesHasBaseForm)+3*b+2] = true
			}
		}
	}
}
