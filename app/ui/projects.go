package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// projectExtension is what the names of project files end in.
const projectExtension = ".dateline"

// projectForm is a question for the path of a project.
type projectForm struct {
	title, confirm, words string
	name                  string // proposed file name, without extension
	then                  func(path string) state.Msg
}

// chooseNewProject asks where to begin an empty project.
func (w *Window) chooseNewProject() {
	w.askProject(projectForm{
		lang.L("New project"), lang.L("Create"), lang.L("Everything that you do is written to this file at once."), lang.L("Timeline"),
		func(path string) state.Msg { return state.NewProject{Path: path} },
	})
}

// chooseProject asks where to keep what is open.
func (w *Window) chooseProject() {
	w.askProject(w.saveForm(func(path string) state.Msg { return state.SaveProject{Path: path} }))
}

// saveForm is the question where to keep what is open.
func (w *Window) saveForm(then func(path string) state.Msg) projectForm {
	return projectForm{
		lang.L("Save as project"), lang.L("Save"), lang.L("Articles and events are kept in this one file. From now on, everything that you do is written to it at once."), w.workName(), then,
	}
}

// chooseCopy asks where to write a copy of the project.
func (w *Window) chooseCopy() {
	if w.model.Project == (state.Project{}) {
		w.Send(state.SaveCopy{})
		return
	}
	w.askProject(projectForm{
		lang.L("Save a copy"), lang.L("Save"), lang.L("You go on working in the project itself. A file of this name is replaced."), lang.L("{{.Name}} copy", data{"Name": w.workName()}),
		func(path string) state.Msg { return state.SaveCopy{Path: path} },
	})
}

// askProject asks for the path of a project, and sends what follows from it.
func (w *Window) askProject(f projectForm) {
	path := newField()
	path.SetText(filepath.Join(w.workFolder(), f.name+projectExtension))
	words := wrapped(style{})
	words.SetText(f.words)
	form := container.NewVBox(words, w.withFolder(path))
	w.ask(f.title, f.confirm, form, path, func() { w.Send(f.then(path.Text)) })
}

// workName proposes a name for a file of what is open.
func (w *Window) workName() string {
	switch {
	case w.model.Project != (state.Project{}):
		return w.model.Project.Name()
	case len(w.model.Texts()) > 0:
		return withExtension(w.model.Texts()[0].Reading.Document.Name, "")
	}
	return lang.L("Timeline")
}

// workFolder proposes a folder: that of the project, or of the latest file.
func (w *Window) workFolder() string {
	switch {
	case w.model.Project != (state.Project{}):
		return filepath.Dir(w.model.Project.Path)
	case len(w.model.Recent) > 0:
		return filepath.Dir(w.model.Recent[0])
	}
	return ""
}

// AskToClose closes the window, unless there is work that would be lost: the
// reader then decides about it.
func (w *Window) AskToClose() {
	switch {
	case w.model.Unwritten > 0:
		w.askToLose()
	case w.model.Unkept():
		w.askToKeep()
	default:
		w.win.Close()
	}
}

// askToKeep asks what becomes of work that no project keeps.
func (w *Window) askToKeep() {
	words := wrapped(style{})
	words.SetText(lang.L("What you changed is in no project yet. Save it as a project to go on with it later."))
	d := dialog.NewCustomWithoutButtons(lang.L("Keep your changes?"), words, w.win)
	back := widget.NewButton(lang.L("Go back"), d.Hide)
	lose := widget.NewButton(lang.L("Close and lose them"), w.win.Close)
	lose.Importance = widget.DangerImportance
	keep := widget.NewButton(lang.L("Save as project…"), func() {
		d.Hide()
		w.askProject(w.saveForm(func(path string) state.Msg {
			w.closing = true
			return state.SaveProject{Path: path}
		}))
	})
	keep.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{back, lose, keep})
	d.Resize(fyne.NewSize(min(w.win.Canvas().Size().Width*0.9, 620), 0))
	d.Show()
}

// askToLose asks whether to close in spite of work that could not be written.
func (w *Window) askToLose() {
	n := w.model.Unwritten
	words := lang.N("{{.Count}} changes could not be written to the project.", n, counted(n)) + "\n" +
		lang.L("To keep them, save the work under another name.")
	dialog.ShowCustomConfirm(lang.L("Close the window?"), lang.L("Close and lose them"), lang.L("Go back"), widget.NewLabel(words), func(yes bool) {
		if yes {
			w.win.Close()
		}
	}, w.win)
}
