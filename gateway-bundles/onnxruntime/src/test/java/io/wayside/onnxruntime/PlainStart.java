// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime.OpenNet;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Works without a framework, in a small heap; prints what the tests look at. */
final class PlainStart {

  private static final int WARM_LOOKS = 20_000;
  private static final int LOOKS = 100_000;
  private static final int OPENINGS = 600;

  private PlainStart() {}

  public static void main(String[] arguments) throws Exception {
    Path model = Files.write(Path.of(arguments[0]), TinyModel.of(Looks.W, Looks.H));
    OrtRuntime runtime = OrtRuntime.alone();
    long before = threads();
    try (OpenNet net = runtime.open(model, Looks.W, Looks.H)) {
      ByteBuffer picture = Looks.picture();
      look(net, picture, WARM_LOOKS);
      System.out.println("threadsMore " + (threads() - before));
      long resident = residentKb();
      look(net, picture, LOOKS);
      System.out.println("looksKb " + (residentKb() - resident));
    } catch (DetectorFailed missing) {
      System.out.println("missing " + missing.getMessage());
      return;
    }
    open(runtime, model, OPENINGS);
    System.out.println("openingsKb " + leastGrownKb(runtime, model));
    System.out.println("left open " + runtime.models());
    runTheirShutdownHook();
    System.out.println("worked " + Looks.blueInTheFirstCell(runtime, model));
  }

  private static void look(OpenNet net, ByteBuffer picture, int times) throws DetectorFailed {
    for (int i = 0; i < times; i++) {
      if (!Looks.isBlueInTheFirstCell(net.run(picture))) {
        throw new AssertionError("look " + i + " saw something else");
      }
    }
  }

  private static void open(OrtRuntime runtime, Path model, int times) throws DetectorFailed {
    for (int i = 0; i < times; i++) {
      if (!Looks.blueInTheFirstCell(runtime, model)) {
        throw new AssertionError("opening " + i + " saw something else");
      }
    }
  }

  /**
   * Of three rounds: what is forgotten at each opening is missing in every round, and what the
   * allocator takes once for a thread that came late is not.
   */
  private static long leastGrownKb(OrtRuntime runtime, Path model)
      throws DetectorFailed, IOException {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long resident = residentKb();
      open(runtime, model, OPENINGS);
      least = Math.min(least, residentKb() - resident);
    }
    return least;
  }

  /** What the hook of {@link OrtEnvironment} does when the process is told to end. */
  private static void runTheirShutdownHook() throws ReflectiveOperationException {
    Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
    Field handle = OrtEnvironment.class.getDeclaredField("nativeHandle");
    Method close = OrtEnvironment.class.getDeclaredMethod("close", long.class, long.class);
    api.setAccessible(true);
    handle.setAccessible(true);
    close.setAccessible(true);
    close.invoke(null, api.getLong(null), handle.getLong(OrtEnvironment.getEnvironment()));
  }

  /** Those of the virtual machine have names of their own and come and go with its load. */
  private static long threads() throws IOException {
    long count = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        count += nameOf(task).equals("java") ? 1 : 0;
      }
    }
    return count;
  }

  private static String nameOf(Path task) throws IOException {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (NoSuchFileException gone) {
      return "";
    }
  }

  private static long residentKb() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
