// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.RandomMessages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every message the tables can make goes through text unharmed. */
class JsonRoundTripTest {

  @Test
  void anyMessageComesBackAsItWas() throws GarbledData {
    RandomMessages messages = new RandomMessages(23);
    for (int i = 0; i < 5_000; i++) {
      Message message = messages.next();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      MessageToJson.print(message, new PrintStream(out, true, StandardCharsets.UTF_8));
      String line = out.toString(StandardCharsets.UTF_8);
      assertThat(MessageFromJson.read(Node.read("line", line))).isEqualTo(message);
    }
  }
}
