package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// action is something in the menus, with its keys. The zero action is a line
// between groups.
type action struct {
	name string
	keys fyne.Shortcut // nil if it has none
	do   func()
}

// item returns the menu's entry.
func (a action) item() *fyne.MenuItem {
	item := fyne.NewMenuItem(a.name, a.do)
	item.Shortcut = a.keys
	return item
}

// ctrl is the shortcut of a key with the platform's command key.
func ctrl(key fyne.KeyName, also fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | also}
}

// menus lists everything that can be done in the window.
func (w *Window) menus() []struct {
	name    string
	actions []action
} {
	send := func(msg state.Msg) func() { return func() { w.Send(msg) } }
	return []struct {
		name    string
		actions []action
	}{
		{lang.L("File"), []action{
			{lang.L("New project…"), ctrl(fyne.KeyN, 0), w.chooseNewProject},
			{lang.L("Open…"), ctrl(fyne.KeyO, 0), w.chooseFiles},
			{lang.L("Open a folder…"), ctrl(fyne.KeyO, fyne.KeyModifierShift), w.chooseFolder},
			{openRecent(), nil, nil},
			{lang.L("Try the sample"), nil, send(state.OpenSample{})},
			{lang.L("Close the article"), ctrl(fyne.KeyW, 0), send(state.CloseArticle{})},
			{},
			{lang.L("Save as project…"), ctrl(fyne.KeyS, 0), w.chooseProject},
			{lang.L("Save a copy…"), ctrl(fyne.KeyS, fyne.KeyModifierShift), w.chooseCopy},
			{},
			{lang.L("Export…"), ctrl(fyne.KeyE, 0), w.chooseExport},
			{},
			{lang.L("Close the window"), ctrl(fyne.KeyW, fyne.KeyModifierShift), w.AskToClose},
			{quit(), ctrl(fyne.KeyQ, 0), w.Quit},
		}},
		{lang.L("Edit"), []action{
			{undoWords(), ctrl(fyne.KeyZ, 0), send(state.Undo{})},
			{redoWords(), ctrl(fyne.KeyZ, fyne.KeyModifierShift), send(state.Redo{})},
			{},
			{lang.L("Add an event"), ctrl(fyne.KeyI, 0), send(state.AddEvent{X: -1})},
			{lang.L("Edit the event"), nil, send(state.EditEvent{})},
			{lang.L("Copy the event"), nil, w.copyEvent},
			{lang.L("Keep the event"), nil, send(state.Accept{})},
			{lang.L("Dismiss the event"), nil, send(state.Dismiss{})},
			{restoreDismissed(), nil, nil},
			{},
			{lang.L("Pick all events"), nil, send(state.PickAll{})},
			{lang.L("Merge the picked events"), nil, send(state.Merge{})},
			{colorPicked(), nil, nil},
			{},
			{lang.L("The article's date…"), ctrl(fyne.KeyD, 0), send(state.EditDate{})},
			{lang.L("Search"), ctrl(fyne.KeyF, 0), send(state.ShowSearch{})},
		}},
		{lang.L("View"), []action{
			{lang.L("Fit all"), ctrl(fyne.Key0, 0), send(state.Fit{})},
			{lang.L("Zoom in"), ctrl(fyne.KeyEqual, 0), send(state.ZoomStep{Factor: zoomStep})},
			{lang.L("Zoom out"), ctrl(fyne.KeyMinus, 0), send(state.ZoomStep{Factor: 1 / zoomStep})},
			{},
			{lang.L("Next event"), nil, send(state.Step{By: 1})},
			{lang.L("Previous event"), nil, send(state.Step{By: -1})},
			{lang.L("Next event to review"), nil, send(state.NextUndecided{})},
			{lang.L("Read in the article"), ctrl(fyne.KeyR, 0), send(state.OpenArticle{})},
			{lang.L("Table of events"), ctrl(fyne.KeyL, 0), send(state.ShowTable{})},
			{lang.L("Date words without a place"), ctrl(fyne.KeyT, 0), send(state.ShowTray{})},
			{},
			{lanesBy(), nil, nil},
			{shortGaps(), nil, send(state.ShortenGaps{})},
			{},
			{lang.L("Light"), nil, send(state.ChooseTheme{Theme: state.LightTheme})},
			{lang.L("Dark"), nil, send(state.ChooseTheme{Theme: state.DarkTheme})},
			{lang.L("As the desktop"), nil, send(state.ChooseTheme{Theme: state.SystemTheme})},
			{},
			{lang.L("Full screen"), &desktop.CustomShortcut{KeyName: fyne.KeyF11}, func() { w.win.SetFullScreen(!w.win.FullScreen()) }},
		}},
		{lang.L("Help"), []action{
			{lang.L("Keys and mouse"), &desktop.CustomShortcut{KeyName: fyne.KeyF1}, w.showKeys},
			{lang.L("What is new"), nil, w.showChangelog},
			{lang.L("What the program noted"), nil, w.showLog},
			{lang.L("About Dateline"), nil, w.showAbout},
		}},
	}
}

