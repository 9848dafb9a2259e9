// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv.worker;

import io.wayside.opencv.Native;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Works with OpenCV at its start. */
public final class Worker implements BundleActivator {

  @Override
  public void start(BundleContext context) throws Exception {
    Native.load();
    Mat mat = new Mat(10, 10, CvType.CV_8UC1, new Scalar(7));
    System.out.println("worked " + Core.sumElems(mat).val[0]);
    mat.release();
  }

  @Override
  public void stop(BundleContext context) {
    System.out.println("rested");
  }
}
