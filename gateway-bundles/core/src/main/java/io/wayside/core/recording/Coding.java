// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.nio.ByteBuffer;

/** How one raw sample stands in the binary form, little endian. */
public enum Coding {
  INT16(2) {
    @Override
    void put(ByteBuffer out, double raw) {
      out.putShort((short) raw);
    }

    @Override
    double get(ByteBuffer in) {
      return in.getShort();
    }

    @Override
    double nearest(double raw) {
      return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(raw)));
    }
  },

  INT32(4) {
    @Override
    void put(ByteBuffer out, double raw) {
      out.putInt((int) raw);
    }

    @Override
    double get(ByteBuffer in) {
      return in.getInt();
    }

    @Override
    double nearest(double raw) {
      return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.rint(raw)));
    }
  },

  /** IEEE 754 binary32: 24 significant bits. */
  FLOAT32(4) {
    @Override
    void put(ByteBuffer out, double raw) {
      out.putFloat((float) raw);
    }

    @Override
    double get(ByteBuffer in) {
      return in.getFloat();
    }

    @Override
    double nearest(double raw) {
      return (float) raw;
    }
  },

  /** IEEE 754 binary64. */
  FLOAT64(8) {
    @Override
    void put(ByteBuffer out, double raw) {
      out.putDouble(raw);
    }

    @Override
    double get(ByteBuffer in) {
      return in.getDouble();
    }

    @Override
    double nearest(double raw) {
      return raw;
    }
  };

  private final int bytes;

  Coding(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one sample. */
  public int bytes() {
    return bytes;
  }

  /** Whether the coding has whole numbers only and therefore no way to say "not a number". */
  public boolean isWhole() {
    return this == INT16 || this == INT32;
  }

  abstract void put(ByteBuffer out, double raw);

  abstract double get(ByteBuffer in);

  /** The raw value that is kept for this one: rounded, and held within the range. */
  abstract double nearest(double raw);
}
