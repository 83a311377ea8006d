// The page: fetches what is so whenever the server says that something changed.

import { BehindView } from "./behind.js";
import { element } from "./bubbles.js";
import { GuideView } from "./guide.js";
import { PhoneView } from "./phones.js";
import { ask, busily, DAY, keepZone, onClock, say, TIME } from "./server.js";
import { TroubleView } from "./trouble.js";

const part = (id) => document.getElementById(id);
const views = new Map();
const panels = {};
let fetching = null;
let stale = false;

async function act(id, what, body) {
  const done = await ask(`phones/${id}/${what}`, body);
  if (done) await refresh();
  return done;
}

// One fetch at a time; whoever asks meanwhile waits until it has been done anew.
function refresh() {
  stale = fetching !== null;
  fetching ??= fetchAll().finally(() => { fetching = null; });
  return fetching;
}

async function fetchAll() {
  do {
    stale = false;
    const state = await fetch("/_sim/state").then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    if (state) show(state);
  } while (stale);
}

function show(state) {
  keepZone(state.zone);
  document.title = state.title;
  part("title").textContent = state.title;
  showTime(state);
  part("status").textContent = state.status;
  part("status").hidden = !state.status;
  // All of them first: a link drawn on one phone names the others.
  for (const phone of state.phones) if (!views.has(phone.id)) addPhone(phone, state.bot.username);
  for (const phone of state.phones) views.get(phone.id).show(phone);
  panels.trouble.show(state);
  panels.guide.show(state.guide);
  panels.behind.show(state.has_behind);
}

function addPhone(phone, username) {
  const others = () => [...views.values()].filter((view) => view.id !== phone.id);
  const view = new PhoneView(phone, username, act, others, views.size);
  views.set(phone.id, view);
  part("phones").append(view.root);
  const tab = element("a", { className: "button", href: `#${view.root.id}` }, phone.name);
  tab.addEventListener("click", (event) => { event.preventDefault(); reveal(phone.id); });
  part("people").append(tab);
  view.tab = tab;
  inView.observe(view.root);
  // Where the focus goes, there the eyes are: also while the page is still on its way to another phone.
  view.root.addEventListener("focusin", () => requestAnimationFrame(() => reveal(phone.id)));
}

// On a narrow screen one phone is seen at a time.
const inView = new IntersectionObserver((seen) => {
  for (const { target, intersectionRatio: share } of seen) {
    const view = [...views.values()].find(({ root }) => root === target);
    view.isSeen = share > 0.5;
    view.tab.toggleAttribute("aria-current", view.isSeen);
    if (view.isSeen) view.tab.classList.remove("news");
  }
}, { threshold: [0, 0.51, 1] });

function reveal(id) {
  views.get(id)?.root.scrollIntoView({ inline: "start", block: "nearest" });
}

function showTime({ now, can_turn: canTurn, next_at: nextAt }) {
  part("now").textContent = `${onClock(now, { ...DAY })}, ${onClock(now, TIME)}`;
  part("now").dateTime = now;
  part("now").title = now;
  part("turns").hidden = !canTurn;
  if (nextAt === undefined) return;
  const isToday = nextAt && onClock(nextAt, DAY) === onClock(now, DAY);
  part("next-at").textContent = nextAt ? ` ${isToday ? "" : `${onClock(nextAt, { weekday: "short" })} `}${onClock(nextAt, TIME)}` : "";
}

part("turns").addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const { turn } = button.dataset;
  busily(button, async () => {
    await ask("clock", { turn: turn === "next" ? turn : Number(turn) });
    await refresh();
  });
});

part("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const fields = new FormData(form);
  const made = await ask("phones", { name: fields.get("name").trim(), language: fields.get("language").trim() || null });
  if (!made) return;
  form.reset();
  part("new").open = false;
  await refresh();
  reveal(made.id);
  views.get(made.id).root.querySelector(".start").focus();
});

part("more").addEventListener("click", () => setMore(part("more").getAttribute("aria-expanded") !== "true"));
part("tools").addEventListener("click", ({ target }) => {
  const { panel } = target.dataset;
  if (!panel) return;
  setMore(false);
  panels[panel].toggle();
});

function setMore(isOpen) {
  part("more").setAttribute("aria-expanded", String(isOpen));
  part("tools").classList.toggle("open", isOpen);
}

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const open of document.querySelectorAll("details[open]")) { open.open = false; open.querySelector("summary").focus(); }
  setMore(false);
  panels.trouble.close();
  panels.behind.close();
});

panels.guide = new GuideView(refresh, views, { reveal, open: (name) => panels[name].open() });
panels.trouble = new TroubleView(refresh);
panels.behind = new BehindView();

const events = new EventSource("/_sim/events");
events.onmessage = refresh;
events.onopen = () => say("");
events.onerror = () => say("The simulator does not answer. Is it still running?");
setInterval(async () => {
  const time = await fetch("/_sim/clock").then((answer) => answer.json()).catch(() => null);
  if (time) showTime(time);
}, 5000);
