package source

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/parse/text"
)

// hostile is a file that was made to do harm.
type hostile struct {
	name string
	data func() []byte
}

const (
	kilo = 1 << 10
	mega = 1 << 20
)

func rep(s string, bytes int) string { return strings.Repeat(s, bytes/len(s)+1) }

// repeated is a file of one piece again and again.
func repeated(name, before, piece string, size int, after string) hostile {
	return hostile{name, func() []byte { return []byte(before + rep(piece, size) + after) }}
}

// part is one file of a zip.
type part struct{ name, content string }

func zipOf(parts ...part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func zipFile(name string, parts func() []part) hostile {
	return hostile{name, func() []byte { return zipOf(parts()...) }}
}

// wordFile is a Word document with a body.
func wordFile(body string) []part {
	return []part{
		{"[Content_Types].xml", `<Types/>`},
		{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>` + body + `</w:body></w:document>`},
	}
}

func openFile(body string) []part {
	return []part{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<?xml version="1.0"?><office:document-content><office:body>` + body + `</office:body></office:document-content>`},
	}
}

const container = `<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>`

func book(opf string, parts ...part) []part {
	return append([]part{{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", container}, {"c.opf", opf}}, parts...)
}

// pdfOf numbers objects and adds a table of their places.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(dict, s string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(s), s)
}

// onePage is a PDF of one page that draws content.
func onePage(content string, more ...string) []byte {
	return pdfOf(append([]string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
		stream("", content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	}, more...)...)
}

func fixed(name string, data []byte) hostile {
	return hostile{name, func() []byte { return data }}
}

// deep nests pieces.
func deep(name, before, open, closing string, depth int, after string) hostile {
	return hostile{name, func() []byte {
		return []byte(before + strings.Repeat(open, depth) + "in 1921" + strings.Repeat(closing, depth) + after)
	}}
}

func noise(size int) []byte {
	r := rand.New(rand.NewPCG(1921, 5))
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// plist is a binary property list.
func plist(refSize int, objects ...[]byte) []byte {
	b := []byte("bplist00")
	var at []int
	for _, o := range objects {
		at = append(at, len(b))
		b = append(b, o...)
	}
	table := len(b)
	for _, a := range at {
		b = binary.BigEndian.AppendUint32(b, uint32(a))
	}
	trailer := make([]byte, 32)
	trailer[6], trailer[7] = 4, byte(refSize)
	binary.BigEndian.PutUint64(trailer[8:], uint64(len(objects)))
	binary.BigEndian.PutUint64(trailer[24:], uint64(table))
	return append(b, trailer...)
}

// zipWithSize is a zip whose only file says that it has a size that it has not.
func zipWithSize(name string, size uint32) hostile {
	return hostile{name, func() []byte {
		data := zipOf(wordFile("<w:p><w:r><w:t>in 1921</w:t></w:r></w:p>")...)
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte("PK\x01\x02"))
			if i < 0 {
				return data
			}
			at += i + 4
			binary.LittleEndian.PutUint32(data[at+20:], size)
		}
	}}
}

func nestedZip(depth int) []byte {
	data := zipOf(part{"a.txt", "It was built in 1921."})
	for range depth {
		data = zipOf(part{"inner.zip", string(data)})
	}
	return data
}

// overlapping is a zip whose entries all have the same compressed bytes.
func overlapping(entries, size int) []byte {
	data := zipOf(part{"a", rep("a b ", size)})
	at := bytes.Index(data, []byte("PK\x01\x02"))
	const header = 46
	first := data[at : at+header]
	out := bytes.Clone(data[:at])
	for i := range entries {
		name := fmt.Sprint(i, ".txt")
		entry := bytes.Clone(first)
		binary.LittleEndian.PutUint16(entry[28:], uint16(len(name)))
		out = append(append(out, entry...), name...)
	}
	end := bytes.Clone(data[len(data)-22:])
	binary.LittleEndian.PutUint16(end[8:], uint16(entries))
	binary.LittleEndian.PutUint16(end[10:], uint16(entries))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(out)-at))
	return append(out, end...)
}

func hostileMail(kind, body string) []byte {
	return []byte("From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nDate: Thu, 05 May 1921 10:00:00 +0000\r\n" + kind + "\r\n" + body)
}

func nestedMail(depth int) []byte {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	return hostileMail("", b.String()+"\r\nin 1921")
}

