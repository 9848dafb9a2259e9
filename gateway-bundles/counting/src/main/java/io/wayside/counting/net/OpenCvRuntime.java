// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** OpenCV's own network runtime; its library must be loaded. */
public final class OpenCvRuntime implements NetRuntime {

  @Override
  public OpenNet open(Path file, int widthPx, int heightPx) throws DetectorFailed {
    try {
      Net net = Dnn.readNetFromONNX(file.toString());
      net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
      net.setPreferableTarget(Dnn.DNN_TARGET_CPU);
      return new Opened(net, widthPx, heightPx);
    } catch (CvException | IllegalArgumentException unreadable) {
      throw new DetectorFailed(
          "OpenCV cannot read "
              + file
              + " as a model in ONNX form; export it anew with opset 12 and without dynamic sizes"
              + " ("
              + firstLine(unreadable)
              + ")",
          unreadable);
    }
  }

  private static String firstLine(RuntimeException fault) {
    return String.valueOf(fault.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }

  /** Closed by nothing: the Java class of OpenCV 4.9 has no release; its finalizer does it. */
  private static final class Opened implements OpenNet {

    private final Net net;
    private final List<String> outputs;
    private final int[] shape;

    Opened(Net net, int widthPx, int heightPx) {
      this.net = net;
      this.outputs = net.getUnconnectedOutLayersNames();
      this.shape = new int[] {1, 3, heightPx, widthPx};
    }

    @Override
    public List<Tensor> run(ByteBuffer planes) throws DetectorFailed {
      List<Mat> answers = new ArrayList<>();
      Mat row = new Mat(1, planes.capacity() / Float.BYTES, CvType.CV_32F, planes);
      Mat picture = row.reshape(1, shape);
      try {
        net.setInput(picture);
        net.forward(answers, outputs);
        List<Tensor> tensors = new ArrayList<>();
        for (Mat answer : answers) {
          tensors.add(tensor(answer));
        }
        return tensors;
      } catch (CvException fault) {
        throw new DetectorFailed(firstLine(fault), fault);
      } finally {
        picture.release();
        row.release();
        answers.forEach(Mat::release);
      }
    }

    private static Tensor tensor(Mat answer) throws DetectorFailed {
      int[] shape = new int[answer.dims()];
      long[] extents = new long[shape.length];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = answer.size(i);
        extents[i] = shape[i];
      }
      float[] values = new float[Tensor.size(extents)];
      Mat flat = answer.reshape(1, 1);
      try {
        flat.get(0, 0, values);
      } finally {
        flat.release();
      }
      return new Tensor(shape, values);
    }

    @Override
    public void close() {}
  }
}
