// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.PlateReading;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.counting.lane.CountingLane;
import io.wayside.counting.lane.LaneNews;
import io.wayside.counting.loop.Grain;
import io.wayside.counting.loop.LoopEvent.TurnedBack;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.plate.PlatedPassages;
import io.wayside.counting.record.CountRecords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A counter: contacts by id in, records out. Contacts and ticks come on threads of their own. */
final class LoopStation {

  private static final Logger LOG = LoggerFactory.getLogger(LoopStation.class);

  private final Map<String, Port> contacts;
  private final CountingLane lane;
  private final PlatedPassages plates;
  private final String scheme;
  private final CountRecords records;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final boolean passages;
  private final Consumer<ClassedVehicle> classes;
  private final Grain grain;
  private long unkept; // records that are in the log alone, for want of room
  private Health health;

  /**
   * @param passages whether each vehicle has a record
   * @param classes hears what class each vehicle has, where one is told
   */
  LoopStation(
      CounterParts parts,
      CountRecords records,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time,
      boolean passages,
      Consumer<ClassedVehicle> classes) {
    Stamp now = time.now();
    this.contacts = parts.contacts();
    this.lane = new CountingLane(parts.setup(), now.monotonicNanos(), now.wall());
    this.plates = new PlatedPassages(parts.plates());
    this.scheme = parts.setup().classifier().schemeId();
    this.records = records;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    this.passages = passages;
    this.classes = classes;
    this.grain = new Grain(parts.setup().layout().map(TrapLayout::spacingM).orElse(1.0));
    this.health = Health.starting("waits for its contacts", now.monotonicNanos());
  }

  /** Whether this contact is one of the lane's. */
  boolean knows(String contactId) {
    return contacts.containsKey(contactId);
  }

  /** How often the contact is looked at; zero where its edges are heard. */
  synchronized void lookedAtEvery(String contactId, Duration every) {
    Port port = contacts.get(contactId);
    if (port != null) {
      grain.looked(port, every.toNanos());
    }
  }

  synchronized void contact(String contactId, ContactChange change) {
    Port port = contacts.get(contactId);
    if (port != null) {
      record(lane.contact(port, change.monotonicNanos(), change.active()));
    }
  }

  synchronized void interrupted(String contactId, Interruption why) {
    Port port = contacts.get(contactId);
    if (port != null) {
      String cause = why.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
      record(lane.interrupted(port, why.sinceMonotonicNanos(), cause));
    }
  }

  /** The contact answers though nothing changes. */
  synchronized void heard(String contactId, long nanos) {
    Port port = contacts.get(contactId);
    if (port != null && lane.unheard().containsKey(port)) {
      record(lane.heard(port, nanos));
    }
  }

  synchronized void tick(long nanos) {
    record(lane.tick(nanos, time.at(nanos).wall()));
    plates.due(nanos).forEach(this::keep);
    backlog.retry();
  }

  synchronized void stop() {
    record(lane.stop(time.monotonicNanos()));
    plates.rest().forEach(this::keep);
  }

  synchronized Health health() {
    Health now =
        CounterHealth.judge(
            lane.faults(), lane.unheard(), backlog.state(), unkept, time.monotonicNanos());
    health = health.sameAs(now) ? health : now;
    return health;
  }

  private void record(List<LaneNews> news) {
    for (LaneNews one : news) {
      publish(one);
      Optional<Draft> draft = draft(one);
      if (draft.isPresent() && one instanceof LaneNews.Vehicle vehicle) {
        plates.passed(draft.get(), vehicle.passage().nanos()).forEach(this::keep);
      } else {
        draft.ifPresent(this::keep);
      }
    }
  }

  /** The plate camera read something. */
  synchronized void plate(PlateReading reading) {
    plates.read(reading);
  }

  private void publish(LaneNews news) {
    if (news instanceof LaneNews.Vehicle vehicle && vehicle.told().confidence() > 0) {
      Passage passage = vehicle.passage();
      classes.accept(
          new ClassedVehicle(
              passage.nanos(),
              passage.endNanos(),
              scheme,
              vehicle.told().vehicleClass(),
              OptionalDouble.of(vehicle.told().confidence()),
              passage.lengthM(),
              passage.spacingsM().isEmpty()
                  ? OptionalInt.empty()
                  : OptionalInt.of(passage.spacingsM().size() + 1)));
    }
  }

  private void keep(Draft draft) {
    if (!backlog.offer(draft)) {
      unkept++;
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  private Optional<Draft> draft(LaneNews news) {
    if (news instanceof LaneNews.Vehicle vehicle) {
      return passages
          ? Optional.of(
              records.passage(grain.mark(vehicle.passage()), vehicle.told(), provenance.current()))
          : Optional.empty();
    }
    if (news instanceof LaneNews.IntervalTold told) {
      return Optional.of(
          records.interval(told.interval(), time.monotonicNanos(), provenance.current()));
    }
    if (news instanceof LaneNews.SensorNews sensor) {
      return Optional.of(records.fault(sensor.news(), provenance.current()));
    }
    if (passages
        && news instanceof LaneNews.Uncounted uncounted
        && uncounted.event() instanceof TurnedBack turned) {
      return Optional.of(records.uncounted(turned, provenance.current()));
    }
    return Optional.empty();
  }
}
