// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static io.wayside.weighing.strips.Strips.pulse;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemainsTest {

  private static final double[] PLACES = {0, 3, 6, 9};

  private final Layout layout = Strips.layout(PLACES);

  /**
   * An axle that is where it should be: at {@code at0} on the first line, so many samples a metre.
   */
  private AxleTrack axle(double at0, double samplesPerMetre) {
    AxleTrack axle = new AxleTrack(layout.detectors(), samplesPerMetre);
    for (int line = 0; line < PLACES.length; line++) {
      double centre = at0 + PLACES[line] * samplesPerMetre;
      axle.add(pulse(2 * line, centre, 1));
      axle.add(pulse(2 * line + 1, centre, 1));
    }
    return axle;
  }

  @Test
  void whatSeveralLinesFeltFarFromAllAxlesIsStrange() {
    List<AxleTrack> axles = List.of(axle(1000, 500));
    List<Pulse> left = List.of(pulse(0, 4000, 1), pulse(2, 5500, 1));
    assertThat(Remains.strangers(axles, left, layout)).isEqualTo(left);
  }

  @Test
  void oneLineAloneMayBeNoise() {
    List<AxleTrack> axles = List.of(axle(1000, 500));
    assertThat(Remains.strangers(axles, List.of(pulse(0, 4000, 1), pulse(1, 4000, 1)), layout))
        .isEmpty();
    assertThat(Remains.passage(List.of(pulse(0, 4000, 1), pulse(0, 5000, 1)), layout))
        .satisfies(
            passage -> {
              assertThat(passage.axles()).isEmpty();
              assertThat(passage.ghosts()).hasSize(2);
              assertThat(passage.flags()).isEqualTo(Flags.NONE);
            });
  }

  @Test
  void aSlantedLineIsNoSecondWitness() {
    int slanted = 2 * PLACES.length;
    assertThat(Remains.strangers(List.of(), List.of(pulse(0, 1, 1), pulse(slanted, 1, 1)), layout))
        .isEmpty();
  }

  @Test
  void nothingIsNothing() {
    assertThat(Remains.strangers(List.of(), List.of(), layout)).isEmpty();
    assertThat(Remains.passage(List.of(), layout).axles()).isEmpty();
  }

  /**
   * The oracle knows by how many metres each pulse was made to lie behind the nearest axle, at any
   * speed and in both directions: a metre and a half is the border.
   */
  @Test
  void nearnessIsInMetresOfTheAxleWhateverItsSpeed() {
    Random random = new Random(5);
    for (int run = 0; run < 500; run++) {
      double pace = (100 + random.nextInt(3000)) * (random.nextBoolean() ? 1 : -1);
      AxleTrack axle = axle(1e6, pace);
      double metres = random.nextDouble() * 3;
      if (Math.abs(metres - 1.5) < 0.02) {
        continue; // pulses lie on whole samples
      }
      List<Pulse> left = new ArrayList<>();
      for (int line = 0; line < 2 + random.nextInt(3); line++) {
        double centre = 1e6 + (PLACES[line] + metres) * pace;
        left.add(pulse(2 * line + random.nextInt(2), centre, 1));
      }
      List<Pulse> strangers = Remains.strangers(List.of(axle), left, layout);
      assertThat(strangers).as("%s m at %s", metres, pace).hasSize(metres > 1.5 ? left.size() : 0);
    }
  }

  /** The oracle counts how many axles each line was made to feel. */
  @Test
  void theLineThatFeltTheMostSaysHowManyAxlesThereWere() {
    Random random = new Random(9);
    for (int run = 0; run < 300; run++) {
      int came = 1 + random.nextInt(7);
      List<Pulse> ghosts = new ArrayList<>();
      int most = 0;
      int lines = 0;
      int ofTheMost = 0;
      for (int line = 0; line < PLACES.length; line++) {
        int felt = 0;
        int pulses = 0;
        for (int axle = 0; axle < came; axle++) {
          if (random.nextInt(3) > 0) {
            double centre = 1000 + axle * 600 + PLACES[line] * 200;
            ghosts.add(pulse(2 * line, centre, 1));
            ghosts.add(pulse(2 * line + 1, centre + 3, 1));
            felt++;
            pulses += 2;
          }
        }
        ofTheMost = felt > most ? pulses : ofTheMost;
        most = Math.max(most, felt);
        lines += felt > 0 ? 1 : 0;
      }
      Passage passage = Remains.passage(ghosts, layout);
      assertThat(passage.axles()).hasSize(lines > 1 ? most : 0);
      int taken = passage.axles().stream().mapToInt(axle -> axle.pulses().size()).sum();
      assertThat(taken).isEqualTo(lines > 1 ? ofTheMost : 0);
      assertThat(passage.ghosts()).hasSize(ghosts.size() - taken);
      if (lines > 1) {
        assertThat(passage.flags())
            .isEqualTo(Flags.of(MotionFlags.AXLE_COUNT_DOUBTFUL, MotionFlags.GHOST_AXLE));
        assertThat(passage.axles()).allSatisfy(axle -> assertThat(axle.lines()).isOne());
      }
    }
  }
}
