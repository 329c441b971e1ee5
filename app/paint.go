//go:build !headless

package app

import (
	"image"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dateline/app/screen"
	"dateline/timeline/layout"
	"dateline/timeline/scene"
)

// paint paints a frame of the window.
func (s *studio) paint(l *layout.Layout, f screen.Frame, variant fyne.ThemeVariant) screen.Picture {
	style := layout.Style{Theme: themeOf(variant), Left: f.Window.X, Scroll: f.Scroll}
	frame := l.Frame(f.Viewport, f.Window.H, style)
	pixels := image.Rect(0, 0,
		int(math.Ceil(f.Viewport.Width*f.Scale)),
		int(math.Ceil(f.Window.H*f.Scale)))
	picture := screen.Picture{Frame: f, Image: image.NewRGBA(pixels), Scene: frame.Scene}
	s.painter.Paint(picture.Image, frame.Scene, f.Scale)
	window := f.Viewport.Pan(f.Window.X)
	window.Width = f.Window.W
	counted := l.Frame(window, f.Window.H, style)
	picture.Drawn, picture.Folded = counted.Drawn, counted.Folded
	picture.Content, picture.Lanes = frame.Content, frame.Lanes
	picture.Row = func(group string) (top, height float64, ok bool) {
		return l.RowOf(strings.TrimPrefix(group, layout.EventGroup), f.Viewport, style)
	}
	for _, fold := range frame.Folds {
		picture.Folds = append(picture.Folds, screen.Fold{Group: fold.ID, Span: fold.Span})
	}
	return picture
}

// paintStrip paints where events stand on the whole timeline, and what of it is in view.
func (s *studio) paintStrip(l *layout.Layout, f screen.StripFrame, variant fyne.ThemeVariant) screen.StripPicture {
	colors := themeOf(variant)
	drawn := l.Overview(f.Viewport, f.Height, layout.Style{Theme: colors})
	whole := l.Fit(f.Viewport.Width)
	for _, hit := range f.Hits {
		const width, height = 3, 8
		at := scene.Rect{X: whole.X(hit) - width/2, W: width, H: height}
		drawn.Items = append(drawn.Items, scene.Box{Rect: at, Fill: colors.Accent})
	}
	pixels := image.Rect(0, 0, int(math.Ceil(drawn.Width*f.Scale)), int(math.Ceil(drawn.Height*f.Scale)))
	picture := screen.StripPicture{
		Image: image.NewRGBA(pixels),
		Whole: whole,
		PartAt: func(at scene.Point) screen.Part {
			return stripParts[drawn.At(at)]
		},
	}
	s.painter.Paint(picture.Image, drawn, f.Scale)
	return picture
}

// stripParts tells what the groups of an overview are for the pointer.
var stripParts = map[string]screen.Part{
	layout.OverviewWindow: screen.InView,
	layout.OverviewStart:  screen.ViewStart,
	layout.OverviewEnd:    screen.ViewEnd,
}

func themeOf(variant fyne.ThemeVariant) layout.Theme {
	if variant == theme.VariantDark {
		return layout.Dark()
	}
	return layout.Light()
}
