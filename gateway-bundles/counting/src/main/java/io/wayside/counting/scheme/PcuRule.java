// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.counting.scheme.PcuTable.Terrain;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Passenger-car units of the classes of a counter.
 *
 * @param scheme whose classes the counter tells
 * @param table none: no class has units
 * @param map to the scheme of the table, where that is another
 */
public record PcuRule(
    String scheme, Optional<PcuTable> table, Optional<ClassMap> map, Terrain terrain) {

  /** No units for anything. */
  public static PcuRule none(String scheme) {
    return new PcuRule(scheme, Optional.empty(), Optional.empty(), Terrain.FLAT);
  }

  /** Units of a class; empty where it has none, or could be several with different ones. */
  public OptionalDouble of(String vehicleClass) {
    if (table.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (table.get().scheme().equals(scheme)) {
      return table.get().of(vehicleClass, terrain);
    }
    Optional<ClassMap.Mapped> mapped = map.flatMap(one -> one.of(vehicleClass));
    return mapped.isPresent() ? table.get().of(mapped.get(), terrain) : OptionalDouble.empty();
  }
}
