package source

import "testing"

func TestFeed(t *testing.T) {
	tests := []struct{ name, file string }{
		{"RSS", `<?xml version="1.0"?><rss version="2.0"><channel><title>The Valley</title><item><title>The mill &amp; more</title><link>https://valley.example/mill</link><pubDate>Mon, 22 Mar 2021 10:00:00 GMT</pubDate><dc:creator>Ada Stone</dc:creator><description>short</description><content:encoded><![CDATA[<p>It was built in 1921.</p>]]></content:encoded></item><item><title>empty</title></item></channel></rss>`},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley</title><entry><title>The mill &amp; more</title><link rel="self" href="x"/><link href="https://valley.example/mill"/><published>2021-03-22T10:00:00Z</published><author><name>Ada Stone</name></author><summary>short</summary><content type="html">&lt;p&gt;It was built in 1921.&lt;/p&gt;</content></entry></feed>`},
		{"RSS without a version", `<rss><channel><title>The Valley</title><item><title>The mill &amp; more</title><link>https://valley.example/mill</link><pubDate>Mon, 22 Mar 2021 10:00:00 GMT</pubDate><author>Ada Stone</author><description>It was built in 1921.</description></item></channel></rss>`},
		{"Atom with XHTML", `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley</title><entry><title>The mill &amp; more</title><link href="https://valley.example/mill"/><updated>2021-03-22T10:00:00Z</updated><author><name>Ada Stone</name></author><content type="xhtml"><div><p>It was <b>built</b> in 1921.</p></div></content></entry></feed>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readOne(t, "a.xml", []byte(tt.file))
			if d.Text != "It was built in 1921." || d.Title != "The mill & more" || d.Author != "Ada Stone" || d.Site != "The Valley" || d.URL != "https://valley.example/mill" || days(d) != "2021-03-22" {
				t.Errorf("text %q, title %q, author %q, site %q, URL %q, dates %q", d.Text, d.Title, d.Author, d.Site, d.URL, days(d))
			}
		})
	}
}
