/* Filters for the long lists: the statements, and the relations of the network.
 *
 * The lists are complete without this script. It reads what can be chosen from the list itself, so that it needs no
 * words of its own but the names of the choices.
 */
document$.subscribe(() => {
  const words = document.documentElement.lang.startsWith("de") ? GERMAN : ENGLISH;
  if (document.querySelector(".auswahl")) return;
  filterStatements(words);
  filterRelations(words);
});

const GERMAN = {
  all: "alle",
  shown: (shown, all) => `${shown} von ${all}`,
  speaker: "Wer", outlet: "Medium", topic: "Thema", certainty: "Status", type: "Art", relation: "Beziehung",
  direct: "wörtlich", indirect: "indirekt", reported: "berichtet",
};
const ENGLISH = {
  all: "all",
  shown: (shown, all) => `${shown} of ${all}`,
  speaker: "Who", outlet: "Outlet", topic: "Topic", certainty: "Status", type: "Kind", relation: "Relation",
  direct: "direct", indirect: "indirect", reported: "reported",
};

function filterStatements(words) {
  const facets = ["speaker", "outlet", "topic", "certainty", "type"];
  const items = [...document.querySelectorAll("li .aussage")].map((mark) => {
    const element = mark.closest("li");
    const values = {};
    for (const facet of facets) {
      values[facet] = (mark.dataset[facet] ?? "").split(" ").filter(Boolean)
        .map((id) => (facet === "type" ? words[id] : nameOf(id, facet, element)));
    }
    return { element, values };
  });
  if (items.length) addFilter(items[0].element.closest("article").querySelector("h2"), items, facets, words, hideEmptyParts);
}

/* How the item itself calls what has this id: the words of the link that leads there; a topic is the heading above. */
function nameOf(id, facet, item) {
  const link = item.querySelector(`a[href$="/${id}.html"], a[href$="#${id}"], a[href$="#status-${id}"]`);
  const other = facet === "topic" ? headingAbove(item)?.firstChild : item.querySelector("strong");
  return (link ?? other)?.textContent ?? id;
}

function headingAbove(item) {
  let element = item.closest("ul");
  while (element && !/^H[23]$/.test(element.tagName)) element = element.previousElementSibling;
  return element;
}

/* A heading under which nothing is left, and its list, make no sense alone. */
function hideEmptyParts() {
  const used = (list) => [...list.children].some((item) => !item.hidden);
  for (const list of document.querySelectorAll("ul:has(> li > .aussage, > li > p > .aussage)")) {
    list.hidden = !used(list);
    const heading = headingAbove(list.firstElementChild);
    if (heading) heading.hidden = list.hidden;
  }
}

function filterRelations(words) {
  const table = document.querySelector("#tabelle ~ .md-typeset__scrollwrap table, #tabelle ~ table");
  const picture = document.querySelector(".netz");
  if (!table || !picture) return;
  const items = [...table.tBodies[0].rows].map((row) => {
    const [from, relation, to, item, status] = [...row.cells].map((cell) => cell.textContent.trim());
    const sentence = `${from}: ${relation} ${to}${item ? `, ${item}` : ""} (${status})`;
    return { element: row, values: { relation: [relation], certainty: [status] }, sentence };
  });
  addFilter(picture, items, ["relation", "certainty"], words, () => {
    const hidden = new Set(items.filter(({ element }) => element.hidden).map(({ sentence }) => sentence));
    for (const edge of picture.querySelectorAll(".edge")) {
      edge.style.display = edge.textContent.split(" · ").every((sentence) => hidden.has(sentence)) ? "none" : "";
    }
  });
}

/* One list of choices a facet, above `place`; `afterwards` is called whenever other items are shown. */
function addFilter(place, items, facets, words, afterwards) {
  const form = document.createElement("form");
  form.className = "auswahl";
  const count = Object.assign(document.createElement("output"), { ariaLive: "polite" });
  const show = () => {
    const chosen = facets.map((facet) => [facet, form.elements[facet]?.value]).filter(([, value]) => value);
    for (const { element, values } of items) {
      element.hidden = !chosen.every(([facet, value]) => values[facet].includes(value));
    }
    count.value = words.shown(items.filter(({ element }) => !element.hidden).length, items.length);
    afterwards();
  };
  for (const facet of facets) {
    const found = new Map();
    for (const value of items.flatMap(({ values }) => values[facet])) found.set(value, (found.get(value) ?? 0) + 1);
    if (found.size < 2) continue;
    const select = Object.assign(document.createElement("select"), { name: facet });
    select.append(new Option(words.all, ""));
    for (const [value, number] of [...found].sort(([a], [b]) => a.localeCompare(b))) {
      select.append(new Option(`${value} (${number})`, value));
    }
    const label = document.createElement("label");
    label.append(words[facet], select);
    form.append(label);
  }
  form.append(count);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.before(form);
  show();
}
