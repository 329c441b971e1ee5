package project

import (
	"database/sql"
	"errors"
	"fmt"
)

// titleSetting is the key of the timeline's title.
const titleSetting = "title"

// Title returns the title of the timeline, empty until it is set.
func (p *Project) Title() (string, error) {
	return p.value("SELECT body FROM setting WHERE id = ?", titleSetting)
}

// SetTitle changes the title of the timeline.
func (p *Project) SetTitle(title string) error {
	_, err := p.do(fmt.Sprintf("title “%s”", title), func(e *edit) error {
		return e.put("setting", titleSetting, setting(title))
	})
	return err
}

// View returns a setting of the view, such as the zoom or a filter, in whatever
// form SetView stored it; empty if it was never set.
func (p *Project) View(key string) (string, error) {
	return p.value("SELECT body FROM view WHERE id = ?", key)
}

// SetView keeps a setting of the view. It is no step: undo is for what the
// timeline says, not for how one looks at it. In a project that is open for
// reading, nothing is kept and that is no error.
func (p *Project) SetView(key, value string) error {
	if p.readOnly {
		return nil
	}
	_, err := p.transact(func(e *edit) error {
		return e.exec("INSERT INTO view (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", key, value)
	})
	return err
}

// value runs a query for one text, empty if there is no row.
func (p *Project) value(query string, args ...any) (s string, err error) {
	err = p.db.QueryRow(query, args...).Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return s, explain(p.path, err)
}
