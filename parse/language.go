package parse

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"dateline/parse/lang"
	"dateline/parse/story"
	"dateline/parse/timex"
)

// tongue is a language with what the packages here make of it.
type tongue struct {
	teller *story.Teller
	// readers keep the space that they read in from one article to the next. They
	// are told apart by Options.DayFirst.
	readers map[bool]*timex.Reader
}

// tongues compile the embedded languages, each once, by the first part of their
// BCP 47 tag.
var tongues = map[string]func() (tongue, error){
	"en": sync.OnceValues(func() (tongue, error) { return newTongue(lang.English()) }),
}

// usual is the language of articles that name none.
const usual = "en"

func newTongue(l *lang.Language, err error) (tongue, error) {
	if err != nil {
		return tongue{}, err
	}
	readers := map[bool]*timex.Reader{}
	for _, dayFirst := range []bool{false, true} {
		readers[dayFirst] = timex.NewReader(l, timex.Options{DayFirst: dayFirst})
	}
	return tongue{story.NewTeller(story.NewLexicon(l)), readers}, nil
}

// Languages returns the BCP 47 tags of the languages that articles are read in,
// in alphabetical order.
func Languages() []string { return slices.Sorted(maps.Keys(tongues)) }

// ReadsLanguage reports whether articles are read in the language of a BCP 47 tag.
// The region does not count: "en-GB" is "en".
func ReadsLanguage(tag string) bool {
	_, ok := tongues[primary(tag)]
	return ok
}

// primary returns the first part of a tag, the language without region and script.
func primary(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// tongueOf returns the language of a tag, the usual one if the tag is empty.
func tongueOf(tag string) (tongue, error) {
	if tag == "" {
		tag = usual
	}
	compile, ok := tongues[primary(tag)]
	if !ok {
		return tongue{}, fmt.Errorf("language %q is not read; choose one of %s", tag, strings.Join(Languages(), ", "))
	}
	return compile()
}
