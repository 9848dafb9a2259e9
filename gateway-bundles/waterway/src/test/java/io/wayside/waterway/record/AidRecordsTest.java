// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Category;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.availability.DayBook;
import io.wayside.waterway.availability.Figures;
import io.wayside.waterway.availability.Ledger;
import io.wayside.waterway.availability.Verdict;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.synchrony.SyncState;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.SensorState;
import io.wayside.waterway.watch.Sky;
import io.wayside.waterway.watch.TelemetryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Drafts of anything that may be known of an aid: they fit their schemas and can be read back. */
class AidRecordsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");
  private static final Provenance MADE = new Provenance("0.1.0", "0123456789abcdef", "none");

  private final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 0;
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(BEGIN.plusNanos(nanos), ClockQuality.unsynchronised(), "boot", nanos);
        }
      };
  private final AidRecords records = new AidRecords(aid(), time);

  private static Aid aid() {
    return new Aid(
        "buoy-7",
        "Phao số 7",
        Footing.FLOATING,
        Convention.QCVN_39,
        Category.TWO,
        Optional.empty(),
        Optional.of("Fl G 4s"),
        Optional.empty(),
        Sources.of());
  }

  private static void assertFits(Draft draft, Importance importance) throws IOException {
    Path file = Path.of("../../config/schema/records", draft.kind().name() + "-1.schema.json");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(file));
    String json = Json.write(draft.body());
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    assertThat(draft.stream()).isEqualTo("waterway.buoy-7");
    assertThat(draft.importance()).isEqualTo(importance);
  }

  private static <S extends Enum<S>> S any(Random random, Class<S> states) {
    S[] all = states.getEnumConstants();
    return all[random.nextInt(all.length)];
  }

  private static <S extends Enum<S>> Answer<S> answer(Random random, Class<S> states) {
    return new Answer<>(any(random, states), "because", random.nextInt(1_000_000) * 1_000_000L);
  }

  private static Answers answers(Random random) {
    return new Answers(
        answer(random, LightState.class),
        answer(random, PlaceState.class),
        answer(random, PowerState.class),
        answer(random, BodyState.class),
        answer(random, TelemetryState.class),
        random.nextBoolean()
            ? Optional.of(new Answers.Planned("for repair", 5_000_000_000L))
            : Optional.empty());
  }

  @Test
  void anyAnswersFitTheirSchemaAndAreReadBack() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Answers answers = answers(random);
      List<Answer<SensorState>> sensors =
          i % 3 == 0 ? List.of() : List.of(answer(random, SensorState.class));
      Optional<Answer<SyncState>> sync =
          i % 2 == 0 ? Optional.empty() : Optional.of(answer(random, SyncState.class));
      Draft draft = records.state(answers, sensors, sync, 9_000_000_000L, MADE);

      assertFits(draft, Importance.ALARM);
      Answers back =
          AidStateBody.read(draft.body(), wall -> Duration.between(BEGIN, wall).toNanos())
              .orElseThrow();
      assertThat(back.light()).isEqualTo(answers.light());
      assertThat(back.place()).isEqualTo(answers.place());
      assertThat(back.power()).isEqualTo(answers.power());
      assertThat(back.body()).isEqualTo(answers.body());
      assertThat(back.telemetry()).isEqualTo(answers.telemetry());
    }
  }

  @Test
  void whatAnotherReleaseWroteIsNotReadAsAnswers() {
    Value.Fields odd =
        Value.Fields.with(
                "light",
                Value.Fields.with("state", "glowing")
                    .and("reason", "")
                    .and("since", "soon")
                    .build())
            .build();

    assertThat(AidStateBody.read(odd, wall -> 0)).isEmpty();
    assertThat(AidStateBody.read(odd, "light")).isEmpty();
    assertThat(AidStateBody.state(LightState.class, "glowing")).isEmpty();
  }

  @Test
  void anyReportFitsItsSchema() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      Map<AidQuantity, Double> quantities = new EnumMap<>(AidQuantity.class);
      for (AidQuantity quantity : AidQuantity.values()) {
        if (random.nextBoolean()) {
          quantities.put(quantity, random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian());
        }
      }
      Set<AidSign> tells = EnumSet.noneOf(AidSign.class);
      for (AidSign sign : AidSign.values()) {
        if (random.nextBoolean()) {
          tells.add(sign);
        }
      }
      AidReport report =
          new AidReport(
              i,
              "mmsi:1",
              Optional.empty(),
              any(random, Presence.class),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new Fix(20, 106, OptionalDouble.of(3), OptionalDouble.empty())),
              random.nextBoolean() ? Optional.empty() : Optional.of(true),
              any(random, LightStatus.class),
              any(random, RaconStatus.class),
              random.nextBoolean() ? Optional.empty() : Optional.of(false),
              any(random, LanternMode.class),
              random.nextBoolean() ? Optional.empty() : Optional.of("2A"),
              quantities,
              tells,
              tells,
              random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(256)));
      Optional<Told> told =
          random.nextBoolean() ? Optional.empty() : Optional.of(Told.of("ais-1/mmsi:1"));
      Optional<Seen> seen =
          random.nextBoolean() ? Optional.empty() : Optional.of(any(random, Seen.class));

      assertFits(
          records.report(told, report, seen, any(random, Sky.class), MADE), Importance.TELEMETRY);
    }
  }

  @Test
  void aDayFitsItsSchemaAndItsSecondsAddUp() throws IOException {
    Figures figures =
        new Figures(
            Duration.ofSeconds(80_000),
            Duration.ofSeconds(1000),
            Duration.ofSeconds(400),
            Duration.ofSeconds(5000),
            Duration.ofSeconds(42_000),
            Duration.ofSeconds(41_000),
            Duration.ofMillis(1500),
            1,
            2);
    Draft draft =
        records.availability(
            new DayBook.Day(LocalDate.of(2026, 11, 22), BEGIN, BEGIN.plusSeconds(86_400), figures),
            0,
            MADE);

    assertFits(draft, Importance.EVENT);
    assertThat(draft.body().get("dueUnknownS")).isEqualTo(new Value.Real(1.5));
    assertThat(draft.body().get("outages")).isEqualTo(new Value.Whole(2));
  }

  @Test
  void recordsOfAnswersMakeTheLedgerThatTheAnswersMake() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Ledger direct = new Ledger();
      Ledger read = new Ledger();
      long nanos = 0;
      boolean planned = false;
      for (int i = 0; i < 60; i++) {
        nanos += random.nextInt(2000) * 1_000_000_000L;
        Answers any = answers(random);
        long since = nanos - random.nextInt(100) * 1_000_000_000L;
        Answers now =
            new Answers(
                new Answer<>(any.light().state(), "", since),
                new Answer<>(any.place().state(), "", since),
                any.power(),
                any.body(),
                any.telemetry(),
                any.planned().map(p -> new Answers.Planned("", since)));
        direct.light(BEGIN.plusNanos(since), Verdicts.of(now.light().state()));
        direct.place(BEGIN.plusNanos(since), Verdicts.of(now.place().state()));
        planned = now.planned().isPresent();
        direct.planned(BEGIN.plusNanos(planned ? since : nanos), planned);
        Verdicts.enter(read, records.state(now, List.of(), Optional.empty(), nanos, MADE).body());
      }
      Instant end = BEGIN.plusNanos(nanos).plusSeconds(5000);

      assertThat(read.figures(BEGIN, end)).isEqualTo(direct.figures(BEGIN, end));
      assertThat(read.figures(BEGIN, end).total()).isEqualTo(Duration.between(BEGIN, end));
    }
  }

  @Test
  void onlyWhatMisleadsMarinersIsDown() {
    for (LightState light : LightState.values()) {
      assertThat(Verdicts.of(light) == Verdict.DOWN).isEqualTo(light.fails());
    }
    for (PlaceState place : PlaceState.values()) {
      assertThat(Verdicts.of(place) == Verdict.DOWN).isEqualTo(place.fails());
    }
  }
}
