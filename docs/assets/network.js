/* The network: zoom, search and a closer look at one name, on top of the picture and the table of the page.
 *
 * Both are complete without this script. The filter of the table (filter.js) says in its event "auswahl" which rows are
 * hidden; the picture follows. The chosen name stands in the address (?name=…), beside what the filter writes there.
 */
(() => {
const GERMAN = {
  tools: "Im Netz suchen und zoomen", name: "Name im Netz suchen", closer: "Näher heran", further: "Weiter weg",
  whole: "Ganzes Netz", open: "Seite öffnen", none: "Diesen Namen gibt es im Netz nicht.",
  relations: (name, count) => `${name}: ${count} ${count === 1 ? "Beziehung" : "Beziehungen"}`,
  hint: "Ein Name im Bild hebt seine Beziehungen hervor. Ziehen verschiebt; Strg und Mausrad, zwei Finger oder die Tasten + und − zoomen.",
};
const ENGLISH = {
  tools: "Search and zoom the network", name: "Find a name in the network", closer: "Closer", further: "Further away",
  whole: "Whole network", open: "Open page", none: "The network has no such name.",
  relations: (name, count) => `${name}: ${count} ${count === 1 ? "relation" : "relations"}`,
  hint: "A name in the picture brings out its relations. Drag to move; Ctrl and the wheel, two fingers or the keys + and − zoom.",
};

document$.subscribe(() => {
  const picture = document.querySelector(".netz-ganz");
  const table = document.querySelector("#tabelle ~ .md-typeset__scrollwrap table, #tabelle ~ table");
  if (!picture || !table || picture.classList.contains("lebt")) return;
  document.querySelector(".zeichen")?.before(...document.querySelectorAll(".auswahl, .filterworte"));
  enliven(picture, table, document.documentElement.lang.startsWith("de") ? GERMAN : ENGLISH);
});

let follow = () => {};
document.addEventListener("auswahl", () => follow());
addEventListener("popstate", () => follow());

function enliven(picture, table, words) {
  const model = readNetwork(picture, table);
  const view = zoomable(picture, picture.querySelector("svg"), words);
  const search = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const note = Object.assign(document.createElement("div"), { className: "netz-auskunft" });
  note.setAttribute("aria-live", "polite");
  picture.before(toolbar(model, search, view.buttons, words));
  picture.after(note);
  picture.classList.add("lebt");

  const chosen = () => new URL(location).searchParams.get("name");
  follow = () => {
    if (!picture.isConnected) return;
    const kept = model.rows.filter((row) => !row.element.hidden);
    showPicture(picture, model, kept, chosen());
    search.value = model.names.get(chosen()) ?? "";
    tell(note, model, kept, chosen(), words);
  };
  const choose = (id) => {
    remember(id);
    follow();
  };
  search.addEventListener("change", () => {
    const id = find(model, search.value);
    if (!id && search.value) {
      note.textContent = words.none;
      return;
    }
    choose(id);
    view.centre(model.nodes.get(id));
  });
  for (const [id, node] of model.nodes) makeButton(node, () => view.dragged() || choose(chosen() === id ? "" : id));
  picture.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen()) choose("");
  });
  follow();
  view.centre(model.nodes.get(chosen()) ?? (picture.clientWidth < 600 ? busiest(model) : undefined));
}

/* Where to begin on a screen that is too narrow for the whole. */
function busiest({ nodes, rows }) {
  const count = new Map();
  for (const end of rows.flatMap(({ from, to }) => [from, to])) count.set(end, (count.get(end) ?? 0) + 1);
  const [id] = [...count].filter(([key]) => nodes.has(key)).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
  return nodes.get(id);
}

/* A node brings out its relations; with Ctrl, Shift or the middle button it stays the link that it is. */
function makeButton(node, act) {
  if (node.tagName !== "a") return;
  node.setAttribute("role", "button");
  const handle = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  node.addEventListener("click", handle, true);
  node.addEventListener("keydown", (event) => { if (event.key === " ") handle(event); });
}

