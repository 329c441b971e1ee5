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
	sheets  []sheet // the pages, at least one
}

// catalog adds everything but the information about the document, and returns
// the root of it all.
func (d *document) catalog() ref {
	f := d.file
	body := fmt.Appendf(nil, "<< /Type /Catalog /Pages %v /StructTreeRoot %v /MarkInfo << /Marked true >> "+
		"/ViewerPreferences << /DisplayDocTitle true >> /Metadata %v",
		d.pages(), d.painter.tags.write(f, d.sheets[0].ref), f.stream("/Type /Metadata /Subtype /XML", d.metadata()))
	if root := outline(f, d.bookmarks(), d.destination); root != 0 {
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

// pages adds the tree of pages. All show the same picture through windows of
// their own.
func (d *document) pages() ref {
	f, p := d.file, d.painter
	tree := f.reserve()
	picture := f.stream("", p.content())
	contents := make([]string, len(d.sheets))
	for i, h := range d.sheets {
		before, after := h.around(p, d.scene.Background)
		contents[i] = fmt.Sprintf("[%v %v %v]", f.stream("", before), picture, f.stream("", after))
	}
	resources := f.object("<< /Font %s /ExtGState %s >>",
		p.fonts.resources(f), p.states(f, scene.Rect{W: d.scene.Width, H: d.scene.Height}))
	var kids strings.Builder
	for i, h := range d.sheets {
		all := scene.Rect{W: h.Width, H: h.Height}
		body := fmt.Appendf(nil, "<< /Type /Page /Parent %v /MediaBox %s /Contents %s /Resources %v "+
			"/Tabs /S /Group << /S /Transparency /CS /DeviceRGB >>", tree, h.box(all), contents[i], resources)
		if i == 0 {
			body = append(body, " /StructParents 0"...)
		}
		if h.Trim != all {
			body = fmt.Appendf(body, " /TrimBox %s /BleedBox %s", h.box(h.Trim), h.box(all))
		}
		if h.unit != 1 {
			body = fmt.Appendf(body, " /UserUnit %s", precise(h.unit))
		}
		body = append(body, d.annotations(h)...)
		f.put(h.ref, append(body, " >>"...))
		fmt.Fprintf(&kids, " %v", h.ref)
	}
	f.put(tree, fmt.Appendf(nil, "<< /Type /Pages /Kids [%s ] /Count %d >>", kids.String(), len(d.sheets)))
	return tree
}

// annotations adds the links of a page and returns its entry for them.
func (d *document) annotations(h sheet) []byte {
	var list []byte
	for _, l := range d.painter.links {
		area := h.moved(l.area)
		if area == (scene.Rect{}) {
			continue
		}
		body := fmt.Appendf(nil, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect %s /A << /S /URI /URI ", h.box(area))
		body = append(appendString(body, ascii(l.to)), " >>"...)
		if l.content != "" {
			body = appendString(append(body, " /Contents "...), l.content)
		}
		r := d.file.reserve()
		d.file.put(r, append(body, " >>"...))
		list = fmt.Appendf(list, " %v", r)
	}
	if list == nil {
		return nil
	}
	return fmt.Appendf(nil, " /Annots [%s ]", list)
}

// bookmarks returns those asked for, or else the labels of the scene's groups.
func (d *document) bookmarks() []Bookmark {
	if d.options.Bookmarks != nil {
		return d.options.Bookmarks
	}
	return d.painter.labels
}

// destination returns the place of a bookmark: on the first page that shows it, a
// little above and left of it.
func (d *document) destination(b Bookmark) string {
	const margin = 20
	on := d.sheets[0]
	for _, h := range d.sheets {
		if h.Part.Contains(b.At) {
			on = h
			break
		}
	}
	x := max(b.At.X-on.Part.X+on.At.X-margin, 0)
	y := max(b.At.Y-on.Part.Y+on.At.Y-margin, 0)
	return fmt.Sprintf("[%v /XYZ %s %s null]", on.ref, precise(x*on.scale), precise((on.Height-y)*on.scale))
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
