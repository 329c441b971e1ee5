//go:build !headless

package assets

import "fyne.io/fyne/v2/theme"

// Regular and Bold are the two faces of Noto Sans that text is set in, as
// TrueType files (SIL Open Font License 1.1; see fonts/OFL.txt). The window's
// library carries the very files that lie in the folder fonts, so that the
// program need not carry them twice.
var (
	Regular = theme.DefaultTextFont().Content()
	Bold    = theme.DefaultTextBoldFont().Content()
)
