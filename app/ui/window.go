// Package ui is the window: it shows a state.Model and turns what the reader
// does into messages.
//
// Everything in it belongs to Fyne's goroutine. Widgets are brought up to date
// from the model and never read from.
package ui

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"dateline/app/screen"
	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline"
	lay "dateline/timeline/layout"
)

// Options are what a window needs from outside.
type Options struct {
	App       fyne.App
	Icon      fyne.Resource
	Changelog string // Markdown, for Help
	Notices   string // the licences of what is built in
	Version   string
	Size      fyne.Size                     // at first; the usual one if it is zero or too small
	Quit      func()                        // closes all windows, each with its question
	Log       func() (path, content string) // what the program noted, and where
	Send      func(state.Msg)
	// Painter returns what paints an arrangement, which may be nil for none, in
	// the colours of the light or of the dark theme.
	Painter func(state.Arrangement, fyne.ThemeVariant) screen.Painter
	// Strip does the same for the overview of the whole timeline.
	Strip func(state.Arrangement, fyne.ThemeVariant) screen.StripPainter
	// Preview shows what an export will be. Outputs and Papers are what there is
	// to choose from.
	Preview Previewer
	Outputs []Output
	Papers  []string
}

// Window is the program's window.
type Window struct {
	Options
	win fyne.Window

	screen  *screen.Screen
	strip   *screen.Strip
	start   *startPage
	tools   *toolBar
	notices *noticeBar
	status  *statusBar
	date    *datePanel
	event   *eventPanel
	form    *formPanel
	search  *searchPanel
	table   *tableView
	panels  map[state.Panel]panel
	dock    *dock

	undo, redo, recent, restore, lanes, gaps *fyne.MenuItem

	closing   bool // the window is to close when its work is in a project
	menuReady bool // the entries have been brought up to date once

	model   state.Model
	painted paintedWith
	folds   []screen.Fold // of the picture that is shown
}

// panel is what can stand beside the timeline.
type panel interface {
	object() fyne.CanvasObject
	sync(state.Model)
}

// paintedWith is what the painter of the screen was made for.
type paintedWith struct {
	arrangement state.Arrangement
	variant     fyne.ThemeVariant
}

// New makes the window, without showing it.
func New(opt Options) *Window {
	w := &Window{Options: opt, win: opt.App.NewWindow("Dateline"), model: state.New()}
	w.setTheme(state.SystemTheme)
	w.screen = screen.New(w.Painter(nil, w.variant()), w.style(), w.onScreen)
	w.strip = screen.NewStrip(w.Strip(nil, w.variant()), w.onScreen)
	w.start = newStartPage(opt.Icon, w.chooseFiles, opt.Send)
	w.tools = newToolBar(w.chooseFiles, w.chooseExport, opt.Send)
	w.notices = newNoticeBar(opt.Send)
	w.status = newStatusBar(opt.Send)
	w.date = newDatePanel(opt.Send)
	w.event = newEventPanel(opt.Send)
	w.form = newFormPanel(opt.Send)
	w.search = newSearchPanel(opt.Send)
	w.panels = map[state.Panel]panel{
		state.EventPanel:   w.event,
		state.ArticlePanel: newArticlePanel(opt.Send),
		state.TrayPanel:    newTrayPanel(opt.Send),
		state.DatePanel:    w.date,
		state.FormPanel:    w.form,
		state.SearchPanel:  w.search,
	}
	w.table = newTableView(opt.Send, w.onScreen)
	split := container.NewVSplit(container.NewBorder(nil, w.strip, nil, nil, w.screen), w.table.root)
	split.SetOffset(timelinePart)
	w.dock = newDock(split, w.start.root, w.panels)
	w.win.SetContent(container.NewBorder(
		container.New(tight{}, w.tools.root, w.notices.root), w.status.root, nil, nil, w.dock.root,
	))
	w.win.SetIcon(opt.Icon)
	w.win.SetMainMenu(w.menu())
	w.win.SetPadded(false)
	w.win.Resize(w.firstSize())
	w.win.SetOnDropped(w.onDropped)
	w.win.SetCloseIntercept(w.AskToClose)
	w.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { w.onScreen(screen.Pressed{Key: ev.Name}) })
	w.win.Canvas().SetOnTypedRune(func(r rune) { w.onScreen(screen.Pressed{Rune: r}) })
	w.addShortcuts()
	w.addTextShortcuts()
	w.Sync(w.model)
	return w
}

