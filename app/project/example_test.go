package project_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dateline/app/project"
	"dateline/parse/text"
	"dateline/parse/when"
	"dateline/timeline"
)

// A project takes in what was read from articles, then what the reader does.
func Example() {
	dir, err := os.MkdirTemp("", "project")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	p, err := project.Create(filepath.Join(dir, "ferries"+project.Extension))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := text.FromPlain("notes.txt", "The first ferry ran in May 1921.")
	ferry := project.Record{Event: timeline.Event{
		ID: "e1", Title: "First ferry", When: when.One(when.Date(1921, 5, 1).Unit(when.Month)),
		Sources: []timeline.Source{{Document: doc.Name, Quote: doc.Text, TimeWords: "May 1921", End: len(doc.Text)}},
	}}
	article := project.Article{ID: "a1", Hash: project.Hash([]byte(doc.Text)), Document: doc}
	err = errors.Join(
		p.AddArticles(project.Reading{Article: article, Events: []project.Record{ferry}}),
		p.Move("e1", when.One(when.Date(1921, 5, 5).Unit(when.Day))),
		p.SetTitle("Ferries"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	changed, err := p.Undo() // the title
	fmt.Println("undone:", changed.Step, err)
	for batch, err := range p.Events() {
		for _, r := range batch {
			fmt.Println(r.When.EDTF(), r.Title, r.State, err)
		}
	}
	fmt.Println("closed:", p.Close())
	// Output:
	// undone: title “Ferries” <nil>
	// 1921-05-05 First ferry kept <nil>
	// closed: <nil>
}
