package raster

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"io"
	"math"

	"dateline/timeline/render/parcel"
	"dateline/timeline/scene"
)

// PNG says how a scene becomes a PNG file. The zero value is one pixel per unit.
type PNG struct {
	// Scale is the number of pixels per unit of length; 0 means 1.
	Scale float64
	// DPI is the resolution that the file states, in pixels per inch; 0 means
	// 96 times the scale, which is the size at which text has its own size.
	DPI float64
	// Embed is carried inside the file, to be taken out again by Embedded.
	Embed []byte
}

// The largest picture that WritePNG makes: a side in pixels, and all of them.
const (
	maxSide   = 200_000
	maxPixels = 1 << 30
)

// bandPixels is how many pixels are in memory at a time, twice: one band is
// painted while the one before is compressed.
const bandPixels = 1 << 21

// Size returns the width and height in pixels of s as a PNG file.
func (o PNG) Size(s *scene.Scene) (w, h int) {
	return int(math.Ceil(held(s.Width*o.scale()) - 1e-6)), int(math.Ceil(held(s.Height*o.scale()) - 1e-6))
}

func (o PNG) scale() float64 {
	if o.Scale == 0 {
		return 1
	}
	return o.Scale
}

func (o PNG) dpi() float64 {
	if o.DPI == 0 {
		return 96 * o.scale()
	}
	return o.DPI
}

// WritePNG writes s as a PNG file. The picture is painted in bands, so the
// memory it takes does not grow with its height.
func (p *Painter) WritePNG(w io.Writer, s *scene.Scene, o PNG) error {
	width, height := o.Size(s)
	switch {
	case !(o.scale() > 0) || width <= 0 || height <= 0:
		return fmt.Errorf("raster: a picture of %g × %g at scale %g has no pixels", s.Width, s.Height, o.scale())
	case width > maxSide || height > maxSide || width*height > maxPixels:
		return fmt.Errorf("raster: %d × %d pixels are too many; at most %d a side and %d in all, so choose a smaller size or resolution",
			width, height, maxSide, maxPixels)
	}
	f := &pngFile{w: w, opaque: s.Background.A == 255}
	f.header(width, height, o.dpi())
	if s.Title != "" {
		f.text("Title", s.Title)
	}
	if o.Embed != nil {
		f.chunk("tEXt", []byte(parcel.Name+"\x00"+parcel.Wrap(o.Embed)))
	}
	stop := make(chan struct{})
	defer close(stop)
	f.pixels(width, p.bands(s, o.scale(), width, height, stop))
	f.chunk("IEND", nil)
	if f.err != nil {
		return fmt.Errorf("raster: %w", f.err)
	}
	return nil
}

// bands paints s from top to bottom, one band ahead of the reader, until stop is
// closed. A band is the reader's until it takes the next one.
func (p *Painter) bands(s *scene.Scene, scale float64, width, height int, stop <-chan struct{}) <-chan *image.RGBA {
	rows := min(max(bandPixels/width, 1), height)
	out := make(chan *image.RGBA)
	go func() {
		defer close(out)
		var spare [2]*image.RGBA
		for i, y := 0, 0; y < height; i, y = i+1, y+rows {
			r := image.Rect(0, y, width, min(y+rows, height))
			if spare[i%2] == nil {
				spare[i%2] = image.NewRGBA(r)
			}
			band := spare[i%2]
			band.Rect = r
			p.Paint(band, s, scale)
			select {
			case out <- band:
			case <-stop:
				return
			}
		}
	}()
	return out
}

// pngFile writes the chunks of a PNG file and remembers the first error.
type pngFile struct {
	w      io.Writer
	opaque bool // three bytes per pixel rather than four
	err    error
}

// header writes the signature and what readers must know before the pixels.
func (f *pngFile) header(width, height int, dpi float64) {
	_, f.err = io.WriteString(f.w, pngSignature)
	kind := byte(6)
	if f.opaque {
		kind = 2
	}
	size := binary.BigEndian.AppendUint32(nil, uint32(width))
	size = binary.BigEndian.AppendUint32(size, uint32(height))
	f.chunk("IHDR", append(size, 8, kind, 0, 0, 0))
	f.chunk("sRGB", []byte{0}) // perceptual
	f.chunk("gAMA", binary.BigEndian.AppendUint32(nil, 45455))
	perMetre := uint32(min(max(dpi/0.0254, 1), math.MaxInt32) + 0.5)
	density := binary.BigEndian.AppendUint32(nil, perMetre)
	f.chunk("pHYs", append(binary.BigEndian.AppendUint32(density, perMetre), 1))
}

