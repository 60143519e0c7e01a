package rapport

// FactID names a dated fact of the relation to a boss: an ask, a promise, a
// meeting, whatever embeds [Fact].
type FactID int64

// Fact is what the dated facts of a working relation have in common. A fact
// happened, or was said, at its instant; its civil day is that of the offset it
// was written with.
type Fact struct {
	ID FactID
	Record
}

// Head returns the common part, so that code for all facts reaches it.
func (f *Fact) Head() *Fact { return f }

// Day is the civil day on which the fact was dated.
func (f Fact) Day() Day { return DayOf(f.At.Time()) }

// State says where something that can end stands.
type State string

// The states of asks, promises and whatever else can end. Each noun says which
// of them it knows.
const (
	// StateOpen: it waits.
	StateOpen State = "open"
	// StateAnswered: an ask or a request got its answer.
	StateAnswered State = "answered"
	// StateKept: a promise was kept.
	StateKept State = "kept"
	// StateLate: a promise was kept after the day it was due.
	StateLate State = "late"
	// StateMissed: a promise was not kept.
	StateMissed State = "missed"
	// StateDone: it is over, with no more to say.
	StateDone State = "done"
	// StateWithdrawn: the one who asked, offered or planned it took it back.
	StateWithdrawn State = "withdrawn"
)

// Amount is a number that may also not have been said.
type Amount struct {
	Value float64
	Said  bool
}

// AmountOf returns a number that was said.
func AmountOf(v float64) Amount { return Amount{v, true} }

// Person is the user, a boss, or anybody else by name. The zero Person is
// nobody that was named.
type Person struct {
	// Boss is set for a boss; Name is then empty.
	Boss BossID
	// Name is "me" for the user, or the name of anybody else.
	Name string
}

// Myself is the user as a [Person].
func Myself() Person { return Person{Name: string(Me)} }

// IsMe reports whether the person is the user.
func (p Person) IsMe() bool { return p.Boss == 0 && p.Name == string(Me) }

// IsZero reports whether nobody was named.
func (p Person) IsZero() bool { return p == Person{} }
