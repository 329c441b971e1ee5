package exchange_test

import (
	"fmt"
	"os"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/exchange"
)

// A file is known by its content and its name, and read whole or not at all.
func ExampleForReading() {
	file := "Title;Start Date\nFerry service begins;1921-05-05\n"
	format, ok := exchange.ForReading("ferries.csv", []byte(file))
	if !ok {
		fmt.Println("an article, not a timeline")
		return
	}
	tl, err := format.Read(strings.NewReader(file), "ferries.csv", exchange.ReadOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(format.Name, "–", tl.Events[0].When.EDTF(), tl.Events[0].Title)
	// Output: Table (CSV) – 1921-05-05 Ferry service begins
}

// What a format cannot carry is known before anything is written.
func ExampleFormat_Losses() {
	about := when.Interval{Start: when.Date(1850, 1, 1), End: when.Date(1851, 1, 1), Grain: when.Year, Circa: true}
	tl := timeline.New("Ferries", []timeline.Event{{ID: "a", Title: "First ferry", When: when.One(about)}})
	format, _ := exchange.ByID("timelinejs")
	losses, err := format.Losses(tl)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range losses {
		fmt.Printf("%s loses its %s: %s becomes %s\n", l.Title, l.Field, l.From, l.To)
	}
	if err := format.Write(os.Stdout, tl); err != nil {
		fmt.Println(err)
	}
	// Output:
	// First ferry loses its time: 1850~ becomes 1850
	// {
	// "title": {"text":{"headline":"Ferries"}},
	// "events": [
	// {"unique_id":"a","start_date":{"year":1850},"display_date":"about 1850","text":{"headline":"First ferry"}}
	// ]}
}
