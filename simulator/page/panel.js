// A part of the page that opens and closes by its button in the header, and gives the focus back.

export class Panel {
  constructor(name) {
    this.root = document.getElementById(name);
    this.button = document.querySelector(`[data-panel="${name}"]`);
    this.part = (selector) => this.root.querySelector(selector);
    this.part(".close")?.addEventListener("click", () => this.close());
  }

  get isOpen() { return !this.root.hidden; }

  toggle() { return this.isOpen ? this.close() : this.open(); }

  open() {
    this.root.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (!hadFocus) return;
    const more = document.getElementById("more");
    (this.button.checkVisibility() ? this.button : more).focus();
  }
}
