// Reads a file for vis-timeline into the data sets of vis-data and prints its
// items as title, start, end.
const { DataSet } = require("vis-data");
const file = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
const groups = new DataSet(file.groups);
const date = (s) => (s ? new Date(s).toISOString() : "");
console.log(
  JSON.stringify(
    new DataSet(file.items).map((i) => {
      if (i.group && !groups.get(i.group)) throw new Error("no group " + i.group);
      return [i.content, date(i.start), date(i.end)];
    }),
  ),
);
