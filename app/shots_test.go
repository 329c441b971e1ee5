package app_test

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestWindowShots takes the pictures of "make shots": each view in light and dark,
// at both scales, in English and in the language with the longest words.
func TestWindowShots(t *testing.T) {
	if os.Getenv("DATELINE_SHOTS") == "" {
		t.Skip(`run "make shots" for pictures of the window`)
	}
	views := []struct {
		name string
		keys []string
	}{
		{"timeline", []string{"Home"}},
		{"event", []string{"n"}},
		{"form", []string{"e"}},
		{"article", []string{"Escape", "Return"}},
		{"table", []string{"Escape", "ctrl+l"}},
		{"tray", []string{"ctrl+l", "ctrl+t"}},
		{"date", []string{"ctrl+d"}},
		{"search", []string{"Escape", "ctrl+f", "M", "a", "y"}},
		{"export", []string{"Escape", "ctrl+e"}},
	}
	for _, d := range []dress{
		{"light", 1, ""},
		{"dark", 1, ""},
		{"light", 2, ""},
		{"dark", 2, ""},
		{"light", 1, "de_DE.UTF-8"},
		{"dark", 2, "de_DE.UTF-8"},
	} {
		language := "en"
		if d.language != "" {
			language = d.language[:2]
		}
		t.Run(fmt.Sprintf("%s-%d-%s", d.theme, d.scale, language), func(t *testing.T) {
			w := openDressed(t, d, "--sample")
			for _, v := range views {
				for _, key := range v.keys {
					w.do("key", key)
					time.Sleep(300 * time.Millisecond)
				}
				w.shot(fmt.Sprintf("%s-%s-%d-%s", v.name, d.theme, d.scale, language))
			}
		})
	}
}
