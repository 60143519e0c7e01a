package cli

import (
	"io"

	"rapport"
)

// errInterrupted says that the user ended the waiting for input.
var errInterrupted = rapport.Errorf(rapport.Unavailable, "interrupted; nothing was changed").
	WithHint("run the command again when the input is there")

// interruptible is an input whose reader does not wait any longer once the
// user interrupts the program: a pipe that nothing comes through, or a question
// that nobody answers.
type interruptible struct {
	from        io.Reader
	interrupted <-chan struct{}
	// waits is told of each reading; it may be nil.
	waits func()
}

// Read reads like the input, or returns errInterrupted.
func (r interruptible) Read(p []byte) (int, error) {
	if r.waits != nil {
		r.waits()
	}
	type read struct {
		n   int
		err error
	}
	// A buffer of its own: the read may outlive the call.
	buffer, done := make([]byte, len(p)), make(chan read, 1)
	go func() {
		n, err := r.from.Read(buffer)
		done <- read{n, err}
	}()
	select {
	case <-r.interrupted:
		return 0, errInterrupted
	case got := <-done:
		return copy(p, buffer[:got.n]), got.err
	}
}
