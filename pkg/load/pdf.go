package load

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// officeNames are the programs that print Word papers: by their names on the path, and where they lie where there is no
// such path.
var officeNames = []string{
	"soffice", "libreoffice",
	"/Applications/LibreOffice.app/Contents/MacOS/soffice",
	`C:\Program Files\LibreOffice\program\soffice.exe`, `C:\Program Files (x86)\LibreOffice\program\soffice.exe`,
}

// Office is a LibreOffice on the machine.
type Office struct{ program string }

// FindOffice finds a LibreOffice, or says how to get one.
func FindOffice() (Office, error) {
	for _, name := range officeNames {
		if program, err := exec.LookPath(name); err == nil {
			return Office{program}, nil
		}
	}
	return Office{}, errors.New("a PDF is printed by LibreOffice, and there is none on this machine: install it (on Debian and Ubuntu: apt install libreoffice-writer; elsewhere from libreoffice.org), or print a Word paper with --output docx=FILE and save that as PDF")
}

// officeTime is how long a LibreOffice may take for a paper. Its first start on a machine takes longest.
const officeTime = 3 * time.Minute

// exportTagged asks for a PDF that tells a reader's program what is a heading, a list and a header.
const exportTagged = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"ExportFormFields":{"type":"boolean","value":"false"}}`

// PDF prints a Word paper. It is judged by what was written and not by how the program ended, which says that all is well
// in any case. Nothing of the person's own settings is used or changed.
func (o Office) PDF(ctx context.Context, paper []byte) ([]byte, error) {
	folder, err := os.MkdirTemp("", "partner-pdf-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	word := filepath.Join(folder, "paper.docx")
	if err := os.WriteFile(word, paper, 0o600); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, officeTime)
	defer cancel()
	profile := filepath.ToSlash(filepath.Join(folder, "profile"))
	if !strings.HasPrefix(profile, "/") {
		profile = "/" + profile // it begins with the letter of a drive
	}
	c := exec.CommandContext(ctx, o.program, "-env:UserInstallation="+(&url.URL{Scheme: "file", Path: profile}).String(), "--headless", "--norestore", "--convert-to", exportTagged, "--outdir", folder, word)
	var said bytes.Buffer
	c.Dir, c.Stdout, c.Stderr = folder, &said, &said
	c.WaitDelay = 5 * time.Second
	together(c)
	ran := c.Run()
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return nil, fmt.Errorf("LibreOffice did not print the paper within %s", officeTime)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	pdf, err := os.ReadFile(filepath.Join(folder, "paper.pdf"))
	if err != nil {
		return nil, fmt.Errorf("LibreOffice printed nothing%s; that it can write papers needs its Writer (on Debian and Ubuntu: apt install libreoffice-writer)", saying(said.String(), ran))
	}
	if err := checkPDF(pdf); err != nil {
		return nil, fmt.Errorf("what LibreOffice printed is no paper: %w", err)
	}
	return pdf, nil
}

// saying is the last thing that a program said, or how it ended.
func saying(said string, ran error) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	switch last := strings.TrimSpace(lines[len(lines)-1]); {
	case last != "":
		return " (" + last + ")"
	case ran != nil:
		return " (" + ran.Error() + ")"
	}
	return ""
}

// checkPDF says what is missing of a PDF that everybody can read: it is whole, tagged, in British English and has a title.
func checkPDF(pdf []byte) error {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[max(0, len(pdf)-1024):], []byte("%%EOF")) {
		return errors.New("it is no whole PDF")
	}
	text := unpacked(pdf)
	for _, has := range []struct{ what, missing string }{
		{"/StructTreeRoot", "it has no tags, which those need who hear it read"},
		{"/Lang(en-GB)", "it is not said to be in British English"},
		{"/DisplayDocTitle true", "it has no title"},
	} {
		if !bytes.Contains(text, []byte(has.what)) {
			return errors.New(has.missing)
		}
	}
	return nil
}

// mostObjects is how much is read of the objects of a PDF that are packed.
const mostObjects = 64 << 20

// unpacked are the bytes of a PDF without spaces before brackets, and behind them the objects that are packed in streams.
func unpacked(pdf []byte) []byte {
	all := bytes.Clone(pdf)
	for rest := pdf; ; {
		at := bytes.Index(rest, []byte("/ObjStm"))
		if at < 0 {
			break
		}
		rest = rest[at:]
		from := bytes.Index(rest, []byte("stream"))
		if from < 0 {
			break
		}
		rest = bytes.TrimLeft(rest[from+len("stream"):], "\r\n")
		if z, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			text, _ := io.ReadAll(io.LimitReader(z, mostObjects)) // as much as can be read
			all = append(all, text...)
		}
	}
	return bytes.ReplaceAll(all, []byte("/Lang ("), []byte("/Lang("))
}
