// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;

/** What the lines before the first row say: a head of ours, or somebody's remarks. */
final class CsvHead {

  private final StringBuilder remarks = new StringBuilder();

  void remark(String line) throws GarbledData {
    String text = line.substring(1);
    if (remarks.length() + text.length() > Chunk.LONGEST_HEAD) {
      throw new GarbledData("more than " + Chunk.LONGEST_HEAD + " characters before the columns");
    }
    remarks.append(text.startsWith(" ") ? text.substring(1) : text).append('\n');
  }

  /** Whether there is a head, be it damaged. */
  boolean isOurs() {
    return remarks.toString().stripLeading().startsWith("{");
  }

  RecordingHead read() throws GarbledData {
    return RecordingHead.from(Node.read("the head of the recording", remarks.toString()));
  }

  /** The head of a file that has none. */
  RecordingHead assumed(CsvOrigin origin, List<RecordedChannel> channels, double rateHz)
      throws GarbledData {
    String notes = remarks.toString().strip();
    try {
      return new RecordingHead(
          origin.deviceId(),
          origin.startedAt(),
          0,
          rateHz,
          channels,
          Value.ABSENT,
          notes.isEmpty() ? Value.ABSENT : new Value.Text(notes),
          Value.ABSENT);
    } catch (IllegalArgumentException refused) {
      throw new GarbledData("the columns are of no use: " + refused.getMessage());
    }
  }

  static void requireSameChannels(RecordingHead head, CsvColumns columns) throws GarbledData {
    List<String> said = head.channels().stream().map(RecordedChannel::name).toList();
    List<String> found = columns.channels().stream().map(RecordedChannel::name).toList();
    if (!said.equals(found)) {
      throw new GarbledData("the columns are " + found + " but the head says " + said);
    }
  }

  /**
   * A block mark: {@code #! {"firstMonotonicNanos":…,"intervalNanos":…,"sequence":…,"flags":[…]}}.
   */
  static CsvBlocks.Declared blockMark(String line) throws GarbledData {
    Node node = Node.of("a block mark", Json.read(line.substring(2).strip()).root());
    node.only("firstMonotonicNanos", "intervalNanos", "sequence", "flags");
    double interval = node.member("intervalNanos").number();
    BlockForm.requireInterval(interval);
    List<String> codes = new ArrayList<>();
    for (Node code : node.member("flags").elements()) {
      codes.add(code.text());
    }
    return new CsvBlocks.Declared(
        RecordingHead.nanos(node.member("firstMonotonicNanos")),
        interval,
        RecordingHead.nanos(node.member("sequence")),
        BlockForm.flags(codes));
  }
}
