package story_test

import (
	"testing"

	"dateline/parse/story"
)

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
