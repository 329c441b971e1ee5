package source

import (
	"strings"
	"testing"
)

const mailHead = "From: =?utf-8?q?Ada_St=C3=B8ne?= <ada@example.org>\r\nTo: ben@example.org\r\nSubject: =?iso-8859-1?Q?The_m=EFll?=\r\nDate: Mon, 22 Mar 2021 23:30:00 -0500\r\n"

func TestMail(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"plain", mailHead + "\r\nThe mill by the river, as far as anybody can remember, was built\r\nin 1921, they say.\r\n\r\nAda", lines("p The mill by the river, as far as anybody can remember, was built in 1921, they say.", "p Ada")},
		{"quoted reply", mailHead + "\r\nYes, it was.\r\n\r\nOn Fri, Mar 19, 2021 at 5:00 PM Ben <ben@example.org> wrote:\r\n> Was the mill by the river, as far as anybody can remember, built\r\n> in 1921?\r\n", lines("p Yes, it was.", "f On Fri, Mar 19, 2021 at 5:00 PM Ben <ben@example.org> wrote:", "q Was the mill by the river, as far as anybody can remember, built in 1921?")},
		{"signature", mailHead + "\r\nYes.\r\n-- \r\nAda Stone\r\n", lines("p Yes.", "f Ada Stone")},
		{"quoted-printable", mailHead + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\ncaf=E9 in=\r\n 1921", lines("p café in 1921")},
		{"base64 with dirt in it", mailHead + "Content-Transfer-Encoding: base64\r\n\r\nSXQgd2Fz\r\n!IGJ1aWx0Lg==", lines("p It was built.")},
		{"text before HTML", mailHead + "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>html\r\n--x\r\nContent-Type: text/plain\r\n\r\nplain\r\n--x--", lines("p plain")},
		{"only HTML", mailHead + "Content-Type: text/html\r\n\r\n<h1>One</h1><p>two", lines("h1 One", "p two")},
		{"attachment", mailHead + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nbody\r\n--x\r\nContent-Disposition: attachment\r\nContent-Type: text/plain\r\n\r\nnot this\r\n--x--", lines("p body")},
		{"missing last boundary", mailHead + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nbody", lines("p body")},
		{"line of a mailbox before it", "From ada Mon Mar 22 23:30:00 2021\r\n" + mailHead + "\r\nbody", lines("p body")},
		{"parts without a boundary", mailHead + "Content-Type: multipart/mixed\r\n\r\nbody", lines("p body")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readOne(t, "a.eml", []byte(tt.file))
			if got := outline(d); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if d.Title != "The mïll" || d.Author != "Ada Støne" || days(d) != "2021-03-22" {
				t.Errorf("title %q, author %q, dates %q", d.Title, d.Author, days(d))
			}
		})
	}
}

func TestSavedPage(t *testing.T) {
	file := "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://valley.example/mill\r\nSubject: The mill\r\nDate: Thu, 1 Apr 2021 10:00:00 -0000\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n" +
		string(around(`<meta property="article:published_time" content="2021-03-22">`, "", "")) + "\r\n--x--"
	d := readOne(t, "a.mhtml", []byte(file))
	if !strings.Contains(d.Text, "5 May 1921") || strings.Contains(d.Text, "2019") || d.URL != "https://valley.example/mill" || days(d) != "2021-03-22 2021-04-01" {
		t.Errorf("URL %q, dates %q, text %q", d.URL, days(d), d.Text)
	}
}

func TestMailIsRefused(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"no text", mailHead + "\r\n", "no text in the mail"},
		{"only an attachment", mailHead + "Content-Type: image/png\r\n\r\nxx", "attachment"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.eml", []byte(tt.file)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMailIsRecognised(t *testing.T) {
	tests := []struct {
		name, file string
		want       bool
	}{
		{"mail", "From: a\nTo: b\n\nc", true},
		{"play", "Ada: I saw it.\nBen: When?\nAda: In 1921.\n", false},
		{"one field", "Date: 5 May 1921\n\nIt was built.", false},
		{"prose", "From: what I know, it was built.\n", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := isMail(sample{text: tt.file}); got != tt.want {
				t.Errorf("isMail(%q) = %v, want %v", tt.file, got, tt.want)
			}
		})
	}
}

func FuzzMail(f *testing.F) {
	f.Add("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n> a\r\n--x--")
	f.Fuzz(func(t *testing.T, s string) { fuzzOne(t, []byte(mailHead+s)) })
}
