// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.core.water.AidReport;
import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.Heard;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Category;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Mooring;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.rhythm.Expected;
import io.wayside.waterway.rhythm.LightWatch;
import io.wayside.waterway.sun.Sun;
import io.wayside.waterway.watch.AidWatch;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.WatchRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One aid of the field under the gateway's watch. */
final class WatchedAid {

  private static final long MS = 1_000_000;
  private static final int YEAR = 2026;

  /** It moves by a quarter of a degree meanwhile. */
  private static final long SUN_EVERY_MS = 60_000;

  private final Charted charted;
  private final Instant begin;
  private final AidWatch watch;
  private final Optional<LightWatch> light;
  private long sunMs = -SUN_EVERY_MS;
  private double sunDeg;
  private final Map<Question, String> told = new EnumMap<>(Question.class);

  WatchedAid(Charted charted, int firstDayOfYear) {
    this.charted = charted;
    this.begin = LocalDate.ofYearDay(YEAR, firstDayOfYear).atStartOfDay(ZoneOffset.UTC).toInstant();
    Aid aid = aid(charted);
    Rhythm rhythm = rhythm(charted.phasesMs());
    this.watch = new AidWatch(aid, WatchRules.usual(aid, rhythm.periodMs()), 0);
    this.light =
        charted.lightInput()
            ? Optional.of(new LightWatch(Expected.list(rhythm)))
            : Optional.empty();
    if (!charted.lightLevels()) {
      light.ifPresent(input -> input.edge(0, false));
    }
  }

  /** As a site's document would have it. */
  static Aid aid(Charted charted) {
    return new Aid(
        "aid-" + charted.index(),
        charted.name(),
        charted.floating() ? Footing.FLOATING : Footing.FIXED,
        Convention.QCVN_39,
        Category.TWO,
        Optional.of(new Place(charted.latitudeDeg(), charted.longitudeDeg())),
        Optional.of(charted.character()),
        charted.floating()
            ? Optional.of(new Mooring(charted.mooringM(), charted.depthM()))
            : Optional.empty(),
        new Sources(
            List.of(new Told("ais-1", "mmsi:%09d".formatted(charted.mmsi()))),
            charted.lightInput() ? Optional.of("lamp-" + charted.index()) : Optional.empty(),
            Optional.empty(),
            Optional.of(new Told("ais-1", "gauge")),
            Optional.empty(),
            GatewayWatcher.inputs()));
  }

  static Rhythm rhythm(List<Integer> phasesMs) {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < phasesMs.size(); i++) {
      phases.add(
          i % 2 == 0 ? Phase.lit(Colour.WHITE, phasesMs.get(i)) : Phase.dark(phasesMs.get(i)));
    }
    return new Rhythm(phases);
  }

  void report(AidReport report) {
    watch.report(report);
  }

  void edge(long nanos, boolean lit) {
    light.ifPresent(input -> input.edge(nanos, lit));
  }

  void levels(Heard.Levels levels) {
    long firstMs = levels.atMs() - (long) levels.volts().limit() * levels.stepMs();
    light.ifPresent(
        input -> {
          for (int i = 0; i < levels.volts().limit(); i++) {
            input.level((firstMs + (long) i * levels.stepMs()) * MS, levels.volts().get(i));
          }
        });
  }

  void gauge(long nanos, double levelM) {
    watch.gauge(nanos, levelM);
  }

  void look(long nowMs, List<Answer> news) {
    long nanos = nowMs * MS;
    light.ifPresent(input -> watch.seen(nanos, input.seen(nanos)));
    if (nowMs - sunMs >= SUN_EVERY_MS) {
      sunMs = nowMs;
      Instant now = begin.plusMillis(nowMs);
      sunDeg = Sun.elevationDeg(now, charted.latitudeDeg(), charted.longitudeDeg());
    }
    Answers answers = watch.look(nanos, OptionalDouble.of(sunDeg));
    tell(nowMs, Question.LIGHT, answers.light(), news);
    tell(nowMs, Question.PLACE, answers.place(), news);
    tell(nowMs, Question.POWER, answers.power(), news);
    tell(nowMs, Question.BODY, answers.body(), news);
    tell(nowMs, Question.TELEMETRY, answers.telemetry(), news);
  }

  private void tell(
      long nowMs,
      Question question,
      io.wayside.waterway.watch.Answer<?> answer,
      List<Answer> news) {
    String code = answer.code();
    if (!code.equals(told.put(question, code))) {
      news.add(new Answer(nowMs, charted.index(), question, code, answer.reason()));
    }
  }
}
