package rapport

// ReportState says whether a report left.
type ReportState string

// The states of a report.
const (
	Draft ReportState = "draft"
	Sent  ReportState = "sent"
)

// Report is one kept version of a report to a boss. A sent one is kept exactly
// as it left: its text never changes again.
type Report struct {
	ID ReportID
	Record
	Boss BossID
	Period
	// Version counts up among the reports of one boss and period.
	Version int
	State   ReportState
	// Format is that of Text: md, text, html or json.
	Format string
	// Text is exactly what left.
	Text string
	// Medium is the way it went, in the user's words, such as mail.
	Medium string
	// Items are the entries that the text tells, in order.
	Items []ReportItem
	// ItemCount, Pages and Opened come from journals that know no more.
	ItemCount, Pages int
	Opened           Truth
}

// ReportItem is one entry told by a report.
type ReportItem struct {
	Entry EntryID
	// Place is where it stands, such as body or count.
	Place string
}
