package state

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
	return m, m.Writing(e)
}

// Writing returns what Export has written.
func (m Model) Writing(e Export) Write {
	w := Write{Path: e.Path, Timeline: m.Timeline, Print: e.Print, Lanes: m.Lanes, Names: m.names}
	if e.Print.Visible && m.Viewport.Width > 0 {
		w.Span = m.Viewport.Visible()
	}
	return w
}

// Exported reports that the timeline was written to a file.
type Exported struct{ Path string }

func (e Exported) update(m Model) (Model, Effect) {
	return m.done(Phrase{Words: "The timeline was written to {{.Name}}.", Name: e.Path}), nil
}
