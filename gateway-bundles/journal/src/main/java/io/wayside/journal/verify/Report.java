// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found, gathered while it is checked. Used by one thread. */
final class Report {

  /** So many runs of thinned numbers of a stream are named. */
  private static final int MOST_RUNS = 20;

  /** What was found of one stream. */
  static final class Stream {
    final String name;
    long first;
    long last;
    long count;
    long thinned;
    long links;
    private final List<long[]> thinnedRuns = new ArrayList<>();
    boolean chainHolds = true;
    boolean sealed = true;
    final List<String> gaps = new ArrayList<>();
    Optional<String> firstBad = Optional.empty();

    Stream(String name) {
      this.name = name;
    }

    /** The content of this one is lost; called in ascending order. */
    void thinned(long sequence) {
      thinned++;
      int lastRun = thinnedRuns.size() - 1;
      if (lastRun >= 0 && thinnedRuns.get(lastRun)[1] == sequence - 1) {
        thinnedRuns.get(lastRun)[1] = sequence;
      } else if (thinnedRuns.size() < MOST_RUNS) {
        thinnedRuns.add(new long[] {sequence, sequence});
      }
    }

    /** The first of the numbers whose content is lost, as runs. */
    String thinnedNumbers() {
      String runs =
          thinnedRuns.stream().map(r -> r[0] + "-" + r[1]).collect(Collectors.joining(", "));
      return thinnedRuns.size() < MOST_RUNS ? runs : runs + ", …";
    }

    void bad(long sequence, String reason) {
      if (firstBad.isEmpty()) {
        firstBad = Optional.of(sequence + ": " + reason);
      }
    }

    boolean holds() {
      return chainHolds && sealed && gaps.isEmpty() && firstBad.isEmpty();
    }
  }

  private final Map<String, Stream> streams = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  long seals;
  long signaturesChecked;
  String keys = "";

  Stream stream(String name) {
    return streams.computeIfAbsent(name, Stream::new);
  }

  Collection<Stream> streams() {
    return streams.values();
  }

  /** Something wrong that belongs to no single stream. */
  void fault(String what) {
    if (faults.size() < 100) {
      faults.add(what);
    }
  }

  List<String> faults() {
    return faults;
  }

  boolean holds() {
    return faults.isEmpty() && streams.values().stream().allMatch(Stream::holds);
  }

  long records() {
    return streams.values().stream().mapToLong(s -> s.count).sum();
  }

  Value.Fields toValue() {
    List<Value> rows = new ArrayList<>();
    for (Stream s : streams.values()) {
      rows.add(
          Value.Fields.with("stream", s.name)
              .and("first", s.first)
              .and("last", s.last)
              .and("count", s.count)
              .and("thinned", s.thinned)
              .and("links", s.links)
              .and("gaps", s.gaps.stream().map(Value.Text::new).toList())
              .and("chain", s.chainHolds)
              .and("signatures", s.sealed)
              .and("firstBad", s.firstBad.<Value>map(Value.Text::new).orElse(Value.ABSENT))
              .build());
    }
    return Value.Fields.with("holds", holds())
        .and("records", records())
        .and("seals", seals)
        .and("signaturesChecked", signaturesChecked)
        .and("keys", keys)
        .and("faults", faults.stream().map(Value.Text::new).toList())
        .and("streams", rows)
        .build();
  }
}
