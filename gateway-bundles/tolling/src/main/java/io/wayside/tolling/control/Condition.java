// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the worst thing is at a toll lane, and what to do about it. */
final class Condition {

  private static final long SHOWN_NANOS = 600_000_000_000L;

  /** Told last, since something else has brought it about. */
  private static final String CONSEQUENCE = "order-in-doubt";

  /**
   * What is looked at.
   *
   * @param loops device ids of arming and safety loop
   * @param radio why the radio is not as it should be; empty when it is
   * @param armFalls whether the barrier falls when the gateway stops
   * @param lists in force
   * @param dropped sightings that found no room during the last minute
   */
  record Situation(
      LaneView view,
      RecordLine.State records,
      String reader,
      String loops,
      String radio,
      boolean armFalls,
      List<ListInForce> lists,
      AgeLimits ages,
      Instant wall,
      long dropped) {}

  private Condition() {}

  static Health judge(Situation now, long nanos) {
    return records(now, nanos)
        .or(() -> devices(now, nanos))
        .or(() -> surroundings(now, nanos))
        .orElse(Health.ok(nanos));
  }

  private static Optional<Health> records(Situation now, long nanos) {
    RecordLine.State records = now.records();
    if (records.lost() > 0) {
      return health(
          Status.FAILED,
          "records-lost",
          records.lost()
              + " records are only in the gateway's log, the journal did not take them ("
              + records.failure()
              + "): save the log, mend the journal, restart the lane",
          nanos);
    }
    if (records.waiting() > 0 && !records.failure().isEmpty()) {
      return health(
          Status.DEGRADED,
          "records-waiting",
          records.waiting()
              + " records wait for the journal, nobody is let pass until it takes them; look at its"
              + " health: "
              + records.failure(),
          nanos);
    }
    return Optional.empty();
  }

  private static Optional<Health> devices(Situation now, long nanos) {
    LaneView view = now.view();
    if (!view.outputs().isEmpty()) {
      return health(
          Status.FAILED,
          "output-lost",
          "an output does not do what is asked: " + String.join("; ", view.outputs()),
          nanos);
    }
    Optional<LaneAct.Alarm> cause =
        view.alarms().stream().filter(alarm -> !alarm.code().equals(CONSEQUENCE)).findFirst();
    if (cause.isPresent()) {
      return health(Status.DEGRADED, cause.get().code(), cause.get().detail(), nanos);
    }
    if (view.state() == LaneState.FAULT) {
      return health(
          Status.DEGRADED,
          "loop-unknown",
          "arming and safety loop ("
              + now.loops()
              + ") have not both been heard, nobody is let pass: look at their health",
          nanos);
    }
    if (view.readerLost()) {
      return health(
          Status.DEGRADED,
          "reader-lost",
          "no tag can be heard, vehicles are held: look at the health of " + now.reader(),
          nanos);
    }
    if (!now.radio().isEmpty()) {
      return health(
          Status.DEGRADED,
          "radio-not-as-wished",
          "the radio is not as the lane wants it: " + now.radio(),
          nanos);
    }
    if (view.floods() > 0 && nanos - view.floodNanos() < SHOWN_NANOS) {
      return health(
          Status.DEGRADED,
          "changes-lost",
          "contacts changed faster than the lane could follow, "
              + view.floods()
              + " times; what passed then is for review: let the loops settle longer in their"
              + " drivers",
          nanos);
    }
    return view.alarms().stream()
        .findFirst()
        .flatMap(alarm -> health(Status.DEGRADED, alarm.code(), alarm.detail(), nanos));
  }

  private static Optional<Health> surroundings(Situation now, long nanos) {
    if (now.armFalls()) {
      return health(
          Status.DEGRADED,
          "barrier-falls",
          "the barrier falls when the gateway stops, whoever is under it: wire a line for each"
              + " direction, or set safeOn of the line that raises to true",
          nanos);
    }
    Optional<ListInForce> oldest =
        now.lists().stream().max(Comparator.comparing(list -> AgeLimits.age(list, now.wall())));
    if (oldest.isEmpty()) {
      return health(
          Status.DEGRADED, "lists-missing", "there is no list of tags: hand one in", nanos);
    }
    AgeLimits.Age age = now.ages().of(oldest.get(), now.wall());
    if (age != AgeLimits.Age.FRESH) {
      return health(
          Status.DEGRADED,
          age == AgeLimits.Age.STALE ? "lists-stale" : "lists-late",
          "list "
              + oldest.get().list()
              + " of "
              + oldest.get().issuer()
              + " is as of "
              + oldest.get().asOf()
              + ": see why no newer one comes",
          nanos);
    }
    if (!now.view().plazaWhole()) {
      return health(
          Status.DEGRADED,
          "lanes-silent",
          "not all other lanes of the station are heard, the lane decides by itself: look at the"
              + " station's network and at their health",
          nanos);
    }
    if (now.dropped() > 0) {
      return health(
          Status.DEGRADED,
          "sightings-dropped",
          now.dropped() + " sightings of tags found no room in the last minute: the box is slow",
          nanos);
    }
    return Optional.empty();
  }

  private static Optional<Health> health(Status status, String code, String words, long nanos) {
    return Optional.of(new Health(status, code, words, nanos));
  }
}
