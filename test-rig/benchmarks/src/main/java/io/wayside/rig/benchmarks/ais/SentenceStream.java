// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.ais;

import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.AidStatus;
import io.wayside.driver.nmea.ais.AidToNavigation;
import io.wayside.driver.nmea.ais.Announcement;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a receiver at a busy river hears in single sentences: mostly where vessels are. */
final class SentenceStream {

  private final Random random;

  SentenceStream(long seed) {
    this.random = new Random(seed);
  }

  /** So many sentences, with line ends. */
  List<String> sentences(int count) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = i % 10;
      Bits bits = kind < 6 ? classA() : kind < 8 ? classB() : kind == 8 ? aid() : monitoring();
      sentences.addAll(new Announcement("AI", 0, bits).received(i % 2 == 0 ? 'A' : 'B'));
    }
    return sentences;
  }

  private Place place() {
    return Place.ofDegrees(105 + random.nextDouble(), 20 + random.nextDouble());
  }

  private Bits classA() {
    BitsWriter to =
        new BitsWriter()
            .put(1 + random.nextInt(3), 6)
            .put(0, 2)
            .put(574_000_000 + random.nextInt(999_999), 30)
            .put(0, 4)
            .put(random.nextInt(100) - 50, 8);
    motion(to);
    return to.put(0, 6).put(random.nextInt(1 << 19), 19).bits();
  }

  private Bits classB() {
    BitsWriter to =
        new BitsWriter().put(18, 6).put(0, 2).put(574_000_000 + random.nextInt(999_999), 30);
    motion(to.put(0, 8));
    return to.put(0, 9).put(random.nextInt(1 << 20), 20).bits();
  }

  private void motion(BitsWriter to) {
    to.put(random.nextInt(200), 10).flag(random.nextBoolean());
    place().put(to);
    to.put(random.nextInt(3600), 12).put(random.nextInt(360), 9).put(random.nextInt(60), 6);
  }

  private Bits aid() {
    return new AidToNavigation(
            new Header(21, 0, 995_741_000 + random.nextInt(999)),
            random.nextInt(32),
            "PHAO SO " + random.nextInt(100),
            true,
            place(),
            new Dimensions(1, 1, 1, 1),
            1,
            random.nextInt(60),
            false,
            AidStatus.of(new AidHealth(0, random.nextInt(4), false)),
            Optional.of(false),
            Optional.of(false),
            Optional.of(false))
        .bits();
  }

  private Bits monitoring() {
    return new AddressedBinary(
            new Header(6, 0, 995_741_000 + random.nextInt(999)),
            random.nextInt(4),
            5_741_001,
            false,
            235,
            10,
            new AidMonitoring(
                random.nextInt(720), 0, 0, new AidHealth(0, random.nextInt(4), false), 0, false))
        .bits();
  }
}
