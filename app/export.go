package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline/layout"
	"dateline/timeline/render/page"
	"dateline/timeline/render/svg"
)

const exportHelp = `usage: dateline export -o OUT [flags] FILE…

Writes the whole timeline of the articles. The extension of OUT says what it is:

  pictures           .png  .svg  .pdf  .html (one page to move about in)
  tables and data    .csv  .json  .jsonl  .ics  .timeline  .mw
  words              .md  .txt  .docx  .mmd (Mermaid)

A FILE may be a folder of articles, - for standard input, a file of one of the
formats for data, or a picture that was exported before: it carries its events.

flags:
  -o OUT             the file to write
  --format ID        where an extension has several: excel, timelinejs, timelinejs-csv,
                     vis, mermaid-gantt, …
  --from DATE        leave out what lies before this date, as in 1914 or 2021-03-22 …
  --to DATE          … and after this one
  --title TEXT       the title over the picture (default: that of the article)
  --theme NAME       light, dark or print (default light)
  --lanes KIND       spread events over lanes: by article, person, place, group
                     (organisation) or tag; none puts all into one (default none)
  --gaps KIND        break shortens long stretches without events, and says by how
                     much; keep leaves them as long as they are (default break)
  --legend on|off    explain the marks below the events (default on)
  --background KIND  solid or transparent (default solid)
  --no-embed         do not carry the events inside the picture

size:
  --width N          width in pixels at scale 1 (default 1600)
  --height N         height in pixels at scale 1 (default: what all events need);
                     events that find no room are folded into counted marks
  --page SIZE        a sheet instead: A4, A3-landscape, letter, slide, story,
                     210x297mm, 1080x1920px, …
  --scale N          PNG pixels for one pixel of width and height (default 2)
  --dpi N            the same as a resolution; scale 1 is 96 to the inch
  --columns N        PDF: spread over so many sheets across …
  --rows N           … and down, to be glued together
  --margin MM        PDF: left free along the edges of a sheet (default 10 for
                     several sheets, 0 for one)
  --overlap MM       PDF: what neighbours among the sheets both show (default 10)
  --bleed MM         PDF: how far the ground reaches beyond the sheet (default 0)
  --lettering KIND   SVG: included carries the font, named leaves it to the reader,
                     outlined draws the letters (default included)

reading:
` + readingHelp + `  --map OURS=THEIRS  in a .csv or .tsv, which column is which, as in
                     title=Headline,when=Date

examples:
  dateline export -o talks.png report.html
  dateline export -o wall.pdf --page A3-landscape --columns 3 --theme print articles/
  dateline export -o talk.png --page slide --theme dark notes.txt
  dateline export -o events.csv report.html
  dateline export -o events.json --format timelinejs report.html
  dateline export -o larger.pdf talks.png
  cat notes.txt | dateline export -o notes.svg --date 2021-03-22 -
`

// themes are the looks of a picture by name.
var themes = map[string]layout.Theme{
	"light": layout.Light(),
	"dark":  layout.Dark(),
	"print": layout.Print(),
}

// The values of flags that are words.
var (
	gaps  = map[string]bool{"break": false, "keep": true}
	lanes = map[string]state.Lanes{
		"none": state.OneLane, "article": state.ByArticle, "person": state.ByPerson,
		"place": state.ByPlace, "group": state.ByGroup, "tag": state.ByTag,
	}
	legends     = map[string]bool{"on": false, "off": true}
	backgrounds = map[string]bool{"solid": false, "transparent": true}
	letterings  = map[string]svg.Lettering{"included": svg.Included, "named": svg.Named, "outlined": svg.Outlined}
)

// choice adds a flag whose values are the keys of a table.
func choice[V any](flags *flag.FlagSet, name string, values map[string]V, to *V) {
	flags.Func(name, "", func(word string) error {
		v, ok := values[word]
		if !ok {
			return fmt.Errorf("is none of %s", strings.Join(slices.Sorted(maps.Keys(values)), ", "))
		}
		*to = v
		return nil
	})
}

