// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.desk;

import io.wayside.tolling.passage.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** A station's report of a shift as lines for people, in Vietnamese and English. */
final class ShiftPage {

  private final StringBuilder page = new StringBuilder();

  private ShiftPage() {}

  /** As the station answered. */
  static String of(Fields answer) {
    ShiftPage page = new ShiftPage();
    page.write(answer.member("report"), answer.text("record").orElse(""));
    return page.page.toString();
  }

  private void write(Fields report, String record) {
    line(
        "Trạm / station %s, ca / shift %s/%d, lần / revision %d (%s)"
            .formatted(
                report.text("station").orElse(""),
                report.text("day").orElse(""),
                report.whole("shift").orElse(0L),
                report.whole("revision").orElse(0L),
                record));
    line("  %s – %s".formatted(report.text("from").orElse(""), report.text("to").orElse("")));
    line("");
    line("Làn / lanes");
    for (Fields lane : report.each("perLane")) {
      line(
          "  %-20s %6d lượt / passages, %4d vi phạm / violations, %s"
              .formatted(
                  lane.text("stream").orElse(""),
                  lane.whole("passages").orElse(0L),
                  lane.whole("violations").orElse(0L),
                  sums(lane.each("sums"))));
    }
    for (String lane : report.texts("missing")) {
      line("  %-20s không có báo cáo / no report: nothing was written there".formatted(lane));
    }
    line(
        "  %-20s %6d lượt / passages, %4d vi phạm / violations, %s"
            .formatted(
                "trạm / station",
                report.whole("passages").orElse(0L),
                report.whole("violations").orElse(0L),
                sums(report.each("sums"))));
    line("");
    totals(report);
    differences(report);
  }

  private void totals(Fields report) {
    line("Nhóm xe, cách trả / group, payment, mode");
    for (Fields total : report.each("totals")) {
      line(
          "  %-4s %-12s %-10s %6d  %s"
              .formatted(
                  total.whole("group").map(String::valueOf).orElse("–"),
                  total.text("payment").orElse(""),
                  total.text("mode").orElse("–"),
                  total.whole("count").orElse(0L),
                  money(total)));
    }
    for (Fields moved : report.each("corrections")) {
      line(
          "  điều chỉnh / corrections %d, %s"
              .formatted(moved.whole("count").orElse(0L), money(moved)));
    }
    line(
        "  chưa rõ / unproven %d, mở tự do / held open %d, ghi sau ca / posted late %d"
            .formatted(
                report.whole("unproven").orElse(0L),
                report.whole("forcedOpen").orElse(0L),
                report.texts("late").size()));
    line("");
  }

  private void differences(Fields report) {
    Fields counted = report.member("counted");
    line("Chênh lệch / differences");
    for (Fields one : report.each("differences")) {
      line(
          "  %-20s %+10d  %s"
              .formatted(
                  one.text("lane").orElse(""),
                  one.whole("size").orElse(0L),
                  meaning(one.text("what").orElse(""))));
    }
    if (report.each("differences").isEmpty()) {
      line("  không có / none");
    }
    if (!counted.truth("wholeShift")) {
      line(
          "  bộ đếm chỉ có %d phút / the counters cover %d min of the shift, all lanes together"
              .formatted(
                  counted.whole("coveredMs").orElse(0L) / 60_000,
                  counted.whole("coveredMs").orElse(0L) / 60_000));
    }
    line("");
    line("SHA-256 %s".formatted(report.text("sumHash").orElse("")));
  }

  private static String meaning(String what) {
    return switch (what) {
      case "loops" ->
          "xe: vòng từ L3 trừ bản ghi / vehicles: pulses of L3 less passages and violations";
      case "barrier" ->
          "lần nâng: barrier trừ lượt qua / cycles: raises of the barrier less passages";
      case "commits" -> "bản ghi: làn đã tạo trừ đã ghi / records: made by the lane less on record";
      case "numbers" -> "số thứ tự thiếu / lane numbers without a record";
      case "pictures" -> "ảnh: đã chụp trừ còn lưu / pictures: taken less kept";
      case "sums" ->
          "tiền: làn đã thu trừ đã ghi / money, smallest unit: charged by the lane less on record";
      default -> what;
    };
  }

  private static String sums(List<Fields> sums) {
    return sums.isEmpty()
        ? "0"
        : sums.stream().map(ShiftPage::money).collect(Collectors.joining(" + "));
  }

  private static String money(Fields sum) {
    return sum.whole("minor").orElse(0L) + sum.text("currency").map(code -> " " + code).orElse("");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
