// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.link.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The text protocol of iiod (libiio 0.x, and 1.x until a client asks for the binary one): a command
 * line, an answer that begins with a whole number on a line; below zero it is an error number.
 */
final class IiodClient implements AutoCloseable {

  /** The context of a computer with many converters has some hundred kilobytes. */
  private static final int LONGEST_CONTEXT = 8 << 20;

  /** A sysfs attribute has at most a page. */
  private static final int LONGEST_ATTRIBUTE = 4096;

  private static final int MASK_WORD_BITS = 32;

  private final Link link;
  private final Answers answers;
  private final String who;

  IiodClient(Link link, String who, int patienceMs) {
    this.link = link;
    this.who = who;
    this.answers = new Answers(link, who, patienceMs);
  }

  /** {@code major.minor.tag}. */
  String version() throws DeviceException {
    send("VERSION");
    String version = answers.line();
    if (!version.matches("\\d+\\.\\d+\\..{0,40}")) {
      throw new Garbled(who + ": no version of iiod; check host and port (iiod's is 30431)");
    }
    return version;
  }

  /** How long iiod itself waits for samples. */
  void timeout(int ms) throws DeviceException {
    send("TIMEOUT " + ms);
    requireGood(answers.number(), "TIMEOUT");
  }

  /** The XML of all devices. */
  String context() throws DeviceException {
    send("PRINT");
    int length = requireGood(answers.number(), "PRINT");
    if (length > LONGEST_CONTEXT) {
      throw new Garbled(who + ": a context of " + length + " bytes is too long");
    }
    return answers.text(length);
  }

  /**
   * Reads an attribute.
   *
   * @param channel empty for one of the device itself
   */
  String read(String device, String channel, String attribute) throws DeviceException {
    String what = what(device, channel, attribute);
    send("READ " + what);
    int length = requireGood(answers.number(), "reading " + what);
    if (length > LONGEST_ATTRIBUTE) {
      throw new Garbled(who + ": " + what + " has " + length + " bytes");
    }
    // The kernel ends the text with a line end, old servers with a NUL behind it.
    return answers.text(length).replace("\0", "").strip();
  }

  /** Writes an attribute; see {@link #read}. */
  void write(String device, String channel, String attribute, String value) throws DeviceException {
    String what = what(device, channel, attribute);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    byte[] line = ("WRITE " + what + " " + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(line, line.length + bytes.length);
    System.arraycopy(bytes, 0, all, line.length, bytes.length);
    link.write(all);
    requireGood(answers.number(), "writing " + what + " = " + value);
  }

  private static String what(String device, String channel, String attribute) {
    return device + (channel.isEmpty() ? " " : " INPUT " + channel + " ") + attribute;
  }

  /** Starts the buffer of a device. */
  void open(String device, int scans, String mask) throws DeviceException {
    send("OPEN " + device + " " + scans + " " + mask);
    requireGood(answers.number(), "opening " + device + " with mask " + mask);
  }

  /** Fills all of {@code into} with scans; the pieces come as iiod has them. */
  void readBuffer(String device, byte[] into, String mask) throws DeviceException {
    send("READBUF " + device + " " + into.length);
    for (int at = 0; at < into.length; ) {
      int length = requireGood(answers.number(), "reading samples of " + device);
      if (length == 0 || length > into.length - at) {
        throw new Garbled(
            who + ": " + length + " bytes of samples where " + (into.length - at) + " are due");
      }
      if (at == 0) {
        requireMask(answers.line(), mask);
      }
      answers.bytes(into, at, length);
      at += length;
    }
  }

  private void requireMask(String carried, String mask) throws Garbled {
    if (!carried.equalsIgnoreCase(mask)) {
      String shown = carried.length() > 80 ? "longer" : carried;
      throw new Garbled(
          who
              + ": iiod sends the channels "
              + shown
              + " in place of "
              + mask
              + "; ask for them all");
    }
  }

  /** Bits of channels by their numbers: words of 32 bits in hexadecimal, the highest first. */
  static String mask(BitSet channels, int channelCount) {
    List<String> words = new ArrayList<>();
    for (int low = 0; low < channelCount; low += MASK_WORD_BITS) {
      long[] word = channels.get(low, low + MASK_WORD_BITS).toLongArray();
      words.add(0, String.format("%08x", word.length == 0 ? 0 : word[0]));
    }
    return String.join("", words);
  }

  private int requireGood(int answer, String what) throws DeviceException {
    if (answer < 0) {
      throw Errno.exception(-answer, who + ": " + what);
    }
    return answer;
  }

  private void send(String command) throws DeviceException {
    link.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Lets go of the connection, which ends the session of iiod too. */
  @Override
  public void close() {
    link.close();
  }
}
