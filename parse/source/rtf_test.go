package source

import "testing"

func TestRTF(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"paragraphs", `{\rtf1 It was {\b built}.\par In 1921.}`, lines("p It was built.", "p In 1921.")},
		{"code page", `{\rtf1\ansicpg1252 caf\'e9 \'93a\'94\par}`, lines("p café “a”")},
		{"font of another alphabet", `{\rtf1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1\'cf\'f0\f0 a\par}`, lines("p Прa")},
		{"unicode with what stands for it", `{\rtf1\uc1 caf\u233?\u-10179?\u-8704? \uc2\u8364 xx!\par}`, lines("p café😀 €!")},
		{"named characters", `{\rtf1 a\emdash b\endash c\lquote d\rquote  e\~f g\_h i\-j\{k\}\\\par}`, lines(`p a—b–c‘d’ e f g-h ij{k}\`)},
		{"what is not the text", `{\rtf1{\stylesheet{\s1 Normal;}}{\colortbl;}{\*\generator x;}{\header y}{\pict 00ff}{\*\unknown z}seen\par}`, lines("p seen")},
		{"field", `{\rtf1 see {\field{\*\fldinst HYPERLINK "x"}{\fldrslt there}}\par}`, lines("p see there")},
		{"hidden", `{\rtf1 a{\v b}c\v d\v0 e\par}`, lines("p ace")},
		{"footnote", `{\rtf1 Built{\super\chftn}{\footnote\pard In 1921.} there.\par}`, lines("p Built there.", "n In 1921.")},
		{"table", `{\rtf1\trowd\intbl 1921\cell built\cell\row\pard after\par}`, lines("r 1921\tbuilt", "p after")},
		{"outline", `{\rtf1\pard\outlinelevel1 One\par\pard two\par}`, lines("h2 One", "p two")},
		{"binary data", `{\rtf1 a\bin3 }}}b\par}`, lines("p ab")},
		{"tabs and lines", `{\rtf1 a\tab b\line C\par}`, lines("p a b", "p C")},
		{"after a mark", "\xef\xbb\xbf" + `{\rtf1 a\par}`, lines("p a")},
		{"without end", `{\rtf1 {\b a`, lines("p a")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(readOne(t, "a.rtf", []byte(tt.file))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestRTFProperties(t *testing.T) {
	d := readOne(t, "a.rtf", []byte(`{\rtf1{\info{\title The m\'efll}{\author Ada}{\creatim\yr2021\mo3\dy22\hr1}{\revtim\yr2021\mo4\dy1}}text\par}`))
	if d.Title != "The mïll" || d.Author != "Ada" || days(d) != "2021-03-22 2021-04-01" {
		t.Errorf("title %q, author %q, dates %q", d.Title, d.Author, days(d))
	}
}

func FuzzRTF(f *testing.F) {
	f.Add(`a\par{\footnote b}\u233?\'e9\bin2 xx\cell\row{\fonttbl{\f1\fcharset204 a;}}`)
	f.Fuzz(func(t *testing.T, s string) { fuzzOne(t, []byte(`{\rtf1 `+s)) })
}
