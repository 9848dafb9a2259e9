// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** Native memory of one owner, released together. */
final class Mats implements AutoCloseable {

  private final List<Mat> all = new ArrayList<>();

  /** An empty one. */
  Mat one() {
    return kept(new Mat());
  }

  Mat kept(Mat mat) {
    all.add(mat);
    return mat;
  }

  @Override
  public void close() {
    all.forEach(Mat::release);
    all.clear();
  }
}
