package source

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfiumPacked is PDFium as a WebAssembly module, the one that go-pdfium carries:
// "make pdfium" packs it. Packed it takes 2.6 MB of the program rather than 5.8.
//
//go:embed pdfium/pdfium.wasm.gz
var pdfiumPacked []byte

// pdfiumModule unpacks the module.
func pdfiumModule() ([]byte, error) {
	const size = 6 << 20 // about, to allocate once
	r, err := gzip.NewReader(bytes.NewReader(pdfiumPacked))
	if err != nil {
		return nil, err
	}
	module := bytes.NewBuffer(make([]byte, 0, size))
	_, err = module.ReadFrom(r)
	return module.Bytes(), err
}

// pdfEngine runs PDFium in a WebAssembly machine: without files, without a
// network, with pdfMemory at most. Making it takes three seconds the first time
// and a tenth of one when the compiled code lies in the user's cache, so it is
// made for the first PDF and kept.
type pdfEngine struct {
	mu   sync.Mutex // one file at a time
	pool pdfium.Pool
}

// start makes the machine if there is none.
func (e *pdfEngine) start() error {
	if e.pool != nil {
		return nil
	}
	module, err := pdfiumModule()
	if err != nil {
		return err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemoryPages)
	if cache := compiledCode(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.InitWithWASM(webassembly.Config{
		WASM: module, MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard, RuntimeConfig: config,
	})
	if err != nil {
		return err
	}
	e.pool = pool
	return nil
}

// compiledCode returns the cache of compiled code in the user's cache folder, or
// nil if there is none to be had.
func compiledCode() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "dateline", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// close ends the machine.
func (e *pdfEngine) close() {
	if e.pool != nil {
		_ = e.pool.Close() // nothing was written that could be lost
		e.pool = nil
	}
}

// pdfFile is what is read of a PDF.
type pdfFile struct {
	pages []pdfPage
	info  map[string]string // the values of the information dictionary
}

// pdfPage is a page with its lines, in the order in which they are drawn.
type pdfPage struct {
	width, height float64
	lines         []pdfLine
}

// pdfLine is a line as it is seen on the page. Lengths are in points, y grows
// upwards.
type pdfLine struct {
	text                     string
	left, right, top, bottom float64
	hyphen                   bool // ended in a hyphen, which was taken away
}

// height returns the height of the line's letters, from descent to ascent.
func (l *pdfLine) height() float64 { return l.top - l.bottom }

var errPassword = errors.New("it is protected by a password")

// read reads all pages of a PDF. A page that cannot be read is empty.
func (e *pdfEngine) read(ctx context.Context, data []byte) (file *pdfFile, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := e.start(); err != nil {
		return nil, err
	}
	defer func() {
		// A trap leaves the machine in pieces: the next PDF gets a new one.
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
		if err != nil {
			e.close()
		}
	}()
	const longestStart = time.Minute
	instance, err := e.pool.GetInstance(longestStart)
	if err != nil {
		return nil, err
	}
	defer instance.Close()
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return nil, errPassword
	}
	if err != nil {
		return nil, err
	}
	file = &pdfFile{info: map[string]string{}}
	if info, err := instance.GetMetaData(&requests.GetMetaData{Document: opened.Document}); err == nil {
		for _, tag := range info.Tags {
			file.info[tag.Tag] = tag.Value
		}
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, err
	}
	size := 0
	for i := 0; i < count.PageCount && size < maxText; i++ {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p, err := readPDFPage(instance, opened.Document, i)
		if err != nil && outOfMemory(err) {
			return nil, err
		}
		for _, l := range p.lines {
			size += len(l.text)
		}
		file.pages = append(file.pages, p)
	}
	return file, nil
}

// outOfMemory reports whether an error is the end of the machine rather than of
// one page.
func outOfMemory(err error) bool {
	return strings.Contains(err.Error(), "wasm error") || strings.Contains(err.Error(), "malloc")
}

