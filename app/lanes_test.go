package app

import (
	"testing"

	"dateline/app/state"
	"dateline/timeline/layout"
)

func TestLanesFor(t *testing.T) {
	names := &state.Names{People: map[string]bool{"Ann": true}, Places: map[string]bool{"Dover": true}}
	tests := []struct {
		lanes state.Lanes
		names *state.Names
		want  layout.Lanes
		among string // a tag that makes a lane
		all   bool
	}{
		{state.OneLane, names, layout.Together, "", true},
		{state.ByArticle, names, layout.BySource, "", true},
		{state.ByPerson, names, layout.ByTag, "Ann", false},
		{state.ByPlace, names, layout.ByTag, "Dover", false},
		{state.ByGroup, names, layout.ByTag, "", false},
		{state.ByTag, names, layout.ByTag, "", true},
		{state.ByPerson, nil, layout.ByTag, "", false},
	}
	for _, tt := range tests {
		got, among := lanesFor(tt.lanes, tt.names)
		if got != tt.want || (among == nil) != tt.all || tt.among != "" && !among[tt.among] {
			t.Errorf("%v: %v among %v", tt.lanes, got, among)
		}
	}
	if len(lanes) != len(tests)-1 {
		t.Errorf("--lanes knows %d ways, want %d", len(lanes), len(tests)-1)
	}
}
