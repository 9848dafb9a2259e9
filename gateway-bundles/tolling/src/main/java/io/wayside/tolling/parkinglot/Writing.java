// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.parking.Fact;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.OpeningWatch;
import io.wayside.tolling.parking.ParkingRecords;
import io.wayside.tolling.parking.ParkingRecords.Correction;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.StockPiece;
import io.wayside.tolling.parking.Tally;
import io.wayside.tolling.tariff.Amount;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A car park's records on their way to the journal. Under the car park's lock. */
final class Writing {

  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

  /** When so many wait, nobody is let pass by itself any more. */
  private static final int MANY = 64;

  private final String park;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private long written;
  private long unkept;

  Writing(String park, Backlog backlog, ProvenanceSource provenance, TimeSource time) {
    this.park = park;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
  }

  void fact(String lane, Fact fact, Optional<Amount> amount) {
    keep(new ParkingRecords(park, lane).draft(fact, amount, now(), by()));
  }

  void pass(LanePass pass) {
    keep(new ParkingRecords(park, pass.lane()).pass(pass, now(), by()));
  }

  void correction(Place place, Tally mine, long inside, Correction correction, OpeningWatch watch) {
    keep(
        new ParkingRecords(park, park)
            .count(place, mine, inside, Optional.of(correction), watch, now(), by()));
  }

  void stock(StockPiece piece) {
    keep(ParkingRecords.open(park, piece, now(), by()));
  }

  private void keep(Draft draft) {
    written++;
    if (!backlog.offer(draft)) {
      unkept++;
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  private Stamp now() {
    return time.now();
  }

  private Provenance by() {
    return provenance.current();
  }

  /** Whether the journal takes what is written; a stay that is not on record must not begin. */
  boolean isTaken() {
    Backlog.State state = backlog.state();
    return state.waiting() < MANY && (state.waiting() == 0 || state.lastFailure().isEmpty());
  }

  /** Completes when all that was written is durable. */
  CompletableFuture<Void> durable() {
    return backlog.emptied();
  }

  void retry() {
    backlog.retry();
  }

  /** How many were written in this run. */
  long written() {
    return written;
  }

  /** Records that are in the log alone. */
  long unkept() {
    return unkept + backlog.state().refused();
  }

  Backlog.State state() {
    return backlog.state();
  }
}