const pngSignature = "\x89PNG\r\n\x1a\n"

// text writes UTF-8 text under a keyword.
func (f *pngFile) text(key, value string) {
	value = string(bytes.ReplaceAll([]byte(value), []byte{0}, []byte("\uFFFD")))
	f.chunk("iTXt", []byte(key+"\x00\x00\x00\x00\x00"+value))
}

// chunk writes one chunk.
func (f *pngFile) chunk(kind string, data []byte) {
	if f.err != nil {
		return
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	head = append(head, kind...)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(kind)), crc32.IEEETable, data)
	for _, part := range [][]byte{head, data, binary.BigEndian.AppendUint32(nil, sum)} {
		_, err := f.w.Write(part)
		f.keep(err)
	}
}

// Write makes an IDAT chunk of what the compressor hands out.
func (f *pngFile) Write(data []byte) (int, error) {
	f.chunk("IDAT", data)
	return len(data), f.err
}

// packing is the level of compression: half the time of the usual one for a
// tenth more bytes, so that it keeps pace with the painter.
const packing = 3

// pixels writes the bands.
func (f *pngFile) pixels(width int, bands <-chan *image.RGBA) {
	chunks := bufio.NewWriterSize(f, 1<<16)
	z, err := zlib.NewWriterLevel(chunks, packing)
	f.keep(err)
	depth := 4
	if f.opaque {
		depth = 3
	}
	line, last := make([]byte, depth*width), make([]byte, depth*width)
	out := make([]byte, 1+depth*width)
	for f.err == nil {
		band, more := <-bands
		if !more {
			break
		}
		for y := 0; y < band.Rect.Dy() && f.err == nil; y++ {
			f.pack(line, band.Pix[y*band.Stride:][:4*width])
			filter(out, line, last)
			_, err := z.Write(out)
			f.keep(err)
			line, last = last, line
		}
	}
	f.keep(z.Close())
	f.keep(chunks.Flush())
}

// keep remembers err if it is the first.
func (f *pngFile) keep(err error) {
	if f.err == nil {
		f.err = err
	}
}

// pack puts a row of pixels into line as the file has them: without alpha, or
// with colours that are not multiplied by it.
func (f *pngFile) pack(line, row []uint8) {
	if f.opaque {
		for i, j := 0, 0; i < len(row); i, j = i+4, j+3 {
			line[j], line[j+1], line[j+2] = row[i], row[i+1], row[i+2]
		}
		return
	}
	for i := 0; i < len(row); i += 4 {
		a := uint32(row[i+3])
		line[i+3] = uint8(a)
		for j := i; j < i+3; j++ {
			switch a {
			case 0, 255:
				line[j] = row[j]
			default:
				line[j] = uint8(min((uint32(row[j])*255+a/2)/a, 255))
			}
		}
	}
}

// filter puts line into out behind the number of its filter: the difference from
// the row above where that is nothing, the bytes themselves otherwise. Flat
// drawings pack best so, and fastest.
func filter(out, line, last []byte) {
	if bytes.Equal(line, last) {
		out[0] = 2
		clear(out[1:])
		return
	}
	out[0] = 0
	copy(out[1:], line)
}

// Embedded returns what a PNG file made by WritePNG carries, or an error that
// wraps parcel.ErrNone if it carries nothing.
func Embedded(file []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(file, []byte(pngSignature))
	if !ok {
		return nil, errors.New("raster: not a PNG file")
	}
	for len(rest) >= 12 {
		size := binary.BigEndian.Uint32(rest)
		if uint64(size) > uint64(len(rest)-12) {
			return nil, errors.New("raster: PNG file ends inside a chunk")
		}
		kind, data := string(rest[4:8]), rest[8:8+size]
		rest = rest[12+size:]
		line, found := bytes.CutPrefix(data, []byte(parcel.Name+"\x00"))
		if kind != "tEXt" || !found {
			continue
		}
		project, err := parcel.Unwrap(line)
		if err != nil {
			return nil, fmt.Errorf("raster: PNG file: %w", err)
		}
		return project, nil
	}
	return nil, fmt.Errorf("raster: PNG file: %w", parcel.ErrNone)
}
