package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/htmlindex"

	"dateline/parse/text"
)

var headerLine = pattern(`^[A-Za-z][A-Za-z0-9-]+:`)

// mailFields are header fields of which a mail has at least two.
var mailFields = pattern(`(?mi)^(?:from|to|subject|date|message-id|received|mime-version|content-type|return-path|reply-to|delivered-to|x-[a-z-]+|snapshot-content-location):`)

// isMail reports whether a sample is the beginning of a mail, or of a web page that
// was saved as one (MHTML).
func isMail(file sample) bool {
	s := file.text
	if first, rest, ok := strings.Cut(s, "\n"); ok && strings.HasPrefix(first, "From ") {
		s = rest
	}
	header, _, _ := strings.Cut(s, "\n\n")
	const enough = 2
	return headerLine().MatchString(s) && len(mailFields().FindAllStringIndex(header, enough)) >= enough
}

// readMail reads a mail, or a web page saved as one.
func readMail(ctx context.Context, in *input, visit Visit) error {
	m, err := parseMail(in.data)
	if err != nil {
		return visit(nil, in.fail("a mail that cannot be read: "+err.Error(), "save it again from the mail program", err))
	}
	if m.page != nil {
		return m.readSavedPage(ctx, in, visit)
	}
	d := in.document()
	m.fill(d)
	if len(d.Blocks) == 0 {
		return visit(nil, in.fail("there is no text in the mail", "an attachment has to be saved and named by itself", nil))
	}
	return visit(trimmed(d), nil)
}

// message is a mail.
type message struct {
	header mail.Header
	plain  string // the first text part
	html   string // the first HTML part
	page   []byte // the HTML part of a saved page, not decoded
	parts  int
}

// parseMail reads the header and finds the parts that hold the text.
func parseMail(data []byte) (*message, error) {
	data = bytes.TrimLeft(data, "\r\n \t")
	if bytes.HasPrefix(data, []byte("From ")) {
		if _, rest, ok := bytes.Cut(data, []byte("\n")); ok {
			data = rest
		}
	}
	msg, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, err
	}
	m := &message{header: msg.Header}
	m.part(textproto.MIMEHeader(msg.Header), msg.Body, 0)
	return m, nil
}

// part reads one part of a mail, and the parts in it.
func (m *message) part(h textproto.MIMEHeader, body io.Reader, depth int) {
	const deepest, most = 20, 1000
	m.parts++
	if depth > deepest || m.parts > most {
		return
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); disposition == "attachment" {
		return
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		m.multipart(body, params["boundary"], depth)
	case kind == "text/plain" && m.plain == "":
		m.plain = decode(transferDecode(h, body), params["charset"])
	case kind == "text/html" || kind == "application/xhtml+xml":
		data := transferDecode(h, body)
		if m.html == "" {
			m.html = decode(data, first(params["charset"], declaredCharset(data)))
		}
		if m.page == nil && m.saved() {
			m.page = data
		}
	}
}

// saved reports whether the mail is a web page that a browser saved.
func (m *message) saved() bool {
	return m.header.Get("Snapshot-Content-Location") != "" || m.header.Get("Received") == "" && m.header.Get("To") == "" &&
		strings.HasPrefix(strings.ToLower(m.header.Get("Content-Type")), "multipart/related")
}

func (m *message) multipart(body io.Reader, boundary string, depth int) {
	if boundary == "" { // what cannot be parted is one text
		m.part(textproto.MIMEHeader{}, body, depth+1)
		return
	}
	parts := multipart.NewReader(body, boundary)
	for {
		p, err := parts.NextRawPart()
		if err != nil {
			return // the end, or what stands before a missing one is enough
		}
		m.part(p.Header, p, depth+1)
	}
}

// transferDecode returns the content of a part. A broken encoding costs only
// what comes after the break.
func transferDecode(h textproto.MIMEHeader, body io.Reader) []byte {
	body = io.LimitReader(body, maxPart)
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &base64Only{body})
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	data, _ := io.ReadAll(body)
	return data
}

