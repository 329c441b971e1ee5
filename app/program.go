//go:build !headless

package app

import (
	"context"
	"io"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/screen"
	"dateline/app/state"
	"dateline/app/ui"
	"dateline/parse/source"
	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/layout"
)

// program runs state.Update: Fyne's goroutine owns the model, and effects run in
// goroutines of their own and come back as messages.
type program struct {
	ctx     context.Context // ends with the program
	cancel  context.CancelFunc
	app     fyne.App
	files   Files
	stdin   io.Reader // what "-" stands for
	studio  *studio
	window  *ui.Window
	keeper  *keeper
	windows *windows // this one and the others
	log     logbook
	model   state.Model

	reading     context.Context // ends when the reader has files read no longer
	stopReading context.CancelFunc

	busy   bool        // a message is being handled, or the window is being made
	queue  []state.Msg // messages that came meanwhile
	held   bool        // the project is being written, and messages wait
	flight *fyne.Animation
}

// send handles a message. It must be called on Fyne's goroutine.
func (p *program) send(msg state.Msg) {
	p.queue = append(p.queue, msg)
	if !p.busy {
		p.handle()
	}
}

// start handles the first messages, and those that came while the window was
// being made.
func (p *program) start(first []state.Msg) {
	p.queue = append(p.queue, first...)
	p.handle()
}

// handle works through the queue. A change that is to be written to the project
// is shown when it is on the disk, and so the next one can only follow then.
func (p *program) handle() {
	p.busy = true
	for len(p.queue) > 0 && !p.held {
		msg := p.queue[0]
		p.queue = p.queue[1:]
		if _, long := msg.(state.Loaded); long {
			p.updateAside(msg)
			break
		}
		p.turnTo(state.Update(p.model, msg))
	}
	p.busy = p.held
}

// turnTo makes m the model, carries out the effect that it comes with, and shows it.
func (p *program) turnTo(m state.Model, effect state.Effect) {
	told := p.model.Notices
	p.model = m
	p.log.problems(told, m.Notices)
	p.perform(effect)
	if !p.held {
		p.window.Sync(p.model)
	}
}

// updateAside works out a message that may bring a thousand articles, without the
// window standing still. All other messages wait until it is done.
func (p *program) updateAside(msg state.Msg) {
	p.held = true
	before := p.model
	go func() {
		m, effect := state.Update(before, msg)
		fyne.Do(func() {
			if p.ctx.Err() != nil {
				return
			}
			p.held = false
			p.turnTo(m, effect)
			p.handle()
		})
	}()
}

// keep carries out an effect that is about the project, and holds all messages
// until it is done.
func (p *program) keep(effect state.Effect) {
	p.held = true
	go func() {
		msg := p.keeper.do(effect)
		fyne.Do(func() {
			if p.ctx.Err() != nil {
				return
			}
			p.held = false
			p.window.Sync(p.model)
			p.queue = append([]state.Msg{msg}, p.queue...)
			p.handle()
		})
	}()
}

// report sends a message from any other goroutine.
func (p *program) report(msg state.Msg) {
	fyne.Do(func() {
		if p.ctx.Err() == nil {
			p.send(msg)
		}
	})
}

// perform carries out an effect.
func (p *program) perform(effect state.Effect) {
	switch effect := effect.(type) {
	case nil:
	case state.Effects:
		for _, e := range effect {
			p.perform(e)
		}
	case state.Fly:
		p.fly(effect.To)
	case state.Land:
		p.land()
	case state.Remember:
		p.remember(effect)
	case state.OpenWindow:
		p.openWindow(effect.First)
	case state.CancelLoads:
		p.stopReading()
		p.reading, p.stopReading = context.WithCancel(p.ctx)
	case state.KeepLater:
		time.AfterFunc(retryTime, func() { p.report(state.WriteAgain{}) })
	default:
		if keeping(effect) {
			p.keep(effect)
			return
		}
		reading := p.reading
		go func() { p.report(p.answer(reading, effect)) }()
	}
}

// Rows may be together so many times as high as the window, up to so many events.
// More than these would have to be searched for by scrolling, so that they are
// folded to one window and found by zooming.
const (
	scrolled     = 3
	mostScrolled = 1000
)

// arrangement returns how a timeline is laid out for the window.
func arrangement(a state.Arrange) layout.Options {
	o := layout.Options{Width: a.Room.Width, Gaps: gapKinds[a.ShortGaps]}
	o.Lanes, o.Among = lanesFor(a.Lanes, a.Names)
	if room := rowRoom(a); room > 0 {
		o.Rows = layout.RowsIn(room)
	}
	return o
}

// gapKinds tells what becomes of gaps, by whether they are shortened.
var gapKinds = map[bool]layout.Gaps{true: layout.BreakGaps}

// rowRoom returns the height in pixels that the rows of a timeline may take.
func rowRoom(arrange state.Arrange) float64 {
	if len(arrange.Timeline.Events) > mostScrolled {
		return arrange.Room.Height
	}
	return scrolled * arrange.Room.Height
}

