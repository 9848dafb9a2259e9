// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricTest {
  @Test
  void solutionsGiveBackWhatWasWanted() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(5);
      double[][] cells = new double[size][size];
      Symmetric matrix = new Symmetric(size);
      for (int square = 0; square < size + 3; square++) {
        double[] v = random.doubles(size, -1, 1).toArray();
        double weight = random.nextDouble(0.1, 10);
        matrix.addSquare(v, weight);
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            cells[i][j] += weight * v[i] * v[j];
          }
        }
      }
      double[] wanted = random.doubles(size, -5, 5).toArray();
      double[] x = matrix.solve(wanted);
      for (int i = 0; i < size; i++) {
        assertThat(Symmetric.dot(cells[i], x)).isCloseTo(wanted[i], within(1e-6));
      }
    }
  }
}
