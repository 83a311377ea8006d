// How the page speaks with the simulator, and the words shown where that goes wrong.

const problem = () => document.getElementById("problem");

export function say(words) {
  problem().textContent = words;
  problem().hidden = !words;
}

// What the door answers, or null after saying what is wrong.
export async function ask(path, body) {
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

// Runs what a button does, with the button marked as busy, and never twice at a time.
export async function busily(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try { await work(); } finally { button.removeAttribute("aria-busy"); }
}

// Every moment is shown on the clock of the simulated place, not on that of the visitor.
let zone;
export const keepZone = (name) => { zone = name ?? undefined; };
export const onClock = (moment, how) => new Date(moment).toLocaleString("en-GB", { timeZone: zone, ...how });
export const TIME = { hour: "2-digit", minute: "2-digit" };
export const DAY = { weekday: "short", day: "numeric", month: "short" };