// answer carries out an effect that takes its time, and returns the message
// that it comes back as. The reading of files ends with reading.
func (p *program) answer(reading context.Context, effect state.Effect) state.Msg {
	switch effect := effect.(type) {
	case state.Load:
		return loaded(reading, effect, p.sources())
	case state.LoadWords:
		return loadedWords(reading, effect, p.sources())
	case state.LoadSample:
		return loadedSample(p.ctx, p.files)
	case state.Reread:
		return reread(effect)
	case state.Foresee:
		return foreseen(effect)
	case state.ReadDate:
		return readDate(effect)
	case state.ReadTime:
		return readTime(effect)
	case state.ReadSpan:
		return state.SpanRead{Words: effect.Words, Span: namedTime(effect.Words, when.Interval{}).Hull()}
	case state.Find:
		return find(effect)
	case state.Arrange:
		l := p.studio.arrange(effect.Timeline, arrangement(effect))
		return state.Arranged{Arrange: effect, Arrangement: l}
	case state.Write:
		return p.studio.print(effect)
	default:
		return state.Failed{Sentence: "The program does not know how to do this."}
	}
}

// sources are how files are opened for the window, which is told now and then how
// far that has come.
func (p *program) sources() source.Options {
	from := sourceOptions(p.stdin)
	var told time.Time
	from.Progress = func(at source.Progress) {
		if time.Since(told) < progressTime {
			return
		}
		told = time.Now()
		p.report(state.Reached{Files: at.Files, Name: filepath.Base(at.Path)})
	}
	return from
}

// progressTime is how often the window tells how far the reading has come.
const progressTime = 100 * time.Millisecond

// retryTime is how long the program waits before it tries again to write what
// could not be written to the project.
const retryTime = 5 * time.Second

// flightTime is how long the viewport takes to move by itself.
const flightTime = 280 * time.Millisecond

// fly moves the viewport smoothly.
func (p *program) fly(to axis.Viewport) {
	p.land()
	way := axis.Flight(p.model.Viewport, to)
	p.flight = fyne.NewAnimation(flightTime, func(part float32) {
		if part < 1 {
			p.send(state.Show{Viewport: way(float64(part))})
			return
		}
		p.flight = nil
		p.send(state.Arrived{})
	})
	p.flight.Curve = fyne.AnimationEaseInOut
	p.flight.Start()
}

// land ends a flight where it is.
func (p *program) land() {
	if p.flight != nil {
		p.flight.Stop()
		p.flight = nil
	}
}

// painter returns what paints an arrangement on the screen.
func (p *program) painter(arrangement state.Arrangement, variant fyne.ThemeVariant) screen.Painter {
	return func(frame screen.Frame, done func(screen.Picture)) {
		l, ok := arrangement.(*layout.Layout)
		if !ok {
			done(screen.Picture{Frame: frame})
			return
		}
		go func() {
			picture := p.studio.paint(l, frame, variant)
			fyne.Do(func() { done(picture) })
		}()
	}
}

// stripPainter returns what paints an arrangement on the strip below the screen.
func (p *program) stripPainter(arrangement state.Arrangement, variant fyne.ThemeVariant) screen.StripPainter {
	return func(frame screen.StripFrame, done func(screen.StripPicture)) {
		l, ok := arrangement.(*layout.Layout)
		if !ok {
			done(screen.StripPicture{})
			return
		}
		go func() {
			picture := p.studio.paintStrip(l, frame, variant)
			fyne.Do(func() { done(picture) })
		}()
	}
}

// remember keeps the reader's habits for the next start.
func (p *program) remember(r state.Remember) {
	p.app.Preferences().SetStringList(keptRecent, r.Recent)
	p.app.Preferences().SetInt(keptTheme, int(r.Theme))
}

// recall returns what was kept from an earlier start.
func (p *program) recall() state.Recall {
	theme := state.Theme(p.app.Preferences().Int(keptTheme))
	if theme > state.DarkTheme {
		theme = state.SystemTheme
	}
	return state.Recall{Recent: p.app.Preferences().StringList(keptRecent), Theme: theme}
}

// rememberSize keeps the size of the window for the next one.
func (p *program) rememberSize() {
	size := p.window.Size()
	p.app.Preferences().SetFloatList(keptSize, []float64{float64(size.Width), float64(size.Height)})
}

// recallSize returns the size of the latest window that was closed, or zero.
func (p *program) recallSize() fyne.Size {
	kept := p.app.Preferences().FloatList(keptSize)
	if len(kept) != 2 {
		return fyne.Size{}
	}
	return fyne.NewSize(float32(kept[0]), float32(kept[1]))
}

// Names of what is kept in the preferences.
const (
	keptRecent = "recent"
	keptTheme  = "theme"
	keptSize   = "size"
)
