package source

import (
	"strings"

	"dateline/parse/text"
)

// furnishPrint marks as furniture what stands around the article in a PDF that a
// browser printed: there are no links and no names of elements left to tell by,
// but the article is where the prose is.
func furnishPrint(list []piece, d *text.Document) []piece {
	list = furnish(list, &meta{headline: d.Title, named: map[string]string{}}, d.Author)
	start, end := densest(list)
	end = withDatedLines(list, end)
	if size(list[start:end])*10 >= size(list)*8 {
		start, end = 0, len(list) // the page was laid out for printing
	}
	var raw []rawStamp
	for i := range list {
		p := &list[i]
		if i >= start && i < end || p.kind == text.Heading && p.level == 1 {
			continue
		}
		const near, short = 25, 140
		if i < start && i >= start-near && len(p.text) <= short && isByline(p.text, d.Author) {
			if date := dateOf(p.text); date != "" {
				raw = append(raw, rawStamp{date, "the date line of the page"})
			}
		}
		p.kind, p.level = text.Furniture, 0
	}
	d.Dates = mergeStamps(stamps(raw), d.Dates)
	return list
}

// densest returns the stretch of pieces with the most prose: each paragraph of
// prose counts for it by its length, each other piece against it.
func densest(list []piece) (start, end int) {
	const most, other = 400, 40
	best, sum, from := 0, 0, 0
	for i := range list {
		if list[i].sentence() {
			sum += min(len(list[i].text), most)
		} else {
			sum -= other
		}
		if sum <= 0 {
			sum, from = 0, i+1
		}
		if sum > best {
			best, start, end = sum, from, i+1
		}
	}
	return start, end
}

// withDatedLines returns end, moved past the lines that follow it and are a list
// of dates, which may have a heading.
func withDatedLines(list []piece, end int) int {
	const fewest = 3
	for skip := range 2 { // the heading, if there is one
		last := end + skip
		for last < len(list) && beginsWithDate(list[last].text) {
			last++
		}
		if last-end-skip >= fewest {
			return last
		}
	}
	return end
}

// beginsWithDate reports whether a line begins with a month or a number.
func beginsWithDate(line string) bool {
	word := strings.ToLower(firstWord(line))
	if word == "" {
		return false
	}
	const letters = 3
	return word[0] >= '0' && word[0] <= '9' || len(word) >= letters && monthNumber(word[:letters]) != word[:letters] && strings.ContainsAny(line, "0123456789")
}
