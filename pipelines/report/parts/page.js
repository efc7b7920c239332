"use strict";
document.documentElement.classList.add("has-script");

const dialog = document.getElementById("opened");
const shown = document.getElementById("opened-content");

function open(id) {
  const item = document.getElementById(id);
  if (!item || !item.classList.contains("item")) return false;
  shown.replaceChildren(...item.cloneNode(true).childNodes);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  return true;
}

document.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  const id = link.getAttribute("href").slice(1);
  if (open(id)) event.preventDefault();
  const entry = document.getElementById(id);
  if (entry instanceof HTMLDetailsElement) entry.open = true;
});

function filter(name) {
  const box = document.getElementById(name);
  const rows = box.tagName === "TABLE" ? box.tBodies[0].rows : box.children;
  const asks = document.querySelectorAll(`[data-table="${name}"]`);
  let count = 0;
  for (const row of rows) {
    const fits = [...asks].every((ask) =>
      ask.dataset.field
        ? !ask.value || row.dataset[ask.dataset.field] === ask.value
        : row.textContent.toLowerCase().includes(ask.value.trim().toLowerCase()));
    row.hidden = !fits;
    count += fits ? 1 : 0;
  }
  const output = document.querySelector(`[data-count="${name}"]`);
  if (output) output.textContent = `${count} rows`;
}

for (const ask of document.querySelectorAll("[data-table]")) {
  ask.addEventListener("input", () => filter(ask.dataset.table));
}
