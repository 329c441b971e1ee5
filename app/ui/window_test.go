package ui

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"dateline/app/screen"
	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// bench is a window whose messages are handled as the program does, but for
// effects, which are only kept.
type bench struct {
	*Window
	model   state.Model
	effects []state.Effect
	busy    bool
	queue   []state.Msg
	printed []state.Print // what a preview was asked for
}

// preview shows a picture of one pixel, and what a table loses.
func (b *bench) preview(w state.Write, _, _ int, done func(Preview)) {
	b.printed = append(b.printed, w.Print)
	if w.Print.Format == "csv" {
		done(Preview{Text: "id,title", Lost: "the title"})
		return
	}
	done(Preview{Image: image.NewRGBA(image.Rect(0, 0, 1, 1))})
}

// spread is an arrangement that shows a day in ten pixels.
type spread struct{}

func (spread) Fit(width float64) axis.Viewport {
	return axis.Viewport{Origin: when.Date(1921, 4, 28), PerPixel: 8640, Width: width}
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{model: state.New(), busy: true}
	b.Window = New(Options{
		App:  test.NewTempApp(t),
		Icon: theme.FileIcon(),
		Send: b.send,
		Painter: func(state.Arrangement, fyne.ThemeVariant) screen.Painter {
			return b.paint
		},
		Strip: func(state.Arrangement, fyne.ThemeVariant) screen.StripPainter {
			return func(_ screen.StripFrame, done func(screen.StripPicture)) { done(screen.StripPicture{}) }
		},
		Preview: b.preview,
		Outputs: []Output{{ID: "png", Extension: ".png", Drawn: true}, {ID: "pdf", Extension: ".pdf", Drawn: true, Sheets: true}, {ID: "csv", Name: "Table", Extension: ".csv"}},
		Papers:  []string{"A4-landscape", "A4", "slide"},
	})
	b.busy = false
	b.win.Resize(fyne.NewSize(1280, 800))
	b.send(state.Recall{})
	t.Cleanup(b.win.Close)
	return b
}

// paint gives every event a box of 40 by 20 at its start.
func (b *bench) paint(f screen.Frame, done func(screen.Picture)) {
	s := &scene.Scene{Width: f.Viewport.Width, Height: f.Window.H}
	for _, e := range b.model.Timeline.Events {
		box := scene.Rect{X: f.Viewport.X(e.When.Hull().Start), Y: 100, W: 40, H: 20}
		s.Items = append(s.Items, scene.Group{ID: eventGroup + e.ID, Label: e.Title, Hit: box})
	}
	done(screen.Picture{Frame: f, Image: image.NewRGBA(image.Rect(0, 0, 10, 10)), Scene: s, Drawn: len(s.Items)})
}

func (b *bench) send(msg state.Msg) {
	b.queue = append(b.queue, msg)
	if b.busy {
		return
	}
	b.busy = true
	for len(b.queue) > 0 {
		msg := b.queue[0]
		b.queue = b.queue[1:]
		var effect state.Effect
		b.model, effect = state.Update(b.model, msg)
		b.Sync(b.model)
		b.perform(effect)
	}
	b.busy = false
}

func (b *bench) perform(effect state.Effect) {
	switch e := effect.(type) {
	case nil:
	case state.Effects:
		for _, one := range e {
			b.perform(one)
		}
	case state.Arrange:
		b.queue = append(b.queue, state.Arranged{Arrange: e, Arrangement: spread{}})
	case state.Fly:
		b.queue = append(b.queue, state.Arrived{})
	default:
		b.effects = append(b.effects, effect)
	}
}

// reading is a made-up article: two dated events and a length of time.
func reading() *parse.Reading {
	const words = "The council met on 5 May 1921. It began to build on Monday. It took three years."
	doc := text.FromPlain("bridge.txt", words)
	doc.Path, doc.Title = "/articles/bridge.txt", "The Bridge"
	r := &parse.Reading{Document: doc, Date: story.ArticleDate{
		When: when.Date(1921, 5, 12).Unit(when.Day), Reason: "the date line at the top",
	}}
	for _, m := range []struct {
		words, sentence string
		day             int
		kind            timex.Type
		anchor          timex.Anchor
	}{
		{"5 May 1921", "The council met on 5 May 1921.", 5, timex.Date, timex.Itself},
		{"Monday", "It began to build on Monday.", 9, timex.Date, timex.Article},
		{"three years", "It took three years.", 0, timex.Duration, timex.Timeless},
	} {
		at, in := strings.Index(words, m.words), strings.Index(words, m.sentence)
		mention := story.Mention{
			Timex:     timex.Timex{Span: text.Span{Start: at, End: at + len(m.words)}, Type: m.kind},
			Placement: timex.Placement{Anchor: m.anchor},
			Sentence:  text.Span{Start: in, End: in + len(m.sentence)},
		}
		if m.day > 0 {
			mention.When = when.One(when.Date(1921, 5, m.day).Unit(when.Day))
			r.Events = append(r.Events, story.Draft{
				When: mention.When, Title: strings.TrimSuffix(m.sentence, "."), Evidence: mention.Sentence,
				TimeWords: []text.Span{mention.Span}, Mention: len(r.Mentions), Confidence: 0.95, Why: "“" + m.words + "” says so",
			})
		}
		r.Mentions = append(r.Mentions, mention)
	}
	return r
}

