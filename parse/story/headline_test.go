package story_test

import (
	"testing"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// tell reads a text that was written on Thursday, 5 May 1921.
func tell(t *testing.T, s string) []story.Draft {
	t.Helper()
	r, err := parse.Article(text.FromPlain("", s), parse.Options{Date: when.Date(1921, 5, 5).Unit(when.Day)})
	if err != nil {
		t.Fatal(err)
	}
	return r.Events
}

func TestTitle(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"plain", "The council opened the new harbour bridge on Monday.", "The council opened the new harbour bridge"},
		{"date in front", "In 1898, the council opened a school.", "The council opened a school"},
		{"date behind the subject", "The council on Monday opened a school.", "The council opened a school"},
		{"said by a name", "Ilse Horn said on Monday that the bridge was safe.", "Ilse Horn: the bridge was safe"},
		{"said behind a quote", "“The bridge is safe,” Anton Veit told reporters on Monday.", "Anton Veit: “The bridge is safe”"},
		{"two clauses", "After Horn resigned in March, Anton Veit took over the council on Monday.", "Anton Veit took over the council"},
		{"pronoun", "Ilse Horn runs the ferries. She bought a steamer in 1919.", "Ilse Horn bought a steamer"},
		{"company", "The Lindau Ferry Company is small. The company bought a steamer in 1919.", "Lindau Ferry Company bought a steamer"},
		{"apposition", "Anton Veit, an engineer from Bregenz, drew the bridge in 1912.", "Anton Veit drew the bridge"},
		{"relative clause", "The bridge, which was built in 1912, is closed.", "The bridge was built"},
		{"what was joined", "The club that she joined in 1912 is closed now.", "She joined the club"},
		{"participle", "The tower, built in 1912, was sold.", "The tower was built"},
		{"inside a phrase", "They praised the 1912 treaty with the town of Bregenz.", "Treaty with the town of Bregenz"},
		{"in brackets", "He wrote A History of Ferries (1912) by hand.", "A History of Ferries"},
		{"passive", "The old pier was also torn down in 1912.", "The old pier was torn down"},
		{"connective", "However, the old pier burned in 1912.", "The old pier burned"},
		{
			"office in a long title", "Foreign Minister Ilse Horn signed the long lake treaty with Deputy Mayor Anton Veit in Lindau on Monday.",
			"Ilse Horn signed the long lake treaty with Anton Veit in Lindau",
		},
		{"said by somebody", "The pier is safe, an engineer said Monday.", "Engineer: the pier is safe"},
		{"date with a year before a noun", "The May 3, 1920, bombings killed two people.", "The bombings killed two people"},
		{"dashes", "The suspect -- Anton Veit -- was arrested in Lindau on Monday.", "The suspect was arrested in Lindau"},
		{"dateline", "LINDAU — The council opened a school on Monday.", "The council opened a school"},
		{"two verbs, one object", "The council bought and rebuilt the old mill in 1912.", "The council bought and rebuilt the old mill"},
		{"speaker told of by a pronoun", "Ilse Horn said on Monday that she had sold the old ferry.", "Ilse Horn said that she had sold the old ferry"},
		{"said behind a colon", "Ilse Horn wrote on Monday: “The bridge is safe.”", "Ilse Horn: “The bridge is safe”"},
		{"under it", "By 1912 it was clear that the ferry company had lost its passengers.", "The ferry company had lost its passengers"},
		{"the date is the subject", "1912 was the warmest year on the lake.", "1912 was the warmest year on the lake"},
		{"helped by the verb before", "Anton Veit was tried in 1911 and sentenced in 1912.", "Anton Veit was sentenced"},
		{"what hangs on a phrase", "According to plans drawn in 1912, the pier is safe.", "Plans were drawn"},
		{"adverb before the date", "Shortly after May 3, 1912, the pier burned.", "The pier burned"},
		{"next date behind a comma", "The steamer reached the new harbour on Monday, followed by a ferry on Tuesday.", "The steamer was followed by a ferry"},
		{"signed", "The bridge is safe.\n\n— Ilse Horn (@horn) May 3, 1921", "Ilse Horn: The bridge is safe"},
		{"their", "The Lindau Ferry Company sold its 1912 steamer with two funnels.", "Lindau Ferry Company’s steamer with two funnels"},
		{"dust settled", "As the dust settled from the quarrel with Bregenz in Lindau on Monday, Ilse Horn left.", "Quarrel with Bregenz in Lindau"},
		{"two countries", "Austria and Italy trade by rail. The two countries signed a treaty on Monday.", "Austria and Italy signed a treaty"},
		{"two of three countries", "Austria, Spain and Italy trade. The two countries signed a treaty on Monday.", "The two countries signed a treaty"},
		{"two pairs of countries", "Austria and Italy trade. Spain and Portugal do not. The two countries signed a treaty on Monday.", "The two countries signed a treaty"},
		{"emphasis", "The mayor himself opened the school on Monday.", "The mayor opened the school"},
		{"dash behind the subject", "The bank of the lake - was opened in Lindau on Monday.", "The bank of the lake was opened in Lindau"},
		{"passive infinitive", "The bridge is slated to be opened by Horn on Friday.", "The bridge is slated to be opened by Horn"},
		{"short and said", "Ilse Horn said that the pier burned in 1912.", "The pier burned"},
		{"list", "Horn, Veit and Lange left the town in 1912.", "Horn, Veit and Lange left the town"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			drafts := tell(t, tt.text)
			if len(drafts) == 0 {
				t.Fatalf("no event in %q", tt.text)
			}
			if got := drafts[len(drafts)-1].Title; got != tt.want {
				t.Errorf("title of %q = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestNoEvent(t *testing.T) {
	tests := []struct{ name, text string }{
		{"habit", "The pier closes in November."},
		{"today means nowadays", "Today the town has two bridges."},
		{"length", "The works took three weeks."},
		{"number in a name", "The steamer Regatta-1920 is fast."},
		{"repeated", "The town meets every Monday."},
		{"vague", "Recently the pier burned."},
		{"year of a name ahead", "They sold the 1950 bond."},
		{"a source looked up", "Retrieved 4 May 1921."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if drafts := tell(t, tt.text); len(drafts) > 0 {
				t.Errorf("%q makes %q on %s", tt.text, drafts[0].Title, drafts[0].Date())
			}
		})
	}
}

func TestStatus(t *testing.T) {
	tests := []struct {
		text string
		want story.Status
	}{
		{"The council met on Monday.", story.Happened},
		{"The council did not meet on Monday.", story.Denied},
		{"The council would have met on Monday.", story.Hypothetical},
		{"The council plans to meet in July.", story.Planned},
		{"The council will meet on Friday.", story.Planned},
		{"The bridge is due to open in July.", story.Planned},
		{"Two storms have set the mood in April.", story.Happened},
		{"The two have planned to meet in July.", story.Planned},
		{"The council said it had met on Monday.", story.Happened},
	}
	for _, tt := range tests {
		drafts := tell(t, tt.text)
		if len(drafts) != 1 || drafts[0].Status != tt.want {
			t.Errorf("%q: %v, want one that is %v", tt.text, drafts, tt.want)
		}
	}
}

func TestDates(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Veit came to Lindau on Monday for a two-day visit.", "1921-05-02/1921-05-03"},
		{"The ferries have been idle since March.", "1921-03/.."},
		{"It was the worst flood since March 1900.", "1900-03"},
		{"Horn ran the school until 1912.", "1912"},
		{"Horn ran the school from 1898 to 1912.", "1898/1912"},
		{"The pier burned in early April.", "1921-04"},
		{"The pier burned last week.", "1921-W17"},
		{"The pier burned last night.", "1921-05-04"},
		{"The town will keep in July the 20th anniversary of the founding of the school.", "1921-07"},
	}
	for _, tt := range tests {
		drafts := tell(t, tt.text)
		if len(drafts) == 0 || drafts[0].Date() != tt.want {
			t.Errorf("%q: %+v, want %s", tt.text, drafts, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	d := tell(t, "Mayor Ilse Horn of the Lake Council met Anton Veit in Vienna on Monday. Horn of the Harbour Company left Vienna.")[0]
	if len(d.People) != 2 || d.People[0] != "Ilse Horn" || d.People[1] != "Anton Veit" {
		t.Errorf("people = %q, want Ilse Horn and Anton Veit", d.People)
	}
	if len(d.Places) != 1 || d.Places[0] != "Vienna" {
		t.Errorf("places = %q, want Vienna", d.Places)
	}
	if len(d.Groups) != 1 || d.Groups[0] != "Lake Council" {
		t.Errorf("groups = %q, want Lake Council", d.Groups)
	}
}
