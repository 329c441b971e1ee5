package app

import (
	"context"
	"fmt"
	"io"

	"dateline/timeline/exchange"
)

// mergedFormat is the ID of the format that merged events are printed in.
const mergedFormat = "jsonl"

// ExtractMerged writes the events of all articles together to w as JSON Lines, in
// order of time: what several articles tell once, with all its sources, and what
// they date differently with the other dates. Articles that cannot be read are
// reported and left out; the error then tells that there were some.
func ExtractMerged(ctx context.Context, w io.Writer, e Extraction) error {
	t, _, failed := collect(ctx, e.Paths, e.Source, e.Parse, nil)
	for _, err := range failed {
		e.Report(err)
	}
	if t != nil {
		format, _ := exchange.ByID(mergedFormat)
		if err := format.Write(w, t); err != nil {
			return fmt.Errorf("extract: %w", err)
		}
	}
	if len(failed) > 0 {
		return errReported
	}
	return nil
}