// The names of those entries that change.
func quit() string             { return lang.L("Quit") }
func undoWords() string        { return lang.L("Undo") }
func redoWords() string        { return lang.L("Redo") }
func colorPicked() string      { return lang.L("Colour of the picked events") }
func openRecent() string       { return lang.L("Open recent") }
func lanesBy() string          { return lang.L("Lanes") }
func shortGaps() string        { return lang.L("Shorten long gaps") }
func restoreDismissed() string { return lang.L("Restore a dismissed event") }

// menu makes the main menu, and keeps hold of the entries that change.
func (w *Window) menu() *fyne.MainMenu {
	var colors *fyne.MenuItem
	kept := map[string]**fyne.MenuItem{colorPicked(): &colors, undoWords(): &w.undo, redoWords(): &w.redo, openRecent(): &w.recent, restoreDismissed(): &w.restore, lanesBy(): &w.lanes, shortGaps(): &w.gaps}
	main := &fyne.MainMenu{}
	for _, m := range w.menus() {
		menu := fyne.NewMenu(m.name)
		for _, a := range m.actions {
			if a.name == "" {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
				continue
			}
			item := a.item()
			item.IsQuit = a.name == quit()
			if keep, ok := kept[a.name]; ok {
				*keep = item
			}
			menu.Items = append(menu.Items, item)
		}
		main.Items = append(main.Items, menu)
	}
	w.recent.ChildMenu, w.restore.ChildMenu = fyne.NewMenu(""), fyne.NewMenu("")
	w.lanes.ChildMenu = fyne.NewMenu("")
	for lanes, words := range laneWords() {
		w.lanes.ChildMenu.Items = append(w.lanes.ChildMenu.Items, fyne.NewMenuItem(words, func() {
			w.Send(state.ShowLanes{Lanes: state.Lanes(lanes)})
		}))
	}
	colors.ChildMenu = fyne.NewMenu("")
	for place, words := range colorNames() {
		colors.ChildMenu.Items = append(colors.ChildMenu.Items, fyne.NewMenuItem(words, func() {
			w.Send(state.Paint{Color: colorOf(place)})
		}))
	}
	return main
}

// laneWords names the ways to spread events over lanes.
func laneWords() []string {
	return []string{
		state.OneLane:   lang.L("One for all"),
		state.ByArticle: lang.L("By article"),
		state.ByPerson:  lang.L("By person"),
		state.ByPlace:   lang.L("By place"),
		state.ByGroup:   lang.L("By organisation"),
		state.ByTag:     lang.L("By any name"),
	}
}

// syncMenu brings those entries of the menus up to date that change.
func (w *Window) syncMenu(before, m state.Model) {
	undo, redo := m.CanUndo(), m.CanRedo()
	if undo == before.CanUndo() && redo == before.CanRedo() && slices.Equal(m.Recent, before.Recent) && slices.Equal(m.Articles, before.Articles) && m.Lanes == before.Lanes && m.ShortGaps == before.ShortGaps && w.menuReady {
		return
	}
	w.menuReady = true
	name(w.undo, undoWords(), undo)
	name(w.redo, redoWords(), redo)
	w.recent.Disabled = len(m.Recent) == 0
	w.recent.ChildMenu.Items = nil
	for _, path := range m.Recent {
		w.recent.ChildMenu.Items = append(w.recent.ChildMenu.Items, fyne.NewMenuItem(shortPath(path), func() {
			w.Send(state.Open{Paths: []string{path}})
		}))
	}
	for i, item := range w.lanes.ChildMenu.Items {
		item.Checked = state.Lanes(i) == m.Lanes
	}
	w.gaps.Checked = m.ShortGaps
	w.syncRestore(m.Dismissed())
	w.win.MainMenu().Refresh()
}

