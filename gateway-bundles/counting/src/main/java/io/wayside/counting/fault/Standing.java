// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that stand; each is told once when it begins and once when it ends. */
final class Standing {

  private final List<Fault> faults = new ArrayList<>();

  void begin(Fault fault, List<FaultNews> news) {
    if (faults.stream().noneMatch(fault::sameAs)) {
      faults.add(fault);
      news.add(new FaultNews.Began(fault));
    }
  }

  void end(Kind kind, Port port, long nanos, List<FaultNews> news) {
    Optional<Fault> standing = find(kind, port);
    if (standing.isPresent()) {
      faults.remove(standing.get());
      news.add(new FaultNews.Ended(standing.get(), nanos));
    }
  }

  boolean has(Kind kind, Port port) {
    return find(kind, port).isPresent();
  }

  List<Fault> all() {
    return List.copyOf(faults);
  }

  private Optional<Fault> find(Kind kind, Port port) {
    return faults.stream().filter(f -> f.kind() == kind && f.port() == port).findFirst();
  }
}
