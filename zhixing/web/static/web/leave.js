"use strict";
// The leave form: what only sick leave needs is shown for sick leave; a chosen file is known to the preview by name.

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("leave-form");
  if (!form) return;
  const show = () => {
    for (const part of form.querySelectorAll("[data-shown-for]")) {
      part.hidden = part.dataset.shownFor !== form.elements.kind.value;
    }
  };
  form.elements.kind.addEventListener("change", show);
  show();
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      form.elements[`${input.name}_chosen`].value = input.files.length ? input.files[0].name : "";
    });
  }
  const first = form.elements.first, last = form.elements.last;
  first.addEventListener("change", () => {
    if (!last.value || last.value < first.value) last.value = first.value;
  });
});
