// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is let go is looked for twice in one picture: by what he looks like, then by his foreground.
 * What the second look puts right he has not ridden.
 */
class SecondLookTest {

  private static final double EVERY_S = 1 / 15.0;
  private static final Box PICTURE = new Box(0, 0, 320, 180);

  private static Track standing(Box box, int pictures, Optional<Yardstick> road) {
    Track track = new Track(1, box, 0, new Tempo(), new Entrance(box, PICTURE), road);
    for (int i = 1; i <= pictures; i++) {
      track.sawAlone(box, i * EVERY_S);
    }
    return track;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoStoodIsExpectedWhereTheSecondLookFoundHim(boolean measured) {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      int pictures = 20 + random.nextInt(200);
      Box stood = new Box(140, 60 + random.nextInt(40), 20, 45);
      Track track =
          standing(stood, pictures, measured ? Optional.of(new FlatRoad()) : Optional.empty());
      double now = (pictures + 1) * EVERY_S;
      track.missed(now);
      Box found = stood.moved(random.nextInt(9) - 4, random.nextInt(9) - 4);

      track.sawAlone(found, now);

      Box next = track.expected(now + EVERY_S);
      assertThat(next.centre().distance(track.box().centre())).isCloseTo(0, within(0.5));
      assertThat(Math.hypot(track.speedX(), track.speedY())).isLessThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoRodeGoesOnAsHeDid(boolean measured) {
    Optional<Yardstick> road = measured ? Optional.of(new FlatRoad()) : Optional.empty();
    Box begins = new Box(140, 20, 20, 45);
    Track track = new Track(1, begins, 0, new Tempo(), new Entrance(begins, PICTURE), road);
    for (int i = 1; i <= 20; i++) {
      track.sawAlone(begins.moved(0, 3.0 * i), i * EVERY_S);
    }
    double now = 21 * EVERY_S;
    track.missed(now);

    track.sawAlone(begins.moved(0, 3.0 * 21 + 2), now);

    double goes = track.expected(now + EVERY_S).centre().y() - track.box().centre().y();
    assertThat(goes).isCloseTo(3, within(0.5));
  }
}
