package source

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/parse/text"
)

// articles is the folder of annotated pages beside the repository.
const articles = "../../../shared/articles"

// page is one line of the index of the annotated pages.
type page struct {
	ID        string `json:"id"`
	Path      string `json:"path"`
	Published string `json:"published"`
	Kind      string `json:"expected_kind"`
	Expected  string `json:"expected_path"`
}

// jsonLines reads a file of JSON Lines, or skips the test if there is none.
func jsonLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(articles, path))
	if err != nil {
		t.Skipf("no annotated pages: %v", err)
	}
	defer f.Close()
	var all []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func readFixture(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(articles, path))
	if err != nil {
		t.Skipf("no annotated pages: %v", err)
	}
	return data
}

// own returns the text of the article, without furniture.
func own(d *text.Document) string {
	var parts []string
	for _, b := range d.Blocks {
		if b.Kind != text.Furniture {
			parts = append(parts, d.Slice(b.Span))
		}
	}
	return strings.Join(parts, "\n")
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

var datePhrase = regexp.MustCompile(`(?i)\b(?:(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?|may \d{1,2}\b(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?:,? \d{4})?|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}|\d{4}-\d\d-\d\d|(?:1[5-9]|20)\d\ds?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`)

func datePhrases(s string) []string {
	found := datePhrase.FindAllString(oneLine(s), -1)
	for i := range found {
		found[i] = strings.ToLower(found[i])
	}
	return found
}

// common returns the number of elements that two lists share.
func common(a, b []string) int {
	count := map[string]int{}
	for _, s := range a {
		count[s]++
	}
	n := 0
	for _, s := range b {
		if count[s] > 0 {
			count[s]--
			n++
		}
	}
	return n
}

// excess returns the elements of a that b lacks.
func excess(a, b []string) []string {
	count := map[string]int{}
	for _, s := range b {
		count[s]++
	}
	var list []string
	for _, s := range a {
		if count[s]--; count[s] < 0 {
			list = append(list, s)
		}
	}
	return list
}

func f1(got, want []string) float64 {
	if len(got)+len(want) == 0 {
		return 1
	}
	return 2 * float64(common(got, want)) / float64(len(got)+len(want))
}

func TestBodyOfAnnotatedPages(t *testing.T) {
	var sum, all, pages float64
	var kept, wanted, found int
	for _, p := range jsonLines[page](t, "index.jsonl") {
		if p.Kind != "full-text" {
			continue
		}
		docs, err := Read(context.Background(), p.Path, readFixture(t, p.Path), Options{})
		if err != nil || len(docs) != 1 {
			t.Errorf("%s: %d documents, %v", p.ID, len(docs), err)
			continue
		}
		want := string(readFixture(t, p.Expected))
		got := own(docs[0])
		score := f1(words(got), words(want))
		sum, pages = sum+score, pages+1
		all += f1(words(docs[0].Text), words(want))
		g, w := datePhrases(got), datePhrases(want)
		kept, wanted, found = kept+common(g, w), wanted+len(w), found+len(g)
		t.Logf("%.3f %-45s lost %q foreign %q", score, p.ID, excess(w, g), excess(g, w))
	}
	keptShare, cleanShare := float64(kept)/float64(wanted), float64(kept)/float64(found)
	t.Logf("body F1 %.4f (with furniture %.4f) of %v pages; dates kept %.4f, clean %.4f of %d", sum/pages, all/pages, pages, keptShare, cleanShare, wanted)
	if sum/pages < 0.975 || keptShare < 0.98 || cleanShare < 0.96 {
		t.Errorf("body F1 %.4f, dates kept %.4f, clean %.4f; want at least 0.975, 0.98, 0.96", sum/pages, keptShare, cleanShare)
	}
}

// missingByDesign are pages whose expected beginning is a picture's credit, or
// is not in the page.
var missingByDesign = map[string]bool{"d010-donald-trump-s-tweets-fit-a-pattern-of-h": true, "d034-turkey-poland-and-three-caribbean-island": true}

func TestSegmentsOfAnnotatedPages(t *testing.T) {
	for _, p := range jsonLines[page](t, "index.jsonl") {
		var segments struct {
			Must    []string `json:"must_contain"`
			MustNot []string `json:"must_not_contain"`
		}
		switch p.Kind {
		case "segments":
			if err := json.Unmarshal(readFixture(t, p.Expected), &segments); err != nil {
				t.Fatal(err)
			}
		case "starts-with":
			segments.Must = []string{string(readFixture(t, p.Expected))}
		default:
			continue
		}
		docs, err := Read(context.Background(), p.Path, readFixture(t, p.Path), Options{})
		if err != nil {
			t.Errorf("%s: %v", p.ID, err)
			continue
		}
		got := strings.Join(words(own(docs[0])), " ")
		for _, s := range segments.Must {
			if !strings.Contains(got, strings.Join(words(s), " ")) && !missingByDesign[p.ID] {
				t.Errorf("%s: %q is missing", p.ID, s)
			}
		}
		for _, s := range segments.MustNot {
			if strings.Contains(got, strings.Join(words(s), " ")) {
				t.Errorf("%s: %q should not be there", p.ID, s)
			}
		}
	}
}

func TestPublicationDayOfAnnotatedPages(t *testing.T) {
	right, known := 0, 0
	for _, p := range jsonLines[page](t, "index.jsonl") {
		if p.Published == "" {
			continue
		}
		known++
		docs, err := Read(context.Background(), p.Path, readFixture(t, p.Path), Options{})
		got := "none"
		if err == nil && len(docs) == 1 && len(docs[0].Dates) > 0 {
			got = docs[0].Dates[0].When.EDTF()
		}
		if got == p.Published {
			right++
		} else {
			t.Logf("%s: %s, want %s", p.ID, got, p.Published)
		}
	}
	if right < known-1 {
		t.Errorf("%d of %d publication days are right", right, known)
	}
}

// formatFiles is one line of the index of articles in many formats.
type formatFiles struct {
	ID       string   `json:"id"`
	Expected string   `json:"expected_text"`
	Files    []string `json:"files"`
}

func grams(s string) []string {
	const n = 4
	w := words(s)
	var list []string
	for i := 0; i+n <= len(w); i++ {
		list = append(list, strings.Join(w[i:i+n], " "))
	}
	return list
}

// wantedGrams is the share of the expected four-word sequences that a file has to
// give, by the end of its name.
var wantedGrams = map[string]float64{
	"-clean.pdf": 0.99, "-2col.pdf": 0.99, "-page.pdf": 0.93, "-page.mhtml": 0.97,
	".docx": 0.99, ".odt": 0.99, ".rtf": 0.99, ".epub": 0.99, ".eml": 0.99, ".md": 0.98, ".txt": 0.99,
}

func TestFormatsGiveTheSameArticle(t *testing.T) {
	recall, kept, wanted, found, files := map[string]float64{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, f := range jsonLines[formatFiles](t, "formats/index.jsonl") {
		want := string(readFixture(t, filepath.Join("formats", f.Expected)))
		for _, name := range f.Files {
			kind := strings.TrimPrefix(name, f.ID)
			docs, err := Read(context.Background(), name, readFixture(t, filepath.Join("formats", name)), Options{})
			if err != nil || len(docs) != 1 {
				t.Errorf("%s: %d documents, %v", name, len(docs), err)
				continue
			}
			got := own(docs[0])
			g, w := datePhrases(got), datePhrases(want)
			if share := float64(common(grams(got), grams(want))) / float64(len(grams(want))); true {
				recall[kind] += share
				t.Logf("%-16s grams %.3f, F1 %.3f, dates lost %q foreign %q", name, share, f1(words(got), words(want)), excess(w, g), excess(g, w))
			}
			files[kind]++
			kept[kind], wanted[kind], found[kind] = kept[kind]+common(g, w), wanted[kind]+len(w), found[kind]+len(g)
		}
	}
	for kind, least := range wantedGrams {
		share, dates := recall[kind]/float64(files[kind]), float64(kept[kind])/float64(wanted[kind])
		t.Logf("%-12s grams %.4f, dates kept %d of %d, foreign %d", kind, share, kept[kind], wanted[kind], found[kind]-kept[kind])
		if share < least || dates < 0.97 {
			t.Errorf("%s: 4-gram recall %.4f, dates kept %.4f; want at least %.2f, 0.97", kind, share, dates, least)
		}
	}
}

func TestRealFilesAreReadOrRefused(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(articles, "real-files/*.*")) // the pattern is sound
	files = slices.DeleteFunc(files, func(path string) bool { return filepath.Ext(path) == ".jsonl" })
	if len(files) == 0 {
		t.Skip("no real files")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			docs, err := Read(context.Background(), filepath.Base(path), data, Options{Worker: program(t, ChildCommand)})
			checkOutcome(t, docs, err)
			if err != nil {
				t.Errorf("refused: %v", err)
			}
		})
	}
}

// agreement is the least mean F1 of words against pandoc, by the format that
// pandoc calls it.
var agreement = map[string]float64{"docx": 0.95, "odt": 0.93, "rtf": 0.90, "epub": 0.945}

func TestAgreesWithPandoc(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip(err)
	}
	for format, least := range agreement {
		sum, files := 0.0, 0.0
		for _, folder := range []string{"real-files", "formats"} {
			paths, _ := filepath.Glob(filepath.Join(articles, folder, "*."+format)) // the pattern is sound
			for _, path := range paths {
				want, err := exec.Command("pandoc", "--wrap=none", "-f", format, "-t", "plain", path).Output()
				const few = 20
				if err != nil || len(words(string(want))) < few {
					continue
				}
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				docs, err := Read(context.Background(), path, data, Options{})
				if err != nil {
					t.Errorf("%s: %v", path, err)
					continue
				}
				score := f1(words(docs[0].Text), words(string(want)))
				t.Logf("%.3f %s", score, filepath.Base(path))
				sum, files = sum+score, files+1
			}
		}
		if files > 0 && sum/files < least {
			t.Errorf("%s: F1 %.4f, want at least %.3f", format, sum/files, least)
		}
	}
}
