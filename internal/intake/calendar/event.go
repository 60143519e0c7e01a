package calendar

import (
	"fmt"
	"time"

	"rapport"
)

// Status is what an event says of itself.
type Status string

// The statuses.
const (
	Confirmed Status = "confirmed"
	Tentative Status = "tentative"
	Cancelled Status = "cancelled"
)

// Fate says what became of one meeting of a series, or of a single one.
type Fate string

// The fates.
const (
	// Planned: it stands where it was put first.
	Planned Fate = "planned"
	// Moved: this one meeting of the series stands at another time than the
	// rule says.
	Moved Fate = "moved"
	// CalledOff: it is in the calendar, marked as cancelled.
	CalledOff Fate = "called off"
	// Left: the rule would have it, and it was taken out (EXDATE). Programs
	// write that when somebody deletes one meeting of a series.
	Left Fate = "left out"
)

// Event is one meeting, or one entry of whole days, of a calendar.
type Event struct {
	UID string
	// Original is where the rule of the series puts this meeting, also after
	// it was moved; with UID it names the meeting for ever. Zero for an event
	// that does not repeat.
	Original rapport.Stamp
	Sequence int
	// Modified is when the event was last changed, as far as it says so.
	Modified rapport.Instant
	Summary  string
	// Description is what its author wrote into it; long ones are cut.
	Description string
	Location    string
	// Start is the first instant and End the first one after it, with the
	// offset of Zone. For whole days they are midnights in the user's zone.
	Start, End rapport.Stamp
	// Zone is the name of the zone it was written in: an IANA name where it is
	// known, the calendar's own word where not, the user's for whole days and
	// for times without a zone.
	Zone string
	// AllDay says that it is about days; First and Last, both included, say
	// which. For a meeting they are its days in its own zone.
	AllDay      bool
	First, Last rapport.Day
	Status      Status
	Fate        Fate
	Organizer   Attendee
	Attendees   []Attendee
	// Series is nil for an event that does not repeat.
	Series *Series
	// Free says that the time is not blocked (TRANSP, busy status).
	Free bool
	// Away says that the busy status is out of office.
	Away       bool
	Categories []string
	// Calendar is the name of the calendar it stands in.
	Calendar string
	// File and Line say where it was read, for messages.
	File string
	Line int
}

// Attendee is somebody or something that takes part.
type Attendee struct {
	// Address is an e-mail address in lower case, empty where there is none.
	Address string
	Name    string
	// Answer is the PARTSTAT in lower case, such as accepted, declined.
	Answer string
	// Kind is the CUTYPE in lower case; empty for a person.
	Kind string
}

// Series is what the meetings of a rule have in common.
type Series struct {
	UID string
	// Rule is the text of the RRULE; empty for a list of dates.
	Rule string
	// Rhythm says the rule in words, such as "every two weeks".
	Rhythm string
	// Days is how far apart meetings usually are, zero where that cannot be
	// said.
	Days int
	// Zone is the one whose clock the series follows.
	Zone string
}

// Key names the event for ever: reading the calendar again gives the same
// meeting the same key, also after it was moved.
func (e Event) Key() string {
	if e.Original.IsZero() {
		return e.UID
	}
	return e.UID + " " + e.Original.At.Time().Format("20060102T150405Z")
}

// Off reports whether the meeting will not or did not take place, as far as
// the calendar knows.
func (e Event) Off() bool { return e.Fate == CalledOff || e.Fate == Left }

// Length returns how long it lasts.
func (e Event) Length() time.Duration { return e.End.At.Time().Sub(e.Start.At.Time()) }

// Warning says what was not understood or left out, and where.
type Warning struct {
	File string
	Line int
	Text string
	// Hint is the next step; may be empty.
	Hint string
}

// String returns the warning with its place.
func (w Warning) String() string {
	switch {
	case w.File == "" && w.Line == 0:
		return w.Text
	case w.Line == 0:
		return w.File + ": " + w.Text
	case w.File == "":
		return fmt.Sprintf("line %d: %s", w.Line, w.Text)
	}
	return fmt.Sprintf("%s, line %d: %s", w.File, w.Line, w.Text)
}

// File is the raw text of one calendar file.
type File struct {
	// Name is for messages and for telling files of one place apart. It never
	// holds the address of a calendar, which is often a secret.
	Name string
	Text []byte
}

// Options are what reading events may know besides the text.
type Options struct {
	// From and Until bound the window: events that touch [From, Until).
	From, Until time.Time
	// Zone is the user's, for times without one and for whole days; nil is
	// UTC.
	Zone *time.Location
}

// Result is what a set of files holds in a window.
type Result struct {
	// Events are in the order of their start.
	Events   []Event
	Warnings []Warning
	// Incomplete says that a file broke off or a limit was met: an event that
	// is missing here may still exist.
	Incomplete bool
}

// The limits. A calendar of a whole working life stays far below each.
const (
	// MaxFile is the size of one file in bytes.
	MaxFile = 64 << 20
	// MaxFolder is the size of all files of a folder together in bytes.
	MaxFolder = 256 << 20
	// MaxFiles is how many files of a folder are read.
	MaxFiles = 50_000
	// MaxWindow is the longest window in days.
	MaxWindow = 12 * 366
	// maxSeries is how many meetings of one series are followed in a window.
	maxSeries = 4_500
	// maxEvents is how many events one reading gives.
	maxEvents = 100_000
	// maxWarnings is how many warnings are told; the rest is counted.
	maxWarnings = 200
	// maxLine is the length of one unfolded line in bytes; what is longer is
	// cut, as pictures inside a calendar are.
	maxLine = 1 << 20
	// maxDescription is how much of a description is kept, in bytes.
	maxDescription = 4_000
)
