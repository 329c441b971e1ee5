//go:build !unix

package source

// nonBlocking is not needed where no pipe has a place in the file system.
const nonBlocking = 0
