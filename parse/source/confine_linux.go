package source

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// forbidden are the system calls that the reading of a file never needs: those
// that reach other machines, programs and processes.
var forbidden = [...]uint32{
	unix.SYS_SOCKET, unix.SYS_SOCKETPAIR, unix.SYS_CONNECT, unix.SYS_BIND, unix.SYS_LISTEN, unix.SYS_ACCEPT4,
	unix.SYS_SENDTO, unix.SYS_SENDMSG, unix.SYS_EXECVE, unix.SYS_EXECVEAT, unix.SYS_PTRACE, unix.SYS_PROCESS_VM_READV,
	unix.SYS_PROCESS_VM_WRITEV, unix.SYS_IO_URING_SETUP, unix.SYS_BPF, unix.SYS_MOUNT,
}

// confine makes the kernel refuse the forbidden calls to all threads of this
// process, for good. A kernel that cannot leaves things as they are: no reader
// makes such a call, so this is a second wall.
func confine() {
	const (
		number       = 0 // offset of the call's number in struct seccomp_data
		load         = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		jumpIfEqual  = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		giveBack     = unix.BPF_RET | unix.BPF_K
		allThreads   = unix.SECCOMP_FILTER_FLAG_TSYNC
		noPermission = unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)
	)
	filter := []unix.SockFilter{{Code: load, K: number}}
	for i, call := range forbidden {
		filter = append(filter, unix.SockFilter{Code: jumpIfEqual, Jt: uint8(len(forbidden) - i), K: call})
	}
	filter = append(filter, unix.SockFilter{Code: giveBack, K: unix.SECCOMP_RET_ALLOW}, unix.SockFilter{Code: giveBack, K: noPermission})
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != nil {
		return
	}
	_, _, _ = unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, allThreads, uintptr(unsafe.Pointer(&program)))
}
