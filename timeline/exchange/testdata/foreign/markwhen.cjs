// Reads a markwhen file with @markwhen/parser and prints its events as title,
// start, end. The parser leaves ": " before the text of an entry before the
// common era.
const read = require("@markwhen/parser").parse(require("fs").readFileSync(process.argv[2], "utf8"));
const entries = read.events.children.map((e) => [
  e.firstLine.restTrimmed.replace(/^: /, ""),
  new Date(e.dateRangeIso.fromDateTimeIso).toISOString(),
  new Date(e.dateRangeIso.toDateTimeIso).toISOString(),
]);
if (read.documentMessages.length > 0) throw new Error(JSON.stringify(read.documentMessages));
console.log(JSON.stringify(entries));
