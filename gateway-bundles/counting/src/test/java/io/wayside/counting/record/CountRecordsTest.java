// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.interval.Span;
import io.wayside.counting.loop.Direction;
import io.wayside.counting.loop.LoopEvent.TurnedBack;
import io.wayside.counting.loop.LoopFlags;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.loop.Passage.How;
import io.wayside.counting.loop.Port;
import io.wayside.counting.scheme.Classifier.By;
import io.wayside.counting.scheme.Classifier.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drafts of anything a lane may tell: they fit their schemas and lose no flag. */
class CountRecordsTest {

  private static final Path SCHEMAS = Path.of("../../config/schema/records");
  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
  private static final Provenance MADE = new Provenance("0.1.0", "0123456789abcdef", "none");
  private static final List<Flag> FLAGS =
      List.of(
          LoopFlags.MISSING_PARTNER,
          LoopFlags.LOOPS_DISAGREE,
          LoopFlags.SPEED_CHANGED,
          LoopFlags.WRONG_WAY,
          LoopFlags.PERHAPS_MERGED,
          LoopFlags.CROWDED,
          LoopFlags.AXLES_DOUBTFUL,
          LoopFlags.STOOD,
          Flag.SIGNAL_INTERRUPTED,
          Flag.IMPLAUSIBLE);

  private final CountRecords records = new CountRecords("lane-2", "fhwa-13", unsynchronised());

  private static TimeSource unsynchronised() {
    return new TimeSource() {
      @Override
      public long monotonicNanos() {
        return 0;
      }

      @Override
      public Stamp at(long nanos) {
        return new Stamp(BEGIN.plusNanos(nanos), ClockQuality.unsynchronised(), "boot", nanos);
      }
    };
  }

  private static void assertFits(Draft draft) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMAS.resolve(draft.kind().name() + "-1.schema.json")));
    String json = Json.write(draft.body());
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    assertThat(draft.stream()).isEqualTo("counting.lane-2");
  }

  private static OptionalDouble perhaps(Random random, double most) {
    return random.nextInt(3) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(most * random.nextDouble());
  }

  private static Passage any(Random random) {
    Flags flags = Flags.NONE;
    for (Flag flag : FLAGS) {
      flags = random.nextInt(4) == 0 ? flags.with(flag) : flags;
    }
    List<Double> spacings = new ArrayList<>();
    for (int i = 0; i < random.nextInt(7); i++) {
      spacings.add(1 + 5 * random.nextDouble());
    }
    long at = (long) (random.nextDouble() * 1e13);
    return new Passage(
        at,
        at + (long) (random.nextDouble() * 1e9),
        List.of(Direction.values()).get(random.nextInt(3)),
        List.of(How.values()).get(random.nextInt(3)),
        perhaps(random, 40),
        perhaps(random, 24),
        random.nextDouble(),
        spacings,
        flags);
  }

  @Test
  void anyPassageFitsItsSchemaAndKeepsItsFlags() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      Passage passage = any(random);
      Told told = new Told("9", "5-axles", 0.9, By.AXLES, perhaps(random, 4));
      Draft draft = records.passage(passage, told, MADE);
      assertFits(draft);
      assertThat(draft.occurred().monotonicNanos()).isEqualTo(passage.nanos());
      String flags = Json.write(draft.body().get("flags"));
      passage.flags().all().forEach(flag -> assertThat(flags).contains(flag.code()));
      assertThat(flags).contains(Flag.CLOCK_UNSYNCHRONISED.code());
      assertThat(draft.body().get("doubtful")).isEqualTo(new Value.Truth(passage.doubtful()));
    }
  }

  @Test
  void oneThatTurnedBackIsRecordedAndNotCounted() throws IOException {
    Draft draft = records.uncounted(new TurnedBack(5, 2_000_000_005L, Port.LEAD), MADE);

    assertFits(draft);
    assertThat(draft.body().get("counted")).isEqualTo(new Value.Truth(false));
    assertThat(draft.body().get("occupiedS")).isEqualTo(new Value.Real(2));
  }

  @Test
  void anyIntervalFitsItsSchemaAndItsRowsAddUp() throws IOException {
    Random random = new Random(2);
    for (int run = 0; run < 12; run++) {
      IntervalBook book = new IntervalBook(List.of(Span.M5), ZoneOffset.UTC, 0, BEGIN);
      if (run % 3 == 0) {
        book.blind("no-loop-counts", 0);
      }
      for (int i = 0; i < random.nextInt(60); i++) {
        book.count(
            new Counted(
                i * 4_000_000_000L,
                "class-" + random.nextInt(4),
                random.nextBoolean() ? "forward" : "backward",
                perhaps(random, 4),
                perhaps(random, 30),
                0.3,
                random.nextInt(5) == 0));
      }
      for (Interval interval : book.advance(301_000_000_000L)) {
        Draft draft = records.interval(interval, 301_000_000_000L, MADE);
        assertFits(draft);
        assertThat(draft.body().get("counts").equals(Value.ABSENT)).isEqualTo(interval.blind());
        if (!interval.blind()) {
          assertRowsAddUp((Value.Fields) draft.body().get("counts"), interval);
        }
      }
    }
  }

  private static void assertRowsAddUp(Value.Fields counts, Interval interval) {
    long sum = 0;
    for (Value row : ((Value.Many) counts.get("byClass")).values()) {
      sum += ((Value.Whole) ((Value.Fields) row).get("vehicles")).value();
    }
    assertThat(sum).isEqualTo(interval.counts().vehicles());
  }

  @Test
  void everyKindOfFaultFitsItsSchemaAtItsBeginningAndItsEnd() throws IOException {
    for (Fault.Kind kind : Fault.Kind.values()) {
      for (Port port : Port.values()) {
        Fault fault = new Fault(kind, port, 7, "what was seen");
        Draft began = records.fault(new FaultNews.Began(fault), MADE);
        Draft ended = records.fault(new FaultNews.Ended(fault, 9_000_000_000L), MADE);
        assertFits(began);
        assertFits(ended);
        assertThat(began.importance()).isEqualTo(Importance.ALARM);
        assertThat(began.body().get("until")).isEqualTo(Value.ABSENT);
        assertThat(ended.body().get("until"))
            .isEqualTo(new Value.Text(BEGIN.plusSeconds(9).toString()));
        assertThat(ended.body().get("since")).isEqualTo(began.body().get("since"));
      }
    }
  }
}
