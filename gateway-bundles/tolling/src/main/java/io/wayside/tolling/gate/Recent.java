// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Something about each of the media tapped last; the one set longest ago goes when it is full. */
final class Recent<T> {

  private final int most;
  private final LinkedHashMap<String, T> byToken = new LinkedHashMap<>();
  private long dropped;

  Recent(int most) {
    this.most = most;
  }

  Optional<T> of(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  void set(String token, Optional<T> now) {
    byToken.remove(token);
    now.ifPresent(each -> byToken.put(token, each));
    if (byToken.size() > most) {
      byToken.remove(byToken.keySet().iterator().next());
      dropped++;
    }
  }

  void change(UnaryOperator<T> each) {
    byToken.replaceAll((token, known) -> each.apply(known));
  }

  int size() {
    return byToken.size();
  }

  long dropped() {
    return dropped;
  }
}
