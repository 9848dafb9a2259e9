// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.rig.contracts.FrameSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite over what the driver starts for a camera of the kernel; no such camera is here. */
class V4l2FrameSourceTest extends FrameSourceContract {

  @TempDir Path box;

  @Override
  protected SourceHarness<FrameSource, Frame> start() {
    return new FfmpegFrameSourceTest.Harness(box, "/dev/video9");
  }
}
