package lang

import "testing"

func TestEnglishLoads(t *testing.T) {
	if _, err := English(); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkLoadEnglish(b *testing.B) {
	for range b.N {
		if _, err := Load("en.toml", english); err != nil {
			b.Fatal(err)
		}
	}
}
