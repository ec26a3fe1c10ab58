// Command manual writes the man pages of partner from the commands and topics themselves: partner(1), one page for
// each command, and one in section 7 for each topic of the help.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/cpuguy83/go-md2man/v2/md2man"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"partner/pkg/cli"
)

const manual = "Partner manual"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: manual FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Getenv("SOURCE_DATE_EPOCH")); err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(1)
	}
}

// write writes all pages into a folder, which it makes. Their date is that of the sources, in seconds since
// 1970; the clock has no part in it, so that the same sources give the same pages.
func write(folder, epoch string) error {
	dated := time.Unix(0, 0).UTC()
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return fmt.Errorf("SOURCE_DATE_EPOCH is %q: seconds since 1970 are expected", epoch)
		}
		dated = time.Unix(seconds, 0).UTC()
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root := cli.Commands()
	withoutFooter(root)
	if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Manual: manual, Source: "partner", Date: &dated}, folder); err != nil {
		return err
	}
	for _, t := range cli.Topics() {
		page := md2man.Render([]byte(topicPage(t, dated)))
		if err := os.WriteFile(filepath.Join(folder, "partner-"+t.Name+".7"), page, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// withoutFooter keeps the line with which cobra signs its pages, and the day on which it did, off them.
func withoutFooter(c *cobra.Command) {
	c.DisableAutoGenTag = true
	for _, sub := range c.Commands() {
		withoutFooter(sub)
	}
}

// topicPage is the page of a topic, whose text is laid out already, as go-md2man reads pages.
func topicPage(t cli.Topic, dated time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%% %q %q %q %q %q\n", strings.ToUpper("partner-"+t.Name), "7", dated.Format("Jan 2006"), "partner", manual)
	fmt.Fprintf(&b, "# NAME\npartner-%s - %s\n\n# DESCRIPTION\n\n", t.Name, t.Short)
	for line := range strings.Lines(t.Text) {
		b.WriteString("    " + line)
	}
	b.WriteString("\n# SEE ALSO\n**partner(1)**\n")
	return b.String()
}
