package project

import (
	"fmt"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline/exchange"
)

// The bodies of articles and readings, as the file holds them. They are kept
// apart from the types that the program works with, so that renaming a field
// there cannot change the format.

type contentJSON struct {
	Hash     string      `json:"hash,omitempty"`
	Name     string      `json:"name,omitempty"`
	Path     string      `json:"path,omitempty"`
	URL      string      `json:"url,omitempty"`
	Title    string      `json:"title,omitempty"`
	Author   string      `json:"author,omitempty"`
	Site     string      `json:"site,omitempty"`
	Language string      `json:"language,omitempty"`
	Text     string      `json:"text"`
	Blocks   []blockJSON `json:"blocks,omitempty"`
	Dates    []stampJSON `json:"dates,omitempty"`
}

type blockJSON struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Kind  text.Kind `json:"kind,omitempty"`
	Level int       `json:"level,omitempty"`
	Page  int       `json:"page,omitempty"`
}

type stampJSON struct {
	When   exchange.JSONTime `json:"time"`
	Origin string            `json:"origin,omitempty"`
	Raw    string            `json:"raw,omitempty"`
}

type readingJSON struct {
	Date     exchange.JSONTime `json:"date"`
	Reason   string            `json:"reason,omitempty"`
	Inferred bool              `json:"inferred,omitempty"`
	Others   []stampJSON       `json:"others,omitempty"`
	Chosen   exchange.JSONTime `json:"chosen"`
	Mentions []mentionJSON     `json:"mentions,omitempty"`
}

type mentionJSON struct {
	Start   int        `json:"start"`
	End     int        `json:"end"`
	From    int        `json:"from"` // the sentence
	To      int        `json:"to"`
	Type    timex.Type `json:"type,omitempty"`
	Rule    string     `json:"rule,omitempty"`
	Meaning string     `json:"meaning,omitempty"`
	Value   string     `json:"value,omitempty"`
	Mod     string     `json:"mod,omitempty"`
	exchange.JSONTime
	Anchor  timex.Anchor `json:"anchor,omitempty"`
	Counted int          `json:"counted,omitempty"`
	Borrow  string       `json:"borrow,omitempty"`
	Why     string       `json:"why,omitempty"`
}

// newTime returns the time of an interval, empty for the zero one.
func newTime(iv when.Interval) exchange.JSONTime {
	if iv.IsZero() {
		return exchange.JSONTime{}
	}
	return exchange.NewJSONTime(when.One(iv))
}

// interval is the inverse of newTime.
func interval(j exchange.JSONTime) (when.Interval, error) {
	if j.When == "" {
		return when.Interval{}, nil
	}
	c, err := j.Choice()
	if err != nil || len(c) != 1 {
		return when.Interval{}, fmt.Errorf("%w: %q is not one date", ErrDamaged, j.When)
	}
	return c[0], nil
}

func newStamps(all []text.Stamp) []stampJSON {
	var j []stampJSON
	for _, s := range all {
		j = append(j, stampJSON{newTime(s.When), s.Origin, s.Raw})
	}
	return j
}

func stamps(all []stampJSON) ([]text.Stamp, error) {
	var stamps []text.Stamp
	for _, j := range all {
		iv, err := interval(j.When)
		if err != nil {
			return nil, err
		}
		stamps = append(stamps, text.Stamp{When: iv, Origin: j.Origin, Raw: j.Raw})
	}
	return stamps, nil
}

// grain is the inverse of Grain.String; what it does not know is NoGrain.
func grain(name string) when.Grain {
	for g := when.NoGrain; g <= when.MegaYear; g++ {
		if g.String() == name {
			return g
		}
	}
	return when.NoGrain
}
