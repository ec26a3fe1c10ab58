//go:build unix

package load

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const wholePDF = "%PDF-1.6 /StructTreeRoot 4 0 R /Lang(en-GB) /DisplayDocTitle true %%EOF"

// office puts a program in the place of LibreOffice that does this where it is to print into $7.
func office(t *testing.T, does string) Office {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+does+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin"+string(os.PathListSeparator)+"/bin")
	o, err := FindOffice()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestAPDFIsJudgedByItsFile and not by how the program ended.
func TestAPDFIsJudgedByItsFile(t *testing.T) {
	for does, want := range map[string]string{
		"printf '" + strings.ReplaceAll(wholePDF, "%", "%%") + "' > \"$7/paper.pdf\"":         "",
		"printf '" + strings.ReplaceAll(wholePDF, "%", "%%") + "' > \"$7/paper.pdf\"; exit 1": "",
		"echo 'source file could not be loaded'":                                              "source file could not be loaded",
		"exit 3":                                                                              "exit status 3",
		"echo nothing > \"$7/paper.pdf\"":                                                     "no whole PDF",
		"printf '%%PDF-1.6 %%%%EOF' > \"$7/paper.pdf\"":                                       "no tags",
		"printf '%%PDF-1.6 /StructTreeRoot %%%%EOF' > \"$7/paper.pdf\"":                       "British English",
		"printf '%%PDF-1.6 /StructTreeRoot /Lang (en-GB) %%%%EOF' > \"$7/paper.pdf\"":         "no title",
	} {
		pdf, err := office(t, does).PDF(context.Background(), []byte("paper"))
		switch {
		case want == "" && (err != nil || string(pdf) != wholePDF):
			t.Errorf("%s: %q, %v", does, pdf, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, and not %q", does, err, want)
		}
	}
}

// TestAPDFLeavesNothingBehind: no file of it stays, and each has settings of its own.
func TestAPDFLeavesNothingBehind(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	seen := filepath.Join(t.TempDir(), "seen")
	o := office(t, "echo \"$1\" >> "+seen+"; cat \"$8\" >> "+seen+"; printf '"+strings.ReplaceAll(wholePDF, "%", "%%")+"' > \"$7/paper.pdf\"")
	for range 2 {
		if _, err := o.PDF(context.Background(), []byte("the paper\n")); err != nil {
			t.Fatal(err)
		}
	}
	left, _ := os.ReadDir(tmp)
	text, err := os.ReadFile(seen)
	lines := strings.Split(string(text), "\n")
	if err != nil || len(left) != 0 || len(lines) != 5 || lines[0] == lines[2] || lines[1] != "the paper" || !strings.HasPrefix(lines[0], "-env:UserInstallation=file:///") {
		t.Errorf("%d files are left; it was run as %q", len(left), lines)
	}
}

// TestAnInterruptedPDFEnds with all that it has started.
func TestAnInterruptedPDFEnds(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	marker := filepath.Join(t.TempDir(), "went on")
	if _, err := office(t, "(sleep 2; echo x > "+marker+") & wait").PDF(ctx, nil); err == nil {
		t.Error("it is not interrupted")
	}
	time.Sleep(2500 * time.Millisecond)
	if _, err := os.Stat(marker); !errors.Is(err, os.ErrNotExist) {
		t.Error("what it started goes on")
	}
}

func TestWithoutLibreOfficeItIsSaidHowToGetIt(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := os.Stat(officeNames[2]); err == nil {
		t.Skip("LibreOffice lies where it is looked for")
	}
	if _, err := FindOffice(); err == nil || !strings.Contains(err.Error(), "install it") || !strings.Contains(err.Error(), "docx") {
		t.Error(err)
	}
}
