package story_test

import "testing"

func TestTitleOfStatement(t *testing.T) {
	checkTitles(t, []titleTest{
		{"date in front", "In 1898, the council opened a school.", "The council opened a school"},
		{"date behind the subject", "The council on Monday opened a school.", "The council opened a school"},
		{"two clauses", "After Horn resigned in March, Anton Veit took over the council on Monday.", "Anton Veit took over the council"},
		{"relative clause", "The bridge, which was built in 1912, is closed.", "The bridge was built"},
		{"what was joined", "The club that she joined in 1912 is closed now.", "She joined the club"},
		{"participle", "The tower, built in 1912, was sold.", "The tower was built"},
		{"passive", "The old pier was also torn down in 1912.", "The old pier was torn down"},
		{"connective", "However, the old pier burned in 1912.", "The old pier burned"},
		{"two verbs, one object", "The council bought and rebuilt the old mill in 1912.", "The council bought and rebuilt the old mill"},
		{"the date is the subject", "1912 was the warmest year on the lake.", "1912 was the warmest year on the lake"},
		{"helped by the verb before", "Anton Veit was tried in 1911 and sentenced in 1912.", "Anton Veit was sentenced"},
		{"what hangs on a phrase", "According to plans drawn in 1912, the pier is safe.", "Plans were drawn"},
		{"passive infinitive", "The bridge is slated to be opened by Horn on Friday.", "The bridge is slated to be opened by Horn"},
		{"being", "The mayor had been out of work since being dismissed by the council in 1912.", "The mayor was dismissed by the council"},
		{"preposition of a noun behind the date", "The story of the ferry began in 19th century Lindau.", "The story of the ferry began in Lindau"},
		{"participle with an object", "The company closed after Horn received complaints last month about the ferry.", "Horn received complaints about the ferry"},
	})
}
