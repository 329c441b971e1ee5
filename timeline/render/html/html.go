// Package html writes a timeline as one page that a browser opens from disk: a
// picture to move about in, and beneath it every event in words.
package html

import (
	"bufio"
	_ "embed" // the page's style and script
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/render/parcel"
)

//go:embed page.css
var style string

//go:embed page.js
var script string

// Options says how a timeline becomes a page.
type Options struct {
	// Words says in words when something was; nil means in EDTF.
	Words func(when.Choice) string
	// Language is that of the events, as in "en"; empty means English.
	Language string
	// Embed is carried inside the page, to be taken out again by Embedded.
	Embed []byte
}

// Write writes t as a page. It needs no network, and runs nothing that the events
// hold; without its script it is a list. The same timeline gives the same bytes.
func Write(w io.Writer, t *timeline.Timeline, o Options) error {
	if o.Words == nil {
		o.Words = when.Choice.EDTF
	}
	if o.Language == "" {
		o.Language = "en"
	}
	p := &page{w: bufio.NewWriter(w), options: o}
	p.head(t)
	for i := range t.Events {
		p.event(&t.Events[i], i)
	}
	p.foot()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// page writes the parts of a page. Its writer remembers the first error.
type page struct {
	w       *bufio.Writer
	options Options
}

// markup writes HTML as it stands.
func (p *page) markup(s string) { _, _ = p.w.WriteString(s) }

// text writes any text.
func (p *page) text(s string) { p.markup(html.EscapeString(strings.ToValidUTF8(s, "\uFFFD"))) }

// element writes an element with any text, or nothing if there is no text.
func (p *page) element(open, text, shut string) {
	if text == "" {
		return
	}
	p.markup(open)
	p.text(text)
	p.markup(shut)
}

// policy lets the page use nothing from outside of itself.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

func (p *page) head(t *timeline.Timeline) {
	title := t.Title
	if title == "" {
		title = "Timeline"
	}
	p.element(`<!DOCTYPE html><html lang="`, p.options.Language, `"><head><meta charset="utf-8">`)
	p.markup(`<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="Dateline">`)
	p.markup(`<meta http-equiv="Content-Security-Policy" content="` + policy + `">`)
	p.element("<title>", title, "</title>\n<style>\n")
	p.markup(style + "</style></head><body>\n<div id=\"top\">")
	p.element("<header><h1>", title, "</h1>\n")
	p.markup(`<input id="search" type="search" placeholder="Search ( / )" aria-label="Search the events">` +
		`<button id="out" aria-label="Zoom out">−</button><button id="in" aria-label="Zoom in">+</button><button id="fit">All</button></header>` + "\n" +
		`<main><canvas id="picture" tabindex="0" role="img" aria-label="`)
	p.text(title + ": " + strconv.Itoa(len(t.Events)) +
		" events. Arrows left and right move, plus and minus zoom, arrows up and down go from event to event. All events are in the list beneath.")
	p.markup(`"></canvas><aside id="panel" aria-label="The selected event" hidden><button id="shut" aria-label="Close">✕</button><div id="detail"></div></aside></main>` + "\n" +
		`<footer id="status"> </footer><div id="said" aria-live="polite" style="position:absolute;left:-9999px"></div></div>` + "\n" +
		`<noscript><p>The picture needs JavaScript. All events are in the list.</p></noscript>` + "\n" +
		`<details id="all"><summary>All events as a list</summary>` + "\n<ol id=\"events\">\n")
}

func (p *page) foot() {
	p.markup("</ol></details>\n")
	if p.options.Embed != nil {
		p.markup(`<script type="text/plain" id="` + parcel.Name + `">` + parcel.Wrap(p.options.Embed) + "</script>\n")
	}
	p.markup("<script>\n" + script + "</script></body></html>\n")
}

// statuses are the attributes of events that did not simply happen.
var statuses = map[timeline.Status]string{
	timeline.Planned: "planned", timeline.Denied: "denied", timeline.Hypothetical: "hypothetical",
}

// event writes the list's entry for an event, which the picture is drawn from too.
func (p *page) event(e *timeline.Event, number int) {
	name := "e" + strconv.Itoa(number+1)
	p.markup(`<li id="` + name + `" data-when="` + spans(e.When) + `" data-rank="` + strconv.FormatFloat(e.Importance, 'g', 4, 64) + `"`)
	p.element(` data-status="`, statuses[e.Status], `"`)
	p.element(` data-color="`, e.Color, `"`)
	if e.Inferred {
		p.markup(" data-inferred")
	}
	p.element(`><h2><a href="#`+name+`">`, nonempty(e.Title, "Untitled"), `</a></h2><p class="when"><time>`)
	p.text(p.options.Words(e.When))
	p.markup("</time>")
	p.element(", ", statuses[e.Status], "")
	if e.Inferred {
		p.markup(", worked out")
	}
	p.markup("</p>")
	for _, s := range e.Sources {
		p.source(s)
	}
	p.element(`<p class="note">`, e.Note, "</p>")
	p.markup("</li>\n")
}

// source writes the evidence for an event.
func (p *page) source(s timeline.Source) {
	if s.Quote != "" {
		p.markup("<blockquote>")
		before, after, found := strings.Cut(s.Quote, s.TimeWords)
		if s.TimeWords == "" || !found {
			before, after, s.TimeWords = s.Quote, "", ""
		}
		p.text(before)
		p.element("<mark>", s.TimeWords, "</mark>")
		p.text(after)
		p.markup("</blockquote>")
	}
	p.element(`<p class="why">`, s.Why, "</p>")
	if s.Document == "" && s.URL == "" {
		return
	}
	p.markup(`<p class="from">`)
	if safe(s.URL) {
		p.element(`<a rel="noopener noreferrer" target="_blank" href="`, s.URL, `">`)
		p.text(nonempty(s.Document, s.URL))
		p.markup("</a>")
	} else {
		p.text(nonempty(s.Document, s.URL))
	}
	if s.Page > 0 {
		p.markup(", page " + strconv.Itoa(s.Page))
	}
	p.markup("</p>")
}

func nonempty(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// safe reports whether a link leads to a page, not to a script.
func safe(link string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(link), ":")
	return found && (scheme == "http" || scheme == "https")
}

// spans writes when something was for the script: for each interval its start and
// end in seconds, "-" where it is open, and letters: t if it fills the time, s if
// it falls somewhere inside, c if the text hedged.
func spans(c when.Choice) string {
	var b strings.Builder
	for i, iv := range c {
		if i > 0 {
			b.WriteByte(';')
		}
		b.WriteString(seconds(iv.Start, when.First) + "," + seconds(iv.End, when.Last) + ",")
		if iv.Throughout {
			b.WriteByte('t')
		} else if iv.Grain > when.Day {
			b.WriteByte('s')
		}
		if iv.Circa {
			b.WriteByte('c')
		}
	}
	return b.String()
}

// seconds writes an instant, or "-" for the end of time given.
func seconds(t, open when.Instant) string {
	if t == open {
		return "-"
	}
	return strconv.FormatInt(int64(t), 10)
}
