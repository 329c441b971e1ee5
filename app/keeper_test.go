package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/project"
	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/text"
	"dateline/parse/when"
)

// session is a window without a screen: the model, and what keeps its work.
type session struct {
	t      *testing.T
	model  state.Model
	keeper keeper
}

func newSession(t *testing.T) *session {
	t.Helper()
	s := &session{t: t, model: state.New()}
	t.Cleanup(func() { _ = s.keeper.close() })
	return s
}

// send handles messages as the program does, but draws nothing.
func (s *session) send(msgs ...state.Msg) {
	s.t.Helper()
	for _, msg := range msgs {
		var effect state.Effect
		s.model, effect = state.Update(s.model, msg)
		s.perform(effect)
	}
}

func (s *session) perform(effect state.Effect) {
	switch e := effect.(type) {
	case state.Effects:
		for _, one := range e {
			s.perform(one)
		}
	case state.Load:
		s.send(loaded(s.t.Context(), e, sourceOptions(nil)))
	case state.Reread:
		s.send(reread(e))
	case state.ReadTime:
		s.send(readTime(e))
	default:
		if keeping(effect) {
			s.send(s.keeper.do(effect))
		}
	}
}

// load reads an article.
func (s *session) load(name, words string) {
	s.t.Helper()
	u := understand(opened{doc: text.FromPlain(name, words)}, parse.Options{})
	if u.err != nil {
		s.t.Fatal(u.err)
	}
	s.send(state.Loaded{Asked: 1, Readings: []*parse.Reading{u.reading}})
}

// titles lists what is on the timeline, with what the reader did about it.
func (s *session) titles() string {
	var all []string
	for _, e := range s.model.Timeline.Events {
		all = append(all, fmt.Sprint(e.When.EDTF(), " ", e.Title, e.Note, e.Color, e.Tags, e.Importance, s.model.Decision(e.ID)))
	}
	return strings.Join(all, "; ")
}

// crashed returns a copy of a project's files as a power failure leaves them.
func crashed(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "crashed.dateline"+suffix), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "crashed.dateline")
}

const ferries = "The first ferry ran on 5 May 1921. On Monday the harbour was closed. The company was sold in June 1924."

