// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Evidence;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.PlateReading;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.interval.Span;
import io.wayside.counting.naming.Calling;
import io.wayside.counting.naming.Named;
import io.wayside.counting.plate.PlateRules;
import io.wayside.counting.record.SightingRecords;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.counting.sighting.SightFlags;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Occupied;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A camera's counter from sightings to records; the records are those the schemas describe. */
class CameraStationTest {

  private static final long S = 1_000_000_000L;
  private static final long EVERY = S / 10;
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");

  private static final PcuRule UNITS =
      new PcuRule(
          "camera-size",
          Optional.of(
              new PcuTable(
                  "t",
                  "camera-size",
                  Map.of(
                      "two-wheeler",
                      new PcuTable.Units(
                          0.3, 0.4, new Evidence("s", Evidence.Certainty.VERIFIED))))),
          Optional.empty(),
          Terrain.FLAT);

  private final Clock time = new Clock();
  private final KeptJournal journal = new KeptJournal();
  private final Backlog backlog = new Backlog(journal, 100, complaint -> {});
  private final List<ClassedVehicle> classed = new ArrayList<>();
  private final CameraStation station = station(true);

  private CameraStation station(boolean passages) {
    return station(passages, Optional.empty());
  }

  private CameraStation station(boolean passages, Optional<PlateRules> plates) {
    return new CameraStation(
        List.of("A", "B"),
        new CameraStation.Wishes(List.of(Span.M1), ZoneOffset.UTC, passages, S, plates, "A"),
        Calling.byOutlines(UNITS),
        new SightingRecords("cam-lane", "camera-size", time),
        backlog,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        classed::add);
  }

  /** Time that goes as the test says. */
  private static final class Clock implements TimeSource {
    private long nanos;
    private Duration off = Duration.ZERO;

    @Override
    public long monotonicNanos() {
      return nanos;
    }

    @Override
    public Stamp at(long at) {
      return new Stamp(BEGIN.plusNanos(at).plus(off), ClockQuality.unsynchronised(), "boot", at);
    }
  }

  private static Named crosses(String line, double atS, Flags flags) {
    return Named.byOutline(
        new Sighting(
            1,
            line,
            Side.LEFT,
            atS,
            0.5,
            Kind.TWO_WHEELER,
            0.8,
            OptionalDouble.of(1.9),
            OptionalDouble.of(9),
            0.2,
            flags));
  }

  /** Pictures ten times a second until then, of a road that is empty. */
  private void watch(long until) {
    while (time.nanos < until) {
      time.nanos += EVERY;
      station.seen(time.nanos, List.of(), false);
      station.tick(time.nanos);
    }
  }

  private void nothing(long until) {
    while (time.nanos < until) {
      time.nanos += EVERY;
      station.tick(time.nanos);
    }
  }

  private List<Value.Fields> intervals(String line) {
    return journal.kept("count-interval").stream()
        .map(Draft::body)
        .filter(body -> body.get("line").equals(new Value.Text(line)))
        .toList();
  }

  private static double number(Value.Fields body, String name) {
    return ((Value.Real) body.get(name)).value();
  }

  /** For stations of the same site, such as a line that vessels pass. */
  @Test
  void whatCrossesIsToldToOthersToo() {
    watch(10 * S);
    station.seen(time.nanos, List.of(crosses("A", 9.5, Flags.NONE)), false);
    station.late(List.of(crosses("B", 9.8, Flags.NONE)));

    assertThat(classed)
        .containsExactly(
            new ClassedVehicle(
                9_400_000_000L,
                9_600_000_000L,
                "camera-size",
                "two-wheeler",
                OptionalDouble.of(0.8),
                OptionalDouble.of(1.9),
                OptionalInt.empty()),
            new ClassedVehicle(
                9_700_000_000L,
                9_900_000_000L,
                "camera-size",
                "two-wheeler",
                OptionalDouble.of(0.8),
                OptionalDouble.of(1.9),
                OptionalInt.empty()));
  }

  @Test
  void everyRecordFitsItsSchema() throws IOException {
    watch(10 * S);
    Flags all =
        Flags.of(
            SightFlags.PIXELS,
            SightFlags.QUEUE,
            SightFlags.MERGED,
            SightFlags.CUT,
            SightFlags.WRONG_WAY,
            SightFlags.STOPPED);
    station.seen(time.nanos, List.of(crosses("A", 9.5, Flags.NONE), crosses("B", 9.8, all)), false);
    nothing(130 * S);
    station.stop();
    assertThat(journal.kept("count-passage")).hasSize(2);
    assertThat(journal.kept("count-interval")).hasSizeGreaterThan(3);
    for (Draft draft : journal.drafts) {
      fitsItsSchema(draft);
      assertThat(draft.stream()).isEqualTo("counting.cam-lane");
    }
  }

