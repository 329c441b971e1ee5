package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"dateline/timeline/render/parcel"
	"dateline/timeline/scene"
)

// document puts what the painter collected into a file.
type document struct {
	file    *file
	painter *painter
	scene   *scene.Scene
	options Options
	sheet   sheet
	page    ref
}

// catalog adds everything but the information about the document, and returns
// the root of it all.
func (d *document) catalog() ref {
	f := d.file
	body := fmt.Appendf(nil, "<< /Type /Catalog /Pages %v /StructTreeRoot %v /MarkInfo << /Marked true >> "+
		"/ViewerPreferences << /DisplayDocTitle true >> /Metadata %v",
		d.pages(), d.painter.tags.write(f, d.page), f.stream("/Type /Metadata /Subtype /XML", d.metadata()))
	if root := outline(f, d.painter.labels, d.page, d.destination); root != 0 {
		body = fmt.Appendf(body, " /Outlines %v", root)
	}
	if d.options.Language != "" {
		body = appendString(append(body, " /Lang "...), d.options.Language)
	}
	if d.options.Embed != nil {
		spec := d.attachment()
		body = fmt.Appendf(body, " /Names << /EmbeddedFiles << /Names [(%s) %v] >> >> /AF [%v]", parcel.Name, spec, spec)
	}
	r := f.reserve()
	f.put(r, append(body, " >>"...))
	return r
}

// pages adds the tree of pages, which is one page.
func (d *document) pages() ref {
	f, p := d.file, d.painter
	tree := f.reserve()
	contents := f.stream("", p.content())
	body := fmt.Appendf(nil, "<< /Type /Page /Parent %v /MediaBox [0 0 %s %s] /Contents %v "+
		"/Resources << /Font %s /ExtGState %s >> /StructParents 0 /Tabs /S "+
		"/Group << /S /Transparency /CS /DeviceRGB >>",
		tree, precise(d.sheet.width), precise(d.sheet.height), contents, p.fonts.resources(f), p.states(f, scene.Rect{W: d.scene.Width, H: d.scene.Height}))
	if d.sheet.unit != 1 {
		body = fmt.Appendf(body, " /UserUnit %s", precise(d.sheet.unit))
	}
	if len(p.links) > 0 {
		body = append(body, " /Annots ["...)
		for _, l := range p.links {
			body = fmt.Appendf(body, " %v", d.annotation(l))
		}
		body = append(body, " ]"...)
	}
	f.put(d.page, append(body, " >>"...))
	f.put(tree, fmt.Appendf(nil, "<< /Type /Pages /Kids [%v] /Count 1 >>", d.page))
	return tree
}

// annotation adds a link.
func (d *document) annotation(l link) ref {
	h := d.sheet
	body := fmt.Appendf(nil, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [%s %s %s %s] /A << /S /URI /URI ",
		precise(l.area.X*h.scale), precise(h.height-l.area.Bottom()*h.scale),
		precise(l.area.Right()*h.scale), precise(h.height-l.area.Y*h.scale))
	body = append(appendString(body, ascii(l.to)), " >>"...)
	if l.content != "" {
		body = appendString(append(body, " /Contents "...), l.content)
	}
	r := d.file.reserve()
	d.file.put(r, append(body, " >>"...))
	return r
}

// destination returns the place of a bookmark on the page, a little above and
// left of what it names.
func (d *document) destination(l label) string {
	const margin = 20
	x, y := max(l.at.X-margin, 0), max(l.at.Y-margin, 0)
	return precise(x*d.sheet.scale) + " " + precise(d.sheet.height-y*d.sheet.scale)
}

// ascii returns an address with what is not ASCII percent-encoded.
func ascii(address string) string {
	var out strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c > '~' {
			fmt.Fprintf(&out, "%%%02X", c)
			continue
		}
		out.WriteByte(c)
	}
	return out.String()
}

// producer is the name that files give as their maker.
const producer = "Dateline"

// info adds the information about the document.
func (d *document) info() ref {
	body := []byte("<< /Producer (" + producer + ")")
	for _, e := range []struct{ key, value string }{
		{"Title", d.scene.Title}, {"Author", d.options.Author}, {"Subject", d.options.Subject},
	} {
		if e.value != "" {
			body = appendString(append(body, " /"+e.key+" "...), e.value)
		}
	}
	r := d.file.reserve()
	d.file.put(r, append(body, " >>"...))
	return r
}

// metadata returns the same information as XMP.
func (d *document) metadata() []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` +
		"<dc:format>application/pdf</dc:format><pdf:Producer>" + producer + "</pdf:Producer>")
	for _, e := range []struct{ open, value, shut string }{
		{"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", d.scene.Title, "</rdf:li></rdf:Alt></dc:title>"},
		{"<dc:creator><rdf:Seq><rdf:li>", d.options.Author, "</rdf:li></rdf:Seq></dc:creator>"},
		{"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", d.options.Subject, "</rdf:li></rdf:Alt></dc:description>"},
	} {
		if e.value != "" {
			b.WriteString(e.open)
			_ = xml.EscapeText(&b, []byte(e.value)) // a bytes.Buffer takes everything
			b.WriteString(e.shut)
		}
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
