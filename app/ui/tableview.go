package ui

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/screen"
	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline"
)

// tableView lists the events below the timeline, in rows that can be ordered and
// picked.
type tableView struct {
	root   *fyne.Container
	ground *canvas.Rectangle
	send   func(state.Msg)
	filter *filterBar
	heads  []*widget.Button
	rows   *rowList

	model   state.Model
	row     int  // the selected one, or -1
	syncing bool // the list is brought up to date, and reports nothing
}

// newTableView makes the table. Keys that are not its own are pressed on the
// timeline.
func newTableView(send func(state.Msg), pressed func(screen.Event)) *tableView {
	v := &tableView{send: send, filter: newFilterBar(send), row: -1, ground: canvas.NewRectangle(nil)}
	v.rows = newRowList(v, pressed)
	head := container.New(rowLayout{}, widget.NewLabel(""))
	for column, name := range columnNames() {
		b := widget.NewButton(name, func() { send(state.SortTable{By: state.Column(column)}) })
		b.Alignment, b.Importance, b.IconPlacement = widget.ButtonAlignLeading, widget.LowImportance, widget.ButtonIconTrailingText
		v.heads = append(v.heads, b)
		head.Add(b)
	}
	v.root = container.NewStack(v.ground, container.NewBorder(
		container.NewVBox(v.filter.root, head, widget.NewSeparator()), nil, nil, nil, v.rows,
	))
	return v
}

// columnNames are the titles of the columns.
func columnNames() []string {
	return []string{
		state.DateColumn: lang.L("Date"), state.TitleColumn: lang.L("Title"), state.StateColumn: lang.L("State"),
		state.CertaintyColumn: lang.L("Certainty"), state.SourceColumn: lang.L("Source"),
	}
}

// decisionNames name what the reader decided about an event.
func decisionNames() []string {
	return []string{state.Undecided: lang.L("new"), state.Kept: lang.L("kept"), state.Dismissed: lang.L("dismissed")}
}

// sync brings the table up to date, while it is open.
func (v *tableView) sync(m state.Model) {
	show(v.root, m.Table.Open)
	if !m.Table.Open {
		return
	}
	before := v.model
	v.model = m
	v.ground.FillColor = theme.Color(theme.ColorNameBackground)
	v.filter.sync(m)
	changed := m.Timeline != before.Timeline || m.Table != before.Table || samePlace(m.Picked, before.Picked)
	if !changed && m.Selected == before.Selected {
		return
	}
	for column, b := range v.heads {
		b.SetIcon(sortIcon(m.Table, state.Column(column)))
	}
	v.syncing = true
	defer func() { v.syncing = false }()
	if changed {
		v.rows.Refresh()
	}
	v.row = m.RowOf(m.Selected)
	v.rows.UnselectAll()
	if v.row >= 0 {
		v.rows.Select(v.row)
	}
}

// samePlace reports whether two maps, which are never changed, are not one and the
// same.
func samePlace(a, b map[string]bool) bool {
	return reflect.ValueOf(a).Pointer() != reflect.ValueOf(b).Pointer()
}

// sortIcon marks the column that the rows are ordered by.
func sortIcon(t state.Table, column state.Column) fyne.Resource {
	switch {
	case t.By != column:
		return nil
	case t.Descending:
		return theme.MenuDropDownIcon()
	}
	return theme.MenuDropUpIcon()
}

// cells are the words in the columns of a row.
func (v *tableView) cells(e timeline.Event) [5]string {
	source := lang.L("added by you")
	if len(e.Sources) > 0 {
		source = e.Sources[0].Document
	}
	return [5]string{
		state.DateColumn:      e.When.Words(when.Short),
		state.TitleColumn:     e.Title,
		state.StateColumn:     decisionNames()[v.model.Decision(e.ID)],
		state.CertaintyColumn: percent(e.Confidence),
		state.SourceColumn:    source,
	}
}

