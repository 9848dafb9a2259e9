// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passenger-car units of the classes of a scheme.
 *
 * @param scheme whose classes
 */
public record PcuTable(String table, String scheme, Map<String, Units> rows) {

  /** The ground a road lies in. */
  public enum Terrain {
    FLAT,
    HILLY
  }

  /** Units on flat roads, and in hills and mountains. */
  public record Units(double flat, double hilly, Evidence evidence) {
    double in(Terrain terrain) {
      return terrain == Terrain.FLAT ? flat : hilly;
    }
  }

  public PcuTable {
    rows = Map.copyOf(rows);
  }

  public static PcuTable from(Node document) throws GarbledData {
    document.only("$schema", "table", "scheme", "notes", "rows");
    Map<String, Units> rows = new HashMap<>();
    for (Node row : document.member("rows").elements()) {
      row.only("class", "flat", "hilly", "source", "certainty");
      Units units =
          new Units(
              row.member("flat").number(0.01, 20),
              row.member("hilly").number(0.01, 20),
              Evidence.from(row));
      if (rows.put(row.member("class").text(), units) != null) {
        throw row.wrong("gives the units of its class a second time");
      }
    }
    return new PcuTable(document.member("table").text(), document.member("scheme").text(), rows);
  }

  /** Units of a class of the table's own scheme. */
  public OptionalDouble of(String vehicleClass, Terrain terrain) {
    Units units = rows.get(vehicleClass);
    return units == null ? OptionalDouble.empty() : OptionalDouble.of(units.in(terrain));
  }

  /** Units of a class of another scheme: told only where all it can be have the same. */
  public OptionalDouble of(ClassMap.Mapped mapped, Terrain terrain) {
    Set<OptionalDouble> units =
        mapped.can().stream().map(name -> of(name, terrain)).collect(Collectors.toSet());
    return units.size() == 1 ? units.iterator().next() : OptionalDouble.empty();
  }
}
