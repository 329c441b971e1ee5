package exchange

// formats is the table of formats. Where several read files of one extension,
// the stricter comes first, since the first that knows the content reads it.
var formats = []Format{
	{
		ID: "json", Name: "Dateline (JSON)", Extensions: []string{".json"},
		write: writeJSON, read: readJSON, sniff: sniffJSON,
	},
	{
		ID: "jsonl", Name: "Dateline (JSON Lines)", Extensions: []string{".jsonl", ".ndjson"},
		write: writeJSONLines, read: readJSONLines, sniff: sniffJSONLines,
	},
}
