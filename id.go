package rapport

// Ids are made in Go, never by a database, and are ordered by the time they
// were made: sorting by id is sorting by arrival. They are internal to one
// store and never leave it; what leaves is the [LineID].
type (
	// RecordID names any record, whatever its noun.
	RecordID int64
	// UserID names the owner of a record.
	UserID int64
	// BossID names a boss.
	BossID int64
	// GoalID names a goal of a boss.
	GoalID int64
	// ProjectID names a project.
	ProjectID int64
	// EntryID names an entry of work.
	EntryID int64
	// NoteID names a private note.
	NoteID int64
	// SourceID names a place that entries are proposed from.
	SourceID int64
	// ProposalID names a proposed entry.
	ProposalID int64
	// ReportID names one version of a report.
	ReportID int64
	// CorrectionID names something learnt from the user.
	CorrectionID int64
	// CalendarID names a dated fact.
	CalendarID int64
)

// LineID is the identity of a record in the journal, for ever: any unique
// text. Whatever cites evidence outside the store cites line ids.
type LineID string

// Number is the short number a person types for a record. Numbers count up
// per user over all nouns, so that one number names one thing.
type Number int64

// Slug is the short word that names a boss (@dana), a project (+checkout) or
// a goal (for:speed) on the command line and in the journal: lower-case
// letters, digits and hyphens.
type Slug string

// Record is what everything in the store has in common.
type Record struct {
	// Owner is the user whom the record belongs to.
	Owner UserID
	// Number is zero for records that people never name, such as a folded
	// journal line.
	Number Number
	// Line is the record's identity in the journal.
	Line LineID
	// At is the instant of the record, with the offset it came with.
	At Stamp
	// Removed is the instant at which the user removed the record, or zero.
	// A removed record can be restored; it is in no list and no report.
	Removed Instant
}
