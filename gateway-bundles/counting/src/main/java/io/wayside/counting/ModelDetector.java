// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.net.NetDetector;
import io.wayside.counting.net.OpenCvRuntime;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.nio.file.Path;

/** Opens a model; a class of its own, for the bundle of OpenCV may be missing. */
final class ModelDetector {

  private ModelDetector() {}

  /** Run by OpenCV itself. */
  static Detector open(ModelPlan plan, Path file) throws DetectorFailed {
    return open(plan, file, new OpenCvRuntime());
  }

  /** OpenCV lays the picture into the model's input, whoever runs the model. */
  static Detector open(ModelPlan plan, Path file, NetRuntime runtime) throws DetectorFailed {
    try {
      Native.load();
    } catch (NativeMissing missing) {
      throw new DetectorFailed(String.valueOf(missing.getMessage()), missing);
    }
    return NetDetector.open(plan, file, runtime);
  }
}
