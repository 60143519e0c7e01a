package rapport

// Reply is what somebody answered to something on record, such as a boss below
// a line of running notes. It decides nothing by itself: a promise in it is a
// [Promise] of its own.
type Reply struct {
	Fact
	By   Person
	Text string
	// To is the record that it answers, whatever its noun; zero where that is
	// not on record.
	To RecordID
	// Answers are the words that it answers, where To is zero.
	Answers string
}
