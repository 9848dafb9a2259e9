// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.waterway.availability.Availability;
import io.wayside.waterway.availability.Availability.Mean;
import io.wayside.waterway.availability.Figures;
import io.wayside.waterway.cli.AidHistory.Row;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Availability of aids as a table for people, in English and Vietnamese, or as CSV. */
public final class AidTable {

  private static final String CSV =
      "aid,category,wanted,period,from,to,availability,unplanned_availability,at_least,at_most,met,"
          + "up_h,planned_down_h,unplanned_down_h,unknown_h,failures,outages,mtbf_h,mtbf_at_least,"
          + "mttr_h,mtbo_h,mtsr_h,due_h,lit_h,due_unknown_h,lit_share";

  private static final List<List<String>> HEADINGS =
      List.of(
          List.of(
              "aid", "cat", "period", "from", "to", "avail %", "want %", "met", "up h", "plan h",
              "fail h", "unkn h", "fails", "MTBF h", "MTTR h", "lit %", "due h"),
          List.of(
              "báo hiệu",
              "cấp",
              "kỳ",
              "từ ngày",
              "đến ngày",
              "khả dụng %",
              "yêu cầu %",
              "đạt",
              "tốt h",
              "kế hoạch h",
              "hỏng h",
              "không rõ h",
              "số lần hỏng",
              "giữa hai lần h",
              "sửa h",
              "sáng %",
              "phải sáng h"));

  private static final String LEGEND =
      """

      h: hours. 3y the last three years. from, to: days with records in the period. avail % is up of
      up and down, unknown left out. met is open where it hangs on the unknown. plan: down on purpose.
      MTBF, MTTR: mean hours up for each failure, down for each. lit % of the hours due to shine.
      h: giờ. 3y: ba năm gần nhất. từ, đến: những ngày có bản ghi trong kỳ. khả dụng % là phần tốt trong
      thời gian đã biết, không tính phần không rõ. đạt: chưa rõ khi còn tùy vào phần không rõ. kế hoạch:
      tắt có chủ ý. giữa hai lần, sửa: số giờ trung bình tốt và hỏng cho mỗi lần hỏng. sáng % trong số
      giờ phải sáng.
      """;

  /** Columns from the left that hold words. */
  private static final int WORDS = 5;

  private AidTable() {}

  public static String csv(List<Row> rows) {
    StringBuilder table = new StringBuilder(CSV).append('\n');
    for (Row row : rows) {
      Availability a = row.availability();
      Figures f = a.figures();
      Mean mtbf = a.mtbf();
      List<String> cells =
          List.of(
              cell(row.aid()),
              Integer.toString(row.category().number()),
              number(row.category().share(), 3),
              row.window().name(),
              row.window().from().toString(),
              row.window().to().toString(),
              number(a.share(), 6),
              number(a.unplannedShare(), 6),
              number(a.atLeast(), 6),
              number(a.atMost(), 6),
              word(a.met(row.category())),
              hours(f.up(), 3),
              hours(f.downPlanned(), 3),
              hours(f.downUnplanned(), 3),
              hours(f.unknown(), 3),
              Integer.toString(f.failures()),
              Integer.toString(f.outages()),
              number(mtbf.hours(), 3),
              Boolean.toString(mtbf.atLeast()),
              number(a.mttrH(), 3),
              number(a.mtbo().hours(), 3),
              number(a.mtsrH(), 3),
              hours(f.due(), 3),
              hours(f.lit(), 3),
              hours(f.dueUnknown(), 3),
              number(a.litShare(), 6));
      table.append(String.join(",", cells)).append('\n');
    }
    return table.toString();
  }

  /**
   * Columns as wide as what is in them, and what they mean.
   *
   * @param zone whose days the periods are told in
   */
  public static String text(List<Row> rows, ZoneId zone) {
    List<List<String>> lines = new ArrayList<>(HEADINGS);
    rows.forEach(row -> lines.add(line(row, zone)));
    StringBuilder table = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        String pad = " ".repeat(width - line.get(i).length());
        text.append(i == 0 ? "" : "  ").append(i < WORDS ? line.get(i) + pad : pad + line.get(i));
      }
      table.append(text.toString().stripTrailing()).append('\n');
    }
    return table.append(LEGEND).toString();
  }

  private static List<String> line(Row row, ZoneId zone) {
    Availability a = row.availability();
    Figures f = a.figures();
    Mean mtbf = a.mtbf();
    return List.of(
        row.aid(),
        Integer.toString(row.category().number()),
        row.window().name(),
        row.window().from().atZone(zone).toLocalDate().toString(),
        row.window().to().minusNanos(1).atZone(zone).toLocalDate().toString(),
        percent(a.share()),
        number(100 * row.category().share(), 1),
        words(a.met(row.category())),
        hours(f.up(), 1),
        hours(f.downPlanned(), 1),
        hours(f.downUnplanned(), 1),
        hours(f.unknown(), 1),
        Integer.toString(f.failures()),
        (mtbf.atLeast() ? ">= " : "") + number(mtbf.hours(), 0),
        dash(number(a.mttrH(), 1)),
        percent(a.litShare()),
        hours(f.due(), 1));
  }

  private static String word(Availability.Met met) {
    return switch (met) {
      case MET -> "yes";
      case NOT_MET -> "no";
      case OPEN -> "open";
    };
  }

  private static String words(Availability.Met met) {
    return switch (met) {
      case MET -> "yes, đạt";
      case NOT_MET -> "no, không";
      case OPEN -> "open, chưa rõ";
    };
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? number(100 * share.getAsDouble(), 2) : "-";
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String hours(Duration duration, int decimals) {
    return number((duration.getSeconds() + duration.getNano() / 1e9) / 3600, decimals);
  }

  private static String number(OptionalDouble number, int decimals) {
    return number.isPresent() ? number(number.getAsDouble(), decimals) : "";
  }

  private static String number(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
