// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The detector of another bundle, which comes and goes. */
final class OfferedDetector implements Detector {

  private final String id;
  private final AtomicReference<@Nullable Detector> offered = new AtomicReference<>();

  OfferedDetector(String id) {
    this.id = id;
  }

  /** Takes it if it is the one that is wanted. */
  void came(Detector detector, String itsId) {
    if (id.equals(itsId)) {
      offered.set(detector);
    }
  }

  void went(Detector detector) {
    offered.compareAndSet(detector, null);
  }

  @Override
  public List<Detection> detect(Frame frame) throws DetectorFailed {
    Detector now = offered.get();
    if (now == null) {
      throw new DetectorFailed(
          "no bundle offers the detector " + id + "; install the one that does, or correct the id");
    }
    return now.detect(frame);
  }
}
