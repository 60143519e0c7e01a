package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rapport/internal/store/storetest"
)

// nobody is an unprivileged user of every Linux.
const nobody = 65534

// needsRoot skips tests that mount, change owners or leave the network.
func needsRoot(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
}

// TestFullDiskIsSaidAndLosesNothing fills the disk under a store. The command
// fails with a word about the disk; with space again everything is as before.
func TestFullDiskIsSaidAndLosesNothing(t *testing.T) {
	needsRoot(t)
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("needs to mount a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	l := newLife(t, filepath.Join(disk, "rapport.db"))
	l.must("boss", "add", "Ines Calder")
	l.must("log", "won: the queue is down from 40 to 25")
	before := l.export()
	filler := filepath.Join(disk, "holiday.mp4")
	journal := l.write("long.jsonl", fmt.Sprintf(`{"id":"long","t":"2026-03-02T09:00:00Z","type":"note_private","text":%q}`+"\n", strings.Repeat("word ", 200<<10)))
	for _, left := range []int{0, 1, 8, 40, 100} {
		t.Run(fmt.Sprintf("%d kB left", left), func(t *testing.T) {
			own := *l
			own.t = t
			fill(t, filler, left<<10)
			// Whether small changes still fit is the disk's affair; what is not
			// done must be said and undone.
			for _, args := range [][]string{{"import", journal}, {"export", "--out", filepath.Join(disk, "all.jsonl")}, {"backup", filepath.Join(disk, "copy.db")}} {
				if r := own.run(args...); r.code != exitDone {
					r.refused("disk")
				}
			}
			if left == 0 {
				own.run("log", "did: swept the yard").refused("full")
				own.run("report", "--mark-sent", "--out", filepath.Join(disk, "report.md")).refused("disk")
				own.run("undo").refused("full")
			}
			if err := os.Remove(filler); err != nil {
				t.Fatal(err)
			}
			for _, name := range []string{"all.jsonl", "copy.db", "report.md"} {
				if text, err := os.ReadFile(filepath.Join(disk, name)); err == nil && name == "all.jsonl" && string(text) != before {
					t.Errorf("half of %s was left behind: %d bytes", name, len(text))
				}
				_ = os.Remove(filepath.Join(disk, name)) // where it is there at all
			}
			if after := own.export(); after != before {
				t.Error("the store changed")
			}
			left, err := filepath.Glob(filepath.Join(disk, ".*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v %v", left, err)
			}
		})
	}
	l.must("log", "did: swept the yard")
}

// fill writes zeros into a file until the disk is full, then gives back left
// bytes.
func fill(t *testing.T, path string, left int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for block := make([]byte, 4096); ; {
		n, err := f.Write(block)
		size += int64(n)
		if err != nil {
			break
		}
	}
	if err := f.Truncate(max(0, size-int64(left))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestFolderThatMayNotBeWritten runs the program as a user who may look at the
// store and at its folder, and change neither.
func TestFolderThatMayNotBeWritten(t *testing.T) {
	needsRoot(t)
	l := newLife(t, storetest.SQLite(t))
	l.must("log", "won: the queue is down from 40 to 25")
	before := l.export()
	folder := filepath.Dir(l.store)
	for path, mode := range map[string]os.FileMode{filepath.Dir(folder): 0o755, folder: 0o555, l.store: 0o444, l.home: 0o755} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	as := func(location string, args ...string) result {
		own := *l
		own.store = location
		cmd := own.command(t.Context(), args...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		return own.finish(cmd, args)
	}
	as(l.store, "log", "did: swept the yard").refused(l.store, "--db")
	as(l.store, "undo").refused(l.store)
	as(filepath.Join(folder, "new.db"), "log", "did: swept the yard").refused(folder, "--db")
	as(filepath.Join(folder, "deep", "new.db"), "log", "did: swept the yard").refused(folder, "--db")
	as(l.store, "backup", filepath.Join(folder, "copy.db")).refused(folder)
	if r := as(l.store, "list"); r.code != exitDone {
		r.refused(l.store)
	}
	if err := os.Chmod(l.store, 0o600); err != nil {
		t.Fatal(err)
	}
	as(l.store, "list").refused(l.store)
	if after := l.export(); after != before {
		t.Error("the store changed")
	}
}

// TestStoreIsForItsOwnerAlone: nobody else on the machine reads the files. The
// shared-memory file of SQLite holds numbers of pages and no text.
func TestStoreIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	l.must("log", "--private", "I am tired of the reorganisation")
	l.must("backup", filepath.Join(l.home, "copy.db"))
	l.must("export", "--out", filepath.Join(l.home, "all.jsonl"))
	out, err := exec.Command("find", l.home, "-type", "f", "-perm", "/077", "!", "-name", "*-shm").CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	if len(out) > 0 {
		t.Errorf("others may read:\n%s", out)
	}
}

// TestEverythingWorksWithoutANetwork runs a day's commands where there is no
// network at all, not even the machine's own.
func TestEverythingWorksWithoutANetwork(t *testing.T) {
	needsRoot(t)
	l := newLife(t, "")
	repository := l.repository("letters", "answer letters within two days (#12)", "count the letters")
	for _, args := range dayOfCommands(l, repository) {
		cmd := l.command(t.Context(), args...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Run(); err != nil {
			if strings.Contains(err.Error(), "operation not permitted") {
				t.Skipf("needs a network namespace: %v", err)
			}
			t.Errorf("%s: %v\n%s", shown(args), err, stderr.String())
		}
	}
}
