// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.detect.Family.Colours;
import io.wayside.counting.detect.Family.Three;
import io.wayside.counting.detect.Laid;
import io.wayside.counting.detect.ModelPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.imgproc.Imgproc;

/** Lays pictures into the input of a model, in its colours. Its working space is kept. */
final class Inlay implements AutoCloseable {

  /** What is around the picture, as the models were trained with. */
  private static final Scalar GREY = new Scalar(114, 114, 114);

  private final Colours colours;
  private final Scalar means;
  private final Scalar factors;
  private final Size input;
  private ByteBuffer own = ByteBuffer.allocateDirect(0);
  private final List<Mat> all = new ArrayList<>();
  private final Mat taken = kept();
  private final Mat scaled = kept();
  private final Mat laidIn = kept();
  private final Mat numbers = kept();
  private final ByteBuffer planes;
  private final Mat inPlanes;

  Inlay(ModelPlan plan) {
    this.colours = plan.family().colours();
    this.means = scalar(colours.means());
    this.factors = scalar(colours.factors());
    this.input = new Size(plan.inputWidthPx(), plan.inputHeightPx());
    int floats = 3 * plan.inputWidthPx() * plan.inputHeightPx();
    this.planes = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
    this.inPlanes = new Mat(1, floats, CvType.CV_32F, planes);
    all.add(inPlanes);
  }

  private Mat kept() {
    Mat mat = new Mat();
    all.add(mat);
    return mat;
  }

  private static Scalar scalar(Three three) {
    return new Scalar(three.first(), three.second(), three.third());
  }

  /** One picture, channel after channel; good until the next. */
  ByteBuffer of(Frame frame, Laid laid) {
    take(frame);
    Imgproc.resize(
        taken, scaled, new Size(laid.widthPx(), laid.heightPx()), 0, 0, Imgproc.INTER_LINEAR);
    int right = (int) input.width - laid.leftPx() - laid.widthPx();
    int bottom = (int) input.height - laid.topPx() - laid.heightPx();
    Core.copyMakeBorder(
        scaled, laidIn, laid.topPx(), bottom, laid.leftPx(), right, Core.BORDER_CONSTANT, GREY);
    if (colours.rgb()) {
      Imgproc.cvtColor(laidIn, laidIn, Imgproc.COLOR_BGR2RGB);
    }
    laidIn.convertTo(numbers, CvType.CV_32FC3);
    Core.subtract(numbers, means, numbers);
    Core.multiply(numbers, factors, numbers);
    Mat blob = Dnn.blobFromImage(numbers);
    Mat row = blob.reshape(1, 1);
    try {
      row.copyTo(inPlanes);
    } finally {
      row.release();
      blob.release();
    }
    return planes;
  }

  private void take(Frame frame) {
    boolean grey = frame.format() == PixelFormat.GREY8;
    Mat picture =
        new Mat(
            frame.heightPx(),
            frame.widthPx(),
            grey ? CvType.CV_8UC1 : CvType.CV_8UC3,
            outsideTheHeap(frame.pixels()));
    try {
      if (grey) {
        Imgproc.cvtColor(picture, taken, Imgproc.COLOR_GRAY2BGR);
      } else {
        picture.copyTo(taken);
      }
    } finally {
      picture.release();
    }
  }

  /** OpenCV reads from the beginning of a buffer, wherever its position is. */
  private ByteBuffer outsideTheHeap(ByteBuffer pixels) {
    if (pixels.isDirect()) {
      return pixels.slice();
    }
    if (own.capacity() < pixels.remaining()) {
      own = ByteBuffer.allocateDirect(pixels.remaining());
    }
    own.clear();
    own.put(pixels.duplicate());
    return own;
  }

  @Override
  public void close() {
    all.forEach(Mat::release);
  }
}
