// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlazaCodecTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  private final PlazaCodec codec = new PlazaCodec(KEY);

  /** Sealed by openssl: printf '%s' TEXT | openssl dgst -sha256 -hmac KEY, the first 32 digits. */
  @Test
  void aGoldenLineIsSealedAsOpensslSealsIt() {
    assertThat(codec.encode(claim()))
        .isEqualTo(
            "wayside-plaza/1 phu-my lane-2 1700000000000 7 claimed 3034000000000000000000a1 96 812"
                + " 1 0 d467f4e1cce6d0f446852266fe480c84");
  }

  private static PlazaMessage claim() {
    return new PlazaMessage(
        "phu-my", "lane-2", 1_700_000_000_000L, 7, Kind.CLAIMED, Optional.of(TAG), 0.812, true, 0);
  }

  @Test
  void everyKindReadsBackAsItWasSaid() throws GarbledData {
    for (Kind kind : Kind.values()) {
      for (TagNumber tag :
          new TagNumber[] {TAG, new TagNumber("", 0), new TagNumber("ff".repeat(62), 496)}) {
        PlazaMessage message =
            new PlazaMessage(
                "s",
                "l.1",
                0,
                Long.MAX_VALUE,
                kind,
                kind == Kind.ALIVE ? Optional.empty() : Optional.of(tag),
                0.5,
                kind == Kind.HEARD,
                kind == Kind.SETTLED ? 179_999 : 0);
        String line = codec.encode(message);
        assertThat(line.length()).isLessThan(PlazaCodec.LONGEST);
        assertThat(codec.decode(line)).isEqualTo(message);
      }
    }
  }

  @Test
  void anotherKeyIsNotBelieved() {
    String line =
        new PlazaCodec("another key of 16 bytes".getBytes(StandardCharsets.US_ASCII))
            .encode(claim());

    assertThatThrownBy(() -> codec.decode(line))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("key");
  }

  @Test
  void aShortKeyIsRefusedWithItsRemedy() {
    assertThatThrownBy(() -> new PlazaCodec(new byte[15])).hasMessageContaining("at least 16");
  }

  /** Whatever is changed, cut or thrown at it: nothing escapes, and nothing false is believed. */
  @Test
  void noChangedLineIsBelievedAndNothingEscapes() {
    String line = codec.encode(claim());
    Random random = new Random(7);
    int garbled = 0;
    for (int i = 0; i < 50_000; i++) {
      String changed = change(line, random);
      try {
        assertThat(changed.equalsIgnoreCase(line)).isTrue();
        assertThat(codec.decode(changed)).isEqualTo(claim());
      } catch (GarbledData expected) {
        garbled++;
      } catch (AssertionError differs) {
        assertThatThrownBy(() -> codec.decode(changed)).isInstanceOf(GarbledData.class);
        garbled++;
      }
    }
    assertThat(garbled).isGreaterThan(45_000);
  }

  /** Lines with a true seal and nonsense in them, as a colleague's other version may send. */
  @Test
  void sealedNonsenseIsGarbledToo() {
    Random random = new Random(8);
    PlazaForge forge = new PlazaForge(KEY);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String said =
          change("wayside-plaza/1 s l 1 1 heard 3034000000000000000000a1 96 500 1 0", random);
      try {
        codec.decode(forge.seal(said));
        read++;
      } catch (GarbledData expected) {
        assertThat(expected).hasMessageNotContaining("not sealed");
      }
    }
    assertThat(read).isPositive();
  }

  private static String change(String line, Random random) {
    StringBuilder changed = new StringBuilder(line);
    for (int n = 1 + random.nextInt(3); n > 0 && changed.length() > 0; n--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.setCharAt(at, (char) (32 + random.nextInt(96)));
        case 1 -> changed.deleteCharAt(at);
        case 2 -> changed.setLength(at);
        default -> changed.insert(at, (char) random.nextInt(300));
      }
    }
    return changed.toString();
  }
}
