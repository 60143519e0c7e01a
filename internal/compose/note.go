package compose

import "strconv"

// note is what a listener gets before the talk: where things stand, what
// changed, what is asked, and how much is left for the talk.
func (w *writer) note() []Section {
	var state, change, question []Sentence
	for _, part := range w.o.Parts {
		for _, p := range part.Points {
			switch {
			case part.Role == Needs:
				question = append(question, w.say(p, Needs))
			case isTrouble(p.Item):
				s := w.begin(p)
				text, _ := w.words(p.Entry)
				if title := w.prefix(p); title != "" {
					s.Text = introduce(title, text)
					s.Computed = append(s.Computed, Computed{title, "the title of the project"})
				} else {
					text = capital(text)
				}
				w.tell(&s, p, text, Differs)
				w.finish(&s, p)
				change = append(change, s)
			case part.Role == Work:
				state = append(state, w.lead(p))
			default:
				state = append(state, w.say(p, part.Role))
			}
		}
	}
	if len(state)+len(change)+len(question) == 0 && len(w.o.Counted) == 0 {
		state = append(state, w.nothing())
	}
	s := Section{Role: Differs, Items: append(append(state, change...), question...)}
	if w.o.Form.AskFirst {
		s.Items = append(append(question, change...), state...)
	}
	if len(change) == 0 && w.troubles() == 0 && len(w.o.Late) == 0 && len(w.o.Counted)+len(s.Items) > 0 {
		if calm, ok := w.calm(); ok {
			s.Outro = append(s.Outro, calm)
		}
	}
	if late, ok := w.late(); ok {
		s.Outro = append(s.Outro, late)
	}
	if n := len(w.o.Counted); n > 0 {
		more := Sentence{Text: strconv.Itoa(n) + " more", Reason: "what does not fit the note is counted"}
		off := 0
		for _, p := range w.o.Counted {
			more.Entries = append(more.Entries, p.entries()...)
			if isTrouble(p.Item) {
				off++
			}
		}
		if off > 0 {
			more.Text += ", " + strconv.Itoa(off) + offCourse
		}
		more.Text += forOurTalk
		more.Computed = []Computed{{more.Text, "a count of entries"}}
		s.Outro = append(s.Outro, more)
	}
	if len(w.o.Unseen) > 0 {
		if unseen, ok := w.unseenLine(); ok {
			s.Outro = append(s.Outro, unseen)
		}
	}
	return []Section{s}
}
