"use strict";
// Small behaviour of the desk. Every page also works without it, save for the live preview.

// A refusal that has just been swapped in is read out and reached by the keyboard.
document.addEventListener("htmx:afterSwap", () => {
  const refusal = document.getElementById("refusal");
  if (refusal) refusal.focus();
});
document.addEventListener("DOMContentLoaded", () => {
  const refusal = document.getElementById("refusal");
  if (refusal) refusal.focus();
});

// A form is sent once; its key would keep a second sending from acting, this keeps it from being sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent === "yes" && form.method === "post" && !form.hasAttribute("hx-post")) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

document.addEventListener("click", (event) => {
  const printer = event.target.closest("[data-print]");
  if (printer) window.print();
});

// The components of the pages; the strict build of Alpine takes names only, no expressions.
document.addEventListener("alpine:init", () => {
  // The opinion box: counts characters and takes a usual phrase.
  window.Alpine.data("opinion", () => ({
    text: "",
    init() {
      this.text = this.$refs.text.value;
    },
    get count() {
      return `${this.text.length} 字`;
    },
    typed() {
      this.text = this.$refs.text.value;
    },
    take() {
      const phrase = this.$el.dataset.phrase;
      this.$refs.text.value = phrase;
      this.text = phrase;
      this.$refs.text.focus();
    },
  }));
  // The leave form: parts that only some kinds need.
  window.Alpine.data("leave", () => ({
    kind: "",
    emergency: false,
    init() {
      this.look();
    },
    look() {
      const form = this.$root;
      this.kind = form.elements.kind.value;
      this.emergency = form.elements.emergency.checked;
      form.querySelectorAll("[data-chosen]").forEach((mark) => {
        mark.value = document.getElementById(mark.dataset.chosen).files.length ? "1" : "";
      });
    },
    get sick() {
      return this.kind === "病假";
    },
    get proven() {
      return this.kind !== "" && !["事假", "病假", "年休假", "补休假"].includes(this.kind);
    },
  }));
});
