package coach

import (
	"rapport"
)

// Taken is how a boss took something of the user's: recorded as a reaction, or
// worked out of feedback that came within ten days of it.
type Taken struct {
	// Line is the line that shows how it was taken, Day its day.
	Line rapport.LineID
	Day  rapport.Day
	Sign rapport.Sign
	// Of is the line of the report, message or talk that it answers; empty
	// where the record does not say.
	Of rapport.LineID
	// Form says what was answered: report, message, talk or in public.
	Form string
	// Derived says that it was worked out.
	Derived bool
}

// answersWithin is how many days after something feedback still answers it.
const answersWithin = 10

// deriveTaken works out how the boss took what the user did.
func (f *Facts) deriveTaken(of *File) {
	for _, r := range of.Reactions {
		t := Taken{Line: r.Line, Day: r.Day(), Sign: r.Sign}
		t.Of, t.Form = f.lastOutput(of, r.At)
		of.Taken = append(of.Taken, t)
	}
	for _, b := range of.Feedback {
		line, form := f.lastOutput(of, b.At)
		if line == "" || b.Kind == "" {
			continue
		}
		t := Taken{Line: b.Line, Day: b.Day(), Sign: rapport.TakenWell, Of: line, Form: form, Derived: true}
		if b.Kind == rapport.Change {
			t.Sign = rapport.TakenBadly
		}
		of.Taken = append(of.Taken, t)
		f.derived("how "+of.Name+" took a "+form, "feedback within ten days of it", b.Line, line)
	}
}

// lastOutput is the last thing of the user's that the boss saw within ten days
// before an instant.
func (f *Facts) lastOutput(of *File, before rapport.Stamp) (line rapport.LineID, form string) {
	var newest rapport.Instant
	from := rapport.InstantOf(before.At.Time().AddDate(0, 0, -answersWithin))
	see := func(at rapport.Instant, l rapport.LineID, what string) {
		if at >= from && at < before.At && at > newest {
			newest, line, form = at, l, what
		}
	}
	for _, r := range of.Reports {
		see(r.At.At, r.Line, "report")
	}
	for _, m := range of.Messages {
		if m.State == rapport.Sent {
			see(m.At.At, m.Line, "message")
		}
	}
	for _, m := range of.Held() {
		see(m.Begins().At, m.Line, "talk")
	}
	for _, e := range f.Public {
		if e.Boss == of.ID {
			see(e.At.At, e.Line, "word in public")
		}
	}
	return line, form
}
