// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.quality;

import io.wayside.core.data.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An immutable set of flags, ordered by code. There is a way to add flags and to unite sets, and on
 * purpose none to take one away.
 */
public record Flags(SortedSet<Flag> all) {

  public static final Flags NONE = new Flags(new TreeSet<>());

  public Flags {
    SortedSet<Flag> byCode = new TreeSet<>();
    byCode.addAll(all); // whatever order the given set has
    all = Collections.unmodifiableSortedSet(byCode);
  }

  public static Flags of(Flag... flags) {
    return new Flags(new TreeSet<>(List.of(flags)));
  }

  public Flags with(Flag flag) {
    return with(Flags.of(flag));
  }

  public Flags with(Flags others) {
    return withAll(others.all);
  }

  private Flags withAll(Collection<Flag> others) {
    TreeSet<Flag> united = new TreeSet<>(all);
    united.addAll(others);
    return new Flags(united);
  }

  public boolean has(Flag flag) {
    return all.contains(flag);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** As record content: a list of codes. */
  public Value.Many toValue() {
    return new Value.Many(all.stream().<Value>map(f -> new Value.Text(f.code())).toList());
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
