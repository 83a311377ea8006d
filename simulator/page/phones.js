// One phone: builds it once, then shows each new state with as little change as it can, so that focus stays.

import { drawBubble, element, payloadOf } from "./bubbles.js";

export class PhoneView {
  constructor(state, username, act) {
    this.username = username;
    this.name = state.name;
    this.act = (what, body = {}) => act(state.id, what, body);
    this.drawn = new Map();
    this.shownQuery = state.query?.id;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root.id = `phone-${state.id}`;
    this.part = (selector) => this.root.querySelector(selector);
    this.part("h2").textContent = state.name;
    this.part(".chat").setAttribute("aria-label", `Chat of ${state.name}`);
    if (state.language) this.part(".chat").lang = state.language;
    this.setUpWriting();
    this.part(".start").addEventListener("click", () => this.act("start"));
    this.part(".block").addEventListener("click", () => this.act(this.state.blocked ? "unblock" : "block"));
    this.part(".toast button").addEventListener("click", () => this.hideToast());
  }

  setUpWriting() {
    const [form, field, send] = [this.part(".write"), this.part("textarea"), this.part(".send")];
    field.id = `${this.root.id}-text`;
    this.part(".write label").htmlFor = field.id;
    const isLink = () => payloadOf(field.value.trim(), this.username) !== null;
    field.addEventListener("input", () => { send.textContent = isLink() ? "Open" : "Send"; });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (!text) return;
      const done = isLink() ? await this.act("open", { link: text }) : await this.act("write", { text });
      if (done) { field.value = ""; send.textContent = "Send"; }
    });
  }

  show(state) {
    this.state = state;
    this.part(".block").textContent = state.blocked ? "Unblock" : "Block";
    this.part(".block").hidden = !state.started || state.deactivated;
    this.part(".start").hidden = state.started && !state.blocked || state.deactivated;
    this.part(".write").hidden = state.blocked || state.deactivated;
    const chat = this.part(".chat");
    const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
    const newest = state.messages.at(-1)?.id;
    this.showKeyboard(state.blocked ? [] : state.keyboard);
    this.showMenu(state.blocked ? [] : state.commands);
    this.showMessages(chat, state.messages);
    if (atEnd || newest !== this.newest) chat.scrollTop = chat.scrollHeight;
    this.newest = newest;
    this.showToast(state.query);
  }

  showMessages(chat, messages) {
    for (const [id, { item }] of this.drawn) {
      if (!messages.some((message) => message.id === id)) { item.remove(); this.drawn.delete(id); }
    }
    messages.forEach((message, index) => this.showMessage(chat, message, index));
  }

  showMessage(chat, message, index) {
    const waiting = this.state.query?.waiting ?? false;
    const look = JSON.stringify(message);
    const known = this.drawn.get(message.id);
    if (known?.look === look) {
      if (!waiting) for (const busy of known.item.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
      return;
    }
    const item = drawBubble(message, this);
    if (!known) chat.insertBefore(item, chat.children[index] ?? null);
    else {
      const place = [...known.item.querySelectorAll("button, a")].indexOf(document.activeElement);
      known.item.replaceWith(item);
      if (place >= 0) (item.querySelectorAll("button, a")[place] ?? item.querySelector("button, a") ?? chat).focus({ preventScroll: true });
    }
    this.drawn.set(message.id, { look, item });
  }

  showKeyboard(rows) {
    const look = JSON.stringify(rows);
    if (look === this.keys) return;
    this.keys = look;
    this.part(".keyboard").replaceChildren(...rows.map((row) => element("div", { className: "row" }, ...row.map((label) => {
      const key = element("button", { type: "button" }, label);
      key.addEventListener("click", () => this.act("write", { text: label }));
      return key;
    }))));
  }

  showMenu(commands) {
    const menu = this.part(".menu");
    const look = JSON.stringify(commands);
    menu.hidden = commands.length === 0;
    if (look === this.commands) return;
    this.commands = look;
    menu.querySelector("div").replaceChildren(...commands.map(({ command, description }) => {
      const entry = element("button", { type: "button" }, element("b", {}, `/${command}`), ` ${description}`);
      entry.addEventListener("click", () => { menu.open = false; this.act("write", { text: `/${command}` }); });
      return entry;
    }));
  }

  showToast(query) {
    if (!query?.text || this.shownQuery === query.id) return;
    this.shownQuery = query.id;
    this.part(".toast span").textContent = query.text;
    this.part(".toast").hidden = false;
    clearTimeout(this.toastTimer);
    if (!query.alert) this.toastTimer = setTimeout(() => this.hideToast(), 6000);
  }

  hideToast() { this.part(".toast").hidden = true; }
}
