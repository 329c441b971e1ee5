package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// dock puts a panel beside the timeline, or the start page in place of both.
type dock struct {
	root   *fyne.Container
	main   fyne.CanvasObject
	start  fyne.CanvasObject
	side   *fyne.Container // ground, line and panel
	ground *canvas.Rectangle
	panels map[state.Panel]panel
	shown  state.Panel
}

func newDock(main, start fyne.CanvasObject, panels map[state.Panel]panel) *dock {
	d := &dock{main: main, start: start, panels: panels, ground: canvas.NewRectangle(nil)}
	d.side = container.NewStack(d.ground)
	d.side.Hide()
	d.root = container.New(d, main, d.side, start)
	return d
}

// show brings up what m asks for.
func (d *dock) show(m state.Model) {
	d.ground.FillColor = theme.Color(theme.ColorNameBackground)
	empty := len(m.Articles) == 0 && m.Panel != state.FormPanel
	show(d.start, empty)
	show(d.main, !empty)
	if m.Panel == d.shown {
		return
	}
	d.shown = m.Panel
	d.side.Objects = []fyne.CanvasObject{d.ground}
	if p, ok := d.panels[m.Panel]; ok {
		d.side.Add(container.NewBorder(nil, nil, widget.NewSeparator(), nil, p.object()))
	}
	show(d.side, m.Panel != state.NoPanel)
	d.root.Refresh()
}

// panelWidth is that of the panels but the article's text.
const panelWidth = 370

// besidePanel returns the width that such a panel leaves to the timeline.
func (d *dock) besidePanel() float32 { return d.root.Size().Width - panelWidth }

// width returns how much of the window the panel takes: the article's text more
// than the others, and never so much that the timeline is lost.
func (d *dock) width(all float32) float32 {
	want := float32(panelWidth)
	if d.shown == state.ArticlePanel {
		want = max(want, min(620, all*0.45))
	}
	return min(want, all*0.6)
}

// Layout implements fyne.Layout.
func (d *dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	d.start.Resize(size)
	if !d.side.Visible() {
		d.main.Resize(size)
		return
	}
	width := d.width(size.Width)
	d.side.Resize(fyne.NewSize(width, size.Height))
	d.side.Move(fyne.NewPos(size.Width-width, 0))
	d.main.Resize(fyne.NewSize(size.Width-width, size.Height))
}

// MinSize implements fyne.Layout.
func (d *dock) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(520, 300) }

func (p *eventPanel) object() fyne.CanvasObject   { return p.root }
func (p *articlePanel) object() fyne.CanvasObject { return p.root }
func (p *trayPanel) object() fyne.CanvasObject    { return p.root }
func (p *datePanel) object() fyne.CanvasObject    { return p.root }
