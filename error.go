package rapport

import (
	"errors"
	"fmt"
)

// Code says what kind of error happened, for programs. Doors map codes to
// exit codes and statuses in one table each.
type Code string

// The codes. All but Internal are the user's to fix.
const (
	// Invalid: the input cannot be understood or contradicts itself.
	Invalid Code = "invalid"
	// NotFound: the thing named does not exist.
	NotFound Code = "not-found"
	// Conflict: the thing exists already, or changed meanwhile.
	Conflict Code = "conflict"
	// Unavailable: something outside (a disk, a database, git) did not answer.
	Unavailable Code = "unavailable"
	// Unsupported: this version cannot do it, such as reading a newer store.
	Unsupported Code = "unsupported"
	// Internal: our fault.
	Internal Code = "internal"
)

// Error is what every layer returns to a person: what went wrong in their
// words, where, and what to do next. The cause stays inside for logs.
type Error struct {
	Code    Code
	Message string
	// Place says where, such as "line 17" or a file's path; may be empty.
	Place string
	// Hint is the next step, even a corrected command; may be empty.
	Hint  string
	cause error
}

// Errorf makes an Error with a message for people. A %w among the arguments
// is kept as the cause.
func Errorf(code Code, format string, args ...any) *Error {
	wrapped := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: wrapped.Error(), cause: errors.Unwrap(wrapped)}
}

// WithHint returns a copy of the error with the next step.
func (e *Error) WithHint(format string, args ...any) *Error {
	c := *e
	c.Hint = fmt.Sprintf(format, args...)
	return &c
}

// WithPlace returns a copy of the error with the place it happened.
func (e *Error) WithPlace(format string, args ...any) *Error {
	c := *e
	c.Place = fmt.Sprintf(format, args...)
	return &c
}

// WithCause returns a copy of the error that keeps cause for [errors.Is] and
// for logs, without showing it.
func (e *Error) WithCause(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Error returns the message with its place, without the hint.
func (e *Error) Error() string {
	if e.Place != "" {
		return e.Place + ": " + e.Message
	}
	return e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of err, Internal for an error without one, and the
// empty code for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// HintOf returns the next step that err offers, or the empty string.
func HintOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Hint
	}
	return ""
}
