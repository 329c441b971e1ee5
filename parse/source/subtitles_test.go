package source

import "testing"

func TestSubtitles(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"SRT", "1\n00:00:01,000 --> 00:00:03,000\nIt was built\n<i>in 1921</i>,\n\n2\n00:00:03,100 --> 00:00:05,000\nthey say.\n\n3\n00:01:00,000 --> 00:01:02,000\nIt fell.\n", lines("p It was built in 1921, they say.", "p It fell.")},
		{"WebVTT", "WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:03.000 align:start\n<v Ada>It was built &amp; fell.\n\n00:03.500 --> 00:04.000\n- When?\n- In 1921.\n", lines("p It was built & fell.", "p When?", "p In 1921.")},
		{"scrolling captions", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nIt was\n\n00:00:02.000 --> 00:00:03.000\nIt was\nbuilt.\n", lines("p It was built.")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(readOne(t, "a.srt", []byte(tt.file))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
