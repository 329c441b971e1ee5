package source

import (
	"strings"

	"dateline/parse/text"
)

// A page holds more than its article, and the more it looks like the article the
// more harm it does: the dates of other stories, of photographs, of the author's
// career. What is left out here is told by where it stands, by what its element
// is called, and by what it says, in this order of trust.

// sentence reports whether p is a paragraph of prose: long enough, ended like a
// sentence, and not a link.
func (p *piece) sentence() bool {
	const long = 80
	if p.kind != text.Paragraph && p.kind != text.Quoted || len(p.text) < long || p.links*2 > len(p.text) {
		return false
	}
	return strings.ContainsAny(p.text[len(p.text)-4:], `.!?”"’…`)
}

// linked reports whether p is little more than a link.
func (p *piece) linked() bool { return p.links*10 >= len(p.text)*7 }

// Lines that announce something that is not part of the article. Each holds for
// the whole line.
var (
	// moreStories announces a list of other articles.
	moreStories = pattern(`(?i)^(?:(?:you (?:may|might) (?:also )?(?:like|be interested).*|(?:also|more|most|now|further|keep|continue|start)[ -](?:read|reading|popular|viewed|shared|trending|stories|news|like this)\b.*|more (?:from|on|in|about|stories|news|coverage|articles)\b.*|related\b.*|recommended\b.*|trending\b.*|popular\b.*|latest (?:news|stories|from)\b.*|read (?:more|next|also)\b.*|what to read next|editor['’]s (?:picks?|choice)|top stories|in other news|don['’]t miss|see also|see more|sponsored.*|promoted.*|around the web|from (?:around )?the web|up next|next up|elsewhere on.*|explore more.*|share this.*|about the (?:author|writer)s?|author bio.*|(?:leave|post|add) a (?:reply|comment).*|(?:\d+ )?(?:comments?|responses?)|join the (?:conversation|discussion)|sign up.*|newsletter.*|subscribe.*|filed under.*|topics?|tags?|tagged.*|contact (?:us|the author).*|like this:?))[:.…]?$|^more [A-Z ]+$`)
	// pointer leads to another article in the middle of this one.
	pointer = pattern(`(?i)^(?:\W*)(?:read (?:more|also|next)|also read|see also|related|more|watch|listen|recommended|must read|in pictures|in photos|photos?|video|gallery|read|story continues below|article continues below|scroll to continue|advertisement|listen to article|share (?:this|on)|continue reading)\b\s*(?:[:|»›→-]|$)`)
	// picture says whose picture something is, or which one of several.
	picture = pattern(`(?i)^\W*(?:(?:image|photo|picture|slide) \d+ (?:of|/) \d+|(?:(?:image|photo|picture|video|illustration|graphic|photograph)s?(?: credits?| source)?(?: by)?|credits?|photo(?:graph)?(?:y|ed)? by|courtesy(?: of)?)\s*[:©/].*|(?:©|copyright (?:©|\(c\)|\d)).*|photo(?:graph)? by .*|[^.]*(?:/|via |\bfor )(?:getty|ap|reuters|afp|shutterstock|bloomberg|istock)\b[^.]*)\W*$`)
	// credited ends the caption of a picture.
	credited = pattern(`(?i)\((?:(?:image|photo|picture|photograph|illustration|video)s?(?: credits?| by)?|credits?|©)\s*(?:[:©]|by |courtesy )[^()]*\)\W*$|\b(?:photo|image|picture)(?: credit)?: [^.]+$`)
	// closing follows the last paragraph: who helped, whom to write to, whose
	// the rights are.
	closing = pattern(`(?i)^\W*(?:(?:additional |with )?(?:reporting|writing|editing|compiled|contributions?) by\b|(?:this|the) (?:story|article|post|piece|report) (?:was|has been|is|first|originally)\b|.*\bcontributed to this (?:report|story|article)|follow (?:us|him|her|them|me|@|\w+ \w+ on)\b|email (?:us|him|her|\w+ \w+ at)\b|(?:to )?contact (?:us|the|\w+ \w+ at)\b|join (?:us|our)\b|like us\b|sign up\b|subscribe\b|copyright (?:©|\(c\)|\d)|©|\(c\)|all rights reserved|have a (?:tip|story|comment)|got a (?:tip|story)|write to\b|send (?:tips|your)\b|correction:|note: we are\b|please read our\b|click here\b|download\b|visit our\b|for more (?:information|stories|news|on)\b|view (?:all|more|comments)|more (?:articles|stories|posts) (?:from|by)\b|home$|back to top|show comments|@\w+$)`)
	// aboutAuthor is a life in one paragraph, and addresses in it.
	aboutAuthor = pattern(`(?i)\b(?:is (?:a|an|the) (?:\w+[ -])*?(?:writer|reporter|editor|journalist|correspondent|author|columnist|contributor|professor|fellow|blogger|founder|critic|producer|photographer)|follow (?:him|her|them|me)|on twitter|can be reached|has (?:been )?(?:written|writing|reporting|worked|covered|covering)|joined\b|covers|writes (?:about|for)|’s (?:book|work)|'s (?:book|work)|lives in|based in|@[a-z])`)
)

