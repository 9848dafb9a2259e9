// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Encoder;
import io.wayside.driver.llrp.codec.RandomMessages;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a reader sends, at whatever time: nothing escapes, and the next connection works. */
class FuzzTest {

  @Test
  void anyMessageAtAnyTimeIsSurvived() {
    Random random = new Random(11);
    RandomMessages messages = new RandomMessages(12);
    ScriptedReader reader = ScriptedReader.usual();
    for (int round = 0; round < 300; round++) {
      reader.now += 1_000_000_000L;
      reader.session.opened(reader.now);
      if (random.nextInt(4) != 0) {
        reader.welcome(0);
      }
      for (int i = random.nextInt(60); i > 0 && !reader.session.isOver(); i--) {
        byte[] bytes = Encoder.encode(messages.next());
        if (random.nextInt(3) == 0) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        reader.bytes(bytes);
        reader.pass(random.nextInt(20));
        assertThat(reader.health().message()).isNotEmpty();
      }
      reader.session.down("over", reader.now);
    }
    reader.now += 120_000 * ScriptedReader.MS;
    reader.asked.clear();
    reader.ready();
    reader.report(reader.tag(1));
    assertThat(reader.heard.epcs()).endsWith("340000000000000000000001");
  }
}
