package state

// Reached tells how far the reading of files has come.
type Reached struct {
	Files int    // read so far
	Name  string // of the file that was read last
}

func (r Reached) update(m Model) (Model, Effect) {
	if m.Loading > 0 {
		m.Reached = r
	}
	return m, nil
}

// Paste asks for words to be read: an article, or the paths of files.
type Paste struct{ Words string }

func (p Paste) update(m Model) (Model, Effect) {
	if p.Words == "" {
		return m, nil
	}
	m.Loading++
	return m, LoadWords(p)
}

// StopLoading ends the reading of files. Nothing of what is being read is added.
type StopLoading struct{}

func (StopLoading) update(m Model) (Model, Effect) {
	if m.Loading == 0 {
		return m, nil
	}
	return m, CancelLoads{}
}
