// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.Value.Fields;
import io.wayside.weighing.calibration.SensorFit;
import java.util.List;

/**
 * An instrument after its calibration.
 *
 * @param document with the constants found, verified anew
 * @param fits what the runs said about each sensor
 * @param trucks how many known trucks drove
 * @param runs how often in all
 * @param seen how many of the runs were weighed as one vehicle with all its axles
 */
record Calibrated(Fields document, List<SensorFit> fits, int trucks, int runs, int seen) {

  Calibrated {
    fits = List.copyOf(fits);
  }
}
