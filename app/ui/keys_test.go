package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/screen"
	"dateline/app/state"
)

func TestKeyMessage(t *testing.T) {
	tests := []struct {
		key  screen.Pressed
		want state.Msg
	}{
		{screen.Pressed{Key: fyne.KeyLeft}, state.Pan{DX: -150}},
		{screen.Pressed{Key: fyne.KeyRight}, state.Pan{DX: 150}},
		{screen.Pressed{Key: fyne.KeyPageDown}, nil},
		{screen.Pressed{Key: fyne.KeyHome}, state.Fit{}},
		{screen.Pressed{Key: fyne.KeyTab}, state.Step{By: 1}},
		{screen.Pressed{Key: fyne.KeyTab, Shift: true}, state.Step{By: -1}},
		{screen.Pressed{Key: fyne.KeyReturn}, state.OpenArticle{}},
		{screen.Pressed{Key: fyne.KeyEscape}, state.Back{}},
		{screen.Pressed{Rune: '+'}, state.ZoomStep{Factor: zoomStep}},
		{screen.Pressed{Rune: '-'}, state.ZoomStep{Factor: 1 / zoomStep}},
		{screen.Pressed{Rune: 'x'}, nil},
		{screen.Pressed{Key: fyne.KeyF5}, nil},
	}
	for _, tt := range tests {
		if got := keyMessage(tt.key, 1000); got != tt.want {
			t.Errorf("keyMessage(%+v) = %#v, want %#v", tt.key, got, tt.want)
		}
	}
}
