// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanFormatTest {

  private static byte[] put(String format, long raw) {
    ScanFormat parsed = ScanFormat.parse(format);
    byte[] word = new byte[parsed.bytes()];
    parsed.put(raw, word, 0);
    return word;
  }

  @Test
  void putsTheNumberWhereTheFormatSays() {
    assertThat(put("le:S24/32>>8", 0x123456)).containsExactly(0x00, 0x56, 0x34, 0x12);
    assertThat(put("le:S24/32>>8", -2)).containsExactly(0x00, 0xFE, 0xFF, 0xFF);
    assertThat(put("be:U24/32>>0", 0x123456)).containsExactly(0x00, 0x12, 0x34, 0x56);
    assertThat(put("be:S16/16>>0", -2)).containsExactly(0xFF, 0xFE);
    assertThat(put("le:S12/16>>0", -2)).containsExactly(0xFE, 0xFF);
    assertThat(put("le:s64/64>>0", 0x0102030405060708L)).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void whatLiesBesideTheNumberIsRubbishUnlessFullyDefined() {
    assertThat(put("le:s24/32>>8", 0x123456)).containsExactly(0xA5, 0x56, 0x34, 0x12);
    assertThat(put("be:u12/16>>4", 0)).containsExactly(0x00, 0x05);
  }

  @Test
  void everyNumberReadsBack() {
    Random random = new Random(24);
    for (int i = 0; i < 20_000; i++) {
      int stored = List.of(8, 16, 32, 64).get(random.nextInt(4));
      int bits = 1 + random.nextInt(stored);
      int shift = random.nextInt(stored - bits + 1);
      boolean big = random.nextBoolean();
      String format =
          (big ? "be:" : "le:")
              + "suSU".charAt(random.nextInt(4))
              + "%d/%d>>%d".formatted(bits, stored, shift);
      BigInteger number = new BigInteger(bits, random);
      byte[] word = put(format, number.longValue());
      assertThat(readBack(word, big, bits, shift)).as(format).isEqualTo(number);
    }
  }

  private static BigInteger readBack(byte[] word, boolean big, int bits, int shift) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < word.length; i++) {
      int b = word[big ? i : word.length - 1 - i] & 0xFF;
      value = value.shiftLeft(8).or(BigInteger.valueOf(b));
    }
    return value.shiftRight(shift).mod(BigInteger.ONE.shiftLeft(bits));
  }

  @Test
  void isWrittenAsKernelAndLibraryDo() {
    assertThat(ScanFormat.parse("be:u24/32>>8").inTypeFile()).isEqualTo("be:u24/32>>8");
    assertThat(ScanFormat.parse("be:u24/32>>8").inContext()).isEqualTo("be:u24/32>>8");
    assertThat(ScanFormat.parse("le:s64/64>>0").inTypeFile()).isEqualTo("le:s64/64>>0");
    assertThat(ScanFormat.parse("le:s64/64>>0").inContext()).isEqualTo("le:S64/64>>0");
  }

  @Test
  void refusesWhatIsNoFormat() {
    for (String wrong : List.of("", "le:x8/8>>0", "le:s24/24>>0", "le:s16/8>>0", "le:s8/16>>9")) {
      assertThatThrownBy(() -> ScanFormat.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aScanIsFilledUpAsTheKernelDoes() {
    List<IioChannel> channels =
        List.of(
            IioChannel.scanned("voltage0", 0, "le:S16/16>>0"),
            IioChannel.scanned("voltage1", 1, "le:S24/32>>0"),
            IioChannel.scanned("voltage2", 2, "le:S8/8>>0"),
            IioChannel.timestamp(3));
    long[] raw = {1, 2, 3, 4};
    ChannelMask none = ChannelMask.none(4);
    assertThat(new ScanLayout(channels, none.with(0).with(1).with(2)).encode(List.of(raw)))
        .containsExactly(1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0);
    assertThat(new ScanLayout(channels, none.with(0).with(3)).encode(List.of(raw)))
        .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new ScanLayout(channels, none.with(2)).bytes()).isOne();
    assertThat(new ScanLayout(channels, none).bytes()).isZero();
  }

  @Test
  void aMaskHasEightDigitsForEachThirtyTwoChannels() {
    assertThat(ChannelMask.parse("0000001f", 5).orElseThrow().text()).isEqualTo("0000001f");
    assertThat(ChannelMask.parse("1f", 5)).isEmpty();
    assertThat(ChannelMask.parse("0000000g", 5)).isEmpty();
    ChannelMask wide = ChannelMask.parse("0000000100000002", 40).orElseThrow();
    assertThat(wide.has(32)).isTrue();
    assertThat(wide.has(1)).isTrue();
    assertThat(wide.has(0)).isFalse();
  }
}
