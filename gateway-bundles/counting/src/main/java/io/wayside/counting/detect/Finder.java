// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From the numbers of a model to vehicles in the picture. */
public final class Finder {

  /** More than any road holds; bounds the work of comparing each with each. */
  private static final int MOST = 1000;

  private final ModelPlan plan;
  private final Decoder decoder;

  public Finder(ModelPlan plan) {
    this.plan = plan;
    this.decoder = new Decoder(plan);
  }

  /**
   * Vehicles, the surest first; of boxes on the same place the surest alone, whatever its label.
   */
  public List<Detection> found(List<Tensor> outputs, Laid laid) throws DetectorFailed {
    List<Detection> sure =
        decoder.read(outputs).stream()
            .filter(reading -> plan.classes().containsKey(label(reading)))
            .sorted(Comparator.comparingDouble(Reading::score).reversed())
            .limit(MOST)
            .map(reading -> back(reading, laid))
            .toList();
    List<Detection> apart = new ArrayList<>();
    for (Detection one : sure) {
      if (apart.stream().noneMatch(other -> other.overlap(one) >= plan.overlap())) {
        apart.add(one);
      }
    }
    return List.copyOf(apart);
  }

  private String label(Reading reading) {
    return plan.labels().get(reading.label());
  }

  private Detection back(Reading reading, Laid laid) {
    return laid.back(
        label(reading),
        reading.score(),
        reading.left(),
        reading.top(),
        reading.right(),
        reading.bottom());
  }
}
