// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.passage.Vehicles;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TxnIdTest {

  private static JournalRecord record(String station, String lane, String day, long number) {
    return new JournalRecord(
        new RecordId("gate-7", "toll.lane-2", number),
        new RecordKind("toll-passage", 1),
        Importance.MONEY,
        new Vehicles.Time().at(0),
        Vehicles.PROVENANCE,
        Value.Fields.with("station", station).and("lane", lane).and("day", day).build(),
        List.of(),
        "0".repeat(64),
        "1".repeat(64));
  }

  @Test
  void hasPlazaLaneDayAndNumber() {
    assertThat(TxnId.of(record("0017", "002", "2026-11-21", 4711)))
        .isEqualTo("0017002261121000004711");
  }

  @Test
  void isOfLettersAndDigitsAndOfOneLengthWhateverTheStationIsCalled() {
    for (String odd : List.of("", "7", "trạm-17", "ABCDEFGH", "1.2.3")) {
      assertThat(TxnId.of(record(odd, odd, "2026-11-21", 1))).matches("[0-9A-Za-z]{22}");
    }
    assertThat(TxnId.of(record("0017", "002", "", 1))).matches("[0-9A-Za-z]{16,22}");
  }

  @Test
  void isNotGivenTwiceInALane() {
    Random random = new Random(1);
    Set<String> ids = new HashSet<>();
    long number = 1;
    for (int i = 0; i < 50_000; i++) {
      number += 1 + random.nextInt(1_000);
      String day = "2026-" + (10 + i / 20_000) + "-" + (10 + i / 1_000 % 18);
      assertThat(ids.add(TxnId.of(record("0017", "002", day, number)))).isTrue();
    }
  }
}
