package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"dateline/timeline/render/parcel"
)

// attachment adds the project as an attached file and returns its description.
func (d *document) attachment() ref {
	data := d.options.Embed
	stream := d.file.stream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /application#2Fvnd.dateline /Params << /Size %d >>", len(data)), data)
	return d.file.object("<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %v /UF %v >> /AFRelationship /Source /Desc (The project behind this picture) >>",
		parcel.Name, parcel.Name, stream, stream)
}

// attached finds the stream that attachment wrote, also where another program
// has written the file anew.
var attached = regexp.MustCompile(`/Subtype\s*/application#2[Ff]vnd\.dateline\b[^\x00]{0,400}?\bstream\r?\n`)

// Embedded returns what a PDF file made by Write carries, or an error that wraps
// parcel.ErrNone if it carries nothing.
func Embedded(file []byte) ([]byte, error) {
	if !bytes.HasPrefix(file, []byte("%PDF-")) {
		return nil, errors.New("pdf: not a PDF file")
	}
	at := attached.FindIndex(file)
	if at == nil {
		return nil, fmt.Errorf("pdf: PDF file: %w", parcel.ErrNone)
	}
	data, err := parcel.Inflate(file[at[1]:], parcel.Limit)
	if err != nil {
		return nil, fmt.Errorf("pdf: PDF file: %w", err)
	}
	return data, nil
}
