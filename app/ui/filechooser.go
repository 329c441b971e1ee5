package ui

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// fileChooser is a dialog that chooses files, several at once and from several
// folders.
type fileChooser struct {
	folder string
	files  []folderEntry
	picked map[string]bool // by path
	latest int             // of the folders that were asked for, the last

	path   *widget.Label
	list   *widget.List
	open   *widget.Button
	dialog *dialog.CustomDialog
}

// folderEntry is a file or a folder in the folder that is shown.
type folderEntry struct {
	name   string
	folder bool
}

// chooseFiles asks for articles to open.
func (w *Window) chooseFiles() {
	c := newFileChooser(func(paths []string) { w.Send(state.Open{Paths: paths}) })
	home, _ := os.UserHomeDir() // without one, it begins at the root
	up := widget.NewButtonWithIcon("", theme.MoveUpIcon(), func() { c.enter(filepath.Dir(c.folder)) })
	start := widget.NewButtonWithIcon("", theme.HomeIcon(), func() { c.enter(home) })
	c.dialog = dialog.NewCustomWithoutButtons(lang.L("Open articles"), container.NewBorder(
		container.NewBorder(nil, nil, container.NewHBox(up, start), nil, c.path), nil, nil, nil, c.list,
	), w.win)
	cancel := widget.NewButton(lang.L("Cancel"), c.dialog.Hide)
	c.dialog.SetButtons([]fyne.CanvasObject{cancel, c.open})
	size := w.win.Canvas().Size()
	c.dialog.Resize(fyne.NewSize(min(size.Width*0.9, 900), min(size.Height*0.9, 640)))
	c.dialog.Show()
	w.win.Canvas().Focus(c.list)
	folder := w.workFolder()
	if folder == "" {
		folder = home
	}
	c.enter(folder)
}

// newFileChooser makes the parts of the dialog. What is chosen is handed to then.
func newFileChooser(then func(paths []string)) *fileChooser {
	c := &fileChooser{picked: map[string]bool{}, path: widget.NewLabel("")}
	c.path.Truncation = fyne.TextTruncateEllipsis
	c.list = widget.NewList(func() int { return len(c.files) }, newFileRow, func(i widget.ListItemID, row fyne.CanvasObject) {
		if i < len(c.files) {
			c.fill(row.(*fyne.Container), c.files[i])
		}
	})
	c.list.OnSelected = func(i widget.ListItemID) {
		c.list.UnselectAll()
		c.choose(i)
	}
	c.open = widget.NewButton("", func() {
		c.dialog.Hide()
		then(slices.Sorted(maps.Keys(c.picked)))
	})
	c.open.Importance = widget.HighImportance
	c.count()
	return c
}

// newFileRow makes a row of the list: an icon, and a name.
func newFileRow() fyne.CanvasObject {
	name := widget.NewLabel("")
	name.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, widget.NewIcon(nil), nil, name)
}

// fill shows an entry of the folder in a row.
func (c *fileChooser) fill(row *fyne.Container, e folderEntry) {
	name, icon := row.Objects[0].(*widget.Label), row.Objects[1].(*widget.Icon)
	name.TextStyle.Bold = c.picked[filepath.Join(c.folder, e.name)]
	name.SetText(e.name)
	switch {
	case e.folder:
		icon.SetResource(theme.FolderIcon())
	case name.TextStyle.Bold:
		icon.SetResource(theme.CheckButtonCheckedIcon())
	default:
		icon.SetResource(theme.CheckButtonIcon())
	}
}

// enter shows another folder when it has been read.
func (c *fileChooser) enter(folder string) {
	c.latest++
	asked := c.latest
	go func() {
		files, err := entriesOf(folder)
		fyne.Do(func() {
			switch {
			case asked != c.latest:
			case err != nil:
				c.path.SetText(lang.L("The folder cannot be opened: {{.Problem}}.", data{"Problem": err.Error()}))
			default:
				c.show(folder, files)
			}
		})
	}()
}

func (c *fileChooser) show(folder string, files []folderEntry) {
	c.folder, c.files = folder, files
	c.path.SetText(folder)
	c.list.Refresh()
	c.list.ScrollToTop()
}

// choose enters a folder, and picks a file or leaves it out again.
func (c *fileChooser) choose(i int) {
	e := c.files[i]
	path := filepath.Join(c.folder, e.name)
	if e.folder {
		c.enter(path)
		return
	}
	if c.picked[path] {
		delete(c.picked, path)
	} else {
		c.picked[path] = true
	}
	c.list.RefreshItem(i)
	c.count()
}

// count tells how many files are picked.
func (c *fileChooser) count() {
	n := len(c.picked)
	c.open.SetText(lang.L("Open"))
	if n > 0 {
		c.open.SetText(lang.N("Open {{.Count}} files", n, counted(n)))
	}
	enable(c.open, n > 0)
}

// entriesOf returns what is in a folder, folders first, without what is hidden.
func entriesOf(folder string) ([]folderEntry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var folders, files []folderEntry
	for _, f := range found {
		name := f.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, name)) // of what a link leads to
		switch {
		case err != nil:
		case info.IsDir():
			folders = append(folders, folderEntry{name, true})
		default:
			files = append(files, folderEntry{name, false})
		}
	}
	return append(folders, files...), nil
}
