// Command partner tells the boards of two organisations whether a proposed partnership between them is
// ready: which kind it is, whether that suits them, and whether what makes it work is in place.
package main

import (
	"os"

	"partner/pkg/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
