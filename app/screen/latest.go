package screen

// latest lets one picture be painted at a time, and remembers that another was
// wished for meanwhile, so that at most one is behind.
type latest struct{ busy, again bool }

// begin reports whether painting may begin now; if not, the wish is kept.
func (l *latest) begin() bool {
	if l.busy {
		l.again = true
		return false
	}
	l.busy, l.again = true, false
	return true
}

// end reports whether another picture was wished for since begin.
func (l *latest) end() bool {
	l.busy = false
	return l.again
}
