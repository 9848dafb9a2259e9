// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.spi.NetRuntime;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs and tests use the bundle as a plain jar; here in a heap as small as a gateway's. */
class PlainJavaTest {

  /** A hundred bytes forgotten at each of 100,000 looks, or 20 kB of each of 600 models. */
  private static final long ROOM_KB = 10_000;

  @TempDir Path box;

  @Test
  void manyLooksAndOpeningsTakeNoMemoryNoThreadsAndNoTemporaryFilesAndOutliveTheHook()
      throws Exception {
    Path temporary = Files.createDirectory(box.resolve("tmp"));
    String output = start("-Djava.io.tmpdir=" + temporary);

    assertThat(figure(output, "threadsMore")).isZero();
    assertThat(figure(output, "looksKb")).as(output).isLessThan(ROOM_KB);
    assertThat(figure(output, "openingsKb")).as(output).isLessThan(ROOM_KB);
    assertThat(output).contains("left open 0", "worked true");
    assertThat(files(temporary)).isEmpty();
    assertThat(files(box.resolve("kept"))).hasSize(2);
  }

  @Test
  void aProcessorWithoutALibraryIsNamedWithTheBundleAndWhatToDo() throws Exception {
    assertThat(start("-Dos.arch=arm"))
        .contains("missing the bundle io.wayside.onnxruntime has no library for Linux on arm")
        .contains("x86-64 and AArch64")
        .contains("OpenCV runs the model");
  }

  @Test
  void aLibraryThatDoesNotLoadIsNamedWithProcessorBundleAndRemedy() throws Exception {
    Files.createFile(box.resolve("kept"));

    assertThat(start())
        .contains("missing the libraries of ONNX Runtime for Linux on ")
        .contains("bundle io.wayside.onnxruntime")
        .contains("-Dwayside.onnxruntime.folder=FOLDER");
  }

  private String start(String... options) throws Exception {
    List<String> all =
        Stream.concat(
                // What is resident is to grow by the library alone: not by the heap, nor by a
                // compiler at work.
                Stream.of(
                    "-Xms64m",
                    "-Xmx64m",
                    "-XX:+AlwaysPreTouch",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-D" + Engine.FOLDER + "=" + box.resolve("kept")),
                Stream.of(options))
            .toList();
    return Child.run(
        List.of(
            Child.BUNDLE,
            Child.TESTS,
            Child.placeOf(NetRuntime.class),
            Child.placeOf(TinyModel.class),
            Child.placeOf(org.osgi.framework.BundleContext.class)),
        all,
        PlainStart.class,
        box.resolve("tiny.onnx"));
  }

  private static long figure(String output, String name) {
    return output
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in: " + output));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
