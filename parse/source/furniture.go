package source

import "dateline/parse/text"

// markFurniture marks the pieces that belong to the page, not to the article.
func markFurniture(ps []piece, d *text.Document) {
	_, _ = ps, d
}
