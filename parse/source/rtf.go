package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"dateline/parse/text"
)

// isRTF reports whether s is the beginning of a rich text file.
func isRTF(s sample) bool {
	return strings.HasPrefix(s.text, `{\rtf`)
}

// readRTF reads a rich text file.
func readRTF(_ context.Context, in *input, visit Visit) error {
	r := rtf{data: bytes.TrimPrefix(in.data, []byte("\xef\xbb\xbf")), fonts: map[int]encoding.Encoding{}, info: map[string]string{}, code: charmap.Windows1252}
	if err := r.read(); err != nil {
		return visit(nil, in.failBundle("a rich text file", err))
	}
	for _, n := range r.notes {
		r.add(text.Footnote, 0, n)
	}
	d := in.document()
	r.fill(d)
	d.Title, d.Author = clean(r.info["title"]), clean(r.info["author"])
	var raw []rawStamp
	for _, p := range []struct{ name, words string }{{"creatim", "created"}, {"revtim", "last changed"}} {
		if v := r.info[p.name]; v != "" {
			raw = append(raw, rawStamp{v, "the file's properties (" + p.words + ")"})
		}
	}
	d.Dates = stamps(raw)
	return in.deliver(d, visit)
}

// rtf reads a rich text file in one pass.
type rtf struct {
	writer
	data  []byte
	at    int
	code  encoding.Encoding         // of the whole file
	fonts map[int]encoding.Encoding // by number
	info  map[string]string

	state rtfState
	stack []rtfState
	buf   strings.Builder // the paragraph
	raw   []byte          // bytes in the code page of the font, not decoded yet
	high  rune            // first half of a character that \u writes in two
	cells []cell
	notes []string
}

// rtfState is what a group inherits and restores.
type rtfState struct {
	destination string // what the group is for; empty for the text
	skip        bool   // the content is not read
	star        bool   // \* was read: skip the group if its word is not known
	font        int
	unicodeSkip int // characters that follow \u for programs that do not know it
	kind        text.Kind
	level       int
	table       bool
	hidden      bool
}

// rtfSkipped are destinations whose content is not the text.
var rtfSkipped = map[string]bool{
	"stylesheet": true, "colortbl": true, "pict": true, "object": true, "header": true, "headerl": true, "headerr": true,
	"headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true, "listtable": true,
	"listoverridetable": true, "rsidtbl": true, "generator": true, "xmlnstbl": true, "themedata": true, "colorschememapping": true,
	"datastore": true, "latentstyles": true, "pntext": true, "listtext": true, "nonshppict": true, "bkmkstart": true,
	"bkmkend": true, "filetbl": true, "annotation": true, "atnid": true, "atnauthor": true, "mmathPr": true, "pnseclvl": true,
	"xe": true, "tc": true, "sp": true, "operator": true, "company": true, "subject": true, "keywords": true,
	"doccomm": true, "category": true, "manager": true, "printim": true, "buptim": true, "private1": true,
	"revtbl": true, "wgrffmtfilter": true, "userprops": true, "docvar": true, "hlinkbase": true, "panose": true, "falt": true,
}

