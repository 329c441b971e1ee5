package lang

import (
	"strings"
	"testing"
)

// tiny is the smallest file that loads.
const tiny = `name = "Tiny"
code = "xx"
tokens = "spaces"
find = ["day"]

[numerals]
system = "western"
point = "."
group = ","

[numerals.cardinal]
two = 2

[number.n]
min = 1
max = 31
read = ["digits", "words"]

[words.unit]
day = ["day", "days"]

[[rule.day]]
say = "{n} {unit} ago"
mean = "shift(before, amount(n, unit))"
yes = ["[two days ago] => 1921-05-03"]
`

func TestLoadTiny(t *testing.T) {
	l, err := Load("tiny.toml", []byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	if l.Name != "Tiny" || len(l.Groups) != 1 || len(l.Groups[0].Rules) != 1 {
		t.Errorf("loaded %q with %d groups", l.Name, len(l.Groups))
	}
}

func TestLoadFaults(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           []string // all must stand in the error
	}{
		{"no table", "{unit}", "{unti}", []string{"tiny.toml:23", "{unti}", "did you mean {unit}?", "^^^^"}},
		{"no operator", "shift(", "shove(", []string{"tiny.toml:24", "shove is no operator", "shift"}},
		{"no slot", "amount(n,", "amount(m,", []string{"m is no slot of this rule"}},
		{"open bracket", "{n} {unit} ago", "[{n} {unit} ago", []string{"never closed", "put ]"}},
		{"closed bracket", "{unit} ago", "{unit}) ago", []string{"closes nothing"}},
		{"wrong bracket", "{n} {unit} ago", "({n} {unit}] ago", []string{"closes a bracket"}},
		{"open slot", "{unit} ago", "{unit ago", []string{"the slot is never closed"}},
		{"missing argument", "amount(n, unit)", "amount(n)", []string{"lacks its argument unit"}},
		{"strange key", `day = ["day"`, `dya = ["day"`, []string{"dya"}},
		{"no example", `yes = ["[two days ago] => 1921-05-03"]`, "", []string{"no example"}},
		{"no tokeniser", `"spaces"`, `"blanks"`, []string{"no tokeniser"}},
		{"no numerals", `"western"`, `"eastern"`, []string{"no numeral system"}},
		{"no group", `find = ["day"]`, `find = ["dya"]`, []string{"no rule group", "did you mean {day}?"}},
		{"no way to read", `"digits", "words"`, `"digits", "wrods"`, []string{"no way"}},
		{"unknown key", "mean =", "meaning =", []string{"means nothing"}},
		{"not TOML", "min = 1", "min = ", []string{"tiny.toml:15"}},
		{"several at once", "{n} {unit} ago\"\nmean = \"shift", "{m} {unit} ago\"\nmean = \"shove", []string{"{m}", "shove"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(tiny, tt.old, tt.new, 1)
			if text == tiny {
				t.Fatal("the test changes nothing")
			}
			_, err := Load("tiny.toml", []byte(text))
			if err == nil {
				t.Fatal("it loads")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error lacks %q:\n%v", want, err)
				}
			}
		})
	}
}

func TestWords(t *testing.T) {
	l, err := Load("tiny.toml", []byte(tiny+"\n[story]\nsay = [\"one\", \"two\"]\n[story.deep]\nmore = [\"three\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(l.Words("say"), " "); got != "one two" {
		t.Errorf("Words(say) = %q", got)
	}
	if got := l.Words("deep.more"); len(got) != 1 {
		t.Errorf("Words(deep.more) = %q", got)
	}
	if l.Words("none") != nil {
		t.Error("Words of an unknown list is not nil")
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(tiny))
	f.Add([]byte("[[rule.a]]\nsay = \"<{a:b}>[(c|d)]-~_\"\nmean = \"date(x=1, nth(\""))
	f.Fuzz(func(t *testing.T, content []byte) {
		l, err := Load("fuzz.toml", content)
		if (l == nil) == (err == nil) {
			t.Errorf("Load gives %v and %v", l, err)
		}
	})
}
