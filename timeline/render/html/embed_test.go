package html

import (
	"bytes"
	"errors"
	"testing"

	"dateline/timeline/render/parcel"
)

func TestEmbedded(t *testing.T) {
	project := []byte("</script> any bytes \x00\xFF")
	page := written(t, many(2), Options{Embed: project})
	if got, err := Embedded(page); err != nil || !bytes.Equal(got, project) {
		t.Errorf("Embedded = %q, %v", got, err)
	}
	if _, err := Embedded(written(t, many(2), Options{})); !errors.Is(err, parcel.ErrNone) {
		t.Errorf("without a project: %v, want parcel.ErrNone", err)
	}
	for name, data := range map[string][]byte{
		"empty":    nil,
		"not HTML": []byte("plain text"),
		"damaged":  bytes.Replace(page, []byte(parcel.Wrap(project)[:6]), []byte("!!!!!!"), 1),
	} {
		if got, err := Embedded(data); err == nil {
			t.Errorf("%s: Embedded = %q, want an error", name, got)
		}
	}
}
