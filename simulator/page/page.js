// The page: fetches what is so whenever the server says that something changed.

import { element } from "./bubbles.js";
import { PhoneView } from "./phones.js";

const part = (id) => document.getElementById(id);
const views = new Map();
let fetching = null;
let stale = false;

async function ask(path, body) {
  const options = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  try {
    const answer = await fetch(`/_sim/${path}`, options);
    const json = await answer.json();
    say(answer.ok ? "" : json.error);
    return answer.ok ? json : null;
  } catch {
    say("The simulator does not answer. Is it still running?");
    return null;
  }
}

function say(trouble) {
  part("trouble").textContent = trouble;
  part("trouble").hidden = !trouble;
}

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
    const state = await fetch("/_sim/state").then((answer) => answer.json()).catch(() => null);
    if (state) show(state);
  } while (stale);
}

function show(state) {
  document.title = state.title;
  part("title").textContent = state.title;
  showTime(state);
  for (const phone of state.phones) {
    if (!views.has(phone.id)) {
      const view = new PhoneView(phone, state.bot.username, act);
      views.set(phone.id, view);
      part("phones").append(view.root);
      part("people").append(element("a", { className: "button", href: `#${view.root.id}` }, phone.name));
    }
    views.get(phone.id).show(phone);
  }
}

function showTime({ now, can_turn: canTurn }) {
  const moment = new Date(now);
  const day = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
  part("now").textContent = moment.toLocaleString("en-GB", { ...day, hour: "2-digit", minute: "2-digit" });
  part("now").dateTime = now;
  part("now").title = `${now} (shown in this computer's time zone)`;
  part("turns").hidden = !canTurn;
}

part("turns").addEventListener("click", async ({ target }) => {
  const turn = target.dataset.turn;
  if (!turn) return;
  target.setAttribute("aria-busy", "true");
  await ask("clock", { turn: turn === "next" ? turn : Number(turn) });
  target.removeAttribute("aria-busy");
  await refresh();
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
  views.get(made.id).root.scrollIntoView({ inline: "nearest" });
  views.get(made.id).root.querySelector(".start").focus();
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const open of document.querySelectorAll("details[open]")) { open.open = false; open.querySelector("summary").focus(); }
});

const events = new EventSource("/_sim/events");
events.onmessage = refresh;
events.onopen = () => say("");
events.onerror = () => say("The simulator does not answer. Is it still running?");
setInterval(async () => {
  const time = await fetch("/_sim/clock").then((answer) => answer.json()).catch(() => null);
  if (time) showTime(time);
}, 5000);
