// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.synchrony.SyncState;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.SensorState;
import io.wayside.waterway.watch.TelemetryState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said first of an aid and its station: what misleads mariners before all but our own. */
final class AidHealth {

  private static final int MANY_WAITING = 64;

  private static final Set<LightState> LIGHT_IN_ORDER =
      Set.of(LightState.AS_IT_SHOULD_BE, LightState.UNKNOWN, LightState.NOT_WATCHED);

  private AidHealth() {}

  static Health judge(
      Aid aid,
      Answers told,
      List<Answer<SensorState>> sensors,
      Optional<Answer<SyncState>> sync,
      List<String> missing,
      Backlog.State waiting,
      long unkept,
      long nanos) {
    long lost = unkept + waiting.refused();
    if (lost > 0) {
      return new Health(
          Status.FAILED,
          "records-lost",
          lost
              + " records are only in the gateway's log, the journal did not take them ("
              + waiting.why()
              + "): save the log, mend the journal, restart the station",
          nanos);
    }
    if (told.place().state().fails()) {
      return aid(aid, told.place(), "warn mariners and send a boat", nanos);
    }
    if (told.light().state().fails()) {
      return aid(aid, told.light(), "warn mariners and mend the lantern", nanos);
    }
    if (!missing.isEmpty()) {
      return degraded("no-source", "not there, look at their health and names: " + missing, nanos);
    }
    if (!sensors.isEmpty()) {
      return degraded("sensor-faulty", sensors.get(0).reason(), nanos);
    }
    Optional<Answer<SyncState>> adrift = sync.filter(now -> now.state() == SyncState.SYNC_LOST);
    return adrift.isPresent()
        ? aid(aid, adrift.get(), "its light shines on, out of step with its neighbours", nanos)
        : maintenance(aid, told, waiting, nanos);
  }

  private static Health maintenance(Aid aid, Answers told, Backlog.State waiting, long nanos) {
    boolean awaited = !aid.sources().reports().isEmpty() || aid.sources().lightInput().isPresent();
    if (awaited && told.telemetry().state() == TelemetryState.SILENT) {
      return aid(aid, told.telemetry(), "look at its radio and at the receiver", nanos);
    }
    if (!LIGHT_IN_ORDER.contains(told.light().state())) {
      return aid(aid, told.light(), "look at its photocell", nanos);
    }
    if (told.power().state() == PowerState.LOW || told.power().state() == PowerState.FLAT) {
      return aid(aid, told.power(), "look at its panel and battery", nanos);
    }
    BodyState body = told.body().state();
    if (body == BodyState.STRUCK || body == BodyState.TILTED || body == BodyState.DOOR_OPEN) {
      return aid(aid, told.body(), "go and look at it", nanos);
    }
    if (waiting.waiting() > MANY_WAITING) {
      return degraded(
          "records-waiting",
          waiting.waiting() + " records wait for the journal: " + waiting.lastFailure(),
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health aid(Aid aid, Answer<?> answer, String remedy, long nanos) {
    return degraded(
        "aid-" + answer.code(),
        aid.name() + " is " + answer.code() + ": " + answer.reason() + "; " + remedy,
        nanos);
  }

  private static Health degraded(String code, String message, long nanos) {
    return new Health(Status.DEGRADED, code, message, nanos);
  }
}
