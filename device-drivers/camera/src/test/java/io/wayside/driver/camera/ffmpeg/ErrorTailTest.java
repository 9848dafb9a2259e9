// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorTailTest {

  private static String tail(InputStream in, String secret) {
    ErrorTail tail = new ErrorTail(in, secret);
    tail.run();
    return tail.text();
  }

  private static String tail(String said, String secret) {
    return tail(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), secret);
  }

  @Test
  void theLastLinesAreKeptAndRepeatedOnesOnce() {
    assertThat(tail("a\nb\n\nb\r\nc", "")).isEqualTo("a | b | c");
    assertThat(tail("1\n2\n3\n4\n5\n6\n7\n8\n", "")).isEqualTo("3 | 4 | 5 | 6 | 7 | 8");
    assertThat(tail("", "")).isEmpty();
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThat(tail("rtsp://admin:s%3Acret@cam/live: 401\n", "s%3Acret"))
        .isEqualTo("rtsp://admin:***@cam/live: 401");
    assertThat(tail("x".repeat(195) + "s3cret-s3cret", "s3cret-s3cret")).doesNotContain("s3cr");
  }

  @Test
  void aFloodIsDrainedAndOnlyItsEndIsKept() {
    byte[] flood = new byte[20_000_000];
    new Random(1).nextBytes(flood);

    assertThat(tail(new ByteArrayInputStream(flood), "")).hasSizeLessThan(2_000);
    assertThat(tail(new ByteArrayInputStream(new byte[5_000_000]), "")).hasSizeLessThan(2_000);
  }
}