// base64Only leaves out all bytes that are not of the base64 alphabet, which
// broken mails have.
type base64Only struct{ r io.Reader }

// Read implements io.Reader.
func (b *base64Only) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	kept := 0
	for _, c := range p[:n] {
		if isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			p[kept] = c
			kept++
		}
	}
	return kept, err
}

// headerText returns a header field with its encoded words decoded.
func (m *message) headerText(name string) string {
	words := mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(r), nil
	}}
	raw := decode([]byte(m.header.Get(name)), "")
	if s, err := words.DecodeHeader(raw); err == nil {
		raw = s
	}
	return clean(strings.ReplaceAll(raw, "\n", " "))
}

// fill fills d with the mail: its text if there is one, else its HTML.
func (m *message) fill(d *text.Document) {
	d.Title = m.headerText("Subject")
	d.Author = m.headerText("From")
	if a, err := mail.ParseAddress(d.Author); err == nil && a.Name != "" {
		d.Author = a.Name
	}
	d.Dates = stamps([]rawStamp{{m.header.Get("Date"), "the header of the mail (Date)"}})
	var w writer
	if strings.TrimSpace(m.plain) != "" {
		writeMail(&w, m.plain)
	} else if root, err := html.Parse(strings.NewReader(m.html)); err == nil {
		for _, p := range pieces(root) {
			w.add(p.kind, p.level, p.text)
		}
	} else {
		fillFlat(d, m.html)
		return
	}
	w.fill(d)
}

// readSavedPage reads the page that a browser saved as a mail. The day of saving
// is the last that is believed.
func (m *message) readSavedPage(ctx context.Context, in *input, visit Visit) error {
	page := &input{name: in.name, path: in.path, data: []byte(m.html)}
	return readPage(ctx, page, func(d *text.Document, err error) error {
		if err != nil {
			return visit(nil, err)
		}
		d.URL = first(d.URL, m.header.Get("Snapshot-Content-Location"))
		d.Title = first(d.Title, m.headerText("Subject"))
		d.Dates = mergeStamps(d.Dates, stamps([]rawStamp{{m.header.Get("Date"), "the day on which the page was saved"}}))
		return visit(trimmed(d), nil)
	})
}

var (
	// attribution announces the quotation of another mail.
	attribution = pattern(`(?i)^(?:.*\bwrote:|.*\bschrieb\b.*:|le\b.*\bécrit\s*:|-{2,}\s*(?:original message|forwarded message)\s*-{2,}|begin forwarded message:)$`)
	// forwarded is a line of the header of a quoted mail.
	forwarded  = pattern(`^(?:From|To|Cc|Sent|Date|Subject|Reply-To): `)
	quoteMarks = pattern(`^(?:> ?)+`)
)

// writeMail writes the text of a mail: quoted lines as quotations, what announces
// them and the signature as furniture, wrapped lines joined.
func writeMail(w *writer, s string) {
	kind := text.Paragraph
	var lines []string
	flush := func() {
		w.addPlain(kind, strings.Join(lines, "\n"))
		lines = nil
	}
	const longest = 200 // of a line that announces a quotation
	signature := false
	for line := range strings.SplitSeq(s, "\n") {
		now := text.Paragraph
		switch {
		case line == "-- " || line == "--":
			signature = true
			continue
		case signature:
			now = text.Furniture
		case strings.HasPrefix(line, ">"):
			now, line = text.Quoted, quoteMarks().ReplaceAllString(line, "")
		case len(line) <= longest && attribution().MatchString(strings.TrimSpace(line)), forwarded().MatchString(line):
			now = text.Furniture
		}
		if now != kind && strings.TrimSpace(line) != "" {
			flush()
			kind = now
		}
		lines = append(lines, line)
	}
	flush()
}
