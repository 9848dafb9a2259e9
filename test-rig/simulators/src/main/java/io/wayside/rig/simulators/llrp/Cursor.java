// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the fields and parameters of a command; what is not there is refused. */
final class Cursor {

  private final byte[] bytes;
  private int at;

  Cursor(byte[] bytes) {
    this.bytes = bytes;
  }

  int u8() throws Refused {
    return take(1)[0] & 0xFF;
  }

  int u16() throws Refused {
    return u8() << 8 | u8();
  }

  long u32() throws Refused {
    return (long) u16() << 16 | u16();
  }

  byte[] take(int count) throws Refused {
    if (count > bytes.length - at) {
      throw new Refused(
          Status.of(Status.M_PARAMETER_ERROR, "the message ends " + count + " bytes early"));
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** A count of 16-bit numbers, then the numbers. */
  List<Integer> u16s() throws Refused {
    List<Integer> values = new ArrayList<>();
    for (int left = u16(); left > 0; left--) {
      values.add(u16());
    }
    return values;
  }

  /** A count of bits, then the bits. */
  Bits bits() throws Refused {
    int count = u16();
    return new Bits(take((count + 7) / 8), count);
  }

  /** The parameters up to the end; what a client sends has a length each. */
  List<Parameter> parameters() throws Refused {
    List<Parameter> found = new ArrayList<>();
    while (at < bytes.length) {
      int type = u16();
      int length = u16();
      if (type > 0x3FF || length < 4) {
        throw new Refused(Status.of(Status.M_PARAMETER_ERROR, "no parameter begins so: " + type));
      }
      found.add(new Parameter(type, take(length - 4)));
    }
    return found;
  }
}
