// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeviceVerbsTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int iiod(String... arguments) throws Exception {
    return IiodVerb.run(
        List.of(arguments),
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8));
  }

  private int modbus(String... arguments) throws Exception {
    return ModbusVerb.run(
        List.of(arguments),
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8));
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    assertThat(iiod("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--port", "--tree", "--rate", "--duration");
    assertThat(modbus("--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("--pty", "--unit", "--order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sped 3",
        "--port",
        "--port 70000",
        "--port 0 --port 0",
        "--rate 0",
        "--rate -5",
        "--duration soon"
      })
  void iiodRefusesWrongUsage(String line) throws Exception {
    assertThat(iiod(line.split(" ", -1))).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains(line.split(" ", -1)[0]).contains("./wayside rig");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sped 3",
        "--unit 0",
        "--unit 248",
        "--order ACBD",
        "--port 0 --pty x",
        "--duration 5"
      })
  void modbusRefusesWrongUsage(String line) throws Exception {
    assertThat(modbus(line.split(" ", -1))).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains(line.split(" ", -1)[0]).contains("./wayside rig");
  }

  @Test
  void aPortThatIsTakenEndsWithOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      assertThat(iiod("--port", port)).isEqualTo(1);
      assertThat(modbus("--port", port)).isEqualTo(1);
      assertThat(errors.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.contains(port));
    }
  }

  @Test
  void aTimeLimitEndsIt() throws Exception {
    assertThat(iiod("--port", "0", "--duration", "0.1s")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("iiod at 127.0.0.1:").doesNotContain(":0,");
    Path pty = folder.resolve("ttyModbus");
    assertThat(modbus("--pty", pty.toString(), "--duration", "0.1s")).isZero();
    assertThat(out.toString(UTF_8)).contains("modbus at " + pty);
    assertThat(Files.exists(pty, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(iiod("--tree", folder.toString(), "--duration", "0.1s")).isZero();
    assertThat(folder.resolve("dev/iio:device0")).doesNotExist();
  }

  @Test
  void servesUntilItIsTerminated() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.wayside.rig.scenarios.Rig",
                "iiod",
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader printed =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String line = printed.readLine();
      while (!line.startsWith("iiod at")) {
        line = printed.readLine();
      }
      int port = Integer.parseInt(line.replaceFirst("iiod at [0-9.]+:(\\d+),.*", "$1"));
      assertThat(version(port)).startsWith("0.25.");
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String version(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("VERSION\r\n".getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }
}
