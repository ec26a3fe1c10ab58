// Package opc writes the packages in which office documents are kept: parts of XML in an archive, the same bytes for the
// same parts, with nothing of when or where they were made.
package opc

import (
	"archive/zip"
	"compress/flate"
	"encoding/xml"
	"io"
	"strings"
	"time"
)

// Declaration begins a part of XML.
const Declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Types of parts and relationships that all packages have in common.
const (
	RelationshipsSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	DocumentRelation   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
	CoreRelation       = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	CoreType           = "application/vnd.openxmlformats-package.core-properties+xml"
)

// Epoch is when everything in a package was made, so that nothing hangs on when it was.
func Epoch() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

// Writer writes parts, in the order in which they are given, until something goes wrong.
type Writer struct {
	zip *zip.Writer
	err error
}

// NewWriter begins a package. It packs quickly, and not as small as can be: most of the time of writing would go there.
func NewWriter(w io.Writer) *Writer {
	z := zip.NewWriter(w)
	quick, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // which is a level that there is
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		quick.Reset(w) // one part follows another
		return quick, nil
	})
	return &Writer{zip: z}
}

// Begin begins a part; what is written to it is its text until the next part begins.
func (z *Writer) Begin(name string) io.Writer {
	if z.err != nil {
		return io.Discard
	}
	w, err := z.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: Epoch()})
	if err != nil {
		z.err = err
		return io.Discard
	}
	return keeping{z, w}
}

// Part writes a part.
func (z *Writer) Part(name, text string) { _, _ = io.WriteString(z.Begin(name), text) } // what goes wrong is kept

// Failed reports whether something has gone wrong, after which nothing more is written.
func (z *Writer) Failed() bool { return z.err != nil }

// Close ends the package, and says what went wrong.
func (z *Writer) Close() error {
	if z.err != nil {
		return z.err
	}
	return z.zip.Close()
}

// keeping keeps the first thing that goes wrong.
type keeping struct {
	z  *Writer
	to io.Writer
}

func (k keeping) Write(b []byte) (int, error) {
	n, err := k.to.Write(b)
	if err != nil && k.z.err == nil {
		k.z.err = err
	}
	return n, err
}

// Core are the properties of a document: what it is called and in which language it is written. Whoever has no name is
// left out.
type Core struct {
	Title, Creator string
	Dated          bool // it says when it was made, for programs that look for that: at the epoch
}

// XML is the part that holds them.
func (c Core) XML() string {
	var b strings.Builder
	b.WriteString(Declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + Escaped(c.Title) + `</dc:title>`)
	if c.Creator != "" {
		b.WriteString(`<dc:creator>` + Escaped(c.Creator) + `</dc:creator>`)
	}
	b.WriteString(`<dc:language>en-GB</dc:language>`)
	if c.Dated {
		day := Epoch().Format(time.RFC3339)
		b.WriteString(`<dcterms:created xsi:type="dcterms:W3CDTF">` + day + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + day + `</dcterms:modified>`)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

// Escaped is text as XML holds it; what XML forbids is replaced.
func Escaped(s string) string {
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes all
	return b.String()
}

// special reports whether a character may not stand in XML as it is.
func special(r rune) bool {
	return r < 0x20 || r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || r >= 0xd800
}
