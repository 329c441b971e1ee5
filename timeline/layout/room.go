package layout

// RowsIn returns how many rows of a single lane, at least one, a picture of the
// given height in pixels has room for below its axis and above its folded marks.
func RowsIn(height float64) int {
	return max(int((height-axisHeight-2*lanePad-foldHeight)/rowHeight), 1)
}
