/** A small root in which nothing is wrong: the tests change one thing in it at a time. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'standards/vocabulary/words.yaml': `
vocabulary: words
roles:
  operator: { title: { zh: 接警员, en: Operator }, bound: unit }
  scene-officer: { title: { zh: 出警民警, en: Scene officer }, bound: unit }
  desk-officer: { title: { zh: 窗口民警, en: Desk officer }, bound: unit }
  handler: { title: { zh: 处置民警, en: Handler }, bound: unit, is: { scene: scene-officer, desk: desk-officer } }
  leader: { title: { zh: 值班领导, en: Leader }, bound: shift }
  centre: { title: { zh: 指挥中心, en: Centre }, bound: centre }
  caller: { title: { zh: 报警人, en: Caller }, bound: public }
evidence:
  photo: { zh: 照片, en: Photo }
  statement: { zh: 笔录, en: Statement }
equipment:
  camera: { zh: 记录仪, en: Camera }
legal-bases:
  law-1: { title: { zh: 某法第一条, en: Law 1 }, kind: law }
categories:
  property: { zh: 财物, en: Property }
channels:
  '110': { zh: 电话, en: Call }
zones:
  town: { zh: 城, en: Town }
  land: { zh: 乡, en: Land }
ways:
  scene: { zh: 现场, en: Scene }
  desk: { zh: 窗口, en: Desk }
anchors:
  accepted: { zh: 接令, en: Accepted }
  met: { zh: 见到, en: Met }
choices:
  yes: { zh: 是, en: Yes }
  no: { zh: 否, en: No }
  won: { zh: 成, en: Won }
  lost: { zh: 不成, en: Lost }
  red: { zh: 红, en: Red }
  blue: { zh: 蓝, en: Blue }
  white: { zh: 白, en: White }
reasons:
  unsafe: { zh: 不安全, en: Unsafe }
protects:
  victim: { zh: 被害人, en: Victim }
facts:
  channel: { choice: ['110'], from: report }
  zone: { choice: [town, land], from: report }
  handled-at: { choice: [scene, desk], from: report }
  priority: { number: { min: 1, max: 4 }, from: decision }
  stolen: { ask: { zh: 被盗吗, en: Stolen? }, choice: yes-no, from: report }
  sent-unit: { ask: { zh: 派谁, en: Which unit? }, choice: units }
calendars:
  ours: { utc-offset: '+08:00', published: chinese-days, workdays: [2026-10-01] }
settings:
  grace: 60s
  reminder: 5m
  back-dating: 30m
  second-person: { by: leader, within: 1h, late: quick }
  calendar: ours
  facts: { priority: priority, zone: zone, handled-at: handled-at }
  classification: sorting
  priority-rules: urgency
  unclassified: unsorted
  basis: assumed
`,
  'standards/parts/feedbacks.yaml': `
part: feedbacks
title: { zh: 三反馈, en: Feedbacks }
facts:
  result: { ask: { zh: 结果, en: Result? }, choice: [won, lost] }
steps:
  first: { title: { zh: 一, en: One }, by: handler, after: accepted, due: { within: 3m, after: accepted, basis: assumed }, feedback: 1, basis: practice, tell: [caller] }
  second: { title: { zh: 二, en: Two }, by: handler, after: [first, met], due: { within: 3m, after: met, basis: assumed }, feedback: 2, basis: practice, tell: [leader] }
  third: { title: { zh: 三, en: Three }, by: handler, after: [second, met], due: { within: 30m, after: second, basis: assumed }, asks: [result], feedback: 3, basis: practice, tell: [caller, { who: leader, when: { priority: { at-most: 2 } } }] }
`,
  'standards/parts/scene.yaml': `
part: scene
title: { zh: 现场, en: Scene }
handled-at: scene
steps:
  dispatch: { title: { zh: 派警, en: Dispatch }, by: operator, may-ask: [sent-unit], binds: { scene-officer: { unit: sent-unit } }, due: at once after report, basis: practice }
  sign: { title: { zh: 签收, en: Sign }, by: scene-officer, after: dispatch, reaches: accepted, due: { within: 1m, after: dispatch, basis: assumed }, binds: { scene-officer: doer }, equipment: [camera], basis: practice }
  arrive:
    title: { zh: 到场, en: Arrive }
    by: scene-officer
    after: sign
    reaches: met
    due: { after: dispatch, basis: assumed, by: [priority, zone], 1: { town: 5m, land: 10m }, 2: { town: 8m, land: 20m }, 3: 30m, 4: 60m }
    remind: [half, 2m]
    evidence: [photo]
    basis: practice
`,
  'standards/parts/desk.yaml': `
part: desk
title: { zh: 窗口, en: Desk }
handled-at: desk
steps:
  entry: { title: { zh: 登记, en: Entry }, by: desk-officer, reaches: accepted, due: { within: 2m, after: report, basis: assumed }, basis: law-1 }
  talk: { title: { zh: 谈话, en: Talk }, by: desk-officer, after: entry, reaches: met, due: { within: 15m, after: report, basis: assumed }, basis: law-1 }
`,
  'standards/parts/close.yaml': `
part: close
title: { zh: 结束, en: Close }
steps:
  close: { title: { zh: 结束, en: Close }, by: handler, after: [third, arrive], due: { within: 24h, basis: assumed }, closes: true, basis: practice }
`,
  'standards/01-theft/standard.yaml': `
standard: theft
number: 1
title: { zh: 盗窃, en: Theft }
category: property
priority: 3
handled-at: [scene, desk]
effective: { from: 2026-01-01 }
basis: law-1
protects: [victim]
parts: [scene, desk, feedbacks, close]
facts:
  value: { ask: { zh: 价值, en: Value? }, number: { min: 0, max: 100000 } }
  hurt: { ask: { zh: 受伤, en: Hurt? }, choice: yes-no }
  name: { ask: { zh: 姓名, en: Name? }, text: { max: 20 }, personal: true }
  right-type: { ask: { zh: 类别, en: Type? }, choice: standards }
override:
  sign: { due: { within: 30s, after: dispatch, basis: assumed } }
steps:
  look: { title: { zh: 查看, en: Look }, by: handler, after: met, due: { within: 1h, after: met, basis: assumed }, asks: [value, hurt], may-ask: [name, right-type], evidence: [photo, statement], decides: grading, starts: { procedure: care, one-per: name }, confirm: { by: leader }, basis: law-1 }
  doctor: { title: { zh: 送医, en: Doctor }, by: handler, when: { hurt: yes }, after: look, due: { within: 10m, after: look, basis: assumed }, approve: { by: leader, due: { within: 5m, basis: assumed }, late: quick }, extend: { by: leader, to: 1h, basis: assumed }, basis: practice }
  watch: { title: { zh: 看守, en: Watch }, by: scene-officer, handled-at: scene, when: { value: { at-least: 1000 } }, after: look, every: [4h for 1d, 1d], until: close, basis: practice }
also:
  - { when: { hurt: yes, value: { above: 5 } }, standard: injury, basis: assumed }
switch:
  other: { when: { right-type: injury }, to: { fact: right-type }, direction: upward, approve: { by: leader }, because: { zh: 换, en: changed }, basis: assumed }
`,
  'standards/02-injury/standard.yaml': `
standard: injury
number: 2
title: { zh: 伤害, en: Injury }
category: property
priority: 1
handled-at: scene
effective: { from: 2026-01-01, to: 2026-12-31 }
parts: [scene, feedbacks, close]
`,
  'standards/procedures/unsorted/procedure.yaml': `
procedure: unsorted
title: { zh: 未分类, en: Unsorted }
steps:
  sort: { title: { zh: 分类, en: Sort }, by: operator, due: { within: 10m, after: report, basis: assumed }, basis: practice }
`,
  'standards/procedures/care/procedure.yaml': `
procedure: care
title: { zh: 关爱, en: Care }
steps:
  visit: { title: { zh: 走访, en: Visit }, by: leader, due: { within: 3d, after: report, basis: assumed }, basis: practice }
`,
  'rules/escalation/quick.yaml': `
escalation: quick
title: { zh: 快, en: Quick }
default: true
rungs:
  told: { after: late, tell: [leader], basis: assumed }
  more: { after: 10m, tell: [centre], do: [raise-priority], basis: assumed }
`,
  'rules/sorting/sorting.yaml': `
rules: sorting
title: { zh: 分类, en: Sorting }
decides: { standard: standards }
hit: first
otherwise: unsorted
basis: assumed
suggest:
  stolen: { words: [偷, stolen] }
rows:
  gone: { when: { stolen: yes }, standard: theft, because: { zh: 被盗, en: stolen } }
  worth: { when: { not: { value: { below: 10 } } }, standard: injury, because: { zh: 值钱, en: worth much } }
`,
  'rules/urgency/urgency.yaml': `
rules: urgency
title: { zh: 等级, en: Urgency }
decides: { priority: [1, 2] }
hit: first
basis: assumed
rows:
  hurt: { when: { hurt: yes }, priority: 1, because: { zh: 受伤, en: hurt } }
  dear: { when: { value: { above: 9 } }, priority: 2, because: { zh: 贵, en: dear } }
`,
  'rules/grading/grading.yaml': `
rules: grading
title: { zh: 分级, en: Grading }
decides: { colour: [red, blue, white] }
hit: score
basis: assumed
score:
  value: { when: { value: { at-least: 100 } }, add: 10, because: { zh: 贵重, en: dear } }
cut-offs: { blue: 10, white: 0 }
overrides:
  hurt: { when: { hurt: yes }, colour: red, because: { zh: 受伤, en: hurt } }
`,
  'rules/grading/grading.cases.yaml': `
cases: grading
rows:
  - { name: hurt is red, given: { hurt: yes }, then: red, because: [hurt], missing: [value] }
`,
  'standards/01-theft/scenarios/straight.yaml': `
scenario: { zh: 平常, en: Straight }
given:
  report: { at: 2026-03-01T22:00, channel: '110', zone: town, handled-at: scene, text: 被偷了 }
  confirmed: { stolen: yes }
when:
  - { at: +1m, operator: dispatch }
  - { at: +2m, scene-officer: look, with: { hurt: yes }, evidence: [photo] }
  - { at: +3m, scene-officer: doctor, act: deviate, reason: unsafe }
then:
  - { at: +0m, chosen: theft, because: [gone] }
  - { at: +3m, done: look, open: [doctor, watch], told: [leader], decided: { colour: red }, due: { doctor: +12m } }
`,
};
