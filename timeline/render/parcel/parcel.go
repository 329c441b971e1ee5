// Package parcel wraps the bytes of a project as one line of ASCII, so that a
// picture can carry the project that it shows.
package parcel

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
)

// Name is the key under which pictures carry a parcel.
const Name = "Dateline-Project"

// Limit is the largest project, in bytes, that Unwrap returns. It keeps a small
// hostile picture from filling the memory.
const Limit = 256 << 20

// ErrNone is returned for a picture that carries no project.
var ErrNone = errors.New("no project inside")

// Wrap returns data as one line: compressed by zlib, then base64.
func Wrap(data []byte) string {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data) // a bytes.Buffer takes everything
	_ = z.Close()
	return base64.StdEncoding.EncodeToString(packed.Bytes())
}

// Unwrap returns the data of a line that Wrap made. White space around the line
// does not matter.
func Unwrap(line []byte) ([]byte, error) {
	packed, err := base64.StdEncoding.AppendDecode(nil, bytes.TrimSpace(line))
	if err != nil {
		return nil, fmt.Errorf("project is not base64: %w", err)
	}
	return Inflate(packed, Limit)
}

// Inflate returns what zlib compressed into packed, at most limit bytes of it;
// more is an error.
func Inflate(packed []byte, limit int64) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("project is damaged: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(z, limit+1))
	if err != nil {
		return nil, fmt.Errorf("project is damaged: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("project is larger than %d bytes", limit)
	}
	return data, nil
}
