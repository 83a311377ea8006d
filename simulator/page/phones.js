// One phone: builds it once, then shows each new state with as little change as it can, so that focus stays.

import { drawBubble, element, payloadOf } from "./bubbles.js";

export class PhoneView {
  constructor(state, username, act, others, number) {
    Object.assign(this, { username, others, id: state.id, name: state.name });
    this.act = (what, body = {}) => act(state.id, what, body);
    this.drawn = new Map();
    this.shownQuery = state.query?.id;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root.id = `phone-${state.id}`;
    this.part = (selector) => this.root.querySelector(selector);
    this.root.style.setProperty("--turn", `${(number * 137) % 360}deg`);
    this.part("h2").textContent = state.name;
    this.part(".face").textContent = state.name.slice(0, 1);
    this.part(".about").textContent = state.about;
    this.part(".empty").textContent = `Nothing on ${state.name}'s phone yet.`;
    this.part(".chat").setAttribute("aria-label", `Chat of ${state.name}`);
    if (state.language) this.part(".chat").lang = state.language;
    this.atEnd = true;
    this.part(".chat").addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.stay()).observe(this.part(".chat"));
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
    this.part(".empty").hidden = state.messages.length > 0;
    this.part(".chat").hidden = state.messages.length === 0;
    const chat = this.part(".chat");
    const newest = state.messages.at(-1)?.id;
    this.showKeyboard(state.blocked ? [] : state.keyboard);
    this.showMenu(state.blocked ? [] : state.commands);
    this.showMessages(chat, state.messages);
    if (newest !== this.newest) this.atEnd = true;
    this.stay();
    if (newest && this.newest !== undefined && newest !== this.newest && !this.isSeen) this.tab.classList.add("news");
    this.newest = newest ?? null;
    this.showToast(state.query);
  }

  fromEnd() {
    const chat = this.part(".chat");
    return chat.scrollHeight - chat.scrollTop - chat.clientHeight;
  }

  // Only moving up is leaving the end: what opens elsewhere on the page may push the end out of sight too.
  scrolled() {
    const { scrollTop } = this.part(".chat");
    if (this.fromEnd() < 80) this.atEnd = true;
    else if (scrollTop < this.lastTop) this.atEnd = false;
    this.lastTop = scrollTop;
  }

  // Who reads the newest words goes on seeing them, whatever grows or shrinks around them.
  stay() {
    if (!this.atEnd) return;
    this.part(".chat").scrollTop = this.part(".chat").scrollHeight;
    this.showCue();
  }

  // A long message may hide the button that is wanted.
  showCue() {
    if (!this.cued?.isConnected) return;
    const hidden = this.part(".chat").getBoundingClientRect().top - this.cued.getBoundingClientRect().top;
    if (hidden > 0) this.part(".chat").scrollTop -= hidden + 8;
  }

  showMessages(chat, messages) {
    for (const [id, { item }] of this.drawn) {
      if (!messages.some((message) => message.id === id)) { item.remove(); this.drawn.delete(id); }
    }
    messages.forEach((message, index) => this.showMessage(chat, message, index));
    let day = null;
    for (const item of chat.children) {
      item.classList.toggle("first", item.dataset.date !== day);
      day = item.dataset.date;
    }
  }

  showMessage(chat, message, index) {
    const waiting = this.state.query?.waiting ?? false;
    const look = JSON.stringify([message, this.others().length]);
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

  // Marks what the guide wants to be tapped or written here, if it is about this phone.
  point(next) {
    for (const cued of this.root.querySelectorAll(".cue")) cued.classList.remove("cue");
    const isHere = next?.phone === this.id && next.link_on === null;
    this.root.classList.toggle("cued", isHere || next?.link_on === this.id);
    this.part("textarea").placeholder = isHere && next.act === "writes" ? `Write ${next.what}` : "Message";
    if (isHere && next.act === "writes") this.part("textarea").classList.add("cue");
    const wanted = next?.link_on === this.id ? next.say[1] : isHere && next.act === "taps" ? next.what : null;
    const named = (part) => [...this.part(part).querySelectorAll("button")].filter((key) => key.textContent === wanted).at(-1);
    const key = named(".chat") ?? named(".keyboard");
    key?.classList.add("cue");
    const isNew = key !== this.cued;
    this.cued = key;
    if (isNew) this.showCue();
  }

  hideToast() { this.part(".toast").hidden = true; }
}
