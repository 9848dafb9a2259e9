// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.driver.llrp.codec.Encoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Lines to frames, up to the first that is wrong. */
final class Encoding {

  private final PrintStream out;
  private final boolean binary;

  Encoding(PrintStream out, boolean binary) {
    this.out = out;
    this.binary = binary;
  }

  /**
   * @param name of the input in error messages
   */
  void run(String name, InputStream in) throws IOException, GarbledData {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        write(encoded(name + ", line " + number, line));
      }
    }
  }

  private static byte[] encoded(String where, String line) throws GarbledData {
    Node json = Node.read(where, line);
    try {
      return Encoder.encode(MessageFromJson.read(json));
    } catch (IllegalArgumentException tooLong) {
      throw json.wrong("cannot be sent: " + tooLong.getMessage());
    }
  }

  private void write(byte[] frame) {
    if (binary) {
      out.writeBytes(frame);
    } else {
      out.println(HexFormat.of().formatHex(frame));
    }
  }
}
