// The look behind the scenes: live tables, of whatever columns the server names.

import { element } from "./bubbles.js";
import { Panel } from "./panel.js";
import { ask, DAY, onClock, TIME } from "./server.js";

const EVERY = 1500; // milliseconds; the tables also change without anything to be seen on a phone

export class BehindView extends Panel {
  constructor() {
    super("behind");
    this.chosen = null;
    this.part(".tabs").addEventListener("keydown", (event) => this.step(event));
  }

  open() {
    super.open();
    this.timer ??= setInterval(() => this.fetch(), EVERY);
    return this.fetch();
  }

  close() {
    super.close();
    clearInterval(this.timer);
    this.timer = null;
  }

  show(isThere) {
    this.button.hidden = !isThere;
    if (this.isOpen) this.fetch();
  }

  async fetch() {
    if (this.fetching) return;
    this.fetching = true;
    const tables = await ask("behind");
    this.fetching = false;
    if (!tables) return;
    this.tables = tables;
    this.draw();
  }

  draw() {
    const table = this.tables.find(({ key }) => key === this.chosen) ?? this.tables[0];
    const isOther = this.drawn !== table.key;
    if (!this.part(".tabs").childElementCount) this.drawTabs();
    for (const tab of this.part(".tabs").children) {
      const isThis = tab.dataset.key === table.key;
      tab.setAttribute("aria-selected", String(isThis));
      tab.tabIndex = isThis ? 0 : -1;
    }
    this.part(".say").textContent = table.about;
    if (isOther) {
      this.part("thead").replaceChildren(element("tr", {}, ...table.columns.map(({ name }) => element("th", { scope: "col" }, name))));
      this.part(".grid").scrollTop = 0;
    }
    this.drawRows(table, isOther);
    this.drawn = table.key;
  }

  drawTabs() {
    this.part(".tabs").replaceChildren(...this.tables.map(({ key, title }) => {
      const tab = element("button", { type: "button", role: "tab" }, title);
      tab.dataset.key = key;
      tab.addEventListener("click", () => { this.chosen = key; this.draw(); });
      return tab;
    }));
  }

  step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const tabs = [...this.part(".tabs").children];
    const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  // A row that is new or has changed lights up once.
  drawRows({ columns, rows }, isOther) {
    const looks = new Map(rows.map((row) => [row.key, JSON.stringify(row.cells)]));
    if (!isOther && JSON.stringify([...looks]) === JSON.stringify([...this.looks])) return;
    const isNews = ({ key }) => !isOther && this.looks.get(key) !== looks.get(key);
    this.part("tbody").replaceChildren(...rows.map((row) => element("tr", { className: isNews(row) ? "news" : "" },
      ...row.cells.map((cell, place) => drawCell(cell, columns[place])))));
    this.looks = looks;
  }
}

function drawCell(cell, { kind }) {
  if (kind === "time") return element("td", { className: "time" }, cell ? `${onClock(cell, DAY)} ${onClock(cell, { ...TIME, second: "2-digit" })}` : "");
  if (kind === "state") return element("td", {}, element("span", { className: `state ${cell}` }, cell));
  return element("td", { className: kind }, cell ?? "");
}
