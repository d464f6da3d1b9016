/* Filters for lists. The lists are complete without this script; it hides what a reader does not ask for.
 *
 * The contract:
 * - An item is a list item or a table row that holds (or is) an element of class "eintrag" or "aussage", or that
 *   element itself where it stands in no list. What it can be
 *   chosen by stands there as data-<facet>="identifier identifier".
 * - The page holds one <div class="filterworte" hidden> (the finishing step writes it, generator/site/lists.py). Its
 *   data-… are the words of the controls, each <dl data-facet="…"> names a facet and its values. The form goes there.
 * - What is chosen stands in the address: ?<facet>=<identifier>&text=<words>. So it can be shared, and "back" undoes it.
 * - After each change `document` gets the event "auswahl"; its detail.hidden(element) says whether an item is hidden.
 */
document$.subscribe(() => {
  const words = document.querySelector(".filterworte");
  if (words && !document.querySelector(".auswahl")) offer(words);
});

let restore = () => {};
addEventListener("popstate", () => restore());

function offer(words) {
  const items = [...document.querySelectorAll(".eintrag, .aussage")].map((mark) => {
    const element = mark.closest("li, tr") || mark;
    return { element, values: mark.dataset, text: folded(element.textContent) };
  });
  const facets = [...words.querySelectorAll("dl")].map((block) => ({
    key: block.dataset.facet,
    name: block.querySelector("dt").textContent,
    values: [...block.querySelectorAll("dd")].map((value) => [value.dataset.value, value.textContent]),
  }));
  const form = build(words, facets);
  const parts = partsOf(items);
  const show = () => {
    const wish = read(form, facets);
    for (const item of items) item.element.hidden = !fits(item, wish);
    const shown = items.filter(({ element }) => !element.hidden).length;
    form.elements.count.value = shown
      ? words.dataset.shown.replace("{shown}", shown).replace("{all}", items.length)
      : words.dataset.none;
    form.elements.reset.hidden = !wish.size;
    for (const facet of facets) count(form.elements[facet.key], facet, items, wish);
    for (const part of parts) hide(part);
    document.dispatchEvent(new CustomEvent("auswahl", { detail: { hidden: (element) => element.hidden } }));
  };

  restore = () => {
    if (form.isConnected) write(form, facets, show);
  };
  let typing;
  form.addEventListener("input", (event) => {
    show();
    clearTimeout(typing);
    if (event.target.name === "text") typing = setTimeout(() => remember(form, facets, "replaceState"), 300);
    else remember(form, facets, "pushState");
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const key of ["text", ...facets.map((facet) => facet.key)]) form.elements[key].value = "";
    show();
    remember(form, facets, "pushState");
    form.elements.text.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  words.after(form);
  write(form, facets, show);
}

/* A box for words, one list of choices a facet, how many are shown, and the way back to all. */
function build(words, facets) {
  const form = make("form", { className: "auswahl" });
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", words.dataset.name);
  form.append(labelled(words.dataset.search, make("input", { type: "search", name: "text", autocomplete: "off" })));
  for (const { key, name, values } of facets) {
    const select = make("select", { name: key });
    select.append(new Option(words.dataset.all, ""));
    for (const [value, called] of inOrder(key, values)) select.append(new Option(called, value));
    form.append(labelled(name, select));
  }
  const line = make("p", {});
  const output = make("output", { name: "count" });
  output.setAttribute("aria-live", "polite");
  line.append(output, make("button", { type: "reset", name: "reset", textContent: words.dataset.reset }));
  form.append(line);
  return form;
}

/* Words of a vocabulary keep the order of the page; years begin with the newest; names are sorted. */
function inOrder(facet, values) {
  if (["kind", "certainty", "stance", "type", "status", "rights"].includes(facet)) return values;
  const sign = facet === "year" ? -1 : 1;
  return values.sort(([, a], [, b]) => sign * a.localeCompare(b, document.documentElement.lang));
}

function read(form, facets) {
  const wish = new Map();
  for (const { key } of facets) if (form.elements[key].value) wish.set(key, form.elements[key].value);
  const text = folded(form.elements.text.value);
  if (text) wish.set("text", text);
  return wish;
}

/* Whether an item has everything that is wished for; one facet may be left out of account. */
function fits({ values, text }, wish, except) {
  for (const [key, value] of wish) {
    if (key === except) continue;
    if (key === "text" ? !value.split(" ").every((word) => text.includes(word)) : !has(values, key, value)) return false;
  }
  return true;
}

const has = (values, key, value) => ` ${values[key] ?? ""} `.includes(` ${value} `);

/* Beside each choice stands how many items it would leave, given all other choices. */
function count(select, { key, values }, items, wish) {
  const others = items.filter((item) => fits(item, wish, key));
  const called = new Map(values);
  for (const option of select.options) {
    if (!option.value) continue;
    const number = others.filter((item) => has(item.values, key, option.value)).length;
    option.textContent = `${called.get(option.value)} (${number})`;
    option.disabled = !number && !option.selected;
  }
}

/* The address says what is chosen; other parts of it stay. */
function remember(form, facets, how) {
  const address = new URL(location);
  for (const key of ["text", ...facets.map((facet) => facet.key)]) {
    const value = form.elements[key].value.trim();
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  }
  if (address.href !== location.href) history[how](history.state, "", address);
}

/* The form says what the address says; an identifier that is gone counts as none. */
function write(form, facets, show) {
  const asked = new URL(location).searchParams;
  form.elements.text.value = asked.get("text") ?? "";
  for (const { key, values } of facets) {
    const value = asked.get(key) ?? "";
    form.elements[key].value = values.some(([known]) => known === value) ? value : "";
  }
  show();
}

/* The lists, and the headings under which there is nothing but lists: empty, they make no sense alone. */
function partsOf(items) {
  const lists = new Map();
  for (const { element } of items) {
    const list = element.closest("table, ul, ol") || element;
    lists.set(list, [...(lists.get(list) ?? []), element]);
  }
  const parts = [...lists].filter(([list, rows]) => list !== rows[0]).map(([list, rows]) => ({ element: list, rows }));
  for (const heading of document.querySelectorAll("article > :is(h2, h3)")) {
    const rows = [];
    let next = heading.nextElementSibling;
    for (; next && !(/^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName); next = next.nextElementSibling) {
      for (const list of [next, ...next.querySelectorAll("table, ul, ol")]) rows.push(...(lists.get(list) ?? []));
    }
    const ways = document.querySelectorAll(`a[href$="#${CSS.escape(heading.id)}"]`);
    if (rows.length) parts.push({ element: heading, rows, ways: [...ways].map((way) => way.closest("nav li") ?? way) });
  }
  return parts;
}

function hide({ element, rows, ways = [] }) {
  element.hidden = rows.every((row) => row.hidden);
  for (const way of ways) if (!element.contains(way)) way.hidden = element.hidden;
}

/* Without what a keyboard may lack: "Pjöngjang" is found by "pjongjang", "KN-23" by "kn23". */
function folded(text) {
  return text.normalize("NFKD").replace(/[\p{M}\u00ad‐‑-]/gu, "").replace(/ß/g, "ss").toLowerCase().replace(/\s+/g, " ").trim();
}

function labelled(name, control) {
  const label = make("label", {});
  label.append(make("span", { textContent: name }), control);
  return label;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
