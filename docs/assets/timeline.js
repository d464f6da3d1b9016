/* The choices stand over the picture of the timeline, which follows them: the rows that are left move together. */
(() => {
const ROW = 40;

document$.subscribe(() => {
  document.querySelector(".zeit")?.before(...document.querySelectorAll(".filterworte, .auswahl"));
  follow();
});
document.addEventListener("auswahl", follow);

function follow() {
  const picture = document.querySelector(".zeitachse");
  if (!picture) return;
  const rows = [...picture.querySelectorAll(".zeile")];
  picture.dataset.head ??= picture.getAttribute("height") - ROW * rows.length;
  const head = Number(picture.dataset.head);
  let shown = 0;
  for (const row of rows) {
    const away = Boolean(document.getElementById(idOf(row))?.closest("li, h2")?.hidden);
    row.classList.toggle("weg", away);
    if (!away) row.setAttribute("transform", `translate(0 ${head + ROW * shown++})`);
  }
  picture.setAttribute("height", String(head + ROW * shown));
  for (const heading of document.querySelectorAll("h2[id^='zeit-']")) {
    const wording = heading.nextElementSibling;
    if (wording?.tagName === "P") wording.hidden = heading.hidden;
  }
}

function idOf(row) {
  return decodeURIComponent(row.querySelector("a").href.baseVal.slice(1));
}
})();
