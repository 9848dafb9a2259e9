// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Properties over frames of every length from nothing to sixty bytes. */
class FrameDamageTest {

  private static void forManyFrames(BiConsumer<byte[], SplittableRandom> property) {
    Random random = new Random(8);
    for (int i = 0; i < 3000; i++) {
      byte[] frame = new byte[random.nextInt(61)];
      random.nextBytes(frame);
      property.accept(frame, new SplittableRandom(i));
    }
  }

  @Test
  void whatIsLeftAfterDroppingIsThereInTheSameOrder() {
    forManyFrames(
        (frame, random) -> {
          byte[] kept = FrameDamage.dropped(frame, 5, random);
          assertThat(kept).hasSize(Math.max(0, frame.length - 5));
          assertThat(isSubsequence(kept, frame)).isTrue();
        });
  }

  private static boolean isSubsequence(byte[] part, byte[] whole) {
    int found = 0;
    for (byte b : whole) {
      if (found < part.length && part[found] == b) {
        found++;
      }
    }
    return found == part.length;
  }

  @Test
  void exactlySoManyBitsDifferAfterCorruptingAndTheOriginalIsLeftAlone() {
    forManyFrames(
        (frame, random) -> {
          byte[] before = frame.clone();
          byte[] corrupted = FrameDamage.corrupted(frame, 7, random);
          BitSet difference = BitSet.valueOf(frame);
          difference.xor(BitSet.valueOf(corrupted));
          assertThat(difference.cardinality()).isEqualTo(Math.min(7, frame.length * 8));
          assertThat(frame).isEqualTo(before);
        });
  }

  @Test
  void piecesJoinToTheFrameAndThereAreAtLeastTwo() {
    forManyFrames(
        (frame, random) -> {
          List<byte[]> pieces = FrameDamage.split(frame, 100, random);
          assertThat(FrameDamage.joined(pieces.toArray(byte[][]::new))).isEqualTo(frame);
          assertThat(pieces).allMatch(piece -> piece.length > 0);
          assertThat(pieces.size()).isGreaterThanOrEqualTo(Math.min(2, frame.length));
        });
  }

  @Test
  void garbageIsSoLongAndDiffersFromTimeToTime() {
    byte[] frame = {1, 2, 3};
    byte[] one = FrameDamage.garbageThen(frame, 16, new SplittableRandom(1));
    byte[] other = FrameDamage.garbageThen(frame, 16, new SplittableRandom(2));
    assertThat(one).hasSize(19).endsWith(frame).isNotEqualTo(other);
  }
}
