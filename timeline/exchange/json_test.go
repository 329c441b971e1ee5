package exchange

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestWriteJSON(t *testing.T) {
	e := full()
	e.Sources = e.Sources[1:]
	want := `{"format":"dateline","version":1,"title":"R & D",
"events": [
{"id":"e1","title":"Ferry service begins","when":"1921-05-05","status":"planned","inferred":true,"confidence":0.75,"importance":0.5,"tags":["Harbour","Port Board"],"note":"Check the\nminutes.","color":"#a13bbb","sources":[{"document":"letter.txt","quote":"Since that Thursday; it runs.","timeWords":"that Thursday","end":29,"why":"the Thursday before"}]},
{"title":"Week","when":"2021-03-15/2021-03-21","intervals":[{"start":1615766400,"end":1616371200,"grain":"week"}]}
]}
`
	tl := timeline.New("R & D", []timeline.Event{e, {Title: "Week", When: times["week"]}})
	if got := write(t, "json", tl); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}

// TestIntervalsFollowWhen changes the time of a week by hand, as people would:
// in "when".
func TestIntervalsFollowWhen(t *testing.T) {
	j := NewJSONTime(times["week"])
	j.When = "1999"
	if c, err := j.Choice(); err != nil || c.EDTF() != "1999" {
		t.Errorf("Choice = %v, %v, want 1999", c, err)
	}
	for name, want := range times {
		if c, err := NewJSONTime(want).Choice(); err != nil || !slices.Equal(c, want) {
			t.Errorf("%s: Choice = %v, %v, want %v", name, c, err, want)
		}
	}
	if c, err := NewJSONTime(nil).Choice(); err != nil || len(c) != 0 {
		t.Errorf("no time becomes %v, %v", c, err)
	}
}

// TestConflicts writes an event that two letters date differently, and reads it.
func TestConflicts(t *testing.T) {
	e := full()
	e.Conflicts = []timeline.Conflict{{Event: "e2", When: times["week"], Source: timeline.Source{Document: "other.txt", Quote: "It ran the week after."}}}
	back, err := NewJSONEvent(e).Event()
	if err != nil || !reflect.DeepEqual(back.Conflicts, e.Conflicts) {
		t.Errorf("conflicts come back as %+v, %v, want %+v", back.Conflicts, err, e.Conflicts)
	}
	j := NewJSONEvent(e)
	j.Conflicts[0].JSONTime = JSONTime{When: "soon"}
	if _, err := j.Event(); err == nil {
		t.Error("a conflict at no time is read without an error")
	}
}

// TestSchema compares the documented schema with the types that are written.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]struct {
			Enum []string `json:"enum"`
		} `json:"properties"`
	}
	var schema struct {
		Properties map[string]struct {
			Const any `json:"const"`
		} `json:"properties"`
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	if v := schema.Properties["version"].Const; v != float64(jsonVersion) {
		t.Errorf("the schema is of version %v, files are of %d", v, jsonVersion)
	}
	for name, value := range map[string]any{"event": JSONEvent{}, "conflict": JSONConflict{}, "interval": JSONInterval{}, "source": JSONSource{}} {
		var documented []string
		for key := range schema.Defs[name].Properties {
			documented = append(documented, key)
		}
		written := keys(reflect.TypeOf(value))
		slices.Sort(documented)
		slices.Sort(written)
		if !slices.Equal(documented, written) {
			t.Errorf("%s: the schema has %v, the type %v", name, documented, written)
		}
	}
	var grains []string
	for g := when.NoGrain; g <= when.MegaYear; g++ {
		grains = append(grains, g.String())
	}
	if got := schema.Defs["interval"].Properties["grain"].Enum; !slices.Equal(got, grains) {
		t.Errorf("the schema has the grains %v, the calendar %v", got, grains)
	}
}

// keys returns the JSON keys of a struct, those of embedded structs included.
func keys(typ reflect.Type) []string {
	var all []string
	for f := range typ.Fields() {
		if f.Anonymous {
			all = append(all, keys(f.Type)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		all = append(all, name)
	}
	return all
}
