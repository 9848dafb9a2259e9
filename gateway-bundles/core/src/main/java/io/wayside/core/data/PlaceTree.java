// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import io.wayside.core.data.Json.Place;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places by JSON pointer. Pointers are made when asked for and not kept: one long key with many
 * members below it would otherwise need memory in the square of the text.
 */
final class PlaceTree extends AbstractMap<String, Place> {

  /** The places of one value: its own, its key's if it is a member, and those below it by step. */
  record Branch(Place value, @Nullable Place key, Map<String, Branch> below) {

    static Branch leaf(Place value, @Nullable Place key) {
      return new Branch(value, key, Map.of());
    }

    static Branch ofMembers(Place value, @Nullable Place key, Map<String, Branch> members) {
      return new Branch(value, key, members);
    }

    static Branch ofElements(Place value, @Nullable Place key, List<Branch> elements) {
      Map<String, Branch> byIndex = new LinkedHashMap<>();
      for (int i = 0; i < elements.size(); i++) {
        byIndex.put(Integer.toString(i), elements.get(i));
      }
      return new Branch(value, key, byIndex);
    }
  }

  private final Branch root;
  private final Function<Branch, @Nullable Place> which;

  PlaceTree(Branch root, Function<Branch, @Nullable Place> which) {
    this.root = root;
    this.which = which;
  }

  static @Nullable Place valuePlace(Branch branch) {
    return branch.value();
  }

  static @Nullable Place keyPlace(Branch branch) {
    return branch.key();
  }

  @Override
  public @Nullable Place get(@Nullable Object pointer) {
    if (!(pointer instanceof String text) || (!text.isEmpty() && text.charAt(0) != '/')) {
      return null;
    }
    Branch branch = root;
    for (int slash = 0; slash < text.length(); ) {
      int next = text.indexOf('/', slash + 1);
      int end = next < 0 ? text.length() : next;
      String step = text.substring(slash + 1, end).replace("~1", "/").replace("~0", "~");
      Branch below = branch.below().get(step);
      if (below == null) {
        return null;
      }
      branch = below;
      slash = end;
    }
    return which.apply(branch);
  }

  @Override
  public boolean containsKey(@Nullable Object pointer) {
    return get(pointer) != null;
  }

  @Override
  public Set<Entry<String, Place>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Place>> iterator() {
        return new Walk();
      }

      @Override
      public int size() {
        int size = 0;
        for (Iterator<?> i = iterator(); i.hasNext(); i.next()) {
          size++;
        }
        return size;
      }
    };
  }

  /** Goes through the tree in the order of the text. */
  private final class Walk implements Iterator<Entry<String, Place>> {

    private record Level(String pointer, Iterator<Entry<String, Branch>> rest) {}

    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Entry<String, Place> next;

    Walk() {
      visit("", root);
    }

    @Override
    public boolean hasNext() {
      while (next == null && !levels.isEmpty()) {
        Level level = levels.getLast();
        if (level.rest().hasNext()) {
          Entry<String, Branch> below = level.rest().next();
          visit(level.pointer() + Json.pointerStep(below.getKey()), below.getValue());
        } else {
          levels.removeLast();
        }
      }
      return next != null;
    }

    private void visit(String pointer, Branch branch) {
      levels.addLast(new Level(pointer, branch.below().entrySet().iterator()));
      Place place = which.apply(branch);
      next = place == null ? null : Map.entry(pointer, place);
    }

    @Override
    public Entry<String, Place> next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Entry<String, Place> result = next;
      next = null;
      return result;
    }
  }
}
