// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One thing for each who sends on a line: what one leaves unfinished must not be finished by
 * another. Who spoke longest ago is forgotten when there are too many.
 */
public final class BySender<T> {

  static final int MOST = 16;

  private final Map<String, T> all = new LinkedHashMap<>(MOST, 0.75f, true);
  private final Supplier<T> maker;
  private final Consumer<T> forgotten;

  /**
   * Of nobody yet.
   *
   * @param forgotten is handed what is kept no longer
   */
  public BySender(Supplier<T> maker, Consumer<T> forgotten) {
    this.maker = maker;
    this.forgotten = forgotten;
  }

  public T of(String sender) {
    T known = all.get(sender);
    if (known != null) {
      return known;
    }
    if (all.size() >= MOST) {
      Iterator<T> eldest = all.values().iterator();
      forgotten.accept(eldest.next());
      eldest.remove();
    }
    T made = maker.get();
    all.put(sender, made);
    return made;
  }

  public Collection<T> all() {
    return all.values();
  }
}