// elements of a page by what their class says, if it is not said of a large
// part of the article.
var (
	furnitureMark = pattern(`^(?:by-?lines?|author-?(?:bio|box|info|card)|bio|about-author|related.*|.*-related|recirc.*|jp-relatedposts|.*newsletter.*|social.*|share.*|sharing|comments?|comment-.*|breadcrumbs?|.*-breadcrumbs?|trending|popular|most-(?:read|popular)|read-?more|more-(?:on|from|stories).*|sponsor.*|advert.*|outbrain.*|taboola.*|copyright|disclaimer|signup|subscri(?:be|ption).*|paywall.*|tags?|tag-list|topics|print-only|screen-reader-text|visually-hidden|sr-only|toc|newsletter-.*|promo(?:-.*)?|teaser.*|post-meta|entry-meta|article-meta|dateline-date)$`)
	quoteMark     = pattern(`^(?:.*pull-?quote.*|pq)$`)
	captionMark   = pattern(`^(?:.*caption.*|(?:image|photo|picture|media)-?(?:credits?|source|meta|description)|credits?)$`)
)

// furnish returns the pieces of the article without those of the page, with
// captions marked as such. What may be of use to a reader is kept as furniture.
func furnish(ps []piece, m *meta, author string) []piece {
	f := furnisher{ps: ps, meta: m, author: author, drop: make([]bool, len(ps))}
	f.byMark()
	f.zones()
	f.byWords()
	if !m.isEncyclopedia() {
		f.linkLists()
	}
	f.top()
	f.bottom()
	var kept []piece
	for i, p := range f.ps {
		if !f.drop[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// furnisher tells the article from the page.
type furnisher struct {
	ps          []piece
	drop        []bool
	meta        *meta
	author      string
	first, last int // the first and last paragraph of prose; first is len(ps) if there is none
}

// zones finds the first and the last paragraph of prose.
func (f *furnisher) zones() {
	f.first, f.last = len(f.ps), -1
	for i := range f.ps {
		if !f.drop[i] && f.ps[i].kind != text.Caption && f.ps[i].sentence() {
			f.first = min(f.first, i)
			f.last = i
		}
	}
}

// byMark drops what stands in an element that says that it is furniture. A word
// said of a third of the article is the name of the article.
func (f *furnisher) byMark() {
	covered := map[string]int{}
	total := 0
	for _, p := range f.ps {
		total += len(p.text)
		seen := map[string]bool{}
		for mark := range strings.FieldsSeq(p.marks) {
			if !seen[mark] {
				seen[mark] = true
				covered[mark] += len(p.text)
			}
		}
	}
	for i := range f.ps {
		for mark := range strings.FieldsSeq(f.ps[i].marks) {
			if covered[mark]*3 > total {
				continue
			}
			if furnitureMark().MatchString(mark) || quoteMark().MatchString(mark) && f.repeated(i) {
				f.drop[i] = true
			}
			if captionMark().MatchString(mark) && f.ps[i].kind == text.Paragraph {
				f.ps[i].kind = text.Caption
			}
		}
	}
}

// repeated reports whether the words of a piece stand in another one too, as
// those of a quotation in large letters do.
func (f *furnisher) repeated(i int) bool {
	words := lettersOf(f.ps[i].text)
	const near = 40
	for j := max(0, i-near); j < min(len(f.ps), i+near); j++ {
		if j != i && len(f.ps[j].text) > len(f.ps[i].text) && strings.Contains(lettersOf(f.ps[j].text), words) {
			return true
		}
	}
	return false
}

// byWords drops lines that lead elsewhere, and marks captions.
func (f *furnisher) byWords() {
	const title, short, caption = 60, 160, 500
	for i := range f.ps {
		p := &f.ps[i]
		switch {
		case p.kind == text.Row || p.kind == text.Footnote:
		case len(p.text) <= short && !strings.HasSuffix(p.text, ".") && (isPicture(p.text) || leadsAway(p.text)):
			f.drop[i] = true
		case p.kind == text.Paragraph && len(p.text) <= caption && credited().MatchString(p.text):
			p.kind = text.Caption
		case len(p.text) <= title && !strings.HasSuffix(p.text, ".") && p.kind != text.ListItem && (moreStories().MatchString(p.text) || moreStoriesAbroad().begin(p.text)):
			f.dropSection(i)
		}
	}
}

// isPicture reports whether a line says whose picture something is.
func isPicture(line string) bool {
	return picture().MatchString(line) || pictureAbroad().begin(line)
}

// leadsAway reports whether a line leads to another article. In other languages
// than English the words stand alone, or before a sign.
func leadsAway(line string) bool {
	const alone = 40
	return pointer().MatchString(line) || len(line) <= alone && pointerAbroad().begin(line)
}

// dropSection drops the line at i, which announces other articles, and what
// follows it up to the next paragraph that is not about them. After the last
// paragraph of prose nothing else follows.
func (f *furnisher) dropSection(i int) {
	f.drop[i] = true
	for j := i + 1; j < len(f.ps); j++ {
		p := &f.ps[j]
		if j <= f.last && (p.sentence() || p.kind == text.Heading && !p.linked() && f.ps[i].kind == text.Heading && p.level <= f.ps[i].level) {
			return
		}
		if j <= f.last && p.kind == text.Paragraph && !p.linked() {
			return
		}
		f.drop[j] = true
	}
}

// linkLists drops lists whose items are nothing but links.
func (f *furnisher) linkLists() {
	for i := 0; i < len(f.ps); {
		j := i
		for j < len(f.ps) && f.ps[j].kind == text.ListItem && f.ps[j].linked() {
			j++
		}
		alone := (i == 0 || f.ps[i-1].kind != text.ListItem) && (j == len(f.ps) || f.ps[j].kind != text.ListItem)
		for k := i; k < j && alone; k++ {
			f.drop[k] = true
		}
		i = max(j, i+1)
	}
}

// bylineWords are what is left of a byline besides names and dates.
var bylineWords = pattern(`(?i)\b(?:by|published|updated|posted|last|modified|on|at|am|pm|et|est|edt|pst|pdt|gmt|utc|bst|cet|edit|first|written|and|mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a\.m\.|p\.m\.|min(?:ute)?s?|read|comments?|date|created|issue|print|share|staff|writer|reporter|\d+(?::\d+)?)\b`)

// top marks the byline and the date line as furniture: those that stand before
// the first paragraph, or close to it, and hold nothing else.
func (f *furnisher) top() {
	const short, near = 140, 2
	for i := range f.ps[:min(f.first+near, len(f.ps))] {
		p := &f.ps[i]
		if p.kind == text.Heading && p.level == 1 || p.kind == text.Caption || p.kind == text.Row || len(p.text) > short {
			continue
		}
		if p.kind == text.ListItem && i < f.first && (p.linked() || sameWords(p.text, f.meta.headlineText())) {
			f.drop[i] = true
			continue
		}
		if isByline(p.text, f.author) {
			p.kind = text.Furniture
		}
	}
}

// isByline reports whether a short line holds only names, dates and times: it
// begins like a byline, is the author's name, or holds a date and few words
// besides.
func isByline(line, author string) bool {
	if strings.HasPrefix(strings.ToLower(line), "by ") && !strings.ContainsAny(line[len(line)-1:], ".?!") || sameWords(line, author) {
		return true
	}
	rest := line
	if author != "" {
		rest = strings.ReplaceAll(rest, author, "")
	}
	rest, dated := cutDates(rest)
	if !dated {
		return false
	}
	const few = 3
	return len(strings.FieldsFunc(bylineWords().ReplaceAllString(rest, ""), notLetter)) <= few
}

// cutDates returns s without the dates that are written with their year.
func cutDates(s string) (rest string, found bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return s, false
	}
	rest = writtenDate().ReplaceAllString(s, "")
	return rest, rest != s
}

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80) }

