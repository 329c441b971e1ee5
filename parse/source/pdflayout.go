package source

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/parse/text"
)

// flowed is a line on its way to a paragraph.
type flowed struct {
	pdfLine
	page        int
	run         int     // lines of one column of one page have the same run
	full, start float64 // right and left edge of the lines of the run nearby
	leading     float64 // usual distance of lines in the run
	joined      bool    // goes on with the paragraph of the line before
}

// layPDF turns the lines of a PDF into pieces: headers, footers and page numbers
// left out, lines joined to paragraphs across columns and pages, divided words
// whole again, headings, captions, lists, tables and footnotes told apart.
func layPDF(pages []pdfPage) []piece {
	pages = dropRunning(pages)
	lines := flow(pages)
	body := bodyHeight(lines)
	words := vocabulary(lines)
	var list, notes []piece
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && continues(lines, end, body) {
			lines[end].joined = true
			end++
		}
		p := paragraphOf(lines[start:end], body, words, pages)
		if p.kind == text.Footnote {
			notes = append(notes, p)
		} else {
			list = append(list, p)
		}
		start = end
	}
	headingLevels := levels(lines, body)
	for i := range list {
		if list[i].kind == text.Heading {
			list[i].level = headingLevels[list[i].level]
		}
	}
	return append(list, notes...)
}

var (
	digits     = pattern(`\d+`)
	pageNumber = pattern(`(?i)^\W*(?:page\s+|p\.\s*|seite\s+)?(?:#|[ivxlc]{1,7})\W*(?:(?:of|/|von)\s*#)?\W*$`)
)

// printStamp is what browsers put at the rim of each page that they print: the day
// and the time of printing and the title, the address, the page's number. One page
// alone tells by nothing else that they are no part of it.
var printStamp = pattern(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d\b|\s\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AaPp]\.?\s?[Mm]\.?)?$|^(?:https?|file)://\S+(?:\s+\d+\s*(?:/|of|von|de|sur)\s*\d+)?$|^\d+\s*(?:/|of|von|de|sur)\s*\d+(?:\s+(?:https?|file)://\S+)?$`)

// runningKey returns a line with its numbers made alike.
func runningKey(s string) string {
	return oneLine(digits().ReplaceAllString(strings.ToLower(s), "#"))
}

// dropRunning returns the pages without their running headers and footers: lines
// near an edge that are page numbers, or stand there on many pages.
func dropRunning(pages []pdfPage) []pdfPage {
	const most = 1 << 16
	count := map[string]int{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range p.lines {
			if key := runningKey(l.text); p.atEdge(&l) && !seen[key] && len(count) < most {
				seen[key] = true
				count[key]++
			}
		}
	}
	// Left and right pages may differ, and chapters.
	enough := max(2, min(len(pages)/4, 10))
	kept := make([]pdfPage, len(pages))
	for i, p := range pages {
		kept[i] = pdfPage{width: p.width, height: p.height}
		for _, l := range p.lines {
			key := runningKey(l.text)
			if p.atRim(&l) && printStamp().MatchString(l.text) {
				continue
			}
			if p.atEdge(&l) && (count[key] >= enough && p.alone(&l) || pageNumber().MatchString(key)) {
				continue
			}
			kept[i].lines = append(kept[i].lines, l)
		}
	}
	return kept
}

// atEdge reports whether l stands in the upper or lower ninth of the page, or is
// the first or last line on it.
func (p *pdfPage) atEdge(l *pdfLine) bool {
	if p.height <= 0 || l.bottom > p.height*8/9 || l.top < p.height/9 {
		return p.height > 0
	}
	above, below := 0, 0
	for i := range p.lines {
		switch o := &p.lines[i]; {
		case o.bottom > l.top-l.height()/2:
			above++
		case o.top < l.bottom+l.height()/2:
			below++
		}
	}
	return above == 0 || below == 0
}

