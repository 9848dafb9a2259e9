// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Listener;
import java.nio.ByteBuffer;

/** A camera that shows what the script draws; each listener has a thread of its own. */
public final class ScriptedFrameSource extends ScriptedSource<Frame> implements FrameSource {

  public ScriptedFrameSource(String deviceId) {
    super(deviceId);
  }

  /** Shows a picture; the pixels are copied, as the frame outlives the call. */
  public void shows(int widthPx, int heightPx, PixelFormat format, byte[] pixels) {
    byte[] copy = pixels.clone();
    say(at -> new Frame(at, widthPx, heightPx, format, ByteBuffer.wrap(copy), 0));
  }

  @Override
  public Subscription subscribe(Listener<? super Frame> listener) {
    FrameViewer viewer = new FrameViewer(deviceId(), listener, this::listenerThrew);
    Subscription subscription = super.subscribe(viewer);
    return () -> {
      subscription.close();
      viewer.close();
    };
  }
}
