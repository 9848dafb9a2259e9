// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.Json;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.control.SteppedTime;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.tariff.Tariff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A car park without lanes: what they would say is said by the test, and the clock may be set. */
final class ParkBench {

  static final String STREAM = "parking.p1";

  final KeptJournal kept = new KeptJournal();
  final SteppedTime steps = new SteppedTime();
  Duration clockIsOff = Duration.ZERO;
  final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return steps.monotonicNanos();
        }

        @Override
        public Stamp at(long nanos) {
          Stamp stamp = steps.at(nanos);
          return new Stamp(stamp.wall().plus(clockIsOff), stamp.clock(), stamp.bootId(), nanos);
        }
      };
  Journal journal = kept;
  Tariff tariff;
  PassBack passBack = PassBack.HOLD;
  int mostStays = 1_000;
  int recordsOfAStock = 1_000_000;
  CarPark park;

  ParkBench() throws Exception {
    tariff = LotBench.tariff();
    park = start();
  }

  /** Begins anew with what the journal has. */
  CarPark start() throws JournalException {
    park =
        Opening.of(
            new Opening.Parts(
                new ParkSettings("p1", "main", "car", 0, mostStays, passBack, Duration.ofDays(30)),
                tariff,
                key -> key.kind() == Key.Kind.TAG,
                journal,
                () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
                time),
            recordsOfAStock);
    return park;
  }

  /** The power goes; only so many further records were kept. */
  void diesAfter(int records) throws JournalException {
    for (int i = 0; i < records; i++) {
      kept.sync();
    }
    kept.powerCut();
    kept.swift();
    start();
  }

  void later(Duration time) {
    steps.to(steps.monotonicNanos() + time.toNanos());
  }

  static Asking tag(String number) {
    return Asking.of(new Key(Key.Kind.TAG, number));
  }

  /** Comes in at {@code in-1}. */
  void enters(long vehicle, Asking asking) {
    park.letIn("in-1", vehicle, asking, "ticket");
    park.passed("in-1", false, vehicle);
  }

  void letsOut(String lane, long vehicle, Asking asking) {
    park.letOut(lane, vehicle, asking, true, true, "tag");
  }

  /** Leaves by {@code out-1}. */
  void leaves(long vehicle, Asking asking) {
    letsOut("out-1", vehicle, asking);
    park.passed("out-1", true, vehicle);
  }

  Receipt pays(Asking asking, String reference, long minor) {
    return park.pay(
        Optional.empty(), asking, new Paid(reference, time.now().wall(), minor, "cash"));
  }

  List<JournalRecord> records(String kind) {
    return kept.all(STREAM).stream().filter(each -> each.kind().name().equals(kind)).toList();
  }

  /** As JSON, one after the other. */
  String written(String kind) {
    return records(kind).stream()
        .map(each -> Json.write(each.body()))
        .collect(Collectors.joining("\n"));
  }

  long inside() {
    return park.view().inside();
  }
}
