// Draws one message. Words become text nodes, never markup: the tags come from the message's entities.

import { DAY, onClock, TIME } from "./server.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const SERVICE = { pinned_message: "A message was pinned" };

export const element = (tag, props = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children);
  return made;
};

// The start payload of a link to this bot ("" without one), or null if it leads elsewhere.
export function payloadOf(link, username) {
  let url;
  try { url = new URL(/^[a-z]+:/i.test(link) ? link : `https://${link}`); } catch { return null; }
  const name = url.pathname.replaceAll("/", "");
  const ours = ["t.me", "telegram.me"].includes(url.hostname) && name.toLowerCase() === username.toLowerCase();
  return ours ? url.searchParams.get("start") ?? "" : null;
}

export function drawBubble(message, phone) {
  const words = element("div", { className: "words" });
  drawFile(message, words);
  words.append(...drawWords(message.text, message.entities, 0, message.text.length, phone));
  if (!message.text && message.kind !== "photo") words.append(SERVICE[message.kind] ?? `(${message.kind})`);
  const time = onClock(message.date, TIME);
  const marks = [message.pinned && "pinned", message.edited && "edited", time];
  words.append(element("small", {}, marks.filter(Boolean).join(" ")));
  const item = element("li", { className: "bubble" }, words);
  item.classList.toggle("mine", message.from_me);
  item.dataset.date = onClock(message.date, { ...DAY, month: "long" });
  item.classList.toggle("rows", message.buttons.length > 0);
  for (const row of message.buttons) {
    item.append(element("div", { className: "row" }, ...row.map((button) => drawButton(button, message, phone))));
  }
  return item;
}

function drawFile(message, words) {
  if (!message.file_id) return;
  const src = `/_sim/files/${encodeURIComponent(message.file_id)}`;
  if (message.kind === "photo") words.append(element("img", { src, alt: message.text || "Picture" }));
  else words.append(element("a", { href: src, download: message.file || "file" }, message.file || message.kind), "\n");
}

// Entities nest and never cross; offsets are UTF-16 units, as JavaScript counts.
function drawWords(text, entities, from, to, phone) {
  const drawn = [];
  let place = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = first.offset + first.length;
    const inside = others.filter((other) => other.offset < end);
    if (first.offset > place) drawn.push(text.slice(place, first.offset));
    drawn.push(...drawEntity(first, drawWords(text, inside, first.offset, end, phone), text.slice(first.offset, end), phone));
    place = end;
    rest = others.filter((other) => other.offset >= end);
  }
  if (place < to) drawn.push(text.slice(place, to));
  return drawn;
}

function drawEntity(entity, children, raw, phone) {
  if (entity.type === "url" || entity.type === "text_link") return drawLink(entity.url || raw, children, phone);
  if (entity.type === "bot_command") {
    const link = element("a", { href: "#" }, ...children);
    link.addEventListener("click", (event) => { event.preventDefault(); phone.act("write", { text: raw }); });
    return [link];
  }
  if (entity.type === "spoiler") return [element("span", { className: "spoiler", tabIndex: 0 }, ...children)];
  const tag = TAGS[entity.type];
  return tag ? [element(tag, {}, ...children)] : children;
}

function drawLink(target, children, phone) {
  const payload = payloadOf(target, phone.username);
  if (payload === null) {
    if (!/^(https?:|mailto:|tel:)/i.test(target)) return children;
    return [element("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, ...children)];
  }
  const link = element("a", { href: target, title: `Open as ${phone.name}` }, ...children);
  link.addEventListener("click", (event) => { event.preventDefault(); phone.act("open", { link: target }); });
  return [link, element("span", { className: "hand" }, ...phone.others().map((other) => handButton(target, other)), copyButton(target))];
}

// The link goes to another phone, as if it had been passed on.
function handButton(target, other) {
  const hand = element("button", { type: "button" }, `Open on ${other.name}'s phone`);
  hand.addEventListener("click", async () => { if (await other.act("open", { link: target })) other.tab.click(); });
  return hand;
}

function copyButton(target, label = "Copy", title = "Copy the link for another phone") {
  const copy = element("button", { type: "button", title }, label);
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(target);
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = label; }, 2000);
  });
  return copy;
}

function drawButton(button, message, phone) {
  if (button.copies) return copyButton(button.copies, button.label, "Copy these words");
  if (button.url && payloadOf(button.url, phone.username) === null) {
    return element("a", { className: "button", href: button.url, target: "_blank", rel: "noopener noreferrer" }, `${button.label} ↗`);
  }
  const key = element("button", { type: "button" }, button.label);
  key.addEventListener("click", () => {
    if (button.url) return phone.act("open", { link: button.url });
    key.setAttribute("aria-busy", "true");
    return phone.act("tap", { data: button.data, message_id: message.id });
  });
  return key;
}
