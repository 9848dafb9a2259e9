// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.GarbledData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip (RFC 1952) of payloads that begin with another byte than gzip does. */
public final class Gzip {

  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int PIECE = 8192;

  private Gzip() {}

  /** Compressed, or as it is when that is no longer. */
  static byte[] shorter(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + PIECE / 8);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes every byte", impossible);
    }
    return out.size() < plain.length ? out.toByteArray() : plain;
  }

  public static boolean is(byte[] payload) {
    return payload.length > 1 && (payload[0] & 0xff) == FIRST && (payload[1] & 0xff) == SECOND;
  }

  /** Inflates, but never to more than {@code mostBytes}. */
  static byte[] expand(byte[] zipped, int mostBytes) throws GarbledData {
    ByteArrayOutputStream out = new ByteArrayOutputStream(PIECE);
    byte[] piece = new byte[PIECE];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (out.size() + read > mostBytes) {
          throw new GarbledData("it inflates to more than " + mostBytes + " bytes");
        }
        out.write(piece, 0, read);
      }
      return out.toByteArray();
    } catch (IOException damaged) {
      throw new GarbledData("its gzip is damaged: " + damaged.getMessage());
    }
  }
}
