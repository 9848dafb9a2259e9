// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All parts of one list, in whatever order they were handed in. Their heads are signed and agree;
 * their entries were not read yet.
 *
 * @param head of the first part
 * @param parts in order
 */
public record Arrival(ListHead head, List<PartFile> parts, ListKeys keys) {

  public Arrival {
    parts = List.copyOf(parts);
  }

  /** Reads the heads. */
  public static Arrival of(List<? extends PartFile> files, ListKeys keys)
      throws IOException, GarbledData {
    if (files.isEmpty()) {
      throw new GarbledData("no file was given; give every part of a list");
    }
    Map<Integer, PartFile> byNumber = new TreeMap<>();
    ListHead first = null;
    for (PartFile file : files) {
      ListHead head;
      try (PartReader part = new PartReader(file, keys)) {
        head = part.head();
      }
      if (first == null) {
        first = head;
      } else if (!first.sameList(head)) {
        throw new GarbledData(
            file.name()
                + ": is of another list ("
                + head
                + ") than "
                + files.get(0).name()
                + " ("
                + first
                + "), or of another making of it; give the parts of one list");
      }
      PartFile same = byNumber.put(head.part(), file);
      if (same != null) {
        throw new GarbledData(
            file.name()
                + ": is part "
                + head.part()
                + " of "
                + head
                + ", as "
                + same.name()
                + " is; give each part once");
      }
    }
    if (first == null) {
      throw new IllegalStateException("no head was read");
    }
    requireAll(first, byNumber);
    return new Arrival(first.withPart(1), new ArrayList<>(byNumber.values()), keys);
  }

  /** The head of one part, whose signature holds. */
  public static ListHead headOf(PartFile file, ListKeys keys) throws IOException, GarbledData {
    try (PartReader part = new PartReader(file, keys)) {
      return part.head();
    }
  }

  private static void requireAll(ListHead head, Map<Integer, PartFile> byNumber)
      throws GarbledData {
    for (int number = 1; number <= head.parts(); number++) {
      if (!byNumber.containsKey(number)) {
        throw new GarbledData(
            head
                + ": part "
                + number
                + " of "
                + head.parts()
                + " is missing; a list is taken whole or not at all, fetch that part");
      }
    }
  }

  /** The entries of all parts, one after the other. */
  public EntryStream entries() {
    return new EntryStream(this);
  }
}