/* Rows, nodes and edges by the ids of the things they stand for; an id is the last part of an address. */
function readNetwork(picture, table) {
  const nodes = new Map([...picture.querySelectorAll(".node")].map((node) => [node.dataset.id, node]));
  const names = new Map();
  const pages = new Map();
  const end = (cell) => {
    const link = cell.querySelector("a");
    const name = cell.textContent.trim();
    const id = link ? idOf(link.getAttribute("href")) : name;
    names.set(id, name);
    pages.set(id, link?.getAttribute("href"));
    return id;
  };
  const rows = [...table.tBodies[0].rows].map((element) => ({
    element, from: end(element.cells[0]), to: end(element.cells[2]),
    status: element.querySelector("[data-certainty]")?.dataset.certainty,
  }));
  return { nodes, rows, names, pages, edges: [...picture.querySelectorAll(".edge")] };
}

function idOf(address) {
  const [page, anchor] = address.split("#");
  return decodeURIComponent(anchor ?? page.split("/").pop().replace(/\.html$/, ""));
}

/* The name itself, else the first that begins with what was typed. */
function find({ names }, typed) {
  const wish = typed.trim().toLocaleLowerCase();
  const all = [...names].map(([id, name]) => [id, name.toLocaleLowerCase()]);
  const found = all.find(([, name]) => name === wish) ?? all.find(([, name]) => wish && name.startsWith(wish));
  return found ? found[0] : "";
}

/* An edge is there while a row of its ends and status is, a node while an edge of it is. */
function showPicture(picture, model, kept, chosen) {
  const key = (from, to, status) => `${from} ${to} ${status}`;
  const there = new Set(kept.map((row) => key(row.from, row.to, row.status)));
  const used = new Set();
  const near = new Set([chosen]);
  for (const edge of model.edges) {
    const { from, to, status } = edge.dataset;
    const shown = there.has(key(from, to, status));
    const touches = from === chosen || to === chosen;
    edge.classList.toggle("weg", !shown);
    edge.classList.toggle("nahe", touches);
    if (shown) used.add(from).add(to);
    if (shown && touches) near.add(from).add(to);
  }
  const all = kept.length === model.rows.length;
  for (const [id, node] of model.nodes) {
    node.classList.toggle("weg", !all && !used.has(id));
    node.classList.toggle("nahe", near.has(id));
    node.classList.toggle("gefunden", id === chosen);
    if (node.getAttribute("role") === "button") node.setAttribute("aria-pressed", String(id === chosen));
  }
  picture.classList.toggle("gewaehlt", model.nodes.has(chosen));
}

/* What the chosen name has to do with the others, with the way to its page. */
function tell(note, model, kept, chosen, words) {
  note.replaceChildren();
  if (!model.names.has(chosen)) {
    note.textContent = words.hint;
    return;
  }
  const rows = kept.filter((row) => row.from === chosen || row.to === chosen);
  const title = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = words.relations(model.names.get(chosen), rows.length);
  title.append(strong);
  const page = model.pages.get(chosen);
  if (page) title.append(" · ", Object.assign(document.createElement("a"), { href: page, textContent: words.open }));
  const list = document.createElement("ul");
  list.append(...rows.map(({ element }) => {
    const [from, relation, to, thing, status] = [...element.cells].map((cell) => cell.textContent.trim());
    const sentence = `${from}: ${relation} ${to}${thing ? `, ${thing}` : ""} (${status})`;
    return Object.assign(document.createElement("li"), { textContent: sentence });
  }));
  note.append(title, list);
}

function toolbar(model, search, buttons, words) {
  const list = Object.assign(document.createElement("datalist"), { id: "netz-namen" });
  list.append(...[...model.names.values()].sort((a, b) => a.localeCompare(b)).map((name) => new Option(name)));
  search.setAttribute("list", list.id);
  const label = document.createElement("label");
  label.append(words.name, search);
  const group = Object.assign(document.createElement("div"), { className: "netz-werkzeug" });
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.tools);
  group.append(label, list, ...buttons);
  return group;
}

