// SPDX-License-Identifier: Apache-2.0
// The page's words in both languages, and numbers and times as each writes them.

const WORDS = {
  en: {
    centre: 'central subscriber', skip: 'Skip to the content',
    live: 'Live', connecting: 'Connecting …', waitingForBroker: 'Waiting for the broker {broker}', away: 'Not connected',
    awayLong: 'The connection to the centre is lost. What you see is from {time}; trying again.',
    notStoring: 'The centre cannot store now: {reason}',
    proof: 'Completeness', complete: 'Every record is here, none twice', explained: 'Every record is here or explained, none twice', incomplete: 'Not complete',
    nothingYet: 'No record yet', ofTenant: 'tenant {tenant}',
    stored: 'records', missing: 'missing', thinned: 'thinned out', lost: 'lost, with a record', repeated: 'repeated on the wire', conflicting: 'conflicts',
    refused: 'refused', chain: 'chain', chainOk: 'ok', chainBroken: '{n} broken',
    vehicles: 'Vehicles weighed', noVehicles: 'No vehicle yet. They appear here as they are weighed.',
    vehicle: 'Vehicle {number}', axles: ['{n} axle', '{n} axles'], gross: 'Gross weight',
    uncertain: '± {value} {unit} (95 %)', noGross: 'no gross weight',
    verdicts: { within: 'within the limits', over: 'OVERLOADED', undecided: 'undecided' }, notOffered: 'not for enforcement',
    noFlags: 'no doubts', simulated: 'SIMULATED', arrived: 'Vehicle {number}: {gross}',
    drawing: 'Vehicle with {n} axles: {loads}',
    alarms: 'Open alarms', noAlarms: '✓ No open alarm',
    strangeKey: 'It signs with key {key}, which nobody vouched for. If its key was replaced, give the new one to the centre.',
    severity: { critical: 'Critical', major: 'Major', minor: 'Minor' },
    gateways: 'Gateways', noGateways: 'No gateway has been heard.', online: 'online', offline: 'offline',
    reason: { 'connection-lost': 'connection lost', stopped: 'stopped in good order' },
    since: 'since {time}', release: 'release {release}',
    health: { ok: 'in order', starting: 'starting', degraded: 'degraded', failed: 'failed' },
    others: 'Other records', noOthers: 'None yet.', more: '… and {n} more',
    streams: 'Streams, counted', streamsWhat: 'Each gateway numbers the records of a stream 1, 2, 3 …; a number that is not here is missing, unless the gateway recorded why.',
    heads: { gateway: 'Gateway', stream: 'Stream', count: 'Records', highest: 'Highest', missing: 'Missing', thinned: 'Thinned', lost: 'Lost', repeated: 'Repeated', conflicting: 'Conflicts', refused: 'Refused', chain: 'Chain', heard: 'Last heard' },
    missingNumbers: 'Missing numbers: {ranges}', unknownStream: 'messages of no known stream',
    foot: 'Repeated: came again over the network and was not stored twice. Thinned out: left out by the gateway to save room. Chain: each record holds the hash of the one before it.',
    flags: {
      simulated: 'simulated', unstable: 'not at rest', 'out-of-range': 'out of range', 'signal-interrupted': 'signal interrupted',
      implausible: 'implausible', 'clock-unsynchronised': 'clock not synchronised', 'several-plateaus': 'rested several times',
      'possible-missed-axle': 'an axle may be missed', 'possible-two-vehicles': 'perhaps two vehicles', 'started-occupied': 'platform occupied at start',
      'began-unobserved': 'beginning not observed', 'stuck-platform': 'platform stuck', 'zero-off': 'zero is off', 'zero-unchecked': 'zero not checked',
      'zero-not-returned': 'did not return to zero', 'net-indication': 'net indication', 'interval-mismatch': 'scale interval differs',
      discarded: 'discarded by the operator', 'station-stopped': 'station stopped', uncalibrated: 'not calibrated', stale: 'stale',
      'speed-change': 'speed changed', 'hard-braking': 'braked hard', 'stopped-on-sensor': 'stopped on a sensor', reversed: 'rolled back',
      'wrong-way': 'wrong way', 'off-scale': 'partly beside the sensor', straddling: 'between two lanes', 'one-side-only': 'one side only',
      unbalanced: 'sides unequal', 'lifted-axle': 'an axle may be lifted', motorcycle: 'motorcycle', 'ghost-axle': 'an axle too many on one line',
      'missing-axle': 'an axle missing on one line', 'axle-count-doubtful': 'number of axles doubtful', 'axles-not-resolved': 'axles not told apart', 'no-presence': 'no vehicle at the loop',
      tailgating: 'close behind another', 'possible-split': 'perhaps part of a vehicle', 'two-vehicles-on-platform': 'two vehicles on the platform', 'speed-out-of-range': 'speed out of the verified range',
      'temperature-out-of-range': 'temperature out of the verified range', 'temperature-unknown': 'temperature unknown', 'not-verified': 'not verified', clipped: 'signal clipped',
      'sensor-fault': 'sensor fault', 'sensors-disagree': 'sensors disagree', 'baseline-drift': 'baseline drifts', creep: 'load creeps',
      'plateau-short': 'too short on the platform', 'load-swings': 'load swings', 'samples-lost': 'samples lost', replayed: 'played back', 'not-sealed': 'not sealed',
      'seal-broken': 'seal broken', 'software-changed': 'software changed', 'parameters-unrecorded': 'parameters not recorded',
    },
    kinds: { 'weighing': 'Weighing', 'parameter-change': 'Parameters of an instrument', 'weighing-gap': 'Not weighed for a while', alarm: 'Alarm', 'gateway-status': 'Gateway health', command: 'Command', audit: 'Audit', 'clock-step': 'Clock step' },
  },
  vi: {
    centre: 'hệ thống trung tâm', skip: 'Đến nội dung',
    live: 'Trực tiếp', connecting: 'Đang kết nối …', waitingForBroker: 'Đang chờ máy chủ môi giới {broker}', away: 'Mất kết nối',
    awayLong: 'Đã mất kết nối với trung tâm. Nội dung hiển thị lúc {time}; đang kết nối lại.',
    notStoring: 'Trung tâm hiện không lưu được: {reason}',
    proof: 'Tính đầy đủ', complete: 'Đủ mọi bản ghi, không trùng lặp', explained: 'Đủ mọi bản ghi hoặc có lý do, không trùng lặp', incomplete: 'Chưa đầy đủ',
    nothingYet: 'Chưa có bản ghi', ofTenant: 'đơn vị {tenant}',
    stored: 'bản ghi', missing: 'thiếu', thinned: 'lược bớt', lost: 'mất, có ghi nhận', repeated: 'gửi lặp trên mạng', conflicting: 'mâu thuẫn',
    refused: 'bị từ chối', chain: 'chuỗi băm', chainOk: 'đúng', chainBroken: '{n} chỗ đứt',
    vehicles: 'Xe đã cân', noVehicles: 'Chưa có xe nào. Xe sẽ hiện ở đây ngay khi được cân.',
    vehicle: 'Xe số {number}', axles: ['{n} trục', '{n} trục'], gross: 'Khối lượng toàn bộ',
    uncertain: '± {value} {unit} (95 %)', noGross: 'không có khối lượng toàn bộ',
    verdicts: { within: 'trong giới hạn', over: 'QUÁ TẢI', undecided: 'chưa kết luận được' }, notOffered: 'không dùng để xử phạt',
    noFlags: 'không có nghi vấn', simulated: 'MÔ PHỎNG', arrived: 'Xe số {number}: {gross}',
    drawing: 'Xe {n} trục: {loads}',
    alarms: 'Cảnh báo đang mở', noAlarms: '✓ Không có cảnh báo',
    strangeKey: 'Thiết bị ký bằng khóa {key} chưa được xác nhận. Nếu khóa đã được thay, hãy khai báo khóa mới với trung tâm.',
    severity: { critical: 'Nghiêm trọng', major: 'Lớn', minor: 'Nhỏ' },
    gateways: 'Thiết bị cổng biên', noGateways: 'Chưa nhận được tín hiệu từ thiết bị nào.', online: 'đang kết nối', offline: 'ngoại tuyến',
    reason: { 'connection-lost': 'mất kết nối', stopped: 'dừng đúng quy trình' },
    since: 'từ {time}', release: 'phiên bản {release}',
    health: { ok: 'bình thường', starting: 'đang khởi động', degraded: 'suy giảm', failed: 'hỏng' },
    others: 'Bản ghi khác', noOthers: 'Chưa có.', more: '… và {n} mục nữa',
    streams: 'Luồng bản ghi', streamsWhat: 'Mỗi thiết bị đánh số bản ghi của một luồng 1, 2, 3 …; số nào không có ở đây là bị thiếu, trừ khi thiết bị đã ghi nhận lý do.',
    heads: { gateway: 'Thiết bị', stream: 'Luồng', count: 'Bản ghi', highest: 'Số cao nhất', missing: 'Thiếu', thinned: 'Lược bớt', lost: 'Mất', repeated: 'Lặp', conflicting: 'Mâu thuẫn', refused: 'Từ chối', chain: 'Chuỗi băm', heard: 'Nhận gần nhất' },
    missingNumbers: 'Các số bị thiếu: {ranges}', unknownStream: 'tin không thuộc luồng nào',
    foot: 'Lặp: được gửi lại qua mạng và không lưu hai lần. Lược bớt: thiết bị bỏ bớt để tiết kiệm bộ nhớ. Chuỗi băm: mỗi bản ghi giữ mã băm của bản ghi trước nó.',
    flags: {
      simulated: 'mô phỏng', unstable: 'chưa ổn định', 'out-of-range': 'ngoài phạm vi đo', 'signal-interrupted': 'tín hiệu gián đoạn',
      implausible: 'giá trị không hợp lý', 'clock-unsynchronised': 'đồng hồ chưa đồng bộ', 'several-plateaus': 'đứng yên nhiều lần',
      'possible-missed-axle': 'có thể sót trục', 'possible-two-vehicles': 'có thể là hai xe', 'started-occupied': 'bàn cân có tải khi khởi động',
      'began-unobserved': 'không thấy lúc bắt đầu', 'stuck-platform': 'bàn cân bị kẹt', 'zero-off': 'lệch điểm không', 'zero-unchecked': 'chưa kiểm tra điểm không',
      'zero-not-returned': 'không trở về điểm không', 'net-indication': 'chỉ thị khối lượng tịnh', 'interval-mismatch': 'giá trị độ chia không khớp',
      discarded: 'nhân viên đã hủy', 'station-stopped': 'trạm đã dừng', uncalibrated: 'chưa hiệu chuẩn', stale: 'số liệu cũ',
      'speed-change': 'tốc độ thay đổi', 'hard-braking': 'phanh gấp', 'stopped-on-sensor': 'dừng trên cảm biến', reversed: 'lùi xe',
      'wrong-way': 'đi ngược chiều', 'off-scale': 'lệch khỏi cảm biến', straddling: 'đi giữa hai làn', 'one-side-only': 'chỉ một bên bánh',
      unbalanced: 'hai bên lệch nhau', 'lifted-axle': 'có thể nâng trục', motorcycle: 'xe máy', 'ghost-axle': 'thừa trục trên một hàng',
      'missing-axle': 'thiếu trục trên một hàng', 'axle-count-doubtful': 'số trục không chắc', 'axles-not-resolved': 'không tách được trục', 'no-presence': 'vòng từ không thấy xe',
      tailgating: 'bám sát xe trước', 'possible-split': 'có thể là một phần của xe', 'two-vehicles-on-platform': 'hai xe trên bàn cân', 'speed-out-of-range': 'tốc độ ngoài phạm vi kiểm định',
      'temperature-out-of-range': 'nhiệt độ ngoài phạm vi kiểm định', 'temperature-unknown': 'không rõ nhiệt độ', 'not-verified': 'chưa kiểm định', clipped: 'tín hiệu bị cắt',
      'sensor-fault': 'lỗi cảm biến', 'sensors-disagree': 'các cảm biến không khớp', 'baseline-drift': 'đường nền trôi', creep: 'tải trôi',
      'plateau-short': 'thời gian trên bàn cân quá ngắn', 'load-swings': 'tải dao động', 'samples-lost': 'mất mẫu tín hiệu', replayed: 'phát lại', 'not-sealed': 'chưa niêm phong',
      'seal-broken': 'niêm phong đã bị phá', 'software-changed': 'phần mềm đã thay đổi', 'parameters-unrecorded': 'tham số chưa được ghi nhận',
    },
    kinds: { 'weighing': 'Lần cân', 'parameter-change': 'Tham số thiết bị cân', 'weighing-gap': 'Gián đoạn cân', alarm: 'Cảnh báo', 'gateway-status': 'Tình trạng thiết bị', command: 'Lệnh', audit: 'Kiểm toán', 'clock-step': 'Chỉnh đồng hồ' },
  },
};

