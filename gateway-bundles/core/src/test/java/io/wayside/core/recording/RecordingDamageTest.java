// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happened to a file, what is whole is given and what is not is told. */
@Timeout(120)
class RecordingDamageTest {

  private final RecordingHead head = Recordings.head(Recordings.channel("a", Coding.INT16));
  private final RecordingEncoder encoder = new RecordingEncoder(head);
  private final byte[] first = encoder.block(Recordings.block(0, 1, 2, 3));
  private final byte[] second = encoder.block(Recordings.block(3, 4, 5, 6));
  private final byte[] third = encoder.block(Recordings.block(6, 7, 8, 9));
  private final byte[] file = Recordings.joined(encoder.head(), first, second, third);
  private final int secondAt = encoder.head().length + first.length;

  @Test
  void aTruncatedTailIsReportedWithItsPlaceWhereverTheCutIs() {
    for (int cut = secondAt + 1; cut < secondAt + second.length; cut++) {
      Played played = Played.binary(Arrays.copyOf(file, cut));

      assertThat(played.sequences()).containsExactly(0L);
      assertThat(played.damages).hasSize(1);
      assertThat(played.damages.get(0).atByte()).isEqualTo(secondAt);
      assertThat(played.damages.get(0).bytes()).isEqualTo(cut - secondAt);
      assertThat(played.damages.get(0).what()).contains("ends within");
    }
  }

  @Test
  void oneWrongBitCostsOneBlockAndIsReported() {
    for (int bit = 8 * secondAt; bit < 8 * (secondAt + second.length); bit++) {
      byte[] damaged = file.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));

      Played played = Played.binary(damaged);

      assertThat(played.sequences()).containsExactly(0L, 6L);
      assertThat(played.damages).hasSize(1);
      assertThat(played.damages.get(0).atByte()).isEqualTo(secondAt);
      assertThat(played.damages.get(0).bytes()).isEqualTo(second.length);
    }
  }

  @Test
  void lostBytesInsideABlockDoNotCostTheNext() {
    for (int lost = 1; lost < second.length; lost++) {
      byte[] shortened =
          Recordings.joined(
              Arrays.copyOf(file, secondAt), Arrays.copyOf(second, second.length - lost), third);

      assertThat(Played.binary(shortened).sequences()).containsExactly(0L, 6L);
    }
  }

  @Test
  void foreignBytesBetweenBlocksAreOneDamage() {
    byte[] foreign = new byte[200_000];
    new Random(3).nextBytes(foreign);

    Played played = Played.binary(Recordings.joined(encoder.head(), first, foreign, second, third));

    assertThat(played.sequences()).containsExactly(0L, 3L, 6L);
    assertThat(played.damages).hasSize(1);
    assertThat(played.damages.get(0).bytes()).isEqualTo(foreign.length);
  }

  @Test
  void withoutAHeadNothingIsReadAndARepeatedHeadHelps() {
    Played without = Played.binary(Recordings.joined(first, second));
    Played repeated = Played.binary(Recordings.joined(first, encoder.head(), second));
    Played twice = Played.binary(Recordings.joined(encoder.head(), first, file));

    assertThat(without.blocks).isEmpty();
    assertThat(without.damages).extracting(Damage::what).contains("the recording has no head");
    assertThat(repeated.sequences()).containsExactly(3L);
    assertThat(repeated.damages).hasSize(1);
    assertThat(twice.heads).hasSize(1);
  }

  @Test
  void aBlockIsNeverReadUnderAnotherRecordingsHead() {
    RecordingEncoder other =
        new RecordingEncoder(
            Recordings.head(new RecordedChannel("a", "mV", Coding.INT16, 2.0, 0.0)));
    byte[] foreign = other.block(Recordings.block(3, 4, 6));

    Played joined = Played.binary(Recordings.joined(file, other.head(), foreign));
    Played headLost = Played.binary(Recordings.joined(encoder.head(), foreign, second));

    assertThat(joined.heads).hasSize(2);
    assertThat(joined.blocks.get(3).samples()[0]).containsExactly(4, 6);
    assertThat(headLost.blocks).hasSize(1);
    assertThat(headLost.damages.get(0).what()).contains("another head");
  }

  @Test
  void anEmptyFileHasNoHead() {
    assertThat(Played.binary(new byte[0]).damages)
        .containsExactly(new Damage(0, 0, "the recording has no head"));
  }

  @Test
  void anyMutationGivesBlocksOrDamageAndNothingElse() {
    Random random = new Random(7);
    int survived = 0;
    byte[] again = encoder.head();
    byte[] file = Recordings.joined(again, first, again, second, again, third);
    for (int round = 0; round < 3_000; round++) {
      byte[] mutated = Fuzz.mutated(file, random);
      Played played = Played.binary(mutated, random, 50);
      survived += played.blocks.size();
      assertThat(played.damagedBytes()).isLessThanOrEqualTo(mutated.length);
    }
    assertThat(survived).isBetween(4_000, 8_900);
  }

  @Test
  void randomBytesAreDamage() {
    Random random = new Random(8);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      Played played = Played.binary(bytes, random, 700);
      assertThat(played.blocks).isEmpty();
      assertThat(played.damagedBytes()).isEqualTo(bytes.length);
    }
  }

  /** With right checks, so that what stands behind them is met. */
  @Test
  void wellFramedNonsenseIsDamage() {
    Random random = new Random(9);
    for (int round = 0; round < 20_000; round++) {
      byte[] content = Arrays.copyOfRange(first, Chunk.FRONT_BYTES, first.length - 4);
      byte[] nonsense = Chunk.of(Chunk.BLOCK, Fuzz.mutated(content, random));
      byte[] json = Arrays.copyOfRange(encoder.head(), 12, encoder.head().length - 4);
      byte[] noHead = Chunk.of(Chunk.HEAD, Fuzz.mutated(json, random));
      byte[] all = Recordings.joined(encoder.head(), nonsense, noHead, encoder.head(), third);

      Played played = Played.binary(all);

      assertThat(played.sequences()).endsWith(6L);
    }
  }

  @Test
  void anAnnouncedLengthIsNotBelieved() {
    byte[] huge = new byte[12];
    java.nio.ByteBuffer.wrap(huge)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(Chunk.BLOCK)
        .putInt(Integer.MAX_VALUE);
    int check = Chunk.crc(huge, 0, 8);
    java.nio.ByteBuffer.wrap(huge).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(8, check);

    Played played = Played.binary(Recordings.joined(encoder.head(), huge, third));

    assertThat(played.sequences()).containsExactly(6L);
    assertThat(played.damages.get(0).what()).contains("2147483647 bytes is too long");
  }
}
