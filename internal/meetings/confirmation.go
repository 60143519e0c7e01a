package meetings

import (
	"strings"

	"rapport"
)

// Confirmation is what may be sent after a talk so that both remember the same:
// decisions and promises, and nothing else. It has no place for anything
// private.
type Confirmation struct {
	Day     rapport.Day
	Decided []string
	// Yours are the boss's promises, Mine the user's, each with its day.
	Yours, Mine []string
}

// Confirmation returns what was decided and promised, in the words of the user.
func (c Captured) Confirmation(day rapport.Day) Confirmation {
	out := Confirmation{Day: day}
	for _, d := range c.Decisions {
		out.Decided = append(out.Decided, d.Text)
	}
	for _, p := range c.Promises {
		text := p.Text
		if p.DueNow != "" {
			text += " by " + shortDay(p.DueNow)
		}
		if p.IsMine() {
			out.Mine = append(out.Mine, text)
		} else {
			out.Yours = append(out.Yours, text)
		}
	}
	return out
}

// Lines writes it in three lines at most; none where nothing was decided or
// promised.
func (c Confirmation) Lines() []string {
	var lines []string
	for _, part := range [...]struct {
		head  string
		texts []string
	}{{"Decided", c.Decided}, {"You", c.Yours}, {"I", c.Mine}} {
		if len(part.texts) == 0 {
			continue
		}
		head := part.head
		if len(lines) == 0 {
			head = shortDay(c.Day) + ". " + head
		}
		lines = append(lines, head+": "+strings.Join(part.texts, "; "))
	}
	return lines
}
