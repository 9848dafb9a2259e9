// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.Presence;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An aid as it is: hears what its sources tell and answers the five questions. Times are monotonic
 * nanoseconds and passed in; they may be of the past by a little. Not for several threads.
 */
public final class AidWatch {

  private static final String NOTHING_YET = "nothing was told yet";

  private final Aid aid;
  private final Night night;
  private final Level level;
  private final Circle circle;
  private final LightJudge light;
  private final PlaceJudge place;
  private final PowerJudge power;
  private final BodyJudge body;
  private final TelemetryJudge telemetry;
  private Optional<Answers.Planned> planned = Optional.empty();
  private Duty duty = Duty.automatic("nothing else is ordered");
  private final Answer<LightState> unlit;
  private Answers answers;

  public AidWatch(Aid aid, WatchRules rules, long nowNanos) {
    this.aid = aid;
    this.night = new Night(rules.night(), nowNanos);
    this.level = new Level(rules.gauge());
    this.unlit = light(aid, nowNanos);
    this.light = new LightJudge(rules.light(), unlit);
    this.circle = new Circle(aid, rules.place(), level);
    this.place = new PlaceJudge(aid, rules.place(), circle, firstPlace(nowNanos));
    this.power =
        new PowerJudge(rules.power(), first(PowerState.UNKNOWN, PowerState.NOT_WATCHED, nowNanos));
    this.body =
        new BodyJudge(rules.body(), first(BodyState.UNKNOWN, BodyState.NOT_WATCHED, nowNanos));
    this.telemetry = new TelemetryJudge(rules.telemetry(), nowNanos);
    this.answers = ask(nowNanos);
  }

  private static Answer<LightState> light(Aid aid, long nanos) {
    if (aid.virtual()) {
      return new Answer<>(LightState.NOT_WATCHED, "a virtual aid has no light", nanos);
    }
    return aid.character().isEmpty()
        ? new Answer<>(LightState.NOT_WATCHED, "it has no light by its document", nanos)
        : new Answer<>(LightState.UNKNOWN, NOTHING_YET, nanos);
  }

  private Answer<PlaceState> firstPlace(long nanos) {
    return aid.virtual() || circle.exists()
        ? first(PlaceState.UNKNOWN, PlaceState.NOT_WATCHED, nanos)
        : new Answer<>(
            PlaceState.NOT_WATCHED,
            "no circle without a charted place and, afloat, a mooring or a radius; its own word"
                + " counts",
            nanos);
  }

  private <S extends Enum<S>> Answer<S> first(S unknown, S notWatched, long nanos) {
    return aid.virtual()
        ? new Answer<>(notWatched, "a virtual aid cannot fail so", nanos)
        : new Answer<>(unknown, NOTHING_YET, nanos);
  }

  /**
   * The answers before a restart, and until when they were known. What they were stays until
   * something else is seen, or until they are too old.
   */
  public void restore(Answers before, long lastNanos) {
    if (aid.virtual()) {
      return;
    }
    if (aid.character().isPresent() && before.light().state() != LightState.NOT_WATCHED) {
      light.restore(before.light(), lastNanos);
    }
    place.restore(before.place(), lastNanos);
    power.restore(before.power(), lastNanos);
    body.restore(before.body(), lastNanos);
    telemetry.restore(before.telemetry(), lastNanos);
    answers = before;
  }

  /** What somebody said of it. */
  public void report(AidReport report) {
    long nanos = report.monotonicNanos();
    if (report.presence() == Presence.VIRTUAL && !aid.virtual()) {
      return; // A mark on chart displays that bears its number proves nothing of the real one.
    }
    telemetry.heard(nanos);
    if (aid.virtual()) {
      return;
    }
    Set<AidSign> signs = aid.sources().signs(report);
    Set<AidSign> tells = aid.sources().tells(report);
    if (aid.character().isPresent()) {
      light.said(nanos, report.light(), night.sky());
    }
    report.fix().ifPresent(fix -> place.fix(nanos, fix));
    report.offPosition().ifPresent(off -> place.said(nanos, off));
    power.report(report, signs, tells);
    body.report(report, signs, tells);
  }

  /** Where a receiver aboard is. */
  public void fix(long nanos, Fix fix) {
    if (!aid.virtual()) {
      heardAboard(nanos);
      place.fix(nanos, fix);
    }
  }

  /** What the light input shows now; told again and again. */
  public void seen(long nanos, Seen now) {
    if (!aid.virtual() && aid.character().isPresent()) {
      if (now != Seen.NOT_KNOWN) {
        heardAboard(nanos);
      }
      light.seen(nanos, now);
    }
  }

  /** An aid that nobody reports on is heard by its own inputs. */
  private void heardAboard(long nanos) {
    if (aid.sources().reports().isEmpty()) {
      telemetry.heard(nanos);
    }
  }

  /** Whether the photocell says dark; empty while it cannot be told. */
  public void photocell(long nanos, Optional<Boolean> dark) {
    night.photocell(nanos, dark);
  }

  /** The water at its gauge, in metres above the gauge's zero. */
  public void gauge(long nanos, double levelM) {
    level.read(nanos, levelM);
  }

  /** What its light is to show. */
  public void duty(long nanos, Duty now) {
    duty = now;
    light.duty(now, nanos);
  }

  /**
   * Time passed; asked every few seconds.
   *
   * @param sunDeg where the sun stands; empty without a place or without a clock to be trusted
   */
  public Answers look(long nanos, OptionalDouble sunDeg) {
    night.look(nanos, sunDeg);
    boolean dark = !aid.virtual() && aid.character().isPresent() && light.plannedDark(nanos);
    if (dark != planned.isPresent()) {
      planned = dark ? Optional.of(new Answers.Planned(duty.reason(), nanos)) : Optional.empty();
    }
    answers = ask(nanos);
    return answers;
  }

  private Answers ask(long nanos) {
    Answer<TelemetryState> heard = telemetry.judge(nanos);
    long fresh = telemetry.spreadNanos();
    return new Answers(
        unlit.state() == LightState.NOT_WATCHED ? unlit : light.judge(nanos, night, fresh),
        place.judge(nanos, fresh),
        power.judge(nanos, fresh),
        body.judge(nanos, fresh),
        heard,
        planned);
  }

  public Answers answers() {
    return answers;
  }

  /** Whether its light should shine now. */
  public boolean due(long nanos) {
    return !aid.virtual() && aid.character().isPresent() && light.due(nanos, night.sky());
  }

  /** Whether it is night. */
  public Sky sky() {
    return night.sky();
  }

  /** Sensors of the station that cannot be believed; none of it is a fault of the aid. */
  public List<Answer<SensorState>> sensorFaults() {
    List<Answer<SensorState>> faults = new ArrayList<>();
    night.cellFault().ifPresent(faults::add);
    level.fault().ifPresent(faults::add);
    return faults;
  }
}
