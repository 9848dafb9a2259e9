// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Open entries by tag, in the order in which they were told; one per tag. When it is full the
 * oldest ends and is told to the caller. Not safe for several threads.
 */
public final class OpenEntries implements Entries {

  private final Passback policy;
  private final int most;
  private final Map<String, EntryPoint> open = new LinkedHashMap<>();

  /**
   * An empty store.
   *
   * @param most how many entries are kept
   */
  public OpenEntries(Passback policy, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a store of " + most + " entries keeps none");
    }
    this.policy = policy;
    this.most = most;
  }

  @Override
  public Answer mayEnter(String tag) {
    if (!open.containsKey(tag)) {
      return Answer.PASS;
    }
    return policy == Passback.HOLD ? Answer.HOLD : Answer.PASS_FLAGGED;
  }

  /** Under {@link Passback#HOLD} a person let it in all the same: then the old entry ends. */
  @Override
  public Change entered(String tag, EntryPoint entry) {
    List<Ended> ended = new ArrayList<>();
    EntryPoint old = open.get(tag);
    if (old != null && policy == Passback.ALLOW_AND_FLAG) {
      return new Change(false, List.of());
    }
    if (old != null) {
      open.remove(tag);
      ended.add(new Ended(tag, old, Why.NO_EXIT));
    } else if (open.size() == most) {
      Map.Entry<String, EntryPoint> oldest = open.entrySet().iterator().next();
      ended.add(new Ended(oldest.getKey(), oldest.getValue(), Why.NO_ROOM));
      open.remove(oldest.getKey());
    }
    open.put(tag, entry);
    return new Change(true, ended);
  }

  @Override
  public Optional<EntryPoint> openOf(String tag) {
    return Optional.ofNullable(open.get(tag));
  }

  @Override
  public Optional<EntryPoint> left(String tag) {
    return Optional.ofNullable(open.remove(tag));
  }

  @Override
  public List<Ended> endOlderThan(Instant moment) {
    List<Ended> ended = new ArrayList<>();
    for (Iterator<Map.Entry<String, EntryPoint>> all = open.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, EntryPoint> one = all.next();
      if (one.getValue().at().isBefore(moment)) {
        ended.add(new Ended(one.getKey(), one.getValue(), Why.TOO_OLD));
        all.remove();
      }
    }
    return ended;
  }

  /** How many vehicles are in. */
  public int size() {
    return open.size();
  }
}
