// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.tolling.plaza.PlazaCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoormanTest {

  private static final long S = 1_000_000_000L;

  private final PlazaCodec codec = new PlazaCodec(Lanes.KEY.getBytes(StandardCharsets.UTF_8));
  private final Doorman doorman = new Doorman(codec, Lanes.STATION, List.of("one", "two"));

  DoormanTest() {
    doorman.opened(0);
  }

  private byte[] sealed(String lane, long sequence) {
    return doorman.seal(Lanes.claim(lane, sequence));
  }

  private Health at(long now) {
    return doorman.health("plaza-1", 0, now);
  }

  @Test
  void whatItSealsItLetsInAgain() {
    assertThat(doorman.admit(sealed("one", 1), 1)).contains(Lanes.claim("one", 1));
    assertThat(doorman.heard()).isEqualTo(1);
  }

  @Test
  void aLaneThatIsSilentForFiveSecondsIsNamed() {
    assertThat(at(5 * S).code()).isEqualTo("ok");
    doorman.admit(sealed("one", 1), 2 * S);
    assertThat(at(6 * S).code()).isEqualTo("lane-silent");
    assertThat(at(6 * S).message()).contains("heard of two;", "unarbitrated");
    assertThat(at(8 * S).message()).contains("one, two");
    doorman.admit(sealed("one", 2), 8 * S);
    doorman.admit(sealed("two", 1), 8 * S);
    assertThat(at(9 * S).code()).isEqualTo("ok");
  }

  @Test
  void aWrongKeyIsToldForAMinute() {
    byte[] stranger =
        new PlazaCodec("another key of 16 bytes".getBytes(StandardCharsets.US_ASCII))
            .encode(Lanes.claim("two", 1))
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(doorman.admit(stranger, S)).isEmpty();
    assertThat(at(2 * S).code()).isEqualTo("wrong-key");
    assertThat(at(2 * S).message()).contains("plaza-1", "compare the key files");
    keepAlive(61 * S);
    assertThat(at(61 * S).code()).isEqualTo("ok");
  }

  @Test
  void aLaneThatTheSiteDoesNotNameIsToldForAMinute() {
    assertThat(doorman.admit(sealed("three", 1), S)).isEmpty();
    assertThat(at(2 * S).code()).isEqualTo("unknown-lane");
    keepAlive(62 * S);
    assertThat(at(62 * S).code()).isEqualTo("ok");
  }

  @Test
  void noiseIsCountedAndNoTrouble() {
    doorman.admit("noise".getBytes(StandardCharsets.US_ASCII), S);
    assertThat(at(2 * S).code()).isEqualTo("ok");
    assertThat(doorman.refused()).hasSize(1);
  }

  private void keepAlive(long now) {
    doorman.admit(sealed("one", now), now);
    doorman.admit(sealed("two", now), now);
  }
}
