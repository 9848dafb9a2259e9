// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.record.JournalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An office that does everything an office and a network can do to a request. */
final class WildOffice implements BackOffice {

  private final Random random;
  private final double wildness;
  private final List<LaneRange> delayed = new ArrayList<>();
  private final Map<String, Long> lastTaken = new HashMap<>();

  /** How often each number was counted, by {@code stream/number}. */
  final Map<String, Integer> counted = new HashMap<>();

  int posts;
  int statuses;
  int records;
  boolean outOfOrder;
  boolean down;

  WildOffice(long seed, double wildness) {
    this.random = new Random(seed);
    this.wildness = wildness;
  }

  static boolean isRefused(JournalRecord record) {
    return record.id().sequence() % 97 == 13;
  }

  @Override
  public List<Settled> post(LaneRange range) throws OfficeTrouble {
    posts++;
    if (down) {
      throw new OfficeTrouble.Unavailable("down");
    }
    if (!delayed.isEmpty() && random.nextInt(3) == 0) {
      take(delayed.remove(0));
    }
    if (random.nextDouble() >= wildness) {
      return take(range);
    }
    switch (random.nextInt(6)) {
      case 0 -> throw new OfficeTrouble.Unavailable("busy");
      case 1 -> throw new OfficeTrouble.Silent("the request was lost");
      case 2 -> {
        take(range);
        throw new OfficeTrouble.Silent("the answer was lost");
      }
      case 3 -> {
        delayed.add(range);
        throw new OfficeTrouble.Silent("the request is late");
      }
      case 4 -> {
        take(range);
        return take(range);
      }
      default -> {
        List<Settled> said = new ArrayList<>(take(range));
        said.removeIf(settled -> random.nextBoolean());
        return said;
      }
    }
  }

  private List<Settled> take(LaneRange range) {
    List<Settled> said = new ArrayList<>();
    for (JournalRecord record : range.records()) {
      records++;
      String key = record.id().stream() + "/" + record.id().sequence();
      if (isRefused(record)) {
        said.add(new Settled(record.id().sequence(), Settled.Verdict.REJECTED, "unknown tag"));
      } else if (counted.containsKey(key)) {
        said.add(new Settled(record.id().sequence(), Settled.Verdict.DUPLICATE, ""));
      } else {
        counted.merge(key, 1, Integer::sum);
        Long last = lastTaken.put(record.id().stream(), record.id().sequence());
        outOfOrder |= last != null && last > record.id().sequence();
        said.add(new Settled(record.id().sequence(), Settled.Verdict.ACCEPTED, ""));
      }
    }
    return said;
  }

  @Override
  public List<Settled> status(LaneRange range) throws OfficeTrouble {
    statuses++;
    if (down || random.nextDouble() < wildness / 2) {
      throw new OfficeTrouble.Silent("no answer");
    }
    List<Settled> said = new ArrayList<>();
    for (JournalRecord record : range.records()) {
      if (counted.containsKey(record.id().stream() + "/" + record.id().sequence())) {
        said.add(new Settled(record.id().sequence(), Settled.Verdict.DUPLICATE, ""));
      }
    }
    return said;
  }

  @Override
  public ListAnswer list(ListQuestion question) {
    throw new UnsupportedOperationException("no list here");
  }
}