// bottom marks as furniture what follows the last paragraph of prose and says
// that it is not part of the article, and the author's life.
func (f *furnisher) bottom() {
	const long, short, tail = 600, 160, 3
	for i := len(f.ps) - 1; i >= 0; i-- {
		p := &f.ps[i]
		if f.drop[i] || p.kind == text.Row || p.kind == text.Footnote || p.kind == text.ListItem && !p.linked() {
			continue
		}
		if p.kind != text.Heading && i < f.last-tail {
			return
		}
		switch {
		case len(p.text) > long:
			return
		case closing().MatchString(p.text), len(p.text) <= short && closingAbroad().begin(p.text), f.isLife(i), sameWords(p.text, f.author):
			p.kind = text.Furniture
		case p.kind == text.Heading && i > f.last, p.linked() && i > f.last:
			f.drop[i] = true
		case i <= f.last:
			return
		}
	}
}

// isLife reports whether the piece at i tells who the author is: it begins with
// the author's name, or with that in the heading before it.
func (f *furnisher) isLife(i int) bool {
	p := &f.ps[i]
	if !aboutAuthor().MatchString(p.text) {
		return false
	}
	if i > 0 && f.ps[i-1].kind == text.Heading && namesAuthor(p.text, f.ps[i-1].text) {
		f.ps[i-1].kind = text.Furniture
		return true
	}
	return namesAuthor(p.text, f.author)
}

// namesAuthor reports whether a line begins with the name of the author, or with
// a part of it.
func namesAuthor(line, author string) bool {
	for name := range strings.FieldsSeq(author) {
		const initial = 2
		if len(name) > initial && strings.HasPrefix(line, name) {
			return true
		}
	}
	return false
}
