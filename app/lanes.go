package app

import (
	"dateline/app/state"
	"dateline/timeline/layout"
)

// lanesFor returns how the layout spreads events over lanes, and which tags they
// are made of, nil for all. The names are those of the events.
func lanesFor(lanes state.Lanes, names *state.Names) (layout.Lanes, map[string]bool) {
	if names == nil {
		names = &state.Names{}
	}
	switch lanes {
	case state.ByArticle:
		return layout.BySource, nil
	case state.ByPerson:
		return layout.ByTag, among(names.People)
	case state.ByPlace:
		return layout.ByTag, among(names.Places)
	case state.ByGroup:
		return layout.ByTag, among(names.Groups)
	case state.ByTag:
		return layout.ByTag, nil
	case state.OneLane:
	}
	return layout.Together, nil
}

// among returns a set of names that is never nil, which would stand for all.
func among(set map[string]bool) map[string]bool {
	if set == nil {
		return map[string]bool{}
	}
	return set
}
