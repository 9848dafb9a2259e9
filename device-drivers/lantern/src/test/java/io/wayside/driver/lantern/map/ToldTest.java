// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.driver.lantern.Bench;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Registers as documents of devices have them, against what is told of them. */
class ToldTest {

  /** All rows of a map from one image of a table. */
  private static AidReport read(LanternMap map, Table table, int... image) {
    Told told = new Told();
    for (Stretch stretch : Stretch.of(map.rows())) {
      int[] cells = new int[stretch.count()];
      for (int i = 0; i < cells.length && stretch.table() == table; i++) {
        cells[i] = image[stretch.from() + i];
      }
      if (stretch.table() == table) {
        stretch.rows().forEach(row -> told.take(row, stretch.cellsOf(row, cells)));
      }
    }
    return told.report(5, "lantern:lamp-1");
  }

  @Test
  void theVendorsOwnFrameIsElevenAndAHalfVolt() {
    LanternMap map = Bench.map("amec-aton");
    assertThat(Stretch.of(map.rows()))
        .singleElement()
        .satisfies(
            stretch -> {
              assertThat(stretch.from()).isEqualTo(1); // 01 03 00 01 00 04
              assertThat(stretch.count()).isEqualTo(4);
            });

    AidReport report = read(map, Table.HOLDING_REGISTERS, 0, 0x2CE4, 0, 0, 0);

    assertThat(report.quantities()).containsOnlyKeys(AidQuantity.SUPPLY_V);
    assertThat(report.quantities().get(AidQuantity.SUPPLY_V)).isEqualTo(11.492);
    assertThat(report.tells()).containsExactly(AidSign.RADIO_FAULT);
    assertThat(report.signs()).isEmpty();
    assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(report.aid()).isEqualTo("lantern:lamp-1");
    assertThat(report.monotonicNanos()).isEqualTo(5);
  }

  @Test
  void anyOfSeveralRowsTellsASign() {
    LanternMap map = Bench.map("amec-aton");
    for (int faulty = 2; faulty <= 4; faulty++) {
      int[] image = new int[5];
      image[faulty] = 1;
      assertThat(read(map, Table.HOLDING_REGISTERS, image).signs())
          .containsExactly(AidSign.RADIO_FAULT);
    }
  }

  @Test
  void longNumbersSignsOffsetsAndBitsAreReadAsTheExampleSays() {
    AidReport report =
        read(
            Bench.map("example-power-controller"),
            Table.INPUT_REGISTERS,
            1_263, // 12.63 V
            1_801,
            0xFFFF - 249, // -250 mA, low word first
            0xFFFF,
            70_500 - 65_536,
            1,
            655, // 25.5 degrees above -40
            0b0011_0001);

    assertThat(report.quantities().get(AidQuantity.SUPPLY_V)).isEqualTo(12.63);
    assertThat(report.quantities().get(AidQuantity.SOLAR_V)).isEqualTo(18.01);
    assertThat(report.quantities().get(AidQuantity.CHARGE_A)).isEqualTo(-0.25);
    assertThat(report.quantities().get(AidQuantity.LOAD_A)).isEqualTo(70.5);
    assertThat(report.quantities().get(AidQuantity.LAMP_CEL)).isEqualTo(25.5);
    assertThat(report.signs())
        .containsExactlyInAnyOrder(AidSign.BATTERY_LOW, AidSign.SUPPLY_FAILED);
    assertThat(report.tells())
        .contains(AidSign.BATTERY_FLAT)
        .doesNotContain(AidSign.DOOR_OPEN, AidSign.HOT);
  }

  @Test
  void whatIsNotConnectedIsNotToldAsZero() {
    AidReport report =
        read(
            Bench.map("example-power-controller"),
            Table.INPUT_REGISTERS,
            0,
            0,
            0,
            0,
            0,
            0,
            0xFFFF,
            0);

    assertThat(report.quantities())
        .doesNotContainKeys(AidQuantity.SUPPLY_V, AidQuantity.LAMP_CEL)
        .containsEntry(AidQuantity.SOLAR_V, 0.0);
  }