// atRim reports whether l stands where browsers print the day and the address:
// outside the margins of the page.
func (p *pdfPage) atRim(l *pdfLine) bool {
	const rim = 17 // of the height, 50 points of a sheet of paper
	return p.height > 0 && (l.bottom > p.height-p.height/rim || l.top < p.height/rim)
}

// alone reports whether l is the outermost line, or is set apart from the text:
// the same words can begin two pages by chance.
func (p *pdfPage) alone(l *pdfLine) bool {
	for i := range p.lines {
		o := &p.lines[i]
		between := (o.bottom+o.top)/2 - (l.bottom+l.top)/2
		if l.bottom > p.height/2 {
			between = -between
		}
		// o lies on the text's side of l and close to it, like its next line
		if between > l.height()/2 && between < l.height()*1.3 && math.Abs(o.left-l.left) < l.height() && !p.atEdge(o) {
			return false
		}
	}
	return true
}

// flow returns the lines of all pages with what is known of their columns.
func flow(pages []pdfPage) []flowed {
	var list []flowed
	run := 0
	for i, p := range pages {
		start := len(list)
		for j, l := range p.lines {
			if j > 0 && p.lines[j-1].breaksColumn(&l) {
				measure(list[start:])
				start = len(list)
				run++
			}
			list = append(list, flowed{pdfLine: l, page: i + 1, run: run})
		}
		measure(list[start:])
		run++
	}
	usual := leadings(list)
	for i := range list {
		list[i].leading = usual[heightClass(list[i].height())]
		if list[i].leading == 0 {
			list[i].leading = list[i].height() * 1.3
		}
	}
	return list
}

// breaksColumn reports whether next, the line after l, stands in another column:
// above it, or beside it.
func (l *pdfLine) breaksColumn(next *pdfLine) bool {
	return next.bottom > l.top || (next.left >= l.right || next.right <= l.left) && !l.besides(next)
}

// besides reports whether next stands on the same line as l, to the right.
func (l *pdfLine) besides(next *pdfLine) bool {
	return math.Abs(l.bottom-next.bottom) < l.height()*0.3 && next.left > l.right
}

// leadings returns the distance of lines inside paragraphs for each class of
// height: the closer quarter of all distances, since every line of a list stands
// apart from the one before.
func leadings(lines []flowed) map[int]float64 {
	all := map[int][]float64{}
	for i := 1; i < len(lines); i++ {
		h := lines[i].height()
		if d := lines[i-1].bottom - lines[i].bottom; lines[i-1].run == lines[i].run && d > h*0.5 && d < h*2.5 {
			all[heightClass(h)] = append(all[heightClass(h)], d)
		}
	}
	quarter := map[int]float64{}
	for class, list := range all {
		slices.Sort(list)
		quarter[class] = list[len(list)/4]
	}
	return quarter
}

// measure fills in the edges of the lines of one run.
func measure(run []flowed) {
	for i := range run {
		run[i].start, run[i].full = edges(run, i)
	}
}

// edges returns the left and right edge of the lines around line i that are set
// in the same size.
func edges(run []flowed, i int) (left, right float64) {
	const near = 12
	left, right = run[i].left, run[i].right
	for j := max(0, i-near); j < min(len(run), i+near+1); j++ {
		if math.Abs(run[j].height()-run[i].height()) < 0.12*run[i].height() {
			left, right = min(left, run[j].left), max(right, run[j].right)
		}
	}
	return left, right
}

// bodyHeight returns the height of the letters in which most of the text is set.
func bodyHeight(lines []flowed) float64 {
	weight := map[int]int{}
	best := 0
	for i := range lines {
		const perPoint = 4
		h := int(math.Round(lines[i].height() * perPoint))
		weight[h] += len(lines[i].text)
		if weight[h] > weight[best] || weight[h] == weight[best] && h < best {
			best = h
		}
	}
	const perPoint = 4
	return float64(best) / perPoint
}

