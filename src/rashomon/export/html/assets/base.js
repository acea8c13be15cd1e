"use strict";
// What every page has: a way to find elements, the class that tells the style that scripts run, printing of all.
const $ = (id) => document.getElementById(id);
document.documentElement.classList.add("js");
(() => {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
})();
