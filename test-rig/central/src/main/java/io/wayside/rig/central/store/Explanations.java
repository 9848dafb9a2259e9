// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * What records of kind {@code journal-thinned/1} and {@code journal-gap/1} explain. What is not in
 * the form of these explains nothing: its numbers go on to count as missing.
 */
public final class Explanations {

  static final String THINNED = "journal-thinned/1";
  static final String GAP = "journal-gap/1";

  private Explanations() {}

  public static List<Explanation> in(JournalRecord record) {
    String gateway = record.id().gateway();
    return switch (record.kind().toString()) {
      case THINNED -> items(gateway, record.body().get("runs"), Explanation.Reason.THINNED);
      case GAP -> items(gateway, record.body().get("gaps"), Explanation.Reason.LOST);
      default -> List.of();
    };
  }

  private static List<Explanation> items(String gateway, Value list, Explanation.Reason reason) {
    List<Explanation> found = new ArrayList<>();
    if (list instanceof Value.Many many) {
      for (Value item : many.values()) {
        if (item instanceof Value.Fields fields
            && fields.get("stream") instanceof Value.Text stream
            && Names.isValid(stream.value())
            && fields.get("first") instanceof Value.Whole first
            && fields.get("last") instanceof Value.Whole last
            && first.value() >= 1
            && last.value() >= first.value()) {
          long step = fields.get("step") instanceof Value.Whole given ? given.value() : 1;
          if (step >= 1) {
            StreamKey key = new StreamKey(gateway, stream.value());
            found.add(new Explanation(key, reason, first.value(), last.value(), step));
          }
        }
      }
    }
    return found;
  }
}
