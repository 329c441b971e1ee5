package source

import (
	"testing"

	"dateline/parse/text"
)

func TestFurnishPrint(t *testing.T) {
	const prose = "The mill by the river was built by two brothers from the hills, and it worked for thirty years."
	line := func(s string) piece { return piece{text: s} }
	got := furnishPrint([]piece{
		line("Home"), line("Weather of 4 April 2019"), line("Sport of 5 April 2019, with the games of the week"), line("March 22, 2021"),
		{kind: text.Heading, level: 1, text: "The mill"},
		line(prose), line("Share"), line(prose + " Then it fell."), line("What happened when"), line("May 5, 1921: built"), line("June 1939: left"), line("July 1951: burned"),
		line("About this page"), line("Seen on 5 May 2020"), line("Contact the valley and its people"),
	}, &text.Document{})
	want := []string{
		"f Home", "f Weather of 4 April 2019", "f Sport of 5 April 2019, with the games of the week", "f March 22, 2021", "h The mill", "p " + prose, "p Share", "p " + prose + " Then it fell.",
		"p What happened when", "p May 5, 1921: built", "p June 1939: left", "p July 1951: burned", "f About this page", "f Seen on 5 May 2020", "f Contact the valley and its people",
	}
	if len(got) != len(want) {
		t.Fatalf("%d pieces, want %d", len(got), len(want))
	}
	for i, p := range got {
		if s := kindLetters[p.kind] + " " + p.text; s != want[i] {
			t.Errorf("piece %d is %q, want %q", i, s, want[i])
		}
	}
}

func TestFurnishPrintFindsTheDay(t *testing.T) {
	var d text.Document
	furnishPrint([]piece{{text: "Home and more of the valley, its weather and its sport"}, {text: "Published March 22, 2021"}, {text: "The mill by the river was built by two brothers from the hills, and it worked for thirty years."}}, &d)
	if days(&d) != "2021-03-22" {
		t.Errorf("dates %q", days(&d))
	}
}
