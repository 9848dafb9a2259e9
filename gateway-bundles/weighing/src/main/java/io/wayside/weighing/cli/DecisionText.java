// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.Wording;
import io.wayside.core.data.Wording.Language;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.law.Candidate;
import io.wayside.weighing.law.Decision;
import io.wayside.weighing.law.Finding;
import io.wayside.weighing.law.LawPack;
import io.wayside.weighing.law.Penalty;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A decision for people, in Vietnamese or English. */
final class DecisionText {

  private static final Wording GROSS = new Wording("Tổng trọng lượng", "Gross weight");
  private static final Wording AXLE = new Wording("Trục", "Axle");
  private static final Wording AXLES = new Wording("Cụm trục", "Axles");
  private static final Wording LAW_OF = new Wording("Luật ngày", "Law of");
  private static final Wording DEDUCTION = new Wording("Khấu trừ", "Deduction");
  private static final Wording LAYOUT = new Wording("Kiểu xe có thể", "Possible layouts");
  private static final Wording VERDICT = new Wording("Kết luận", "Decision");
  private static final Wording MEASURED = new Wording("đo", "measured");
  private static final Wording DEDUCTED = new Wording("sau khấu trừ", "after deduction");
  private static final Wording LIMIT = new Wording("giới hạn", "limit");
  private static final Wording ABOVE = new Wording("vượt", "above the limit by");
  private static final Wording BELOW = new Wording("còn", "below the limit by");
  private static final Wording SET_ASIDE =
      new Wording(
          "không quyết định, vì đăng kiểm thấp hơn", "not decisive, the registered is lower");
  private static final Wording BAND = new Wording("mức phạt (tham khảo)", "penalty (information)");
  private static final Wording NO_RULE =
      new Wording("không có quy định cho cụm trục hoặc kiểu xe này", "no rule for such axles");
  private static final Wording BY_UNCERTAINTY =
      new Wording("khoảng sai số nằm hai bên giới hạn", "the uncertainty straddles the limit");
  private static final Wording BY_CANDIDATES =
      new Wording("có thể áp dụng nhiều giới hạn", "several limits may apply");
  private static final Wording NOTE = new Wording("Lưu ý", "Note");

  private final PrintStream out;
  private final LawPack pack;
  private final Language language;

  DecisionText(PrintStream out, LawPack pack, Language language) {
    this.out = out;
    this.pack = pack;
    this.language = language;
  }

  void print(Decision decision) {
    line("%s (%s)", say(pack.title()), pack.id());
    line(
        "%s %s. %s %s %%.",
        say(LAW_OF), decision.on(), say(DEDUCTION), plain(decision.deductionPercent()));
    if (!decision.layouts().isEmpty()) {
      line("%s: %s", say(LAYOUT), String.join(", ", decision.layouts()));
    }
    decision.findings().forEach(this::finding);
    line("%s: %s", say(VERDICT), say(pack.name(decision.verdict().word())));
    if (!decision.isOffered()) {
      line(
          "%s: %s",
          say(pack.name("not-offered")),
          decision.notOfferedFor().stream().map(Flag::code).collect(Collectors.joining(", ")));
    }
    decision
        .notes()
        .forEach(
            note ->
                line(
                    "%s: %s [%s, %s]",
                    say(NOTE),
                    say(note.text()),
                    note.evidence().source(),
                    note.evidence().certainty().word()));
  }

  private void finding(Finding finding) {
    line("");
    line("%s: %s%s", name(finding), say(pack.name(finding.verdict().word())), reason(finding));
    line(
        "  %s %.0f kg, %s %.0f kg ± %.0f kg%s",
        say(MEASURED),
        finding.measuredKg(),
        say(DEDUCTED),
        finding.deductedKg(),
        finding.uncertaintyKg(),
        margin(finding));
    finding.candidates().forEach(limit -> limit(limit, say(LIMIT)));
    finding.setAside().forEach(limit -> limit(limit, say(SET_ASIDE)));
    Optional<Penalty> penalty = finding.penalty();
    penalty.ifPresent(
        band ->
            line(
                "  %s: %s: %s [%s, %s]",
                say(BAND),
                band.head().id(),
                say(band.head().name()),
                band.head().evidence().source(),
                band.head().evidence().certainty().word()));
  }

  private void limit(Candidate limit, String word) {
    line(
        "  %s %.0f kg: %s: %s%s [%s, %s]",
        word,
        limit.limitKg(),
        limit.rule().id(),
        say(limit.rule().name()),
        limit.under().map(under -> ", " + say(under)).orElse(""),
        limit.rule().evidence().source(),
        limit.rule().evidence().certainty().word());
  }

  private String name(Finding finding) {
    int first = finding.firstAxle() + 1;
    return switch (finding.subject()) {
      case GROSS -> say(GROSS);
      case AXLE, SPAN ->
          finding.axles() == 1
              ? say(AXLE) + " " + first
              : say(AXLES) + " " + first + "–" + (first + finding.axles() - 1);
    };
  }

  private String reason(Finding finding) {
    return switch (finding.reason()) {
      case DECIDED -> "";
      case NO_RULE -> ", " + say(NO_RULE);
      case UNCERTAINTY -> ", " + say(BY_UNCERTAINTY);
      case CANDIDATES -> ", " + say(BY_CANDIDATES);
    };
  }

  private String margin(Finding finding) {
    return finding
        .governing()
        .map(
            limit ->
                String.format(
                    Locale.ROOT,
                    ", %s %.0f kg (%.1f %%)",
                    say(finding.marginKg() < 0 ? ABOVE : BELOW),
                    Math.abs(finding.marginKg()),
                    Math.abs(finding.marginPercent())))
        .orElse("");
  }

  private String say(Wording wording) {
    return wording.in(language);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
