package lang

// filter tells by three tokens which patterns may be read from a place. It has
// a bit for each pattern, in rows of words; each group starts a new word.
type filter struct {
	width  int         // words in a row
	first  []uint64    // rows by the class of the first token
	second [2][]uint64 // rows by kind of the first token and class of the second
	third  [2][]uint64 // rows by kind of the first token and class of the third
	orders [DayFirst + 1][]uint64
}

// FitWords returns how many words Fit fills.
func (l *Language) FitWords() int { return l.filter.width }

// Fit finds which patterns for readers of an order may be read from a place with
// the three given tokens; the second and third are nil at the end of the text.
// It sets a bit for each in the words of out, from Group.At on.
func (l *Language) Fit(out []uint64, t, next, third *Token, order Order) {
	f, k := &l.filter, l.lexicon.classes.kinds[t.Class]
	a, b := f.row(f.first, t.Class), f.row(f.second[k], l.classOf(next))
	c, d := f.row(f.third[k], l.classOf(third)), f.orders[order][:f.width]
	out = out[:f.width]
	for i := range out {
		out[i] = a[i] & b[i] & c[i] & d[i]
	}
}

func (f *filter) row(rows []uint64, c Class) []uint64 {
	at := int(c) * f.width
	return rows[at:][:f.width]
}

// newFilter files the patterns of all rules under the tokens with which they may
// begin.
func (l *Language) newFilter() filter {
	f := filter{}
	for i := range l.Groups {
		g := &l.Groups[i]
		g.At = f.width
		for _, r := range g.Rules {
			for _, start := range r.Patterns {
				g.Patterns = append(g.Patterns, Pattern{Rule: r, Start: start, Lead: r.lead(start)})
			}
		}
		f.width += g.Words()
	}
	c := &l.lexicon.classes
	f.first = make([]uint64, len(c.kinds)*f.width)
	for i := range f.orders {
		f.orders[i] = make([]uint64, f.width)
	}
	for i := range l.Groups {
		l.Groups[i].begin(&f)
	}
	for k := range f.second {
		f.second[k] = l.rows(&f, func(o *opening) (classSet, bool) { return o.second[k], o.one[k] })
		f.third[k] = l.rows(&f, func(o *opening) (classSet, bool) { return o.third[k], o.one[k] || o.two[k] })
	}
	return f
}

// begin files the patterns of a group under their first tokens and their orders.
func (g *Group) begin(f *filter) {
	for i, p := range g.Patterns {
		at, bit := g.At+i/64, uint64(1)<<(i%64)
		for order := range f.orders {
			if p.Rule.Order == AnyOrder || p.Rule.Order == Order(order) {
				f.orders[order][at] |= bit
			}
		}
		for first := range p.Rule.openings[p.Start].first.each {
			f.first[int(first)*f.width+at] |= bit
		}
	}
}

// rows files the patterns under the classes of a set that select returns for the
// opening of each, or under all if it reports true.
func (l *Language) rows(f *filter, choose func(*opening) (classSet, bool)) []uint64 {
	every := make([]uint64, f.width)
	out := make([]uint64, (len(l.lexicon.classes.kinds)+1)*f.width)
	for i := range l.Groups {
		g := &l.Groups[i]
		for j, p := range g.Patterns {
			at, bit := g.At+j/64, uint64(1)<<(j%64)
			some, all := choose(&p.Rule.openings[p.Start])
			if all {
				every[at] |= bit
				continue
			}
			for c := range some.each {
				out[int(c)*f.width+at] |= bit
			}
		}
	}
	for at := range out {
		out[at] |= every[at%f.width]
	}
	return out
}
