package source

import "time"

// The limits that hold if Options gives none.
const (
	// maxFileSize holds the largest newspaper archives and scanned books that
	// people send each other, and fits in a worker's memory several times.
	maxFileSize = 256 << 20
	// maxMemory is enough for a PDF that uses all of pdfMemory: wazero copies
	// the memory when it grows.
	maxMemory = 1 << 30
	// timeout is ten times what the slowest file among some thousand took.
	timeout = 30 * time.Second
)

// The limits that do not depend on Options.
const (
	// maxText is the number of bytes of the longest text of one article, and
	// maxLines the number of its lines. War and Peace has 3 MB.
	maxText  = 16 << 20
	maxLines = 1 << 20
	// maxProperty is the number of bytes of the longest title, author or site;
	// the longest titles of books have some five hundred.
	maxProperty = 1000
	// maxInProcess is the size of the largest page that is read without a
	// worker, and maxTagsInProcess the number of its tags. A node of the parsed
	// page takes about 150 bytes, twice: both together stay under 50 MB.
	maxInProcess     = 2 << 20
	maxTagsInProcess = 60_000
	// maxEntries is the number of files in an archive or a document; a book of
	// a thousand chapters has some two thousand.
	maxEntries = 20_000
	// maxPart and maxUnpacked are the number of bytes that one file in an archive
	// or a document, and all that are read together, may have unpacked.
	maxPart     = 64 << 20
	maxUnpacked = 256 << 20
	// maxFailures is how many files of an archive may be refused, each with a
	// sentence of its own, before the rest is left out.
	maxFailures = 20
	// maxNesting is how deep archives may lie in each other, and maxDepth how
	// deep elements and groups.
	maxNesting = 3
	maxDepth   = 512
	// pdfMemoryPages is the memory of the machine that reads PDFs, in pages of
	// 64 KB: 256 MB. The largest of a thousand real files took 231 MB with all
	// of its process.
	pdfMemoryPages = 4096
	// sniffLength is the number of bytes that recognise a format.
	sniffLength = 64 << 10
)
