package rapport

import (
	"cmp"
	"slices"
	"strings"
)

// Promise is a commitment between the user and a boss: mine or theirs (P20).
// Theirs are remembered, never assigned (P48).
type Promise struct {
	Fact
	By, To Person
	Text   string
	// Due is the day that was said first; Moved may have changed it since.
	Due Day
	// Hours is the work that is left in it, for the load.
	Hours Amount
	// Meeting is the meeting in which it was made.
	Meeting FactID
	// Project is the piece of work it belongs to: a date of somebody else on
	// the same one can depend on it (P79).
	Project ProjectID
	// Standing is what the events since came to, by [Promise.After].
	Standing
}

// Standing is where a promise stands.
type Standing struct {
	// State is open, kept, late, missed or withdrawn.
	State State
	// DueNow is the day it is due after it was moved.
	DueNow Day
	// ClosedOn is the day it was kept, missed or taken back.
	ClosedOn Day
	// MovedInTime and MovedLate count how often it was moved before it was
	// due, and after.
	MovedInTime, MovedLate int
	// Last is the instant of the newest event it takes account of.
	Last Instant
}

// Boss is the boss whom the promise binds or who holds it; zero where neither
// side is one.
func (p Promise) Boss() BossID {
	if p.By.Boss != 0 {
		return p.By.Boss
	}
	return p.To.Boss
}

// IsMine reports whether the user made the promise.
func (p Promise) IsMine() bool { return p.By.IsMe() }

// PromiseEventKind says what happened to a promise.
type PromiseEventKind string

// What happens to promises.
const (
	PromiseDone      PromiseEventKind = "done"
	PromiseMissed    PromiseEventKind = "missed"
	PromiseMoved     PromiseEventKind = "moved"
	PromiseWithdrawn PromiseEventKind = "withdrawn"
	PromiseReopened  PromiseEventKind = "reopened"
)

// PromiseEvent is something that happened to a promise.
type PromiseEvent struct {
	Fact
	Kind PromiseEventKind
	// Promise is the one it happened to; zero where none fits.
	Promise FactID
	// Text and Ref are how a journal named the promise: a part of its text, or
	// the identity of its line. Whoever knows the promise sets Ref: an event
	// with a text alone is led anew to the promise that it fits whenever a
	// journal comes in.
	Text string
	Ref  LineID
	By   Person
	// Late is what a journal said of a promise that was kept.
	Late Truth
	// Due is the new day of one that was moved.
	Due Day
	// Why is the reason in words.
	Why string
}

// After returns the promise as it stands after its events, whatever their
// order.
func (p Promise) After(events []PromiseEvent) Promise {
	events = slices.Clone(events)
	slices.SortStableFunc(events, func(a, b PromiseEvent) int {
		return cmp.Or(cmp.Compare(a.At.At, b.At.At), cmp.Compare(a.ID, b.ID))
	})
	p.Standing = Standing{State: StateOpen, DueNow: p.Due}
	for _, e := range events {
		if e.Removed == 0 {
			p = p.With(e)
		}
	}
	return p
}

// With returns the promise after one more event, which must not be older than
// those it took account of: Last tells.
func (p Promise) With(e PromiseEvent) Promise {
	late := p.DueNow != "" && e.Day() > p.DueNow
	p.Last = max(p.Last, e.At.At)
	switch e.Kind {
	case PromiseDone:
		p.State, p.ClosedOn = StateKept, e.Day()
		if e.Late.IsYes() || e.Late == NotSaid && late {
			p.State = StateLate
		}
	case PromiseMissed:
		p.State, p.ClosedOn = StateMissed, e.Day()
	case PromiseWithdrawn:
		p.State, p.ClosedOn = StateWithdrawn, e.Day()
	case PromiseReopened:
		p.State, p.ClosedOn = StateOpen, ""
	case PromiseMoved:
		if late {
			p.MovedLate++
		} else {
			p.MovedInTime++
		}
		if e.Due != "" {
			p.DueNow = e.Due
		}
	}
	return p
}

// FindPromise returns the one open promise whose text holds text, of the person
// by where that is said. It reports false where none fits, or several.
func FindPromise(promises []Promise, text string, by Person) (Promise, bool) {
	var found []Promise
	text = strings.ToLower(strings.TrimSpace(text))
	for _, p := range promises {
		if p.Removed == 0 && p.State == StateOpen && (by.IsZero() || by == p.By) && strings.Contains(strings.ToLower(p.Text), text) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		return Promise{}, false
	}
	return found[0], true
}
