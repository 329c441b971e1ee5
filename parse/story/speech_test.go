package story_test

import "testing"

func TestTitleOfSpeech(t *testing.T) {
	checkTitles(t, []titleTest{
		{"said by a name", "Ilse Horn said on Monday that the bridge was safe.", "Ilse Horn: the bridge was safe"},
		{"said behind a quote", "“The bridge is safe,” Anton Veit told reporters on Monday.", "Anton Veit: “The bridge is safe”"},
		{"said by somebody", "The pier is safe, an engineer said Monday.", "Engineer: the pier is safe"},
		{"speaker told of by a pronoun", "Ilse Horn said on Monday that she had sold the old ferry.", "Ilse Horn said that she had sold the old ferry"},
		{"said behind a colon", "Ilse Horn wrote on Monday: “The bridge is safe.”", "Ilse Horn: “The bridge is safe”"},
		{"short and said", "Ilse Horn said that the pier burned in 1912.", "The pier burned"},
		{"said without that", "The firm said more than forty boats had been sold from the harbour in 1912.", "More than forty boats had been sold from the harbour"},
		{"quotation marks of a typewriter", "``The bridge is safe,'' Anton Veit told reporters on Monday.", "Anton Veit: “The bridge is safe”"},
	})
}
