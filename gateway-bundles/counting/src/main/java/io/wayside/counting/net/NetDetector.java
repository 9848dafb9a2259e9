// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import io.wayside.core.device.Frame;
import io.wayside.counting.detect.Finder;
import io.wayside.counting.detect.Laid;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.detect.Tensor;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** A model in ONNX form. Not for several threads; OpenCV's library must be loaded. */
public final class NetDetector implements Detector, AutoCloseable {

  private final ModelPlan plan;
  private final Net net;
  private final List<String> outputs;
  private final Finder finder;
  private final Inlay inlay;

  private NetDetector(ModelPlan plan, Net net) {
    this.plan = plan;
    this.net = net;
    this.outputs = net.getUnconnectedOutLayersNames();
    this.finder = new Finder(plan);
    this.inlay = new Inlay(plan);
  }

  /**
   * Reads the model.
   *
   * @param file where it is
   */
  public static NetDetector open(ModelPlan plan, Path file) throws DetectorFailed {
    ModelFile.check(plan, file);
    Net net;
    try {
      net = Dnn.readNetFromONNX(file.toString());
      net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
      net.setPreferableTarget(Dnn.DNN_TARGET_CPU);
    } catch (CvException | IllegalArgumentException unreadable) {
      throw new DetectorFailed(
          plan.name()
              + ": OpenCV cannot read "
              + file
              + " as a model in ONNX form; export it anew with opset 12 and without dynamic sizes"
              + " ("
              + firstLine(unreadable)
              + ")",
          unreadable);
    }
    return new NetDetector(plan, net);
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
    List<Mat> answers = new ArrayList<>();
    Mat blob = inlay.of(frame, laid);
    try {
      net.setInput(blob);
      net.forward(answers, outputs);
      List<Tensor> tensors = new ArrayList<>();
      for (Mat answer : answers) {
        tensors.add(tensor(answer));
      }
      return finder.found(tensors, laid);
    } catch (CvException fault) {
      throw new DetectorFailed(
          plan.name()
              + ": the model does not take an input of "
              + plan.inputWidthPx()
              + " x "
              + plan.inputHeightPx()
              + "; correct it in the document ("
              + firstLine(fault)
              + ")",
          fault);
    } finally {
      blob.release();
      answers.forEach(Mat::release);
    }
  }

  private static Tensor tensor(Mat answer) {
    int[] shape = new int[answer.dims()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = answer.size(i);
    }
    float[] values = new float[Math.toIntExact(answer.total())];
    Mat flat = answer.reshape(1, 1);
    try {
      flat.get(0, 0, values);
    } finally {
      flat.release();
    }
    return new Tensor(shape, values);
  }

  private static String firstLine(RuntimeException fault) {
    return String.valueOf(fault.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }

  @Override
  public void close() {
    inlay.close();
    // The Java class of OpenCV 4.9 has no release of a network; its finalizer does it.
  }
}
