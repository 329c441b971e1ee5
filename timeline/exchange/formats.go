package exchange

// formats is the table of formats. Where several read files of one extension,
// the stricter comes first, since the first that knows the content reads it.
// The first that writes an extension is the one that a file's name asks for.
var formats = []Format{
	{
		ID: "csv", Name: "Table (CSV)", Extensions: []string{".csv", ".tsv"},
		write: writeCSV(plainCSV), read: readCSV, sniff: sniffCSV,
	},
	{
		ID: "excel", Name: "Table for Excel (CSV with semicolons)", Extensions: []string{".csv"},
		write: writeCSV(excelCSV), read: readCSV, sniff: sniffCSV,
	},
	{
		ID: "json", Name: "Dateline (JSON)", Extensions: []string{".json"},
		write: writeJSON, read: readJSON, sniff: sniffJSON, distinct: true,
	},
	{
		ID: "jsonl", Name: "Dateline (JSON Lines)", Extensions: []string{".jsonl", ".ndjson"},
		write: writeJSONLines, read: readJSONLines, sniff: sniffJSONLines, distinct: true,
	},
	{
		ID: "timelinejs", Name: "TimelineJS (JSON)", Extensions: []string{".json"},
		write: writeTimelineJS, read: readTimelineJS, sniff: sniffTimelineJS, distinct: true,
	},
	{
		ID: "timelinejs-csv", Name: "TimelineJS (spreadsheet)", Extensions: []string{".csv", ".tsv"},
		write: writeTimelineJSCSV, read: readTimelineJSCSV, sniff: sniffTimelineJSCSV,
	},
	{
		ID: "vis", Name: "vis-timeline (JSON)", Extensions: []string{".json"},
		write: writeVis, read: readVis, sniff: sniffVis, holds: holdsVis,
	},
	{
		ID: "ics", Name: "Calendar (iCalendar)", Extensions: []string{".ics", ".ical"},
		write: writeICS, read: readICS, sniff: sniffICS, distinct: true, holds: holdsICS,
	},
	{
		ID: "timeline", Name: "The Timeline Project", Extensions: []string{".timeline"},
		write: writeTTP, read: readTTP, sniff: sniffTTP, distinct: true, holds: holdsTTP,
	},
	{
		ID: "markwhen", Name: "markwhen", Extensions: []string{".mw"},
		write: writeMarkwhen, read: readMarkwhen, sniff: sniffMarkwhen, holds: holdsMarkwhen,
	},
	{
		ID: "mermaid", Name: "Mermaid timeline", Extensions: []string{".mmd", ".mermaid"},
		write: writeMermaidTimeline, carries: []Field{TimelineTitle, Title, When, Status},
	},
	{
		ID: "mermaid-gantt", Name: "Mermaid gantt chart", Extensions: []string{".mmd", ".mermaid"},
		write: writeMermaidGantt, holds: holdsMermaidGantt, carries: []Field{TimelineTitle, Title, Status},
	},
	{
		ID: "markdown", Name: "Chronology (Markdown)", Extensions: []string{".md"},
		write: writeMarkdown, carries: []Field{TimelineTitle, Title, When, Status, Tags, Note, Sources},
	},
	{
		ID: "text", Name: "Chronology (plain text)", Extensions: []string{".txt"},
		write: writePlainText, carries: []Field{TimelineTitle, Title, When, Status, Tags, Note, Sources},
	},
	{
		ID: "docx", Name: "Chronology (Word)", Extensions: []string{".docx"},
		write: writeDOCX, carries: []Field{TimelineTitle, Title, When, Status, Note, Sources},
	},
}