// timelinePart is how much of the height the timeline has above the table.
const timelinePart = 0.55

// The sizes of the window at the very first start, and the smallest that it opens
// with later.
var usualSize, leastSize = fyne.NewSize(1280, 800), fyne.NewSize(480, 320)

// firstSize returns the size that the window opens with.
func (w *Window) firstSize() fyne.Size {
	if w.Options.Size.Width < leastSize.Width || w.Options.Size.Height < leastSize.Height {
		return usualSize
	}
	return w.Options.Size
}

// Size returns the size of the window, without that of a full screen.
func (w *Window) Size() fyne.Size {
	if w.win.FullScreen() {
		return w.firstSize()
	}
	return w.win.Canvas().Size()
}

// Show opens the window.
func (w *Window) Show() { w.win.Show() }

// Raise brings the window before others.
func (w *Window) Raise() { w.win.RequestFocus() }

// OnClosed sets what is called when the window has been closed.
func (w *Window) OnClosed(then func()) { w.win.SetOnClosed(then) }

// Sync brings the window up to date with m.
func (w *Window) Sync(m state.Model) {
	if m.Theme != w.model.Theme {
		w.setTheme(m.Theme)
	}
	before := w.model
	w.model = m
	if w.closing && m.Project != (state.Project{}) {
		w.win.Close()
		return
	}
	w.closing = w.closing && len(m.Notices) == len(before.Notices) // it could not be saved
	w.win.SetTitle(windowTitle(m))
	w.tools.sync(m, w.variant() == theme.VariantDark)
	w.notices.sync(m)
	w.status.sync(m)
	w.start.sync(m)
	w.dock.show(m)
	w.table.sync(m)
	if p, ok := w.panels[m.Panel]; ok {
		p.sync(m)
	}
	w.syncScreen(m)
	w.syncMenu(before, m)
	w.syncFocus(before, m)
}

// syncFocus turns the keyboard to what has just opened.
func (w *Window) syncFocus(before, m state.Model) {
	switch {
	case m.Table.Open != before.Table.Open:
		w.focusEvents()
	case m.Panel == state.FormPanel && before.Panel != state.FormPanel:
		w.win.Canvas().Focus(w.form.title)
	case m.Panel == state.SearchPanel && before.Panel != state.SearchPanel:
		w.win.Canvas().Focus(w.search.typed)
	case typing(before.Panel) && !typing(m.Panel):
		w.focusEvents()
	case m.Panel == state.DatePanel && before.Panel != state.DatePanel:
		w.win.Canvas().Focus(w.date.entry)
	case len(m.Articles) == 0:
	case len(before.Articles) == 0, before.Panel == state.DatePanel && m.Panel != state.DatePanel, dated(before, m):
		w.focusEvents()
	}
}

// focusEvents turns the keyboard to the events: in the table, if it is open, or on
// the timeline.
func (w *Window) focusEvents() {
	if w.model.Table.Open {
		w.win.Canvas().Focus(w.table.rows)
		return
	}
	w.screen.Focus(w.win.Canvas())
}

// typing reports whether the keyboard belongs to a panel as soon as it opens.
func typing(p state.Panel) bool { return p == state.FormPanel || p == state.SearchPanel }

// dated reports whether the article in the panel has just got another date.
func dated(before, m state.Model) bool {
	a, _ := before.Article(m.Entry.Article)
	b, _ := m.Article(m.Entry.Article)
	return m.Panel == state.DatePanel && a.ID != "" && a.Date != b.Date
}

