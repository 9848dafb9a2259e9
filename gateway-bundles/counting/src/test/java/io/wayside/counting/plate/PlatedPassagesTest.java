// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.PlateReading;
import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose plate is whose, and what of it is in the record. */
class PlatedPassagesTest {

  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final long DELAY = 300 * MS;
  private static final PlateKey KEY =
      new PlateKey("a secret of sixteen".getBytes(StandardCharsets.UTF_8));

  private static PlateForms vn() throws Exception {
    String file = "../../config/plates/vn.json";
    return PlateForms.from(Node.read(file, Files.readString(Path.of(file))));
  }

  private static PlatedPassages plated(boolean texts) throws Exception {
    return new PlatedPassages(
        Optional.of(new PlateRules(KEY, Optional.of(vn()), DELAY, 1500 * MS, texts)));
  }

  private static Draft passage(long nanos) {
    return new Draft(
        "counting.one",
        new RecordKind("count-passage", 1),
        Importance.EVENT,
        new Stamp(Instant.EPOCH.plusNanos(nanos), ClockQuality.unsynchronised(), "boot", nanos),
        new Provenance("0.1.0", "0123456789abcdef", "none"),
        Value.Fields.with("atNanos", nanos).build());
  }

  private static PlateReading plate(long seenNanos, String text) {
    return PlateReading.of(seenNanos + DELAY, text);
  }

  private static Value.Fields plateOf(Draft draft) {
    return (Value.Fields) draft.body().get("plate");
  }

  private static String firstHash(Draft draft) {
    return ((Value.Text) ((Value.Many) plateOf(draft).get("hashes")).values().get(0)).value();
  }

  @Test
  void aPlateIsOfThePassageItIsReadAtAndKeptAsHashAlone() throws Exception {
    PlatedPassages plated = plated(false);
    plated.read(plate(9_900 * MS, "51F-123.45"));
    assertThat(plated.passed(passage(10 * S), 10 * S)).isEmpty();
    assertThat(plated.due(12 * S)).as("another may come closer").isEmpty();
    Draft told = plated.due(20 * S).get(0);

    assertThat(told.body().get("atNanos")).isEqualTo(new Value.Whole(10 * S));
    assertThat(firstHash(told)).isEqualTo(KEY.hidden("51F12345").hash());
    assertThat(plateOf(told).get("text")).isEqualTo(Value.ABSENT);
    assertThat(((Value.Real) plateOf(told).get("apartS")).value()).isCloseTo(-0.1, within(1e-9));
    assertThat(plateOf(told).get("candidates")).isEqualTo(new Value.Whole(1));
    assertThat(Json.write(told.body())).doesNotContain("51F");
  }

  @Test
  void theTextIsKeptWhereItIsAskedForAsTheCameraSaidIt() throws Exception {
    PlatedPassages plated = plated(true);
    plated.passed(passage(S), S);
    plated.read(plate(S, "51F-123.45"));
    assertThat(plateOf(plated.rest().get(0)).get("text")).isEqualTo(new Value.Text("51F-123.45"));
  }

  @Test
  void allThatATextMayMeanIsHashed() throws Exception {
    PlatedPassages plated = plated(false);
    plated.passed(passage(S), S);
    plated.read(plate(S, "5IF-123.45"));
    Value hashes = plateOf(plated.rest().get(0)).get("hashes");
    assertThat(((Value.Many) hashes).values())
        .contains(new Value.Text(KEY.hidden("51F12345").hash()));
  }

  @Test
  void ofTwoThatPassTogetherTheCloserHasItAndItSaysThatEitherCouldBeMeant() throws Exception {
    PlatedPassages plated = plated(false);
    plated.passed(passage(10 * S), 10 * S);
    plated.passed(passage(10 * S + 400 * MS), 10 * S + 400 * MS);
    plated.read(plate(10 * S + 350 * MS, "51F-123.45"));
    List<Draft> told = plated.due(30 * S);
    assertThat(told.get(0).body().get("plate")).isEqualTo(Value.ABSENT);
    assertThat(plateOf(told.get(1)).get("candidates")).isEqualTo(new Value.Whole(2));
  }

  @Test
  void withoutAPlateCameraNothingIsHeldOrAdded() {
    PlatedPassages none = new PlatedPassages(Optional.empty());
    none.read(PlateReading.of(0, "51F-123.45"));
    Draft draft = passage(S);
    assertThat(none.passed(draft, S)).containsExactly(draft);
    assertThat(none.due(100 * S)).isEmpty();
    assertThat(none.rest()).isEmpty();
  }

  @Test
  void neitherPassagesNorReadingsFillTheMemory() throws Exception {
    PlatedPassages plated = plated(false);
    int out = 0;
    for (int i = 0; i < 5000; i++) {
      plated.read(plate(S, "51F-123.45"));
      if (i % 5 == 0) {
        out += plated.passed(passage(S + i), S + i).size();
      }
    }
    assertThat(out).isZero();
    for (int i = 0; i < 300; i++) {
      out += plated.passed(passage(9 * S + i), 9 * S + i).size();
    }
    assertThat(out).isEqualTo(300);
    assertThat(plated.rest()).hasSize(1000);
  }

  /** Vehicles farther apart than plates are late: each gets its own, those missed get none. */
  @Test
  void inOrderlyTrafficEachVehicleHasItsOwnPlate() throws Exception {
    for (long seed = 1; seed <= 10; seed++) {
      Random random = new Random(seed);
      PlatedPassages plated = plated(false);
      List<Long> unread = new ArrayList<>();
      List<Draft> told = new ArrayList<>();
      long at = 0;
      for (int i = 0; i < 200; i++) {
        at += 2 * S + random.nextInt(4_000) * MS;
        String plate = "51F-%03d.%02d".formatted(i, 10);
        PlateReading reading = plate(at + (random.nextInt(1_600) - 800) * MS, plate);
        boolean early = random.nextBoolean();
        boolean isRead = random.nextInt(5) > 0;
        if (!isRead) {
          unread.add(at);
        } else if (early) {
          plated.read(reading);
        }
        plated.passed(passage(at), at);
        if (isRead && !early) {
          plated.read(reading);
        }
        told.addAll(plated.due(at + 700 * MS));
      }
      told.addAll(plated.rest());
      assertThat(told).hasSize(200);
      for (int i = 0; i < 200; i++) {
        long nanos = ((Value.Whole) told.get(i).body().get("atNanos")).value();
        if (unread.contains(nanos)) {
          continue; // it may have a neighbour's only where that neighbour had a closer one
        }
        assertThat(firstHash(told.get(i)))
            .as("seed %s, vehicle %s", seed, i)
            .isEqualTo(KEY.hidden("51F%03d10".formatted(i)).hash());
      }
    }
  }
}
