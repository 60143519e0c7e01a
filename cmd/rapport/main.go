// Command rapport keeps the record of your work and drafts the report that
// your boss wants to read.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"rapport/internal/app"
	"rapport/internal/cli"
)

// version is stamped by the build.
var version = "dev"

func main() {
	// A command lives for milliseconds; collecting garbage sooner would only
	// make it slower.
	debug.SetGCPercent(400)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, app.Process(version), app.Wiring())
	stop()
	os.Exit(code)
}
