"use strict";
// The index of several reports: find, show some, sort. Without it the table stands as it is, warnings first.
const controls = document.getElementById("controls");
const [find, show, sort, shown] = ["find", "show", "sort", "shown"].map((id) => document.getElementById(id));
const table = document.querySelector(".index");
const heads = [...table.tHead.rows[0].cells];
const rows = [...table.tBodies[0].rows];
const compare = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" }).compare;
// What failed has one cell for all columns but the first, and no value to sort by.
const text = (row, column) => row.cells[column]?.colSpan === 1 ? row.cells[column].textContent.trim() : "";
let descending = false;

function filter() {
  const wanted = find.value.trim().toLocaleLowerCase();
  for (const row of rows) {
    const fits = row.textContent.toLocaleLowerCase().includes(wanted);
    row.hidden = !fits || (show.value !== "all" && row.dataset.state !== show.value);
  }
  shown.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
}

// Column -1 is the order in which the table came. What has no value stands last either way.
function order(column) {
  const sign = descending ? -1 : 1;
  const sorted = column < 0 ? rows : [...rows].sort((one, other) => {
    const [a, b] = [text(one, column), text(other, column)];
    return !a - !b || sign * compare(a, b);
  });
  table.tBodies[0].append(...sorted);
  heads.forEach((head, index) => {
    if (index === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    descending = head.getAttribute("aria-sort") === "ascending";
    sort.value = String(column);
    order(column);
  });
});
find.addEventListener("input", filter);
show.addEventListener("change", filter);
sort.addEventListener("change", () => { descending = false; order(Number(sort.value)); });
controls.hidden = false;
filter();
