// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results of the last commands by id, bounded. Refusals are forgotten first: judging one anew
 * carries nothing out twice. When a command that was carried out has to be forgotten, its expiry
 * moves {@link #vouchesAfter()}: a later command that expires by then could be the forgotten one.
 */
final class CommandMemory {

  /** A judged command: which wish it was, and what became of it. */
  record Entry(String wish, Instant expires, CommandResult result) {}

  private final int capacity;
  private final Map<String, Entry> refused = new LinkedHashMap<>();
  private final Map<String, Entry> begun = new LinkedHashMap<>();
  private Instant vouchesAfter = Instant.MIN;

  CommandMemory(int capacity) {
    this.capacity = capacity;
  }

  Optional<Entry> find(String id) {
    return Optional.ofNullable(begun.getOrDefault(id, refused.get(id)));
  }

  void remember(String id, Entry entry) {
    refused.remove(id);
    begun.remove(id);
    (entry.result() instanceof CommandResult.Refused ? refused : begun).put(id, entry);
    if (refused.size() + begun.size() > capacity) {
      forgetOne();
    }
  }

  /** Commands that expire later than this have certainly not been forgotten. */
  Instant vouchesAfter() {
    return vouchesAfter;
  }

  private void forgetOne() {
    Iterator<Entry> oldest = (refused.isEmpty() ? begun : refused).values().iterator();
    Entry forgotten = oldest.next();
    oldest.remove();
    boolean wasBegun = !(forgotten.result() instanceof CommandResult.Refused);
    if (wasBegun && forgotten.expires().isAfter(vouchesAfter)) {
      vouchesAfter = forgotten.expires();
    }
  }
}
