// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import io.wayside.core.device.Frame;
import io.wayside.counting.detect.Finder;
import io.wayside.counting.detect.Laid;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.spi.NetRuntime.OpenNet;
import io.wayside.counting.spi.Tensor;
import java.nio.file.Path;
import java.util.List;

/** A user's model, run by any runtime. Not for several threads; OpenCV's library must be loaded. */
public final class NetDetector implements Detector, AutoCloseable {

  private final ModelPlan plan;
  private final OpenNet net;
  private final Finder finder;
  private final Inlay inlay;

  private NetDetector(ModelPlan plan, OpenNet net) {
    this.plan = plan;
    this.net = net;
    this.finder = new Finder(plan);
    this.inlay = new Inlay(plan);
  }

  /**
   * Reads the model.
   *
   * @param file where it is
   */
  public static NetDetector open(ModelPlan plan, Path file, NetRuntime runtime)
      throws DetectorFailed {
    ModelFile.check(plan, file);
    try {
      return new NetDetector(plan, runtime.open(file, plan.inputWidthPx(), plan.inputHeightPx()));
    } catch (DetectorFailed unreadable) {
      throw new DetectorFailed(plan.name() + ": " + unreadable.getMessage(), unreadable);
    }
  }

  @Override
  public List<Detection> detect(Frame frame) throws DetectorFailed {
    Laid laid =
        Laid.of(
            plan.family().fit(),
            frame.widthPx(),
            frame.heightPx(),
            plan.inputWidthPx(),
            plan.inputHeightPx());
    return finder.found(said(frame, laid), laid);
  }

  private List<Tensor> said(Frame frame, Laid laid) throws DetectorFailed {
    try {
      return net.run(inlay.of(frame, laid));
    } catch (DetectorFailed fault) {
      throw new DetectorFailed(
          plan.name()
              + ": the model fails with an input of "
              + plan.inputWidthPx()
              + " x "
              + plan.inputHeightPx()
              + "; correct it in the document ("
              + fault.getMessage()
              + ")",
          fault);
    }
  }

  @Override
  public void close() {
    try {
      net.close();
    } finally {
      inlay.close();
    }
  }
}
