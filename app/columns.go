package app

import (
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline/timeline/exchange"
)

// tableFormat is the ID of the format of tables whose columns the reader names.
const tableFormat = "csv"

// isTable reports whether a file is a table by its extension.
func isTable(path string) bool {
	format, _ := exchange.ByID(tableFormat)
	return slices.Contains(format.Extensions, strings.ToLower(filepath.Ext(path)))
}

// columnsFlag adds the flag that says which column of a table is which, as in
// "title=Headline,when=Date", and returns what it fills: headers by our columns.
func columnsFlag(flags *flag.FlagSet) map[string]string {
	columns := map[string]string{}
	flags.Func("map", "", func(words string) error {
		for pair := range strings.SplitSeq(words, ",") {
			ours, theirs, ok := strings.Cut(pair, "=")
			ours, theirs = strings.TrimSpace(ours), strings.TrimSpace(theirs)
			switch {
			case !ok || theirs == "":
				return fmt.Errorf("names no column in %q; write it as title=Headline", pair)
			case !slices.Contains(exchange.CSVColumns(), ours):
				return fmt.Errorf("%q is none of %s", ours, strings.Join(exchange.CSVColumns(), ", "))
			}
			columns[ours] = theirs
		}
		return nil
	})
	return columns
}
