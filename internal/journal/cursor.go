package journal

import (
	"strconv"
	"strings"

	"rapport"
)

// A cursor is the id a window starts before, and how many of the window's
// ranked hits were shown. People only hand it back.

func formatCursor(before rapport.RecordID, skip int) string {
	return strconv.FormatInt(int64(before), 36) + "-" + strconv.Itoa(skip)
}

func parseCursor(text string) (before rapport.RecordID, skip int, err error) {
	if text == "" {
		return 0, 0, nil
	}
	id, rest, _ := strings.Cut(text, "-")
	n, err1 := strconv.ParseInt(id, 36, 64)
	skip, err2 := strconv.Atoi(rest)
	if err1 != nil || err2 != nil || n < 0 || skip < 0 {
		return 0, 0, rapport.Errorf(rapport.Invalid, "%q is not a page", text).WithHint("leave --page out to begin at the first")
	}
	return rapport.RecordID(n), skip, nil
}
