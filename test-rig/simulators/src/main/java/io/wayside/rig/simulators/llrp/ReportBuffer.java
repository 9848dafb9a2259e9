// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tag reports on their way: gathered until their trigger, then sent, or kept while nobody may have
 * them. When full it loses what comes, and says so.
 */
final class ReportBuffer {

  /** Takes reports for a message; false when it cannot. */
  interface Way {
    boolean send(List<TagReport> reports, ReportSpec told);

    void fills(int percent);

    /** Reports were lost; false when the client cannot be told now. */
    boolean lost();
  }

  private static final int WARNS_AT_PERCENT = 80;
  private static final int MOST_IN_MESSAGE = 100;

  private record Kept(TagReport report, ReportSpec told) {}

  private final int capacity;
  private final Way way;
  private final List<TagReport> gathering = new ArrayList<>();
  private final Deque<Kept> kept = new ArrayDeque<>();
  private ReportSpec told = ReportSpec.EVERYTHING;
  private boolean open;
  private boolean warned;
  private boolean lostSome;
  private boolean lossTold;

  ReportBuffer(int capacity, Way way) {
    this.capacity = capacity;
    this.way = way;
  }

  /** Whether reports may go out now; what was kept goes first. */
  void open(boolean now) {
    open = now;
    if (open) {
      sendKept();
    }
  }

  void add(TagReport report, ReportSpec spec) {
    told = spec;
    boolean full = kept.size() + gathering.size() >= capacity;
    if (full && !merges(report)) {
      loses();
      return;
    }
    if (!merge(report)) {
      gathering.add(report);
    }
    if (spec.trigger() != 0 && spec.tags() > 0 && gathering.size() >= spec.tags()) {
      release();
    }
  }

  /** A report of its own, past all that is being gathered. */
  void addAtOnce(TagReport report, ReportSpec spec) {
    keep(report, spec);
    sendKept();
  }

  private boolean merges(TagReport report) {
    return told.tags() != 1 && gathering.stream().anyMatch(r -> r.mergesWith(report, told));
  }

  private boolean merge(TagReport report) {
    for (int i = 0; told.tags() != 1 && i < gathering.size(); i++) {
      if (gathering.get(i).mergesWith(report, told)) {
        gathering.set(i, gathering.get(i).merged(report));
        return true;
      }
    }
    return false;
  }

  /** The ROSpec has ended, or the client asks for what there is. */
  void release() {
    gathering.forEach(report -> keep(report, told));
    gathering.clear();
    sendKept();
  }

  private void keep(TagReport report, ReportSpec spec) {
    if (kept.size() >= capacity) {
      loses();
      return;
    }
    kept.add(new Kept(report, spec));
    int percent = 100 * kept.size() / capacity;
    if (!open && percent >= WARNS_AT_PERCENT && !warned) {
      warned = true;
      way.fills(percent);
    }
  }

  private void loses() {
    lostSome = true;
    tellLoss();
  }

  /** Once for each time that some are lost, as soon as somebody takes it. */
  private void tellLoss() {
    if (lostSome && !lossTold && open) {
      lossTold = way.lost();
    }
  }

  private void sendKept() {
    tellLoss();
    while (open && !kept.isEmpty()) {
      ReportSpec spec = kept.element().told();
      List<TagReport> message = new ArrayList<>();
      while (!kept.isEmpty()
          && kept.element().told().equals(spec)
          && message.size() < MOST_IN_MESSAGE) {
        message.add(kept.remove().report());
      }
      if (!way.send(message, spec)) {
        loses();
        return;
      }
    }
    if (open) {
      warned = false;
      lostSome = lostSome && !lossTold;
      lossTold = false;
    }
  }

  void clear() {
    gathering.clear();
    kept.clear();
    warned = false;
    lostSome = false;
    lossTold = false;
  }
}
