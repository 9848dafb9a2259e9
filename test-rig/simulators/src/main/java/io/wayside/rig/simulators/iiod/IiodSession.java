// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.wayside.rig.simulators.clock.Pause;
import io.wayside.rig.simulators.iiod.AttributeTable.Place;
import io.wayside.rig.simulators.iiod.Errno.Refused;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One client's session: a command a line, in capitals or small letters throughout. */
final class IiodSession implements AutoCloseable {

  private static final int LONGEST_LINE = 1024;
  private static final int LONGEST_VALUE = 1 << 16;

  private final IiodServer server;
  private final InputStream in;
  private final OutputStream out;
  private final Map<IioDevice, IioReader> opened = new HashMap<>();
  private boolean ended;

  IiodSession(IiodServer server, Socket client) throws IOException {
    this.server = server;
    this.in = new BufferedInputStream(client.getInputStream());
    this.out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
  }

  void run() throws IOException {
    while (!ended) {
      String line = readLine();
      if (!line.isBlank()) {
        try {
          obey(List.of(line.strip().split("[ \t]+", -1)));
        } catch (Refused e) {
          number(e.errno().negative());
        }
      }
      out.flush();
    }
  }

  /** A line without its end; one that is too long is cut into several, and understood as none. */
  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        ended = true;
        return "";
      }
      line.append((char) b);
      if (line.length() >= LONGEST_LINE) {
        return "?";
      }
    }
    return line.toString();
  }

  private void obey(List<String> words) throws IOException, Refused {
    String verb = words.get(0);
    String capitals = verb.toUpperCase(Locale.ROOT);
    boolean oneCase = verb.equals(capitals) || verb.equals(verb.toLowerCase(Locale.ROOT));
    List<String> rest = words.subList(1, words.size());
    switch (oneCase ? capitals + rest.size() : "") {
      case "EXIT0", "QUIT0" -> ended = true;
      case "HELP0" -> text(IiodHelp.TEXT);
      case "VERSION0" ->
          text(IiodVersion.MAJOR + "." + IiodVersion.MINOR + "." + IiodVersion.GIT + "\n");
      case "PRINT0" -> {
        byte[] xml = ContextXml.of(server.devices()).getBytes(UTF_8);
        number(xml.length);
        out.write(xml);
        text("\n");
      }
      case "TIMEOUT1" -> {
        server.timeout(Duration.ofMillis(count(rest.get(0))));
        number(0);
      }
      case "OPEN3" -> open(rest);
      case "OPEN4" -> throw (cyclic(rest.get(3)) ? Errno.EPERM : Errno.EINVAL).refused();
      case "CLOSE1" -> close(device(rest.get(0)));
      case "READBUF2" -> readBuffer(device(rest.get(0)), count(rest.get(1)));
      case "WRITEBUF2" -> throw Errno.EPERM.refused();
      case "GETTRIG1", "SETTRIG1", "SETTRIG2" -> {
        device(rest.get(0));
        throw Errno.ENOENT.refused(); // the device samples by itself
      }
      case "SET3" -> setBuffers(rest);
      case "READ1", "READ2", "READ3", "READ4" -> read(rest);
      case "WRITE2", "WRITE3", "WRITE4", "WRITE5" -> write(rest);
      default -> throw Errno.EINVAL.refused();
    }
  }

  private static boolean cyclic(String word) {
    return word.equals("CYCLIC") || word.equals("cyclic");
  }

  private IioDevice device(String name) throws Refused {
    IioDevice device =
        server.devices().stream()
            .filter(d -> d.description().id().equals(name) || d.description().name().equals(name))
            .findFirst()
            .orElseThrow(Errno.ENODEV::refused);
    device.checkThere();
    return device;
  }

  /** As C's atol reads it: the digits at the beginning, nothing is zero. */
  private static long count(String word) {
    String digits = word.replaceFirst("^(\\d{0,15}).*$", "$1");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private void open(List<String> words) throws IOException, Refused {
    IioDevice device = device(words.get(0));
    IioReader before = opened.remove(device);
    if (before != null) {
      device.close(before);
    }
    opened.put(device, device.open(count(words.get(1)), words.get(2)));
    number(0);
  }

  private void close(IioDevice device) throws IOException, Refused {
    IioReader reader = opened.remove(device);
    if (reader == null) {
      throw Errno.ENXIO.refused();
    }
    device.close(reader);
    number(0);
  }

  private void setBuffers(List<String> words) throws IOException, Refused {
    device(words.get(0));
    String what = words.get(1);
    boolean known = what.equals("BUFFERS_COUNT") || what.equals("buffers_count");
    if (!known || count(words.get(2)) < 1) {
      throw Errno.EINVAL.refused();
    }
    number(0);
  }

  /**
   * Sends buffer after buffer, each as its length, in the first the mask in force, and its bytes,
   * until less than one scan is wanting. What the last buffer has too much is lost.
   */
  private void readBuffer(IioDevice device, long wanted) throws IOException, Refused {
    IioReader reader = opened.get(device);
    if (reader == null || !device.isOpen(reader)) {
      throw Errno.EBADF.refused();
    }
    ChannelMask enabled = device.enabled();
    ScanLayout layout = new ScanLayout(device.description().channels(), enabled);
    if (layout.bytes() == 0 || wanted < layout.bytes()) {
      number(0);
      return;
    }
    long rest = wanted;
    boolean first = true;
    while (rest >= layout.bytes() && !ended) {
      List<long[]> scans = device.take(reader, device.bufferScans(), server.timeout());
      byte[] buffer = layout.encode(scans);
      int length = (int) Math.min(buffer.length, rest);
      send(buffer, length, first ? enabled.text() + "\n" : "");
      first = false;
      rest -= length;
    }
    if (rest > 0 && !ended) {
      number(0);
    }
  }

  private void send(byte[] buffer, int length, String mask) throws IOException {
    IiodFaults faults = server.faults();
    Pause.forTime(faults.lateBy(), server.clock());
    number(faults.stated(length));
    text(mask);
    boolean cut = faults.cutting();
    out.write(buffer, 0, faults.sent(length));
    out.flush();
    ended |= cut;
  }

  private void read(List<String> words) throws IOException, Refused {
    IioDevice device = device(words.get(0));
    AttributeTarget target = AttributeTarget.of(words.subList(1, words.size()));
    byte[] answer =
        target.name().isEmpty()
            ? allValues(device, target.place())
            : value(device, target.place(), target.name());
    number(answer.length);
    out.write(answer);
    text("\n");
  }

  /** The kernel's file with its line feed turned into a zero byte. */
  private static byte[] value(IioDevice device, Place place, String name) throws Refused {
    return (device.read(place, name) + "\0").getBytes(UTF_8);
  }

  /** One after the other: length or refusal as four bytes, highest first, filled up to fours. */
  private static byte[] allValues(IioDevice device, Place place) throws Refused {
    Packed packed = new Packed();
    for (String name : device.names(place)) {
      try {
        packed.add(value(device, place, name));
      } catch (Refused e) {
        packed.add(e.errno());
      }
    }
    return packed.bytes();
  }

  private void write(List<String> words) throws IOException, Refused {
    long length = count(words.get(words.size() - 1));
    if (length > LONGEST_VALUE) {
      ended = true; // what follows could not be told from commands
      throw Errno.EINVAL.refused();
    }
    byte[] value = in.readNBytes((int) length);
    IioDevice device = device(words.get(0));
    AttributeTarget target = AttributeTarget.of(words.subList(1, words.size() - 1));
    if (target.name().isEmpty()) {
      throw Errno.EINVAL.refused();
    }
    String text = new String(value, ISO_8859_1).replaceFirst("[\n\0]+$", "").strip();
    device.write(target.place(), target.name(), text);
    number(length);
  }

  private void number(long value) throws IOException {
    text(value + "\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  @Override
  public void close() {
    opened.forEach(IioDevice::close);
    opened.clear();
  }
}
