package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestStartInATerminal holds the whole first conversation on a real terminal:
// a nurse without a repository has a report before she has typed six lines.
func TestStartInATerminal(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	c := talk(t, home, "start")
	c.expect("Your name:", "Ana Brandt")
	c.expect("Your boss's name:", "Dana Osei")
	c.expect("  1. ", "Shorter handovers")
	c.expect("  2. ", "")
	c.expect("empty for none", "")
	c.expect("  -", "won: handover takes 14 instead of 25 minutes -> 11 minutes more at the bedside")
	c.expect("  -", "short of one pump on ward 4 since monday")
	c.expect("  -", "")
	if code := c.wait(); code != 0 {
		t.Errorf("start ended with %d\n%s", code, c.text())
	}
	for _, want := range []string{"Report for Dana Osei", "Handover takes 14 instead of 25 minutes", "Next steps", "\x1b["} {
		if !strings.Contains(c.text(), want) {
			t.Errorf("%q is missing in:\n%s", want, c.text())
		}
	}
	if strings.Contains(c.text(), "ccept all") {
		t.Errorf("a nurse was asked about proposals:\n%s", c.text())
	}
}

func TestAnInterruptEndsAQuestion(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	c := talk(t, home, "start")
	c.expect("Your name:", "Ana Brandt")
	c.expect("Your boss's name:", "\x03")
	if code := c.wait(); code == 0 {
		t.Errorf("an interrupted start ended with 0\n%s", c.text())
	}
	c = talk(t, home, "config", "name")
	if code := c.wait(); code != 0 || !strings.Contains(c.text(), "Ana Brandt") {
		t.Errorf("what was answered is not kept: %d\n%s", code, c.text())
	}
}

// conversation is a program on a terminal, with somebody who waits for a
// question before they answer it.
type conversation struct {
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File

	mu   sync.Mutex
	said bytes.Buffer
	// seen is how much of it was waited for.
	seen int
	more chan struct{}
}

// talk starts the command line on a new terminal.
func talk(t *testing.T, home string, args ...string) *conversation {
	t.Helper()
	master, slave := terminal(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Dir = home
	cmd.Env = []string{
		asProgram + "=1", "HOME=" + home, "PATH=" + os.Getenv("PATH"), "TZ=UTC", "TERM=xterm",
		"NOW=2026-11-18T15:30:00Z", "BEGUN=" + strconv.FormatInt(time.Now().UnixNano(), 10), "GIT_CONFIG_NOSYSTEM=1",
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true} // so that ^C reaches it
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := slave.Close(); err != nil {
		t.Fatal(err)
	}
	c := &conversation{t: t, cmd: cmd, master: master, more: make(chan struct{}, 1)}
	go c.listen()
	return c
}

// terminal opens a terminal and returns both its ends.
func terminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("there are no terminals here: %v", err)
	}
	t.Cleanup(func() { _ = master.Close() }) // nobody is listening any more
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetUint32(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}

// listen gathers what the program says until it ends.
func (c *conversation) listen() {
	defer close(c.more)
	buf := make([]byte, 4096)
	for {
		n, err := c.master.Read(buf)
		c.mu.Lock()
		c.said.Write(buf[:n])
		c.mu.Unlock()
		if err != nil {
			return
		}
		select {
		case c.more <- struct{}{}:
		default:
		}
	}
}

// expect waits until the program asks something and then types the answer.
func (c *conversation) expect(question, answer string) {
	c.t.Helper()
	patience := time.After(20 * time.Second)
	for !c.asked(question) {
		select {
		case _, open := <-c.more:
			if !open && !c.asked(question) {
				c.t.Fatalf("the program ended without asking %q:\n%s", question, c.text())
			}
		case <-patience:
			c.t.Fatalf("%q was never asked:\n%s", question, c.text())
		}
	}
	if _, err := c.master.WriteString(answer + "\n"); err != nil {
		c.t.Fatal(err)
	}
}

// asked reports whether the question stands behind the last one, and goes on
// behind it.
func (c *conversation) asked(question string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	at := strings.Index(c.said.String()[c.seen:], question)
	if at < 0 {
		return false
	}
	c.seen += at + len(question)
	return true
}

func (c *conversation) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said.String()
}

// wait returns the exit code.
func (c *conversation) wait() int {
	_ = c.cmd.Wait()   // the code says it
	for range c.more { // until everything is heard
		continue
	}
	return c.cmd.ProcessState.ExitCode()
}
