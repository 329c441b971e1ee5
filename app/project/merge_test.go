package project

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"dateline/parse/when"
	"dateline/timeline"
)

// told returns an event as an article tells it.
func told(id, sentence, words string, at when.Choice) Record {
	return Record{Article: "a1", Event: timeline.Event{
		ID: id, Title: "About " + words, When: at,
		Sources: []timeline.Source{{Document: "mill.txt", Quote: sentence, TimeWords: words, End: len(sentence)}},
	}}
}

func TestMerge(t *testing.T) {
	opened := told("o", "The mill opened in May 1880.", "May 1880", when.One(when.Date(1880, 5, 1).Unit(when.Month)))
	burned := told("b", "Two years later the mill burned down.", "Two years later", when.One(when.Date(1882, 1, 1).Unit(when.Year)))
	renamed := opened.Edit(func(r *timeline.Event) { r.Title = "Opening" })
	dismissed := burned
	dismissed.State = Dismissed
	moved := burned
	moved.When = day(1882, 3, 1)
	reworded := told("w", "The great mill opened in May 1880 at last.", "May 1880", opened.When)
	unlike := told("u", "A bridge was built by the council.", "May 1880", opened.When)
	gone := renamed
	gone.Gone = true
	tests := []struct {
		name       string
		old, fresh []Record
		want       []Record
		diff       Diff
	}{
		{"nothing changed", []Record{opened, burned}, []Record{opened, burned}, []Record{opened, burned}, Diff{}},
		{"a sentence more", []Record{opened}, []Record{opened, burned}, []Record{opened, burned}, Diff{New: []string{"b"}}},
		{"a sentence less", []Record{opened, burned}, []Record{opened}, []Record{opened}, Diff{Gone: []string{"b"}}},
		{"another time", []Record{burned}, []Record{moved}, []Record{moved}, Diff{Moved: []string{"b"}}},
		{"rename survives", []Record{renamed}, []Record{opened}, []Record{renamed}, Diff{}},
		{"what is told is compared, not what was edited", []Record{renamed}, []Record{renamed}, []Record{renamed}, Diff{}}, // the title was once taken for the article's
		{"kept though gone", []Record{renamed}, nil, []Record{gone}, Diff{Gone: []string{"o"}}},
		{"gone is told once", []Record{gone}, nil, []Record{gone}, Diff{}},
		{"back again", []Record{gone}, []Record{opened}, []Record{renamed}, Diff{New: []string{"o"}}},
		{"dismissal survives", []Record{dismissed}, []Record{burned}, []Record{dismissed}, Diff{}},
		{"unlike sentence", []Record{opened}, []Record{unlike}, []Record{unlike}, Diff{New: []string{"u"}, Gone: []string{"o"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, diff := Merge(tt.old, tt.fresh)
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Merge = %+v\nwant %+v", got, tt.want)
			}
			if !reflect.DeepEqual(diff, tt.diff) {
				t.Errorf("diff = %+v, want %+v", diff, tt.diff)
			}
		})
	}
	t.Run("edited sentence", func(t *testing.T) {
		got, diff := Merge([]Record{renamed}, []Record{reworded})
		if len(got) != 1 || got[0].ID != "o" || got[0].Title != "Opening" || quote(got[0].Event) != quote(reworded.Event) || got[0].Draft.Title != "About May 1880" {
			t.Errorf("Merge = %+v", got)
		}
		if !reflect.DeepEqual(diff, Diff{Changed: []string{"o"}}) {
			t.Errorf("diff = %+v", diff)
		}
	})
	t.Run("moved by the reader, moved by the article", func(t *testing.T) {
		mine := burned.Edit(func(r *timeline.Event) { r.When = day(1883, 1, 1) })
		got, _ := Merge([]Record{mine}, []Record{moved})
		if !reflect.DeepEqual(got[0].When, day(1883, 1, 1)) || !reflect.DeepEqual(got[0].Draft.When, moved.When) {
			t.Errorf("Merge = %+v", got[0])
		}
	})
	t.Run("IDs stay unique", func(t *testing.T) {
		other := unlike
		other.ID = "o"
		got, _ := Merge([]Record{renamed}, []Record{other})
		if len(got) != 2 || got[0].ID == got[1].ID {
			t.Errorf("Merge = %+v", got)
		}
	})
}

func TestMergeKeepsTwinsApart(t *testing.T) {
	sentence := "Talks were held on 3 May and again on 3 May."
	a, b := told("a", sentence, "3 May", day(1950, 5, 3)), told("b", sentence, "3 May", day(1950, 5, 3))
	a.State = Kept
	got, diff := Merge([]Record{a, b}, []Record{told("x", sentence, "3 May", day(1950, 5, 3)), told("y", sentence, "3 May", day(1950, 5, 3))})
	if !diff.Empty() || len(got) != 2 || got[0].State != Kept || got[1].State != New {
		t.Errorf("Merge = %+v, %+v", got, diff)
	}
}

func TestMergeIsNotQuadratic(t *testing.T) {
	var old, fresh []Record
	for i := range 20_000 {
		sentence := fmt.Sprintf("The council of the town met in room %d.", i)
		old = append(old, told(fmt.Sprint("o", i), sentence, "then", day(1950, 5, 3)))
		fresh = append(fresh, told(fmt.Sprint("f", i), sentence+" Again.", "then", day(1950, 5, 3)))
	}
	start := time.Now()
	if _, diff := Merge(old, fresh); len(diff.New) > 0 {
		t.Errorf("%d of %d edited sentences were not recognised", len(diff.New), len(old))
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestReread(t *testing.T) {
	p := newProject(t)
	first := told("o", "The mill opened in May 1880.", "May 1880", day(1880, 5, 1))
	second := told("b", "It burned two years later.", "two years later", day(1882, 5, 1))
	if err := addArticle(p, article("a1"), []Record{first, second}); err != nil {
		t.Fatal(err)
	}
	if err := p.Rename("o", "Opening"); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, p)
	third := told("c", "It was rebuilt in 1885.", "1885", day(1885, 1, 1))
	diff, err := p.Reread(Reading{article("a1"), []Record{first, third}})
	if err != nil || !slices.Equal(diff.New, []string{"c"}) || !slices.Equal(diff.Gone, []string{"b"}) {
		t.Errorf("Reread = %+v, %v", diff, err)
	}
	events := all(t, p)
	if len(events) != 2 || events["o"].Title != "Opening" || events["c"].Article != "a1" {
		t.Errorf("events = %+v", events)
	}
	if _, err := p.Undo(); err != nil || snapshot(t, p) != before {
		t.Errorf("undo of Reread: %v", err)
	}
	if _, err := p.Reread(Reading{Article: article("missing")}); err == nil {
		t.Error("an article that is not there was read again")
	}
}
