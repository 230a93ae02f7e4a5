// node mermaid.mjs MODULES CHART: prints what Mermaid's own parser finds in a Gantt chart, as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Mermaid cleans texts of markup through a browser's document; without one it leaves them as they are.
const nothing = () => {};
globalThis.window = {
  document: {
    nodeType: 9, implementation: {}, createElement: nothing, createNodeIterator: nothing,
    createDocumentFragment: nothing, getElementsByTagName: nothing,
  },
  Element: class {},
};

const [folder, file] = process.argv.slice(2);
const { default: mermaid } = await import(pathToFileURL(path.resolve(folder, 'mermaid.esm.min.mjs')));
const text = fs.readFileSync(file, 'utf8');
try {
  await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const day = (date) => date.toISOString().slice(0, 10);
  const decoded = (name) => name.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)).trim();
  console.log(JSON.stringify(diagram.db.getTasks().map((task) => ({
    name: decoded(task.task), section: decoded(task.section), start: day(task.startTime),
    // The chart's ends are days that belong to the task; Mermaid reckons with the morning after.
    end: day(new Date(task.endTime.getTime() - (task.endTime > task.startTime ? 86400000 : 0))),
    milestone: Boolean(task.milestone), done: Boolean(task.done), crit: Boolean(task.crit),
  }))));
} catch (error) {
  console.error(String(error.message));
  process.exit(1);
}