// TestProjectKeepsWhatTheReaderDid compares, after every step, what is on the
// screen with what is found in the project after a crash at that moment.
func TestProjectKeepsWhatTheReaderDid(t *testing.T) {
	s := newSession(t)
	s.load("ferries.txt", ferries)
	if len(s.model.Timeline.Events) < 2 {
		t.Fatalf("found are %s", s.titles())
	}
	first, last := s.model.Timeline.Events[0].ID, s.model.Timeline.Events[len(s.model.Timeline.Events)-1].ID
	article := s.model.Articles[0].ID
	path := filepath.Join(t.TempDir(), "ferries.dateline")
	s.send(state.Rename{Event: first, Title: "Ferries begin"}, state.Dismiss{Event: last}, state.Undo{})
	steps := []struct {
		name string
		msg  state.Msg
	}{
		{"save", state.SaveProject{Path: path}},
		{"redo what was undone before", state.Redo{}},
		{"undo it again", state.Undo{}},
		{"undo the name", state.Undo{}},
		{"rename", state.Rename{Event: first, Title: "The ferries"}},
		{"keep", state.Accept{Event: last}},
		{"choose", state.Select{Event: first}},
		{"open the form", state.EditEvent{}},
		{"type", state.Type{Typed: state.Typed{Title: "Ferries", Date: "c. 1850", Note: "See the log", Color: "#942a00"}}},
		{"save the form", state.SaveForm{}},
		{"begin an event of one's own", state.AddEvent{X: -1}},
		{"type it", state.Type{Typed: state.Typed{Title: "My birthday", Date: "mid-March 1921"}}},
		{"add it", state.SaveForm{}},
		{"edit it", state.EditEvent{}},
		{"type something else", state.Type{Typed: state.Typed{Title: "The birthday", Date: "44 BC", Tags: "people, Ada ,people", Note: "x", Weight: state.Heavy}}},
		{"save it", state.SaveForm{}},
		{"dismiss it", state.Dismiss{}},
		{"keep it after all", state.Undo{}},
		{"begin another", state.AddEvent{X: -1}},
		{"type the other", state.Type{Typed: state.Typed{Title: "Another", Date: "1921-05-05/1921-05-08"}}},
		{"add the other", state.SaveForm{}},
		{"undo the adding", state.Undo{}},
		{"redo the adding", state.Redo{}},
		{"dismiss", state.Dismiss{Event: last}},
		{"date the article", state.SetDate{Article: article, Date: when.Date(1922, 3, 2).Unit(when.Day)}},
		{"restore", state.Restore{Event: last}},
		{"undo", state.Undo{}},
		{"undo the date", state.Undo{}},
		{"redo the date", state.Redo{}},
		{"close the article", state.CloseArticle{Article: article}},
		{"undo the closing", state.Undo{}},
	}
	for _, step := range steps {
		s.send(step.msg)
		if len(s.model.Notices) > 0 {
			t.Fatalf("%s: %v", step.name, s.model.Notices)
		}
		again := newSession(t)
		again.send(state.Open{Paths: []string{crashed(t, path)}})
		if again.titles() != s.titles() || len(again.model.Dismissed()) != len(s.model.Dismissed()) {
			t.Fatalf("%s: found again are %q and %d dismissed, want %q and %d; notices %v", step.name,
				again.titles(), len(again.model.Dismissed()), s.titles(), len(s.model.Dismissed()), again.model.Notices)
		}
	}
	s.load("bridge.txt", "The bridge opened in August 1924.")
	again := newSession(t)
	again.send(state.Open{Paths: []string{crashed(t, path)}})
	if again.titles() != s.titles() || again.model.Counts() != s.model.Counts() {
		t.Errorf("an added article is found again as %q, %+v; want %q, %+v", again.titles(), again.model.Counts(), s.titles(), s.model.Counts())
	}
	again.send(state.Rename{Event: first, Title: "Later"}, state.Undo{}, state.Rename{Event: first, Title: "Even later"})
	if again.model.Unwritten > 0 || !strings.Contains(again.titles(), "Even later") {
		t.Errorf("a project that was opened again takes no edits: %v", again.model.Notices)
	}
}

// TestProjectKeepsHowEventsAreTold compares what panels show before and after.
func TestProjectKeepsHowEventsAreTold(t *testing.T) {
	s := newSession(t)
	s.load("ferries.txt", "Ada Byron, the captain, said on Tuesday that the ferry had sunk on 5 May 1921. "+ferries)
	s.send(state.SaveProject{Path: filepath.Join(t.TempDir(), "a.dateline")})
	again := newSession(t)
	again.send(state.Open{Paths: []string{crashed(t, s.model.Project.Path)}})
	for _, e := range s.model.Timeline.Events {
		want, _ := s.model.Draft(e.ID)
		got, ok := again.model.Draft(e.ID)
		if !ok || got.Speaker != want.Speaker || got.Why != want.Why || got.Mention != want.Mention ||
			got.Evidence != want.Evidence || len(got.TimeWords) != len(want.TimeWords) || len(got.People) != len(want.People) {
			t.Errorf("“%s” is told as %+v, want %+v", e.Title, got, want)
		}
		if again.model.Relative(e.ID) != s.model.Relative(e.ID) {
			t.Errorf("“%s” counts from the article's date: %v", e.Title, again.model.Relative(e.ID))
		}
	}
}

