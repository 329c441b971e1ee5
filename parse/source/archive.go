package source

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"dateline/parse/text"
)

// readArchive reads the articles in a zip file that is no document itself. What
// is no article at all is passed over, as in a folder.
func readArchive(ctx context.Context, in *input, b *bundle, visit Visit) error {
	if in.depth >= maxNesting {
		return visit(nil, in.fail("archives in archives in archives", "unpack it and name the articles", nil))
	}
	found := 0
	counted := passOver(visit, &found)
	for _, name := range b.order {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if base := path.Base(name); strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") {
			continue
		}
		e := &input{name: path.Base(name), path: in.path + "!" + name, depth: in.depth + 1, pdf: in.pdf}
		data, err := b.read(name)
		if err != nil {
			if err := counted(nil, e.fail("cannot be unpacked: "+strings.TrimPrefix(err.Error(), "zip: "), "unpack the archive and name the file itself", err)); err != nil {
				return err
			}
			continue
		}
		e.data = data
		if err := formatOf(data).read(ctx, e, counted); err != nil {
			return err
		}
	}
	if found == 0 {
		return visit(nil, in.fail("no articles in this archive", fmt.Sprintf("there are %d files in it, none of a kind that can be read", len(b.order)), nil))
	}
	return nil
}

// passOver returns a Visit that leaves out the errors about files that are no
// articles, and counts all else in found.
func passOver(visit Visit, found *int) Visit {
	return func(d *text.Document, err error) error {
		if errors.Is(err, errNotArticle) {
			return nil
		}
		*found++
		return visit(d, err)
	}
}