// fill fills in a row.
func (v *tableView) fill(i int, row fyne.CanvasObject) {
	box, ok := row.(*fyne.Container)
	if !ok || i >= len(v.model.Timeline.Events) {
		return
	}
	e := v.model.Row(i)
	if check, ok := box.Objects[0].(*widget.Check); ok {
		check.OnChanged = nil
		check.SetChecked(v.model.Picked[e.ID])
		check.OnChanged = func(bool) { v.send(state.Pick{Event: e.ID}) }
	}
	for column, words := range v.cells(e) {
		if label, ok := box.Objects[column+1].(*widget.Label); ok {
			label.SetText(words)
		}
	}
}

// chosen selects what was clicked: with the command key it is picked as well, with
// Shift all rows up to it.
func (v *tableView) chosen(i int) {
	if v.syncing || i >= len(v.model.Timeline.Events) {
		return
	}
	event := v.model.Row(i).ID
	switch held := modifiers(); {
	case held&fyne.KeyModifierShift != 0:
		v.send(state.PickTo{Event: event})
	case held&fyne.KeyModifierShortcutDefault != 0:
		v.send(state.Pick{Event: event})
	case event != v.model.Selected:
		v.send(state.Select{Event: event})
	}
}

// modifiers returns the keys that are held, none where the driver cannot tell.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// rowList is the list of rows with the keys of a table.
type rowList struct {
	widget.List
	view    *tableView
	pressed func(screen.Event)
}

func newRowList(v *tableView, pressed func(screen.Event)) *rowList {
	l := &rowList{view: v, pressed: pressed}
	l.Length = func() int { return len(v.model.Timeline.Events) }
	l.CreateItem = newRow
	l.UpdateItem = v.fill
	l.OnSelected = v.chosen
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	v.model = state.New()
	return l
}

func newRow() fyne.CanvasObject {
	row := container.New(rowLayout{}, widget.NewCheck("", nil))
	for range columnNames() {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		row.Add(label)
	}
	return row
}

// FocusGained implements fyne.Focusable. The selected row shows where the keyboard
// is; the list's own mark would stay at the row that was clicked last.
func (l *rowList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *rowList) FocusLost() {}

// rowKeys tells how far the keys go in the table.
var rowKeys = map[fyne.KeyName]int{
	fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -10, fyne.KeyPageDown: 10, fyne.KeyHome: -1 << 30, fyne.KeyEnd: 1 << 30,
}

// TypedKey implements fyne.Focusable.
func (l *rowList) TypedKey(ev *fyne.KeyEvent) {
	by, goes := rowKeys[ev.Name]
	m := l.view.model
	switch {
	case ev.Name == fyne.KeySpace:
		l.view.send(state.Pick{})
	case goes && modifiers()&fyne.KeyModifierShift != 0 && len(m.Timeline.Events) > 0:
		row := min(max(m.RowOf(m.Selected)+by, 0), len(m.Timeline.Events)-1)
		l.view.send(state.PickTo{Event: m.Row(row).ID})
	case goes:
		l.view.send(state.StepRow{By: by})
	default:
		l.pressed(screen.Pressed{Key: ev.Name, Shift: modifiers()&fyne.KeyModifierShift != 0})
	}
}

// TypedRune implements fyne.Focusable.
func (l *rowList) TypedRune(r rune) {
	if r != ' ' {
		l.pressed(screen.Pressed{Rune: r})
	}
}

// rowLayout puts the cells of a row side by side: the title has what the others
// leave.
type rowLayout struct{}

// cellWidths are those of the check and the columns; 0 takes what is left.
var cellWidths = [...]float32{36, 190, 0, 110, 110, 220}

