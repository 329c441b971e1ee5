// Package typeset shapes and measures text, the same on screen and on paper.
//
// Text is shaped by HarfBuzz's rules (github.com/go-text/typesetting). The faces
// that travel with the program come first; characters they lack are set in the
// system's fonts, which are looked for only when such a character turns up.
package typeset

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"dateline/timeline/scene"
)

// Fonts says what text is set in.
type Fonts struct {
	Regular, Bold []byte // TrueType files
	// Alone leaves the system's fonts out, so that the result is the same on
	// every machine. Characters that the two faces lack are then missing.
	Alone bool
	// CacheDir is where the index of the system's fonts is kept; empty for a
	// folder of the program's own in the user's cache directory.
	CacheDir string
}

// Font is one font file that runs are set in.
type Font struct {
	ID string // unique within a Setter: "regular", "bold", or the file's path
	// Own is set for the two faces of Fonts, whose licence allows embedding.
	Own bool
	// Face gives outlines and names. It is not safe for concurrent use with the
	// Setter; a painter that draws makes its own by font.NewFace(f.Face.Font).
	Face *font.Face
	// Data is the TrueType file of an Own font, nil for a system font.
	Data []byte
}

// Glyph is one shape in its place.
type Glyph struct {
	ID      font.GID
	X, Y    float64 // origin relative to the start of the text's baseline; Y grows downwards
	Advance float64
	Cluster int // byte in the text of the first character that the glyph stands for
}

// Run is a stretch of text in one font and one direction, in visual order: the
// runs of a text follow each other from left to right.
type Run struct {
	Font        *Font
	Size        float64
	Text        string // the characters that the run stands for, in reading order
	Start       int    // byte in the text where Text starts
	RightToLeft bool
	X, Advance  float64 // left end and width
	Glyphs      []Glyph // from left to right
}

// Setter shapes and measures text. It is safe for concurrent use, and what it
// returns depends on its fonts and the text alone.
type Setter struct {
	own [2]*Font // regular, bold

	kerning [2]*pairTable // advances of simple text, by face

	mu        sync.Mutex
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	fonts     map[*font.Font]*Font
	system    *systemFonts
	missing   map[rune]struct{}
	advances  map[advanceKey]float64
}

type advanceKey struct {
	text string
	bold bool
}

// The bounds of the cache of measured advances, and of the texts that it holds.
const (
	maxAdvances   = 1 << 14
	maxCachedText = 256
)

var _ scene.Metrics = (*Setter)(nil)

// New returns a setter for the given fonts. It fails if one of them cannot be
// read. System fonts are not touched before a character needs them.
func New(fonts Fonts) (*Setter, error) {
	s := &Setter{
		fonts:    make(map[*font.Font]*Font),
		missing:  make(map[rune]struct{}),
		advances: make(map[advanceKey]float64),
	}
	for i, file := range []struct {
		id   string
		data []byte
	}{{"regular", fonts.Regular}, {"bold", fonts.Bold}} {
		face, err := font.ParseTTF(bytes.NewReader(file.data))
		if err != nil {
			return nil, fmt.Errorf("typeset: the %s face: %w", file.id, err)
		}
		s.own[i] = &Font{ID: file.id, Own: true, Face: face, Data: file.data}
		s.fonts[face.Font] = s.own[i]
		s.kerning[i] = newPairTable()
	}
	if !fonts.Alone {
		s.system = &systemFonts{cacheDir: fonts.CacheDir}
	}
	return s, nil
}

