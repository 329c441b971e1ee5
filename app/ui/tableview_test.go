package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/app/state"
)

func TestTableInStep(t *testing.T) {
	b := newBench(t)
	b.load()
	if b.table.root.Visible() {
		t.Fatal("the table is open from the start")
	}
	b.send(state.ShowTable{})
	if !b.table.root.Visible() || b.table.rows.Length() != len(b.model.Timeline.Events) || b.win.Canvas().Focused() != b.table.rows {
		t.Fatalf("the open table has %d rows, %T has the keyboard", b.table.rows.Length(), b.win.Canvas().Focused())
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeySpace} {
		b.table.rows.TypedKey(&fyne.KeyEvent{Name: key})
	}
	second := b.model.Timeline.Events[1].ID
	if b.model.Selected != second || !b.model.Picked[second] || b.table.row != 1 {
		t.Errorf("selected is %q in row %d, picked are %v", b.model.Selected, b.table.row, b.model.Picked)
	}
	b.table.rows.TypedRune('d')
	if len(b.model.Dismissed()) != 1 || b.table.rows.Length() != len(b.model.Timeline.Events) {
		t.Errorf("%d are dismissed, the table has %d rows", len(b.model.Dismissed()), b.table.rows.Length())
	}
	b.send(state.Select{Event: b.model.Timeline.Events[0].ID})
	if b.table.row != 0 {
		t.Errorf("what the timeline selects is row %d", b.table.row)
	}
	test.Tap(b.table.heads[state.TitleColumn])
	if b.model.Table.By != state.TitleColumn {
		t.Errorf("a click on a title orders by column %v", b.model.Table.By)
	}
	test.Type(b.table.filter.words, "zebra")
	if b.table.rows.Length() != 0 || b.model.Filter.Words != "zebra" {
		t.Errorf("the filter %+v leaves %d rows", b.model.Filter, b.table.rows.Length())
	}
	b.send(state.ShowTable{})
	if b.table.root.Visible() || len(b.model.Timeline.Events) == 0 {
		t.Error("the closed table still hides something")
	}
}
