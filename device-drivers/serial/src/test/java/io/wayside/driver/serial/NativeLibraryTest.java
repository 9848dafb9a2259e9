// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  private static final String PROPERTY = "jSerialComm.library.path";

  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void aFolderWithALibraryIsUsed() throws Exception {
    Files.createDirectories(folder.resolve("Linux/x86_64"));
    assertThat(NativeLibrary.takeFrom(folder.toString())).isTrue();
    assertThat(System.getProperty(PROPERTY)).isEqualTo(folder.toString());
  }

  @Test
  void anEmptyFolderOrNoneLeavesJSerialCommToItself() {
    assertThat(NativeLibrary.takeFrom(folder.toString())).isFalse();
    assertThat(NativeLibrary.takeFrom(null)).isFalse();
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  @Test
  void whatTheStarterChoseStays() {
    System.setProperty(PROPERTY, "/elsewhere");
    assertThat(NativeLibrary.takeFrom(folder.toString())).isTrue();
    assertThat(System.getProperty(PROPERTY)).isEqualTo("/elsewhere");
  }

  /** In a process of its own, because the library is loaded once. */
  @Test
  void aProcessGivenTheFolderLoadsFromThereAndUnpacksNothing() throws Exception {
    Path natives = unpackLibraries();
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + temporary,
                    "-Duser.home=" + home,
                    "-cp",
                    System.getProperty("java.class.path"),
                    LoadsTheLibrary.class.getName(),
                    natives.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains(natives.toString());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(f -> f.startsWith(temporary) || f.startsWith(home)))
          .filteredOn(Files::isRegularFile)
          .isEmpty();
    }
  }

  /** All processors, as a release does; jSerialComm tries one after the other. */
  private Path unpackLibraries() throws IOException {
    Path natives = folder.resolve("native");
    for (String processor : List.of("x86_64", "armv8_64", "armv7hf")) {
      String name = "Linux/" + processor + "/libjSerialComm.so";
      Path target = natives.resolve(name);
      Files.createDirectories(target.getParent());
      try (InputStream library = SerialPort.class.getResourceAsStream("/" + name)) {
        Files.copy(library, target);
      }
    }
    return natives;
  }

  /** Says which files with the library's name this process has mapped. */
  static final class LoadsTheLibrary {

    public static void main(String[] arguments) throws IOException {
      NativeLibrary.takeFrom(arguments[0]);
      SerialPort.getCommPorts();
      try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
        maps.filter(line -> line.contains("libjSerialComm")).forEach(System.out::println);
      }
    }
  }
}
