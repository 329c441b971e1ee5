package source

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"dateline/parse/text"
)

// isPDF reports whether s is the beginning of a PDF. Something else may stand
// before it.
func isPDF(s sample) bool {
	const near = 1024
	return bytes.Contains(s.head[:min(len(s.head), near)], []byte("%PDF-"))
}

// readPDF reads a PDF.
func readPDF(ctx context.Context, in *input, visit Visit) error {
	file, err := in.pdf.read(ctx, in.data)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errPassword):
		return visit(nil, in.fail("the PDF is protected by a password", "open it in a PDF viewer and save a copy without one", err))
	case err != nil && outOfMemory(err):
		return visit(nil, in.fail("the PDF needs more memory than it may have", "print it to a new PDF from a viewer", err))
	case err != nil:
		return visit(nil, in.fail("not a PDF that can be read", "it may be damaged; print it to a new PDF from a viewer", err))
	}
	d := in.document()
	list := layPDF(file.pages)
	if size(list) == 0 {
		return visit(nil, in.noText(file))
	}
	fillInfo(d, file.info, in.data)
	if isPrintedPage(file.info) {
		list = furnishPrint(list, d)
	}
	var w writer
	for _, p := range list {
		w.page = p.page
		w.add(p.kind, p.level, p.text)
	}
	w.fill(d)
	return in.deliver(d, visit)
}

// noText returns the error about a PDF without text.
func (in *input) noText(file *pdfFile) *Error {
	if len(file.pages) == 0 {
		return in.fail("the PDF has no pages", "it may be damaged; print it to a new PDF from a viewer", nil)
	}
	return in.fail("the pages of the PDF are pictures without text", "run text recognition over it first, for example with ocrmypdf", nil)
}

var (
	pdfDate   = pattern(`^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(\d\d)?'?(\d\d)?)?`)
	junkTitle = pattern(`(?i)^(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|tex|dvi|qxd|html?|odt|rtf|txt)|document\d*|slide \d+|print|about:blank)$`)
)

// isoDate turns the date of a PDF, "D:20210322101112+01'00'", into one that stamp
// reads, as exact as it is. Anything else is returned as it is.
func isoDate(s string) string {
	m := pdfDate().FindStringSubmatch(s)
	if m == nil {
		return s
	}
	iso := m[1]
	for i, separator := range []string{"-", "-"} {
		if m[i+2] == "" {
			return iso
		}
		iso += separator + m[i+2]
	}
	if m[4] == "" || m[5] == "" {
		return iso
	}
	iso += "T" + m[4] + ":" + m[5] + ":" + first(m[6], "00")
	switch {
	case m[7] == "Z":
		iso += "Z"
	case m[7] != "" && m[8] != "":
		iso += m[7] + m[8] + ":" + first(m[9], "00")
	}
	return iso
}

// fillInfo fills d with what the PDF says about itself: XMP and the information
// dictionary.
func fillInfo(d *text.Document, info map[string]string, data []byte) {
	if title := clean(info["Title"]); !junkTitle().MatchString(title) {
		d.Title = title
	}
	d.Author = clean(info["Author"])
	created := "the file's properties (created)"
	if isPrintedPage(info) {
		created = "the day on which the page was printed"
	}
	raw := append(xmpDates(data),
		rawStamp{isoDate(info["CreationDate"]), created},
		rawStamp{isoDate(info["ModDate"]), "the file's properties (last changed)"})
	d.Dates = stamps(raw)
}

// isPrintedPage reports whether a browser made the PDF, from a page with all that
// stands around the article.
func isPrintedPage(info map[string]string) bool {
	return strings.HasPrefix(info["Creator"], "Mozilla/") || strings.HasPrefix(info["Producer"], "Skia/PDF")
}