// Missing returns the characters, in order, that were asked for so far and that
// no font has. They are drawn as boxes.
func (s *Setter) Missing() []rune {
	s.mu.Lock()
	defer s.mu.Unlock()
	runes := make([]rune, 0, len(s.missing))
	for r := range s.missing {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	return runes
}

// Advance implements scene.Metrics. Control characters count as spaces.
func (s *Setter) Advance(text string, size float64, bold bool) float64 {
	face := faceIndex(bold)
	if em, ok := s.kerning[face].advance(text, s.pairAdvance(face)); ok {
		return em * size
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := advanceKey{text, bold}
	if em, ok := s.advances[key]; ok {
		return em * size
	}
	em := 0.0
	for _, run := range s.shape(text, 1, bold) {
		em += run.Advance
	}
	if len(text) <= maxCachedText {
		if len(s.advances) >= maxAdvances {
			clear(s.advances)
		}
		s.advances[key] = em
	}
	return em * size
}

// Shape returns the runs of text, from left to right, at the given font size.
// Control characters are set as spaces. The empty text has no runs.
func (s *Setter) Shape(text string, size float64, bold bool) []Run {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shape(text, size, bold)
}

// emSize is the font size that text is shaped at: one unit of a 1000-unit face
// is one whole pixel, so that nothing is lost by rounding before scaling.
const emSize = 1000

func (s *Setter) shape(text string, size float64, bold bool) []Run {
	runes, offsets := decode(text)
	if len(runes) == 0 {
		return nil
	}
	base := baseDirection(runes)
	inputs := s.segmenter.Split(shaping.Input{
		Text:      runes,
		RunEnd:    len(runes),
		Direction: base,
		Face:      s.own[faceIndex(bold)].Face,
		Size:      fixed.I(emSize),
		Language:  language.NewLanguage("en"),
	}, &faces{setter: s, bold: bold})
	runs := make([]Run, len(inputs))
	for i, in := range inputs {
		in.FontFeatures = features(in.Script)
		runs[i] = s.run(s.shaper.Shape(in), offsets, size)
		runs[i].Text = text[offsets[in.RunStart]:offsets[in.RunEnd]]
		runs[i].Start = offsets[in.RunStart]
	}
	runs = visualOrder(runs, base)
	x := 0.0
	for i := range runs {
		runs[i].X = x
		for j := range runs[i].Glyphs {
			runs[i].Glyphs[j].X += x
		}
		x += runs[i].Advance
	}
	return runs
}

// run turns a shaper's output into a run that starts at x = 0.
func (s *Setter) run(out shaping.Output, offsets []int, size float64) Run {
	scale := size / emSize / 64
	run := Run{
		Font:        s.fonts[out.Face.Font],
		Size:        size,
		RightToLeft: out.Direction.Progression() == di.TowardTopLeft,
		Glyphs:      make([]Glyph, len(out.Glyphs)),
	}
	x := fixed.Int26_6(0)
	for i, g := range out.Glyphs {
		run.Glyphs[i] = Glyph{
			ID:      g.GlyphID,
			X:       float64(x+g.XOffset) * scale,
			Y:       -float64(g.YOffset) * scale,
			Advance: float64(g.Advance) * scale,
			Cluster: offsets[g.TextIndex()],
		}
		x += g.Advance
	}
	run.Advance = float64(x) * scale
	return run
}

// decode returns the characters of text with controls as spaces, and the byte
// at which each starts, with len(text) at the end.
func decode(text string) (runes []rune, offsets []int) {
	runes = make([]rune, 0, len(text))
	offsets = make([]int, 0, len(text)+1)
	for i, r := range text {
		if r < ' ' || r == 0x7f {
			r = ' '
		}
		runes = append(runes, r)
		offsets = append(offsets, i)
	}
	return runes, append(offsets, len(text))
}

// baseDirection is the direction of the first letter that has one (rule P2 of
// the Unicode Bidirectional Algorithm, without isolates).
func baseDirection(runes []rune) di.Direction {
	for _, r := range runes {
		switch script := language.LookupScript(r); {
		case script == language.Common || script == language.Inherited:
		case rightToLeft[script]:
			return di.DirectionRTL
		default:
			return di.DirectionLTR
		}
	}
	return di.DirectionLTR
}

var rightToLeft = map[language.Script]bool{
	language.Arabic: true, language.Hebrew: true, language.Syriac: true,
	language.Thaana: true, language.Nko: true, language.Adlam: true,
}

// visualOrder returns runs as they follow each other from left to right: runs
// against the base direction are reversed among themselves, then all if the
// base is right to left.
func visualOrder(runs []Run, base di.Direction) []Run {
	leftward := base == di.DirectionRTL
	if leftward {
		slices.Reverse(runs)
	}
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && runs[j].RightToLeft == runs[i].RightToLeft {
			j++
		}
		if runs[i].RightToLeft != leftward {
			slices.Reverse(runs[i:j])
		}
		i = j
	}
	return runs
}

// features turns ligatures off in the alphabets whose letters stand alone, so
// that every letter keeps its own place in exported text.
func features(script language.Script) []shaping.FontFeature {
	switch script {
	case language.Latin, language.Cyrillic, language.Greek, language.Common:
		return noLigatures
	}
	return nil
}

var noLigatures = []shaping.FontFeature{
	{Tag: opentype.MustNewTag("liga"), Value: 0},
	{Tag: opentype.MustNewTag("clig"), Value: 0},
	{Tag: opentype.MustNewTag("calt"), Value: 0},
}

func faceIndex(bold bool) int {
	if bold {
		return 1
	}
	return 0
}
