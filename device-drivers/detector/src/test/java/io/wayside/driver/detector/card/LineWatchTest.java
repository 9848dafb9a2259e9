// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Gap;
import io.wayside.core.device.CardWord.Gap.Why;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.driver.detector.Bench;
import io.wayside.rig.simulators.card.TalkingCard;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LineWatchTest {

  private static final long S = 1_000_000_000L;

  private static LineWatch watch() throws Exception {
    return new LineWatch(LineProfile.from(Bench.profile("example-lines")), 0);
  }

  private static List<CardWord> said(LineWatch watch, byte[] bytes, long nanos) {
    return watch.received(bytes, bytes.length, nanos).stream()
        .filter(word -> !(word instanceof Heard))
        .toList();
  }

  @Test
  void aLineIsAVehicle() throws Exception {
    List<CardWord> words = said(watch(), new TalkingCard(8).vehicle(54, 4.2, "C"), S);

    assertThat(words).hasSize(1);
    Vehicle car = (Vehicle) words.get(0);
    assertThat(car.channel()).isEqualTo(1);
    assertThat(car.monotonicNanos()).isEqualTo(S);
    assertThat(car.speedMps().orElseThrow()).isCloseTo(15, Offset.offset(1e-9));
    assertThat(car.lengthM().orElseThrow()).isCloseTo(4.2, Offset.offset(1e-9));
    assertThat(car.code()).contains("7");
  }

  @Test
  void linesCutAtEveryByteSayTheSame() throws Exception {
    TalkingCard card = new TalkingCard(997);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(card.heartbeat());
    for (int i = 0; i < 4; i++) {
      all.writeBytes(card.vehicle(50, 4, "M"));
    }
    byte[] bytes = all.toByteArray();
    for (int cut = 0; cut <= bytes.length; cut++) {
      LineWatch watch = watch();
      List<CardWord> words = new ArrayList<>(said(watch, Arrays.copyOf(bytes, cut), S));
      words.addAll(said(watch, Arrays.copyOfRange(bytes, cut, bytes.length), S));

      assertThat(words).hasSize(4).allMatch(word -> word instanceof Vehicle);
      assertThat(watch.garbled()).isZero();
    }
  }

  @Test
  void aMissingNumberIsCountedAndMarkedThroughTheEndOfTheNumbers() throws Exception {
    TalkingCard card = new TalkingCard(996);
    LineWatch watch = watch();
    said(watch, card.vehicle(50, 4, "C"), S);
    for (int i = 0; i < 4; i++) {
      card.unheard();
    }

    assertThat(said(watch, card.vehicle(50, 4, "C"), 9 * S))
        .hasSize(3)
        .startsWith(new Counted(1, S, 9 * S, 4), new Gap(1, S, 9 * S, Why.MISSED_SEQUENCE, true));
  }

  /** At night the next vehicle may come after more time than all numbers would take by day. */
  @Test
  void anEmptyRoadIsNoRestart() throws Exception {
    TalkingCard card = new TalkingCard(1);
    LineWatch watch = watch();
    said(watch, card.vehicle(50, 4, "C"), S);

    assertThat(said(watch, card.vehicle(50, 4, "C"), 3_600 * S))
        .singleElement()
        .isInstanceOf(Vehicle.class);
    watch.opened(3_601 * S); // what happened while it was away nobody knows
    assertThat(said(watch, card.vehicle(50, 4, "C"), 7_200 * S))
        .contains(new Gap(1, 3_600 * S, 7_200 * S, Why.RESTARTED, false));
  }

  @Test
  void aLineThatIsSpoiltIsMissedByItsNumber() throws Exception {
    TalkingCard card = new TalkingCard(1);
    LineWatch watch = watch();
    said(watch, card.vehicle(50, 4, "C"), S);
    byte[] spoilt = card.vehicle(50, 4, "C");
    spoilt[6] ^= 1;

    assertThat(said(watch, spoilt, 2 * S)).isEmpty();
    assertThat(watch.garbledInARow()).isEqualTo(1);
    assertThat(said(watch, card.vehicle(50, 4, "C"), 3 * S)).contains(new Counted(1, S, 3 * S, 1));
    assertThat(watch.garbledInARow()).isZero();
  }

  @Test
  void aLineThatIsSaidTwiceIsOneVehicle() throws Exception {
    byte[] line = new TalkingCard(1).vehicle(50, 4, "C");
    LineWatch watch = watch();

    assertThat(said(watch, line, S)).hasSize(1);
    assertThat(said(watch, line, 2 * S)).isEmpty();
    assertThat(watch.garbled()).isZero();
  }

  @Test
  void numbersThatBeginAnewLeaveAGap() throws Exception {
    TalkingCard card = new TalkingCard(600);
    LineWatch watch = watch();
    said(watch, card.vehicle(50, 4, "C"), S);
    card.restarts();

    assertThat(said(watch, card.vehicle(50, 4, "C"), 3 * S))
        .hasSize(2)
        .startsWith(new Gap(1, S, 3 * S, Why.RESTARTED, false));
  }

  /** Then nobody knows whether it was a vehicle. */
  @Test
  void withoutNumbersAnUnreadableLineIsAGap() throws Exception {
    LineProfile profile =
        LineProfile.from(
            Node.read(
                "plain", "{\"lines\":{\"channels\":[4],\"vehicle\":\"V (?<speed>\\\\d+)\"}}"));
    LineWatch watch = new LineWatch(profile, 0);

    assertThat(said(watch, bytes("V 36\n"), S)).hasSize(1);
    assertThat(said(watch, bytes("?36\n"), 2 * S))
        .containsExactly(new Gap(4, S, 2 * S, Why.GARBLED, false));
    assertThat(said(watch, bytes("x".repeat(2_000) + "\nV 10\n"), 3 * S)).hasSize(2);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void faultsAreToldOnceAndEnd() throws Exception {
    TalkingCard card = new TalkingCard(0);
    LineWatch watch = watch();

    assertThat(said(watch, card.fault('O'), S))
        .containsExactly(new LoopFault(1, S, Kind.OPEN_LOOP, true));
    assertThat(said(watch, card.fault('O'), 2 * S)).isEmpty();
    assertThat(said(watch, card.fault('-'), 3 * S))
        .containsExactly(new LoopFault(1, 3 * S, Kind.OPEN_LOOP, false));
  }

  /** Whatever is lost or spoilt on the way, every vehicle is told or counted. */
  @Test
  void vehiclesAndMissedNumbersAddUpToWhatPassed() throws Exception {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      TalkingCard card = new TalkingCard(random.nextInt(1_000));
      LineWatch watch = watch();
      int counted = said(watch, card.vehicle(50, 4, "C"), 0).size();
      int passed = 1;
      for (int i = 1; i <= 400; i++) {
        passed++;
        byte[] line = card.vehicle(random.nextInt(120), 4, "C");
        boolean last = i == 400; // what is lost at the very end, nothing tells
        int fate = last ? 9 : random.nextInt(10);
        if (fate == 0) {
          line[random.nextInt(line.length - 2)] ^= (byte) (1 << random.nextInt(7));
        } else if (fate == 1) {
          line = Arrays.copyOf(line, random.nextInt(line.length));
        } else if (fate == 2) {
          continue;
        }
        if (last) {
          said(watch, card.heartbeat(), 2L * i * S); // ends what was cut off before
        }
        counted += vehicles(said(watch, line, 2L * i * S));
      }

      assertThat(counted).as("seed %d", seed).isEqualTo(passed);
    }
  }

  private static int vehicles(List<CardWord> words) {
    int vehicles = 0;
    for (CardWord word : words) {
      vehicles += word instanceof Vehicle ? 1 : 0;
      vehicles += word instanceof Counted counted ? counted.vehicles() : 0;
    }
    return vehicles;
  }

  @Test
  void whateverComesIsReadOrPassedOver() throws Exception {
    Random random = new Random(23);
    LineWatch watch = watch();
    TalkingCard card = new TalkingCard(0);
    for (int round = 0; round < 5_000; round++) {
      byte[] line = random.nextBoolean() ? card.vehicle(1, 1, "C") : card.fault('S');
      for (int k = random.nextInt(4); k > 0; k--) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }

      assertThat(watch.received(line, line.length, round * S)).isNotEmpty();
    }
  }
}
