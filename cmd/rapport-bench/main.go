// Command rapport-bench measures the program against floors in the same run.
//
// A time says little: it depends on the machine and on what else it does. So
// each thing a person waits for is run cold, as a whole process, in turn with
// a floor that does as little as can be done (a bare Go program, the sqlite3
// shell doing the same durable insert, git log with the same options), and the
// ratio of the medians is compared with the limit that was set for it. Go
// benchmarks of the engines follow. The table goes to standard output, all
// figures to a JSON file.
//
// Nothing here fails for being slow: it prints "over" beside the limit, and
// people decide.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "rapport-bench:", err)
		os.Exit(1)
	}
}
