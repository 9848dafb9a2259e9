// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckerTest {

  private final RigTime time = new RigTime();
  private final Arrivals arrivals = new Arrivals();
  private final Checker checker = new Checker("tcp://127.0.0.1:1", "t", time, arrivals);

  private Message message() throws Exception {
    MemoryJournal journal = new MemoryJournal("g-1");
    journal.appendDurably(new Freight(3).next(time.now()));
    JournalRecord record = journal.outbox("centre").next(1).get(0);
    return new WaysideJson(new Topics("t", "g-1"), "rig").record(record);
  }

  private static String text(Message message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  @Test
  void findsNumberAndHashInWhatAGatewaySends() throws Exception {
    Message message = message();
    assertThat(message.payload().length).isBetween(500, 700);
    checker.take(message.topic(), text(message));
    checker.take(message.topic(), text(message));
    assertThat(arrivals.missing(Map.of(new Line("g-1", "weighing.lane-1"), 1L))).isEmpty();
    assertThat(arrivals.repeated()).isEqualTo(1);
    assertThat(arrivals.conflicting()).isZero();
    assertThat(checker.delays().size()).as("repeats tell nothing about delay").isEqualTo(1);
  }

  @Test
  void aRecordUnderAnothersTopicIsStrange() throws Exception {
    Message message = message();
    checker.take(message.topic().replace("g-1", "g-2"), text(message));
    checker.take(message.topic().replace("lane-1", "lane-2"), text(message));
    checker.take(message.topic() + "/more", text(message));
    assertThat(arrivals.strangers()).isEqualTo(3);
    assertThat(arrivals.distinct()).isZero();
  }

  @Test
  void nothingThatComesStopsIt() throws Exception {
    Message message = message();
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] mutant = message.payload().clone();
      for (int k = random.nextInt(9); k > 0; k--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(mutant.length + 1);
      String topic = random.nextBoolean() ? message.topic() : "a".repeat(random.nextInt(9));
      checker.take(topic, new String(mutant, 0, length, StandardCharsets.UTF_8));
    }
    assertThat(arrivals.strangers() + arrivals.distinct() + arrivals.repeated()).isEqualTo(3000);
  }
}