var (
	bullet      = pattern(`^(?:[•●▪◦‣∙·○■□➢✓✔]|[-–—*]\s)\s*`)
	numbered    = pattern(`^(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S`)
	captionWord = pattern(`^(?:Fig(?:ure)?|FIG(?:URE)?|Table|TABLE|Photo|Image|Map|Chart|Abb(?:ildung)?)\.?\s+\d+(?:\.\d+)?\s*[:.–—-]`)
	noteMark    = pattern(`^(?:\d{1,3}|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])\s*\S`)
)

// continues reports whether line i belongs to the paragraph of the line before.
func continues(lines []flowed, i int, body float64) bool {
	a, b := &lines[i-1], &lines[i]
	switch {
	case a.hyphen:
		return true
	case a.run == b.run && a.besides(&b.pdfLine):
		return true
	case math.Abs(a.height()-b.height()) > 0.12*max(a.height(), b.height()):
		return false
	case strings.Contains(a.text, "\t") || strings.Contains(b.text, "\t"):
		return false
	case bullet().MatchString(b.text) || captionWord().MatchString(b.text):
		return false
	case a.run == b.run:
		return continuesBelow(lines, i)
	}
	return continuesElsewhere(a, b, body)
}

// continuesBelow reports whether line i, right under the one before in its
// column, goes on with its paragraph.
func continuesBelow(lines []flowed, i int) bool {
	a, b := &lines[i-1], &lines[i]
	const loose, indent, short = 1.35, 0.8, 0.85
	if a.bottom-b.bottom > a.leading*loose {
		return false
	}
	ended := endsSentence(a.text)
	indented := b.left > b.start+b.height()*indent && a.left < b.left-b.height()*indent
	if indented && ended {
		return false
	}
	isShort := a.right-a.start < (a.full-a.start)*short && !flush(lines, i)
	return !isShort || !ended && startsLower(b.text) || isCentred(a, b)
}

// flush reports whether the line before line i ends at the same edge as one of
// its neighbours, as the lines of justified paragraphs do.
func flush(lines []flowed, i int) bool {
	const exact = 1
	a := &lines[i-1]
	same := func(b *flowed) bool { return a.run == b.run && math.Abs(a.right-b.right) < exact }
	return same(&lines[i]) || i > 1 && same(&lines[i-2])
}

// isCentred reports whether two lines are set in the middle of their column, as
// headings are.
func isCentred(a, b *flowed) bool {
	middle := func(l *flowed) float64 { return (l.left + l.right) / 2 }
	column := (a.start + a.full) / 2
	const near = 3
	return a.left > a.start+near && b.left > b.start+near && math.Abs(middle(a)-column) < near && math.Abs(middle(b)-column) < near
}

// continuesElsewhere reports whether b, in another column or on another page,
// goes on with the paragraph of a.
func continuesElsewhere(a, b *flowed, body float64) bool {
	if endsSentence(a.text) || math.Abs(a.height()-body) > 0.12*body {
		return false
	}
	const nearly = 0.85
	// A single line may be an item of a list.
	isFull := a.joined && a.right-a.start >= (a.full-a.start)*nearly
	return startsLower(b.text) || isFull && !numbered().MatchString(b.text)
}

