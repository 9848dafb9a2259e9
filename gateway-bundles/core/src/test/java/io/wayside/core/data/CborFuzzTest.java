// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the decoder accepts canonical bytes or says {@link GarbledData}. */
@Timeout(60)
class CborFuzzTest {

  private static final int ROUNDS = 200_000;

  private final Random random = new Random(1);
  private int accepted;

  @Test
  void randomBytesAreCanonicalOrRefused() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      decodeOrRefuse(bytes);
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void mutatedBytesAreCanonicalOrRefused() {
    RandomTrees trees = new RandomTrees(2);
    for (int i = 0; i < ROUNDS / 10; i++) {
      byte[] bytes = Cbor.encode(trees.next());
      for (int j = 0; j < 10; j++) {
        decodeOrRefuse(mutated(bytes));
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void everyTruncationIsRefused() {
    RandomTrees trees = new RandomTrees(3);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Cbor.encode(trees.next());
      for (int length = 0; length < bytes.length; length += 1 + length / 50) {
        byte[] beginning = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> Cbor.decode(beginning)).isInstanceOf(GarbledData.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9b7fffffffffffffff", "bb7fffffffffffffff", "7b7fffffffffffffff", "9a7fffffff",
        "ba7fffffff", "7a7fffffff", "9affffffff00", "819a7fffffff"
      })
  void anAnnouncedLengthCostsNothing(String hex) {
    assertThatThrownBy(() -> Cbor.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("bytes are left");
  }

  @Test
  void nestingIsBounded() throws GarbledData {
    assertThat(Cbor.decode(nestedLists(64))).isEqualTo(tree(64));
    assertThat(Cbor.encode(tree(64))).isEqualTo(nestedLists(64));

    assertThatThrownBy(() -> Cbor.decode(nestedLists(65)))
        .isInstanceOf(GarbledData.class)
        .hasMessage("CBOR byte 64: expected lists and fields nested at most 64 deep");
    assertThatThrownBy(() -> Cbor.decode(nestedLists(1_000_000))).isInstanceOf(GarbledData.class);
    assertThatThrownBy(() -> Cbor.encode(tree(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
  }

  /** Lists around an empty list, {@code depth} in all. */
  static Value tree(int depth) {
    Value tree = new Value.Many(java.util.List.of());
    for (int i = 1; i < depth; i++) {
      tree = new Value.Many(java.util.List.of(tree));
    }
    return tree;
  }

  private static byte[] nestedLists(int depth) {
    byte[] bytes = new byte[depth];
    Arrays.fill(bytes, (byte) 0x81);
    bytes[depth - 1] = (byte) 0x80;
    return bytes;
  }

  private void decodeOrRefuse(byte[] bytes) {
    try {
      Value value = Cbor.decode(bytes);
      accepted++;
      if (!Arrays.equals(Cbor.encode(value), bytes)) {
        throw new AssertionError("accepted but not canonical: " + HexFormat.of().formatHex(bytes));
      }
    } catch (GarbledData refused) {
      assertThat(refused.getMessage()).matches("(?s)CBOR byte \\d+: expected .+");
    }
  }

  private byte[] mutated(byte[] original) {
    byte[] bytes = original.clone();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = bytes[random.nextInt(bytes.length)];
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, bytes.length + random.nextInt(5) - 2));
      }
    }
    return bytes;
  }
}
