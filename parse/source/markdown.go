package source

import (
	"context"
	"html"
	"regexp"
	"strings"

	"dateline/parse/text"
)

// Markdown is stripped by rules of our own, line by line and in linear time; the
// parsers at hand are quadratic on nested emphasis.
var (
	markdownSign = pattern(`(?m)\A---\n\w+: |^#{1,6} +\S|^ {0,3}\[[^\]\n]+\]: +\S|\]\((?:https?:/)?/|^(?:={3,}|-{3,})\n|^ *\|.*\|.*\|$`)

	mdHeading    = pattern(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	mdUnderline  = pattern(`^ {0,3}(=+|-+)[ \t]*$`)
	mdRule       = pattern(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdFence      = pattern("^ {0,3}(```+|~~~+)")
	mdItem       = pattern(`^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\] )?(.*)$`)
	mdQuote      = pattern(`^ {0,3}(?:> ?)+(.*)$`)
	mdDefinition = pattern(`^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+`)
	mdFootnote   = pattern(`^ {0,3}\[\^[^\]]+\]:[ \t]*(.*)$`)
	mdDelimiters = pattern(`^ *\|?(?: *:?-+:? *\|)+ *(?::?-+:?)? *$`)

	mdImage     = pattern(`!\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"]*")?\)(?:\{[^{}]*\})?`)
	mdLink      = pattern(`\[([^\[\]]*)\]\(<?[^()\s>]*(?:\([^()\s]*\)[^()\s>]*)?>?(?:\s+(?:"[^"]*"|'[^']*'))?\)(?:\{[^{}]*\})?`)
	mdReference = pattern(`\[([^\[\]^]+)\]\[[^\[\]]*\]`)
	mdNoteMark  = pattern(`\[\^[^\[\]\s]+\]`)
	mdAuto      = pattern(`<((?:https?|mailto):[^\s<>]+)>`)
	mdTag       = pattern(`</?[a-zA-Z][^<>]*>|<!--[^<>]*-->`)
	mdEscape    = pattern("\\\\([\\\\`*_{}\\[\\]()#+.!|<>~\"'$@%^&:;,/?=-])")
	mdStrong    = pattern(`(\*{1,3}|_{2,3}|~~)([^\s*_~](?:[^*~\n]*[^\s*~])?)(?:\*{1,3}|_{2,3}|~~)`)
	mdEmphasis  = pattern(`(^|[\s("'“‘—–-])_([^\s_](?:[^_\n]*[^\s_])?)_($|[\s.,;:!?)"'”’—–-])`)
	mdCode      = pattern("`+([^`]+)`+")
)

func isMarkdown(s sample) bool { return markdownSign().MatchString(s.text) }

// readMarkdown reads a Markdown file: front matter as what the file says about
// itself, code as furniture, all else without its markup.
func readMarkdown(_ context.Context, in *input, visit Visit) error {
	s, err := in.plainText()
	if err != nil {
		return visit(nil, err)
	}
	d := in.document()
	s = frontMatter(d, s)
	m := markdown{doc: d}
	for line := range strings.Lines(s) {
		m.line(strings.TrimRight(line, "\n"))
	}
	m.flush()
	m.w.fill(d)
	return in.deliver(d, visit)
}

// markdown reads a file line by line.
type markdown struct {
	doc   *text.Document
	w     writer
	kind  text.Kind // of the block that is being collected
	lines []string
	fence string // what ends the code that is being read
}

// flush ends the block that is being collected.
func (m *markdown) flush() {
	if len(m.lines) > 0 {
		m.w.add(m.kind, 0, inlineMarkdown(strings.Join(m.lines, " ")))
	}
	m.lines, m.kind = nil, text.Paragraph
}

func (m *markdown) heading(level int, s string) {
	s = inlineMarkdown(s)
	if m.doc.Title == "" && level == 1 {
		m.doc.Title = clean(s)
	}
	m.w.add(text.Heading, level, s)
}

func (m *markdown) line(line string) {
	if m.fence != "" || mdFence().MatchString(line) {
		m.code(line)
		return
	}
	if strings.TrimSpace(line) == "" {
		m.flush()
		return
	}
	if h := mdHeading().FindStringSubmatch(line); h != nil {
		m.flush()
		m.heading(len(h[1]), h[2])
		return
	}
	if u := mdUnderline().FindStringSubmatch(line); u != nil && len(m.lines) > 0 && m.kind == text.Paragraph {
		s := strings.Join(m.lines, " ")
		m.lines = nil
		m.heading(map[byte]int{'=': 1, '-': 2}[u[1][0]], s)
		return
	}
	switch {
	case mdRule().MatchString(line), mdDefinition().MatchString(line), mdDelimiters().MatchString(line):
		m.flush()
	case strings.HasPrefix(strings.TrimSpace(line), "|"):
		m.flush()
		m.w.add(text.Row, 0, tableRow(line))
	default:
		m.prose(line)
	}
}

// openers are the beginnings of lines that start a block of their kind.
var openers = []struct {
	start func() *regexp.Regexp
	kind  text.Kind
}{
	{mdFootnote, text.Footnote},
	{mdItem, text.ListItem},
}

// prose adds a line to the block that is being collected, or begins another.
func (m *markdown) prose(line string) {
	if q := mdQuote().FindStringSubmatch(line); q != nil {
		if m.kind != text.Quoted || strings.TrimSpace(q[1]) == "" {
			m.flush()
		}
		m.kind = text.Quoted
		if strings.TrimSpace(q[1]) != "" {
			m.lines = append(m.lines, q[1])
		}
		return
	}
	for _, o := range openers {
		if found := o.start().FindStringSubmatch(line); found != nil {
			m.flush()
			m.kind, m.lines = o.kind, []string{found[1]}
			return
		}
	}
	if strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`) {
		line = strings.TrimRight(line, ` \`) + "\n"
	}
	m.lines = append(m.lines, strings.TrimLeft(line, " \t"))
}

// code reads a line of fenced code, fences included.
func (m *markdown) code(line string) {
	if m.fence == "" {
		m.flush()
		m.fence = mdFence().FindStringSubmatch(line)[1]
		return
	}
	if strings.HasPrefix(strings.TrimLeft(line, " "), m.fence) {
		m.fence = ""
		return
	}
	m.w.add(text.Furniture, 0, line)
}

// tableRow returns the cells of a row of a table, separated by tabs.
func tableRow(line string) string {
	cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i, c := range cells {
		cells[i] = oneLine(inlineMarkdown(c))
	}
	return strings.Join(cells, "\t")
}

// inlineMarkdown returns s without links, emphasis, code marks and tags.
func inlineMarkdown(s string) string {
	if !strings.ContainsAny(s, "[]*_`<&\\~!") {
		return s
	}
	// Escaped characters are hidden from the rules in the private use area.
	const private = 0xe000
	s = mdEscape().ReplaceAllStringFunc(s, func(e string) string { return string(rune(private + int(e[1]))) })
	s = mdImage().ReplaceAllString(s, "")
	s = mdLink().ReplaceAllString(s, "$1")
	s = mdReference().ReplaceAllString(s, "$1")
	s = mdNoteMark().ReplaceAllString(s, "")
	s = mdAuto().ReplaceAllString(s, "$1")
	s = mdTag().ReplaceAllString(s, "")
	s = mdCode().ReplaceAllString(s, "$1")
	const nesting = 2
	for range nesting {
		s = mdStrong().ReplaceAllString(s, "$2")
		s = mdEmphasis().ReplaceAllString(s, "$1$2$3")
	}
	return strings.Map(func(r rune) rune {
		if r >= private && r < private+0x80 {
			return r - private
		}
		return r
	}, html.UnescapeString(s))
}
