package app_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// sentences are the words that the window shows, by the place in the source
// where they stand. Those that count something have several forms.
type sentences map[string]struct {
	at     string
	counts bool
}

// said is a sentence in one language: by its plural form, or one for all.
type said map[string]string

// UnmarshalJSON implements json.Unmarshaler.
func (s *said) UnmarshalJSON(b []byte) error {
	var words string
	if json.Unmarshal(b, &words) == nil {
		*s = said{"": words}
		return nil
	}
	return json.Unmarshal(b, (*map[string]string)(s))
}

// TestLanguages holds every language to the sentences that stand in the source:
// none is missing, none is left over, and each has its places for data and its
// plural forms.
func TestLanguages(t *testing.T) {
	source := scan(t)
	files, err := filepath.Glob("../assets/languages/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("there are the languages %q (%v)", files, err)
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(tag, func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var translated map[string]said
			if err := json.Unmarshal(content, &translated); err != nil {
				t.Fatal(err)
			}
			for _, problem := range mistakes(source, translated, language.MustParse(tag)) {
				t.Error(problem)
			}
		})
	}
}

// mistakes lists what is wrong with the translations into a language.
func mistakes(source sentences, translated map[string]said, tag language.Tag) []string {
	var found []string
	for _, key := range slices.Sorted(maps.Keys(source)) {
		words, ok := translated[key]
		if !ok {
			found = append(found, fmt.Sprintf("%s: %q is not translated", source[key].at, key))
			continue
		}
		forms := []string{""}
		if source[key].counts {
			forms = pluralForms(tag)
		}
		if got := slices.Sorted(maps.Keys(words)); !slices.Equal(got, forms) {
			found = append(found, fmt.Sprintf("%q has the forms %q, want %q", key, got, forms))
		}
		for form, s := range words {
			if got, want := places(s), places(key); strings.TrimSpace(s) == "" || !slices.Equal(got, want) && (!mayOmitCount(tag, form) || !slices.Equal(append(got, "{{.Count}}"), want)) {
				found = append(found, fmt.Sprintf("%q has the places %q in %q, want %q", key, got, s, want))
			}
		}
	}
	for key := range translated {
		if _, ok := source[key]; !ok {
			found = append(found, fmt.Sprintf("%q is translated, but the window does not say it", key))
		}
	}
	return found
}

// place is where data go in a sentence.
var place = regexp.MustCompile(`\{\{\.[A-Za-z]+\}\}`)

func places(s string) []string {
	found := place.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// pluralForms returns the forms that a language has for whole numbers.
func pluralForms(tag language.Tag) []string {
	names := map[plural.Form]string{
		plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
	}
	forms := map[string]bool{"other": true} // for fractions at least
	for _, n := range []int{0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 100, 1_000_000} {
		forms[names[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(forms))
}

// mayOmitCount reports whether a form stands for 1 alone, so that it may say
// "one" in words.
func mayOmitCount(tag language.Tag, form string) bool {
	one := func(n int) bool { return plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) == plural.One }
	return form == "one" && !one(0) && !one(21)
}

// scan finds the sentences in the source of the window.
func scan(t *testing.T) sentences {
	t.Helper()
	found := sentences{}
	for _, folder := range []string{".", "ui", "state", "screen"} {
		for _, file := range goFiles(t, folder) {
			for _, problem := range found.add(file) {
				t.Error(problem)
			}
		}
	}
	return found
}

// goFile is the source of one file.
type goFile struct {
	*token.FileSet
	*ast.File
}

func goFiles(t *testing.T, folder string) []goFile {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []goFile
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, goFile{set, file})
	}
	return files
}

// add finds the sentences of one file: what is given to lang.L and lang.N, and
// the words of a state.Phrase.
func (s sentences) add(file goFile) (problems []string) {
	ast.Inspect(file.File, func(n ast.Node) bool {
		words, counts := sentence(n)
		if words == nil {
			return true
		}
		at := file.Position(words.Pos()).String()
		key, ok := literal(words)
		switch {
		case !ok && isPhrase(words):
		case !ok:
			problems = append(problems, at+": the words are not a plain string, so that they cannot be translated")
		case key != "":
			counts = counts || isLiteral(n) && strings.Contains(key, "{{.Count}}")
			if before, ok := s[key]; ok && before.counts != counts {
				problems = append(problems, fmt.Sprintf("%s: %q counts something here, but not at %s", at, key, before.at))
			}
			s[key] = struct {
				at     string
				counts bool
			}{at, counts}
		}
		return true
	})
	return problems
}

// sentence returns the words that n says, or nil if it says none.
func sentence(n ast.Node) (words ast.Expr, counts bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		called, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || len(n.Args) == 0 {
			return nil, false
		}
		if from, ok := called.X.(*ast.Ident); !ok || from.Name != "lang" {
			return nil, false
		}
		if called.Sel.Name == "L" || called.Sel.Name == "N" {
			return n.Args[0], called.Sel.Name == "N"
		}
	case *ast.CompositeLit:
		for _, field := range n.Elts {
			pair, ok := field.(*ast.KeyValueExpr)
			if ok && typeName(n.Type) == "Phrase" && typeName(pair.Key) == "Words" {
				return pair.Value, false
			}
		}
	}
	return nil, false
}

func isLiteral(n ast.Node) bool {
	_, ok := n.(*ast.CompositeLit)
	return ok
}

// isPhrase reports whether words are those of a phrase, which are found where it
// is made.
func isPhrase(words ast.Expr) bool { return typeName(words) == "Words" }

// typeName returns the last name of x, "" if it is none.
func typeName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

// literal returns the string that x is.
func literal(x ast.Expr) (string, bool) {
	l, ok := x.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}
