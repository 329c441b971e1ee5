package source

import (
	"strings"
	"testing"
)

// abroad is a page in another language than English, with lines before and after
// the last paragraph of its story.
func abroad(before, after string) []byte {
	return []byte(`<!doctype html><html><head><title>Die Mühle</title></head><body><article><h1>Die Mühle</h1>
<p>Die Mühle am Fluss wurde von zwei Brüdern aus den Bergen gebaut, die dreißig Jahre lang in ihr gearbeitet haben.</p>` + before + `
<p>Danach stand sie lange leer, bis in einem kalten Winter das Dach unter dem Schnee nachgab und der Turm einstürzte.</p>` + after + `</article></body></html>`)
}

func TestFurnitureAbroad(t *testing.T) {
	const others = `<p><a href="a">Die Flut vom 3. März 2017</a></p><p><a href="b">Das Fest von 1999</a></p>`
	tests := []struct{ name, before, after string }{
		{"German, more stories", "", "<h3>Mehr zum Thema</h3>" + others},
		{"German, in the middle", "<p>Lesen Sie auch: die Flut vom März 2017</p>", ""},
		{"German, picture", "<p>Foto: Ada Stein, 3. März 2017</p>", ""},
		{"German, rights", "", "<p>Alle Rechte vorbehalten, Talblatt 2017</p>"},
		{"French, more stories", "", "<h3>Sur le même sujet</h3>" + others},
		{"French, in the middle", "<p>Lire aussi | la crue de mars 2017</p>", ""},
		{"French, picture", "<p>Crédit photo : Ada Stein, 3 mars 2017</p>", ""},
		{"French, rights", "", "<p>Tous droits réservés, 2017</p>"},
		{"Spanish, more stories", "", "<h3>Te puede interesar</h3>" + others},
		{"Spanish, in the middle", "<p>Lea también: la crecida de marzo de 2017</p>", ""},
		{"German, picture without a blank", "<p>Foto:Ada Stein, 2017</p>", ""},
		{"Spanish, picture", "<p>Imagen: Ada Stein, marzo de 2017</p>", ""},
		{"Spanish, rights", "", "<p>Todos los derechos reservados, 2017</p>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := own(readOne(t, "a.html", abroad(tt.before, tt.after)))
			if strings.Contains(got, "2017") || !strings.Contains(got, "zwei Brüdern") || !strings.Contains(got, "Turm") {
				t.Errorf("the article is\n%s", got)
			}
		})
	}
}

func TestArticleAbroadIsKept(t *testing.T) {
	tests := []struct{ name, line string }{
		{"begins like a word", "<p>Kontaktlinsen gab es 2017 noch nicht</p>"},
		{"a sentence", "<p>Werbung für die Mühle wurde noch im März 2017 in der ganzen Gegend auf Plakaten gemacht.</p>"},
		{"a heading", "<h2>Der Winter von 2017</h2>"},
		{"French, a sentence", "<p>Partager le pain fut en mars 2017 la première idée des deux frères, qui en avaient assez.</p>"},
		{"Spanish, a sentence", "<p>Compartir el pan fue en marzo de 2017 la primera idea de los dos hermanos del molino.</p>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := own(readOne(t, "a.html", abroad(tt.line, ""))); !strings.Contains(got, "2017") {
				t.Errorf("the article is\n%s", got)
			}
		})
	}
}