// syncRestore lists dismissed events to be restored, as many as a menu can show.
func (w *Window) syncRestore(dismissed []state.Named) {
	const most = 24
	w.restore.Disabled = len(dismissed) == 0
	w.restore.ChildMenu.Items = nil
	for _, e := range dismissed[:min(len(dismissed), most)] {
		w.restore.ChildMenu.Items = append(w.restore.ChildMenu.Items, fyne.NewMenuItem(e.Title, func() {
			w.Send(state.Restore{Event: e.ID})
		}))
	}
}

// name gives an entry the name of the step that it is about; without one it
// cannot be used.
func name(item *fyne.MenuItem, words string, step state.Phrase) {
	item.Label, item.Disabled = words, step.IsZero()
	if !step.IsZero() {
		item.Label = words + ": " + say(step)
	}
}

// chooseFolder asks for a folder of articles to open.
func (w *Window) chooseFolder() {
	w.present(dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err != nil {
			w.Send(state.Failed{Sentence: lang.L("The folder cannot be opened: {{.Problem}}.", data{"Problem": err.Error()})})
			return
		}
		if f != nil {
			w.Send(state.Open{Paths: []string{f.Path()}})
		}
	}, w.win))
}

// fileDialog is a dialog that chooses a file or a folder.
type fileDialog interface {
	Resize(fyne.Size)
	SetLocation(fyne.ListableURI)
	Show()
}

// present shows a file dialog large, at the folder of the latest article.
func (w *Window) present(d fileDialog) {
	if len(w.model.Recent) > 0 {
		folder := storage.NewFileURI(filepath.Dir(w.model.Recent[0]))
		if listable, err := storage.ListerForURI(folder); err == nil {
			d.SetLocation(listable)
		}
	}
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 900), min(size.Height*0.9, 640)))
	d.Show()
}

// withFolder puts a button beside the entry of a path that chooses its folder.
func (w *Window) withFolder(path *field) fyne.CanvasObject {
	folder := widget.NewButtonWithIcon("", theme.FolderOpenIcon(), func() {
		w.present(dialog.NewFolderOpen(func(f fyne.ListableURI, _ error) {
			if f != nil {
				path.SetText(filepath.Join(f.Path(), filepath.Base(path.Text)))
			}
		}, w.win))
	})
	return container.NewBorder(nil, nil, nil, folder, path)
}

// ask shows a form with the entry of a path, which is typed in at once.
func (w *Window) ask(title, confirm string, form fyne.CanvasObject, path *field, then func()) {
	d := dialog.NewCustomConfirm(title, confirm, lang.L("Cancel"), form, func(yes bool) {
		if yes {
			then()
		}
	}, w.win)
	path.OnSubmitted = func(string) { d.Confirm() }
	path.leave = d.Dismiss
	d.Resize(fyne.NewSize(min(w.win.Canvas().Size().Width*0.9, max(form.MinSize().Width, 620)), 0))
	d.Show()
	w.win.Canvas().Focus(path)
}

// withExtension returns path with its extension replaced.
func withExtension(path, extension string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + extension
}

// addShortcuts lets the keys of the menus work while the menus are closed.
func (w *Window) addShortcuts() {
	for _, m := range w.menus() {
		for _, a := range m.actions {
			if a.keys != nil {
				w.win.Canvas().AddShortcut(a.keys, func(fyne.Shortcut) { a.do() })
			}
		}
	}
}

// addTextShortcuts gives a meaning to the keys that entries have for text, where
// no entry has the keyboard. In the menus they would be taken from the entries.
func (w *Window) addTextShortcuts() {
	for shortcut, do := range map[fyne.Shortcut]func(){
		&fyne.ShortcutUndo{}:      func() { w.Send(state.Undo{}) },
		&fyne.ShortcutRedo{}:      func() { w.Send(state.Redo{}) },
		&fyne.ShortcutSelectAll{}: func() { w.Send(state.PickAll{}) },
		&fyne.ShortcutCopy{}:      w.copyEvent,
		&fyne.ShortcutPaste{}:     func() { w.Send(state.Paste{Words: w.App.Clipboard().Content()}) },
	} {
		w.win.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { do() })
	}
}

