package cli

import (
	"encoding/json"
	"errors"
	"os"
	"strings"

	"rapport"
)

// The exit codes, a published contract.
const (
	exitDone  = 0
	exitUser  = 1 // the user can fix it
	exitOurs  = 2 // our fault
	exitFound = 3 // done, and something was found
)

// exitCode is the one table from errors to exit codes.
func exitCode(err error) int {
	switch rapport.CodeOf(err) {
	case "":
		return exitDone
	case rapport.Internal:
		return exitOurs
	}
	return exitUser
}

// complain says what went wrong on the first line and what to do next on the
// second.
func (sh *shell) complain(err error) {
	hint := rapport.HintOf(err)
	if rapport.CodeOf(err) == rapport.Internal {
		hint = "this is our fault, and nothing is half done; RAPPORT_TRACE=1 in front of the command shows where"
	}
	if sh.asJSON {
		var e *rapport.Error
		place := ""
		if errors.As(err, &e) {
			place = e.Place
		}
		text, _ := json.Marshal(errorJSON{Error: errorBody{ // strings and a code always encode
			Code: rapport.CodeOf(err), Message: err.Error(), Place: place, Hint: hint,
		}})
		sh.tell("%s\n", text)
		return
	}
	p := sh.errPaint()
	sh.tell("%s %s\n", p.red("rapport:"), printable(strings.TrimSpace(err.Error())))
	if hint != "" {
		sh.tell("%s\n", printable(hint))
	}
}

type errorJSON struct {
	Error errorBody `json:"error"`
}

type errorBody struct {
	Code    rapport.Code `json:"code"`
	Message string       `json:"message"`
	Place   string       `json:"place,omitempty"`
	Hint    string       `json:"hint,omitempty"`
}

// usageError is for what was typed wrong; usage is the line that is right.
func usageError(usage, format string, args ...any) error {
	return rapport.Errorf(rapport.Invalid, format, args...).WithHint("usage: %s", usage)
}

// fileError gives the words of a person to an error with a file.
func fileError(err error, doing, path string) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return rapport.Errorf(rapport.NotFound, "%s %s: there is no such file", doing, path).WithHint("check the path").WithCause(err)
	case errors.Is(err, os.ErrPermission):
		return rapport.Errorf(rapport.Unavailable, "%s %s: permission denied", doing, path).WithHint("choose a file that you may use").WithCause(err)
	case errors.Is(err, os.ErrExist):
		return rapport.Errorf(rapport.Conflict, "%s %s: the file exists already", doing, path).WithHint("choose another name, or move it away").WithCause(err)
	}
	return rapport.Errorf(rapport.Unavailable, "%s %s: %w", doing, path, err).WithHint("check the path and the space on the disk")
}