/* Keep the chosen name in the address; a page from a folder may not be allowed to. */
function remember(id) {
  const address = new URL(location);
  if (id) address.searchParams.set("name", id);
  else address.searchParams.delete("name");
  try {
    history.replaceState(history.state, "", address);
  } catch { /* the page works without it */ }
}

/* Zoom and pan: buttons, keys, wheel with Ctrl, pinch, and dragging. */
function zoomable(picture, svg, words) {
  const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const box = { x: left, y: top, width, height };
  const set = () => {
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    picture.classList.toggle("nah", box.width < width * 0.99);
  };
  const zoom = (factor, x = box.x + box.width / 2, y = box.y + box.height / 2) => {
    const wide = Math.min(Math.max(box.width * factor, 240), width * 1.2);
    const real = wide / box.width;
    Object.assign(box, { x: x - (x - box.x) * real, y: y - (y - box.y) * real, width: wide, height: box.height * real });
    set();
  };
  const move = (dx, dy) => { box.x += dx; box.y += dy; set(); };
  const whole = () => { Object.assign(box, { x: left, y: top, width, height }); set(); };
  const centre = (node) => {
    if (!node) return;
    const at = node.getBBox();
    const wide = Math.min(width, Math.max(picture.clientWidth * 0.9, at.width * 3));
    Object.assign(box, { width: wide, height: (wide * height) / width });
    box.x = at.x + at.width / 2 - box.width / 2;
    box.y = at.y + at.height / 2 - box.height / 2;
    set();
  };
  const point = (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [place.x, place.y];
  };
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, ...point(event));
  }, { passive: false });
  const dragged = dragging(svg, picture, point, move, zoom);
  const keys = {
    "+": () => zoom(1 / 1.3), "-": () => zoom(1.3), 0: whole,
    ArrowLeft: () => move(-box.width / 10, 0), ArrowRight: () => move(box.width / 10, 0),
    ArrowUp: () => move(0, -box.height / 10), ArrowDown: () => move(0, box.height / 10),
  };
  picture.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  /* A node that gets the focus with the keyboard comes into sight. */
  picture.addEventListener("focusin", ({ target }) => {
    if (!target.matches?.(".node:focus-visible")) return;
    const seen = target.getBoundingClientRect();
    const frame = picture.getBoundingClientRect();
    if (seen.left < frame.left || seen.right > frame.right || seen.top < frame.top || seen.bottom > frame.bottom) {
      centre(target);
    }
  });
  return { buttons: zoomButtons({ closer: keys["+"], further: keys["-"], whole }, words), centre, whole, dragged };
}

/* One pointer moves the picture, two draw it closer; a click after a move is not meant for a node. */
function dragging(svg, picture, point, move, zoom) {
  const pointers = new Map();
  let moved = 0;
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  svg.addEventListener("pointerdown", (event) => {
    if (!pointers.size) moved = 0;
    pointers.set(event.pointerId, event);
  });
  window.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !svg.isConnected) return;
    if (pointers.size === 2) {
      const wide = spread();
      pointers.set(event.pointerId, event);
      zoom(wide / Math.max(spread(), 1), ...point(event));
      moved += 9;
    } else if (event.pointerType === "mouse" || picture.classList.contains("nah")) {
      const [x1, y1] = point(before);
      const [x2, y2] = point(event);
      moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
      move(x1 - x2, y1 - y2);
      pointers.set(event.pointerId, event);
    }
  });
  for (const type of ["pointerup", "pointercancel"]) {
    window.addEventListener(type, (event) => pointers.delete(event.pointerId));
  }
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  return () => moved > 6;
}

function zoomButtons(actions, words) {
  return [["closer", "+"], ["further", "−"], ["whole", words.whole]].map(([name, sign]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    if (name !== "whole") button.setAttribute("aria-label", words[name]);
    button.addEventListener("click", () => actions[name]());
    return button;
  });
}
})();
