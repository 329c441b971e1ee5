package state

import "testing"

func TestPullDate(t *testing.T) {
	m := opened(t, war())
	id := m.Articles[0].ID
	if _, _, ok := m.Flag(); ok {
		t.Error("a date that is not known has a flag")
	}
	m, _ = after(m, Dated{id, day("1921-05-01"), war()})
	m.Viewport.PerPixel = 8640 // ten pixels a day
	step := m.CanUndo()
	pulled, effect := after(m, PullDate{id, 20})
	asked, ok := effect.(Foresee)
	if !ok || asked.Date != day("1921-05-03") || asked.Article != m.Articles[0] {
		t.Fatalf("a pull asks for %+v", effect)
	}
	pulled, effect = after(pulled, PullDate{id, 50})
	if _, date, _ := pulled.Flag(); effect != nil || date != day("1921-05-06") {
		t.Errorf("while the article is read, a pull asks for %+v; the flag is at %v", effect, date)
	}
	later := war()
	later.Events[0].When[0] = day("1921-06-06")
	pulled, effect = after(pulled, Foreseen{id, day("1921-05-03"), later})
	if again, ok := flat(effect)[0].(Foresee); !ok || again.Date != day("1921-05-06") || again.Article != m.Articles[0] {
		t.Errorf("then it is asked for %+v", effect)
	}
	if got := pulled.Timeline.Events[1].When.EDTF(); got != "1921-06-06" || pulled.CanUndo() != step {
		t.Errorf("what counts from the date is at %s, the step %q", got, pulled.CanUndo())
	}
	pulled, _ = after(pulled, Foreseen{id, day("1921-05-06"), later})
	dropped, _ := after(pulled, DropDate{})
	if a := dropped.Articles[0]; a.Date != day("1921-05-06") || a.Reading != later || dropped.Pull.Article != "" {
		t.Errorf("dropped, the date is %v, %+v is pulled", a.Date, dropped.Pull)
	}
	if back, _ := after(dropped, Undo{}); back.Articles[0] != m.Articles[0] {
		t.Error("taken back, the article is another")
	}
	if back, effect := after(pulled, PullDate{id, 0}, Foreseen{id, day("1921-05-01"), later}, DropDate{}); back.Articles[0] != m.Articles[0] || effect != nil || back.CanUndo() != step {
		t.Errorf("dropped where it was, the step is %q and the effect %+v", back.CanUndo(), effect)
	}
	if early, effect := after(pulled, PullDate{id, 100}, DropDate{}); early.Articles[0] != m.Articles[0] || len(flat(effect)) != 1 || flat(effect)[0] != (Reread{m.Articles[0], day("1921-05-11")}) {
		t.Errorf("dropped before it was read, it is asked for %+v", effect)
	}
	other, _ := after(pulled, Dismiss{pulled.Timeline.Events[0].ID})
	if other.Pull.Article != "" || other.Articles[0].Date != day("1921-05-01") {
		t.Errorf("another change meanwhile leaves %+v pulled and the date %v", other.Pull, other.Articles[0].Date)
	}
	if m, effect := after(m, DropDate{}, Foreseen{id, day("1921-05-06"), later}, PullDate{"none", 5}); effect != nil || m.Pull.Article != "" {
		t.Errorf("nothing is pulled, but %+v", m.Pull)
	}
}
