// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal on a file system that is really full: one of its own in memory where mounting is
 * allowed, and one that a library loaded before the C library makes believe where there is a C
 * compiler. What a machine does not allow is skipped with the reason.
 */
@Timeout(300)
class FullDiskTest {

  private record Ran(int status, String said) {}

  @TempDir Path folder;

  @Test
  void onAFileSystemInMemoryNothingAcceptedIsLostAndAllGoesOnByItself() throws Exception {
    String disk = Files.createDirectory(folder.resolve("disk")).toString();
    String mount = "mount -t tmpfs -o size=32m tmpfs " + disk;
    List<String> inside = List.of("unshare", "-Urm", "--", "sh", "-c");
    Ran tried;
    try {
      tried = run(with(inside, mount), Map.of());
    } catch (IOException noTool) {
      tried = new Ran(-1, noTool.getMessage());
    }
    if (tried.status != 0) {
      abort("this machine allows no file system of its own (unshare, mount): " + tried.said);
    }
    String ballast = disk + "/ballast";
    String script =
        mount
            + " && head -c 14680064 /dev/urandom > "
            + ballast
            + " && exec "
            + String.join(" ", java(disk, ballast));
    holds(run(with(inside, script), Map.of()));
  }

  @Test
  void withALibraryThatGivesNoMoreRoomNothingAcceptedIsLostAndAllGoesOnByItself() throws Exception {
    Path library = compile();
    Path disk = Files.createDirectory(folder.resolve("disk")).toRealPath();
    Path more = folder.resolve("more");
    holds(
        run(
            java(disk.toString(), more.toString()),
            Map.of(
                "LD_PRELOAD", library.toString(),
                "WAYSIDE_DISK_FOLDER", disk.toString(),
                "WAYSIDE_DISK_MORE", more.toString(),
                "WAYSIDE_DISK_ROOM", Integer.toString(18 << 20))));
  }

  private static void holds(Ran ran) {
    assertThat(ran.said).endsWith("everything held\n");
    assertThat(ran.status).isZero();
  }

  private static List<String> with(List<String> words, String last) {
    List<String> all = new ArrayList<>(words);
    all.add(last);
    return all;
  }

  private static List<String> java(String disk, String room) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        FullDisk.class.getName(),
        disk,
        room);
  }

  private Path compile() throws Exception {
    Path code = folder.resolve("full-disk.c");
    Path library = folder.resolve("full-disk.so");
    try (InputStream in =
        Objects.requireNonNull(FullDiskTest.class.getResourceAsStream("full-disk.c"))) {
      Files.write(code, in.readAllBytes());
    }
    Ran compiled;
    try {
      compiled =
          run(
              List.of(
                  "cc",
                  "-O2",
                  "-shared",
                  "-fPIC",
                  "-o",
                  library.toString(),
                  code.toString(),
                  "-ldl"),
              Map.of());
    } catch (IOException none) {
      return abort("this machine has no C compiler: " + none.getMessage());
    }
    assertThat(compiled.status).as(compiled.said).isZero();
    return library;
  }

  private static Ran run(List<String> command, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }
}
