package source

import "testing"

func TestPageDates(t *testing.T) {
	tests := []struct{ name, head, above, below, want string }{
		{"linked data", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-22T10:00:00+02:00","dateModified":"2021-03-25"}</script>`, "", "", "2021-03-22 2021-03-25"},
		{"linked data in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2021-03-22"}]}</script>`, "", "", "2021-03-22"},
		{"linked data that is broken", `<script type="application/ld+json">{"datePublished":"2021-03-22",}</script>`, "", "", "2021-03-22"},
		{"meta element", `<meta property="article:published_time" content="2021-03-22T23:30:00-05:00">`, "", "", "2021-03-22"},
		{"meta element with a value", `<meta name="parsely-pub-date" value="2021-03-22">`, "", "", "2021-03-22"},
		{"linked data before meta", `<meta name=date content="2021-04-01"><script type="application/ld+json">{"datePublished":"2021-03-22"}</script>`, "", "", "2021-03-22 2021-04-01"},
		{"time element", "", `<time class="published" datetime="2021-03-22">Monday</time>`, "", "2021-03-22"},
		{"time of another story", "", "", `<ul class=related><li><time datetime="2020-01-01">x</time></ul>`, ""},
		{"script", `<script>var page = {"pubDate": "2021-03-22"};</script>`, "", "", "2021-03-22"},
		{"address", `<link rel=canonical href="https://valley.example/2021/03/22/mill">`, "", "", "2021-03-22"},
		{"address with a month's name", `<link rel=canonical href="https://valley.example/2021/mar/22/mill">`, "", "", "2021-03-22"},
		{"date line", "", `<p>Published March 22, 2021 by Ada Stone</p>`, "", "2021-03-22"},
		{"only a change", `<meta property="article:modified_time" content="2021-03-25">`, "", "", "2021-03-25"},
		{"the local day", `<meta property="article:published_time" content="2021-03-23T01:30:00Z"><link rel=canonical href="https://valley.example/2021/03/22/mill">`, "", "", "2021-03-22 2021-03-23"},
		{"an address far off", `<meta property="article:published_time" content="2021-03-23T01:30:00Z"><link rel=canonical href="https://valley.example/2021/02/02/mill">`, "", "", "2021-03-23 2021-02-02"},
		{"an encyclopedia", `<meta name=generator content="MediaWiki 1.35"><script type="application/ld+json">{"datePublished":"2004-01-01"}</script>`, "", "<div>This page was last edited on 25 March 2021, at 10:00.</div>", "2021-03-25 2004-01-01"},
		{"an encyclopedia by name", `<meta property="og:site_name" content="Encyclopedia of the Valley"><script type="application/ld+json">{"datePublished":"2004-01-01","dateModified":"2021-03-25"}</script>`, "", "", "2021-03-25 2004-01-01"},
		{"no encyclopedia", `<meta property="og:site_name" content="The Valley"><script type="application/ld+json">{"datePublished":"2004-01-01","dateModified":"2021-03-25"}</script>`, "", "", "2004-01-01 2021-03-25"},
		{"a date that is none", `<meta name=date content="soon"><meta name=pubdate content="1384216367">`, "", "", ""},
		{"a date in the prose", "", "", "<p>The newest of the pictures in the town hall was made on March 22, 2020 by a painter from the north of the country.</p>", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := days(readOne(t, "mill.html", around(tt.head, tt.above, tt.below))); got != tt.want {
				t.Errorf("dates %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPageDatesNameTheirOrigin(t *testing.T) {
	d := readOne(t, "mill.html", around(`<meta property="article:published_time" content="2021-03-22T10:00:00Z">`, "", ""))
	if len(d.Dates) != 1 || d.Dates[0].Origin != "the page's metadata (article:published_time)" || d.Dates[0].Raw != "2021-03-22T10:00:00Z" {
		t.Errorf("dates %v", d.Dates)
	}
}