// hostileFiles is the set of files that must neither crash, nor hang, nor
// balloon.
func hostileFiles() []hostile {
	word := func(name, body string) hostile { return zipFile(name, func() []part { return wordFile(body) }) }
	open := func(name, body string) hostile { return zipFile(name, func() []part { return openFile(body) }) }
	return []hostile{
		// text
		fixed("empty", nil), fixed("one zero", []byte{0}), fixed("one byte", []byte{0xff}),
		fixed("byte order mark", []byte("\xef\xbb\xbf")), fixed("half a UTF-16 letter", []byte("\xff\xfea")), fixed("UTF-32 mark", []byte("\xff\xfe\x00\x00a")),
		{"noise", func() []byte { return noise(4 * mega) }},
		{"zeros", func() []byte { return make([]byte, 20*mega) }},
		repeated("newlines", "", "\n", 20*mega, ""), repeated("two-letter paragraphs", "", "a\n\n", 12*mega, ""),
		repeated("million paragraphs", "", "a\n\n", 3*mega, ""),
		repeated("one line", "", "word ", 15*mega, ""), repeated("one word", "", "w", 15*mega, ""), repeated("no-break spaces", "", "\u00a0", 10*mega, ""),
		repeated("combining marks", "a", "\u0301", 8*mega, ""), repeated("right to left overrides", "", "\u202e", 8*mega, ""),
		repeated("carriage returns", "", "\r", 8*mega, ""), repeated("broken UTF-8", "", "\xc3(", 8*mega, ""), repeated("surrogates", "\xff\xfe", "\x00\xd8", 4*mega, ""),
		repeated("escapes", "", "\x1b[31m", 4*mega, ""), repeated("form feeds", "", "\f", 8*mega, ""),
		// Markdown
		repeated("emphasis", "# a\n\n", "*a **a ", 400*kilo, ""), repeated("open links", "# a\n\n", "[a](", 400*kilo, ""),
		repeated("open brackets", "# a\n\n", "[", mega, ""), repeated("images", "# a\n\n", "![", mega, ""), repeated("quotes", "# a\n\n", "> ", 2*mega, "a"),
		repeated("underscores", "# a\n\n", "_a_", mega, ""), repeated("tildes", "# a\n\n", "~~a", mega, ""), repeated("backticks", "# a\n\n", "`a", mega, ""),
		repeated("pipes", "# a\n\n", "|", 2*mega, ""), repeated("escapes in Markdown", "# a\n\n", `\*`, 2*mega, ""), repeated("entities in Markdown", "# a\n\n", "&amp;", 2*mega, ""),
		repeated("front matter without end", "---\n", "a: b\n", 4*mega, ""), repeated("hashes", "# a\n\n", "#", 2*mega, ""), repeated("open tags in Markdown", "# a\n\n", "<a ", 2*mega, ""),
		repeated("code fences", "# a\n\n", "```\n", mega, ""), repeated("reference definitions", "# a\n\n", "[a]: b\n", 2*mega, ""),
		// HTML
		deep("div", "<html><body>", "<div>", "</div>", 50_000, ""), deep("bold", "<html><body>", "<b>", "</b>", 50_000, ""),
		deep("span", "<html><body>", "<span>", "", 100_000, ""), deep("tables", "<html><body>", "<table><tr><td>", "", 30_000, ""),
		deep("lists", "<html><body>", "<ul><li>", "", 50_000, ""), deep("fonts", "<html><body>", "<font>", "", 100_000, ""), deep("svg", "<html><body>", "<svg>", "", 50_000, ""),
		deep("templates", "<html><body>", "<template>", "", 50_000, ""), deep("select", "<html><body>", "<select>", "", 50_000, ""), deep("500 div", "<html><body>", "<div>", "</div>", 500, ""),
		repeated("short paragraphs", "<html><body>", "<p>a</p>", 2*mega, ""), repeated("attribute", `<html><body><p class="`, "a ", 5*mega, `">in 1921`),
		repeated("attributes", "<html><body><p ", "a b=c ", 4*mega, ">in 1921"), repeated("comment", "<html><body><!--", "-", 20*mega, "-->in 1921"),
		repeated("script", "<html><body><script>", "datePublished:", 3*mega, "</script>in 1921"), repeated("links", "<html><body>", `<a href="x">in 1921</a> `, mega, ""),
		repeated("date metas", "<html><head>", `<meta name="date" content="2021-13-45">`, 3*mega, "</head><body>in 1921"), repeated("date elements", "<html><body>", `<div class="date">5 May 1921</div>`, mega, ""),
		repeated("time elements", "<html><body>", `<time datetime="x">1921</time>`, mega, ""), repeated("entities", "<html><body>", "&amp;&#65;&bogus", 8*mega, ""),
		repeated("linked data", `<html><head><script type="application/ld+json">`, "[", mega, "</script></head><body>in 1921"),
		repeated("linked data of objects", `<html><head><script type="application/ld+json">`, `{"@graph":`, mega, "</script></head><body>in 1921"),
		repeated("adoption agency", "<html><body>", "<b><i><p></b></i>", 400*kilo, ""), repeated("open paragraphs", "<html><body>", "<p><a>", 500*kilo, ""),
		repeated("line breaks", "<html><body><p>", "<br>", 4*mega, ""), repeated("rows", "<html><body><table>", "<tr><td>1921<td>b", mega, ""),
		repeated("columns", "<html><body><table><tr>", "<td>1921", 3*mega, ""), repeated("headings", "<html><body>", "<h1>More stories</h1>", mega, ""),
		repeated("titles", "<html><head>", "<title>a</title>", 3*mega, "</head>"), repeated("less than", "<html><body>", "<", 4*mega, ""),
		repeated("doctypes", "", "<!doctype html>", 4*mega, ""), repeated("comments at the start", "", "<!-- a -->", 4*mega, "<html>"),
		repeated("classes", "<html><body>", `<p class="related share byline caption">in 1921 it was built, they say, and it burned down in the year of the war</p>`, mega, ""),
		repeated("pull quotes", "<html><body>", `<p class="pullquote">in 1921 it was built, they say, and it burned down.</p>`, mega, ""),
		// zip
		fixed("PK", []byte("PK\x03\x04")), fixed("empty zip", zipOf()),
		{"cut zip", func() []byte { d := zipOf(wordFile("")...); return d[:len(d)-30] }},
		zipWithSize("size 0", 0), zipWithSize("size 4 GB", 0xfffffffe), zipWithSize("size 1", 1),
		zipFile("name twice", func() []part { return append(wordFile("a"), wordFile("b")...) }),
		zipFile("30,000 entries", func() []part {
			var list []part
			for i := range 30_000 {
				list = append(list, part{fmt.Sprint(i), ""})
			}
			return list
		}),
		zipFile("paths out of the archive", func() []part {
			return []part{{"../../../../tmp/dateline-hostile.txt", "in 1921"}, {"/etc/passwd", "in 1921"}, {`..\..\x.txt`, "in 1921"}}
		}),
		{"archives wide and deep", func() []byte {
			data := zipOf(part{"a.txt", "It was built in 1921."})
			for range 5 {
				data = zipOf(filesOf(16, "%d.zip", string(data))...)
			}
			return data
		}},
		{"one stream under many names", func() []byte { return overlapping(maxEntries, 10*mega) }},
		fixed("zip in zip", nestedZip(3)), fixed("zip in zip in zip", nestedZip(30)),
		zipFile("160 MB of text", func() []part { return []part{{"a.txt", strings.Repeat("a b ", 40*mega)}} }),
		zipFile("many times 30 MB", func() []part {
			var list []part
			content := strings.Repeat("a b ", 7*mega)
			for i := range 12 {
				list = append(list, part{fmt.Sprint(i, ".txt"), content})
			}
			return list
		}),
		zipFile("bad names", func() []part {
			return []part{{"\x00\x1b\u202e.txt", "in 1921"}, {strings.Repeat("a", 60000), "in 1921"}}
		}),
		// Word and OpenDocument
		word("one run of 70 MB", "<w:p><w:r><w:t>"+strings.Repeat("in 1921 ", 9*mega)+"</w:t></w:r></w:p>"),
		word("paragraphs of 20 MB", strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 20*mega/34)),
		word("nested paragraphs", strings.Repeat("<w:p>", 200_000)), word("nested tables", strings.Repeat("<w:tbl><w:tr><w:tc>", 100)+"in 1921"),
		word("cells", "<w:tbl><w:tr>"+strings.Repeat("<w:tc><w:p><w:r><w:t>1921</w:t></w:r></w:p></w:tc>", 300_000)+"</w:tr></w:tbl>"),
		word("closing tags", strings.Repeat("</w:p>", 100_000)), word("entities", "<w:p>&lol;</w:p>"), word("not XML", "\x00\x01<<<>>>"),
		zipFile("billion laughs", func() []part {
			p := wordFile("&d;")
			p[1].content = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;"><!ENTITY d "&c;&c;">]>` + p[1].content
			return p
		}),
		zipFile("external entity", func() []part {
			p := wordFile("&x;")
			p[1].content = `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + p[1].content
			return p
		}),
		zipFile("relation out of the file", func() []part {
			return append(wordFile("a"), part{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>`})
		}),
		zipFile("relation to itself", func() []part {
			return append(wordFile("a"), part{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="_rels/.rels"/></Relationships>`})
		}),
		zipFile("styles in a circle", func() []part {
			return append(wordFile(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>in 1921</w:t></w:r></w:p>`),
				part{"word/styles.xml", `<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`})
		}),
		zipFile("no document", func() []part { return []part{{"[Content_Types].xml", ""}} }),
		open("spaces", `<text:p><text:s text:c="2000000000"/>in 1921</text:p>`), open("many spaces", "<text:p>"+strings.Repeat(`<text:s text:c="100"/>`, 400_000)+"</text:p>"),
		open("deep", strings.Repeat("<text:section>", 100_000)), open("list of lists", strings.Repeat("<text:list><text:list-item>", 250)+"<text:p>in 1921</text:p>"),
		open("repeated rows", `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>1921</text:p></table:table-cell></table:table-row></table:table>`),
		// books
		zipFile("chapter a thousand times", func() []part {
			return book(`<package><manifest><item id="a" href="a.html"/></manifest><spine>`+strings.Repeat(`<itemref idref="a"/>`, 10_000)+"</spine></package>",
				part{"a.html", "<p>" + strings.Repeat("in 1921 ", 100_000)})
		}),
		zipFile("chapter out of the book", func() []part {
			return book(`<package><manifest><item id="a" href="../../../etc/passwd"/></manifest><spine><itemref idref="a"/></spine></package>`)
		}),
		zipFile("no package", func() []part { return []part{{"META-INF/container.xml", container}} }),
		zipFile("deep chapter", func() []part {
			return book(`<package><manifest><item id="a" href="a.html"/></manifest><spine><itemref idref="a"/></spine></package>`,
				part{"a.html", strings.Repeat("<div>", 100_000) + "in 1921"})
		}),
		zipFile("empty elements", func() []part {
			return book(`<package><manifest><item id="a" href="a.html"/></manifest><spine><itemref idref="a"/></spine></package>`,
				part{"a.html", strings.Repeat("<title/>", 500_000) + "in 1921"})
		}),
		// rich text
		repeated("open groups", `{\rtf1 `, "{", 5*mega, ""), repeated("closed groups", `{\rtf1 `, "}", 5*mega, ""), fixed("negative bin", []byte(`{\rtf1 \bin-5 in 1921}`)), fixed("large bin", []byte(`{\rtf1 \bin2000000000 in 1921}`)),
		fixed("large unicode", []byte(`{\rtf1 \u99999999999 ?\u-1 ?\uc99999\u8364 in 1921}`)), repeated("control words", `{\rtf1 `, `\par`, 4*mega, "}"), repeated("hex", `{\rtf1 `, `\'`, 4*mega, "}"),
		repeated("fonts of RTF", `{\rtf1{\fonttbl`, `{\f1\fcharset204 a;}`, 3*mega, "}in 1921}"), repeated("footnotes", `{\rtf1 `, `a{\footnote b}`, 2*mega, "}"), repeated("cells of RTF", `{\rtf1 `, `\intbl 1921\cell`, 3*mega, `\row}`),
		repeated("backslashes", `{\rtf1 `, `\`, 4*mega, ""), repeated("title of RTF", `{\rtf1{\info{\title `, "a", 4*mega, "}}in 1921}"),
		// mail
		fixed("nested mail", nestedMail(5000)),
		{"many parts", func() []byte {
			return hostileMail("Content-Type: multipart/mixed; boundary=x\r\n", rep("--x\r\n\r\na\r\n", 4*mega))
		}},
		{"bad base64", func() []byte { return hostileMail("Content-Transfer-Encoding: base64\r\n", rep("!!!!", 20*mega)) }},
		{"base64", func() []byte {
			return hostileMail("Content-Transfer-Encoding: base64\r\n", base64.StdEncoding.EncodeToString([]byte(rep("in 1921 ", 14*mega))))
		}},
		{"soft line ends", func() []byte {
			return hostileMail("Content-Transfer-Encoding: quoted-printable\r\n", rep("=\r\n", 8*mega))
		}},
		{"long header", func() []byte { return hostileMail("X-A: "+rep("a", 8*mega)+"\r\n", "in 1921") }},
		{"many headers", func() []byte { return hostileMail(rep("X-A: a\r\n", 8*mega), "in 1921") }},
		{"encoded words", func() []byte { return hostileMail("X-Y: z\r\nSubject: "+rep("=?utf-8?q?a?= ", mega)+"\r\n", "in 1921") }},
		{"quoted mail", func() []byte { return hostileMail("", rep("> ", 8*mega)) }},
		{"attributions", func() []byte { return hostileMail("", rep("On x wrote:\n", 2*mega)) }},
		{"boundary", func() []byte { return hostileMail("Content-Type: multipart/mixed; boundary=\"\"\r\n", "--\r\n\r\na") }},
		{"mailbox of nothing", func() []byte { return []byte(rep("From a@b Thu May  5 10:00:00 1921\n\n", 4*mega)) }},
		{"mailbox", func() []byte {
			return []byte(rep("From a@b Thu May  5 10:00:00 1921\nFrom: a\nTo: b\n\nin 1921\n\n", 2*mega))
		}},
		{"saved page", func() []byte {
			return []byte("From: a\r\nSubject: b\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html>" + rep("<div>", 2*mega))
		}},
		// feeds, JSON, subtitles
		repeated("items", `<rss version="2.0"><channel>`, "<item><description>in 1921</description></item>", mega, "</channel></rss>"), repeated("deep feed", `<rss version="2.0">`, "<a>", 2*mega, ""),
		repeated("deep content", `<feed xmlns="x"><entry><content>`, "<p>", 2*mega, ""), fixed("feed with an entity", []byte(`<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>`)),
		repeated("brackets", "[{", "[", 4*mega, ""), repeated("objects", "", `{"a":`, 4*mega, ""), repeated("keys", "{", `"a":1,`, 8*mega, "}"), repeated("lines", "", `{"text":"in 1921"}`+"\n", mega, ""),
		repeated("string", `{"text":"`, `\u0000`, 8*mega, `"}`), repeated("numbers", "[{\"a\":", "9", 4*mega, "}]"),
		repeated("cues", "WEBVTT\n\n", "00:00:00.000 --> 00:00:00.000\na\n\n", 4*mega, ""), repeated("arrows", "WEBVTT\n\n", "-->", 4*mega, ""), repeated("tags of cues", "WEBVTT\n\n00:00:00.000 --> 00:00:00.000\n", "<c.", 4*mega, ""),
		// property lists
		fixed("bplist", []byte("bplist00")),
		{"list of itself", func() []byte { return plist(1, []byte{0xd1, 0, 0}) }},
		{"list with wild references", func() []byte { return plist(8, append([]byte{0xdf, 0x13}, bytes.Repeat([]byte{0xff}, 64)...)) }},
		{"dictionary without end", func() []byte {
			return plist(1, []byte{0xdf, 0x13, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
		}},
		{"nested arrays", func() []byte { return plist(1, bytes.Repeat([]byte{0xa1, 0}, 3*mega)) }},
		// PDF
		fixed("PDF head", []byte("%PDF-1.7")),
		{"PDF of noise", func() []byte { return append([]byte("%PDF-1.7\n"), noise(mega)...) }},
		fixed("pages in a circle", pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>")), fixed("parents in a circle", pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Parent 3 0 R/Kids[3 0 R 2 0 R]/Count 2>>")),
		{"deep tree of pages", func() []byte {
			tree := []string{"<</Type/Catalog/Pages 2 0 R>>"}
			for i := range 20_000 {
				tree = append(tree, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>", i+3, i+1))
			}
			return pdfOf(append(tree, "<</Type/Page/MediaBox[0 0 9 9]>>")...)
		}},
		fixed("two billion pages", pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>")), fixed("reference to itself", pdfOf("1 0 R")), fixed("no catalogue", pdfOf("null")),
		deep("deep dictionary", "%PDF-1.7\n1 0 obj\n", "<</a", ">>", 200_000, "\nendobj\ntrailer<</Root 1 0 R>>"), deep("deep array", "%PDF-1.7\n1 0 obj\n", "[", "]", 500_000, "\nendobj\ntrailer<</Root 1 0 R>>"),
		fixed("xref in a circle", []byte("%PDF-1.7\nxref\n0 0\ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF")),
		{"text on one page", func() []byte { return onePage("BT /F 9 Tf 9 9 Td " + rep("(in 1921) Tj ", 2*mega) + "ET") }},
		{"lines on one page", func() []byte { return onePage("BT /F 9 Tf 9 9 Td " + rep("(in 1921) Tj 0 9 Td ", 2*mega) + "ET") }},
		{"open graphics states", func() []byte { return onePage(rep("q ", 2*mega)) }},
		{"form in itself", func() []byte {
			return onePage("/X Do", stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do"))
		}},
		{"forms in forms", func() []byte {
			var more []string
			for i := range 30 {
				more = append(more, stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>", 7+i), "/X Do /X Do"))
			}
			return onePage("/X Do", more...)
		}},
		{"filters", func() []byte {
			return onePage("", stream("/Filter["+rep("/ASCIIHexDecode ", 100*kilo)+"]", "00"))
		}},
		{"PDF after a megabyte", func() []byte { return append(noise(mega), onePage("BT /F 9 Tf (in 1921) Tj ET")...) }},
	}
}

// timeOfOne is how long a hostile file may take: its limit, and the start and end
// of the worker, on a machine that does other things too.
const timeOfOne = 30 * time.Second

func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	files := hostileFiles()
	const enough = 120
	if len(files) < enough {
		t.Errorf("%d hostile files, want %d", len(files), enough)
	}
	opt := Options{Worker: program(t, ChildCommand), Timeout: 10 * time.Second}
	for _, h := range files {
		t.Run(h.name, func(t *testing.T) {
			data := h.data()
			start, before := time.Now(), used()
			peak := watchMemory(t)
			docs, err := Read(context.Background(), h.name, data, opt)
			if took := time.Since(start); took > timeOfOne {
				t.Errorf("took %v", took)
			}
			const most = 300 * mega
			if grown := peak() - before; grown > most {
				t.Errorf("the memory of this process grew by %d MB", grown/mega)
			}
			checkOutcome(t, docs, err)
		})
	}
	if _, err := os.Stat("/tmp/dateline-hostile.txt"); err == nil {
		t.Error("a file of an archive was written to the disk")
	}
}

// watchMemory returns a function that ends the watch and returns the largest
// number of bytes that the process had.
func watchMemory(t *testing.T) func() int64 {
	t.Helper()
	stop, done := make(chan struct{}), make(chan int64)
	go func() {
		peak := int64(0)
		for {
			peak = max(peak, used())
			select {
			case <-stop:
				done <- peak
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() int64 { close(stop); return <-done }
}

// checkOutcome checks that there are sound documents, or errors that help.
func checkOutcome(t *testing.T, docs []*text.Document, err error) {
	t.Helper()
	if len(docs) == 0 && err == nil {
		t.Error("neither a document nor an error")
	}
	for _, e := range flatten(err) {
		var known *Error
		if !errors.As(e, &known) || known.Path == "" || known.Problem == "" {
			t.Errorf("%T %v is not an Error that names its file", e, e)
		} else if strings.Contains(known.Problem, "the reader failed") {
			t.Errorf("the worker crashed: %v %v", e, known.Err)
		}
	}
	for _, d := range docs {
		checkDocument(t, d)
	}
}

func flatten(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

// checkDocument checks what holds for every document: valid text, and blocks in
// order that lie inside it, do not overlap, and are not blank.
func checkDocument(t *testing.T, d *text.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Errorf("%s: the text is not UTF-8", d.Name)
	}
	end := 0
	for i, b := range d.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("%s: block %d is [%d,%d) after %d in a text of %d bytes", d.Name, i, b.Start, b.End, end, len(d.Text))
		}
		if strings.TrimSpace(d.Slice(b.Span)) == "" {
			t.Fatalf("%s: block %d is blank", d.Name, i)
		}
		end = b.End
	}
}
