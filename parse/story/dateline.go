package story

// isDateline reports whether group g stands in the dateline of the sentence:
// "GENEVA, March 3, 1921 (Lake Press) — The council met". Such a date is that of
// the article.
func (s *sentence) isDateline(g timeGroup) bool {
	if g.start == 0 || g.start > longest/2 {
		return false
	}
	for _, w := range s.words[:g.start] {
		if w.tag != name && w.tag != comma && w.tag != noun || w.tag != comma && !w.upper {
			return false
		}
	}
	depth := 0
	for i := g.end; i < min(len(s.words), g.end+longest); i++ {
		switch w := s.words[i]; {
		case w.tag == parenOpen:
			depth++
		case w.tag == parenClose:
			depth--
		case depth > 0, w.tag == comma, w.tag == timeWord:
		default:
			return w.tag == dash
		}
	}
	return false
}
