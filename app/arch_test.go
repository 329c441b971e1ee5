package app_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path that go.mod gives this module.
const module = "dateline"

// law says what each package may import: packages of ours by their folder, and
// outside modules by the start of their path. It is a statement of policy; a
// build that breaks it is wrong, not the table. The reasons are in
// .github/decisions/0001-the-diamond.md.
var law = map[string][]string{
	".":      {"app", "assets"},
	"assets": {"fyne.io/fyne/v2/theme"}, // in programs with a window

	"parse/when":  {},
	"parse/text":  {"parse/when", "github.com/clipperhouse/uax29"},
	"parse/stamp": {"parse/when", "github.com/araddon/dateparse"},
	"parse/lang":  {"parse/when", "github.com/BurntSushi/toml"},
	"parse/timex": {"parse/lang", "parse/text", "parse/when"},
	"parse/story": {"parse/lang", "parse/text", "parse/timex", "parse/when"},
	"parse/source": {
		"parse/stamp", "parse/text", "parse/when",
		"codeberg.org/readeck/go-readability", "golang.org/x/net/html", "golang.org/x/sys", "golang.org/x/text",
		"github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero",
	},
	"parse": {"parse/lang", "parse/stamp", "parse/story", "parse/text", "parse/timex", "parse/when"},

	"timeline":                 {"parse/when", "golang.org/x/text"},
	"timeline/axis":            {"parse/when"},
	"timeline/scene":           {},
	"timeline/typeset":         {"timeline/scene", "github.com/go-text/typesetting", "golang.org/x/image"},
	"timeline/layout":          {"parse/when", "timeline", "timeline/axis", "timeline/scene", "timeline/typeset"},
	"timeline/render":          {}, // tests alone
	"timeline/render/decimal":  {},
	"timeline/render/page":     {"timeline/scene"},
	"timeline/render/parcel":   {},
	"timeline/render/specimen": {"timeline/scene", "timeline/typeset"},
	"timeline/render/subset":   {"timeline/typeset", "github.com/go-text/typesetting"},
	"timeline/render/raster":   {"timeline/scene", "timeline/typeset", "timeline/render/parcel", "golang.org/x/image", "github.com/go-text/typesetting"},
	"timeline/render/svg":      {"timeline/scene", "timeline/typeset", "timeline/render/decimal", "timeline/render/parcel", "timeline/render/subset", "github.com/go-text/typesetting"},
	"timeline/render/pdf":      {"timeline/scene", "timeline/typeset", "timeline/render/decimal", "timeline/render/page", "timeline/render/parcel", "timeline/render/subset"},
	"timeline/render/html":     {"parse/when", "timeline", "timeline/render/parcel"},
	"timeline/exchange":        {"parse/when", "timeline"},

	"app/state":    {"parse", "parse/story", "parse/text", "parse/timex", "parse/when", "timeline", "timeline/axis"},
	"app/project":  {"parse/story", "parse/text", "parse/timex", "parse/when", "timeline", "timeline/exchange", "modernc.org/sqlite"},
	"app/locale":   {},
	"app/instance": {},
	"app/screen":   {"parse/when", "timeline/axis", "timeline/render/raster", "timeline/scene", "timeline/typeset", "fyne.io/fyne/v2"},
	"app/ui": {
		"app/screen", "app/state", "parse/story", "parse/text", "parse/when",
		"timeline", "timeline/axis", "timeline/layout", "timeline/scene", "timeline/typeset", "fyne.io/fyne/v2",
	},
	"app": {
		"app/instance", "app/locale", "app/project", "app/screen", "app/state", "app/ui",
		"parse", "parse/lang", "parse/source", "parse/stamp", "parse/story", "parse/text", "parse/timex", "parse/when",
		"timeline", "timeline/axis", "timeline/exchange", "timeline/layout", "timeline/scene", "timeline/typeset",
		"timeline/render/html", "timeline/render/page", "timeline/render/parcel", "timeline/render/pdf",
		"timeline/render/raster", "timeline/render/svg",
		"fyne.io/fyne/v2",
	},
}

// testsToo holds what the tests of a package may import beyond the law.
var testsToo = map[string][]string{
	"app":         {"assets", "golang.org/x/text"},
	"app/ui":      {"assets", "parse", "parse/timex"},
	"parse/story": {"parse"},
	"timeline/render": {
		"timeline/scene", "timeline/typeset",
		"timeline/render/pdf", "timeline/render/raster", "timeline/render/specimen", "timeline/render/svg",
	},
	"timeline/render/pdf":    {"timeline/render/specimen"},
	"timeline/render/raster": {"timeline/render/specimen"},
	"timeline/render/svg":    {"timeline/render/specimen"},
}

// fences name the packages of the standard library that only some rooms may
// import; their tests may import any. Nobody goes to the network.
var fences = map[string][]string{
	"net":      {"app/instance"}, // for a socket within this computer
	"net/http": {},
	"unsafe":   {"parse/source"}, // to confine the process that reads files
	"os/exec":  {"parse/source"}, // to start it
}

