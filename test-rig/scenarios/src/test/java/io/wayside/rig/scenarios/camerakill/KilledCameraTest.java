// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A few kills of a program that stands in for ffmpeg. */
@Isolated("it counts what its JVM holds")
class KilledCameraTest {

  @TempDir Path box;

  private Path program(String does) throws IOException {
    Path program = Files.writeString(box.resolve("ffmpeg"), "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private Map<String, Object> settings(Path program) {
    return Map.of(
        "device.id",
        "cam",
        "source",
        "rtsp://192.0.2.1/",
        "ffmpeg",
        program.toString(),
        "widthPx",
        64,
        "heightPx",
        48,
        "watch",
        false,
        "firstRetryMs",
        20,
        "longestRetryMs",
        100);
  }

  @Test
  void afterEachKillPicturesComeBackAndNothingIsLeft() throws Exception {
    List<Round> told = new ArrayList<>();
    KilledCamera camera = new KilledCamera(settings(program("exec cat /dev/zero")), 5);
    List<Round> rounds = camera.run(6, 1, told::add);

    assertThat(rounds).hasSize(6).isEqualTo(told);
    assertThat(rounds).allMatch(round -> round.backS() > 0);
    assertThat(new KillVerdict(rounds, false).faults()).isEmpty();
    assertThat(ProcessHandle.current().children().map(child -> child.info().command().orElse("")))
        .noneMatch(command -> command.endsWith("/cat"));
  }

  @Test
  void whatLinuxSaysOfThisProcessIsRead() throws IOException {
    Vitals vitals = Vitals.now();

    assertThat(vitals.descriptors()).isGreaterThan(3);
    assertThat(vitals.threads()).isGreaterThan(3);
    assertThat(vitals.residentKb()).isGreaterThan(vitals.heapKb()).isGreaterThan(10_000);
    assertThat(Vitals.field("Name:\tjava\nThreads:\t27\nVmRSS:\t  1234 kB\n", "VmRSS:"))
        .isEqualTo(1234);
  }

  @Test
  void whatIsWrongWithTheCallIsSaid() throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    assertThat(CameraKill.run(List.of("--minutes", "none"), out, out)).isEqualTo(2);
    assertThat(CameraKill.run(List.of("--minutes"), out, out)).isEqualTo(2);
    assertThat(CameraKill.run(List.of("--hours", "1"), out, out)).isEqualTo(2);
    assertThat(CameraKill.run(List.of("--help"), out, out)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("--minutes wants a whole number", "wants a value", "--hours");
  }
}
