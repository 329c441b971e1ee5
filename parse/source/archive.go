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
	if in.around == nil {
		in.around = &allowance{unpacked: maxUnpacked, failures: maxFailures}
	}
	if in.depth == 0 {
		visit = in.around.limit(visit)
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
		if in.around.over != "" {
			return in.leaveRest(visit)
		}
		e := &input{name: path.Base(name), path: in.path + "!" + name, depth: in.depth + 1, around: in.around, pdf: in.pdf}
		b.left = in.around.unpacked
		data, err := b.read(name)
		in.around.unpacked = b.left
		if errors.Is(err, errTogether) {
			in.around.over = err.Error()
			return in.leaveRest(visit)
		}
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
	if in.around.over != "" {
		return in.leaveRest(visit)
	}
	if found == 0 {
		return visit(nil, in.fail("no articles in this archive", fmt.Sprintf("there are %d files in it, none of a kind that can be read", len(b.order)), nil))
	}
	return nil
}

// allowance is what the files of an archive, and of those in it, may take
// together.
type allowance struct {
	unpacked int64  // bytes
	failures int    // files that cannot be read
	over     string // what was used up, in words; empty while nothing is
}

// limit returns a Visit that counts failures.
func (a *allowance) limit(visit Visit) Visit {
	return func(d *text.Document, err error) error {
		if err != nil && a.over == "" {
			if a.failures == 0 {
				a.over = "many files in it cannot be read"
				return nil
			}
			a.failures--
		}
		return visit(d, err)
	}
}

// leaveRest ends the reading of an archive with the reason, which only the
// outermost one gives.
func (in *input) leaveRest(visit Visit) error {
	if in.depth > 0 {
		return nil
	}
	return visit(nil, in.fail(in.around.over+"; the rest is left out", "unpack it and name the articles", nil))
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
