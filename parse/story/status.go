package story

import "dateline/parse/when"

// statusOf tells whether the event of a headline took place, from the verb of
// its clause and from the article's date.
func (w *telling) statusOf(s *sentence, h headline, at when.Choice) Status {
	c := s.clauses[h.clause]
	ahead := w.date.Known() && at.Hull().Start >= w.date.When.End
	if c.verb.empty() {
		return statusIf(ahead, Planned)
	}
	denied := false
	for i := c.verb.start; i < c.verb.end; i++ {
		denied = denied || s.words[i].is&negation != 0
	}
	in := s.verbClasses(c)
	first := s.words[c.verb.start]
	perfect := c.verb.end > c.verb.start+1 && s.words[c.verb.start+1].is&formOfHave != 0
	switch {
	case denied:
		return Denied
	case c.kind == subordinate && s.words[c.lead].is&condition != 0:
		return Hypothetical
	case first.is&hypothetical != 0 && (perfect || first.is&future == 0):
		return Hypothetical
	case in&future != 0 || first.is&hypothetical != 0:
		return Planned
	}
	return statusIf(ahead, Planned)
}

func statusIf(yes bool, s Status) Status {
	if yes {
		return s
	}
	return Happened
}
