package app_test

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkProcess measures the whole program, from its start to its end.
func BenchmarkProcess(b *testing.B) {
	program, article := build(b), sample(b)
	dir := b.TempDir()
	for _, out := range []string{"sample.png", "sample.svg", "sample.pdf"} {
		b.Run("export "+filepath.Ext(out), func(b *testing.B) {
			measure(b, program, "export", "-o", filepath.Join(dir, out), article)
		})
	}
	b.Run("extract", func(b *testing.B) { measure(b, program, "extract", article) })
}

// measure runs the program again and again, and reports its largest memory and its
// processor time, which says more on a busy machine.
func measure(b *testing.B, program string, args ...string) {
	b.Helper()
	var most int64 // kB
	var busy time.Duration
	for b.Loop() {
		cmd := exec.CommandContext(b.Context(), program, args...)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		busy += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			most = max(most, usage.Maxrss)
		}
	}
	b.ReportMetric(float64(most)/1024, "peak-MB")
	b.ReportMetric(float64(busy.Milliseconds())/float64(b.N), "cpu-ms")
}

// BenchmarkFirstFrame measures from the start of the program until the timeline
// of the sample stands on the display.
func BenchmarkFirstFrame(b *testing.B) {
	build(b)
	article := sample(b)
	var took time.Duration
	for b.Loop() {
		w := startWindow(b, dress{theme: "light", scale: 1}, article)
		for blank(w.look(), below) {
			time.Sleep(5 * time.Millisecond)
		}
		took += time.Since(w.started)
	}
	b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "first-frame-ms")
}