// exportFlags adds the flags that say what is written.
func exportFlags(flags *flag.FlagSet, o *ExportOptions) {
	flags.StringVar(&o.Format, "format", "", "")
	flags.StringVar(&o.Title, "title", "", "")
	spanFlags(flags, o)
	choice(flags, "theme", themes, &o.Theme)
	choice(flags, "lanes", lanes, &o.Lanes)
	choice(flags, "gaps", gaps, &o.KeepGaps)
	choice(flags, "legend", legends, &o.NoLegend)
	choice(flags, "background", backgrounds, &o.Transparent)
	choice(flags, "lettering", letterings, &o.Lettering)
	flags.BoolVar(&o.NoEmbed, "no-embed", false, "")
	sizeFlags(flags, o)
}

// spanFlags adds the flags that say which stretch of time is written.
func spanFlags(flags *flag.FlagSet, o *ExportOptions) {
	end := func(set func(span *when.Interval, named when.Interval)) func(string) error {
		return func(words string) error {
			named := namedTime(words, when.Interval{}).Hull()
			if named.IsZero() {
				return errors.New("is not a date; write it as 1914, 2021-03 or 2021-03-22")
			}
			if o.Span.IsZero() {
				o.Span = when.Interval{Start: when.First, End: when.Last, Grain: named.Grain}
			}
			set(&o.Span, named)
			if o.Span.Start >= o.Span.End {
				return errors.New("leaves nothing between --from and --to")
			}
			return nil
		}
	}
	flags.Func("from", "", end(func(span *when.Interval, named when.Interval) { span.Start = named.Start }))
	flags.Func("to", "", end(func(span *when.Interval, named when.Interval) { span.End = named.End }))
}

// sizeFlags adds the flags that say how large a picture is.
func sizeFlags(flags *flag.FlagSet, o *ExportOptions) {
	flags.Float64Var(&o.Width, "width", 0, "")
	flags.Float64Var(&o.Height, "height", 0, "")
	flags.Float64Var(&o.Scale, "scale", 0, "")
	flags.Float64Var(&o.DPI, "dpi", 0, "")
	flags.Func("page", "", func(words string) (err error) {
		o.Page.Paper, err = page.Parse(words)
		return err
	})
	flags.IntVar(&o.Page.Columns, "columns", 0, "")
	flags.IntVar(&o.Page.Rows, "rows", 0, "")
	flags.Float64Var(&o.Page.Margin, "margin", 0, "")
	flags.Float64Var(&o.Page.Overlap, "overlap", 0, "")
	flags.Float64Var(&o.Page.Bleed, "bleed", 0, "")
}

// usualGlue is the margin and the overlap of sheets that are glued together, in
// millimetres.
const usualGlue = 10

// glued returns o with a margin and an overlap for the sheets of a poster, where
// the flags do not tell them.
func (o ExportOptions) glued(flags *flag.FlagSet) ExportOptions {
	if o.Page.Columns <= 1 && o.Page.Rows <= 1 {
		return o
	}
	said := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { said[f.Name] = true })
	if !said["margin"] {
		o.Page.Margin = usualGlue
	}
	if !said["overlap"] {
		o.Page.Overlap = usualGlue
	}
	return o
}

func runExport(ctx context.Context, c call, args []string) error {
	flags := newFlags("export")
	var o ExportOptions
	out := flags.String("o", "", "")
	exportFlags(flags, &o)
	columns := columnsFlag(flags)
	reading := readingFlags(flags)
	paths, err := parseFlags(flags, args)
	if err != nil {
		return err
	}
	o = o.glued(flags)
	opt, err := reading.options()
	from, limits := reading.source(c.In)
	err = errors.Join(err, limits, o.check(*out))
	if len(paths) == 0 {
		err = errors.Join(err, errors.New("no article is named; add a file, or - for standard input"))
	}
	if err != nil {
		return misuse{fmt.Errorf("export: %w", err)}
	}
	o.Report = func(err error) { fmt.Fprintf(c.Err, "dateline: export: %v\n", err) }
	t, names, failed := collect(ctx, paths, from, opt, columns)
	o.Names = names
	for _, err := range failed {
		fmt.Fprintf(c.Err, "dateline: %v\n", err)
	}
	if t != nil {
		err = Export(c.files, *out, t, o)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if len(failed) > 0 {
		return errReported
	}
	return nil
}