// rtfMarks are words that stand for characters.
var rtfMarks = map[string]string{
	"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": " ", "enspace": " ", "~": " ", "_": "-", "-": "", "{": "{", "}": "}", `\`: `\`,
}

// rtfCharsets give the code page of \fcharset and \ansicpg.
var rtfCharsets = map[int]string{
	77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874",
	238: "windows-1250", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 65001: "utf-8", 10000: "macintosh",
	1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253", 1254: "windows-1254",
	1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258", 874: "windows-874",
}

var errGroups = errors.New("its groups are nested too deeply")

// read reads the whole file.
func (r *rtf) read() error {
	const deepest = 10_000
	r.state.unicodeSkip = 1
	for r.at < len(r.data) {
		switch c := r.data[r.at]; c {
		case '{':
			if len(r.stack) >= deepest {
				return errGroups
			}
			r.flushRaw()
			r.stack = append(r.stack, r.state)
			r.state.star = false
			r.at++
		case '}':
			r.at++
			r.closeGroup()
		case '\\':
			r.at++
			r.word()
		case '\r', '\n', 0:
			r.at++
		default:
			r.char(c)
			r.at++
		}
	}
	r.paragraph()
	return nil
}

func (r *rtf) closeGroup() {
	r.flushRaw()
	if len(r.stack) == 0 {
		return
	}
	closed := r.state
	r.state = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	if closed.destination == "footnote" && r.state.destination != "footnote" {
		// The note's text was put at the end of the paragraph that it belongs to.
		before, note, _ := strings.Cut(r.buf.String(), noteStart)
		r.buf.Reset()
		r.buf.WriteString(before)
		r.notes = append(r.notes, note)
	}
	// Character properties end with the group, those of the paragraph do not.
	if !closed.skip {
		r.state.kind, r.state.level, r.state.table = closed.kind, closed.level, closed.table
	}
}

// noteStart separates a paragraph from the note inside it.
const noteStart = "\x00"

// char adds one byte of text.
func (r *rtf) char(c byte) {
	switch {
	case r.state.skip || r.state.hidden:
	case r.state.destination != "" && r.state.destination != "footnote":
		if info := r.info[r.state.destination]; len(info) < 1000 {
			r.info[r.state.destination] = info + string(rune(c))
		}
	default:
		r.raw = append(r.raw, c)
	}
}

// flushRaw decodes the bytes read so far.
func (r *rtf) flushRaw() {
	if len(r.raw) == 0 {
		return
	}
	enc := r.fonts[r.state.font]
	if enc == nil {
		enc = r.code
	}
	s, err := enc.NewDecoder().Bytes(r.raw)
	if err != nil {
		s = []byte(latin(r.raw))
	}
	r.buf.Write(s)
	r.raw = r.raw[:0]
}

// word reads a control word or symbol; the backslash is behind.
func (r *rtf) word() {
	if r.at >= len(r.data) {
		return
	}
	start := r.at
	for r.at < len(r.data) && isLetter(r.data[r.at]) {
		r.at++
	}
	if r.at == start {
		r.symbol(r.data[r.at])
		return
	}
	name := string(r.data[start:r.at])
	number, has := r.number()
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.control(name, number, has)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (r *rtf) number() (n int, has bool) {
	start := r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	const longest = 10
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' && r.at-start <= longest {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:r.at]))
	return n, err == nil
}

// symbol reads a control symbol.
func (r *rtf) symbol(c byte) {
	r.at++
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if b, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.char(byte(b))
			}
			r.at += 2
		}
	case '*':
		r.state.star = true
	case '\r', '\n':
		r.paragraph()
	default:
		if s, ok := rtfMarks[string(rune(c))]; ok {
			r.write(s)
		}
	}
}

// write adds text that needs no decoding.
func (r *rtf) write(s string) {
	if r.state.skip || r.state.hidden {
		return
	}
	if r.state.destination != "" && r.state.destination != "footnote" {
		r.info[r.state.destination] += s
		return
	}
	r.flushRaw()
	r.buf.WriteString(s)
}

// control obeys a control word.
func (r *rtf) control(name string, n int, has bool) {
	if s, ok := rtfMarks[name]; ok {
		r.write(s)
		return
	}
	if skipped, ok := rtfSkipped[name]; ok && skipped {
		r.state.skip = true
		return
	}
	if r.state.star {
		r.state.star = false
		r.state.skip = r.state.skip || name != "shppict" && name != "shpinst" && name != "shptxt" && name != "footnote"
	}
	switch name {
	case "fonttbl", "info":
		r.state.destination = name
	case "title", "author", "creatim", "revtim":
		if r.state.destination == "info" {
			r.state.destination = name
		}
	case "yr", "mo", "dy":
		r.infoDate(name, n)
	case "footnote":
		if r.state.destination == "" && !r.state.skip {
			r.write(noteStart)
			r.state.destination = "footnote"
		}
	case "bin":
		r.at = min(len(r.data), r.at+max(n, 0))
	case "u":
		r.unicode(n)
	case "uc":
		r.state.unicodeSkip = min(max(n, 0), 16)
	case "ansicpg":
		r.setPage(n)
	case "mac":
		r.code = charmap.Macintosh
	case "f":
		r.flushRaw()
		r.state.font = n
	case "fcharset":
		if enc, err := htmlindex.Get(rtfCharsets[n]); err == nil && r.state.destination == "fonttbl" {
			r.fonts[r.state.font] = enc
		}
	case "v":
		r.flushRaw()
		r.state.hidden = !has || n != 0
	default:
		r.layout(name, n)
	}
}

func (r *rtf) setPage(n int) {
	if enc, err := htmlindex.Get(rtfCharsets[n]); err == nil {
		r.code = enc
	}
}

// layout obeys the words that end and describe paragraphs.
func (r *rtf) layout(name string, n int) {
	switch name {
	case "par", "sect", "page":
		r.paragraph()
	case "pard":
		r.state.kind, r.state.level, r.state.table = text.Paragraph, 0, false
	case "outlinelevel":
		if n >= 0 && n < 6 {
			r.state.kind, r.state.level = text.Heading, n+1
		}
	case "ls":
		if r.state.kind == text.Paragraph && n > 0 {
			r.state.kind = text.ListItem
		}
	case "intbl":
		r.state.table = true
	case "cell", "nestcell":
		r.flushRaw()
		r.cells = append(r.cells, cell{{text: r.buf.String()}})
		r.buf.Reset()
	case "row", "nestrow":
		r.flushRaw()
		r.addRow(r.cells)
		r.cells = nil
	}
}

// infoDate adds a part of a date in the information about the file.
func (r *rtf) infoDate(name string, n int) {
	if d := r.state.destination; d == "creatim" || d == "revtim" {
		if name == "yr" {
			r.info[d] = fmt.Sprintf("%04d", n)
		} else {
			r.info[d] += fmt.Sprintf("-%02d", n)
		}
	}
}

// unicode adds the character that \u names, and passes over what stands there
// for programs that do not know it.
func (r *rtf) unicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	c := rune(n)
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	default:
		r.write(string(c))
	}
	for k := 0; k < r.state.unicodeSkip && r.at < len(r.data); k++ {
		switch r.data[r.at] {
		case '{', '}':
			return
		case '\\':
			if r.at+3 < len(r.data) && r.data[r.at+1] == '\'' {
				r.at += 4
				continue
			}
			return
		default:
			r.at++
		}
	}
}

// paragraph ends the paragraph that is being read.
func (r *rtf) paragraph() {
	r.flushRaw()
	if r.state.skip || r.state.destination == "footnote" {
		r.buf.WriteString(" ")
		return
	}
	if r.state.table {
		r.buf.WriteString(" ")
		return
	}
	if len(r.cells) > 0 {
		r.addRow(r.cells)
		r.cells = nil
	}
	r.add(r.state.kind, r.state.level, strings.ReplaceAll(r.buf.String(), "\t", " "))
	r.buf.Reset()
}
