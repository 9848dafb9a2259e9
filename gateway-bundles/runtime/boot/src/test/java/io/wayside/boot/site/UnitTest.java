// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "scaleIntervalKg, KG, scaleInterval",
    "vehicleGapS, S, vehicleGap",
    "silentAfterMs, MS, silentAfter",
    "frameRateHz, HZ, frameRate",
    "lengthM, M, length",
    "lengthMm, MM, length",
    "speedMps, MPS, speed",
    "speedKmh, KMH, speed",
    "accelerationMps2, MPS2, acceleration",
    "temperatureCel, CEL, temperature",
    "loadN, N, load",
    "loadKn, KN, load",
    "sizeMiB, MIB, size",
    "bytes, BYTES, bytes",
    "maxBytes, BYTES, max",
    "humidityPercent, PERCENT, humidity",
    "keepDays, D, keep",
    "retryMin, MIN, retry",
  })
  void the_end_of_a_name_is_its_unit(String name, Unit unit, String plain) {
    assertThat(Unit.ofName(name)).contains(unit);
    assertThat(unit.nameWithout(name)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"link", "axles", "format", "s", "M", "baud", "maxPDUS", "channels", "items"})
  void other_names_have_none(String name) {
    assertThat(Unit.ofName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.02 t, KG, 20", "36 km/h, MPS, 10", "90 km/h, MPS, 25", "1.5 h, S, 5400",
    "64 KiB, BYTES, 65536", "250 ms, S, 0.25", "5 %, PERCENT, 5", "-40 Cel, CEL, -40",
    "12.5 kN, N, 12500", "20kg, G, 20000", "7 d, S, 604800",
  })
  void amounts_convert_exactly(String written, Unit to, String number) {
    Amount amount = Amount.read(written, to.quantity()).orElseThrow();

    assertThat(amount.in(to)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "20 lb",
        "20",
        "kg",
        "' 20 kg'",
        "'20  kg'",
        "20 KG",
        "1e3 kg",
        "1,5 kg",
        "+1 kg",
        ".5 kg",
        "1. kg",
        "20 s",
        "٢ kg",
        "1234567890123456 kg",
        "NaN kg",
        "''"
      },
      delimiter = ';')
  void other_texts_are_no_mass(String written) {
    assertThat(Amount.read(written, Quantity.MASS)).isEmpty();
  }

  @Test
  void a_unit_converts_within_its_quantity_only() {
    assertThatThrownBy(() -> Unit.KG.convert(BigDecimal.ONE, Unit.S))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void there_and_back_is_where_it_began() {
    Random random = new Random(20261121);
    List<Unit> all = List.of(Unit.values());
    for (int i = 0; i < 2000; i++) {
      Unit from = all.get(random.nextInt(all.size()));
      Unit to = Unit.ofSymbol(pick(from.quantity(), random), from.quantity()).orElseThrow();
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3);

      BigDecimal back = to.convert(from.convert(amount, to), from);

      assertThat(back.doubleValue())
          .as("%s %s over %s", amount, from, to)
          .isCloseTo(amount.doubleValue(), within(1e-9));
    }
  }

  @Test
  void symbols_are_unique_within_a_quantity() {
    Set<String> seen = new HashSet<>();
    for (Unit unit : Unit.values()) {
      assertThat(seen.add(unit.quantity() + " " + unit.symbol())).as("%s", unit).isTrue();
    }
  }

  private static String pick(Quantity quantity, Random random) {
    return quantity.symbols().get(random.nextInt(quantity.symbols().size()));
  }
}
