package source

import (
	"context"
	"html"
	"strings"

	"dateline/parse/text"
)

var (
	cueTime  = pattern(`^\s*(?:(\d{1,2}):)?(\d\d):(\d\d)[.,]\d{1,3}\s+-->\s+(?:(\d{1,2}):)?(\d\d):(\d\d)[.,]\d{1,3}`)
	cueStart = pattern(`(?m)\A(?:WEBVTT\b|\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d,\d{1,3} -->)`)
	cueTag   = pattern(`</?[a-zA-Z][^<>]*>|<\d\d:[\d:.]+>|\{\\[^{}]*\}`)
)

// isSubtitles reports whether s is the beginning of subtitles, SRT or WebVTT.
func isSubtitles(s sample) bool { return cueStart().MatchString(s.text) }

// readSubtitles reads subtitles as running text: a paragraph ends where nobody
// speaks for a while, or where somebody else does.
func readSubtitles(_ context.Context, in *input, visit Visit) error {
	s, err := in.plainText()
	if err != nil {
		return visit(nil, err)
	}
	var c cues
	for block := range strings.SplitSeq(s, "\n\n") {
		c.cue(strings.Split(strings.TrimSpace(block), "\n"))
	}
	c.flush()
	d := in.document()
	c.fill(d)
	return in.deliver(d, visit)
}

// cues joins subtitles.
type cues struct {
	writer
	lines []string
	last  string // the line before, which scrolling captions repeat
	end   int    // of the cue before, in seconds
}

func (c *cues) flush() {
	c.add(text.Paragraph, 0, strings.Join(c.lines, " "))
	c.lines = nil
}

// cue reads one cue: a number or name, its times, its lines.
func (c *cues) cue(lines []string) {
	const pause = 4 // seconds
	at := -1
	for i, line := range lines[:min(2, len(lines))] {
		if cueTime().MatchString(line) {
			at = i
		}
	}
	if at < 0 {
		return // a heading, a note or a style
	}
	times := cueTime().FindStringSubmatch(lines[at])
	if seconds(times[1:4])-c.end > pause {
		c.flush()
	}
	c.end = seconds(times[4:7])
	for _, line := range lines[at+1:] {
		line = oneLine(html.UnescapeString(cueTag().ReplaceAllString(line, "")))
		speaker := strings.HasPrefix(line, "- ") || strings.HasPrefix(line, ">>")
		if speaker {
			c.flush()
			line = strings.TrimLeft(line, "->\u200b ")
		}
		if line == "" || line == c.last {
			continue
		}
		c.lines, c.last = append(c.lines, line), line
	}
}

// seconds returns hours, minutes and seconds, each in at most two digits, as
// seconds.
func seconds(parts []string) int {
	n := 0
	for _, p := range parts {
		v := 0
		for _, c := range p {
			v = v*10 + int(c-'0')
		}
		n = n*60 + v
	}
	return n
}
