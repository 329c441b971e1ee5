package source

import (
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// ofKernel are the file systems through which the kernel shows its state.
var ofKernel = [...]uint32{unix.PROC_SUPER_MAGIC, unix.SYSFS_MAGIC, unix.DEBUGFS_MAGIC, unix.TRACEFS_MAGIC}

// checkFileSystem refuses the files through which the kernel shows its state.
// They call themselves regular, but may be endless or wait.
func checkFileSystem(path string, f *os.File) error {
	var st unix.Statfs_t
	known := unix.Fstatfs(int(f.Fd()), &st) == nil
	// The type has another size on other processors.
	if known && slices.Contains(ofKernel[:], uint32(st.Type)) {
		return &Error{Path: path, Problem: "this is a window into the system, not a file", Help: "only ordinary files are read"}
	}
	return nil
}