// TestProjectKeepsEditsOfWhatIsToldAgain takes away the date that an event
// counts from, and gives it back.
func TestProjectKeepsEditsOfWhatIsToldAgain(t *testing.T) {
	s := newSession(t)
	s.load("ferries.txt", ferries)
	article, count := s.model.Articles[0].ID, len(s.model.Timeline.Events)
	date := when.Date(1922, 3, 2).Unit(when.Day)
	s.send(state.SaveProject{Path: filepath.Join(t.TempDir(), "a.dateline")}, state.SetDate{Article: article, Date: date})
	for _, e := range s.model.Timeline.Events {
		if s.model.Relative(e.ID) {
			s.send(state.Rename{Event: e.ID, Title: "The harbour closes"})
		}
	}
	if !strings.Contains(s.titles(), "The harbour closes") {
		t.Fatalf("no event counts from the article's date: %s", s.titles())
	}
	s.send(state.SetDate{Article: article})
	again := newSession(t)
	again.send(state.Open{Paths: []string{crashed(t, s.model.Project.Path)}})
	if len(s.model.Timeline.Events) != count || again.titles() != s.titles() {
		t.Errorf("without the date there are %q, and %q found again", s.titles(), again.titles())
	}
	again.send(state.SetDate{Article: article, Date: date})
	if !strings.Contains(again.titles(), "The harbour closes") {
		t.Errorf("with the date again there are %q", again.titles())
	}
}

func TestProjectIsOpenedOnce(t *testing.T) {
	s := newSession(t)
	path := filepath.Join(t.TempDir(), "ferries")
	s.send(state.NewProject{Path: path})
	path += project.Extension
	if s.model.Project.Path != path {
		t.Fatalf("the project is %+v; notices %v", s.model.Project, s.model.Notices)
	}
	other := newSession(t)
	other.send(state.Open{Paths: []string{path}})
	if n := other.model.Notices; len(n) != 1 || !strings.Contains(n[0].Sentence.String(), "it is open already") || other.model.Loading != 0 {
		t.Errorf("opening a project twice says %v, %d loading", n, other.model.Loading)
	}
	other.send(state.NewProject{Path: path})
	if n := other.model.Notices; len(n) != 2 || !strings.Contains(n[1].Sentence.String(), "choose another name") {
		t.Errorf("a new project in place of another says %v", n)
	}
}

