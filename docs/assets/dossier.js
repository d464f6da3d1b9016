/* Small helps on top of pages that work without them. Nothing here fetches anything.
 *
 * Material and Zensical announce every page, also one that was loaded without leaving the last, through `document$`.
 */
document$.subscribe(() => {
  const german = document.documentElement.lang.startsWith("de");

  addSwitches(german);
  makeScrollable(german);
});

/* The annotated source: marks of one kind can be switched off, to read the text alone. */
function addSwitches(german) {
  const source = document.querySelector(".quelle");
  if (!source || document.querySelector(".schalter")) return;
  const kinds = german
    ? { zitate: "Zitate", status: "Status", namen: "Namen" }
    : { zitate: "quotations", status: "status", namen: "names" };
  const group = document.createElement("fieldset");
  group.className = "schalter";
  group.append(Object.assign(document.createElement("legend"), { textContent: german ? "Zeigen:" : "Show:" }));
  for (const [kind, name] of Object.entries(kinds)) {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    box.addEventListener("change", () => source.classList.toggle(`ohne-${kind}`, !box.checked));
    const label = document.createElement("label");
    label.append(box, ` ${name}`);
    group.append(label);
  }
  source.before(group);
}

/* A table or a picture that is wider than the screen can be scrolled with the keyboard too; its main name is in sight. */
function makeScrollable(german) {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .bild")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", german ? "Tabelle" : "Table");
    const main = box.querySelector(".node-main")?.getBoundingClientRect();
    if (main) box.scrollLeft = main.left - box.getBoundingClientRect().left - (box.clientWidth - main.width) / 2;
  }
}
