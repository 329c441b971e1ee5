package ui

import (
	"fyne.io/fyne/v2"

	"dateline/app/screen"
	"dateline/app/state"
)

const (
	zoomStep = 1.6
	panStep  = 0.15 // of the width
)

// keyMessages tells what the keys do on the timeline.
var keyMessages = map[fyne.KeyName]func(width float64) state.Msg{
	fyne.KeyLeft:      func(w float64) state.Msg { return state.Pan{DX: -panStep * w} },
	fyne.KeyRight:     func(w float64) state.Msg { return state.Pan{DX: panStep * w} },
	fyne.KeyUp:        func(float64) state.Msg { return state.Step{By: -1} },
	fyne.KeyDown:      func(float64) state.Msg { return state.Step{By: 1} },
	fyne.KeyHome:      func(float64) state.Msg { return state.Fit{} },
	fyne.KeyReturn:    func(float64) state.Msg { return state.OpenArticle{} },
	fyne.KeyEnter:     func(float64) state.Msg { return state.OpenArticle{} },
	fyne.KeyEscape:    func(float64) state.Msg { return state.Back{} },
	fyne.KeyInsert:    func(float64) state.Msg { return state.AddEvent{X: -1} },
	fyne.KeyF2:        func(float64) state.Msg { return state.EditEvent{} },
	fyne.KeyDelete:    func(float64) state.Msg { return state.Dismiss{} },
	fyne.KeyBackspace: func(float64) state.Msg { return state.Back{} },
}

// pages tells by how many windows the keys scroll the rows.
var pages = map[fyne.KeyName]float64{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1}

// moves tells by how many units the keys move an event with Shift.
var moves = map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}

// runeMessages tells what the keys do that write a character.
var runeMessages = map[rune]state.Msg{
	'+': state.ZoomStep{Factor: zoomStep},
	'=': state.ZoomStep{Factor: zoomStep},
	'-': state.ZoomStep{Factor: 1 / zoomStep},
	'_': state.ZoomStep{Factor: 1 / zoomStep},
	'0': state.Fit{},
	'k': state.Accept{},
	'd': state.Dismiss{},
	'n': state.NextUndecided{},
	'e': state.EditEvent{},
	'm': state.Merge{},
	'a': state.AddEvent{X: -1},
}

// keyMessage returns what a key press asks for, or nil.
func keyMessage(k screen.Pressed, width float64) state.Msg {
	if k.Rune != 0 {
		return runeMessages[k.Rune]
	}
	if k.Key == fyne.KeyTab {
		if k.Shift {
			return state.Step{By: -1}
		}
		return state.Step{By: 1}
	}
	if by, ok := moves[k.Key]; ok && k.Shift {
		return state.MoveEvent{By: by}
	}
	if message, ok := keyMessages[k.Key]; ok {
		return message(width)
	}
	return nil
}