func (b *bench) load() { b.send(state.Loaded{Asked: 1, Readings: []*parse.Reading{reading()}}) }

// eventPanel and articlePanel return the panels by their own types.
func (b *bench) eventPanel() *eventPanel     { return b.panels[state.EventPanel].(*eventPanel) }
func (b *bench) articlePanel() *articlePanel { return b.panels[state.ArticlePanel].(*articlePanel) }
func (b *bench) trayPanel() *trayPanel       { return b.panels[state.TrayPanel].(*trayPanel) }

func TestWindowStartsEmpty(t *testing.T) {
	b := newBench(t)
	if !b.start.root.Visible() || b.dock.main.Visible() {
		t.Error("a window without articles does not show the start page alone")
	}
	b.load()
	if b.start.root.Visible() || !b.screen.Visible() {
		t.Error("a window with an article does not show the timeline alone")
	}
	if got := b.win.Title(); got != "The Bridge – Dateline" {
		t.Errorf("the title is %q", got)
	}
	if got := b.win.Canvas().Focused(); got != fyne.Focusable(b.screen) {
		t.Errorf("the keyboard is at %v", got)
	}
	if got := b.status.counts.Text; got != "2 events · 2 of 3 date words placed" {
		t.Errorf("the status bar says %q", got)
	}
	if got := b.status.date.Text; got != "Article of May 12, 1921" {
		t.Errorf("the status bar dates the article %q", got)
	}
}

// click presses and lets go of the mouse at a place on the timeline.
func (b *bench) click(x, y float32) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(x, y)
	b.screen.MouseMoved(ev)
	b.screen.MouseDown(ev)
	b.screen.MouseUp(ev)
}

func TestWindowSelectsAndReads(t *testing.T) {
	b := newBench(t)
	b.load()
	b.click(75, 110) // 5 May stands 70 pixels from the left
	panel := b.eventPanel()
	if !b.dock.side.Visible() || panel.title.Text != "The council met on 5 May 1921" {
		t.Fatalf("a click shows %q", panel.title.Text)
	}
	if panel.date.Text != "Thursday, May 5, 1921" || panel.why.Text != "“5 May 1921” says so" {
		t.Errorf("the panel says %q, %q", panel.date.Text, panel.why.Text)
	}
	if panel.change.Visible() {
		t.Error("a date that says it itself offers to change the article's date")
	}
	if len(panel.quote.marks) != 1 || panel.quote.text != "The council met on 5 May 1921." {
		t.Errorf("the quote is %q with marks %v", panel.quote.text, panel.quote.marks)
	}
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if panel.title.Text != "It began to build on Monday" || !panel.change.Visible() {
		t.Errorf("Tab shows %q, offering another date: %v", panel.title.Text, panel.change.Visible())
	}
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	article := b.articlePanel()
	if b.model.Panel != state.ArticlePanel || article.name.Text != "The Bridge" {
		t.Fatalf("Return opens panel %v with %q", b.model.Panel, article.name.Text)
	}
	want := []markKind{placedMark, chosenMark, unplacedMark}
	for i, m := range article.text.marks {
		if m.kind != want[i] {
			t.Errorf("mark %d is of kind %v, want %v", i, m.kind, want[i])
		}
	}
	article.text.pick(0)
	if e, _, _ := b.model.Event(b.model.Selected); e.Title != "The council met on 5 May 1921" {
		t.Errorf("picking date words selects %q", e.Title)
	}
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.dock.side.Visible() {
		t.Error("Escape leaves the panel open")
	}
}

func TestWindowTray(t *testing.T) {
	b := newBench(t)
	b.load()
	test.Tap(b.status.tray)
	tray := b.trayPanel()
	if b.model.Panel != state.TrayPanel || len(tray.rows) != 1 {
		t.Fatalf("panel %v with %d rows", b.model.Panel, len(tray.rows))
	}
	if row := tray.rows[0]; row.said != "“three years”" || row.context != "a length of time · The Bridge" {
		t.Errorf("the row says %q, %q", row.said, row.context)
	}
	tray.list.Select(0)
	if b.model.Panel != state.ArticlePanel || b.model.Reader.Mention != 2 {
		t.Errorf("choosing a row opens panel %v at mention %d", b.model.Panel, b.model.Reader.Mention)
	}
}

