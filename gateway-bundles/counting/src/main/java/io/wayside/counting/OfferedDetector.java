// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The detector of another bundle, or its runtime for the user's model; both come and go. */
final class OfferedDetector implements Detector {

  private final String id;
  private final AtomicReference<@Nullable Detector> offered = new AtomicReference<>();
  private final AtomicReference<@Nullable NetRuntime> runtime = new AtomicReference<>();

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

  /** Takes it if it is the one that is wanted. */
  void came(NetRuntime one, String itsId) {
    if (id.equals(itsId)) {
      runtime.set(one);
    }
  }

  /** A runtime that goes closes what it opened: what was made with it fails and is opened anew. */
  void went(NetRuntime one) {
    runtime.compareAndSet(one, null);
  }

  /** The model by the runtime that is offered; without one the detector that is, or will be. */
  Detector open(ModelPlan plan, Path file) throws DetectorFailed {
    NetRuntime now = runtime.get();
    return now == null ? this : ModelDetector.open(plan, file, now);
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
