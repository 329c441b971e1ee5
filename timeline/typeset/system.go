package typeset

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// systemFonts finds faces of the system for characters that the program's own
// faces lack. It is loaded on first use.
type systemFonts struct {
	cacheDir string
	loaded   bool
	found    *fontscan.FontMap // nil if the system has no fonts
}

// families are asked for first, so that Chinese gets its own letter shapes
// rather than the Japanese ones that a system may list first.
var families = []string{
	"Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
	"PingFang SC", "Microsoft YaHei", "Droid Sans Fallback", "sans-serif",
}

// face returns a face that has r, or nil.
func (f *systemFonts) face(r rune, script language.Script, bold bool) *font.Face {
	if !f.loaded {
		f.loaded = true
		f.found = f.scan()
	}
	if f.found == nil {
		return nil
	}
	f.found.SetQuery(fontscan.Query{Families: families, Aspect: aspects[faceIndex(bold)]})
	f.found.SetScript(script)
	face := f.found.ResolveFace(r)
	if face == nil {
		return nil
	}
	if _, ok := face.NominalGlyph(r); !ok {
		return nil
	}
	return face
}

var aspects = [2]font.Aspect{
	{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal},
	{Style: font.StyleNormal, Weight: font.WeightBold, Stretch: font.StretchNormal},
}

// scan reads the index of the system's fonts, making it if there is none. A
// system without fonts, or one whose fonts cannot be read, gives nil.
func (f *systemFonts) scan() *fontscan.FontMap {
	found := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := found.UseSystemFonts(f.indexDir()); err != nil {
		return nil
	}
	return found
}

// indexDir returns the folder for the index, made if possible.
func (f *systemFonts) indexDir() string {
	dir := f.cacheDir
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			user = os.TempDir()
		}
		dir = filepath.Join(user, "dateline")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return os.TempDir()
	}
	return dir
}

// id names the file of a system font.
func (f *systemFonts) id(face *font.Face) string {
	at := f.found.FontLocation(face.Font)
	return fmt.Sprintf("%s#%d.%d", at.File, at.Index, at.Instance)
}

// faces chooses the face for each character of one text.
type faces struct {
	setter *Setter
	bold   bool
	script language.Script
}

var _ shaping.FontmapScript = (*faces)(nil)

// SetScript implements shaping.FontmapScript.
func (f *faces) SetScript(script language.Script) { f.script = script }

// ResolveFace implements shaping.Fontmap: the program's own face, then the
// system's. A character that none has is noted and gets the own face's box.
func (f *faces) ResolveFace(r rune) *font.Face {
	s := f.setter
	own := s.own[faceIndex(f.bold)].Face
	if _, ok := own.NominalGlyph(r); ok {
		return own
	}
	if s.system != nil {
		if face := s.system.face(r, f.script, f.bold); face != nil {
			if s.fonts[face.Font] == nil {
				s.fonts[face.Font] = &Font{ID: s.system.id(face), Face: face}
			}
			return face
		}
	}
	s.missing[r] = struct{}{}
	return own
}
