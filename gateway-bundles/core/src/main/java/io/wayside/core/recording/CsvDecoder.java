// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CSV form, and CSV files of others that have a line with the names of the columns, from
 * bytes that come in any pieces. A row that cannot be read is reported with its place and is a gap.
 */
public final class CsvDecoder {

  private final CsvOrigin origin;
  private final CsvLines lines = new CsvLines();
  private final CsvHead comments = new CsvHead();
  private final DamageRun damage = new DamageRun();
  private @Nullable CsvColumns columns;
  private @Nullable CsvRows rows;
  private boolean useless;

  public CsvDecoder(CsvOrigin origin) {
    this.origin = origin;
  }

  /** Takes the next bytes of the file, {@code from} included, {@code to} excluded. */
  public void accept(byte[] bytes, int from, int to, RecordingSink sink) {
    lines.accept(bytes, from, to, lines(sink));
  }

  /** Says that the file has ended; the decoder is used up. */
  public void finish(RecordingSink sink) {
    lines.finish(lines(sink));
    if (rows != null && !useless) {
      try {
        rows.finish(sink);
      } catch (GarbledData garbled) {
        damage.end(sink);
        sink.damaged(new Damage(0, 0, String.valueOf(garbled.getMessage())));
      }
    }
    damage.end(sink);
    if (columns == null && !useless) {
      sink.damaged(new Damage(0, 0, "the recording has no line with the names of the columns"));
    }
  }

  private CsvLines.Sink lines(RecordingSink sink) {
    return new CsvLines.Sink() {
      @Override
      public void line(String line, long atByte, long bytes) {
        String text = atByte == 0 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (useless) {
          damage.add(atByte, bytes, "the columns could not be read");
        } else if (!text.isBlank()) {
          take(text, atByte, bytes, sink);
        }
      }

      @Override
      public void tooLong(long atByte, long bytes) {
        refuse(atByte, bytes, "a line of " + bytes + " bytes is too long", sink);
      }
    };
  }

  private void take(String line, long atByte, long bytes, RecordingSink sink) {
    try {
      if (rows != null && line.startsWith(CsvEncoder.BLOCK_MARK)) {
        mark(rows, line, sink);
      } else if (line.startsWith("#")) {
        if (columns == null) {
          comments.remark(line);
        }
      } else if (columns == null || rows == null) {
        start(line, atByte, sink);
      } else {
        rows.row(new CsvRows.Placed(CsvRow.of(line, columns), atByte, bytes), sink);
      }
    } catch (GarbledData garbled) {
      refuse(atByte, bytes, String.valueOf(garbled.getMessage()), sink);
    }
  }

  private static void mark(CsvRows rows, String line, RecordingSink sink) throws GarbledData {
    CsvBlocks.Declared block;
    try {
      block = CsvHead.blockMark(line);
    } catch (GarbledData garbled) {
      rows.undeclare(sink); // the column of times still says when the rows were
      throw garbled;
    }
    rows.begin(block, sink);
  }

  private void start(String line, long atByte, RecordingSink sink) throws GarbledData {
    useless = true; // unless all of this succeeds
    CsvColumns found = CsvColumns.of(line, origin);
    RecordingHead head = comments.isOurs() ? head(atByte, sink) : null;
    if (head == null) {
      rows = CsvRows.withoutHead(found, origin, comments, damage);
    } else {
      CsvHead.requireSameChannels(head, found);
      sink.head(head);
      rows = new CsvRows(head, damage);
    }
    columns = found;
    useless = false;
  }

  private @Nullable RecordingHead head(long columnsAt, RecordingSink sink) {
    try {
      return comments.read();
    } catch (GarbledData garbled) {
      sink.damaged(new Damage(0, columnsAt, String.valueOf(garbled.getMessage())));
      return null;
    }
  }

  private void refuse(long atByte, long bytes, String what, RecordingSink sink) {
    if (rows != null) {
      rows.refuse(atByte, bytes, what, sink);
    } else {
      damage.add(atByte, bytes, what);
    }
  }
}