// windowTitle names the project, or else the timeline.
func windowTitle(m state.Model) string {
	if m.Project != (state.Project{}) {
		name := m.Project.Name() + " – Dateline"
		if m.Unwritten > 0 {
			name = lang.L("Not written: {{.Name}}", data{"Name": name})
		}
		return name
	}
	if m.Timeline.Title == "" {
		return "Dateline"
	}
	return m.Timeline.Title + " – Dateline"
}

// syncScreen gives the screen what it shows: a new painter only if the timeline
// or the colours have changed.
func (w *Window) syncScreen(m state.Model) {
	if with := (paintedWith{m.Arrangement, w.variant()}); with != w.painted {
		w.painted = with
		w.screen.SetPainter(w.Painter(with.arrangement, with.variant), w.style())
		w.strip.SetPainter(w.Strip(with.arrangement, with.variant))
	}
	w.screen.SetViewport(m.Viewport)
	w.strip.SetViewport(m.Viewport)
	w.strip.SetHits(starts(m.HitEvents()))
	selected := w.selectedGroup(m)
	w.screen.Select(selected)
	w.syncHeld(m, selected)
}

// syncHeld lets the selected event be dragged, and shows where it is held.
func (w *Window) syncHeld(m state.Model, selected string) {
	if eventOf(selected) == "" {
		selected = ""
	}
	w.screen.Hold(selected)
	w.screen.SetFlag(flagOf(m))
	e, _, ok := m.Event(m.Drag.Event)
	if !ok {
		w.screen.ShowHeld(0, "")
		return
	}
	shift := m.Viewport.X(m.Drag.When.Hull().Start) - m.Viewport.X(e.When.Hull().Start)
	w.screen.ShowHeld(shift, m.Drag.When.Words(when.Long))
}

// flagGroup begins the ID of the flag that stands for an article's date.
const flagGroup = "date-"

// flagOf returns the flag of the article that the reader is busy with.
func flagOf(m state.Model) screen.Flag {
	a, date, ok := m.Flag()
	if !ok {
		return screen.Flag{}
	}
	return screen.Flag{
		Group: flagGroup + a.ID, At: date.Start,
		Words: lang.L("Article of {{.Date}}", data{"Date": date.Words(when.Short)}),
	}
}

// moved moves what is dragged: an article's date, or an event.
func (w *Window) moved(ev screen.Moved) {
	if article, ok := strings.CutPrefix(ev.Group, flagGroup); ok {
		w.Send(state.PullDate{Article: article, DX: ev.DX})
		return
	}
	w.Send(state.DragEvent{Event: eventOf(ev.Group), DX: ev.DX})
}

// dropped leaves what was dragged where it is.
func (w *Window) dropped(ev screen.Dropped) {
	if strings.HasPrefix(ev.Group, flagGroup) {
		w.Send(state.DropDate{})
		return
	}
	w.Send(state.DropEvent{})
}

// starts returns when events start.
func starts(events []timeline.Event) []when.Instant {
	var all []when.Instant
	for _, e := range events {
		all = append(all, e.When.Hull().Start)
	}
	return all
}

// selectedGroup returns the group of the selected event, or of the mark that it
// is folded into.
func (w *Window) selectedGroup(m state.Model) string {
	e, _, ok := m.Event(m.Selected)
	if !ok {
		return ""
	}
	group := eventGroup + e.ID
	if w.screen.Shows(group) {
		return group
	}
	start := e.When.Hull().Start
	for _, f := range w.folds {
		if f.Span.Contains(start) {
			return f.Group
		}
	}
	return group
}

// eventGroup begins the ID of the group of primitives that stands for an event.
const eventGroup = "event-"

// eventOf returns the event that a group stands for, or "".
func eventOf(group string) string {
	event, ok := strings.CutPrefix(group, eventGroup)
	if !ok {
		return ""
	}
	return event
}

