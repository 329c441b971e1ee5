//go:build headless

package assets

import _ "embed" // the files below

// Regular and Bold are the two faces of Noto Sans that text is set in, as
// TrueType files (SIL Open Font License 1.1; see fonts/OFL.txt).
var (
	//go:embed fonts/NotoSans-Regular.ttf
	Regular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	Bold []byte
)
