// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of time. One row is held back, so that a single wild time is known by the row
 * after it and does not make all later ones look late. Without a head the first rows wait until
 * they tell the rate.
 */
final class CsvRows {

  /** A row and its place in the file. */
  record Placed(CsvRow row, long atByte, long bytes) {}

  /** Makes the head once the rate is known. */
  private interface HeadMaker {
    RecordingHead at(double rateHz) throws GarbledData;
  }

  private final DamageRun damage;
  private final HeadMaker heads;
  private final List<CsvRow> early = new ArrayList<>();
  private @Nullable CsvBlocks blocks;
  private @Nullable Placed held;
  private double latestNanos = Double.NEGATIVE_INFINITY;

  CsvRows(RecordingHead head, DamageRun damage) {
    this.damage = damage;
    this.heads = rate -> head;
    this.blocks = new CsvBlocks(head);
  }

  private CsvRows(HeadMaker heads, DamageRun damage) {
    this.damage = damage;
    this.heads = heads;
  }

  static CsvRows withoutHead(
      CsvColumns columns, CsvOrigin origin, CsvHead comments, DamageRun damage) throws GarbledData {
    OptionalDouble rate = origin.rateHz();
    if (rate.isEmpty() && columns.timeColumn() < 0) {
      throw new GarbledData(
          "the recording says neither times nor a rate; add a column t_s or give the rate");
    }
    comments.assumed(origin, columns.channels(), rate.orElse(1)); // refused now, not later
    return new CsvRows(
        derived -> comments.assumed(origin, columns.channels(), rate.orElse(derived)), damage);
  }

  void row(Placed next, RecordingSink sink) throws GarbledData {
    if (Double.isNaN(next.row().timeNanos()) || (blocks != null && blocks.isDeclared())) {
      release(sink);
      deliver(next.row(), sink);
      return;
    }
    Placed before = held;
    if (before == null || before.row().timeNanos() <= next.row().timeNanos()) {
      release(sink);
      held = next;
    } else if (next.row().timeNanos() >= latestNanos) {
      held = next;
      refuse(before.atByte(), before.bytes(), "the time of the row is after the next one", sink);
    } else {
      refuse(next.atByte(), next.bytes(), "the time of the row is before the last one", sink);
    }
  }

  void begin(CsvBlocks.Declared block, RecordingSink sink) throws GarbledData {
    release(sink);
    started(1e9 / block.intervalNanos(), sink).begin(block, sink);
    damage.end(sink);
  }

  void undeclare(RecordingSink sink) throws GarbledData {
    release(sink);
    if (blocks != null) {
      latestNanos = blocks.undeclare(sink);
    }
  }

  void refuse(long atByte, long bytes, String what, RecordingSink sink) {
    if (blocks != null) {
      blocks.lost(sink);
    }
    damage.add(atByte, bytes, what);
  }

  void finish(RecordingSink sink) throws GarbledData {
    release(sink);
    if (!early.isEmpty()) {
      started(Double.NaN, sink);
    }
    if (blocks != null) {
      blocks.flush(sink);
    }
  }

  private void release(RecordingSink sink) throws GarbledData {
    Placed waiting = held;
    if (waiting != null) {
      held = null;
      latestNanos = waiting.row().timeNanos();
      deliver(waiting.row(), sink);
    }
  }

  private void deliver(CsvRow row, RecordingSink sink) throws GarbledData {
    damage.end(sink);
    if (blocks != null) {
      blocks.row(row, sink);
      return;
    }
    early.add(row);
    if (Double.isNaN(row.timeNanos()) || early.size() == CsvTimes.ROWS) {
      started(Double.NaN, sink);
    }
  }

  /**
   * The blocks, begun if they were not.
   *
   * @param rateHz of a block mark, or NaN when the times of the rows have to tell it
   */
  private CsvBlocks started(double rateHz, RecordingSink sink) throws GarbledData {
    if (blocks != null) {
      return blocks;
    }
    double rate = rateHz;
    if (Double.isNaN(rate) && !Double.isNaN(early.get(0).timeNanos())) {
      rate = rateOfTimes();
    }
    RecordingHead head = heads.at(rate);
    CsvBlocks begun = new CsvBlocks(head);
    blocks = begun;
    sink.head(head);
    early.forEach(row -> begun.row(row, sink));
    early.clear();
    return begun;
  }

  private double rateOfTimes() throws GarbledData {
    OptionalDouble interval = CsvTimes.intervalNanos(early);
    if (interval.isEmpty()) {
      int count = early.size();
      early.clear();
      throw new GarbledData(
          "the times of " + count + " rows before here do not tell a rate; give the rate");
    }
    return 1e9 / interval.getAsDouble();
  }
}