// endsSentence reports whether s ends like a sentence, closing quotes aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	return s != "" && strings.ContainsAny(s[len(s)-1:], ".!?:")
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«([`))
	return unicode.IsLower(r)
}

// paragraphOf returns the piece that lines make. The level of a heading is the
// height of its letters in quarters of a point until all are known.
func paragraphOf(lines []flowed, body float64, words map[string]bool, pages []pdfPage) piece {
	first := &lines[0]
	s, isRow := joinLines(lines, words)
	p := piece{text: clean(s), page: first.page}
	const big, small, longest = 1.18, 0.88, 250
	switch {
	case isRow:
		p.kind = text.Row
	case captionWord().MatchString(p.text):
		p.kind = text.Caption
	case bullet().MatchString(p.text):
		p.kind = text.ListItem
		p.text = bullet().ReplaceAllString(p.text, "")
	case first.height() > body*big && len(p.text) <= longest:
		p.kind, p.level = text.Heading, heightClass(first.height())
	case first.height() < body*small && first.bottom < pages[first.page-1].height/3 && noteMark().MatchString(p.text):
		p.kind = text.Footnote
	}
	return p
}

func heightClass(h float64) int {
	const perPoint = 4
	return int(math.Round(h * perPoint))
}

// levels gives the heading level of each class of height, the largest first.
func levels(lines []flowed, body float64) map[int]int {
	var classes []int
	for i := range lines {
		if c := heightClass(lines[i].height()); float64(c) > body*4 && !slices.Contains(classes, c) {
			classes = append(classes, c)
			slices.SortFunc(classes, func(a, b int) int { return b - a })
			const kinds = 32
			classes = classes[:min(len(classes), kinds)]
		}
	}
	m := map[int]int{}
	level := 0
	for i, c := range classes {
		const alike = 2 // quarters of a point
		if i == 0 || classes[i-1]-c > alike {
			level++
		}
		m[c] = min(level, 6)
	}
	return m
}

// joinLines returns the text of lines that belong together. If all stand beside
// each other they are the cells of a row, separated by tabs.
func joinLines(lines []flowed, words map[string]bool) (s string, isRow bool) {
	var b strings.Builder
	isRow = len(lines) > 1
	for i := range lines {
		l := &lines[i]
		if i > 0 {
			before := &lines[i-1]
			beside := before.run == l.run && before.besides(&l.pdfLine)
			isRow = isRow && beside
			switch {
			case before.hyphen || strings.HasSuffix(before.text, "-") && startsLower(l.text):
				b.WriteString(seam(before.text, l.text, words))
			case beside && l.left-before.right > l.height():
				b.WriteString("\t")
			default:
				b.WriteString(" ")
			}
		}
		if i+1 < len(lines) && strings.HasSuffix(l.text, "-") && startsLower(lines[i+1].text) {
			b.WriteString(strings.TrimSuffix(l.text, "-"))
		} else {
			b.WriteString(l.text)
		}
	}
	s = b.String()
	isRow = (isRow || len(lines) == 1) && strings.Contains(s, "\t")
	if !isRow {
		s = strings.ReplaceAll(s, "\t", " ")
	}
	return s, isRow
}

// seam returns what belongs between the halves of a word that was divided at the
// end of a line: a hyphen if it has one of its own. That is so before a capital
// or a digit, if the word with its hyphen stands elsewhere in the text, or if
// each half does and the whole does not.
func seam(before, after string, words map[string]bool) string {
	a, b := strings.ToLower(lastWord(before)), strings.ToLower(firstWord(after))
	r, _ := utf8.DecodeRuneInString(after)
	const word = 3
	switch {
	case !unicode.IsLower(r):
		return "-"
	case words[a+b]:
		return ""
	case words[a+"-"+b], words[a] && words[b] && len(a) > word && len(b) > word:
		return "-"
	}
	return ""
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' }

func lastWord(s string) string {
	s = strings.TrimRight(s, "-")
	i := strings.LastIndexFunc(s, func(r rune) bool { return !isWordRune(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// vocabulary returns the words inside the lines, those at divided ends left out.
func vocabulary(lines []flowed) map[string]bool {
	const most = 1 << 18
	words := map[string]bool{}
	for i := range lines {
		fields := strings.FieldsFunc(strings.ToLower(lines[i].text), func(r rune) bool { return !isWordRune(r) })
		if i > 0 && lines[i-1].hyphen && len(fields) > 0 {
			fields = fields[1:]
		}
		if n := len(fields); n > 0 && (lines[i].hyphen || strings.HasSuffix(lines[i].text, "-")) {
			fields = fields[:n-1]
		}
		for _, f := range fields {
			if len(words) < most {
				words[f] = true
			}
		}
	}
	return words
}
