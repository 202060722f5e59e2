// A group's poster: choices, photos, and what others change on it.
addEventListener('DOMContentLoaded', function () {
  'use strict';
  var here = document.body.dataset, put = station.put, say = station.say, file = document.getElementById('file');

  // Boxes and lists: each change is sent for itself, and tried again until it arrives.
  var choices = [].slice.call(document.querySelectorAll('.choices input[type=checkbox],.choices select'));
  function choose(el) {
    var state = el.form.querySelector('.state'), tick = el.type === 'checkbox';
    var value = tick ? el.checked : el.value;
    el.dataset.waits = '1';
    say(state, here.unsent, 'unsent');
    put('/api/station/choice', {
      poster: here.poster, what: el.dataset.what || el.name, field: el.dataset.of || '', choice: el.name === 'done' ? '' : el.value, on: tick ? el.checked : true
    }).then(function (came) {
      if (value !== (tick ? el.checked : el.value)) { return; }
      if (!came.status || came.status >= 500) { setTimeout(function () { choose(el); }, 2000); return; }
      delete el.dataset.waits;
      say(state, came.status === 200 ? here.saved : came.told.sentence, came.status === 200 ? 'recorded' : 'unsent');
      if (came.status !== 200) { look(); }
    });
  }

  function count() {
    [].forEach.call(document.querySelectorAll('details'), function (list) {
      list.querySelector('b').textContent = list.querySelectorAll('input:checked').length;
    });
  }

  function standing(now) {
    if (now.gone) {
      if (!document.querySelector('.unsent')) { location.href = '/station'; }
      return;
    }
    station.lock(now.locked);
    station.see(now.fields);
    choices.forEach(function (el) {
      if (el.dataset.waits || document.activeElement === el) { return; }
      if (el.dataset.what) { el.value = now.effects[el.dataset.of] || ''; }
      else if (el.name === 'domain') { el.value = now.domains[el.dataset.of] || ''; }
      else { el.checked = el.name === 'done' ? now.done : now[el.name + 's'].indexOf(el.value) >= 0; }
    });
    document.getElementById('photos').textContent = now.photos;
    count();
  }

  function look() {
    var before = station.stamp();
    if (document.hidden) { return; }
    fetch('/api/station/poster/' + here.poster).then(function (answer) { return answer.ok ? answer.json() : null; }).then(function (now) {
      // What was asked before something was sent may be older than it.
      if (now && before === station.stamp()) { standing(now); }
    }).catch(function () { /* out of reach just now; the next look may reach it */ });
  }

  // A photo is made smaller here already: radio is what a full room is short of.
  function smaller(file) {
    return createImageBitmap(file, { imageOrientation: 'from-image' }).then(function (image) {
      var scale = Math.min(1, 2400 / Math.max(image.width, image.height)), canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise(function (give) { canvas.toBlob(function (blob) { give(blob || file); }, 'image/jpeg', 0.85); });
    }).catch(function () { return file; });
  }

  file.addEventListener('change', function () {
      var state = document.querySelector('#photo .state'), chosen = file.files[0];
      if (!chosen) { return; }
      say(state, state.dataset.sending, 'unsent');
      smaller(chosen).then(function (photo) {
        if (photo.size > 12e6 || !/^image\/(jpeg|png|webp)$/.test(photo.type)) { return { status: 413, told: { sentence: state.dataset.large } }; }
        return put('/api/station/photo/' + here.poster, photo);
      }).then(function (came) {
        file.value = '';
        say(state, came.status === 200 ? here.saved : came.told.sentence || state.dataset.lost, came.status === 200 ? 'recorded' : 'unsent');
        look();
      });
    });

  // A title and a cell are one line, however many they take to show.
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && !event.isComposing && event.target.matches('textarea[rows="1"]')) { event.preventDefault(); }
  });
  choices.forEach(function (el) { el.addEventListener('change', function () { count(); choose(el); }); });
  addEventListener('lock', function (event) {
    document.getElementById('locked').hidden = !event.detail;
    choices.concat(file).forEach(function (el) { el.disabled = event.detail; });
  });
  setInterval(look, 5000);
  new EventSource('/api/station/live').addEventListener('groups', look);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  addEventListener('pageshow', look);
});
