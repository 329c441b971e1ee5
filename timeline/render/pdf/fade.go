package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
)

// batch is a set of boxes with soft ends that are painted at one time, under one
// mask. Readers take about as long for a mask as for the whole page, so a mask
// for each box would make pages that open in minutes.
//
// A box joins the batch as long as nothing painted since the batch began lies
// where the box does; then it does not matter that it is painted earlier.
type batch struct {
	at      int // where in the page's content the batch belongs
	content []byte
	mask    []byte
	now     state // of the batch's content
}

// soft paints a box with soft ends into the batch that may take it.
func (p *painter) soft(b scene.Box, stops []scene.Stop, paint func()) {
	if len(p.batches) == 0 || p.since.taken(b.Rect) {
		p.tags.decoration(p, false)
		p.batches = append(p.batches, batch{at: len(p.out), now: p.now})
		p.since.clear()
	}
	p.since.take(b.Rect)
	last := &p.batches[len(p.batches)-1]
	last.mask = p.ramp(last.mask, b.Rect, stops)
	p.out, last.content = last.content, p.out
	p.now, last.now = last.now, p.now
	paint()
	p.out, last.content = last.content, p.out
	p.now, last.now = last.now, p.now
}

// ramp appends to the content of a mask how strong a box is, in grey. It reaches
// a little beyond the upper and lower edges, whose own softness is the box's affair.
func (p *painter) ramp(mask []byte, r scene.Rect, stops []scene.Stop) []byte {
	const beyond = 0.75
	r.Y -= beyond
	r.H += 2 * beyond
	mask = append(mask, "q "...)
	for _, v := range []float64{r.X, r.Y, r.W, r.H} {
		mask = append(decimal.Append(mask, v, decimal.Places), ' ')
	}
	mask = append(mask, "re W n "...)
	for _, v := range []float64{r.W, 0, 0, 1, r.X, 0} {
		mask = append(decimal.Append(mask, v, decimal.Places), ' ')
	}
	mask = append(mask, "cm /S"...)
	mask = strconv.AppendInt(mask, int64(p.shadings.number(shading(stops))), 10)
	return append(mask, " sh Q\n"...)
}

// shading returns the dictionary of a shading in grey from 0 to 1 along X. Its
// stops are rounded, so that boxes that are nearly alike share it.
func shading(stops []scene.Stop) string {
	var functions, bounds, encode strings.Builder
	for i := 1; i < len(stops); i++ {
		fmt.Fprintf(&functions, " << /FunctionType 2 /Domain [0 1] /C0 [%s] /C1 [%s] /N 1 >>",
			share(stops[i-1].Strength), share(stops[i].Strength))
		encode.WriteString(" 0 1")
		if i > 1 {
			bounds.WriteString(" " + share(stops[i-1].At))
		}
	}
	return fmt.Sprintf("<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Extend [true true] "+
		"/Function << /FunctionType 3 /Domain [0 1] /Functions [%s ] /Bounds [%s ] /Encode [%s ] >> >>",
		functions.String(), bounds.String(), encode.String())
}

// share returns a number from 0 to 1 with three decimals at most.
func share(v float64) string { return string(decimal.Append(nil, v, 1000)) }

// content returns the page's content with the batches where they belong.
func (p *painter) content() []byte {
	var out []byte
	done := 0
	for i, b := range p.batches {
		out = append(out, p.out[done:b.at]...)
		out = fmt.Appendf(out, "/Artifact BMC q /M%d gs\n%sQ EMC\n", i+1, b.content)
		done = b.at
	}
	return append(out, p.out[done:]...)
}

// states adds the transparencies and masks to the file and returns them as a
// dictionary.
func (p *painter) states(to *file, picture scene.Rect) string {
	var dict strings.Builder
	dict.WriteString("<<")
	for i, a := range p.alphas.list {
		fmt.Fprintf(&dict, " /A%d << /ca %s /CA %s >>", i+1, share(float64(a[0])/255), share(float64(a[1])/255))
	}
	if len(p.batches) == 0 {
		return dict.String() + " >>"
	}
	var shadings strings.Builder
	for i, s := range p.shadings.list {
		fmt.Fprintf(&shadings, " /S%d %v", i+1, to.object("%s", s))
	}
	resources := to.object("<< /Shading <<%s >> >>", shadings.String())
	for i, b := range p.batches {
		form := to.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s] "+
			"/Group << /S /Transparency /CS /DeviceGray /I true >> /Resources %v",
			precise(picture.W), precise(picture.H), resources), b.mask)
		fmt.Fprintf(&dict, " /M%d << /SMask << /Type /Mask /S /Luminosity /G %v >> >>", i+1, form)
	}
	return dict.String() + " >>"
}
