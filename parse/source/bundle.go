package source

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// bundle is an opened zip file: an archive, or a document that is made of parts.
// Nothing in it is ever written to disk, so the names of its entries are only
// names.
type bundle struct {
	files map[string]*zip.File
	order []string
	left  int64 // bytes that may still be unpacked
}

var (
	errTooMany   = fmt.Errorf("there are more than %d files in it", maxEntries)
	errTooLarge  = fmt.Errorf("unpacked, it is larger than %s", megabytes(maxPart))
	errTogether  = fmt.Errorf("unpacked, its files are larger than %s together", megabytes(maxUnpacked))
	errTwice     = errors.New("two files of the same name in it")
	errMissing   = errors.New("no such file in it")
	errEncrypted = errors.New("it is protected by a password")
)

// zipStart is how zip files begin; an empty one has only its end.
var zipStart = [][]byte{[]byte("PK\x03\x04"), []byte("PK\x05\x06")}

// isZip reports whether s is the beginning of a zip file.
func isZip(s sample) bool {
	return bytes.HasPrefix(s.head, zipStart[0]) || bytes.HasPrefix(s.head, zipStart[1])
}

// bundleFormat is a format that is a zip file, told by what is in it.
type bundleFormat struct {
	matches func(b *bundle) bool
	read    func(ctx context.Context, in *input, b *bundle, visit Visit) error
}

// bundleFormats are tried in order; the last matches everything.
func bundleFormats() []bundleFormat {
	return []bundleFormat{
		{(*bundle).isBook, readEPUB},
		{(*bundle).isOpenDocument, readOpenDocument},
		{(*bundle).isTable, refuseTable},
		{(*bundle).isWord, readWord},
		{func(*bundle) bool { return true }, readArchive},
	}
}

func (b *bundle) isBook() bool {
	return b.has("META-INF/container.xml") && !b.has("content.xml")
}

func (b *bundle) isOpenDocument() bool {
	return b.has("content.xml") && b.typed("opendocument.text")
}

func (b *bundle) isWord() bool {
	return b.has("[Content_Types].xml") || b.has("word/document.xml")
}

// isTable reports whether b is a spreadsheet or a presentation.
func (b *bundle) isTable() bool {
	return b.has("content.xml") || b.has("xl/workbook.xml") || b.has("ppt/presentation.xml")
}

// has reports whether there is a file called name.
func (b *bundle) has(name string) bool { return b.files[name] != nil }

// typed reports whether the file that names the type of the bundle holds kind.
func (b *bundle) typed(kind string) bool {
	data, err := b.read("mimetype")
	return err != nil || bytes.Contains(data, []byte(kind))
}

// readZip reads a zip file, whatever it is.
func readZip(ctx context.Context, in *input, visit Visit) error {
	b, err := openBundle(in.data)
	if err != nil {
		return visit(nil, in.failBundle("a zip file", err))
	}
	for _, k := range bundleFormats() {
		if k.matches(b) {
			return k.read(ctx, in, b, visit)
		}
	}
	return nil
}

func refuseTable(_ context.Context, in *input, _ *bundle, visit Visit) error {
	return visit(nil, in.fail("a spreadsheet or presentation, not an article", "save the text as a document or as PDF", errNotArticle))
}

// smallBundle reports whether a zip file is a document and small, unpacked too,
// as far as it says.
func smallBundle(data []byte) bool {
	if len(data) > maxInProcess {
		return false
	}
	b, err := openBundle(data)
	if err != nil {
		return true // it will not be read
	}
	total := uint64(0)
	for _, f := range b.files {
		total += f.UncompressedSize64
	}
	return total <= 4*maxInProcess && (b.has("[Content_Types].xml") || b.has("META-INF/container.xml") || b.has("content.xml"))
}

// openBundle opens a zip file.
func openBundle(data []byte) (*bundle, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	if len(z.File) > maxEntries {
		return nil, errTooMany
	}
	b := &bundle{files: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if strings.HasSuffix(name, "/") {
			continue
		}
		if b.files[name] != nil {
			return nil, errTwice // which one counts depends on the program
		}
		b.files[name] = f
		b.order = append(b.order, name)
	}
	return b, nil
}

// read returns the content of the file called name.
func (b *bundle) read(name string) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, errMissing
	}
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return nil, errEncrypted
	}
	limit, tooLarge := int64(maxPart), errTooLarge
	if b.left < limit {
		limit, tooLarge = b.left, errTogether
	}
	if f.UncompressedSize64 > maxPart {
		return nil, errTooLarge
	}
	if int64(f.UncompressedSize64) > limit {
		return nil, tooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, tooLarge
	}
	b.left -= int64(len(data))
	return data, nil
}

// locked returns the names of the files that the list called name says are
// encrypted: the attribute of each element, or of the one in it, where there are
// both an entry and the mark of encryption. Without the list nothing is.
func (b *bundle) locked(name, entry, mark, attribute string) map[string]bool {
	data, err := b.read(name)
	if err != nil {
		return nil
	}
	locked := map[string]bool{}
	file, marked := "", false
	_ = walkXML(data, handler{
		start: func(e element) bool {
			if e.name == entry {
				file, marked = "", false
			}
			marked = marked || e.name == mark
			file = first(file, e.get(attribute))
			return true
		},
		end: func(name string) {
			if name == entry && marked && file != "" {
				locked[beside("", file)] = true
			}
		},
		chars: func(string) {},
	}) // of a broken list the beginning counts
	return locked
}

// beside returns the name of the file that a reference in the file called from
// points to. A leading slash means the root of the bundle.
func beside(from, reference string) string {
	reference, _, _ = strings.Cut(reference, "#")
	if plain, err := url.PathUnescape(reference); err == nil {
		reference = plain
	}
	if strings.HasPrefix(reference, "/") {
		return path.Clean(reference)[1:]
	}
	return path.Join(path.Dir(from), reference)
}

// failBundle turns an error of a bundle into a sentence about its file.
func (in *input) failBundle(what string, err error) *Error {
	if errors.Is(err, errTooMany) {
		return in.fail(err.Error(), "unpack it and name the articles", err)
	}
	return in.fail("not "+what+" that can be read: "+strings.TrimPrefix(err.Error(), "zip: "),
		"it may be damaged; open it in the program that made it and save it again", err)
}
