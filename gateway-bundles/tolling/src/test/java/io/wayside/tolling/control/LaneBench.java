// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.entries.EntryRegister;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.sight.LaneEyes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lane at work on a bench: devices, journal and time of the test, no thread. */
final class LaneBench implements AutoCloseable {

  static final long MS = 1_000_000;
  static final int LANE = 2;
  static final int APPROACH = 1;
  static final LaneOrigin ORIGIN = new LaneOrigin("0017", "001", "forward", "lane-1");

  final SteppedTime time;
  final KeptJournal journal;
  final KnownTags tags = new KnownTags();
  final Path folder;
  final BenchReader reader;
  final BenchContact arming;
  final BenchContact safety;
  final @Nullable BenchContact curtain;
  final BenchOutput raise;
  final @Nullable BenchOutput lower;
  final BenchOutput green;
  final BenchOutput red;
  final BenchOutput siren;
  final Inbox inbox = new Inbox(Works.MOST_SIGHTINGS, Works.MOST_CHANGES);
  final List<String> kept = new ArrayList<>();
  final Policy policy = Policy.from(document("policy-example"));
  Optional<PlazaTalk> plaza = Optional.empty();
  Optional<OfficeTalk> office = Optional.empty();

  /** Which lane it is, what it costs there, and who is in. */
  LaneOrigin origin = ORIGIN;

  FareTable fares = FareTable.from(document("fares-open-example"));
  Optional<EntryRegister> entries = Optional.empty();
  Optional<LaneSettings> turned = Optional.empty();
  LaneEyes eyes = LaneEyes.NONE;
  RecordLine line;
  private @Nullable ShiftClerk clerk;
  CorrectionTurns turns = new CorrectionTurns();
  private @Nullable Works works;

  /** What is fitted, and what the contacts are at first. */
  record Fitted(
      boolean lowerLine, boolean curtain, Optional<Boolean> arming, Optional<Boolean> safety) {

    static final Fitted USUAL = new Fitted(false, false, Optional.of(false), Optional.of(false));
  }

  LaneBench(Path folder) throws GarbledData {
    this(folder, Fitted.USUAL);
  }

  LaneBench(Path folder, Fitted fitted) throws GarbledData {
    this(folder, fitted, new SteppedTime(), new KeptJournal());
  }

  /** Beside another lane of its gateway. */
  LaneBench(Path folder, Fitted fitted, SteppedTime time, KeptJournal journal) throws GarbledData {
    this.folder = folder;
    this.time = time;
    this.journal = journal;
    this.line = new RecordLine(journal, TollLane.MOST_RECORDS);
    this.reader = new BenchReader(time);
    this.raise = new BenchOutput("raise", time, true);
    this.green = new BenchOutput("green", time, false);
    this.red = new BenchOutput("red", time, true);
    this.siren = new BenchOutput("siren", time, false);
    this.arming = new BenchContact("l1", time, fitted.arming());
    this.safety = new BenchContact("l3", time, fitted.safety());
    this.curtain = fitted.curtain() ? new BenchContact("curtain", time, Optional.empty()) : null;
    this.lower = fitted.lowerLine() ? new BenchOutput("lower", time, false) : null;
  }

  static Node document(String name) throws GarbledData {
    Path path = Path.of("../../config/tolling", name + ".json");
    try {
      return Node.read(path.toString(), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  LaneSettings settings() {
    return new LaneSettings(
        origin,
        new ShiftPlan(fares.businessDay(), List.of(LocalTime.of(14, 0), LocalTime.of(22, 0))),
        LaneRules.usual(),
        new Layout(Set.of(LANE), Set.of(APPROACH), curtain != null, false, true),
        true,
        Duration.ofMillis(1_500));
  }

  LaneDevices devices() {
    return new LaneDevices(
        reader,
        arming,
        safety,
        Optional.empty(),
        Optional.ofNullable(curtain),
        Optional.empty(),
        Optional.empty(),
        raise,
        Optional.ofNullable(lower),
        Optional.of(green),
        Optional.of(red),
        Optional.of(siren));
  }

  LaneParts parts() {
    return new LaneParts(
        settings(),
        devices(),
        tags,
        tags,
        policy,
        fares,
        plaza,
        office,
        new KeptOrder(folder.resolve(origin.id() + ".order")),
        journal,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        new Audience() {
          @Override
          public void kept(
              io.wayside.tolling.lane.LaneOutcome outcome, io.wayside.core.record.RecordId id) {
            kept.add(outcome.getClass().getSimpleName() + " " + id.sequence());
          }
        },
        entries,
        turned,
        eyes);
  }

  /** Begins with what the journal has. */
  LaneBench start() throws JournalException {
    Earlier earlier =
        Earlier.read(journal, origin.stream(), Duration.ofMinutes(3), time.now().wall());
    clerk =
        new ShiftClerk(settings(), journal, line, () -> new Provenance("0.1.0", "0", "none"), time);
    works = new Works(parts(), inbox, line, clerk, turns, earlier, Runnable::run, Runnable::run);
    return this;
  }

  /** The process is killed: nothing is said to anybody, records that wait are gone. */
  void kill() {
    works = null;
    journal.powerCut();
    line = new RecordLine(journal, TollLane.MOST_RECORDS);
    turns = new CorrectionTurns();
  }

  Works works() {
    if (works == null) {
      throw new IllegalStateException("the bench was not started");
    }
    return works;
  }

  ShiftClerk clerk() {
    if (clerk == null) {
      throw new IllegalStateException("the bench was not started");
    }
    return clerk;
  }

  /** What waits is taken, then time passes. */
  LaneBench pass(long ms) {
    long end = time.monotonicNanos() + ms * MS;
    drain();
    while (time.monotonicNanos() < end) {
      time.to(Math.min(end, Math.max(works().due(), time.monotonicNanos() + 1)));
      drain();
    }
    return this;
  }

  private void drain() {
    try {
      Letter letter;
      do {
        letter = inbox.next(0);
        works().step(letter);
      } while (letter != null);
      works().step(null);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  LaneBench hears(@Nullable String epc, int antenna, double dbm, long ms) {
    for (long left = ms; left > 0; left -= 50) {
      if (epc != null) {
        reader.hears(epc, antenna, dbm);
      }
      pass(50);
    }
    return this;
  }

  /** Comes over the approach and stands on the arming loop. */
  LaneBench arrives(@Nullable String epc) {
    hears(epc, APPROACH, -58, 200);
    arming.is(true);
    return hears(epc, LANE, -54, 300);
  }

  /** Goes over the safety loop and is away. */
  LaneBench leaves() {
    arming.is(false);
    pass(500);
    safety.is(true);
    pass(700);
    safety.is(false);
    return pass(50);
  }

  List<JournalRecord> records(String kind) {
    return journal.all(origin.stream()).stream()
        .filter(record -> record.kind().name().equals(kind))
        .toList();
  }

  Fields only(String kind) {
    List<JournalRecord> all = records(kind);
    if (all.size() != 1) {
      throw new AssertionError("expected one " + kind + ", there are " + all);
    }
    return new Fields(all.get(0).body());
  }

  String healthCode() {
    return works().health().code();
  }

  @Override
  public void close() {
    if (works != null) {
      works.close();
    }
  }
}
