package arch

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// maxInit is how long all packages together may take before main: imported
// packages are initialised whether a command uses them or not.
const maxInit = 3 * time.Millisecond

func TestTheProgramIsReadyAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "rapport")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "./cmd/rapport")
	build.Dir, build.Env = root, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the program does not build: %v\n%s", err, out)
	}
	// The best of several runs: other tests share the machine.
	best, trace := time.Hour, ""
	for range 15 {
		run := exec.CommandContext(t.Context(), program, "version")
		run.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var stderr bytes.Buffer
		run.Stderr = &stderr
		if err := run.Run(); err != nil {
			t.Fatalf("rapport version: %v\n%s", err, &stderr)
		}
		if sum := initTime(&stderr); sum > 0 && sum < best {
			best, trace = sum, stderr.String()
		}
	}
	t.Logf("package initialisation takes %v", best)
	if best > maxInit {
		t.Errorf("package initialisation takes %v, more than %v:\n%s", best, maxInit, trace)
	}
}

// initTime adds up the lines "init PACKAGE @1.2 ms, 0.03 ms clock, …".
func initTime(trace *bytes.Buffer) (sum time.Duration) {
	lines := bufio.NewScanner(bytes.NewReader(trace.Bytes()))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 7 || fields[0] != "init" || fields[6] != "clock," {
			continue
		}
		ms, err := strconv.ParseFloat(fields[4], 64)
		if err == nil {
			sum += time.Duration(ms * float64(time.Millisecond))
		}
	}
	return sum
}
