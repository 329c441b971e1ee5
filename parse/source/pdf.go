package source

import (
	"bytes"
	"context"
)

func isPDF(head []byte) bool {
	const near = 1024
	return bytes.Contains(head[:min(len(head), near)], []byte("%PDF-"))
}

func readPDF(_ context.Context, in *input, visit Visit) error {
	return visit(nil, in.fail("PDF is not read yet", "", nil))
}