const LOCALES = { en: 'en-GB', vi: 'vi-VN' };

export function preferredLanguage() {
  const kept = remembered();
  if (kept in WORDS) return kept;
  const wished = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  return wished.find((tag) => tag in WORDS) ?? 'en';
}

function remembered() {
  const asked = new URLSearchParams(location.search).get('lang');
  try { return asked ?? localStorage.getItem('language') ?? ''; } catch { return asked ?? ''; }
}

export function remember(language) {
  try { localStorage.setItem('language', language); } catch { /* storage is blocked: the choice lasts as long as the page */ }
}

/** Everything a language decides. */
export function speak(language) {
  const words = WORDS[language];
  const locale = LOCALES[language];
  const formats = new Map();
  const numberFormat = (decimals) => {
    if (!formats.has(decimals)) {
      formats.set(decimals, new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
    }
    return formats.get(decimals);
  };
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  return {
    language,
    word: (name, values = {}) => fill(words[name] ?? name, values),
    ofMany: (name, n) => fill(words[name][n === 1 ? 0 : 1], { n: numberFormat(0).format(n) }),
    /** A word for a code; a code nobody translated yet is shown as it is, without its hyphens. */
    code: (group, code) => words[group][code] ?? String(code).replaceAll('-', ' '),
    number: (value, decimals = 0) => numberFormat(decimals).format(value),
    time: (iso) => clock.format(new Date(iso)),
    /** The time, with the day when it is not today. */
    moment: (iso) => {
      const at = new Date(iso);
      const today = day.format(at) === day.format(new Date());
      return today ? clock.format(at) : `${clock.format(at)} ${day.format(at)}`;
    },
  };
}
