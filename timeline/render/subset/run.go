package subset

import "dateline/timeline/typeset"

// Characters returns what glyph i of a run stands for: the text from its cluster
// to the next. It is nil for a glyph that shares its cluster with others, since
// none of them stands for the text alone.
func Characters(run typeset.Run, i int) []rune {
	at := run.Glyphs[i].Cluster
	next, before := i+1, i-1
	if run.RightToLeft {
		next, before = before, next
	}
	end := run.Start + len(run.Text)
	if 0 <= next && next < len(run.Glyphs) {
		end = run.Glyphs[next].Cluster
	}
	shared := 0 <= before && before < len(run.Glyphs) && run.Glyphs[before].Cluster == at
	if shared || at < run.Start || end <= at || end > run.Start+len(run.Text) {
		return nil
	}
	return []rune(run.Text[at-run.Start : end-run.Start])
}
