package app

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/render/pdf"
	"dateline/timeline/scene"
)

// chapters are the units of time that events are listed under, and how many of
// them a reader can overlook.
var chapters = []when.Grain{when.Year, when.Decade, when.Century, when.Millennium}

const mostChapters = 60

// bookmarks lists the events of a picture under their years, or under longer
// units where there would be too many years.
func bookmarks(t *timeline.Timeline, picture *scene.Scene) []pdf.Bookmark {
	places := placesOf(picture.Items, map[string]scene.Point{})
	grain := chapterGrain(t)
	var marks []pdf.Bookmark
	var last when.Interval
	for i := range t.Events {
		e := &t.Events[i]
		at, drawn := places["event-"+e.ID]
		if !drawn {
			continue
		}
		if unit := beginning(e).Unit(grain); unit != last {
			marks = append(marks, pdf.Bookmark{Title: unit.Words(when.Short), At: at})
			last = unit
		}
		marks = append(marks, pdf.Bookmark{Title: e.Title, Depth: 1, At: at})
	}
	return marks
}

// chapterGrain returns the shortest unit of which there are not too many.
func chapterGrain(t *timeline.Timeline) when.Grain {
	for _, grain := range chapters {
		count := 0
		var last when.Interval
		for i := range t.Events {
			if unit := beginning(&t.Events[i]).Unit(grain); unit != last {
				count, last = count+1, unit
			}
		}
		if count <= mostChapters {
			return grain
		}
	}
	return chapters[len(chapters)-1]
}

// beginning returns where an event stands in time; one that only has an end
// stands there.
func beginning(e *timeline.Event) when.Instant {
	hull := e.When.Hull()
	switch {
	case hull.Start != when.First:
		return hull.Start
	case hull.End != when.Last:
		return hull.End - 1
	}
	return when.Date(1, 1, 1)
}

// placesOf collects where the groups among items can be pointed at.
func placesOf(items []scene.Item, places map[string]scene.Point) map[string]scene.Point {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok {
			places[g.ID] = scene.Point{X: g.Hit.X, Y: g.Hit.Y}
			placesOf(g.Items, places)
		}
	}
	return places
}
