package source

import (
	"context"
	"strings"
	"testing"
)

// BenchmarkReadPage reads a page of 100 kB, a third of which is the article.
func BenchmarkReadPage(b *testing.B) {
	links := strings.Repeat(`<li class="item"><a href="/news/2019/04/04/flood">A flood in the valley</a></li>`, 400)
	data := around("<script>"+strings.Repeat("var a = {b: [1, 2, 3]};", 1000)+"</script>", "", strings.Repeat(story, 60)+"<ul>"+links+"</ul>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), "mill.html", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
