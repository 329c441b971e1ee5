package source

import (
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// checkFileSystem refuses the files through which the kernel shows its state.
// They call themselves regular, but may be endless or wait.
func checkFileSystem(path string, f *os.File) error {
	var st unix.Statfs_t
	if err := unix.Fstatfs(int(f.Fd()), &st); err != nil {
		return nil // then nothing is known against it
	}
	ofKernel := []int64{unix.PROC_SUPER_MAGIC, unix.SYSFS_MAGIC, unix.DEBUGFS_MAGIC, unix.TRACEFS_MAGIC}
	if slices.Contains(ofKernel, int64(st.Type)) {
		return &Error{Path: path, Problem: "this is a window into the system, not a file", Help: "only ordinary files are read"}
	}
	return nil
}
