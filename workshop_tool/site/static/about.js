// What a voter says of themselves: one line once it is said or skipped, remembered on the phone.
window.aboutVoter = function (form, person) {
  'use strict';
  var key = 'about.' + person, about = document.getElementById('about'), folded = 0;
  var selects = [].slice.call(form.querySelectorAll('select'));

  function value(name) {
    var select = form.querySelector('select[name=' + name + ']');
    return select ? select.value : '';
  }

  function all() {
    return { group: value('group') || null, sector: value('sector') };
  }

  function tell() {
    var told = about && about.querySelector('.said');
    if (!told) { return; }
    told.textContent = selects.filter(function (select) { return select.value; }).map(function (select) {
      return select.options[select.selectedIndex].text;
    }).join(' · ') || told.dataset.none;
  }

  function remember() {
    try { localStorage.setItem(key, JSON.stringify(all())); } catch (full) { /* said again, then */ }
    tell();
  }

  function adopt(said) {
    selects.forEach(function (select) { select.value = said[select.name] || ''; });
  }

  // Where it is out of sight, what the thumb is on stays where it is.
  function foldAway(button) {
    if (!about || !about.open || about.getBoundingClientRect().bottom > 0) { return; }
    var before = button.getBoundingClientRect().top;
    document.documentElement.style.overflowAnchor = 'none';
    about.open = false;
    scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  }

  function recall() {
    var kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch (refused) { /* nothing was kept */ }
    selects.forEach(function (select) { if (kept && !select.value && kept[select.name]) { select.value = kept[select.name]; } });
    selects.forEach(function (select) { if (select.selectedIndex < 0) { select.value = ''; } });
    if (!about) { return; }
    if (kept) { about.open = false; }
    about.querySelector('.go').addEventListener('click', function () {
      remember();
      about.open = false;
      folded = Date.now();
      about.querySelector('summary').focus();
    });
    tell();
  }

  return {
    all: all,
    adopt: adopt,
    remember: remember,
    recall: recall,
    foldAway: foldAway,
    // What has just moved under a thumb that taps twice was not meant.
    justMoved: function () { return Date.now() - folded < 500; },
    asked: function (event) { return selects.indexOf(event.target) >= 0; }
  };
};
