// What pages.py asks of a report, from inside the page. Each check gives its complaints as a list of sentences.
"use strict";
globalThis.marplan = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const named = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") ?? ""}"> ${e.textContent.trim().slice(0, 60)}`;
  /** Whether the second of three elements is drawn after the first and before the third. */
  const isBetween = (a, b, c) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING && b.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_FOLLOWING;
  const contains = (e, point) => {
    const box = e.getBoundingClientRect();
    return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
  };
  const isShown = (e) => e.getClientRects().length > 0;

  return {
    /** The page is as wide as the window; what scrolls in itself can be reached by keyboard and has a name. */
    sideways() {
      const complaints = [];
      const width = document.scrollingElement.scrollWidth;
      if (width > innerWidth) {
        const wide = all("body *").filter((e) => isShown(e) && e.getBoundingClientRect().right > innerWidth + 0.5);
        complaints.push(`the page is ${width} px wide in ${innerWidth}: ${wide.slice(0, 3).map(named).join("; ")}`);
      }
      for (const tile of all(".kf > div")) if (tile.scrollWidth > tile.clientWidth + 1) complaints.push(`leaves its tile: ${named(tile)}`);
      for (const e of all("body *")) {
        if (e.closest(".sr, caption.sr, thead") || e.scrollWidth <= e.clientWidth + 1 || e.clientWidth === 0) continue;
        if (!["auto", "scroll"].includes(getComputedStyle(e).overflowX)) continue;
        if (e.tabIndex < 0 || !(e.ariaLabel || e.getAttribute("aria-labelledby"))) complaints.push(`scrolls unnamed: ${named(e)}`);
      }
      return complaints;
    },

    /** In every chart that is shown: no text touches another text or is crossed by a line, and none leaves the chart. */
    charts() {
      const complaints = [];
      const charts = all("svg.ch").filter(isShown);
      if (charts.length === 0) complaints.push("no chart is shown");
      for (const chart of charts) {
        const frame = chart.getBoundingClientRect();
        const texts = all("text", chart).filter((e) => e.textContent.trim());
        const boxes = texts.map((e) => ink(e));
        boxes.forEach((box, i) => {
          const name = texts[i].textContent;
          if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
            complaints.push(`“${name}” leaves its chart: ${chart.querySelector("title")?.textContent}`);
          for (let j = i + 1; j < boxes.length; j++) {
            const other = boxes[j];
            const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
            if (across > 0.5 && down > 0.5) complaints.push(`“${name}” touches “${texts[j].textContent}” by ${across.toFixed(1)} × ${down.toFixed(1)}`);
          }
        });
        for (const line of all("line, path, polyline", chart)) {
          const style = getComputedStyle(line);
          if (style.stroke === "none" || style.fill !== "none") continue;
          const matrix = line.getScreenCTM();
          const length = line.getTotalLength();
          for (let at = 0; at <= length; at += 2) {
            const point = line.getPointAtLength(at).matrixTransform(matrix);
            const i = boxes.findIndex((b) => point.x > b.left + 1 && point.x < b.right - 1 && point.y > b.top + 2 && point.y < b.bottom - 2);
            if (i < 0) continue;
            // A text drawn after the line, with a halo, has cleared its own ground.
            const isAbove = line.compareDocumentPosition(texts[i]) & Node.DOCUMENT_POSITION_FOLLOWING;
            if (isAbove && texts[i].classList.contains("halo")) continue;
            // So has one on a disc that lies over the line.
            const disc = all("circle", chart).find((e) => isBetween(line, e, texts[i]) && contains(e, point));
            if (disc && getComputedStyle(disc).fillOpacity === "1") continue;
            complaints.push(`“${texts[i].textContent}” is crossed by a line (${line.getAttribute("class")})`);
            break;
          }
        }
        const scale = frame.width / chart.viewBox.baseVal.width;
        const size = scale * Math.min(...texts.map((e) => parseFloat(getComputedStyle(e).fontSize)));
        if (size < 10.4 && innerWidth >= 390) complaints.push(`text of ${size.toFixed(1)} px: ${chart.querySelector("title")?.textContent}`);
      }
      return complaints;

      // The box of a text is as high as its line; what is inked of it, accents and tails included, is about an em.
      function ink(e) {
        const box = e.getBoundingClientRect();
        const em = parseFloat(getComputedStyle(e).fontSize) * (box.height / e.getBBox().height);
        const spare = Math.max(0, (box.height - em) / 2);
        return { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
      }
    },

    /** Every link lands; every note is cited, and its number leads back to a place that leads to it. */
    notes() {
      const complaints = [];
      const ids = all("[id]").map((e) => e.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) complaints.push(`the id ${id} twice`);
      for (const link of all("a[href]")) {
        const href = link.getAttribute("href");
        if (!href.startsWith("#")) complaints.push(`leads out: ${href}`);
        else if (!document.getElementById(href.slice(1))) complaints.push(`leads nowhere: ${href}`);
      }
      const notes = all("table.notes tbody tr");
      if (notes.length === 0) complaints.push("no notes");
      for (const note of notes) {
        const back = document.querySelector(note.querySelector("td.nn a")?.getAttribute("href"));
        if (back?.getAttribute("href") !== `#${note.id}`) complaints.push(`note ${note.id} does not lead back to where it is cited`);
        else if (!isShown(back)) complaints.push(`note ${note.id} leads back to what is not shown`);
      }
      for (const figure of all("a.f")) {
        const number = figure.querySelector("sup").textContent.slice(1, -1);
        if (figure.getAttribute("href") !== `#n${number}`) complaints.push(`marked ${number}, leads to ${figure.getAttribute("href")}`);
        if (!new RegExp(`\\b${number}\\b`).test(figure.querySelector(".sr").textContent)) complaints.push(`not named by ear: ${named(figure)}`);
      }
      return complaints;
    },

    /** One h1; no heading skips a level; none is empty; every section is named by its heading. */
    headings() {
      const complaints = [];
      if (all("h1").length !== 1) complaints.push(`${all("h1").length} h1`);
      let last = 0;
      for (const heading of all("h1, h2, h3, h4, h5, h6")) {
        const level = Number(heading.tagName[1]);
        if (level > last + 1) complaints.push(`h${level} after h${last}: ${heading.textContent}`);
        if (!heading.textContent.trim()) complaints.push(`an empty h${level}`);
        last = level;
      }
      for (const section of all("section")) {
        const name = document.getElementById(section.getAttribute("aria-labelledby"));
        if (name?.parentElement !== section) complaints.push(`a section without its name: ${section.id}`);
      }
      for (const name of ["header", "main", "nav", "footer"]) if (all(name).length !== 1) complaints.push(`${all(name).length} ${name}`);
      return complaints;
    },

    /** Every table has a caption and heads for columns and rows; every row has as many cells as the head. */
    tables() {
      const complaints = [];
      for (const table of all("table")) {
        const name = table.caption?.textContent.trim();
        if (!name) complaints.push("a table without a caption");
        const heads = [...table.tHead.rows[0].cells];
        for (const head of heads) if (head.tagName !== "TH" || head.scope !== "col") complaints.push(`${name}: a column without a head`);
        for (const head of heads) if (!head.textContent.trim()) complaints.push(`${name}: a column whose head is empty`);
        for (const row of table.tBodies[0].rows) {
          if (row.cells.length !== heads.length) complaints.push(`${name}: ${row.cells.length} cells under ${heads.length} heads`);
          if (!row.querySelector("th[scope=row]")) complaints.push(`${name}: a row without a head: ${row.textContent.slice(0, 40)}`);
        }
      }
      return complaints;
    },

    /** Every chart is an image with a name, and says its values; every other drawing is hidden from readers. */
    images() {
      const complaints = [];
      for (const svg of all("svg")) {
        if (svg.closest("[aria-hidden=true]")) continue;
        const [title, text] = ["title", "desc"].map((name) => svg.querySelector(`:scope > ${name}`));
        if (svg.getAttribute("role") !== "img") complaints.push(`no role: ${named(svg)}`);
        else if (!title?.textContent.trim()) complaints.push(`no title: ${named(svg)}`);
        else if (!/\d/.test(text?.textContent ?? "")) complaints.push(`says no values: ${title.textContent}`);
        else if (svg.getAttribute("aria-labelledby") !== `${title.id} ${text.id}`) complaints.push(`not named by its title: ${title.textContent}`);
      }
      if (all("img, image, foreignObject, script, iframe, link, object").length) complaints.push("something that is not text or drawing");
      return complaints;
    },

    /** The page lets nothing in, says what language it is in, and has no handler. */
    policy() {
      const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "";
      const complaints = policy.startsWith("default-src 'none';") ? [] : [`content policy: ${policy}`];
      if (!["en", "zh-Hans", "zh-Hant"].includes(document.documentElement.lang)) complaints.push("no language");
      for (const e of all("*")) for (const a of e.attributes) if (a.name.startsWith("on")) complaints.push(`a handler: ${named(e)}`);
      return complaints;
    },

    /** Every link can have the focus, shows it, is seen then, and comes in the order of the page. */
    stops() {
      const complaints = all("[tabindex]").filter((e) => e.tabIndex > 0).map((e) => `out of order: ${named(e)}`);
      for (const link of all("a[href]:not(.skip)")) {
        link.focus({ focusVisible: true });
        if (document.activeElement !== link) complaints.push(`cannot have the focus: ${named(link)}`);
        else if (getComputedStyle(link).outlineStyle === "none") complaints.push(`does not show the focus: ${named(link)}`);
      }
      return complaints;
    },
  };
})();
