package locale

import "testing"

func TestNeedsLanguage(t *testing.T) {
	tests := []struct {
		name string
		env  map[string]string
		want bool
	}{
		{"nothing set", nil, false},
		{"plain C", map[string]string{"LANG": "C"}, false},
		{"C with an encoding", map[string]string{"LANG": "C.UTF-8"}, true},
		{"POSIX with an encoding", map[string]string{"LC_MESSAGES": "POSIX.UTF-8"}, true},
		{"a language", map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{"a language beside", map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "de"}, false},
		{"a stronger language", map[string]string{"LANG": "C.UTF-8", "LC_ALL": "de_DE.UTF-8"}, false},
		{"a stronger C", map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := needsLanguage(func(name string) string { return tt.env[name] }); got != tt.want {
				t.Errorf("needsLanguage(%v) = %v, want %v", tt.env, got, tt.want)
			}
		})
	}
}
