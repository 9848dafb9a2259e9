// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a measured class says of the tariff group: the lowest and the highest it can be. */
public final class ClassGroups {

  private static final int MOST_GROUPS = 99;

  /** Both ends included. */
  public record Groups(int lowest, int highest) {}

  private final String scheme;
  private final Map<String, Groups> groups;

  private ClassGroups(String scheme, Map<String, Groups> groups) {
    this.scheme = scheme;
    this.groups = Map.copyOf(groups);
  }

  public static ClassGroups from(Node document) throws GarbledData {
    document.only("$schema", "scheme", "notes", "rows");
    Map<String, Groups> groups = new HashMap<>();
    for (Node row : document.member("rows").elements()) {
      row.only("class", "lowest", "highest", "source", "certainty");
      Evidence.from(row);
      Groups range =
          new Groups(
              row.member("lowest").whole(1, MOST_GROUPS),
              row.member("highest").whole(1, MOST_GROUPS));
      if (range.lowest() > range.highest()) {
        throw row.wrong("has a lowest group above its highest");
      }
      String id = row.member("class").text();
      if (groups.put(id, range) != null) {
        throw row.wrong("names class \"" + id + "\" a second time");
      }
    }
    return new ClassGroups(document.member("scheme").text(), groups);
  }

  /** Empty for a class of another scheme, and for one that says nothing. */
  Optional<Groups> of(String ofScheme, String vehicleClass) {
    return ofScheme.equals(scheme)
        ? Optional.ofNullable(groups.get(vehicleClass))
        : Optional.empty();
  }
}
