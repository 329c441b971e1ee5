package state

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
)

// Table is the list of the events below the timeline.
type Table struct {
	Open       bool
	By         Column // what its rows are ordered by
	Descending bool
}

// Column is a column of the table.
type Column uint8

// The columns.
const (
	DateColumn Column = iota
	TitleColumn
	StateColumn
	CertaintyColumn
	SourceColumn
)

// ShowTable opens the table, or closes it. Without it all events are shown.
type ShowTable struct{}

func (ShowTable) update(m Model) (Model, Effect) {
	m.Table.Open = !m.Table.Open
	if m.Table.Open || m.Filter == (Filter{}) {
		return m.ordered(), nil
	}
	m.Filter = Filter{}
	return m.withArticles(m.Articles)
}

// SortTable orders the rows by a column; by the same again, the other way round.
type SortTable struct{ By Column }

func (s SortTable) update(m Model) (Model, Effect) {
	m.Table.Descending = s.By == m.Table.By && !m.Table.Descending
	m.Table.By = s.By
	return m.ordered(), nil
}

// ordered returns m with the order of the table's rows brought up to date.
func (m Model) ordered() Model {
	m.order = nil
	if !m.Table.Open || m.Table.By == DateColumn && !m.Table.Descending {
		return m
	}
	m.order = make([]int, len(m.Timeline.Events))
	for i := range m.order {
		m.order[i] = i
	}
	if by := m.comparison(); by != nil {
		slices.SortStableFunc(m.order, func(a, b int) int { return by(&m.Timeline.Events[a], &m.Timeline.Events[b]) })
	}
	if m.Table.Descending {
		slices.Reverse(m.order)
	}
	return m
}

// comparison returns how the rows are ordered, nil by time.
func (m Model) comparison() func(a, b *timeline.Event) int {
	switch m.Table.By {
	case TitleColumn:
		return func(a, b *timeline.Event) int {
			return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		}
	case StateColumn:
		return func(a, b *timeline.Event) int { return cmp.Compare(m.Decision(a.ID), m.Decision(b.ID)) }
	case CertaintyColumn:
		return func(a, b *timeline.Event) int { return cmp.Compare(a.Confidence, b.Confidence) }
	case SourceColumn:
		return func(a, b *timeline.Event) int {
			return cmp.Compare(m.origins[a.ID].Article, m.origins[b.ID].Article)
		}
	case DateColumn:
	}
	return nil
}

// Row returns the event in row i of the table.
func (m Model) Row(i int) timeline.Event {
	if m.order != nil {
		i = m.order[i]
	}
	return m.Timeline.Events[i]
}

// RowOf returns the row of an event on the timeline, or -1.
func (m Model) RowOf(event string) int {
	o, ok := m.origins[event]
	switch {
	case !ok:
		return -1
	case m.order == nil:
		return o.Place
	}
	return slices.Index(m.order, o.Place)
}

// StepRow selects the event By rows below the selected one.
type StepRow struct{ By int }

func (s StepRow) update(m Model) (Model, Effect) {
	n := len(m.Timeline.Events)
	if n == 0 {
		return m, nil
	}
	return m.choose(m.Row(min(max(m.RowOf(m.Selected)+s.By, 0), n-1)).ID)
}
