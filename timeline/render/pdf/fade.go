package pdf

import (
	"fmt"
	"strings"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
)

// soften makes what is painted next as strong as the stops say along the width of
// r. The mask is made for a box of size 1, so that boxes with like ends share it.
func (p *painter) soften(r scene.Rect, stops []scene.Stop) {
	const fine = 1_000_000
	n := p.fades.number(shading(stops))
	height := max(r.H, 0.01)
	for _, v := range []float64{r.W, 0, 0, height, r.X, r.Y} {
		p.out = append(decimal.Append(p.out, v, fine), ' ')
	}
	p.op(fmt.Sprintf("cm /M%d gs ", n))
	for _, v := range []float64{1 / r.W, 0, 0, 1 / height, -r.X / r.W, -r.Y / height} {
		p.out = append(decimal.Append(p.out, v, fine*1000), ' ')
	}
	p.op("cm ")
}

// shading returns the dictionary of a shading in grey from 0 to 1 along X.
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

func share(v float64) string { return string(decimal.Append(nil, v, 1000)) }

// states adds the transparencies and masks to the file and returns them as a
// dictionary.
func (p *painter) states(to *file) string {
	var dict strings.Builder
	dict.WriteString("<<")
	for i, a := range p.alphas.list {
		fmt.Fprintf(&dict, " /A%d << /ca %s /CA %s >>", i+1, share(float64(a[0])/255), share(float64(a[1])/255))
	}
	for i, s := range p.fades.list {
		form := to.stream("/Type /XObject /Subtype /Form /BBox [0 -1 1 2] "+
			"/Group << /S /Transparency /CS /DeviceGray /I true >> "+
			"/Resources << /Shading << /S "+s+" >> >>", []byte("/S sh"))
		fmt.Fprintf(&dict, " /M%d << /SMask << /Type /Mask /S /Luminosity /G %v >> >>", i+1, form)
	}
	return dict.String() + " >>"
}
