// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A document's rules at work: they hear the gauge and say what they want of the light, with the
 * reason in words. Not for several threads.
 */
public final class Rules {

  private final RuleBook book;
  private final DateTimeFormatter times;
  private final Map<LevelRule, Gauged> gauged = new LinkedHashMap<>();

  private final Optional<SteadyLevel> underTheSpan;

  /** A level rule at work: its bands, and since when its band holds. */
  private static final class Gauged {
    final LevelBands bands;
    int band = -1;
    @Nullable Instant since;

    Gauged(LevelRule rule) {
      SteadyLevel level = new SteadyLevel(rule.steadiness(), rule.staleAfter().toNanos());
      bands = new LevelBands(rule.bands(), rule.hysteresisM(), level);
    }
  }

  public Rules(RuleBook book) {
    this.book = book;
    this.underTheSpan =
        book.clearance()
            .map(shown -> new SteadyLevel(shown.steadiness(), shown.staleAfter().toNanos()));
    this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(book.zone());
    for (Rule rule : book.rules()) {
      if (rule instanceof LevelRule level) {
        gauged.put(level, new Gauged(level));
      }
    }
  }

  /**
   * A reading of a gauge.
   *
   * @param gauge {@code DEVICE/STATION}
   */
  public void level(String gauge, double levelM, long nanos) {
    gauged.forEach(
        (rule, state) -> {
          if (rule.gauge().equals(gauge)) {
            state.bands.heard(levelM, nanos);
          }
        });
    if (book.clearance().filter(shown -> shown.gauge().equals(gauge)).isPresent()) {
      underTheSpan.ifPresent(level -> level.hear(levelM, nanos));
    }
  }

  /** Free height in metres for a display; empty rather than old. */
  public Optional<BigDecimal> clearance(long nowNanos) {
    return book.clearance()
        .flatMap(shown -> underTheSpan.flatMap(level -> shown.shown(highest(level, nowNanos))));
  }

  /** A median is behind a flood that rises: a last reading above it may be the truth. */
  private static OptionalDouble highest(SteadyLevel level, long nowNanos) {
    OptionalDouble steady = level.at(nowNanos);
    return steady.isEmpty()
        ? steady
        : OptionalDouble.of(
            Math.max(steady.getAsDouble(), level.lastReadM().orElse(steady.getAsDouble())));
  }

  /**
   * What the first rule wants that applies and wants anything; one that would leave the light to
   * itself gives the next its turn.
   */
  public Decision decide(Facts facts) {
    Optional<Decision> wants = Optional.empty();
    Optional<Decision> leaves = Optional.empty();
    for (Rule rule : book.rules()) {
      // Each level rule is judged, so that "since" is true also of one that had no turn.
      Optional<Decision> says =
          rule instanceof LevelRule level
              ? Optional.of(byLevel(level, facts))
              : bySeason((SeasonRule) rule, facts);
      if (wants.isEmpty()) {
        wants = says.filter(each -> !each.wish().equals(Wish.AUTOMATIC));
      }
      if (leaves.isEmpty()) {
        leaves = says;
      }
    }
    return wants.orElse(leaves.orElseGet(Decision::none));
  }

  private Decision byLevel(LevelRule rule, Facts facts) {
    Gauged state = gauged.get(rule);
    if (state == null) {
      throw new IllegalStateException("rule " + rule.name() + " is of another document");
    }
    OptionalInt heard = state.bands.band(facts.nanos());
    int now = heard.isPresent() ? heard.getAsInt() : rule.bands().size();
    Instant since = state.since;
    if (now != state.band || since == null) {
      state.band = now;
      since = facts.wall();
      state.since = since;
    }
    Band band = rule.bands().get(heard.orElse(rule.safeBand()));
    SteadyLevel level = state.bands.level();
    Wording why =
        heard.isPresent()
            ? inBand(rule, band, level.at(facts.nanos()).orElseThrow(), since)
            : safe(rule, band, level, level.isHeard(facts.nanos()), since);
    return new Decision(band.wish(), rule.name(), why);
  }

  private Wording inBand(LevelRule rule, Band band, double levelM, Instant since) {
    boolean lowest = band.fromM() == Double.NEGATIVE_INFINITY;
    String level = metres(levelM);
    String limit = metres(lowest ? rule.bands().get(1).fromM() : band.fromM());
    String tail = rule.name() + " (" + rule.source() + ")";
    return new Wording(
        band.says().vi()
            + ": mực nước "
            + level
            + " m, ngưỡng "
            + (lowest ? "trên " : "")
            + limit
            + " m, từ "
            + times.format(since)
            + "; trạm "
            + rule.gauge()
            + "; quy tắc "
            + tail,
        band.says().en()
            + ": level "
            + level
            + " m, "
            + (lowest ? "not up to " : "in the band from ")
            + limit
            + " m on, since "
            + times.format(since)
            + "; gauge "
            + rule.gauge()
            + "; rule "
            + tail);
  }

  private Wording safe(LevelRule rule, Band band, SteadyLevel level, boolean heard, Instant since) {
    String last =
        level.lastReadM().isPresent() ? metres(level.lastReadM().getAsDouble()) + " m" : "-";
    String vi = heard ? " có số liệu nhưng chưa ổn định" : " không có số liệu mới";
    return new Wording(
        band.says().vi()
            + ": trạm "
            + rule.gauge()
            + vi
            + " (cuối cùng "
            + last
            + "), từ "
            + times.format(since)
            + "; trạng thái an toàn của quy tắc "
            + rule.name(),
        band.says().en()
            + ": gauge "
            + rule.gauge()
            + (heard ? " is heard and not steady" : " is silent")
            + " (last "
            + last
            + "), since "
            + times.format(since)
            + "; the safe band of rule "
            + rule.name());
  }

  private Optional<Decision> bySeason(SeasonRule rule, Facts facts) {
    ZoneId zone = book.zone();
    boolean season = facts.wallTrusted() && rule.isSeason(MonthDay.from(facts.wall().atZone(zone)));
    boolean hour =
        switch (rule.when()) {
          case ALWAYS -> true;
          case DAY -> facts.night().filter(night -> !night).isPresent();
          case NIGHT -> facts.night().filter(night -> night).isPresent();
        };
    if (!season || !hour) {
      return Optional.empty();
    }
    String tail = rule.from() + "…" + rule.to() + " " + rule.when().name().toLowerCase(Locale.ROOT);
    return Optional.of(
        new Decision(
            rule.wish(),
            rule.name(),
            new Wording(
                rule.title().vi()
                    + " ("
                    + tail
                    + "; quy tắc "
                    + rule.name()
                    + ", "
                    + rule.source()
                    + ")",
                rule.title().en()
                    + " ("
                    + tail
                    + "; rule "
                    + rule.name()
                    + ", "
                    + rule.source()
                    + ")")));
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