func TestProjectThatCannotBeWritten(t *testing.T) {
	s := newSession(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "ferries.dateline")
	s.load("ferries.txt", ferries)
	s.send(state.SaveProject{Path: path})
	first := s.model.Timeline.Events[0].ID
	away := filepath.Join(dir, "away.dateline")
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	s.send(state.Rename{Event: first, Title: "Kept in memory"}, state.Dismiss{Event: s.model.Timeline.Events[1].ID})
	if s.model.Unwritten != 2 || len(s.model.Notices) != 1 || !strings.Contains(s.titles(), "Kept in memory") {
		t.Fatalf("%d are unwritten, notices %v, events %s", s.model.Unwritten, s.model.Notices, s.titles())
	}
	s.send(state.SaveCopy{Path: filepath.Join(dir, "copy")})
	copied := newSession(t)
	copied.send(state.Open{Paths: []string{filepath.Join(dir, "copy.dateline")}})
	if copied.titles() != s.titles() {
		t.Errorf("the copy has %q, want %q; notices %v", copied.titles(), s.titles(), s.model.Notices)
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	s.send(state.WriteAgain{})
	again := newSession(t)
	again.send(state.Open{Paths: []string{crashed(t, path)}})
	if s.model.Unwritten != 0 || again.titles() != s.titles() {
		t.Errorf("%d are unwritten; the project has %q, want %q", s.model.Unwritten, again.titles(), s.titles())
	}
}

func TestCopyOfAProject(t *testing.T) {
	s := newSession(t)
	dir := t.TempDir()
	s.load("ferries.txt", ferries)
	s.send(state.SaveProject{Path: filepath.Join(dir, "a.dateline")}, state.SaveCopy{Path: filepath.Join(dir, "b")})
	other := newSession(t)
	other.send(state.Open{Paths: []string{filepath.Join(dir, "b.dateline")}})
	if other.titles() != s.titles() || s.model.Project.Name() != "a" {
		t.Errorf("the copy has %q, want %q; the project is %q now", other.titles(), s.titles(), s.model.Project.Name())
	}
}

func TestExtractFromAProject(t *testing.T) {
	s := newSession(t)
	dir := t.TempDir()
	s.load("ferries.txt", ferries)
	events := s.model.Timeline.Events
	path := filepath.Join(dir, "a.dateline")
	s.send(state.SaveProject{Path: path}, state.Rename{Event: events[0].ID, Title: "Ferries begin"}, state.Dismiss{Event: events[1].ID})
	extract := func() (string, error) {
		var out, problems strings.Builder
		err := Extract(t.Context(), &out, Extraction{
			Paths: []string{"-", path}, Source: sourceOptions(strings.NewReader("The bridge opened in August 1924.")),
			Report: func(err error) { problems.WriteString(err.Error()) },
		})
		return out.String() + problems.String(), err
	}
	if out, err := extract(); err == nil || !strings.Contains(out, "it is open already") {
		t.Errorf("while the project is open, %q and %v come out", out, err)
	}
	if err := s.keeper.close(); err != nil {
		t.Fatal(err)
	}
	out, err := extract()
	if err != nil || !strings.Contains(out, `"title":"Ferries begin"`) || strings.Contains(out, `"title":"`+events[1].Title+`"`) ||
		strings.Index(out, "1924-08") > strings.Index(out, "Ferries begin") {
		t.Errorf("want the bridge, then the ferries that are kept, got %s and %v", out, err)
	}
}

func TestIsProject(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "article.dateline")
	if err := os.WriteFile(article, []byte(strings.Repeat("SQLite format 3 ", 20)), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := project.Create(filepath.Join(dir, "project.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		article: false, filepath.Join(dir, "project.txt"): true, filepath.Join(dir, "missing.dateline"): false, dir: false,
	} {
		if got := isProject(path); got != want {
			t.Errorf("isProject(%s) = %v, want %v", filepath.Base(path), got, want)
		}
	}
}

// TestUndoAfterReopening takes back, in a window that opened the project, what was
// done before, does it again, and goes on from there.
func TestUndoAfterReopening(t *testing.T) {
	s := newSession(t)
	s.load("ferries.txt", ferries)
	first := s.model.Timeline.Events[0].ID
	told := s.titles()
	s.send(state.SaveProject{Path: filepath.Join(t.TempDir(), "a.dateline")}, state.Rename{Event: first, Title: "Ferries begin"})
	renamed := s.titles()
	s.send(state.Dismiss{Event: first})
	dismissed := s.titles()
	again := newSession(t)
	again.send(state.Open{Paths: []string{crashed(t, s.model.Project.Path)}})
	steps := []struct {
		name   string
		msgs   []state.Msg
		titles string
		undo   string
		redo   string
	}{
		{"open", nil, dismissed, "dismiss “Ferries begin”", ""},
		{"undo", []state.Msg{state.Undo{}}, renamed, "rename", "dismiss “Ferries begin”"},
		{"undo twice", []state.Msg{state.Undo{}}, told, "add “ferries.txt”", "rename"},
		{"redo", []state.Msg{state.Redo{}}, renamed, "rename", "dismiss “Ferries begin”"},
		{"redo twice", []state.Msg{state.Redo{}}, dismissed, "dismiss “Ferries begin”", ""},
		{"redo nothing", []state.Msg{state.Redo{}}, dismissed, "dismiss “Ferries begin”", ""},
		{"restore and undo both", []state.Msg{state.Restore{Event: first}, state.Undo{}, state.Undo{}}, renamed, "rename", "dismiss “Ferries begin”"},
		{"a new step ends redo", []state.Msg{state.Rename{Event: first, Title: "War"}, state.Undo{}}, renamed, "rename", "rename “Ferries begin”"},
		{"undo all", []state.Msg{state.Undo{}, state.Undo{}, state.Undo{}}, "", "", "add “ferries.txt”"},
	}
	for _, step := range steps {
		again.send(step.msgs...)
		undo, redo := again.model.CanUndo().String(), again.model.CanRedo().String()
		if again.titles() != step.titles || !strings.HasPrefix(undo, step.undo) || (step.undo == "") != (undo == "") || !strings.HasPrefix(redo, step.redo) || (step.redo == "") != (redo == "") {
			t.Fatalf("%s: %q, undo %q, redo %q; want %q, %q, %q; %v", step.name, again.titles(), undo, redo, step.titles, step.undo, step.redo, again.model.Notices)
		}
	}
}
