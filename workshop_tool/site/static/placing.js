// Placing trends by tapping on the map: one's own on a page of all, or the place of one that is suggested.
document.documentElement.classList.add('js');
addEventListener('DOMContentLoaded', function () {
  'use strict';
  var map = document.querySelector('.map'), here = map && map.querySelector('.here'), to = document.body.dataset.to;
  var pending = {}, timer = 0, wait = 1, sending = false;
  if (!map) { return; }
  var form = map.closest('form');

  function mark(spot) {
    here.toggleAttribute('hidden', !spot);
    if (!spot) { return; }
    here.setAttribute('cx', spot.certainty * 300);
    here.setAttribute('cy', 300 - spot.importance * 300);
  }

  function tapped(event) {
    var box = map.getBoundingClientRect();
    function share(value) { return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000; }
    return { certainty: share((event.clientX - box.left) / box.width), importance: share(1 - (event.clientY - box.top) / box.height) };
  }

  if (!to) {
    var across = form.certainty, up = form.importance;
    map.addEventListener('click', function (event) {
      var spot = tapped(event);
      form.placed.checked = true;
      across.value = spot.certainty * 100;
      up.value = spot.importance * 100;
      mark(spot);
    });
    form.addEventListener('input', function (event) {
      if (event.target.type === 'range') { form.placed.checked = true; }
      mark(form.placed.checked && { certainty: across.value / 100, importance: up.value / 100 });
    });
    mark(form.placed.checked && { certainty: across.value / 100, importance: up.value / 100 });
    return;
  }

  var state = document.querySelector('.state'), words = document.body.dataset;
  var lists = form.querySelectorAll('select'), trends = [].slice.call(form.querySelectorAll('[type=radio]'));

  function chosen() {
    return trends.find(function (trend) { return trend.checked; });
  }

  function spotOf(trend) {
    var spot = (trend.dataset.spot || '').split(' ');
    return spot.length > 1 ? { certainty: Number(spot[0]), importance: Number(spot[1]) } : null;
  }

  function draw(text) {
    var spot = spotOf(chosen());
    trends.forEach(function (trend) { trend.parentNode.classList.toggle('chosen', trend.checked); });
    mark(spot);
    lists[0].value = spot ? Math.round(spot.certainty * 4) : '';
    lists[1].value = spot ? Math.round(spot.importance * 4) : '';
    state.className = 'state ' + (Object.keys(pending).length ? 'unsent' : 'recorded');
    if (text !== undefined) { state.textContent = text; }
  }

  function keep() {
    try { localStorage.setItem('places', JSON.stringify(pending)); } catch (full) { /* the page itself still holds it */ }
  }

  function adopt(trend, spot) {
    var where = trend.nextElementSibling.querySelector('.small');
    trend.dataset.spot = spot ? spot.certainty + ' ' + spot.importance : '';
    draw();
    where.textContent = spot ? words.where.replace('{certainty}', word(0)).replace('{importance}', word(1)) : '';
  }

  function word(list) { return lists[list].selectedOptions[0].text; }

  function put(trend, spot) {
    adopt(trend, spot);
    pending[trend.value] = spot;
    keep();
    draw(words.unsent);
    clearTimeout(timer);
    timer = setTimeout(send, 300);
  }

  function again() {
    timer = setTimeout(send, wait * 1000 * (1 - Math.random() / 3));
    wait = Math.min(30, wait * 2);
  }

  function send() {
    var trend = Object.keys(pending)[0], spot = pending[trend];
    if (!trend || sending) { return; }
    sending = true;
    fetch(to, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Workshop': 'place' },
      body: JSON.stringify({ trend: trend, certainty: spot && spot.certainty, importance: spot && spot.importance })
    }).then(function (answer) {
      return answer.json().then(function (told) {
        sending = false;
        if (answer.status >= 500) { again(); return; }
        wait = 1;
        if (pending[trend] === spot) { delete pending[trend]; }
        keep();
        draw(told.sentence || (Object.keys(pending).length ? words.unsent : words.saved));
        send();
      });
    }).catch(function () { sending = false; again(); });
  }

  map.addEventListener('click', function (event) { put(chosen(), tapped(event)); });
  form.addEventListener('change', function (event) {
    if (event.target.type === 'radio') { draw(); return; }
    if (lists[0].value && lists[1].value) { put(chosen(), { certainty: lists[0].value / 4, importance: lists[1].value / 4 }); }
    else if (spotOf(chosen())) { put(chosen(), null); }
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  addEventListener('online', function () { wait = 1; send(); });
  try {
    pending = JSON.parse(localStorage.getItem('places')) || {};
    trends.forEach(function (trend) { if (trend.value in pending) { adopt(trend, pending[trend.value]); } });
  } catch (refused) { /* nothing was kept */ }
  draw(Object.keys(pending).length ? words.unsent : undefined);
  send();
});
