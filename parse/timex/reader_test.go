package timex

import (
	"reflect"
	"slices"
	"sync"
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

// day is the article date of the tests: Monday, 22 March 2021.
var day = when.Date(2021, 3, 22).Unit(when.Day)

// readAll returns the words that are read in a text and the values they get.
func readAll(r *Reader, body string, article when.Interval) [][2]string {
	doc := text.FromPlain("", body)
	found := r.Find(doc)
	placed := r.Resolve(found, article)
	var out [][2]string
	for i := range found {
		out = append(out, [2]string{doc.Slice(found[i].Span), placed[i].Value})
	}
	return out
}

func TestReadNews(t *testing.T) {
	r := NewReader(english(t), Options{})
	filler := " The rest of the text is there to make it longer than a message, and it says nothing of any time at all," +
		" which is what most of the sentences in a paper do, since they tell who did what and where it was done and to whom and why."
	tests := []struct {
		name, body string
		want       [][2]string
	}{
		{"past weekday", "She spoke on Friday.", [][2]string{{"Friday", "2021-03-19"}}},
		{"weekday to come", "She is expected to speak on Friday.", [][2]string{{"Friday", "2021-03-26"}}},
		{"month to come", "The bridge will open in January.", [][2]string{{"January", "2022-01"}}},
		{"month that was", "The bridge opened in December.", [][2]string{{"December", "2020-12"}}},
		{"told date", "They met on May 3, 2019. Two days later they met again.", [][2]string{{"May 3, 2019", "2019-05-03"}, {"Two days later", "2019-05-05"}}},
		{"person and verb", "Theresa May may march on. Will March said so.", nil},
		{"day as a word", "The second of the boats was the first to sink.", nil},
		{"figures", "It cost $1999 and weighed 2,015.5 tons; flight 1812 left from gate 1066.", [][2]string{{"1066", "1066"}}},
		{"tags", "See #winter2019 and @may5 there.", nil},
		{"blocks bound", "They left in\n\nMay they went.", nil},
		{"narrow blanks", "It sank on May\u00a03,\u20092019.", [][2]string{{"May\u00a03,\u20092019", "2019-05-03"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readAll(r, tt.body+filler, day); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("read %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDayFirst(t *testing.T) {
	for _, tt := range []struct {
		opt  Options
		want string
	}{{Options{}, "2021-03-04"}, {Options{DayFirst: true}, "2021-04-03"}} {
		got := readAll(NewReader(english(t), tt.opt), "dated 03/04/2021", day)
		if len(got) != 1 || got[0][1] != tt.want {
			t.Errorf("%+v reads %q, want %s", tt.opt, got, tt.want)
		}
	}
}

func TestUnanchored(t *testing.T) {
	r := NewReader(english(t), Options{})
	doc := text.FromPlain("", "They met on Monday.")
	found := r.Find(doc)
	placed := r.Resolve(found, when.Interval{})
	if len(placed) != 1 || placed[0].Anchor != Unanchored || placed[0].Value != "XXXX-WXX-1" || len(placed[0].When) != 0 {
		t.Errorf("placed %+v", placed)
	}
}

func TestStoryCarriesTheYear(t *testing.T) {
	r := NewReader(english(t), Options{})
	body := "The war began in 1861. In 1862 it spread. On May 3, 1863 they met at the ford. On July 4 the town fell.\n\n" +
		"In the autumn of 1863 the army rested. In January it marched. It had fought since 1861 and lost many in 1862."
	got := readAll(r, body, day)
	want := map[string]string{"July 4": "1863-07-04", "January": "1864-01"}
	for _, g := range got {
		if w := want[g[0]]; w != "" && w != g[1] {
			t.Errorf("%q is placed at %s, want %s", g[0], g[1], w)
		}
	}
}

func TestYearSaidOnceForSeveral(t *testing.T) {
	r := NewReader(english(t), Options{})
	for _, tt := range []struct {
		body string
		want []string
	}{
		{"They rested in the spring and early summer of 1903.", []string{"1903-SP", "1903-SU"}},
		{"Frost came in November and February 1888.", []string{"1887-11", "1888-02"}},
		{"Frost came on May 4, June 6 and July 8, 1888.", []string{"1888-05-04", "1888-06-06", "1888-07-08"}},
		{"Frost came in November. February 1888 was mild.", []string{"2020-11", "1888-02"}},
		{"Frost came in November, which nobody had seen since February 1888.", []string{"2020-11", "1888-02"}},
	} {
		var got []string
		for _, g := range readAll(r, tt.body, day) {
			got = append(got, g[1])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: placed at %v, want %v", tt.body, got, tt.want)
		}
	}
}

func TestStoryCarriesNoYearToCome(t *testing.T) {
	r := NewReader(english(t), Options{})
	body := "The choir will mark a 2022 tour. It said so after its March 3rd concert. It was founded in 1971, " +
		"sang in Rome in 1974, in Paris in 1978, in Oslo in 1983 and in Bonn in 1986.\n\nIn 1990 it broke up. On June 2 it met again."
	want := map[string]string{"March 3rd": "2021-03-03", "June 2": "1990-06-02"}
	for _, g := range readAll(r, body, day) {
		if w := want[g[0]]; w != "" && w != g[1] {
			t.Errorf("%q is placed at %s, want %s", g[0], g[1], w)
		}
	}
}

func TestQuartersAreCompared(t *testing.T) {
	r := NewReader(english(t), Options{})
	november := when.Date(1989, 11, 2).Unit(when.Day)
	body := "The mill earned less in the third quarter. It warned of a fourth-quarter charge. " +
		"In the latest quarter sales fell; a year ago they had risen. Bread cost a third more than in the year-ago period."
	want := map[string]string{
		"the third quarter": "1989-Q3", "fourth-quarter": "1989-Q4", "the latest quarter": "1989-Q3",
		"a year ago": "1988-Q3", "the year-ago period": "1988-Q3",
	}
	for _, g := range readAll(r, body, november) {
		if w := want[g[0]]; w != g[1] {
			t.Errorf("%q is placed at %s, want %s", g[0], g[1], w)
		}
		delete(want, g[0])
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func TestParts(t *testing.T) {
	r := NewReader(english(t), Options{})
	doc := text.FromPlain("", "He ruled from 1914 to 1918.")
	found := r.Find(doc)
	placed := r.Resolve(found, day)
	marks := Marks(found, placed)
	if len(found) != 1 || placed[0].When.EDTF() != "1914/1918" {
		t.Fatalf("read %+v", placed)
	}
	if len(marks) != 2 || marks[0].Value != "1914" || marks[1].Value != "1918" || doc.Slice(marks[1].Span) != "1918" {
		t.Errorf("marked %+v", marks)
	}
}

func TestReaderIsConcurrent(t *testing.T) {
	r := NewReader(english(t), Options{})
	body := "On May 3, 2019 they met, and two days later they met again last week at 5 p.m."
	want := readAll(r, body, day)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := readAll(r, body, day); !reflect.DeepEqual(got, want) {
					t.Errorf("read %q, want %q", got, want)
				}
			}
		})
	}
	group.Wait()
}

func FuzzReader(f *testing.F) {
	r := NewReader(english(f), Options{})
	for _, seed := range []string{"May 3, 2019", "from 1914 to 1918", "two and a half years ago", "3/4/17 at 5pm", "44 BC", "\xff\xfe1999", "the the first of the May May"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		doc := text.FromPlain("", body)
		found := r.Find(doc)
		end := 0
		for _, x := range found {
			if x.Start < end || x.End <= x.Start || x.End > len(body) {
				t.Fatalf("%q: span %v after %d", body, x.Span, end)
			}
			for _, p := range x.Parts {
				if !x.Contains(p.Span) {
					t.Fatalf("%q: part %v outside %v", body, p.Span, x.Span)
				}
			}
			end = x.End
		}
		first := r.Resolve(found, day)
		if again := r.Resolve(found, day); !reflect.DeepEqual(first, again) {
			t.Fatalf("%q: resolved to %+v, then to %+v", body, first, again)
		}
		for i := range first {
			for _, iv := range first[i].When {
				if iv.Start >= iv.End {
					t.Fatalf("%q: %q placed at %+v", body, doc.Slice(found[i].Span), iv)
				}
			}
		}
	})
}
