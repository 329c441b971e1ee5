package scene

// Stop is a point of a soft-ended box: how strongly it is painted at a place
// along its width. Between two stops the strength changes evenly.
type Stop struct {
	At       float64 // 0 at the left edge, 1 at the right
	Strength float64 // 0 transparent, 1 as the box's colours say
}

// Stops returns how the strength of b changes along its width, or nil if b has
// no soft end. The first stop is at 0 and the last at 1. Where the soft ends
// meet, the weaker one counts.
func (b Box) Stops() []Stop {
	if b.W <= 0 || b.FadeLeft <= 0 && b.FadeRight <= 0 {
		return nil
	}
	l, r := max(b.FadeLeft, 0)/b.W, max(b.FadeRight, 0)/b.W
	switch {
	case l+r > 1 && r == 0:
		return []Stop{{0, 0}, {1, 1 / l}}
	case l+r > 1 && l == 0:
		return []Stop{{0, 1 / r}, {1, 0}}
	case l+r > 1:
		return []Stop{{0, 0}, {l / (l + r), 1 / (l + r)}, {1, 0}}
	case r == 0:
		return []Stop{{0, 0}, {l, 1}, {1, 1}}
	case l == 0:
		return []Stop{{0, 1}, {1 - r, 1}, {1, 0}}
	}
	return []Stop{{0, 0}, {l, 1}, {1 - r, 1}, {1, 0}}
}
