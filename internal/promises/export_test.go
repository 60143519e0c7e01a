package promises

// What tests need of the inside.
var (
	Hours  = hours
	Spread = spread
)
