// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.FrameSource;
import io.wayside.rig.contracts.scripted.ScriptedFrameSource;

class ScriptedFrameSourceTest extends FrameSourceContract {

  @Override
  protected SourceHarness<FrameSource, Frame> start() {
    ScriptedFrameSource camera = new ScriptedFrameSource("camera-1");
    return ScriptedHarness.speaking(
        camera,
        FrameSource.class,
        number -> camera.shows(2, 1, PixelFormat.GREY8, new byte[] {(byte) number, 0}),
        (frame, number) -> frame.pixels().get(0) == number);
  }
}
