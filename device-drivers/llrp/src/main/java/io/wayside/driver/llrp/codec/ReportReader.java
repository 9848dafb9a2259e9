// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.function.Consumer;

/**
 * The short way through RO_ACCESS_REPORT, the message that comes a thousand times a second: tags
 * are shown one after the other as they lie in the frame, and nothing is allocated. It agrees with
 * {@link Decoder} and refuses what that refuses, so far as it looks.
 */
public final class ReportReader {

  /** Type of the message it reads. */
  public static final int RO_ACCESS_REPORT = 61;

  private static final int TAG_REPORT_DATA = 240;
  private static final int EPC_DATA = 241;
  private static final int READ_RESULT = 349;
  private static final int READ_RESULT_FIELDS = 5;

  /** Bytes behind the type of a parameter without length; 0 for an unknown one. */
  private static final int[] SIZES = new int[Dictionary.FIRST_WITH_LENGTH];

  static {
    for (int type = 1; type < SIZES.length; type++) {
      for (Field field : Dictionary.parameter(type).fields()) {
        SIZES[type] += field.bits() / Byte.SIZE;
      }
    }
  }

  private final TagReport tag = new TagReport();

  /** What came with earlier tags no longer counts: after a new connection or a new ROSpec. */
  public void forget() {
    tag.forget();
  }

  /**
   * Shows each tag of a report.
   *
   * @throws Garbled when a length leads outside; the tags before it have been shown
   */
  public void read(Frame frame, Consumer<TagReport> sink) throws Garbled {
    byte[] bytes = frame.buffer();
    int end = frame.end();
    for (int at = frame.start() + Frame.HEADER; at < end; ) {
      if (bytes[at] < 0) {
        int next = skipped(frame, at, end);
        if (next < 0) {
          return;
        }
        at = next;
        continue;
      }
      int next = at + length(frame, at, end);
      if ((Octet.u16(bytes, at) & 0x3FF) == TAG_REPORT_DATA) {
        tag.begin(bytes);
        tag(frame, at + Encoder.PARAMETER_HEADER, next);
        sink.accept(tag);
      }
      at = next;
    }
  }

  private void tag(Frame frame, int start, int end) throws Garbled {
    byte[] bytes = frame.buffer();
    int at = start;
    while (at < end) {
      if (bytes[at] < 0) {
        int next = skipped(frame, at, end);
        if (next < 0) {
          return;
        }
        value(bytes[at] & 0x7F, bytes, at + 1);
        at = next;
      } else {
        int next = at + length(frame, at, end);
        withLength(frame, at, next);
        at = next;
      }
    }
  }

  /** Where the next one begins; negative where an unknown one hides it. */
  private static int skipped(Frame frame, int at, int end) throws Garbled {
    int size = SIZES[frame.buffer()[at] & 0x7F];
    if (size == 0) {
      return -1;
    }
    if (size >= end - at) {
      throw frame.garbled(at + 1, "a parameter without length ends within its field");
    }
    return at + 1 + size;
  }

  private static int length(Frame frame, int at, int end) throws Garbled {
    if (end - at < Encoder.PARAMETER_HEADER) {
      throw frame.garbled(at, "the bytes end within the header of a parameter");
    }
    int length = Octet.u16(frame.buffer(), at + 2);
    if (length < Encoder.PARAMETER_HEADER || length > end - at) {
      throw frame.garbled(at + 2, "a parameter's length of " + length + " leads outside");
    }
    return length;
  }

  private void value(int type, byte[] bytes, int at) {
    tag.carried |= type < Integer.SIZE ? 1 << type : 0;
    switch (type) {
      case 1 -> tag.antenna = Octet.u16(bytes, at);
      case 2 -> firstSeen(Octet.i64(bytes, at), false);
      case 3 -> firstSeen(Octet.i64(bytes, at), true);
      case 4 -> lastSeen(Octet.i64(bytes, at), false);
      case 5 -> lastSeen(Octet.i64(bytes, at), true);
      case 6 -> tag.rssiDbm = bytes[at];
      case 7 -> tag.channelIndex = Octet.u16(bytes, at);
      case 8 -> tag.count = Octet.u16(bytes, at);
      case 9 -> tag.roSpecId = Octet.u32(bytes, at);
      case 13 -> {
        tag.epcAt = at;
        tag.epcBits = 96;
      }
      case 16 -> tag.accessSpecId = Octet.u32(bytes, at);
      default -> {
        // Nothing that a lane asks for.
      }
    }
  }

  private void firstSeen(long micros, boolean uptime) {
    tag.firstSeenMicros = micros;
    tag.uptime = uptime;
  }

  private void lastSeen(long micros, boolean uptime) {
    tag.lastSeenMicros = micros;
    tag.uptime = uptime;
  }

  private void withLength(Frame frame, int at, int end) throws Garbled {
    byte[] bytes = frame.buffer();
    int type = Octet.u16(bytes, at) & 0x3FF;
    int from = at + Encoder.PARAMETER_HEADER;
    if (type == EPC_DATA) {
      int bits = end - from < 2 ? Integer.MAX_VALUE : Octet.u16(bytes, from);
      if (bits > (end - from - 2) * Byte.SIZE) {
        throw frame.garbled(from, "EPCData ends within its field epc");
      }
      tag.epcAt = from + 2;
      tag.epcBits = bits;
    } else if (type == READ_RESULT) {
      int left = end - from - READ_RESULT_FIELDS;
      if (left < 0 || 2 * Octet.u16(bytes, from + 3) > left) {
        throw frame.garbled(from, "C1G2ReadOpSpecResult ends within its fields");
      }
      tag.addResult(from);
    } else if (type < Dictionary.FIRST_WITH_LENGTH) {
      throw frame.garbled(at, "parameter type " + type + " has no form with a length");
    }
  }
}