func TestWindowDate(t *testing.T) {
	b := newBench(t)
	b.load()
	test.Tap(b.status.date)
	if got := b.win.Canvas().Focused(); got != fyne.Focusable(b.date.entry) {
		t.Fatalf("the keyboard is at %v", got)
	}
	if !b.date.apply.Disabled() {
		t.Error("no date can be set")
	}
	test.Type(b.date.entry, "June 1921")
	month := when.Date(1921, 6, 1).Unit(when.Month)
	b.send(state.DateRead{Article: b.model.Entry.Article, Words: "June 1921", When: month})
	if got := b.date.meaning.Text; got != "Read as June 1921." {
		t.Errorf("the meaning is %q", got)
	}
	b.effects = nil
	test.Tap(b.date.apply)
	if len(b.effects) != 1 || b.effects[0].(state.Reread).Date != month {
		t.Fatalf("setting the date does %#v", b.effects)
	}
	b.send(state.Dated{Article: b.model.Entry.Article, Date: month, Reading: reading()})
	if b.date.entry.Text != "" || !strings.Contains(b.date.date.Text, "June 1921, as you gave it") || !b.date.reset.Visible() {
		t.Errorf("afterwards the panel says %q and %q", b.date.entry.Text, b.date.date.Text)
	}
	if got := b.undo.Label; got != "Undo: change the date of “The Bridge”" || b.undo.Disabled {
		t.Errorf("the menu says %q", got)
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.screen) {
		t.Error("the keyboard is still at the entry, where Undo would be about typing")
	}
	b.date.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.model.Panel != state.NoPanel || b.win.Canvas().Focused() != fyne.Focusable(b.screen) {
		t.Errorf("Escape leaves panel %v open", b.model.Panel)
	}
}

func TestWindowDatesOneOfSeveralArticles(t *testing.T) {
	b := newBench(t)
	other := reading()
	other.Document.Name, other.Document.Title = "river.txt", "The River"
	other.Document.Text += " It was over."
	b.load()
	b.send(state.Loaded{Asked: 1, Readings: []*parse.Reading{other}})
	b.send(state.EditDate{})
	if !b.date.pick.Visible() || b.date.pick.Selected != "1. The Bridge" {
		t.Fatalf("the panel offers %q", b.date.pick.Selected)
	}
	b.date.pick.SetSelected("2. The River")
	if got := b.model.Entry.Article; got != b.model.Articles[1].ID {
		t.Errorf("the entry is for %q", got)
	}
	b.send(state.CloseArticle{Article: b.model.Articles[0].ID})
	if b.date.pick.Visible() || b.date.name.Text != "The River" {
		t.Errorf("with one article left, the panel says %q", b.date.name.Text)
	}
}

func TestWindowNotices(t *testing.T) {
	b := newBench(t)
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		b.send(state.Failed{Sentence: name + " cannot be read."})
	}
	if got := b.notices.words.Text; !b.notices.root.Visible() || !strings.HasPrefix(got, "2 more before these:\nc cannot") {
		t.Errorf("the notices say %q", got)
	}
	b.send(state.DismissNotices{})
	if b.notices.root.Visible() {
		t.Error("dismissed notices are shown")
	}
}

func TestWindowTheme(t *testing.T) {
	b := newBench(t)
	for _, tt := range []struct {
		theme state.Theme
		want  fyne.ThemeVariant
	}{{state.DarkTheme, theme.VariantDark}, {state.LightTheme, theme.VariantLight}} {
		b.send(state.ChooseTheme{Theme: tt.theme})
		if got := b.variant(); got != tt.want {
			t.Errorf("theme %v shows variant %v, want %v", tt.theme, got, tt.want)
		}
	}
}

func TestWindowDrop(t *testing.T) {
	b := newBench(t)
	b.onDropped(fyne.Position{}, []fyne.URI{fileURI("/articles/Ünter uns.txt")})
	if len(b.effects) != 1 || b.effects[0].(state.Load).Paths[0] != "/articles/Ünter uns.txt" {
		t.Errorf("dropping a file does %#v", b.effects)
	}
}

// fileURI is a dropped file.
type fileURI string

func (u fileURI) String() string    { return "file://" + string(u) }
func (u fileURI) Path() string      { return string(u) }
func (u fileURI) Name() string      { return string(u) }
func (u fileURI) Extension() string { return "" }
func (u fileURI) MimeType() string  { return "" }
func (u fileURI) Scheme() string    { return "file" }
func (u fileURI) Authority() string { return "" }
func (u fileURI) Query() string     { return "" }
func (u fileURI) Fragment() string  { return "" }
