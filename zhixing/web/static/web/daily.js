"use strict";
// The clock of the sign-in page: it goes on from the server's time, so that a wrong computer clock misleads nobody.

document.addEventListener("DOMContentLoaded", () => {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  const behind = Number(clock.dataset.clock) * 1000 - Date.now();
  const show = new Intl.DateTimeFormat("zh-CN", {
    timeZone: clock.dataset.zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  });
  const tick = () => {
    clock.textContent = show.format(new Date(Date.now() + behind));
  };
  tick();
  window.setInterval(tick, 1000);
});
