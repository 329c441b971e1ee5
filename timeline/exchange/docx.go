package exchange

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"time"

	"dateline/parse/when"
	"dateline/timeline"
)

// A Word document (ISO/IEC 29500) with one table: date, event, source. It is a
// zip archive whose parts carry a fixed time, so that the same timeline gives
// the same bytes.

// docxParts are the parts that are the same in every document.
var docxParts = []struct{ name, body string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"word/styles.xml", `<w:styles xmlns:w="` + docxNamespace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style></w:styles>`},
}

const (
	docxNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// docxColumns are the widths of date, event and source in twentieths of a point;
// together they fill an A4 page on its side with its margins of an inch.
var docxColumns = []int{2400, 5400, 6150}

func writeDOCX(w io.Writer, t *timeline.Timeline) error {
	z := zip.NewWriter(w)
	for _, p := range docxParts {
		part, err := docxPart(z, p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, xmlHead+p.body); err != nil {
			return err
		}
	}
	part, err := docxPart(z, "word/document.xml")
	if err != nil {
		return err
	}
	d := docxWriter{bufio.NewWriter(part)}
	d.document(t)
	if err := d.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// docxPart starts a part of the archive; 1980 is the first year of its calendar.
func docxPart(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

// docxWriter writes the body of a document. Errors are kept by the buffer until
// it is flushed.
type docxWriter struct{ *bufio.Writer }

func (d docxWriter) document(t *timeline.Timeline) {
	d.put(xmlHead, `<w:document xmlns:w="`, docxNamespace, `"><w:body>`)
	if t.Title != "" {
		d.paragraph("Title", t.Title)
	}
	d.put(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>`)
	for _, width := range docxColumns {
		d.put(`<w:gridCol w:w="`, strconv.Itoa(width), `"/>`)
	}
	d.put(`</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for i, name := range []string{"Date", "Event", "Source"} {
		d.open(i)
		d.put(`<w:p><w:r><w:rPr><w:b/></w:rPr>`)
		d.text(name)
		d.put(`</w:r></w:p></w:tc>`)
	}
	d.put(`</w:tr>`)
	for _, e := range t.Events {
		d.row(e)
	}
	d.put(`</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`)
}

// row writes an event; a row is not broken between pages.
func (d docxWriter) row(e timeline.Event) {
	d.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	d.open(0)
	d.paragraph("", e.When.Words(when.Short))
	d.put(`</w:tc>`)
	d.open(1)
	d.paragraph("", marked(e))
	if e.Note != "" {
		d.paragraph("", e.Note)
	}
	d.put(`</w:tc>`)
	d.open(2)
	for _, s := range e.Sources {
		if s.Quote != "" {
			d.paragraph("Quote", "“"+s.Quote+"”")
		}
		if place := placeOf(s); place != "" {
			d.paragraph("", place)
		}
	}
	if len(e.Sources) == 0 { // a cell ends with a paragraph
		d.paragraph("", "")
	}
	d.put(`</w:tc></w:tr>`)
}

// open starts a cell of a column.
func (d docxWriter) open(column int) {
	d.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(docxColumns[column]), `" w:type="dxa"/></w:tcPr>`)
}

func (d docxWriter) paragraph(style, s string) {
	d.put(`<w:p>`)
	if style != "" {
		d.put(`<w:pPr><w:pStyle w:val="`, style, `"/></w:pPr>`)
	}
	d.put(`<w:r>`)
	d.text(s)
	d.put(`</w:r></w:p>`)
}

// text writes the text of a run.
func (d docxWriter) text(s string) {
	d.put(`<w:t xml:space="preserve">`)
	_ = xml.EscapeText(d, []byte(s)) // the buffer keeps the error
	d.put(`</w:t>`)
}

func (d docxWriter) put(parts ...string) {
	for _, p := range parts {
		_, _ = d.WriteString(p)
	}
}
