// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.rig.contracts.FrameSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.camera.MjpegCamera;
import java.util.Map;

/** The suite over HTTP. */
class MjpegFrameSourceTest extends FrameSourceContract {

  @Override
  protected SourceHarness<FrameSource, Frame> start() {
    return new Harness();
  }

  private static final class Harness extends CameraHarness {
    private final MjpegCamera peer = new MjpegCamera();

    Harness() {
      use(Bench.camera(Map.of("source", peer.address(), "watch", false)));
      Bench.until("the driver watches", () -> peer.watching() > 0);
    }

    @Override
    void show(int number) {
      peer.sendPicture(Numbered.file(number, "jpg"));
    }

    @Override
    public void breakLink() {
      peer.drop();
    }

    @Override
    public void restoreLink() {
      peer.restore();
    }

    @Override
    public void close() {
      super.close();
      peer.close();
    }
  }
}
