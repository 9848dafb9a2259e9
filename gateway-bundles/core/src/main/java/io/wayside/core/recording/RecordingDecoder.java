// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the binary form from bytes that come in any pieces. What is damaged is reported with its
 * place; reading goes on at the next whole chunk. Holds at most one chunk in memory.
 */
public final class RecordingDecoder {

  /** What every binary recording begins with, from 0 to 255; no text in UTF-8 does. */
  public static final int FIRST_BYTE = Chunk.FIRST_BYTE & 0xff;

  private static final int FIRST_BUFFER = 1 << 16;
  private static final int LONGEST_PIECE = 1 << 16;

  private byte[] buffer = new byte[FIRST_BUFFER];
  private int from;
  private int to;
  private long bufferAt; // place in the file of buffer[0]
  private final DamageRun damage = new DamageRun();
  private @Nullable RecordingHead head;
  private @Nullable BlockForm form;

  /** Takes the next bytes of the file, {@code from} included, {@code to} excluded. */
  public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
    for (int at = from; at < to; at += LONGEST_PIECE) {
      append(bytes, at, Math.min(to, at + LONGEST_PIECE));
      read(sink, false);
    }
  }

  /** Says that the file has ended; the decoder is used up. */
  public void finish(RecordingSink sink) {
    read(sink, true);
    damage.end(sink);
    if (form == null) {
      sink.damaged(new Damage(bufferAt + from, 0, "the recording has no head"));
    }
  }

  private void append(byte[] bytes, int start, int end) {
    int added = end - start;
    if (to + added > buffer.length) {
      int kept = to - from;
      byte[] room =
          kept + added > buffer.length
              ? new byte[Math.max(kept + added, 2 * buffer.length)]
              : buffer;
      System.arraycopy(buffer, from, room, 0, kept);
      bufferAt += from;
      buffer = room;
      from = 0;
      to = kept;
    }
    System.arraycopy(bytes, start, buffer, to, added);
    to += added;
  }

  private void read(RecordingSink sink, boolean ended) {
    while (from < to) {
      if (buffer[from] != Chunk.FIRST_BYTE) {
        skip("there is no chunk");
        continue;
      }
      if (to - from < Chunk.FRONT_BYTES) {
        if (!ended) {
          return;
        }
        skip("the recording ends within the front of a chunk");
        continue;
      }
      ByteBuffer front = ByteBuffer.wrap(buffer, from, 12).order(ByteOrder.LITTLE_ENDIAN);
      int marker = front.getInt();
      int length = front.getInt();
      if (Chunk.longest(marker) < 0) {
        skip("there is no chunk");
      } else if (front.getInt() != Chunk.crc(buffer, from, 8)) {
        skip("the front of a chunk is damaged");
      } else if (length < 0 || length > Chunk.longest(marker)) {
        skip("a chunk of " + Integer.toUnsignedString(length) + " bytes is too long");
      } else if (to - from >= Chunk.FRONT_BYTES + length + Chunk.CHECK_BYTES) {
        chunk(marker, length, sink);
      } else if (ended) {
        skip("the recording ends within a chunk");
      } else {
        return;
      }
    }
  }

  private void skip(String why) {
    damage.add(bufferAt + from, 1, why);
    from++;
  }

  private void chunk(int marker, int length, RecordingSink sink) {
    int content = from + Chunk.FRONT_BYTES;
    ByteBuffer check =
        ByteBuffer.wrap(buffer, content + length, Chunk.CHECK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    if (check.getInt() != Chunk.crc(buffer, content, length)) {
      skip("the content of a chunk is damaged (CRC-32C)");
      return;
    }
    int whole = Chunk.FRONT_BYTES + length + Chunk.CHECK_BYTES;
    try {
      deliver(marker, content, length, whole, sink);
    } catch (GarbledData garbled) {
      damage.add(bufferAt + from, whole, String.valueOf(garbled.getMessage()));
      from += whole;
    }
  }

  private void deliver(int marker, int content, int length, int whole, RecordingSink sink)
      throws GarbledData {
    if (marker == Chunk.HEAD) {
      RecordingHead next = head(content, length);
      form = new BlockForm(next.channels(), Chunk.crc(buffer, content, length));
      damage.end(sink);
      from += whole;
      if (!next.equals(head)) {
        head = next;
        sink.head(next);
      }
    } else if (form == null) {
      throw new GarbledData("a block before any head cannot be read");
    } else {
      var block = form.decode(buffer, content, length);
      damage.end(sink);
      from += whole;
      sink.block(block);
    }
  }

  private RecordingHead head(int content, int length) throws GarbledData {
    try {
      String json =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Arrays.copyOfRange(buffer, content, content + length)))
              .toString();
      return RecordingHead.from(Node.read("the head of the recording", json));
    } catch (CharacterCodingException noText) {
      throw new GarbledData("the head of the recording is not UTF-8");
    }
  }
}
