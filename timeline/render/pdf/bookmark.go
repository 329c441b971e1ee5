package pdf

import "fmt"

// outline adds the bookmarks to the file and returns their root, or 0 if there
// are none. Labels are in the order of the page; a deeper one belongs to the last
// one less deep.
func outline(to *file, labels []label, destination func(label) string) ref {
	if len(labels) == 0 {
		return 0
	}
	root := to.reserve()
	refs := make([]ref, len(labels))
	for i := range refs {
		refs[i] = to.reserve()
	}
	kin := family(labels)
	for i, l := range labels {
		body := appendString([]byte("<< /Title "), l.title)
		body = fmt.Appendf(body, " /Dest %s", destination(l))
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
	top := kin[len(labels)]
	to.put(root, fmt.Appendf(nil, "<< /Type /Outlines /First %v /Last %v /Count %d >>", refs[top.first], refs[top.last], top.kids))
	return root
}

// relatives are the neighbours of a bookmark, by number, or -1.
type relatives struct {
	parent, before, after, first, last int
	kids                               int
}

// family returns the relatives of each label, and of their common root behind
// them all.
func family(labels []label) []relatives {
	kin := make([]relatives, len(labels)+1)
	for i := range kin {
		kin[i] = relatives{-1, -1, -1, -1, -1, 0}
	}
	var path []int // the labels that the next one may belong to
	for i, l := range labels {
		for len(path) > 0 && labels[path[len(path)-1]].depth >= l.depth {
			path = path[:len(path)-1]
		}
		parent := len(labels)
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
