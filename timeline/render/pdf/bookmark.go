package pdf

import (
	"fmt"

	"dateline/timeline/scene"
)

// Bookmark is a line of the table of contents that readers show beside the page.
type Bookmark struct {
	Title string
	Depth int // a deeper one belongs to the last one before it that is less deep
	At    scene.Point
}

// outline adds the bookmarks to the file and returns their root, or 0 if there
// are none.
func outline(to *file, marks []Bookmark, destination func(Bookmark) string) ref {
	if len(marks) == 0 {
		return 0
	}
	root := to.reserve()
	refs := make([]ref, len(marks))
	for i := range refs {
		refs[i] = to.reserve()
	}
	kin := family(marks)
	for i, mark := range marks {
		body := appendString([]byte("<< /Title "), mark.Title)
		body = fmt.Appendf(body, " /Dest %s", destination(mark))
		above := root
		if kin[i].parent >= 0 {
			above = refs[kin[i].parent]
		}
		body = fmt.Appendf(body, " /Parent %v", above)
		for _, k := range []struct {
			key string
			to  int
		}{{"Prev", kin[i].before}, {"Next", kin[i].after}, {"First", kin[i].first}, {"Last", kin[i].last}} {
			if k.to >= 0 {
				body = fmt.Appendf(body, " /%s %v", k.key, refs[k.to])
			}
		}
		if kin[i].kids > 0 {
			body = fmt.Appendf(body, " /Count %d", -kin[i].kids)
		}
		to.put(refs[i], append(body, " >>"...))
	}
	top := kin[len(marks)]
	to.put(root, fmt.Appendf(nil, "<< /Type /Outlines /First %v /Last %v /Count %d >>", refs[top.first], refs[top.last], top.kids))
	return root
}

// relatives are the neighbours of a bookmark, by number, or -1.
type relatives struct {
	parent, before, after, first, last int
	kids                               int
}

// family returns the relatives of each bookmark, and of their common root behind
// them all.
func family(marks []Bookmark) []relatives {
	kin := make([]relatives, len(marks)+1)
	for i := range kin {
		kin[i] = relatives{-1, -1, -1, -1, -1, 0}
	}
	var path []int // the bookmarks that the next one may belong to
	for i, mark := range marks {
		for len(path) > 0 && marks[path[len(path)-1]].Depth >= mark.Depth {
			path = path[:len(path)-1]
		}
		parent := len(marks)
		if len(path) > 0 {
			parent = path[len(path)-1]
			kin[i].parent = parent
		}
		if last := kin[parent].last; last >= 0 {
			kin[i].before, kin[last].after = last, i
		} else {
			kin[parent].first = i
		}
		kin[parent].last = i
		kin[parent].kids++
		path = append(path, i)
	}
	return kin
}
