package state

// Lanes is what the events are spread over lanes by.
type Lanes uint8

// The lanes.
const (
	OneLane Lanes = iota
	ByArticle
	ByPerson
	ByPlace
	ByGroup
	ByTag // people, places and groups alike, and what other programs call tags
)

// Names are the names that occur in the events of a timeline, by what they are
// names of. It does not change.
type Names struct{ People, Places, Groups map[string]bool }

// Names returns the names that occur in the events.
func (m Model) Names() *Names { return m.names }

// names collects the names in articles.
func names(articles []Article) *Names {
	n := &Names{People: map[string]bool{}, Places: map[string]bool{}, Groups: map[string]bool{}}
	for _, a := range articles {
		for _, draft := range a.Reading.Events {
			add(n.People, draft.People)
			add(n.Places, draft.Places)
			add(n.Groups, draft.Groups)
		}
	}
	return n
}

func add(set map[string]bool, names []string) {
	for _, name := range names {
		set[name] = true
	}
}

// ShowLanes spreads the events over other lanes.
type ShowLanes struct{ Lanes Lanes }

func (s ShowLanes) update(m Model) (Model, Effect) {
	if s.Lanes == m.Lanes {
		return m, nil
	}
	m.Lanes = s.Lanes
	return m, m.arrange()
}

// ShortenGaps draws long stretches without events shorter than they are, or as
// long as they are again. The whole timeline comes into view.
type ShortenGaps struct{}

func (ShortenGaps) update(m Model) (Model, Effect) {
	m.ShortGaps, m.Fitted = !m.ShortGaps, true
	return m, m.arrange()
}
