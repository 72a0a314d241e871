// The stations at one hour: on the schematic where the position is known, and all of them in a list, worst first.

import {el, replace, svg} from './dom.js';
import {districts, frame, place} from './districts.js';
import {figure} from './figure.js';
import {nameOf, t} from './i18n.js';
import {chip, levelWord, mapChip} from './levels.js';

const RADIUS = 13;

export function showStations(host, stations) {
  const sorted = [...stations].sort((a, b) => number(b) - number(a) || a.id.localeCompare(b.id));
  replace(host,
    schematic(sorted),
    el('div', {class: 'station-list'},
      el('h2', {}, t('stations'), el('span', {class: 'key'}, el('b', {}, t('memberKey')), ' ', t('member'))),
      el('ol', {}, sorted.map(item))));
}

function number(station) {
  return station.aqi === null ? -1 : Number(station.aqi);
}

function item(station) {
  return el('li', {class: station.member ? 'member' : '', title: station.member ? t('member') : null},
    chip(station.level),
    el('span', {class: 'name'}, nameOf(station)),
    figure(station.key, station.aqi, `${nameOf(station)} AQI`, {className: 'value'}),
    el('span', {class: 'unseen'}, levelWord(station.level)));
}

function schematic(sorted) {
  const placed = sorted.filter(s => s.lon !== null && s.lat !== null && s.aqi !== null);
  const label = sorted.length && sorted[0].aqi !== null
    ? t('mapSummary', {n: placed.length, worst: nameOf(sorted[0]), value: sorted[0].aqi})
    : t('schematic');
  return el('figure', {class: 'map'},
    svg('svg', {viewBox: `0 0 ${frame.width} ${frame.height}`, role: 'img', 'aria-label': label},
      districts.map(d => svg('path', {class: 'district', d: d.path})),
      // the worst is drawn last, on top
      [...spread(placed)].reverse().map(mark)),
    el('figcaption', {}, t('schematic')));
}

/** Chips that would cover each other move apart; a schematic may do that, and a thin line leads back to the place. */
function spread(stations) {
  const chips = stations.map(station => {
    const [x, y] = place(station.lon, station.lat);
    return {station, x, y, homeX: x, homeY: y};
  });
  for (let round = 0; round < 60; round++) {
    for (let i = 0; i < chips.length; i++) {
      for (let j = i + 1; j < chips.length; j++) {
        push(chips[i], chips[j]);
      }
    }
  }
  return chips;
}

function push(a, b) {
  const dx = b.x - a.x || 0.1;
  const dy = b.y - a.y || 0.1;
  const apart = Math.hypot(dx, dy);
  const lacking = (2 * RADIUS + 2 - apart) / 2;
  if (lacking > 0) {
    a.x -= dx / apart * lacking;
    a.y -= dy / apart * lacking;
    b.x += dx / apart * lacking;
    b.y += dy / apart * lacking;
  }
}

function mark({station, x, y, homeX, homeY}) {
  // The list beside holds the same figures as buttons; a second stop for the keyboard would only be in the way.
  return svg('g', {class: 'map-station', 'data-figure': station.key, 'data-value': station.aqi, 'aria-hidden': 'true'},
    svg('title', {}, `${nameOf(station)} ${station.aqi}`),
    svg('line', {class: 'leader', x1: homeX, y1: homeY, x2: x, y2: y}),
    mapChip(station.level, x, y, RADIUS));
}
