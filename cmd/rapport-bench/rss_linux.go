package main

import (
	"os"
	"syscall"
)

// maxRSS is the greatest resident memory of a process that ended, in bytes.
func maxRSS(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss * 1024 // Linux counts kilobytes
}
