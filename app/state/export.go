package state

import "dateline/parse/when"

// Print says how a timeline is written to a file. The zero value is the whole
// timeline on a light ground, in the format that the file's extension asks for.
type Print struct {
	Format        string // ID of an output
	Visible       bool   // only what is in sight
	Paper         string // "A4-landscape" or "1080x1920px"; empty for as high as the events need
	Columns, Rows int    // sheets of paper, for a poster; 0 for one
	Theme         string // "light", "dark" or "print"; empty for light
	NoLegend      bool
	Transparent   bool // no ground
}

// Export asks for the timeline to be written to a file.
type Export struct {
	Path  string
	Print Print
}

func (e Export) update(m Model) (Model, Effect) {
	if len(m.Timeline.Events) == 0 {
		return m.notice(Phrase{Words: "There are no events to export yet. Open an article first."}), nil
	}
	return m, Write{Path: e.Path, Timeline: m.Timeline, Span: m.SpanOf(e.Print), Print: e.Print}
}

// SpanOf returns the stretch of time that is written, the zero Interval for all.
func (m Model) SpanOf(p Print) when.Interval {
	if !p.Visible || m.Viewport.Width == 0 {
		return when.Interval{}
	}
	return m.Viewport.Visible()
}

// Exported reports that the timeline was written to a file.
type Exported struct{ Path string }

func (e Exported) update(m Model) (Model, Effect) {
	return m.done(Phrase{Words: "The timeline was written to {{.Name}}.", Name: e.Path}), nil
}
