// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong unkept = new AtomicLong();
  private int stock;

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

  /** Many at once; what waits of them does not say that the journal is slow. */
  void stock(List<StockPiece> pieces) {
    stock = pieces.size();
    for (StockPiece piece : pieces) {
      keep(ParkingRecords.open(park, piece, now(), by()));
    }
  }

  private void keep(Draft draft) {
    written++;
    if (!backlog.offer(draft)) {
      unkept.incrementAndGet();
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  private Stamp now() {
    return time.now();
  }

  private Provenance by() {
    return provenance.current();
  }

  /**
   * Whether the journal takes what is written; a stay that is not on record must not begin. When a
   * record was lost the books know what the journal does not: nothing more is built on them.
   */
  boolean isTaken() {
    Backlog.State state = backlog.state();
    stock = state.waiting() == 0 ? 0 : stock;
    boolean flows = state.waiting() < MANY + stock;
    return unkept() == 0 && flows && (state.waiting() == 0 || state.lastFailure().isEmpty());
  }

  /** Completes when all that was written is durable; fails when some of it never will be. */
  CompletableFuture<Void> durable() {
    return backlog
        .emptied()
        .thenRun(
            () -> {
              if (unkept() > 0) {
                throw new CompletionException(
                    new JournalException.Refused(unkept() + " records are in the log alone"));
              }
            });
  }

  /** What the journal has not taken, for the log when there is nowhere else left. */
  List<String> contents() {
    return backlog.contents();
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
    return unkept.get() + backlog.state().refused();
  }

  Backlog.State state() {
    return backlog.state();
  }
}
