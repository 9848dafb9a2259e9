// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import org.junit.jupiter.api.Test;

class EarlyProfileTest {

  private final WaysideJson json = new WaysideJson(new Topics("demo", "gw-1"), "0.1.0");
  private final EarlyProfile early = new EarlyProfile(json);

  @Test
  void saysTheSameWhetherPreparedOrNot() {
    for (int i = 1; i <= 4; i++) {
      JournalRecord record = Records.record("weighing.lane-1", i);
      if (i % 2 == 0) {
        early.prepare(record);
      }
      if (i == 4) {
        early.forget();
      }
      assertThat(early.record(record).topic()).isEqualTo(json.record(record).topic());
      assertThat(early.record(record).payload()).isEqualTo(json.record(record).payload());
    }
    assertThat(early.contentType()).isEqualTo(json.contentType());
    assertThat(early.will().payload()).isEqualTo(json.will().payload());
    assertThat(early.batchForm()).isEqualTo(json.batchForm());
  }

  @Test
  void whatWasPreparedIsHandedOverOnce() {
    JournalRecord record = Records.record("weighing.lane-1", 1);
    early.prepare(record);
    byte[] first = early.record(record).payload();
    assertThat(early.record(record).payload()).isNotSameAs(first).isEqualTo(first);
  }
}
