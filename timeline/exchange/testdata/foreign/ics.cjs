// Reads a calendar with ical.js and prints its events as title, start, end.
const ICAL = require("ical.js").default || require("ical.js");
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c));
console.log(JSON.stringify(events.map((e) => [e.summary, e.startDate.toString(), e.endDate.toString()])));
