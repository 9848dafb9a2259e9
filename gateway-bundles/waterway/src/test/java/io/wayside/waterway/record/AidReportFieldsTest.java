// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read back. */
class AidReportFieldsTest {

  private static final LightStatus[] LIGHTS = LightStatus.values();
  private static final RaconStatus[] RACONS = RaconStatus.values();

  private static AidReport any(Random random) {
    Map<AidQuantity, Double> quantities = new EnumMap<>(AidQuantity.class);
    for (AidQuantity quantity : AidQuantity.values()) {
      if (random.nextBoolean()) {
        quantities.put(quantity, random.nextDouble() * 40);
      }
    }
    return new AidReport(
        0,
        "mmsi:995741007",
        Optional.empty(),
        Presence.REAL,
        random.nextBoolean()
            ? Optional.of(
                new Fix(
                    random.nextDouble() * 180 - 90,
                    random.nextDouble() * 360 - 180,
                    random.nextBoolean() ? OptionalDouble.of(3) : OptionalDouble.empty(),
                    OptionalDouble.empty()))
            : Optional.empty(),
        Optional.empty(),
        LIGHTS[random.nextInt(LIGHTS.length)],
        RACONS[random.nextInt(RACONS.length)],
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        quantities,
        Set.of(),
        Set.of(),
        random.nextBoolean() ? OptionalInt.of(random.nextInt(256)) : OptionalInt.empty());
  }

  @Test
  void whatWasSaid() {
    Random random = new Random(31);
    for (int round = 0; round < 500; round++) {
      AidReport report = any(random);
      FieldsBuilder body = Value.Fields.with("aid", "buoy-7");
      AidReportBody.put(body, report);
      AidReportFields read = new AidReportFields(body.build());

      assertThat(read.fix()).isEqualTo(report.fix());
      assertThat(read.quantities()).isEqualTo(report.quantities());
      assertThat(read.inputs().isPresent()).isEqualTo(report.inputs().isPresent());
      read.inputs().ifPresent(bits -> assertThat(report.inputs()).hasValue(bits));
      assertThat(read.shines().orElse(LightStatus.NOT_TOLD)).isEqualTo(report.light());
      assertThat(read.racon().orElse(RaconStatus.NOT_TOLD)).isEqualTo(report.racon());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dark, on, OFF",
    "as-expected, off, ON",
    "reduced, off, ON",
    "other-rhythm, not-told, ON",
    "not-known, on, ON",
    "not-known, not-told, ",
    "of-another-release, off, OFF"
  })
  void whatItsInputSawCountsMoreThanItsWord(String seen, String word, LightStatus shines) {
    AidReportFields read =
        new AidReportFields(Value.Fields.with("seen", seen).and("light", word).build());
    assertThat(read.shines()).isEqualTo(Optional.ofNullable(shines));
  }

  @Test
  void whatIsNotThereOrOfAnotherKindIsNotTold() {
    AidReportFields read =
        new AidReportFields(
            Value.Fields.with("latitudeDeg", 20.5)
                .and("light", 3)
                .and("quantities", "none")
                .build());
    assertThat(read.fix()).isEmpty();
    assertThat(read.shines()).isEmpty();
    assertThat(read.racon()).isEmpty();
    assertThat(read.inputs()).isEmpty();
    assertThat(read.quantities()).isEmpty();
  }
}
