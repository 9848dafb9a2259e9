// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A payload as it travels: protobuf, gzipped where that is shorter. Nothing but the first two bytes
 * of gzip tells which; they cannot begin a protobuf message, since 0x1f is no valid tag.
 */
public final class KuraCodec {

  /** A message that grows beyond this when inflated is refused. */
  public static final int LARGEST = 1 << 20;

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private KuraCodec() {}

  public static byte[] write(KuraPayload payload) {
    byte[] plain = KuraWriter.write(payload);
    byte[] zipped = zip(plain);
    return zipped.length < plain.length ? zipped : plain;
  }

  /** The payload without compression. */
  public static byte[] writePlain(KuraPayload payload) {
    return KuraWriter.write(payload);
  }

  public static KuraPayload read(byte[] message) throws GarbledData {
    boolean zipped =
        message.length > 1
            && (message[0] & 0xff) == GZIP_FIRST
            && (message[1] & 0xff) == GZIP_SECOND;
    byte[] plain = zipped ? unzip(message) : message;
    if (plain.length > LARGEST) {
      throw new GarbledData("a Kura message is larger than " + LARGEST + " bytes");
    }
    return KuraReader.read(plain);
  }

  private static byte[] zip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes every byte", impossible);
    }
    return out.toByteArray();
  }

  private static byte[] unzip(byte[] zipped) throws GarbledData {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readNBytes(LARGEST + 1);
    } catch (IOException broken) {
      throw new GarbledData("a Kura message begins as gzip but is none: " + broken.getMessage());
    }
  }
}