  private static void fitsItsSchema(Draft draft) throws IOException {
    String schema =
        Files.readString(
            Path.of("../../config/schema/records", draft.kind().name() + "-1.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(Json.write(draft.body()), InputFormat.JSON))
        .as(Json.write(draft.body()))
        .isEmpty();
  }

  @Test
  void unitsAndOccupancyAreInTheIntervalOfTheirLine() {
    watch(5 * S);
    station.seen(
        time.nanos, List.of(crosses("A", 4, Flags.NONE), crosses("A", 4.5, Flags.NONE)), false);
    for (int i = 0; i < 60; i++) {
      time.nanos += EVERY;
      station.seen(time.nanos, List.of(), false);
      if (i % 3 > 0) {
        double atS = time.nanos / 1e9;
        station.occupied("A", List.of(new Occupied(atS - 0.1, atS)));
      }
      station.tick(time.nanos);
    }
    watch(70 * S);
    Value.Fields counts = (Value.Fields) intervals("A").get(0).get("counts");
    assertThat(number(counts, "pcu")).isCloseTo(0.6, within(1e-9));
    double observed = number(intervals("A").get(0), "observedS");
    assertThat(number(intervals("A").get(0), "occupancy")).isCloseTo(4 / observed, within(1e-6));
    assertThat(number(intervals("B").get(0), "occupancy")).isZero();
    Value.Fields passage = journal.kept("count-passage").get(0).body();
    assertThat(number(passage, "pcu")).isEqualTo(0.3);
  }

  @Test
  void noTimeWithoutPicturesIsOccupied() {
    watch(5 * S);
    nothing(10 * S);
    time.nanos += EVERY;
    station.seen(time.nanos, List.of(), false);
    station.occupied("A", List.of(new Occupied(4.9, 5), new Occupied(5, 10.1)));
    watch(70 * S);
    double observed = number(intervals("A").get(0), "observedS");
    assertThat(number(intervals("A").get(0), "occupancy")).isCloseTo(0.1 / observed, within(1e-6));
  }

  @Test
  void aPlateIsInTheRecordOfItsPassageAndTheRecordFitsTheSchema() throws IOException {
    PlateKey key = new PlateKey("a secret of sixteen".getBytes(StandardCharsets.UTF_8));
    CameraStation plated =
        station(true, Optional.of(new PlateRules(key, Optional.empty(), 0, S, false)));
    plated.seen(S, List.of(crosses("A", 0.5, Flags.NONE), crosses("B", 0.6, Flags.NONE)), false);
    plated.plate(PlateReading.of(S, "51F-123.45"));
    assertThat(journal.kept("count-passage")).as("B has no plate camera").hasSize(1);
    plated.tick(20 * S);
    assertThat(journal.kept("count-passage")).hasSize(2);
    Value.Fields body = journal.kept("count-passage").get(1).body();
    assertThat(Json.write(body)).contains(key.hidden("51F12345").hash()).doesNotContain("51F");
    fitsItsSchema(journal.kept("count-passage").get(1));
  }

  @Test
  void eachLineHasItsOwnCounts() {
    watch(5 * S);
    station.seen(
        time.nanos,
        List.of(
            crosses("A", 4, Flags.NONE),
            crosses("A", 4.5, Flags.of(SightFlags.QUEUE)),
            crosses("B", 4.8, Flags.NONE)),
        false);
    watch(70 * S);
    Value.Fields ofA = (Value.Fields) intervals("A").get(0).get("counts");
    Value.Fields ofB = (Value.Fields) intervals("B").get(0).get("counts");
    assertThat(ofA.get("vehicles")).isEqualTo(new Value.Whole(2));
    assertThat(ofA.get("doubtful")).isEqualTo(new Value.Whole(1));
    assertThat(ofB.get("vehicles")).isEqualTo(new Value.Whole(1));
  }

  @Test
  void whatIsToldLateIsCountedWhenItCrossed() {
    watch(58 * S);
    station.late(List.of(crosses("A", 57.5, Flags.NONE)));
    watch(70 * S);
    Value.Fields counts = (Value.Fields) intervals("A").get(0).get("counts");
    assertThat(counts.get("vehicles")).isEqualTo(new Value.Whole(1));
  }

  @Test
  void timeWithoutPicturesIsNotObservedToTheTenthOfASecond() {
    Random random = new Random(4);
    double without = 0;
    long end = 0;
    for (int i = 0; i < 4; i++) {
      end += (3 + random.nextInt(8)) * S;
      watch(end);
      long gap = 2 * S + random.nextInt(30) * EVERY;
      nothing(end + gap);
      without += gap / 1e9;
      end += gap;
    }
    watch(70 * S);
    Value.Fields body = intervals("A").get(0);
    assertThat(number(body, "observedS")).isCloseTo(60 - without, within(0.6));
    assertThat(Json.write(body.get("causes"))).contains("no-pictures");
  }

  @Test
  void nothingAtAllSeenIsNoCountsNotZero() {
    nothing(70 * S);
    assertThat(intervals("A").get(0).get("counts")).isEqualTo(Value.ABSENT);
    assertThat(station.health().code()).isEqualTo("no-pictures");
  }

  @Test
  void timeInWhichTheBackgroundIsLearntIsNotObserved() {
    while (time.nanos < 20 * S) {
      time.nanos += EVERY;
      station.seen(time.nanos, List.of(), true);
      station.tick(time.nanos);
    }
    watch(70 * S);
    assertThat(number(intervals("A").get(0), "observedS")).isCloseTo(40, within(0.3));
  }

  @Test
  void aQueueIsMarkedAtItsLineAloneAndInHealth() {
    watch(10 * S);
    station.queue("A", true, time.nanos);
    assertThat(station.health().code()).isEqualTo("queue");
    assertThat(station.health().message()).contains("[A]");
    watch(30 * S);
    station.queue("A", false, time.nanos);
    watch(70 * S);
    assertThat(station.health().status()).isEqualTo(Status.OK);
    assertThat(number(intervals("A").get(0), "measuredS")).isCloseTo(39.9, within(0.3));
    assertThat(number(intervals("A").get(0), "observedS")).isCloseTo(59.9, within(0.3));
    assertThat(number(intervals("B").get(0), "measuredS")).isCloseTo(59.9, within(0.3));
  }

  /** As of lines that were drawn for another size: no count of zero. */
  @Test
  void aLineOutsideOfThePictureIsUnseenAndHealthSaysWhichAndWhatToDo() {
    station.size(640, 352, List.of("B"), 0);
    watch(40 * S);
    Health health = station.health();
    assertThat(health.status()).isEqualTo(Status.DEGRADED);
    assertThat(health.code()).isEqualTo("line-outside");
    assertThat(health.message()).contains("[B]", "640x352 pixels", "./wayside count --picture");
    watch(70 * S);
    assertThat(intervals("B").get(0).get("counts")).isEqualTo(Value.ABSENT);
    assertThat(Json.write(intervals("B").get(0).get("causes"))).contains("line-outside");
    assertThat(number(intervals("A").get(0), "observedS")).isCloseTo(59.9, within(0.3));

    station.size(1280, 704, List.of(), time.nanos);
    assertThat(station.health().status()).isEqualTo(Status.OK);
    watch(130 * S);
    assertThat(number(intervals("B").get(1), "observedS")).isCloseTo(50, within(0.3));
  }

  @Test
  void aCameraThatSaysWhyItIsGoneIsQuotedInHealth() {
    watch(10 * S);
    station.interrupted(time.nanos, "camera cam-1: no route to host");
    assertThat(station.health().message()).contains("no route to host");
    watch(12 * S);
    assertThat(station.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aStepOfTheWallClockPartsTheInterval() {
    watch(30 * S);
    time.off = Duration.ofHours(1);
    watch(70 * S);
    List<Double> observed = new ArrayList<>();
    intervals("A").forEach(body -> observed.add(number(body, "observedS")));
    assertThat(observed.stream().mapToDouble(s -> s).sum()).isCloseTo(60, within(1.0));
    assertThat(intervals("A").get(0).get("slotFrom"))
        .isNotEqualTo(intervals("A").get(1).get("slotFrom"));
  }

  @Test
  void withoutPassagesOnlyIntervalsAreRecorded() {
    CameraStation quiet = station(false);
    quiet.seen(S, List.of(crosses("A", 0.5, Flags.NONE)), false);
    quiet.stop();
    assertThat(journal.kept("count-passage")).isEmpty();
  }

  @Test
  void whatTheJournalDoesNotTakeWaits() {
    watch(5 * S);
    journal.busy = true;
    station.seen(time.nanos, List.of(crosses("A", 4, Flags.NONE)), false);
    assertThat(journal.kept("count-passage")).isEmpty();
    journal.busy = false;
    watch(6 * S);
    assertThat(journal.kept("count-passage")).hasSize(1);
  }
}
