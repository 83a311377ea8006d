// Trouble to switch on, and levers to pull: one click each.

import { element } from "./bubbles.js";
import { Panel } from "./panel.js";
import { ask, busily } from "./server.js";

export class TroubleView extends Panel {
  constructor(refresh) {
    super("trouble");
    this.refresh = refresh;
    this.strip = document.getElementById("struck");
    this.strip.querySelector("button").addEventListener("click", () => this.set([]));
    this.items = new Map();
  }

  show({ trouble, levers }) {
    this.on = trouble.kinds.filter((kind) => kind.on).map((kind) => kind.key);
    for (const kind of trouble.kinds) this.item(kind, () => this.toggleKind(kind.key)).setAttribute("aria-pressed", String(kind.on));
    for (const lever of levers) this.item(lever, (button) => this.pull(button, lever.key));
    this.button.classList.toggle("on", this.on.length > 0);
    this.struck ??= trouble.struck;
    if (this.on.length === 0) this.struck = trouble.struck;
    this.strip.hidden = this.on.length === 0;
    const labels = trouble.kinds.filter((kind) => kind.on).map((kind) => kind.label).join(" · ");
    const struck = trouble.struck - this.struck;
    this.strip.querySelector("span").textContent = `${labels}: ${struck} ${struck === 1 ? "call" : "calls"} struck so far.`;
  }

  item({ key, label, means, was }, work) {
    let item = this.items.get(key);
    if (!item) {
      const button = element("button", { type: "button" }, label);
      const words = element("p", { id: `trouble-${key}` }, means);
      button.setAttribute("aria-describedby", words.id);
      button.addEventListener("click", () => work(button));
      item = { button, was: element("small") };
      this.items.set(key, item);
      this.part(".kinds").append(element("li", {}, button, words, item.was));
    }
    item.was.textContent = was ?? "";
    return item.button;
  }

  toggleKind(key) {
    return this.set(this.on.includes(key) ? this.on.filter((each) => each !== key) : [...this.on, key]);
  }

  async set(on) {
    await ask("trouble", { on });
    await this.refresh();
  }

  pull(button, key) {
    return busily(button, async () => {
      await ask("lever", { pull: key });
      await this.refresh();
    });
  }
}
