// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Loads and works without a framework; prints what the tests look at. */
final class PlainStart {

  private PlainStart() {}

  public static void main(String[] arguments) throws IOException {
    long residentBefore = residentKb();
    long start = System.nanoTime();
    try {
      Native.load();
      Native.load();
      long loaded = System.nanoTime();
      System.out.println("threads " + Core.getNumThreads());
      Native.setThreads(3);
      System.out.println("threads " + Core.getNumThreads());
      Mat mat = new Mat(20, 30, CvType.CV_8UC3, new Scalar(1, 2, 3));
      System.out.println("sum " + Core.sumElems(mat));
      mat.release();
      System.out.println("loadMs " + (loaded - start) / 1_000_000);
      System.out.println("residentMoreKb " + (residentKb() - residentBefore));
    } catch (NativeMissing missing) {
      System.out.println("missing " + missing.getMessage());
    }
  }

  private static long residentKb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