// foldOf returns the mark for several events that a group is.
func (w *Window) foldOf(group string) (screen.Fold, bool) {
	i := slices.IndexFunc(w.folds, func(f screen.Fold) bool { return f.Group == group })
	if i < 0 {
		return screen.Fold{}, false
	}
	return w.folds[i], true
}

// onScreen turns what happens on the timeline into messages.
func (w *Window) onScreen(ev screen.Event) {
	switch ev := ev.(type) {
	case screen.Resized:
		w.Send(state.Resize{Width: ev.Width, Height: ev.Height, BesidePanel: float64(w.dock.besidePanel())})
	case screen.Painted:
		w.folds = ev.Folds
		w.Send(state.Drew{Drawing: state.Drawing{Drawn: ev.Drawn, Folded: ev.Folded}})
	case screen.Panned:
		w.Send(state.Pan{DX: ev.DX})
	case screen.Zoomed:
		w.Send(state.Zoom{Factor: ev.Factor, X: ev.X})
	case screen.Clicked:
		w.clicked(ev.Group)
	case screen.DoubleClicked:
		w.doubleClicked(ev)
	case screen.Spanned:
		w.spanned(ev)
	case screen.Moved:
		w.moved(ev)
	case screen.Dropped:
		w.dropped(ev)
	case screen.Pressed:
		w.screen.Page(pages[ev.Key])
		if msg := keyMessage(ev, w.model.Viewport.Width); msg != nil && len(w.model.Articles) > 0 {
			w.Send(msg)
		}
	}
}

// spanned says how long the time is over which a band is drawn, and zooms to it
// in the end.
func (w *Window) spanned(ev screen.Spanned) {
	const least = 8 // units; what is shorter was no band
	v := w.model.Viewport
	span := when.Interval{Start: v.At(ev.From), End: v.At(ev.To)}
	w.screen.TellBand(lay.Duration(span.Start, span.End))
	if ev.Done && ev.To-ev.From >= least {
		w.Send(state.ZoomToSpan{Span: span})
	}
}

// clicked selects an event, or opens up a mark that stands for several.
func (w *Window) clicked(group string) {
	if fold, ok := w.foldOf(group); ok {
		w.Send(state.ZoomInto{Span: fold.Span})
		return
	}
	if article, ok := strings.CutPrefix(group, flagGroup); ok {
		w.Send(state.EditDate{Article: article})
		return
	}
	w.Send(state.Select{Event: eventOf(group)})
}

// doubleClicked zooms to an event, or adds one at the pointer where there is none.
func (w *Window) doubleClicked(ev screen.DoubleClicked) {
	if event := eventOf(ev.Group); event != "" {
		w.Send(state.ZoomTo{Event: event})
		return
	}
	if _, ok := w.foldOf(ev.Group); ok {
		return // the first click has opened it up
	}
	w.Send(state.AddEvent{X: ev.X})
}

func (w *Window) onDropped(_ fyne.Position, files []fyne.URI) {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	w.Send(state.Open{Paths: paths})
}

// setTheme fixes the colours, or lets them follow the desktop.
func (w *Window) setTheme(t state.Theme) {
	l := look{Theme: theme.DefaultTheme(), fixed: t != state.SystemTheme, variant: theme.VariantLight}
	if t == state.DarkTheme {
		l.variant = theme.VariantDark
	}
	w.App.Settings().SetTheme(l)
}

// variant returns whether the light or the dark colours show.
func (w *Window) variant() fyne.ThemeVariant {
	if l, ok := w.App.Settings().Theme().(look); ok && l.fixed {
		return l.variant
	}
	return w.App.Settings().ThemeVariant()
}

// style returns the colours of what stands on top of the timeline.
func (w *Window) style() screen.Style {
	colors := palettes[w.variant()]
	return screen.Style{
		Background: colors[colorPaper],
		Selection:  colors[theme.ColorNamePrimary],
		Hover:      colors[colorQuiet],
		Card:       colors[theme.ColorNameForeground],
		CardText:   color.Color(colors[colorPaper]),
		Scrollbar:  colors[theme.ColorNameScrollBar],
	}
}
