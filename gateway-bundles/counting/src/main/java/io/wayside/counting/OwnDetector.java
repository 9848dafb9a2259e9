// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.net.NetDetector;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.nio.file.Path;

/** Opens a model with OpenCV; a class of its own, for that bundle may be missing. */
final class OwnDetector {

  private OwnDetector() {}

  static Detector open(ModelPlan plan, Path file) throws DetectorFailed {
    try {
      Native.load();
    } catch (NativeMissing missing) {
      throw new DetectorFailed(String.valueOf(missing.getMessage()), missing);
    }
    return NetDetector.open(plan, file);
  }
}
