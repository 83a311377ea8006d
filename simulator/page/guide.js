// The guided week: says what comes next and points at it. What is done is read off the phones by the server.

import { element } from "./bubbles.js";
import { Panel } from "./panel.js";
import { ask, busily } from "./server.js";

const LEFT = "guide-left";

export class GuideView extends Panel {
  constructor(refresh, phones, page) {
    super("guide");
    Object.assign(this, { refresh, phones, page, viewed: null, begun: false, walking: null, stuck: null });
    this.part(".go").addEventListener("click", ({ currentTarget }) => this.go(currentTarget));
    this.part(".back").addEventListener("click", () => this.view(null));
    this.part(".skip-step").addEventListener("click", ({ currentTarget }) => this.skip(currentTarget));
    this.part(".leave").addEventListener("click", () => this.close());
  }

  open() {
    super.open();
    localStorage.removeItem(LEFT);
    this.draw();
  }

  close() {
    super.close();
    localStorage.setItem(LEFT, "yes");
    this.point();
  }

  show(guide) {
    const isNew = !this.guide;
    this.guide = guide;
    this.button.hidden = !guide;
    if (!guide) return;
    const done = guide.steps.filter((step) => step.done || step.skipped).length;
    this.button.textContent = `Guide ${done}/${guide.steps.length}`;
    this.begun ||= done > 0;
    if (isNew && !localStorage.getItem(LEFT)) this.open();
    else this.draw();
  }

  view(key) {
    this.viewed = key;
    this.begun = true;
    this.draw();
  }

  // welcome: nothing lived yet; end: everything; else a step. A step that is being done stays until that is over.
  draw() {
    const { steps } = this.guide;
    const current = steps.find((step) => (this.walking ? step.key === this.walking : !step.done && !step.skipped));
    if (this.viewed === current?.key) this.viewed = null;
    const step = steps.find((each) => each.key === this.viewed) ?? current;
    this.step = step;
    this.drawDots(step, current);
    const [title, words] = !step ? ["A week lived", this.guide.end]
      : this.begun ? [step.title, step.say] : ["Hello", this.guide.about];
    this.part("h2").textContent = title;
    this.part(".say").textContent = words;
    this.drawHint(step, current);
    const go = this.part(".go");
    go.hidden = Boolean(step?.done && this.begun && !this.walking);
    go.textContent = !step ? "Behind the scenes" : !this.begun ? "Start the week" : step === current ? "Do it for me" : "Do all up to here";
    this.part(".back").hidden = !this.viewed;
    this.part(".skip-step").hidden = !step || step !== current || step.key !== this.stuck;
    this.part(".leave").textContent = this.begun ? "Leave" : "Look around";
    this.point();
  }

  drawDots(step, current) {
    const look = JSON.stringify([this.guide.steps, step?.key, this.begun]);
    if (look === this.look) return;
    this.look = look;
    const place = [...this.part(".dots").querySelectorAll("button")].indexOf(document.activeElement);
    this.part(".dots").replaceChildren(...this.guide.steps.map((each, index) => {
      const dot = element("button", { type: "button", title: each.title });
      dot.setAttribute("aria-label", `Step ${index + 1}: ${each.title}${each.done ? ", done" : each.skipped ? ", skipped" : ""}`);
      dot.classList.toggle("done", each.done);
      dot.classList.toggle("skipped", each.skipped && !each.done);
      dot.classList.toggle("now", each === current);
      if (each === step && this.begun) dot.setAttribute("aria-current", "step");
      dot.addEventListener("click", () => this.view(each.key));
      return element("li", {}, dot);
    }));
    if (place >= 0) this.part(".dots").querySelectorAll("button")[place].focus();
  }

  drawHint(step, current) {
    const hint = this.part(".hint");
    const next = this.begun && step && !step.done && step === current ? this.guide.next : null;
    const isWaited = this.begun && step && !step.done && step === current && !next;
    const words = next?.say ?? (isWaited ? ["Waiting for an answer", "", ""] : step?.done && this.begun ? ["", "Done", ""] : []);
    if (hint.textContent.trim() === words.join(" ").trim() && !hint.hidden) return;
    hint.replaceChildren();
    hint.hidden = words.length === 0;
    if (hint.hidden) return;
    const [before, what, after] = words;
    hint.append(before ? `${before} ` : "", what && element("b", {}, what), " ", this.drawPlace(after, next?.link_on ?? next?.phone));
  }

  // The words that name a phone lead to it, for a screen on which one is seen at a time.
  drawPlace(words, phone) {
    if (!phone) return words;
    const link = element("a", { href: `#phone-${phone}` }, words);
    link.addEventListener("click", (event) => { event.preventDefault(); this.page.reveal(phone); });
    return link;
  }

  async go(button) {
    if (!this.step) return this.page.open("behind");
    if (!this.begun) return this.begin();
    return busily(button, async () => {
      this.walking = this.step.key;
      const done = await ask("walk", { step: this.walking });
      this.walking = null;
      this.stuck = done ? null : this.guide.steps.find((step) => !step.done && !step.skipped)?.key;
      this.viewed = null;
      await this.refresh();
    });
  }

  skip(button) {
    return busily(button, async () => {
      await ask("walk", { step: this.step.key, skip: true });
      await this.refresh();
      this.part(".go").focus();
    });
  }

  begin() {
    this.begun = true;
    this.draw();
    if (this.where) this.page.reveal(this.where);
  }

  // Marks the phone and the button that the next move is about.
  point() {
    const isShown = this.isOpen && this.begun && this.guide?.next && !this.viewed;
    const next = isShown ? this.guide.next : null;
    document.getElementById("next").classList.toggle("cue", next?.act === "turns");
    for (const view of this.phones.values()) view.point(next);
    const where = next?.link_on ?? next?.phone;
    if (this.walking && where && where !== this.where) this.page.reveal(where);
    this.where = where;
  }
}