// readPDFPage reads one page.
func readPDFPage(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, index int) (page pdfPage, err error) {
	loaded, err := instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return page, err
	}
	defer instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) //nolint:errcheck // it was only read
	ref := requests.Page{ByReference: &loaded.Page}
	if size, err := instance.GetPageSize(&requests.GetPageSize{Page: ref}); err == nil {
		page.width, page.height = size.Width, size.Height
	}
	words, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return page, err
	}
	defer instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage}) //nolint:errcheck // it was only read
	chars, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: words.TextPage})
	if err != nil || chars.Count <= 0 {
		return page, err
	}
	got, err := instance.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: words.TextPage, Count: chars.Count})
	if err != nil {
		return page, err
	}
	where := glyphs{instance, words.TextPage}
	page.lines = where.lines(strings.TrimRight(got.Text, "\x00"))
	return page, nil
}

// glyphs tells where the characters of a page stand.
type glyphs struct {
	instance pdfium.Pdfium
	page     references.FPDF_TEXTPAGE
}

// isLineHyphen reports whether r is a character with which PDFium joins the two
// parts of a word that was divided at the end of a line.
func isLineHyphen(r rune) bool { return r == '\x02' || r == '\ufffe' }

// lines splits the text of a page into lines as they are seen, and finds where
// they stand.
func (g glyphs) lines(s string) []pdfLine {
	var list []pdfLine
	var starts []int                         // of each line
	unit, start, first, last := 0, 0, -1, -1 // in UTF-16 units; start in bytes
	add := func(end int, hyphen bool) {
		if words := strings.TrimSpace(s[start:end]); words != "" && first >= 0 {
			l := pdfLine{text: words, hyphen: hyphen}
			g.place(&l, first, last)
			list, starts = append(list, l), append(starts, first)
		}
		first, last = -1, -1
	}
	for at, r := range s {
		switch {
		case r == '\r' || r == '\n' || isLineHyphen(r):
			add(at, isLineHyphen(r))
			start = at + utf8.RuneLen(r)
		case r > ' ' && r != '\u00a0':
			if first < 0 {
				first = unit
			}
			last = unit
		}
		unit += max(1, utf16.RuneLen(r))
	}
	add(len(s), false)
	g.markGaps(list, starts)
	return list
}

// markGaps puts a tab for each space that is wide enough to part the cells of a
// row. Only lines that are wider than their number of letters asks for are looked
// at.
func (g glyphs) markGaps(lines []pdfLine, starts []int) {
	perLetter := make([]float64, 0, len(lines))
	for i := range lines {
		perLetter = append(perLetter, lines[i].perLetter())
	}
	if len(perLetter) == 0 {
		return
	}
	slices.Sort(perLetter)
	usual := perLetter[len(perLetter)/4]
	for i := range lines {
		const wide = 1.25
		l := &lines[i]
		if l.perLetter() < usual*wide || !strings.Contains(l.text, " ") {
			continue
		}
		var b strings.Builder
		unit := starts[i]
		for _, r := range l.text {
			if r == ' ' && g.gap(unit-1, unit+1) > l.height() {
				r = '\t'
			}
			b.WriteRune(r)
			unit += max(1, utf16.RuneLen(r))
		}
		l.text = b.String()
	}
}

// perLetter returns the width of the line for each of its letters, in heights.
func (l *pdfLine) perLetter() float64 {
	if l.height() <= 0 {
		return 0
	}
	return (l.right - l.left) / l.height() / float64(len(l.text))
}

// gap returns the distance between two letters of a line.
func (g glyphs) gap(before, after int) float64 {
	a, okA := g.box(before)
	b, okB := g.box(after)
	if !okA || !okB {
		return 0
	}
	return b.left - a.right
}

// place finds the box of the line between two places in the text.
func (g glyphs) place(l *pdfLine, first, last int) {
	a, okA := g.box(first)
	b, okB := g.box(last)
	if !okA || !okB {
		return
	}
	l.left, l.right = min(a.left, b.left), max(a.right, b.right)
	l.top, l.bottom = max(a.top, b.top), min(a.bottom, b.bottom)
	if b.top < a.bottom || a.top < b.bottom { // the first and last letter do not share a line
		l.top, l.bottom = a.top, a.bottom
	}
}

func (g glyphs) box(unit int) (box pdfLine, ok bool) {
	index, err := g.instance.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: g.page, NTextIndex: unit})
	if err != nil {
		return box, false
	}
	got, err := g.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: g.page, Index: index.CharIndex})
	if err != nil {
		return box, false
	}
	r := got.Rect
	return pdfLine{left: float64(r.Left), right: float64(r.Right), top: float64(r.Top), bottom: float64(r.Bottom)}, true
}
