package story_test

import "testing"

func TestCutOfTitle(t *testing.T) {
	checkTitles(t, []titleTest{
		{
			"before what has no verb left", "Ilse Horn wrote on Monday: “We sail the lake all year, but under this new council, the harbour of the town is closed in winter.”",
			"Ilse Horn: “We sail the lake all year”",
		},
		{
			"what is said in a letter", "Ilse Horn announced Monday in a long letter that she would be on unpaid leave for an unknown length of time.",
			"Ilse Horn announced in a long letter",
		},
		{
			"what is said behind a long subject", "A study by the Harbour Board of Lindau concluded in 1912 that, seen from the shore of the lake, the bridge was in the way.",
			"Study: the bridge was in the way",
		},
		{
			"name with and", "Ilse Horn said on Monday that the ferry company is facing many questions from the Lake Harbours and Shipping Commission over whether it broke the law.",
			"Ilse Horn: the ferry company is facing many questions",
		},
	})
}
