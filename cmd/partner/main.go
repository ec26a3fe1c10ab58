// Command partner tells the boards of two organisations whether a proposed partnership between them is
// ready: which kind it is, whether that suits them, and whether what makes it work is in place.
package main

import (
	"os"
	"runtime/debug"

	"partner/pkg/cli"
)

func main() {
	if os.Getenv("GOGC") == "" {
		// A run is short and holds little: collecting garbage from 4 MiB on, as is usual, would take a
		// tenth of it. From 20 MiB on is soon enough for the many documents of a script.
		debug.SetGCPercent(400)
	}
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
