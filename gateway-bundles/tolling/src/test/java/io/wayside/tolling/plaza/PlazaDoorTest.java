// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.plaza.PlazaDoor.Refusal;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlazaDoorTest {

  private static final byte[] KEY = "a key of the station".getBytes(StandardCharsets.US_ASCII);
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  private final PlazaCodec codec = new PlazaCodec(KEY);
  private final PlazaDoor door = new PlazaDoor(codec, "phu-my", List.of("one", "two"));

  private static PlazaMessage message(String station, String lane, long boot, long sequence) {
    return new PlazaMessage(
        station, lane, boot, sequence, Kind.CLAIMED, Optional.of(TAG), 0.8, true, 0);
  }

  private byte[] bytes(PlazaMessage message) {
    return codec.encode(message).getBytes(StandardCharsets.US_ASCII);
  }

  private void refuses(Refusal why, byte[] datagram) {
    long before = door.refused().getOrDefault(why, 0L);
    assertThat(door.admit(datagram)).isEmpty();
    assertThat(door.refused().get(why)).isEqualTo(before + 1);
  }

  @Test
  void aSealedMessageOfAKnownLaneIsLetInOnce() {
    PlazaMessage message = message("phu-my", "two", 7, 1);
    assertThat(door.admit(bytes(message))).contains(message);
    assertThat(door.admitted()).isEqualTo(1);
    refuses(Refusal.REPEATED, bytes(message));
    assertThat(door.admitted()).isEqualTo(1);
  }

  @Test
  void whatWasOvertakenOnItsWayIsLetIn() {
    assertThat(door.admit(bytes(message("phu-my", "two", 7, 2)))).isPresent();
    assertThat(door.admit(bytes(message("phu-my", "two", 7, 1)))).isPresent();
  }

  @Test
  void anEarlierRunOfALaneIsNotHeardAgain() {
    assertThat(door.admit(bytes(message("phu-my", "two", 7, 9)))).isPresent();
    assertThat(door.admit(bytes(message("phu-my", "two", 8, 1)))).isPresent();
    refuses(Refusal.REPEATED, bytes(message("phu-my", "two", 7, 10)));
  }

  @Test
  void everyReasonIsCountedByItself() {
    refuses(Refusal.OVERSIZED, new byte[PlazaCodec.LONGEST + 1]);
    refuses(Refusal.MALFORMED, "hello".getBytes(StandardCharsets.US_ASCII));
    refuses(Refusal.MALFORMED, new byte[0]);
    refuses(Refusal.OTHER_STATION, bytes(message("ben-luc", "two", 7, 1)));
    refuses(Refusal.UNKNOWN_LANE, bytes(message("phu-my", "three", 7, 1)));
    byte[] strange =
        new PlazaCodec("another key of 16 bytes".getBytes(StandardCharsets.US_ASCII))
            .encode(message("phu-my", "two", 7, 1))
            .getBytes(StandardCharsets.US_ASCII);
    refuses(Refusal.UNSEALED, strange);
    String nonsense = new PlazaForge(KEY).seal("wayside-plaza/2 phu-my two 7 1 claimed - 0 0 0 0");
    refuses(Refusal.MALFORMED, nonsense.getBytes(StandardCharsets.US_ASCII));
    assertThat(door.admitted()).isZero();
  }

  /** Cut, changed, doubled or arbitrary: nothing escapes and nothing false is let in. */
  @Test
  void whateverComesItLetsInOnlyWhatWasSaid() {
    Random random = new Random(3);
    byte[] good = bytes(message("phu-my", "two", 7, 1));
    for (int i = 0; i < 100_000; i++) {
      byte[] datagram = spoiled(good, random);
      if (!Arrays.equals(datagram, good)) {
        door.admit(datagram)
            .ifPresent(let -> assertThat(let).isEqualTo(message("phu-my", "two", 7, 1)));
      }
    }
    Map<Refusal, Long> refused = door.refused();
    assertThat(refused.keySet()).contains(Refusal.OVERSIZED, Refusal.MALFORMED, Refusal.UNSEALED);
    assertThat(door.admitted()).isLessThanOrEqualTo(1);
  }

  private static byte[] spoiled(byte[] good, Random random) {
    byte[] datagram = good.clone();
    switch (random.nextInt(4)) {
      case 0 -> datagram = Arrays.copyOf(good, random.nextInt(700));
      case 1 -> {
        datagram = new byte[random.nextInt(600)];
        random.nextBytes(datagram);
      }
      default -> {
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
          datagram[random.nextInt(datagram.length)] = (byte) random.nextInt(256);
        }
      }
    }
    return datagram;
  }
}
