// Command rapport keeps the record of your work and drafts the report that
// your boss wants to read.
package main

import (
	"context"
	"os"

	"rapport/internal/app"
	"rapport/internal/cli"
)

// version is stamped by the build.
var version = "dev"

func main() {
	ctx, env := app.Process(context.Background(), version)
	os.Exit(cli.Run(ctx, env, app.Wiring()))
}