// Layout implements fyne.Layout.
func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var taken, x float32
	for _, w := range cellWidths {
		taken += w
	}
	// A narrow window narrows every column but the check.
	part := min(1, (size.Width-cellWidths[0])*0.6/(taken-cellWidths[0]))
	rest := size.Width - cellWidths[0] - (taken-cellWidths[0])*part
	for i, o := range objects {
		width := cellWidths[i]
		switch {
		case width == 0:
			width = rest
		case i > 0:
			width *= part
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}

// MinSize implements fyne.Layout.
func (rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(300, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// filterBar chooses which events are shown.
type filterBar struct {
	root     fyne.CanvasObject
	send     func(state.Msg)
	words    *field
	dates    *field
	state    *widget.Select
	article  *widget.Select
	doubtful *widget.Check
	relative *widget.Check
	told     *widget.Label

	articles []state.Article
	filter   state.Filter
	filling  bool // the entries are brought up to date, and report nothing
}

func newFilterBar(send func(state.Msg)) *filterBar {
	b := &filterBar{send: send, words: newField(), dates: newField(), told: widget.NewLabel("")}
	b.words.SetPlaceHolder(lang.L("Words"))
	b.dates.SetPlaceHolder(lang.L("dates, as 1990s"))
	leave := func() { send(state.FilterEvents{}) }
	b.words.leave, b.dates.leave = leave, leave
	b.words.OnChanged = func(string) { b.choose() }
	b.dates.OnChanged = b.words.OnChanged
	b.state = widget.NewSelect(wantedNames(), b.words.OnChanged)
	b.article = widget.NewSelect(nil, b.words.OnChanged)
	changed := func(bool) { b.choose() }
	b.doubtful = widget.NewCheck(lang.L("Doubtful"), changed)
	b.relative = widget.NewCheck(lang.L("Relative"), changed)
	leaveTable := widget.NewButtonWithIcon("", theme.CancelIcon(), func() { send(state.ShowTable{}) })
	leaveTable.Importance = widget.LowImportance
	wide := func(o fyne.CanvasObject, width float32) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(width, b.words.MinSize().Height), o)
	}
	b.root = container.NewBorder(nil, nil, nil, container.NewHBox(
		wide(b.dates, 140), wide(b.state, 165), wide(b.article, 135), b.doubtful, b.relative, b.told, leaveTable,
	), b.words)
	return b
}

// wantedNames name what is shown by what the reader decided.
func wantedNames() []string {
	return []string{
		state.NotDismissed: lang.L("New and kept"), state.OnlyNew: lang.L("New only"),
		state.OnlyKept: lang.L("Kept only"), state.OnlyDismissed: lang.L("Dismissed only"),
	}
}

// choose asks for what stands in the entries.
func (b *filterBar) choose() {
	if b.filling {
		return
	}
	f := state.Filter{
		Words: b.words.Text, Dates: b.dates.Text, Span: b.filter.Span,
		State: state.Wanted(max(b.state.SelectedIndex(), 0)), Doubtful: b.doubtful.Checked, Relative: b.relative.Checked,
	}
	if i := b.article.SelectedIndex(); i > 0 && i <= len(b.articles) {
		f.Article = b.articles[i-1].ID
	}
	b.send(state.FilterEvents{Filter: f})
}

func (b *filterBar) sync(m state.Model) {
	b.told.SetText(lang.L("{{.Shown}} of {{.All}}", data{"Shown": thousands(len(m.Timeline.Events)), "All": thousands(m.Counts().Found)}))
	if b.state.SelectedIndex() >= 0 && m.Filter == b.filter && slices.Equal(m.Articles, b.articles) {
		return
	}
	b.filling = true
	defer func() { b.filling = false }()
	b.filter, b.articles = m.Filter, m.Articles
	names, place := []string{lang.L("Every source")}, 0
	for i, a := range m.Articles {
		name := a.Name()
		if a.Own() {
			name = lang.L("added by you")
		}
		names = append(names, name)
		if a.ID == m.Filter.Article {
			place = i + 1
		}
	}
	b.article.SetOptions(names)
	b.article.SetSelectedIndex(place)
	b.state.SetSelectedIndex(int(m.Filter.State))
	b.doubtful.SetChecked(m.Filter.Doubtful)
	b.relative.SetChecked(m.Filter.Relative)
	for entry, words := range map[*field]string{b.words: m.Filter.Words, b.dates: m.Filter.Dates} {
		if entry.Text != words {
			entry.SetText(words)
		}
	}
}
