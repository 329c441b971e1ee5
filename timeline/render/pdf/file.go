package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// ref is the number of an object in a PDF file.
type ref int

// String returns the reference to the object as other objects have it.
func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file writes the objects of a PDF 1.7 file. Streams go out as they come; other
// objects are packed together into streams at the end.
type file struct {
	w      io.Writer
	digest hash.Hash
	at     int64
	packer *zlib.Writer
	places []place // by object number; 0 is no object
	packed []packed
	err    error
}

// place is where an object lies: at a byte of the file, or as a member of an
// object stream.
type place struct {
	at     int64
	stream ref // 0 for an object of its own
	index  int
}

// packed is an object that waits to be put into an object stream.
type packed struct {
	ref  ref
	body []byte
}

// newFile returns a file with its first line written. The bytes after it tell
// other programs that the file is not text.
func newFile(w io.Writer) *file {
	f := &file{w: w, digest: sha256.New(), packer: zlib.NewWriter(io.Discard), places: make([]place, 1)}
	f.write([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	return f
}

func (f *file) write(data []byte) {
	if f.err != nil {
		return
	}
	_, f.err = f.w.Write(data)
	f.digest.Write(data)
	f.at += int64(len(data))
}

// reserve returns the number of an object that is written later.
func (f *file) reserve() ref {
	f.places = append(f.places, place{})
	return ref(len(f.places) - 1)
}

// object adds an object and returns its number.
func (f *file) object(format string, args ...any) ref {
	r := f.reserve()
	f.put(r, fmt.Appendf(nil, format, args...))
	return r
}

// put adds the object whose number was reserved.
func (f *file) put(r ref, body []byte) {
	f.packed = append(f.packed, packed{r, body})
}

// stream adds a stream and returns its number. The dict holds entries beside
// Filter and Length.
func (f *file) stream(dict string, data []byte) ref {
	r := f.reserve()
	f.putStream(r, dict, data)
	return r
}

// putStream adds the stream whose number was reserved.
func (f *file) putStream(r ref, dict string, data []byte) {
	var small bytes.Buffer
	f.packer.Reset(&small)
	_, _ = f.packer.Write(data) // a bytes.Buffer takes everything
	_ = f.packer.Close()
	f.places[r] = place{at: f.at}
	f.write(fmt.Appendf(nil, "%d 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n", r, dict, small.Len()))
	f.write(small.Bytes())
	f.write([]byte("\nendstream\nendobj\n"))
}

// perStream is how many objects share an object stream.
const perStream = 500

// close writes what waits and the table of objects.
func (f *file) close(root, info ref) error {
	for len(f.packed) > 0 {
		n := min(len(f.packed), perStream)
		f.pack(f.packed[:n])
		f.packed = f.packed[n:]
	}
	start := f.at
	table := f.reserve()
	f.places[table] = place{at: start}
	var rows []byte
	for _, p := range f.places {
		rows = append(rows, p.row()...)
	}
	copy(rows, []byte{0, 0, 0, 0, 0, 255, 255}) // object 0 heads the free ones
	id := f.digest.Sum(nil)[:16]
	f.putStream(table, fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %v /Info %v /ID [<%x> <%x>]",
		len(f.places), root, info, id, id), rows)
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	return f.err
}

// row returns the entry of the table of objects, in the widths 1, 4 and 2.
func (p place) row() []byte {
	kind, a, b := byte(1), p.at, 0
	if p.stream != 0 {
		kind, a, b = 2, int64(p.stream), p.index
	}
	return []byte{kind, byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a), byte(b >> 8), byte(b)}
}

// pack writes an object stream.
func (f *file) pack(objects []packed) {
	var index, bodies []byte
	stream := f.reserve()
	for i, o := range objects {
		index = fmt.Appendf(index, "%d %d ", o.ref, len(bodies))
		bodies = append(append(bodies, o.body...), '\n')
		f.places[o.ref] = place{stream: stream, index: i}
	}
	f.putStream(stream, fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(objects), len(index)), append(index, bodies...))
}