// unfit holds packages of the standard library that a room must do without: what
// the reader does is worked out without clock and files.
var unfit = map[string][]string{
	"app/state":      {"os", "time", "math/rand"},
	"parse/when":     {"os", "time", "math/rand"},
	"timeline":       {"os", "time", "math/rand"},
	"timeline/axis":  {"os", "time", "math/rand"},
	"timeline/scene": {"os", "time", "math/rand"},
}

// TestImports reads every Go file in the tree, whatever its build tags. It does
// not ask the go command: a test that does would pass from the test cache after
// a forbidden import is added.
func TestImports(t *testing.T) {
	for file, imports := range imports(t, "..") {
		room := path.Dir(file)
		if _, ok := law[room]; !ok {
			t.Errorf("%s: package %s has no line in the law of imports", file, room)
			continue
		}
		for _, p := range imports {
			if why := breach(room, p, strings.HasSuffix(file, "_test.go")); why != "" {
				t.Errorf("%s imports %s: %s", file, p, why)
			}
		}
	}
}

func TestBreach(t *testing.T) {
	tests := []struct {
		name, room, imports string
		inTest, allowed     bool
	}{
		{"standard library", "parse/text", "strings", false, true},
		{"a room before", "parse/timex", "parse/text", false, true},
		{"a room behind", "parse/text", "parse/timex", false, false},
		{"across the diamond", "timeline", "parse/story", false, false},
		{"the shared leaf", "timeline", "parse/when", false, true},
		{"reader behind layout", "timeline/layout", "parse/source", false, false},
		{"Fyne in the window", "app/ui", "fyne.io/fyne/v2/widget", false, true},
		{"Fyne in the state", "app/state", "fyne.io/fyne/v2", false, false},
		{"Fyne under a like name", "app/ui", "fyne.io/fyne/v22", false, false},
		{"Fyne in a timeline's test", "timeline/layout", "fyne.io/fyne/v2/test", true, false},
		{"dateparse in its pen", "parse/stamp", "github.com/araddon/dateparse", false, true},
		{"dateparse on prose", "parse/timex", "github.com/araddon/dateparse", false, false},
		{"database in the project", "app/project", "modernc.org/sqlite", false, true},
		{"database in the state", "app/state", "modernc.org/sqlite", false, false},
		{"the network", "parse/source", "net/http", false, false},
		{"a child process to kill", "app/project", "os/exec", true, true},
		{"part of the network that only names things", "parse/source", "net/url", false, true},
		{"a clock in the state", "app/state", "time", false, false},
		{"a clock beside the state", "app/state", "time", true, true},
		{"a package tests itself", "parse/when", "parse/when", true, true},
		{"a package imports itself", "parse/when", "parse/when", false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := tt.imports
			if _, ours := law[p]; ours {
				p = module + "/" + p
			}
			if why := breach(tt.room, p, tt.inTest); (why == "") != tt.allowed {
				t.Errorf("breach(%q, %q, %v) = %q, want allowed: %v", tt.room, p, tt.inTest, why, tt.allowed)
			}
		})
	}
}

// breach says why a package must not import a path, or nothing if it may.
func breach(room, imported string, inTest bool) string {
	own, ours := strings.CutPrefix(imported, module+"/")
	outside := strings.Contains(strings.Split(imported, "/")[0], ".")
	if !ours && !outside {
		return breachStandard(room, imported, inTest)
	}
	may := law[room]
	if inTest {
		may = append(slices.Clone(testsToo[room]), may...)
		may = append(may, room)
	}
	for _, m := range may {
		if ours && own == m || outside && within(imported, m) {
			return ""
		}
	}
	return "the law of imports does not allow it"
}

func breachStandard(room, imported string, inTest bool) string {
	if inTest {
		return ""
	}
	if may, fenced := fences[imported]; fenced && !slices.Contains(may, room) {
		return "only these packages may: " + strings.Join(may, ", ")
	}
	if slices.Contains(unfit[room], imported) {
		return room + " does without it"
	}
	return ""
}

// within reports whether an import path is a module's or lies below it.
func within(imported, outside string) bool {
	rest, ok := strings.CutPrefix(imported, outside)
	return ok && (rest == "" || rest[0] == '/')
}

// imports returns the import paths of every Go file under root, by the file's
// name relative to root.
func imports(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	files := os.DirFS(root)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && skipped(name):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		found[name] = []string{}
		for _, spec := range f.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[name] = append(found[name], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("no Go files under %s", root)
	}
	return found
}

// skipped reports whether a folder holds no packages of the program: what was
// built, test data, and hidden folders.
func skipped(dir string) bool {
	base := path.Base(dir)
	return base == "testdata" || dir == "build" || dir == "dist" || base != "." && strings.HasPrefix(base, ".")
}

// TestLawNamesPackages fails for a line about a package that is gone.
func TestLawNamesPackages(t *testing.T) {
	rooms := map[string]bool{}
	for file := range imports(t, "..") {
		rooms[path.Dir(file)] = true
	}
	for _, table := range []map[string][]string{law, testsToo, unfit} {
		for _, room := range slices.Sorted(maps.Keys(table)) {
			if !rooms[room] {
				t.Errorf("the law speaks of package %s, which has no Go files", room)
			}
		}
	}
}
