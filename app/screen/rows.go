package screen

import (
	"math"

	"fyne.io/fyne/v2"
)

// rows is how the rows stand under the axis, where there are more of them than
// the window is high.
type rows struct {
	scroll float64 // units by which they are moved up
	reveal bool    // the next picture is to be scrolled to the selected event
}

// pageShare is the share of the rows in sight that Page moves by.
const pageShare = 0.9

// Page scrolls the rows by so many windows, downwards if by is positive.
func (s *Screen) Page(by float64) { s.scrollTo(s.rows.scroll + by*pageShare*s.shown.Lanes.H) }

// scrollTo moves the rows up by so many units, as far as there are rows.
func (s *Screen) scrollTo(y float64) {
	y = math.Round(min(max(y, 0), s.hidden()))
	if y == s.rows.scroll {
		return
	}
	s.rows.scroll = y
	s.hoverOver("")
	s.tools.bar()
	s.repaint()
}

// hidden returns the height in units of the rows that the window has no room for.
func (s *Screen) hidden() float64 {
	return max(math.Ceil(s.shown.Content-s.shown.Window.H), 0)
}

// revealGap is how many units the selected event stays clear of the edges of the rows.
const revealGap = 8

// revealRow scrolls to the selected event, if it has a row and that is out of sight.
func (s *Screen) revealRow() {
	if s.shown.Row == nil || s.selected == "" {
		return
	}
	if top, height, ok := s.shown.Row(s.selected); ok {
		lanes := s.shown.Lanes
		s.scrollTo(min(max(s.rows.scroll, top+height+revealGap-lanes.Bottom()), top-revealGap-lanes.Y))
	}
}

// The scrollbar, in units.
const (
	barWidth = 6
	barGrip  = 14 // from the right edge: where the pointer takes hold of it
	barEnds  = 4
	leastBar = 24
)

// thumb returns where the scrollbar stands; ok is false if there is none.
func (s *Screen) thumb() (top, height float64, ok bool) {
	hidden, lanes := s.hidden(), s.shown.Lanes
	track := lanes.H - 2*barEnds
	if hidden == 0 || track < leastBar {
		return 0, 0, false
	}
	height = max(track*lanes.H/(lanes.H+hidden), leastBar)
	return lanes.Y + barEnds + (track-height)*min(s.rows.scroll/hidden, 1), height, true
}

// dragBar scrolls by what the scrollbar is dragged.
func (s *Screen) dragBar(dy float64) {
	_, height, ok := s.thumb()
	if room := s.shown.Lanes.H - 2*barEnds - height; ok && room > 0 {
		s.scrollTo(s.press.scroll + dy*s.hidden()/room)
	}
}

// onBar reports whether a place is on the scrollbar.
func (s *Screen) onBar(at fyne.Position) bool {
	top, height, ok := s.thumb()
	return ok && at.X >= s.Size().Width-barGrip && float64(at.Y) >= top && float64(at.Y) <= top+height
}
