// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.spi.NetRuntime;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle as it is installed, in a Java of its own. */
abstract class InFrameworkContract {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;
  private Path box;

  abstract Path framework();

  @BeforeEach
  void makeBox() throws IOException {
    box = Files.createDirectory(folder.resolve("box"));
  }

  @Test
  void runsAModelAfterStartStopAndUpdateWithTheFrameworksOwnLibraries() throws Exception {
    String output = start();

    assertThat(output.lines().filter("worked true"::equals)).hasSize(3);
    assertThat(output).contains("refreshed true");
    assertThat(libraries(box)).isNotEmpty();
    assertThat(libraries(folder)).isEqualTo(libraries(box));
  }

  @Test
  void inAGatewayWhoseStorageIsEmptiedTheLibrariesAreUnpackedOnce() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    start(state);
    List<Path> kept = libraries(state);
    assertThat(kept).hasSize(2);
    for (Path library : kept) {
      Files.setLastModifiedTime(library, LONG_AGO);
    }
    String again = start(state);

    assertThat(again.lines().filter("worked true"::equals)).hasSize(3);
    assertThat(libraries(state)).isEqualTo(kept);
    for (Path library : kept) {
      assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
    }
    // Only the update within a run takes copies of the framework's own, at most.
    assertThat(libraries(box)).hasSizeLessThanOrEqualTo(2);
  }

  private String start(Path... state) throws Exception {
    return Child.run(
        List.of(
            framework(),
            Child.TESTS,
            Child.placeOf(NetRuntime.class),
            Child.placeOf(TinyModel.class)),
        List.of("-D" + Engine.FOLDER + "=" + folder.resolve("not-used")),
        FrameworkStart.class,
        Stream.concat(Stream.of(Child.BUNDLE, box), Stream.of(state)).toArray());
  }

  private static List<Path> libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".so")).sorted().toList();
    }
  }
}
