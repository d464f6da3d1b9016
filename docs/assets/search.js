/* The search behind the theme's search box: a worker that takes the place of the theme's own.
 *
 * The theme sends { type: 0 } once and { type: 2 } for each query, and expects { type: 1 } and { type: 3 }. Material and
 * Zensical differ in what a query and a result look like; both are spoken here. What to search comes in two files:
 * what pages are called (loaded at once, small), and what stands on them (loaded with the first letter typed). A query is
 * answered when both are there, and once: a list that is sorted anew under the reader's eyes misleads.
 * In an offline build the page itself runs this file and gives it the means to load: see search-offline.js.
 */
"use strict";

const inWorker = typeof WorkerGlobalScope !== "undefined";
const get = (name) => fetch(new URL(`../search/${name}.json`, self.location)).then((response) => response.json());
const early = inWorker && get("names"); // while the next line waits
if (inWorker) importScripts("search-match.js");

self.searcher = (() => {
const { Dossier, WORD, fold } = self.GermanSearch;
const MOST_SECTIONS = 3;
const TEASER = 220; // characters

/** Answers the messages of a theme with `post`; `load` fetches one of the two files by its name. */
function searcher(load, post) {
  const dossier = new Dossier();
  let zensical = false, names, texts, last = "";
  return async ({ type, data }) => {
    if (type === 0) {
      zensical = "items" in data;
      names = load("names").then((pages) => dossier.addNames(pages));
      await names;
      post({ type: 1 });
    } else if (type === 2) {
      last = zensical ? data.input : data;
      await names;
      if (last.trim()) {
        texts ??= load("texts").then((all) => dossier.addTexts(all), () => {}); // without them, names are found
        await texts;
      }
      post({ type: 3, data: zensical ? forZensical(dossier, last) : forMaterial(dossier, last) });
    }
  };
}

/** Material: groups of a page and sections of it; its result list prints what it gets, so everything is escaped here. */
function forMaterial(dossier, query) {
  const { typed, answers, hits } = dossier.search(query);
  const raw = query.match(WORD) || [];
  const items = hits.map((hit) => {
    const { page } = hit;
    const terms = Object.fromEntries(raw.map((word, i) => [word, hit.found[typed.indexOf(fold(word))] ?? true]));
    const shown = sectionsOf(dossier, hit);
    const lead = !hit.named && shown.length ? shown[0].text : page.lead;
    const whole = { location: page.location, title: marked(page.title, answers), text: `<p>${teaser(lead, answers)}</p>`, score: hit.score, terms };
    if (page.labels.length) whole.tags = page.labels.map(escaped);
    return [whole, ...shown.filter((section) => section.anchor).map((section) => ({
      location: `${page.location}#${section.anchor}`, title: marked(section.heading || page.title, answers),
      text: `<p>${teaser(section.text, answers)}</p>`, score: hit.score * 0.9, terms,
    }))];
  });
  return { items, suggest: suggested(dossier, hits, raw) };
}

/** The sections of a page worth showing: those with all the words that any of them has. */
function sectionsOf(dossier, hit) {
  const most = Math.max(0, ...hit.sections.map((section) => section.found.filter(Boolean).length));
  return hit.sections.filter((section) => section.found.filter(Boolean).length === most)
    .slice(0, MOST_SECTIONS).map((section) => dossier.sections[section.section]);
}

/** How the last word may go on, from the names of the best pages. */
function suggested(dossier, hits, raw) {
  const start = raw.length ? raw[raw.length - 1].toLowerCase() : "";
  const found = hits.slice(0, 5).flatMap((hit) => hit.page.title.toLowerCase().match(WORD) || []);
  return start ? [...raw.slice(0, -1), ...found.filter((word) => word.startsWith(start) && word !== start).slice(0, 1)] : [];
}

/** Zensical: numbers of entries of its own index, which lists the same pages in the same order. */
function forZensical(dossier, query) {
  const { hits } = dossier.search(query);
  const items = hits.map((hit) => ({ id: hit.page.id, matches: [] }));
  return {
    items, query: { select: {}, values: [] }, aggregations: [{ type: "term", data: { field: "tags", value: [] } }],
    pagination: { total: items.length, prev: undefined, next: undefined },
  };
}

/** The part of `text` around the first word that was looked for. */
function teaser(text, answers) {
  const first = text.length > TEASER ? [...text.matchAll(WORD)].find(([word]) => answers.some((answer) => answer.has(fold(word)))) : undefined;
  const from = first && first.index > TEASER / 2 ? text.lastIndexOf(" ", first.index - TEASER / 3) + 1 : 0;
  const end = from + TEASER >= text.length ? text.length : text.lastIndexOf(" ", from + TEASER);
  return `${from ? "… " : ""}${marked(text.slice(from, end > from ? end : from + TEASER), answers)}${end < text.length ? " …" : ""}`;
}

/** `text` as HTML, with the words marked that answer the query. */
function marked(text, answers) {
  let html = "", at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!answers.some((answer) => answer.has(fold(match[0])))) continue;
    html += `${escaped(text.slice(at, match.index))}<mark>${escaped(match[0])}</mark>`;
    at = match.index + match[0].length;
  }
  return html + escaped(text.slice(at));
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

return searcher;
})();

if (inWorker) {
  const handle = self.searcher((name) => (name === "names" ? early : get(name)), (message) => postMessage(message));
  addEventListener("message", (event) => handle(event.data));
}
