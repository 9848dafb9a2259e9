// SPDX-License-Identifier: Apache-2.0
'use strict';

/** What the page says, in English and Vietnamese. */
const WORDS = {
  en: {
    other: 'Tiếng Việt', save: 'Save marks', load: 'Load marks', clear: 'Start anew',
    about: 'Time goes to the right, the line from top (its beginning) to bottom. Every vehicle leaves a trace where it crosses. Choose a mark and say whether it is right; click a trace without a mark to add what was missed; when a row is looked at, say "the rest is right". Figures count finished rows only.',
    keys: 'Keys: ← → next mark, T true, F false, U undo, 1–4 class, D direction, R the rest of the row is right, Delete removes a missed one.',
    rest: 'The rest is right', reopen: 'Look again', line: 'line', none: 'Choose a mark.',
    true: 'True', false: 'False', undo: 'Undo', remove: 'Remove', missed: 'missed by the machine',
    left: 'to the left of the line', right: 'to the right of the line', class: 'Class', direction: 'Direction',
    result: 'Result', machine: 'machine', truth: 'truth', precision: 'precision', recall: 'recall', error: 'count error',
    perClass: 'By class', perInterval: 'By interval', noneDone: 'No row is finished yet.', rows: 'rows finished',
    confidence: 'confidence', flags: 'doubts', minute: 'min', blank: 'Violet: no picture at that time.', ended: 'the end',
    'no-marks': 'This file has no marks in it; choose one that "Save marks" wrote.',
    'other-clip': 'These marks are of another clip or another run of the counter; open the report they belong to.',
    loaded: 'Marks loaded.', sure: 'Forget all marks on this page?',
    'two-wheeler': 'two-wheeler', light: 'light', heavy: 'heavy', otherClass: 'other',
  },
  vi: {
    other: 'English', save: 'Lưu kết quả', load: 'Mở kết quả', clear: 'Làm lại từ đầu',
    about: 'Thời gian chạy sang phải, vạch đếm từ trên (đầu vạch) xuống dưới. Mỗi xe để lại một vệt khi cắt vạch. Chọn một dấu và cho biết đúng hay sai; bấm vào vệt không có dấu để thêm xe bị sót; xem xong một hàng thì bấm "Còn lại đều đúng". Số liệu chỉ tính các hàng đã xong.',
    keys: 'Phím: ← → dấu kế tiếp, T đúng, F sai, U bỏ, 1–4 loại xe, D hướng, R còn lại của hàng đều đúng, Delete xóa xe sót.',
    rest: 'Còn lại đều đúng', reopen: 'Xem lại', line: 'vạch', none: 'Hãy chọn một dấu.',
    true: 'Đúng', false: 'Sai', undo: 'Bỏ', remove: 'Xóa', missed: 'máy đếm sót',
    left: 'sang bên trái vạch', right: 'sang bên phải vạch', class: 'Loại xe', direction: 'Hướng',
    result: 'Kết quả', machine: 'máy', truth: 'thực', precision: 'độ đúng', recall: 'độ đủ', error: 'sai số đếm',
    perClass: 'Theo loại xe', perInterval: 'Theo khoảng thời gian', noneDone: 'Chưa xong hàng nào.', rows: 'hàng đã xong',
    confidence: 'độ tin cậy', flags: 'nghi ngờ', minute: 'phút', blank: 'Màu tím: không có hình lúc đó.', ended: 'hết',
    'no-marks': 'Tệp này không chứa kết quả; hãy chọn tệp do nút "Lưu kết quả" ghi ra.',
    'other-clip': 'Kết quả này thuộc đoạn phim khác hoặc lần đếm khác; hãy mở đúng báo cáo của nó.',
    loaded: 'Đã mở kết quả.', sure: 'Xóa mọi dấu trên trang này?',
    'two-wheeler': 'xe hai bánh', light: 'xe nhẹ', heavy: 'xe nặng', otherClass: 'khác',
  },
};
