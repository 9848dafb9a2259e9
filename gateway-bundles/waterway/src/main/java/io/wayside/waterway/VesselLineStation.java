// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.water.VesselReport;
import io.wayside.waterway.record.VesselRecords;
import io.wayside.waterway.traffic.LineTraffic;
import io.wayside.waterway.traffic.Passage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line over the water at work: reports come in, records go out. Called on several threads. */
final class VesselLineStation {

  private static final Logger LOG = LoggerFactory.getLogger(VesselLineStation.class);

  private final LineTraffic traffic;
  private final VesselRecords records;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final Map<String, String> deaf = new TreeMap<>(); // receivers, with the reason
  private final Set<String> lonely = new TreeSet<>(); // receivers that hear, and no vessel yet
  private long unkept;
  private Health health;

  VesselLineStation(
      List<String> receivers,
      LineTraffic traffic,
      VesselRecords records,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time) {
    this.traffic = traffic;
    this.records = records;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    receivers.forEach(id -> deaf.put(id, "is not there yet; look at the device's health"));
    this.health = Health.starting("waits for its receivers", time.monotonicNanos());
  }

  synchronized void heard(String receiver, VesselReport report) {
    deaf.remove(receiver);
    lonely.remove(receiver);
    keep(traffic.hear(report));
  }

  /** It listens; whether a vessel is there to be heard is another matter. */
  synchronized void listens(String receiver) {
    if (deaf.remove(receiver) != null) {
      lonely.add(receiver);
    }
  }

  synchronized void deaf(String receiver, String reason) {
    deaf.put(receiver, reason);
    lonely.remove(receiver);
  }

  synchronized void seen(ClassedVehicle seen) {
    traffic.seen(seen.fromNanos() + (seen.toNanos() - seen.fromNanos()) / 2);
  }

  synchronized void tick() {
    keep(traffic.advance(time.monotonicNanos()));
    backlog.retry();
  }

  synchronized void stop() {
    keep(traffic.stop());
  }

  private void keep(List<Passage> passages) {
    for (Passage passage : passages) {
      Draft draft = records.passage(passage, provenance.current());
      if (!backlog.offer(draft)) {
        unkept++;
        LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
      }
    }
  }

  synchronized Health health() {
    Health now = judged(time.monotonicNanos());
    health = health.sameAs(now) ? health : now;
    return health;
  }

  private Health judged(long nanos) {
    long lost = unkept + backlog.state().refused();
    if (lost > 0) {
      return new Health(
          Status.FAILED,
          "records-lost",
          lost
              + " records are only in the gateway's log, the journal did not take them ("
              + backlog.state().why()
              + "): save the log, mend the journal, restart the station",
          nanos);
    }
    if (!deaf.isEmpty()) {
      return new Health(Status.DEGRADED, "no-receiver", "vessels may pass unheard: " + deaf, nanos);
    }
    if (!lonely.isEmpty()) {
      return new Health(
          Status.OK, "no-vessel-yet", "listens; no vessel was heard yet by " + lonely, nanos);
    }
    return Health.ok(nanos);
  }
}
