package source

import (
	"errors"
	"os"
	"runtime/debug"
	"syscall"
	"testing"
	"time"
)

// The test program is also the program that its tests start as a worker, sound or
// with a fault.
const (
	faultHang  = "hang"
	faultLoad  = "load"
	faultStack = "stack"
	faultDial  = "dial"
	faultChat  = "chat"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case ChildCommand:
			os.Exit(Child(os.Args[2:], os.Stdin, os.Stdout))
		case faultHang:
			time.Sleep(time.Hour)
		case faultLoad:
			c := child{patience: time.Hour}
			go c.watch(100 << 20)
			hold(nil)
		case faultStack:
			debug.SetMaxStack(1 << 20)
			os.Exit(deeper(0))
		case faultChat:
			os.Stdout.WriteString("hello, this is not a frame")
			os.Exit(0)
		case faultDial:
			confine()
			if _, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); errors.Is(err, syscall.EPERM) {
				os.Exit(0)
			}
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// hold takes memory until it is stopped.
func hold(all [][]byte) {
	for {
		b := make([]byte, 1<<20)
		for i := range b {
			b[i] = 1
		}
		all = append(all, b)
	}
}

// deeper calls itself until the stack is full.
func deeper(n int) int {
	if n < 0 {
		return 0
	}
	return deeper(n+1) + 1
}
