// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.TollRecords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The page for people, in Vietnamese and English side by side. */
final class AuditPage {

  private final Complaint complaint;
  private final Fields body;
  private final StringBuilder page = new StringBuilder();

  private AuditPage(Complaint complaint) {
    this.complaint = complaint;
    this.body = new Fields(complaint.record().body());
  }

  static String of(Complaint complaint) {
    return new AuditPage(complaint).html();
  }

  private String html() {
    page.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>");
    page.append(Markup.escape(complaint.number())).append("</title><style>");
    page.append("body{font:15px sans-serif;max-width:60em;margin:2em auto}");
    page.append("table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:3px 8px;");
    page.append("text-align:left;vertical-align:top}i{color:#666}</style></head><body>\n<h1>");
    page.append(Markup.escape(complaint.number())).append("</h1>\n");
    head("Lượt qua trạm", "The passage");
    page.append("<table>\n");
    passage();
    page.append("</table>\n");
    head("Diễn biến trong làn", "What happened in the lane");
    page.append(TimelineDrawing.of(complaint.record()));
    head("Thẻ đã đọc", "Tags that were heard");
    tags();
    head("Danh sách đã dùng", "Lists that were used");
    lists();
    head("Bản ghi liên quan", "Related records");
    related();
    head("Hình ảnh", "Pictures");
    pictures();
    head("Chứng cứ", "Proof");
    sentence(
        complaint.proofHolds()
            ? new Wording(
                "Bản ghi này khớp với chuỗi băm và chữ ký của sổ ghi.",
                "This record fits the journal's chain of hashes and its signature.")
            : new Wording(
                "Bản ghi này KHÔNG khớp với chuỗi băm hoặc chữ ký; xem verify.txt.",
                "This record does NOT fit the chain of hashes or the signature; see verify.txt."));
    page.append("<p><code>").append(Markup.escape(complaint.record().id().toString()));
    page.append("<br>").append(Markup.escape(complaint.record().hash()));
    return page.append("</code></p>\n</body></html>\n").toString();
  }

  private void passage() {
    JournalRecord record = complaint.record();
    Fields decision = body.member("decision");
    Fields fare = body.member("fare");
    row("Loại bản ghi", "Kind of record", record.kind().toString());
    row("Thời điểm (UTC)", "When (UTC)", record.occurred().wall().toString());
    row("Đồng hồ", "Clock", record.occurred().clock().state().name());
    row("Trạm, làn, hướng", "Station, lane, direction", texts("station", "lane", "direction"));
    row(
        "Ngày làm việc, ca",
        "Business day, shift",
        plain(body.member("day")) + " / " + plain(body.member("shift")));
    row("Hình thức trả phí", "Payment", plain(body.member("payment")));
    row("Số tiền", "Sum", sum(fare));
    corrected().ifPresent(now -> row("Sau điều chỉnh", "After corrections", now));
    row("Biểu phí", "Tariff", plain(fare.member("tariff")));
    row("Cách tính", "How it was worked out", plain(fare.member("because")));
    row(
        "Quyết định",
        "Decision",
        plain(decision.member("rule")) + ", " + plain(decision.member("reason")));
    row("Chế độ", "Mode", plain(decision.member("mode")));
    row("Nhóm xe đăng ký", "Registered group", plain(decision.member("group")));
    row("Nhóm xe đo được", "Measured group", plain(body.member("measured").member("group")));
    row("Cờ", "Flags", plain(body.member("flags")));
  }

  /** What it comes to by the last correction. */
  private Optional<String> corrected() {
    return complaint.related().stream()
        .filter(record -> record.kind().equals(TollRecords.CORRECTION))
        .max(Comparator.comparing(record -> record.id().sequence()))
        .map(record -> new Fields(record.body()))
        .map(last -> plain(last.member("afterMinor")) + " " + plain(last.member("currency")));
  }

  private static String sum(Fields fare) {
    return fare.isThere()
        ? plain(fare.member("minor")) + " " + plain(fare.member("currency"))
        : "–";
  }

  private void tags() {
    page.append("<table><tr><th>EPC</th><th>first s</th><th>last s</th><th>n</th>");
    page.append("<th>dBm</th><th>score</th><th></th></tr>\n");
    for (Fields tag : body.each("tags")) {
      cells(
          plain(tag.member("epc")),
          plain(tag.member("firstS")),
          plain(tag.member("lastS")),
          plain(tag.member("replies")),
          plain(tag.member("peakDbm")),
          plain(tag.member("score")),
          tag.truth("chosen") ? "✓" : "");
    }
    page.append("</table>\n");
  }

  private void lists() {
    page.append("<table><tr><th>issuer</th><th>list</th><th>version</th><th>age s</th></tr>\n");
    for (Fields list : body.member("decision").each("lists")) {
      cells(
          plain(list.member("issuer")),
          plain(list.member("list")),
          plain(list.member("version")),
          plain(list.member("ageS")));
    }
    page.append("</table>\n");
  }

  private void related() {
    page.append("<table>\n");
    for (JournalRecord record : complaint.related()) {
      Fields other = new Fields(record.body());
      cells(
          record.id().toString(),
          record.kind().toString(),
          record.occurred().wall().toString(),
          plain(other.member("reason")),
          plain(other.member("minor")),
          plain(other.member("actor")),
          plain(other.member("second")));
    }
    page.append("</table>\n");
  }

  private void pictures() {
    page.append("<table>\n");
    complaint
        .record()
        .blobs()
        .forEach(
            blob ->
                cells(
                    blob.name(),
                    blob.mediaType(),
                    blob.sha256(),
                    complaint.pictures().contains(blob.sha256())
                        ? "có / in the pack"
                        : "không còn / not kept"));
    page.append("</table>\n");
  }

  private void head(String vi, String en) {
    page.append("<h2>").append(vi).append(" <i>").append(en).append("</i></h2>\n");
  }

  private void sentence(Wording words) {
    page.append("<p>").append(words.vi()).append(" <i>").append(words.en()).append("</i></p>\n");
  }

  private void row(String vi, String en, String value) {
    page.append("<tr><th>").append(vi).append(" <i>").append(en).append("</i></th><td>");
    page.append(Markup.escape(value)).append("</td></tr>\n");
  }

  private void cells(String... values) {
    page.append("<tr>");
    List.of(values).forEach(v -> page.append("<td>").append(Markup.escape(v)).append("</td>"));
    page.append("</tr>\n");
  }

  private String texts(String... names) {
    return String.join(", ", List.of(names).stream().map(n -> plain(body.member(n))).toList());
  }

  private static String plain(Fields field) {
    Value value = field.value();
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Many many) {
      return String.join(", ", many.values().stream().map(one -> plain(new Fields(one))).toList());
    }
    return value instanceof Value.Absent ? "–" : Json.write(value);
  }
}
