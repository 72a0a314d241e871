// The words of all pages, Chinese first, English complete. {x} is filled in. Those of one page stand in a file of its own, i18n-….js.

export const words = {
  title: ['{city}空气质量', '{city} air quality'],
  replay: ['回放 REPLAY', 'REPLAY'],
  replayAt: ['回放至 {time}', 'replayed to {time}'],
  clock: ['{date} {hour}时 ({span})', '{date} {span}'],
  dataTo: ['数据到 {hour}时 · {expected} 站中 {reporting} 站', 'data to {hour}:00 · {reporting} of {expected} stations'],
  unreviewed: ['实时数据未经审核,仅供参考', 'real-time data, not reviewed, for reference only'],
  ageMinutes: ['{n} 分钟前', '{n} min old'],
  ageHours: ['{n} 小时前', '{n} h old'],
  conserved: ['读 {read} = 用 {used} + 拒 {refused} + 重 {duplicate} + 空 {empty}', 'read {read} = used {used} + refused {refused} + duplicate {duplicate} + empty {empty}'],
  notConserved: ['账不平:{line}', 'does not add up: {line}'],
  notReady: ['正在处理:{doing}', 'busy: {doing}'],
  language: ['English', '中文'],
  live: ['实时连接', 'live'],
  offline: ['连接中断,正在重连', 'connection lost, trying again'],
  primary: ['首要污染物 {names}', 'primary pollutant {names}'],
  noPrimary: ['无首要污染物', 'no primary pollutant'],
  aqiNote: ['{edition} · 小时 · {n}/6 项', '{edition} · hour · {n} of 6'],
  aqi: ['空气质量指数 AQI', 'air quality index AQI'],
  lastYear: ['去年', 'last year'],
  lastYearTitle: ['去年同一时刻 {hour}', 'the same hour last year, {hour}'],
  limit: ['限值 {value} ({averaging},{edition} {clause})', 'limit {value} ({averaging}, {edition} {clause})'],
  averaging_hour: ['1 小时', '1 h'],
  averaging_day: ['24 小时', '24 h'],
  sparkSummary: ['{name} 近 24 小时 {least} 至 {most} {unit},{had} 小时有值', '{name}, last 24 hours: {least} to {most} {unit}, {had} hours with a value'],
  sparkLastYear: [';去年同时 {value}', '; same hour last year {value}'],
  sparkEmpty: ['{name} 近 24 小时无值', '{name}: no value in the last 24 hours'],
  sparkKeys: ['左右键逐小时查看', 'arrow keys walk the hours'],
  hourAt: ['{hour}时', '{hour}:00'],
  level1: ['优', 'excellent'],
  level2: ['良', 'good'],
  level3: ['轻度污染', 'lightly polluted'],
  level4: ['中度污染', 'moderately polluted'],
  level5: ['重度污染', 'heavily polluted'],
  level6: ['严重污染', 'severely polluted'],
  levelPhrase: ['{ordinal} {word}', '{ordinal}, {word}'],
  noLevel: ['无级别', 'no level'],
  ordinal1: ['一级', 'level 1'],
  ordinal2: ['二级', 'level 2'],
  ordinal3: ['三级', 'level 3'],
  ordinal4: ['四级', 'level 4'],
  ordinal5: ['五级', 'level 5'],
  ordinal6: ['六级', 'level 6'],
  advice: ['建议 · HJ 633', 'advice · HJ 633'],
  advice1: ['各类人群可正常活动', 'everyone can be active as usual'],
  advice2: ['极少数异常敏感人群应减少户外活动', 'the few who are unusually sensitive should be outdoors less'],
  advice3: ['儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼', 'children, the old and those with heart or lung disease should cut long or hard exercise outdoors'],
  advice4: ['儿童、老年人及心脏病、呼吸系统疾病患者避免长时间、高强度的户外锻炼,一般人群适量减少户外运动', 'children, the old and those with heart or lung disease should avoid long or hard exercise outdoors; others should do less'],
  advice5: ['儿童、老年人和心脏病、肺病患者应停留在室内,停止户外运动,一般人群减少户外运动', 'children, the old and those with heart or lung disease should stay indoors and stop exercise outdoors; others should do less'],
  advice6: ['儿童、老年人和病人应停留在室内,避免体力消耗,一般人群应避免户外活动', 'children, the old and the sick should stay indoors and avoid effort; others should avoid being outdoors'],
  waiting: ['还没有数据,等待第一个小时。', 'No data yet; waiting for the first hour.'],
  noValue: ['无值', 'no value'],
  belowMinimum: ['有效数据不足,仅供参考', 'too few valid data, for reference only'],
  openReceipt: ['小票:这个数怎么来的', 'receipt: where this figure comes from'],
  stations: ['站点 AQI', 'Stations, AQI'],
  schematic: ['示意图', 'schematic'],
  mapSummary: ['{n} 个站点的示意图,最高 {worst} {value}', 'schematic of {n} stations, highest {worst} {value}'],
  member: ['计入全市均值', 'counts in the city mean'],
  memberKey: ['亮色', 'bright:'],
  calendar: ['{year} 年逐日空气质量', 'Day by day, {year}'],
  sumPm25: ['PM2.5 均值', 'PM2.5 mean'],
  good_days: ['优良', 'good'],
  heavy_days: ['重污染', 'heavy'],
  evaluated_days: ['有效', 'evaluated'],
  days: ['{n} 天', '{n} d'],
  dayUnit: ['天', 'd'],
  calendarSummary: ['{year} 年 {n} 天有 AQI:{parts};{missing} 天无', '{year}: {n} days with an AQI: {parts}; {missing} without'],
  calendarPart: ['{word} {n}', '{word} {n}'],
  dayDetail: ['{date} {weekday}', '{weekday} {date}'],
  missingDay: ['{date} 无 AQI', '{date}: no AQI'],
  weekdays: ['周一 周二 周三 周四 周五 周六 周日', 'Mon Tue Wed Thu Fri Sat Sun'],
  month: ['{n}月', 'm {n}'],
  months: ['1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
  missingMark: ['无数据', 'no data'],
  asTable: ['看表格 (T)', 'as table (T)'],
  asCalendar: ['看日历 (T)', 'as calendar (T)'],
  calendarKeys: ['方向键逐日移动,Enter 看小票', 'arrow keys walk the days, Enter opens the receipt'],
  date: ['日期', 'date'],
  level: ['级别', 'level'],
  primaryHead: ['首要污染物', 'primary'],
  published: ['公布值与本系统', 'Published against ours'],
  what: ['项目', 'what'],
  publishedHead: ['公布', 'published'],
  ours: ['本系统', 'ours'],
  difference: ['差', 'difference'],
  reason: ['差异原因', 'why'],
  equal: ['一致', 'equal'],
  noComparisons: ['尚无可比较的公布值。', 'Nothing published to compare with yet.'],
  loading: ['读取中…', 'reading…'],
  todo: ['怎么办:{todo}', 'what to do: {todo}'],
  receipt: ['小票', 'receipt'],
  close: ['关闭 (Esc)', 'close (Esc)'],
  back: ['返回', 'back'],
  noneExact: ['没有值', 'no value'],
  halfEven: ['四舍六入五成双', 'half-even'],
  halfUp: ['四舍五入', 'half-up'],
  ceiling: ['向上进位', 'carried up'],
  inputsCount: ['{title} ({had} / 应有 {expected},至少 {needed})', '{title} ({had} of {expected}, at least {needed})'],
  allInputs: ['全部 {n} 项', 'all {n}'],
  missing: ['缺', 'missing'],
  flagged: ['存疑', 'flagged'],
  excluded: ['不计', 'left out'],
  used: ['计入', 'used'],
  stripSummary: ['{used} 计入,{flagged} 存疑,{missing} 缺,{excluded} 不计', '{used} used, {flagged} flagged, {missing} missing, {excluded} left out'],
  status_ok: ['数据有效', 'valid'],
  status_below_minimum: ['有效数据不足,仅供参考', 'too few valid data, for reference only'],
  status_withheld: ['按标准不发布', 'withheld by the standard'],
  status_none: ['没有数据', 'no data'],
  revisions: ['修订', 'Revisions'],
  revisionNone: ['第 0 版 · 无被替换的值', 'revision 0 · nothing was replaced'],
  revisionN: ['第 {n} 版', 'revision {n}'],
  state_raw: ['未审核', 'not reviewed'],
  state_first: ['初审', 'first review'],
  state_second: ['复审', 'second review'],
  state_final: ['终审入库', 'final'],
  copy: ['复制引用', 'copy citation'],
  copied: ['已复制', 'copied'],
  citation: ['{subject} {title} {interval}:{value} {unit}(精确值 {exact};{edition};截至 {asOf};配置 {config}){link}', '{subject}, {title}, {interval}: {value} {unit} (exact {exact}; {edition}; as of {asOf}; configuration {config}) {link}'],
  asOf: ['截至 {time}', 'as of {time}'],
  config: ['配置 {hash}', 'config {hash}'],
  version: ['版本 {version}', 'version {version}'],
  loggedIn: ['{name} 已登录', 'logged in as {name}'],
  logout: ['退出', 'log out'],
  pages: ['页面', 'pages'],
  wall: ['总览', 'overview'],
  review: ['审核', 'review'],
  foot: ['开源软件 · 每个数都能自证', 'open source · every figure explains itself'],
};

let column = 0;

export function setLanguage(lang) {
  column = lang === 'en' ? 1 : 0;
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
}

export function inChinese() {
  return column === 0;
}

export function t(key, values = {}) {
  const pair = words[key];
  if (!pair) {
    throw new Error(`no file of words has ${key}; add it to i18n.js, or to that of its page, in both languages`);
  }
  return pair[column].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

export const known = key => key in words;

/** The name of a thing that has one in each language. */
export function nameOf(thing) {
  return (column === 0 ? thing.nameZh : thing.nameEn) || thing.nameZh || thing.id;
}

/** The field of a record in the language of the page: pick(receipt, 'title'). */
export function pick(record, stem) {
  return record[stem + (column === 0 ? 'Zh' : 'En')] ?? record[stem + 'Zh'] ?? '';
}
