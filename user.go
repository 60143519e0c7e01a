package rapport

// User is the person who owns a store's records: the one who answers to
// bosses.
type User struct {
	ID UserID
	Record
	// Slug tells users of one store apart; "me" on one's own machine.
	Slug Slug
	Name string
	// Zone is the IANA name of the user's time zone; empty means the system's.
	Zone string
	// Locale decides how 3/4 is read and is a BCP 47 tag such as en-GB.
	Locale string
	// WorkDays is the user's work week.
	WorkDays WorkWeek
	// Editor is the command that opens text; empty means $VISUAL or $EDITOR.
	Editor string
	// Names and Emails are the identities under which the user's work is
	// found in sources such as git. Two people are never mixed up: a name
	// alone matches only where no address contradicts it.
	Names, Emails []string
	// Sample marks the owner of a sample life made by `rapport demo`.
	Sample bool
}

// CalendarKind says what a dated fact is.
type CalendarKind string

// The kinds of dated facts.
const (
	Leave    CalendarKind = "leave"
	Review   CalendarKind = "review"
	Deadline CalendarKind = "deadline"
	Pressure CalendarKind = "pressure"
)

// CalendarFact is a dated fact about the user's year, such as leave or the
// day a review is due.
type CalendarFact struct {
	ID CalendarID
	Record
	Text string
	// Date is the first day; empty where only the text says it.
	Date Day
	// Until is the last day of a stretch; empty for a single day.
	Until Day
	Kind  CalendarKind
}
