package cli

import (
	"errors"
	"io"
	"strings"

	"rapport"
)

// gone is the cause of an error that says that nobody answers any more.
type gone struct{}

func (gone) Error() string { return "nobody answers any more" }

// errGone says that the person at the terminal closed the input or
// interrupted the program.
func errGone() error {
	return rapport.Errorf(rapport.Invalid, "the input ended before the questions were answered").
		WithHint("what was answered is kept; run the command again to go on").WithCause(gone{})
}

// ask puts a question and returns the line typed, or preset for an empty one.
// It must only be called where [Env.Asks] is true.
func (sh *shell) ask(question, preset string) (string, error) {
	p := sh.errPaint()
	if preset != "" {
		question += " " + p.dim("["+preset+"]")
	}
	_ = sh.out.Flush() // as in sayf
	sh.tell("%s ", p.bold(question))
	line, err := sh.line()
	if err != nil {
		return "", err
	}
	if line == "" {
		return preset, nil
	}
	return line, nil
}

// line reads one typed line. An interrupt ends the waiting.
func (sh *shell) line() (string, error) {
	line, err := sh.in.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		sh.tell("\n")
		return "", errGone()
	}
	return rapport.OneLine(line), nil
}

// lines puts a question and reads lines up to an empty one or the end of the
// input.
func (sh *shell) lines(question string, most int) ([]string, error) {
	sh.tell("%s\n", sh.errPaint().bold(question))
	var all []string
	for len(all) < most {
		sh.tell("  %d. ", len(all)+1)
		line, err := sh.line()
		if errors.Is(err, gone{}) && len(all) > 0 {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if line == "" {
			break
		}
		all = append(all, line)
	}
	return all, nil
}

// choose puts a question with answers of which the first letter is enough; an
// empty line is the first of them, and so is a yes.
func (sh *shell) choose(question string, keys ...string) (string, error) {
	for {
		answer, err := sh.ask(question, keys[0])
		if err != nil {
			return "", err
		}
		answer = strings.ToLower(answer)
		for _, k := range keys {
			if strings.HasPrefix(k, answer) {
				return k, nil
			}
		}
		if strings.HasPrefix("yes", answer) {
			return keys[0], nil
		}
		sh.tell("  please answer %s\n", strings.Join(keys, ", "))
	}
}
