// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.vision;

import io.wayside.counting.picture.PictureCounter;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.Point;
import io.wayside.opencv.Native;
import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.video.BackgroundSubtractorMOG2;
import org.opencv.video.Video;

/**
 * Counting at 640x352 and OpenCV's MOG2 alone at its own settings, on the same pictures by turns,
 * by the processor time of the one thread that does it.
 */
public final class VisionBenchmark implements Benchmark {

  static final String NAME = "vision";

  /** How much. */
  record Effort(int rounds, long memoryPictures) {
    static final Effort FULL = new Effort(24, 100_000);
    static final Effort QUICK = new Effort(4, 2_000);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "counting in pictures of 640x352, one thread, against OpenCV's MOG2 on the same pictures;"
        + " a model by ONNX Runtime against OpenCV";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    return run(quick ? Effort.QUICK : Effort.FULL, progress);
  }

  List<Figure> run(Effort effort, Progress progress) throws Exception {
    Native.load();
    Native.setThreads(1);
    List<Figure> figures = new ArrayList<>(counting(effort, progress));
    progress.doing("a model by OpenCV and by ONNX Runtime by turns");
    try (ModelLooks looks = new ModelLooks()) {
      figures.addAll(looks.run(NAME, effort.rounds()));
    }
    return List.copyOf(figures);
  }

  private static List<Figure> counting(Effort effort, Progress progress) throws IOException {
    try (DrawnRoad road = new DrawnRoad(1);
        PictureCounter counter = counter()) {
      progress.doing("MOG2 and counting by turns");
      Samples model = new Samples();
      Samples counting = new Samples();
      BackgroundSubtractorMOG2 mog2 = Video.createBackgroundSubtractorMOG2();
      Mat mask = new Mat();
      long seen = 0;
      // The first round is the warming up of both.
      for (int round = 0; round <= effort.rounds(); round++) {
        double alone = ms(() -> each(road, picture -> mog2.apply(picture, mask)));
        long from = seen;
        double all = ms(() -> count(road, counter, from));
        seen += DrawnRoad.round();
        if (round > 0) {
          model.add(alone);
          counting.add(all);
        }
      }
      mask.release();
      mog2.clear();
      Figure peer =
          Figure.plain(NAME, "MOG2 alone, CPU a picture", model.median(), "ms", model.count());
      progress.doing("memory over " + effort.memoryPictures() + " pictures");
      return List.of(
          peer,
          Figure.ratio(NAME, "counting, CPU a picture", counting, "ms", peer),
          Figure.plain(
              NAME,
              "resident memory gained in the last nine tenths of " + effort.memoryPictures(),
              gainedMib(road, counter, seen, effort.memoryPictures()),
              "MiB",
              1));
    }
  }

  private static PictureCounter counter() {
    CountingLine line = new CountingLine("A", new Point(0, 180), new Point(DrawnRoad.WIDTH, 180));
    return new PictureCounter(
        new Plan(List.of(line), Map.of(), Optional.empty(), Optional.empty(), Optional.empty()),
        DrawnRoad.WIDTH,
        DrawnRoad.HEIGHT);
  }

  /** Something that is done with a picture. */
  private interface Look {
    void at(Mat picture);
  }

  private static void each(DrawnRoad road, Look look) {
    for (int i = 0; i < DrawnRoad.round(); i++) {
      look.at(road.picture(i));
    }
  }

  /** Returns how many were counted. */
  static int count(DrawnRoad road, PictureCounter counter, long from) {
    int counted = 0;
    for (long i = from; i < from + DrawnRoad.round(); i++) {
      counted += counter.see(road.picture(i), i / DrawnRoad.HZ).size();
    }
    return counted;
  }

  private static double ms(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1e6 / DrawnRoad.round();
  }

  private static double gainedMib(DrawnRoad road, PictureCounter counter, long seen, long pictures)
      throws IOException {
    long at = seen;
    double early = 0;
    while (at < seen + pictures) {
      count(road, counter, at);
      at += DrawnRoad.round();
      if (at - seen <= pictures / 10) {
        early = residentMib();
      }
    }
    return residentMib() - early;
  }

  private static double residentMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }
}