  @Test
  void wordsAreToldByTheirCodes() {
    int[] image = new int[15];
    image[0] = 2;
    image[1] = 2;
    image[2] = 1_200;
    image[4] = 0x10000 - 55;
    image[7] = 0x8002;
    image[8] = 0b1010_0101;
    image[11] = 2;
    image[12] = 75;
    AidReport report = read(Bench.map("example-lantern"), Table.HOLDING_REGISTERS, image);

    assertThat(report.light()).isEqualTo(LightStatus.FAILED);
    assertThat(report.mode()).isEqualTo(LanternMode.FORCED_OFF);
    assertThat(report.alarm()).contains(true);
    assertThat(report.rhythm()).contains("Fl(2) 6s");
    assertThat(report.inputs()).hasValue(0b1010_0101);
    assertThat(report.signs()).containsExactly(AidSign.SYNC_LOST);
    assertThat(report.quantities())
        .containsEntry(AidQuantity.LAMP_CEL, -5.5)
        .containsEntry(AidQuantity.INTENSITY, 0.75);
  }

  @Test
  void aNumberWithoutAWordTellsNothingAndARhythmWithoutANameIsItsNumber() {
    int[] image = new int[15];
    image[0] = 9;
    image[1] = 7;
    image[11] = 99;
    AidReport report = read(Bench.map("example-lantern"), Table.HOLDING_REGISTERS, image);

    assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(report.mode()).isEqualTo(LanternMode.NOT_TOLD);
    assertThat(report.rhythm()).contains("99");
  }

  @Test
  void anyRegistersMakeAReportThatTellsOnlyWhatItKnows() {
    Random random = new Random(11);
    for (String name : List.of("amec-aton", "example-lantern", "example-power-controller")) {
      LanternMap map = Bench.map(name);
      for (int i = 0; i < 2_000; i++) {
        int[] image = random.ints(16, 0, 65_536).toArray();
        for (Table table : Table.values()) {
          AidReport report = read(map, table, image);
          assertThat(report.tells()).containsAll(report.signs());
          assertThat(report.quantities().values()).allMatch(Double::isFinite);
        }
      }
    }
  }

  @Test
  void whatCouldNotBeReadAnyMoreIsForgotten() {
    LanternMap map = Bench.map("amec-aton");
    Told told = new Told();
    map.rows().forEach(row -> told.take(row, 1));
    told.forget(map.rows().get(0));

    assertThat(told.report(1, "a").quantities()).isEmpty();
    assertThat(told.report(1, "a").signs()).containsExactly(AidSign.RADIO_FAULT);
    assertThat(told.meaning(map.rows().get(0))).isEmpty();
    assertThat(told.meaning(map.rows().get(1))).contains("yes");
    told.forgetAll();
    assertThat(told.report(1, "a").tells()).isEmpty();
  }

  @Test
  void rowsNearEachOtherShareARequestAndPartWhenItIsRefused() {
    List<Stretch> stretches = Stretch.of(Bench.map("example-power-controller").rows());

    assertThat(stretches).extracting(Stretch::table).contains(Table.DISCRETE_INPUTS);
    assertThat(stretches)
        .filteredOn(stretch -> stretch.table() == Table.INPUT_REGISTERS)
        .extracting(Stretch::everyNanos)
        .as("a row that is read less often is read apart")
        .containsExactlyInAnyOrder(10_000_000_000L, 60_000_000_000L);
    assertThat(stretches.stream().flatMap(s -> s.rows().stream()))
        .containsExactlyInAnyOrderElementsOf(Bench.map("example-power-controller").rows());
    for (Stretch stretch : stretches) {
      assertThat(stretch.parted())
          .allMatch(part -> part.rows().size() == 1 && part.count() <= 2)
          .flatExtracting(Stretch::rows)
          .containsExactlyInAnyOrderElementsOf(stretch.rows());
    }
  }
}