// gestures tells what the mouse and the keys do, for Help.
func gestures() []gesture {
	return []gesture{
		{lang.L("Wheel, + and −"), lang.L("zoom at the pointer, at the selected event")},
		{lang.L("Drag, Shift+wheel, ← →"), lang.L("move along the timeline")},
		{lang.L("Shift+drag"), lang.L("measure a stretch of time and zoom to it")},
		{lang.L("Page Up, Page Down"), lang.L("scroll the rows")},
		{lang.L("Home"), lang.L("show the whole timeline")},
		{lang.L("Click, Tab, Shift+Tab, ↑ ↓"), lang.L("select an event; the next; the one before")},
		{lang.L("Click again, Enter"), lang.L("read the event in its article")},
		{lang.L("Double click"), lang.L("zoom to an event; on empty ground, add one there")},
		{lang.L("K, D, N"), lang.L("keep the event, dismiss it; the next to review")},
		{lang.L("E, F2"), lang.L("edit the event")},
		{lang.L("Drag the selected event, Shift+← →"), lang.L("move it in time, by whole units of the calendar")},
		{lang.L("Drag the article's flag, or click it"), lang.L("change the date that words like “last Friday” count from")},
		{lang.L("A, Insert"), lang.L("add an event")},
		{lang.L("Ctrl+L"), lang.L("table of events, where they are filtered and picked")},
		{lang.L("Space, Shift+↑ ↓, Ctrl+A"), lang.L("in the table: pick events, to keep, dismiss or colour them together")},
		{lang.L("M"), lang.L("merge the picked events")},
		{lang.L("Esc"), lang.L("step back")},
		{lang.L("Ctrl+Z, Ctrl+Shift+Z"), lang.L("undo, redo")},
		{lang.L("Ctrl+F"), lang.L("search; Enter goes to the next hit")},
		{lang.L("Ctrl+C"), lang.L("copy the event as text, with where it is told")},
		{lang.L("Ctrl+V"), lang.L("read pasted text, or the files whose paths were copied")},
		{lang.L("Ctrl+O, Ctrl+S, Ctrl+E"), lang.L("open, save as project, export")},
	}
}

// gesture is something that the mouse or the keys do.
type gesture struct{ keys, does string }

func (w *Window) showKeys() {
	grid := container.New(columns{})
	for _, g := range gestures() {
		keys := widget.NewLabelWithStyle(g.keys, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		grid.Add(keys)
		grid.Add(widget.NewLabel(g.does))
	}
	dialog.ShowCustom(lang.L("Keys and mouse"), lang.L("Close"), grid, w.win)
}

func (w *Window) showChangelog() {
	news := widget.NewRichTextFromMarkdown(w.Changelog)
	news.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(lang.L("What is new"), lang.L("Close"), container.NewVScroll(news), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 640), size.Height*0.8))
	d.Show()
}

// columns puts objects in rows of two, the first column as wide as its widest.
type columns struct{}

func (columns) first(objects []fyne.CanvasObject) float32 {
	var width float32
	for i := 0; i < len(objects); i += 2 {
		width = max(width, objects[i].MinSize().Width)
	}
	return width
}

// Layout implements fyne.Layout.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, y := c.first(objects), float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		height := max(objects[i].MinSize().Height, objects[i+1].MinSize().Height)
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(first, height))
		objects[i+1].Move(fyne.NewPos(first, y))
		objects[i+1].Resize(fyne.NewSize(size.Width-first, height))
		y += height
	}
}

// MinSize implements fyne.Layout.
func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var second, height float32
	for i := 0; i+1 < len(objects); i += 2 {
		second = max(second, objects[i+1].MinSize().Width)
		height += max(objects[i].MinSize().Height, objects[i+1].MinSize().Height)
	}
	return fyne.NewSize(c.first(objects)+second, height)
}
