import type { ApiProblem } from './api-problem.ts';

const problem = (status: number, code: string, zh: string, en: string): ApiProblem => ({
  status,
  code,
  text: { zh, en },
});

/** The problems that the API itself answers with, by name; those of the engine come with their own text. */
export const problemCatalogue = {
  malformed: problem(400, 'malformed', '请求不是有效的 JSON', 'the request is not valid JSON'),
  addressMalformed: problem(
    400,
    'address-malformed',
    '网址写法不对：%后须是两位十六进制，且为 UTF-8',
    'the address is not well-formed: write what is encoded with % as UTF-8',
  ),
  invalid: problem(
    400,
    'invalid',
    '请求内容不符合要求',
    'the content of the request is not as it must be',
  ),
  keyMissing: problem(
    400,
    'key-missing',
    '缺少 Idempotency-Key（1 至 200 个字母、数字或 . _ ~ -）',
    'the header Idempotency-Key is needed (1 to 200 letters, digits or . _ ~ -)',
  ),
  signInNeeded: problem(401, 'sign-in-needed', '请先登录', 'sign in first'),
  // One for all reasons: what differs would tell which names there are.
  wrongSignIn: problem(
    401,
    'sign-in-wrong',
    '账号或密码不对；连错几次后，须等几分钟再试',
    'the name or the password is wrong; after several wrong tries wait some minutes',
  ),
  // 401 as RFC 9470 has it: the session runs on, and is not enough for this.
  signInNotRecent: problem(
    401,
    'sign-in-not-recent',
    '审批前请再输一次密码，确认是您本人',
    'before you agree, give your password once more: it has to be you',
  ),
  passwordWrong: problem(
    403,
    'password-wrong',
    '密码不对；连错几次后，须等几分钟再试',
    'the password is wrong; after several wrong tries wait some minutes',
  ),
  forbidden: problem(403, 'forbidden', '您无权这样做', 'you may not do this'),
  crossSite: problem(
    403,
    'cross-site',
    '请求不是从本系统的页面发出的；程序请带请求头 Idempotency-Key 或 X-Requested-With: jiechu',
    'the request does not come from a page of this system; a program sends the header Idempotency-Key or X-Requested-With: jiechu',
  ),
  notFound: problem(404, 'not-found', '没有这个地址', 'there is nothing at this address'),
  incidentUnknown: problem(404, 'incident-unknown', '没有这起警情', 'there is no such incident'),
  erasureUnknown: problem(404, 'erasure-unknown', '没有这个删除申请', 'there is no such erasure'),
  erasureOwn: problem(
    409,
    'erasure-own',
    '是您自己申请的，要由另一个人同意',
    'you asked for it yourself: another person has to agree',
  ),
  methodNotAllowed: problem(
    405,
    'method-not-allowed',
    '此处不支持这种方法',
    'this method is not supported here',
  ),
  keyReused: problem(
    409,
    'key-reused',
    '同一个 Idempotency-Key 已用于其他内容',
    'this Idempotency-Key was used for other content',
  ),
  joinsClosed: problem(
    409,
    'incident-closed',
    '所选警情已结束；请去掉该警情编号，作为新警情登记',
    'the incident that it is to join is closed; register it without one, as an incident of its own',
  ),
  reportHasIncident: problem(
    409,
    'report-has-incident',
    '该报警已有自己的警情，不能再并入；请在登记报警时填写所属警情的编号',
    'the report has an incident of its own and cannot join; name the incident when you register a report',
  ),
  evidenceUnsent: problem(
    409,
    'evidence-unsent',
    '证据所指的文件没有上传到本警情',
    'the evidence names a file that was not sent for this incident',
  ),
  notEmbedded: problem(
    409,
    'not-embedded',
    '数据库或 Temporal 是独立服务器：用它们自己的备份办法',
    'the database or Temporal is a server of its own: make backups by their own means',
  ),
  backupRefused: problem(409, 'backup-refused', '备份没有做成', 'the backup was not made'),
  fileTooLarge: problem(
    413,
    'file-too-large',
    '文件太大，没有收下；请存入原系统，在证据处填编号',
    'the file is too large and was not taken; keep it where it was made and give its number as evidence',
  ),
  tooLarge: problem(413, 'too-large', '请求超过 256 kB', 'the request is larger than 256 kB'),
  fileEmpty: problem(400, 'file-empty', '文件是空的', 'the file is empty'),
  fileTypeWrong: problem(
    415,
    'file-type-wrong',
    '文件内容与类型不符，没有收下；请选原文件再传',
    'the content of the file is not of its type, and it was not taken; send the original',
  ),
  fileInfected: problem(
    422,
    'file-infected',
    '文件含有病毒，没有收下；原件留在设备上，并告知系统工程师',
    'malware was found in the file and it was not taken; leave it on the device and tell the engineers',
  ),
  scannerAway: {
    ...problem(
      503,
      'scanner-away',
      '查毒程序暂时不可用，文件没有收下；请再传一次',
      'the malware scanner is away and the file was not taken; send it again',
    ),
    retryAfterSeconds: 5,
  },
  fileNameMalformed: problem(
    400,
    'file-name-malformed',
    'X-File-Name 须按网址编码（UTF-8），不超过 200 字，不含控制字符',
    'X-File-Name has to be percent-encoded UTF-8 of at most 200 characters, none of them a control character',
  ),
  filesClosed: problem(
    409,
    'already-closed',
    '警情已结束，不再收文件',
    'the incident is closed and takes no more files',
  ),
  fileUnknown: problem(404, 'file-unknown', '没有这个文件', 'there is no such file'),
  filesFull: problem(
    409,
    'files-full',
    '本警情的文件已达上限；请把文件存入原系统，在证据处填编号',
    'the files of this incident have come to the limit; keep the file where it was made and give its number as evidence',
  ),
  filesNotKept: problem(
    501,
    'files-not-kept',
    '本系统未设文件目录，不收文件；请在证据处填编号',
    'this server keeps no files; give the number of the evidence instead',
  ),
  filesNoRoom: {
    ...problem(
      503,
      'files-no-room',
      '服务器磁盘已满，文件还没收下，有空间后会自动再传；急用请在证据处填编号，并告知系统工程师',
      'the disk of the server is full and the file is not taken yet: it is sent again once there is room; if it is urgent give its number instead, and tell the engineers',
    ),
    retryAfterSeconds: 30,
  },
  mediaType: problem(
    415,
    'media-type',
    '请以 application/json 发送',
    'send it as application/json',
  ),
  bodyTooSlow: problem(
    408,
    'too-slow',
    '请求没有传完，这次没有生效；请用同一个键重试',
    'the request did not come to its end and nothing was taken; repeat with the same key',
  ),
  tooManyRequests: problem(
    429,
    'too-many-requests',
    '请求太频繁，请稍后用同一个键重试',
    'too many requests; repeat with the same key in a while',
  ),
  tooManyAtOnce: {
    ...problem(
      429,
      'too-many-at-once',
      '您同时提交的太多，请等前面的办完，再用同一个键重试',
      'you send too much at once; repeat with the same key when what is under way is done',
    ),
    retryAfterSeconds: 2,
  },
  busy: {
    ...problem(
      503,
      'busy',
      '系统正忙，这次没有生效；请稍后用同一个键重试',
      'the server is busy and nothing was taken; repeat with the same key in a while',
    ),
    retryAfterSeconds: 3,
  },
  answerLate: {
    ...problem(
      503,
      'answer-late',
      '没有及时答复，可能已生效；请用同一个键重试，不会重复',
      'there was no answer in time and it may have been taken; repeat with the same key, nothing is done twice',
    ),
    retryAfterSeconds: 5,
  },
  internal: problem(
    500,
    'internal',
    '系统内部出错，已记录',
    'something went wrong inside; it was recorded',
  ),
  unreadable: problem(
    500,
    'record-unreadable',
    '这条记录已损坏，读不出，其他记录不受影响；请告知系统工程师（日志中有哪一行）',
    'this record is damaged and cannot be read, the others can: tell the engineers, the log names the row',
  ),
  nothingToRepair: problem(
    409,
    'nothing-to-repair',
    '这起警情的流程运行正常，没有重新开始（确要重新开始，用 --even-if-well）',
    'the procedure of this incident goes on as it should and was left alone (to begin it again all the same, use `--even-if-well`)',
  ),
  engineBroken: problem(
    500,
    'engine-broken',
    '引擎出错，本次操作未生效，警情没有改变；重试无用，请告知系统工程师（日志中有原因）',
    'the engine broke on this act and changed nothing; sending it again is no use: tell the engineers, the reason is in the log',
  ),
  closing: {
    ...problem(
      503,
      'closing',
      '系统正在重启，这次没有生效；请稍后用同一个键重试',
      'the server is closing and nothing was taken; repeat with the same key',
    ),
    retryAfterSeconds: 5,
  },
  diskFull: {
    ...problem(
      503,
      'disk-full',
      '服务器磁盘已满，这次没有生效；请告知系统工程师，腾出空间后会自动恢复，届时用同一个键重试',
      'the disk of the server is full and nothing was taken: tell the engineers; it works again by itself once there is room, repeat with the same key',
    ),
    retryAfterSeconds: 10,
  },
  storeAway: {
    ...problem(
      503,
      'store-away',
      '数据库暂时不可用，请用同一个键重试',
      'the database is away; repeat with the same key',
    ),
    retryAfterSeconds: 2,
  },
  engineAway: {
    ...problem(
      503,
      'engine-away',
      '引擎暂时不可用，请用同一个键重试',
      'the engine is away; repeat with the same key',
    ),
    retryAfterSeconds: 2,
  },
} as const satisfies Readonly<Record<string, ApiProblem>>;
