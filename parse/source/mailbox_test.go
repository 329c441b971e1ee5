package source

import "testing"

func TestMailbox(t *testing.T) {
	const file = "From ada@example.org Mon Mar 22 23:30:00 2021\nFrom: Ada\nTo: b\nSubject: one\nDate: Mon, 22 Mar 2021 10:00:00 +0000\n\nFirst.\n\nFrom here on it is no new mail.\n\n" +
		"From ben@example.org Tue Mar 23 10:00:00 2021\nFrom: Ben\nTo: a\nSubject: two\n\nSecond.\n"
	docs := readAll(t, "a.mbox", []byte(file))
	if len(docs) != 2 || docs[0].Title != "one" || docs[1].Title != "two" || docs[1].Path != "a.mbox!2" || days(docs[0]) != "2021-03-22" {
		t.Fatalf("%d mails: %+v", len(docs), docs)
	}
	if got, want := outline(docs[0]), lines("p First.", "p From here on it is no new mail."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
