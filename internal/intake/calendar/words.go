package calendar

import (
	"strings"
)

// saysCancelled knows the words that Exchange and others put before the title
// of a meeting that was called off.
func saysCancelled(title string) bool {
	first, _, ok := strings.Cut(title, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(first)) {
	case "canceled", "cancelled", "canceled event", "cancelled event", "abgesagt", "abgesagter termin", "annulé", "événement annulé", "cancelado", "cancelada", "annullato", "geannuleerd", "inställt", "aflyst", "avlyst", "odwołane", "peruutettu":
		return true
	}
	return false
}
