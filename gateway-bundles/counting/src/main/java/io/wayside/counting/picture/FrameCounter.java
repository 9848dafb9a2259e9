// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.Followed;
import io.wayside.counting.vision.Occupied;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Counts in the frames of a camera. When their size changes, what was learnt of the place is gone
 * and it begins anew. Not for several threads.
 */
public final class FrameCounter implements AutoCloseable {

  private final Plan plan;
  private final Mats mats = new Mats();
  private final Mat colour = mats.one();
  private @Nullable PictureCounter counter;
  private int widthPx;
  private int heightPx;

  /** A counter that waits for its first frame. */
  public FrameCounter(Plan plan) {
    this.plan = plan;
  }

  /** What crossed a line by this frame. */
  public List<Sighting> see(Frame frame, double atS) {
    PictureCounter now = counter(frame.widthPx(), frame.heightPx());
    boolean grey = frame.format() == PixelFormat.GREY8;
    Mat lent =
        new Mat(
            frame.heightPx(),
            frame.widthPx(),
            grey ? CvType.CV_8UC1 : CvType.CV_8UC3,
            outsideHeap(frame.pixels()));
    try {
      if (grey) {
        Imgproc.cvtColor(lent, colour, Imgproc.COLOR_GRAY2BGR);
      }
      return now.see(grey ? colour : lent, atS);
    } finally {
      lent.release();
    }
  }

  /** OpenCV reads what lies outside the heap where it is. */
  private static ByteBuffer outsideHeap(ByteBuffer pixels) {
    return pixels.isDirect()
        ? pixels
        : ByteBuffer.allocateDirect(pixels.remaining()).put(pixels.duplicate()).flip();
  }

  private PictureCounter counter(int width, int height) {
    PictureCounter now = counter;
    if (now == null || width != widthPx || height != heightPx) {
      if (now != null) {
        now.close();
      }
      now = new PictureCounter(plan, width, height);
      counter = now;
      widthPx = width;
      heightPx = height;
    }
    return now;
  }

  /** What crossed and was not told yet, since no frames follow. */
  public List<Sighting> rest() {
    PictureCounter now = counter;
    return now == null ? List.of() : now.rest();
  }

  /** Whether the background is not known well enough to count. */
  public boolean learns(double atS) {
    PictureCounter now = counter;
    return now == null || now.learns(atS);
  }

  /** Whether vehicles stand at a line so that its counts are not to be relied upon. */
  public boolean isQueue(String line, double atS) {
    PictureCounter now = counter;
    return now != null && now.isQueue(line, atS);
  }

  /** When a vehicle was on a line, as far as that is settled by now and was not told yet. */
  public List<Occupied> occupied(String line, double atS) {
    PictureCounter now = counter;
    return now == null ? List.of() : now.occupied(line, atS);
  }

  /** The rest of it: no frames follow. */
  public List<Occupied> restOccupied(String line) {
    PictureCounter now = counter;
    return now == null ? List.of() : now.restOccupied(line);
  }

  /** Vehicles near lines, in pixels of the frame. */
  public List<Followed> nearLines() {
    PictureCounter now = counter;
    return now == null ? List.of() : now.nearLines();
  }

  @Override
  public void close() {
    PictureCounter now = counter;
    if (now != null) {
      now.close();
    }
    mats.close();
  }
}
