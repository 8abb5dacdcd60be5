// What the site gains from a script: search, and buttons that copy. Without it, all is there to read.
(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };

  // copying: the text of a field, or a part of the page as rich text
  document.querySelectorAll("button.copy").forEach(function (button) {
    var label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var from = $(button.dataset.copy);
      if (from.select) { from.select(); } else {
        var range = document.createRange();
        range.selectNodeContents(from);
        var selection = getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
      }
      // the only way to copy that also works on a page opened from a disk
      if (!document.execCommand("copy")) { return; }
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = label; }, 2500);
    });
  });

  // the venue that was chosen last is chosen again
  var radios = document.querySelectorAll('.choose input[type="radio"]');
  var keep = function (value) { try { sessionStorage.setItem("venue", value); } catch (_) { /* not kept */ } };
  var kept = null;
  try { kept = sessionStorage.getItem("venue"); } catch (_) { /* not kept */ }
  radios.forEach(function (radio) {
    if (radio.id === kept) { radio.checked = true; }
    radio.addEventListener("change", function () { keep(radio.id); });
  });

  document.addEventListener("DOMContentLoaded", search);

  // search: every word must begin a word of the entry; hits in titles come first
  function search() {
    var results = $("results"), index = window.pancarteIndex, field = $("q"), told = $("told");
    if (!results || !index || !field) { return; }
    var form = field.form;
    form.hidden = false;
    var fold = function (text) {
      return text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "").toLowerCase()
        .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647")
        .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    };
    var made = function (title, href, kind, body) {
      return { title: title, href: href, kind: kind, head: " " + fold(title), body: " " + fold(body) };
    };
    var entries = index.map(function (entry) { return made(entry[0], entry[1], entry[2], entry[3]); });

    // many venues stand in files of their own, by what their words begin with: those that a search needs are loaded
    var shards = window.pancarteShards || { keys: [], common: [] }, asked = {}, known = {};
    var name = function (text) {
      return Array.from(text).map(function (c) {
        return /[a-z0-9]/.test(c) ? c : c === " " ? "_" : "u" + c.codePointAt(0).toString(16) + ".";
      }).join("");
    };
    window.pancarteVenues = function (key, venues) {
      venues.forEach(function (venue) {
        if (known[venue[1]]) { return; }
        known[venue[1]] = true;
        var langs = venue[2].split(" "), own = document.documentElement.lang;
        var lang = langs.indexOf(own) >= 0 ? own : langs[0];
        var entry = made(venue[0], venue[1] + "/" + lang + "/index.html", "venue", venue[3]);
        // of many venues with the same name, the place tells which
        entry.place = venue[4];
        entries.push(entry);
      });
      asked[key] = "there";
    };
    var load = function (key) {
      asked[key] = "asked";
      var script = document.createElement("script");
      script.src = results.dataset.assets + "venues/" + name(Array.from(key)[0]).replace(/\.$/, "") + "/v-" + name(key) + ".js";
      script.onload = show;
      script.onerror = function () { asked[key] = "failed"; show(); };
      document.head.append(script);
    };
    // the word that the fewest files are needed for; what of it is not there yet, and whether it finds all there is
    var need = function (words) {
      var best = null;
      words.forEach(function (word) {
        if (Array.from(word).length < 2) { return; }
        var keys = shards.keys.filter(function (key) { return key.indexOf(word) === 0 || word.indexOf(key) === 0; });
        var common = shards.common.some(function (long) { return long.indexOf(word) === 0; });
        if (keys.length > MOST) { keys = []; common = true; }
        var better = !best || (best.common && !common) || (best.common === common && keys.length < best.keys.length);
        if (better) { best = { keys: keys, common: common }; }
      });
      return best || { keys: [], common: words.length > 0 && shards.keys.length > 0 };
    };
    // more files than this are not loaded for one word: another letter is waited for
    var MOST = 8;
    var score = function (entry, words) {
      var sum = 0;
      for (var i = 0; i < words.length; i++) {
        var word = words[i], whole = (" " + word + " ");
        if ((entry.head + " ").indexOf(whole) >= 0) { sum += 12; }
        else if (entry.head.indexOf(" " + word) >= 0) { sum += 8; }
        // an article may stand before the word in Arabic
        else if (entry.head.indexOf(" \u0627\u0644" + word) >= 0) { sum += 7; }
        else if ((entry.body + " ").indexOf(whole) >= 0) { sum += 3; }
        else if (entry.body.indexOf(" " + word) >= 0 || entry.body.indexOf(" \u0627\u0644" + word) >= 0) { sum += 2; }
        else { return 0; }
      }
      return sum;
    };
    var show = function () {
      var words = fold(field.value).split(" ").filter(Boolean), needed = need(words);
      needed.keys.filter(function (key) { return !asked[key]; }).forEach(load);
      var is = function (state) { return needed.keys.some(function (key) { return asked[key] === state; }); };
      var found = words.length ? entries.map(function (entry) { return [score(entry, words), entry]; })
        .filter(function (pair) { return pair[0] > 0; }).sort(function (a, b) { return b[0] - a[0]; }) : [];
      var list = document.createElement("ol");
      found.slice(0, 40).forEach(function (pair) {
        var item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small");
        link.href = results.dataset.root + pair[1].href;
        link.textContent = pair[1].title;
        kind.textContent = pair[1].place || results.dataset[pair[1].kind] || "";
        if (pair[1].place) { kind.dir = "auto"; }
        item.append(link, kind);
        list.append(item);
      });
      results.replaceChildren(list);
      results.hidden = !found.length;
      $("everything").hidden = !!found.length;
      var words_ = told.dataset;
      // what is told while a file is on its way would be taken back
      if (is("asked")) { return; }
      var more = is("failed") ? words_.failed : needed.common ? words_.common : "";
      var count = !words.length ? "" : found.length === 1 ? words_.one : found.length ? words_.many.replace("{n}", found.length)
        : more ? "" : words_.none;
      told.textContent = [count, words.length && more].filter(Boolean).join(". ");
    };
    field.value = new URLSearchParams(location.search).get("q") || "";
    field.addEventListener("input", show);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (_) { /* from a disk */ }
      show();
    });
    show();
  }
})();
