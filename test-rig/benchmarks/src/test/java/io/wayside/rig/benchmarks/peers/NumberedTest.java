// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberedTest {

  private static int in(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numbered.in(bytes, 0, bytes.length);
  }

  @Test
  void aPayloadHasTheUsualSizeAndIsJsonWithItsNumber() throws Exception {
    for (int number : new int[] {0, 7, 59_999}) {
      byte[] payload = Numbered.payload(number);
      assertThat(payload).hasSize(SampleRecords.BYTES);
      Value.Fields fields =
          (Value.Fields) Json.read(new String(payload, StandardCharsets.UTF_8)).root();
      assertThat(fields.get("number")).isEqualTo(new Value.Whole(Numbered.BASE + number));
      assertThat(Numbered.in(payload, 0, payload.length)).isEqualTo(number);
    }
  }

  @Test
  void theNumberOfASampleRecordIsFoundInItsJson() {
    String json =
        Json.write(SampleRecords.draft("weighing.lane-1", 41, SampleRecords.FIRST_DAY).body());
    assertThat(in("{\"v\":1,\"sequence\":9,\"body\":" + json + "}")).isEqualTo(41);
  }

  @Test
  void whatCarriesNoNumberOfOursIsNone() {
    assertThat(in("{}")).isEqualTo(Numbered.NONE);
    assertThat(in("{\"number\":12}")).isEqualTo(Numbered.NONE);
    assertThat(in("{\"number\":99999999999999999999999}")).isEqualTo(Numbered.NONE);
    assertThat(in("{\"number\":\"1000000001\"}")).isEqualTo(Numbered.NONE);
    assertThat(in("\"number\"")).isEqualTo(Numbered.NONE);
  }

  @Test
  void anyBytesAreReadWithoutAnException() {
    Random random = new Random(3);
    byte[] payload = Numbered.payload(5);
    for (int run = 0; run < 2000; run++) {
      byte[] bytes = payload.clone();
      for (int i = 0; i < 4; i++) {
        bytes[random.nextInt(40)] = (byte) random.nextInt(256);
      }
      int to = random.nextInt(bytes.length + 1);
      assertThat(Numbered.in(bytes, 0, to)).isGreaterThanOrEqualTo(Numbered.NONE);
    }
  }
}
