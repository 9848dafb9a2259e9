// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.data.Value;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.metrology.ParameterSet;
import io.wayside.weighing.metrology.ParameterTrail;
import io.wayside.weighing.metrology.Seal;
import io.wayside.weighing.record.MotionRecords.Standing;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a station's trail of parameters and knows how the instrument stands to its seal. Until the
 * software was read and the parameters in force are in the journal, every weighing is in doubt.
 * Used by the station's ticking thread; the standing may be asked by any.
 */
final class Sealing {

  /** Where the hash of the running software comes from. */
  @FunctionalInterface
  interface Software {
    /** The hash; empty when it could not be read. */
    Optional<String> hash();
  }

  /** Stands for a hash; no seal and no earlier hash is like it. */
  private static final String UNREADABLE = "unreadable";

  /** A start takes a second; a station ticks four times in one. */
  private static final int PATIENT_TICKS = 20;

  private final String stationId;
  private final String instrument;
  private final ParameterSet parameters;
  private final Seal seal;
  private final Journal journal;
  private final TimeSource time;
  private final ProvenanceSource provenance;
  private final Software software;
  private String softwareAtStart = "";
  private String softwareHash = "";
  private @Nullable CompletableFuture<RecordId> underWay;
  private volatile String failure = "";
  private volatile long counter;
  private volatile int ticks;
  private volatile Standing standing;

  Sealing(
      String stationId,
      String instrument,
      ParameterSet parameters,
      Seal seal,
      Journal journal,
      TimeSource time,
      ProvenanceSource provenance,
      Software software) {
    this.stationId = stationId;
    this.instrument = instrument;
    this.parameters = parameters;
    this.seal = seal;
    this.journal = journal;
    this.time = time;
    this.provenance = provenance;
    this.software = software;
    this.standing = new Standing(0, "", seal.doubts(0, ""));
  }

  Standing standing() {
    return standing;
  }

  ParameterSet parameters() {
    return parameters;
  }

  /** Why the parameters are not in the journal; empty when they are, or will be in a moment. */
  String failure() {
    if (counter > 0) {
      return "";
    }
    return failure.isEmpty() && ticks > PATIENT_TICKS
        ? "neither the software was read nor did the journal answer"
        : failure;
  }

  /** Goes on with what is not done yet. */
  void tick() {
    ticks = Math.min(ticks + 1, PATIENT_TICKS + 1);
    if (softwareHash.isEmpty()) {
      softwareHash = software.hash().orElse("");
      softwareAtStart = softwareHash;
    }
    if (counter == 0 && !softwareHash.isEmpty()) {
      settle();
    }
    Flags doubts = seal.doubts(counter, softwareHash);
    if (!softwareHash.equals(softwareAtStart)) {
      doubts = doubts.with(Seal.SOFTWARE_CHANGED); // under our feet, whether sealed or not
    }
    if (!standing.equals(new Standing(counter, softwareHash, doubts))) {
      standing = new Standing(counter, softwareHash, doubts);
    }
  }

  /** Reads the software once more; what is not as it was at the start is told as it is now. */
  void checkSoftware() {
    softwareHash = software.hash().orElse(UNREADABLE);
    tick();
  }

  private void settle() {
    try {
      if (underWay == null) {
        begin();
      } else if (underWay.isDone()) {
        CompletableFuture<RecordId> done = underWay;
        underWay = null;
        counter = done.join().sequence();
      }
    } catch (JournalException | CompletionException notTaken) {
      failure = String.valueOf(notTaken.getMessage());
    }
  }

  private void begin() throws JournalException {
    String stream = ParameterTrail.stream(stationId);
    Optional<JournalRecord> last = journal.last(stream, 1).stream().findFirst();
    if (ParameterTrail.holds(last, parameters)) {
      counter = last.orElseThrow().id().sequence();
      return;
    }
    Value.Fields body = ParameterTrail.change(instrument, last, parameters, softwareHash);
    underWay =
        journal.append(
            new Draft(
                stream,
                ParameterTrail.CHANGE,
                Importance.ENFORCEMENT,
                time.at(time.monotonicNanos()),
                provenance.current().calibratedBy(parameters.shortHash()),
                body));
  }
}
